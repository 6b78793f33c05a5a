//! Findings that say the same, told once.

use std::collections::BTreeMap;

use super::escape::short_code;
use crate::finding::{Finding, GateName, Level, Outcome};
use crate::report::phrases::plural;

/// Addresses that are named in a group; the rest is counted.
const NAMED: usize = 3;

/// Longest address, in bytes.
pub(super) const ADDRESS: usize = 240;

/// What a finding means to the person who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// The rule could not be evaluated: nobody knows.
    Broken,
    /// Mandatory.
    Error,
    /// Mandatory, and somebody may allow it.
    Approval,
    /// Advisory.
    Warning,
}

impl Standing {
    pub(super) fn of(finding: &Finding) -> Self {
        match (finding.outcome, finding.level) {
            (Outcome::Error, _) => Self::Broken,
            (Outcome::Fail | Outcome::Unknown, Level::Mandatory) => Self::Error,
            (Outcome::Fail | Outcome::Unknown, Level::MandatoryOverridable) => Self::Approval,
            (Outcome::Fail | Outcome::Unknown, Level::Advisory) => Self::Warning,
        }
    }

    /// Symbol and word; a symbol alone says nothing to who cannot see it. The space between
    /// them does not break.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Broken => "💥\u{a0}broken",
            Self::Error => "🛑\u{a0}error",
            Self::Approval => "✋\u{a0}approval",
            Self::Warning => "⚠️\u{a0}warning",
        }
    }

    pub(super) fn blocks(self) -> bool {
        self < Self::Warning
    }
}

/// Findings that differ in their subject only.
pub(super) struct Group<'r> {
    pub(super) standing: Standing,
    pub(super) findings: Vec<&'r Finding>,
}

impl<'r> Group<'r> {
    pub(super) fn first(&self) -> &'r Finding {
        self.findings[0]
    }

    /// The addresses, each once, in the order of the findings.
    pub(super) fn addresses(&self) -> Vec<&'r str> {
        let mut seen = std::collections::BTreeSet::new();
        let addresses = self.findings.iter().filter_map(|finding| finding.address.as_deref());
        addresses.filter(|address| seen.insert(*address)).collect()
    }

    /// The one address, or how many there are.
    pub(super) fn subject(&self) -> String {
        match self.addresses().as_slice() {
            [] if self.first().gate == GateName::Config => "the configuration".to_owned(),
            [] if self.first().plan.is_empty() => "all plans together".to_owned(),
            [] => "the plan".to_owned(),
            [one] => subject(one, self.first().deposed.as_deref()),
            several => plural(several.len(), "resource"),
        }
    }

    /// The first addresses of several, to be put after [`Group::subject`].
    pub(super) fn named(&self) -> String {
        match self.addresses().as_slice() {
            [] | [_] => String::new(),
            several => format!(": {}", names(several)),
        }
    }
}

fn subject(address: &str, deposed: Option<&str>) -> String {
    let address = short_code(address, ADDRESS);
    let deposed = deposed.map(|key| format!(" (deposed {})", short_code(key, 40)));
    format!("{address}{}", deposed.unwrap_or_default())
}

/// The first of the addresses, with `…` where there are more.
pub(super) fn names(addresses: &[&str]) -> String {
    let mut named: Vec<String> =
        addresses.iter().take(NAMED).map(|name| short_code(name, ADDRESS)).collect();
    if addresses.len() > NAMED {
        named.push("…".to_owned());
    }
    named.join(", ")
}

/// What there is to say, apart by how it is said.
pub(super) struct Told<'r> {
    /// In the way, worst first.
    pub(super) blocking: Vec<Group<'r>>,
    /// Not in the way, worst first.
    pub(super) warnings: Vec<Group<'r>>,
    /// Known after apply, and not in the way.
    pub(super) open: Vec<&'r Finding>,
    /// About what the plan does not touch.
    pub(super) untouched: Vec<&'r Finding>,
    /// Waived, allowed or approved.
    pub(super) lifted: Vec<&'r Finding>,
}

impl<'r> Told<'r> {
    pub(super) fn of(findings: &[&'r Finding]) -> Self {
        let (mut open, mut untouched, mut lifted) = (Vec::new(), Vec::new(), Vec::new());
        let mut standing = Vec::new();
        for &finding in findings {
            if !finding.stands() {
                lifted.push(finding);
            } else if finding.is_open() {
                open.push(finding);
            } else if finding.is_background() {
                untouched.push(finding);
            } else {
                standing.push(finding);
            }
        }
        standing
            .sort_by_key(|finding| (Standing::of(finding), std::cmp::Reverse(finding.severity)));
        let (blocking, warnings) =
            groups(&standing).into_iter().partition(|group| group.standing.blocks());
        Self { blocking, warnings, open, untouched, lifted }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocking.is_empty()
            && self.warnings.is_empty()
            && self.open.is_empty()
            && self.untouched.is_empty()
            && self.lifted.is_empty()
    }
}

fn groups<'r>(findings: &[&'r Finding]) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    let mut places = BTreeMap::new();
    for finding in findings {
        let standing = Standing::of(finding);
        let said = (&finding.rule, standing, finding.outcome, &finding.message);
        let place = *places.entry(said).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { standing, findings: vec![finding] }),
        }
    }
    groups
}
