//! Numbers compare by exact value, against the obvious way: both written out in full, with
//! as many digits before and after the point, and compared as text.

use std::cmp::Ordering;

use proptest::prelude::*;
use tfgate::plan::Number;

use super::cases;

/// Digits on each side of the point, more than any generated number needs.
const WIDTH: usize = 200;

/// Sign, and the digits of the absolute value with the point always at the same place.
fn written_out(text: &str) -> (bool, String) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().unwrap()),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = vec![b'0'; 2 * WIDTH];
    let first = i64::try_from(WIDTH).unwrap() - i64::try_from(whole.len()).unwrap() - exponent;
    for (n, digit) in whole.bytes().chain(fraction.bytes()).enumerate() {
        digits[usize::try_from(first).unwrap() + n] = digit;
    }
    (negative, String::from_utf8(digits).unwrap())
}

fn obviously(a: &str, b: &str) -> Ordering {
    let (a_negative, a) = written_out(a);
    let (b_negative, b) = written_out(b);
    let zero = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    match (a_negative && !zero(&a), b_negative && !zero(&b)) {
        (false, false) => a.cmp(&b),
        (true, true) => b.cmp(&a),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

/// JSON numbers of few digits, so that equal ones happen, and of many.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,2})(\\.[0-9]{1,3})?([eE][+-]?[0-4])?",
        "-?(0|[12]0{0,3})(\\.0{0,2}[01])?(e-?[0-3])?",
        "-?(0|[1-9][0-9]{0,60})(\\.[0-9]{1,60})?(E[+-]?[1-5]?[0-9])?",
    ]
}

#[test]
fn numbers_compare_by_exact_value() {
    proptest!(cases("numbers"), |(a in number(), b in number())| {
        let (x, y) = (Number::new(&a), Number::new(&b));
        prop_assert_eq!(x.cmp(&y), obviously(&a, &b), "{} and {}", a, b);
        prop_assert_eq!(y.cmp(&x), obviously(&b, &a));
        prop_assert_eq!(x == y, obviously(&a, &b) == Ordering::Equal);
        prop_assert_eq!(x.is_zero(), obviously(&a, "0") == Ordering::Equal);
    });
}
