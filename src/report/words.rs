//! A finding as a few lines of plain text, for viewers that show text and nothing else.

use std::fmt::Write as _;

use super::{ErrorReport, phrases};
use crate::finding::{Finding, Outcome};

/// What is wrong, where: the line that a list of findings shows.
pub(super) fn headline(finding: &Finding) -> String {
    let subject = finding.address.as_deref().map(|address| format!("{address}: "));
    format!("{}{}", subject.unwrap_or_default(), finding.message)
}

/// Risk, cause, values and what to do, a line each.
pub(super) fn details(finding: &Finding) -> String {
    let mut out = String::new();
    if finding.actions.iter().any(|action| action != "no-op") {
        let _ = writeln!(out, "plan: {}", finding.actions.join(", then "));
    }
    if let Some(impact) = &finding.impact {
        let _ = writeln!(out, "risk: {impact}");
    }
    if let Some(cause) = &finding.cause {
        let _ = writeln!(out, "why: {cause}");
    }
    if let Some(also) = phrases::also(&[finding]) {
        let _ = writeln!(out, "also: {also}");
    }
    // What is not known yet has no value to show; the cause names it.
    for one in finding.evidence.iter().filter(|_| finding.outcome != Outcome::Unknown) {
        let text = match (&one.before, &one.after) {
            (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
            (_, Some(value)) | (Some(value), None) => value.clone(),
            (None, None) => continue,
        };
        let _ = writeln!(out, "{}: {text}", one.path);
    }
    for step in &finding.next {
        let _ = writeln!(out, "next: {step}");
    }
    if let Some(by) = finding.waived_by.as_ref().or(finding.approved_by.as_ref()) {
        let _ = writeln!(out, "lifted by: {by}");
    }
    out.truncate(out.trim_end().len());
    out
}

/// Why a plan has no verdict.
pub(super) fn error(error: &ErrorReport) -> String {
    format!("{}\n{}", error.message, error.help).trim_end().to_owned()
}
