//! A report as the status of a commit.

use crate::finding::{Level, Outcome, Verdict};
use crate::report::Report;

/// Longest description, in characters: what GitHub takes.
const LONGEST: usize = 140;

/// What a forge makes of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Success,
    Failure,
    /// Somebody has to approve it.
    Waiting,
    /// Nothing could be judged.
    Error,
}

/// The status of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    pub(super) name: String,
    pub(super) state: State,
    pub(super) description: String,
}

impl Status {
    /// The status `name` of a commit with this report.
    #[must_use]
    pub fn of(report: &Report, name: &str) -> Self {
        let state = match report.verdict {
            Verdict::Passed => State::Success,
            Verdict::Denied => State::Failure,
            Verdict::ApprovalNeeded => State::Waiting,
            Verdict::Undecided => State::Error,
        };
        Self { name: name.to_owned(), state, description: description(report) }
    }
}

/// Counts only: names from a plan do not belong where nobody escapes them.
fn description(report: &Report) -> String {
    let standing = |level: Level| {
        let counted = |one: &&crate::finding::Finding| {
            one.stands() && !one.pre_existing && one.level == level && one.outcome != Outcome::Error
        };
        report.findings.iter().filter(counted).count()
    };
    let broken = report.findings.iter().filter(|one| one.outcome == Outcome::Error).count();
    let plans = report.plans.iter();
    let destroyed: u64 = plans.map(|plan| plan.summary.delete + plan.summary.replace).sum();
    let parts = [
        (broken, "not evaluated", "not evaluated"),
        (standing(Level::Mandatory), "error", "errors"),
        (standing(Level::MandatoryOverridable), "approval", "approvals"),
        (standing(Level::Advisory), "warning", "warnings"),
        (usize::try_from(destroyed).unwrap_or(usize::MAX), "destroyed", "destroyed"),
    ];
    let counts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, several)| format!("{count} {}", if count == 1 { one } else { several }))
        .collect();
    let verdict = match report.verdict {
        Verdict::Passed => "passed",
        Verdict::Denied => "denied",
        Verdict::ApprovalNeeded => "approval needed",
        Verdict::Undecided => "could not be judged",
    };
    let plans = match report.plans.len() {
        0 | 1 => String::new(),
        several => format!(" ({several} plans)"),
    };
    let text = if counts.is_empty() {
        format!("{verdict}{plans}")
    } else {
        format!("{verdict}{plans}: {}", counts.join(", "))
    };
    text.chars().take(LONGEST).collect()
}
