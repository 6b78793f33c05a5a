//! What is said once and folded: what is known after apply, what somebody has accepted, and
//! what is wrong with what the plan does not touch.

use std::collections::BTreeMap;

use super::document::{Item, Kind, List};
use super::escape::{cell, prose, short_code};
use super::group::{ADDRESS, Told, names};
use super::{END, folded};
use crate::finding::Finding;
use crate::report::phrases::plural;
use crate::report::{Report, WaiverReport};

/// Rules that are named in one row; the rest is counted.
const RULES: usize = 3;

/// Longest sentence, in bytes.
const SENTENCE: usize = 300;

pub(super) fn lists(report: &Report, told: &Told<'_>) -> Vec<List> {
    let lists = [unknown(&told.open), lifted(report, &told.lifted), untouched(&told.untouched)];
    lists.into_iter().flatten().collect()
}

/// What could not be decided, by resource and reason: one unknown value often leaves many
/// rules open.
fn unknown(findings: &[&Finding]) -> Option<List> {
    let mut open: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    let mut places = BTreeMap::new();
    for finding in findings {
        let subject = finding.address.as_deref().unwrap_or("the plan");
        let cause = finding.cause.as_deref().unwrap_or(&finding.message);
        let place = *places.entry((subject, cause)).or_insert(open.len());
        if place == open.len() {
            open.push((subject, cause, Vec::new()));
        }
        open[place].2.push(&finding.rule);
    }
    let row = |(subject, cause, rules): &(&str, &str, Vec<&str>)| {
        let mut named: Vec<String> =
            rules.iter().take(RULES).map(|rule| short_code(rule, 120)).collect();
        if rules.len() > RULES {
            named.push(format!("{} more", rules.len() - RULES));
        }
        let subject = cell(&short_code(subject, ADDRESS));
        let (cause, rules_) = (cell(&prose(cause, SENTENCE)), cell(&named.join(", ")));
        Item::new(format!("| {subject} | {cause} | {rules_} |\n"), rules.len())
    };
    let items: Vec<Item> = open.iter().map(row).collect();
    let open = format!(
        "{}| Resource | Why | Leaves open |\n|:--|:--|:--|\n",
        folded(&format!("{} unknown until apply", findings.len()))
    );
    (!items.is_empty()).then_some(List {
        kind: Kind::Unknown,
        open,
        items,
        close: END,
        noun: "finding",
    })
}

/// What somebody has accepted, by whom it was and until when.
fn lifted(report: &Report, findings: &[&Finding]) -> Option<List> {
    let mut by: Vec<(&str, &str, Vec<&Finding>)> = Vec::new();
    let mut places = BTreeMap::new();
    for &finding in findings {
        let who = finding.waived_by.as_deref().or(finding.approved_by.as_deref()).unwrap_or("");
        let place = *places.entry((&*finding.rule, who)).or_insert(by.len());
        if place == by.len() {
            by.push((&finding.rule, who, Vec::new()));
        }
        by[place].2.push(finding);
    }
    let row = |(rule, who, findings): &(&str, &str, Vec<&Finding>)| {
        let addresses: Vec<&str> =
            findings.iter().filter_map(|finding| finding.address.as_deref()).collect();
        let subjects = match addresses.as_slice() {
            [] => "the plan".to_owned(),
            [_] => names(&addresses),
            several => format!("{}: {}", several.len(), names(several)),
        };
        let waiver = report.waivers.iter().find(|waiver| waiver.origin == *who);
        let (rule, subjects) = (cell(&short_code(rule, 120)), cell(&subjects));
        let why = cell(&waiver.map(reason).unwrap_or_default());
        let by = cell(&short_code(who, 160));
        Item::new(format!("| {rule} | {subjects} | {by} | {why} |\n"), findings.len())
    };
    let items: Vec<Item> = by.iter().map(row).collect();
    let open = format!(
        "{}| Rule | Resource | By | Why |\n|:--|:--|:--|:--|\n",
        folded(&format!("{} waived or allowed", findings.len()))
    );
    (!items.is_empty()).then_some(List {
        kind: Kind::Lifted,
        open,
        items,
        close: END,
        noun: "finding",
    })
}

fn reason(waiver: &WaiverReport) -> String {
    let (reason, owner) = (prose(&waiver.reason, SENTENCE), prose(&waiver.owner, 80));
    format!("{reason}, {owner}, until {}", prose(&waiver.expires, 20))
}

/// What is wrong with what the plan does not touch: by rule, since there is nothing to do
/// about it in this change.
fn untouched(findings: &[&Finding]) -> Option<List> {
    let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut places = BTreeMap::new();
    for finding in findings {
        let place = *places.entry(&*finding.rule).or_insert(rules.len());
        if place == rules.len() {
            rules.push((&finding.rule, Vec::new()));
        }
        rules[place].1.push(finding.address.as_deref().unwrap_or("the plan"));
    }
    let row = |(rule, addresses): &(&str, Vec<&str>)| {
        let subjects = match addresses.as_slice() {
            [_] => names(addresses),
            several => format!("{}: {}", several.len(), names(several)),
        };
        let text = format!("| {} | {} |\n", cell(&short_code(rule, 120)), cell(&subjects));
        Item::new(text, addresses.len())
    };
    let items: Vec<Item> = rules.iter().map(row).collect();
    let count = plural(findings.len(), "finding");
    let open = format!(
        "{}| Rule | Resources |\n|:--|:--|\n",
        folded(&format!("{count} on what the plan does not touch"))
    );
    (!items.is_empty()).then_some(List {
        kind: Kind::Untouched,
        open,
        items,
        close: END,
        noun: "finding",
    })
}

/// Flags that lifted nothing: misspelt, or not needed any more.
pub(super) fn unused(report: &Report) -> Option<List> {
    let unused = report.overrides.iter().filter(|one| one.lifted == 0);
    let row = |one: &crate::report::OverrideReport| {
        let target = match (&one.rule, &one.pattern) {
            (Some(rule), Some(pattern)) => format!("{rule}@{pattern}"),
            (Some(text), None) | (None, Some(text)) => text.clone(),
            (None, None) => String::new(),
        };
        let flag = short_code(&format!("{} {target}", one.flag), ADDRESS);
        Item::new(format!("- {flag} lifted nothing\n"), 1)
    };
    let items: Vec<Item> = unused.map(row).collect();
    let open = folded(&format!("{} without effect", plural(items.len(), "flag")));
    (!items.is_empty()).then_some(List {
        kind: Kind::Lifted,
        open,
        items,
        close: END,
        noun: "flag",
    })
}
