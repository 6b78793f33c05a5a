//! Plan JSON with its masks, walked in step.

use std::borrow::Cow;

use super::unknown::{Cause, Step};
use super::{Data, Num, Text, Value};
use crate::plan::{Json, Mask};

/// One object of a plan, as the policies see it. It belongs to the host and outlives the
/// evaluation.
pub struct PlanObject<'a> {
    /// What messages call it: `attrs`, `prior_attrs`, or the address of another resource.
    pub name: Cow<'a, str>,
    /// The address of the resource, empty when there is none.
    pub address: &'a str,
    /// `before` or `after`.
    pub json: &'a Json<'a>,
    /// `after_unknown`.
    pub unknown: &'a Mask,
    /// `before_sensitive` or `after_sensitive`.
    pub sensitive: &'a Mask,
}

/// An array or object inside a plan object.
#[derive(Clone)]
pub(crate) struct View<'a> {
    object: &'a PlanObject<'a>,
    json: &'a Json<'a>,
    unknown: &'a Mask,
    sensitive: &'a Mask,
}

impl<'a> View<'a> {
    pub(super) fn root(object: &'a PlanObject<'a>) -> Value<'a> {
        if object.unknown.is_all() {
            return Value::unknown(Cause::Whole(object)).with_mark(object.sensitive.is_all());
        }
        Self { object, json: object.json, unknown: object.unknown, sensitive: object.sensitive }
            .value()
    }

    /// The node as a value: leaves are decoded, the rest stays a view.
    fn value(self) -> Value<'a> {
        let marked = self.sensitive.is_all();
        let data = match self.json {
            Json::Null => Data::Null,
            Json::Bool(value) => Data::Bool(*value),
            Json::Number(number) => match Num::parse(number.text()) {
                Some(number) => Data::Number(number),
                // A number that no provider writes; not worth guessing about.
                None => Data::Unknown(Cause::Named("a number beyond all bounds".into()).into()),
            },
            Json::String(text) => Data::String(Text::Borrowed(text)),
            Json::Array(_) | Json::Object(_) => Data::View(self),
        };
        Value { data, marked }
    }

    /// The child under `step`. The mask decides first: where it says unknown, Terraform
    /// leaves the value out or writes null.
    fn child(
        &self,
        json: Option<&'a Json<'a>>,
        unknown: &'a Mask,
        sensitive: &'a Mask,
        step: Step<'a>,
    ) -> Value<'a> {
        match json {
            Some(json) if !unknown.is_all() => {
                View { object: self.object, json, unknown, sensitive }.value()
            }
            Some(_) | None => {
                Value::unknown(Cause::Part { object: self.object, parent: self.json, step })
                    .with_mark(sensitive.is_all())
            }
        }
    }

    pub(crate) fn is_array(&self) -> bool {
        matches!(self.json, Json::Array(_))
    }

    pub(crate) fn len(&self) -> usize {
        match self.json {
            Json::Array(items) => match self.unknown {
                Mask::Array(masks) => items.len().max(masks.len()),
                Mask::None | Mask::All | Mask::Object(_) => items.len(),
            },
            Json::Object(object) => match self.unknown {
                Mask::Object(masks) => {
                    object.len() + masks.iter().filter(|(k, _)| object.get(k).is_none()).count()
                }
                Mask::None | Mask::All | Mask::Array(_) => object.len(),
            },
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => 0,
        }
    }

    pub(crate) fn index(&self, index: usize) -> Option<Value<'a>> {
        let Json::Array(items) = self.json else { return None };
        if index >= self.len() {
            return None;
        }
        let (unknown, sensitive) = (self.unknown.at(index), self.sensitive.at(index));
        Some(self.child(items.get(index), unknown, sensitive, Step::Index(index)))
    }

    pub(crate) fn key(&self, key: &str) -> Option<Value<'a>> {
        let Json::Object(object) = self.json else { return None };
        let (unknown, sensitive) = (self.unknown.key(key), self.sensitive.key(key));
        let json = object.get(key);
        if unknown.is_none() || json.is_some() && !unknown.is_all() {
            return json.map(|json| View { object: self.object, json, unknown, sensitive }.value());
        }
        let name = self.own_key(key)?;
        Some(self.child(json, unknown, sensitive, Step::Key(name)))
    }

    /// The plan's own copy of a key, which lives long enough to be remembered.
    fn own_key(&self, key: &str) -> Option<&'a str> {
        let object: &'a crate::plan::Object<'a> = self.json.as_object()?;
        if let Mask::Object(masks) = self.unknown
            && let Ok(at) = masks.binary_search_by(|(k, _)| (**k).cmp(key))
        {
            return Some(&masks[at].0);
        }
        object.iter().map(|(k, _)| k).find(|k| *k == key)
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (Text<'a>, Value<'a>)> + '_ {
        let mut keys: Vec<&'a str> = match self.json {
            Json::Object(object) => object.iter().map(|(key, _)| key).collect(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => {
                Vec::new()
            }
        };
        if let (Mask::Object(masks), Json::Object(object)) = (self.unknown, self.json) {
            let known = keys.len();
            keys.extend(masks.iter().map(|(key, _)| &**key).filter(|k| object.get(k).is_none()));
            if keys.len() > known {
                keys.sort_unstable();
            }
        }
        keys.into_iter().filter_map(|key| Some((Text::Borrowed(key), self.key(key)?)))
    }
}

impl View<'_> {
    /// Takes the sensitive mark off this node and all below it.
    pub(crate) fn unmark(&mut self) {
        static CLEAR: Mask = Mask::None;
        self.sensitive = &CLEAR;
    }
}
