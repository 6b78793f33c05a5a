//! For GitLab: code quality in the merge request, and the counts of its Terraform widget.

use serde::Serialize;
use serde_json::{Value, json};

use super::grade::Grade;
use super::identity::identities;
use super::place::Place;
use super::{Report, words};
use crate::finding::{Finding, Severity};
use crate::plan::sha256;

/// One entry of a code quality report.
///
/// Fields and severities: <https://docs.gitlab.com/ci/testing/code_quality/>.
#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

impl From<Place> for Location {
    fn from(place: Place) -> Self {
        Self { path: place.file, lines: Lines { begin: place.line } }
    }
}

/// Code quality: what stands, and plans without a verdict. What is lifted is left out,
/// because GitLab has no word for it.
#[must_use]
pub fn code_quality(report: &Report) -> String {
    let undecided = report.plans.iter().filter_map(|plan| Some((Some(plan), plan.error.as_ref()?)));
    let of_run = report.error.iter().filter(|_| report.plans.is_empty()).map(|error| (None, error));
    let errors = undecided.chain(of_run).map(|(plan, error)| Issue {
        description: error.message.clone(),
        check_name: &error.code,
        fingerprint: {
            let name = plan.map_or("", |plan| plan.name.as_str());
            sha256(format!("{name}\n{}", error.code).as_bytes())[..32].to_owned()
        },
        severity: "blocker",
        location: Place::of_plan(plan).into(),
    });
    let findings = report.findings.iter().zip(identities(report));
    let findings = findings.filter(|(finding, _)| finding.stands());
    let findings = findings.map(|(finding, fingerprint)| Issue {
        description: words::headline(finding),
        check_name: &finding.rule,
        fingerprint,
        severity: severity(finding),
        location: Place::of(report, finding).into(),
    });
    let issues: Vec<Issue<'_>> = errors.chain(findings).collect();
    pretty(&json!(issues))
}

fn severity(finding: &Finding) -> &'static str {
    match (Grade::of(finding), finding.severity) {
        (Grade::Note, _) => "info",
        (Grade::Error, Severity::Critical) => "blocker",
        (Grade::Warning, Severity::Critical) => "critical",
        (Grade::Error | Grade::Warning, Severity::High) => "critical",
        (Grade::Error | Grade::Warning, Severity::Medium) => "major",
        (Grade::Error | Grade::Warning, Severity::Low) => "minor",
    }
}

/// The counts of all plans: a replacement is one to create and one to delete, as
/// `terraform plan` counts it.
///
/// Without a whole plan there are no counts; GitLab then says that the report is missing,
/// which is better than a zero.
#[must_use]
pub fn terraform(report: &Report) -> String {
    let failed = report.plans.iter().find_map(|plan| plan.error.as_ref()).or(report.error.as_ref());
    if let Some(error) = failed {
        return pretty(&json!({ "error": error.message }));
    }
    let sum = |count: fn(&crate::plan::Summary) -> u64| -> u64 {
        report.plans.iter().map(|plan| count(&plan.summary)).fold(0, u64::saturating_add)
    };
    pretty(&json!({
        "create": sum(|summary| summary.create.saturating_add(summary.replace)),
        "update": sum(|summary| summary.update),
        "delete": sum(|summary| summary.delete.saturating_add(summary.replace)),
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
