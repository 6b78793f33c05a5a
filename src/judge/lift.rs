//! What the command line lifts: `--allow-destroy` and `--override`. Only findings that are
//! overridable; the mandatory ones want a waiver in the reviewed configuration.

use globset::{GlobBuilder, GlobMatcher};

use crate::finding::{Finding, Level, Outcome};
use crate::plan::text::visible;
use crate::plan::{Address, Pattern};
use crate::protect::rules;
use crate::report::OverrideReport;

/// A flag that lifts findings, and how often it did.
#[derive(Clone, Debug)]
pub struct Lift {
    flag: &'static str,
    rule: Option<(String, GlobMatcher)>,
    pattern: Option<Pattern>,
    lifted: usize,
}

/// A flag's value that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct LiftError(String);

impl Lift {
    /// `--allow-destroy ADDRESS-PATTERN`
    pub fn allow_destroy(text: &str) -> Result<Self, LiftError> {
        Ok(Self { flag: "--allow-destroy", rule: None, pattern: Some(pattern(text)?), lifted: 0 })
    }

    /// `--override RULE[@ADDRESS-PATTERN]`
    pub fn override_rule(text: &str) -> Result<Self, LiftError> {
        let (rule, at) = match text.split_once('@') {
            Some((rule, at)) => (rule, Some(pattern(at)?)),
            None => (text, None),
        };
        let glob = GlobBuilder::new(rule)
            .literal_separator(true)
            .build()
            .map_err(|error| LiftError(format!("`{rule}` is no rule: {}", error.kind())))?;
        let matcher = glob.compile_matcher();
        // Ids of the user's own policies are not known here; those of gates are.
        let gates = ["protect/", "config/", "cost/", "ingest/"];
        let own = !gates.iter().any(|gate| rule.starts_with(gate));
        let known = own || super::rule_ids().any(|id| matcher.is_match(id));
        if !known {
            let near = super::nearest_rule(rule);
            return Err(LiftError(format!("there is no rule `{rule}`; did you mean `{near}`?")));
        }
        let rule = Some((rule.to_owned(), matcher));
        Ok(Self { flag: "--override", rule, pattern: at, lifted: 0 })
    }

    fn lifts(&self, finding: &Finding, address: Option<&Address>) -> bool {
        let rule = match &self.rule {
            Some((_, rule)) => rule.is_match(&finding.rule),
            None => is_destruction(finding),
        };
        let place = match &self.pattern {
            Some(pattern) => address.is_some_and(|address| pattern.matches(address)),
            None => true,
        };
        rule && place
    }

    pub(super) fn report(&self) -> OverrideReport {
        let safe = |text: &str| visible(text).into_owned();
        OverrideReport {
            flag: self.flag.to_owned(),
            rule: self.rule.as_ref().map(|(text, _)| safe(text)),
            pattern: self.pattern.as_ref().map(|pattern| safe(pattern.as_str())),
            lifted: self.lifted,
        }
    }

    fn name(&self) -> String {
        let rule = self.rule.as_ref().map(|(text, _)| text.as_str());
        let pattern = self.pattern.as_ref().map(Pattern::as_str);
        match (rule, pattern) {
            (Some(rule), Some(pattern)) => format!("{} {rule}@{pattern}", self.flag),
            (Some(text), None) | (None, Some(text)) => format!("{} {text}", self.flag),
            (None, None) => self.flag.to_owned(),
        }
    }
}

fn pattern(text: &str) -> Result<Pattern, LiftError> {
    text.parse().map_err(|error| LiftError(format!("`{text}` is no address pattern: {error}")))
}

/// Whether a finding is about the destruction of a resource that can be named.
pub(super) fn is_destruction(finding: &Finding) -> bool {
    let rules = [
        &rules::DESTROY,
        &rules::STATEFUL_DESTROY,
        &rules::STATEFUL_REPLACE,
        &rules::IMPORT_REPLACES,
        &rules::PROBABLE_RENAME,
        &rules::GUARD_REMOVED,
        &super::baseline::PROTECTION_REMOVED,
    ];
    rules.iter().any(|rule| rule.id == finding.rule)
        && finding.actions.iter().any(|action| action == "delete")
}

/// Lets the first flag that fits lift the finding, and counts it for every one that fits.
pub(super) fn apply(lifts: &mut [Lift], finding: &mut Finding, address: Option<&Address>) {
    if finding.level != Level::MandatoryOverridable || finding.outcome == Outcome::Error {
        return;
    }
    for lift in lifts {
        if lift.lifts(finding, address) {
            lift.lifted += 1;
            finding.approved_by.get_or_insert_with(|| visible(&lift.name()).into_owned());
        }
    }
}
