//! What exists already is imported by the plan that is judged: it is planned again with the
//! `import` blocks of what was proven. What is in doubt stops here, because the apply would
//! create it a second time.

use std::collections::BTreeSet;

use super::error::DeployError;
use super::outcome::Status;
use super::planning::plan;
use super::stage::{Deployment, Flow, Stage};
use crate::import::{self, Status as Import};
use crate::plan::Change;

/// What to do about what is in doubt.
const DECIDE: [&str; 3] = [
    "say which object it is, with `--map FILE`",
    "or have it created all the same, with `--exclude ADDRESS`",
    "or look for nothing, with `--no-import`",
];

/// Looks for what exists already.
pub struct Imports;

impl Stage for Imports {
    fn name(&self) -> &'static str {
        "imports"
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        let draft = deployment.plan()?.plan().clone();
        if draft.errored() {
            return Ok(Flow::Next); // to the report, which explains it
        }
        let search = (deployment.request.imports)(&draft).map_err(DeployError::Told)?;
        let Some(search) = search else { return Ok(Flow::Next) };
        let stack = deployment.stack;
        let version = stack.version()?;
        if !version.has_import_blocks() {
            return Err(DeployError::NoImportBlocks { version: version.to_string() });
        }
        let found = import::find(stack, &search)?;
        deployment.outcome.imports = Some(found.report.clone());
        if found.report.unresolved() > 0 {
            deployment.outcome.next = DECIDE.map(str::to_owned).into();
            return Ok(Flow::Stop(Status::ImportsUnresolved));
        }
        for one in found.report.with(Import::Unsearched) {
            if let Some(silent) = &one.silent {
                stack.progress().line(&format!("{}: not searched; {silent}", one.address));
            }
        }
        let proven: BTreeSet<&str> =
            found.report.with(Import::Importable).map(|one| one.address.as_str()).collect();
        if proven.is_empty() {
            return Ok(Flow::Next);
        }
        let objects = if proven.len() == 1 { "object" } else { "objects" };
        let count = proven.len();
        stack.progress().step(&format!("planning with the import of {count} {objects}"));
        let plan = plan(stack)?;
        let imports: BTreeSet<String> = plan
            .plan()
            .changes()
            .filter(Change::imports)
            .filter_map(|change| change.parsed().map(|address| address.to_string()))
            .collect();
        let lost = proven.iter().find(|address| !imports.contains(**address));
        if let Some(lost) = lost.filter(|_| !plan.plan().errored()) {
            return Err(DeployError::NotImported { address: (*lost).to_owned() });
        }
        deployment.put(plan)?;
        Ok(Flow::Next)
    }
}
