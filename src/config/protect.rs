//! The `protect` block.

use std::time::Duration;

use hcl_edit::structure::Block;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::duration;
use super::fields::Fields;
use super::problem::{Problem, shown};
use super::reading::{Reading, Text, Value};
use super::stated::{Stated, nearer};
use crate::plan::Pattern;
use crate::protect::settings::{MaxDestroy, Protected, Settings};

/// What is said to the protect gate, and where.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Protect {
    pub(super) protected: Vec<Protected>,
    pub(super) max_destroy: Option<Stated<MaxDestroy>>,
    pub(super) max_plan_age: Option<Stated<Duration>>,
}

impl Protect {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let protect = Self {
            protected: fields
                .get(cx, "protected", protected)
                .map(|list| list.value)
                .unwrap_or_default(),
            max_destroy: fields.get(cx, "max_destroy", max_destroy),
            max_plan_age: fields.get(cx, "max_plan_age", span_of_time),
        };
        fields.finish(cx);
        protect
    }

    /// Protection only ever grows towards the environment; limits are replaced.
    pub(super) fn over(&self, far: &Self) -> Self {
        Self {
            protected: far.protected.iter().chain(&self.protected).cloned().collect(),
            max_destroy: nearer(self.max_destroy.as_ref(), far.max_destroy.as_ref()),
            max_plan_age: nearer(self.max_plan_age.as_ref(), far.max_plan_age.as_ref()),
        }
    }

    /// What the gate is handed.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            protected: self.protected.clone(),
            max_destroy: self.max_destroy.as_ref().map(|set| set.value),
            max_plan_age: self.max_plan_age.as_ref().map(|set| set.value),
        }
    }
}

/// An address pattern, or a problem that points into it.
pub(super) fn pattern(cx: &mut Reading<'_>, text: &Text) -> Option<Pattern> {
    match text.value.parse::<Pattern>() {
        Ok(pattern) => Some(pattern),
        Err(error) => {
            cx.report(
                Problem::invalid(format!("`{}` is no address pattern", shown(&text.value)))
                    .label(text.at(error.at), error.reason)
                    .help(
                        "for example `aws_s3_bucket.audit`, `module.db.**` or `**.aws_kms_key.*`",
                    ),
            );
            None
        }
    }
}

fn protected(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<Protected>> {
    let mut list: Vec<(Protected, Text)> = Vec::new();
    for text in cx.texts(value)? {
        let Some(pattern) = pattern(cx, &text) else { continue };
        if let Some((_, first)) = list.iter().find(|(known, _)| known.pattern == pattern) {
            cx.report(Problem::duplicate(&text.value, first.span.clone(), text.span));
            continue;
        }
        let origin = cx.source.origin(text.span.start);
        list.push((Protected { pattern, origin }, text));
    }
    Some(list.into_iter().map(|(protected, _)| protected).collect())
}

/// A number of objects, or a share of those that exist.
pub(super) fn max_destroy(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<MaxDestroy> {
    const WANTED: &str = "a number such as 5 or a share such as \"10%\"";
    if !value.expr.is_str() {
        let count = cx.number(value, WANTED)?;
        let whole = if count.is_integer() { count.to_u64() } else { None };
        if whole.is_none() {
            cx.report(
                Problem::invalid(format!("`{}` must be {WANTED}", value.key))
                    .label(value.span.clone(), "objects are counted whole, from 0"),
            );
        }
        return whole.map(MaxDestroy::Count);
    }
    let text = cx.text(value, WANTED)?;
    let label = match text.value.strip_suffix('%') {
        None if text.value.parse::<u64>().is_ok() => "write the number without quotes, or add `%`",
        None => "a share ends with `%`",
        Some(digits) => match share(digits) {
            Some(share) if share <= 10_000 => return Some(MaxDestroy::Share(share)),
            Some(_) => "there is no more than 100% to destroy",
            None => "a share is a number with at most two decimals",
        },
    };
    cx.report(
        Problem::invalid(format!("`{}` must be {WANTED}", value.key)).label(text.span, label),
    );
    None
}

/// `12.5` as 1250.
fn share(digits: &str) -> Option<u32> {
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let hundredths = Decimal::from_str_exact(digits).ok()?.checked_mul(Decimal::ONE_HUNDRED)?;
    if hundredths.is_integer() { hundredths.to_u32() } else { None }
}

/// A share as it is written.
pub(super) fn shown_limit(limit: MaxDestroy) -> String {
    match limit {
        MaxDestroy::Count(count) => count.to_string(),
        MaxDestroy::Share(share) => format!("{}%", Decimal::new(i64::from(share), 2).normalize()),
    }
}

/// A duration such as `1d12h`.
pub(super) fn span_of_time(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Duration> {
    let text = cx.text(value, "a duration such as \"2h\", \"90m\" or \"1d12h\"")?;
    match duration::parse(&text.value) {
        Ok(duration) => Some(duration),
        Err(error) => {
            cx.report(
                Problem::invalid(format!("`{}` is no duration", shown(&text.value)))
                    .label(text.at(error.at), error.reason)
                    .help("for example \"2h\", \"90m\" or \"1d12h\""),
            );
            None
        }
    }
}
