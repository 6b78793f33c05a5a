//! Every setting in force with the line that set it: what `config show` prints.

use super::duration;
use super::in_force::InForce;
use super::protect::shown_limit;
use super::quote::quote;
use super::stated::Stated;
use crate::finding::Severity;

/// One setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, e.g. `protect.max_destroy`.
    pub key: String,
    /// Its value, as it would be written.
    pub value: String,
    /// What set it: a line of the file, the profile, a flag, or the default.
    pub origin: String,
}

/// Collects settings in the order in which they are shown.
#[derive(Default)]
struct Settings(Vec<Setting>);

impl Settings {
    fn add(&mut self, key: impl Into<String>, value: impl Into<String>, origin: &str) {
        self.0.push(Setting { key: key.into(), value: value.into(), origin: origin.to_owned() });
    }

    fn stated<T>(&mut self, key: &str, stated: Option<&Stated<T>>, show: impl Fn(&T) -> String) {
        if let Some(stated) = stated {
            self.add(key, show(&stated.value), &stated.origin);
        }
    }

    fn limit<T>(&mut self, key: &str, stated: Option<&Stated<T>>, show: impl Fn(&T) -> String) {
        match stated {
            Some(_) => self.stated(key, stated, show),
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
        all.add("profile", self.profile.as_str(), &self.profile_origin);
        all.add("unchanged", self.unchanged.as_str(), &self.unchanged_origin);
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
            all.add("protect.protected", quote(protected.pattern.as_str()), &protected.origin);
        }
        all.limit("protect.max_destroy", protect.max_destroy.as_ref(), |max| shown_limit(*max));
        all.limit("protect.max_plan_age", protect.max_plan_age.as_ref(), |age| {
            duration::format(*age)
        });
        self.comply_settings(&mut all);
        self.cost_settings(&mut all);
        all.stated("import.tags", self.import.tags.as_ref(), |tags| {
            object(tags.iter().map(|(name, text)| (name, quote(text))))
        });
        all.stated("fleet.max_destroy", self.fleet.max_destroy.as_ref(), |max| shown_limit(*max));
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
        all.stated("comply.policies", comply.policies.as_ref(), |names| list(names));
        all.stated("comply.inputs", comply.inputs.as_ref(), |inputs| {
            object(inputs.iter().map(|(name, value)| (name, value.to_string())))
        });
        all.stated("comply.packs", comply.packs.as_ref(), |names| list(names));
        all.stated("comply.default_policies", comply.default_policies.as_ref(), bool::to_string);
    }

    fn cost_settings(&self, all: &mut Settings) {
        let cost = &self.cost;
        let money = |money: &crate::cost::settings::Money| quote(&money.to_string());
        all.stated("cost.max_increase", cost.max_increase.as_ref(), money);
        all.stated(
            "cost.max_increase_percent",
            cost.max_increase_percent.as_ref(),
            ToString::to_string,
        );
        all.stated("cost.max_total", cost.max_total.as_ref(), money);
        all.stated("cost.max_resource_increase", cost.max_resource_increase.as_ref(), money);
        all.stated("cost.min_coverage", cost.min_coverage.as_ref(), ToString::to_string);
        all.stated("cost.max_price_age", cost.max_price_age.as_ref(), |age| duration::format(*age));
        all.stated("cost.bound", cost.bound.as_ref(), |bound| bound.as_str().to_owned());
        all.stated("cost.level", cost.level.as_ref(), ToString::to_string);
    }
}

fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| quote(item)).collect();
    format!("[{}]", items.join(", "))
}

fn object<'a>(pairs: impl Iterator<Item = (&'a String, String)>) -> String {
    let pairs: Vec<_> = pairs.map(|(name, value)| format!("{} = {value}", quote(name))).collect();
    format!("{{{}}}", pairs.join(", "))
}
