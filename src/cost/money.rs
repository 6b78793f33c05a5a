//! Amounts: decimal, in three estimates at once, never a float.
//!
//! A quantity that depends on the load (an autoscaling group between its bounds) has a low,
//! a typical and a high value; most have the same three times. A sum that does not fit is
//! `None`: a number that cannot be computed is unknown, not zero.

use rust_decimal::{Decimal, RoundingStrategy};

use super::settings::Bound;

/// A quantity or USD per month, as low, typical and high estimate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// As little as it can be.
    pub low: Decimal,
    /// What is usual.
    pub typical: Decimal,
    /// As much as it may be.
    pub high: Decimal,
}

impl Amount {
    /// The same in every estimate.
    #[must_use]
    pub fn exactly(value: Decimal) -> Self {
        Self { low: value, typical: value, high: value }
    }

    /// One of the three.
    #[must_use]
    pub fn at(self, bound: Bound) -> Decimal {
        match bound {
            Bound::Low => self.low,
            Bound::Typical => self.typical,
            Bound::High => self.high,
        }
    }

    /// Combines two amounts estimate by estimate.
    #[must_use]
    pub fn with(
        self,
        other: Self,
        operation: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Self> {
        Some(Self {
            low: operation(self.low, other.low)?,
            typical: operation(self.typical, other.typical)?,
            high: operation(self.high, other.high)?,
        })
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.with(other, Decimal::checked_add)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        self.with(other, Decimal::checked_mul)
    }

    /// The larger, estimate by estimate.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            typical: self.typical.max(other.typical),
            high: self.high.max(other.high),
        }
    }
}

/// Money for a report: rounded to the cent, `1204.10`. Nowhere else is anything rounded.
#[must_use]
pub fn cents(value: Decimal) -> String {
    let rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{rounded:.2}");
    if text == "-0.00" { "0.00".to_owned() } else { text }
}

/// A quantity or a unit price: all its digits and no more.
#[must_use]
pub fn digits(value: Decimal) -> String {
    value.normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::{cents, digits};
    use rust_decimal::Decimal;

    fn d(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn money_is_rounded_for_showing_only() {
        assert_eq!(cents(d("70.075")), "70.08");
        assert_eq!(cents(d("-0.001")), "0.00");
        assert_eq!(digits(d("0.0000166667")), "0.0000166667");
        assert_eq!(digits(d("730.00")), "730");
    }
}
