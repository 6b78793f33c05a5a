//! For CI servers: a test case for each resource, failing where it is unresolved.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::super::subject::Status;
use super::{ImportReport, ResourceReport};

/// Renders the report.
pub(super) fn render(report: &ImportReport) -> String {
    let mut suite = TestSuite::new("tfgate import");
    for status in Status::ALL {
        for resource in report.with(status) {
            let mut case = TestCase::new(resource.address.as_str(), outcome(status, resource));
            case.set_classname(resource.resource_type.as_str());
            suite.add_test_case(case);
        }
    }
    if let Some(error) = &report.error {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(error.message.as_str()).set_type(error.code.as_str());
        suite.add_test_case(TestCase::new("tfgate import", status));
    }
    let mut document = Report::new("tfgate");
    document.add_test_suite(suite);
    document.to_string().unwrap_or_default()
}

fn outcome(status: Status, resource: &ResourceReport) -> TestCaseStatus {
    match status {
        Status::Ambiguous
        | Status::Mismatch
        | Status::Failed
        | Status::RolledBack
        | Status::Deferred => {
            let mut outcome = TestCaseStatus::non_success(NonSuccessKind::Failure);
            outcome.set_message(resource.reason.as_str()).set_type(status.as_str());
            let parts = resource
                .told
                .iter()
                .chain(&resource.silent)
                .chain(&resource.evidence)
                .chain(&resource.next);
            let lines: Vec<&str> = parts.map(String::as_str).collect();
            outcome.set_description(lines.join("\n"));
            outcome
        }
        Status::Create | Status::Unsearched | Status::NotImportable => {
            let mut outcome = TestCaseStatus::skipped();
            let parts = std::iter::once(&resource.reason).chain(&resource.silent);
            let parts: Vec<&str> = parts.map(String::as_str).collect();
            outcome.set_message(format!("{}: {}", status.phrase(), parts.join("; ")));
            outcome
        }
        Status::Imported | Status::Importable | Status::Already => TestCaseStatus::success(),
    }
}
