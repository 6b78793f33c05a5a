//! Every way in which an input can be no plan, through the binary: exit code 2, a code and a
//! way out on standard error, and `undecided` in every report. Never a pass.
//!
//! And the other way round: whatever the encoding or the way in, the same plan gets the same
//! report.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;
use tfgate::plan::Refusal;

use crate::support::root;

/// The input that a refusal answers.
enum Input {
    Text(String),
    Bytes(Vec<u8>),
    /// A file of so many bytes that takes no room on the disk.
    Sparse(u64),
    /// Bytes on standard input.
    Stdin(&'static [u8]),
}

fn text(text: &str) -> Input {
    Input::Text(text.to_owned())
}

fn change(body: &str) -> Input {
    Input::Text(format!(r#"{{"format_version":"1.2","resource_changes":[{body}]}}"#))
}

/// An input for each code. What makes it one is told where it does not show.
fn inputs() -> Vec<(&'static str, Input)> {
    let deep = "[".repeat(600) + &"]".repeat(600);
    vec![
        ("empty", text(" \r\n")),
        ("too_large", Input::Sparse(u64::from(u32::MAX))),
        ("not_text", Input::Bytes(b"{\"format_version\": \"\xff\"}".to_vec())),
        ("saved_plan", Input::Stdin(b"PK\x03\x04 and what follows in a zip archive")),
        ("not_json", text("{\"format_version\": 01}")),
        ("truncated", text(r#"{"format_version":"1.2","resource_changes":[{"#)),
        (
            "several_documents",
            text(
                "{\"format_version\":\"1.2\",\"resource_changes\":[]}\n{\"format_version\":\"1.2\"}",
            ),
        ),
        (
            "human_output",
            text("\nTerraform will perform the following actions:\n\n  # a.b will be destroyed\n"),
        ),
        ("log_stream", text("{\"@level\":\"info\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n")),
        ("state", text(r#"{"format_version":"1.0","terraform_version":"1.11.4","values":{}}"#)),
        (
            "hcp_redacted",
            text(r#"{"plan_format_version":"1.2","resource_changes":[],"provider_schemas":{}}"#),
        ),
        ("not_a_plan", text(r#"{"name":"package","version":"1.0.0"}"#)),
        ("no_format_version", text(r#"{"resource_changes":[]}"#)),
        ("unsupported_version", text(r#"{"format_version":"2.0","resource_changes":[]}"#)),
        (
            "duplicate_key",
            change(r#"{"address":"a.b","change":{"actions":["delete"],"actions":["no-op"]}}"#),
        ),
        ("lone_surrogate", change(r#"{"address":"a.\ud800","change":{"actions":["no-op"]}}"#)),
        ("too_deep", Input::Text(format!(r#"{{"format_version":"1.2","other":{deep}}}"#))),
        ("shape", text(r#"{"format_version":"1.2","resource_changes":{}}"#)),
        ("incomplete_change", change(r#"{"address":"a.b","change":{}}"#)),
        ("no_actions", change(r#"{"address":"a.b","change":{"actions":[]}}"#)),
        ("unknown_action", change(r#"{"address":"a.b","change":{"actions":["destroy"]}}"#)),
        (
            "contradicting_type",
            change(r#"{"address":"a_b.c","type":"x_y","change":{"actions":["delete"]}}"#),
        ),
    ]
}

/// Where an input lies, and what goes to standard input.
struct Placed {
    folder: TempDir,
    argument: PathBuf,
    stdin: Vec<u8>,
}

fn place(input: Input) -> Placed {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.json");
    let (argument, stdin) = match input {
        Input::Stdin(bytes) => (PathBuf::from("-"), bytes.to_vec()),
        Input::Text(text) => {
            fs::write(&file, text).unwrap();
            (file, Vec::new())
        }
        Input::Bytes(bytes) => {
            fs::write(&file, bytes).unwrap();
            (file, Vec::new())
        }
        Input::Sparse(length) => {
            fs::File::create(&file).unwrap().set_len(length).unwrap();
            (file, Vec::new())
        }
    };
    Placed { folder, argument, stdin }
}

fn check(argument: &Path, stdin: &[u8], folder: &Path, flags: &[&str]) -> Output {
    let mut command = Command::cargo_bin("tfgate").unwrap();
    command.args(["plan", "check", "--no-config", "--source"]).arg(folder);
    command.args(flags).arg(argument).write_stdin(stdin).output().unwrap()
}

fn assert_undecided(code: &str, argument: &Path, stdin: &[u8], folder: &Path) {
    let run = check(argument, stdin, folder, &[]);
    let (out, err) =
        (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert_eq!(run.status.code(), Some(2), "{code}: {out}{err}");
    assert!(err.contains(code), "{code}: {err}");
    let verdicts = ["PASSED", "DENIED", "APPROVAL NEEDED", "UNDECIDED"];
    let said: Vec<&str> = out
        .lines()
        .filter(|line| verdicts.iter().any(|verdict| line.starts_with(verdict)))
        .collect();
    assert!(matches!(&*said, [one] if one.starts_with("UNDECIDED")), "{code}: {out}");

    let run = check(argument, stdin, folder, &["-o", "json"]);
    assert_eq!(run.status.code(), Some(2), "{code}");
    let report: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(report["verdict"], "undecided", "{code}");
    assert_eq!(report["exit_code"], 2, "{code}");
    assert_eq!(report["error"]["code"], code);
    assert!(!report["error"]["message"].as_str().unwrap().is_empty());
}

#[test]
fn every_refusal_is_reached_and_leaves_the_plan_undecided() {
    let mut reached = Vec::new();
    for (name, input) in inputs() {
        let code = format!("tfgate::plan::{name}");
        let placed = place(input);
        let Placed { folder, argument, stdin } = &placed;
        assert_undecided(&code, argument, stdin, folder.path());
        let run = check(argument, stdin, folder.path(), &[]);
        let err = String::from_utf8(run.stderr).unwrap();
        assert!(err.contains("help: "), "{code} does not say what to do: {err}");
        reached.push(code);
    }
    let mut known = Refusal::CODES.to_vec();
    known.sort_unstable();
    reached.sort_unstable();
    assert_eq!(reached, known, "each refusal has an input here that is answered by it");
    say!("refusals: {} codes", known.len());
}

#[test]
fn what_is_no_readable_file_is_undecided_too() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    assert_undecided("tfgate::file", &path.join("nowhere.json"), b"", path);
    // A directory is planned first, and there is nothing to plan in this one.
    let terraform = std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path)
            .any(|dir| dir.join("terraform").is_file() || dir.join("tofu").is_file())
    });
    let code = if terraform { "tfgate::terraform::plan" } else { "tfgate::terraform::missing" };
    assert_undecided(code, path, b"", path);
    let empty = path.join("empty.json");
    fs::write(&empty, b"").unwrap();
    assert_undecided("tfgate::plan::empty", &empty, b"", path);
    assert_undecided("tfgate::plan::empty", Path::new("-"), b"", path);
}

/// Permissions do not stop the superuser, who then sees the plan; nobody else does.
#[cfg(unix)]
#[test]
fn an_unreadable_file_is_undecided() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.json");
    fs::write(&file, plan()).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        return say!("SKIPPED unreadable file: this user may read everything");
    }
    assert_undecided("tfgate::file", &file, b"", folder.path());
}

/// One plan among several that cannot be read does not hide the others, and decides.
#[test]
fn one_refused_plan_among_several_leaves_the_run_undecided() {
    let folder = TempDir::new().unwrap();
    let (good, bad) = (folder.path().join("good.json"), folder.path().join("bad.json"));
    fs::write(&good, plan()).unwrap();
    fs::write(&bad, "{").unwrap();
    let mut command = Command::cargo_bin("tfgate").unwrap();
    command.args(["plan", "check", "--no-config", "-o", "json"]).args([&good, &bad]);
    let run = command.output().unwrap();
    assert_eq!(run.status.code(), Some(2));
    let report: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(report["verdict"], "undecided");
    assert_eq!(report["plans"].as_array().unwrap().len(), 2);
    assert!(!report["findings"].as_array().unwrap().is_empty(), "the good one was judged");
}

/// A plan with findings of its own, and text that is no ASCII.
fn plan() -> Vec<u8> {
    let plan = fs::read_to_string(root().join("fixtures/replace-database/plan.json")).unwrap();
    // In a place that the gate shows.
    let plan = plan.replacen("\"replace_paths\":[[", "\"replace_paths\":[[\"größe東京\"],[", 1);
    assert!(plan.contains("größe東京"));
    plan.into_bytes()
}

#[test]
fn every_encoding_gets_the_same_report() {
    let plain = plan();
    let text = String::from_utf8(plain.clone()).unwrap();
    let little = || text.encode_utf16().flat_map(u16::to_le_bytes);
    let big = || text.encode_utf16().flat_map(u16::to_be_bytes);
    let encodings: [(&str, Vec<u8>); 5] = [
        ("UTF-8 with a mark", [b"\xef\xbb\xbf".as_slice(), &plain].concat()),
        ("UTF-16LE with a mark", b"\xff\xfe".iter().copied().chain(little()).collect()),
        ("UTF-16BE with a mark", b"\xfe\xff".iter().copied().chain(big()).collect()),
        ("UTF-16LE", little().collect()),
        ("UTF-16BE", big().collect()),
    ];
    let expected = report(Input::Bytes(plain));
    assert!(expected.contains("größe東京"));
    for (name, bytes) in encodings {
        assert!(report(Input::Bytes(bytes)) == expected, "{name} is judged in another way");
    }
}

/// The JSON report without the digest of the file, which the encoding does change.
fn report(input: Input) -> String {
    let Placed { folder, argument, stdin } = place(input);
    let run = check(&argument, &stdin, folder.path(), &["-o", "json"]);
    assert_eq!(run.status.code(), Some(3), "{}", String::from_utf8_lossy(&run.stderr));
    without_place(&run.stdout)
}

fn without_place(report: &[u8]) -> String {
    let mut report: Value = serde_json::from_slice(report).unwrap();
    report["plans"][0]["file_sha256"] = Value::Null;
    report["plans"][0]["source"] = Value::Null;
    report["plans"][0]["name"] = Value::Null;
    for finding in report["findings"].as_array_mut().unwrap() {
        finding["plan"] = Value::Null;
    }
    report.to_string()
}

#[test]
fn standard_input_gets_the_same_report() {
    let folder = TempDir::new().unwrap();
    let run = check(Path::new("-"), &plan(), folder.path(), &["-o", "json"]);
    assert_eq!(without_place(&run.stdout), report(Input::Bytes(plan())));
}

/// `tfgate plan check <(terraform show -json tfplan)`
#[cfg(unix)]
#[test]
fn a_fifo_gets_the_same_report() {
    let folder = TempDir::new().unwrap();
    let fifo = folder.path().join("fifo");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    if !made.is_ok_and(|status| status.success()) {
        return say!("SKIPPED fifo: there is no mkfifo");
    }
    let writer = std::thread::spawn({
        let fifo = fifo.clone();
        move || fs::OpenOptions::new().write(true).open(fifo).unwrap().write_all(&plan()).unwrap()
    });
    let run = check(&fifo, b"", folder.path(), &["-o", "json"]);
    writer.join().unwrap();
    assert_eq!(without_place(&run.stdout), report(Input::Bytes(plan())));
}
