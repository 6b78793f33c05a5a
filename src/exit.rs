//! Exit codes. They mean the same for every command and output format.

/// Passed; advisory findings allowed.
pub const PASSED: u8 = 0;
/// Denied: a mandatory finding that nothing lifts.
pub const DENIED: u8 = 1;
/// Could not judge or could not carry out: usage, unreadable input, errored plan, bad
/// configuration or policy, Terraform failed.
pub const UNDECIDED: u8 = 2;
/// Only overridable findings stand in the way.
pub const APPROVAL_NEEDED: u8 = 3;
/// The plan is not the one that was judged or approved.
pub const OTHER_PLAN: u8 = 4;
/// Imports were left unresolved.
pub const UNRESOLVED_IMPORTS: u8 = 5;
