//! Blocks inside of `cost`: limits of a part, and discounts.

use hcl_edit::Span as _;
use hcl_edit::structure::Block;
use rust_decimal::Decimal;

use super::limits::{Limits, between};
use super::money::Amount;
use crate::config::fields::{Fields, label};
use crate::config::problem::{Kind, Problem, shown};
use crate::config::protect::pattern;
use crate::config::reading::{Reading, Text, Value};
use crate::cost::settings;
use crate::plan::Pattern;

/// `limit "name" { … }`: limits of what has a tag, or an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What findings call it.
    pub name: String,
    /// Tags that a resource must have, each with the values that do.
    pub tags: Vec<(String, Vec<String>)>,
    /// Address patterns, of which one must match.
    pub addresses: Vec<Pattern>,
    /// What may not be exceeded.
    pub limits: Limits,
    pub(super) origin: String,
}

impl Part {
    pub(super) fn read_all(
        cx: &mut Reading<'_>,
        fields: &mut Fields<'_>,
        amounts: &mut Vec<Amount>,
    ) -> Vec<Self> {
        let mut parts: Vec<(Self, Text)> = Vec::new();
        for block in fields.blocks(cx, "limit") {
            let before = cx.problems.len();
            let name = label(cx, block, "team-a");
            let mut fields = Fields::of_block(block);
            let tags = fields.get(cx, "tags", tags).map(|set| set.value).unwrap_or_default();
            let addresses = addresses(cx, &mut fields);
            let within = name.as_ref().map(|name| format!("limit.{}.", name.value));
            let limits = Limits::read(cx, &mut fields, &within.unwrap_or_default(), amounts);
            fields.finish(cx);
            let Some(name) = name else { continue };
            if let Some((_, first)) = parts.iter().find(|(part, _)| part.name == name.value) {
                cx.report(Problem::duplicate(
                    &format!("limit {}", name.value),
                    first.span.clone(),
                    name.span,
                ));
                continue;
            }
            let part = Self {
                name: name.value.clone(),
                tags,
                addresses,
                limits,
                origin: cx.block_origin(block),
            };
            if cx.problems.len() == before {
                part.check(cx, block);
            }
            parts.push((part, name));
        }
        parts.into_iter().map(|(part, _)| part).collect()
    }

    /// One that is for nothing in particular, or limits nothing, is a mistake.
    fn check(&self, cx: &mut Reading<'_>, block: &Block) {
        let span = block.ident.span().unwrap_or_default();
        let name = shown(&self.name);
        if self.tags.is_empty() && self.addresses.is_empty() {
            cx.report(
                Problem::new(Kind::MissingKey, format!("what is limit `{name}` for?"))
                    .label(span, "add `tags` or `address`")
                    .help(
                        "for example `tags = { Team = \"a\" }` or `address = [\"module.data.**\"]`; \
                         limits of everything stand in the `cost` block itself",
                    ),
            );
        } else if self.limits.is_empty() {
            cx.report(
                Problem::new(Kind::MissingKey, format!("limit `{name}` limits nothing"))
                    .label(span, "add for example `max_total = \"500 USD\"`"),
            );
        }
    }

    pub(super) fn settings(&self) -> settings::Part {
        settings::Part {
            name: self.name.clone(),
            tags: self.tags.clone(),
            addresses: self.addresses.clone(),
            limits: self.limits.settings(),
        }
    }
}

fn tags(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<(String, Vec<String>)>> {
    let pairs = cx.object(value)?;
    if pairs.is_empty() {
        cx.report(
            Problem::invalid("`tags` is empty")
                .label(value.span.clone(), "this says nothing about a resource"),
        );
    }
    let mut tags = Vec::new();
    for (name, expr) in pairs {
        let values = cx.one_or_more(&Value::new(&name.value, expr));
        let texts = |values: Vec<Text>| values.into_iter().map(|text| text.value).collect();
        tags.extend(values.map(|values| (name.value.clone(), texts(values))));
    }
    Some(tags)
}

fn addresses(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Pattern> {
    let read = |cx: &mut Reading<'_>, value: &Value<'_>| {
        let texts = cx.one_or_more(value)?;
        Some(texts.iter().filter_map(|text| pattern(cx, text)).collect())
    };
    fields.get(cx, "address", read).map(|set| set.value).unwrap_or_default()
}

/// `discount "aws_instance" { percent = 30 }`: less than the list price.
#[derive(Clone, Debug, PartialEq)]
pub struct Discount {
    /// The type, with `*` for any text.
    pub types: String,
    /// What the gate is told.
    pub(super) terms: settings::Discount,
    pub(super) origin: String,
}

impl Discount {
    pub(super) fn read_all(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Self> {
        let mut discounts = Vec::new();
        for block in fields.blocks(cx, "discount") {
            let types = label(cx, block, "aws_instance");
            let mut fields = Fields::of_block(block);
            let percent = fields.require(cx, "percent", |cx, value| {
                between(cx, value, "a number of percent from 0 to 100", Decimal::ONE_HUNDRED)
            });
            let addresses = addresses(cx, &mut fields);
            fields.finish(cx);
            let (Some(types), Some(percent)) = (types, percent) else { continue };
            // A type in any module, with any name.
            let Ok(pattern) = format!("**.{}.*", types.value).parse() else {
                cx.report(
                    Problem::invalid(format!("`{}` is no type", shown(&types.value)))
                        .label(types.span, "for example `aws_instance` or `aws_db_*`"),
                );
                continue;
            };
            let percent = percent.value;
            let terms = settings::Discount { types: pattern, addresses, percent };
            discounts.push(Self { types: types.value, terms, origin: cx.block_origin(block) });
        }
        discounts
    }
}
