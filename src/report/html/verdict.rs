//! The verdict: in words, in colour and as an icon, each of which is enough.

use super::markup::Page;
use super::plan;
use crate::finding::{Finding, Verdict};
use crate::report::{Report, phrases};

/// The class that colours it.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::ApprovalNeeded => "approval-needed",
        Verdict::Denied => "denied",
        Verdict::Undecided => "undecided",
    }
}

/// The line of an icon in a box of 24 by 24: a tick, a raised bar, a cross, a question.
fn drawing(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "M6 12.5l4 4 8-9",
        Verdict::ApprovalNeeded => "M9 7v10M15 7v10",
        Verdict::Denied => "M7.5 7.5l9 9M16.5 7.5l-9 9",
        Verdict::Undecided => "M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8M12 17.2v.3",
    }
}

/// The icon of the browser's tab, so that a red one is found among many.
pub(super) fn tab_icon(verdict: Verdict) -> String {
    let colour = match verdict {
        Verdict::Passed => "1a7f37",
        Verdict::ApprovalNeeded => "7b2a8f",
        Verdict::Denied => "b3261e",
        Verdict::Undecided => "4a5462",
    };
    let line = drawing(verdict);
    let image = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><circle cx='12' cy='12' r='12' fill='#{colour}'/><path d='{line}' fill='none' stroke='#fff' stroke-width='2.6' stroke-linecap='round'/></svg>"
    );
    let coded = image.replace('<', "%3C").replace('>', "%3E").replace('#', "%23");
    format!("data:image/svg+xml,{coded}")
}

pub(super) fn icon(page: &mut Page, verdict: Verdict) {
    let svg = [("class", "icon"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true")];
    page.element("svg", &svg, |page| {
        page.element("circle", &[("cx", "12"), ("cy", "12"), ("r", "11")], |_| {});
        page.element("path", &[("d", drawing(verdict))], |_| {});
    });
}

/// Verdict first: what it is, what it adds up from, and what the plan does.
pub(super) fn banner(page: &mut Page, report: &Report) {
    page.element("header", &[("class", "banner")], |page| {
        page.element("div", &[("class", "top")], |page| {
            page.element("p", &[("class", "brand")], |page| {
                page.leaf("strong", &[], "tfgate");
                page.text(" ");
                page.text(&subject(report));
            });
            let toggle = [("type", "button"), ("id", "theme"), ("hidden", "")];
            page.leaf("button", &toggle, "Dark");
        });
        page.element("div", &[("class", "verdict")], |page| {
            icon(page, report.verdict);
            page.element("div", &[], |page| {
                page.leaf("h1", &[], report.verdict.headline());
                page.element("p", &[], |page| page.sentence(&sentence(report)));
            });
        });
        if let [only] = report.plans.as_slice() {
            plan::facts(page, only, report.configuration.as_deref());
        }
    });
}

fn subject(report: &Report) -> String {
    match report.plans.as_slice() {
        [] => String::new(),
        [plan] => plan.name.clone(),
        plans => format!("{} plans, one verdict", plans.len()),
    }
}

/// What stands beside the verdict in the terminal.
fn sentence(report: &Report) -> String {
    let findings: Vec<&Finding> = report.findings.iter().collect();
    match report.plans.as_slice() {
        [] => phrases::NOT_JUDGED.to_owned(),
        [plan] => phrases::of_plan(report.verdict, plan, &findings),
        plans => phrases::of_plans(plans.len(), &findings),
    }
}
