//! The apply itself: Terraform gets the file that was judged, and is heard while it works.

use super::error::DeployError;
use super::outcome::{Applied, Status};
use super::record::{Record, steps};
use super::stage::{Deployment, Flow, Stage};
use crate::import::failures;
use crate::plan::Change;
use crate::plan::text::visible;
use crate::terraform::backup::{prepare, write_private};
use crate::terraform::{Diagnostic, Outcome, Stack, TerraformError};

/// Where Terraform leaves a state that it could not write.
const ERRORED_STATE: &str = "errored.tfstate";

/// Applies the plan.
pub struct Apply;

impl Stage for Apply {
    fn name(&self) -> &'static str {
        "apply"
    }

    fn is_dry(&self) -> bool {
        false
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        let stack = deployment.stack;
        let sealed = deployment.passed()?;
        let plan = sealed.plan().clone();
        let of = steps(&plan).len();
        let leftover = stack.directory().join(ERRORED_STATE).exists();
        let mut record = Record::default();
        stack.progress().step("applying");
        let mut hear = |line: &[u8]| {
            record.hear(&stack.hide_in_json(line));
            stack.progress().tally(&format!("applying: {}", record.tally(of)));
        };
        // The hash is looked at as late as can be.
        let outcome = stack.apply_heard(sealed.file()?, &mut hear);
        if let Some(reason) = refusal(&outcome, &record) {
            return Err(DeployError::Stale { reason });
        }
        let log = std::mem::take(&mut record.log);
        let mut applied = record.applied(&plan);
        let importing = || plan.changes().filter(Change::imports);
        let reason = match outcome {
            Ok(Outcome { succeeded: true, .. }) => {
                applied.imported = Some(importing().count());
                deployment.outcome.apply = Some(applied);
                return Ok(Flow::Stop(Status::Applied));
            }
            Ok(Outcome { errors, .. }) => {
                let first = errors.first();
                let reason = first.map_or("it gave no reason".to_owned(), Diagnostic::shown);
                DeployError::Failed { reason }
            }
            Err(error) => error.into(),
        };
        applied.imported = stack.state_whatever_happens().ok().map(|(_, state)| {
            importing().filter(|change| state.object(&change.label()).is_some()).count()
        });
        applied.log = keep(stack, &deployment.request.time, &log);
        let errored = !leftover && stack.directory().join(ERRORED_STATE).exists();
        deployment.outcome.next = next(deployment, &applied, &log, errored);
        deployment.outcome.apply = Some(applied);
        Err(reason)
    }
}

/// Why Terraform did not take the plan at all.
fn refusal(outcome: &Result<Outcome, TerraformError>, record: &Record) -> Option<String> {
    let Ok(outcome) = outcome else { return None };
    let refuses = outcome.errors.iter().find(|error| error.refuses_the_plan());
    refuses.filter(|_| !outcome.succeeded && record.is_empty()).map(Diagnostic::shown)
}

/// Keeps the log of a failed run. That it cannot be kept does not make it fail more.
fn keep(stack: &Stack<'_>, time: &str, log: &str) -> Option<String> {
    let file = prepare(stack.directory(), "apply").ok()?.join(format!("{time}.jsonl"));
    write_private(&file, log.as_bytes()).ok()?;
    Some(visible(&file.display().to_string()).into_owned())
}

/// How to go on.
fn next(deployment: &Deployment<'_>, applied: &Applied, log: &str, errored: bool) -> Vec<String> {
    let mut next = Vec::new();
    if errored {
        next.push(format!(
            "the new state could not be written, and is in `{ERRORED_STATE}` of the root module: put it in place first"
        ));
        next.push(format!("terraform state push {ERRORED_STATE}"));
    }
    // A log that was cut off is no help, and no reason to fail more.
    let existing = failures::read(log.as_bytes().to_vec());
    let existing = existing.map_or(0, |found| found.collisions.len());
    if let (1.., Some(log)) = (existing, &applied.log) {
        let what = if existing == 1 { "1 resource exists" } else { "some resources exist" };
        next.push(format!("{what} already: see which, and by which id it can be imported"));
        let directory = &deployment.outcome.directory;
        next.push(format!("tfgate import --from-apply-log {} {}", quoted(log), quoted(directory)));
    }
    next.push(if deployment.is_of_file() {
        "mend the cause, then plan and judge again: the state has moved, and this plan is spent"
            .to_owned()
    } else {
        "mend the cause and run the same command again: it plans from what the state holds now"
            .to_owned()
    });
    next
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+@:".contains(c);
    if path.chars().all(plain) {
        return path.to_owned();
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_path_can_be_pasted() {
        assert_eq!(quoted("/srv/envs/prod-1/.tfgate"), "/srv/envs/prod-1/.tfgate");
        assert_eq!(quoted("my stacks/it's $HOME"), r"'my stacks/it'\''s $HOME'");
    }
}
