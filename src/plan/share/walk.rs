//! Walks the text of a plan and shows every place of it to somebody.

use std::fmt;

use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::ShareError;
use super::grammar::At;
use crate::plan::json::{DecodeError, Json};
use crate::plan::refusal::Refusal;

/// Who is shown a plan, in its order.
pub(super) trait Guest {
    /// An object or a list begins or ends.
    fn bracket(&mut self, bracket: char) -> Result<(), ShareError>;
    /// The next element or entry begins; an entry with its key.
    fn next(&mut self, first: bool, key: Option<&str>) -> Result<(), ShareError>;
    /// What is written as one; `name` is that of the variable or output around it.
    fn leaf(&mut self, at: At, name: Option<&str>, json: &Json<'_>) -> Result<(), ShareError>;
}

/// Shows the plan in `text`, whose grammar and depth have been checked, to `guest`.
pub(super) fn walk(text: &str, guest: &mut dyn Guest) -> Result<(), ShareError> {
    let mut failed = None;
    let step = Step { guest, failed: &mut failed, at: At::Plan, name: None };
    let mut json = serde_json::Deserializer::from_str(text);
    let walked = step.deserialize(&mut json);
    match (failed, walked) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        // What the reader of plans passes and this one does not: modules in modules, and half
        // of a surrogate pair.
        (None, Err(error)) if error.to_string().starts_with("recursion limit") => {
            Err(Refusal::too_deep(json.into_iter::<()>().byte_offset()).into())
        }
        (None, Err(_)) => Err(Refusal::lone_surrogate("the plan").into()),
    }
}

/// One place on the way.
struct Step<'w> {
    guest: &'w mut dyn Guest,
    /// The guest's own error, which serde could not carry.
    failed: &'w mut Option<ShareError>,
    at: At,
    name: Option<String>,
}

impl Step<'_> {
    fn tell<E: serde::de::Error>(
        &mut self,
        tell: impl FnOnce(&mut dyn Guest) -> Result<(), ShareError>,
    ) -> Result<(), E> {
        tell(self.guest).map_err(|error| {
            *self.failed = Some(error);
            E::custom("stopped")
        })
    }

    fn inside(&mut self, at: At, name: Option<String>) -> Step<'_> {
        Step { guest: self.guest, failed: self.failed, at, name }
    }

    fn scalar<E: serde::de::Error>(&mut self, json: &Json<'_>) -> Result<(), E> {
        let name = self.name.clone();
        self.tell(|guest| guest.leaf(At::Value, name.as_deref(), json))
    }
}

impl<'de> DeserializeSeed<'de> for Step<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        if !self.at.is_leaf() {
            return deserializer.deserialize_any(self);
        }
        let raw = <&RawValue>::deserialize(deserializer)?;
        let json = Json::decode(raw.get()).map_err(|error| {
            *self.failed = Some(ShareError::Refused(match error {
                DecodeError::DuplicateKey(key) => Refusal::duplicate_key(&key, "the plan"),
                DecodeError::LoneSurrogate => Refusal::lone_surrogate("the plan"),
            }));
            D::Error::custom("stopped")
        })?;
        let (at, name) = (self.at, self.name.clone());
        self.tell(|guest| guest.leaf(at, name.as_deref(), &json))
    }
}

impl<'de> Visitor<'de> for Step<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.tell(|guest| guest.bracket('['))?;
        let mut first = true;
        loop {
            let (at, name) = (self.at, self.name.clone());
            let element = Element { step: self.inside(at, name), first };
            if items.next_element_seed(element)?.is_none() {
                break;
            }
            first = false;
        }
        self.tell(|guest| guest.bracket(']'))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        self.tell(|guest| guest.bracket('{'))?;
        let mut first = true;
        while let Some(key) = entries.next_key::<String>()? {
            self.tell(|guest| guest.next(first, Some(&key)))?;
            first = false;
            let at = self.at.inside(&key);
            let name = if self.at.is_named() { Some(key) } else { self.name.clone() };
            entries.next_value_seed(self.inside(at, name))?;
        }
        self.tell(|guest| guest.bracket('}'))
    }

    // A scalar where the grammar has an object or a list is a value.
    fn visit_unit<E: serde::de::Error>(mut self) -> Result<(), E> {
        self.scalar(&Json::Null)
    }

    fn visit_bool<E: serde::de::Error>(mut self, value: bool) -> Result<(), E> {
        self.scalar(&Json::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(mut self, _: i64) -> Result<(), E> {
        self.scalar(&Json::Null)
    }

    fn visit_u64<E: serde::de::Error>(mut self, _: u64) -> Result<(), E> {
        self.scalar(&Json::Null)
    }

    fn visit_f64<E: serde::de::Error>(mut self, _: f64) -> Result<(), E> {
        self.scalar(&Json::Null)
    }

    fn visit_str<E: serde::de::Error>(mut self, text: &str) -> Result<(), E> {
        self.scalar(&Json::String(text.into()))
    }
}

/// An element of a list: told of before it is read, and only if there is one.
struct Element<'w> {
    step: Step<'w>,
    first: bool,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { mut step, first } = self;
        step.tell(|guest| guest.next(first, None))?;
        step.deserialize(deserializer)
    }
}
