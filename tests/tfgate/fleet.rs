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
    judge_by("protect", project, args)
}

fn judge_by(gate: &str, project: &Project, args: &[&str]) -> (i32, Value) {
    let all = [
        "plan",
        "check",
        "--gate",
        gate,
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

/// A plan that does that to `count` instances, each $70.08 and $0.80 for its root volume.
fn instances(action: &str, count: usize) -> String {
    let instance = json!({ "instance_type": "m5.large", "availability_zone": "us-east-1a" });
    let side = |there: bool| if there { instance.clone() } else { Value::Null };
    let changes = (0..count).map(|n| {
        json!({ "address": format!("aws_instance.web[{n}]"), "mode": "managed",
            "type": "aws_instance", "name": "web", "index": n,
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": { "actions": [action], "before": side(action != "create"),
                "after": side(action != "delete"), "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {} } })
    });
    let changes: Vec<Value> = changes.collect();
    json!({ "format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
        "applyable": true, "resource_changes": changes })
    .to_string()
}

#[test]
fn the_costs_of_all_plans_count_together() {
    let project = Project::new("no-changes", "");
    project.write("a/plan.json", &instances("create", 1));
    project.write("b/plan.json", &instances("create", 2));
    project.write("c/plan.json", &instances("no-op", 3));
    let judge = |limit: &str, plans: &[&str]| {
        project.write(".tfgate.hcl", &format!("fleet {{\n  {limit}\n}}\n"));
        let (code, report) = judge_by("cost", &project, plans);
        (code, messages(&report, "cost/fleet-budget"), report)
    };
    let all = ["a/plan.json", "b/plan.json", "c/plan.json"];
    // 3 × 70.88
    assert_eq!(judge("max_increase = \"212.64 USD\"", &all).1, [""; 0]);
    let (code, found, report) = judge("max_increase = \"212.63 USD\"", &all);
    let told = "high 3 plans add $212.64 a month together, more than the $212.63 allowed";
    assert_eq!((code, found), (3, vec![told.to_owned()]));
    let evidence = &report["findings"][0]["evidence"];
    assert_eq!(evidence[0], json!({ "path": "b", "before": "$0.00", "after": "$141.76" }));
    assert_eq!(report["findings"][0]["location"]["line"], 2);
    // 6 × 70.88; what was there before does not block those that add nothing.
    let (code, found, _) = judge("max_total = \"425 USD\"", &all);
    let told = "high 3 plans cost $425.28 a month together, more than the $425.00 allowed";
    assert_eq!((code, found), (3, vec![told.to_owned()]));
    let (code, found, _) = judge("max_total = \"100 USD\"", &["c/plan.json"]);
    let told = "high 1 plan costs $212.64 a month, more than the $100.00 allowed";
    assert_eq!((code, found), (0, vec![told.to_owned()]));
}

#[test]
fn a_fleet_of_which_something_has_no_price_is_not_below_its_limit() {
    let config = "profile = \"strict\"\nfleet {\n  max_increase = \"1000 USD\"\n}\n";
    let project = Project::new("no-changes", config);
    project.write("a/plan.json", &instances("create", 1));
    let unpriced = instances("create", 1).replace("us-east-1a", "af-south-1a");
    project.write("b/plan.json", &unpriced);
    let (code, report) = judge_by("cost", &project, &["a/plan.json", "b/plan.json"]);
    assert_eq!(
        messages(&report, "cost/fleet-budget"),
        ["high cannot tell whether `max_increase` of the fleet is kept"]
    );
    assert_eq!((code, &report["findings"][0]["outcome"]), (3, &Value::from("unknown")));
    let (code, report) = judge_by("cost", &project, &["a/plan.json"]);
    assert_eq!((code, messages(&report, "cost/fleet-budget")), (0, Vec::new()));
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
