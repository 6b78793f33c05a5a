//! Binary numbers as decimals: the shortest text that reads back as the same number, which
//! is what Terraform prints.

use num_bigint::{BigInt, BigUint};
use num_traits::One;

use super::number::{Float, Num};

impl Float {
    pub(super) fn ratio(&self) -> (BigInt, BigUint) {
        if self.exponent >= 0 {
            (&self.mantissa << self.exponent, BigUint::one())
        } else {
            (self.mantissa.clone(), BigUint::one() << self.exponent.unsigned_abs())
        }
    }

    /// Digits between the two halves of the last bit, as few as possible.
    pub(super) fn shortest(&self) -> (Vec<u8>, i64) {
        // Value, and half of its last bit, over one power of two.
        let bits = self.mantissa.bits();
        let shift = (self.precision + 1).saturating_sub(bits);
        let middle = self.mantissa.magnitude() << shift;
        let exponent = self.exponent - i64::try_from(shift).unwrap_or(0);
        let inclusive = !middle.bit(1);
        let (mut value, mut low, mut high) =
            (middle.clone(), &middle - BigUint::one(), middle + BigUint::one());
        // As integers over a power of ten: 2^-n is 5^n / 10^n.
        let mut scale = 0;
        if exponent >= 0 {
            for bound in [&mut value, &mut low, &mut high] {
                *bound <<= exponent;
            }
        } else {
            let five = BigUint::from(5_u32).pow(u32::try_from(-exponent).unwrap_or(u32::MAX));
            for bound in [&mut value, &mut low, &mut high] {
                *bound *= &five;
            }
            scale = exponent;
        }
        let digits = value.to_str_radix(10).into_bytes();
        let width = digits.len();
        let mut point = i64::try_from(width).unwrap_or(i64::MAX) + scale;
        let low = padded(&low, width);
        let high = padded(&high, width);
        if high.len() > width {
            // The upper bound has one digit more; give the value a leading zero.
            let mut wider = vec![b'0'];
            wider.extend(&digits);
            let mut low_wider = vec![b'0'];
            low_wider.extend(&low);
            point += 1;
            let kept = cut(wider, &low_wider, &high, inclusive);
            return tidy(kept, point);
        }
        tidy(cut(digits, &low, &high, inclusive), point)
    }
}

pub(super) fn padded(value: &BigUint, width: usize) -> Vec<u8> {
    format!("{:0>width$}", value.to_str_radix(10)).into_bytes()
}

/// Walks the digits until one more is not needed to stay between the bounds.
pub(super) fn cut(mut digits: Vec<u8>, low: &[u8], high: &[u8], inclusive: bool) -> Vec<u8> {
    let last = |digits: &[u8]| digits.iter().rposition(|d| *d != b'0').map_or(0, |at| at + 1);
    let (low_end, high_end) = (last(low), last(high));
    for at in 0..digits.len() {
        let (l, m, u) = (low[at], digits[at], high[at]);
        let down = l != m || inclusive && at + 1 == low_end;
        let up = m != u && (inclusive || m + 1 < u || at + 1 < high_end);
        if !down && !up {
            continue;
        }
        let round_up = up
            && (!down || {
                let rest = &digits[at + 1..];
                match rest.first() {
                    Some(b'5') if rest[1..].iter().all(|d| *d == b'0') => m % 2 == 1,
                    Some(digit) => *digit >= b'5',
                    None => false,
                }
            });
        digits.truncate(at + 1);
        if round_up {
            let mut place = at;
            loop {
                if digits[place] < b'9' {
                    digits[place] += 1;
                    break;
                }
                digits[place] = b'0';
                if place == 0 {
                    break;
                }
                place -= 1;
            }
        }
        break;
    }
    digits
}

/// Without zeros at either end.
pub(super) fn tidy(mut digits: Vec<u8>, mut point: i64) -> (Vec<u8>, i64) {
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..leading);
    point -= i64::try_from(leading).unwrap_or(0);
    (digits, point)
}

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Self::Int(int) = self {
            return write!(f, "{int}");
        }
        let (negative, digits, point) = self.shortest();
        let digits = String::from_utf8_lossy(&digits);
        let length = i64::try_from(digits.len()).unwrap_or(i64::MAX);
        let sign = if negative { "-" } else { "" };
        let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
        if digits.is_empty() {
            f.write_str("0")
        } else if point <= 0 {
            write!(f, "{sign}0.{}{digits}", zeros(-point))
        } else if point >= length {
            write!(f, "{sign}{digits}{}", zeros(point - length))
        } else {
            let at = usize::try_from(point).unwrap_or(0);
            write!(f, "{sign}{}.{}", &digits[..at], &digits[at..])
        }
    }
}
