//! A last question to whoever sits in front of it.

use super::error::DeployError;
use super::outcome::Status;
use super::stage::{Deployment, Flow, Stage};

/// Asks whether to go on.
pub struct Approve;

impl Stage for Approve {
    fn name(&self) -> &'static str {
        "approve"
    }

    fn is_dry(&self) -> bool {
        false
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        let yes = (deployment.request.confirm)(deployment.passed()?);
        Ok(if yes { Flow::Next } else { Flow::Stop(Status::Declined) })
    }
}
