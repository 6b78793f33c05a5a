//! What stands between the findings and the verdict: the gates, the counts, what is unknown,
//! waived or lifted.

use std::fmt::Write as _;

use super::style::{Look, columns};
use crate::finding::Finding;
use crate::report::{PlanReport, Report, WaiverState, phrases};

/// Rules that are named on one line of unknowns; the rest is counted.
const RULES: usize = 3;

/// Columns before the text of a line.
const INDENT: usize = 13;

/// The table of gates, and lines about one plan.
pub(super) fn plan(out: &mut String, plan: &PlanReport, findings: &[&Finding], look: &Look) {
    if !plan.gates.is_empty() {
        let head = format!(
            "  {:<9}{:>7}{:>9}{:>9}{:>10}{:>9}",
            "gate", "rules", "judged", "failed", "unknown", "waived"
        );
        let _ = writeln!(out, "{}", look.faint(&head));
    }
    for gate in &plan.gates {
        let _ = writeln!(
            out,
            "  {:<9}{:>7}{:>9}{:>9}{:>10}{:>9}",
            gate.gate.as_str(),
            gate.rules,
            gate.judged,
            gate.failed,
            gate.unknown,
            gate.waived
        );
    }
    if !plan.gates.is_empty() {
        out.push('\n');
    }
    line(out, "changes", &phrases::changes(&plan.summary), look);
    if let Some(environment) = &plan.environment {
        line(out, "for", &format!("environment `{environment}`, profile `{}`", plan.profile), look);
    }
    if let Some(base) = &plan.base {
        line(out, "judged by", &format!("the base {base}"), look);
    }
    cost(out, plan, look);
    unknown(out, findings, look);
    background(out, findings, look);
    for finding in findings {
        let subject = finding.address.as_deref().unwrap_or("the plan");
        if let Some(by) = finding.waived_by.as_ref().or(finding.approved_by.as_ref()) {
            line(out, "waived", &format!("{}   {subject}   by {by}", finding.rule), look);
        }
    }
    out.push('\n');
}

/// The cost of a plan about which nothing else needs to be said.
pub(super) fn only_cost(out: &mut String, plan: &PlanReport, look: &Look) {
    let length = out.len();
    cost(out, plan, look);
    if out.len() > length {
        out.push('\n');
    }
}

fn cost(out: &mut String, plan: &PlanReport, look: &Look) {
    let Some(cost) = plan.cost.as_ref().filter(|cost| phrases::is_billed(cost)) else { return };
    parts(out, "cost", &phrases::cost_parts(cost), look);
    parts(out, "usage", &phrases::usage(cost), look);
    // Alone, the gate shows every resource.
    if !super::is_cost_alone(plan) {
        for (n, text) in super::cost::contributors(cost, look).into_iter().enumerate() {
            line(out, if n == 0 { "most by" } else { "" }, &text, look);
        }
        for text in phrases::unpriced(cost) {
            line(out, "unpriced", &text, look);
        }
    }
    for way in phrases::remedies(cost) {
        line(out, "prices", way, look);
    }
}

/// What belongs together, on as many lines as it needs: a part is never broken.
fn parts(out: &mut String, label: &str, parts: &[String], look: &Look) {
    let mut text = String::new();
    let mut label = label;
    for (n, part) in parts.iter().enumerate() {
        let room = look.width.saturating_sub(INDENT + columns(&text) + 2);
        if n > 0 && columns(part) > room {
            line(out, label, &format!("{text},"), look);
            (text, label) = (String::new(), "");
        } else if n > 0 {
            text.push_str(", ");
        }
        text.push_str(part);
    }
    if !parts.is_empty() {
        line(out, label, &text, look);
    }
}

/// What could not be decided, by resource and reason: one unknown value often leaves many
/// rules open.
fn unknown(out: &mut String, findings: &[&Finding], look: &Look) {
    let mut open: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.is_open()) {
        let subject = finding.address.as_deref().unwrap_or("the plan");
        let cause = finding.cause.as_deref().unwrap_or(&finding.message);
        match open.iter_mut().find(|(address, why, _)| *address == subject && *why == cause) {
            Some((.., rules)) => rules.push(&finding.rule),
            None => open.push((subject, cause, vec![&finding.rule])),
        }
    }
    for (subject, cause, rules) in open {
        line(out, "unknown", &format!("{subject}: {cause}"), look);
        let more = rules.len().saturating_sub(RULES);
        let mut named = rules[..rules.len().min(RULES)].join(", ");
        if more > 0 {
            let _ = write!(named, " and {more} more");
        }
        line(out, "", &format!("leaves open {named}"), look);
    }
}

/// What is wrong with what the plan does not touch: by rule, since there is nothing to do
/// about it in this change.
fn background(out: &mut String, findings: &[&Finding], look: &Look) {
    let mut rules: Vec<(&str, usize)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.is_background()) {
        if finding.address.is_none() {
            line(out, "untouched", &format!("{}: {}", finding.rule, finding.message), look);
            continue;
        }
        match rules.iter_mut().find(|(rule, _)| *rule == finding.rule) {
            Some((_, count)) => *count += 1,
            None => rules.push((&finding.rule, 1)),
        }
    }
    for (rule, count) in rules {
        let noun = if count == 1 { "resource" } else { "resources" };
        line(out, "untouched", &format!("{rule} fails on {count} {noun}"), look);
    }
}

/// One row a plan, where there are several.
pub(super) fn plans(out: &mut String, report: &Report, look: &Look) {
    let width = report.plans.iter().map(|plan| columns(&plan.name)).max().unwrap_or(0);
    let head = format!("  {:<width$}  {:<16}{}", "plan", "verdict", "changes");
    let _ = writeln!(out, "{}", look.faint(&head));
    for plan in &report.plans {
        let pad = " ".repeat(width - columns(&plan.name));
        let verdict = plan.verdict.headline().to_lowercase();
        let changes = match &plan.error {
            Some(error) => error.message.clone(),
            None => phrases::changes(&plan.summary),
        };
        let row = format!("  {}{pad}  {verdict:<16}{changes}", plan.name);
        let _ = writeln!(out, "{}", look.fit(&row));
    }
    out.push('\n');
}

/// Lines about the whole run.
pub(super) fn run(out: &mut String, report: &Report, look: &Look) {
    let mut any = false;
    for one in report.overrides.iter().filter(|one| one.lifted == 0) {
        let target = match (&one.rule, &one.pattern) {
            (Some(rule), Some(pattern)) => format!("{rule}@{pattern}"),
            (Some(text), None) | (None, Some(text)) => text.clone(),
            (None, None) => String::new(),
        };
        line(out, "unused", &format!("`{} {target}` lifted nothing", one.flag), look);
        any = true;
    }
    let soon = report.waivers.iter().filter(|waiver| waiver.state == WaiverState::Used);
    for waiver in soon {
        let text =
            format!("waiver of {} until {} ({})", waiver.rule, waiver.expires, waiver.origin);
        line(out, "until", &text, look);
        any = true;
    }
    if any {
        out.push('\n');
    }
}

fn line(out: &mut String, label: &str, text: &str, look: &Look) {
    let _ = writeln!(out, "  {}{}", look.faint(&format!("{label:<11}")), look.fit(text));
}
