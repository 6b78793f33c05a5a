//! The `cost` block: budgets per month.

use std::time::Duration;

use hcl_edit::structure::Block;
use rust_decimal::Decimal;

use super::fields::Fields;
use super::levels::level;
use super::problem::{Problem, shown};
use super::protect::span_of_time;
use super::reading::{Reading, Value};
use super::stated::{Stated, nearer};
use crate::cost::settings::{Bound, Money, Settings};
use crate::finding::Level;

/// What is said to the cost gate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    /// How much a plan may add per month.
    pub max_increase: Option<Stated<Money>>,
    /// How much a plan may add, in percent of what is spent before.
    pub max_increase_percent: Option<Stated<Decimal>>,
    /// How much everything may cost per month after the plan.
    pub max_total: Option<Stated<Money>>,
    /// How much one resource may add per month.
    pub max_resource_increase: Option<Stated<Money>>,
    /// The share of billable resources that must have a price, from 0 to 1.
    pub min_coverage: Option<Stated<Decimal>>,
    /// How old the prices may be.
    pub max_price_age: Option<Stated<Duration>>,
    /// Which estimate of usage is judged.
    pub bound: Option<Stated<Bound>>,
    /// The level of cost rules, where the profile's is not wanted.
    pub level: Option<Stated<Level>>,
    pub(super) origins: Vec<String>,
}

impl Cost {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let bounds = [Bound::Low, Bound::Typical, Bound::High].map(|bound| (bound.as_str(), bound));
        let cost = Self {
            max_increase: fields.get(cx, "max_increase", money),
            max_increase_percent: fields.get(cx, "max_increase_percent", |cx, value| {
                within(cx, value, "a number of percent such as 10, without `%`", Decimal::MAX)
            }),
            max_total: fields.get(cx, "max_total", money),
            max_resource_increase: fields.get(cx, "max_resource_increase", money),
            min_coverage: fields.get(cx, "min_coverage", |cx, value| {
                within(cx, value, "a number from 0 to 1", Decimal::ONE)
            }),
            max_price_age: fields.get(cx, "max_price_age", span_of_time),
            bound: fields.get(cx, "bound", |cx, value| cx.word(value, "bound", &bounds)),
            level: fields.get(cx, "level", level),
            origins: vec![cx.block_origin(block)],
        };
        fields.finish(cx);
        cost
    }

    /// What the gate is told.
    pub(super) fn settings(&self) -> Settings {
        fn plain<T: Clone>(stated: Option<&Stated<T>>) -> Option<T> {
            stated.map(|stated| stated.value.clone())
        }
        Settings {
            max_increase: plain(self.max_increase.as_ref()),
            max_increase_percent: plain(self.max_increase_percent.as_ref()),
            max_total: plain(self.max_total.as_ref()),
            max_resource_increase: plain(self.max_resource_increase.as_ref()),
            min_coverage: plain(self.min_coverage.as_ref()),
            max_price_age: plain(self.max_price_age.as_ref()),
            bound: plain(self.bound.as_ref()).unwrap_or_default(),
        }
    }

    pub(super) fn over(&self, far: &Self) -> Self {
        Self {
            max_increase: nearer(self.max_increase.as_ref(), far.max_increase.as_ref()),
            max_increase_percent: nearer(
                self.max_increase_percent.as_ref(),
                far.max_increase_percent.as_ref(),
            ),
            max_total: nearer(self.max_total.as_ref(), far.max_total.as_ref()),
            max_resource_increase: nearer(
                self.max_resource_increase.as_ref(),
                far.max_resource_increase.as_ref(),
            ),
            min_coverage: nearer(self.min_coverage.as_ref(), far.min_coverage.as_ref()),
            max_price_age: nearer(self.max_price_age.as_ref(), far.max_price_age.as_ref()),
            bound: nearer(self.bound.as_ref(), far.bound.as_ref()),
            level: nearer(self.level.as_ref(), far.level.as_ref()),
            origins: far.origins.iter().chain(&self.origins).cloned().collect(),
        }
    }
}

fn within(cx: &mut Reading<'_>, value: &Value<'_>, wanted: &str, most: Decimal) -> Option<Decimal> {
    let number = cx.number(value, wanted)?;
    if number.is_sign_negative() || number > most {
        cx.report(
            Problem::invalid(format!("`{}` must be {wanted}", value.key))
                .label(value.span.clone(), "this is out of range"),
        );
        return None;
    }
    Some(number)
}

fn money(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Money> {
    let text = cx.text(value, "an amount with its currency, such as \"500 USD\"")?;
    let (amount, currency) = match text.value.split_once(' ') {
        Some((amount, currency)) => (amount, Some(currency)),
        None => (&*text.value, None),
    };
    let reason = match (decimal(amount), currency) {
        (Some(_), None) => "which currency?",
        (Some(amount), Some(currency))
            if currency.len() == 3 && currency.bytes().all(|c| c.is_ascii_uppercase()) =>
        {
            return Some(Money { amount, currency: currency.to_owned() });
        }
        (Some(_), Some(_)) => "a currency has three capital letters, such as USD",
        (None, _) if amount.starts_with('-') => "a budget is not negative",
        (None, _) if amount.contains([',', '_', '\'']) => "write the number without separators",
        (None, _) => "expected a decimal number first",
    };
    cx.report(
        Problem::invalid(format!("`{}` is no amount of money", shown(&text.value)))
            .label(text.span, reason)
            .help("for example \"500 USD\" or \"0.50 EUR\""),
    );
    None
}

/// A decimal number without sign or separators, which the library would skip.
fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|c| c.is_ascii_digit() || c == b'.');
    if plain { Decimal::from_str_exact(text).ok() } else { None }
}
