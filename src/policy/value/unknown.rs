//! Why a value is unknown.
//!
//! Terraform says only that it is. To mend a policy, or the order of two applies, one has to
//! know *which attribute* was not known yet; so an unknown keeps its sources through every
//! operation. Finding the path of a source is left until somebody prints it.

use std::rc::Rc;

use super::view::PlanObject;
use crate::plan::Json;

/// How many sources one value remembers: more would not help a reader.
const KEPT: usize = 6;

/// One step down.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// Where an unknown came from.
#[derive(Clone)]
pub(crate) enum Cause<'a> {
    /// A part of a plan object: below `parent`, which is found again by its address in
    /// memory.
    Part { object: &'a PlanObject<'a>, parent: &'a Json<'a>, step: Step<'a> },
    /// All of a plan object.
    Whole(&'a PlanObject<'a>),
    /// Something else, in words.
    Named(Rc<str>),
}

/// The sources of an unknown value, at least one.
#[derive(Clone)]
pub(crate) enum Unknown<'a> {
    One(Cause<'a>),
    Many(Rc<[Cause<'a>]>),
}

impl<'a> From<Cause<'a>> for Unknown<'a> {
    fn from(cause: Cause<'a>) -> Self {
        Self::One(cause)
    }
}

impl<'a> Unknown<'a> {
    pub(crate) fn causes(&self) -> &[Cause<'a>] {
        match self {
            Self::One(cause) => std::slice::from_ref(cause),
            Self::Many(causes) => causes,
        }
    }

    pub(crate) fn merge(&self, other: &Self) -> Self {
        if let (Self::One(a), Self::One(b)) = (self, other)
            && a.same(b)
        {
            return self.clone();
        }
        let mut causes: Vec<_> = self.causes().to_vec();
        for cause in other.causes() {
            if causes.len() < KEPT && !causes.iter().any(|kept| kept.same(cause)) {
                causes.push(cause.clone());
            }
        }
        Self::Many(causes.into())
    }

    pub(crate) fn join(into: &mut Option<Self>, other: &Self) {
        *into = Some(match into.take() {
            Some(unknown) => unknown.merge(other),
            None => other.clone(),
        });
    }

    /// The paths, for a message.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.causes().iter().map(Cause::path).collect()
    }
}

impl Cause<'_> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Part { parent: a, step: x, .. }, Self::Part { parent: b, step: y, .. }) => {
                std::ptr::eq(*a, *b)
                    && match (x, y) {
                        (Step::Key(x), Step::Key(y)) => x == y,
                        (Step::Index(x), Step::Index(y)) => x == y,
                        (Step::Key(_), Step::Index(_)) | (Step::Index(_), Step::Key(_)) => false,
                    }
            }
            (Self::Whole(a), Self::Whole(b)) => std::ptr::eq(*a, *b),
            (Self::Named(a), Self::Named(b)) => a == b,
            (Self::Part { .. } | Self::Whole(_) | Self::Named(_), _) => false,
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Named(name) => name.to_string(),
            Self::Whole(object) => object.name.to_string(),
            Self::Part { object, parent, step } => {
                let mut path = object.name.to_string();
                trace(object.json, parent, &mut path);
                push(&mut path, *step);
                path
            }
        }
    }
}

fn push(path: &mut String, step: Step<'_>) {
    match step {
        Step::Key(key) if is_identifier(key) => {
            path.push('.');
            path.push_str(key);
        }
        Step::Key(key) => {
            path.push_str(&format!("[{key:?}]"));
        }
        Step::Index(index) => path.push_str(&format!("[{index}]")),
    }
}

pub(crate) fn is_identifier(key: &str) -> bool {
    let mut chars = key.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// Appends the way from `from` down to the very node `to`.
fn trace(from: &Json<'_>, to: &Json<'_>, path: &mut String) -> bool {
    if std::ptr::from_ref(from).cast::<()>() == std::ptr::from_ref(to).cast::<()>() {
        return true;
    }
    let length = path.len();
    match from {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                push(path, Step::Index(index));
                if trace(item, to, path) {
                    return true;
                }
                path.truncate(length);
            }
        }
        Json::Object(object) => {
            for (key, value) in object.iter() {
                push(path, Step::Key(key));
                if trace(value, to, path) {
                    return true;
                }
                path.truncate(length);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
    false
}
