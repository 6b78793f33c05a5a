//! Several plans: a row for each, worst first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cost::signed;
use super::document::{Item, Kind, List};
use super::escape::cell;
use super::head::{changes, name, symbol};
use crate::finding::{Finding, Verdict};
use crate::report::tally::Tally;
use crate::report::{PlanReport, Report};

/// The plans, worst verdict first; those alike stay in their order.
pub(super) fn worst_first(report: &Report) -> Vec<&PlanReport> {
    let mut plans: Vec<&PlanReport> = report.plans.iter().collect();
    plans.sort_by_key(|plan| Reverse(rank(plan.verdict)));
    plans
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Passed => 0,
        Verdict::ApprovalNeeded => 1,
        Verdict::Denied => 2,
        Verdict::Undecided => 3,
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::ApprovalNeeded => "approval needed",
        Verdict::Denied => "denied",
        Verdict::Undecided => "not judged",
    }
}

/// The findings of each plan, and those of none: of the run as a whole, and of a plan that
/// the report does not have, so that nothing is left out.
pub(super) struct ByPlan<'r> {
    plans: BTreeMap<&'r str, Vec<&'r Finding>>,
    pub(super) general: Vec<&'r Finding>,
}

impl<'r> ByPlan<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let names = report.plans.iter().map(|plan| (&*plan.name, Vec::new()));
        let mut by_plan = Self { plans: names.collect(), general: Vec::new() };
        for finding in &report.findings {
            match by_plan.plans.get_mut(&*finding.plan) {
                Some(findings) => findings.push(finding),
                None => by_plan.general.push(finding),
            }
        }
        by_plan
    }

    pub(super) fn findings(&self, plan: &PlanReport) -> &[&'r Finding] {
        self.plans.get(&*plan.name).map_or(&[], Vec::as_slice)
    }
}

/// The table of plans.
pub(super) fn rows(report: &Report, findings: &ByPlan<'_>) -> List {
    List {
        kind: Kind::PlanRows,
        open: "\n| | Plan | Findings | Changes | Cost a month |\n|:--|:--|:--|:--|--:|\n"
            .to_owned(),
        items: worst_first(report)
            .into_iter()
            .map(|plan| row(plan, findings.findings(plan)))
            .collect(),
        close: "",
        noun: "plan",
    }
}

fn row(plan: &PlanReport, findings: &[&Finding]) -> Item {
    let words = Tally::of(findings.iter().copied()).words();
    let findings = if words.is_empty() { "none".to_owned() } else { words };
    let read = plan.error.is_none() || !plan.gates.is_empty();
    let changes = if read { changes(&[&plan.summary]) } else { "not read".to_owned() };
    let cost = match &plan.cost {
        Some(cost) if cost.billable > 0 => {
            let delta = cost.delta.as_ref();
            let delta = delta.map_or_else(|| "?".to_owned(), |delta| signed(delta, cost));
            if cost.priced == cost.billable { delta } else { format!("{delta}, in part") }
        }
        Some(cost) if cost.depends_on_usage > 0 => "by usage".to_owned(),
        Some(_) | None => "–".to_owned(),
    };
    let label =
        format!("{}\u{a0}{}", symbol(plan.verdict), word(plan.verdict).replace(' ', "\u{a0}"));
    let name = cell(&name(plan));
    Item::new(format!("| {label} | {name} | {findings} | {changes} | {} |\n", cell(&cost)), 1)
}
