//! `tfgate explain`

use std::fmt::Write as _;

use super::args::Explain;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::exit;
use crate::finding::Rule;
use crate::judge;
use crate::report::text::wrap;

/// Prints one rule, or the list of all.
pub fn run(args: &Explain, terminal: &Terminal) -> Result<u8, Failure> {
    let text = match &args.rule {
        Some(id) => explain(find(id)?, terminal.look.width),
        None => list(),
    };
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}

/// The rule with that id, or a failure with the nearest one.
pub fn find(id: &str) -> Result<&'static Rule, Failure> {
    judge::rules().find(|rule| rule.id == id).ok_or_else(|| {
        let near = judge::rules()
            .map(|rule| (strsim::jaro_winkler(rule.id, id), rule.id))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, id)| format!("did you mean `{id}`? "))
            .unwrap_or_default();
        let id = crate::plan::text::visible(id);
        Failure::usage(
            format!("there is no rule `{id}`"),
            format!("{near}`tfgate explain` lists all"),
        )
    })
}

fn explain(rule: &Rule, width: usize) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} ({})\n\n{}\n", rule.id, rule.severity, rule.title);
    for (label, text) in [("why", rule.why), ("fix", rule.fix)] {
        for (n, line) in wrap(text, width.saturating_sub(7)).iter().enumerate() {
            let _ = writeln!(out, "  {:<5}{line}", if n == 0 { label } else { "" });
        }
        out.push('\n');
    }
    for reference in rule.references {
        let _ = writeln!(out, "  see  {reference}");
    }
    let _ = writeln!(out, "  tfgate waive {} <address>", rule.id);
    out
}

fn list() -> String {
    let mut out = String::new();
    for rule in judge::rules() {
        let _ = writeln!(out, "{:<30}{:<10}{}", rule.id, rule.severity.as_str(), rule.title);
    }
    out
}
