//! One plan: its error, its findings, what it changes, what it costs, and how it was judged.

use super::finding::{self, Cards};
use super::markup::Page;
use super::{changes, cost, verdict};
use crate::finding::Finding;
use crate::report::{ErrorReport, PlanReport, Report, phrases};

pub(super) fn plan(
    page: &mut Page,
    report: &Report,
    number: usize,
    plan: &PlanReport,
    cards: &mut Cards<'_>,
) {
    let several = report.plans.len() > 1;
    let findings: Vec<&Finding> = report.findings_of(&plan.name).collect();
    let id = format!("plan-{number}");
    let number = number.to_string();
    let section = [("class", "plan"), ("id", id.as_str()), ("data-section", &number)];
    page.element("section", &section, |page| {
        if several {
            page.element("div", &[("class", verdict::class(plan.verdict))], |page| {
                page.element("div", &[("class", "verdict small")], |page| {
                    verdict::icon(page, plan.verdict);
                    page.element("div", &[], |page| {
                        page.leaf("h2", &[], &plan.name);
                        page.element("p", &[], |page| {
                            page.leaf("strong", &[], plan.verdict.headline());
                            page.text(" ");
                            page.prose(&phrases::of_plan(plan.verdict, plan, &findings));
                        });
                    });
                });
            });
            facts(page, plan, None);
        } else {
            page.leaf("h2", &[("class", "unseen")], &plan.name);
        }
        // Of several plans, errors are told before the table.
        if let Some(problem) = plan.error.as_ref().filter(|_| !several) {
            error(page, problem, None);
        }
        finding::all(page, cards, &findings, &number);
        changes::changes(page, plan, &number);
        cost::cost(page, plan, &number);
        gates(page, plan);
    });
}

/// One line each: what changes, what it costs, what it was judged for.
pub(super) fn facts(page: &mut Page, plan: &PlanReport, configuration: Option<&str>) {
    page.element("dl", &[("class", "facts")], |page| {
        fact(page, "Changes", &phrases::changes(&plan.summary));
        if let Some(line) = plan.cost.as_ref().and_then(phrases::cost) {
            fact(page, "Cost", &line);
        }
        let environment = plan.environment.as_ref().map(|name| format!("environment `{name}`, "));
        let profile = format!("{}profile `{}`", environment.unwrap_or_default(), plan.profile);
        fact(page, "Judged for", &profile);
        if let Some(name) = configuration {
            fact(page, "Configuration", &format!("`{name}`"));
        }
    });
}

fn fact(page: &mut Page, name: &'static str, text: &str) {
    page.element("div", &[], |page| {
        page.leaf("dt", &[], name);
        page.element("dd", &[], |page| page.prose(text));
    });
}

/// Why there is no verdict, before anything else.
pub(super) fn error(page: &mut Page, error: &ErrorReport, plan: Option<&str>) {
    page.element("section", &[("class", "problem")], |page| {
        page.element("h2", &[], |page| {
            page.text("Why there is no verdict");
            if let Some(plan) = plan {
                page.text(" on ");
                page.leaf("bdi", &[], plan);
            }
        });
        page.element("p", &[("class", "message")], |page| page.sentence(&error.message));
        for line in error.help.lines() {
            page.element("p", &[], |page| page.sentence(line));
        }
        page.element("p", &[("class", "dim")], |page| page.leaf("code", &[], &error.code));
    });
}

/// What each gate did, and what exactly was judged.
fn gates(page: &mut Page, plan: &PlanReport) {
    page.element("section", &[("class", "judged")], |page| {
        page.leaf("h3", &[], "How it was judged");
        if !plan.gates.is_empty() {
            page.element(
                "div",
                &[("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Gates")],
                |page| {
                    page.element("table", &[], |page| {
                        let heads = ["gate", "rules", "judged", "failed", "unknown", "waived"];
                        page.element("thead", &[], |page| row(page, "th", &heads));
                        page.element("tbody", &[], |page| {
                            for gate in &plan.gates {
                                let counts = [
                                    gate.rules,
                                    gate.judged,
                                    gate.failed,
                                    gate.unknown,
                                    gate.waived,
                                ];
                                let counts = counts.map(|count| count.to_string());
                                let mut cells = vec![gate.gate.as_str()];
                                cells.extend(counts.iter().map(String::as_str));
                                row(page, "td", &cells);
                            }
                        });
                    });
                },
            );
        }
        page.element("dl", &[("class", "facts")], |page| {
            fact(page, "Plan", &format!("`{}`", plan.source));
            if let Some(version) = &plan.terraform_version {
                fact(page, "Made by", &format!("Terraform or OpenTofu {version}"));
            }
            if let Some(complete) = plan.complete {
                let text = if complete { "everything" } else { "only a part of the configuration" };
                fact(page, "Covers", text);
            }
            if let Some(fingerprint) = &plan.fingerprint {
                fact(page, "Fingerprint of what it does", &format!("`{fingerprint}`"));
            }
            if let Some(sha256) = &plan.file_sha256 {
                fact(page, "SHA-256 of the file", &format!("`{sha256}`"));
            }
        });
    });
}

/// A row of a table: its first cell names it.
pub(super) fn row(page: &mut Page, cell: &'static str, cells: &[&str]) {
    page.element("tr", &[], |page| {
        for (at, text) in cells.iter().enumerate() {
            match (cell, at) {
                ("th", _) => page.leaf("th", &[("scope", "col")], text),
                (_, 0) => page.leaf("th", &[("scope", "row")], text),
                _ => page.leaf(cell, &[], text),
            }
        }
    });
}
