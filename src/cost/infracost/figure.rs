//! Amounts in Infracost's JSON: decimal strings, and numbers in files of old versions. Read
//! from their text, never through a float.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A number that may be negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure(pub(super) Decimal);

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?.get();
        let text = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw);
        decimal(text).map(Self).ok_or_else(|| D::Error::custom("expected a decimal number"))
    }
}

/// A cost, which is never negative: one below zero would hide another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cost(pub(super) Decimal);

impl<'de> Deserialize<'de> for Cost {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Figure(number) = Figure::deserialize(from)?;
        if number.is_sign_negative() && !number.is_zero() {
            return Err(D::Error::custom("a cost is negative"));
        }
        Ok(Self(number))
    }
}

/// Digits beyond what a decimal holds are rounded: they are parts of a nanodollar.
fn decimal(text: &str) -> Option<Decimal> {
    let legal = |c: u8| c.is_ascii_digit() || matches!(c, b'-' | b'+' | b'.' | b'e' | b'E');
    if !text.bytes().all(legal) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text).ok();
    }
    Decimal::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::{Cost, Figure};
    use rust_decimal::Decimal;

    fn figure(json: &str) -> Option<String> {
        serde_json::from_str::<Figure>(json).ok().map(|one| one.0.normalize().to_string())
    }

    #[test]
    fn decimals_are_read_from_their_text() {
        let cases = [
            (r#""742.64""#, "742.64"),
            (r#""0.59817465753424657534316749""#, "0.59817465753424657534316749"),
            (r#""-355""#, "-355"),
            ("0.1", "0.1"),
            ("1e3", "1000"),
        ];
        for (json, text) in cases {
            assert_eq!(figure(json).as_deref(), Some(text));
        }
        for json in [r#""""#, r#""$5""#, r#""1,000""#, "true", "[1]", r#""NaN""#, r#""1_000""#] {
            assert_eq!(figure(json), None, "{json}");
        }
    }

    #[test]
    fn a_negative_cost_is_none() {
        assert_eq!(serde_json::from_str::<Cost>(r#""-0""#).unwrap().0, Decimal::ZERO);
        assert!(serde_json::from_str::<Cost>(r#""-0.01""#).is_err());
    }
}
