//! For a pull request or a job summary: the outcome first, then a table.

use std::fmt::Write as _;

use super::super::subject::Status;
use super::{ImportReport, ResourceReport};

/// Renders the report.
pub(super) fn render(report: &ImportReport) -> String {
    let mut out = format!("### tfgate import: {}\n", cell(&report.headline()));
    if let Some(error) = &report.error {
        let _ = writeln!(out, "\n{}\n\n{}", cell(&error.message), cell(&error.help));
    }
    if let Some(unseen) = report.unseen() {
        let _ = writeln!(out, "\n{}", cell(&unseen));
    }
    if let Some(log) = &report.log {
        let _ = writeln!(out, "\nThe log of the apply: {}", cell(&log.in_words()));
    }
    if !report.resources.is_empty() {
        out.push_str("\n| status | address | id | why |\n|---|---|---|---|\n");
    }
    for status in Status::ALL {
        for resource in report.with(status) {
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} |",
                status.phrase(),
                code(&resource.address),
                resource.id.as_deref().map(code).unwrap_or_default(),
                cell(&why(resource))
            );
        }
    }
    out
}

fn why(resource: &ResourceReport) -> String {
    let candidates = resource.candidates.iter().map(|id| format!("`{id}`"));
    let parts = std::iter::once(resource.reason.clone())
        .chain(resource.told.clone())
        .chain(resource.silent.clone());
    let parts = parts.chain(candidates);
    let parts: Vec<String> =
        parts.chain(resource.next.iter().cloned()).filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

/// Text that can neither end a cell nor begin markup.
fn cell(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '<' | '>' | '*' | '_' | '[' | ']' | '#' | '\\' | '~' | '@' | '!' => {
                let _ = write!(shown, "&#{};", u32::from(c));
            }
            '\n' | '\r' => shown.push(' '),
            c => shown.push(c),
        }
    }
    shown
}

/// Text as code; a backquote in it would end it.
fn code(text: &str) -> String {
    let fenced = text.replace('|', "\\|");
    if text.contains('`') { cell(text).replace('`', "&#96;") } else { format!("`{fenced}`") }
}

#[cfg(test)]
mod tests {
    use super::{cell, code};

    #[test]
    fn hostile_text_stays_in_its_cell() {
        assert_eq!(cell("a|b\n<img src=x>"), "a&#124;b &#60;img src=x&#62;");
        assert_eq!(code("a[\"x|y\"]"), "`a[\"x\\|y\"]`");
        assert_eq!(code("a`b<c"), "a&#96;b&#60;c");
    }
}
