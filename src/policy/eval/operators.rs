//! Operators.
//!
//! `&&` and `||` stop at a left side that decides, as Terraform does since 1.12; with
//! `strict_logic` the right side must at least have a value, as before. Both know that
//! `false && unknown` is false.

use super::super::source::Span;
use super::super::syntax::{Expr, Op};
use super::super::value::convert::{to_bool, to_number};
use super::super::value::equal::{Equal, equal};
use super::super::value::{Data, Unknown, Value};
use super::{Eval, Fault, Outcome};

impl<'a> Eval<'a, '_> {
    pub(super) fn not(&mut self, inner: &'a Expr) -> Outcome<'a> {
        let value = self.eval(inner)?;
        if value.as_unknown().is_some() {
            return Ok(value);
        }
        let truth = to_bool(&value).map_err(|why| operand(inner.span, "!", &why))?;
        Ok(Value::bool(!truth).with_mark(value.marked))
    }

    pub(super) fn negate(&mut self, inner: &'a Expr) -> Outcome<'a> {
        let value = self.eval(inner)?;
        if value.as_unknown().is_some() {
            return Ok(value);
        }
        let number = to_number(&value).map_err(|why| operand(inner.span, "-", &why))?;
        Ok(Value::number(number.neg()).with_mark(value.marked))
    }

    pub(super) fn binary(&mut self, op: Op, left: &'a Expr, right: &'a Expr) -> Outcome<'a> {
        match op {
            Op::And => self.logic(left, right, false, "&&"),
            Op::Or => self.logic(left, right, true, "||"),
            Op::Equal | Op::NotEqual => {
                let (a, b) = (self.eval(left)?, self.eval(right)?);
                let same = op == Op::Equal;
                let value = match equal(&a, &b) {
                    Equal::Yes => Value::bool(same),
                    Equal::No => Value::bool(!same),
                    Equal::Unknown(unknown) => Data::Unknown(unknown).into(),
                };
                Ok(value.with_mark(a.marked || b.marked))
            }
            Op::Less
            | Op::LessEqual
            | Op::Greater
            | Op::GreaterEqual
            | Op::Add
            | Op::Subtract
            | Op::Multiply
            | Op::Divide
            | Op::Remainder => self.arithmetic(op, left, right),
        }
    }

    fn arithmetic(&mut self, op: Op, left: &'a Expr, right: &'a Expr) -> Outcome<'a> {
        let (a, b) = (self.eval(left)?, self.eval(right)?);
        let marked = a.marked || b.marked;
        let mut unknown = None;
        let mut side = |value: &Value<'a>, span: Span| match value.as_unknown() {
            Some(cause) => {
                Unknown::join(&mut unknown, cause);
                Ok(None)
            }
            None => to_number(value).map(Some).map_err(|why| operand(span, symbol(op), &why)),
        };
        let (x, y) = (side(&a, left.span)?, side(&b, right.span)?);
        let (Some(x), Some(y)) = (x, y) else {
            let value = unknown.map_or(Value::NULL, |unknown| Data::Unknown(unknown).into());
            return Ok(value.with_mark(marked));
        };
        let zero = || Fault::new(right.span, "division by zero");
        let value = match op {
            Op::Less => Value::bool(x < y),
            Op::LessEqual => Value::bool(x <= y),
            Op::Greater => Value::bool(x > y),
            Op::GreaterEqual => Value::bool(x >= y),
            Op::Subtract => Value::number(x.sub(&y)),
            Op::Multiply => Value::number(x.mul(&y)),
            Op::Divide => Value::number(x.div(&y).ok_or_else(zero)?),
            Op::Remainder => Value::number(x.rem(&y).ok_or_else(zero)?),
            Op::Add | Op::Equal | Op::NotEqual | Op::And | Op::Or => Value::number(x.add(&y)),
        };
        Ok(value.with_mark(marked))
    }

    /// `decisive` is the value of the left side that settles the matter.
    fn logic(
        &mut self,
        left: &'a Expr,
        right: &'a Expr,
        decisive: bool,
        symbol: &str,
    ) -> Outcome<'a> {
        let a = self.eval(left)?;
        let x = truth(&a, left.span, symbol)?;
        if x == Some(decisive) && !self.shared.strict_logic {
            return Ok(Value::bool(decisive).with_mark(a.marked));
        }
        let b = self.eval(right)?;
        let y = truth(&b, right.span, symbol)?;
        let marked = a.marked || b.marked;
        if x == Some(decisive) || y == Some(decisive) {
            return Ok(Value::bool(decisive).with_mark(marked));
        }
        let mut unknown = None;
        for cause in [a.as_unknown(), b.as_unknown()].into_iter().flatten() {
            Unknown::join(&mut unknown, cause);
        }
        Ok(match unknown {
            Some(unknown) => Value::from(Data::Unknown(unknown)).with_mark(marked),
            None => Value::bool(!decisive).with_mark(marked),
        })
    }
}

fn truth<'a>(value: &Value<'a>, span: Span, symbol: &str) -> Result<Option<bool>, Fault<'a>> {
    if value.as_unknown().is_some() {
        return Ok(None);
    }
    to_bool(value).map(Some).map_err(|why| operand(span, symbol, &why))
}

fn operand<'a>(span: Span, symbol: &str, why: &str) -> Fault<'a> {
    Fault::new(span, format!("an operand of `{symbol}`: {why}"))
}

fn symbol(op: Op) -> &'static str {
    match op {
        Op::Equal => "==",
        Op::NotEqual => "!=",
        Op::Less => "<",
        Op::LessEqual => "<=",
        Op::Greater => ">",
        Op::GreaterEqual => ">=",
        Op::Add => "+",
        Op::Subtract => "-",
        Op::Multiply => "*",
        Op::Divide => "/",
        Op::Remainder => "%",
        Op::And => "&&",
        Op::Or => "||",
    }
}
