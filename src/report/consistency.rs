//! Whether a report that was read agrees with itself.
//!
//! What people and later jobs act on (verdict, exit code, counts) is computed again from the
//! findings. A report can still have been made up as a whole: only the job that judges the
//! plan can be believed. This keeps a report from saying two things at once.

use std::collections::BTreeSet;

use super::{PlanReport, Report};
use crate::finding::{Finding, Outcome, Verdict};

/// What does not agree, in words.
pub(super) fn check(report: &Report) -> Result<(), String> {
    if report.tool.name != "tfgate" {
        return Err(format!("it was written by `{}`, not by tfgate", report.tool.name));
    }
    let mut names = BTreeSet::new();
    let mut verdict = Verdict::of(&report.findings);
    for plan in &report.plans {
        if plan.name.is_empty() || !names.insert(plan.name.as_str()) {
            return Err(format!("two plans are called `{}`, or one has no name", plan.name));
        }
        let findings: Vec<&Finding> = report.findings_of(&plan.name).collect();
        let expected = match plan.error {
            Some(_) => Verdict::Undecided,
            None => Verdict::of(findings.iter().copied()),
        };
        same_verdict(&format!("plan `{}`", plan.name), plan.verdict, expected)?;
        counts(plan, &findings)?;
        verdict = verdict.worse(expected);
    }
    let stray = |finding: &&Finding| !finding.plan.is_empty() && !names.contains(&*finding.plan);
    if let Some(finding) = report.findings.iter().find(stray) {
        return Err(format!("a finding is about the plan `{}`, which is not there", finding.plan));
    }
    // Nothing judged is never a pass.
    if report.plans.is_empty() && report.error.is_none() {
        return Err("no plan was judged, and no error says why".to_owned());
    }
    if report.error.is_some() {
        verdict = Verdict::Undecided;
    }
    same_verdict("the report", report.verdict, verdict)?;
    if report.exit_code != verdict.exit_code() {
        return Err(format!(
            "`exit_code` is {}, and `{}` goes with {}",
            report.exit_code,
            word(verdict),
            verdict.exit_code()
        ));
    }
    Ok(())
}

fn same_verdict(what: &str, stated: Verdict, expected: Verdict) -> Result<(), String> {
    if stated == expected {
        return Ok(());
    }
    Err(format!("{what} says `{}`, and its findings add up to `{}`", word(stated), word(expected)))
}

/// The word for a verdict in the report.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::ApprovalNeeded => "approval_needed",
        Verdict::Denied => "denied",
        Verdict::Undecided => "undecided",
    }
}

/// The counts of the gates. Those of a plan that broke off are as far as it got.
fn counts(plan: &PlanReport, findings: &[&Finding]) -> Result<(), String> {
    if plan.error.is_some() {
        return Ok(());
    }
    for gate in &plan.gates {
        let of_gate = || findings.iter().filter(|finding| finding.gate == gate.gate);
        let standing = |outcome: Outcome| {
            of_gate().filter(|finding| finding.stands() && finding.outcome == outcome).count()
        };
        let waived = of_gate().filter(|finding| !finding.stands()).count();
        let expected = (standing(Outcome::Fail), standing(Outcome::Unknown), waived);
        if (gate.failed, gate.unknown, gate.waived) != expected {
            let name = gate.gate.as_str();
            return Err(format!(
                "the counts of the gate `{name}` in plan `{}` are not those of its findings",
                plan.name
            ));
        }
    }
    Ok(())
}
