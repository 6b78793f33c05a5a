//! What a run leaves in its own job: summary and outputs.

use std::collections::BTreeMap;
use std::fs;

use super::Job;

/// Reads outputs as the runner does: the last one of a name counts.
pub fn outputs(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let (name, value) = if let Some((name, delimiter)) = line.split_once("<<") {
            let value: Vec<&str> = lines.by_ref().take_while(|line| *line != delimiter).collect();
            (name, value.join("\n"))
        } else {
            let (name, value) = line.split_once('=').unwrap();
            (name, value.to_owned())
        };
        found.insert(name.to_owned(), value);
    }
    found
}

pub const KEYS: [&str; 17] = [
    "verdict",
    "changes",
    "to_add",
    "to_change",
    "to_destroy",
    "to_replace",
    "to_import",
    "to_move",
    "to_forget",
    "has_destroy",
    "denied",
    "warnings",
    "waived",
    "monthly_cost",
    "monthly_delta",
    "plan_fingerprint",
    "failure_reason",
];

#[test]
fn outputs_say_what_conditions_ask() {
    let job = Job::bare().with_files();
    // Others write to the same file, and may forget the line break.
    fs::write(job.path("outputs"), "before=1").unwrap();
    assert_eq!(job.check(&["--post", "job"]).code, 3);
    let found = outputs(&job.read("outputs"));
    assert_eq!(found["before"], "1");
    let mut keys: Vec<&str> =
        found.keys().map(String::as_str).filter(|key| *key != "before").collect();
    let mut expected = KEYS.to_vec();
    keys.sort_unstable();
    expected.sort_unstable();
    assert_eq!(keys, expected);
    // The plan of the story: one replacement, as its plan.json says.
    let json = job.check(&["--post", "job", "-o", "json"]).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let count = |name: &str| report["plans"][0]["summary"][name].as_u64().unwrap();
    assert_eq!(found["to_add"], (count("create") + count("replace")).to_string());
    assert_eq!(found["to_destroy"], (count("delete") + count("replace")).to_string());
    assert_eq!(found["to_replace"], count("replace").to_string());
    assert_eq!(found["plan_fingerprint"], report["plans"][0]["fingerprint"].as_str().unwrap());
    for (key, value) in [
        ("verdict", "approval_needed"),
        ("changes", "true"),
        ("has_destroy", "true"),
        ("denied", "0"),
        ("failure_reason", "needs-approval"),
        ("monthly_cost", ""),
    ] {
        assert_eq!(found[key], value, "{key}");
    }
}

#[test]
fn a_plan_without_changes_says_so_and_one_that_cannot_be_read_does_not() {
    let job = Job::bare().with_files();
    job.story("no-changes");
    assert_eq!(job.run(&["check", "plan.json", "--no-config", "--post", "job"]).code, 0);
    let found = outputs(&job.read("outputs"));
    for (key, value) in
        [("verdict", "passed"), ("changes", "false"), ("has_destroy", "false"), ("to_add", "0")]
    {
        assert_eq!(found[key], value, "{key}");
    }
    fs::write(job.path("plan.json"), "{").unwrap();
    assert_eq!(job.check(&["--post", "job"]).code, 2);
    let found = outputs(&job.read("outputs"));
    for (key, value) in [
        ("verdict", "undecided"),
        ("changes", "true"),
        ("has_destroy", "true"),
        ("to_add", ""),
        ("failure_reason", "error"),
    ] {
        assert_eq!(found[key], value, "{key}");
    }
}

#[test]
fn the_summary_is_added_to_what_is_there_within_what_is_left() {
    let job = Job::bare().with_files();
    fs::write(job.path("summary.md"), "# Before").unwrap();
    job.check(&["--post", "job"]);
    let text = job.read("summary.md");
    assert!(text.starts_with("# Before\n<!-- tfgate v1 "), "{text}");
    fs::write(job.path("summary.md"), "x".repeat((1 << 20) - 12_000)).unwrap();
    job.check(&["--post", "job"]);
    let length = fs::metadata(job.path("summary.md")).unwrap().len();
    assert!(length > (1 << 20) - 12_000 && length <= 1 << 20, "{length}");
    let full = "x".repeat((1 << 20) - 100);
    fs::write(job.path("summary.md"), &full).unwrap();
    let run = job.check(&["--post", "job"]);
    assert!(run.err.contains("the summary of this step is full"), "{}", run.err);
    assert_eq!(job.read("summary.md"), full);
}

#[test]
fn a_hostile_plan_gets_neither_into_outputs_nor_out_of_the_summary() {
    let job = Job::bare().with_files();
    job.story("hostile-keys");
    let run = job.check(&["--post", "job"]);
    let found = outputs(&job.read("outputs"));
    assert_eq!(found.len(), KEYS.len(), "{found:?}");
    assert!(found.values().all(|value| !value.contains('\n')), "{found:?}");
    let summary = job.read("summary.md");
    crate::markdown::markup::check(&summary, &[]);
    for line in summary.lines().chain(run.err.lines()) {
        assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{line}");
    }
}

#[test]
fn outside_of_a_job_there_is_nothing_to_write_to() {
    let run = Job::bare().check(&["--post", "job"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("neither GITHUB_STEP_SUMMARY nor GITHUB_OUTPUT"), "{}", run.err);
}
