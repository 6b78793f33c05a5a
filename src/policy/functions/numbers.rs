//! Numeric functions.

use num_bigint::BigInt;

use super::super::value::{Data, Num, Seq, Value};
use super::{Outcome, Tools};

/// The most elements `range` makes, as in Terraform.
const MAX_RANGE: usize = 1024;

/// An argument that was converted to a number before the call.
pub(super) fn number(value: &Value<'_>) -> Num {
    if let Data::Number(number) = &value.data { number.clone() } else { Num::Int(0) }
}

pub(super) fn abs<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let value = number(&args[0]);
    Ok(Value::number(if value.is_negative() { value.neg() } else { value }))
}

pub(super) fn ceil<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::number(number(&args[0]).ceil()))
}

pub(super) fn floor<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::number(number(&args[0]).floor()))
}

pub(super) fn max<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let most = args.iter().map(number).max().ok_or("at least one number is required")?;
    Ok(Value::number(most))
}

pub(super) fn min<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let least = args.iter().map(number).min().ok_or("at least one number is required")?;
    Ok(Value::number(least))
}

pub(super) fn log<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (value, base) = (number(&args[0]).to_f64(), number(&args[1]).to_f64());
    double(value.ln() / base.ln())
}

pub(super) fn pow<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    double(number(&args[0]).to_f64().powf(number(&args[1]).to_f64()))
}

fn double<'a>(value: f64) -> Outcome<'a> {
    Num::from_f64(value)
        .map(Value::number)
        .ok_or_else(|| "the result is not a finite number".into())
}

pub(super) fn signum<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let value = number(&args[0]).to_i64().ok_or("a whole number is required")?;
    Ok(Value::number(Num::Int(value.signum())))
}

pub(super) fn parseint<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let text = args[0].as_str().ok_or("the first argument must be a string")?;
    let base = number(&args[1]).to_i64().filter(|base| (2..=62).contains(base));
    let base = base.ok_or("the base must be a whole number between 2 and 62")?;
    let wrong = || format!("{text:?} is not a whole number of base {base}");
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || digits.len() > 10_000 {
        return Err(wrong().into());
    }
    let mut value = BigInt::from(0);
    for c in digits.bytes() {
        let digit = match c {
            b'0'..=b'9' => i64::from(c - b'0'),
            b'a'..=b'z' => i64::from(c - b'a') + 10,
            b'A'..=b'Z' if base <= 36 => i64::from(c - b'A') + 10,
            b'A'..=b'Z' => i64::from(c - b'A') + 36,
            _ => 62,
        };
        if digit >= base {
            return Err(wrong().into());
        }
        value = value * base + digit;
    }
    let value = if text.starts_with('-') { -value } else { value };
    Ok(Value::number(Num::from_bigint(&value)))
}

pub(super) fn range<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let zero = Num::Int(0);
    let (from, to, step) = match args {
        [to] => (zero.clone(), number(to), None),
        [from, to] => (number(from), number(to), None),
        [from, to, step] => (number(from), number(to), Some(number(step))),
        _ => return Err("one to three numbers are required".into()),
    };
    let down = to < from;
    let step = step.unwrap_or(Num::Int(if down { -1 } else { 1 }));
    if step.is_zero() {
        return Err("the step must not be zero".into());
    }
    if down && !step.is_negative() {
        return Err("the end is below the start, so the step must be negative".into());
    }
    if !down && step.is_negative() {
        return Err("the end is above the start, so the step must be positive".into());
    }
    let mut items = Vec::new();
    let mut at = from;
    while if down { at > to } else { at < to } {
        if items.len() >= MAX_RANGE {
            return Err("more than 1024 values".into());
        }
        items.push(Value::number(at.clone()));
        at = at.add(&step);
    }
    tools.spend(items.len())?;
    Ok(Value::seq(Seq::List, items))
}
