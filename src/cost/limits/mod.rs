//! The limits of the configuration, held against an estimate: of everything, and of parts.
//!
//! Where too much has no price, staying below a budget proves nothing: the budget is then
//! unknown. Exceeding one is exceeding it, whatever else has no price. The same holds for a
//! part of which it is known after apply what belongs to it.

mod judging;
mod open;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::estimate::{Estimate, Estimator, Item};
use super::part::Member;
use super::settings::{Limits, Settings};
use crate::finding::Finding;
use judging::Judging;

/// How many limits are set.
#[must_use]
pub fn in_force(settings: &Settings) -> usize {
    let parts = settings.parts.iter().map(|part| &part.limits);
    std::iter::once(&settings.limits).chain(parts).map(set).sum()
}

fn set(limits: &Limits) -> usize {
    [
        limits.max_increase.is_some(),
        limits.max_increase_percent.is_some(),
        limits.max_decrease.is_some(),
        limits.max_decrease_percent.is_some(),
        limits.max_total.is_some(),
        limits.max_resource_increase.is_some(),
        limits.min_coverage.is_some(),
        limits.max_price_age.is_some(),
    ]
    .into_iter()
    .filter(|set| *set)
    .count()
}

/// The estimate, and what is above its limit or cannot be told to be below; `None` when
/// something does not add up. `sum` adds up everything.
#[must_use]
pub fn judge(
    settings: &Settings,
    items: Vec<Item>,
    sum: impl FnOnce(Vec<Item>) -> Option<Estimate>,
    now: Timestamp,
) -> Option<(Estimate, Vec<Finding>)> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let (bound, exchange) = (settings.bound, &settings.exchange);
    let belonging = (0..settings.parts.len()).map(|at| {
        let open = items.iter().filter_map(|item| undecided(item, at)).collect();
        let within = Estimate::of(items.iter().filter_map(|item| within(item, at)));
        Some((within?, open))
    });
    let belonging = belonging.collect::<Option<Vec<(Estimate, Vec<String>)>>>()?;
    let estimate = sum(items)?;
    let mut parts = Vec::new();
    for (part, (mut of_part, open)) in settings.parts.iter().zip(belonging) {
        // The sums of a part are those of its resources.
        if let Some(estimator) = &estimate.estimator {
            let baseline = estimator.itemised;
            of_part.estimator = Some(Estimator { baseline, ..estimator.clone() });
            of_part.prices_as_of = estimate.prices_as_of;
        }
        let limits = &part.limits;
        let (estimate, part) = (&of_part, Some((part, &*open)));
        parts.extend(Judging { limits, bound, exchange, estimate, part }.findings(today));
    }
    let whole =
        Judging { limits: &settings.limits, bound, exchange, estimate: &estimate, part: None };
    let mut findings = whole.findings(today);
    findings.extend(parts);
    Some((estimate, findings))
}

/// The sides of an item that belong to a part.
fn within(item: &Item, at: usize) -> Option<Item> {
    let [before, after] = item.parts.get(at)?;
    if ![before, after].contains(&&Member::Yes) {
        return None;
    }
    let mut item = item.clone();
    item.before = item.before.filter(|_| *before == Member::Yes);
    item.after = item.after.filter(|_| *after == Member::Yes);
    Some(item)
}

/// The address of an item of which it cannot be told whether it belongs to a part.
fn undecided(item: &Item, at: usize) -> Option<String> {
    let [before, after] = item.parts.get(at)?;
    let open = (item.before.is_some() && *before == Member::Unknown)
        || (item.after.is_some() && *after == Member::Unknown);
    open.then(|| item.address.clone())
}
