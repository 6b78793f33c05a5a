//! The report: one evaluation as data, and its renderers.
//!
//! [`Report`] is the contract that scripts and later jobs rely on. Renderers see nothing
//! else, so a report that was saved renders to the same bytes as in the first run. It holds
//! no time and no duration.

mod consistency;
mod format;
pub mod github;
pub mod gitlab;
mod grade;
pub mod html;
mod identity;
pub mod json;
pub mod junit;
pub mod markdown;
mod phrases;
mod place;
pub mod read;
pub mod sarif;
#[cfg(test)]
mod schema;
mod step;
mod tally;
pub mod text;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::finding::{Evidence, Finding, GateName, Location, Severity, Verdict};
use crate::plan::Summary;

pub use format::Format;

/// Version of the contract. Fields may be added without raising it; none may change.
pub const SCHEMA_VERSION: u32 = 1;

/// One evaluation of one or several plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Who judged.
    pub tool: Tool,
    /// The worst verdict of all plans.
    pub verdict: Verdict,
    /// The exit code that goes with it.
    pub exit_code: u8,
    /// Name of the configuration file; none was found if absent.
    #[serde(deserialize_with = "Option::deserialize")]
    pub configuration: Option<String>,
    /// The plans, sorted by name.
    pub plans: Vec<PlanReport>,
    /// What did not pass, sorted by plan, level, gate, address, deposed key, rule, attribute.
    pub findings: Vec<Finding>,
    /// Documentation of the rules that have findings.
    pub rules: BTreeMap<String, RuleReport>,
    /// The waivers in force.
    pub waivers: Vec<WaiverReport>,
    /// What flags lifted.
    pub overrides: Vec<OverrideReport>,
    /// Why there is no verdict, of the first plan that has none.
    #[serde(deserialize_with = "Option::deserialize")]
    pub error: Option<ErrorReport>,
}

/// Who judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tool {
    /// `tfgate`
    pub name: String,
    /// Semantic version.
    pub version: String,
}

impl Default for Tool {
    fn default() -> Self {
        Self { name: "tfgate".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// One plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlanReport {
    /// What it is called in findings: its directory, or its file.
    pub name: String,
    /// The argument that it was read from; `-` is standard input.
    pub source: String,
    /// The directory of its sources, which locations are relative to, as seen from where
    /// tfgate ran, with `/`; `null` where it is elsewhere.
    #[serde(deserialize_with = "Option::deserialize")]
    pub directory: Option<String>,
    /// SHA-256 over what the plan does, blind to order, time and secret values.
    #[serde(deserialize_with = "Option::deserialize")]
    pub fingerprint: Option<String>,
    /// Version of Terraform or OpenTofu that made it.
    #[serde(deserialize_with = "Option::deserialize")]
    pub terraform_version: Option<String>,
    /// Whether it covers everything; `null` where the version does not say.
    #[serde(deserialize_with = "Option::deserialize")]
    pub complete: Option<bool>,
    /// SHA-256 of the bytes that were judged.
    #[serde(deserialize_with = "Option::deserialize")]
    pub file_sha256: Option<String>,
    /// The environment that it was judged for.
    #[serde(deserialize_with = "Option::deserialize")]
    pub environment: Option<String>,
    /// The profile that it was judged by.
    pub profile: String,
    /// The state before the change that configuration and own policies were taken from; those
    /// of the change itself if absent.
    #[serde(default)]
    pub base: Option<String>,
    /// The verdict on this plan.
    pub verdict: Verdict,
    /// Plain counts of its changes.
    pub summary: Summary,
    /// What each gate did.
    pub gates: Vec<GateReport>,
    /// Everything but plain no-ops.
    pub changes: Vec<ChangeReport>,
    /// Monthly cost, where it was estimated.
    #[serde(deserialize_with = "Option::deserialize")]
    pub cost: Option<CostReport>,
    /// Why this plan has no verdict.
    #[serde(deserialize_with = "Option::deserialize")]
    pub error: Option<ErrorReport>,
}

/// One gate on one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GateReport {
    /// Which.
    pub gate: GateName,
    /// Rules in force.
    pub rules: usize,
    /// Changes judged.
    pub judged: usize,
    /// Findings that nothing lifts, the unknown ones not counted.
    pub failed: usize,
    /// Findings that depend on what is known after apply.
    pub unknown: usize,
    /// Findings that are waived, allowed or approved.
    pub waived: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChangeReport {
    /// Address.
    pub address: String,
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// Module path; empty for the root.
    pub module: String,
    /// What happens, in order.
    pub actions: Vec<String>,
    /// Terraform's reason.
    #[serde(deserialize_with = "Option::deserialize")]
    pub reason: Option<String>,
    /// Attributes that force a replacement.
    pub replace_paths: Vec<String>,
    /// Where it was moved from.
    #[serde(deserialize_with = "Option::deserialize")]
    pub previous_address: Option<String>,
    /// Id under which it is imported.
    #[serde(deserialize_with = "Option::deserialize")]
    pub import_id: Option<String>,
    /// Key of a deposed object.
    #[serde(deserialize_with = "Option::deserialize")]
    pub deposed: Option<String>,
    /// Attributes that differ, redacted.
    pub diff: Vec<Evidence>,
    /// Resources that use it.
    pub dependents: Vec<String>,
    /// Where it is written.
    #[serde(deserialize_with = "Option::deserialize")]
    pub location: Option<Location>,
}

/// Monthly cost of a plan. Money is a decimal string.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CostReport {
    /// Where it comes from: `catalogue`, or the program and format of the file that was given.
    pub source: String,
    /// ISO 4217 code.
    pub currency: String,
    /// How much of the currency is one USD, fixed in the configuration; `null` for USD.
    #[serde(deserialize_with = "Option::deserialize")]
    pub exchange_rate: Option<String>,
    /// Where the rate is written, `file:line`.
    #[serde(deserialize_with = "Option::deserialize")]
    pub exchange_rate_origin: Option<String>,
    /// Cost per month before; `null` where the source does not know it.
    #[serde(deserialize_with = "Option::deserialize")]
    pub before: Option<String>,
    /// Cost per month after.
    pub after: String,
    /// Difference; `null` where the source does not know what was before.
    #[serde(deserialize_with = "Option::deserialize")]
    pub delta: Option<String>,
    /// Which estimate is judged: `low`, `typical` or `high`.
    pub bound: String,
    /// Resources that cost something whatever their usage.
    pub billable: usize,
    /// Of those, the ones whose fixed components all have a price.
    pub priced: usize,
    /// Resources that cost by usage alone, which is not stated; not among the billable ones.
    pub depends_on_usage: usize,
    /// Billable resources of which a part depends on usage that is not stated.
    pub partly_on_usage: usize,
    /// The file that states usage.
    #[serde(deserialize_with = "Option::deserialize")]
    pub usage_file: Option<String>,
    /// The preset that usage is assumed by: `small`, `medium` or `large`.
    #[serde(deserialize_with = "Option::deserialize")]
    pub usage_assumed: Option<String>,
    /// `priced` of `billable`, from 0 to 1.
    pub coverage: String,
    /// Date of the oldest price that was used, `YYYY-MM-DD`.
    #[serde(deserialize_with = "Option::deserialize")]
    pub prices_as_of: Option<String>,
    /// Addresses of the resources whose cost changes most, the largest change first.
    pub top_contributors: Vec<String>,
    /// Resources with their components.
    pub resources: Vec<PricedReport>,
    /// Types that are not mapped, most frequent first; their resources are in `unpriced`.
    pub unsupported: Vec<UnsupportedReport>,
    /// What has no price, and why.
    pub unpriced: Vec<UnpricedReport>,
}

/// A type that is not mapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnsupportedReport {
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// How many resources there are of it.
    pub count: usize,
}

/// Monthly cost of one resource.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PricedReport {
    /// Address.
    pub address: String,
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// What the plan does to it, in order.
    pub actions: Vec<String>,
    /// Cost per month before; `null` where the source does not know it.
    #[serde(deserialize_with = "Option::deserialize")]
    pub before: Option<String>,
    /// Cost per month after.
    pub after: String,
    /// Difference; `null` where the source does not know what was before.
    #[serde(deserialize_with = "Option::deserialize")]
    pub delta: Option<String>,
    /// What it is made of.
    pub components: Vec<ComponentReport>,
}

/// One component of a resource's cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ComponentReport {
    /// What it is.
    pub name: Cow<'static, str>,
    /// What is counted.
    pub unit: Cow<'static, str>,
    /// How much of it in a month; `null` where that depends on usage.
    #[serde(deserialize_with = "Option::deserialize")]
    pub quantity: Option<String>,
    /// Price of one, after the discount.
    pub unit_price: String,
    /// Cost per month; `null` where that depends on usage.
    #[serde(deserialize_with = "Option::deserialize")]
    pub monthly: Option<String>,
    /// What is taken off the list price, in percent.
    #[serde(deserialize_with = "Option::deserialize")]
    pub discount_percent: Option<String>,
    /// The preset that the quantity is assumed by.
    #[serde(deserialize_with = "Option::deserialize")]
    pub assumed: Option<Cow<'static, str>>,
    /// The day at which the price held, `YYYY-MM-DD`.
    #[serde(deserialize_with = "Option::deserialize")]
    pub price_date: Option<String>,
    /// Where the price comes from.
    #[serde(deserialize_with = "Option::deserialize")]
    pub price_source: Option<Arc<str>>,
}

/// A resource, or a part of one, without a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnpricedReport {
    /// Address.
    pub address: String,
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// `attribute-unknown`, `no-price-for-region`, `type-unsupported`, `region-unknown`,
    /// `usage-unspecified`, `price-not-found` or `not-in-file`.
    pub reason: String,
    /// Which attribute, or which price.
    pub detail: String,
    /// How to get the price, as a command where there is one.
    #[serde(deserialize_with = "Option::deserialize")]
    pub next: Option<String>,
}

/// A rule with findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RuleReport {
    /// One line.
    pub title: String,
    /// Severity unless the subject decides it.
    pub severity: Severity,
    /// Why it exists, and how to satisfy it.
    pub help: String,
    /// Where to read on.
    pub references: Vec<String>,
}

/// What became of a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum WaiverState {
    /// It covers a finding.
    Used,
    /// It covers none.
    Unused,
    /// Its date is over, so it covers nothing any more.
    Expired,
}

/// One waiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaiverReport {
    /// Rule id or glob.
    pub rule: String,
    /// Address patterns, comma-separated; none for every address.
    #[serde(deserialize_with = "Option::deserialize")]
    pub address: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub expires: String,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// Where it is written, `file:line`.
    pub origin: String,
    /// What became of it.
    pub state: WaiverState,
}

/// A flag that lifts findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OverrideReport {
    /// `--allow-destroy` or `--override`.
    pub flag: String,
    /// Rule, for `--override`.
    #[serde(deserialize_with = "Option::deserialize")]
    pub rule: Option<String>,
    /// Address pattern.
    #[serde(deserialize_with = "Option::deserialize")]
    pub pattern: Option<String>,
    /// How many findings it lifted.
    pub lifted: usize,
}

/// Why something could not be judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ErrorReport {
    /// Stable name.
    pub code: String,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Report {
    /// The findings of one plan.
    pub fn findings_of(&self, plan: &str) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.plan == plan)
    }
}
