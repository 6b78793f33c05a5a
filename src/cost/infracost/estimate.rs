//! An [`Estimate`] from a selection and the changes of the plan.
//!
//! The sums are the file's own. The plan says which resources change, and what the file
//! leaves out: something billable that it does not mention has no price, and a file that
//! knows of nothing before, while the plan does, has no baseline.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::select::Selection;
use super::{Project, Resource};
use crate::cost::bill::{Bill, Problem, Reason};
use crate::cost::estimate::{Estimate, Estimator, Item, Unpriced};
use crate::cost::money::Amount;
use crate::cost::part::Member;
use crate::plan::text::visible;
use crate::plan::{Action, ActionSet};

/// What the plan says about a resource that may cost something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Address, safe to show.
    pub address: String,
    /// Resource type, safe to show.
    pub resource_type: String,
    /// What the plan does to it.
    pub actions: ActionSet,
    /// Whether it belongs to each part that has limits of its own, before and after.
    pub parts: Vec<[Member; 2]>,
    /// Whether it was there before.
    pub existed: bool,
    /// Whether it will be there, and ours.
    pub remains: bool,
}

impl Selection {
    /// What the file lists, and what the plan has beside it. `parts` have limits of their
    /// own; whether what is not in the plan belongs to them is not known.
    #[must_use]
    pub fn items(&self, planned: &[Planned], parts: usize) -> Vec<Item> {
        let plan: BTreeMap<&str, &Planned> =
            planned.iter().map(|one| (&*one.address, one)).collect();
        let mut items = Vec::new();
        for project in &self.projects {
            let (before, after) = (project.past(), project.future());
            for (name, after) in &after {
                let past = before.get(name).copied();
                items.push(item(past, Some(after), plan.get(name).copied(), parts));
            }
            for (name, past) in before.iter().filter(|(name, _)| !after.contains_key(*name)) {
                items.push(item(Some(past), None, plan.get(name).copied(), parts));
            }
        }
        items.extend(self.unmentioned(planned));
        items
    }

    /// Adds up, to the sums that the file states; `None` when one does not fit.
    #[must_use]
    pub fn estimate(&self, items: Vec<Item>, planned: &[Planned]) -> Option<Estimate> {
        let raw = |side: fn(&Item) -> Option<&Bill>| {
            let mut totals = items.iter().filter_map(side).map(|bill| bill.total.typical);
            totals.try_fold(Decimal::ZERO, Decimal::checked_add)
        };
        let (raw_before, raw_after) =
            (raw(|item| item.before.as_ref())?, raw(|item| item.after.as_ref())?);
        // The file of a directory says that nothing was there; the plan may know better.
        let listed = self.listed();
        let past = self.projects.iter().any(|project| !project.past().is_empty());
        let known = |one: &Planned| one.existed && listed.contains(&*one.address);
        let contradicted = !past && planned.iter().any(known);
        let baseline = self.totals.baseline().filter(|before| !(before.is_zero() && contradicted));
        let mut estimate = Estimate::of(items)?;
        let shift = |amount: Amount, sum: Decimal, raw: Decimal| {
            amount.plus(Amount::exactly(sum.checked_sub(raw)?))
        };
        estimate.after = shift(estimate.after, self.totals.after?, raw_after)?;
        estimate.before = shift(estimate.before, baseline.unwrap_or_default(), raw_before)?;
        for (resource_type, count) in self.unsupported(planned) {
            estimate.billable = estimate.billable.saturating_add(count);
            estimate.unpriced.push(Unpriced {
                address: format!("{resource_type} ×{count}"),
                resource_type: resource_type.into(),
                reason: Reason::TypeUnsupported,
                detail: "by the file, and not in this plan".to_owned(),
                wanted: None,
                actions: ActionSet::only(Action::NoOp),
            });
        }
        let itemised = !self.projects.is_empty()
            && self.projects.iter().all(|one| one.before.is_some() && one.after.is_some());
        estimate.prices_as_of = self.date;
        estimate.estimator = Some(Estimator {
            source: self.source,
            baseline: baseline.is_some(),
            itemised: itemised && baseline.is_some(),
        });
        Some(estimate)
    }

    /// Addresses that the file prices.
    fn listed(&self) -> BTreeSet<&str> {
        self.projects.iter().flat_map(|project| project.future().into_keys()).collect()
    }

    /// What the plan has and the file does not list, unless it is said to be free.
    fn unmentioned(&self, planned: &[Planned]) -> Vec<Item> {
        let listed = self.listed();
        let mut items = Vec::new();
        for one in planned.iter().filter(|one| one.remains && !listed.contains(&*one.address)) {
            let reason = if self.counts.unsupported.contains_key(&one.resource_type) {
                Reason::TypeUnsupported
            } else if self.counts.free_types.contains(&one.resource_type)
                || self.counts.free.contains(&one.address)
            {
                continue;
            } else {
                Reason::NotInFile
            };
            let bill = Bill::unknown(reason, &one.resource_type);
            items.push(Item {
                address: one.address.clone(),
                resource_type: Cow::Owned(one.resource_type.clone()),
                actions: one.actions,
                parts: one.parts.clone(),
                before: one.existed.then(|| bill.clone()),
                after: Some(bill),
            });
        }
        items
    }

    /// What the file counts as unsupported and the plan does not have.
    fn unsupported(&self, planned: &[Planned]) -> BTreeMap<String, usize> {
        let listed = self.listed();
        let mut rest = BTreeMap::new();
        for (name, count) in &self.counts.unsupported {
            let here = planned.iter().filter(|one| {
                one.remains && one.resource_type == *name && !listed.contains(&*one.address)
            });
            let count = count.saturating_sub(here.count());
            if count > 0 {
                rest.insert(visible(name).into_owned(), count);
            }
        }
        rest
    }
}

/// A resource of the file; what the plan does not have changes where its cost does.
fn item(
    before: Option<&Resource>,
    after: Option<&Resource>,
    plan: Option<&Planned>,
    parts: usize,
) -> Item {
    let either = after.or(before);
    let cost = |one: Option<&Resource>| one.and_then(|one| one.monthly);
    let kind = either.and_then(|one| one.kind.clone());
    let action = match (before, after) {
        (None, _) => Action::Create,
        (Some(_), None) => Action::Delete,
        (Some(_), Some(_)) if cost(before) == cost(after) => Action::NoOp,
        (Some(_), Some(_)) => Action::Update,
    };
    Item {
        address: either.map(|one| one.name.clone()).unwrap_or_default(),
        resource_type: kind
            .or_else(|| plan.map(|plan| plan.resource_type.clone()))
            .map(Cow::Owned)
            .unwrap_or_default(),
        actions: plan.map_or_else(|| ActionSet::only(action), |plan| plan.actions),
        parts: plan.map_or_else(|| vec![[Member::Unknown; 2]; parts], |plan| plan.parts.clone()),
        before: before.map(Resource::bill),
        after: after.map(Resource::bill),
    }
}

impl Project {
    fn past(&self) -> BTreeMap<&str, &Resource> {
        self.before.iter().flatten().map(|one| (&*one.name, one)).collect()
    }

    fn future(&self) -> BTreeMap<&str, &Resource> {
        self.after.iter().flatten().map(|one| (&*one.name, one)).collect()
    }
}

impl Resource {
    fn bill(&self) -> Bill {
        let sum = || {
            let parts = self.components.iter().filter_map(|one| one.monthly);
            parts.fold(Decimal::ZERO, |sum, one| sum.saturating_add(one.typical))
        };
        let missing =
            self.missing.iter().map(|name| Problem::new(Reason::PriceNotFound, name.clone()));
        Bill {
            components: self.components.clone(),
            total: Amount::exactly(self.monthly.unwrap_or_else(sum)),
            problems: missing.collect(),
            fixed: self.fixed,
            usage: self.usage,
            oldest: None,
        }
    }
}
