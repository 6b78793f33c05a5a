//! How long `tfgate import` takes, against `terraform import` for one resource after the other.
//!
//! `TFGATE_LAB=1 cargo bench --bench import`, with the lab of the tests: a real Terraform, a
//! real provider, an AWS API on loopback. The same objects are imported by both, into states
//! that hold nothing. Two times of tfgate are printed: the stage that imports, and the whole
//! flow from the first plan to the one that proves it; and both twice: where everything exists,
//! so that the trial's plan can be applied, and where something else is to be created, so that
//! the imports are planned alone. It prints and never fails.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program that prints numbers")]

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Says what the lab does.
macro_rules! say {
    ($($text:tt)*) => { println!($($text)*) };
}

#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/tfgate/lab_aws.rs"]
mod lab_aws;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "../../tests/tfgate/lab_harness.rs"]
mod lab_harness;

use lab_aws::{Lab, lab};
use lab_harness::Module;

/// How many resources are imported.
const COUNTS: [usize; 2] = [20, 50];

/// A fifth of the resources each: type, configuration, and the id of one.
const KINDS: [(&str, &str, &str); 5] = [
    ("aws_cloudwatch_log_group", "name = \"/bench/NAME\"", "/bench/NAME"),
    (
        "aws_iam_role",
        "name = \"NAME\"\n  assume_role_policy = jsonencode({ Version = \"2012-10-17\", Statement = [] })",
        "NAME",
    ),
    ("aws_sns_topic", "name = \"NAME\"", "arn:aws:sns:eu-west-1:123456789012:NAME"),
    (
        "aws_ssm_parameter",
        "name = \"/bench/NAME\"\n  type = \"String\"\n  value = \"x\"",
        "/bench/NAME",
    ),
    ("aws_ecr_repository", "name = \"bench/NAME\"", "bench/NAME"),
];

/// Makes the objects out of band.
const MAKE: &str = r#"
import boto3
logs, iam, sns, ssm, ecr = (boto3.client(one) for one in ("logs", "iam", "sns", "ssm", "ecr"))
for n in range(EACH):
    name = "PREFIX-%d" % n
    logs.create_log_group(logGroupName="/bench/" + name)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[]}')
    sns.create_topic(Name=name)
    ssm.put_parameter(Name="/bench/" + name, Type="String", Value="x")
    ecr.create_repository(repositoryName="bench/" + name)
"#;

fn main() {
    // Benches are built by `cargo test` too, and must not run there.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let Some(lab) = lab() else { return };
    println!("resources        one by one  import stage         whole flow");
    for count in COUNTS {
        measure(lab, count);
    }
}

fn measure(lab: &Lab, count: usize) {
    let prefix = format!("of-{count}");
    let each = count / KINDS.len();
    let module = |more: &str| {
        let module = lab.module();
        module.write("main.tf", &(configuration(&prefix, each) + more));
        module.init();
        module
    };
    let classic = module("");
    let make = MAKE.replace("EACH", &each.to_string()).replace("PREFIX", &prefix);
    lab.python(&classic, &make);
    let one_by_one = by_hand(&classic, &prefix, each);
    let faster = |time: Duration| one_by_one.as_secs_f64() / time.as_secs_f64();
    for (name, more) in [("all exist", ""), ("one new", "resource \"terraform_data\" \"new\" {}")] {
        let (stage, whole) = by_tfgate(&module(more), count);
        println!(
            "{count:4}, {name:9}  {:8.1} s  {:6.1} s ({:4.1} ×)  {:6.1} s ({:4.1} ×)",
            one_by_one.as_secs_f64(),
            stage.as_secs_f64(),
            faster(stage),
            whole.as_secs_f64(),
            faster(whole)
        );
    }
}

fn configuration(prefix: &str, each: usize) -> String {
    let mut text = String::new();
    for (kind, arguments, _) in KINDS {
        let arguments = arguments.replace("NAME", &format!("{prefix}-${{count.index}}"));
        let _ = write!(text, "resource \"{kind}\" \"x\" {{\n  count = {each}\n  {arguments}\n}}\n");
    }
    text
}

/// `terraform import`, once for each.
fn by_hand(module: &Module, prefix: &str, each: usize) -> Duration {
    let begin = Instant::now();
    for (kind, _, id) in KINDS {
        for n in 0..each {
            let id = id.replace("NAME", &format!("{prefix}-{n}"));
            module.terraform(["import", "-no-color", &format!("{kind}.x[{n}]"), &id]);
        }
    }
    begin.elapsed()
}

/// `tfgate import`: how long the stage that imports took, and all of it.
fn by_tfgate(module: &Module, count: usize) -> (Duration, Duration) {
    let begin = Instant::now();
    let mut command = module.tfgate(&[]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut steps: Vec<(String, Duration)> = Vec::new();
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok) {
        if !line.starts_with(' ') {
            steps.push((line, begin.elapsed()));
        }
    }
    assert!(child.wait().unwrap().success(), "{steps:?}");
    let whole = begin.elapsed();
    assert_eq!(module.addresses().len(), count);
    if std::env::var_os("TFGATE_BENCH_STEPS").is_some() {
        println!("{steps:#.1?}");
    }
    let at = |step: &str| steps.iter().find(|(text, _)| text == step).map(|(_, at)| *at);
    // There is no plan of its own where that of the trial does nothing else.
    let begin = at("planning the imports alone").or(at("importing")).unwrap();
    let stage = at("planning again").unwrap().saturating_sub(begin);
    (stage, whole)
}
