//! The `cost` block as `config show` prints it, and what of it lets more pass.

use rust_decimal::Decimal;

use super::{Cost, Limits};
use crate::config::duration;
use crate::config::quote::quote;
use crate::config::show::{Settings, Strictness, list, object, oldest};
use crate::config::stated::Stated;
use crate::cost::settings::{Bound, Money, least_for_percent};
use crate::plan::Pattern;

impl Cost {
    pub(in crate::config) fn show(&self, all: &mut Settings) {
        self.limits.show("cost", all);
        for part in &self.parts {
            let key = format!("cost.limit.{}", quote(&part.name));
            // A part that is gone, or for something else, stops less than before.
            let mut guard = |key: String, value: String| {
                all.compared(key, value, &part.origin, Strictness::Guard);
            };
            if !part.tags.is_empty() {
                let tags = part.tags.iter().map(|(name, values)| (name, list(values)));
                guard(format!("{key}.tags"), object(tags));
            }
            if !part.addresses.is_empty() {
                guard(format!("{key}.address"), patterns(&part.addresses));
            }
            part.limits.show(&key, all);
        }
        let (bound, origin) = match &self.bound {
            Some(stated) => (stated.value, &*stated.origin),
            None => (Bound::default(), "default"),
        };
        let rank = Strictness::AtLeast(Decimal::from(bound as u8));
        all.compared("cost.bound", bound.as_str(), origin, rank);
        // Levels are compared as they come out for each rule.
        all.ranked("cost.level", self.level.as_ref(), ToString::to_string, |_| Strictness::Neutral);
        all.stated("cost.currency", self.exchange.as_ref(), |set| quote(&set.currency));
        all.stated("cost.rate", self.exchange.as_ref(), |set| set.rate.to_string());
        all.stated("cost.usage", self.usage.as_ref(), |usage| quote(usage));
        all.stated("cost.prices", self.prices.as_ref(), |paths| list(paths));
        for discount in &self.discounts {
            let terms = &discount.terms;
            let on = match terms.addresses.as_slice() {
                [] => String::new(),
                addresses => format!(" on {}", patterns(addresses)),
            };
            let key = format!("cost.discount.{}", quote(&discount.types));
            let value = format!("{}%{on}", terms.percent);
            all.compared(key, value, &discount.origin, Strictness::Opaque);
        }
    }
}

fn patterns(patterns: &[Pattern]) -> String {
    let texts: Vec<String> = patterns.iter().map(|one| one.as_str().to_owned()).collect();
    list(&texts)
}

impl Limits {
    fn show(&self, key: &str, all: &mut Settings) {
        let money = |money: &Money| quote(&money.to_string());
        let most = |money: &Money| Strictness::AtMost(money.amount, money.currency.clone());
        let percent = |percent: &Decimal| Strictness::AtMost(*percent, "%".to_owned());
        let text = |number: &Decimal| number.to_string();
        let key = |name: &str| format!("{key}.{name}");
        let (up, down) = (self.max_increase_percent.as_ref(), self.max_decrease_percent.as_ref());
        all.ranked(&key("max_increase"), self.max_increase.as_ref(), money, most);
        all.ranked(&key("max_increase_percent"), up, text, percent);
        all.ranked(&key("max_decrease"), self.max_decrease.as_ref(), money, most);
        all.ranked(&key("max_decrease_percent"), down, text, percent);
        // It decides from where on percentages count, so its default is a value like others.
        let default = Stated { value: least_for_percent(), origin: "default".to_owned() };
        let floor = self.min_delta_for_percent.as_ref();
        let floor = floor.or_else(|| up.or(down).map(|_| &default));
        all.ranked(&key("min_delta_for_percent"), floor, money, most);
        all.ranked(&key("max_total"), self.max_total.as_ref(), money, most);
        let resource = self.max_resource_increase.as_ref();
        all.ranked(&key("max_resource_increase"), resource, money, most);
        all.ranked(&key("min_coverage"), self.min_coverage.as_ref(), text, |share| {
            Strictness::AtLeast(*share)
        });
        let age = self.max_price_age.as_ref();
        all.ranked(&key("max_price_age"), age, |age| duration::format(*age), oldest);
    }
}
