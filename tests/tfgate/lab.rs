//! What is said about each lab plan, one real plan a situation: a snapshot that a senior
//! engineer has read against the command that made the plan.

use std::fmt::Write as _;
use std::fs;

use tfgate::plan::Plan;
use tfgate::report::Report;

use crate::support::{json_files, shared_plans, strictly};

#[test]
fn every_lab_plan_is_judged_as_it_should_be() {
    let folder = match shared_plans() {
        Ok(folder) => folder.join("lab"),
        Err(reason) => return say!("SKIPPED lab: {reason}"),
    };
    let mut all = String::new();
    let files = json_files(&folder);
    for path in &files {
        let name = path.file_stem().unwrap().to_string_lossy();
        let plan = Plan::read(fs::read(path).unwrap()).ok().unwrap();
        let _ = write!(all, "{name}\n{}\n", compact(&strictly(&plan)));
    }
    say!("lab: {} plans", files.len());
    insta::assert_snapshot!("lab", all);
}

/// The verdict and one line a finding, all that decides and nothing that does not.
fn compact(report: &Report) -> String {
    let headline = report.verdict.headline();
    let mut text = format!("  {headline}\n");
    for finding in &report.findings {
        let level = format!("{:?}", finding.level).to_lowercase();
        let severity = format!("{:?}", finding.severity).to_lowercase();
        let address = finding.address.as_deref().unwrap_or("(the plan)");
        let deposed =
            finding.deposed.as_ref().map(|key| format!(" (deposed {key})")).unwrap_or_default();
        let _ = writeln!(
            text,
            "  {headline} | {} | {level} | {severity} | {address}{deposed} | {}",
            finding.rule, finding.message
        );
        if let Some(cause) = &finding.cause {
            let _ = writeln!(text, "      why: {cause}");
        }
        for one in &finding.evidence {
            let shown = |value: &Option<String>| value.clone().unwrap_or_default();
            let _ = writeln!(
                text,
                "      {}: {} → {}",
                one.path,
                shown(&one.before),
                shown(&one.after)
            );
        }
    }
    if let Some(error) = &report.error {
        let _ = writeln!(text, "  error {}: {}", error.code, error.message);
        for line in error.help.lines() {
            let _ = writeln!(text, "      {line}");
        }
    }
    text
}
