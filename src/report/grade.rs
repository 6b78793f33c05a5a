//! What a finding is to those who know three words for it: error, warning, note.
//!
//! The same in every format: an error stands in the way of the apply, a warning does not,
//! and a note is about what is not known yet, or what the plan does not touch.

use crate::finding::{Finding, Level, Outcome};

/// How a viewer marks a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    Note,
    Warning,
    Error,
}

impl Grade {
    /// All grades, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// What the finding is when nothing lifts it.
    pub fn of(finding: &Finding) -> Self {
        match (finding.level, finding.outcome) {
            (_, Outcome::Error) => Self::Error,
            (Level::Mandatory | Level::MandatoryOverridable, _) => Self::Error,
            (Level::Advisory, Outcome::Unknown) => Self::Note,
            (Level::Advisory, Outcome::Fail) if finding.pre_existing => Self::Note,
            (Level::Advisory, Outcome::Fail) => Self::Warning,
        }
    }
}
