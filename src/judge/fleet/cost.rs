//! What all plans of a run add to the monthly cost together, and what they cost.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::super::{PlanRequest, configuration};
use crate::config::Fleet;
use crate::cost::money::cents;
use crate::cost::settings::{Exchange, Money};
use crate::cost::{Estimate, Settings};
use crate::finding::{Evidence, Finding, GateName, Outcome, Rule, Severity, money};

pub(super) const FLEET_BUDGET: Rule = Rule {
    id: "cost/fleet-budget",
    gate: GateName::Cost,
    severity: Severity::High,
    title: "All plans together cost more a month than is allowed",
    why: "A change to a module that many stacks share adds a little to each of them, below the \
          limit of each.",
    fix: "Roll the change out to fewer stacks at once, or override the rule for this run once \
          the costs are read.",
    references: &[],
};

/// How many plans are named.
const NAMED: usize = 5;

/// What one plan costs, at the bound that its configuration chose.
pub(in crate::judge) struct Spent {
    /// A month before; nothing where the estimate does not say.
    before: Option<Decimal>,
    after: Decimal,
    exchange: Exchange,
    /// Changed resources without a price that could raise the sum.
    hidden: usize,
}

impl Spent {
    pub(in crate::judge) fn of(estimate: &Estimate, settings: &Settings) -> Self {
        let bound = settings.bound;
        let hidden = estimate.hides_increase(settings.limits.min_coverage);
        Self {
            before: estimate.has_baseline().then(|| estimate.before.at(bound)),
            after: estimate.after.at(bound),
            exchange: settings.exchange.clone(),
            hidden: hidden.into_iter().map(|one| &*one.address).collect::<BTreeSet<_>>().len(),
        }
    }
}

/// A plan by its name, and what it costs, where that is known.
type Named<'r> = (&'r str, Option<&'r Spent>);

/// What a limit is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sum {
    Increase,
    Total,
}

impl Sum {
    fn key(self) -> &'static str {
        match self {
            Self::Increase => "max_increase",
            Self::Total => "max_total",
        }
    }

    /// `2 plans add $10.00 a month together`
    fn told(self, plans: usize, amount: &str) -> String {
        match (self, plans) {
            (Self::Increase, 1) => format!("1 plan adds {amount} a month"),
            (Self::Total, 1) => format!("1 plan costs {amount} a month"),
            (Self::Increase, n) => format!("{n} plans add {amount} a month together"),
            (Self::Total, n) => format!("{n} plans cost {amount} a month together"),
        }
    }
}

/// A limit of a `fleet` block, and what is summed up for it.
struct Budget<'r> {
    sum: Sum,
    limit: &'r Money,
    origin: &'r str,
    plans: Vec<Named<'r>>,
}

/// Each `fleet` block limits the plans that its configuration rules and the cost gate judges.
pub(super) fn judge(requests: &[PlanRequest<'_>], spent: &[Option<Spent>]) -> Vec<Finding> {
    let mut budgets: BTreeMap<&str, Budget<'_>> = BTreeMap::new();
    let judged = requests.iter().zip(spent).filter(|(request, _)| request.cost.is_some());
    for (request, spent) in judged {
        let Fleet { max_increase, max_total, max_destroy: _ } = &request.in_force.fleet;
        for (sum, limit) in [(Sum::Increase, max_increase), (Sum::Total, max_total)] {
            let Some(limit) = limit else { continue };
            let budget = budgets.entry(&limit.origin).or_insert_with(|| Budget {
                sum,
                limit: &limit.value,
                origin: &limit.origin,
                plans: Vec::new(),
            });
            budget.plans.push((&request.name, spent.as_ref()));
        }
    }
    budgets.values().filter_map(Budget::judge).collect()
}

impl Budget<'_> {
    fn judge(&self) -> Option<Finding> {
        let known: Vec<(&str, &Spent)> =
            self.plans.iter().filter_map(|(name, spent)| Some((*name, (*spent)?))).collect();
        // Nothing was estimated: that is reported with each plan.
        let (_, first) = known.first()?;
        let exchange = &first.exchange;
        if known.iter().any(|(_, one)| one.exchange.currency != exchange.currency) {
            return Some(self.wrong("the plans are in different currencies"));
        }
        let Some(limit) = exchange.of(self.limit) else {
            let problem = format!("{} cannot be put into {}", self.limit, exchange.currency);
            return Some(self.wrong(&problem));
        };
        let total = |amount: fn(&Spent) -> Decimal| {
            let mut all = known.iter().map(|(_, one)| amount(one));
            all.try_fold(Decimal::ZERO, Decimal::checked_add)
        };
        // Without a baseline the increase is at most what everything costs.
        let increase = |one: &Spent| one.after - one.before.unwrap_or_default();
        let (Some(added), Some(after)) = (total(increase), total(|one| one.after)) else {
            return Some(self.wrong("the sum is too large"));
        };
        let (sum, without) = match self.sum {
            Sum::Increase => (added, known.iter().filter(|(_, one)| one.before.is_none()).count()),
            Sum::Total => (after, 0),
        };
        if sum <= limit {
            return self.unknown(&known);
        }
        if without > 0 {
            return Some(self.open(&format!("{without} of them do not say what was spent before")));
        }
        let show = |amount: Decimal| money::shown(&cents(amount), &exchange.currency);
        let told = self.sum.told(self.plans.len(), &show(sum));
        let mut finding = self.finding(format!("{told}, more than the {} allowed", show(limit)));
        // It was too much before: these plans are not to blame.
        let known_before = known.iter().all(|(_, one)| one.before.is_some());
        finding.pre_existing = known_before && added <= Decimal::ZERO;
        let mut most = known;
        most.sort_by(|(left, a), (right, b)| {
            increase(b).cmp(&increase(a)).then_with(|| left.cmp(right))
        });
        let evidence = most.into_iter().take(NAMED).map(|(name, one)| Evidence {
            path: name.to_owned(),
            before: one.before.map(show),
            after: Some(show(one.after)),
        });
        finding.evidence = evidence.collect();
        finding.next = vec!["apply fewer of them at once, or choose smaller resources".to_owned()];
        Some(finding)
    }

    /// What is below the limit, unless something that is not in the sum could be above it.
    fn unknown(&self, known: &[(&str, &Spent)]) -> Option<Finding> {
        let hidden: usize = known.iter().map(|(_, one)| one.hidden).sum();
        if hidden > 0 {
            let (noun, have) =
                if hidden == 1 { ("resource", "has") } else { ("resources", "have") };
            return Some(self.open(&format!("{hidden} changed {noun} {have} no price")));
        }
        let missing: BTreeSet<&str> =
            self.plans.iter().filter(|(_, spent)| spent.is_none()).map(|(name, _)| *name).collect();
        let names: Vec<&str> = missing.into_iter().take(NAMED).collect();
        (!names.is_empty()).then(|| self.open(&format!("not estimated: {}", names.join(", "))))
    }

    fn open(&self, cause: &str) -> Finding {
        let message = format!("cannot tell whether `{}` of the fleet is kept", self.sum.key());
        let mut finding = self.finding(message);
        finding.outcome = Outcome::Unknown;
        finding.cause = Some(cause.to_owned());
        finding.next = vec!["see what has no price in the report of each plan".to_owned()];
        finding
    }

    fn wrong(&self, problem: &str) -> Finding {
        let mut finding =
            self.finding(format!("`{}` of the fleet cannot be judged: {problem}", self.sum.key()));
        finding.outcome = Outcome::Error;
        finding.next = vec!["state `currency` and `rate` alike, and the limit in USD".to_owned()];
        finding
    }

    fn finding(&self, message: String) -> Finding {
        let mut finding = Finding::new(&FLEET_BUDGET, message);
        // Two limits of one rule are two findings, each with its own identity.
        finding.attribute = Some(self.sum.key().to_owned());
        finding.location = configuration::location(self.origin);
        finding
    }
}
