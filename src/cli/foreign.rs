//! Files of other programs that decide beside the plans.

use std::path::{Path, PathBuf};

use super::args::{GateArg, JudgeArgs};
use super::failure::Failure;
use super::input::{self, Input};
use crate::cost::{Infracost, Selection, Stack};
use crate::ingest::Scan;
use crate::plan::Refusal;

/// Whether a gate judges.
pub fn wants(args: &JudgeArgs, gate: GateArg) -> bool {
    args.gate.is_empty() || args.gate.contains(&gate)
}

/// What Infracost says about each plan, in their order; nothing where it was not asked.
pub fn infracost(args: &JudgeArgs, inputs: &[Input]) -> Result<Vec<Option<Selection>>, Failure> {
    let Some(path) = &args.infracost else { return Ok(vec![None; inputs.len()]) };
    if !wants(args, GateArg::Cost) {
        return Err(unused("--infracost", "cost"));
    }
    let failure = failure(path);
    let file = Infracost::read(input::read_file(path)?).map_err(&failure)?;
    let directories: Vec<String> =
        inputs.iter().map(|input| input.directory.display().to_string()).collect();
    let stacks = inputs.iter().zip(&directories).map(|(input, directory)| Stack {
        name: &input.name,
        source: &input.source,
        directory,
    });
    let stacks: Vec<Stack<'_>> = stacks.collect();
    let selections = file.select(&stacks).map_err(&failure)?;
    Ok(selections.into_iter().map(Some).collect())
}

/// What other scanners found; nothing where their gate does not judge.
pub fn scans(args: &JudgeArgs) -> Result<Option<Vec<Scan>>, Failure> {
    if !wants(args, GateArg::Ingest) {
        return if args.ingest.is_empty() { Ok(None) } else { Err(unused("--ingest", "ingest")) };
    }
    if args.gate.contains(&GateArg::Ingest) && args.ingest.is_empty() {
        return Err(Failure::usage(
            "`--gate ingest` judges what other scanners found, and no file of one is given",
            "add `--ingest FILE`",
        ));
    }
    let read = |path: &PathBuf| Scan::read(path, input::read_file(path)?).map_err(failure(path));
    args.ingest.iter().map(read).collect::<Result<Vec<_>, _>>().map(Some)
}

/// A file that was given and that nobody would look at.
fn unused(flag: &str, gate: &str) -> Failure {
    Failure::usage(
        format!("`{flag}` is for the gate `{gate}`, which `--gate` leaves out"),
        format!("add `--gate {gate}`, or leave `{flag}` out"),
    )
}

fn failure(path: &Path) -> impl Fn(Refusal) -> Failure {
    let name = path.display().to_string();
    move |refusal| Failure::Input { name: name.clone(), refusal }
}
