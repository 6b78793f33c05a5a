//! What the configuration can say to the protect gate.

use std::time::Duration;

use crate::plan::Pattern;

/// The `protect` block of an environment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Addresses that must not be destroyed, replaced, forgotten or moved away.
    pub protected: Vec<Protected>,
    /// How many objects one plan may destroy.
    pub max_destroy: Option<MaxDestroy>,
    /// How old a plan may be when it is judged.
    pub max_plan_age: Option<Duration>,
}

/// A protected address pattern and where it was written, for the message.
#[derive(Clone, Debug, PartialEq)]
pub struct Protected {
    /// What is protected.
    pub pattern: Pattern,
    /// Where that is said, e.g. `.tfgate.hcl:4`.
    pub origin: String,
}

/// A limit on destroyed objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxDestroy {
    /// At most so many.
    Count(u64),
    /// At most so many hundredths of a percent of the managed instances that existed
    /// before: `12.5 %` is 1250.
    Share(u32),
}
