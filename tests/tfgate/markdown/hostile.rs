//! Any text at all in any place of a report: it is shown, and does nothing.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::Config;
use serde_json::Value;
use tfgate::finding::Finding;
use tfgate::plan::text::visible;
use tfgate::report::Report;
use tfgate::report::markdown::{Budget, Options, render};

use super::{judged, markup, together};

/// Pieces that mean something to one of the readers on the way to a person.
const PIECES: &[&str] = &[
    "`",
    "``",
    "```",
    "~~~",
    "|",
    "\\|",
    "\\",
    "\n",
    "\r\n\r\n",
    "\t",
    " ",
    "  ",
    "x",
    "é",
    "東",
    "<img src=x onerror=alert(1)>",
    "</details>",
    "<summary>",
    "</summary>",
    "<!--",
    "-->",
    "--!>",
    "<https://e.example>",
    "<a@e.example>",
    "@team",
    "@org/team",
    "#12",
    "GH-12",
    "org/repo#1",
    "[x](https://e.example)",
    "![x](https://e.example)",
    "[x]: https://e.example",
    "[^1]",
    "[[x]]",
    "https://e.example",
    "http://",
    "www.e.example",
    "mailto:a@e.example",
    "a@e.example",
    ":tada:",
    "# PASSED",
    "## x",
    "===",
    "---",
    "***",
    "> x",
    "- x",
    "- [ ] x",
    "+ x",
    "1. x",
    "1) x",
    "    x",
    "**b**",
    "__b__",
    "*e*",
    "_e_",
    "~~s~~",
    "$x$",
    "$`x`$",
    "$$",
    "&lt;",
    "&#60;",
    "&",
    "/approve",
    "!12",
    "%12",
    "&12",
    "::error::x",
    "| a | b |",
    "|--|--|",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ".",
    ",",
    "!",
    "?",
    "=",
    "+",
    "-",
    "\u{202e}",
    "\u{200b}",
    "\u{1b}[31m",
    "\0",
    "\u{e0041}",
    "\u{fe0f}",
    "0123456789abcdef0123456789abcdef01234567",
    "aws_s3_bucket.x[\"",
    "\"]",
    "null",
    "(known after apply)",
    "tfgate waive ",
    "--allow-destroy ",
    "```sh\n",
    "\n```\n",
    "\n\n# PASSED\n",
];

/// Words of the contract, not text.
const WORDS: &[&str] = &["verdict", "gate", "severity", "level", "outcome", "state"];

fn hostile() -> impl Strategy<Value = String> {
    let short = vec(select(PIECES), 0..8).prop_map(|pieces| pieces.concat());
    let giant = (select(PIECES), 200..3000_usize).prop_map(|(piece, times)| piece.repeat(times));
    prop_oneof![12 => short, 3 => any::<String>(), 1 => giant]
}

/// Every place of `value` that holds text.
fn places(value: &mut Value) -> Vec<&mut String> {
    fn walk<'v>(value: &'v mut Value, key: &str, found: &mut Vec<&'v mut String>) {
        match value {
            Value::String(text) if !WORDS.contains(&key) => found.push(text),
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, key, found)),
            Value::Object(object) => {
                object.iter_mut().for_each(|(key, item)| walk(item, key, found));
            }
            Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

fn with_hostile_text(report: &Report, changes: &[(Index, String)], everywhere: bool) -> Report {
    let mut value = serde_json::to_value(report).unwrap();
    let mut places = places(&mut value);
    if everywhere {
        for (at, place) in places.iter_mut().enumerate() {
            (*place).clone_from(&changes[at % changes.len()].1);
        }
    } else {
        for (at, text) in changes {
            let at = at.index(places.len());
            places[at].clone_from(text);
        }
    }
    serde_json::from_value(value).unwrap()
}

/// `PROPTEST_CASES` overrides the number of an ordinary run.
fn cases(ordinary: u32) -> u32 {
    if std::env::var_os("PROPTEST_CASES").is_some() { Config::default().cases } else { ordinary }
}

fn reports() -> Vec<Report> {
    let several = ["replace-database", "prevent-destroy", "count-shift", "no-changes"];
    vec![
        judged("replace-database"),
        judged("destroy-stack"),
        judged("prevent-destroy"),
        together(&several),
    ]
}

#[test]
fn nothing_becomes_markup_and_the_budget_holds() {
    let reports = reports();
    let change = (any::<Index>(), hostile());
    let changes = vec(change, 1..60);
    let budget = prop_oneof![Just(Budget::MINIMUM), Budget::MINIMUM..70_000];
    let config = Config { cases: cases(200), failure_persistence: None, ..Config::default() };
    let links = vec(proptest::option::of(hostile()), 4);
    proptest!(config, |(
        which in any::<Index>(), changes in &changes, everywhere in any::<bool>(),
        budget in &budget, mut links in &links,
    )| {
        let report = with_hostile_text(&reports[which.index(reports.len())], &changes, everywhere);
        let mut link = || links.pop().flatten();
        let (key, commit, run, rules) = (link(), link(), link(), link());
        let budget = Budget::of_bytes(budget).unwrap();
        // Links are checked where flags are read, and here again.
        let options = Options { budget, key, commit, run, rules };
        let text = render(&report, &options);
        prop_assert!(text.len() <= budget.bytes(), "{} bytes of {budget}", text.len());
        let mut allowed: Vec<&str> = Vec::new();
        allowed.extend(options.run.as_deref());
        allowed.extend(options.rules.as_deref());
        allowed.retain(|url| url.starts_with("http"));
        markup::check(&text, &allowed);
    });
}

/// Escaping loses nothing: the address of a finding can be read off the comment.
#[test]
fn an_address_is_shown_as_it_is() {
    let mut report = judged("replace-database");
    report.findings.retain(Finding::blocks);
    report.findings.truncate(1);
    let config = Config { cases: cases(300), failure_persistence: None, ..Config::default() };
    proptest!(config, |(address in hostile())| {
        let shown = visible(&address);
        // What parsers do not agree on is written out: a backslash before a pipe, and runs
        // of more than eight backticks.
        prop_assume!(!shown.is_empty() && shown.len() <= 240 && !shown.contains("\\|"));
        prop_assume!(!shown.contains("`````````"));
        let mut report = report.clone();
        report.findings[0].address = Some(address.clone());
        let code = markup::check(&render(&report, &Options::default()), &[]);
        prop_assert!(code.iter().any(|code| *code == shown), "{shown:?} is not in {code:?}");
    });
}
