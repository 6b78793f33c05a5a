//! Many plans, one verdict: budgets over all of them, and objects that two of them take.

use std::fs;

use serde_json::{Value, json};

use crate::project::Project;
use crate::support::root;

/// A plan that creates one bucket and one queue, with that provider.
fn creating(bucket: &str, queue: &str, provider: &Value) -> String {
    let change = |kind: &str, name: &str, after: &Value| {
        json!({ "address": format!("{kind}.{name}"), "mode": "managed", "type": kind, "name": name,
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": { "actions": ["create"], "before": null, "after": after, "after_unknown": {},
                "before_sensitive": false, "after_sensitive": {} } })
    };
    let block = |kind: &str, name: &str| {
        json!({ "address": format!("{kind}.{name}"), "mode": "managed", "type": kind, "name": name,
            "provider_config_key": "aws", "expressions": {} })
    };
    json!({ "format_version": "1.2", "terraform_version": "1.11.4", "complete": true, "applyable": true,
        "resource_changes": [
            change("aws_s3_bucket", "logs", &json!({ "bucket": bucket })),
            change("aws_sqs_queue", "jobs", &json!({ "name": queue })),
        ],
        "configuration": {
            "provider_config": { "aws": { "name": "aws", "expressions": provider } },
            "root_module": { "resources": [block("aws_s3_bucket", "logs"), block("aws_sqs_queue", "jobs")] } },
    })
    .to_string()
}

fn judge(project: &Project, args: &[&str]) -> (i32, Value) {
    let all = [
        "plan",
        "check",
        "--gate",
        "protect",
        "-c",
        ".tfgate.hcl",
        "--now",
        "2026-11-22T00:00:00Z",
        "-o",
        "json",
    ];
    let run = project.run(&[&all, args].concat());
    let report = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    (run.code, report)
}

fn messages(report: &Value, rule: &str) -> Vec<String> {
    let all = report["findings"].as_array().unwrap().iter().filter(|one| one["rule"] == rule);
    all.map(|one| {
        format!("{} {}", one["severity"].as_str().unwrap(), one["message"].as_str().unwrap())
    })
    .collect()
}

#[test]
fn a_bucket_in_two_plans_is_one_bucket() {
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    let region = |name: &str| json!({ "region": { "constant_value": name } });
    project.write("a/plan.json", &creating("acme-logs", "jobs-a", &region("eu-west-1")));
    project.write("b/plan.json", &creating("acme-logs", "jobs-b", &region("us-east-1")));
    let (code, report) = judge(&project, &["a/plan.json", "b/plan.json"]);
    assert_eq!(code, 1);
    assert_eq!(
        messages(&report, "protect/claimed-twice"),
        ["high the same object is taken by two plans"]
    );
    let finding = &report["findings"][0];
    assert_eq!(finding["plan"], "");
    assert_eq!(finding["evidence"][0]["path"], "a");
    assert_eq!(finding["evidence"][1]["after"], "create aws_s3_bucket.logs");
    assert!(report["rules"]["protect/claimed-twice"]["title"].is_string());
}

#[test]
fn an_equal_name_is_only_a_hint_and_none_where_the_providers_differ() {
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    let role = |account: &str| json!({ "assume_role": [{ "role_arn": { "constant_value": format!("arn:aws:iam::{account}:role/x") } }] });
    project.write("a/plan.json", &creating("logs-a", "jobs", &role("111111111111")));
    project.write("b/plan.json", &creating("logs-b", "jobs", &role("111111111111")));
    project.write("c/plan.json", &creating("logs-c", "jobs", &role("222222222222")));
    project.write(
        "d/plan.json",
        &creating("logs-d", "jobs", &json!({ "region": { "references": ["local.region"] } })),
    );
    let (_, report) = judge(&project, &["a/plan.json", "b/plan.json"]);
    assert_eq!(
        messages(&report, "protect/claimed-twice"),
        ["low an object of the same name is taken by two plans with equal provider settings"]
    );
    for other in ["c/plan.json", "d/plan.json"] {
        let (code, report) = judge(&project, &["a/plan.json", other]);
        assert_eq!((code, messages(&report, "protect/claimed-twice").len()), (0, 0), "{other}");
    }
}

#[test]
fn the_budget_of_the_fleet_counts_all_plans() {
    let project =
        Project::new("no-changes", "profile = \"standard\"\nfleet {\n  max_destroy = 13\n}\n");
    let destroy = fs::read_to_string(root().join("fixtures/destroy-stack/plan.json")).unwrap();
    let shrink = fs::read_to_string(root().join("fixtures/count-shrink/plan.json")).unwrap();
    project.write("a/plan.json", &destroy);
    project.write("b/plan.json", &shrink);
    let budget = |plans: &[&str]| messages(&judge(&project, plans).1, "protect/fleet-budget");
    assert_eq!(budget(&["a/plan.json", "b/plan.json"]), [""; 0], "12 and 1 are 13");
    project.write(".tfgate.hcl", "profile = \"standard\"\nfleet {\n  max_destroy = 12\n}\n");
    assert_eq!(
        budget(&["a/plan.json", "b/plan.json"]),
        ["high 2 plans destroy 13 objects together, at most 12 are allowed"]
    );
    assert_eq!(budget(&["a/plan.json"]), [""; 0]);
    let (_, report) =
        judge(&project, &["a/plan.json", "b/plan.json", "--override", "protect/fleet-budget"]);
    let lifted = report["findings"].as_array().unwrap().iter();
    let lifted: Vec<&Value> = lifted.filter(|one| one["rule"] == "protect/fleet-budget").collect();
    assert_eq!(lifted[0]["approved_by"], "--override protect/fleet-budget");
}

#[test]
fn one_plan_that_cannot_be_read_decides_the_run() {
    let project = Project::new("no-changes", "profile = \"basic\"\n");
    project.write("b/plan.json", "{}");
    let text = project.run(&["plan", "check", "--gate", "protect", "plan.json", "b/plan.json"]).out;
    let rows: Vec<&str> = text.lines().skip_while(|line| !line.contains("verdict")).collect();
    assert!(rows[1].starts_with("  b     undecided "), "{text}");
    assert!(rows[2].starts_with("  plan  passed    ") && rows[2].ends_with("resources"), "{text}");
    let (code, report) = judge(&project, &["plan.json", "b/plan.json"]);
    assert_eq!((code, &report["verdict"]), (2, &Value::from("undecided")));
    let verdicts: Vec<_> =
        report["plans"].as_array().unwrap().iter().map(|plan| &plan["verdict"]).collect();
    assert_eq!(verdicts, ["undecided", "passed"]);
}
