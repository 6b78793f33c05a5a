//! The cost gate: what a plan changes in the monthly bill, judged offline.
//!
//! ```text
//! change ──Pricing──▶ Bill before, Bill after ──▶ Estimate ──limits──▶ Findings
//! ```
//!
//! Prices come from a dated catalogue that is part of the program. Which components a type
//! has is data, in the mapping tables. What has no price is unknown and said to be, never
//! free.

mod bill;
pub mod catalogue;
mod estimate;
mod evaluate;
mod expression;
pub mod limits;
pub mod money;
mod price;
mod region;
pub mod rules;
mod scope;
pub mod settings;
mod table;
mod usage;
mod vendor;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use jiff::Timestamp;

pub use bill::{Component, Reason};
pub use estimate::{Estimate, Resource, Unpriced};
pub use money::Amount;
pub use settings::{Bound, Money, Settings};
pub use table::{is_free, types};
pub use usage::Usage;

use crate::finding::{Finding, GateName, Outcome};
use crate::gate::{Gate, Judgement, View};
use crate::plan::{Plan, Refusal};

/// The gate, with the settings of one environment and the prices for one plan.
pub struct Cost<'p> {
    settings: Settings,
    usage: &'p Usage,
    now: Timestamp,
    pricing: price::Pricing<'p>,
    estimate: OnceLock<Estimate>,
}

/// What the gate notes about one change: its bills.
pub struct Note(Option<estimate::Item>);

impl<'p> Cost<'p> {
    /// A gate for `plan`. `region` wins over what the plan says.
    pub fn new(
        plan: &'p Plan,
        settings: Settings,
        usage: &'p Usage,
        region: Option<String>,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let pricing = price::Pricing::new(plan, region)?;
        Ok(Self { settings, usage, now, pricing, estimate: OnceLock::new() })
    }

    /// What was estimated; nothing before the gate has judged.
    #[must_use]
    pub fn estimate(&self) -> Option<&Estimate> {
        self.estimate.get()
    }

    /// Which of the three estimates counts.
    #[must_use]
    pub fn bound(&self) -> Bound {
        self.settings.bound
    }
}

impl Gate for Cost<'_> {
    type Note = Note;

    fn observe(&self, view: &View<'_>) -> Result<Note, Refusal> {
        let resource_type = view.change.resource_type();
        let address = view.change.address();
        let usage = |key: &str| self.usage.of(&resource_type, &address, key);
        self.pricing.item(view, &usage).map(Note)
    }

    fn judge(&self, _plan: &Plan, notes: Vec<Note>) -> Result<Vec<Judgement>, Refusal> {
        let items: Vec<_> = notes.into_iter().filter_map(|note| note.0).collect();
        let judged = items.iter().filter(|item| item.changed).count();
        let findings = match Estimate::of(items) {
            Some(estimate) => {
                let findings = limits::judge(&self.settings, &estimate, self.now);
                self.estimate.get_or_init(|| estimate);
                findings
            }
            None => vec![overflow()],
        };
        let documentation = rules::RULES
            .into_iter()
            .filter(|rule| findings.iter().any(|finding| finding.rule == rule.id))
            .map(|rule| (rule.id.to_owned(), rule.into()))
            .collect();
        let rules = limits::in_force(&self.settings);
        Ok(vec![Judgement { gate: GateName::Cost, rules, judged, findings, documentation }])
    }
}

/// Sums beyond 28 digits are no plan that anybody means.
fn overflow() -> Finding {
    let mut finding = Finding::new(&rules::MAX_TOTAL, "the cost is too large to be added up");
    finding.outcome = Outcome::Error;
    finding
}
