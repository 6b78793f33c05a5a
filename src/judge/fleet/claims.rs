//! Objects that two plans of a run take under their management.

use std::collections::{BTreeMap, BTreeSet};

use super::super::PlanRequest;
use crate::finding::{Evidence, Finding, GateName, Outcome, Rule, Severity};
use crate::plan::{Plan, Refusal};
use crate::protect::{self, Claim};

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

/// Compares the plans; what cannot be compared is an error.
pub(super) fn judge(read: &[(&PlanRequest<'_>, &Plan)]) -> Vec<Finding> {
    claimed_twice(read).unwrap_or_else(|refusal| vec![unreadable(&refusal)])
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
