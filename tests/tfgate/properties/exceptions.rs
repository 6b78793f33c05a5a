//! A waiver, `--allow-destroy` or `--override` never makes a verdict worse, and never adds a
//! finding that stands in the way.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use tfgate::config::Profile;
use tfgate::finding::Verdict;
use tfgate::judge::Lift;
use tfgate::plan::Plan;
use tfgate::report::Report;

use super::{cases, generate};
use crate::support::{Setup, stories};

/// Something that lifts findings.
#[derive(Clone, Debug)]
struct Exception {
    rule: &'static str,
    /// An address pattern, or the position of a change whose address is one.
    target: Target,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Target {
    Everywhere,
    Pattern(&'static str),
    Change(proptest::sample::Index),
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Waiver,
    ExpiredWaiver,
    AllowDestroy,
    Override,
}

fn exception() -> impl Strategy<Value = Exception> {
    let rule = prop_oneof![
        Just("protect/*"),
        Just("protect/destroy"),
        Just("protect/stateful-*"),
        Just("protect/guard-removed"),
        Just("protect/incomplete-plan"),
        Just("config/*"),
    ];
    let target = prop_oneof![
        Just(Target::Everywhere),
        Just(Target::Pattern("**")),
        Just(Target::Pattern("aws_*.a")),
        Just(Target::Pattern("**.*.*[0]")),
        Just(Target::Pattern("module.*.**")),
        any::<proptest::sample::Index>().prop_map(Target::Change),
    ];
    let kind = prop_oneof![
        Just(Kind::Waiver),
        Just(Kind::ExpiredWaiver),
        Just(Kind::AllowDestroy),
        Just(Kind::Override),
    ];
    (rule, target, kind).prop_map(|(rule, target, kind)| Exception { rule, target, kind })
}

impl Exception {
    fn pattern(&self, plan: &Plan) -> Option<String> {
        match &self.target {
            Target::Everywhere => None,
            Target::Pattern(text) => Some((*text).to_owned()),
            Target::Change(_) if plan.change_count() == 0 => None,
            Target::Change(at) => Some(plan.change(at.index(plan.change_count())).label()),
        }
    }

    fn add(&self, setup: &mut Setup, plan: &Plan) {
        let pattern = self.pattern(plan);
        let address = pattern
            .as_ref()
            .map(|text| {
                let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
                format!("  address = \"{}\"\n", quoted.replace("${", "$${").replace("%{", "%%{"))
            })
            .unwrap_or_default();
        let waiver = |expires: &str| {
            format!(
                "waiver \"{}\" {{\n{address}  reason = \"r\"\n  owner = \"o\"\n  expires = \"{expires}\"\n}}\n",
                self.rule
            )
        };
        // Waiving the same thing twice is an error of the configuration.
        let header = format!("waiver \"{}\" {{\n{}  reason", self.rule, address);
        let waived = setup.configuration.contains(&header);
        match self.kind {
            Kind::Waiver | Kind::ExpiredWaiver if waived => {}
            Kind::Waiver => setup.configuration += &waiver("2027-01-31"),
            Kind::ExpiredWaiver => setup.configuration += &waiver("2026-01-31"),
            Kind::AllowDestroy => {
                let pattern = pattern.as_deref().unwrap_or("**");
                setup.lifts.push(Lift::allow_destroy(pattern).unwrap());
            }
            Kind::Override => {
                let text =
                    pattern.map_or(self.rule.to_owned(), |text| format!("{}@{text}", self.rule));
                setup.lifts.push(Lift::override_rule(&text).unwrap());
            }
        }
    }
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Passed => 0,
        Verdict::ApprovalNeeded => 1,
        Verdict::Denied => 2,
        Verdict::Undecided => 3,
    }
}

fn blocking(report: &Report) -> BTreeSet<(&str, &str)> {
    let blocking = report.findings.iter().filter(|finding| finding.blocks());
    blocking.map(|finding| (&*finding.rule, &*finding.fingerprint)).collect()
}

/// Judges twice; fails if the exceptions did harm. Tells whether they did anything at all.
fn harmless(bytes: &[u8], profile: Profile, exceptions: &[Exception]) -> bool {
    let plan = Plan::read(bytes.to_vec()).ok().unwrap();
    let before = Setup::plain(profile).judge(&plan);
    let mut setup = Setup::plain(profile);
    for exception in exceptions {
        exception.add(&mut setup, &plan);
    }
    let after = setup.judge(&plan);
    assert!(
        rank(after.verdict) <= rank(before.verdict),
        "{:?} became {:?} by {exceptions:?}",
        before.verdict,
        after.verdict
    );
    let (was, is) = (blocking(&before), blocking(&after));
    assert!(is.is_subset(&was), "{exceptions:?} added {:?}", is.difference(&was));
    // What is lifted stays in the report, and is counted.
    let protect = |report: &Report| {
        report.findings.iter().filter(|one| one.rule.starts_with("protect/")).count()
    };
    assert_eq!(protect(&before), protect(&after));
    is.len() < was.len()
}

fn profile() -> impl Strategy<Value = Profile> {
    proptest::sample::select(Profile::ALL.to_vec())
}

fn exceptions() -> impl Strategy<Value = Vec<Exception>> {
    proptest::collection::vec(exception(), 1..4)
}

#[test]
fn exceptions_never_harm_stories() {
    let stories = stories();
    let lifted = Cell::new(0);
    let config = cases("exceptions, stories");
    proptest!(config, |(story in 0..stories.len(), profile in profile(), some in exceptions())| {
        lifted.set(lifted.get() + usize::from(harmless(&stories[story].1, profile, &some)));
    });
    assert!(lifted.get() > 0, "no exception lifted anything, so nothing was tried");
}

#[test]
fn exceptions_never_harm_generated_plans() {
    let lifted = Cell::new(0);
    let config = cases("exceptions, generated");
    let input = (generate::plan(), profile(), exceptions());
    proptest!(config, |((plan, profile, some) in input)| {
        let plan: Value = plan;
        lifted.set(lifted.get() + usize::from(harmless(plan.to_string().as_bytes(), profile, &some)));
    });
    assert!(lifted.get() > 0, "no exception lifted anything, so nothing was tried");
}
