//! The formats for machines: each as a person has read it once (snapshots), each as another
//! program reads it (schemas, a reader of `JUnit`, the rules by which GitHub's runner reads a
//! line), and each with what a hostile plan and a large report bring.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use tfgate::plan::Plan;
use tfgate::report::markdown::Options;
use tfgate::report::text::Look;
use tfgate::report::{Format, Report};

use crate::reports::check;
use crate::support;

/// Stories whose reports are kept in every format: replaced, renamed, deferred, errored,
/// imported, hostile, secret and empty.
const TOLD: [&str; 9] = [
    "replace-database",
    "renamed",
    "deferred",
    "prevent-destroy",
    "import-replaces",
    "failed-check",
    "hostile-keys",
    "secrets",
    "no-changes",
];

fn render(report: &Report, format: Format) -> String {
    format.render(report, &Look::default(), &Options::default())
}

/// A format without a snapshot fails here.
#[test]
fn every_format_is_as_it_was_read() {
    for story in TOLD {
        for format in Format::ALL {
            let output = check(story).args(["--gate", "protect", "-o", format.name()]).output();
            let text = String::from_utf8(output.unwrap().stdout).unwrap();
            let text = if *format == Format::Html { main_of(&text) } else { text };
            let settings = insta::Settings::clone_current();
            settings.bind(|| {
                let name = format!("{story}.{}", format.name());
                insta::with_settings!({ snapshot_path => "snapshots/formats", prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(name, text);
                });
            });
        }
    }
}

/// What the page says, without the style and script that are the same in every page.
fn main_of(page: &str) -> String {
    let from = page.find("<main").expect("a page has a main part");
    let to = page.find("</main>").expect("and its end");
    page[from..to].to_owned()
}

fn schema(path: &str) -> Validator {
    let text = fs::read_to_string(support::root().join(path)).unwrap();
    // The pattern of SARIF's `language` has a stray bracket, which is no regular expression
    // to every reader of them.
    let schema: Value = serde_json::from_str(&text.replace("{2}]?$", "{2}$")).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn assert_valid(schema: &Validator, text: &str, what: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> = schema
        .iter_errors(&value)
        .take(5)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

/// Reports with what stories alone do not bring: several plans, one of them unreadable; no
/// plan at all; waivers, overrides and findings on the configuration.
fn reports() -> &'static [(String, Report)] {
    static REPORTS: LazyLock<Vec<(String, Report)>> = LazyLock::new(judge_all);
    &REPORTS
}

fn judge_all() -> Vec<(String, Report)> {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("report.json");
    let config = folder.path().join(".tfgate.hcl");
    let waiver = |rule: &str, expires: &str| {
        format!(
            "waiver \"{rule}\" {{\n  reason  = \"decommissioned, OPS-1\"\n  owner   = \"data\"\n  expires = \"{expires}\"\n}}\n"
        )
    };
    let waivers = [
        waiver("protect/stateful-replace", "2027-01-31"),
        waiver("protect/stateful-destroy", "2026-01-31"),
        waiver("aws/ec2/imdsv2-required", "2027-01-31"),
    ];
    fs::write(&config, format!("profile = \"standard\"\n{}", waivers.concat())).unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "[1, 2]").unwrap();
    let (config, broken) = (config.to_str().unwrap(), broken.to_str().unwrap());
    let runs: [(&str, &[&str]); 4] = [
        ("several plans", &["fixtures/moved/plan.json", "fixtures/renamed/plan.json", broken]),
        ("waived", &["-c", config, "fixtures/replace-database/plan.json"]),
        (
            "overridden",
            &[
                "--no-config",
                "--allow-destroy",
                "**",
                "--override",
                "protect/*",
                "fixtures/renamed/plan.json",
            ],
        ),
        ("no plan", &["--override", "protect/no-such-rule", "fixtures/moved/plan.json"]),
    ];
    let mut reports = Vec::new();
    for (what, args) in runs {
        let mut command = assert_cmd::Command::cargo_bin("tfgate").unwrap();
        command.current_dir(support::root()).args(["plan", "check"]).args(args);
        command
            .args(["--now", "2026-11-22T00:00:00Z", "-o"])
            .arg(format!("json={}", file.display()));
        command.output().unwrap();
        let report: Report = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        fs::remove_file(&file).unwrap();
        reports.push((what.to_owned(), report));
    }
    for (story, bytes) in support::stories() {
        let plan = Plan::read(bytes).ok().unwrap();
        reports.push((story, support::both_gates(&plan)));
    }
    reports
}

#[test]
fn reports_are_valid_by_their_schemas() {
    let own = schema("schemas/report.schema.json");
    let sarif = schema("fixtures/schemas/sarif-2.1.0.json");
    let (mut results, mut suppressed) = (0, 0);
    for (what, report) in reports() {
        assert_valid(&own, &render(report, Format::Json), what);
        let text = render(report, Format::Sarif);
        assert_valid(&sarif, &text, what);
        let log: Value = serde_json::from_str(&text).unwrap();
        for run in log["runs"].as_array().unwrap() {
            let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
            let mut seen = BTreeSet::new();
            for result in run["results"].as_array().unwrap() {
                let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                assert_eq!(rules[at]["id"], result["ruleId"], "{what}");
                let place = &result["locations"][0]["physicalLocation"];
                let uri = place["artifactLocation"]["uri"].as_str().unwrap();
                assert!(
                    !uri.starts_with('/') && !uri.contains("..") && !uri.contains(':'),
                    "{uri}"
                );
                assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
                let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str();
                assert!(seen.insert(hash.unwrap().to_owned()), "{what}: {hash:?} stands twice");
                results += 1;
                suppressed += usize::from(result.get("suppressions").is_some());
            }
        }
        let undecided = report.exit_code == 2;
        let runs = log["runs"].as_array().unwrap();
        let failed = |run: &Value| run["invocations"][0]["executionSuccessful"] == json!(false);
        assert_eq!(runs.iter().any(failed), undecided, "{what}");
        assert!(!runs.is_empty(), "{what}");
    }
    assert!(results > 200 && suppressed > 3, "{results} results, {suppressed} suppressed");
}

#[test]
fn a_waiver_says_in_sarif_why_and_until_when() {
    let (_, report) = reports().iter().find(|(what, _)| what == "waived").unwrap();
    let log: Value = serde_json::from_str(&render(report, Format::Sarif)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let waived = results.iter().find(|one| one["ruleId"] == "protect/stateful-replace").unwrap();
    let suppression = &waived["suppressions"][0];
    assert_eq!(suppression["kind"], "external");
    assert_eq!(suppression["status"], "accepted");
    let said = suppression["justification"].as_str().unwrap();
    assert!(said.starts_with("decommissioned, OPS-1 (data, until 2027-01-31, "), "{said}");
    // What is about the configuration is a run of its own, beside that of the plan.
    let ids: Vec<&Value> =
        log["runs"].as_array().unwrap().iter().map(|run| &run["automationDetails"]["id"]).collect();
    assert_eq!(ids, ["tfgate/fixtures/replace-database/", "tfgate/"]);
}

#[test]
fn junit_is_read_by_another_reader() {
    for (what, report) in reports() {
        let text = render(report, Format::Junit);
        let read = junit_parser::from_reader(text.as_bytes()).unwrap();
        let cases: Vec<_> = read.suites.iter().flat_map(|suite| &suite.cases).collect();
        assert!(!cases.is_empty(), "{what}");
        let count = |test: fn(&junit_parser::TestStatus) -> bool| -> usize {
            cases.iter().filter(|case| test(&case.status)).count()
        };
        let errors = report.plans.iter().filter(|plan| plan.error.is_some()).count()
            + usize::from(report.plans.is_empty());
        let failing = report.findings.iter().filter(|one| one.blocks()).count();
        assert_eq!(count(junit_parser::TestStatus::is_failure), failing, "{what}");
        assert_eq!(count(junit_parser::TestStatus::is_error), errors, "{what}");
        assert_eq!(read.errors, u64::try_from(errors).unwrap(), "{what}");
        assert_eq!(read.failures, u64::try_from(failing).unwrap(), "{what}");
        // A run that is in the way of an apply is never a green test tab.
        assert_eq!(failing + errors > 0, report.exit_code != 0, "{what}");
        let findings = report.findings.len();
        assert!(cases.len() >= findings, "{what}");
        for finding in &report.findings {
            let found = cases.iter().any(|case| case.original_name.starts_with(&finding.rule));
            assert!(found, "{what}: {} is missing", finding.rule);
        }
    }
}

#[test]
fn gitlab_reads_counts_or_nothing() {
    for (what, report) in reports() {
        let counts: Value = serde_json::from_str(&render(report, Format::GitlabTerraform)).unwrap();
        if report.plans.is_empty() || report.plans.iter().any(|plan| plan.error.is_some()) {
            assert!(counts.get("delete").is_none(), "{what}: an unknown count is no zero");
            continue;
        }
        let sum = |count: &dyn Fn(&tfgate::plan::Summary) -> u64| -> u64 {
            report.plans.iter().map(|plan| count(&plan.summary)).sum()
        };
        assert_eq!(counts["create"], sum(&|one| one.create + one.replace), "{what}");
        assert_eq!(counts["update"], sum(&|one| one.update), "{what}");
        assert_eq!(counts["delete"], sum(&|one| one.delete + one.replace), "{what}");
    }
}

#[test]
fn code_quality_has_what_gitlab_asks_for() {
    for (what, report) in reports() {
        let text = render(report, Format::GitlabCodequality);
        let issues: Vec<Value> = serde_json::from_str(&text).unwrap();
        let mut fingerprints = BTreeSet::new();
        for issue in &issues {
            let word = issue["severity"].as_str().unwrap();
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&word));
            assert!(fingerprints.insert(issue["fingerprint"].as_str().unwrap()), "{what}");
            assert!(!issue["description"].as_str().unwrap().is_empty());
            assert!(!issue["check_name"].as_str().unwrap().is_empty());
            assert!(!issue["location"]["path"].as_str().unwrap().starts_with(['/', '.']));
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        }
        let standing = report.findings.iter().filter(|one| one.stands()).count();
        assert!(issues.len() >= standing, "{what}");
        assert!(report.exit_code == 0 || !issues.is_empty(), "{what}");
    }
}

/// A line as GitHub's runner reads it: command, properties, message.
type Annotation = (String, Vec<(String, String)>, String);

/// Written after the runner's `ActionCommand.TryParseV2` and its table of escapes.
fn runner_reads(line: &str) -> Option<Annotation> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (head, message) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let decode = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let properties = properties.split(',').filter_map(|one| one.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_owned(), decode(value))).collect();
    Some((name.to_owned(), properties, decode(message)))
}

#[test]
fn github_reads_annotations_and_nothing_else() {
    let mut read = 0;
    for (what, report) in reports() {
        let text = render(report, Format::Github);
        let mut lines: Vec<&str> = text.lines().collect();
        let last = lines.pop().unwrap();
        assert!(runner_reads(last).is_none(), "{what}: {last}");
        assert!(last.starts_with(report.verdict.headline()), "{what}: {last}");
        for kind in ["error", "warning", "notice"] {
            let of_kind =
                lines.iter().filter(|line| line.starts_with(&format!("::{kind} "))).count();
            assert!(of_kind <= 10, "{what}: GitHub drops {kind} annotations past the tenth");
        }
        for line in &lines {
            let (name, properties, message) = runner_reads(line).unwrap();
            assert!(["error", "warning", "notice"].contains(&&*name), "{what}: {line}");
            let keys: Vec<&str> = properties.iter().map(|(key, _)| key.as_str()).collect();
            assert!(keys == ["file", "line", "title"] || keys == ["title"], "{what}: {line}");
            assert!(!message.is_empty());
            read += 1;
        }
        let blocked = report.findings.iter().any(tfgate::finding::Finding::blocks);
        assert!(!blocked || text.starts_with("::error "), "{what}");
    }
    assert!(read > 100, "only {read} annotations");
}

/// Keys, actions and names that a runner, a page or a shell would take for its own.
const HOSTILE: [&str; 7] = [
    "::error::owned",
    "a ::stop-commands::x",
    "##[add-mask]a",
    "##vso[task.setvariable variable=PATH]/tmp",
    "%0A::error::owned",
    "]](https://example.com)<img src=x>",
    "]]>&<!--\u{1b}[2J\u{202e}\r\n::error::owned",
];

#[test]
fn a_hostile_plan_commands_nobody() {
    let changes: Vec<Value> = HOSTILE
        .iter()
        .map(|key| {
            json!({
                "address": format!("aws_db_instance.x[{key:?}]"), "mode": "managed",
                "type": "aws_db_instance", "name": "x", "index": key,
                "change": { "actions": ["delete", "create"], "replace_paths": [[key]],
                    "before": { (*key): key, "engine": key }, "after": { (*key): format!("{key}2") },
                    "after_unknown": {} },
                "action_reason": key,
            })
        })
        .chain(HOSTILE.iter().map(|key| {
            // No address that Terraform prints: shown as it is, from the start of a line.
            json!({ "address": key, "type": key, "mode": "managed", "name": key,
                "change": { "actions": ["delete"], "before": { "a": key }, "after": null } })
        }))
        .collect();
    let plan = json!({ "format_version": "1.2", "terraform_version": "::error::1.2",
        "resource_changes": changes });
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("plan.json");
    fs::write(&file, plan.to_string()).unwrap();
    let mut said = 0;
    for format in Format::ALL {
        for command in
            [&["plan", "check", "--no-config", "-o", format.name()][..], &["plan", "show"]]
        {
            let mut run = assert_cmd::Command::cargo_bin("tfgate").unwrap();
            let output = run.env("LC_ALL", "C.UTF-8").args(command).arg(&file).output().unwrap();
            let ours = *format == Format::Github && command.len() > 2;
            for stream in [&output.stdout, &output.stderr] {
                let text = String::from_utf8(stream.clone()).unwrap();
                for line in text.lines() {
                    let command = runner_reads(line);
                    assert!(ours || command.is_none(), "{format:?}: {line}");
                    // Those work anywhere in a line.
                    assert!(
                        !line.contains("##[") && !line.contains("##vso["),
                        "{format:?}: {line}"
                    );
                    assert!(!line.chars().any(support::is_raw_hostile), "{format:?}: {line:?}");
                    said += 1;
                }
            }
        }
    }
    assert!(said > 100, "only {said} lines");
}

/// A report of `count` findings, the first `errors` of which stand in the way.
fn large(count: usize, errors: usize) -> Report {
    let (_, report) = reports().iter().find(|(what, _)| what == "replace-database").unwrap();
    let mut report = report.clone();
    let first = report.findings[0].clone();
    report.findings = (0..count)
        .map(|n| {
            let mut finding = first.clone();
            // The ones that matter come last.
            if n + errors < count {
                finding.level = tfgate::finding::Level::Advisory;
            }
            finding.address = Some(format!("aws_db_instance.orders[{n}]"));
            finding.fingerprint = format!("{n:032x}");
            finding
        })
        .collect();
    report
}

#[test]
fn what_github_has_no_room_for_is_counted() {
    let report = large(25_010, 20);
    let log: Value = serde_json::from_str(&render(&report, Format::Sarif)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 25_000);
    assert_eq!(results.iter().filter(|one| one["level"] == "error").count(), 20, "the worst stay");
    let notification = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    let said = notification["message"]["text"].as_str().unwrap();
    assert!(said.starts_with("10 findings less severe than the 25000"), "{said}");
    let annotations = render(&report, Format::Github);
    let errors: Vec<&str> =
        annotations.lines().filter(|line| line.starts_with("::error")).collect();
    assert_eq!(errors.len(), 10);
    assert!(errors[9].contains("11 errors more"), "{}", errors[9]);
    assert!(annotations.contains("24,981 warnings more"), "{annotations}");
}

#[test]
fn more_plans_than_runs_share_one() {
    let mut report = large(1, 1);
    let plan = report.plans[0].clone();
    for (count, runs) in [(19, 20), (20, 1)] {
        report.plans = (0..=count)
            .map(|n| {
                let mut plan = plan.clone();
                plan.name = format!("envs/{n}");
                plan
            })
            .collect();
        report.findings[0].plan = "envs/3".to_owned();
        let log: Value = serde_json::from_str(&render(&report, Format::Sarif)).unwrap();
        assert_eq!(log["runs"].as_array().unwrap().len(), runs);
        let results: usize = log["runs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|run| run["results"].as_array().unwrap().len())
            .sum();
        assert_eq!(results, 1);
    }
}
