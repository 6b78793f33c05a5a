//! The `cost` block: budgets per month, of everything and of parts, and how is counted.

mod limits;
pub(super) mod money;
mod part;
mod show;

use std::collections::BTreeMap;

use hcl_edit::structure::Block;

use super::fields::Fields;
use super::levels::level;
use super::problem::Problem;
use super::reading::{Reading, Value};
use super::stated::{Stated, nearer};
use crate::cost::settings::{Bound, Exchange, Settings};
use crate::finding::Level;

pub use limits::Limits;
pub use part::{Discount, Part};

/// What is said to the cost gate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    /// Limits of everything.
    pub limits: Limits,
    /// Limits of parts.
    pub parts: Vec<Part>,
    /// Which estimate of usage is judged.
    pub bound: Option<Stated<Bound>>,
    /// The level of cost rules, where the profile's is not wanted.
    pub level: Option<Stated<Level>>,
    /// The currency of the report.
    pub exchange: Option<Stated<Exchange>>,
    /// A usage file, relative to the configuration file, or a preset.
    pub usage: Option<Stated<String>>,
    /// Price files, or directories of them, from the configuration file; each nearer than
    /// the one before it.
    pub prices: Option<Stated<Vec<String>>>,
    /// What is paid less than list prices; the first that fits holds.
    pub discounts: Vec<Discount>,
    amounts: Vec<money::Amount>,
}

impl Cost {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let bounds = [Bound::Low, Bound::Typical, Bound::High].map(|bound| (bound.as_str(), bound));
        let mut amounts = Vec::new();
        let cost = Self {
            limits: Limits::read(cx, &mut fields, "", &mut amounts),
            bound: fields.get(cx, "bound", |cx, value| cx.word(value, "bound", &bounds)),
            level: fields.get(cx, "level", level),
            exchange: money::exchange(cx, &mut fields),
            usage: fields.get(cx, "usage", |cx, value| {
                cx.filled(value, "a usage file, or `small`, `medium` or `large`")
            }),
            prices: fields.get(cx, "prices", paths),
            parts: Part::read_all(cx, &mut fields, &mut amounts),
            discounts: part::Discount::read_all(cx, &mut fields),
            amounts,
        };
        fields.finish(cx);
        cost
    }

    /// Reports limits that are in no currency of the report, in any environment: a limit
    /// that cannot be compared must not wait for a plan to be found out.
    pub(super) fn check<'a>(
        &self,
        cx: &mut Reading<'_>,
        environments: impl Iterator<Item = &'a Self>,
    ) {
        // By place: a limit for all environments is wrong once, not once for each.
        let mut wrong = BTreeMap::new();
        let mut compare = |near: Option<&Self>| {
            let nearest = near.and_then(|near| near.exchange.as_ref());
            let exchange = nearest.or(self.exchange.as_ref());
            let own = near.map_or(&[][..], |near| &near.amounts);
            let replaced = |far: &&money::Amount| own.iter().any(|near| near.key == far.key);
            for amount in own.iter().chain(self.amounts.iter().filter(|far| !replaced(far))) {
                let problem = money::mismatch(amount, exchange);
                wrong.extend(problem.map(|problem| (amount.span.start, problem)));
            }
        };
        let mut environments = environments.peekable();
        if environments.peek().is_none() {
            compare(None);
        }
        environments.for_each(|near| compare(Some(near)));
        for problem in wrong.into_values() {
            cx.report(problem);
        }
    }

    /// What the gate is told.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            limits: self.limits.settings(),
            parts: self.parts.iter().map(Part::settings).collect(),
            bound: self.bound.as_ref().map(|stated| stated.value).unwrap_or_default(),
            exchange: self.exchange.as_ref().map(|stated| stated.value.clone()).unwrap_or_default(),
            discounts: self.discounts.iter().map(|one| one.terms.clone()).collect(),
        }
    }

    /// The environment's limits replace those for all, a part's by its name.
    pub(super) fn over(&self, far: &Self) -> Self {
        let kept = |part: &&Part| !self.parts.iter().any(|near| near.name == part.name);
        Self {
            limits: self.limits.over(&far.limits),
            parts: far.parts.iter().filter(kept).chain(&self.parts).cloned().collect(),
            bound: nearer(self.bound.as_ref(), far.bound.as_ref()),
            level: nearer(self.level.as_ref(), far.level.as_ref()),
            exchange: nearer(self.exchange.as_ref(), far.exchange.as_ref()),
            usage: nearer(self.usage.as_ref(), far.usage.as_ref()),
            prices: nearer(self.prices.as_ref(), far.prices.as_ref()),
            discounts: self.discounts.iter().chain(&far.discounts).cloned().collect(),
            amounts: Vec::new(),
        }
    }
}

fn paths(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<String>> {
    let texts = cx.texts(value)?;
    let mut paths = Vec::new();
    for text in texts {
        if cx.deceives(&text) {
            return None;
        }
        if text.value.trim().is_empty() {
            cx.report(
                Problem::invalid("a path in `prices` is empty".to_owned())
                    .label(text.span, "name a price file or a directory of them"),
            );
            return None;
        }
        paths.push(text.value);
    }
    Some(paths)
}
