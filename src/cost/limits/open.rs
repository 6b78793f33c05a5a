//! Limits of which it cannot be told whether they are kept: what has no price, or what was
//! spent before, is not known.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::judging::{Judging, NAMED};
use crate::cost::estimate::{Estimate, Unpriced};
use crate::cost::rules;
use crate::finding::{Evidence, Finding, Outcome, Rule};
use crate::plan::Action;

/// What a change without a price could hide.
#[derive(Clone, Copy)]
pub(super) enum Hides {
    Increase,
    Decrease,
}

/// How missing prices are got, a few of the ways.
pub(super) fn remedies(unpriced: &[&Unpriced]) -> Vec<String> {
    let ways = unpriced.iter().filter_map(|one| Some(one.wanted.as_ref()?.next()));
    ways.collect::<BTreeSet<_>>().into_iter().take(NAMED).collect()
}

/// The first of what has no price, with the reason.
pub(super) fn missing<'e>(unpriced: impl Iterator<Item = &'e Unpriced>) -> Vec<Evidence> {
    let evidence = unpriced.take(NAMED).map(|one| Evidence {
        path: one.address.clone(),
        before: None,
        after: Some(format!("{} ({})", one.reason.as_str(), one.detail)),
    });
    evidence.collect()
}

/// Changes without a price that could hide what `hides` is about; none where enough of the
/// whole has one.
fn hidden(estimate: &Estimate, least: Option<Decimal>, hides: Hides) -> Vec<&Unpriced> {
    if estimate.coverage() >= least.unwrap_or(Decimal::ONE) {
        return Vec::new();
    }
    // What only goes adds nothing, and what only comes takes nothing away.
    let unpriced = estimate.unpriced_changes(|actions| match hides {
        Hides::Increase => !actions.is_only(Action::Delete),
        Hides::Decrease => !actions.is_only(Action::Create),
    });
    unpriced.collect()
}

impl Estimate {
    /// Changes without a price that could raise the cost, where the share of what has one is
    /// below `least`.
    #[must_use]
    pub fn hides_increase(&self, least: Option<Decimal>) -> Vec<&Unpriced> {
        hidden(self, least, Hides::Increase)
    }
}

impl Judging<'_> {
    fn hidden(&self, hides: Hides) -> Vec<&Unpriced> {
        hidden(self.estimate, self.limits.min_coverage, hides)
    }

    pub(super) fn undecided(&self, rule: &Rule, key: &str) -> Finding {
        let message = format!("cannot tell whether `{key}`{} is kept", self.of_part("of"));
        let mut finding = self.finding(rule, message);
        finding.outcome = Outcome::Unknown;
        finding
    }

    /// What was spent before is not known, so nothing can be said about a difference.
    pub(super) fn no_baseline(&self, rule: &Rule, key: &str) -> Finding {
        let mut finding = self.undecided(rule, key);
        finding.cause = Some("the estimate does not say what was spent before".to_owned());
        finding.next = vec![
            "estimate from the plan's JSON, or with a baseline (`infracost diff --compare-to`)"
                .to_owned(),
        ];
        finding
    }

    pub(super) fn unknown(&self, rule: &Rule, key: &str, hides: Hides) -> Option<Finding> {
        let mut finding = self.undecided(rule, key);
        let hidden = self.hidden(hides);
        if !hidden.is_empty() {
            let addresses: BTreeSet<&str> = hidden.iter().map(|one| &*one.address).collect();
            let count = addresses.len();
            let (noun, have) = if count == 1 { ("resource", "has") } else { ("resources", "have") };
            finding.cause = Some(format!("{count} changed {noun} {have} no price"));
            finding.next = remedies(&hidden);
            finding.evidence = missing(hidden.into_iter());
            finding.next.push(
                "set what is known after apply, state `--region`, or accept the unknown".to_owned(),
            );
            return Some(finding);
        }
        let (part, open) = self.part?;
        let first = open.first()?;
        let (more, belong) = match open.len() - 1 {
            0 => (String::new(), "belongs"),
            n => (format!(" and {n} more"), "belong"),
        };
        finding.cause = Some(format!(
            "whether `{first}`{more} {belong} to `{}` depends on a tag that is known after apply",
            part.name
        ));
        finding.next = vec!["set the tag to a value that the plan knows".to_owned()];
        Some(finding)
    }

    /// The catalogue dates every price, so none was used; others may leave the date out.
    pub(super) fn undated(&self) -> Option<Finding> {
        self.estimate.estimator.as_ref()?;
        let mut finding = self.undecided(&rules::MAX_PRICE_AGE, "max_price_age");
        finding.cause = Some("the estimate does not say when it was made".to_owned());
        Some(finding)
    }
}
