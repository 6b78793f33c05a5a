//! All integration tests, as one binary: it links once. One module a topic.
//!
//! Every module says at its head what it proves. Tests over `../shared/plans` skip with a
//! message where that folder is absent; everything else needs nothing but this repository.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test run says what it covered, and what it skipped")]

mod architecture;
mod cli;
mod corpus;
mod documents;
mod lab;
mod properties;
mod refusals;
mod stories;
mod support;
