//! How bad a rule's failure is, whatever the environment.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Severity belongs to the rule (or to the resource type that it is about); what it means
/// here is the [`Level`](super::Level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// Should be mended soon, or an outage that is over when the apply is.
    Medium,
    /// Loss that hurts and can be mended with work.
    High,
    /// Loss that cannot be mended, or exposure.
    Critical,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 4] = [Self::Critical, Self::High, Self::Medium, Self::Low];

    /// The word used in configuration, reports and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// One step less severe, but never below medium: something that can be brought back is
    /// still an outage.
    #[must_use]
    pub fn softened(self) -> Self {
        match self {
            Self::Critical => Self::High,
            Self::High | Self::Medium => Self::Medium,
            Self::Low => Self::Low,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Severity {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|severity| severity.as_str() == text).ok_or(())
    }
}
