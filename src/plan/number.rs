//! Numbers as their source text.
//!
//! Terraform writes decimals in full, of any length; `f64` would turn
//! `12345678901234567890` into another number. So a number stays the text that stands in
//! the plan, and is compared digit by digit.

use std::cmp::Ordering;

/// A JSON number as it stands in the plan, compared by exact value: `1.0 == 1`.
#[derive(Clone, Copy)]
pub struct Number<'a>(&'a str);

/// Sign, significant digits without leading and trailing zeros, and the power of ten of
/// the first digit. Zero has no digits.
struct Normal {
    negative: bool,
    digits: Vec<u8>,
    magnitude: i64,
}

impl<'a> Number<'a> {
    /// Wraps the text of a valid JSON number.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The digits as they stand in the plan. A number can be a secret too (a PIN, a port of
    /// a hidden service): print it through `redact` only.
    pub(crate) fn text(self) -> &'a str {
        self.0
    }

    /// Whether the value is zero, however written (`0`, `-0.0`, `0e9`).
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.normal().digits.is_empty()
    }

    /// The value without an exponent and without zeros that say nothing, as Terraform turns a
    /// number into a string: `1e2` is `100`, `2.50` is `2.5`. `None` for numbers of more than
    /// 100 digits, which no attribute holds.
    #[must_use]
    pub(super) fn plain(self) -> Option<String> {
        let Normal { negative, digits, magnitude } = self.normal();
        if digits.is_empty() {
            return Some("0".to_owned());
        }
        let digits = String::from_utf8(digits).ok()?;
        if digits.len() > 100 || magnitude.unsigned_abs() > 100 {
            return None;
        }
        let whole = usize::try_from(magnitude.max(0)).ok()?;
        let zeros = "0".repeat(usize::try_from((-magnitude).max(0)).ok()?);
        let sign = if negative { "-" } else { "" };
        Some(match digits.split_at_checked(whole) {
            Some(("", fraction)) => format!("{sign}0.{zeros}{fraction}"),
            Some((whole, "")) => format!("{sign}{whole}"),
            Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
            None => format!("{sign}{digits:0<whole$}"),
        })
    }

    fn normal(self) -> Normal {
        let (negative, unsigned) = match self.0.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, self.0),
        };
        let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
            Some(at) => (&unsigned[..at], parse_exponent(&unsigned[at + 1..])),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let leading = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..leading);
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let point = i64::try_from(whole.len()).unwrap_or(i64::MAX);
        let skipped = i64::try_from(leading).unwrap_or(i64::MAX);
        let magnitude = point.saturating_sub(skipped).saturating_add(exponent);
        let negative = negative && !digits.is_empty();
        Normal { negative, digits, magnitude }
    }
}

/// An exponent of any length; what does not fit is as good as infinite.
fn parse_exponent(text: &str) -> i64 {
    let negative = text.starts_with('-');
    text.strip_prefix('+').unwrap_or(text).parse().unwrap_or(if negative {
        i64::MIN / 2
    } else {
        i64::MAX / 2
    })
}

impl Ord for Number<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0 == other.0 {
            return Ordering::Equal;
        }
        let (a, b) = (self.normal(), other.normal());
        let sign = |n: &Normal| match (n.digits.is_empty(), n.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        match sign(&a).cmp(&sign(&b)) {
            Ordering::Equal if sign(&a) == 0 => Ordering::Equal,
            Ordering::Equal => {
                let size = a.magnitude.cmp(&b.magnitude).then_with(|| a.digits.cmp(&b.digits));
                if a.negative { size.reverse() } else { size }
            }
            different @ (Ordering::Less | Ordering::Greater) => different,
        }
    }
}

impl PartialOrd for Number<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number<'_> {}

#[cfg(test)]
mod tests {
    use super::Number;

    fn n(text: &str) -> Number<'_> {
        Number::new(text)
    }

    #[test]
    fn equal_values_are_equal_however_written() {
        for (a, b) in [("1", "1.0"), ("0", "-0"), ("100", "1e2"), ("0.05", "5E-2"), ("0e7", "0.00")]
        {
            assert!(n(a) == n(b), "{a} and {b}");
        }
    }

    #[test]
    fn digits_beyond_a_float_still_count() {
        assert!(n("12345678901234567890") < n("12345678901234567891"));
        assert!(n("0.1") != n("0.10000000000000000000000000000000001"));
        assert!(n("1e400") > n("1e399"));
        assert!(n("-1e400") < n("1"));
        assert!(n("1e99999999999999999999") > n("9"));
    }

    #[test]
    fn written_as_terraform_writes_them_into_strings() {
        for (number, text) in [
            ("443", "443"),
            ("-1", "-1"),
            ("0", "0"),
            ("-0.0", "0"),
            ("1e2", "100"),
            ("2.50", "2.5"),
            ("-12.5e1", "-125"),
            ("1200", "1200"),
            ("0.050", "0.05"),
            ("5e-3", "0.005"),
            ("65535.0", "65535"),
            ("12345678901234567890", "12345678901234567890"),
        ] {
            assert_eq!(n(number).plain().as_deref(), Some(text), "{number}");
        }
        for absurd in ["1e400", "1e-99999999999999999999", &"1".repeat(101)] {
            assert_eq!(n(absurd).plain(), None, "{absurd}");
        }
    }

    #[test]
    fn order_follows_sign_and_size() {
        let ascending = ["-100", "-99.5", "-0.1", "0", "0.001", "0.01", "2", "10", "10.5"];
        for pair in ascending.windows(2) {
            assert!(n(pair[0]) < n(pair[1]), "{pair:?}");
        }
    }
}
