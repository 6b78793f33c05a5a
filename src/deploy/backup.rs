//! The state as it is, kept before anything is written to it.

use super::error::DeployError;
use super::stage::{Deployment, Flow, Stage};
use crate::plan::text::visible;
use crate::terraform::backup::back_up;

/// Keeps the state.
pub struct Backup;

impl Stage for Backup {
    fn name(&self) -> &'static str {
        "backup"
    }

    fn is_dry(&self) -> bool {
        false
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        let stack = deployment.stack;
        stack.progress().step("backing up the state");
        let (bytes, _) = stack.state()?;
        let file = back_up(&bytes, stack.directory(), &deployment.request.time)?;
        let file = visible(&file.display().to_string()).into_owned();
        deployment.outcome.backup = Some(file);
        Ok(Flow::Next)
    }
}
