//! The estimate of the cost gate as the report carries it.

use crate::cost::money::{cents, digits};
use crate::cost::{Amount, Bound, Component, Estimate, limits};
use crate::report::{ComponentReport, CostReport, PricedReport, UnpricedReport};

/// The estimate, at the bound that is judged.
pub(super) fn report(estimate: &Estimate, bound: Bound) -> CostReport {
    let delta = |before: Amount, after: Amount| cents(after.at(bound) - before.at(bound));
    let component = |one: &Component| ComponentReport {
        name: one.name.clone(),
        unit: one.unit.clone(),
        quantity: one.quantity.map(|quantity| digits(quantity.at(bound))),
        unit_price: digits(one.unit_price),
        monthly: one.monthly.map(|monthly| cents(monthly.at(bound))),
    };
    let mut resources: Vec<PricedReport> = estimate
        .resources
        .iter()
        .map(|one| PricedReport {
            address: one.address.clone(),
            before: cents(one.before.at(bound)),
            after: cents(one.after.at(bound)),
            delta: delta(one.before, one.after),
            components: one.components.iter().map(component).collect(),
        })
        .collect();
    resources.sort_by(|a, b| super::order::natural(&a.address, &b.address));
    let mut unpriced: Vec<UnpricedReport> = estimate
        .unpriced
        .iter()
        .map(|one| UnpricedReport {
            address: one.address.clone(),
            resource_type: one.resource_type.clone(),
            reason: one.reason.as_str().to_owned(),
            detail: one.detail.clone(),
        })
        .collect();
    unpriced.sort_by(|a, b| super::order::natural(&a.address, &b.address));
    CostReport {
        currency: limits::CURRENCY.to_owned(),
        before: cents(estimate.before.at(bound)),
        after: cents(estimate.after.at(bound)),
        delta: delta(estimate.before, estimate.after),
        bound: bound.as_str().to_owned(),
        billable: estimate.billable,
        priced: estimate.priced,
        depends_on_usage: estimate.depends_on_usage,
        coverage: digits(estimate.coverage().round_dp(4)),
        prices_as_of: estimate.prices_as_of.map(str::to_owned),
        resources,
        unpriced,
    }
}
