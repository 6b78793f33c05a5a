//! The report as JSON: the contract itself.

use super::Report;

/// Pretty-printed, with a newline at the end. Addresses and texts in a report are made safe
/// to show before they get here.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).expect("a report has string keys only");
    text.push('\n');
    text
}
