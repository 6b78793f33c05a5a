//! Numbers as Terraform has them: binary floats of 512 bits.
//!
//! Policies compare sums and quotients that Terraform computes, so the arithmetic is the
//! same: round to nearest even at 512 bits (53 where Terraform itself goes through a double,
//! as in `pow` and `log`), and print the shortest decimal that reads back as the same value.
//! Nearly every number in a plan is a small integer, so that one stays an `i64`.

use std::cmp::Ordering;
use std::sync::Arc;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Bits of a number that came from text.
const PRECISION: u64 = 512;

/// Decimal exponents beyond this are refused: nobody means them, and printing one would
/// take a page of zeros.
const MAX_EXPONENT: i64 = 5_000;

/// A number.
#[derive(Clone, Debug)]
pub(crate) enum Num {
    /// Fits 64 bits.
    Int(i64),
    /// Anything else.
    Big(Arc<Float>),
}

/// `mantissa × 2^exponent`, with an odd mantissa or zero.
#[derive(Clone, Debug)]
pub(crate) struct Float {
    pub(super) mantissa: BigInt,
    pub(super) exponent: i64,
    pub(super) precision: u64,
}

impl Float {
    /// Rounds to `precision` bits, half to even; `sticky` says that something non-zero was
    /// cut off below the mantissa already.
    fn rounded(mantissa: &BigInt, exponent: i64, precision: u64, sticky: bool) -> Self {
        let (sign, mut digits) = (mantissa.sign(), mantissa.magnitude().clone());
        let mut exponent = exponent;
        let excess = digits.bits().saturating_sub(precision);
        if excess > 0 {
            let half = BigUint::one() << (excess - 1);
            let rest = &digits & ((BigUint::one() << excess) - BigUint::one());
            digits >>= excess;
            exponent += i64::try_from(excess).unwrap_or(i64::MAX);
            let up = match rest.cmp(&half) {
                Ordering::Greater => true,
                Ordering::Less => false,
                Ordering::Equal => sticky || digits.is_odd(),
            };
            if up {
                digits += BigUint::one();
            }
        }
        let zeros = digits.trailing_zeros().unwrap_or(0);
        digits >>= zeros;
        exponent += i64::try_from(zeros).unwrap_or(i64::MAX);
        let exponent = if digits.is_zero() { 0 } else { exponent };
        Self { mantissa: BigInt::from_biguint(sign, digits), exponent, precision }
    }

    fn from_int(value: i64) -> Self {
        Self::rounded(&BigInt::from(value), 0, PRECISION, false)
    }

    fn to_i64(&self) -> Option<i64> {
        if self.exponent < 0 || self.exponent > 64 {
            return if self.mantissa.is_zero() { Some(0) } else { None };
        }
        (&self.mantissa << self.exponent).to_i64()
    }

    /// Both mantissas at the smaller exponent.
    fn aligned(&self, other: &Self) -> (BigInt, BigInt, i64) {
        let exponent = self.exponent.min(other.exponent);
        (
            &self.mantissa << (self.exponent - exponent),
            &other.mantissa << (other.exponent - exponent),
            exponent,
        )
    }
}

impl From<Float> for Num {
    fn from(float: Float) -> Self {
        match float.to_i64() {
            // A double that large prints fewer digits than the integer has.
            Some(int) if float.precision == PRECISION || int.abs() < 1 << 53 => Self::Int(int),
            Some(_) | None => Self::Big(Arc::new(float)),
        }
    }
}

impl From<usize> for Num {
    fn from(value: usize) -> Self {
        i64::try_from(value).map_or_else(
            |_| Float::rounded(&BigInt::from(value), 0, PRECISION, false).into(),
            Self::Int,
        )
    }
}

impl Num {
    /// Reads a decimal as JSON or HCL write it (`-12.5e3`). Other spellings are `None`, and
    /// so is an exponent beyond all sense.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() < 19
            && let Ok(int) = text.parse::<i64>()
            && !text.starts_with('+')
        {
            return Some(Self::Int(int));
        }
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
            Some(at) => (&unsigned[..at], unsigned[at + 1..].parse::<i64>().ok()?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && fraction.is_empty() || text.len() > 10_000 {
            return None;
        }
        let digits: String = [whole, fraction].concat();
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let digits = digits.parse::<BigUint>().ok()?;
        let scale = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        if scale.abs() > MAX_EXPONENT {
            return if digits.is_zero() { Some(Self::Int(0)) } else { None };
        }
        let sign = if negative { Sign::Minus } else { Sign::Plus };
        let value = BigInt::from_biguint(sign, digits);
        let power = BigInt::from(10).pow(u32::try_from(scale.unsigned_abs()).ok()?);
        Some(if scale >= 0 {
            Float::rounded(&(value * power), 0, PRECISION, false).into()
        } else {
            quotient(&value, 0, &power, 0, PRECISION).into()
        })
    }

    /// A double, printed and rounded as one (`pow` and `log` give such numbers).
    pub(crate) fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let bits = value.to_bits();
        let fraction = i64::try_from(bits & ((1 << 52) - 1)).ok()?;
        let power = i64::try_from((bits >> 52) & 0x7ff).ok()?;
        let (mantissa, exponent) =
            if power == 0 { (fraction, -1074) } else { (fraction | (1 << 52), power - 1075) };
        let mantissa = if value < 0.0 { -mantissa } else { mantissa };
        Some(Float::rounded(&BigInt::from(mantissa), exponent, 53, false).into())
    }

    pub(crate) fn to_f64(&self) -> f64 {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "Terraform goes through a double too")]
            Self::Int(int) => *int as f64,
            // Through the decimal: the standard library rounds that correctly.
            Self::Big(_) => self.to_string().parse().unwrap_or(f64::NAN),
        }
    }

    fn float(&self) -> Float {
        match self {
            Self::Int(int) => Float::from_int(*int),
            Self::Big(float) => (**float).clone(),
        }
    }

    /// The value, if it is whole and fits.
    pub(crate) fn to_i64(&self) -> Option<i64> {
        match self {
            Self::Int(int) => Some(*int),
            Self::Big(float) => float.to_i64(),
        }
    }

    pub(crate) fn to_bigint(&self) -> Option<BigInt> {
        match self {
            Self::Int(int) => Some(BigInt::from(*int)),
            Self::Big(float) => (float.exponent >= 0).then(|| &float.mantissa << float.exponent),
        }
    }

    pub(crate) fn from_bigint(value: &BigInt) -> Self {
        Float::rounded(value, 0, PRECISION, false).into()
    }

    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Self::Int(0))
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Self::Int(int) => *int < 0,
            Self::Big(float) => float.mantissa.is_negative(),
        }
    }

    pub(crate) fn add(&self, other: &Self) -> Self {
        if let (Self::Int(a), Self::Int(b)) = (self, other)
            && let Some(sum) = a.checked_add(*b)
        {
            return Self::Int(sum);
        }
        let (a, b) = (self.float(), other.float());
        let (x, y, exponent) = a.aligned(&b);
        Float::rounded(&(x + y), exponent, a.precision.max(b.precision), false).into()
    }

    pub(crate) fn neg(&self) -> Self {
        match self {
            Self::Int(int) if *int != i64::MIN => Self::Int(-int),
            Self::Int(_) | Self::Big(_) => {
                let float = self.float();
                Float { mantissa: -float.mantissa, ..float }.into()
            }
        }
    }

    pub(crate) fn sub(&self, other: &Self) -> Self {
        self.add(&other.neg())
    }

    /// The product, at 512 bits whatever the factors had, as cty does.
    pub(crate) fn mul(&self, other: &Self) -> Self {
        if let (Self::Int(a), Self::Int(b)) = (self, other)
            && let Some(product) = a.checked_mul(*b)
        {
            return Self::Int(product);
        }
        let (a, b) = (self.float(), other.float());
        let product =
            Float::rounded(&(a.mantissa * b.mantissa), a.exponent + b.exponent, PRECISION, false);
        let needed = product.mantissa.bits();
        Float { precision: a.precision.max(b.precision).max(needed), ..product }.into()
    }

    /// The quotient; `None` for a division by zero.
    pub(crate) fn div(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Self::Int(a), Self::Int(b)) = (self, other)
            && a.checked_rem(*b) == Some(0)
        {
            return Some(Self::Int(a / b));
        }
        let (a, b) = (self.float(), other.float());
        let precision = a.precision.max(b.precision);
        Some(quotient(&a.mantissa, a.exponent, &b.mantissa, b.exponent, precision).into())
    }

    /// What is left of a division that stops at the whole number towards zero.
    pub(crate) fn rem(&self, other: &Self) -> Option<Self> {
        if let (Self::Int(a), Self::Int(b)) = (self, other)
            && let Some(rest) = a.checked_rem(*b)
        {
            return Some(Self::Int(rest));
        }
        let whole = self.div(other)?.truncated();
        Some(self.sub(&other.mul(&whole)))
    }

    fn truncated(&self) -> Self {
        match self {
            Self::Int(_) => self.clone(),
            Self::Big(float) if float.exponent >= 0 => self.clone(),
            Self::Big(float) => {
                let power = BigInt::one() << float.exponent.unsigned_abs();
                Self::from_bigint(&(&float.mantissa / power))
            }
        }
    }

    pub(crate) fn floor(&self) -> Self {
        let whole = self.truncated();
        if self.is_negative() && *self != whole { whole.sub(&Self::Int(1)) } else { whole }
    }

    pub(crate) fn ceil(&self) -> Self {
        self.neg().floor().neg()
    }

    /// Exactly `places` digits after the point, half to even, as `%.2f` prints.
    pub(crate) fn fixed(&self, places: u32) -> String {
        let float = self.float();
        let (numerator, denominator) = float.ratio();
        let scaled = numerator.magnitude() * BigUint::from(10_u32).pow(places);
        let (mut whole, rest) = scaled.div_rem(&denominator);
        match (rest * 2_u32).cmp(&denominator) {
            Ordering::Greater => whole += 1_u32,
            Ordering::Equal if whole.is_odd() => whole += 1_u32,
            Ordering::Equal | Ordering::Less => {}
        }
        let digits = whole.to_string();
        let places = places as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (head, tail) = digits.split_at(digits.len() - places);
        let sign = if numerator.is_negative() { "-" } else { "" };
        if places == 0 { format!("{sign}{head}") } else { format!("{sign}{head}.{tail}") }
    }

    /// The shortest decimal digits that read back as this value, and the power of ten of the
    /// point: `0.digits × 10^point`. Zero has no digits.
    pub(crate) fn shortest(&self) -> (bool, Vec<u8>, i64) {
        let float = self.float();
        let negative = float.mantissa.is_negative();
        if float.mantissa.is_zero() {
            return (false, Vec::new(), 0);
        }
        let (digits, point) = float.shortest();
        (negative, digits, point)
    }
}

/// `a / b` at `precision` bits.
fn quotient(a: &BigInt, a_exponent: i64, b: &BigInt, b_exponent: i64, precision: u64) -> Float {
    let shift = (precision + 2 + b.bits()).saturating_sub(a.bits());
    let (whole, rest) = (a.abs() << shift).div_rem(&b.abs());
    // One more bit below stands for everything that was cut off.
    let sticky = !rest.is_zero();
    let whole = (whole << 1_u32) + BigInt::from(u8::from(sticky));
    let whole = if a.is_negative() == b.is_negative() { whole } else { -whole };
    let exponent = a_exponent - b_exponent - i64::try_from(shift).unwrap_or(0) - 1;
    Float::rounded(&whole, exponent, precision, false)
}

impl Ord for Num {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Self::Int(a), Self::Int(b)) = (self, other) {
            return a.cmp(b);
        }
        let (a, b) = (self.float(), other.float());
        let (x, y, _) = a.aligned(&b);
        x.cmp(&y)
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Num {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Num {}

#[cfg(test)]
mod tests {
    use super::Num;

    fn n(text: &str) -> Num {
        Num::parse(text).unwrap()
    }

    #[test]
    fn decimals_print_as_they_were_written() {
        for text in ["0", "-3", "0.1", "12345678901234567890", "0.00000000000000000001", "-1.25"] {
            assert_eq!(n(text).to_string(), text);
        }
        assert_eq!(n("1e50").to_string(), format!("1{}", "0".repeat(50)));
        assert_eq!(n("1.50").to_string(), "1.5");
    }

    #[test]
    fn arithmetic_is_of_512_bits() {
        assert_eq!(n("0.1").add(&n("0.2")).to_string(), "0.3");
        let third = n("1").div(&n("3")).unwrap().to_string();
        assert_eq!(third.len(), 157);
        assert!(third.ends_with("3335"), "{third}");
        assert_eq!(n("7.5").rem(&n("2")).unwrap().to_string(), "1.5");
        assert_eq!(n("-7").rem(&n("3")).unwrap().to_string(), "-1");
        assert!(n("1").div(&n("0")).is_none());
        let big = n("9223372036854775807");
        assert_eq!(big.add(&n("1")).to_string(), "9223372036854775808");
        assert_eq!(big.mul(&big).to_string(), "85070591730234615847396907784232501249");
    }

    #[test]
    fn doubles_print_as_doubles() {
        assert_eq!(Num::from_f64(2f64.sqrt()).unwrap().to_string(), "1.4142135623730951");
        assert_eq!(Num::from_f64(0.1).unwrap().to_string(), "0.1");
        assert!(Num::from_f64(f64::NAN).is_none());
        assert_eq!(Num::from_f64(1e23).unwrap().to_string(), "100000000000000000000000");
    }

    #[test]
    fn rounding_to_whole_numbers() {
        for (text, floor, ceil) in [("1.5", "1", "2"), ("-1.5", "-2", "-1"), ("2", "2", "2")] {
            assert_eq!(n(text).floor().to_string(), floor);
            assert_eq!(n(text).ceil().to_string(), ceil);
        }
        assert_eq!(n("2.5").fixed(0), "2");
        assert_eq!(n("-0.125").fixed(2), "-0.12");
        assert_eq!(n("3").fixed(2), "3.00");
    }

    #[test]
    fn senseless_exponents_are_refused() {
        assert!(Num::parse("1e999999999").is_none());
        assert!(Num::parse("1e99999999999999999999").is_none());
        assert!(
            Num::parse("abc").is_none() && Num::parse("").is_none() && Num::parse("+1").is_none()
        );
    }
}
