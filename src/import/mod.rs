//! Imports what already exists, instead of creating it twice.
//!
//! [`recipes`] says which id each type is imported by, and which type an ARN belongs to;
//! [`failures`] reads from the log of a failed apply what it found to exist already;
//! [`silent`] knows which creates would not even fail.

pub mod failures;
pub mod recipes;
pub mod silent;
