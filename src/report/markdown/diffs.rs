//! The changes behind the findings, as Terraform shows them. Values are redacted before
//! they come into a report.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::document::{Item, Kind, List};
use super::escape::{clip, fenced};
use super::folded;
use super::group::{ADDRESS, Group, Told};
use crate::finding::{Evidence, Finding};
use crate::plan::redact::UNKNOWN;
use crate::plan::text::visible;
use crate::plan::{Action, ActionSet};
use crate::report::phrases::plural;
use crate::report::{ChangeReport, PlanReport};

/// Attributes of one change that are shown, those behind the findings first.
const ATTRIBUTES: usize = 16;

/// Resources with the same change that are named.
const NAMED: usize = 5;

/// Longest attribute path and value, in bytes.
const PATH: usize = 120;
const VALUE: usize = 400;

/// Widest column of attributes.
const COLUMN: usize = 36;

/// Changes behind what is in the way, then those behind warnings only.
pub(super) fn lists<'r>(plan: &'r PlanReport, told: &Told<'r>) -> Vec<List> {
    let mut shown = BTreeSet::new();
    let blocking = items(plan, &told.blocking, &mut shown);
    let warnings = items(plan, &told.warnings, &mut shown);
    let list = |items: Vec<Item>, kind, behind| {
        let count = items.iter().map(|item| item.count).sum();
        let open = folded(&format!("{} behind {behind}", plural(count, "change")));
        (!items.is_empty()).then_some(List {
            kind,
            open,
            items,
            close: "</details>\n",
            noun: "change",
        })
    };
    let blocking = list(blocking, Kind::BlockingDiffs, "what stands in the way");
    let warnings = list(warnings, Kind::WarningDiffs, "the warnings");
    blocking.into_iter().chain(warnings).collect()
}

/// What tells one change from others of a plan.
type Subject<'r> = (&'r str, Option<&'r str>);

/// The changes of the groups, each once, and what is the same for many told once.
fn items<'r>(
    plan: &'r PlanReport,
    groups: &[Group<'r>],
    shown: &mut BTreeSet<Subject<'r>>,
) -> Vec<Item> {
    let changes: BTreeMap<Subject<'_>, &ChangeReport> = plan
        .changes
        .iter()
        .filter(|change| !change.diff.is_empty())
        .map(|change| ((&*change.address, change.deposed.as_deref()), change))
        .collect();
    let mut alike: Vec<(Vec<&ChangeReport>, Vec<&Finding>)> = Vec::new();
    let mut places = BTreeMap::new();
    let mut subjects: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
    for finding in groups.iter().flat_map(|group| &group.findings) {
        let Some(address) = finding.address.as_deref() else { continue };
        let subject = (address, finding.deposed.as_deref());
        let Some(&change) = changes.get(&subject) else { continue };
        if let Some(&place) = subjects.get(&subject) {
            alike[place].1.push(finding);
            continue;
        }
        if !shown.insert(subject) {
            continue;
        }
        let said: Vec<_> =
            change.diff.iter().map(|one| (&one.path, &one.before, &one.after)).collect();
        let said = (&change.actions, &change.replace_paths, said);
        let place = *places.entry(said).or_insert(alike.len());
        if place == alike.len() {
            alike.push((Vec::new(), Vec::new()));
        }
        alike[place].0.push(change);
        alike[place].1.push(finding);
        subjects.insert(subject, place);
    }
    alike.iter().map(|(changes, findings)| item(changes, findings)).collect()
}

fn item(changes: &[&ChangeReport], findings: &[&Finding]) -> Item {
    let first = changes[0];
    let mut text = String::new();
    let _ = writeln!(text, "# {}", heading(changes));
    let mut attributes: Vec<&Evidence> = first.diff.iter().collect();
    // What the findings are about first, then what forces a replacement.
    let about = |path: &str| {
        let named = |other: &str| is_within(path, other) || is_within(other, path);
        findings.iter().any(|finding| {
            finding.attribute.as_deref().is_some_and(named)
                || finding.evidence.iter().any(|one| named(&one.path))
        })
    };
    attributes.sort_by_key(|one| (!forces(first, &one.path), !about(&one.path)));
    attributes.retain(|one| {
        forces(first, &one.path) || about(&one.path) || !comes_with_the_object(first, one)
    });
    attributes.truncate(ATTRIBUTES);
    let rest = first.diff.len() - attributes.len();
    let longest = attributes.iter().map(|one| one.path.chars().count()).max().unwrap_or(0);
    for one in &attributes {
        attribute(&mut text, one, longest.min(COLUMN), forces(first, &one.path));
    }
    if rest > 0 {
        let _ = writeln!(text, "# {} not shown", plural(rest, "attribute"));
    }
    Item::new(format!("{}\n", fenced("diff", &text, 0)), changes.len())
}

/// `aws_db_instance.orders   -/+ destroy, then create   db/main.tf:14`
fn heading(changes: &[&ChangeReport]) -> String {
    let short = |text: &str| clip(&visible(text), ADDRESS).into_owned();
    let first = changes[0];
    let subject = match changes {
        [one] => match &one.deposed {
            Some(key) => format!("{} (deposed {})", short(&one.address), short(key)),
            None => short(&one.address),
        },
        several => {
            let mut names: Vec<String> =
                several.iter().take(NAMED).map(|one| short(&one.address)).collect();
            if several.len() > NAMED {
                names.push("…".to_owned());
            }
            format!("{} alike: {}", plural(several.len(), "resource"), names.join(", "))
        }
    };
    let mut heading = format!("{subject}   {}", verb(first));
    if let (Some(location), [_]) = (&first.location, changes) {
        let _ = write!(heading, "   {}:{}", short(&location.file), location.line);
    }
    heading
}

/// Symbol and words for what happens: `-/+ destroy, then create`.
pub(super) fn verb(change: &ChangeReport) -> String {
    let set = ActionSet::from_words(change.actions.iter().map(String::as_str));
    let Ok(set) = set else {
        return clip(&visible(&change.actions.join(", ")), 80).into_owned();
    };
    let word = |word: &str| match word {
        "delete" => "destroy".to_owned(),
        "update" => "update in place".to_owned(),
        "forget" => "stop managing".to_owned(),
        word => word.to_owned(),
    };
    if set.is_only(Action::NoOp) {
        return match (&change.import_id, &change.previous_address) {
            (Some(_), _) => "import".to_owned(),
            (None, Some(_)) => "move".to_owned(),
            (None, None) => "no change".to_owned(),
        };
    }
    let words: Vec<String> = set.words().into_iter().map(word).collect();
    format!("{} {}", set.symbol(), words.join(", then "))
}

/// Whether an attribute differs only because the object comes or goes: what the provider
/// sets is known after apply, what the old one had by default is not set, and what the new
/// one has not is empty.
fn comes_with_the_object(change: &ChangeReport, one: &Evidence) -> bool {
    const DEFAULTS: [&str; 6] = ["null", "\"\"", "[]", "{}", "false", "0"];
    let words = [Action::Create.as_str(), Action::Delete.as_str()];
    let comes_or_goes = change.actions.iter().any(|action| words.contains(&action.as_str()));
    let by_default = one.before.as_deref().is_none_or(|before| DEFAULTS.contains(&before));
    comes_or_goes
        && match one.after.as_deref() {
            Some(UNKNOWN) => true,
            Some("null" | "[]" | "{}" | "\"\"") | None => by_default,
            Some(_) => false,
        }
}

/// Whether `path` is `outer` or something in it.
fn is_within(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn forces(change: &ChangeReport, path: &str) -> bool {
    change.replace_paths.iter().any(|outer| is_within(path, outer) || is_within(outer, path))
}

fn attribute(out: &mut String, one: &Evidence, column: usize, forces: bool) {
    let path = visible(&one.path);
    let path = clip(&path, PATH);
    let note = if forces { "   # forces replacement" } else { "" };
    // What was not set before, or will not be, needs no line of its own.
    let set = |value: &Option<String>| value.clone().filter(|value| value != "null");
    let mut line = |sign: char, value: &str, note: &str| {
        let value = visible(value);
        let value = clip(&value, VALUE);
        let _ = writeln!(out, "{sign}   {path:column$} = {value}{note}");
    };
    match (set(&one.before), set(&one.after)) {
        (Some(before), Some(after)) => {
            line('-', &before, "");
            line('+', &after, note);
        }
        (Some(before), None) => line('-', &before, note),
        (None, Some(after)) => line('+', &after, note),
        (None, None) => {}
    }
}
