//! A report as labels of a pull request.

use crate::finding::Verdict;
use crate::report::Report;

/// Labels that hold, and those of ours that do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    pub(super) set: Vec<String>,
    pub(super) unset: Vec<String>,
}

impl Labels {
    /// The labels of a report, each beginning with `prefix` and a colon. Labels that begin
    /// otherwise are never touched.
    #[must_use]
    pub fn of(report: &Report, prefix: &str) -> Self {
        let read = !report.plans.is_empty() && report.plans.iter().all(|plan| plan.error.is_none());
        let mut plans = report.plans.iter();
        let destroys = plans.any(|plan| plan.summary.delete + plan.summary.replace > 0);
        let holds = [
            ("denied", Some(report.verdict == Verdict::Denied)),
            ("approval-needed", Some(report.verdict == Verdict::ApprovalNeeded)),
            ("undecided", Some(report.verdict == Verdict::Undecided)),
            // Of a plan that could not be read, nobody knows: then the label stays as it is.
            ("destroys", if read || destroys { Some(destroys) } else { None }),
        ];
        let named = |wanted: bool| {
            let some = holds.iter().filter(|(_, holds)| *holds == Some(wanted));
            some.map(|(name, _)| format!("{prefix}:{name}")).collect()
        };
        Self { set: named(true), unset: named(false) }
    }
}
