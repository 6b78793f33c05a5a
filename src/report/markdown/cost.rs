//! The monthly cost: one line, and what it is made of.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::document::{Item, Kind, List};
use super::escape::{cell, prose, short_code};
use super::group::ADDRESS;
use super::{END, folded};
use crate::finding::money::shown;
use crate::report::phrases::{self, plural};
use crate::report::{CostReport, PlanReport, PricedReport};

/// Longest text of an amount, in bytes.
const AMOUNT: usize = 40;

/// `cost **+$657.40/month** ($1,204.10 → $1,861.50), priced 46 of 50`; nothing where nothing
/// is billed. An estimate with holes says so: it must not look as if it were whole.
pub(super) fn line(cost: &CostReport) -> Option<String> {
    if !phrases::is_billed(cost) {
        return None;
    }
    let by_usage = plural(cost.depends_on_usage, "resource");
    let money = |amount: &str| money(amount, &cost.currency);
    let after = money(&cost.after);
    let mut line = match (&cost.before, &cost.delta) {
        _ if phrases::is_unknown(cost) && cost.billable == 0 => {
            return Some(format!("cost by the usage of {by_usage}"));
        }
        _ if phrases::is_unknown(cost) => "cost not known".to_owned(),
        (Some(_), Some(delta)) if is_nothing(delta) => {
            format!("cost unchanged, {after} a month")
        }
        (Some(before), Some(delta)) => {
            format!("cost **{}/month** ({} → {after})", signed(delta, cost), money(before))
        }
        (None, _) | (_, None) => {
            format!("cost **{after}/month** in all, not known what it was before")
        }
    };
    if cost.priced < cost.billable {
        let _ = write!(line, ", priced {} of {}", cost.priced, cost.billable);
    }
    match &cost.usage_assumed {
        Some(preset) => {
            let _ = write!(line, ", usage assumed: {}", prose(preset, AMOUNT));
        }
        None if cost.depends_on_usage > 0 => {
            let _ = write!(line, ", besides the usage of {by_usage}");
        }
        None => {}
    }
    Some(line)
}

/// An amount of money. A report from elsewhere may hold any text.
fn money(amount: &str, currency: &str) -> String {
    prose(&shown(amount, currency), AMOUNT)
}

/// The difference with its sign: `+$3.00`.
pub(super) fn signed(delta: &str, cost: &CostReport) -> String {
    let sign = if change(delta) > Decimal::ZERO { "+" } else { "" };
    prose(&format!("{sign}{}", shown(delta, &cost.currency)), AMOUNT)
}

fn change(delta: &str) -> Decimal {
    delta.parse().unwrap_or(Decimal::ZERO)
}

/// Whether an amount is zero; one that is no amount is not.
fn is_nothing(amount: &str) -> bool {
    amount.parse() == Ok(Decimal::ZERO)
}

/// Resources by how much their cost changes, then what has no price.
pub(super) fn list(plan: &PlanReport) -> Option<List> {
    let cost = plan.cost.as_ref()?;
    let mut changed: Vec<&PricedReport> =
        cost.resources.iter().filter(|one| !one.delta.as_deref().is_some_and(is_nothing)).collect();
    changed.sort_by_key(|one| Reverse(change(one.delta.as_ref().unwrap_or(&one.after)).abs()));
    let mut items: Vec<Item> = changed.iter().map(|one| row(one, cost)).collect();
    items.extend(unpriced(cost));
    if items.is_empty() {
        return None;
    }
    let mut notes = Vec::new();
    if let Some(date) = &cost.prices_as_of {
        notes.push(format!("prices of {}", prose(date, AMOUNT)));
    }
    if cost.source != "catalogue" {
        notes.push(format!("by {}", prose(&cost.source, AMOUNT)));
    }
    if let Some(rate) = &cost.exchange_rate {
        let (rate, currency) = (prose(rate, AMOUNT), prose(&cost.currency, AMOUNT));
        let place = cost.exchange_rate_origin.as_deref().unwrap_or("the configuration");
        let place = short_code(place, 160);
        notes.push(format!("at {rate} {currency} per USD, fixed in {place}"));
    }
    notes.extend(
        phrases::usage(cost).iter().map(|part| format!("usage {}", prose(part, 200))).take(1),
    );
    match cost.resources.len() - changed.len() {
        0 => {}
        1 => notes.push("1 more resource costs the same as before".to_owned()),
        n => notes.push(format!("{n} more resources cost the same as before")),
    }
    let notes = if notes.is_empty() { String::new() } else { format!("{}\n\n", notes.join(", ")) };
    let open = format!(
        "{}{notes}| Resource | Before | After | Change |\n|:--|--:|--:|--:|\n",
        folded(&format!(
            "Cost by resource ({})",
            items.iter().map(|item| item.count).sum::<usize>()
        )),
    );
    Some(List { kind: Kind::Cost, open, items, close: END, noun: "resource" })
}

fn row(one: &PricedReport, cost: &CostReport) -> Item {
    let unknown = || "?".to_owned();
    let before = one.before.as_ref().map_or_else(unknown, |before| money(before, &cost.currency));
    let after = money(&one.after, &cost.currency);
    let delta = one.delta.as_ref().map_or_else(unknown, |delta| signed(delta, cost));
    let address = cell(&short_code(&one.address, ADDRESS));
    let text = format!("| {address} | {} | {} | {} |\n", cell(&before), cell(&after), cell(&delta));
    Item::new(text, 1)
}

/// What has no price, by reason and type: unknown is not nothing.
fn unpriced(cost: &CostReport) -> Vec<Item> {
    let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in &cost.unpriced {
        *kinds.entry((&one.reason, &one.resource_type)).or_default() += 1;
    }
    let row = |((reason, resource_type), count): ((&str, &str), usize)| {
        let what = cell(&short_code(resource_type, 120));
        let reason = cell(&prose(reason, 80));
        Item::new(format!("| {count} × {what} | ? | ? | {reason} |\n"), count)
    };
    kinds.into_iter().map(row).collect()
}
