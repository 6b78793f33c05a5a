//! The first stage: a plan, made here or brought along.

use super::Subject;
use super::error::DeployError;
use super::sealed::Sealed;
use super::stage::{Deployment, Flow, Stage};
use crate::plan::decode;
use crate::terraform::{Diagnostic, Stack};

/// Has Terraform plan.
pub struct Planning;

impl Stage for Planning {
    fn name(&self) -> &'static str {
        "plan"
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        deployment.stack.progress().step("planning");
        let plan = plan(deployment.stack)?;
        deployment.put(plan)?;
        Ok(Flow::Next)
    }
}

/// Reads a saved plan.
pub struct Open;

impl Stage for Open {
    fn name(&self) -> &'static str {
        "open"
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        let Subject::File { path, bytes } = &deployment.request.subject else {
            return Err(DeployError::NoPlan);
        };
        if !decode::is_saved_plan(bytes) {
            return Err(DeployError::not_saved(path));
        }
        deployment.stack.progress().step("reading the plan");
        deployment.put(Sealed::copied(deployment.stack, bytes)?)?;
        Ok(Flow::Next)
    }
}

/// Plans. One that failed goes on as far as it came: the report explains it, and an errored
/// plan never passes.
pub(super) fn plan(stack: &Stack<'_>) -> Result<Sealed, DeployError> {
    let (outcome, sealed) = Sealed::planned(stack)?;
    for error in &outcome.errors {
        stack.progress().line(&format!("error: {}", error.shown()));
    }
    match sealed {
        Some(sealed) if outcome.succeeded || sealed.plan().errored() => Ok(sealed),
        Some(_) | None => {
            let first = outcome.errors.first();
            let reason = first.map_or("it gave no reason".to_owned(), Diagnostic::shown);
            Err(stack.refused("plan", reason).into())
        }
    }
}
