//! The limits of the configuration, held against an estimate.
//!
//! Where too much has no price, staying below a budget proves nothing: the budget is then
//! unknown. Exceeding one is exceeding it, whatever else has no price.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::estimate::{Estimate, Resource};
use super::money::{cents, dollars};
use super::rules;
use super::settings::{Money, Settings};
use crate::finding::{Evidence, Finding, Outcome, Rule};

/// The currency of the catalogue.
pub const CURRENCY: &str = "USD";

/// Increases below this many USD a month have no percentage worth a finding.
const LEAST_FOR_PERCENT: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// How many contributors are named.
const NAMED: usize = 5;

/// How many limits are set.
#[must_use]
pub fn in_force(settings: &Settings) -> usize {
    [
        settings.max_increase.is_some(),
        settings.max_increase_percent.is_some(),
        settings.max_total.is_some(),
        settings.max_resource_increase.is_some(),
        settings.min_coverage.is_some(),
        settings.max_price_age.is_some(),
    ]
    .into_iter()
    .filter(|set| *set)
    .count()
}

/// What is above its limit, or cannot be told to be below.
#[must_use]
pub fn judge(settings: &Settings, estimate: &Estimate, now: Timestamp) -> Vec<Finding> {
    let judging = Judging { settings, estimate };
    let mut findings = Vec::new();
    findings.extend(judging.increase());
    findings.extend(judging.percent());
    findings.extend(judging.total());
    findings.extend(judging.resources());
    findings.extend(judging.coverage());
    findings.extend(judging.age(now.to_zoned(TimeZone::UTC).date()));
    findings
}

struct Judging<'j> {
    settings: &'j Settings,
    estimate: &'j Estimate,
}

impl Judging<'_> {
    fn before(&self) -> Decimal {
        self.estimate.before.at(self.settings.bound)
    }

    fn after(&self) -> Decimal {
        self.estimate.after.at(self.settings.bound)
    }

    fn delta(&self) -> Decimal {
        self.after() - self.before()
    }

    fn delta_of(&self, resource: &Resource) -> Decimal {
        resource.after.at(self.settings.bound) - resource.before.at(self.settings.bound)
    }

    /// Whether what has no price could hide an excess.
    fn is_open(&self) -> bool {
        let least = self.settings.min_coverage.unwrap_or(Decimal::ONE);
        !self.estimate.unpriced_changes().is_empty() && self.estimate.coverage() < least
    }

    fn unknown(&self, rule: &Rule, limit: &str) -> Option<Finding> {
        self.is_open().then(|| {
            let names = self.estimate.unpriced_changes();
            let mut finding = Finding::new(rule, format!("cannot tell whether {limit} is kept"));
            finding.outcome = Outcome::Unknown;
            let count = names.len();
            let (noun, have) = if count == 1 { ("resource", "has") } else { ("resources", "have") };
            finding.cause = Some(format!("{count} changed {noun} {have} no price"));
            finding.dependents = Vec::new();
            finding.evidence = self.missing();
            finding.next = vec![
                "set what is known after apply, state `--region`, or accept the unknown".to_owned(),
            ];
            finding
        })
    }

    fn missing(&self) -> Vec<Evidence> {
        let changed = self.estimate.unpriced.iter().filter(|one| one.changed);
        let evidence = changed.take(NAMED).map(|one| Evidence {
            path: one.address.clone(),
            before: None,
            after: Some(format!("{} ({})", one.reason.as_str(), one.detail)),
        });
        evidence.collect()
    }

    /// An amount that is not in the currency of the prices cannot be compared with them.
    fn amount(rule: &Rule, money: &Money) -> Result<Decimal, Box<Finding>> {
        if money.currency == CURRENCY {
            return Ok(money.amount);
        }
        let message = format!("the limit is in {} and the prices are in USD", money.currency);
        let mut finding = Finding::new(rule, message);
        finding.outcome = Outcome::Error;
        finding.next = vec!["state the limit in USD".to_owned()];
        Err(Box::new(finding))
    }

    fn increase(&self) -> Option<Finding> {
        let rule = &rules::MAX_INCREASE;
        let limit = match Self::amount(rule, self.settings.max_increase.as_ref()?) {
            Ok(limit) => limit,
            Err(finding) => return Some(*finding),
        };
        if self.delta() <= limit {
            return self.unknown(rule, "`max_increase`");
        }
        let (delta, limit) = (dollars(self.delta()), dollars(limit));
        let message = format!("plan adds {delta} a month, more than the {limit} allowed");
        Some(self.exceeded(rule, message))
    }

    fn percent(&self) -> Option<Finding> {
        let rule = &rules::MAX_INCREASE_PERCENT;
        let limit = self.settings.max_increase_percent?;
        let before = self.before();
        // What is new has no percentage; the absolute limit is for it.
        if before.is_zero() {
            return self.unknown(rule, "`max_increase_percent`");
        }
        let percent = self.delta().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
        if percent <= limit || self.delta() < LEAST_FOR_PERCENT {
            return self.unknown(rule, "`max_increase_percent`");
        }
        let message = format!(
            "plan adds {}% to the monthly cost, more than the {}% allowed",
            percent.round_dp(1).normalize(),
            limit.normalize()
        );
        Some(self.exceeded(rule, message))
    }

    fn total(&self) -> Option<Finding> {
        let rule = &rules::MAX_TOTAL;
        let limit = match Self::amount(rule, self.settings.max_total.as_ref()?) {
            Ok(limit) => limit,
            Err(finding) => return Some(*finding),
        };
        if self.after() <= limit {
            return self.unknown(rule, "`max_total`");
        }
        let (after, limit) = (dollars(self.after()), dollars(limit));
        let message = format!("everything costs {after} a month, more than the {limit} allowed");
        let mut finding = self.exceeded(rule, message);
        // It was too much before: this plan is not to blame.
        finding.pre_existing = self.delta() <= Decimal::ZERO;
        Some(finding)
    }

    fn exceeded(&self, rule: &Rule, message: String) -> Finding {
        let mut finding = Finding::new(rule, message);
        let mut top: Vec<&Resource> = self
            .estimate
            .resources
            .iter()
            .filter(|one| self.delta_of(one) > Decimal::ZERO)
            .collect();
        top.sort_by(|a, b| {
            self.delta_of(b).cmp(&self.delta_of(a)).then_with(|| a.address.cmp(&b.address))
        });
        finding.evidence = top.into_iter().take(NAMED).map(|one| self.evidence(one)).collect();
        finding.next = vec!["choose smaller or fewer resources".to_owned()];
        finding
    }

    fn evidence(&self, resource: &Resource) -> Evidence {
        Evidence {
            path: resource.address.clone(),
            before: Some(cents(resource.before.at(self.settings.bound))),
            after: Some(cents(resource.after.at(self.settings.bound))),
        }
    }

    fn resources(&self) -> Vec<Finding> {
        let rule = &rules::MAX_RESOURCE_INCREASE;
        let Some(money) = &self.settings.max_resource_increase else { return Vec::new() };
        let limit = match Self::amount(rule, money) {
            Ok(limit) => limit,
            Err(finding) => return vec![*finding],
        };
        let above = self.estimate.resources.iter().filter(|one| self.delta_of(one) > limit);
        let mut findings: Vec<Finding> = above
            .map(|one| {
                let (delta, limit) = (dollars(self.delta_of(one)), dollars(limit));
                let message = format!("adds {delta} a month, more than the {limit} allowed");
                let mut finding = Finding::new(rule, message);
                finding.address = Some(one.address.clone());
                finding.evidence = vec![self.evidence(one)];
                finding.next = vec!["choose a smaller size".to_owned()];
                finding
            })
            .collect();
        findings.extend(self.unknown(rule, "`max_resource_increase`"));
        findings
    }

    fn coverage(&self) -> Option<Finding> {
        let least = self.settings.min_coverage?;
        let coverage = self.estimate.coverage();
        if coverage >= least {
            return None;
        }
        let percent = |share: Decimal| (share * Decimal::ONE_HUNDRED).round_dp(0).normalize();
        let message = format!(
            "{} of {} billable resources have a price ({}%), fewer than the {}% wanted",
            self.estimate.priced,
            self.estimate.billable,
            percent(coverage),
            percent(least)
        );
        let mut finding = Finding::new(&rules::MIN_COVERAGE, message);
        finding.evidence = self.missing();
        // What the plan does not touch was without a price before it.
        finding.pre_existing = self.estimate.unpriced_changes().is_empty();
        finding.next = vec!["see `unpriced` in the JSON report for each one".to_owned()];
        Some(finding)
    }

    fn age(&self, today: Date) -> Option<Finding> {
        let most = self.settings.max_price_age?;
        let date = self.estimate.prices_as_of?;
        let of: Date = date.parse().ok()?;
        let days = u64::try_from(today.since(of).ok()?.get_days()).ok()?;
        if days.saturating_mul(86_400) <= most.as_secs() {
            return None;
        }
        let allowed = most.as_secs() / 86_400;
        let message = format!("prices of {date} are {days} days old, more than {allowed} allowed");
        let mut finding = Finding::new(&rules::MAX_PRICE_AGE, message);
        finding.next = vec!["use a version of tfgate with newer prices".to_owned()];
        Some(finding)
    }
}
