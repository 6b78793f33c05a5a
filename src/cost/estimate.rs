//! The estimate of a plan: every managed change priced before and after.
//!
//! Where one side of a change has a price and the other has not, no difference is claimed:
//! the larger known amount stands on both sides. So a missing price is neither a saving nor
//! an increase, and the resource is listed as unpriced.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::bill::{Bill, Component, Problem, Reason, Wanted};
use super::money::Amount;
use super::part::Member;
use crate::plan::{Action, ActionSet};

/// What is noted about one change.
#[derive(Clone, Debug)]
pub struct Item {
    /// Address, safe to show.
    pub address: String,
    /// Resource type, safe to show.
    pub resource_type: Cow<'static, str>,
    /// What the plan does to it.
    pub actions: ActionSet,
    /// Whether it belongs to each part that has limits of its own, before and after.
    pub parts: Vec<[Member; 2]>,
    /// The bill before; none where the resource did not exist.
    pub before: Option<Bill>,
    /// The bill after; none where the resource will not exist.
    pub after: Option<Bill>,
}

/// A resource in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Address.
    pub address: String,
    /// Resource type.
    pub resource_type: Cow<'static, str>,
    /// What the plan does to it.
    pub actions: ActionSet,
    /// A month before, in the currency of the report.
    pub before: Amount,
    /// A month after.
    pub after: Amount,
    /// Components of what is after, or of what was before where nothing is.
    pub components: Vec<Component>,
}

impl Resource {
    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.actions.has(Action::Delete) && !self.actions.has(Action::Create)
    }
}

/// A resource, or a part of one, without a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpriced {
    /// Address.
    pub address: String,
    /// Resource type.
    pub resource_type: Cow<'static, str>,
    /// Why.
    pub reason: Reason,
    /// Which attribute or price is missing.
    pub detail: String,
    /// The price that was looked for, where one was.
    pub wanted: Option<Wanted>,
    /// What the plan does to the resource.
    pub actions: ActionSet,
}

/// The program that made an estimate, where it was not this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimator {
    /// The program and its format.
    pub source: &'static str,
    /// Whether it is known what was spent before.
    pub baseline: bool,
    /// Whether that is known of each resource.
    pub itemised: bool,
}

/// A whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// A month before, in the currency of the report.
    pub before: Amount,
    /// A month after.
    pub after: Amount,
    /// Resources that cost something whatever their usage.
    pub billable: usize,
    /// Of those, the ones whose fixed components all have a price.
    pub priced: usize,
    /// Resources that cost by usage alone, which nobody stated.
    pub depends_on_usage: usize,
    /// Billable resources of which a part depends on usage that nobody stated.
    pub partly_on_usage: usize,
    /// The oldest date of the prices that were used.
    pub prices_as_of: Option<Date>,
    /// Resources with components, in the order of the plan.
    pub resources: Vec<Resource>,
    /// What has no price.
    pub unpriced: Vec<Unpriced>,
    /// Who made it, if not this program from its catalogue.
    pub estimator: Option<Estimator>,
}

impl Estimate {
    /// Whether it is known what was spent before. Where it is not, `before` means nothing.
    #[must_use]
    pub fn has_baseline(&self) -> bool {
        self.estimator.as_ref().is_none_or(|one| one.baseline)
    }

    /// Whether it is known of each resource what was spent on it before.
    #[must_use]
    pub fn is_itemised(&self) -> bool {
        self.estimator.as_ref().is_none_or(|one| one.itemised)
    }

    /// Adds up; `None` when a sum does not fit.
    #[must_use]
    pub fn of(items: impl IntoIterator<Item = Item>) -> Option<Self> {
        let mut estimate = Self::default();
        for item in items {
            estimate.add(item)?;
        }
        Some(estimate)
    }

    fn add(&mut self, item: Item) -> Option<()> {
        let sides = [item.before.as_ref(), item.after.as_ref()];
        let bills = || sides.into_iter().flatten();
        if bills().next().is_none() {
            return Some(());
        }
        let fixed = bills().any(|bill| bill.fixed);
        let problems: BTreeSet<_> = bills().flat_map(|bill| &bill.problems).cloned().collect();
        self.billable += usize::from(fixed);
        self.priced += usize::from(fixed && problems.is_empty());
        let usage = bills().any(|bill| bill.usage);
        self.depends_on_usage += usize::from(!fixed && usage);
        self.partly_on_usage += usize::from(fixed && usage);
        for date in bills().filter_map(|bill| bill.oldest) {
            self.prices_as_of = Some(self.prices_as_of.map_or(date, |oldest| oldest.min(date)));
        }
        let total = |bill: Option<&Bill>| bill.map(|bill| bill.total).unwrap_or_default();
        let (mut before, mut after) = (total(sides[0]), total(sides[1]));
        if !problems.is_empty() && sides.iter().all(Option::is_some) {
            before = before.max(after);
            after = before;
        }
        self.before = self.before.plus(before)?;
        self.after = self.after.plus(after)?;
        let bill = item.after.or(item.before);
        let components = bill.map(|bill| bill.components).unwrap_or_default();
        if !components.is_empty() {
            self.resources.push(Resource {
                address: item.address.clone(),
                resource_type: item.resource_type.clone(),
                actions: item.actions,
                before,
                after,
                components,
            });
        }
        for Problem { reason, detail, wanted } in problems {
            self.unpriced.push(Unpriced {
                address: item.address.clone(),
                resource_type: item.resource_type.clone(),
                reason,
                detail,
                wanted,
                actions: item.actions,
            });
        }
        Some(())
    }

    /// The share of billable resources that have a price; one where nothing is billable.
    #[must_use]
    pub fn coverage(&self) -> Decimal {
        let of = |n: usize| Decimal::from(n);
        of(self.priced).checked_div(of(self.billable)).unwrap_or(Decimal::ONE)
    }

    /// What has no price among the changes that `could` matter.
    pub fn unpriced_changes(
        &self,
        could: impl Fn(ActionSet) -> bool,
    ) -> impl Iterator<Item = &Unpriced> {
        self.unpriced.iter().filter(move |one| !one.actions.is_no_op() && could(one.actions))
    }
}
