//! Expressions of the mapping tables, evaluated.
//!
//! What is unknown makes everything that needs it unknown, and says which attribute it was;
//! a default (`??`) stands in for what is not set, never for what is unknown.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::expression::{Expression, Operator, Piece, Template};
use super::money::Amount;
use super::scope::{Scope, Term, decimal};

/// The value of an expression.
#[must_use]
pub fn evaluate<'s>(expression: &'s Expression, scope: &Scope<'s>) -> Term<'s> {
    match expression {
        Expression::Number(number) => Term::Number(Amount::exactly(*number)),
        Expression::Text(text) => Term::Text(Cow::Borrowed(text)),
        Expression::Truth(truth) => Term::Bool(*truth),
        Expression::Path(path) => scope.read(path),
        Expression::Usage(key) => scope.usage_of(key),
        Expression::Not(inside) => match truth(&evaluate(inside, scope)) {
            Ok(truth) => Term::Bool(!truth),
            Err(term) => term,
        },
        Expression::Binary(operator, left, right) => binary(*operator, left, right, scope),
        Expression::Call(name, arguments) => call(name, arguments, scope),
    }
}

/// The text of a template; `Err` is what keeps it from being one.
pub fn fill<'s>(template: &'s Template, scope: &Scope<'s>) -> Result<Cow<'s, str>, Term<'s>> {
    if let [Piece::Literal(literal)] = &template.0[..] {
        return Ok(Cow::Borrowed(literal));
    }
    let mut text = String::new();
    for piece in &template.0 {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Value(expression) => text.push_str(&word(evaluate(expression, scope))?),
        }
    }
    Ok(Cow::Owned(text))
}

/// A term as a number.
pub fn number(term: Term<'_>) -> Result<Amount, Term<'_>> {
    match term {
        Term::Number(number) => Ok(number),
        Term::Text(text) => match decimal(&text) {
            Some(number) => Ok(Amount::exactly(number)),
            None => Err(Term::Unknown("a number".to_owned())),
        },
        Term::Bool(_) | Term::List(_) | Term::Missing => {
            Err(Term::Unknown("a number that is not set".to_owned()))
        }
        unknown @ (Term::Unknown(_) | Term::Usage(_)) => Err(unknown),
    }
}

/// A term as a condition: what is not set does not hold.
pub fn truth<'s>(term: &Term<'s>) -> Result<bool, Term<'s>> {
    match term {
        Term::Bool(truth) => Ok(*truth),
        Term::Text(text) => Ok(text == "true"),
        Term::Number(number) => Ok(!number.typical.is_zero()),
        Term::List(length) => Ok(*length > 0),
        Term::Missing => Ok(false),
        unknown @ (Term::Unknown(_) | Term::Usage(_)) => Err(unknown.clone()),
    }
}

fn word(term: Term<'_>) -> Result<Cow<'_, str>, Term<'_>> {
    match term {
        Term::Text(text) => Ok(text),
        Term::Number(number) => Ok(Cow::Owned(number.typical.normalize().to_string())),
        Term::Bool(truth) => Ok(Cow::Borrowed(if truth { "true" } else { "false" })),
        Term::List(_) | Term::Missing => Err(Term::Unknown("a name that is not set".to_owned())),
        unknown @ (Term::Unknown(_) | Term::Usage(_)) => Err(unknown),
    }
}

fn binary<'s>(
    operator: Operator,
    left: &'s Expression,
    right: &'s Expression,
    scope: &Scope<'s>,
) -> Term<'s> {
    let first = evaluate(left, scope);
    match operator {
        Operator::Default => match first {
            Term::Missing => evaluate(right, scope),
            // A default for usage that nobody stated is an assumption of the table.
            Term::Usage(_) => evaluate(right, scope),
            Term::Text(_) | Term::Number(_) | Term::Bool(_) | Term::List(_) | Term::Unknown(_) => {
                first
            }
        },
        Operator::And | Operator::Or => {
            // A known side that decides does so whatever the other is.
            let decides = operator == Operator::Or;
            if truth(&first) == Ok(decides) {
                return Term::Bool(decides);
            }
            let second = evaluate(right, scope);
            match (truth(&first), truth(&second)) {
                (Ok(one), _) if one == decides => Term::Bool(decides),
                (_, Ok(other)) if other == decides => Term::Bool(decides),
                (Ok(_), Ok(_)) => Term::Bool(!decides),
                (Err(term), _) | (_, Err(term)) => term,
            }
        }
        Operator::Equal | Operator::NotEqual => {
            let equal = match (&first, &evaluate(right, scope)) {
                (unknown @ (Term::Unknown(_) | Term::Usage(_)), _)
                | (_, unknown @ (Term::Unknown(_) | Term::Usage(_))) => return unknown.clone(),
                (Term::Missing, other) | (other, Term::Missing) => {
                    matches!(other, Term::Missing) || matches!(other, Term::Text(t) if t.is_empty())
                }
                (Term::Number(one), Term::Number(other)) => one == other,
                (Term::Text(one), Term::Text(other)) => one == other,
                (one, other) => match (word(one.clone()), word(other.clone())) {
                    (Ok(one), Ok(other)) => one == other,
                    (Err(term), _) | (_, Err(term)) => return term,
                },
            };
            Term::Bool(equal == (operator == Operator::Equal))
        }
        Operator::More => compared(first, right, scope, Ordering::is_gt),
        Operator::Less => compared(first, right, scope, Ordering::is_lt),
        Operator::AtLeast => compared(first, right, scope, Ordering::is_ge),
        Operator::AtMost => compared(first, right, scope, Ordering::is_le),
        Operator::Plus => computed(first, right, scope, Decimal::checked_add),
        Operator::Minus => computed(first, right, scope, Decimal::checked_sub),
        Operator::Times => computed(first, right, scope, Decimal::checked_mul),
        Operator::Over => computed(first, right, scope, Decimal::checked_div),
    }
}

fn compared<'s>(
    first: Term<'s>,
    right: &'s Expression,
    scope: &Scope<'s>,
    holds: impl Fn(Ordering) -> bool,
) -> Term<'s> {
    match numbers(first, right, scope) {
        Ok((one, other)) => Term::Bool(holds(one.typical.cmp(&other.typical))),
        Err(term) => term,
    }
}

fn computed<'s>(
    first: Term<'s>,
    right: &'s Expression,
    scope: &Scope<'s>,
    operation: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Term<'s> {
    match numbers(first, right, scope) {
        Ok((one, other)) => amount(one.with(other, operation)),
        Err(term) => term,
    }
}

/// Both sides of an operator.
fn numbers<'s>(
    first: Term<'s>,
    right: &'s Expression,
    scope: &Scope<'s>,
) -> Result<(Amount, Amount), Term<'s>> {
    Ok((number(first)?, number(evaluate(right, scope))?))
}

fn amount<'s>(result: Option<Amount>) -> Term<'s> {
    result.map_or_else(|| Term::Unknown("a number that is too large".to_owned()), Term::Number)
}

fn call<'s>(name: &str, arguments: &'s [Expression], scope: &Scope<'s>) -> Term<'s> {
    let term = |at: usize| arguments.get(at).map_or(Term::Missing, |one| evaluate(one, scope));
    let text = |at: usize| word(term(at));
    let result = match (name, arguments) {
        ("count", [Expression::Path(path)]) => return scope.count(path),
        ("set", [Expression::Path(path)]) => Ok(Term::Bool(scope.is_set(path))),
        ("missing", []) => Ok(Term::Unknown("a price".to_owned())),
        ("type_of", []) => Ok(Term::Text(Cow::Borrowed(scope.resource_type))),
        ("choose", [subject, cases @ ..]) => return choose(subject, cases, scope),
        ("number", [_]) => number(term(0)).map(Term::Number),
        ("max" | "min", [_, _]) => number(term(0)).and_then(|one| {
            let other = number(term(1))?;
            let pick = if name == "max" { Decimal::max } else { Decimal::min };
            Ok(amount(one.with(other, |a, b| Some(pick(a, b)))))
        }),
        ("range", [_, _, _]) => number(term(0)).and_then(|low| {
            let (typical, high) = (number(term(1))?.typical, number(term(2))?.high);
            Ok(Term::Number(Amount { low: low.low, typical, high }))
        }),
        ("lower", [_]) => text(0).map(|text| Term::Text(Cow::Owned(text.to_lowercase()))),
        ("starts", [_, _]) => text(0).and_then(|a| Ok(Term::Bool(a.starts_with(&*text(1)?)))),
        ("least", [Expression::Path(path), _]) => least(path, term(1), scope),
        ("contains", [Expression::Path(path), _]) => contains(path, &text(1), scope),
        _ => text(0).and_then(|text| super::vendor::call(name, &text, &term(1))),
    };
    result.unwrap_or_else(|term| term)
}

/// The least of the numbers at a path, or the default where there is none.
fn least<'s>(
    path: &[super::expression::Step],
    default: Term<'s>,
    scope: &Scope<'s>,
) -> Result<Term<'s>, Term<'s>> {
    let mut least: Option<Decimal> = None;
    for (object, _) in scope.blocks(path)? {
        let unknown = || Term::Unknown("a number".to_owned());
        let value = object.value.known().and_then(crate::plan::Value::numeric);
        let value = value.and_then(|value| decimal(value.text())).ok_or_else(unknown)?;
        least = Some(least.map_or(value, |least| least.min(value)));
    }
    Ok(least.map_or(default, |least| Term::Number(Amount::exactly(least))))
}

/// Whether any of the texts at a path holds a word.
fn contains<'s>(
    path: &[super::expression::Step],
    wanted: &Result<Cow<'s, str>, Term<'s>>,
    scope: &Scope<'s>,
) -> Result<Term<'s>, Term<'s>> {
    let wanted = wanted.as_ref().map_err(Term::clone)?;
    let blocks = scope.blocks(path)?;
    let holds = |text: &str| text.contains(&**wanted);
    Ok(Term::Bool(blocks.iter().any(|(object, _)| {
        object.value.known().and_then(|value| value.test_str(holds)).unwrap_or(false)
    })))
}

/// `choose(subject, "a|b*", value, …, otherwise)`
fn choose<'s>(subject: &'s Expression, cases: &'s [Expression], scope: &Scope<'s>) -> Term<'s> {
    let subject = match word(evaluate(subject, scope)) {
        Ok(subject) => subject,
        Err(term) => return term,
    };
    let (pairs, rest) = cases.as_chunks::<2>();
    for [pattern, value] in pairs {
        let Expression::Text(pattern) = pattern else { continue };
        if pattern.split('|').any(|pattern| fits(pattern, &subject)) {
            return evaluate(value, scope);
        }
    }
    rest.first().map_or(Term::Missing, |otherwise| evaluate(otherwise, scope))
}

/// A pattern with a star at one end, or none.
fn fits(pattern: &str, text: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('*') {
        text.starts_with(start)
    } else if let Some(end) = pattern.strip_prefix('*') {
        text.ends_with(end)
    } else {
        text == pattern
    }
}
