//! The changes: elements of `resource_changes` and `resource_drift`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::field::{
    Context, KeyIn, Raw, Seen, optional_string, refuse_other_shapes, refuse_shape, string_span,
    unescape,
};
use crate::plan::action::{ActionError, ActionSet};
use crate::plan::address::{Address, BlockKind};
use crate::plan::refusal::Refusal;
use crate::plan::span::Span;

/// One element of `resource_changes`, `resource_drift` or `deferred_changes`.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) struct Entry {
    pub(in crate::plan) address: Span,
    pub(in crate::plan) resource_type: Span,
    pub(in crate::plan) mode: Mode,
    pub(in crate::plan) actions: ActionSet,
    pub(in crate::plan) provider_name: Span,
    pub(in crate::plan) deposed: Span,
    pub(in crate::plan) previous_address: Span,
    pub(in crate::plan) action_reason: Span,
    pub(in crate::plan) before: Span,
    pub(in crate::plan) after: Span,
    pub(in crate::plan) after_unknown: Span,
    pub(in crate::plan) before_sensitive: Span,
    pub(in crate::plan) after_sensitive: Span,
    pub(in crate::plan) replace_paths: Span,
    pub(in crate::plan) importing: Span,
}

/// `mode` of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Managed, or a mode that we do not know: judged as managed.
    Managed,
    /// A data source.
    Data,
    /// An ephemeral resource (OpenTofu).
    Ephemeral,
}

/// An array of changes.
pub(super) struct Changes<'c, 't> {
    pub(super) context: &'c Context<'t>,
    pub(super) name: &'static str,
    pub(super) into: &'c mut Vec<Entry>,
}

impl<'t> DeserializeSeed<'t> for Changes<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let (context, name) = (self.context, self.name);
        refuse_shape(context, name, "an array", deserializer.deserialize_seq(self))
    }
}

impl<'t> Visitor<'t> for Changes<'_, 't> {
    type Value = ();

    refuse_other_shapes!("an array");

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        loop {
            let place = Place { list: self.name, at: self.into.len() };
            match seq.next_element_seed(Change { context: self.context, place })? {
                Some(entry) => self.into.push(entry),
                None => return Ok(()),
            }
        }
    }
}

/// Where an element stands, for refusals.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) list: &'static str,
    pub(super) at: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.list, self.at)
    }
}

pub(super) struct Change<'c, 't> {
    pub(super) context: &'c Context<'t>,
    pub(super) place: Place,
}

impl<'t> DeserializeSeed<'t> for Change<'_, 't> {
    type Value = Entry;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Entry, D::Error> {
        let (context, place) = (self.context, self.place);
        let result = deserializer.deserialize_map(self);
        refuse_shape(context, &place.to_string(), "an object", result)
    }
}

impl<'t> Visitor<'t> for Change<'_, 't> {
    type Value = Entry;

    refuse_other_shapes!("an object");

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Entry, A::Error> {
        const KEYS: &[&str] = &[
            "address",
            "mode",
            "type",
            "provider_name",
            "change",
            "action_reason",
            "deposed",
            "previous_address",
            "module_address",
            "name",
            "index",
        ];
        let Self { context, place } = self;
        let mut raws: [Option<&'t str>; KEYS.len()] = [None; KEYS.len()];
        let mut body: Option<Body<'t>> = None;
        let mut seen = Seen::default();
        while let Some(key) = map.next_key_seed(KeyIn(KEYS))? {
            let Some(key) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let bit = u32::try_from(key).expect("a dozen keys");
            seen.first(bit, context, KEYS[key], &|| place.to_string())?;
            if KEYS[key] == "change" {
                body = Some(map.next_value_seed(BodySeed { context, place })?);
            } else {
                raws[key] = Some(map.next_value::<Raw<'t>>()?.get());
            }
        }
        let [address, mode, resource_type, provider_name, _, action_reason, deposed, previous, ..] =
            raws;
        let address = address.ok_or_else(|| {
            context.refuse(Refusal::incomplete_change(&place.to_string(), "address"))
        })?;
        let address = string_span(context, address, &format!("{place}.address"))?;
        let name = || unescape(address.get(context.text)).into_owned();
        if !address.is_present() {
            return Err(context.refuse(Refusal::incomplete_change(&place.to_string(), "address")));
        }
        let body =
            body.ok_or_else(|| context.refuse(Refusal::incomplete_change(&name(), "change")))?;
        let actions = actions(context, &name, body.actions)?;
        let optional = |raw: Option<&str>, key: &str| match raw {
            Some(raw) => optional_string(context, raw, &format!("{place}.{key}")),
            None => Ok(Span::default()),
        };
        let resource_type = optional(resource_type, "type")?;
        let mode = match mode {
            Some("\"data\"") => Mode::Data,
            Some("\"ephemeral\"") => Mode::Ephemeral,
            _ => Mode::Managed,
        };
        check_type(context, &name, resource_type, mode, actions)?;
        let span = |raw: Option<&str>| raw.map_or_else(Span::default, |raw| context.span(raw));
        Ok(Entry {
            address,
            resource_type,
            mode,
            actions,
            provider_name: optional(provider_name, "provider_name")?,
            deposed: optional(deposed, "deposed")?,
            previous_address: optional(previous, "previous_address")?,
            action_reason: optional(action_reason, "action_reason")?,
            before: span(body.before),
            after: span(body.after),
            after_unknown: span(body.after_unknown),
            before_sensitive: span(body.before_sensitive),
            after_sensitive: span(body.after_sensitive),
            replace_paths: span(body.replace_paths),
            importing: span(body.importing.filter(|raw| *raw != "null")),
        })
    }
}

/// Whether an address is of the mode that its change claims. Otherwise a managed resource
/// could pass for a data source, at which nobody looks.
fn fits(mode: Mode, kind: BlockKind) -> bool {
    match mode {
        Mode::Managed => true,
        Mode::Data => kind == BlockKind::Data,
        Mode::Ephemeral => kind == BlockKind::Ephemeral,
    }
}

/// A destroyed object needs a type to be judged by, and it must be the one in its address.
fn check_type<E: serde::de::Error>(
    context: &Context<'_>,
    address: &dyn Fn() -> String,
    resource_type: Span,
    mode: Mode,
    actions: ActionSet,
) -> Result<(), E> {
    if actions.is_no_op() {
        return Ok(());
    }
    let stated = unescape(resource_type.get(context.text));
    if stated.is_empty() {
        return if actions.destroys() {
            Err(context.refuse(Refusal::incomplete_change(&address(), "type")))
        } else {
            Ok(())
        };
    }
    match Address::parse(&address()) {
        Ok(parsed) if parsed.resource_type != stated || !fits(mode, parsed.kind) => {
            Err(context.refuse(Refusal::contradicting_type(&address(), &stated)))
        }
        _ => Ok(()),
    }
}

fn actions<E: serde::de::Error>(
    context: &Context<'_>,
    address: &dyn Fn() -> String,
    raw: Option<&str>,
) -> Result<ActionSet, E> {
    let Some(raw) = raw else {
        return Err(context.refuse(Refusal::incomplete_change(&address(), "change.actions")));
    };
    // The shapes that make up a plan, without an allocation.
    let usual = match raw {
        r#"["no-op"]"# => Some("no-op"),
        r#"["create"]"# => Some("create"),
        r#"["update"]"# => Some("update"),
        _ => None,
    };
    let words: Vec<Cow<'_, str>> = match usual {
        Some(word) => vec![Cow::Borrowed(word)],
        None => serde_json::from_str(raw).map_err(|_| {
            context.refuse(Refusal::shape(
                &format!("{}.change.actions", address()),
                "an array of strings",
            ))
        })?,
    };
    ActionSet::from_words(words.iter().map(|word| &**word)).map_err(|error| {
        context.refuse(match error {
            ActionError::Empty => Refusal::no_actions(&address()),
            ActionError::Unknown(word) => Refusal::unknown_action(&address(), &word),
        })
    })
}

/// The `change` object.
#[derive(Default)]
struct Body<'t> {
    actions: Option<&'t str>,
    before: Option<&'t str>,
    after: Option<&'t str>,
    after_unknown: Option<&'t str>,
    before_sensitive: Option<&'t str>,
    after_sensitive: Option<&'t str>,
    replace_paths: Option<&'t str>,
    importing: Option<&'t str>,
}

struct BodySeed<'c, 't> {
    context: &'c Context<'t>,
    place: Place,
}

impl<'t> DeserializeSeed<'t> for BodySeed<'_, 't> {
    type Value = Body<'t>;

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<Body<'t>, D::Error> {
        let (context, place) = (self.context, self.place);
        let result = deserializer.deserialize_map(self);
        refuse_shape(context, &format!("{place}.change"), "an object", result)
    }
}

impl<'t> Visitor<'t> for BodySeed<'_, 't> {
    type Value = Body<'t>;

    refuse_other_shapes!("an object");

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Body<'t>, A::Error> {
        const KEYS: &[&str] = &[
            "actions",
            "before",
            "after",
            "after_unknown",
            "before_sensitive",
            "after_sensitive",
            "replace_paths",
            "importing",
        ];
        let mut raws: [Option<&'t str>; KEYS.len()] = [None; KEYS.len()];
        let mut seen = Seen::default();
        while let Some(key) = map.next_key_seed(KeyIn(KEYS))? {
            let Some(key) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let bit = u32::try_from(key).expect("a handful of keys");
            seen.first(bit, self.context, KEYS[key], &|| format!("{}.change", self.place))?;
            raws[key] = Some(map.next_value::<Raw<'t>>()?.get());
        }
        let [
            actions,
            before,
            after,
            after_unknown,
            before_sensitive,
            after_sensitive,
            replace_paths,
            importing,
        ] = raws;
        Ok(Body {
            actions,
            before,
            after,
            after_unknown,
            before_sensitive,
            after_sensitive,
            replace_paths,
            importing,
        })
    }
}
