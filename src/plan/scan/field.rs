//! What the visitors share: keys, strings, and turning an error into a refusal.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};
use serde_json::value::RawValue;

use crate::plan::refusal::Refusal;
use crate::plan::span::Span;

pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    pub(super) refusal: RefCell<Option<Refusal>>,
}

impl Context<'_> {
    pub(super) fn span(&self, part: &str) -> Span {
        Span::of(part, self.text)
    }

    /// Keeps the refusal, and gives serde something to stop on.
    pub(super) fn refuse<E: serde::de::Error>(&self, refusal: Refusal) -> E {
        *self.refusal.borrow_mut() = Some(refusal);
        E::custom("refused")
    }
}

pub(super) type Raw<'t> = &'t RawValue;

/// The inner text of a JSON string, or a refusal. A string with escapes keeps them.
pub(super) fn string_span<E: serde::de::Error>(
    context: &Context<'_>,
    raw: &str,
    place: &str,
) -> Result<Span, E> {
    let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(_) if serde_json::from_str::<Cow<'_, str>>(raw).is_err() => {
            Err(context.refuse(Refusal::lone_surrogate(place)))
        }
        Some(inner) => Ok(context.span(inner)),
        None => Err(context.refuse(Refusal::shape(place, "a string"))),
    }
}

/// Like [`string_span`], for fields that may be null or absent.
pub(super) fn optional_string<E: serde::de::Error>(
    context: &Context<'_>,
    raw: &str,
    place: &str,
) -> Result<Span, E> {
    if raw == "null" { Ok(Span::default()) } else { string_span(context, raw, place) }
}

pub(super) fn boolean<E: serde::de::Error>(
    context: &Context<'_>,
    raw: &str,
    place: &str,
) -> Result<Option<bool>, E> {
    match raw {
        "true" => Ok(Some(true)),
        "false" => Ok(Some(false)),
        "null" => Ok(None),
        _ => Err(context.refuse(Refusal::shape(place, "true or false"))),
    }
}

/// Unescapes the inside of a JSON string that the scan has accepted.
pub(crate) fn unescape(inner: &str) -> Cow<'_, str> {
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let quoted = format!("\"{inner}\"");
    Cow::Owned(serde_json::from_str(&quoted).expect("the scan accepted this string"))
}

/// Keys seen in one object: a second time is a refusal.
#[derive(Default)]
pub(super) struct Seen(u32);

impl Seen {
    pub(super) fn first<E: serde::de::Error>(
        &mut self,
        bit: u32,
        context: &Context<'_>,
        key: &str,
        place: &dyn Fn() -> String,
    ) -> Result<(), E> {
        if self.0 & (1 << bit) != 0 {
            return Err(context.refuse(Refusal::duplicate_key(key, &place())));
        }
        self.0 |= 1 << bit;
        Ok(())
    }
}

/// The position of `key` in `known`, read without copying unless it has escapes.
pub(super) struct KeyIn(pub(super) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeyIn {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyIn {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| *known == key))
    }
}

/// Any key, unescaped.
pub(super) struct AnyKey;

impl<'de> DeserializeSeed<'de> for AnyKey {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for AnyKey {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// Gives a visitor the wording of a refusal for whatever is not the expected container.
macro_rules! refuse_other_shapes {
    ($expected:literal) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str($expected)
        }
    };
}

/// Turns serde's complaint about a type (which would quote the value) into a refusal.
pub(super) fn refuse_shape<E: serde::de::Error, T>(
    context: &Context<'_>,
    place: &str,
    expected: &str,
    result: Result<T, E>,
) -> Result<T, E> {
    result.map_err(|error| {
        let wrong_type = error.to_string().starts_with("invalid type");
        if wrong_type && context.refusal.borrow().is_none() {
            context.refuse(Refusal::shape(place, expected))
        } else {
            error
        }
    })
}

pub(super) use refuse_other_shapes;
