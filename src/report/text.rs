//! The report for a terminal: findings worst first, a table, and the verdict as last line,
//! because in a terminal the last lines are what is read.

mod block;
mod breakdown;
mod cost;
mod footer;
mod style;

use std::fmt::Write as _;

use super::{PlanReport, Report};
use crate::finding::{Finding, GateName, Level, Outcome, Verdict};

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
        let _ = writeln!(out, "{}   the plan was not judged", look.verdict(report.verdict));
    } else {
        let words = counts(&findings);
        let plans = format!("{} plans", report.plans.len());
        let line = if words.is_empty() { plans } else { format!("{plans}: {words}") };
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
    let headline = look.verdict(verdict);
    let words = counts(findings);
    if verdict == Verdict::Undecided {
        let why =
            plan.error.as_ref().map_or("a rule could not be evaluated", |error| &error.message);
        return format!(
            "{headline}   {why}{}",
            if words.is_empty() { String::new() } else { format!("; {words}") }
        );
    }
    let rules: usize = plan.gates.iter().map(|gate| gate.rules).sum();
    let judged = plan.gates.iter().map(|gate| gate.judged).max().unwrap_or(0);
    let waived = findings.iter().filter(|finding| !finding.stands()).count();
    let mut line = if words.is_empty() {
        format!("{headline}   {} on {}", plural(rules, "rule"), plural(judged, "change"))
    } else {
        format!("{headline}   {words}")
    };
    let background = findings.iter().filter(|finding| finding.is_background()).count();
    if background > 0 {
        let _ = write!(line, ", {} on what it does not touch", plural(background, "finding"));
    }
    if waived > 0 {
        let _ = write!(line, ", {waived} waived");
    }
    if let Some(caveat) = plan.cost.as_ref().and_then(cost::caveat) {
        let _ = write!(line, ", {caveat}");
    }
    line
}

/// "2 errors, 1 approval, 3 warnings", of what stands.
fn counts(findings: &[&Finding]) -> String {
    let count = |test: &dyn Fn(&Finding) -> bool| {
        findings.iter().filter(|finding| finding.stands() && test(finding)).count()
    };
    let errors = count(&|one| one.level == Level::Mandatory || one.outcome == Outcome::Error);
    let approvals =
        count(&|one| one.level == Level::MandatoryOverridable && one.outcome != Outcome::Error);
    let advisory = |one: &Finding| one.level == Level::Advisory && one.outcome != Outcome::Error;
    let warnings = count(&|one| advisory(one) && !one.is_open() && !one.is_background());
    let open = count(&Finding::is_open);
    let parts = [(errors, "error"), (approvals, "approval"), (warnings, "warning")];
    let mut parts: Vec<String> =
        parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| plural(n, word)).collect();
    if open > 0 {
        parts.push(format!("{open} unknown"));
    }
    parts.join(", ")
}

/// `1 rule`, `2 rules`.
fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
