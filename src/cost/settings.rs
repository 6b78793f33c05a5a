//! What the configuration can say to the cost gate.

use std::fmt;
use std::time::Duration;

use rust_decimal::Decimal;

use crate::plan::Pattern;

/// The `cost` block of an environment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Limits of everything.
    pub limits: Limits,
    /// Limits of parts: what has a tag, or an address.
    pub parts: Vec<Part>,
    /// Which estimate is judged.
    pub bound: Bound,
    /// The currency of the report.
    pub exchange: Exchange,
    /// What is paid less than list prices.
    pub discounts: Vec<Discount>,
}

/// What may not be exceeded, per month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// How much a plan may add.
    pub max_increase: Option<Money>,
    /// How much a plan may add, in percent of what is spent before.
    pub max_increase_percent: Option<Decimal>,
    /// How much a plan may take away.
    pub max_decrease: Option<Money>,
    /// How much a plan may take away, in percent of what is spent before.
    pub max_decrease_percent: Option<Decimal>,
    /// What has to be added or taken away before a percentage counts; 20 USD unless it is set.
    pub min_delta_for_percent: Option<Money>,
    /// How much everything may cost after the plan.
    pub max_total: Option<Money>,
    /// How much one resource may add.
    pub max_resource_increase: Option<Money>,
    /// The share of billable resources that must have a price, from 0 to 1.
    pub min_coverage: Option<Decimal>,
    /// How old the prices may be.
    pub max_price_age: Option<Duration>,
}

/// Limits of a part of what is billed.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What findings call it.
    pub name: String,
    /// Tags or labels that a resource must have, each with the values that do; all must hold.
    pub tags: Vec<(String, Vec<String>)>,
    /// Address patterns, of which one must match; none for every address.
    pub addresses: Vec<Pattern>,
    /// What may not be exceeded.
    pub limits: Limits,
}

/// A currency, and how much of it is a US dollar.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// ISO 4217 code.
    pub currency: String,
    /// How much of it is one USD.
    pub rate: Decimal,
    /// Where that is written, `file:line`; none for USD.
    pub origin: Option<String>,
}

/// Less than the list price.
#[derive(Clone, Debug, PartialEq)]
pub struct Discount {
    /// The types that it is for, as a pattern of their addresses.
    pub types: Pattern,
    /// Address patterns, of which one must match; none for every address.
    pub addresses: Vec<Pattern>,
    /// How much less, from 0 to 100.
    pub percent: Decimal,
}

/// The currency of the catalogue.
pub const CURRENCY: &str = "USD";

/// What has to be added or taken away a month before a percentage counts, unless it is set.
#[must_use]
pub fn least_for_percent() -> Money {
    Money { amount: Decimal::from(20), currency: CURRENCY.to_owned() }
}

impl Default for Exchange {
    fn default() -> Self {
        Self { currency: CURRENCY.to_owned(), rate: Decimal::ONE, origin: None }
    }
}

impl Exchange {
    /// The amount in this currency; `None` for one that is neither in it nor in USD, which
    /// the configuration refuses, or that does not fit.
    #[must_use]
    pub fn of(&self, money: &Money) -> Option<Decimal> {
        if money.currency == self.currency {
            return Some(money.amount);
        }
        let known = money.currency == CURRENCY;
        known.then(|| money.amount.checked_mul(self.rate)).flatten()
    }
}

/// Which end of an estimate is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// As little as it can cost.
    Low,
    /// What is usual.
    #[default]
    Typical,
    /// As much as it may cost.
    High,
}

impl Bound {
    /// The word used in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Typical => "typical",
            Self::High => "high",
        }
    }
}

/// An amount in a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much, never negative.
    pub amount: Decimal,
    /// ISO 4217 code, e.g. `USD`.
    pub currency: String,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}
