//! Where a destruction comes from: the resource, variable or local behind the attribute that
//! forces it.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::plan::{Configuration, Plan, Source};

/// What becomes of each block that changes: whether an instance of it is destroyed, and how
/// the worst change of its instances is called.
type Changed = BTreeMap<String, (bool, &'static str)>;

/// Adds the upstream cause to findings on attributes, and who uses the resource.
pub(super) fn trace(plan: &Plan, configuration: &Configuration, findings: &mut [Finding]) {
    let mut changed: Changed = BTreeMap::new();
    for change in plan.changes().filter(|change| !change.actions().is_no_op()) {
        if let Some(address) = change.parsed() {
            let what = (change.actions().destroys(), change.actions().phrase());
            let worst = changed.entry(address.block().to_string()).or_insert(what);
            *worst = what.max(*worst);
        }
    }
    for finding in findings {
        let Some(address) = finding.parsed_address() else { continue };
        let ends = finding.actions.iter().any(|action| action == "delete" || action == "forget");
        if ends && finding.deposed.is_none() {
            finding.dependents = configuration.dependents(&address);
        }
        let replaces = finding.actions.len() > 1;
        if !replaces {
            continue;
        }
        let mut origins: Vec<String> = Vec::new();
        for evidence in &finding.evidence {
            for source in configuration.sources(&address, &evidence.path) {
                let origin = describe(&source, &changed);
                if !origins.contains(&origin) {
                    origins.push(origin);
                }
            }
        }
        if !origins.is_empty() {
            let from = format!("its value comes from {}", origins.join(" and "));
            finding.cause = Some(match finding.cause.take() {
                Some(cause) => format!("{cause}; {from}"),
                None => from,
            });
        }
    }
}

fn describe(source: &Source, changed: &Changed) -> String {
    match source {
        Source::Resource(block) => match changed.get(block) {
            Some((_, phrase)) => format!("`{block}` ({phrase})"),
            None => format!("`{block}`"),
        },
        Source::Variable(name) => format!("`var.{name}`"),
        Source::Local(path, name) if path.is_empty() => format!("`local.{name}`"),
        Source::Local(path, name) => format!("`local.{name}` in `{path}`"),
    }
}
