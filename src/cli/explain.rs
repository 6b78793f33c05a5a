//! `tfgate explain`

use std::fmt::Write as _;

use super::args::Explain;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::exit;
use crate::finding::RuleText;
use crate::judge;
use crate::policy::{EMBEDDED, rule_text};
use crate::report::text::wrap;

/// Prints one rule, or the list of all.
pub fn run(args: &Explain, terminal: &Terminal) -> Result<u8, Failure> {
    let text = match &args.rule {
        Some(id) => {
            let (id, rule) = find(id)?;
            explain(id, &rule, terminal.look.width)
        }
        None => list(),
    };
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}

/// All rules and policies that come with tfgate.
fn all() -> impl Iterator<Item = (&'static str, RuleText)> {
    let rules = judge::rules().map(|rule| (rule.id, RuleText::from(rule)));
    rules.chain(EMBEDDED.iter().map(|policy| (policy.id, rule_text(policy.id, &policy.header()))))
}

/// The rule with that id or alias, or a failure with the nearest one.
pub fn find(id: &str) -> Result<(&'static str, RuleText), Failure> {
    if let Some(found) = all().find(|(known, _)| *known == id) {
        return Ok(found);
    }
    let called = EMBEDDED
        .iter()
        .find(|policy| policy.header().aliases.iter().any(|alias| alias.eq_ignore_ascii_case(id)));
    if let Some(policy) = called {
        return Ok((policy.id, rule_text(policy.id, &policy.header())));
    }
    let near = judge::nearest_rule(id);
    let id = crate::plan::text::visible(id);
    Err(Failure::usage(
        format!("there is no rule `{id}`"),
        format!("did you mean `{near}`? `tfgate explain` lists all"),
    ))
}

fn explain(id: &str, rule: &RuleText, width: usize) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{id} ({})\n\n{}\n", rule.severity, rule.title);
    for (label, text) in [("why", &rule.why), ("fix", &rule.fix)] {
        for (n, line) in wrap(text, width.saturating_sub(7)).iter().enumerate() {
            let _ = writeln!(out, "  {:<5}{line}", if n == 0 { label } else { "" });
        }
        out.push('\n');
    }
    for reference in &rule.references {
        let _ = writeln!(out, "  see  {reference}");
    }
    let _ = writeln!(out, "  tfgate waive {id} <address>");
    out
}

fn list() -> String {
    let longest = all().map(|(id, _)| id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for (id, rule) in all() {
        let _ = writeln!(out, "{id:<longest$}  {:<10}{}", rule.severity.as_str(), rule.title);
    }
    out
}
