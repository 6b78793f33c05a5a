//! What becomes of an object that is destroyed, replaced, abandoned or moved away: one
//! finding, of the rule that says the most.

use super::attribute_change::AttributeChange;
use super::stateful::{Class, Softeners, Stateful};
use super::{Settings, advice, cause, rules};
use crate::finding::{Evidence, Finding, Rule};
use crate::gate::View;
use crate::plan::redact::{self, Difference};
use crate::plan::{Action, Address, Change, Refusal};

/// The finding on what becomes of the object, if it is not simply kept.
pub(super) fn judge(settings: &Settings, view: &View<'_>) -> Result<Option<Finding>, Refusal> {
    let change = &view.change;
    let actions = change.actions();
    let address = change.parsed();
    let found = if let Some(finding) = protected(settings, change, address.as_ref()) {
        finding
    } else if actions.destroys() && change.imports() {
        let mut finding = Finding::new(
            &rules::IMPORT_REPLACES,
            "plan imports an object and destroys it in the same apply",
        );
        finding.next = vec![
            "make the configuration match the object in the attributes above, or leave the import out".to_owned(),
        ];
        finding
    } else if actions.destroys() {
        destroyed(change)
    } else if actions.has(Action::Forget) {
        abandoned(change)
    } else {
        return Ok(None);
    };
    complete(found, view).map(Some)
}

fn destroyed(change: &Change<'_>) -> Finding {
    let replaces = change.actions().replaces();
    let resource_type = change.resource_type();
    let mut finding = if let Some(stateful) = Stateful::of(&resource_type) {
        let noun = stateful.class.noun(&resource_type);
        let (rule, verb) = if replaces {
            (&rules::STATEFUL_REPLACE, "destroys and recreates")
        } else {
            (&rules::STATEFUL_DESTROY, "destroys")
        };
        let mut finding = Finding::new(rule, format!("plan {verb} {noun}"));
        finding.severity = stateful.severity;
        finding
    } else if let Some(guard) = guard_deleted(&resource_type, replaces) {
        let mut finding =
            Finding::new(&rules::GUARD_REMOVED, "plan destroys a resource that guards others");
        finding.severity = guard.severity;
        finding.cause = Some(guard.effect.to_owned());
        finding
    } else {
        let verb = if replaces { "destroys and recreates" } else { "destroys" };
        Finding::new(&rules::DESTROY, format!("plan {verb} a managed resource"))
    };
    if change.deposed().is_some() {
        finding.next = vec!["check what is left in the old object before it goes".to_owned()];
    } else if replaces {
        let holds_data = Stateful::of(&resource_type).is_some_and(|row| row.class == Class::Data);
        finding.next = vec![if holds_data {
            "snapshot it and restore into the new object, or undo the change that forces this"
                .to_owned()
        } else {
            "undo the change that forces this, if it is not meant".to_owned()
        }];
    } else {
        finding.next = advice::keep_unmanaged(change);
    }
    finding
}

fn guard_deleted(resource_type: &str, replaces: bool) -> Option<&'static AttributeChange> {
    AttributeChange::of(resource_type).find(|row| row.is_deletion() && !replaces)
}

fn abandoned(change: &Change<'_>) -> Finding {
    let message = if change.actions().has(Action::Create) {
        "plan leaves the old object unmanaged and creates another"
    } else {
        "plan stops managing the object and leaves it in the world"
    };
    let mut finding = Finding::new(&rules::ABANDONED, message);
    finding.next = vec![
        "it keeps running and costing: write down who looks after it, or destroy it on purpose"
            .to_owned(),
    ];
    finding
}

/// The finding on a protected address, which comes before every other.
fn protected(
    settings: &Settings,
    change: &Change<'_>,
    address: Option<&Address>,
) -> Option<Finding> {
    let actions = change.actions();
    let previous = change.previous_address();
    let ends = actions.destroys() || actions.has(Action::Forget);
    if !ends && previous.is_none() {
        return None;
    }
    let moved_from = previous.as_deref().and_then(|text| Address::parse(text).ok());
    // An address that cannot be parsed may be any: it counts as protected.
    let matches = |address: Option<&Address>, pattern: &crate::plan::Pattern| {
        address.is_none_or(|address| pattern.matches(address))
    };
    let (protection, left) = settings.protected.iter().find_map(|protection| {
        let here = matches(address, &protection.pattern);
        let there = previous.is_some() && matches(moved_from.as_ref(), &protection.pattern);
        if ends && (here || there) {
            Some((protection, false))
        } else if there && !here {
            Some((protection, true))
        } else {
            None
        }
    })?;
    let stays_protected =
        left && settings.protected.iter().any(|other| matches(address, &other.pattern));
    if stays_protected {
        return None;
    }
    let origin = &protection.origin;
    let message = if left {
        format!("plan moves a resource away from an address that is protected by `{origin}`")
    } else if actions.replaces() {
        format!("plan destroys and recreates a resource that is protected by `{origin}`")
    } else if actions.destroys() {
        format!("plan destroys a resource that is protected by `{origin}`")
    } else {
        format!("plan stops managing a resource that is protected by `{origin}`")
    };
    let mut finding = Finding::new(&rules::PROTECTED_ADDRESS, message);
    let pattern = crate::plan::text::visible(protection.pattern.as_str()).into_owned();
    if left {
        let label = change.label();
        let before = previous.as_deref().map(crate::plan::safe_label).unwrap_or_default();
        finding.cause = Some(format!("`{before}` matches `{pattern}`, `{label}` does not"));
        finding.next = vec![format!("protect the new address too: add `{label}` to `protected`")];
    } else {
        finding.cause = Some(format!("`protected` lists `{pattern}`"));
        finding.next = if actions.is_only(Action::Delete) && change.deposed().is_none() {
            advice::keep_unmanaged(change)
        } else {
            vec![format!(
                "leave it as it is, or take it off `protected` ({origin}) in a change of its own"
            )]
        };
    }
    Some(finding)
}

/// Adds what every such finding carries: subject, loss, cause, evidence, softeners.
fn complete(mut finding: Finding, view: &View<'_>) -> Result<Finding, Refusal> {
    let change = &view.change;
    finding.about(change);
    let why = cause::cause(change)?;
    finding.cause = match (finding.cause.take(), why) {
        (Some(one), Some(other)) => Some(format!("{one}; {other}")),
        (one, other) => one.or(other),
    };
    if !change.actions().destroys() {
        return Ok(finding);
    }
    let values = view.values()?;
    finding.evidence = forcing(&change.replace_paths()?, || redact::diff(values));
    finding.attribute = finding.evidence.first().map(|evidence| evidence.path.clone());
    if let Some(stateful) = Stateful::of(&change.resource_type()) {
        finding.impact = Some(stateful.why.to_owned());
        soften(&mut finding, &stateful.softeners(values.before()));
    }
    Ok(finding)
}

/// The differences that force the replacement; a path alone where values say nothing.
fn forcing(paths: &[String], differences: impl FnOnce() -> Vec<Difference>) -> Vec<Evidence> {
    if paths.is_empty() {
        return Vec::new();
    }
    let below = |path: &str, whole: &str| {
        path.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let differences = differences();
    let mut evidence = Vec::new();
    for path in paths {
        let mut found =
            differences.iter().filter(|one| below(&one.path, path) || below(path, &one.path));
        match found.next() {
            Some(one) => evidence.push(Evidence {
                path: path.clone(),
                before: one.before.clone(),
                after: one.after.clone(),
            }),
            None => evidence.push(Evidence { path: path.clone(), before: None, after: None }),
        }
    }
    evidence
}

/// A net lowers the severity; a guard says that the apply will fail. Both are told.
fn soften(finding: &mut Finding, softeners: &Softeners) {
    let names = |evidence: &[Evidence]| {
        let named = evidence
            .iter()
            .map(|one| format!("`{}` is {}", one.path, one.before.as_deref().unwrap_or("not set")));
        named.collect::<Vec<_>>().join(" and ")
    };
    let mut notes: Vec<String> = Vec::new();
    if !softeners.nets.is_empty() {
        let is_table = |rule: &Rule| finding.rule == rule.id;
        if is_table(&rules::STATEFUL_DESTROY) || is_table(&rules::STATEFUL_REPLACE) {
            finding.severity = finding.severity.softened();
        }
        notes.push(format!("something can be brought back, since {}", names(&softeners.nets)));
    }
    if !softeners.guards.is_empty() {
        let only_when_full = softeners.guards.iter().all(|one| one.path.starts_with("force_de"));
        let when = if only_when_full { "will fail unless it is empty" } else { "will fail" };
        notes.push(format!("the apply {when}, since {}", names(&softeners.guards)));
    }
    if !notes.is_empty() {
        let impact = finding.impact.take().unwrap_or_default();
        finding.impact = Some(format!("{impact}; {}", notes.join("; ")));
    }
}
