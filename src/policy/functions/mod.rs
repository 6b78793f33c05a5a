//! The functions of the language, called as `core::NAME`.
//!
//! One table says what each takes, so that arity, conversions, null and unknown are handled
//! in one place and a function is only what it does. `try`, `can` and the lookups are
//! special: they need more than values.

#![expect(clippy::unnecessary_wraps, reason = "every function has the signature of the table")]

mod collections;
mod csv;
mod dates;
mod format;
mod json;
mod numbers;
mod policy;
pub(crate) mod regex;
pub(crate) mod semver;
mod sets;
mod strings;
mod table;
mod types;
mod yaml;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::syntax::expr::Primitive;
use super::syntax::{Expr, Kind};
use super::value::Value;
use super::value::convert::Refusal;

/// The most steps one judgement may take: some seconds of work.
const MAX_STEPS: usize = 10_000_000;

/// Compiled patterns that a thread keeps.
const MOST_PATTERNS: usize = 512;

thread_local! {
    /// Compiling a regular expression costs a hundred times what matching does, and a judge
    /// lives for one resource only.
    static PATTERNS: RefCell<HashMap<String, Rc<regex::Pattern>>> = RefCell::default();
}

/// What functions need besides their arguments.
pub(crate) struct Tools {
    /// The time that `timestamp` gives, in seconds since 1970 (UTC).
    pub(crate) now: i64,
    spent: usize,
}

impl Tools {
    pub(crate) fn new(now: i64) -> Self {
        Self { now, spent: 0 }
    }

    /// A new judgement has all steps before it.
    pub(crate) fn refill(&mut self) {
        self.spent = 0;
    }

    pub(crate) fn spend(&mut self, steps: usize) -> Result<(), Refusal> {
        self.spent = self.spent.saturating_add(steps);
        if self.spent > MAX_STEPS {
            return Err(Cow::Borrowed("this policy takes too long to evaluate"));
        }
        Ok(())
    }

    pub(crate) fn is_spent(&self) -> bool {
        self.spent > MAX_STEPS
    }
}

/// A compiled pattern; each is compiled once a thread, also those that many policies share.
pub(crate) fn pattern(source: &str) -> Result<Rc<regex::Pattern>, String> {
    if let Some(pattern) = PATTERNS.with_borrow(|known| known.get(source).map(Rc::clone)) {
        return Ok(pattern);
    }
    let pattern = Rc::new(regex::compile(source)?);
    PATTERNS.with_borrow_mut(|known| {
        // Patterns made from values of the plan could be as many as its resources.
        if known.len() >= MOST_PATTERNS {
            known.clear();
        }
        known.insert(source.to_owned(), Rc::clone(&pattern));
    });
    Ok(pattern)
}

/// What a parameter is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Any,
    String,
    Number,
    /// A list, set or tuple, left as it is.
    Sequence,
    /// A map or object, left as it is.
    Mapping,
}

/// One parameter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Param {
    pub(crate) of: Of,
    /// Null is a value here.
    pub(crate) null: bool,
    /// Unknown is a value here.
    pub(crate) unknown: bool,
    /// The function looks into every part, so no part may be unknown.
    pub(crate) deep: bool,
}

/// The result of a function.
pub(crate) type Outcome<'a> = Result<Value<'a>, Refusal>;

/// A function of values.
pub(crate) type Run = for<'a, 't> fn(&'t mut Tools, &'t [Value<'a>]) -> Outcome<'a>;

/// What a function is.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    Plain(Run),
    Special(Special),
}

/// Functions that are not functions of values.
#[derive(Clone, Copy)]
pub(crate) enum Special {
    Try,
    Can,
    Resources,
    Data,
    Http,
}

/// One row of the table.
pub(crate) struct Function {
    pub(crate) name: &'static str,
    pub(crate) params: &'static [Param],
    /// How many of `params` may be left out at the end.
    pub(crate) optional: usize,
    /// Any number of these may follow.
    pub(crate) rest: Option<Param>,
    pub(crate) returns: Option<Primitive>,
    /// The function sets the sensitive mark itself.
    pub(crate) own_marks: bool,
    pub(crate) body: Body,
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Function {
    pub(crate) fn least(&self) -> usize {
        self.params.len() - self.optional
    }

    pub(crate) fn most(&self) -> Option<usize> {
        self.rest.is_none().then_some(self.params.len())
    }

    pub(crate) fn param(&self, at: usize) -> Option<Param> {
        self.params.get(at).copied().or(self.rest)
    }

    pub(crate) fn arity(&self) -> String {
        let least = super::source::plural(self.least(), "argument");
        match self.most() {
            None => format!("at least {least}"),
            Some(most) if most == self.least() => least,
            Some(most) => format!("{} to {most} arguments", self.least()),
        }
    }
}

/// The function of this name, without `core::`.
pub(crate) fn find(name: &str) -> Option<&'static Function> {
    table::FUNCTIONS
        .binary_search_by(|function| function.name.cmp(name))
        .ok()
        .map(|at| &table::FUNCTIONS[at])
}

/// All names, for suggestions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    table::FUNCTIONS.iter().map(|function| function.name)
}

/// The pattern of a regular expression that is there to read, so that a wrong one is found
/// when the policy is loaded.
pub(crate) fn literal_pattern<'e>(
    function: &Function,
    arguments: &'e [Expr],
) -> Option<(usize, &'e str)> {
    let at = match function.name {
        "regex" | "regexall" => 0,
        "regex_match" => 1,
        _ => return None,
    };
    if let Kind::String(text) = &arguments.get(at)?.kind { Some((at, text)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::table::FUNCTIONS;

    #[test]
    fn the_table_is_sorted_so_that_names_are_found() {
        assert!(FUNCTIONS.is_sorted_by(|a, b| a.name < b.name));
        for function in FUNCTIONS {
            assert!(super::find(function.name).is_some());
        }
    }
}
