//! What renderers say alike: the sentence of the verdict, counts, money, and which findings
//! are told together. One report must not be described in two ways.

mod cost;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

pub(super) use cost::{cost, cost_parts, is_billed, is_unknown, remedies, span, unpriced, usage};

use super::PlanReport;
use super::tally::Tally;
use crate::finding::{Finding, GateName, Level, Outcome, Verdict, money};
use crate::plan::{ActionSet, Summary};

/// Of a run without any plan.
pub(super) const NOT_JUDGED: &str = "the plan was not judged";

/// What a gate judges: the changes of the plan, or the results that other scanners hand in.
pub(super) fn judges(gate: GateName) -> &'static str {
    match gate {
        GateName::Protect | GateName::Comply | GateName::Cost | GateName::Config => "change",
        GateName::Ingest => "result",
    }
}

/// What stands beside the verdict on one plan.
pub(super) fn of_plan(verdict: Verdict, plan: &PlanReport, findings: &[&Finding]) -> String {
    let tally = Tally::of(findings.iter().copied());
    let words = tally.words();
    if verdict == Verdict::Undecided {
        let why =
            plan.error.as_ref().map_or("a rule could not be evaluated", |error| &error.message);
        return if words.is_empty() { why.to_owned() } else { format!("{why}; {words}") };
    }
    let rules: usize = plan.gates.iter().map(|gate| gate.rules).sum();
    let gates = plan.gates.iter().filter(|gate| judges(gate.gate) == "change");
    let judged = gates.map(|gate| gate.judged).max().unwrap_or(0);
    let mut line = match rules {
        _ if !words.is_empty() => words,
        0 if plan.gates.iter().any(|gate| gate.gate == GateName::Ingest) => {
            "no findings".to_owned()
        }
        0 => "no limits are set".to_owned(),
        _ => format!("{} on {}", plural(rules, "rule"), plural(judged, "change")),
    };
    line.push_str(&tally.aside());
    if let Some(caveat) = plan.cost.as_ref().and_then(cost::caveat) {
        let _ = write!(line, ", {caveat}");
    }
    line
}

/// What stands beside the verdict on several plans.
pub(super) fn of_plans(plans: usize, findings: &[&Finding]) -> String {
    let words = Tally::of(findings.iter().copied()).words();
    let plans = format!("{plans} plans");
    if words.is_empty() { plans } else { format!("{plans}: {words}") }
}

/// What other scanners call the same, of findings that are told together.
pub(super) fn also(group: &[&Finding]) -> Option<String> {
    let rules = group.iter().flat_map(|finding| &finding.also_reported_by);
    let rules: BTreeSet<&str> = rules.map(String::as_str).collect();
    let rules: Vec<&str> = rules.into_iter().collect();
    (!rules.is_empty()).then(|| format!("reported by {}", rules.join(", ")))
}

/// What a finding is to whoever wants to apply: `error`, `approval` or `warning`.
pub(super) fn kind(finding: &Finding) -> &'static str {
    match finding.level {
        _ if finding.outcome == Outcome::Error => "error",
        Level::Mandatory => "error",
        Level::MandatoryOverridable => "approval",
        Level::Advisory => "warning",
    }
}

/// `1 rule`, `2 rules`.
pub(super) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{} {noun}s", grouped(count)) }
}

/// `1204` as `1,204`.
pub(super) fn grouped(count: usize) -> String {
    money::grouped(&count.to_string())
}

/// Terraform's symbol for what happens; a space where nothing of it is known.
pub(super) fn symbol(actions: &[String]) -> &'static str {
    let words = actions.iter().map(String::as_str);
    ActionSet::from_words(words).map_or(" ", ActionSet::symbol)
}

/// Findings that differ in their subject only, together.
pub(super) fn groups<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&'f Finding>> = Vec::new();
    let mut places = BTreeMap::new();
    for finding in findings {
        let said = (
            (&finding.rule, finding.level, finding.outcome),
            (&finding.message, &finding.cause, &finding.impact),
        );
        let place = *places.entry(said).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

/// Whether a step is to be copied, not read.
pub(super) fn is_command(step: &str) -> bool {
    ["tfgate ", "terraform ", "--allow-destroy ", "--override "]
        .iter()
        .any(|start| step.starts_with(start))
}

/// What a plan does, as counts with their words; only what there is.
pub(super) fn counts(summary: &Summary) -> Vec<(u64, &'static str)> {
    let parts = [
        (summary.create, "create"),
        (summary.update, "update"),
        (summary.replace, "replace"),
        (summary.delete, "destroy"),
        (summary.forget, "forget"),
        (summary.other, "other"),
        (summary.import, "import"),
        (summary.moved, "move"),
        (summary.read, "read"),
    ];
    parts.into_iter().filter(|(n, _)| *n > 0).collect()
}

/// `3 create, 5 update, 1 replace, 2 destroy, of 411 resources`
pub(super) fn changes(summary: &Summary) -> String {
    let parts: Vec<String> =
        counts(summary).into_iter().map(|(n, word)| format!("{n} {word}")).collect();
    let total = summary.total();
    let of = if total == 1 { "of 1 resource".to_owned() } else { format!("of {total} resources") };
    if parts.is_empty() { format!("none, {of}") } else { format!("{}, {of}", parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::{grouped, plural};

    #[test]
    fn digits_are_grouped() {
        assert_eq!((&*grouped(999), &*grouped(5000)), ("999", "5,000"));
        assert_eq!((&*plural(1, "rule"), &*plural(0, "rule")), ("1 rule", "0 rules"));
        assert_eq!(plural(1_204_000, "rule"), "1,204,000 rules");
    }
}
