//! Infracost's JSON as the source of an estimate, instead of the catalogue.
//!
//! ```text
//! bytes ──read──▶ Infracost ──select──▶ Selection ──estimate, with the plan's changes──▶ Estimate
//! ```
//!
//! Two formats: that of v0.10 (`breakdown`, `diff`) and that of v2 (`scan`), which knows
//! nothing of what was before. The limits are the same ones, so what the file leaves open
//! stays open: a price that was not found, a type that is not supported, a resource of the
//! plan that the file does not mention, and a file that says nothing about before.

mod breakdown;
mod estimate;
mod figure;
mod scan;
mod select;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

pub use estimate::Planned;
pub use select::{Selection, Stack};

use super::bill::Component;
use crate::plan::{Document, Refusal};

/// What is said of a file that is none.
const DOCUMENT: Document = Document {
    code: "tfgate::cost::infracost",
    what: "Infracost's JSON",
    help: "make one with `infracost breakdown --path plan.json --format json`, with \
           `infracost diff … --format json`, or with `infracost scan --json`",
};

/// What a file of either format says, in one shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Infracost {
    /// What it is called in reports: program and format.
    source: &'static str,
    /// ISO 4217 code of every amount.
    currency: String,
    /// The day on which it was made, where it says so.
    date: Option<Date>,
    totals: Totals,
    projects: Vec<Project>,
    counts: Counts,
}

/// Sums a month; each may be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Totals {
    before: Option<Decimal>,
    after: Option<Decimal>,
    delta: Option<Decimal>,
}

impl Totals {
    /// What was spent before: by the difference that is stated, else by the sum that is.
    fn baseline(self) -> Option<Decimal> {
        let by_delta = self.after.zip(self.delta).and_then(|(sum, delta)| sum.checked_sub(delta));
        by_delta.or(self.before)
    }
}

/// A root module that was priced.
#[derive(Clone, Debug, Default, PartialEq)]
struct Project {
    /// What it may be known by: its path first, then its names.
    names: Vec<String>,
    totals: Totals,
    /// Resources before; `None` where the file does not list them.
    before: Option<Vec<Resource>>,
    /// Resources after; `None` where the file does not list them.
    after: Option<Vec<Resource>>,
    counts: Counts,
}

/// A resource, with the components of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
struct Resource {
    /// Address.
    name: String,
    /// Resource type, where the file or the address tells it.
    kind: Option<String>,
    monthly: Option<Decimal>,
    components: Vec<Component>,
    /// Components whose price was not found.
    missing: BTreeSet<String>,
    /// Whether anything is due whatever the usage.
    fixed: bool,
    /// Whether anything depends on usage that nobody stated.
    usage: bool,
}

/// What is not among the resources.
#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    /// Addresses that cost nothing.
    free: BTreeSet<String>,
    /// Types that cost nothing.
    free_types: BTreeSet<String>,
    /// Types that have no price, and how many there are of each.
    unsupported: BTreeMap<String, usize>,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.free.extend(other.free.iter().cloned());
        self.free_types.extend(other.free_types.iter().cloned());
        for (name, count) in &other.unsupported {
            let sum = self.unsupported.entry(name.clone()).or_default();
            *sum = sum.saturating_add(*count);
        }
    }
}

/// Tells the formats apart: only v2 writes names in snake case.
#[derive(Deserialize)]
struct Probe {
    projects: Option<Vec<ProjectProbe>>,
    #[serde(rename = "totalMonthlyCost")]
    total: Option<serde::de::IgnoredAny>,
    summary: Option<SummaryProbe>,
}

#[derive(Deserialize)]
struct ProjectProbe {
    project_name: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct SummaryProbe {
    total_monthly_cost: Option<serde::de::IgnoredAny>,
}

impl Infracost {
    /// Reads a file of either format.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let probe: Probe = DOCUMENT.read(bytes.clone())?;
        let projects = probe.projects.as_deref().unwrap_or_default();
        let v2 = projects.iter().any(|project| project.project_name.is_some())
            || probe.summary.is_some_and(|summary| summary.total_monthly_cost.is_some());
        if v2 {
            return scan::read(bytes);
        }
        if probe.projects.is_none() && probe.total.is_none() {
            return Err(DOCUMENT.refuse(
                "this is not Infracost's JSON as it is known: it has neither `projects` nor \
                 `totalMonthlyCost`",
            ));
        }
        breakdown::read(bytes)
    }
}

/// The currency code of a file, which is printed beside every amount.
fn currency(text: &str) -> Result<String, Refusal> {
    if text.len() == 3 && text.bytes().all(|c| c.is_ascii_uppercase()) {
        return Ok(text.to_owned());
    }
    Err(DOCUMENT.refuse("`currency` is no code of three capital letters"))
}
