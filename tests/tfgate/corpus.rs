//! Hundreds of real plans, from Terraform 0.12 to 1.15 and `OpenTofu`: each is judged, or is
//! refused for the right reason.
//!
//! What the gate counts is compared with a count made here in the plainest way, over a
//! `serde_json::Value`, from the words of the report's contract alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tfgate::finding::{GateName, Verdict};
use tfgate::plan::{Plan, Refusal, Summary};
use tfgate::report::Report;

use crate::support::{is_raw_hostile, json_files, shared_plans, strictly, strings};

/// The rules of which a destroyed object gets exactly one.
const FATES: &[&str] = &[
    "protect/destroy",
    "protect/stateful-destroy",
    "protect/stateful-replace",
    "protect/import-replaces",
    "protect/protected-address",
    // Besides its updates in place, the deletion of a resource that guards others.
    "protect/guard-removed",
];

#[derive(Default)]
struct Totals {
    plans: usize,
    judged: usize,
    changes: u64,
    findings: usize,
    /// Files by short name and code, since some come in several versions.
    refused: BTreeMap<(String, &'static str), usize>,
}

#[test]
fn every_plan_is_judged_or_refused_for_the_right_reason() {
    let folder = match shared_plans() {
        Ok(folder) => folder,
        Err(reason) => return say!("SKIPPED corpus: {reason}"),
    };
    let mut totals = Totals::default();
    for path in json_files(&folder) {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        totals.plans += 1;
        match Plan::read(bytes.clone()) {
            Err(refusal) => refused(&name, &refusal, &mut totals),
            Ok(plan) => judged(&name, &bytes, &plan, &mut totals),
        }
    }
    let Totals { plans, judged, changes, findings, refused } = totals;
    say!(
        "corpus: {plans} plans, {judged} judged, {} refused, {changes} changes, {findings} findings",
        refused.values().sum::<usize>()
    );
    assert_eq!(plans, judged + refused.values().sum::<usize>());
    let table: Vec<String> = refused
        .iter()
        .map(|((name, code), files)| {
            format!("{name} → {code}, {files} files").replace(", 1 files", "")
        })
        .collect();
    insta::assert_snapshot!("corpus_refused", table.join("\n"));
}

fn refused(name: &str, refusal: &Refusal, totals: &mut Totals) {
    assert!(Refusal::CODES.contains(&refusal.code), "{name}: {}", refusal.code);
    assert!(!refusal.message.is_empty() && !refusal.help.is_empty(), "{name}: {refusal:?}");
    *totals.refused.entry((short(name), refusal.code)).or_default() += 1;
}

/// Older versions of a file begin with `@`, a commit and `__`; the commit says nothing here.
fn short(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let file = file
        .strip_prefix('@')
        .and_then(|rest| rest.split_once("__"))
        .map_or(file, |(_, file)| file);
    format!("{folder}/{file}")
}

fn judged(name: &str, bytes: &[u8], plan: &Plan, totals: &mut Totals) {
    let value = parse(name, bytes);
    let report = strictly(plan);
    let summary = report.plans[0].summary;
    assert_eq!(summary, count(&value), "{name}");
    // A change whose values cannot be decoded leaves the plan undecided, never passed.
    if report.error.is_some() {
        assert_eq!(report.verdict, Verdict::Undecided, "{name}");
    }
    if value.get("errored") == Some(&Value::Bool(true)) {
        assert_eq!(report.verdict, Verdict::Undecided, "{name}");
    }
    one_fate_each(name, &value, &report);
    nothing_hostile(name, &report);
    totals.judged += 1;
    totals.changes += summary.total();
    totals.findings += report.findings.len();
}

fn parse(name: &str, bytes: &[u8]) -> Value {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn changes(plan: &Value) -> impl Iterator<Item = &Value> {
    plan.get("resource_changes").and_then(Value::as_array).into_iter().flatten()
}

/// The set of actions: sorted, each word once.
fn actions(change: &Value) -> Vec<&str> {
    let actions = change["change"]["actions"].as_array().unwrap();
    let mut actions: Vec<&str> = actions.iter().map(|word| word.as_str().unwrap()).collect();
    actions.sort_unstable();
    actions.dedup();
    actions
}

/// "Each entry of `resource_changes` counts once, by its set of actions (replace = delete and
/// create; forget with create is a forget; deposed deletes are deletes; anything else legal is
/// `other`); `import` and `move` count besides."
pub fn count(plan: &Value) -> Summary {
    let mut summary = Summary::default();
    for change in changes(plan) {
        match actions(change).as_slice() {
            ["no-op"] => summary.no_op += 1,
            ["create"] => summary.create += 1,
            ["update"] => summary.update += 1,
            ["delete"] => summary.delete += 1,
            ["read"] => summary.read += 1,
            ["create", "delete"] => summary.replace += 1,
            ["forget"] | ["create", "forget"] => summary.forget += 1,
            _ => summary.other += 1,
        }
        let is_set = |value: Option<&Value>| value.is_some_and(|value| !value.is_null());
        if is_set(change["change"].get("importing")) {
            summary.import += 1;
        }
        if is_set(change.get("previous_address")) {
            summary.moved += 1;
        }
    }
    summary
}

/// Whether the plan destroys a managed object.
pub fn destroys(plan: &Value) -> bool {
    changes(plan).any(|change| actions(change).contains(&"delete") && is_managed(change))
}

fn is_managed(change: &Value) -> bool {
    !matches!(change.get("mode").and_then(Value::as_str), Some("data" | "ephemeral"))
}

fn one_fate_each(name: &str, plan: &Value, report: &Report) {
    if report.findings.is_empty() && report.error.is_some() {
        return;
    }
    for change in changes(plan) {
        if !actions(change).contains(&"delete") || !is_managed(change) {
            continue;
        }
        let address = change["address"].as_str().unwrap();
        let deposed = change.get("deposed").and_then(Value::as_str);
        let fates: Vec<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.gate == GateName::Protect)
            .filter(|finding| FATES.contains(&&*finding.rule))
            .filter(|finding| finding.address.as_deref() == Some(address))
            .filter(|finding| finding.deposed.as_deref() == deposed)
            .filter(|finding| finding.actions.iter().any(|action| action == "delete"))
            .map(|finding| &*finding.rule)
            .collect();
        let twice = changes(plan)
            .filter(|other| other["address"] == change["address"])
            .filter(|other| other.get("deposed").and_then(Value::as_str) == deposed)
            .count();
        assert_eq!(fates.len(), twice, "{name}: {address} has the fates {fates:?}");
    }
}

fn nothing_hostile(name: &str, report: &Report) {
    let report = serde_json::to_value(report).unwrap();
    for (path, text) in strings(&report) {
        // Only what can be pasted has lines, and those lines are ours.
        assert!(!text.chars().any(is_raw_hostile), "{name}: {path}: {text:?}");
        let may_have_lines = path.contains(".next") || path.contains(".help");
        assert!(may_have_lines || !text.contains('\n'), "{name}: {path}: {text:?}");
    }
}

/// The corpus is only worth something while it is the whole one.
#[test]
fn the_corpus_is_whole() {
    let folder = match shared_plans() {
        Ok(folder) => folder,
        Err(reason) => return say!("SKIPPED corpus: {reason}"),
    };
    let of = |name: &str| json_files(&folder.join(Path::new(name))).len();
    assert_eq!((of("public"), of("lab")), (434, 47));
}
