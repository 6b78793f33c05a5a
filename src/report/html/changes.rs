//! Everything that the plan changes, by module and action, with its differences folded.
//! Changes that do the same to several resources are told once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::finding::{class, symbol};
use super::markup::{Attributes, Page};
use crate::finding::Evidence;
use crate::plan::redact;
use crate::report::{ChangeReport, PlanReport};

/// Modules are open when a plan changes at most this many resources.
const OPEN: usize = 40;

/// Changes that lose nothing are shown with their differences up to this many a plan; of the
/// others the address is listed. What is destroyed, replaced or left is always shown whole.
const WHOLE: usize = 2000;

/// So many resources with the same change are told together.
const SAME: usize = 3;

/// Groups in the order in which they are read: losses first.
const ORDER: [(&str, &str); 7] = [
    ("replace", "Destroyed and created again"),
    ("delete", "Destroyed"),
    ("forget", "Left unmanaged"),
    ("update", "Updated in place"),
    ("create", "Created"),
    ("other", "Imported, moved and other"),
    ("read", "Read during apply"),
];

pub(super) fn changes(page: &mut Page, plan: &PlanReport, number: &str) {
    if plan.changes.is_empty() {
        return;
    }
    let mut modules: BTreeMap<&str, Vec<&ChangeReport>> = BTreeMap::new();
    for change in &plan.changes {
        modules.entry(&change.module).or_default().push(change);
    }
    let open = plan.changes.len() <= OPEN;
    let mut left = WHOLE;
    page.element("section", &[("class", "changes")], |page| {
        page.element("h3", &[], |page| {
            page.text("Changes");
            page.leaf("span", &[("class", "count")], &plan.changes.len().to_string());
        });
        let losing = plan.changes.iter().filter(|change| loses(class(&change.actions))).count();
        let rest = (plan.changes.len() - losing).saturating_sub(WHOLE);
        if rest > 0 {
            let note = format!(
                "The differences of {rest} changes that lose nothing are only in the JSON report"
            );
            page.leaf("p", &[("class", "dim")], &note);
        }
        for (module, changes) in modules {
            let mut details = vec![("class", "module fold")];
            details.extend(open.then_some(("open", "")));
            page.element("details", &details, |page| {
                page.element("summary", &[], |page| {
                    let name = if module.is_empty() { "root module" } else { module };
                    page.leaf("bdi", &[("class", "address")], name);
                    page.leaf("span", &[("class", "dim")], &totals(&changes));
                });
                for (kind, title) in ORDER {
                    let of_kind: Vec<&ChangeReport> = changes
                        .iter()
                        .copied()
                        .filter(|change| class(&change.actions) == kind)
                        .collect();
                    if !of_kind.is_empty() {
                        page.leaf("h4", &[], title);
                        actions(page, kind, &of_kind, number, &mut left);
                    }
                }
            });
        }
    });
}

/// `-/+ 2  ~ 3`
fn totals(changes: &[&ChangeReport]) -> String {
    let mut text = String::new();
    for (kind, _) in ORDER {
        let of_kind = || changes.iter().filter(|change| class(&change.actions) == kind);
        if let Some(first) = of_kind().next() {
            let symbol = crate::report::phrases::symbol(&first.actions).trim();
            let symbol = if symbol.is_empty() { "other" } else { symbol };
            let _ = write!(text, "  {symbol} {}", of_kind().count());
        }
    }
    text
}

fn actions(page: &mut Page, kind: &str, changes: &[&ChangeReport], plan: &str, left: &mut usize) {
    page.element("ul", &[("class", "list")], |page| {
        for group in alike(changes) {
            if group.len() >= SAME {
                page.element("li", &[("class", "same")], |page| same(page, &group, plan));
                continue;
            }
            for change in group {
                let whole = loses(kind) || *left > 0;
                *left = left.saturating_sub(usize::from(!loses(kind)));
                let item = [("class", "change"), ("data-plan", plan)];
                page.element("li", &[item[0], item[1], ("data-module", &change.module)], |page| {
                    if whole && !change.diff.is_empty() {
                        page.element("details", &[], |page| {
                            page.element("summary", &[], |page| subject(page, change));
                            diff(page, change);
                        });
                    } else {
                        page.element("p", &[], |page| subject(page, change));
                    }
                });
            }
        }
    });
}

/// Whether something is gone, or nobody's any more, after such a change.
fn loses(kind: &str) -> bool {
    matches!(kind, "replace" | "delete" | "forget")
}

/// Path, before and after of every attribute that differs.
type Difference<'r> = Vec<(&'r str, Option<&'r str>, Option<&'r str>)>;

/// Changes with the same difference, in the place of the first of them.
fn alike<'r>(changes: &[&'r ChangeReport]) -> Vec<Vec<&'r ChangeReport>> {
    let mut groups: Vec<Vec<&ChangeReport>> = Vec::new();
    let mut places: BTreeMap<Difference<'r>, usize> = BTreeMap::new();
    for change in changes {
        let plain = change.previous_address.is_none()
            && change.import_id.is_none()
            && change.deposed.is_none()
            && !change.diff.is_empty();
        let said = |one: &'r Evidence| (&*one.path, one.before.as_deref(), one.after.as_deref());
        let next = groups.len();
        let place = if plain {
            *places.entry(change.diff.iter().map(said).collect()).or_insert(next)
        } else {
            next
        };
        match groups.get_mut(place) {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    groups
}

fn same(page: &mut Page, group: &[&ChangeReport], plan: &str) {
    let first = group[0];
    page.element("details", &[], |page| {
        page.element("summary", &[], |page| {
            symbol(page, &first.actions);
            page.leaf("strong", &[], &format!("the same change on {} resources", group.len()));
            let paths: Vec<&str> = first.diff.iter().take(3).map(|one| &*one.path).collect();
            let more = if first.diff.len() > paths.len() { ", …" } else { "" };
            page.leaf("code", &[("class", "dim")], &format!("{}{more}", paths.join(", ")));
        });
        diff(page, first);
        page.element("ul", &[], |page| {
            for change in group {
                let item: Attributes<'_> =
                    &[("class", "change"), ("data-plan", plan), ("data-module", &change.module)];
                page.element("li", item, |page| {
                    page.element("p", &[], |page| subject(page, change));
                });
            }
        });
    });
}

fn subject(page: &mut Page, change: &ChangeReport) {
    symbol(page, &change.actions);
    page.leaf("bdi", &[("class", "address")], &change.address);
    let notes = [
        change.deposed.as_ref().map(|key| format!("deposed {key}")),
        change.previous_address.as_ref().map(|from| format!("moved from {from}")),
        change.import_id.as_ref().map(|id| format!("imported as {id}")),
        change.reason.as_ref().map(|reason| reason.replace('_', " ")),
    ];
    for note in notes.into_iter().flatten() {
        page.leaf("span", &[("class", "note")], &note);
    }
    if let Some(place) = &change.location {
        page.leaf("span", &[("class", "place")], &format!("{}:{}", place.file, place.line));
    }
}

/// The differences as Terraform writes them, one attribute a line.
fn diff(page: &mut Page, change: &ChangeReport) {
    let longest = change.diff.iter().map(|one| one.path.chars().count()).max().unwrap_or(0).min(36);
    let scroll = [("class", "diff"), ("tabindex", "0"), ("role", "group")];
    page.element("pre", &[scroll[0], scroll[1], scroll[2], ("aria-label", "Difference")], |page| {
        let mut lines: Vec<&Evidence> = change.diff.iter().collect();
        // What forces a replacement first, what nobody knows yet last.
        let open = |one: &Evidence| one.after.as_deref() == Some(redact::UNKNOWN);
        lines.sort_by_key(|one| (!forces(change, &one.path), open(one)));
        for (at, one) in lines.into_iter().enumerate() {
            if at > 0 {
                page.line_break();
            }
            let pad = longest.saturating_sub(one.path.chars().count());
            let path = format!("{}{:pad$}  ", one.path, "");
            match (&one.before, &one.after) {
                (Some(before), Some(after)) => {
                    page.text(&format!("~ {path}"));
                    page.leaf("del", &[], before);
                    page.text(" → ");
                    page.leaf("ins", &[], after);
                }
                (Some(before), None) => page.leaf("del", &[], &format!("- {path}{before}")),
                (None, Some(after)) => page.text(&format!("+ {path}{after}")),
                (None, None) => page.text(&format!("~ {path}")),
            }
            if forces(change, &one.path) {
                page.leaf("span", &[("class", "note")], "forces replacement");
            }
        }
    });
}

/// Whether the path, or what it is in, is named as the cause of a replacement.
fn forces(change: &ChangeReport, path: &str) -> bool {
    change.replace_paths.iter().any(|forcing| {
        path.strip_prefix(&**forcing)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            || forcing.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']))
    })
}

#[cfg(test)]
mod tests {
    use super::{alike, forces};
    use crate::finding::Evidence;
    use crate::report::ChangeReport;

    fn change(address: &str, after: &str) -> ChangeReport {
        ChangeReport {
            address: address.to_owned(),
            resource_type: "aws_x".to_owned(),
            module: String::new(),
            actions: vec!["update".to_owned()],
            reason: None,
            replace_paths: vec!["rule[0].port".to_owned()],
            previous_address: None,
            import_id: None,
            deposed: None,
            diff: vec![Evidence {
                path: "tags.team".to_owned(),
                before: None,
                after: Some(after.to_owned()),
            }],
            dependents: Vec::new(),
            location: None,
        }
    }

    #[test]
    fn the_same_difference_is_told_once() {
        let mut moved = change("aws_x.d", "web");
        moved.previous_address = Some("aws_x.old".to_owned());
        let all = [change("aws_x.a", "web"), change("aws_x.b", "db"), change("aws_x.c", "web")];
        let groups = alike(&[&all[0], &all[1], &all[2], &moved]);
        let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 1, 1], "what was moved too is not the same");
        assert_eq!(groups[0][1].address, "aws_x.c");
    }

    #[test]
    fn a_path_forces_with_what_is_in_it() {
        let change = change("aws_x.a", "web");
        for path in ["rule[0].port", "rule", "rule[0]", "rule[0].port[1]"] {
            assert!(forces(&change, path), "{path}");
        }
        assert!(!forces(&change, "rule[0].ports") && !forces(&change, "rules"));
    }
}
