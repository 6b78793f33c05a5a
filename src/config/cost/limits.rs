//! The limits themselves: the same keys for everything and for a part.

use std::time::Duration;

use rust_decimal::Decimal;

use super::money::{Amount, money};
use crate::config::fields::Fields;
use crate::config::problem::Problem;
use crate::config::protect::span_of_time;
use crate::config::reading::{Reading, Value};
use crate::config::stated::{Stated, nearer};
use crate::cost::settings::{self, Money};

/// What may not be exceeded, each with the line that says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// How much a plan may add per month.
    pub max_increase: Option<Stated<Money>>,
    /// How much a plan may add, in percent of what is spent before.
    pub max_increase_percent: Option<Stated<Decimal>>,
    /// How much a plan may take away per month.
    pub max_decrease: Option<Stated<Money>>,
    /// How much a plan may take away, in percent of what is spent before.
    pub max_decrease_percent: Option<Stated<Decimal>>,
    /// What has to be added or taken away before a percentage counts.
    pub min_delta_for_percent: Option<Stated<Money>>,
    /// How much everything may cost per month.
    pub max_total: Option<Stated<Money>>,
    /// How much one resource may add per month.
    pub max_resource_increase: Option<Stated<Money>>,
    /// The share of billable resources that must have a price, from 0 to 1.
    pub min_coverage: Option<Stated<Decimal>>,
    /// How old the prices may be.
    pub max_price_age: Option<Stated<Duration>>,
}

impl Limits {
    /// Reads them; `within` is the block that they stand in, for the names of `amounts`.
    pub(super) fn read(
        cx: &mut Reading<'_>,
        fields: &mut Fields<'_>,
        within: &str,
        amounts: &mut Vec<Amount>,
    ) -> Self {
        let mut money = |cx: &mut Reading<'_>, value: &Value<'_>| {
            let money = money(cx, value)?;
            let (key, span) = (format!("{within}{}", value.key), value.span.clone());
            amounts.push(Amount { key, currency: money.currency.clone(), span });
            Some(money)
        };
        let percent = |cx: &mut Reading<'_>, value: &Value<'_>| {
            between(cx, value, "a number of percent such as 10, without `%`", Decimal::MAX)
        };
        Self {
            max_increase: fields.get(cx, "max_increase", &mut money),
            max_increase_percent: fields.get(cx, "max_increase_percent", percent),
            max_decrease: fields.get(cx, "max_decrease", &mut money),
            max_decrease_percent: fields.get(cx, "max_decrease_percent", percent),
            min_delta_for_percent: fields.get(cx, "min_delta_for_percent", &mut money),
            max_total: fields.get(cx, "max_total", &mut money),
            max_resource_increase: fields.get(cx, "max_resource_increase", &mut money),
            min_coverage: fields.get(cx, "min_coverage", |cx, value| {
                between(cx, value, "a number from 0 to 1", Decimal::ONE)
            }),
            max_price_age: fields.get(cx, "max_price_age", span_of_time),
        }
    }

    /// What the gate is told.
    pub(super) fn settings(&self) -> settings::Limits {
        fn plain<T: Clone>(stated: Option<&Stated<T>>) -> Option<T> {
            stated.map(|stated| stated.value.clone())
        }
        settings::Limits {
            max_increase: plain(self.max_increase.as_ref()),
            max_increase_percent: plain(self.max_increase_percent.as_ref()),
            max_decrease: plain(self.max_decrease.as_ref()),
            max_decrease_percent: plain(self.max_decrease_percent.as_ref()),
            min_delta_for_percent: plain(self.min_delta_for_percent.as_ref()),
            max_total: plain(self.max_total.as_ref()),
            max_resource_increase: plain(self.max_resource_increase.as_ref()),
            min_coverage: plain(self.min_coverage.as_ref()),
            max_price_age: plain(self.max_price_age.as_ref()),
        }
    }

    pub(super) fn over(&self, far: &Self) -> Self {
        Self {
            max_increase: nearer(self.max_increase.as_ref(), far.max_increase.as_ref()),
            max_increase_percent: nearer(
                self.max_increase_percent.as_ref(),
                far.max_increase_percent.as_ref(),
            ),
            max_decrease: nearer(self.max_decrease.as_ref(), far.max_decrease.as_ref()),
            max_decrease_percent: nearer(
                self.max_decrease_percent.as_ref(),
                far.max_decrease_percent.as_ref(),
            ),
            min_delta_for_percent: nearer(
                self.min_delta_for_percent.as_ref(),
                far.min_delta_for_percent.as_ref(),
            ),
            max_total: nearer(self.max_total.as_ref(), far.max_total.as_ref()),
            max_resource_increase: nearer(
                self.max_resource_increase.as_ref(),
                far.max_resource_increase.as_ref(),
            ),
            min_coverage: nearer(self.min_coverage.as_ref(), far.min_coverage.as_ref()),
            max_price_age: nearer(self.max_price_age.as_ref(), far.max_price_age.as_ref()),
        }
    }

    /// Whether nothing is limited: a floor for percentages alone is no limit.
    pub(super) fn is_empty(&self) -> bool {
        let floor = self.min_delta_for_percent.clone();
        *self == Self { min_delta_for_percent: floor, ..Self::default() }
    }
}

/// A number from 0 to `most`.
pub(super) fn between(
    cx: &mut Reading<'_>,
    value: &Value<'_>,
    wanted: &str,
    most: Decimal,
) -> Option<Decimal> {
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
