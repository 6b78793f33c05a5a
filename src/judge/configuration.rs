//! Waivers applied, and what the configuration itself gives cause for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::about_configuration;
use crate::config::{InForce, Waiver};
use crate::finding::{Finding, GateName, Location, Outcome, Rule, Severity};
use crate::plan::Address;
use crate::plan::text::visible;
use crate::report::{WaiverReport, WaiverState};

const EXPIRED_WAIVER: Rule = Rule {
    id: "config/expired-waiver",
    gate: GateName::Config,
    severity: Severity::Low,
    title: "A waiver is past its date",
    why: "It covers nothing any more: what it waived is judged again.",
    fix: "Mend what it waived, or have a new date reviewed; then remove it.",
    references: &[],
};

const UNUSED_WAIVER: Rule = Rule {
    id: "config/unused-waiver",
    gate: GateName::Config,
    severity: Severity::Low,
    title: "A waiver covers no finding",
    why: "What it was for is mended, or its rule or address is misspelt. Left in place, it \
          will cover a new finding some day without anybody having looked.",
    fix: "Remove it, or correct its rule or address.",
    references: &[],
};

/// The rules about the configuration itself.
pub(super) const RULES: [&Rule; 2] = [&EXPIRED_WAIVER, &UNUSED_WAIVER];

/// The waivers of a run, by where they are written.
#[derive(Default)]
pub(super) struct Waivers(BTreeMap<String, WaiverReport>);

impl Waivers {
    /// Notes the waivers that are in force for a plan.
    pub(super) fn enlist(&mut self, in_force: &InForce, today: Date) {
        for waiver in &in_force.waivers {
            let state =
                if waiver.holds_on(today) { WaiverState::Unused } else { WaiverState::Expired };
            self.0.entry(waiver.origin.clone()).or_insert_with(|| report(waiver, state));
        }
    }

    /// Lets a waiver cover the finding. An error is mended, never waived.
    pub(super) fn apply(
        &mut self,
        finding: &mut Finding,
        address: Option<&Address>,
        in_force: &InForce,
        today: Date,
    ) {
        if finding.outcome == Outcome::Error {
            return;
        }
        let covering =
            in_force.waivers.iter().filter(|waiver| waiver.covers(&finding.rule, address));
        for waiver in covering {
            if !waiver.holds_on(today) {
                let note = format!("the waiver in {} expired on {}", waiver.origin, waiver.expires);
                finding.next.insert(0, note);
                continue;
            }
            if let Some(report) = self.0.get_mut(&waiver.origin) {
                report.state = WaiverState::Used;
            }
            let origin = || visible(&waiver.origin).into_owned();
            finding.waived_by.get_or_insert_with(origin);
        }
    }

    /// Findings on waivers that are over, or that cover nothing.
    pub(super) fn findings(&self, in_force: &InForce) -> Vec<Finding> {
        let about = |waiver: &WaiverReport| {
            let rule = visible(&waiver.rule).into_owned();
            let (rule, message) = match waiver.state {
                WaiverState::Used => return None,
                WaiverState::Expired => {
                    (&EXPIRED_WAIVER, format!("waiver of `{rule}` expired on {}", waiver.expires))
                }
                WaiverState::Unused => {
                    (&UNUSED_WAIVER, format!("waiver of `{rule}` covers no finding"))
                }
            };
            let mut finding = about_configuration(rule, message, in_force);
            finding.attribute = Some(waiver.origin.clone());
            finding.fingerprint = super::settle::identity(&finding);
            finding.cause = Some(format!(
                "written in `{}` by {}: {}",
                waiver.origin, waiver.owner, waiver.reason
            ));
            finding.next = vec!["remove it, or have a correct one reviewed".to_owned()];
            finding.location = location(&waiver.origin);
            Some(finding)
        };
        self.0.values().filter_map(about).collect()
    }

    pub(super) fn report(self) -> Vec<WaiverReport> {
        self.0.into_values().collect()
    }
}

fn report(waiver: &Waiver, state: WaiverState) -> WaiverReport {
    let safe = |text: &str| visible(text).into_owned();
    let addresses: Vec<&str> = waiver.addresses.iter().map(crate::plan::Pattern::as_str).collect();
    WaiverReport {
        rule: safe(waiver.rule.as_str()),
        address: (!addresses.is_empty()).then(|| safe(&addresses.join(", "))),
        expires: waiver.expires.to_string(),
        reason: safe(&waiver.reason),
        owner: safe(&waiver.owner),
        origin: safe(&waiver.origin),
        state,
    }
}

/// `file:line` as a location.
pub(super) fn location(origin: &str) -> Option<Location> {
    let (file, line) = origin.rsplit_once(':')?;
    Some(Location { file: file.to_owned(), line: line.parse().ok()? })
}
