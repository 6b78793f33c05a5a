//! All integration tests, as one binary: it links once. One module a topic.
//!
//! Every module says at its head what it proves. Tests over `../shared/plans` skip with a
//! message where that folder is absent; everything else needs nothing but this repository.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]
#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::cast_possible_truncation,
    reason = "tests pick what they made themselves"
)]

/// Says what was covered or skipped, also when the test passes: the harness holds back what
/// goes through `println!`.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod architecture;
mod base;
mod browser;
mod checks;
mod cli;
mod corpus;
mod cost;
mod documents;
mod fleet;
mod forge;
mod formats;
mod html;
mod infracost;
mod ingest;
mod lab;
mod lab_apply;
mod lab_apply_aws;
mod lab_aws;
mod lab_harness;
mod lab_import;
mod lab_import_aws;
mod lab_import_classic;
mod lab_import_halfway;
mod manual;
mod markdown;
mod policies;
mod prices;
mod project;
mod properties;
mod redact;
mod refusals;
mod reports;
mod stories;
mod support;
mod workflows;
mod yaml;
