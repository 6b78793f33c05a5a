//! Filters by words, level, gate, module and plan. The script shows them: without it there
//! would be nothing behind them.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::state;
use super::markup::Page;
use crate::finding::Finding;
use crate::plan::Address;
use crate::report::Report;

pub(super) fn bar(page: &mut Page, report: &Report) {
    let changes: usize = report.plans.iter().map(|plan| plan.changes.len()).sum();
    if report.findings.len() + changes == 0 {
        return;
    }
    let form = [("id", "filters"), ("role", "search"), ("aria-label", "Filter"), ("hidden", "")];
    page.element("form", &form, |page| {
        page.element("div", &[("class", "words")], |page| {
            page.leaf("label", &[("for", "search"), ("class", "unseen")], "Search");
            page.void(
                "input",
                &[
                    ("type", "search"),
                    ("id", "search"),
                    ("placeholder", "Search addresses, rules, words"),
                    ("autocomplete", "off"),
                    ("spellcheck", "false"),
                    ("aria-keyshortcuts", "/"),
                ],
            );
        });
        levels(page, &report.findings);
        gates(page, &report.findings);
        let modules = modules(report);
        if modules.len() > 1 {
            select(
                page,
                "module",
                "Module",
                "all modules",
                modules.iter().map(|name| {
                    (
                        name.to_owned(),
                        if name.is_empty() { "root module".to_owned() } else { name.to_owned() },
                    )
                }),
            );
        }
        if report.plans.len() > 1 {
            let plans = report.plans.iter().enumerate();
            let plans = plans.map(|(number, plan)| (number.to_string(), plan.name.clone()));
            select(page, "plan", "Plan", "all plans", plans);
        }
        page.element("p", &[("class", "state")], |page| {
            page.leaf("span", &[("id", "shown"), ("role", "status")], "");
            page.leaf("button", &[("type", "reset"), ("hidden", "")], "Show all");
            page.element("span", &[("class", "keys dim")], |page| {
                for (key, what) in [("/", "search"), ("j", "next"), ("k", "previous")] {
                    page.leaf("kbd", &[], key);
                    page.text(&format!(" {what} "));
                }
            });
        });
    });
}

fn levels(page: &mut Page, findings: &[Finding]) {
    let count = |wanted| findings.iter().filter(|one| state(one) == wanted).count();
    let states = ["error", "approval", "warning", "unknown", "untouched", "waived"];
    choices(page, "Level", "kind", &states.map(|name| (name, count(name))));
}

fn gates(page: &mut Page, findings: &[Finding]) {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.gate).or_default() += 1;
    }
    let gates: Vec<_> = counts.into_iter().map(|(gate, count)| (gate.as_str(), count)).collect();
    choices(page, "Gate", "gate", &gates);
}

/// Boxes to tick, for what there is; a single one would choose nothing.
fn choices(page: &mut Page, legend: &'static str, name: &'static str, choices: &[(&str, usize)]) {
    let there: Vec<_> = choices.iter().filter(|(_, count)| *count > 0).collect();
    if there.len() < 2 {
        return;
    }
    page.element("fieldset", &[], |page| {
        page.leaf("legend", &[], legend);
        for (value, count) in there {
            page.element("label", &[("class", value)], |page| {
                page.void("input", &[("type", "checkbox"), ("name", name), ("value", value)]);
                page.leaf("span", &[], value);
                page.leaf("span", &[("class", "count")], &count.to_string());
            });
        }
    });
}

fn select(
    page: &mut Page,
    name: &'static str,
    label: &'static str,
    all: &'static str,
    options: impl Iterator<Item = (String, String)>,
) {
    page.element("label", &[("class", "select")], |page| {
        page.leaf("span", &[], label);
        page.element("select", &[("name", name)], |page| {
            // No module is called so, and the root module has no name.
            page.leaf("option", &[("value", "*")], all);
            for (value, text) in options {
                page.leaf("option", &[("value", &value)], &text);
            }
        });
    });
}

/// The modules that anything is said about; the root module has an empty name.
fn modules(report: &Report) -> BTreeSet<String> {
    let changes = report.plans.iter().flat_map(|plan| &plan.changes);
    let mut modules: BTreeSet<String> = changes.map(|change| change.module.clone()).collect();
    modules.extend(report.findings.iter().filter(|one| one.address.is_some()).map(module_of));
    modules
}

/// The module of what a finding is about; empty for the root module, and for the plan.
pub(super) fn module_of(finding: &Finding) -> String {
    finding.address.as_deref().map(module_of_address).unwrap_or_default()
}

/// The module of an address; empty for the root module.
pub(super) fn module_of_address(address: &str) -> String {
    Address::parse(address).map(|address| address.module_path()).unwrap_or_default()
}
