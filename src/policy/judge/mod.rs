//! Judging: one object, all policies that are for it.
//!
//! The worst result of a policy's conditions is the policy's: error, deny, unknown, allow.
//! All conditions are evaluated, so that one run tells everything. A message that cannot be
//! put together never hides the denial it was for.

mod configuration;
mod enforce;
pub(crate) mod subject;

use std::collections::BTreeMap;

use super::compile::{Operation, Policy};
use super::eval::{Eval, Memo, Shared, Subject};
use super::functions::Tools;
use super::inputs::{self, Inputs};
use super::lookup::Lookup;
use super::set::{PolicyId, PolicySet};
use super::source::{Note, Problem};
use super::syntax::scope::PolicyKind;
use super::value::Value;
use crate::finding::Level;

pub use configuration::{ModuleCall, modules, providers};
pub use subject::{Known, ModuleInput, ProviderInput, ResourceInput};

/// What a judgement depends on besides policies and plan.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// Values of inputs.
    pub inputs: &'c Inputs,
    /// What `core::timestamp` gives: seconds since 1970 (UTC).
    pub now: i64,
    /// Evaluate the right side of `&&` and `||` even when the left one decides, so that an
    /// error there is an error.
    pub strict_logic: bool,
}

/// What a policy says about an object.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// Not for this operation, or filtered out.
    Skipped,
    /// All conditions hold.
    Allow,
    /// Some condition depends on values that are not known yet.
    Unknown {
        /// The attributes in question.
        paths: Vec<String>,
        /// The conditions, as they stand in the policy.
        conditions: Vec<String>,
    },
    /// Some condition does not hold.
    Deny {
        /// One message for each such condition.
        messages: Vec<String>,
    },
    /// The policy cannot be evaluated on this object.
    Error(Box<Problem>),
}

/// The outcome of one policy on one object.
#[derive(Clone, Debug)]
pub struct PolicyOutcome {
    /// Which policy.
    pub policy: PolicyId,
    /// The level in force, unless finding it failed.
    pub level: Option<Level>,
    /// What it says.
    pub verdict: Verdict,
    /// Its `info_message`s.
    pub infos: Vec<String>,
    /// What went wrong without changing the verdict.
    pub warnings: Vec<Problem>,
}

/// One thread's view of a [`PolicySet`], with what can be kept from object to object.
pub struct Judge<'a> {
    set: &'a PolicySet,
    shared: Shared<'a>,
}

impl<'a> Judge<'a> {
    /// Computes the inputs.
    #[must_use]
    pub fn new(set: &'a PolicySet, context: &Context<'_>) -> Self {
        Self::with_inputs(set, context, &BTreeMap::new())
    }

    pub(crate) fn with_inputs(
        set: &'a PolicySet,
        context: &Context<'_>,
        fixed: &BTreeMap<String, Value<'a>>,
    ) -> Self {
        let compiled = &set.compiled;
        let mut shared = Shared {
            locals: &compiled.locals,
            local_names: &compiled.local_names,
            inputs: Vec::new(),
            input_names: &compiled.input_names,
            memo: vec![Memo::Untouched; compiled.locals.len()],
            tools: Tools::new(context.now),
            strict_logic: context.strict_logic,
        };
        inputs::fill(compiled, context.inputs, fixed, &mut shared);
        Self { set, shared }
    }

    /// Judges a resource by all policies for its type.
    pub fn resource(
        &mut self,
        resource: &ResourceInput<'a>,
        lookup: &dyn Lookup<'a>,
    ) -> Vec<PolicyOutcome> {
        let policies = self.set.for_type(PolicyKind::Resource, resource.ty);
        self.resource_by(&policies, resource, lookup)
    }

    /// Judges a resource by given policies (see [`PolicySet::for_type`]).
    pub fn resource_by(
        &mut self,
        policies: &[PolicyId],
        resource: &ResourceInput<'a>,
        lookup: &dyn Lookup<'a>,
    ) -> Vec<PolicyOutcome> {
        if policies.is_empty() {
            return Vec::new();
        }
        self.resource_as(policies, resource.operation, &resource.subject(), lookup)
    }

    pub(crate) fn resource_as(
        &mut self,
        policies: &[PolicyId],
        operation: Operation,
        subject: &Subject<'a>,
        lookup: &dyn Lookup<'a>,
    ) -> Vec<PolicyOutcome> {
        let judged = policies.iter().map(|id| {
            let applies = self.set.compiled.policies[id.0].operations.contains(&operation);
            if applies {
                self.judge(*id, subject.clone(), Some(lookup))
            } else {
                PolicyOutcome::skipped(*id)
            }
        });
        judged.collect()
    }

    /// Judges a provider configuration.
    pub fn provider(&mut self, provider: &ProviderInput<'a>) -> Vec<PolicyOutcome> {
        let policies = self.set.for_type(PolicyKind::Provider, provider.ty);
        self.each(&policies, &provider.subject())
    }

    /// Judges a module call.
    pub fn module(&mut self, module: &ModuleInput<'a>) -> Vec<PolicyOutcome> {
        let policies = self.set.for_type(PolicyKind::Module, module.source);
        self.each(&policies, &module.subject())
    }

    pub(crate) fn each(
        &mut self,
        policies: &[PolicyId],
        subject: &Subject<'a>,
    ) -> Vec<PolicyOutcome> {
        policies.iter().map(|id| self.judge(*id, subject.clone(), None)).collect()
    }

    fn judge<'j>(
        &'j mut self,
        id: PolicyId,
        subject: Subject<'a>,
        lookup: Option<&'j dyn Lookup<'a>>,
    ) -> PolicyOutcome {
        let set = self.set;
        let policy: &'a Policy = &set.compiled.policies[id.0];
        self.shared.tools.refill();
        let mut eval = Eval::new(&mut self.shared, subject, lookup);
        eval.own = &policy.locals;
        eval.own_names = &policy.local_names;
        let mut outcome = PolicyOutcome::skipped(id);
        enforce::judge(set, policy, &mut eval, &mut outcome);
        for (span, text) in std::mem::take(&mut eval.warnings) {
            outcome.warnings.push(set.compiled.files.problem(Note::warning(span, text)));
        }
        outcome
    }
}

impl PolicyOutcome {
    fn skipped(policy: PolicyId) -> Self {
        Self {
            policy,
            level: None,
            verdict: Verdict::Skipped,
            infos: Vec::new(),
            warnings: Vec::new(),
        }
    }
}
