//! What a stage is, and what stages hand to one another.

use super::error::DeployError;
use super::outcome::{Outcome, Status};
use super::sealed::Sealed;
use super::{Request, Subject};
use crate::finding::Verdict;
use crate::report::Report;
use crate::terraform::Stack;

/// One thing that is done on the way to an apply.
pub trait Stage {
    /// In a word, as it stands in the outcome.
    fn name(&self) -> &'static str;

    /// Whether it belongs to a dry run: it writes nothing and asks nobody.
    fn is_dry(&self) -> bool {
        true
    }

    /// Does it.
    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError>;
}

/// What comes after a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next one.
    Next,
    /// Nothing: this came of it.
    Stop(Status),
}

/// What the stages work on. Only a plan that passed can be taken out for the apply, and a plan
/// that is put in its place has to pass anew.
pub struct Deployment<'d> {
    /// Terraform in the root module.
    pub stack: &'d Stack<'d>,
    /// What is asked for.
    pub request: &'d Request<'d>,
    /// What is to be told, as far as it is known.
    pub outcome: Outcome,
    plan: Option<Sealed>,
    passed: bool,
}

impl<'d> Deployment<'d> {
    /// Nothing done yet.
    pub fn new(stack: &'d Stack<'d>, request: &'d Request<'d>) -> Self {
        let outcome = Outcome::new(stack.directory(), request.dry_run);
        Self { stack, request, outcome, plan: None, passed: false }
    }

    /// Whether the plan was made before.
    pub fn is_of_file(&self) -> bool {
        matches!(self.request.subject, Subject::File { .. })
    }

    /// Puts a plan in the place of the one before.
    pub fn put(&mut self, plan: Sealed) -> Result<(), DeployError> {
        self.outcome.plan = Some(plan.identity()?);
        self.passed = false;
        self.plan = Some(plan);
        Ok(())
    }

    /// The plan.
    pub fn plan(&self) -> Result<&Sealed, DeployError> {
        self.plan.as_ref().ok_or(DeployError::NoPlan)
    }

    /// Keeps the report on the plan.
    pub fn judged(&mut self, report: Report) {
        self.passed = report.verdict == Verdict::Passed && self.plan.is_some();
        self.outcome.report = Some(report);
    }

    /// The plan, if it passed.
    pub fn passed(&self) -> Result<&Sealed, DeployError> {
        self.plan.as_ref().filter(|_| self.passed).ok_or(DeployError::NoPlan)
    }
}
