//! How long a job's summary may still become.

use crate::report::markdown::Budget;

/// What GitHub takes for one step: 1 MiB.
const MOST: u64 = 1 << 20;

/// Left free for what surrounds the text.
const MARGIN: u64 = 1024;

/// The budget of what is added to a summary of `length` bytes. None where nothing of use fits:
/// GitHub drops the whole summary of a step that is too long.
#[must_use]
pub fn summary_budget(length: u64) -> Option<Budget> {
    let left = MOST.checked_sub(length)?.checked_sub(MARGIN)?;
    let left = usize::try_from(left).ok()?.min(Budget::GITHUB_SUMMARY.bytes());
    Budget::of_bytes(left)
}

#[cfg(test)]
mod tests {
    use super::{Budget, summary_budget};

    #[test]
    fn what_is_there_already_counts() {
        let bytes = |length| summary_budget(length).map(Budget::bytes);
        assert_eq!(bytes(0), Some(1_000_000));
        assert_eq!(bytes(1_000_000), Some(1_048_576 - 1_000_000 - 1024));
        assert_eq!(bytes(1_048_000), None);
        assert_eq!(bytes(u64::MAX), None);
    }
}
