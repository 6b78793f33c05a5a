//! The report as text, `JUnit` and JSON.

use std::fmt::Write as _;

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};
use serde_json::json as object;

use super::super::source::plural;
use super::{Failure, FileReport, Status, TestReport};
use crate::plan::text::visible;

/// One line per event, as Terraform's own runner writes them, and a summary.
#[must_use]
pub fn text(report: &TestReport) -> String {
    let mut out = String::new();
    for file in &report.files {
        let _ = writeln!(out, "# {}... running", visible(&file.path));
        for problem in &file.warnings {
            let _ = writeln!(out, "  Warning: {}", lines(&problem.one_line(), "  "));
        }
        for problem in &file.errors {
            let _ = writeln!(out, "  Error: {}", lines(&problem.one_line(), "  "));
        }
        for failure in &file.failures {
            let _ = writeln!(out, "  Error: {}", lines(failure, "  "));
        }
        for case in &file.cases {
            let name = visible(&case.name);
            let _ = writeln!(out, "  # {name}... running");
            let status = match case.status {
                Status::Pass => "pass",
                Status::Fail => "fail",
                Status::Skipped => "skipped",
            };
            let _ = writeln!(out, "  # {name}... {status}");
            for failure in &case.failures {
                write_failure(&mut out, failure);
            }
        }
        let status = if file.passed() { "pass" } else { "fail" };
        let _ = writeln!(out, "# {}... {status}", visible(&file.path));
    }
    let totals = report.totals();
    let broken = report.files.iter().filter(|file| has_errors(file)).count();
    let _ = write!(
        out,
        "\n{} in {}: {} passed, {} failed, {} skipped",
        plural(totals.cases, "case"),
        plural(totals.files, "file"),
        totals.passed,
        totals.failed,
        totals.skipped
    );
    if broken > 0 {
        let _ = write!(out, ", {} could not run", plural(broken, "file"));
    }
    out.push('\n');
    out
}

fn has_errors(file: &FileReport) -> bool {
    !file.errors.is_empty() || !file.failures.is_empty()
}

/// Text of any origin, line by line, safe to print.
fn lines(text: &str, margin: &str) -> String {
    let lines: Vec<_> = text.lines().map(visible).collect();
    lines.join(&format!("\n{margin}"))
}

fn write_failure(out: &mut String, failure: &Failure) {
    let _ = writeln!(out, "    Error: {}", failure.title);
    for (name, text) in [
        ("Expected", &failure.expected),
        ("Actual", &failure.actual),
        ("Message", &failure.message),
    ] {
        if !text.is_empty() {
            let _ = writeln!(out, "      {name}: {}", lines(text, "        "));
        }
    }
}

impl Failure {
    /// All of it in one line.
    fn summary(&self) -> String {
        let parts = [&self.title, &self.actual, &self.message];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
        parts.join(": ")
    }
}

/// Every reason why something failed: file, case (empty for the file itself), message.
fn reasons(report: &TestReport) -> Vec<(&str, &str, String)> {
    let mut all = Vec::new();
    for file in &report.files {
        for problem in &file.errors {
            all.push((file.path.as_str(), "", problem.one_line()));
        }
        for failure in &file.failures {
            all.push((file.path.as_str(), "", failure.clone()));
        }
        for case in &file.cases {
            for failure in &case.failures {
                all.push((file.path.as_str(), case.name.as_str(), failure.summary()));
            }
        }
    }
    all
}

/// `{"files", "cases", "passed", "failed", "skipped", "errors": [{"file", "case",
/// "message"}]}`
#[must_use]
pub fn json(report: &TestReport) -> String {
    let totals = report.totals();
    let errors: Vec<_> = reasons(report)
        .into_iter()
        .map(|(file, case, message)| object!({ "file": file, "case": case, "message": message }))
        .collect();
    let document = object!({
        "files": totals.files,
        "cases": totals.cases,
        "passed": totals.passed,
        "failed": totals.failed,
        "skipped": totals.skipped,
        "errors": errors,
    });
    let mut out = format!("{document:#}");
    out.push('\n');
    out
}

/// `JUnit`: a file is a suite, a mock is a case.
#[must_use]
pub fn junit(report: &TestReport) -> String {
    let mut document = quick_junit::Report::new("tfgate policy test");
    for file in &report.files {
        let mut suite = TestSuite::new(file.path.as_str());
        if has_errors(file) {
            let problems = file.errors.iter().map(super::Problem::one_line);
            let messages: Vec<String> = problems.chain(file.failures.iter().cloned()).collect();
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_message(lines(&messages.join("\n"), ""));
            suite.add_test_case(test_case(file, "(file)", status));
        }
        for case in &file.cases {
            let status = match case.status {
                Status::Pass => TestCaseStatus::success(),
                Status::Skipped => TestCaseStatus::skipped(),
                Status::Fail => {
                    let said: Vec<String> = case.failures.iter().map(Failure::summary).collect();
                    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                    status.set_message(lines(&said.join("\n"), ""));
                    status
                }
            };
            suite.add_test_case(test_case(file, &visible(&case.name), status));
        }
        document.add_test_suite(suite);
    }
    document.to_string().expect("a document in memory can be written")
}

fn test_case(file: &FileReport, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(file.path.as_str());
    case
}
