//! The report as one self-contained page that a person opens from the artefacts of a run.
//!
//! The page is whole without its script, which only filters, copies and changes the theme.
//! Nothing is loaded, and the content security policy names the one style sheet and the one
//! script by their hashes: should text of a report ever become markup, it still cannot run.

mod changes;
mod cost;
mod filters;
mod finding;
mod head;
mod markup;
mod neighbourhood;
mod next;
mod plan;
mod run;
mod verdict;

use super::Report;
use crate::finding::Finding;
use markup::Page;

/// Findings and changes from which on a page is large.
const LARGE: usize = 500;

/// Renders the report as an HTML document.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut page = Page::default();
    page.ours("<!doctype html>\n");
    let mut class = verdict::class(report.verdict).to_owned();
    // What is far away is then laid out when it is scrolled to.
    let changes: usize = report.plans.iter().map(|plan| plan.changes.len()).sum();
    if report.findings.len() + changes > LARGE {
        class.push_str(" large");
    }
    page.element("html", &[("lang", "en"), ("class", &class)], |page| {
        page.element("head", &[], |page| head::head(page, report));
        page.element("body", &[], |page| {
            page.leaf("a", &[("class", "skip"), ("href", "#main")], "Skip to the report");
            verdict::banner(page, report);
            filters::bar(page, report);
            page.element("main", &[("id", "main"), ("tabindex", "-1")], |page| body(page, report));
            page.element("footer", &[], |page| run::footer(page, report));
            head::script(page);
        });
    });
    page.finish()
}

fn body(page: &mut Page, report: &Report) {
    let mut cards = finding::Cards::of(report);
    // One plan says it in its own section.
    match report.plans.as_slice() {
        [] => {
            if let Some(error) = &report.error {
                plan::error(page, error, None);
            }
        }
        [_] => {}
        plans => {
            for one in plans {
                if let Some(error) = &one.error {
                    plan::error(page, error, Some(&one.name));
                }
            }
            run::plans(page, report);
        }
    }
    // Findings about the run as a whole, and about no plan in particular.
    let general: Vec<&Finding> = report.findings.iter().filter(|one| one.plan.is_empty()).collect();
    if !general.is_empty() {
        page.element("section", &[("class", "plan")], |page| {
            page.leaf("h2", &[], "About the run");
            finding::all(page, &mut cards, &general, "");
        });
    }
    for (number, one) in report.plans.iter().enumerate() {
        plan::plan(page, report, number, one, &mut cards);
    }
    run::waivers(page, report);
    run::overrides(page, report);
}
