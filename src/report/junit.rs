//! `JUnit` XML, for the test tabs of CI servers.
//!
//! A suite is a plan and a case is a finding, because that is what their viewers list, count
//! and compare between runs. What stands in the way fails; warnings pass and say so in their
//! output; what is waived, or not known yet and not in the way, is skipped; what could not be
//! judged is an error. A gate with nothing in the way is a case that passes, so that a clean
//! run is not an empty file, which servers take for a missing one.

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::grade::Grade;
use super::{ErrorReport, PlanReport, Report, phrases, words};
use crate::finding::{Finding, GateName, Outcome};
use crate::plan::text::for_log;

/// The report as a document.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut document = quick_junit::Report::new("tfgate");
    for plan in &report.plans {
        let findings: Vec<&Finding> = report.findings_of(&plan.name).collect();
        document.add_test_suite(suite(plan, &findings));
    }
    let general: Vec<&Finding> = report.findings.iter().filter(|one| one.plan.is_empty()).collect();
    let of_run = report.error.as_ref().filter(|_| report.plans.is_empty());
    if !general.is_empty() || report.plans.is_empty() {
        let mut suite = TestSuite::new("tfgate");
        suite.add_test_cases(of_run.map(|error| undecided("tfgate", error)));
        suite.add_test_cases(general.into_iter().map(|finding| case("tfgate", finding)));
        document.add_test_suite(suite);
    }
    document.to_string().expect("a document in memory can be written")
}

fn suite(plan: &PlanReport, findings: &[&Finding]) -> TestSuite {
    let mut suite = TestSuite::new(plan.name.as_str());
    suite.add_test_cases(plan.error.as_ref().map(|error| undecided(&plan.name, error)));
    for gate in &plan.gates {
        let name = gate.gate.as_str();
        if findings.iter().any(|finding| finding.gate == gate.gate && finding.blocks()) {
            continue;
        }
        let rules = phrases::plural(gate.rules, "rule");
        let judged = phrases::plural(gate.judged, phrases::judges(gate.gate));
        let mut status = TestCaseStatus::success();
        // A scanner that found nothing may name no rule.
        if gate.rules == 0 && gate.gate != GateName::Ingest {
            status = TestCaseStatus::skipped();
            status.set_message("no rule is in force");
        }
        let mut passed = TestCase::new(format!("{name}: {rules} on {judged}"), status);
        passed.set_classname(format!("{}.{name}", plan.name));
        suite.add_test_case(passed);
    }
    suite.add_test_cases(findings.iter().map(|finding| case(&plan.name, finding)));
    suite
}

fn undecided(class: &str, error: &ErrorReport) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type(error.code.as_str()).set_message(error.message.as_str());
    status.set_description(for_log(&words::error(error)));
    let mut case = TestCase::new("the plan can be judged", status);
    case.set_classname(class);
    case
}

fn case(plan: &str, finding: &Finding) -> TestCase {
    let details = words::details(finding);
    let details = for_log(&details);
    let mut status = match (finding.outcome, Grade::of(finding)) {
        (Outcome::Error, _) => TestCaseStatus::non_success(NonSuccessKind::Error),
        _ if !finding.stands() => TestCaseStatus::skipped(),
        (Outcome::Fail | Outcome::Unknown, Grade::Error) => {
            TestCaseStatus::non_success(NonSuccessKind::Failure)
        }
        (Outcome::Unknown, Grade::Warning | Grade::Note) => TestCaseStatus::skipped(),
        (Outcome::Fail, Grade::Warning | Grade::Note) => TestCaseStatus::success(),
    };
    let passes = matches!(status, TestCaseStatus::Success { .. });
    if !passes {
        status.set_message(finding.message.as_str()).set_type(finding.level.as_str());
        status.set_description(details.as_ref());
    }
    let subject = finding.address.as_deref().map(|address| format!(" {address}"));
    let deposed = finding.deposed.as_deref().map(|key| format!(" (deposed {key})"));
    let attribute = finding.attribute.as_deref().map(|path| format!(" {path}"));
    let name = [Some(finding.rule.clone()), subject, deposed, attribute];
    let mut case = TestCase::new(name.into_iter().flatten().collect::<String>(), status);
    case.set_classname(format!("{plan}.{}", finding.gate.as_str()));
    if passes {
        case.set_system_out(format!("{}: {}\n{details}", word(finding), finding.message));
    }
    case
}

/// Why a case that passes says something.
fn word(finding: &Finding) -> &'static str {
    if finding.pre_existing { "not touched by the plan" } else { "warning" }
}
