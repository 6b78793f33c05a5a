//! What the plan changes, whatever was found: what is the same for many resources in one
//! row, as in "`tags.version` on 214 resources".

use std::collections::BTreeMap;

use super::diffs::verb;
use super::document::{Item, Kind, List};
use super::escape::{cell, short_code};
use super::group::names;
use super::{END, folded};
use crate::finding::Evidence;
use crate::plan::Action;
use crate::report::phrases::plural;
use crate::report::{ChangeReport, PlanReport};

/// Attributes that are named in a row; the rest is counted.
const ATTRIBUTES: usize = 4;

/// Longest value in a row, in bytes: longer ones are left to the differences.
const VALUE: usize = 60;

/// A row for each kind of change, most resources first within what destroys and what does
/// not.
pub(super) fn list(plan: &PlanReport) -> Option<List> {
    if plan.changes.is_empty() {
        return None;
    }
    let mut kinds: BTreeMap<Vec<&str>, Vec<&ChangeReport>> = BTreeMap::new();
    for change in &plan.changes {
        kinds.entry(kind(change)).or_default().push(change);
    }
    let mut kinds: Vec<Vec<&ChangeReport>> = kinds.into_values().collect();
    let destroys = |change: &ChangeReport| change.actions.iter().any(|word| word == "delete");
    kinds.sort_by_key(|changes| (!destroys(changes[0]), std::cmp::Reverse(changes.len())));
    let summary = format!("All {}", plural(plan.changes.len(), "change"));
    Some(List {
        kind: Kind::Changes,
        open: format!("{}| Change | Resources |\n|:--|:--|\n", folded(&summary)),
        items: kinds.iter().map(|changes| row(changes)).collect(),
        close: END,
        noun: "change",
    })
}

/// What changes of one kind have in common: actions and attributes of updates, actions and
/// type of everything else.
fn kind(change: &ChangeReport) -> Vec<&str> {
    let mut kind: Vec<&str> = change.actions.iter().map(String::as_str).collect();
    kind.push("");
    if is_update(change) {
        kind.extend(change.diff.iter().map(|one| &*one.path));
    } else {
        kind.push(&change.resource_type);
        kind.push(if change.import_id.is_some() { "import" } else { "" });
        kind.push(if change.previous_address.is_some() { "move" } else { "" });
    }
    kind
}

fn is_update(change: &ChangeReport) -> bool {
    matches!(change.actions.as_slice(), [one] if one == Action::Update.as_str())
}

fn row(changes: &[&ChangeReport]) -> Item {
    let first = changes[0];
    let what =
        if is_update(first) { attributes(changes) } else { short_code(&first.resource_type, 120) };
    let addresses: Vec<&str> = changes.iter().map(|change| &*change.address).collect();
    let names = match addresses.as_slice() {
        [_] => names(&addresses),
        several => format!("{}: {}", several.len(), names(several)),
    };
    let verb = short_code(&verb(first), 80);
    let text = format!("| {} {} | {} |\n", cell(&verb), cell(&what), cell(&names));
    Item::new(text, changes.len())
}

/// The attributes that differ, with their values where they are few and the same for all.
fn attributes(changes: &[&ChangeReport]) -> String {
    let diff = &changes[0].diff;
    let same = changes.iter().all(|change| &change.diff == diff);
    let value = |text: &Option<String>| text.clone().unwrap_or_else(|| "null".to_owned());
    let brief = |one: &Evidence| value(&one.before).len() + value(&one.after).len() <= VALUE;
    let one = |one: &Evidence| {
        let path = short_code(&one.path, 120);
        if same && brief(one) {
            let (before, after) = (value(&one.before), value(&one.after));
            format!("{path} {} → {}", short_code(&before, VALUE), short_code(&after, VALUE))
        } else {
            path
        }
    };
    let mut named: Vec<String> = diff.iter().take(ATTRIBUTES).map(one).collect();
    if diff.len() > ATTRIBUTES {
        named.push(format!("{} more", diff.len() - ATTRIBUTES));
    }
    if named.is_empty() { "(no attribute)".to_owned() } else { named.join(", ") }
}
