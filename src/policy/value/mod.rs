//! What expressions are made of: cty's values, over borrowed plan text.
//!
//! An attribute of a plan is not converted when a policy looks at it. Arrays and objects are
//! a [`View`]: the decoded JSON and its two masks, walked in step. Only what an expression
//! builds itself is owned. Unknown values carry where they came from, so that a result of
//! "unknown" can say which attribute was missing.
//!
//! Plan JSON does not tell a list from a tuple or set, nor a map from an object. Values of
//! a plan are therefore of their own kind, `Plan`, which compares by elements and is never
//! converted behind the author's back.

pub(crate) mod convert;
mod decimal;
pub(crate) mod equal;
pub(crate) mod number;
pub(crate) mod show;
pub(crate) mod types;
pub(crate) mod unknown;
pub(crate) mod view;

use std::ops::Deref;
use std::rc::Rc;

pub(crate) use number::Num;
pub(crate) use unknown::{Cause, Unknown};
pub use view::PlanObject;
pub(crate) use view::View;

/// A string, borrowed from the plan or the policy where possible.
#[derive(Clone)]
pub(crate) enum Text<'a> {
    Borrowed(&'a str),
    Shared(Rc<str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::Shared(Rc::from(text))
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self::Borrowed(text)
    }
}

/// What sort of sequence a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seq {
    Tuple,
    List,
    Set,
    Plan,
}

/// What sort of mapping a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dict {
    Object,
    Map,
    Plan,
}

/// Sorted by key, each key once.
pub(crate) type Entries<'a> = Vec<(Text<'a>, Value<'a>)>;

/// A value, known or not.
#[derive(Clone)]
pub(crate) enum Data<'a> {
    Unknown(Unknown<'a>),
    Null,
    Bool(bool),
    Number(Num),
    String(Text<'a>),
    Seq(Seq, Rc<Vec<Value<'a>>>),
    Dict(Dict, Rc<Entries<'a>>),
    View(View<'a>),
}

/// A value and its sensitive mark. Like the plan's values it has no `Debug` or `Display`:
/// it becomes text only where an expression makes a string of it.
#[derive(Clone)]
pub struct Value<'a> {
    pub(crate) data: Data<'a>,
    pub(crate) marked: bool,
}

impl<'a> From<Data<'a>> for Value<'a> {
    fn from(data: Data<'a>) -> Self {
        Self { data, marked: false }
    }
}

impl<'a> Value<'a> {
    pub(crate) const NULL: Self = Self { data: Data::Null, marked: false };

    /// The object of a plan, read lazily.
    #[must_use]
    pub fn plan(object: &'a PlanObject<'a>) -> Self {
        View::root(object)
    }

    pub(crate) fn bool(value: bool) -> Self {
        Data::Bool(value).into()
    }

    pub(crate) fn number(value: impl Into<Num>) -> Self {
        Data::Number(value.into()).into()
    }

    pub(crate) fn string(text: impl Into<Text<'a>>) -> Self {
        Data::String(text.into()).into()
    }

    pub(crate) fn seq(kind: Seq, items: Vec<Self>) -> Self {
        Data::Seq(kind, Rc::new(items)).into()
    }

    pub(crate) fn tuple(items: Vec<Self>) -> Self {
        Self::seq(Seq::Tuple, items)
    }

    /// A mapping; of equal keys the last one counts.
    pub(crate) fn dict(kind: Dict, mut entries: Entries<'a>) -> Self {
        if !entries.is_sorted_by(|a, b| *a.0 < *b.0) {
            entries.reverse();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            entries.dedup_by(|next, kept| *next.0 == *kept.0);
        }
        Data::Dict(kind, Rc::new(entries)).into()
    }

    pub(crate) fn unknown(cause: Cause<'a>) -> Self {
        Data::Unknown(Unknown::from(cause)).into()
    }

    pub(crate) fn with_mark(mut self, marked: bool) -> Self {
        self.marked |= marked;
        self
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.data, Data::Null)
    }

    pub(crate) fn as_unknown(&self) -> Option<&Unknown<'a>> {
        if let Data::Unknown(unknown) = &self.data { Some(unknown) } else { None }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Data::String(text) = &self.data { Some(text) } else { None }
    }

    /// The elements, of whatever sort of sequence.
    pub(crate) fn items(&self) -> Option<Items<'a>> {
        match &self.data {
            Data::Seq(_, items) => Some(Items::Owned(Rc::clone(items), self.marked)),
            Data::View(view) if view.is_array() => Some(Items::View(view.clone())),
            Data::Unknown(_)
            | Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::Dict(..)
            | Data::View(_) => None,
        }
    }

    /// The entries, of whatever sort of mapping.
    pub(crate) fn fields(&self) -> Option<Fields<'a>> {
        match &self.data {
            Data::Dict(_, entries) => Some(Fields::Owned(Rc::clone(entries), self.marked)),
            Data::View(view) if !view.is_array() => Some(Fields::View(view.clone())),
            Data::Unknown(_)
            | Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::Seq(..)
            | Data::View(_) => None,
        }
    }

    pub(crate) fn seq_kind(&self) -> Option<Seq> {
        match &self.data {
            Data::Seq(kind, _) => Some(*kind),
            Data::View(view) if view.is_array() => Some(Seq::Plan),
            Data::Unknown(_)
            | Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::Dict(..)
            | Data::View(_) => None,
        }
    }

    pub(crate) fn dict_kind(&self) -> Option<Dict> {
        match &self.data {
            Data::Dict(kind, _) => Some(*kind),
            Data::View(view) if !view.is_array() => Some(Dict::Plan),
            Data::Unknown(_)
            | Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::Seq(..)
            | Data::View(_) => None,
        }
    }

    /// What a message calls this sort of value.
    pub(crate) fn noun(&self) -> &'static str {
        match &self.data {
            Data::Unknown(_) => "unknown value",
            Data::Null => "null",
            Data::Bool(_) => "bool",
            Data::Number(_) => "number",
            Data::String(_) => "string",
            Data::Seq(Seq::Tuple, _) => "tuple",
            Data::Seq(Seq::Set, _) => "set",
            Data::Seq(Seq::List | Seq::Plan, _) => "list",
            Data::Dict(Dict::Map, _) => "map",
            Data::Dict(Dict::Object | Dict::Plan, _) => "object",
            Data::View(view) => {
                if view.is_array() {
                    "list"
                } else {
                    "object"
                }
            }
        }
    }

    /// Unknown parts at any depth, and whether any part is sensitive.
    pub(crate) fn survey(&self, causes: &mut Option<Unknown<'a>>) -> bool {
        let mut marked = self.marked;
        if let Data::Unknown(unknown) = &self.data {
            Unknown::join(causes, unknown);
        } else if let Some(items) = self.items() {
            for item in items.iter() {
                marked |= item.survey(causes);
            }
        } else if let Some(fields) = self.fields() {
            for (_, field) in fields.iter() {
                marked |= field.survey(causes);
            }
        }
        marked
    }

    /// The same value as a plan would hold it: test mocks stand in for plans, so their
    /// literals must not be told apart from lists and maps.
    pub(crate) fn planned(self) -> Self {
        let marked = self.marked;
        match self.data {
            Data::Seq(_, items) => {
                let items = items.iter().cloned().map(Value::planned).collect();
                Value::seq(Seq::Plan, items).with_mark(marked)
            }
            Data::Dict(_, entries) => {
                let entries =
                    entries.iter().map(|(k, v)| (k.clone(), v.clone().planned())).collect();
                Value::dict(Dict::Plan, entries).with_mark(marked)
            }
            data @ (Data::Unknown(_)
            | Data::Null
            | Data::Bool(_)
            | Data::Number(_)
            | Data::String(_)
            | Data::View(_)) => Value { data, marked },
        }
    }
}

/// Elements of a sequence, taken out one by one. A mark on the whole marks each.
pub(crate) enum Items<'a> {
    Owned(Rc<Vec<Value<'a>>>, bool),
    View(View<'a>),
}

impl<'a> Items<'a> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Owned(items, _) => items.len(),
            Self::View(view) => view.len(),
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<Value<'a>> {
        match self {
            Self::Owned(items, marked) => {
                items.get(index).map(|item| item.clone().with_mark(*marked))
            }
            Self::View(view) => view.index(index),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Value<'a>> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    pub(crate) fn to_vec(&self) -> Vec<Value<'a>> {
        self.iter().collect()
    }
}

/// Entries of a mapping, in key order.
pub(crate) enum Fields<'a> {
    Owned(Rc<Entries<'a>>, bool),
    View(View<'a>),
}

impl<'a> Fields<'a> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Owned(entries, _) => entries.len(),
            Self::View(view) => view.len(),
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<Value<'a>> {
        match self {
            Self::Owned(entries, marked) => entries
                .binary_search_by(|(k, _)| (**k).cmp(key))
                .ok()
                .map(|at| entries[at].1.clone().with_mark(*marked)),
            Self::View(view) => view.key(key),
        }
    }

    pub(crate) fn iter(&self) -> Box<dyn Iterator<Item = (Text<'a>, Value<'a>)> + '_> {
        match self {
            Self::Owned(entries, marked) => {
                let marked = *marked;
                Box::new(entries.iter().map(move |(k, v)| (k.clone(), v.clone().with_mark(marked))))
            }
            Self::View(view) => Box::new(view.entries()),
        }
    }
}
