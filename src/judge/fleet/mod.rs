//! What can be said only about all plans of a run together: how much they destroy, what they
//! cost, and whether two of them take the same object.

mod claims;
mod cost;
mod destroy;

use jiff::civil::Date;

pub(super) use cost::Spent;

use super::configuration::Waivers;
use super::{Lift, PlanRequest, lift, settle};
use crate::finding::{Finding, Rule};
use crate::plan::Plan;

/// The rules about a run.
pub(super) const RULES: [&Rule; 3] =
    [&destroy::FLEET_BUDGET, &claims::CLAIMED_TWICE, &cost::FLEET_BUDGET];

/// Judges the run. Findings are about no plan in particular. `spent` goes with `requests`.
pub(super) fn judge(
    requests: &[PlanRequest<'_>],
    spent: &[Option<Spent>],
    waivers: &mut Waivers,
    lifts: &mut [Lift],
    today: Date,
) -> Vec<Finding> {
    let read: Vec<(&PlanRequest<'_>, &Plan)> = requests
        .iter()
        .filter(|request| request.protect)
        .filter_map(|request| Some((request, *request.plan.as_ref().ok()?)))
        .collect();
    let mut findings = destroy::judge(&read);
    if read.len() > 1 {
        findings.extend(claims::judge(&read));
    }
    findings.extend(cost::judge(requests, spent));
    for finding in &mut findings {
        finding.fingerprint = settle::identity(finding);
        let address = finding.parsed_address();
        let levels =
            requests.iter().map(|request| settle::level(finding, &request.in_force, false));
        finding.level = levels.max().unwrap_or(finding.level);
        for request in requests {
            waivers.apply(finding, address.as_ref(), &request.in_force, today);
        }
        if finding.stands() {
            lift::apply(lifts, finding, address.as_ref());
        }
        if finding.stands() {
            settle::accept(finding);
        }
    }
    findings
}
