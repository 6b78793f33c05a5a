//! Objects that are destroyed and created again under another address.

use std::collections::{BTreeMap, BTreeSet};

use super::{advice, identity, rules};
use crate::finding::Finding;
use crate::plan::{Action, Address, Change, Plan, Refusal, Values};

/// Beyond so many candidates of one type, comparing each with each costs more than it tells.
const MANY: usize = 200;

/// A delete and the create that it probably belongs to.
pub(super) struct Rename<'p> {
    pub(super) from: Change<'p>,
    pub(super) to: Change<'p>,
}

/// Pairs deletes with creates of the same type whose identity is equal. Each object takes
/// part in one pair; the most alike go first.
pub(super) fn find(plan: &Plan) -> Result<Vec<Rename<'_>>, Refusal> {
    let mut by_type: BTreeMap<String, (Vec<Change<'_>>, Vec<Change<'_>>)> = BTreeMap::new();
    for change in plan.changes().filter(|change| change.is_managed() && change.deposed().is_none())
    {
        let only = |action| change.actions().is_only(action);
        if only(Action::Delete) {
            by_type.entry(change.resource_type().into_owned()).or_default().0.push(change);
        }
    }
    if by_type.is_empty() {
        return Ok(Vec::new());
    }
    for change in plan.changes().filter(|change| change.is_managed() && !change.imports()) {
        if change.actions().is_only(Action::Create)
            && let Some((_, creates)) = by_type.get_mut(&*change.resource_type())
        {
            creates.push(change);
        }
    }
    let mut renames = Vec::new();
    for (mut deletes, mut creates) in by_type.into_values() {
        // Between pairs that are equally alike the first wins, whatever the plan's order.
        deletes.sort_by_cached_key(|change| change.address().into_owned());
        creates.sort_by_cached_key(|change| change.address().into_owned());
        if !creates.is_empty() && deletes.len() <= MANY && creates.len() <= MANY {
            renames.extend(pair(&deletes, &creates)?);
        }
    }
    Ok(renames)
}

fn pair<'p>(deletes: &[Change<'p>], creates: &[Change<'p>]) -> Result<Vec<Rename<'p>>, Refusal> {
    let values = |changes: &[Change<'p>]| -> Result<Vec<Values<'p>>, Refusal> {
        changes.iter().map(Change::values).collect()
    };
    let (old, new) = (values(deletes)?, values(creates)?);
    // Parsed once, not once a pair.
    let parsed = |changes: &[Change<'p>]| changes.iter().map(Change::parsed).collect::<Vec<_>>();
    let (from, to) = (parsed(deletes), parsed(creates));
    let mut candidates = Vec::new();
    for (d, before) in old.iter().enumerate() {
        for (c, after) in new.iter().enumerate() {
            if let Some(alike) = identity::likeness(before.before(), after.after()) {
                // Between equals, the one that kept its key or its name.
                let kept = match (&from[d], &to[c]) {
                    (Some(a), Some(b)) => {
                        usize::from(a.name == b.name) + usize::from(a.key == b.key)
                    }
                    _ => 0,
                };
                candidates.push((alike, kept, d, c));
            }
        }
    }
    candidates.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then((a.2, a.3).cmp(&(b.2, b.3))));
    let (mut used_d, mut used_c) = (BTreeSet::new(), BTreeSet::new());
    let mut renames = Vec::new();
    for (_, _, d, c) in candidates {
        if !used_d.contains(&d) && !used_c.contains(&c) {
            used_d.insert(d);
            used_c.insert(c);
            renames.push(Rename { from: deletes[d], to: creates[c] });
        }
    }
    Ok(renames)
}

/// One finding per pair. Where a whole module was renamed, one block moves all of it.
pub(super) fn findings(renames: &[Rename<'_>]) -> Vec<Finding> {
    let mut modules: BTreeMap<(String, String), usize> = BTreeMap::new();
    for rename in renames {
        if let Some(pair) = module_pair(rename) {
            *modules.entry(pair).or_default() += 1;
        }
    }
    renames
        .iter()
        .map(|rename| {
            let (from, to) = (rename.from.label(), rename.to.label());
            let mut finding = Finding::new(
                &rules::PROBABLE_RENAME,
                format!("plan destroys this object and creates it again as `{to}`"),
            );
            finding.about(&rename.from);
            finding.cause = Some(format!(
                "both are `{}` with the same identity: most likely renamed",
                finding.resource_type.as_deref().unwrap_or_default()
            ));
            let whole =
                module_pair(rename).filter(|pair| modules.get(pair).is_some_and(|n| *n > 1));
            let block =
                whole.map_or_else(|| advice::moved(&from, &to), |(a, b)| advice::moved(&a, &b));
            finding.next = vec!["tell Terraform that it is the same object:".to_owned(), block];
            finding
        })
        .collect()
}

/// Findings on the destruction of a renamed object lead to the way out, instead of one that
/// would give the object up.
pub(super) fn hint(findings: &mut [Finding], renames: &[Finding]) {
    for finding in findings.iter_mut().filter(|finding| !finding.actions.is_empty()) {
        let renamed = renames
            .iter()
            .find(|rename| rename.address == finding.address && finding.deposed.is_none());
        if let Some(rename) = renamed {
            finding.next.clone_from(&rename.next);
            let cause =
                rename.message.strip_prefix("plan destroys this object and creates it again as ");
            let note = format!("most likely renamed to {}", cause.unwrap_or_default());
            finding.cause = Some(match finding.cause.take() {
                Some(cause) => format!("{cause}; {note}"),
                None => note,
            });
        }
    }
}

/// The two module paths, when the addresses differ in nothing but one module step.
fn module_pair(rename: &Rename<'_>) -> Option<(String, String)> {
    let (from, to) = (rename.from.parsed()?, rename.to.parsed()?);
    let same_inside = from.kind == to.kind
        && from.resource_type == to.resource_type
        && from.name == to.name
        && from.key == to.key
        && from.modules.len() == to.modules.len();
    if !same_inside {
        return None;
    }
    let at = from.modules.iter().zip(&to.modules).position(|(a, b)| a != b)?;
    if from.modules[at + 1..] != to.modules[at + 1..] {
        return None;
    }
    let path = |address: &Address| {
        Address { modules: address.modules[..=at].to_vec(), ..address.clone() }.module_path()
    };
    Some((path(&from), path(&to)))
}
