//! What a gate says: findings, their severity, level and outcome.
//!
//! A [`Finding`] is plain data and part of the report's contract: every string in it is
//! safe to show, because it was made by `plan::redact` or `Change::label`.

pub mod level;
pub mod lifecycle;
pub mod locate;
pub mod money;
pub mod rule;
pub mod severity;
pub mod verdict;

use serde::{Deserialize, Serialize};

pub use level::Level;
pub use rule::{Rule, RuleText, Rules};
pub use severity::Severity;
pub use verdict::Verdict;

use crate::plan::text::visible;
use crate::plan::{Address, Change};

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum GateName {
    /// Destroy protection.
    Protect,
    /// Policies.
    Comply,
    /// Cost thresholds.
    Cost,
    /// Findings of other scanners.
    Ingest,
    /// Findings about the configuration itself.
    Config,
}

impl GateName {
    /// The word in reports and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Protect => "protect",
            Self::Comply => "comply",
            Self::Cost => "cost",
            Self::Ingest => "ingest",
            Self::Config => "config",
        }
    }
}

/// What came out of a rule that did not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The rule is broken by the plan.
    Fail,
    /// It depends on something that is known after apply.
    Unknown,
    /// The rule could not be evaluated.
    Error,
}

/// A place in the sources, best effort, never part of an identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Location {
    /// Path relative to the source directory, with `/`.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

/// One attribute that a finding is about, as text that is safe to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Attribute path.
    pub path: String,
    /// Value before; `None` where there was none to speak of.
    #[serde(deserialize_with = "Option::deserialize")]
    pub before: Option<String>,
    /// Value after.
    #[serde(deserialize_with = "Option::deserialize")]
    pub after: Option<String>,
}

impl Evidence {
    /// Whether the value goes from one to another.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.before.is_some() && self.after.is_some() && self.before != self.after
    }
}

/// One rule failing, or being undecidable, on one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// Name of the plan, when several are judged together.
    pub plan: String,
    /// Rule id, e.g. `protect/stateful-replace`.
    pub rule: String,
    /// Gate of the rule.
    pub gate: GateName,
    /// How bad it is.
    pub severity: Severity,
    /// What that means here; set by the judge.
    pub level: Level,
    /// The level that a policy without a severity states for itself.
    #[serde(skip)]
    pub enforcement: Option<Level>,
    /// Why another scanner's result is suppressed in the sources.
    #[serde(skip)]
    pub suppression: Option<String>,
    /// Failed, unknown, or not evaluated.
    pub outcome: Outcome,
    /// Address of the resource; `None` for the plan as a whole.
    #[serde(deserialize_with = "Option::deserialize")]
    pub address: Option<String>,
    /// Deposed key, for an old object that is not the live one.
    #[serde(deserialize_with = "Option::deserialize")]
    pub deposed: Option<String>,
    /// Resource type.
    #[serde(rename = "type", deserialize_with = "Option::deserialize")]
    pub resource_type: Option<String>,
    /// What the plan does to it.
    pub actions: Vec<String>,
    /// The attribute that it is about.
    #[serde(deserialize_with = "Option::deserialize")]
    pub attribute: Option<String>,
    /// What is wrong, one sentence without full stop.
    pub message: String,
    /// Why the plan does this.
    #[serde(deserialize_with = "Option::deserialize")]
    pub cause: Option<String>,
    /// What is lost, or what becomes possible.
    #[serde(default)]
    pub impact: Option<String>,
    /// The values behind it.
    pub evidence: Vec<Evidence>,
    /// What to do: sentences, commands, HCL to paste.
    pub next: Vec<String>,
    /// Resources that use this one.
    pub dependents: Vec<String>,
    /// Where it is written.
    #[serde(deserialize_with = "Option::deserialize")]
    pub location: Option<Location>,
    /// Stable identity across runs: rule, address, attribute.
    pub fingerprint: String,
    /// About something that the plan does not touch.
    pub pre_existing: bool,
    /// Rules of other scanners that report the same and are folded into this finding.
    pub also_reported_by: Vec<String>,
    /// The waiver that covers it, as `file:line`, or the scanner whose suppression does.
    #[serde(deserialize_with = "Option::deserialize")]
    pub waived_by: Option<String>,
    /// The flag or approval that lifts it.
    #[serde(deserialize_with = "Option::deserialize")]
    pub approved_by: Option<String>,
}

impl Finding {
    /// A failing finding of `rule` on nothing in particular yet.
    #[must_use]
    pub fn new(rule: &Rule, message: impl AsRef<str>) -> Self {
        Self { severity: rule.severity, ..Self::blank(rule.id, rule.gate, message.as_ref()) }
    }

    /// A failing finding of a rule that is known by its id only.
    #[must_use]
    pub fn blank(rule: &str, gate: GateName, message: &str) -> Self {
        Self {
            plan: String::new(),
            rule: rule.to_owned(),
            gate,
            severity: Severity::Medium,
            level: Level::Mandatory,
            enforcement: None,
            suppression: None,
            outcome: Outcome::Fail,
            address: None,
            deposed: None,
            resource_type: None,
            actions: Vec::new(),
            attribute: None,
            message: message.to_owned(),
            cause: None,
            impact: None,
            evidence: Vec::new(),
            next: Vec::new(),
            dependents: Vec::new(),
            location: None,
            fingerprint: String::new(),
            pre_existing: false,
            also_reported_by: Vec::new(),
            waived_by: None,
            approved_by: None,
        }
    }

    /// Says which change it is about.
    pub fn about(&mut self, change: &Change<'_>) {
        self.address = Some(change.label());
        self.deposed = change.deposed().map(|key| visible(&key).into_owned());
        self.resource_type = Some(visible(&change.resource_type()).into_owned());
        self.actions = change.actions().words().into_iter().map(str::to_owned).collect();
    }

    /// The address step by step; none for what is no resource.
    #[must_use]
    pub fn parsed_address(&self) -> Option<Address> {
        self.address.as_deref().and_then(|text| Address::parse(text).ok())
    }

    /// Whether nothing lifts it.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.waived_by.is_none() && self.approved_by.is_none()
    }

    /// Whether it is undecided and not in the way: worth a line, not a paragraph.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stands() && self.outcome == Outcome::Unknown && self.level == Level::Advisory
    }

    /// Whether it is about what the plan does not touch, and not in the way.
    #[must_use]
    pub fn is_background(&self) -> bool {
        self.stands()
            && self.pre_existing
            && self.level == Level::Advisory
            && self.outcome == Outcome::Fail
    }

    /// Whether it is in the way of the apply.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.stands() && (self.level > Level::Advisory || self.outcome == Outcome::Error)
    }
}
