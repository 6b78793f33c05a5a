//! Rules: what a viewer shows beside a finding, and sorts and filters findings by.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{Configuration, Help, Rule};
use crate::finding::{Finding, GateName, Severity};
use crate::report::{Report, RuleReport};

/// Tags of one rule that GitHub shows.
const MOST_TAGS: usize = 10;

/// The rules of some findings, each once, in the order of their ids.
pub(super) fn all<'f>(report: &Report, findings: impl Iterator<Item = &'f Finding>) -> Vec<Rule> {
    let mut rules: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in findings {
        rules.entry(&finding.rule).or_insert(finding);
    }
    rules.into_iter().map(|(id, finding)| one(id, finding, report.rules.get(id))).collect()
}

fn one(id: &str, finding: &Finding, documented: Option<&RuleReport>) -> Rule {
    let title = documented.map_or(id, |rule| rule.title.as_str());
    let help = documented.map_or(title, |rule| rule.help.as_str());
    let references: &[String] = documented.map_or(&[], |rule| rule.references.as_slice());
    let severity = documented.map_or(finding.severity, |rule| rule.severity);
    let mut markdown = escape(help);
    for reference in references {
        markdown.push_str("\n\n- ");
        markdown.push_str(&escape(reference));
    }
    Rule {
        id: id.to_owned(),
        short_description: title.into(),
        full_description: help.into(),
        help: Help {
            text: [help, &references.join("\n")].join("\n").trim_end().to_owned(),
            markdown,
        },
        help_uri: references.iter().find(|text| is_link(text)).cloned(),
        default_configuration: Configuration {
            level: match severity {
                Severity::Critical | Severity::High => "error",
                Severity::Medium => "warning",
                Severity::Low => "note",
            },
        },
        properties: properties(id, finding.gate, severity),
    }
}

/// GitHub sorts by `security-severity`, where a rule is tagged as one of security.
fn properties(id: &str, gate: GateName, severity: Severity) -> BTreeMap<&'static str, Value> {
    let security = match gate {
        GateName::Protect | GateName::Comply | GateName::Ingest => true,
        GateName::Cost | GateName::Config => false,
    };
    let mut tags = vec!["terraform", gate.as_str(), severity.as_str()];
    // The provider and the service of `aws/rds/storage-encrypted`.
    let mut parts: Vec<&str> = id.split('/').collect();
    parts.pop();
    tags.extend(parts.into_iter().filter(|part| *part != gate.as_str()));
    tags.truncate(MOST_TAGS - 1);
    let mut properties = BTreeMap::new();
    if security {
        tags.push("security");
        // In the middle of what GitHub calls so: critical from 9.0, high from 7.0, medium
        // from 4.0.
        let score = match severity {
            Severity::Critical => "9.5",
            Severity::High => "8.0",
            Severity::Medium => "5.5",
            Severity::Low => "2.0",
        };
        properties.insert("security-severity", json!(score));
    }
    properties.insert("tags", json!(tags));
    properties
}

/// A link that is nothing but one.
fn is_link(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
}

/// Text as Markdown that shows it as it is, code spans kept.
fn escape(text: &str) -> String {
    let whole = text.matches('`').count().is_multiple_of(2);
    let mut out = String::with_capacity(text.len() + 16);
    let mut code = false;
    for c in text.chars() {
        match c {
            '`' if whole => code = !code,
            '\n' => code = false,
            _ => {}
        }
        let special = if whole { "\\<>[]!*_#|~&" } else { "\\<>[]!*_#|~&`" };
        if !code && special.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, is_link};

    #[test]
    fn only_code_spans_are_markdown() {
        assert_eq!(escape("set `a_b[0]` to *x* [y](z)"), "set `a_b[0]` to \\*x\\* \\[y\\](z)");
        assert_eq!(escape("a ` <img>"), "a \\` \\<img\\>");
    }

    #[test]
    fn links_are_links() {
        assert!(is_link("https://docs.aws.amazon.com/a?b#c"));
        assert!(!is_link("https://example.com/ or else"));
        assert!(!is_link("http://example.com") && !is_link("https://"));
    }
}
