//! The two copies of the state in a plan: which of their resources mark secrets, and how
//! many objects there were.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::field::{Context, KeyIn, Raw, refuse_other_shapes, refuse_shape, string_span};
use crate::plan::span::Span;

/// `planned_values` and `prior_state`: only addresses with marks, and a count.
pub(super) struct Values<'c, 't> {
    pub(super) context: &'c Context<'t>,
    pub(super) marks: &'c mut Vec<(Span, Span)>,
    pub(super) managed: &'c mut usize,
}

impl<'t> DeserializeSeed<'t> for Values<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let context = self.context;
        let result = deserializer.deserialize_option(self);
        refuse_shape(context, "planned_values or prior_state", "an object", result)
    }
}

impl<'t> Visitor<'t> for Values<'_, 't> {
    type Value = ();

    refuse_other_shapes!("an object");

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { context, marks, managed } = self;
        while let Some(key) = map.next_key_seed(KeyIn(&["values", "root_module"]))? {
            match key {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                // `prior_state` wraps what `planned_values` is.
                Some(0) => map.next_value_seed(Values { context, marks, managed })?,
                Some(_) => map.next_value_seed(Module { context, marks, managed })?,
            }
        }
        Ok(())
    }
}

struct Module<'c, 't> {
    context: &'c Context<'t>,
    marks: &'c mut Vec<(Span, Span)>,
    managed: &'c mut usize,
}

impl<'t> DeserializeSeed<'t> for Module<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Module<'_, 't> {
    type Value = ();

    refuse_other_shapes!("a module");

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { context, marks, managed } = self;
        while let Some(key) = map.next_key_seed(KeyIn(&["resources", "child_modules"]))? {
            match key {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(which) => {
                    let list = Members { resources: which == 0, context, marks, managed };
                    map.next_value_seed(list)?;
                }
            }
        }
        Ok(())
    }
}

/// The `resources` or the `child_modules` of a module.
struct Members<'c, 't> {
    resources: bool,
    context: &'c Context<'t>,
    marks: &'c mut Vec<(Span, Span)>,
    managed: &'c mut usize,
}

impl<'t> DeserializeSeed<'t> for Members<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'t> Visitor<'t> for Members<'_, 't> {
    type Value = ();

    refuse_other_shapes!("an array");

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self { resources, context, marks, managed } = self;
        if resources {
            while let Some(resource) = seq.next_element_seed(StateResource { context })? {
                *managed += usize::from(resource.managed);
                if let (Some(address), Some(mark)) = (resource.address, resource.marks) {
                    marks.push((address, mark));
                }
            }
        } else {
            while seq.next_element_seed(Module { context, marks, managed })?.is_some() {}
        }
        Ok(())
    }
}

struct Resource {
    address: Option<Span>,
    managed: bool,
    marks: Option<Span>,
}

struct StateResource<'c, 't> {
    context: &'c Context<'t>,
}

impl<'t> DeserializeSeed<'t> for StateResource<'_, 't> {
    type Value = Resource;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Resource, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for StateResource<'_, 't> {
    type Value = Resource;

    refuse_other_shapes!("a resource");

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Resource, A::Error> {
        let mut resource = Resource { address: None, managed: true, marks: None };
        while let Some(key) = map.next_key_seed(KeyIn(&["address", "mode", "sensitive_values"]))? {
            let Some(key) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let raw = map.next_value::<Raw<'t>>()?.get();
            match key {
                0 => resource.address = Some(string_span(self.context, raw, "address")?),
                1 => resource.managed = raw == "\"managed\"",
                _ if marks_anything(raw) => resource.marks = Some(self.context.span(raw)),
                _ => {}
            }
        }
        Ok(resource)
    }
}

/// Whether there can be a mark in it: `true`, or what Terraform does not write there and
/// what therefore covers everything.
fn marks_anything(raw: &str) -> bool {
    raw.contains("true")
        || raw.contains(":\"")
        || raw.contains(": \"")
        || raw.starts_with('"')
        || raw.bytes().any(|byte| byte.is_ascii_digit())
}
