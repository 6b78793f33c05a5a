//! One set of limits, held against the estimate that it is for.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::open::{Hides, missing, remedies};
use crate::cost::estimate::{Estimate, Resource, Unpriced};
use crate::cost::money::cents;
use crate::cost::rules;
use crate::cost::settings::{Bound, CURRENCY, Exchange, Limits, Money, Part, least_for_percent};
use crate::finding::{Evidence, Finding, Outcome, Rule, money};

/// How many contributors are named.
pub(super) const NAMED: usize = 5;

pub(super) struct Judging<'j> {
    pub(super) limits: &'j Limits,
    pub(super) bound: Bound,
    pub(super) exchange: &'j Exchange,
    pub(super) estimate: &'j Estimate,
    /// The part that is judged, and what may belong to it.
    pub(super) part: Option<(&'j Part, &'j [String])>,
}

impl Judging<'_> {
    pub(super) fn findings(&self, today: Date) -> Vec<Finding> {
        let mut findings = Vec::new();
        findings.extend(self.increase());
        findings.extend(self.percent());
        findings.extend(self.decrease());
        findings.extend(self.total());
        findings.extend(self.resources());
        findings.extend(self.coverage());
        findings.extend(self.age(today));
        findings
    }

    fn before(&self) -> Decimal {
        self.estimate.before.at(self.bound)
    }

    fn after(&self) -> Decimal {
        self.estimate.after.at(self.bound)
    }

    fn delta(&self) -> Decimal {
        self.after() - self.before()
    }

    fn delta_of(&self, resource: &Resource) -> Decimal {
        resource.after.at(self.bound) - resource.before.at(self.bound)
    }

    /// An amount of the report's currency, for people.
    fn money(&self, amount: Decimal) -> String {
        money::shown(&cents(amount), &self.exchange.currency)
    }

    /// A limit, for people: as it is written, too, where that is another currency.
    fn limit(&self, stated: &Money, amount: Decimal) -> String {
        let shown = self.money(amount);
        if stated.currency == self.exchange.currency {
            shown
        } else {
            format!("{shown} ({stated})")
        }
    }

    /// A finding about the plan, or about the part of it that is judged.
    pub(super) fn finding(&self, rule: &Rule, message: String) -> Finding {
        let mut finding = Finding::new(rule, message);
        // Two limits of one rule are two findings, each with its own identity.
        finding.attribute = self.part.map(|(part, _)| format!("limit {}", part.name));
        finding
    }

    /// The part that is judged, behind a preposition: to `team-a`.
    pub(super) fn of_part(&self, preposition: &str) -> String {
        self.part.map(|(part, _)| format!(" {preposition} `{}`", part.name)).unwrap_or_default()
    }

    /// A limit in the currency of the report. The configuration refuses every other, so what
    /// cannot be compared is an error here, and never a pass.
    fn amount(&self, rule: &Rule, stated: &Money) -> Result<Decimal, Box<Finding>> {
        self.exchange.of(stated).ok_or_else(|| {
            let message =
                format!("the limit of {stated} cannot be put into {}", self.exchange.currency);
            let mut finding = self.finding(rule, message);
            finding.outcome = Outcome::Error;
            finding.next = vec![format!("state it in {CURRENCY}")];
            Box::new(finding)
        })
    }

    fn increase(&self) -> Option<Finding> {
        let rule = &rules::MAX_INCREASE;
        let stated = self.limits.max_increase.as_ref()?;
        let limit = match self.amount(rule, stated) {
            Ok(limit) => limit,
            Err(finding) => return Some(*finding),
        };
        // Without a baseline the difference is at most what everything costs.
        if self.delta() <= limit {
            return self.unknown(rule, "max_increase", Hides::Increase);
        }
        if !self.estimate.has_baseline() {
            return Some(self.no_baseline(rule, "max_increase"));
        }
        let (delta, limit) = (self.money(self.delta()), self.limit(stated, limit));
        let part = self.of_part("to");
        let message = format!("plan adds {delta} a month{part}, more than the {limit} allowed");
        Some(self.exceeded(rule, message))
    }

    /// The change in percent of what was spent before. What is new has no percentage, and
    /// what is below the floor is not worth one.
    fn percentage(&self, rule: &Rule) -> Result<Option<Decimal>, Box<Finding>> {
        let floor = self.limits.min_delta_for_percent.clone().unwrap_or_else(least_for_percent);
        if self.delta().abs() < self.amount(rule, &floor)? {
            return Ok(None);
        }
        let percent = self.delta().checked_mul(Decimal::ONE_HUNDRED);
        Ok(percent.and_then(|percent| percent.checked_div(self.before())))
    }

    fn percent(&self) -> Option<Finding> {
        let rule = &rules::MAX_INCREASE_PERCENT;
        let limit = self.limits.max_increase_percent?;
        if !self.estimate.has_baseline() {
            return Some(self.no_baseline(rule, "max_increase_percent"));
        }
        let percent = match self.percentage(rule) {
            Ok(percent) => percent.filter(|percent| *percent > limit),
            Err(finding) => return Some(*finding),
        };
        let Some(percent) = percent else {
            return self.unknown(rule, "max_increase_percent", Hides::Increase);
        };
        let message = format!(
            "plan adds {}% to the monthly cost{}, more than the {}% allowed",
            percent.round_dp(1).normalize(),
            self.of_part("of"),
            limit.normalize()
        );
        Some(self.exceeded(rule, message))
    }

    fn decrease(&self) -> Option<Finding> {
        let rule = &rules::MAX_DECREASE;
        let Limits { max_decrease, max_decrease_percent, .. } = self.limits;
        if !self.estimate.has_baseline() {
            let key = match (max_decrease, max_decrease_percent) {
                (Some(_), _) => "max_decrease",
                (None, Some(_)) => "max_decrease_percent",
                (None, None) => return None,
            };
            return Some(self.no_baseline(rule, key));
        }
        let saved = -self.delta();
        if let Some(stated) = &self.limits.max_decrease {
            let limit = match self.amount(rule, stated) {
                Ok(limit) => limit,
                Err(finding) => return Some(*finding),
            };
            if saved > limit {
                let (saved, limit) = (self.money(saved), self.limit(stated, limit));
                let part = self.of_part("from");
                let message =
                    format!("plan takes away {saved} a month{part}, more than the {limit} allowed");
                return Some(self.vanished(rule, message));
            }
        }
        if let Some(limit) = self.limits.max_decrease_percent {
            let percent = match self.percentage(rule) {
                Ok(percent) => percent.map(|percent| -percent).filter(|percent| *percent > limit),
                Err(finding) => return Some(*finding),
            };
            if let Some(percent) = percent {
                let message = format!(
                    "plan takes away {}% of the monthly cost{}, more than the {}% allowed",
                    percent.round_dp(1).normalize(),
                    self.of_part("of"),
                    limit.normalize()
                );
                return Some(self.vanished(rule, message));
            }
            return self.unknown(rule, "max_decrease_percent", Hides::Decrease);
        }
        self.limits
            .max_decrease
            .as_ref()
            .and_then(|_| self.unknown(rule, "max_decrease", Hides::Decrease))
    }

    fn vanished(&self, rule: &Rule, message: String) -> Finding {
        let mut finding = self.finding(rule, message);
        let cheaper = self.contributors(|delta| delta < Decimal::ZERO);
        let gone: Vec<&str> =
            cheaper.iter().filter(|one| one.is_gone()).map(|one| &*one.address).collect();
        let rest = cheaper.len() - gone.len();
        let mut words = Vec::new();
        match gone.as_slice() {
            [] => {}
            [one] => words.push(format!("`{one}` vanishes")),
            [one, more @ ..] => words.push(format!("`{one}` and {} more vanish", more.len())),
        }
        match rest {
            0 => {}
            1 => words.push("1 resource costs less".to_owned()),
            n => words.push(format!("{n} resources cost less")),
        }
        finding.cause = Some(words.join(", "));
        finding.evidence = cheaper.into_iter().take(NAMED).map(|one| self.evidence(one)).collect();
        finding.next = vec![
            "see that it is meant: a saving that nobody announced is often a \
                             resource that is no longer configured"
                .to_owned(),
        ];
        finding
    }

    fn total(&self) -> Option<Finding> {
        let rule = &rules::MAX_TOTAL;
        let stated = self.limits.max_total.as_ref()?;
        let limit = match self.amount(rule, stated) {
            Ok(limit) => limit,
            Err(finding) => return Some(*finding),
        };
        if self.after() <= limit {
            return self.unknown(rule, "max_total", Hides::Increase);
        }
        let what =
            self.part.map_or("everything".to_owned(), |(part, _)| format!("`{}`", part.name));
        let (after, limit) = (self.money(self.after()), self.limit(stated, limit));
        let message = format!("{what} costs {after} a month, more than the {limit} allowed");
        let mut finding = self.exceeded(rule, message);
        // It was too much before: this plan is not to blame.
        finding.pre_existing = self.estimate.has_baseline() && self.delta() <= Decimal::ZERO;
        Some(finding)
    }

    fn exceeded(&self, rule: &Rule, message: String) -> Finding {
        let mut finding = self.finding(rule, message);
        let dearer = self.contributors(|delta| delta > Decimal::ZERO);
        finding.evidence = dearer.into_iter().take(NAMED).map(|one| self.evidence(one)).collect();
        finding.next = vec!["choose smaller or fewer resources".to_owned()];
        finding
    }

    /// Resources whose cost changes so, what changes most first.
    fn contributors(&self, so: impl Fn(Decimal) -> bool) -> Vec<&Resource> {
        let resources = self.estimate.resources.iter();
        let mut found: Vec<&Resource> = resources.filter(|one| so(self.delta_of(one))).collect();
        found.sort_by(|a, b| {
            let size = |one: &Resource| self.delta_of(one).abs();
            size(b).cmp(&size(a)).then_with(|| a.address.cmp(&b.address))
        });
        found
    }

    fn evidence(&self, resource: &Resource) -> Evidence {
        Evidence {
            path: resource.address.clone(),
            before: self.estimate.is_itemised().then(|| self.money(resource.before.at(self.bound))),
            after: Some(self.money(resource.after.at(self.bound))),
        }
    }

    fn resources(&self) -> Vec<Finding> {
        let rule = &rules::MAX_RESOURCE_INCREASE;
        let Some(stated) = &self.limits.max_resource_increase else { return Vec::new() };
        let limit = match self.amount(rule, stated) {
            Ok(limit) => limit,
            Err(finding) => return vec![*finding],
        };
        if !self.estimate.is_itemised() {
            return vec![self.no_baseline(rule, "max_resource_increase")];
        }
        let part = self.of_part("in");
        let above = self.estimate.resources.iter().filter(|one| self.delta_of(one) > limit);
        let mut findings: Vec<Finding> = above
            .map(|one| {
                let (delta, limit) = (self.money(self.delta_of(one)), self.limit(stated, limit));
                let message = format!("adds {delta} a month, more than the {limit} allowed{part}");
                let mut finding = self.finding(rule, message);
                finding.address = Some(one.address.clone());
                finding.evidence = vec![self.evidence(one)];
                finding.next = vec!["choose a smaller size".to_owned()];
                finding
            })
            .collect();
        findings.extend(self.unknown(rule, "max_resource_increase", Hides::Increase));
        findings
    }

    fn coverage(&self) -> Option<Finding> {
        let least = self.limits.min_coverage?;
        let coverage = self.estimate.coverage();
        if coverage >= least {
            return None;
        }
        let percent = |share: Decimal| (share * Decimal::ONE_HUNDRED).floor().normalize();
        let message = format!(
            "{} of {} billable resources{} have a price ({}%), fewer than the {}% wanted",
            self.estimate.priced,
            self.estimate.billable,
            self.of_part("of"),
            percent(coverage),
            (least * Decimal::ONE_HUNDRED).normalize()
        );
        let mut finding = self.finding(&rules::MIN_COVERAGE, message);
        let changed: Vec<&Unpriced> = self.estimate.unpriced_changes(|_| true).collect();
        // What the plan does not touch was without a price before it.
        finding.pre_existing = changed.is_empty();
        finding.next = remedies(&self.estimate.unpriced.iter().collect::<Vec<_>>());
        finding.evidence = missing(changed.into_iter());
        finding.next.push("see `unpriced` in the JSON report for each one".to_owned());
        Some(finding)
    }

    fn age(&self, today: Date) -> Option<Finding> {
        let most = self.limits.max_price_age?;
        let Some(date) = self.estimate.prices_as_of else { return self.undated() };
        let since = today.since(date).ok();
        let days = since.map_or(u64::MAX, |since| since.get_days().max(0).unsigned_abs().into());
        if days.saturating_mul(86_400) <= most.as_secs() {
            return None;
        }
        let allowed = most.as_secs() / 86_400;
        let part = self.of_part("for");
        let message =
            format!("prices of {date}{part} are {days} days old, more than {allowed} allowed");
        let mut finding = self.finding(&rules::MAX_PRICE_AGE, message);
        finding.next = vec![match &self.estimate.estimator {
            None => {
                "get newer ones: `tfgate prices update`, or a newer version of tfgate".to_owned()
            }
            Some(estimator) => format!("make the estimate again with {}", estimator.source),
        }];
        Some(finding)
    }
}
