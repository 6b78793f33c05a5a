//! A row for each thing that is wrong.

use super::document::{Item, Kind, List};
use super::escape::{cell, is_safe_base, is_safe_url, link, prose, short_code};
use super::group::{Group, Told};
use super::{END, Options, folded};
use crate::report::phrases::plural;

/// Up to so many rows, warnings stand below what is in the way; more are folded, so that
/// what is in the way and what to do about it are on one screen.
const TOGETHER: usize = 12;

/// Longest message, in bytes.
const MESSAGE: usize = 300;

const HEAD: &str = "| | Problem | Resource |\n|:--|:--|:--|\n";

/// Whether warnings stand below what is in the way, in one table with it.
fn together(told: &Told<'_>) -> bool {
    !told.blocking.is_empty() && told.blocking.len() + told.warnings.len() <= TOGETHER
}

/// The rows of what is in the way, and of the warnings where there are few.
pub(super) fn first(told: &Told<'_>, options: &Options) -> Vec<List> {
    let blocking = List {
        kind: Kind::Blocking,
        open: format!("\n{HEAD}"),
        items: rows(&told.blocking, options),
        close: "",
        noun: "finding",
    };
    let warnings = warnings(told, options).filter(|_| together(told));
    let warnings = warnings.map(|list| List { open: String::new(), close: "", ..list });
    let blocking = (!blocking.items.is_empty()).then_some(blocking);
    blocking.into_iter().chain(warnings).collect()
}

/// The rows of warnings, folded, where they are many or all there is.
pub(super) fn rest(told: &Told<'_>, options: &Options) -> Option<List> {
    warnings(told, options).filter(|_| !together(told))
}

fn warnings(told: &Told<'_>, options: &Options) -> Option<List> {
    let count = told.warnings.iter().map(|group| group.findings.len()).sum();
    (count > 0).then(|| List {
        kind: Kind::Warnings,
        open: format!("{}{HEAD}", folded(&plural(count, "warning"))),
        items: rows(&told.warnings, options),
        close: END,
        noun: "warning",
    })
}

fn rows(groups: &[Group<'_>], options: &Options) -> Vec<Item> {
    groups.iter().map(|group| row(group, options)).collect()
}

/// Problem and rule before the resource: an address does not wrap, and a long one would push
/// what is wrong out of sight.
fn row(group: &Group<'_>, options: &Options) -> Item {
    let first = group.first();
    let standing = group.standing.label();
    let (rule, message) =
        (cell(&rule(&first.rule, options)), cell(&prose(&first.message, MESSAGE)));
    let subjects = cell(&format!("{}{}", group.subject(), group.named()));
    Item {
        text: format!("| {standing} | {message}<br>{rule} | {subjects} |\n"),
        count: group.findings.len(),
        rule: (standing, rule),
    }
}

/// The rule, linked to its documentation where there is some.
fn rule(id: &str, options: &Options) -> String {
    let shown = short_code(id, 120);
    let base = options.rules.as_ref().filter(|base| is_safe_base(base));
    let url = base.map(|base| format!("{base}{id}"));
    match url.filter(|url| is_safe_url(url)) {
        Some(url) => link(&shown, &url),
        None => shown,
    }
}
