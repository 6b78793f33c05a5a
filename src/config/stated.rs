//! A setting together with the line that set it.
//!
//! `config show` and findings name that line, so it travels with the value from the parser
//! on. No line is invented later.

/// A value and where it is said, e.g. `.tfgate.hcl:4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What is said.
    pub value: T,
    /// Where.
    pub origin: String,
}

/// What the environment says, or else what is said for all of them.
pub(super) fn nearer<T: Clone>(near: Option<&T>, far: Option<&T>) -> Option<T> {
    near.or(far).cloned()
}
