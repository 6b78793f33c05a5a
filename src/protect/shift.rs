//! Elements taken from, or put into, the middle of a counted list.
//!
//! An instance that becomes what its neighbour was is the sign of a shift; a removal at the
//! end of the list, which is how `count` is meant to shrink, shows none.

use std::collections::BTreeMap;

use super::{advice, identity, rules};
use crate::finding::{Evidence, Finding};
use crate::plan::{Address, Change, Key, Plan, Refusal, Values, redact};

/// Groups with more changed instances than this are judged by their first ones.
const MANY: usize = 64;

/// A resource whose instances moved by `by` positions.
pub(super) struct Shift<'p> {
    pub(super) resource: Address,
    pub(super) by: i64,
    pub(super) shifted: Vec<Change<'p>>,
}

/// Finds the shifts, resource by resource.
pub(super) fn find(plan: &Plan) -> Result<Vec<Shift<'_>>, Refusal> {
    // `[0]` and `["0"]` are two instances, so each kind of key is a group of its own.
    let mut groups: BTreeMap<(Address, bool), BTreeMap<i64, Change<'_>>> = BTreeMap::new();
    for change in plan.changes() {
        if change.actions().is_no_op() || !change.is_managed() || change.deposed().is_some() {
            continue;
        }
        let Some(address) = change.parsed() else { continue };
        if let Some(position) = position(address.key.as_ref()) {
            let counted = matches!(address.key, Some(Key::Int(_)));
            let group = groups.entry((address.resource(), counted)).or_default();
            // `["1"]` and `["01"]` stand for one position; the first in the alphabet counts.
            let first = group.get(&position).is_none_or(|other| change.address() < other.address());
            if first {
                group.insert(position, change);
            }
        }
    }
    let mut shifts = Vec::new();
    for ((resource, _), group) in groups {
        if let Some((by, shifted)) = shift(&group)? {
            shifts.push(Shift { resource, by, shifted });
        }
    }
    Ok(shifts)
}

/// The position that a key stands for. A list that was made into a map by its indices has
/// the same trouble as `count`.
fn position(key: Option<&Key>) -> Option<i64> {
    match key? {
        Key::Int(index) => i64::try_from(*index).ok(),
        Key::Str(text) => text.parse().ok(),
        Key::Any => None,
    }
}

/// By how much the group shifted, and which instances did.
fn shift<'p>(group: &BTreeMap<i64, Change<'p>>) -> Result<Option<(i64, Vec<Change<'p>>)>, Refusal> {
    let kept = |change: &Change<'_>| {
        change.existed() && !change.actions().is_only(crate::plan::Action::Delete)
    };
    if group.len() < 2 || !group.values().any(kept) {
        return Ok(None);
    }
    let mut values: BTreeMap<i64, Values<'p>> = BTreeMap::new();
    for (position, change) in group.iter().take(MANY) {
        values.insert(*position, change.values()?);
    }
    let becomes = |here: &Values<'_>, other: &Values<'_>| {
        let keys = identity::changed_keys(here.before(), here.after());
        !keys.is_empty()
            && keys.iter().all(|key| here.after().key(key).same(other.before().key(key)))
    };
    let mut first: Option<i64> = None;
    for (position, here) in values.iter().filter(|(position, _)| kept(&group[position])) {
        let was = values.iter().find(|(other, there)| *other != position && becomes(here, there));
        if let Some((other, _)) = was {
            first = Some(other - position);
            break;
        }
    }
    let Some(by) = first else { return Ok(None) };
    let shifted = values
        .iter()
        .filter(|(position, here)| {
            kept(&group[position])
                && values.get(&(*position + by)).is_some_and(|there| becomes(here, there))
        })
        .map(|(position, _)| group[position])
        .collect();
    Ok(Some((by, shifted)))
}

/// One finding per shifted resource.
pub(super) fn findings(shifts: &[Shift<'_>]) -> Result<Vec<Finding>, Refusal> {
    shifts.iter().map(finding).collect()
}

fn finding(shift: &Shift<'_>) -> Result<Finding, Refusal> {
    let label = shift.resource.to_string();
    let (count, many) = (shift.shifted.len(), if shift.shifted.len() == 1 { "" } else { "s" });
    let destroyed = shift.shifted.iter().filter(|change| change.actions().destroys()).count();
    let what = if shift.by > 0 { "removed from" } else { "put into" };
    let mut finding = Finding::new(
        &rules::INDEX_SHIFT,
        format!(
            "{count} instance{many} of `{label}` become{} what a neighbour was",
            if count == 1 { "s" } else { "" }
        ),
    );
    if destroyed == 0 {
        finding.severity = crate::finding::Severity::Medium;
    }
    finding.address = Some(label.clone());
    finding.resource_type = Some(shift.resource.resource_type.clone());
    finding.cause = Some(format!(
        "an element was {what} the middle of the list, and every later one moved by {}",
        shift.by.abs()
    ));
    let mut blocks = Vec::new();
    for change in &shift.shifted {
        let values = change.values()?;
        let keys = identity::changed_keys(values.before(), values.after());
        if let Some(key) = keys.first() {
            finding.evidence.push(Evidence {
                path: format!(
                    "{}.{}",
                    change.parsed().and_then(|a| a.key).map_or(String::new(), |k| k.to_string()),
                    crate::plan::text::visible(key)
                ),
                before: Some(redact::show(values.before().key(key), key)),
                after: Some(redact::show(values.after().key(key), key)),
            });
        }
        let name = identity::shown_name(values.before()).unwrap_or_else(|| "\"key\"".to_owned());
        blocks.push(advice::moved(&change.label(), &format!("{label}[{name}]")));
    }
    finding.evidence.truncate(4);
    finding.next = vec![
        "give each instance a stable key with `for_each`, and move those that stay:".to_owned(),
    ];
    finding.next.extend(blocks.into_iter().take(4));
    Ok(finding)
}
