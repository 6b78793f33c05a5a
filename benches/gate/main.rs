//! What the gate costs on a plan of 100 MB: CPU time and peak memory, beside those of
//! `serde_json`'s `IgnoredAny`, which only checks the grammar of the same bytes.
//!
//! `cargo bench --bench gate`. Every case runs in a process of its own, which starts this
//! program again, so that one case's memory is not another's; the least of several runs
//! counts. The numbers come from `/proc`, so this runs on Linux. It prints and never fails.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program that prints numbers")]

mod plan;
mod process;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::de::IgnoredAny;
use tfgate::config::{Config, Situation};
use tfgate::judge::{self, PlanRequest, Request};
use tfgate::plan::Plan;
use tfgate::report::text::{self, Look};

use process::{cpu, peak, ticks};

/// Runs of each case; the best one counts, the others met a busy machine.
const RUNS: usize = 5;

/// Bytes of the large plan, at least.
const LARGE: usize = 100 << 20;

/// Bytes of the changes of the everyday plan; its configuration brings it to some 60 KB.
const SMALL: usize = 40 << 10;

/// What is measured; the name is the argument of the child process.
const CASES: [(&str, &str); 4] = [
    ("read", "read the file"),
    ("ignore", "read + IgnoredAny"),
    ("scan", "read + Plan::read"),
    ("gate", "read + Plan::read + protect gate + text report"),
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, case, file, ..] = &*arguments
        && CASES.iter().any(|(name, _)| name == case)
    {
        return child(case, Path::new(file));
    }
    let folder = tempfile::tempdir().unwrap();
    let (large, small) = (folder.path().join("large.json"), folder.path().join("small.json"));
    let resources = plan::write(&large, LARGE);
    let bytes = fs::metadata(&large).unwrap().len();
    println!("plan: {:.1} MB, {resources} resources, best of {RUNS} runs", megabytes(bytes));
    println!(
        "{:<48} {:>8} {:>13} {:>9} {:>8}",
        "case", "CPU ms", "to IgnoredAny", "peak MB", "to file"
    );
    let measured: Vec<(f64, f64)> = CASES.iter().map(|(case, _)| measure(case, &large)).collect();
    let yardstick = measured[1].0;
    for ((_, name), (cpu, peak)) in CASES.iter().zip(&measured) {
        let file = megabytes(bytes);
        println!(
            "{name:<48} {cpu:>8.0} {:>13.2} {peak:>9.1} {:>8.2}",
            cpu / yardstick,
            peak / file
        );
    }
    let resources = plan::write(&small, SMALL);
    binary("plan check, 60 KB", &small, resources, 100);
    binary("plan check, 100 MB", &large, 0, 3);
}

#[allow(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

/// The least CPU time in milliseconds and peak memory in MB of one case.
fn measure(case: &str, file: &Path) -> (f64, f64) {
    let this = std::env::current_exe().unwrap();
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..RUNS {
        let output = Command::new(&this).arg(case).arg(file).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let mut numbers = text.split_whitespace().map(|number| number.parse::<f64>().unwrap());
        let (cpu, peak) = (numbers.next().unwrap(), numbers.next().unwrap());
        best = (best.0.min(cpu), best.1.min(peak));
    }
    best
}

/// Runs one case in this process and prints what it took.
fn child(case: &str, file: &Path) {
    let bytes = fs::read(file).unwrap();
    match case {
        "read" => drop(std::hint::black_box(bytes)),
        "ignore" => {
            let ignored: IgnoredAny = serde_json::from_slice(&bytes).unwrap();
            std::hint::black_box(ignored);
        }
        "scan" => drop(std::hint::black_box(Plan::read(bytes).ok().unwrap())),
        _ => {
            std::hint::black_box(gate(bytes));
        }
    }
    println!("{} {}", cpu(), peak());
}

/// What `tfgate plan check` does once it has the bytes and no configuration.
fn gate(bytes: Vec<u8>) -> usize {
    let plan = Plan::read(bytes).ok().unwrap();
    let config = Config::default();
    let unknown = || Err(String::new());
    let situation =
        Situation { directory: None, branch: None, workspace: &unknown, variable: &|_| None };
    let choice = config.choose(None, &situation).unwrap();
    let now = Timestamp::now();
    let report = judge::judge(Request {
        plans: vec![PlanRequest {
            name: "plan".to_owned(),
            source: "plan.json".to_owned(),
            plan: Ok(&plan),
            in_force: config.in_force(&choice, None),
            protect: true,
            policies: None,
            cost: None,
            baseline: None,
            checks: None,
            scans: None,
            sources: Some(Path::new(".")),
            file_sha256: None,
        }],
        configuration: None,
        lifts: Vec::new(),
        now,
        today: now.to_zoned(TimeZone::UTC).date(),
        details: false,
    });
    text::render(&report, &Look::default()).len()
}

/// The real binary, from its start to its end.
fn binary(what: &str, file: &Path, resources: usize, runs: u32) {
    let before = ticks(15);
    let mut best = f64::MAX;
    for _ in 0..runs {
        let start = Instant::now();
        let output = Command::new(env!("CARGO_BIN_EXE_tfgate"))
            .args(["plan", "check", "--no-config"])
            .arg(file)
            .output()
            .unwrap();
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
        assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{output:?}");
    }
    let cpu = (ticks(15) - before) * 10.0 / f64::from(runs);
    let size = fs::metadata(file).unwrap().len() / 1024;
    let of = if resources == 0 { String::new() } else { format!(", {resources} resources") };
    println!(
        "{what} ({size} KB{of}): {cpu:.1} ms CPU on average of {runs} processes, {best:.1} ms wall at best"
    );
}
