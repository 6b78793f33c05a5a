//! What a finding means in an environment: `HashiCorp`'s enforcement levels.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An enforcement level. Ordered: a higher one stands more firmly in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Reported; never in the way.
    Advisory,
    /// In the way until somebody lifts it: `--allow-destroy`, `--override`, a waiver or an
    /// approval.
    MandatoryOverridable,
    /// In the way until the reviewed configuration waives it.
    Mandatory,
}

impl Level {
    /// All levels, firmest first.
    pub const ALL: [Self; 3] = [Self::Mandatory, Self::MandatoryOverridable, Self::Advisory];

    /// The word used in configuration, policies and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advisory => "advisory",
            Self::MandatoryOverridable => "mandatory_overridable",
            Self::Mandatory => "mandatory",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Level {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|level| level.as_str() == text).ok_or(())
    }
}
