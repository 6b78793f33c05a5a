//! What other scanners report, beside what our own gates do: what a suppression is worth, what
//! is the same finding, and which scanner's result is missing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::PlanRequest;
use crate::config::InForce;
use crate::finding::{Finding, GateName, Level, Outcome};
use crate::gate::Judgement;
use crate::ingest::{Scan, Suppressions};
use crate::report::ErrorReport;

/// Where the sources of each plan are.
pub(super) fn directories(plans: &[PlanRequest<'_>]) -> Vec<Option<PathBuf>> {
    // Only who has something to place needs to know.
    let needed = plans.len() > 1 && plans.iter().any(|plan| plan.scans.is_some());
    let real = |plan: &PlanRequest<'_>| plan.sources?.canonicalize().ok().filter(|_| needed);
    plans.iter().map(real).collect()
}

/// The directories of all plans but one, and but those that share its directory.
pub(super) fn others(directories: &[Option<PathBuf>], at: usize) -> Vec<PathBuf> {
    let own = &directories[at];
    directories.iter().filter(|other| *other != own).flatten().cloned().collect()
}

/// Lets a suppression in the scanned sources lift what it may lift.
pub(super) fn suppress(finding: &mut Finding, in_force: &InForce) {
    let Some(reason) = finding.suppression.clone().filter(|_| finding.stands()) else { return };
    let lifts = match in_force.ingest.suppressions() {
        Suppressions::Honour => true,
        Suppressions::Overridable => finding.level < Level::Mandatory,
        Suppressions::Ignore => false,
    };
    let scanner = finding.rule.split('/').next().unwrap_or_default().to_owned();
    if lifts && finding.outcome != Outcome::Error {
        finding.waived_by = Some(format!("suppression for {scanner}: {reason}"));
        return;
    }
    let note = format!("it is suppressed for {scanner} ({reason}), which does not lift it here");
    finding.next.insert(0, note);
}

/// Folds what another scanner reports into the finding of the policy that is known by the same
/// name, on the same resource. Only where that one stands, fails, and weighs as much: what is
/// dropped is always stood for.
pub(super) fn fold(judgements: &mut [Judgement]) {
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, text) in judgements.iter().flat_map(|judgement| &judgement.documentation) {
        for alias in &text.aliases {
            aliases.entry(alias.to_ascii_lowercase()).or_default().push(id.clone());
        }
    }
    let mut folded: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let (foreign, own): (Vec<_>, Vec<_>) =
        judgements.iter_mut().partition(|judgement| judgement.gate == GateName::Ingest);
    for judgement in foreign {
        judgement.findings.retain_mut(|finding| {
            let name = finding.rule.split_once('/').map_or("", |(_, name)| name);
            let known = aliases.get(&name.to_ascii_lowercase()).filter(|_| finding.stands());
            let Some((ids, address)) = known.zip(finding.address.clone()) else { return true };
            let ours = own.iter().flat_map(|judgement| &judgement.findings);
            let same = |other: &&Finding| {
                ids.contains(&other.rule) && other.address.as_ref() == Some(&address)
            };
            let same: Vec<&Finding> = ours.filter(same).collect();
            if let Some(other) = same.iter().find(|other| stands_for(other, finding)) {
                let key = (other.rule.clone(), address);
                folded.entry(key).or_default().push(finding.rule.clone());
                return false;
            }
            if let Some(other) = same.first() {
                finding.cause = Some(format!("`{}` is about the same", other.rule));
            }
            true
        });
    }
    for finding in own.into_iter().flat_map(|judgement| &mut judgement.findings) {
        let Some(address) = &finding.address else { continue };
        let Some(rules) = folded.get(&(finding.rule.clone(), address.clone())) else { continue };
        if finding.stands() && finding.outcome == Outcome::Fail {
            finding.also_reported_by.clone_from(rules);
            finding.also_reported_by.sort();
            finding.also_reported_by.dedup();
        }
    }
}

fn stands_for(own: &Finding, foreign: &Finding) -> bool {
    own.stands()
        && own.outcome == Outcome::Fail
        && own.deposed.is_none()
        && own.level >= foreign.level
}

/// What the configuration requires and no file holds.
pub(super) fn missing(scans: &[Scan], in_force: &InForce) -> Option<ErrorReport> {
    let settings = in_force.ingest.settings();
    let there = |name: &&String| scans.iter().flat_map(Scan::tools).any(|tool| tool == *name);
    let missing: Vec<String> = settings
        .required
        .iter()
        .filter(|name| !there(name))
        .map(|name| format!("`{name}`"))
        .collect();
    if missing.is_empty() {
        return None;
    }
    Some(ErrorReport {
        code: "tfgate::ingest::missing".to_owned(),
        message: format!("the result of {} is required and was not given", missing.join(", ")),
        help: "hand in what the scanner wrote with `--ingest FILE`; `required` stands in the \
               `ingest` block of the configuration"
            .to_owned(),
    })
}
