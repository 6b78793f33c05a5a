//! The settings that hold for one plan: the environment's before those for all, and the
//! profile's where neither says anything.

use super::Config;
use super::choose::Choice;
use super::comply::{Comply, Import};
use super::cost::Cost;
use super::environment::{Layer, Unchanged};
use super::fleet::Fleet;
use super::ingest::Ingest;
use super::levels::{Levels, RuleLevel, chosen};
use super::profile::Profile;
use super::protect::Protect;
use super::stated::{Stated, nearer};
use super::waiver::Waiver;
use crate::finding::{Level, Severity};
use crate::protect::settings::Settings;

/// The configuration in force.
#[derive(Clone, Debug, PartialEq)]
pub struct InForce {
    /// The environment's name, if any are configured.
    pub environment: Option<String>,
    /// The profile.
    pub profile: Profile,
    /// What the protect gate is told.
    pub protect: Settings,
    /// What is said to the comply gate.
    pub comply: Comply,
    /// What is said to the cost gate.
    pub cost: Cost,
    /// What is said to the import.
    pub import: Import,
    /// What is said to the ingest gate.
    pub ingest: Ingest,
    /// Limits over all plans of the run.
    pub fleet: Fleet,
    /// The waivers that apply here, expired ones included.
    pub waivers: Vec<Waiver>,
    /// What findings on untouched resources mean.
    pub unchanged: Unchanged,
    pub(super) environment_origin: String,
    pub(super) profile_origin: String,
    pub(super) unchanged_origin: String,
    pub(super) protect_stated: Protect,
    pub(super) levels: Levels,
    pub(super) rules: Vec<RuleLevel>,
}

/// The level of a finding, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The level.
    pub level: Level,
    /// Such as "profile `strict`" or ".tfgate.hcl:31".
    pub origin: String,
}

impl From<&Stated<Level>> for Decided {
    fn from(stated: &Stated<Level>) -> Self {
        Self { level: stated.value, origin: stated.origin.clone() }
    }
}

impl Config {
    /// What holds for a plan of the chosen environment.
    #[must_use]
    pub fn in_force(&self, choice: &Choice<'_>, profile_override: Option<Profile>) -> InForce {
        let none = Layer::default();
        let near = choice.environment.map_or(&none, |environment| &environment.layer);
        let far = &self.everywhere;
        let environment = choice.environment();
        let profile = match profile_override {
            Some(profile) => Stated { value: profile, origin: "--profile".to_owned() },
            None => or_default(nearer(near.profile.as_ref(), far.profile.as_ref())),
        };
        let unchanged = or_default(nearer(near.unchanged.as_ref(), far.unchanged.as_ref()));
        let protect = near.protect.over(&far.protect);
        let waivers = far.waivers.iter().chain(&near.waivers);
        InForce {
            environment: environment.map(str::to_owned),
            environment_origin: match choice.environment {
                _ if choice.named => "-e".to_owned(),
                Some(environment) => environment.origin.clone(),
                None => "default".to_owned(),
            },
            profile: profile.value,
            profile_origin: profile.origin,
            protect: protect.settings(),
            protect_stated: protect,
            comply: near.comply.over(&far.comply),
            cost: near.cost.over(&far.cost),
            import: near.import.over(&far.import),
            ingest: near.ingest.over(&far.ingest),
            fleet: self.fleet.clone(),
            waivers: waivers.filter(|waiver| waiver.applies_in(environment)).cloned().collect(),
            unchanged: unchanged.value,
            unchanged_origin: unchanged.origin,
            levels: near.levels.over(&far.levels),
            rules: far.rules.iter().chain(&near.rules).cloned().collect(),
        }
    }
}

fn or_default<T: Default>(stated: Option<Stated<T>>) -> Stated<T> {
    stated.unwrap_or_else(|| Stated { value: T::default(), origin: "default".to_owned() })
}

impl InForce {
    /// What the cost gate is told.
    #[must_use]
    pub fn budget(&self) -> crate::cost::Settings {
        self.cost.settings()
    }

    /// The level of a rule's finding: set for the rule, else (for cost) by the `cost` block,
    /// else for its severity, else by the profile. A level that the file sets for a severity
    /// also holds for destruction; only the profile's own is softer there.
    #[must_use]
    pub fn level_of(&self, rule: &str, severity: Severity, destruction: bool) -> Decided {
        let cost = rule.starts_with("cost/");
        if let Some(set) = chosen(&self.rules, rule) {
            return Decided::from(&set.level);
        }
        if let (true, Some(level)) = (cost, &self.cost.level) {
            return Decided::from(level);
        }
        if let Some(level) = self.levels.get(severity) {
            let mut decided = Decided::from(level);
            if cost {
                decided.level = decided.level.min(Level::MandatoryOverridable);
            }
            return decided;
        }
        let level = match (cost, destruction) {
            (true, _) => self.profile.budget_cap(severity),
            (false, true) => self.profile.destruction_level(severity),
            (false, false) => self.profile.level_for(severity),
        };
        Decided { level, origin: self.profile_name() }
    }

    /// The level of another scanner's finding: set for the rule, else for its severity in the
    /// `ingest` block, else as for our own.
    #[must_use]
    pub fn level_of_scanner(&self, rule: &str, severity: Severity) -> Decided {
        let set = self.ingest.levels.get(severity).filter(|_| chosen(&self.rules, rule).is_none());
        match set {
            Some(level) => Decided::from(level),
            None => self.level_of(rule, severity, false),
        }
    }

    /// The level of a policy that names an enforcement level of its own and no severity.
    #[must_use]
    pub fn level_of_policy(&self, rule: &str, enforcement: Level) -> Decided {
        match chosen(&self.rules, rule) {
            Some(set) => Decided::from(&set.level),
            None => match self.profile.policy_level(enforcement) {
                level if level == enforcement => Decided { level, origin: "policy".to_owned() },
                level => Decided { level, origin: self.profile_name() },
            },
        }
    }

    pub(super) fn profile_name(&self) -> String {
        format!("profile `{}`", self.profile)
    }
}
