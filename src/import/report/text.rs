//! For a terminal: what needs somebody with its reason, the rest in a line each.

use std::fmt::Write as _;

use super::super::subject::Status;
use super::{ImportReport, ResourceReport};
use crate::report::text::{Look, wrap};

/// More than this of a kind that needs nobody are counted instead.
const LISTED: usize = 20;

/// Renders the report.
pub(super) fn render(report: &ImportReport, look: &Look) -> String {
    let mut out = String::new();
    for status in Status::ALL {
        let count = report.of(status);
        if count == 0 {
            continue;
        }
        let _ = writeln!(out, "{} ({count})", look.strong(status.phrase()));
        let silent = report.with(status).filter(|one| one.silent.is_some()).count();
        let listed = if status.is_unresolved() { usize::MAX } else { LISTED.max(silent) };
        for resource in report.with(status).take(listed) {
            write_resource(&mut out, resource, status, look);
        }
        if count > listed {
            let _ = writeln!(out, "  {} {} more", look.ellipsis(), count - listed);
        }
        out.push('\n');
    }
    if let Some(unseen) = report.unseen() {
        let _ = writeln!(out, "  note     {}\n", look.fit(&unseen));
    }
    if let Some(log) = &report.log {
        let _ = writeln!(out, "  log      {}\n", look.fit(&log.in_words()));
    }
    if let Some(backup) = &report.backup {
        let _ = writeln!(out, "  backup   {}", look.fit(backup));
    }
    if let Some(blocks) = &report.blocks {
        let _ = writeln!(out, "  blocks   {}", look.fit(blocks));
    }
    if report.backup.is_some() || report.blocks.is_some() {
        out.push('\n');
    }
    let _ = writeln!(out, "{}", look.strong(&report.headline()));
    out
}

fn write_resource(out: &mut String, resource: &ResourceReport, status: Status, look: &Look) {
    let _ = write!(out, "  {}", look.fit(&resource.address));
    if let Some(id) = &resource.id {
        let _ = write!(out, "  {}", look.place(&look.fit(id)));
    }
    out.push('\n');
    let mut labelled = |label: &str, text: &str| {
        for (n, line) in wrap(&look.fit(text), look.width.saturating_sub(11)).iter().enumerate() {
            let _ = writeln!(out, "      {:<5}{line}", if n == 0 { label } else { "" });
        }
    };
    // That an earlier run imported it, the heading says.
    if !resource.reason.is_empty() && status != Status::Already {
        labelled("why", &resource.reason);
    }
    if let Some(told) = &resource.told {
        labelled("log", told);
    }
    if let Some(silent) = &resource.silent {
        labelled("else", silent);
    }
    for candidate in &resource.candidates {
        labelled("id", candidate);
    }
    if status.is_unresolved() {
        for line in &resource.evidence {
            labelled("seen", line);
        }
    }
    if status.is_unresolved() || resource.silent.is_some() {
        for line in &resource.next {
            labelled("next", line);
        }
    }
}
