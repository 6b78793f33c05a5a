//! The cost gate: what a plan changes in the monthly bill, judged offline.
//!
//! ```text
//! change ──Pricing──▶ Bill before, Bill after ──▶ Estimate ──limits──▶ Findings
//! ```
//!
//! Prices come from a dated catalogue: what is part of the program, and layers above it.
//! Which components a type has is data, in the mapping tables. What has no price is unknown
//! and said to be, never free. A file of Infracost's can stand in for the catalogue; the
//! limits are the same.

mod bill;
pub mod catalogue;
mod estimate;
mod evaluate;
mod expression;
mod infracost;
pub mod limits;
pub mod money;
mod part;
mod price;
mod region;
pub mod rules;
mod scope;
pub mod settings;
mod surroundings;
mod table;
pub mod update;
pub mod usage;
mod vendor;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use jiff::Timestamp;

pub use bill::{Component, Reason, Wanted};
pub use catalogue::Catalogue;
pub use estimate::{Estimate, Resource, Unpriced};
pub use infracost::{Infracost, Selection, Stack};
pub use money::Amount;
pub use settings::{Bound, Exchange, Settings};
pub use table::{attributes, is_free, types};
pub use usage::Usage;

use crate::finding::{Finding, GateName, Outcome};
use crate::gate::{Gate, Judgement, View};
use crate::plan::{Plan, Refusal};

/// The gate, with the settings of one environment and the prices for one plan.
pub struct Cost<'p> {
    now: Timestamp,
    pricing: price::Pricing<'p>,
    infracost: Option<&'p Selection>,
    estimate: OnceLock<Estimate>,
}

/// What the gate notes about one change: its bills, or what a file is to know about it.
pub enum Note {
    /// Priced by the catalogue.
    Priced(Option<Box<estimate::Item>>),
    /// To be found in the file.
    Planned(Option<Box<infracost::Planned>>),
}

impl<'p> Cost<'p> {
    /// A gate for `plan`. `region` wins over what the plan says.
    pub fn new(
        plan: &'p Plan,
        settings: Settings,
        usage: &'p Usage,
        catalogue: &'p Catalogue,
        region: Option<String>,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let pricing = price::Pricing::new(plan, settings, usage, catalogue, region)?;
        Ok(Self { now, pricing, infracost: None, estimate: OnceLock::new() })
    }

    /// Takes the prices from a file instead of the catalogue.
    #[must_use]
    pub fn by(self, infracost: Option<&'p Selection>) -> Self {
        Self { infracost, ..self }
    }

    /// Adds up what does not change without listing it, unless `whole`.
    #[must_use]
    pub fn listing(mut self, whole: bool) -> Self {
        self.pricing.whole = whole;
        self
    }

    /// What was estimated; nothing before the gate has judged.
    #[must_use]
    pub fn estimate(&self) -> Option<&Estimate> {
        self.estimate.get()
    }

    /// What the configuration says: which of the three estimates counts, in which currency.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.pricing.settings()
    }
}

impl Gate for Cost<'_> {
    type Note = Note;

    fn observe(&self, view: &View<'_>) -> Result<Note, Refusal> {
        match self.infracost {
            None => Ok(Note::Priced(self.pricing.item(view)?.map(Box::new))),
            Some(_) => Ok(Note::Planned(self.pricing.planned(view)?.map(Box::new))),
        }
    }

    fn judge(&self, _plan: &Plan, notes: Vec<Note>) -> Result<Vec<Judgement>, Refusal> {
        let (mut items, mut planned) = (Vec::new(), Vec::new());
        for note in notes {
            match note {
                Note::Priced(item) => items.extend(item.map(|item| *item)),
                Note::Planned(one) => planned.extend(one.map(|one| *one)),
            }
        }
        let settings = self.settings();
        let priced = items.iter().map(|item| item.actions);
        let actions = priced.chain(planned.iter().map(|one| one.actions));
        let judged = actions.filter(|actions| !actions.is_no_op()).count();
        let result = match self.infracost {
            None => limits::judge(settings, items, Estimate::of, self.now),
            Some(selection) => {
                selection.is_in(&settings.exchange.currency)?;
                let items = selection.items(&planned, settings.parts.len());
                let sum = |items| selection.estimate(items, &planned);
                limits::judge(settings, items, sum, self.now)
            }
        };
        let findings = match result {
            Some((estimate, findings)) => {
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
        let rules = limits::in_force(settings);
        Ok(vec![Judgement { gate: GateName::Cost, rules, judged, findings, documentation }])
    }
}

/// Sums beyond 28 digits are no plan that anybody means.
fn overflow() -> Finding {
    let mut finding = Finding::new(&rules::MAX_TOTAL, "the cost is too large to be added up");
    finding.outcome = Outcome::Error;
    finding
}
