//! What a finding gets in this run: its level, its place, its identity, and the last way out.

use super::{PlanRequest, baseline, lift};
use crate::config::{InForce, Profile, Unchanged};
use crate::finding::locate::Sources;
use crate::finding::{Finding, GateName, Level, Outcome};
use crate::plan::{Pattern, sha256};
use crate::protect;

/// Gives a finding what it has in this run: plan, level, place, fingerprint.
pub(super) fn settle(
    finding: &mut Finding,
    request: &PlanRequest<'_>,
    sources: &mut Option<Sources<'_>>,
) {
    finding.plan.clone_from(&request.name);
    let destruction = [
        &protect::rules::STATEFUL_DESTROY,
        &protect::rules::STATEFUL_REPLACE,
        &baseline::PROTECTION_REMOVED,
    ];
    let destruction = destruction.iter().any(|rule| rule.id == finding.rule);
    finding.level = level(finding, &request.in_force, destruction);
    finding.fingerprint = identity(finding);
    let address = finding.parsed_address();
    if finding.location.is_none() {
        finding.location =
            sources.as_mut().zip(address).and_then(|(sources, address)| sources.locate(&address));
    }
}

/// What a finding means here.
pub(super) fn level(finding: &Finding, in_force: &InForce, destruction: bool) -> Level {
    let level = match finding.enforcement {
        Some(enforcement) => in_force.level_of_policy(&finding.rule, enforcement).level,
        None if finding.gate == GateName::Ingest => {
            in_force.level_of_scanner(&finding.rule, finding.severity).level
        }
        None => in_force.level_of(&finding.rule, finding.severity, destruction).level,
    };
    // What the plan does not touch does not block: that is the baseline of a grown estate.
    let brownfield = finding.pre_existing && in_force.unchanged != Unchanged::Enforce;
    // An attribute that is known after apply is no failure of a policy, and what a scanner
    // leaves to be looked at is none of its; strict wants to know.
    let open = matches!(finding.gate, GateName::Comply | GateName::Ingest)
        && finding.outcome == Outcome::Unknown
        && !(in_force.profile == Profile::Strict && level == Level::Mandatory);
    // A budget that cannot be told to hold is said everywhere, and stops where it matters.
    if finding.gate == GateName::Cost && finding.outcome == Outcome::Unknown && !brownfield {
        return match in_force.profile {
            Profile::Basic | Profile::Standard => Level::Advisory,
            Profile::Enhanced | Profile::Strict => Level::MandatoryOverridable,
        };
    }
    // Changing the gate is allowed to whoever may approve it.
    let level = if finding.rule == baseline::GATE_WEAKENED.id {
        level.min(Level::MandatoryOverridable)
    } else {
        level
    };
    if brownfield || open { Level::Advisory } else { level }
}

/// Stable across runs, files and plans of the same stack: rule, subject, attribute.
pub(super) fn identity(finding: &Finding) -> String {
    let parts = [
        Some(&finding.rule),
        finding.address.as_ref(),
        finding.deposed.as_ref(),
        finding.attribute.as_ref(),
    ];
    let text: Vec<&str> = parts.iter().map(|part| part.map_or("", |text| text)).collect();
    sha256(text.join("\n").as_bytes())[..32].to_owned()
}

/// The last way out: how to accept the finding as it is.
pub(super) fn accept(finding: &mut Finding) {
    // Actions and checks have names that are no addresses: there only the rule can be named.
    let named = finding.address.as_deref().filter(|text| text.parse::<Pattern>().is_ok());
    let target = named.map(protect::shell_word);
    match finding.level {
        Level::Advisory => {}
        Level::MandatoryOverridable => {
            finding.next.push("if it is meant, allow it for this run:".to_owned());
            finding.next.push(match (&target, lift::is_destruction(finding)) {
                (Some(target), true) => format!("--allow-destroy {target}"),
                (Some(target), false) => format!("--override {}@{target}", finding.rule),
                (None, _) => format!("--override {}", finding.rule),
            });
        }
        Level::Mandatory => {
            finding
                .next
                .push("or accept it until a date, in the reviewed configuration:".to_owned());
            let target = target.map(|target| format!(" {target}")).unwrap_or_default();
            finding.next.push(format!("tfgate waive {}{target}", finding.rule));
        }
    }
}
