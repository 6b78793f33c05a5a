//! Changes of what somebody changed outside Terraform.

use super::rules;
use crate::finding::{Evidence, Finding};
use crate::gate::View;
use crate::plan::{Action, Reading, Refusal, redact};

/// The finding on a resource that has both drifted, by value, and is changed by the plan.
pub(super) fn judge(view: &View<'_>) -> Result<Option<Finding>, Refusal> {
    let change = &view.change;
    if change.actions().is_no_op() || change.deposed().is_some() {
        return Ok(None);
    }
    let Some(drift) = change.drift() else { return Ok(None) };
    if drift.actions().is_only(Action::Delete) {
        if !change.actions().has(Action::Create) {
            return Ok(None);
        }
        let mut finding = Finding::new(
            &rules::DRIFT_OVERLAP,
            "plan creates again what was deleted outside Terraform",
        );
        finding.about(change);
        finding.next = vec![
            "ask who deleted it; if it is to stay away, take it out of the configuration"
                .to_owned(),
        ];
        return Ok(Some(finding));
    }
    let drifted = drift.values()?;
    let values = view.values()?;
    let (state, world) = (drifted.before(), drifted.after());
    let (now, planned) = (values.before(), values.after());
    let keys = world.known().map(crate::plan::Value::keys).unwrap_or_default();
    let same = |a: Reading<'_>, b: Reading<'_>| a.same(b) || (a.is_unset() && b.is_unset());
    let mut reverts = Vec::new();
    let mut overwrites = Vec::new();
    for key in keys {
        if same(state.key(key), world.key(key)) || is_volatile(key) {
            continue;
        }
        // The same tags, counted once as the provider's defaults and once as the resource's
        // own: nobody changed them.
        if let Some(all) = whole_of(key)
            && world.key(all).known().is_some()
            && same(state.key(all), world.key(all))
        {
            continue;
        }
        // Nobody set by hand what only the provider can know.
        if planned.key(key).is_unknown() {
            continue;
        }
        if change.actions().destroys() {
            overwrites.push(key);
        } else if same(planned.key(key), state.key(key)) {
            reverts.push(key);
        } else if !same(planned.key(key), now.key(key)) {
            overwrites.push(key);
        }
    }
    if reverts.is_empty() && overwrites.is_empty() {
        return Ok(None);
    }
    let verb = if change.actions().destroys() {
        "destroys"
    } else if overwrites.is_empty() {
        "reverts"
    } else {
        "overwrites"
    };
    let message = format!("plan {verb} what was changed outside Terraform");
    let mut finding = Finding::new(&rules::DRIFT_OVERLAP, message);
    finding.about(change);
    let mut touched: Vec<&str> = reverts.into_iter().chain(overwrites).collect();
    touched.sort_unstable();
    finding.evidence = redact::diff(values)
        .into_iter()
        .filter(|one| {
            touched.iter().any(|key| {
                one.path == *key
                    || one.path.starts_with(&format!("{key}."))
                    || one.path.starts_with(&format!("{key}["))
            })
        })
        .map(|one| Evidence { path: one.path, before: one.before, after: one.after })
        .collect();
    let names: Vec<String> =
        touched.iter().map(|key| format!("`{}`", crate::plan::text::visible(key))).collect();
    finding.cause = Some(format!("{} changed in the world since the last apply", names.join(", ")));
    finding.attribute = finding.evidence.first().map(|one| one.path.clone());
    finding.next = vec![
        "ask who changed it; if the change is to stay, put it into the configuration first"
            .to_owned(),
    ];
    Ok(Some(finding))
}

/// The attribute that holds what this one does together with the provider's defaults.
fn whole_of(key: &str) -> Option<&'static str> {
    match key {
        "tags" => Some("tags_all"),
        "labels" => Some("effective_labels"),
        _ => None,
    }
}

/// Attributes that change by themselves.
fn is_volatile(key: &str) -> bool {
    const PARTS: &[&str] = &[
        "time",
        "latest",
        "last_",
        "etag",
        "status",
        "state",
        "generation",
        "revision",
        "fingerprint",
        "serial",
    ];
    key == "tags_all" || PARTS.iter().any(|part| key.contains(part))
}
