//! What holds for every input, not for chosen ones: no panic, no leak, no dependence on
//! order or threads, nothing that gets worse by an exception.
//!
//! The table says how many inputs each property is tried on in an ordinary run;
//! `PROPTEST_CASES` overrides it for a long one.

mod addresses;
mod exceptions;
mod generate;
mod mutations;
mod numbers;
mod order;
mod secrets;

use proptest::test_runner::Config;

/// Name of each property, and its number of cases.
const CASES: &[(&str, u32)] = &[
    ("bytes changed", 300),
    ("structure changed", 400),
    ("generated plans judged", 200),
    ("order of changes and threads, stories", 60),
    ("order of changes and threads, generated", 200),
    ("exceptions, stories", 120),
    ("exceptions, generated", 200),
    ("secrets, marked", 400),
    ("secrets, versions without marks", 150),
    ("secrets, damaged plans", 300),
    ("secrets, plan show", 12),
    ("addresses, print and parse", 1000),
    ("addresses, any text", 1000),
    ("patterns", 4000),
    ("numbers", 4000),
];

/// The configuration of a property: its cases, and no files of failures in the sources.
fn cases(name: &str) -> Config {
    let (_, cases) = CASES.iter().find(|(known, _)| *known == name).expect("listed above");
    let cases =
        if std::env::var_os("PROPTEST_CASES").is_some() { Config::default().cases } else { *cases };
    Config { cases, failure_persistence: None, ..Config::default() }
}

#[test]
fn properties_in_numbers() {
    let total: u32 = CASES.iter().map(|(name, _)| cases(name).cases).sum();
    say!("properties: {} properties, {total} cases", CASES.len());
    say!("stories: {} plans", crate::support::stories().len());
}
