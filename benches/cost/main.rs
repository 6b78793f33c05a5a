//! What the cost gate adds to the CPU time of protect and comply, on a plan of 5,000 billable
//! resources.
//!
//! `cargo bench --bench cost`. Each case judges in a process of its own, which starts this
//! program again; both are measured in turn, so that a busy machine meets them alike, and
//! the least of several runs counts. Each gate pays for loading its own policies, tables and
//! prices; reading the plan is left out. It prints and never fails.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program that prints numbers")]

#[allow(dead_code, reason = "shared with the bench of the whole gate")]
#[path = "../gate/process.rs"]
mod process;

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use tfgate::config::{Config, Situation};
use tfgate::cost::usage::{Preset, Usage};
use tfgate::judge::{self, PlanRequest, Policies, Pricing, Request};
use tfgate::plan::Plan;
use tfgate::policy::{Catalogue, Inputs, Wanted};

/// Runs of each case.
const RUNS: usize = 9;

/// Billable resources of the plan.
const RESOURCES: usize = 5000;

/// Limits of every kind, so that all are judged.
const CONFIGURATION: &str = "cost {
  max_increase = \"500 USD\"
  max_increase_percent = 10
  max_resource_increase = \"300 USD\"
  max_decrease = \"500 USD\"
  min_coverage = 0.9
  limit \"team\" {
    tags = { Team = \"team-1\" }
    max_total = \"2000 USD\"
  }
}";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, case, file] = &*arguments
        && ["without", "with"].contains(&&**case)
    {
        return child(case == "with", Path::new(file));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.json");
    fs::write(&file, plan().to_string()).unwrap();
    let (mut without, mut with) = (f64::MAX, f64::MAX);
    for _ in 0..RUNS {
        without = without.min(measure("without", &file));
        with = with.min(measure("with", &file));
    }
    println!("{RESOURCES} billable resources, best of {RUNS} runs, CPU of all threads");
    println!("protect + comply          {without:>7.1} ms");
    println!("protect + comply + cost   {with:>7.1} ms");
    println!("the cost gate adds        {:>7.1} %", (with / without - 1.0) * 100.0);
}

/// CPU time in milliseconds of one case.
fn measure(case: &str, file: &Path) -> f64 {
    let this = std::env::current_exe().unwrap();
    let output = Command::new(&this).arg(case).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

/// Judges in this process and prints what it took.
fn child(cost: bool, file: &Path) {
    let plan = Plan::read(fs::read(file).unwrap()).ok().unwrap();
    let before = process::cpu();
    let types = plan.managed_types();
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    let catalogue = Catalogue::load(&Wanted::default(), &types).unwrap();
    let config = Config::parse(".tfgate.hcl", CONFIGURATION).unwrap();
    let unknown = || Err(String::new());
    let situation =
        Situation { directory: None, branch: None, workspace: &unknown, variable: &|_| None };
    let choice = config.choose(None, &situation).unwrap();
    let now = Timestamp::now();
    let request = Request {
        plans: vec![PlanRequest {
            name: "plan".to_owned(),
            source: "plan.json".to_owned(),
            plan: Ok(&plan),
            in_force: config.in_force(&choice, None),
            protect: true,
            policies: Some(Policies { catalogue, inputs: Inputs::new() }),
            cost: cost
                .then(|| Pricing { usage: Usage::assume(Preset::Medium), ..Pricing::default() }),
            baseline: None,
            checks: None,
            scans: None,
            sources: None,
            file_sha256: None,
        }],
        configuration: None,
        lifts: Vec::new(),
        now,
        today: now.to_zoned(TimeZone::UTC).date(),
        details: false,
    };
    let report = judge::judge(request);
    let took = process::cpu() - before;
    if cost {
        let bill = report.plans[0].cost.as_ref().unwrap();
        assert_eq!((bill.billable, bill.priced), (RESOURCES, RESOURCES), "{:?}", bill.unpriced);
    }
    println!("{took}");
}

/// A plan of an estate as the cost gate meets it: nine of ten resources unchanged, every
/// type with the attributes that are priced.
fn plan() -> Value {
    let (mut changes, mut blocks) = (Vec::new(), Vec::new());
    for n in 0..RESOURCES {
        let (resource_type, mut values) = resource(n);
        values["id"] = json!(format!("id-{n:017x}"));
        values["tags"] = json!({"Team": format!("team-{}", n % 20), "Name": format!("r{n}")});
        values["tags_all"] = values["tags"].clone();
        let mut larger = values.clone();
        larger["description"] = json!("larger");
        let (actions, before, after) = match n % 50 {
            0 | 1 => ("create", Value::Null, values),
            2 => ("delete", values, Value::Null),
            3 | 4 => ("update", values, larger),
            _ => ("no-op", values.clone(), values),
        };
        let name = format!("r{n}");
        changes.push(json!({
            "address": format!("{resource_type}.{name}"), "mode": "managed",
            "type": resource_type, "name": name,
            "provider_name": "registry.terraform.io/hashicorp/aws",
            "change": {
                "actions": [actions], "before": before, "after": after, "after_unknown": {},
                "before_sensitive": {}, "after_sensitive": {},
            },
        }));
        blocks.push(json!({
            "address": format!("{resource_type}.{name}"), "mode": "managed",
            "type": resource_type, "name": name, "provider_config_key": "aws",
            "expressions": {"tags": {"references": ["local.tags"]}},
        }));
    }
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": changes,
        "configuration": {
            "provider_config": {"aws": {
                "name": "aws", "full_name": "registry.terraform.io/hashicorp/aws",
                "expressions": {"region": {"constant_value": "us-east-1"}},
            }},
            "root_module": {"resources": blocks},
        },
    })
}

fn resource(n: usize) -> (&'static str, Value) {
    match n % 10 {
        0 | 1 => (
            "aws_instance",
            json!({
                "instance_type": "m5.large", "ebs_optimized": false, "monitoring": true,
                "root_block_device": [{"volume_type": "gp3", "volume_size": 50, "throughput": 250}],
                "ebs_block_device": [{"volume_type": "gp3", "volume_size": 100 + n % 7, "iops": 3000}],
            }),
        ),
        2 => ("aws_ebs_volume", json!({"type": "gp3", "size": 100, "iops": 3000})),
        3 => (
            "aws_db_instance",
            json!({
                "engine": "mysql", "instance_class": "db.m5.large", "multi_az": n.is_multiple_of(2),
                "allocated_storage": 100, "storage_type": "gp3", "backup_retention_period": 7,
            }),
        ),
        4 => ("aws_lambda_function", json!({"memory_size": 512, "architectures": ["arm64"]})),
        5 => ("aws_s3_bucket", json!({"bucket": format!("bucket-{n}")})),
        6 => (
            "aws_dynamodb_table",
            json!({
                "billing_mode": "PROVISIONED", "read_capacity": 10, "write_capacity": 5,
                "global_secondary_index": [{"name": "a", "read_capacity": 5, "write_capacity": 5}],
            }),
        ),
        7 => ("aws_cloudwatch_metric_alarm", json!({"period": 300, "metric_query": []})),
        8 => ("aws_lb", json!({"load_balancer_type": "application"})),
        _ => ("aws_sqs_queue", json!({"name": format!("q{n}"), "fifo_queue": false})),
    }
}
