//! What stands between the findings and the verdict: the gates, the counts, what is unknown,
//! waived or lifted.

use std::fmt::Write as _;

use super::style::Look;
use crate::finding::Finding;
use crate::plan::Summary;
use crate::report::{PlanReport, Report, WaiverState};

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
    line(out, "changes", &changes(&plan.summary), look);
    if let Some(environment) = &plan.environment {
        line(out, "for", &format!("environment `{environment}`, profile `{}`", plan.profile), look);
    }
    for finding in findings {
        let subject = finding.address.as_deref().unwrap_or("the plan");
        if let Some(by) = finding.waived_by.as_ref().or(finding.approved_by.as_ref()) {
            line(out, "waived", &format!("{}   {subject}   by {by}", finding.rule), look);
        }
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

/// `3 create, 5 update, 1 replace, 2 destroy, of 411 resources`
fn changes(summary: &Summary) -> String {
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
    let parts: Vec<String> =
        parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    let total = summary.total();
    let of = if total == 1 { "of 1 resource".to_owned() } else { format!("of {total} resources") };
    if parts.is_empty() { format!("none, {of}") } else { format!("{}, {of}", parts.join(", ")) }
}
