//! What was found, counted by what it means.

use std::fmt::Write as _;

use super::phrases::{grouped, plural};
use crate::finding::{Finding, Level, Outcome};

/// What stands, by what it means; each finding counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) errors: usize,
    pub(super) approvals: usize,
    pub(super) warnings: usize,
    /// Undecided, and not in the way.
    pub(super) open: usize,
    /// About what the plan does not touch.
    pub(super) background: usize,
    /// Waived, allowed or approved.
    pub(super) lifted: usize,
}

impl Tally {
    pub(super) fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            let count = if !finding.stands() {
                &mut tally.lifted
            } else if finding.outcome == Outcome::Error {
                &mut tally.errors
            } else if finding.is_open() {
                &mut tally.open
            } else if finding.is_background() {
                &mut tally.background
            } else {
                match finding.level {
                    Level::Mandatory => &mut tally.errors,
                    Level::MandatoryOverridable => &mut tally.approvals,
                    Level::Advisory => &mut tally.warnings,
                }
            };
            *count += 1;
        }
        tally
    }

    /// What is in the way of the apply.
    pub(super) fn blocking(self) -> usize {
        self.errors + self.approvals
    }

    /// "2 errors, 1 approval, 3 warnings, 1 unknown"; nothing where there is nothing.
    pub(super) fn words(self) -> String {
        let parts =
            [(self.errors, "error"), (self.approvals, "approval"), (self.warnings, "warning")];
        let mut parts: Vec<String> =
            parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| plural(n, word)).collect();
        if self.open > 0 {
            parts.push(format!("{} unknown", grouped(self.open)));
        }
        parts.join(", ")
    }

    /// ", 8 findings on what it does not touch, 1 waived"; nothing where there is nothing.
    pub(super) fn aside(self) -> String {
        let mut words = String::new();
        if self.background > 0 {
            let background = plural(self.background, "finding");
            let _ = write!(words, ", {background} on what it does not touch");
        }
        if self.lifted > 0 {
            let _ = write!(words, ", {} waived", grouped(self.lifted));
        }
        words
    }
}
