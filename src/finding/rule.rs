//! What a rule is, apart from its code.

use super::{GateName, Severity};

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
