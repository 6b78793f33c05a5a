//! The guarded apply: what was judged is what is applied, and nothing is written before.
//!
//! ```text
//! plan ──▶ imports ──▶ judged before? ──▶ check ──▶ confirm ──▶ backup ──▶ apply
//!   ▲         │                             │          └───── not in a dry run ─────┘
//!   └─ again, with the import blocks        └─ nothing but a pass goes on
//! ```
//!
//! A list of stages, in the order in which they run. Each does one thing to the
//! [`Deployment`], and says whether the next may follow. What comes between a verdict and the
//! apply, or after it, is one more file and one more line in [`stages`].

mod apply;
mod approve;
mod backup;
mod binding;
mod check;
mod error;
mod imports;
mod outcome;
mod planning;
mod record;
mod sealed;
mod stage;
mod text;

use std::path::PathBuf;

pub use error::DeployError;
pub use outcome::{Applied, Outcome, Status, Step};
pub use sealed::Sealed;

use apply::Apply;
use approve::Approve;
use backup::Backup;
use binding::Binding;
use check::Check;
use imports::Imports;
use planning::{Open, Planning};
use stage::{Deployment, Flow, Stage};

use crate::import;
use crate::report::{ErrorReport, Report};
use crate::terraform::Stack;

/// What is to be applied, and what decides about it.
pub struct Request<'r> {
    /// Where the plan comes from.
    pub subject: Subject,
    /// How to look for what exists already; none where nobody should.
    pub imports: &'r Search<'r>,
    /// Judges the plan, and tells the verdict to whoever should know before anything is
    /// written.
    pub judge: &'r dyn Fn(&Sealed) -> Result<Report, ErrorReport>,
    /// A report that the plan must be the plan of.
    pub judged: Option<Report>,
    /// Asked before anything is written, with what the plan does.
    pub confirm: &'r dyn Fn(&Sealed) -> bool,
    /// Whether to stop before anything is written.
    pub dry_run: bool,
    /// When the run began, for the names of backup and log.
    pub time: String,
}

/// How to look for what exists already among the creates of a plan.
pub type Search<'r> =
    dyn for<'p> Fn(&'p crate::plan::Plan) -> Result<Option<import::Request<'p>>, ErrorReport> + 'r;

/// Where the plan comes from.
pub enum Subject {
    /// Terraform makes it, in the directory of the stack.
    Directory,
    /// It was made before.
    File {
        /// Its name, for messages.
        path: PathBuf,
        /// What was in it when it was read, once.
        bytes: Vec<u8>,
    },
}

/// Runs the stages. The error is what an outcome says in short, with all there is to say.
#[must_use]
pub fn run(stack: &Stack<'_>, request: &Request<'_>) -> (Outcome, Option<DeployError>) {
    let mut deployment = Deployment::new(stack, request);
    for stage in stages(&request.subject) {
        if request.dry_run && !stage.is_dry() {
            deployment.outcome.status = Status::WouldApply;
            break;
        }
        match begin(stage, &mut deployment) {
            Ok(Flow::Next) => deployment.outcome.stages.push(stage.name().to_owned()),
            Ok(Flow::Stop(status)) => {
                deployment.outcome.stages.push(stage.name().to_owned());
                deployment.outcome.status = status;
                break;
            }
            Err(error) => {
                let mut outcome = deployment.outcome;
                outcome.status = error.status(outcome.apply.is_some());
                outcome.error = Some(ErrorReport::from(&error));
                return (outcome.concluded(), Some(error));
            }
        }
    }
    (deployment.outcome.concluded(), None)
}

/// Runs a stage, unless the user asked to stop: Terraform would be started only to be stopped.
fn begin(stage: &dyn Stage, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
    if deployment.stack.interrupt().is_raised() {
        return Err(DeployError::Interrupted { stage: stage.name() });
    }
    stage.run(deployment)
}

/// The stages, in order.
fn stages(subject: &Subject) -> Vec<&'static dyn Stage> {
    let first: &[&dyn Stage] = match subject {
        Subject::Directory => &[&Planning, &Imports],
        // Its imports were decided on when it was made.
        Subject::File { .. } => &[&Open],
    };
    let rest: [&dyn Stage; 5] = [&Binding, &Check, &Approve, &Backup, &Apply];
    first.iter().copied().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::{Subject, stages};

    #[test]
    fn nothing_is_written_before_the_verdict() {
        for subject in [Subject::Directory, Subject::File { path: "p".into(), bytes: vec![] }] {
            let stages = stages(&subject);
            let check = stages.iter().position(|stage| stage.name() == "check").unwrap();
            let first = stages.iter().position(|stage| !stage.is_dry()).unwrap();
            assert!(check < first);
            assert!(stages[first..].iter().all(|stage| !stage.is_dry()));
        }
    }
}
