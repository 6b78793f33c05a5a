//! Updates in place that switch a guard off or lose data.

use std::collections::BTreeSet;

use super::attribute_change::{Applies, AttributeChange, Kind};
use super::rules;
use crate::finding::{Evidence, Finding, Outcome};
use crate::gate::View;
use crate::plan::redact::{self, Difference};
use crate::plan::{Action, Refusal};

/// One finding per attribute that matters.
pub(super) fn judge(view: &View<'_>) -> Result<Vec<Finding>, Refusal> {
    let change = &view.change;
    if !change.actions().has(Action::Update) {
        return Ok(Vec::new());
    }
    let resource_type = change.resource_type();
    let mut rows = AttributeChange::of(&resource_type).peekable();
    if rows.peek().is_none() {
        return Ok(Vec::new());
    }
    let values = view.values()?;
    let (before, after) = (values.before(), values.after());
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    let mut differences: Option<Vec<Difference>> = None;
    for row in rows {
        let applies = row.applies(before, after);
        if applies == Applies::No || !seen.insert(row.attribute) {
            continue;
        }
        let (rule, what) = match row.kind {
            Kind::Guard => (&rules::GUARD_REMOVED, "plan switches off a guard"),
            Kind::Exposure => (&rules::GUARD_REMOVED, "plan opens a resource to the public"),
            Kind::Loss => {
                (&rules::DATA_LOSS_UPDATE, "plan loses data or history by an update in place")
            }
        };
        let mut finding = Finding::new(rule, format!("{what}: `{}`", row.attribute));
        finding.about(change);
        finding.severity = row.severity;
        finding.attribute = Some(row.attribute.to_owned());
        finding.impact = Some(row.effect.to_owned());
        if applies == Applies::Unknown {
            finding.outcome = Outcome::Unknown;
            finding.message =
                format!("`{}` is known after apply, and what it guards is at stake", row.attribute);
        }
        let differences = differences.get_or_insert_with(|| redact::diff(values));
        finding.evidence = evidence(row.attribute, differences);
        finding.next = next(row, &finding.evidence);
        findings.push(finding);
    }
    Ok(findings)
}

fn next(row: &AttributeChange, evidence: &[Evidence]) -> Vec<String> {
    let old = evidence.first().and_then(|one| one.before.as_deref());
    let scalar = old.filter(|text| !text.starts_with('(') && *text != "null");
    let back = match (scalar, row.attribute.contains('.')) {
        (Some(old), false) => format!("put `{} = {old}` back", row.attribute),
        _ => format!("undo the change of `{}`", row.attribute),
    };
    vec![format!("{back}, or say in the review why it has to go")]
}

/// The differences at or around `attribute`, whose path has no indices.
fn evidence(attribute: &str, differences: &[Difference]) -> Vec<Evidence> {
    let plain = |path: &str| {
        let mut bare = String::new();
        let mut inside = false;
        for c in path.chars() {
            match c {
                '[' => inside = true,
                ']' => inside = false,
                c if !inside => bare.push(c),
                _ => {}
            }
        }
        bare
    };
    let related = |path: &str| {
        let path = plain(path);
        let below = |one: &str, other: &str| {
            one.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        below(&path, attribute) || below(attribute, &path)
    };
    differences
        .iter()
        .filter(|one| related(&one.path))
        .map(|one| Evidence {
            path: one.path.clone(),
            before: one.before.clone(),
            after: one.after.clone(),
        })
        .collect()
}
