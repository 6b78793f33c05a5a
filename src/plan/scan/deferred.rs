//! `deferred_changes`: what Terraform could not plan yet.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::change::{Change, Entry, Place};
use super::field::{Context, KeyIn, Raw, Seen, optional_string, refuse_other_shapes, refuse_shape};
use crate::plan::refusal::Refusal;
use crate::plan::span::Span;

/// An element of `deferred_changes`.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) struct DeferredEntry {
    pub(in crate::plan) reason: Span,
    pub(in crate::plan) entry: Entry,
}

/// `deferred_changes`: each element wraps a change and says why it waits.
pub(super) struct Deferred<'c, 't> {
    pub(super) context: &'c Context<'t>,
    pub(super) into: &'c mut Vec<DeferredEntry>,
}

impl<'t> DeserializeSeed<'t> for Deferred<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let context = self.context;
        refuse_shape(context, "deferred_changes", "an array", deserializer.deserialize_seq(self))
    }
}

impl<'t> Visitor<'t> for Deferred<'_, 't> {
    type Value = ();

    refuse_other_shapes!("an array");

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        loop {
            let place = Place { list: "deferred_changes", at: self.into.len() };
            match seq.next_element_seed(DeferredSeed { context: self.context, place })? {
                Some(entry) => self.into.push(entry),
                None => return Ok(()),
            }
        }
    }
}

struct DeferredSeed<'c, 't> {
    context: &'c Context<'t>,
    place: Place,
}

impl<'t> DeserializeSeed<'t> for DeferredSeed<'_, 't> {
    type Value = DeferredEntry;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<DeferredEntry, D::Error> {
        let (context, place) = (self.context, self.place);
        let result = deserializer.deserialize_map(self);
        refuse_shape(context, &place.to_string(), "an object", result)
    }
}

impl<'t> Visitor<'t> for DeferredSeed<'_, 't> {
    type Value = DeferredEntry;

    refuse_other_shapes!("an object");

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<DeferredEntry, A::Error> {
        const KEYS: &[&str] = &["reason", "resource_change"];
        let Self { context, place } = self;
        let mut reason = Span::default();
        let mut entry = None;
        let mut seen = Seen::default();
        while let Some(key) = map.next_key_seed(KeyIn(KEYS))? {
            match key {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(0) => {
                    seen.first(0, context, KEYS[0], &|| place.to_string())?;
                    let raw = map.next_value::<Raw<'t>>()?.get();
                    reason = optional_string(context, raw, &format!("{place}.reason"))?;
                }
                Some(_) => {
                    seen.first(1, context, KEYS[1], &|| place.to_string())?;
                    entry = Some(map.next_value_seed(Change { context, place })?);
                }
            }
        }
        let entry = entry.ok_or_else(|| {
            context.refuse::<A::Error>(Refusal::incomplete_change(
                &place.to_string(),
                "resource_change",
            ))
        })?;
        Ok(DeferredEntry { reason, entry })
    }
}
