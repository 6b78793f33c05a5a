//! `==`: deep, without conversions, and honest about what is unknown.
//!
//! A known difference decides, whatever else is unknown; a value that no known difference
//! tells apart is equal only when every part is known. Terraform gives unknown as soon as
//! any part is, which is the same answer or a later one.

use super::unknown::Unknown;
use super::{Data, Dict, Seq, Value};

/// Yes, no, or not known yet.
pub(crate) enum Equal<'a> {
    Yes,
    No,
    Unknown(Unknown<'a>),
}

impl<'a> Equal<'a> {
    fn from_bool(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

/// Whether two values are the same.
pub(crate) fn equal<'a>(a: &Value<'a>, b: &Value<'a>) -> Equal<'a> {
    match (&a.data, &b.data) {
        (Data::Unknown(x), Data::Unknown(y)) => Equal::Unknown(x.merge(y)),
        (Data::Unknown(x), _) | (_, Data::Unknown(x)) => Equal::Unknown(x.clone()),
        (Data::Null, Data::Null) => Equal::Yes,
        (Data::Bool(x), Data::Bool(y)) => Equal::from_bool(x == y),
        (Data::Number(x), Data::Number(y)) => Equal::from_bool(x == y),
        (Data::String(x), Data::String(y)) => Equal::from_bool(**x == **y),
        (
            Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::Seq(..)
            | Data::Dict(..)
            | Data::View(_),
            _,
        ) => collections(a, b),
    }
}

fn collections<'a>(a: &Value<'a>, b: &Value<'a>) -> Equal<'a> {
    if let (Some(x), Some(y)) = (a.seq_kind(), b.seq_kind()) {
        return match (x, y) {
            (Seq::Set, Seq::Set | Seq::Plan) | (Seq::Plan, Seq::Set) => sets(a, b),
            _ if x != y && x != Seq::Plan && y != Seq::Plan => Equal::No,
            _ => sequences(a, b),
        };
    }
    match (a.dict_kind(), b.dict_kind()) {
        (Some(x), Some(y)) if x == y || x == Dict::Plan || y == Dict::Plan => mappings(a, b),
        _ => Equal::No,
    }
}

fn sequences<'a>(a: &Value<'a>, b: &Value<'a>) -> Equal<'a> {
    let (Some(a), Some(b)) = (a.items(), b.items()) else { return Equal::No };
    if a.len() != b.len() {
        return Equal::No;
    }
    all(a.iter().zip(b.iter()))
}

fn all<'a>(pairs: impl Iterator<Item = (Value<'a>, Value<'a>)>) -> Equal<'a> {
    let mut unknown = None;
    for (a, b) in pairs {
        match equal(&a, &b) {
            Equal::Yes => {}
            Equal::No => return Equal::No,
            Equal::Unknown(cause) => Unknown::join(&mut unknown, &cause),
        }
    }
    unknown.map_or(Equal::Yes, Equal::Unknown)
}

fn mappings<'a>(a: &Value<'a>, b: &Value<'a>) -> Equal<'a> {
    let (Some(a), Some(b)) = (a.fields(), b.fields()) else { return Equal::No };
    if a.len() != b.len() {
        return Equal::No;
    }
    let mut pairs = Vec::with_capacity(a.len());
    for (key, value) in a.iter() {
        match b.get(&key) {
            Some(other) => pairs.push((value, other)),
            None => return Equal::No,
        }
    }
    all(pairs.into_iter())
}

fn sets<'a>(a: &Value<'a>, b: &Value<'a>) -> Equal<'a> {
    let mut unknown = None;
    a.survey(&mut unknown);
    b.survey(&mut unknown);
    if let Some(unknown) = unknown {
        return Equal::Unknown(unknown);
    }
    let (Some(a), Some(b)) = (a.items(), b.items()) else { return Equal::No };
    let (a, b) = (distinct(a.to_vec()), distinct(b.to_vec()));
    Equal::from_bool(a.len() == b.len() && a.iter().all(|value| holds(&b, value)))
}

/// Whether a wholly known value is among wholly known ones.
pub(crate) fn holds<'a>(items: &[Value<'a>], value: &Value<'a>) -> bool {
    items.iter().any(|item| matches!(equal(item, value), Equal::Yes))
}

/// Each value once, in order of first appearance. Strings, which lists of thousands are
/// made of, are found by hash.
pub(crate) fn distinct(items: Vec<Value<'_>>) -> Vec<Value<'_>> {
    let mut kept: Vec<Value<'_>> = Vec::with_capacity(items.len());
    let mut strings = std::collections::HashSet::new();
    for item in items {
        let fresh = match item.as_str() {
            Some(text) => strings.insert(text.to_owned()),
            None => !holds(&kept, &item),
        };
        if fresh {
            kept.push(item);
        }
    }
    kept
}
