//! Every setting in force with the line that set it: what `config show` prints, and what
//! is compared when a change may loosen the gate.

use std::collections::BTreeSet;
use std::time::Duration;

use rust_decimal::Decimal;

use super::duration;
use super::environment::Unchanged;
use super::in_force::InForce;
use super::protect::shown_limit;
use super::quote::quote;
use super::stated::Stated;
use crate::cost::settings::Money;
use crate::finding::Severity;
use crate::protect::settings::MaxDestroy;

/// One setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, e.g. `protect.max_destroy`.
    pub key: String,
    /// Its value, as it would be written.
    pub value: String,
    /// What set it: a line of the file, the profile, a flag, or the default.
    pub origin: String,
    /// How much it lets pass, compared with another value of the same key.
    pub strictness: Strictness,
}

/// How much a setting lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// It does not decide what passes, or what it decides is compared elsewhere.
    Neutral,
    /// A limit in a unit: with a higher one, or none, more passes.
    AtMost(Decimal, String),
    /// A demand: with a lower one, or none, more passes.
    AtLeast(Decimal),
    /// It stops something: without it more passes.
    Guard,
    /// Each of these stops something.
    Each(BTreeSet<String>),
    /// Only these stop something; where nothing is said, everything does.
    Only(BTreeSet<String>),
    /// It lets something pass that otherwise would not.
    Opening,
    /// Any difference may let more pass.
    Opaque,
}

/// Collects settings in the order in which they are shown.
#[derive(Default)]
pub(super) struct Settings(Vec<Setting>);

impl Settings {
    pub(super) fn add(&mut self, key: impl Into<String>, value: impl Into<String>, origin: &str) {
        self.compared(key, value, origin, Strictness::Neutral);
    }

    pub(super) fn compared(
        &mut self,
        key: impl Into<String>,
        value: impl Into<String>,
        origin: &str,
        strictness: Strictness,
    ) {
        let (key, value, origin) = (key.into(), value.into(), origin.to_owned());
        self.0.push(Setting { key, value, origin, strictness });
    }

    /// A setting of which nothing is known but that it is stated.
    pub(super) fn stated<T>(
        &mut self,
        key: &str,
        stated: Option<&Stated<T>>,
        show: impl Fn(&T) -> String,
    ) {
        self.ranked(key, stated, show, |_| Strictness::Opaque);
    }

    pub(super) fn ranked<T>(
        &mut self,
        key: &str,
        stated: Option<&Stated<T>>,
        show: impl Fn(&T) -> String,
        rank: impl Fn(&T) -> Strictness,
    ) {
        if let Some(stated) = stated {
            self.compared(key, show(&stated.value), &stated.origin, rank(&stated.value));
        }
    }

    fn limit<T>(
        &mut self,
        key: &str,
        stated: Option<&Stated<T>>,
        show: impl Fn(&T) -> String,
        rank: impl Fn(&T) -> Strictness,
    ) {
        match stated {
            Some(_) => self.ranked(key, stated, show, rank),
            None => self.add(key, "no limit", "default"),
        }
    }
}

impl InForce {
    /// Everything in force. What belongs to no gate yet is listed only where it is set.
    #[must_use]
    pub fn settings(&self) -> Vec<Setting> {
        let mut all = Settings::default();
        let environment = self.environment.as_deref().map_or("none".to_owned(), quote);
        all.add("environment", environment, &self.environment_origin);
        let rank = Strictness::AtLeast(Decimal::from(self.profile as u8));
        all.compared("profile", self.profile.as_str(), &self.profile_origin, rank);
        let rank = match self.unchanged {
            Unchanged::Advise => Strictness::Neutral,
            Unchanged::Enforce => Strictness::Guard,
        };
        all.compared("unchanged", self.unchanged.as_str(), &self.unchanged_origin, rank);
        for severity in Severity::ALL {
            let (level, origin) = match self.levels.get(severity) {
                Some(set) => (set.value, set.origin.clone()),
                None => (self.profile.level_for(severity), self.profile_name()),
            };
            all.add(format!("levels.{severity}"), level.as_str(), &origin);
        }
        for set in &self.rules {
            let key = format!("rule.{}", quote(set.rule.as_str()));
            all.add(key, set.level.value.as_str(), &set.level.origin);
        }
        let protect = &self.protect_stated;
        for protected in &protect.protected {
            let pattern = quote(protected.pattern.as_str());
            all.compared("protect.protected", pattern, &protected.origin, Strictness::Guard);
        }
        let max_destroy = protect.max_destroy.as_ref();
        all.limit("protect.max_destroy", max_destroy, |max| shown_limit(*max), most_destroyed);
        let max_plan_age = protect.max_plan_age.as_ref();
        all.limit("protect.max_plan_age", max_plan_age, |age| duration::format(*age), oldest);
        self.comply_settings(&mut all);
        self.cost.show(&mut all);
        all.stated("import.tags", self.import.tags.as_ref(), |tags| {
            object(tags.iter().map(|(name, text)| (name, quote(text))))
        });
        self.ingest.show(&mut all);
        let max_destroy = self.fleet.max_destroy.as_ref();
        all.ranked("fleet.max_destroy", max_destroy, |max| shown_limit(*max), most_destroyed);
        let amounts = [
            ("fleet.max_increase", &self.fleet.max_increase),
            ("fleet.max_total", &self.fleet.max_total),
        ];
        for (key, amount) in amounts {
            let rank = |money: &Money| Strictness::AtMost(money.amount, money.currency.clone());
            all.ranked(key, amount.as_ref(), |money| quote(&money.to_string()), rank);
        }
        for waiver in &self.waivers {
            let addresses: Vec<_> =
                waiver.addresses.iter().map(|address| address.as_str().to_owned()).collect();
            let subject =
                if addresses.is_empty() { "everything".to_owned() } else { list(&addresses) };
            let value = format!(
                "{subject}, until {}, owner {}, reason {}",
                waiver.expires,
                quote(&waiver.owner),
                quote(&waiver.reason)
            );
            all.add(format!("waiver.{}", quote(waiver.rule.as_str())), value, &waiver.origin);
        }
        all.0
    }

    fn comply_settings(&self, all: &mut Settings) {
        let comply = &self.comply;
        let set = |names: &Vec<String>| names.iter().cloned().collect::<BTreeSet<_>>();
        let each = |names: &Vec<String>| Strictness::Each(set(names));
        all.ranked("comply.policies", comply.policies.as_ref(), |names| list(names), each);
        all.stated("comply.inputs", comply.inputs.as_ref(), |inputs| {
            object(inputs.iter().map(|(name, value)| (name, value.to_string())))
        });
        let only = |names: &Vec<String>| Strictness::Only(set(names));
        all.ranked("comply.packs", comply.packs.as_ref(), |names| list(names), only);
        let built_in = comply.default_policies.as_ref();
        all.ranked("comply.default_policies", built_in, bool::to_string, |judged| {
            if *judged { Strictness::Neutral } else { Strictness::Opening }
        });
    }
}

fn most_destroyed(max: &MaxDestroy) -> Strictness {
    match max {
        MaxDestroy::Count(count) => Strictness::AtMost(Decimal::from(*count), "objects".to_owned()),
        MaxDestroy::Share(share) => Strictness::AtMost(Decimal::from(*share), "share".to_owned()),
    }
}

pub(super) fn oldest(age: &Duration) -> Strictness {
    Strictness::AtMost(Decimal::from(age.as_secs()), "seconds".to_owned())
}

pub(super) fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| quote(item)).collect();
    format!("[{}]", items.join(", "))
}

pub(super) fn object<'a>(pairs: impl Iterator<Item = (&'a String, String)>) -> String {
    let pairs: Vec<_> = pairs.map(|(name, value)| format!("{} = {value}", quote(name))).collect();
    format!("{{{}}}", pairs.join(", "))
}
