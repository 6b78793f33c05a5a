//! The rules there are, of every gate.

use super::{baseline, configuration, fleet, sources};
use crate::finding::{Rule, RuleText, Severity};
use crate::plan::text::{visible, visible_lines};
use crate::report::RuleReport;
use crate::{cost, policy, protect};

/// All rules that are not policies.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let gates = protect::rules::RULES.into_iter().chain(policy::native::RULES);
    gates
        .chain(cost::rules::RULES)
        .chain(configuration::RULES)
        .chain(baseline::RULES)
        .chain(sources::RULES)
        .chain(fleet::RULES)
}

/// The ids of all rules, and of the policies that come with tfgate.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    rules().map(|rule| rule.id).chain(policy::EMBEDDED.iter().map(|policy| policy.id))
}

/// How bad each rule and each policy that comes with tfgate is; without a severity of its
/// own, a policy is taken for severe.
pub fn severities() -> impl Iterator<Item = (&'static str, Severity)> {
    let policies = policy::EMBEDDED
        .iter()
        .map(|policy| (policy.id, policy.header().severity.unwrap_or(Severity::High)));
    rules().map(|rule| (rule.id, rule.severity)).chain(policies)
}

/// The rule that was most likely meant by an id that is none.
#[must_use]
pub fn nearest_rule(id: &str) -> &'static str {
    rule_ids()
        .map(|known| (strsim::jaro_winkler(known, id), known))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map_or(protect::rules::DESTROY.id, |(_, known)| known)
}

impl From<RuleText> for RuleReport {
    fn from(text: RuleText) -> Self {
        let RuleText { title, severity, why, fix, references, aliases: _ } = text;
        let help = format!("{why} {fix}");
        Self {
            title: visible(&title).into_owned(),
            severity,
            help: visible_lines(help.trim()).into_owned(),
            references: references.iter().map(|text| visible(text).into_owned()).collect(),
        }
    }
}
