//! What the configuration can say to the cost gate.

use std::fmt;
use std::time::Duration;

use rust_decimal::Decimal;

/// The `cost` block of an environment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// How much a plan may add per month.
    pub max_increase: Option<Money>,
    /// How much a plan may add, in percent of what is spent before.
    pub max_increase_percent: Option<Decimal>,
    /// How much everything may cost per month after the plan.
    pub max_total: Option<Money>,
    /// How much one resource may add per month.
    pub max_resource_increase: Option<Money>,
    /// The share of billable resources that must have a price, from 0 to 1.
    pub min_coverage: Option<Decimal>,
    /// How old the prices may be.
    pub max_price_age: Option<Duration>,
    /// Which estimate is judged.
    pub bound: Bound,
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
