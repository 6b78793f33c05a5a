//! The report as a comment on a pull request, or the summary of a job.
//!
//! The first lines are what is read there, so it begins with the verdict: what stands in
//! the way, what the plan does, what it costs, a row for each finding, and what to do. The
//! rest is folded. Whatever the plan holds, nothing of it becomes markup (see [`escape`]),
//! and the whole stays within a number of bytes (see [`document`]).

mod aside;
mod budget;
mod changes;
mod cost;
mod diffs;
mod document;
mod escape;
mod group;
mod head;
mod marker;
mod plans;
mod steps;
mod table;

pub use budget::Budget;
pub use escape::{is_safe_base, is_safe_url};
pub use marker::marker;

use self::document::{Document, Section};
use self::group::Told;
use self::plans::ByPlan;
use super::{PlanReport, Report};
use crate::finding::{Finding, Verdict};

/// How the comment is written, beyond what the report says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How long it may become.
    pub budget: Budget,
    /// By which a later run finds the comment again; the names of the plans without one.
    pub key: Option<String>,
    /// The commit that was planned.
    pub commit: Option<String>,
    /// Where the run can be looked at.
    pub run: Option<String>,
    /// What rules are documented under: the rule's id is added to it.
    pub rules: Option<String>,
}

/// Renders the report in at most the bytes of the budget.
#[must_use]
pub fn render(report: &Report, options: &Options) -> String {
    document(report, options).fit(options.budget)
}

fn document(report: &Report, options: &Options) -> Document {
    let head = format!("{}{}", marker::line(report, options), head::lines(report, options));
    let foot = head::foot(report);
    let mut document = Document { head, foot, ..Document::default() };
    let several = report.plans.len() > 1;
    let findings = ByPlan::of(report);
    if several {
        document.plans = Some(plans::rows(report, &findings));
    }
    for plan in plans::worst_first(report) {
        let told = Told::of(findings.findings(plan));
        let worth_a_section = !told.is_empty() || plan.verdict != Verdict::Passed;
        if !several || worth_a_section {
            let mut section = section(report, Some(plan), &told, options);
            if several {
                section.heading = head::section(plan);
            }
            document.sections.push(section);
        }
    }
    let told = Told::of(&findings.general);
    let mut general = section(report, None, &told, options);
    general.lists.extend(aside::unused(report));
    if !general.lists.is_empty() {
        if several {
            "\n#### The run as a whole\n".clone_into(&mut general.heading);
        }
        // What stands in the way of all plans comes before what is in the way of one.
        let place = if told.blocking.is_empty() { document.sections.len() } else { 0 };
        document.sections.insert(place, general);
    }
    document
}

/// What there is to say about one plan, or about none in particular.
fn section(
    report: &Report,
    plan: Option<&PlanReport>,
    told: &Told<'_>,
    options: &Options,
) -> Section {
    let verdict = plan.map_or(report.verdict, |plan| plan.verdict);
    let mut lists = table::first(told, options);
    lists.extend(steps::blocking(told));
    lists.extend(table::rest(told, options));
    lists.extend(steps::warnings(told));
    // Nobody has to do anything about a plan that passes: what it does is said in one line.
    if let Some(plan) = plan.filter(|_| verdict != Verdict::Passed) {
        lists.extend(diffs::lists(plan, told));
        lists.extend(changes::list(plan));
        lists.extend(cost::list(plan));
    }
    lists.extend(aside::lists(report, told));
    Section { heading: String::new(), lists }
}

/// The opening of a folded part. The summary is ours: nothing is escaped in HTML.
fn folded(summary: &str) -> String {
    format!("\n<details><summary>{summary}</summary>\n\n")
}

/// The end of a folded part.
const END: &str = "\n</details>\n";

/// Where a finding points, as code.
fn place(finding: &Finding) -> Option<String> {
    let location = finding.location.as_ref()?;
    Some(escape::short_code(&format!("{}:{}", location.file, location.line), 160))
}
