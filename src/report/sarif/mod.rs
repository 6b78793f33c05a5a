//! SARIF 2.1.0, for code scanners.
//!
//! A plan is a run, with its name as category, so that plans that are uploaded one by one do
//! not close one another's alerts. What is shaped by a viewer is shaped by GitHub's: a place
//! for everything, `security-severity` and tags on rules, its limits. What is not known yet
//! is of kind `fail` all the same, because kind `open` would oblige the level to be `none`,
//! which viewers hide.

mod document;
mod rule;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use self::document::{
    Artifact, Base, Driver, Id, Invocation, Location, Log, Logical, Notification, Physical, Region,
    Run, Suppression, Text, Tool,
};
use super::grade::Grade;
use super::identity::identities;
use super::place::Place;
use super::{PlanReport, Report, phrases, words};
use crate::finding::{Finding, Verdict};
use crate::plan::text::percent_encoded;

/// Where the standard publishes its schema.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Results of one run, and runs of one file, that GitHub takes; more, and it refuses the
/// file: <https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit>.
const MOST_RESULTS: usize = 25_000;
const MOST_RUNS: usize = 20;

/// A finding with what tells it from others.
type Identified<'r> = (&'r Finding, String);

/// The report as a SARIF log.
#[must_use]
pub fn render(report: &Report) -> String {
    let findings: Vec<Identified<'_>> = report.findings.iter().zip(identities(report)).collect();
    let of_plan = |name: &str| -> Vec<&Identified<'_>> {
        findings.iter().filter(|(finding, _)| finding.plan == name).collect()
    };
    let general = of_plan("");
    let alone = report.plans.is_empty() || !general.is_empty();
    let mut runs = Vec::new();
    if report.plans.len() + usize::from(alone) > MOST_RUNS {
        runs.push(run(report, &report.plans.iter().collect::<Vec<_>>(), findings.iter().collect()));
    } else {
        for plan in &report.plans {
            runs.push(run(report, &[plan], of_plan(&plan.name)));
        }
        if alone {
            runs.push(run(report, &[], general));
        }
    }
    let log = Log { schema: SCHEMA, version: "2.1.0", runs };
    let mut text = serde_json::to_string_pretty(&log).expect("all keys are strings");
    text.push('\n');
    text
}

fn run(report: &Report, plans: &[&PlanReport], findings: Vec<&Identified<'_>>) -> Run {
    let verdict = match plans {
        [plan] => plan.verdict,
        _ => report.verdict,
    };
    let errors = plans.iter().filter_map(|plan| plan.error.as_ref());
    let of_run = report.error.iter().filter(|_| report.plans.is_empty());
    let mut notifications: Vec<Notification> =
        errors.chain(of_run).map(|error| notify(&error.code, &words::error(error))).collect();
    let (kept, left_out) = most_severe(findings);
    if left_out > 0 {
        let what = phrases::plural(left_out, "finding");
        let text = format!(
            "{what} less severe than the {MOST_RESULTS} that GitHub takes are left out; the report as JSON has all"
        );
        notifications.push(notify("tfgate::report::left_out", &text));
    }
    let rules = rule::all(report, kept.iter().map(|(finding, _)| *finding));
    let index: BTreeMap<String, usize> =
        rules.iter().enumerate().map(|(at, rule)| (rule.id.clone(), at)).collect();
    let results = kept.into_iter().map(|one| result(report, one, index[&one.0.rule])).collect();
    let base = Base { description: "The directory in which tfgate ran".into() };
    Run {
        tool: Tool {
            driver: Driver { name: "tfgate", semantic_version: report.tool.version.clone(), rules },
        },
        // GitHub's category is what stands before the last slash.
        automation_details: Id {
            id: match plans {
                [plan] => format!("tfgate/{}/", plan.name),
                _ => "tfgate/".to_owned(),
            },
        },
        invocations: vec![Invocation {
            execution_successful: verdict != Verdict::Undecided,
            exit_code: verdict.exit_code(),
            tool_execution_notifications: notifications,
        }],
        bases: BTreeMap::from([("%SRCROOT%", base)]),
        results,
        column_kind: "utf16CodeUnits",
    }
}

/// What GitHub takes, in the order of the report, and how much is left out.
fn most_severe<'r, 'f>(findings: Vec<&'r Identified<'f>>) -> (Vec<&'r Identified<'f>>, usize) {
    let left_out = findings.len().saturating_sub(MOST_RESULTS);
    if left_out == 0 {
        return (findings, 0);
    }
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| {
        let finding = findings[*at].0;
        std::cmp::Reverse((finding.stands(), Grade::of(finding), finding.level, finding.severity))
    });
    order.truncate(MOST_RESULTS);
    order.sort_unstable();
    (order.into_iter().map(|at| findings[at]).collect(), left_out)
}

fn notify(code: &str, text: &str) -> Notification {
    Notification { descriptor: Id { id: code.to_owned() }, level: "error", message: message(text) }
}

fn result(report: &Report, (finding, id): &Identified<'_>, rule: usize) -> document::Finding {
    let text = format!("{}\n{}", words::headline(finding), words::details(finding));
    let hash = |suffix: &str| format!("{id}{suffix}");
    document::Finding {
        rule_id: finding.rule.clone(),
        rule_index: rule,
        kind: "fail",
        level: level(Grade::of(finding)),
        message: message(text.trim_end()),
        locations: [location(&Place::of(report, finding), finding)],
        // The first is the one that GitHub reads, in the shape that its uploader writes.
        partial_fingerprints: BTreeMap::from([
            ("primaryLocationLineHash", hash(":1")),
            ("tfgate/v1", hash("")),
        ]),
        suppressions: suppression(report, finding).into_iter().collect(),
        properties: properties(finding),
    }
}

fn level(grade: Grade) -> &'static str {
    match grade {
        Grade::Error => "error",
        Grade::Warning => "warning",
        Grade::Note => "note",
    }
}

fn location(place: &Place, finding: &Finding) -> Location {
    let logical = finding
        .address
        .iter()
        .map(|address| Logical { fully_qualified_name: address.clone(), kind: "resource" });
    Location {
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(&place.file), uri_base_id: "%SRCROOT%" },
            region: Region { start_line: place.line },
        },
        logical_locations: logical.collect(),
    }
}

/// What lifts a finding, with the reason that the waiver gives.
fn suppression(report: &Report, finding: &Finding) -> Option<Suppression> {
    let by = finding.waived_by.as_ref().or(finding.approved_by.as_ref())?;
    let waiver = report.waivers.iter().find(|one| finding.waived_by.as_ref() == Some(&one.origin));
    let justification = match waiver {
        Some(waiver) => {
            format!("{} ({}, until {}, {by})", waiver.reason, waiver.owner, waiver.expires)
        }
        None => by.clone(),
    };
    Some(Suppression { kind: "external", status: "accepted", justification })
}

fn properties(finding: &Finding) -> BTreeMap<&'static str, Value> {
    let mut properties = BTreeMap::from([
        ("gate", json!(finding.gate.as_str())),
        ("severity", json!(finding.severity)),
        ("level", json!(finding.level)),
        ("outcome", json!(finding.outcome)),
        ("actions", json!(finding.actions)),
        ("preExisting", json!(finding.pre_existing)),
    ]);
    let optional = [
        ("address", &finding.address),
        ("type", &finding.resource_type),
        ("attribute", &finding.attribute),
        ("deposed", &finding.deposed),
    ];
    for (key, value) in optional {
        properties.extend(value.as_ref().map(|value| (key, json!(value))));
    }
    properties
}

/// Plain text in which nothing is a link: `[text](target)` would be one.
fn message(text: &str) -> Text {
    Text { text: text.replace("](", "] (") }
}

/// A path as a relative URI reference.
fn uri(path: &str) -> String {
    percent_encoded(path, b"/")
}

#[cfg(test)]
mod tests {
    use super::{message, uri};
    use crate::report::ErrorReport;

    #[test]
    fn paths_are_encoded() {
        assert_eq!(uri("envs/a b/größe#1%.tf"), "envs/a%20b/gr%C3%B6%C3%9Fe%231%25.tf");
        assert_eq!(uri("c:x/[0]?.tf"), "c%3Ax/%5B0%5D%3F.tf");
    }

    #[test]
    fn no_text_is_a_link() {
        let error = ErrorReport {
            code: String::new(),
            message: "[here](https://example.com)".to_owned(),
            help: String::new(),
        };
        let text = message(&super::words::error(&error)).text;
        assert_eq!(text, "[here] (https://example.com)");
    }
}
