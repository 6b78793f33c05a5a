//! Saved reports: rendered again they give the bytes of the first run, in every format; and
//! one that was tampered with, cut or made by something else is exit code 2, whatever it
//! says of itself.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;
use tfgate::report::Format;

use crate::support;

/// The program, as far as the environment goes the same in every run.
fn tfgate() -> Command {
    let mut command = Command::cargo_bin("tfgate").unwrap();
    command.current_dir(support::root()).env("LC_ALL", "C.UTF-8");
    for name in ["TFGATE_ENV", "TFGATE_CONFIG", "TF_WORKSPACE", "GITHUB_ACTIONS", "GITLAB_CI"] {
        command.env_remove(name);
    }
    command
}

/// `plan check` of a story, as the snapshots judge it.
pub fn check(story: &str) -> Command {
    let mut command = tfgate();
    command.args(["plan", "check", "--no-config", "--profile", "strict"]);
    command.args(["--now", "2026-11-22T00:00:00Z"]).arg(format!("fixtures/{story}/plan.json"));
    command
}

/// One `-o FORMAT=FILE` for every format.
fn every_format(command: &mut Command, folder: &Path) {
    for format in Format::ALL {
        let file = folder.join(format.name());
        command.arg("-o").arg(format!("{}={}", format.name(), file.display()));
    }
}

#[test]
fn a_saved_report_renders_to_the_bytes_of_the_first_run() {
    for (story, _) in support::stories() {
        let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let mut command = check(&story);
        every_format(&mut command, first.path());
        let judged = command.output().unwrap();
        let mut again = tfgate();
        again.arg("report").arg(first.path().join("json"));
        every_format(&mut again, second.path());
        let rendered = again.output().unwrap();
        let stderr = String::from_utf8_lossy(&rendered.stderr);
        assert_eq!(rendered.status.code(), judged.status.code(), "{story}: {stderr}");
        assert_eq!(stderr, "", "{story}");
        for format in Format::ALL {
            let read = |folder: &TempDir| fs::read(folder.path().join(format.name())).unwrap();
            let (one, two) = (read(&first), read(&second));
            assert!(!one.is_empty(), "{story}: {}", format.name());
            assert!(one == two, "{story}: {} differs", format.name());
        }
    }
}

/// What else is asked for in the same run does not show.
#[test]
fn a_format_is_the_same_alone_and_on_standard_output() {
    for story in ["replace-database", "secrets", "hostile-keys", "deferred"] {
        let folder = TempDir::new().unwrap();
        let mut command = check(story);
        every_format(&mut command, folder.path());
        command.output().unwrap();
        for format in Format::ALL {
            let alone = check(story).args(["-o", format.name()]).output().unwrap().stdout;
            let beside = fs::read(folder.path().join(format.name())).unwrap();
            assert!(alone == beside, "{story}: {} differs", format.name());
        }
    }
}

#[test]
fn reports_of_several_plans_and_of_none_render_again() {
    let folder = TempDir::new().unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{\"format_version\": \"1.2\"").unwrap();
    let runs: [&[&str]; 3] = [
        &["fixtures/moved/plan.json", "fixtures/renamed/plan.json"],
        &["fixtures/moved/plan.json", broken.to_str().unwrap()],
        &["fixtures/moved/plan.json", "--override", "protect/nothing-of-that-name"],
    ];
    for (args, code) in runs.into_iter().zip([Some(1), Some(2), Some(2)]) {
        let mut command = tfgate();
        command.args(["plan", "check", "--no-config", "--now", "2026-11-22T00:00:00Z"]).args(args);
        let first = folder.path().join("report.json");
        command.arg("-o").arg(format!("json={}", first.display()));
        assert_eq!(command.output().unwrap().status.code(), code, "{args:?}");
        let again = tfgate().arg("report").arg(&first).args(["-o", "json"]).output().unwrap();
        assert_eq!(again.status.code(), code, "{}", String::from_utf8_lossy(&again.stderr));
        assert_eq!(again.stdout, fs::read(&first).unwrap());
    }
}

/// The report of a story with findings of several kinds.
fn saved() -> Value {
    let output = check("replace-database").args(["-o", "json"]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Renders `report` from standard input: exit code, standard error.
fn render(report: &[u8]) -> (i32, String) {
    let mut command = tfgate();
    let output = command.args(["report", "-"]).write_stdin(report).output().unwrap();
    let code = output.status.code().unwrap();
    if code == 2 {
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "an error prints no report");
    }
    (code, String::from_utf8(output.stderr).unwrap())
}

/// A way to tamper with a report, and a part of what is said about it.
type Tampering = (&'static str, fn(&mut Value));

#[test]
fn a_report_that_does_not_add_up_is_refused() {
    let tamperings: &[Tampering] = &[
        ("the report says `passed`, and its findings add up to `denied`", |report| {
            report["verdict"] = json!("passed");
            report["exit_code"] = json!(0);
        }),
        ("`exit_code` is 0, and `denied` goes with 1", |report| report["exit_code"] = json!(0)),
        ("plan `fixtures/replace-database` says `passed`", |report| {
            report["plans"][0]["verdict"] = json!("passed");
        }),
        ("its findings add up to", |report| {
            for finding in report["findings"].as_array_mut().unwrap() {
                finding["level"] = json!("advisory");
            }
        }),
        ("its findings add up to `passed`", |report| report["findings"] = json!([])),
        ("which is not there", |report| {
            let mut finding = report["findings"][0].clone();
            finding["plan"] = json!("elsewhere");
            report["findings"].as_array_mut().unwrap().push(finding);
        }),
        ("no plan was judged", |report| {
            report["plans"] = json!([]);
            report["findings"] = json!([]);
        }),
        ("two plans are called", |report| {
            let plan = report["plans"][0].clone();
            report["plans"].as_array_mut().unwrap().push(plan);
        }),
        ("the counts of the gate `protect`", |report| {
            report["plans"][0]["gates"][0]["failed"] = json!(0);
        }),
        ("it was written by `other`", |report| report["tool"]["name"] = json!("other")),
        ("`schema_version` is 2", |report| report["schema_version"] = json!(2)),
        ("`schema_version` is \"1\"", |report| report["schema_version"] = json!("1")),
        ("not fit to be shown", |report| {
            report["findings"][0]["message"] = json!("fine\nPASSED   194 rules on 11 changes");
        }),
        ("not fit to be shown", |report| report["plans"][0]["name"] = json!("\u{1b}[2J")),
        ("not fit to be shown", |report| {
            report["findings"][0]["next"] = json!(["##vso[task.setvariable variable=PATH]/tmp"]);
        }),
        ("not fit to be shown", |report| {
            report["rules"]["\u{202e}"] = report["rules"]["protect/destroy"].clone();
        }),
        ("unknown variant `\\u{1b}[2J`", |report| {
            report["findings"][0]["gate"] = json!("\u{1b}[2J");
        }),
    ];
    for (said, tamper) in tamperings {
        let mut report = saved();
        tamper(&mut report);
        let (code, stderr) = render(report.to_string().as_bytes());
        // A diagnostic is wrapped at the width of a terminal.
        let flat = stderr.replace("│", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let hostile = flat.contains("not fit to be shown");
        assert_eq!(code, 2, "{said}");
        assert!(flat.contains(said) || (said.contains("variant") && hostile), "{said}:\n{stderr}");
        assert!(flat.contains("tfgate::report::"), "{said}:\n{stderr}");
        assert!(!stderr.chars().any(support::is_raw_hostile), "{said}");
    }
}

#[test]
fn a_place_is_named_by_line_and_column() {
    let mut report = saved();
    report["schema_version"] = json!(7);
    let text = serde_json::to_string_pretty(&report).unwrap();
    let line = text.lines().position(|line| line.contains("\"schema_version\"")).unwrap() + 1;
    let (_, stderr) = render(text.as_bytes());
    assert!(stderr.contains(&format!("line {line}, column 21: `schema_version` is 7")), "{stderr}");
    let (_, stderr) = render(&text.as_bytes()[..text.len() - 200]);
    assert!(stderr.contains(&format!("line {}, column", text[..text.len() - 200].lines().count())));
}

/// Every field of the contract, one after the other, taken away.
#[test]
fn a_missing_field_is_never_made_up() {
    // Added later, so that an older report is without them.
    const MAY_BE_MISSING: [&str; 2] = ["impact", "base"];
    let report = saved();
    let mut taken = 0;
    for pointer in pointers(&report) {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        // The rules that have documentation are data, not fields.
        if MAY_BE_MISSING.contains(&key) || parent == "/rules" {
            continue;
        }
        let mut damaged = report.clone();
        damaged.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        let refused = tfgate::report::read::read(damaged.to_string().into_bytes());
        assert!(refused.is_err(), "{pointer} may be missing");
        taken += 1;
    }
    assert!(taken > 60, "only {taken} fields were tried");
}

/// JSON pointers of the fields, of a list in its first element only.
fn pointers(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (key, inside) in object {
                    let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                    found.push(at.clone());
                    walk(inside, &at, found);
                }
            }
            Value::Array(items) => {
                if let Some(first) = items.first() {
                    walk(first, &format!("{at}/0"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

#[test]
fn what_is_new_in_a_later_version_is_left_alone() {
    let mut report = saved();
    report["invented"] = json!({ "later": [1.5, null, true] });
    report["findings"][0]["invented"] = json!("later");
    let (code, stderr) = render(report.to_string().as_bytes());
    assert_eq!((code, &*stderr), (1, ""));
}

#[test]
fn what_is_no_report_says_what_it_is() {
    let plan = fs::read(support::root().join("fixtures/moved/plan.json")).unwrap();
    for (bytes, said) in [
        (&plan[..], "this is a plan, not a report"),
        (b"{}", "this is no report"),
        (b"[]", "expected struct"),
        (b"", "EOF"),
        (b"\xff\xff", "not"),
        (b"{\"schema_version\": 1} x", "trailing characters"),
        (b"{\"schema_version\": 1}", "missing field `tool`"),
    ] {
        let (code, stderr) = render(bytes);
        assert_eq!(code, 2);
        assert!(stderr.contains(said), "{said}:\n{stderr}");
    }
    let gone = tfgate().args(["report", "no-such-report.json"]).output().unwrap();
    assert_eq!(gone.status.code(), Some(2));
}
