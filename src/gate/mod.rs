//! What a gate is, and the runner that asks several gates in parallel.
//!
//! Each change is decoded at most once and shown to all gates while it is; then each gate
//! makes its findings from what it noted. So memory stays near the size of the plan, and
//! the result does not depend on the number of threads. Knows no implementer.

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::finding::{Finding, GateName, RuleText};
use crate::plan::{Change, Plan, Refusal, Values};

/// A gate: it looks at every change once, then speaks about the plan.
pub trait Gate: Sync {
    /// What it notes about one change.
    type Note: Send;

    /// Looks at one change. Called in parallel; must not depend on order.
    fn observe(&self, view: &View<'_>) -> Result<Self::Note, Refusal>;

    /// Speaks. `notes` are in the order of the plan's changes.
    fn judge(&self, plan: &Plan, notes: Vec<Self::Note>) -> Result<Vec<Judgement>, Refusal>;
}

/// What one gate says about one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Which gate.
    pub gate: GateName,
    /// Rules that were in force.
    pub rules: usize,
    /// Changes that were judged.
    pub judged: usize,
    /// What did not pass.
    pub findings: Vec<Finding>,
    /// Documentation of the rules that have findings.
    pub documentation: Vec<(String, RuleText)>,
}

/// A change with its values, decoded when first asked for.
pub struct View<'p> {
    /// The change.
    pub change: Change<'p>,
    values: OnceCell<Result<Values<'p>, Refusal>>,
}

impl<'p> View<'p> {
    /// A view on `change`.
    #[must_use]
    pub fn new(change: Change<'p>) -> Self {
        Self { change, values: OnceCell::new() }
    }

    /// Before and after.
    pub fn values(&self) -> Result<&Values<'p>, Refusal> {
        self.values.get_or_init(|| self.change.values()).as_ref().map_err(Refusal::clone)
    }
}

/// A gate that may be left out.
impl<G: Gate> Gate for Option<G> {
    type Note = Option<G::Note>;

    fn observe(&self, view: &View<'_>) -> Result<Self::Note, Refusal> {
        self.as_ref().map(|gate| gate.observe(view)).transpose()
    }

    fn judge(&self, plan: &Plan, notes: Vec<Self::Note>) -> Result<Vec<Judgement>, Refusal> {
        match self {
            Some(gate) => gate.judge(plan, notes.into_iter().flatten().collect()),
            None => Ok(Vec::new()),
        }
    }
}

/// Two gates are a gate; so any number of them run over one decoding.
impl<A: Gate, B: Gate> Gate for (A, B) {
    type Note = (A::Note, B::Note);

    fn observe(&self, view: &View<'_>) -> Result<Self::Note, Refusal> {
        Ok((self.0.observe(view)?, self.1.observe(view)?))
    }

    fn judge(&self, plan: &Plan, notes: Vec<Self::Note>) -> Result<Vec<Judgement>, Refusal> {
        let (left, right) = notes.into_iter().unzip();
        let (one, other) = rayon::join(|| self.0.judge(plan, left), || self.1.judge(plan, right));
        let mut judgements = one?;
        judgements.extend(other?);
        Ok(judgements)
    }
}

/// Runs `gate` over all changes of `plan`. When several changes cannot be decoded, the
/// refusal is that of the first in the plan, whatever thread met which.
pub fn run<G: Gate>(gate: &G, plan: &Plan) -> Result<Vec<Judgement>, Refusal> {
    let notes: Vec<Result<G::Note, Refusal>> = (0..plan.change_count())
        .into_par_iter()
        .map(|position| gate.observe(&View::new(plan.change(position))))
        .collect();
    let notes = notes.into_iter().collect::<Result<Vec<_>, _>>()?;
    gate.judge(plan, notes)
}
