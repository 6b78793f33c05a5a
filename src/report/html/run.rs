//! What is about the run and not about one plan: the table of plans, waivers, flags.

use super::markup::Page;
use super::plan::row;
use super::verdict;
use crate::finding::Finding;
use crate::report::{Report, WaiverState, phrases};

/// Columns of a table that scrolls by itself where the screen is narrow.
fn table(page: &mut Page, label: &str, heads: &[&str], rows: impl FnOnce(&mut Page)) {
    let scroll = [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", label)];
    page.element("div", &scroll, |page| {
        page.element("table", &[], |page| {
            page.element("thead", &[], |page| row(page, "th", heads));
            page.element("tbody", &[], rows);
        });
    });
}

/// A row for each plan, leading to its section.
pub(super) fn plans(page: &mut Page, report: &Report) {
    page.element("section", &[("class", "plans")], |page| {
        page.leaf("h2", &[], "Plans");
        let heads = ["plan", "verdict", "what stands", "changes", "cost a month"];
        table(page, "Plans", &heads, |page| {
            for (number, plan) in report.plans.iter().enumerate() {
                let findings: Vec<&Finding> = report.findings_of(&plan.name).collect();
                page.element("tr", &[], |page| {
                    page.element("th", &[("scope", "row")], |page| {
                        page.leaf("a", &[("href", &format!("#plan-{number}"))], &plan.name);
                        if let Some(environment) = &plan.environment {
                            page.leaf("span", &[("class", "dim")], &format!(" {environment}"));
                        }
                    });
                    page.element("td", &[("class", verdict::class(plan.verdict))], |page| {
                        page.leaf("span", &[("class", "chip")], plan.verdict.headline());
                    });
                    page.element("td", &[], |page| {
                        page.prose(&phrases::of_plan(plan.verdict, plan, &findings));
                    });
                    page.leaf("td", &[], &phrases::changes(&plan.summary));
                    page.element("td", &[("class", "number")], |page| {
                        // Where nothing is billed, nothing is said.
                        if let Some(cost) = &plan.cost
                            && phrases::cost(cost).is_some()
                        {
                            let delta = cost.delta.as_ref();
                            let text = delta.map(|delta| super::cost::signed(cost, delta));
                            page.text(&text.unwrap_or_else(|| "not known".to_owned()));
                        }
                    });
                });
            }
        });
    });
}

pub(super) fn waivers(page: &mut Page, report: &Report) {
    if report.waivers.is_empty() {
        return;
    }
    page.element("section", &[("class", "waivers")], |page| {
        page.leaf("h2", &[], "Waivers in force");
        let heads = ["rule", "address", "state", "until", "reason", "owner", "written at"];
        table(page, "Waivers", &heads, |page| {
            for waiver in &report.waivers {
                let state = match waiver.state {
                    WaiverState::Used => "used",
                    WaiverState::Unused => "unused",
                    WaiverState::Expired => "expired",
                };
                let address = waiver.address.as_deref().unwrap_or("every address");
                let cells = [&*waiver.rule, address, state, &waiver.expires];
                row(
                    page,
                    "td",
                    &[&cells[..], &[&waiver.reason, &waiver.owner, &waiver.origin]].concat(),
                );
            }
        });
    });
}

pub(super) fn overrides(page: &mut Page, report: &Report) {
    if report.overrides.is_empty() {
        return;
    }
    page.element("section", &[("class", "overrides")], |page| {
        page.leaf("h2", &[], "Flags of this run");
        table(page, "Flags", &["flag", "rule", "addresses", "lifted"], |page| {
            for one in &report.overrides {
                let rule = one.rule.as_deref().unwrap_or_default();
                let pattern = one.pattern.as_deref().unwrap_or_default();
                row(
                    page,
                    "td",
                    &[&one.flag, rule, pattern, &phrases::plural(one.lifted, "finding")],
                );
            }
        });
    });
}

pub(super) fn footer(page: &mut Page, report: &Report) {
    let tool = &report.tool;
    page.leaf("p", &[], &format!("{} {}, exit code {}", tool.name, tool.version, report.exit_code));
    page.element("p", &[], |page| {
        page.prose("`tfgate explain RULE` says why a rule exists and how to satisfy it; `tfgate waive RULE ADDRESS` records an exception with an owner and an end date");
    });
    page.leaf(
        "p",
        &[],
        "Values are redacted as Terraform marks them. The page loads nothing and sends nothing.",
    );
}
