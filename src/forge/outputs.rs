//! The outputs of a GitHub job, for the steps and jobs after it.
//!
//! Written to the file that `GITHUB_OUTPUT` names. Every value stands between delimiters that
//! nobody can guess, so whatever it holds, it cannot become another output:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings>

use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};

use rust_decimal::Decimal;

use crate::finding::{Level, Outcome, Verdict};
use crate::plan::sha256;
use crate::report::{CostReport, Report};

/// The outputs, in the order of the documentation.
///
/// They are made for conditions. So where a plan could not be read, `changes` and
/// `has_destroy` are `true`, and counts are empty: no job is skipped, and no approval left
/// out, for want of knowledge.
#[must_use]
pub fn outputs(report: &Report) -> Vec<(&'static str, String)> {
    let known = !report.plans.is_empty() && report.plans.iter().all(|plan| plan.error.is_none());
    let sum = |count: &dyn Fn(&crate::plan::Summary) -> u64| -> u64 {
        report.plans.iter().map(|plan| count(&plan.summary)).sum()
    };
    let add = sum(&|all| all.create + all.replace);
    let change = sum(&|all| all.update);
    let destroy = sum(&|all| all.delete + all.replace);
    let replace = sum(&|all| all.replace);
    let (import, moved) = (sum(&|all| all.import), sum(&|all| all.moved));
    let (forget, other) = (sum(&|all| all.forget), sum(&|all| all.other));
    let any = [add, change, destroy, import, moved, forget, other].iter().any(|count| *count > 0);
    let count = |count: u64| if known { count.to_string() } else { String::new() };
    let standing = |holds: &dyn Fn(&crate::finding::Finding) -> bool| {
        report.findings.iter().filter(|one| one.stands() && holds(one)).count().to_string()
    };
    let waived = report.findings.iter().filter(|one| !one.stands()).count();
    vec![
        ("verdict", verdict(report.verdict).to_owned()),
        ("changes", (any || !known).to_string()),
        ("to_add", count(add)),
        ("to_change", count(change)),
        ("to_destroy", count(destroy)),
        ("to_replace", count(replace)),
        ("to_import", count(import)),
        ("to_move", count(moved)),
        ("to_forget", count(forget)),
        ("has_destroy", (destroy > 0 || !known).to_string()),
        ("denied", standing(&|one| one.level == Level::Mandatory || one.outcome == Outcome::Error)),
        (
            "warnings",
            standing(&|one| one.level == Level::Advisory && one.outcome != Outcome::Error),
        ),
        ("waived", waived.to_string()),
        ("monthly_cost", money(report, known, |cost| Some(&cost.after))),
        ("monthly_delta", money(report, known, |cost| cost.delta.as_deref())),
        ("plan_fingerprint", fingerprint(report)),
        ("failure_reason", reason(report.verdict).to_owned()),
    ]
}

/// The outputs as GitHub reads them.
#[must_use]
pub fn write_outputs(outputs: &[(&'static str, String)]) -> String {
    let mut text = String::new();
    for (name, value) in outputs {
        let delimiter = delimiter(value);
        let _ = write!(text, "{name}<<{delimiter}\n{value}\n{delimiter}\n");
    }
    text
}

/// A line that is not in `value`: made anew from the randomness that std seeds its maps with.
fn delimiter(value: &str) -> String {
    loop {
        let half = || RandomState::new().hash_one(value);
        let delimiter = format!("tfgate_{:016x}{:016x}", half(), half());
        if !value.contains(&delimiter) {
            return delimiter;
        }
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::Denied => "denied",
        Verdict::ApprovalNeeded => "approval_needed",
        Verdict::Undecided => "undecided",
    }
}

fn reason(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "",
        Verdict::Denied => "policy-denied",
        Verdict::ApprovalNeeded => "needs-approval",
        Verdict::Undecided => "error",
    }
}

/// The sum over all plans; nothing where one has no estimate, or in another currency.
fn money(report: &Report, known: bool, amount: fn(&CostReport) -> Option<&str>) -> String {
    let mut sum = Decimal::ZERO;
    let mut currency = None;
    for plan in &report.plans {
        let Some(cost) = &plan.cost else { return String::new() };
        if *currency.get_or_insert(&cost.currency) != &cost.currency {
            return String::new();
        }
        let one = amount(cost).and_then(|amount| amount.parse::<Decimal>().ok());
        match one.and_then(|one| sum.checked_add(one)) {
            Some(next) => sum = next,
            None => return String::new(),
        }
    }
    if known { sum.to_string() } else { String::new() }
}

/// The fingerprint of the plan, or a digest of those of all plans.
fn fingerprint(report: &Report) -> String {
    let all: Option<Vec<&str>> =
        report.plans.iter().map(|plan| plan.fingerprint.as_deref()).collect();
    match all.as_deref() {
        None | Some([]) => String::new(),
        Some([one]) => (*one).to_owned(),
        Some(several) => sha256(several.join("\n").as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::write_outputs;

    #[test]
    fn a_value_cannot_become_another_output() {
        let value = "a\ntfgate_0\nverdict=passed\nverdict<<x\npassed\nx".to_owned();
        let text = write_outputs(&[("warnings", value.clone())]);
        let (first, rest) = text.split_once('\n').unwrap();
        let delimiter = first.strip_prefix("warnings<<").unwrap();
        assert_eq!(rest, format!("{value}\n{delimiter}\n"));
        assert_ne!(text, write_outputs(&[("warnings", value)]), "it can be guessed");
    }
}
