//! The answer, and how it becomes an exit code.

use serde::{Deserialize, Serialize};

use super::{Finding, Level, Outcome};

/// What became of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing stands in the way.
    Passed,
    /// Somebody has to allow it first.
    ApprovalNeeded,
    /// It must not be applied.
    Denied,
    /// It could not be judged, which is never a pass.
    Undecided,
}

impl Verdict {
    /// The verdict that findings add up to.
    #[must_use]
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        findings.into_iter().map(Self::of_one).fold(Self::Passed, Self::worse)
    }

    fn of_one(finding: &Finding) -> Self {
        match finding.level {
            // A broken rule is mended, not outvoted: neither waiver nor level decides.
            _ if finding.outcome == Outcome::Error => Self::Undecided,
            _ if !finding.stands() => Self::Passed,
            Level::Mandatory => Self::Denied,
            Level::MandatoryOverridable => Self::ApprovalNeeded,
            Level::Advisory => Self::Passed,
        }
    }

    /// The worse of two: undecided before denied before approval needed.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        let rank = |verdict| match verdict {
            Self::Passed => 0,
            Self::ApprovalNeeded => 1,
            Self::Denied => 2,
            Self::Undecided => 3,
        };
        if rank(other) > rank(self) { other } else { self }
    }

    /// Exit code, see [`crate::exit`].
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::Denied => 1,
            Self::Undecided => 2,
            Self::ApprovalNeeded => 3,
        }
    }

    /// The word in the last line of the terminal report.
    #[must_use]
    pub fn headline(self) -> &'static str {
        match self {
            Self::Passed => "PASSED",
            Self::Denied => "DENIED",
            Self::ApprovalNeeded => "APPROVAL NEEDED",
            Self::Undecided => "UNDECIDED",
        }
    }
}
