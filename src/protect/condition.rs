//! Conditions on attributes, as the table of stateful types writes them.
//!
//! `path=literal`, `path!=literal` (null and absent count as different), `path>NUMBER`,
//! `path:set`. A step into nested blocks means any of them.

use crate::plan::redact::show;
use crate::plan::{Number, Reading, Value};

/// A parsed condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Attribute path without indices.
    pub path: &'static str,
    test: Test,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Is(&'static str),
    IsNot(&'static str),
    Above(&'static str),
    Set,
}

impl Condition {
    /// Parses one condition; `None` when it is none, which a test of the table excludes.
    #[must_use]
    pub fn parse(text: &'static str) -> Option<Self> {
        let (path, test) = if let Some((path, literal)) = text.split_once("!=") {
            (path, Test::IsNot(literal))
        } else if let Some((path, literal)) = text.split_once('=') {
            (path, Test::Is(literal))
        } else if let Some((path, number)) = text.split_once('>') {
            number.parse::<u64>().ok()?;
            (path, Test::Above(number))
        } else {
            (text.strip_suffix(":set")?, Test::Set)
        };
        (!path.is_empty()).then_some(Self { path, test })
    }

    /// Whether it holds on `object`. What is unknown does not hold.
    #[must_use]
    pub fn holds(&self, object: Reading<'_>) -> bool {
        let readings = object.all(self.path);
        let any = |test: &dyn Fn(Reading<'_>) -> bool| readings.iter().any(|one| test(*one));
        let is =
            |one: Reading<'_>, literal| one.known().is_some_and(|value| value.is_literal(literal));
        match self.test {
            Test::Is(literal) => any(&|one| is(one, literal)),
            Test::IsNot(literal) => !any(&|one| is(one, literal) || one.is_unknown()),
            Test::Above(number) => any(&|one| {
                one.known()
                    .and_then(Value::as_number)
                    .is_some_and(|value| value > Number::new(number))
            }),
            Test::Set => any(&|one| !one.is_unset() && !one.is_unknown()),
        }
    }

    /// What stands there, safe to show.
    #[must_use]
    pub fn shown(&self, object: Reading<'_>) -> String {
        object.all(self.path).first().map_or_else(String::new, |one| show(*one, self.path))
    }
}
