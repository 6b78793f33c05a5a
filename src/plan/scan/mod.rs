//! One pass over the text: checks the grammar, and notes where everything stands.
//!
//! serde drives; what is not needed is skipped without building anything, what is needed is
//! kept as a span. Nothing here decides anything about a change but what it takes to be one.

mod change;
mod deferred;
mod field;
mod state;

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use self::change::Changes;
pub(super) use self::change::Entry;
pub use self::change::Mode;
use self::deferred::Deferred;
pub(super) use self::deferred::DeferredEntry;
pub(super) use self::field::unescape;
use self::field::{AnyKey, Context, Raw, boolean, optional_string, string_span};
use self::state::Values;
use super::read::check_version;
use super::refusal::Refusal;
use super::span::Span;

/// Everything that the pass found.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) format_version: Span,
    pub(super) terraform_version: Span,
    pub(super) timestamp: Span,
    pub(super) complete: Option<bool>,
    pub(super) applyable: Option<bool>,
    pub(super) errored: Option<bool>,
    pub(super) changes: Vec<Entry>,
    pub(super) has_changes: bool,
    pub(super) drift: Vec<Entry>,
    pub(super) deferred: Vec<DeferredEntry>,
    pub(super) variables: Span,
    pub(super) configuration: Span,
    pub(super) checks: Span,
    pub(super) condition_results: Span,
    pub(super) action_invocations: Span,
    pub(super) deferred_actions: Span,
    pub(super) output_changes: Span,
    pub(super) prior_state: Span,
    /// Address and `sensitive_values` of resources in `planned_values` and `prior_state`
    /// that mark anything.
    pub(super) marks: Vec<(Span, Span)>,
    /// Managed resource instances in `prior_state`.
    pub(super) prior_managed: usize,
    /// Keys that tell other formats of Terraform apart.
    pub(super) foreign: Foreign,
}

/// Top-level keys of what is not a plan.
#[expect(clippy::struct_excessive_bools, reason = "one for each key that gives it away")]
#[derive(Debug, Default)]
pub(super) struct Foreign {
    pub(super) values: bool,
    pub(super) plan_format_version: bool,
    pub(super) log_level: bool,
    pub(super) lineage: bool,
}

/// Scans `text`. The error is ours whenever we understood what is wrong, else serde's place.
pub(super) fn scan(text: &str) -> Result<Index, Refusal> {
    let context = Context { text, refusal: RefCell::new(None) };
    let mut index = Index::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let result = Top { context: &context, index: &mut index }
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end());
    match result {
        Ok(()) => Ok(index),
        Err(error) => Err(context.refusal.into_inner().unwrap_or_else(|| {
            let (line, column) = (error.line(), error.column());
            match error.classify() {
                serde_json::error::Category::Eof => Refusal::truncated(text.len()),
                _ if error.to_string().starts_with("trailing characters") => {
                    Refusal::several_documents(line, column)
                }
                serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
                    Refusal::not_json(line, column)
                }
                serde_json::error::Category::Data => Refusal::shape(
                    &format!("line {line}, column {column}"),
                    "what Terraform writes there",
                ),
            }
        })),
    }
}

/// The whole document.
struct Top<'c, 't> {
    context: &'c Context<'t>,
    index: &'c mut Index,
}

impl<'t> DeserializeSeed<'t> for Top<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.context.text.trim_start().starts_with('{') {
            // Let the grammar speak first: `Terraform will …` is no JSON at all.
            IgnoredAny.visit_ignored(deserializer)?;
            return Err(self.context.refuse(Refusal::not_a_plan("its top level is no object")));
        }
        deserializer.deserialize_map(self)
    }
}

/// Skips a value, checking its grammar.
trait VisitIgnored {
    fn visit_ignored<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error>;
}

impl VisitIgnored for IgnoredAny {
    fn visit_ignored<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_ignored_any(self).map(|_| ())
    }
}

impl<'t> Visitor<'t> for Top<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { context, index } = self;
        let mut seen: Vec<Cow<'t, str>> = Vec::new();
        while let Some(key) = map.next_key_seed(AnyKey)? {
            if seen.contains(&key) {
                return Err(context.refuse(Refusal::duplicate_key(&key, "the plan's top level")));
            }
            match &*key {
                "resource_changes" => {
                    index.has_changes = true;
                    let list =
                        Changes { context, name: "resource_changes", into: &mut index.changes };
                    map.next_value_seed(list)?;
                }
                "resource_drift" => {
                    let list = Changes { context, name: "resource_drift", into: &mut index.drift };
                    map.next_value_seed(list)?;
                }
                "deferred_changes" => {
                    map.next_value_seed(Deferred { context, into: &mut index.deferred })?;
                }
                "planned_values" => {
                    let mut ignored = 0;
                    let marks = &mut index.marks;
                    map.next_value_seed(Values { context, marks, managed: &mut ignored })?;
                }
                "prior_state" => {
                    let Index { marks, prior_managed, .. } = &mut *index;
                    map.next_value_seed(Values { context, marks, managed: prior_managed })?;
                }
                _ => {
                    let raw = map.next_value::<Raw<'t>>()?.get();
                    top_level_field(context, index, &key, raw)?;
                }
            }
            seen.push(key);
        }
        Ok(())
    }
}

fn top_level_field<E: serde::de::Error>(
    context: &Context<'_>,
    index: &mut Index,
    key: &str,
    raw: &str,
) -> Result<(), E> {
    let span = context.span(raw);
    match key {
        "format_version" => {
            index.format_version = string_span(context, raw, key)?;
            // At once: what follows may have other shapes in a version that we do not know,
            // and it is the version that is to blame.
            check_version(index.format_version.get(context.text))
                .map_err(|refusal| context.refuse(refusal))?;
        }
        "terraform_version" => index.terraform_version = optional_string(context, raw, key)?,
        "timestamp" => index.timestamp = optional_string(context, raw, key)?,
        "complete" => index.complete = boolean(context, raw, key)?,
        "applyable" => index.applyable = boolean(context, raw, key)?,
        "errored" => index.errored = boolean(context, raw, key)?,
        "variables" => index.variables = span,
        "configuration" => index.configuration = span,
        "checks" => index.checks = span,
        "condition_results" => index.condition_results = span,
        "action_invocations" => index.action_invocations = span,
        "deferred_action_invocations" => index.deferred_actions = span,
        "output_changes" => index.output_changes = span,
        "values" => index.foreign.values = true,
        "plan_format_version" | "provider_format_version" => {
            index.foreign.plan_format_version = true;
        }
        "@level" => index.foreign.log_level = true,
        "lineage" => index.foreign.lineage = true,
        _ => {}
    }
    Ok(())
}
