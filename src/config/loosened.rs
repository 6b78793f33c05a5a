//! What a changed configuration lets pass that the former one would not.
//!
//! A pull request must not loosen the gate that judges it. So two configurations are
//! compared as they are in force for one plan: settings by the strictness that each of them
//! states, rules by the level that they come out at, waivers by what they cover. Of a
//! setting that states none, any difference counts: it may let more pass.

use std::collections::BTreeMap;

use super::globs::RulePattern;
use super::in_force::{Decided, InForce};
use super::show::{Setting, Strictness};
use super::waiver::Waiver;
use crate::finding::{Level, Severity};
use crate::plan::Pattern;

/// One thing that lets more pass than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loosened {
    /// What it is about: a setting, or a waiver.
    pub key: String,
    /// One sentence without full stop.
    pub message: String,
    /// What it was; none where it is new.
    pub before: Option<String>,
    /// What it is now; none where it is gone.
    pub after: Option<String>,
    /// Where the change says so, or where the former configuration did: `.tfgate.hcl:4`.
    pub origin: String,
}

impl InForce {
    /// What lets more pass here than in `base`. `rules` are the ids and severities that
    /// levels are compared for.
    #[must_use]
    pub fn looser_than(&self, base: &Self, rules: &[(String, Severity)]) -> Vec<Loosened> {
        let mut found = settings(&base.settings(), &self.settings());
        found.extend(levels(base, self, rules));
        found.extend(waivers(base, self));
        found
    }
}

fn settings(base: &[Setting], head: &[Setting]) -> Vec<Loosened> {
    let mut found = Vec::new();
    for was in base {
        let is = head.iter().find(|is| is.key == was.key && same_kind(was, is));
        if is_looser(Some(was), is) {
            found.push(changed(was, is));
        }
    }
    for is in head {
        let known = base.iter().any(|was| was.key == is.key && same_kind(was, is));
        if !known && is_looser(None, Some(is)) {
            let message = format!("`{}` is new: {}", is.key, is.value);
            found.push(Loosened {
                key: is.key.clone(),
                message,
                before: None,
                after: Some(is.value.clone()),
                origin: is.origin.clone(),
            });
        }
    }
    found
}

/// Guards of one key stand side by side and are told apart by their value.
fn same_kind(was: &Setting, is: &Setting) -> bool {
    was.strictness != Strictness::Guard || was.value == is.value
}

fn changed(was: &Setting, is: Option<&Setting>) -> Loosened {
    let Setting { key, value, origin, .. } = was;
    let message = match is {
        None => format!("`{key}` no longer says {value}"),
        Some(is) => format!("`{key}` goes from {value} to {}", is.value),
    };
    Loosened {
        key: key.clone(),
        message,
        before: Some(value.clone()),
        after: is.map(|is| is.value.clone()),
        origin: is.map_or(origin, |is| &is.origin).clone(),
    }
}

/// Whether more passes with what a setting is than with what it was.
fn is_looser(was: Option<&Setting>, is: Option<&Setting>) -> bool {
    let of = |setting: Option<&Setting>| setting.map(|setting| setting.strictness.clone());
    match (of(was), of(is)) {
        (Some(Strictness::AtMost(was, unit)), Some(Strictness::AtMost(is, other))) => {
            unit != other || is > was
        }
        (Some(Strictness::AtLeast(was)), Some(Strictness::AtLeast(is))) => is < was,
        (Some(Strictness::Each(was)), Some(Strictness::Each(is)))
        | (Some(Strictness::Only(was)), Some(Strictness::Only(is))) => !was.is_subset(&is),
        // A limit, a demand or a guard that is gone.
        (
            Some(
                Strictness::AtMost(..)
                | Strictness::AtLeast(_)
                | Strictness::Each(_)
                | Strictness::Guard,
            ),
            is,
        ) => is.is_none_or(|is| is != Strictness::Guard),
        // What is let pass where it was not.
        (was, Some(is @ (Strictness::Opening | Strictness::Only(_)))) => was != Some(is),
        (Some(Strictness::Opaque), None) | (None, Some(Strictness::Opaque)) => true,
        (Some(Strictness::Opaque), Some(_)) | (Some(_), Some(Strictness::Opaque)) => {
            was.map(|was| &was.value) != is.map(|is| &is.value)
        }
        (
            None | Some(Strictness::Neutral | Strictness::Opening | Strictness::Only(_)),
            None
            | Some(
                Strictness::Neutral
                | Strictness::AtMost(..)
                | Strictness::AtLeast(_)
                | Strictness::Each(_)
                | Strictness::Guard,
            ),
        ) => false,
    }
}

/// Rules that come out at a lower level, grouped by the line that says so. What the profile
/// alone brings about is told by the profile.
fn levels(base: &InForce, head: &InForce, rules: &[(String, Severity)]) -> Vec<Loosened> {
    let mut lowered: BTreeMap<String, Vec<(&str, Level, Level)>> = BTreeMap::new();
    let mut lower = |rule, was: Decided, is: Decided| {
        let by_profile = was.origin == base.profile_name() && is.origin == head.profile_name();
        if is.level >= was.level || by_profile {
            return;
        }
        let origin = if is.origin == head.profile_name() { was.origin } else { is.origin };
        let group = lowered.entry(origin).or_default();
        if group.iter().all(|(known, ..)| *known != rule) {
            group.push((rule, was.level, is.level));
        }
    };
    for (rule, severity) in rules {
        // The type of a resource decides how bad its destruction is.
        let by_type = rule.starts_with("protect/");
        let severities = Severity::ALL.into_iter().filter(|other| by_type || other == severity);
        for (severity, destruction) in severities.flat_map(|one| [(one, false), (one, by_type)]) {
            let was = base.level_of(rule, severity, destruction);
            let is = head.level_of(rule, severity, destruction);
            lower(rule, was, is);
        }
    }
    for (rule, severity) in foreign(base, head, rules) {
        let was = base.level_of_scanner(rule, severity);
        let is = head.level_of_scanner(rule, severity);
        lower(rule, was, is);
    }
    let each = lowered.into_iter().map(|(origin, rules)| {
        let (first, was, is) = rules[0];
        let message = match rules.len() {
            1 => format!("`{first}` goes from {was} to {is}"),
            more => {
                format!("{more} rules become more lenient, such as `{first}` from {was} to {is}")
            }
        };
        Loosened {
            key: format!("level of {first}"),
            message,
            before: Some(was.to_string()),
            after: Some(is.to_string()),
            origin,
        }
    });
    each.collect()
}

/// The rules of other scanners, of which only the patterns of `rule` blocks are known: each
/// stands for what it names, and one for all the others. A pattern matches itself.
fn foreign<'r>(
    base: &'r InForce,
    head: &'r InForce,
    rules: &[(String, Severity)],
) -> Vec<(&'r str, Severity)> {
    let set = base.rules.iter().chain(&head.rules).map(|set| &set.rule);
    let unknown = set.filter(|pattern| !rules.iter().any(|(rule, _)| pattern.matches(rule)));
    let mut patterns: Vec<&str> = unknown.map(RulePattern::as_str).collect();
    patterns.push("rules of other scanners");
    let each = patterns.into_iter();
    each.flat_map(|pattern| Severity::ALL.map(|severity| (pattern, severity))).collect()
}

/// Waivers that no former one covers: same rule, at least the same addresses, as late.
fn waivers(base: &InForce, head: &InForce) -> Vec<Loosened> {
    let covered = |new: &Waiver| {
        base.waivers.iter().any(|old| {
            let everywhere = old.addresses.is_empty();
            let all = !new.addresses.is_empty()
                && new.addresses.iter().all(|address| old.addresses.contains(address));
            old.rule == new.rule && (everywhere || all) && old.expires >= new.expires
        })
    };
    let new = head.waivers.iter().filter(|waiver| !covered(waiver));
    new.map(|waiver| {
        let addresses: Vec<&str> = waiver.addresses.iter().map(Pattern::as_str).collect();
        let subject = if addresses.is_empty() {
            "every address".to_owned()
        } else {
            format!("`{}`", addresses.join("`, `"))
        };
        let known = base.waivers.iter().any(|old| old.rule == waiver.rule);
        let verb = if known { "is wider than before" } else { "is new" };
        let text = format!("{subject} until {}", waiver.expires);
        Loosened {
            key: format!("waiver of {}", waiver.rule.as_str()),
            message: format!("waiver of `{}` for {text} {verb}", waiver.rule.as_str()),
            before: None,
            after: Some(text),
            origin: waiver.origin.clone(),
        }
    })
    .collect()
}
