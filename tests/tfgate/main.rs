//! All integration tests, in one binary: it links once.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that panics has failed and says where; what was skipped or counted is printed"
)]

mod cli;
mod documents;
mod stories;
