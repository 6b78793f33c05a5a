//! The monthly cost in words: its line, and what the verdict says of it. What is not known is
//! never shown as nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::plural;
use crate::finding::money::shown;
use crate::report::{CostReport, PricedReport, UnpricedReport};

/// Whether anything is billed.
pub(in crate::report) fn is_billed(cost: &CostReport) -> bool {
    cost.billable > 0 || cost.depends_on_usage > 0
}

/// Whether nothing that is billed has a price: not the same as no cost.
pub(in crate::report) fn is_unknown(cost: &CostReport) -> bool {
    let left_out = cost.depends_on_usage > 0 || cost.priced < cost.billable;
    left_out && cost.before.as_deref().is_none_or(nothing) && nothing(&cost.after)
}

fn nothing(amount: &str) -> bool {
    amount.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// `$1,204.10 → $1,861.50 a month (+$657.40)`, `priced 46 of 50 billable (92%), …`: in parts
/// that are not broken.
pub(in crate::report) fn cost_parts(cost: &CostReport) -> Vec<String> {
    let money = |amount: &str| shown(amount, &cost.currency);
    let mut parts = Vec::new();
    let after = money(&cost.after);
    match (&cost.before, &cost.delta) {
        _ if is_unknown(cost) => parts.push("not known".to_owned()),
        (Some(before), Some(delta)) => {
            let change = match delta.strip_prefix('-') {
                Some(_) => format!(" ({})", money(delta)),
                None if nothing(delta) => String::new(),
                None if nothing(before) => format!(" (+{}, new)", money(delta)),
                None => format!(" (+{})", money(delta)),
            };
            parts.push(format!("{} → {after} a month{change}", money(before)));
        }
        (None, _) | (_, None) => {
            parts.push(format!("{after} a month"));
            parts.push("not known what it was before".to_owned());
        }
    }
    if let Some(rate) = &cost.exchange_rate {
        let place = cost.exchange_rate_origin.as_deref().unwrap_or("the configuration");
        parts.push(format!("at {rate} {} per USD, fixed in {place}", cost.currency));
    }
    if let Some(percent) = cost.priced.saturating_mul(100).checked_div(cost.billable) {
        parts.push(format!("priced {} of {} billable ({percent}%)", cost.priced, cost.billable));
    }
    let counts = cost.unsupported.iter().map(|one| one.count);
    let unsupported = counts.fold(0_usize, usize::saturating_add);
    if unsupported > 0 {
        let types = cost.unsupported.iter().map(|one| times(&one.resource_type, one.count));
        let types: Vec<String> = types.collect();
        parts.push(format!("{unsupported} unsupported: {}", types.join(", ")));
    }
    if let Some(month) = cost.prices_as_of.as_deref().map(|date| date.get(..7).unwrap_or(date)) {
        parts.push(format!("prices of {month}"));
    }
    if cost.source != "catalogue" {
        parts.push(format!("by {}", cost.source));
    }
    parts
}

/// `$70.08 → $140.16`; the latter alone where it is not known what was before.
pub(in crate::report) fn span(one: &PricedReport, currency: &str, arrow: &str) -> String {
    let after = shown(&one.after, currency);
    match &one.before {
        Some(before) => format!("{} {arrow} {after}", shown(before, currency)),
        None => after,
    }
}

/// The parts on one line; nothing where nothing is billed.
pub(in crate::report) fn cost(cost: &CostReport) -> Option<String> {
    is_billed(cost).then(|| cost_parts(cost).join(", "))
}

/// What the verdict has to say: a stack that costs by usage alone must not look free.
pub(super) fn caveat(cost: &CostReport) -> Option<String> {
    if let Some(preset) = &cost.usage_assumed {
        return is_billed(cost).then(|| format!("usage assumed: {preset}"));
    }
    match cost.depends_on_usage {
        0 => None,
        1 => Some("cost without 1 resource whose usage is not stated".to_owned()),
        n => Some(format!("cost without {n} resources whose usage is not stated")),
    }
}

/// Where the usage is from, and what is left out because nobody stated it.
pub(in crate::report) fn usage(cost: &CostReport) -> Vec<String> {
    let (alone, partly) = (cost.depends_on_usage, cost.partly_on_usage);
    let mut parts = match (&cost.usage_assumed, &cost.usage_file) {
        (Some(preset), _) => vec![format!("assumed: {preset}")],
        (None, Some(file)) => vec![format!("stated in {file}")],
        (None, None) if alone > 0 || partly > 0 => vec!["not stated".to_owned()],
        (None, None) => Vec::new(),
    };
    match alone {
        0 => {}
        1 => parts.push("1 resource costs by usage alone and is left out".to_owned()),
        n => parts.push(format!("{n} resources cost by usage alone and are left out")),
    }
    match (alone, partly) {
        (_, 0) => {}
        (0, n) => parts.push(format!("a part of {} is left out", plural(n, "resource"))),
        (_, n) => parts.push(format!("{n} more in part")),
    }
    if (alone > 0 || partly > 0) && cost.usage_file.is_none() {
        parts.push("see `--usage FILE|small|medium|large`".to_owned());
    }
    parts
}

/// What has no price, by reason and type: `no-price-for-region: aws_instance ×2`. Types that
/// are not mapped are named with the coverage.
pub(in crate::report) fn unpriced(cost: &CostReport) -> Vec<String> {
    let mut reasons: BTreeMap<&str, BTreeMap<&str, Vec<&UnpricedReport>>> = BTreeMap::new();
    for one in cost.unpriced.iter().filter(|one| one.reason != "type-unsupported") {
        let types = reasons.entry(&one.reason).or_default();
        types.entry(&one.resource_type).or_default().push(one);
    }
    let line = |(reason, types): (&str, BTreeMap<&str, Vec<&UnpricedReport>>)| {
        // One alone has room for what is missing.
        let mut all = types.values().flatten();
        if let (Some(one), None) = (all.next(), all.next()) {
            return format!("{reason}: {} ({})", one.resource_type, one.detail);
        }
        let words = types.into_iter().map(|(name, found)| times(name, found.len()));
        format!("{reason}: {}", words.collect::<Vec<_>>().join(", "))
    };
    reasons.into_iter().map(line).collect()
}

/// How many ways to get prices are named; there is one for each region.
const WAYS: usize = 3;

/// How missing prices are got: `tfgate prices update --provider aws --region eu-central-1`.
pub(in crate::report) fn remedies(cost: &CostReport) -> impl Iterator<Item = &str> {
    let ways: BTreeSet<&str> = cost.unpriced.iter().filter_map(|one| one.next.as_deref()).collect();
    ways.into_iter().take(WAYS)
}

fn times(name: &str, count: usize) -> String {
    if count == 1 { name.to_owned() } else { format!("{name} ×{count}") }
}
