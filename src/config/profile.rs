//! What an environment is for, in one word.
//!
//! A profile turns severities into levels:
//!
//! | severity | basic | standard | enhanced | strict |
//! |---|---|---|---|---|
//! | critical | advisory | mandatory | mandatory | mandatory |
//! | high | advisory | mandatory overridable | mandatory | mandatory |
//! | medium | advisory | advisory | mandatory overridable | mandatory overridable |
//! | low | advisory | advisory | advisory | advisory |
//!
//! In standard and enhanced, destroying critical and high types is overridable: teams do
//! rebuild test databases. Also by profile: import is off in basic, and proves in strict
//! that it changes nothing; the state is backed up before every write from standard on; what
//! a policy cannot know before the apply fails in strict where the rule is mandatory.

use std::fmt;
use std::str::FromStr;

use crate::finding::{Level, Severity};

/// How strict a gate is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Previews: everything is reported, nothing is in the way.
    Basic,
    /// Development and test; also where nothing is configured.
    #[default]
    Standard,
    /// Staging.
    Enhanced,
    /// Production.
    Strict,
}

impl Profile {
    /// All profiles, most lenient first.
    pub const ALL: [Self; 4] = [Self::Basic, Self::Standard, Self::Enhanced, Self::Strict];

    /// The word used in configuration, on the command line and in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
            Self::Strict => "strict",
        }
    }

    /// The level of a rule of this severity.
    #[must_use]
    pub fn level_for(self, severity: Severity) -> Level {
        use Level::{Advisory, Mandatory, MandatoryOverridable};
        match (severity, self) {
            (_, Self::Basic)
            | (Severity::Medium, Self::Standard)
            | (Severity::Low, Self::Standard | Self::Enhanced | Self::Strict) => Advisory,
            (Severity::High, Self::Standard)
            | (Severity::Medium, Self::Enhanced | Self::Strict) => MandatoryOverridable,
            (Severity::Critical, Self::Standard | Self::Enhanced | Self::Strict)
            | (Severity::High, Self::Enhanced | Self::Strict) => Mandatory,
        }
    }

    /// The level of a rule about destruction, by the severity of what is destroyed.
    #[must_use]
    pub fn destruction_level(self, severity: Severity) -> Level {
        match self {
            Self::Standard | Self::Enhanced => {
                self.level_for(severity).min(Level::MandatoryOverridable)
            }
            Self::Basic | Self::Strict => self.level_for(severity),
        }
    }

    /// The level of a cost rule: money can be explained, so none is beyond an override
    /// unless the configuration says so.
    #[must_use]
    pub fn budget_cap(self, severity: Severity) -> Level {
        self.level_for(severity).min(Level::MandatoryOverridable)
    }

    /// The level of a budget that cannot be judged because too much of the plan has no price.
    #[must_use]
    pub fn unknown_budget_level(self) -> Level {
        match self {
            Self::Basic | Self::Standard => Level::Advisory,
            Self::Enhanced | Self::Strict => Level::MandatoryOverridable,
        }
    }

    /// The level of a policy that names its own enforcement level and no severity.
    #[must_use]
    pub fn policy_level(self, enforcement: Level) -> Level {
        match self {
            Self::Basic => Level::Advisory,
            Self::Standard | Self::Enhanced | Self::Strict => enforcement,
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|profile| profile.as_str() == text).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::Profile::{Basic, Enhanced, Standard, Strict};
    use super::{Level, Profile, Severity};

    #[test]
    fn the_table_is_the_documented_one() {
        use Level::{Advisory as A, Mandatory as M, MandatoryOverridable as O};
        let table = [
            (Severity::Critical, [A, M, M, M]),
            (Severity::High, [A, O, M, M]),
            (Severity::Medium, [A, A, O, O]),
            (Severity::Low, [A, A, A, A]),
        ];
        for (severity, levels) in table {
            assert_eq!(Profile::ALL.map(|profile| profile.level_for(severity)), levels);
        }
    }

    #[test]
    fn destruction_is_overridable_where_teams_rebuild() {
        use Level::{Advisory, Mandatory, MandatoryOverridable};
        for severity in [Severity::Critical, Severity::High] {
            assert_eq!(Basic.destruction_level(severity), Advisory);
            assert_eq!(Standard.destruction_level(severity), MandatoryOverridable);
            assert_eq!(Enhanced.destruction_level(severity), MandatoryOverridable);
            assert_eq!(Strict.destruction_level(severity), Mandatory);
        }
        assert_eq!(Standard.destruction_level(Severity::Medium), Advisory);
        assert_eq!(Strict.destruction_level(Severity::Medium), MandatoryOverridable);
    }

    #[test]
    fn budgets_and_own_policies_follow_the_profile() {
        assert_eq!(Strict.budget_cap(Severity::Critical), Level::MandatoryOverridable);
        assert_eq!(Standard.unknown_budget_level(), Level::Advisory);
        assert_eq!(Enhanced.unknown_budget_level(), Level::MandatoryOverridable);
        assert_eq!(Basic.policy_level(Level::Mandatory), Level::Advisory);
        assert_eq!(Standard.policy_level(Level::Mandatory), Level::Mandatory);
    }
}
