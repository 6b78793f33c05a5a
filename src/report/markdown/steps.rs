//! What to do, with commands and HCL to paste.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::document::{Item, Kind, List};
use super::escape::{fenced, prose, short_code};
use super::group::{Group, Told, names};
use super::{END, folded, place};
use crate::finding::Finding;
use crate::report::phrases::plural;
use crate::report::step::Step;

/// Longest sentence, in bytes.
const SENTENCE: usize = 500;

/// Commands of one kind that are written out; the rest is counted.
const COMMANDS: usize = 8;

/// Longest text to paste, in bytes. A part of a command is worse than none.
const PASTED: usize = 1500;

/// What to do about what is in the way.
pub(super) fn blocking(told: &Told<'_>) -> Option<List> {
    let summary = "\n<details open><summary><b>What to do</b></summary>\n\n";
    list(&told.blocking, Kind::BlockingSteps, summary.to_owned())
}

/// What to do about warnings.
pub(super) fn warnings(told: &Told<'_>) -> Option<List> {
    list(&told.warnings, Kind::WarningSteps, folded("What to do about the warnings"))
}

fn list(groups: &[Group<'_>], kind: Kind, open: String) -> Option<List> {
    let groups = groups.iter().flat_map(alike);
    let items: Vec<Item> = groups.zip(1..).map(|(group, number)| item(&group, number)).collect();
    (!items.is_empty()).then_some(List { kind, open, items, close: END, noun: "finding" })
}

/// The findings of a group, apart by what there is to do: sentences that differ, or HCL for
/// one and a command for another. Findings with nothing to do are left out.
fn alike<'r>(group: &Group<'r>) -> Vec<Group<'r>> {
    let mut kinds: BTreeMap<Vec<Step<'r>>, Vec<&'r Finding>> = BTreeMap::new();
    let mut order = Vec::new();
    for &finding in group.findings.iter().filter(|finding| !finding.next.is_empty()) {
        let shape: Vec<Step<'r>> = finding.next.iter().map(|text| Step::of(text).kind()).collect();
        let findings = kinds.entry(shape.clone()).or_default();
        if findings.is_empty() {
            order.push(shape);
        }
        findings.push(finding);
    }
    let standing = group.standing;
    let of = |shape| kinds.remove(&shape).map(|findings| Group { standing, findings });
    order.into_iter().filter_map(of).collect()
}

fn item(group: &Group<'_>, number: usize) -> Item {
    let first = group.first();
    let marker = format!("{number}. ");
    let indent = marker.len();
    let place = place(first).filter(|_| group.findings.len() == 1);
    let place = place.map(|place| format!(" in {place}")).unwrap_or_default();
    let rule = short_code(&first.rule, 120);
    let (subject, named) = (group.subject(), group.named());
    let mut text = format!("{marker}**{subject}**{place}{named}; {rule}\n");
    let mut line = |label: &str, said: &str| {
        let _ = writeln!(text, "{:indent$}- {label}{said}", "");
    };
    if let Some(impact) = &first.impact {
        line("**risk** ", &prose(impact, SENTENCE));
    }
    if let Some(cause) = &first.cause {
        let same = group.findings.iter().filter(|one| one.cause == first.cause).count();
        let others = match group.findings.len() - same {
            0 => String::new(),
            more => format!(", and likewise for {more} more"),
        };
        line("**why** ", &format!("{}{others}", prose(cause, SENTENCE)));
    }
    if let Some(users) = users(group) {
        line("**hits** ", &users);
    }
    for at in 0..first.next.len() {
        step(&mut text, group, at, indent);
    }
    Item::new(text, group.findings.len())
}

/// Who uses what goes.
fn users(group: &Group<'_>) -> Option<String> {
    let all: BTreeSet<&str> =
        group.findings.iter().flat_map(|one| &one.dependents).map(String::as_str).collect();
    let all: Vec<&str> = all.into_iter().collect();
    if all.is_empty() {
        return None;
    }
    let (use_, it) = match (all.len(), group.findings.len()) {
        (1, 1) => ("uses", "it"),
        (1, _) => ("uses", "them"),
        (_, 1) => ("use", "it"),
        (_, _) => ("use", "them"),
    };
    Some(format!("{} that {use_} {it}: {}", plural(all.len(), "resource"), names(&all)))
}

/// One step of all findings of a group: a sentence once, what is to be pasted for each.
fn step(out: &mut String, group: &Group<'_>, at: usize, indent: usize) {
    let mut seen = BTreeSet::new();
    let steps = group.findings.iter().filter_map(|finding| finding.next.get(at));
    let all: Vec<&str> = steps.map(String::as_str).filter(|text| seen.insert(*text)).collect();
    let Some(first) = all.first() else { return };
    match Step::of(first) {
        Step::Sentence(text) => {
            let _ = writeln!(out, "{:indent$}- {}", "", prose(text, SENTENCE));
        }
        Step::Command(_) => paste(out, "sh", &all, "\n", indent + 2),
        Step::Hcl(_) => paste(out, "hcl", &all, "\n\n", indent + 2),
    }
}

/// A block to paste, of whole commands only.
fn paste(out: &mut String, language: &str, all: &[&str], between: &str, indent: usize) {
    let mut whole: Vec<&str> = Vec::new();
    let mut length = 0;
    for text in all.iter().take(COMMANDS) {
        length += text.len() + between.len();
        if length > PASTED {
            break;
        }
        whole.push(text);
    }
    let more = all.len() - whole.len();
    if whole.is_empty() {
        let _ = writeln!(out, "{:indent$}(too long to show: it is in the JSON report)", "");
        return;
    }
    let mut text = whole.join(between);
    if more > 0 {
        let _ = write!(text, "\n# and {more} more, in the JSON report");
    }
    out.push_str(&fenced(language, &text, indent));
}
