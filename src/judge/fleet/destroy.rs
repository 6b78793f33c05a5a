//! How much all plans of a run destroy together.

use std::collections::BTreeMap;

use super::super::{PlanRequest, configuration};
use crate::finding::{Finding, GateName, Rule, Severity};
use crate::plan::Plan;
use crate::protect::{self, MaxDestroy, Size};

pub(super) const FLEET_BUDGET: Rule = Rule {
    id: "protect/fleet-budget",
    gate: GateName::Protect,
    severity: Severity::High,
    title: "All plans together destroy more than is allowed",
    why: "A change to a module that many stacks share destroys a little in each of them, below \
          the budget of each.",
    fix: "Roll the change out to fewer stacks at once, or override the rule for this run once \
          the plans are read.",
    references: &[],
};

/// Each `fleet` block limits the plans that its configuration rules.
pub(super) fn judge(read: &[(&PlanRequest<'_>, &Plan)]) -> Vec<Finding> {
    let mut fleets: BTreeMap<&str, (MaxDestroy, Size, usize)> = BTreeMap::new();
    for (request, plan) in read {
        if let Some(limit) = &request.in_force.fleet.max_destroy {
            let fleet = fleets.entry(&limit.origin).or_insert((limit.value, Size::default(), 0));
            *fleet = (limit.value, fleet.1.and(Size::of(plan)), fleet.2 + 1);
        }
    }
    let over = fleets.into_iter().filter(|(_, (limit, size, _))| size.exceeds(*limit));
    over.map(|(origin, (limit, size, plans))| {
        let message = format!(
            "{plans} plans destroy {} objects together, at most {} allowed",
            size.destroyed,
            protect::describe(limit)
        );
        let mut finding = Finding::new(&FLEET_BUDGET, message);
        finding.cause = Some(format!("{} managed resources existed before", size.existed));
        finding.location = configuration::location(origin);
        finding.next = vec!["apply fewer of them at once".to_owned()];
        finding
    })
    .collect()
}
