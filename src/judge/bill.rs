//! The estimate of the cost gate as the report carries it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cost::money::{cents, digits};
use crate::cost::usage::{Source, Usage};
use crate::cost::{Amount, Component, Estimate, Reason, Resource, Settings, Wanted};
use crate::report::{ComponentReport, CostReport, PricedReport, UnpricedReport, UnsupportedReport};

/// How many contributors are named.
const NAMED: usize = 5;

/// The estimate, at the bound that is judged.
pub(super) fn report(estimate: &Estimate, settings: &Settings, usage: &Usage) -> CostReport {
    let bound = settings.bound;
    let delta = |before: Amount, after: Amount| after.at(bound) - before.at(bound);
    let component = |one: &Component| ComponentReport {
        name: one.name.clone(),
        unit: one.unit.clone(),
        quantity: one.quantity.map(|quantity| digits(quantity.at(bound))),
        unit_price: digits(one.unit_price),
        monthly: one.monthly.map(|monthly| cents(monthly.at(bound))),
        discount_percent: one.discount.map(digits),
        assumed: one.assumed.map(Cow::Borrowed),
        price_date: one.origin.as_ref().map(|origin| origin.date.to_string()),
        price_source: one.origin.as_ref().map(|origin| Arc::clone(&origin.source)),
    };
    let (known, listed) = (estimate.has_baseline(), estimate.is_itemised());
    let mut resources: Vec<PricedReport> = estimate
        .resources
        .iter()
        .map(|one| {
            let after = cents(one.after.at(bound));
            // Nearly everything in a plan costs what it did before.
            let (before, change) = match delta(one.before, one.after) {
                none if none.is_zero() => (after.clone(), "0.00".to_owned()),
                delta => (cents(one.before.at(bound)), cents(delta)),
            };
            PricedReport {
                address: one.address.clone(),
                resource_type: one.resource_type.clone().into_owned(),
                actions: one.actions.words().into_iter().map(str::to_owned).collect(),
                before: listed.then_some(before),
                after,
                delta: listed.then_some(change),
                components: one.components.iter().map(component).collect(),
            }
        })
        .collect();
    resources.sort_by(|a, b| super::order::natural(&a.address, &b.address));
    let mut top: Vec<&Resource> = estimate.resources.iter().collect();
    let size = |one: &Resource| delta(one.before, one.after).abs();
    top.retain(|one| listed && !size(one).is_zero());
    top.sort_by(|a, b| {
        size(b).cmp(&size(a)).then_with(|| super::order::natural(&a.address, &b.address))
    });
    let mut unpriced: Vec<UnpricedReport> = estimate
        .unpriced
        .iter()
        .map(|one| UnpricedReport {
            address: one.address.clone(),
            resource_type: one.resource_type.clone().into_owned(),
            reason: one.reason.as_str().to_owned(),
            detail: one.detail.clone(),
            next: one.wanted.as_ref().map(Wanted::next),
        })
        .collect();
    unpriced.sort_by(|a, b| super::order::natural(&a.address, &b.address));
    let (usage_file, usage_assumed) = match usage.source() {
        Source::None => (None, None),
        Source::File(name) => (Some(name.clone()), None),
        Source::Preset(preset) => (None, Some(preset.as_str().to_owned())),
    };
    // Amounts from elsewhere are in the currency as they are.
    let converted = settings.exchange.origin.as_ref().filter(|_| estimate.estimator.is_none());
    CostReport {
        source: estimate.estimator.as_ref().map_or("catalogue", |one| one.source).to_owned(),
        currency: settings.exchange.currency.clone(),
        exchange_rate: converted.map(|_| digits(settings.exchange.rate)),
        exchange_rate_origin: converted.cloned(),
        before: known.then(|| cents(estimate.before.at(bound))),
        after: cents(estimate.after.at(bound)),
        delta: known.then(|| cents(delta(estimate.before, estimate.after))),
        bound: bound.as_str().to_owned(),
        billable: estimate.billable,
        priced: estimate.priced,
        depends_on_usage: estimate.depends_on_usage,
        partly_on_usage: estimate.partly_on_usage,
        usage_file,
        usage_assumed,
        coverage: digits(estimate.coverage().round_dp(4)),
        prices_as_of: estimate.prices_as_of.map(|date| date.to_string()),
        top_contributors: top.into_iter().take(NAMED).map(|one| one.address.clone()).collect(),
        resources,
        unsupported: unsupported(estimate),
        unpriced,
    }
}

/// Types that are not mapped, with the number of their resources, most first.
fn unsupported(estimate: &Estimate) -> Vec<UnsupportedReport> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in estimate.unpriced.iter().filter(|one| one.reason == Reason::TypeUnsupported) {
        *counts.entry(&one.resource_type).or_default() += 1;
    }
    let report =
        |(name, count): (&str, usize)| UnsupportedReport { resource_type: name.to_owned(), count };
    let mut types: Vec<UnsupportedReport> = counts.into_iter().map(report).collect();
    types.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.resource_type.cmp(&b.resource_type)));
    types
}
