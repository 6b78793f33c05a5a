//! Findings as cards: what stands in the way first, and folded what does not. Findings that
//! differ in their subject only are one card.

use std::collections::BTreeMap;

use super::filters::module_of;
use super::markup::{Attributes, Page, is_link};
use super::neighbourhood::{Blocks, neighbourhood};
use super::next;
use crate::finding::{Evidence, Finding, Outcome};
use crate::plan::ActionSet;
use crate::report::{Report, phrases};

/// Subjects of one card that are open to see; the others are one click away.
const SHOWN: usize = 12;

/// What all cards of a page share.
pub(super) struct Cards<'r> {
    report: &'r Report,
    blocks: Blocks<'r>,
    /// How often each was asked for.
    anchors: BTreeMap<String, usize>,
}

impl<'r> Cards<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        Self { report, blocks: Blocks::of(report), anchors: BTreeMap::new() }
    }

    /// By which a finding can be linked to. The same finding of two plans has one
    /// fingerprint and needs two anchors.
    fn anchor(&mut self, finding: &Finding) -> String {
        let known = finding.fingerprint.chars().filter(char::is_ascii_alphanumeric).take(32);
        let first: String = "f-".chars().chain(known).collect();
        let count = self.anchors.entry(first.clone()).or_default();
        *count += 1;
        if *count == 1 { first } else { format!("{first}-{count}") }
    }
}

/// All findings of a plan, or about none: what stands, then what is folded.
pub(super) fn all(page: &mut Page, cards: &mut Cards<'_>, findings: &[&Finding], plan: &str) {
    if findings.is_empty() {
        return;
    }
    let of = |test: &dyn Fn(&Finding) -> bool| -> Vec<&Finding> {
        findings.iter().copied().filter(|finding| test(finding)).collect()
    };
    let told = of(&|one| one.stands() && !one.is_open() && !one.is_background());
    page.element("section", &[("class", "findings")], |page| {
        page.element("h3", &[], |page| {
            page.text("Findings");
            page.leaf("span", &[("class", "count")], &told.len().to_string());
        });
        if told.is_empty() {
            page.leaf("p", &[("class", "dim")], "Nothing stands in the way");
        }
        let mut write = |page: &mut Page, findings: &[&Finding]| {
            for group in phrases::groups(findings) {
                card(page, cards, &group, plan);
            }
        };
        write(page, &told);
        let folded = [
            (of(&Finding::is_open), "unknown", "known only after apply, and not in the way"),
            (of(&Finding::is_background), "untouched", "about what the plan does not touch"),
            (of(&|one| !one.stands()), "waived", "lifted by a waiver, a flag or an approval"),
        ];
        for (findings, name, what) in folded {
            if findings.is_empty() {
                continue;
            }
            page.element("details", &[("class", "fold")], |page| {
                page.element("summary", &[], |page| {
                    page.leaf("strong", &[], &format!("{} {name}", findings.len()));
                    page.leaf("span", &[("class", "dim")], &format!(" {what}"));
                });
                write(page, &findings);
            });
        }
    });
}

/// What a finding is on this page: in the way, worth knowing, or folded and why.
pub(super) fn state(finding: &Finding) -> &'static str {
    if !finding.stands() {
        "waived"
    } else if finding.is_open() {
        "unknown"
    } else if finding.is_background() {
        "untouched"
    } else {
        phrases::kind(finding)
    }
}

fn card(page: &mut Page, cards: &mut Cards<'_>, group: &[&Finding], plan: &str) {
    let first = group[0];
    let kind = phrases::kind(first);
    let class = format!("finding {}", state(first));
    let anchor = cards.anchor(first);
    let title = format!("{anchor}-title");
    let article: Attributes<'_> = &[
        ("class", &class),
        ("id", &anchor),
        ("tabindex", "-1"),
        ("aria-labelledby", &title),
        ("data-kind", state(first)),
        ("data-gate", first.gate.as_str()),
        ("data-plan", plan),
    ];
    page.element("article", article, |page| {
        page.element("p", &[("class", "labels")], |page| {
            page.leaf("span", &[("class", "kind")], kind);
            page.leaf("code", &[("class", "rule")], &first.rule);
            page.leaf("span", &[("class", "dim")], first.severity.as_str());
            if first.outcome != Outcome::Fail {
                let what = match first.outcome {
                    Outcome::Unknown => "unknown until apply",
                    Outcome::Error | Outcome::Fail => "could not be evaluated",
                };
                page.leaf("span", &[("class", "outcome")], what);
            }
            if group.len() > 1 {
                page.leaf("span", &[("class", "dim")], &format!("{} resources", group.len()));
            }
        });
        page.element("h4", &[("id", &title)], |page| page.sentence(&first.message));
        subjects(page, cards, group);
        reasons(page, group);
        next::steps(page, group);
        about(page, cards.report, first);
    });
}

/// What is lost, why the plan does it, who else says so, and who lifted the finding.
fn reasons(page: &mut Page, group: &[&Finding]) {
    let finding = group[0];
    let also = phrases::also(group);
    let lifted = finding.waived_by.as_deref().or(finding.approved_by.as_deref());
    let reasons = [
        ("Risk", finding.impact.as_deref()),
        ("Why", finding.cause.as_deref()),
        ("Also", also.as_deref()),
        ("Lifted by", lifted),
    ];
    if reasons.iter().all(|(_, text)| text.is_none()) {
        return;
    }
    page.element("dl", &[("class", "reasons")], |page| {
        for (label, text) in reasons {
            if let Some(text) = text {
                page.leaf("dt", &[], label);
                page.element("dd", &[], |page| page.sentence(text));
            }
        }
    });
}

fn subjects(page: &mut Page, cards: &mut Cards<'_>, group: &[&Finding]) {
    let mut write = |page: &mut Page, part: &[&Finding], start: usize| {
        page.element("ul", &[("class", "subjects")], |page| {
            for (at, finding) in part.iter().enumerate() {
                // The card carries the anchor of its first subject.
                let anchor = (start + at > 0).then(|| cards.anchor(finding));
                subject(page, &cards.blocks, finding, anchor.as_deref());
            }
        });
    };
    let shown = group.len().min(SHOWN);
    write(page, &group[..shown], 0);
    if group.len() > shown {
        page.element("details", &[("class", "more")], |page| {
            page.leaf("summary", &[], &format!("and {} more", group.len() - shown));
            write(page, &group[shown..], shown);
        });
    }
}

fn subject(page: &mut Page, blocks: &Blocks<'_>, finding: &Finding, anchor: Option<&str>) {
    let module = module_of(finding);
    let mut item = vec![("class", "subject"), ("data-module", module.as_str())];
    item.extend(anchor.map(|anchor| ("id", anchor)));
    page.element("li", &item, |page| {
        if let Some(address) = &finding.address {
            page.element("p", &[("class", "where")], |page| {
                symbol(page, &finding.actions);
                page.leaf("bdi", &[("class", "address")], address);
                if let Some(key) = &finding.deposed {
                    page.leaf("span", &[("class", "dim")], &format!("deposed {key}"));
                }
                if let Some(place) = &finding.location {
                    let place = format!("{}:{}", place.file, place.line);
                    page.leaf("span", &[("class", "place")], &place);
                }
            });
        }
        // What is not known yet has no value to show; the cause names it.
        if finding.outcome != Outcome::Unknown && !finding.evidence.is_empty() {
            let replaces =
                finding.actions.len() > 1 && finding.actions.iter().any(|word| word == "delete");
            page.element("ul", &[("class", "evidence")], |page| {
                for one in &finding.evidence {
                    page.element("li", &[], |page| evidence(page, one, replaces));
                }
            });
        }
        neighbourhood(page, blocks, finding);
    });
}

fn evidence(page: &mut Page, one: &Evidence, forces: bool) {
    page.leaf("code", &[("class", "path")], &one.path);
    page.text(" ");
    match (&one.before, &one.after) {
        (Some(before), Some(after)) if before != after => {
            page.leaf("del", &[], before);
            page.text(" → ");
            page.leaf("ins", &[], after);
        }
        (Some(text), _) | (None, Some(text)) => page.leaf("code", &[], text),
        (None, None) => {}
    }
    if forces {
        page.leaf("span", &[("class", "note")], "forces replacement");
    }
}

/// Terraform's symbol, with its meaning for whoever cannot see it.
pub(super) fn symbol(page: &mut Page, actions: &[String]) {
    let set = ActionSet::from_words(actions.iter().map(String::as_str)).ok();
    let phrase = set.map_or("", ActionSet::phrase);
    let class = format!("symbol {}", class(actions));
    let label = [("class", class.as_str()), ("role", "img"), ("aria-label", phrase)];
    match set.filter(|set| !set.is_no_op()) {
        Some(set) => page.leaf("span", &label, set.symbol()),
        None => page.element("span", &[("class", "symbol")], |_| {}),
    }
}

/// The class that colours a change: by what is lost.
pub(super) fn class(actions: &[String]) -> &'static str {
    match phrases::symbol(actions) {
        "-/+" | "+/-" => "replace",
        "-" => "delete",
        "." | "+/." | "./+" => "forget",
        "+" => "create",
        "~" => "update",
        "<=" => "read",
        _ => "other",
    }
}

/// What the rule is for, and where to read on.
fn about(page: &mut Page, report: &Report, finding: &Finding) {
    let Some(rule) = report.rules.get(&finding.rule) else { return };
    page.element("details", &[("class", "about")], |page| {
        page.leaf("summary", &[], "About this rule");
        page.element("p", &[], |page| {
            page.leaf("strong", &[], &rule.title);
        });
        page.element("p", &[], |page| page.prose(&rule.help));
        if !rule.references.is_empty() {
            page.element("ul", &[("class", "references")], |page| {
                for address in &rule.references {
                    page.element("li", &[], |page| reference(page, address));
                }
            });
        }
    });
}

fn reference(page: &mut Page, address: &str) {
    if is_link(address) {
        let link = [("href", address), ("rel", "noopener noreferrer"), ("target", "_blank")];
        page.leaf("a", &link, address);
    } else {
        page.text(address);
    }
}
