//! Policies over plan objects: one with loops over 42 attributes, and a join.

use divan::Bencher;
use divan::counter::ItemsCount;
use tfgate::plan::{Json, Mask};
use tfgate::policy::lookup::{Candidate, Index};
use tfgate::policy::{
    Context, Inputs, Judge, Operation, PlanObject, PolicySet, ResourceInput, Source, Value,
};

const OBJECTS: usize = 1000;

const POLICY: &str = r#"
input "level" {
  type    = string
  default = "mandatory"
}

resource_policy "aws_security_group" "ingress" {
  enforcement_level = input.level

  locals {
    risky = [
      for r in attrs.ingress : r
      if core::contains(core::try(r.cidr_blocks, []), "0.0.0.0/0") && r.from_port <= 22 && r.to_port >= 22
    ]
    tagged = core::try(attrs.tags["env"], "") == "prod"
  }

  enforce {
    condition     = core::length(local.risky) == 0 && local.tagged
    error_message = "${attrs.name} is open"
  }
}
"#;

const JOIN: &str = r#"
resource_policy "aws_security_group" "used" {
  enforce {
    condition = core::length(core::getresources("aws_security_group", { name = attrs.name })) == 1
  }
}
"#;

fn main() {
    divan::main();
}

fn texts() -> Vec<String> {
    let rule = |n: usize| {
        format!(
            r#"{{"cidr_blocks":["10.{n}.0.0/16","10.{n}.1.0/24"],"from_port":{n},"to_port":{},"protocol":"tcp","description":"rule {n}"}}"#,
            n + 400
        )
    };
    let fill: Vec<String> = (0..38).map(|n| format!(r#""attribute_{n}":"value {n}""#)).collect();
    let rules: Vec<String> = (20..25).map(rule).collect();
    (0..OBJECTS)
        .map(|n| {
            let (rules, fill) = (rules.join(","), fill.join(","));
            format!(r#"{{"name":"sg-{n}","ingress":[{rules}],"tags":{{"env":"prod"}},"vpc_id":"vpc-1",{fill}}}"#)
        })
        .collect()
}

fn run(bencher: Bencher<'_, '_>, policy: &str) {
    let texts = texts();
    let decoded: Vec<Json<'_>> =
        texts.iter().map(|text| Json::decode(text).unwrap_or(Json::Null)).collect();
    let (clear, unknown) = (Mask::None, Mask::None);
    let object = |json| PlanObject {
        name: "attrs".into(),
        address: "",
        json,
        unknown: &unknown,
        sensitive: &clear,
    };
    let objects: Vec<PlanObject<'_>> = decoded.iter().map(object).collect();
    let rows = decoded.iter().map(|json| Candidate {
        ty: "aws_security_group",
        attrs: object(json),
        references: Vec::new(),
    });
    let index = Index::new(rows.collect(), Vec::new());
    let source = Source { dir: String::new(), name: "a.policy.hcl".into(), text: policy.into() };
    let set = PolicySet::load(vec![source]).unwrap_or_else(|errors| panic!("{errors:?}"));
    let inputs = Inputs::new();
    bencher.counter(ItemsCount::new(OBJECTS)).bench_local(|| {
        let context = Context { inputs: &inputs, now: 0, strict_logic: false };
        let mut judge = Judge::new(&set, &context);
        let mut outcomes = 0;
        for object in &objects {
            let resource = ResourceInput {
                ty: "aws_security_group",
                provider_type: "aws",
                module_path: ".",
                operation: Operation::NoOp,
                attrs: Some(Value::plan(object)),
                prior: None,
            };
            outcomes += judge.resource(&resource, &index.lookup()).len();
        }
        outcomes
    });
}

#[divan::bench]
fn loops_and_conditions(bencher: Bencher<'_, '_>) {
    run(bencher, POLICY);
}

#[divan::bench]
fn join_by_name(bencher: Bencher<'_, '_>) {
    run(bencher, JOIN);
}

#[divan::bench]
fn load(bencher: Bencher<'_, '_>) {
    let source = Source { dir: String::new(), name: "a.policy.hcl".into(), text: POLICY.into() };
    bencher.bench_local(|| PolicySet::load(vec![source.clone()]));
}
