//! Waivers: a finding that is accepted, by whom, why, and until when.
//!
//! All three are required, because a waiver without an end is a rule switched off, and one
//! without an owner is nobody's. A waiver holds through its last day.

use std::fmt::Write as _;

use hcl_edit::Span as _;
use hcl_edit::structure::Block;
use jiff::civil::Date;

use super::fields::{Fields, label};
use super::globs::RulePattern;
use super::problem::{Kind, Problem, listed, nearest, shown};
use super::protect::pattern;
use super::quote::quote;
use super::reading::{Reading, Value};
use crate::plan::{Address, Pattern};

/// A finding that is accepted for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    /// Which rules.
    pub rule: RulePattern,
    /// Which addresses; none stands for every address, and for findings about the plan.
    pub addresses: Vec<Pattern>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it holds.
    pub expires: Date,
    /// In which environments; none stands for all.
    pub environments: Vec<String>,
    /// Where it is written.
    pub origin: String,
}

impl Waiver {
    /// Whether the waiver still holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        day <= self.expires
    }

    /// Whether it is about a finding of this rule on this address, or on the plan as a whole.
    #[must_use]
    pub fn covers(&self, rule: &str, address: Option<&Address>) -> bool {
        self.rule.matches(rule)
            && (self.addresses.is_empty()
                || address.is_some_and(|address| {
                    self.addresses.iter().any(|pattern| pattern.matches(address))
                }))
    }

    /// Whether it applies in an environment.
    pub(super) fn applies_in(&self, environment: Option<&str>) -> bool {
        self.environments.is_empty()
            || environment.is_some_and(|name| self.environments.iter().any(|known| known == name))
    }

    /// Reads all `waiver` blocks of the file or of an environment.
    pub(super) fn read_all(cx: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<Self> {
        let blocks = fields.blocks(cx, "waiver");
        blocks.into_iter().filter_map(|block| Self::read(cx, block)).collect()
    }

    fn read(cx: &mut Reading<'_>, block: &Block) -> Option<Self> {
        let name = label(cx, block, "aws/rds/storage-encrypted");
        let rule = name.and_then(|name| RulePattern::read(cx, &name));
        let mut fields = Fields::of_block(block);
        let addresses = fields.get(cx, "address", addresses);
        let reason = fields.require(cx, "reason", |cx, value| {
            cx.filled(value, "say why this is accepted, best with a ticket")
        });
        let owner = fields.require(cx, "owner", |cx, value| {
            cx.filled(value, "say who answers for it: a team or a person")
        });
        let expires = fields.require(cx, "expires", date);
        let environments = match &cx.environment {
            // Inside an environment the waiver is for that one; the key is not known there.
            Some(name) => vec![name.clone()],
            None => fields
                .get(cx, "environments", environments)
                .map(|set| set.value)
                .unwrap_or_default(),
        };
        fields.finish(cx);
        let waiver = Self {
            rule: rule?,
            addresses: addresses.map(|set| set.value).unwrap_or_default(),
            reason: reason?.value,
            owner: owner?.value,
            expires: expires?.value,
            environments,
            origin: cx.block_origin(block),
        };
        waiver.refuse_twin(cx, block);
        Some(waiver)
    }

    /// Two waivers for the same thing leave open which date and owner count.
    fn refuse_twin(&self, cx: &mut Reading<'_>, block: &Block) {
        let mut subjects: Vec<&str> = self.addresses.iter().map(Pattern::as_str).collect();
        let mut places: Vec<&str> = self.environments.iter().map(String::as_str).collect();
        subjects.sort_unstable();
        places.sort_unstable();
        let subject = format!("{} {subjects:?} {places:?}", self.rule);
        let span = block.ident.span().unwrap_or_default();
        if let Some((_, first)) = cx.waivers.iter().find(|(known, _)| *known == subject) {
            let problem = Problem::new(
                Kind::Duplicate,
                format!("`{}` is waived twice for the same addresses", shown(self.rule.as_str())),
            );
            let first = first.clone();
            cx.report(
                problem
                    .label(span, "waived again here")
                    .label(first, "first waived here")
                    .help("keep the one whose reason, owner and date hold"),
            );
            return;
        }
        cx.waivers.push((subject, span));
    }
}

fn addresses(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<Pattern>> {
    let texts = cx.one_or_more(value)?;
    let patterns: Vec<_> = texts.iter().map(|text| pattern(cx, text)).collect();
    patterns.into_iter().collect()
}

fn date(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Date> {
    let text = cx.text(value, "a date such as \"2027-01-31\"")?;
    // The library reads much more than a plain date.
    let shape =
        |(n, c): (usize, u8)| if matches!(n, 4 | 7) { c == b'-' } else { c.is_ascii_digit() };
    let written = text.value.len() == 10 && text.value.bytes().enumerate().all(shape);
    let date = if written { text.value.parse().ok() } else { None };
    if date.is_none() {
        let label = match (text.value.trim().is_empty(), written) {
            (true, _) => "fill this in",
            (false, true) => "there is no such day",
            (false, false) => "write year-month-day",
        };
        cx.report(
            Problem::invalid(match shown(text.value.trim()).as_str() {
                "" => format!("`{}` is empty", value.key),
                date => format!("`{date}` is no date"),
            })
            .label(text.span, label)
            .help("for example \"2027-01-31\"; the waiver holds through that day"),
        );
    }
    date
}

fn environments(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for text in cx.one_or_more(value)? {
        if cx.environments.contains(&text.value) {
            names.push(text.value);
            continue;
        }
        let known: Vec<&str> = cx.environments.iter().map(String::as_str).collect();
        let label = match nearest(&text.value, &known) {
            Some(name) => format!("did you mean `{}`?", shown(name)),
            None => "not configured in this file".to_owned(),
        };
        let help = match &*known {
            [] => "this file configures no environment".to_owned(),
            known => format!("this file configures {}", listed(known, " and ")),
        };
        cx.report(
            Problem::invalid(format!("there is no environment `{}`", shown(&text.value)))
                .label(text.span, label)
                .help(help),
        );
    }
    // Left empty by mistakes it would mean every environment.
    (!names.is_empty()).then_some(names)
}

/// What `tfgate waive` prints a block of.
#[derive(Clone, Copy, Debug)]
pub struct WaiverText<'a> {
    /// Rule id.
    pub rule: &'a str,
    /// Address pattern; none for every address.
    pub address: Option<&'a str>,
    /// Why the finding is accepted.
    pub reason: Option<&'a str>,
    /// Who answers for it.
    pub owner: Option<&'a str>,
    /// Last day on which it holds.
    pub expires: Date,
}

/// The block that `tfgate waive` prints. Without a reason or an owner it is refused until
/// somebody fills them in.
#[must_use]
pub fn waiver_block(text: &WaiverText<'_>) -> String {
    let mut block = format!("waiver {} {{\n", quote(text.rule));
    if let Some(address) = text.address {
        let _ = writeln!(block, "  address = {}", quote(address));
    }
    let mut filled = |key: &str, value: Option<&str>, hint: &str| {
        let _ = match value {
            Some(value) => writeln!(block, "  {key} = {}", quote(value)),
            None => writeln!(block, "  {key} = \"\" # {hint}"),
        };
    };
    filled("reason ", text.reason, "why this is accepted, best with a ticket");
    filled("owner  ", text.owner, "who answers for it");
    let _ = writeln!(block, "  expires = \"{}\" # holds through this day", text.expires);
    block.push_str("}\n");
    block
}
