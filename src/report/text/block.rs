//! One finding, or several of one rule that say the same, as a block of lines.

use std::fmt::Write as _;

use super::style::{Look, columns, wrap};
use crate::finding::{Finding, GateName, Outcome};
use crate::report::{ErrorReport, phrases};

/// Findings of one block that are shown with their address; the rest is counted.
const SHOWN: usize = 12;

/// Names of dependents that are shown; the rest is counted.
const DEPENDENTS: usize = 3;

/// Columns before a label.
const INDENT: usize = 6;

/// Columns of a label and the space after it.
const LABEL: usize = 6;

pub(super) fn render(out: &mut String, findings: &[&Finding], look: &Look) {
    for group in phrases::groups(findings) {
        one(out, &group, look);
        out.push('\n');
    }
}

fn one(out: &mut String, group: &[&Finding], look: &Look) {
    let first = group[0];
    let header = look.header(first);
    let head_columns = first.rule.len() + 11;
    let message = wrap(&look.fit(&first.message), look.width.saturating_sub(head_columns).max(40));
    for (n, line) in message.iter().enumerate() {
        if n == 0 {
            let _ = writeln!(out, "{header}: {line}");
        } else {
            let _ = writeln!(out, "    {line}");
        }
    }
    for finding in group.iter().take(SHOWN) {
        subject(out, finding, look);
        // What is not known yet has no value to show; the cause names it.
        if finding.outcome != Outcome::Unknown {
            evidence(out, finding, look);
        }
    }
    if group.len() > SHOWN {
        let _ = writeln!(out, "      {} {} more", look.ellipsis(), group.len() - SHOWN);
    }
    if let Some(impact) = &first.impact {
        labelled(out, "risk", impact, look);
    }
    if let Some(cause) = &first.cause {
        labelled(out, "why", cause, look);
    }
    dependents(out, group, look);
    if let Some(also) = phrases::also(group) {
        labelled(out, "also", &also, look);
    }
    next(out, group, look);
}

fn subject(out: &mut String, finding: &Finding, look: &Look) {
    let Some(address) = &finding.address else { return place(out, finding, look) };
    let deposed =
        finding.deposed.as_ref().map(|key| format!(" (deposed {key})")).unwrap_or_default();
    let address = look.fit(&format!("{address}{deposed}"));
    let _ = write!(out, "  {:<3} {}", phrases::symbol(&finding.actions), look.strong(&address));
    if let Some(location) = &finding.location {
        let place = look.fit(&format!("{}:{}", location.file, location.line));
        let used = INDENT + columns(&address) + columns(&place);
        let gap = look.width.saturating_sub(used).max(2);
        let _ = write!(out, "{:gap$}{}", "", look.place(&place));
    }
    out.push('\n');
}

/// Where another scanner found something that is on no resource of the plan.
fn place(out: &mut String, finding: &Finding, look: &Look) {
    let place = finding.attribute.as_ref().filter(|_| finding.gate == GateName::Ingest);
    if let Some(place) = place {
        let _ = writeln!(out, "      {}", look.place(&look.fit(place)));
    }
}

fn evidence(out: &mut String, finding: &Finding, look: &Look) {
    let longest = finding.evidence.iter().map(|one| columns(&one.path)).max().unwrap_or(0).min(36);
    let forces =
        finding.actions.iter().any(|action| action == "delete") && finding.actions.len() > 1;
    for one in &finding.evidence {
        let path = look.fit(&one.path);
        let pad = longest.saturating_sub(columns(&path));
        let value = |text: &Option<String>| text.as_deref().map(|text| look.fit(text));
        let (text, shown) = match (value(&one.before), value(&one.after)) {
            (Some(before), Some(after)) if before != after => {
                let plain = format!("{before} {} {after}", look.arrow());
                let painted =
                    format!("{} {} {}", look.faint(&before), look.arrow(), look.offending(&after));
                (plain, painted)
            }
            (Some(text), _) | (None, Some(text)) => (text.clone(), text),
            (None, None) => (String::new(), String::new()),
        };
        let line = format!("      {path}{:pad$}    {shown}", "");
        let mut line = line.trim_end().to_owned();
        if forces {
            let note = "forces replacement";
            let used = INDENT + longest.max(columns(&path)) + 4 + columns(&text) + note.len();
            let gap = look.width.saturating_sub(used).max(2);
            let _ = write!(line, "{:gap$}{}", "", look.faint(note));
        }
        let _ = writeln!(out, "{line}");
    }
}

fn dependents(out: &mut String, group: &[&Finding], look: &Look) {
    let mut all: Vec<&str> =
        group.iter().flat_map(|finding| &finding.dependents).map(String::as_str).collect();
    all.sort_unstable();
    all.dedup();
    if all.is_empty() {
        return;
    }
    let noun = if all.len() == 1 {
        "1 resource that uses".to_owned()
    } else {
        format!("{} resources that use", all.len())
    };
    let it = if group.len() == 1 { "it" } else { "them" };
    let mut names =
        all.iter().take(DEPENDENTS).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if all.len() > DEPENDENTS {
        let _ = write!(names, ", {}", look.ellipsis());
    }
    labelled(out, "hits", &format!("{noun} {it}: {names}"), look);
}

fn next(out: &mut String, group: &[&Finding], look: &Look) {
    let first = group[0];
    let same = group.iter().all(|finding| finding.next == first.next);
    let mut label = "next";
    for step in &first.next {
        // HCL and commands are copied: they are never wrapped.
        if step.contains('\n') || phrases::is_command(step) {
            for line in step.lines() {
                let _ = writeln!(out, "      {:<LABEL$}{}", "", look.command(&look.fit(line)));
            }
        } else {
            labelled(out, label, step, look);
        }
        label = "";
    }
    if !same && !first.next.is_empty() {
        let _ = writeln!(out, "      {:<LABEL$}{}", "", look.faint("and so for the others"));
    }
}

fn labelled(out: &mut String, label: &str, text: &str, look: &Look) {
    let width = look.width.saturating_sub(INDENT + LABEL).max(40);
    for (n, line) in wrap(&look.fit(text), width).iter().enumerate() {
        let label = format!("{:<LABEL$}", if n == 0 { label } else { "" });
        let _ = writeln!(out, "      {}{line}", look.faint(&label));
    }
}

/// Why a plan was not judged, or only in part.
pub(super) fn error(out: &mut String, error: &ErrorReport, look: &Look) {
    let _ = writeln!(out, "{}: {}", look.error_header(&error.code), look.fit(&error.message));
    for paragraph in error.help.lines() {
        for line in wrap(&look.fit(paragraph), look.width - 2) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push('\n');
}
