//! The verdict. Nothing but a pass goes on.

use super::error::DeployError;
use super::outcome::Status;
use super::stage::{Deployment, Flow, Stage};
use crate::finding::Verdict;

/// Judges the plan.
pub struct Check;

impl Stage for Check {
    fn name(&self) -> &'static str {
        "check"
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        deployment.stack.progress().step("judging");
        let plan = deployment.plan()?;
        let does_nothing = plan.plan().applyable() == Some(false);
        let report = (deployment.request.judge)(plan).map_err(DeployError::Told)?;
        let verdict = report.verdict;
        deployment.judged(report);
        Ok(match verdict {
            Verdict::Passed if does_nothing => Flow::Stop(Status::NothingToDo),
            Verdict::Passed => Flow::Next,
            Verdict::ApprovalNeeded => Flow::Stop(Status::ApprovalNeeded),
            Verdict::Denied => Flow::Stop(Status::Denied),
            Verdict::Undecided => Flow::Stop(Status::Undecided),
        })
    }
}
