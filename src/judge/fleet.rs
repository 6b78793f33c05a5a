//! What can be said only about all plans of a run together: how much they destroy, and
//! whether two of them take the same object.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::configuration::{self, Waivers};
use super::{Lift, PlanRequest, lift, settle};
use crate::finding::{Evidence, Finding, GateName, Outcome, Rule, Severity};
use crate::plan::{Plan, Refusal};
use crate::protect::{self, Claim, MaxDestroy, Size};

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

pub(super) const CLAIMED_TWICE: Rule = Rule {
    id: "protect/claimed-twice",
    gate: GateName::Protect,
    severity: Severity::High,
    title: "Two plans take the same object under their management",
    why: "Two states that manage one object undo each other's changes, and the first to be \
          destroyed takes it along. Where only the names and the provider's settings are equal, \
          the accounts may still differ: then this is low.",
    fix: "Let one stack manage it, and the other read it through a data source.",
    references: &[],
};

/// The rules about a run.
pub(super) const RULES: [&Rule; 2] = [&FLEET_BUDGET, &CLAIMED_TWICE];

/// Judges the run. Findings are about no plan in particular.
pub(super) fn judge(
    requests: &[PlanRequest<'_>],
    waivers: &mut Waivers,
    lifts: &mut [Lift],
    today: Date,
) -> Vec<Finding> {
    let read: Vec<(&PlanRequest<'_>, &Plan)> = requests
        .iter()
        .filter(|request| request.protect)
        .filter_map(|request| Some((request, *request.plan.as_ref().ok()?)))
        .collect();
    let mut findings = budgets(&read);
    if read.len() > 1 {
        findings.extend(claimed_twice(&read).unwrap_or_else(|refusal| vec![unreadable(&refusal)]));
    }
    for finding in &mut findings {
        finding.fingerprint = settle::identity(finding);
        let address = finding.parsed_address();
        let levels = read.iter().map(|(request, _)| {
            request.in_force.level_of(&finding.rule, finding.severity, false).level
        });
        finding.level = levels.max().unwrap_or(finding.level);
        for (request, _) in &read {
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

/// Each `fleet` block limits the plans that its configuration rules.
fn budgets(read: &[(&PlanRequest<'_>, &Plan)]) -> Vec<Finding> {
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

fn claimed_twice(read: &[(&PlanRequest<'_>, &Plan)]) -> Result<Vec<Finding>, Refusal> {
    let mut claims: BTreeMap<String, Vec<(&str, Claim)>> = BTreeMap::new();
    for (request, plan) in read {
        for claim in protect::claims(plan)? {
            claims.entry(claim.key.clone()).or_default().push((&request.name, claim));
        }
    }
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for claims in claims.into_values() {
        let [(first_plan, first), .., (last_plan, _)] = &*claims else { continue };
        let places: Vec<(&str, &str)> =
            claims.iter().map(|(plan, claim)| (*plan, claim.address.as_str())).collect();
        // Twice in one plan is for Terraform to find; an id and a name tell the same.
        if first_plan == last_plan || !told.insert(format!("{places:?}")) {
            continue;
        }
        let mut finding = Finding::new(
            &CLAIMED_TWICE,
            if first.certain {
                "the same object is taken by two plans"
            } else {
                "an object of the same name is taken by two plans with equal provider settings"
            },
        );
        finding.address = Some(first.address.clone());
        finding.resource_type = Some(first.resource_type.clone());
        if !first.certain {
            finding.severity = Severity::Low;
            finding.cause =
                Some("their accounts may differ, which the plans do not tell".to_owned());
        }
        let evidence = claims.iter().map(|(plan, claim)| Evidence {
            path: (*plan).to_owned(),
            before: None,
            after: Some(format!("{} {}", claim.verb, claim.address)),
        });
        finding.evidence = evidence.collect();
        finding.next =
            vec!["let one stack manage it, and the other read it through a data source".to_owned()];
        findings.push(finding);
    }
    Ok(findings)
}

fn unreadable(refusal: &Refusal) -> Finding {
    let mut finding = Finding::new(&CLAIMED_TWICE, "plans cannot be compared");
    finding.outcome = Outcome::Error;
    finding.cause = Some(refusal.message.clone());
    finding
}
