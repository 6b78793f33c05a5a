//! What a rule is, apart from its code.

use super::{GateName, Severity};

/// A rule's documentation, as a report carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// One line.
    pub title: String,
    /// Severity unless the subject decides it.
    pub severity: Severity,
    /// What it checks and why.
    pub why: String,
    /// How to satisfy it.
    pub fix: String,
    /// Where to read on.
    pub references: Vec<String>,
    /// What others call it, e.g. `CKV_AWS_16`.
    pub aliases: Vec<String>,
}

impl From<&Rule> for RuleText {
    fn from(rule: &Rule) -> Self {
        Self {
            title: rule.title.to_owned(),
            severity: rule.severity,
            why: rule.why.to_owned(),
            fix: rule.fix.to_owned(),
            references: rule.references.iter().map(|text| (*text).to_owned()).collect(),
            aliases: Vec::new(),
        }
    }
}

/// A rule's identity and documentation. `tfgate explain` prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `gate/name`, naming the state that it reports.
    pub id: &'static str,
    /// Gate that it belongs to.
    pub gate: GateName,
    /// Severity unless a table or a softener says otherwise.
    pub severity: Severity,
    /// One line.
    pub title: &'static str,
    /// What it checks and why, in sentences.
    pub why: &'static str,
    /// How to satisfy it.
    pub fix: &'static str,
    /// Where to read on.
    pub references: &'static [&'static str],
}

/// What the rules of one gate have in common.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The gate.
    pub gate: GateName,
    /// What all of them refer to.
    pub references: &'static [&'static str],
}

impl Rules {
    /// One of them.
    #[must_use]
    pub const fn rule(
        self,
        id: &'static str,
        severity: Severity,
        title: &'static str,
        why: &'static str,
        fix: &'static str,
    ) -> Rule {
        Rule { id, gate: self.gate, severity, title, why, fix, references: self.references }
    }
}
