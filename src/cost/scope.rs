//! What an expression of a mapping table sees: the attributes of one side of a change, those
//! of resources that it refers to, names that the table gives, and usage.
//!
//! An attribute is known, unknown, or not set. One that is unknown only because the provider
//! will choose it counts as not set, so that the table's default holds.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::expression::{Step, dotted};
use super::money::Amount;
use crate::plan::Reading;

/// What an expression amounts to.
#[derive(Clone, Debug, PartialEq)]
pub enum Term<'s> {
    /// Text, nearly always as it stands in the plan or in a table.
    Text(Cow<'s, str>),
    /// A number, or a range of numbers.
    Number(Amount),
    /// Yes or no.
    Bool(bool),
    /// A list or block, with its number of elements.
    List(usize),
    /// Not set.
    Missing,
    /// Known after apply, hidden, or not computable; the attribute.
    Unknown(String),
    /// It depends on usage that nobody stated; its name.
    Usage(String),
}

/// The answer to one usage key.
pub type UsageOf<'s> = &'s dyn Fn(&str) -> Option<Amount>;

/// One resource, on one side of a change.
#[derive(Clone, Copy)]
pub struct Object<'s> {
    /// Its value, or that of a block in it.
    pub value: Reading<'s>,
    /// Whether the configuration leaves the attribute at this path to the provider.
    pub left_out: &'s dyn Fn(&str) -> bool,
}

/// The names in reach.
#[derive(Clone)]
pub struct Scope<'s> {
    /// The type that is priced.
    pub resource_type: &'s str,
    /// The whole resource.
    pub root: Object<'s>,
    /// The block that the line is about, and its path in `root` or in a resource referred to.
    pub here: Option<(Object<'s>, String)>,
    /// Resources referred to; `None` for one that exists but is not in the plan.
    pub references: BTreeMap<&'s str, Option<Object<'s>>>,
    /// What the table names.
    pub names: BTreeMap<&'s str, Term<'s>>,
    /// Stated usage.
    pub usage: UsageOf<'s>,
}

impl<'s> Scope<'s> {
    /// The usage of a key, stated or left open.
    #[must_use]
    pub fn usage_of(&self, key: &str) -> Term<'s> {
        (self.usage)(key).map_or_else(|| Term::Usage(key.to_owned()), Term::Number)
    }

    /// The value at a path.
    #[must_use]
    pub fn read(&self, path: &[Step]) -> Term<'s> {
        let Some(Step::Name(first)) = path.first() else { return Term::Missing };
        let name = match path.get(1) {
            Some(Step::Name(name)) if first == "$" => name,
            Some(_) | None => first,
        };
        if let Some(term) = self
            .names
            .get(name.as_str())
            .filter(|_| path.len() == 1 || (first == "$" && path.len() == 2))
        {
            return term.clone();
        }
        match self.objects(path) {
            Err(term) => term,
            Ok((object, rest, prefix)) => {
                let full = || format!("{prefix}{}", dotted(rest));
                term(object, follow(object.value, rest), full)
            }
        }
    }

    /// The blocks at a path, each with its path for what is left out; `Err` when unknown.
    pub fn blocks(&self, path: &[Step]) -> Result<Vec<(Object<'s>, String)>, Term<'s>> {
        let (object, rest, prefix) = match self.objects(path) {
            Ok(found) => found,
            Err(Term::Missing) => return Ok(Vec::new()),
            Err(other) => return Err(other),
        };
        let full = format!("{prefix}{}", dotted(rest));
        let mut found = vec![object.value];
        for step in rest {
            let mut next = Vec::new();
            for one in found.into_iter().flat_map(elements) {
                next.push(match step {
                    Step::Name(name) => one.key(name),
                    Step::Index(index) => one.index(*index),
                });
            }
            found = next;
        }
        let mut blocks = Vec::new();
        for one in found.into_iter().flat_map(elements) {
            match one {
                Reading::Known(_) => blocks.push((Object { value: one, ..object }, full.clone())),
                Reading::Null | Reading::Missing => {}
                Reading::Unknown if (object.left_out)(&full) => {}
                Reading::Unknown => return Err(Term::Unknown(full)),
            }
        }
        Ok(blocks)
    }

    /// The block at a path as if it were written empty, for its defaults.
    #[must_use]
    pub fn empty_block(&self, path: &[Step]) -> Option<(Object<'s>, String)> {
        let (object, rest, prefix) = self.objects(path).ok()?;
        let object = Object { value: Reading::Missing, ..object };
        Some((object, format!("{prefix}{}", dotted(rest))))
    }

    /// Number of blocks or elements at a path.
    #[must_use]
    pub fn count(&self, path: &[Step]) -> Term<'s> {
        match self.blocks(path) {
            Ok(blocks) => Term::Number(Amount::exactly(Decimal::from(blocks.len()))),
            Err(term) => term,
        }
    }

    /// Whether the configuration sets the attribute, be it to something unknown.
    #[must_use]
    pub fn is_set(&self, path: &[Step]) -> bool {
        match self.objects(path) {
            Err(_) => false,
            Ok((object, rest, prefix)) => match follow(object.value, rest) {
                Reading::Known(value) => value.test_str(str::is_empty) != Some(true),
                Reading::Null | Reading::Missing => false,
                Reading::Unknown => !(object.left_out)(&format!("{prefix}{}", dotted(rest))),
            },
        }
    }

    /// Whose attribute it is, the path in it, and what that path is below.
    fn objects<'p>(&self, path: &'p [Step]) -> Result<(Object<'s>, &'p [Step], String), Term<'s>> {
        let Some(Step::Name(first)) = path.first() else { return Err(Term::Missing) };
        if first == "$" {
            return Ok((self.root, &path[1..], String::new()));
        }
        if let Some(reference) = self.references.get(first.as_str()) {
            return match reference {
                Some(object) => Ok((*object, &path[1..], String::new())),
                None => Err(Term::Unknown(first.clone())),
            };
        }
        match &self.here {
            Some((object, at)) => Ok((*object, path, format!("{at}."))),
            None => Ok((self.root, path, String::new())),
        }
    }
}

/// Nested blocks are lists in plans; a name after one means its first element.
fn follow<'v>(start: Reading<'v>, path: &[Step]) -> Reading<'v> {
    path.iter().fold(start, |reading, step| match step {
        Step::Name(name) => match reading {
            Reading::Known(value) if value.is_list() => reading.index(0).key(name),
            Reading::Known(_) | Reading::Null | Reading::Missing | Reading::Unknown => {
                reading.key(name)
            }
        },
        Step::Index(index) => reading.index(*index),
    })
}

fn elements(reading: Reading<'_>) -> Vec<Reading<'_>> {
    match reading {
        Reading::Known(value) if value.is_list() => {
            (0..value.len()).map(|index| reading.index(index)).collect()
        }
        Reading::Known(_) | Reading::Null | Reading::Missing | Reading::Unknown => vec![reading],
    }
}

/// `path` is asked for only where the answer depends on it: nearly every attribute is known.
fn term<'s>(object: Object<'s>, reading: Reading<'s>, path: impl Fn() -> String) -> Term<'s> {
    match reading {
        Reading::Null | Reading::Missing => Term::Missing,
        Reading::Unknown => {
            let path = path();
            if (object.left_out)(&path) { Term::Missing } else { Term::Unknown(path) }
        }
        // What is hidden is not looked up either: a price would tell it.
        Reading::Known(value) if value.is_sensitive() && !value.is_list() => Term::Unknown(path()),
        Reading::Known(value) => {
            if let Some(text) = value.open_str() {
                return if text.is_empty() {
                    Term::Missing
                } else {
                    Term::Text(Cow::Borrowed(text))
                };
            }
            if let Some(truth) = value.as_bool() {
                return Term::Bool(truth);
            }
            if let Some(number) = value.as_number() {
                return match decimal(number.text()) {
                    Some(number) => Term::Number(Amount::exactly(number)),
                    None => Term::Unknown(path()),
                };
            }
            Term::List(if value.is_list() { value.len() } else { 1 })
        }
    }
}

/// A number as it stands in a plan; `None` when no decimal holds it.
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}
