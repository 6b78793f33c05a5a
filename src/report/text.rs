//! The report for a terminal: findings worst first, a table, and the verdict as last line,
//! because in a terminal the last lines are what is read.

mod block;
mod breakdown;
mod cost;
mod footer;
mod style;

use std::fmt::Write as _;

use super::{PlanReport, Report, phrases};
use crate::finding::{Finding, GateName, Verdict};

pub use style::{Look, wrap};

/// Renders the report. Everything is understandable without colour.
#[must_use]
pub fn render(report: &Report, look: &Look) -> String {
    let mut out = String::new();
    let several = report.plans.len() > 1;
    for plan in &report.plans {
        if several {
            let _ = writeln!(out, "{}", look.strong(&format!("plan {}", plan.name)));
            out.push('\n');
        }
        let findings: Vec<&Finding> = report.findings_of(&plan.name).collect();
        one_plan(&mut out, report, plan, &findings, look);
        if several {
            let _ = writeln!(out, "{}\n", verdict_line(plan.verdict, plan, &findings, look));
        }
    }
    // Findings about the run as a whole, and about no plan in particular.
    let general: Vec<&Finding> = report.findings.iter().filter(|one| one.plan.is_empty()).collect();
    block::render(&mut out, &general, look);
    if several {
        footer::plans(&mut out, report, look);
    }
    footer::run(&mut out, report, look);
    last_lines(&mut out, report, look);
    out
}

fn one_plan(
    out: &mut String,
    report: &Report,
    plan: &PlanReport,
    findings: &[&Finding],
    look: &Look,
) {
    let told =
        |finding: &&Finding| finding.stands() && !finding.is_open() && !finding.is_background();
    let shown: Vec<&Finding> = findings.iter().copied().filter(told).collect();
    block::render(out, &shown, look);
    if let Some(error) = &plan.error {
        block::error(out, error, look);
    }
    if let Some(cost) = plan.cost.as_ref().filter(|_| is_cost_alone(plan)) {
        breakdown::render(out, cost, look);
    }
    let open = findings.iter().any(|finding| finding.is_open());
    let quiet = shown.is_empty() && !open && plan.verdict == Verdict::Passed;
    if !plan.gates.is_empty() && (!quiet || report.plans.len() > 1) {
        footer::plan(out, plan, findings, look);
    } else {
        footer::only_cost(out, plan, look);
    }
}

/// Whether no other gate ran: then it is the cost that somebody wants to see.
fn is_cost_alone(plan: &PlanReport) -> bool {
    matches!(&*plan.gates, [gate] if gate.gate == GateName::Cost)
}

fn last_lines(out: &mut String, report: &Report, look: &Look) {
    let findings: Vec<&Finding> = report.findings.iter().collect();
    if let [plan] = report.plans.as_slice() {
        let _ = writeln!(out, "{}", verdict_line(report.verdict, plan, &findings, look));
    } else if report.plans.is_empty() {
        let _ = writeln!(out, "{}   {}", look.verdict(report.verdict), phrases::NOT_JUDGED);
    } else {
        let line = phrases::of_plans(report.plans.len(), &findings);
        let _ = writeln!(out, "{}   {line}", look.verdict(report.verdict));
    }
    let judged = report.plans.iter().any(|plan| !plan.gates.is_empty());
    if report.configuration.is_none() && judged {
        let profile = report.plans.first().map_or("standard", |plan| &plan.profile);
        let note = format!(
            "no configuration was found: judged by the profile `{profile}`; `tfgate init` writes one"
        );
        let _ = writeln!(out, "{}", look.faint(&note));
    }
    if findings.iter().any(|finding| finding.stands() && !finding.is_background()) {
        let _ = writeln!(
            out,
            "{}",
            look.faint("tfgate explain <rule>            why a rule exists and how to satisfy it")
        );
        let _ = writeln!(
            out,
            "{}",
            look.faint(
                "tfgate waive <rule> <address>    record an exception with an owner and an end date"
            )
        );
    }
}

fn verdict_line(verdict: Verdict, plan: &PlanReport, findings: &[&Finding], look: &Look) -> String {
    format!("{}   {}", look.verdict(verdict), phrases::of_plan(verdict, plan, findings))
}
