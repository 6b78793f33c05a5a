//! The JSON of Infracost v2: `scan --json`. It knows nothing of what was before.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::figure::{Cost, Figure};
use super::{Counts, DOCUMENT, Infracost, Project, Resource, Totals, currency};
use crate::cost::bill::Component;
use crate::cost::money::Amount;
use crate::plan::text::visible;
use crate::plan::{Refusal, safe_label};

#[derive(Deserialize)]
struct Root {
    currency: String,
    summary: Option<Summary>,
    projects: Vec<RawProject>,
}

#[derive(Deserialize)]
struct Summary {
    total_monthly_cost: Option<Cost>,
}

#[derive(Deserialize)]
struct RawProject {
    project_name: Option<String>,
    path: Option<String>,
    resources: Option<Vec<RawResource>>,
}

#[derive(Deserialize)]
struct RawResource {
    name: String,
    #[serde(rename = "type")]
    resource_type: Option<String>,
    is_supported: Option<bool>,
    is_free: Option<bool>,
    cost_components: Option<Vec<RawComponent>>,
    subresources: Option<Vec<RawResource>>,
}

#[derive(Deserialize)]
struct RawComponent {
    name: String,
    unit: Option<String>,
    price: Option<Figure>,
    quantity: Option<Figure>,
    base_monthly_cost: Option<Cost>,
    usage_monthly_cost: Option<Cost>,
    total_monthly_cost: Option<Cost>,
}

/// Reads a file of v2.
pub(super) fn read(bytes: Vec<u8>) -> Result<Infracost, Refusal> {
    let root: Root = DOCUMENT.read(bytes)?;
    let total = root.summary.and_then(|summary| summary.total_monthly_cost);
    let projects: Option<Vec<Project>> = root.projects.into_iter().map(project).collect();
    Ok(Infracost {
        source: "infracost 2",
        currency: currency(&root.currency)?,
        date: None,
        totals: Totals { after: total.map(|cost| cost.0), ..Totals::default() },
        projects: projects.ok_or_else(|| DOCUMENT.refuse("its costs are too large to add up"))?,
        counts: Counts::default(),
    })
}

/// `None` when its sums do not fit.
fn project(raw: RawProject) -> Option<Project> {
    let mut counts = Counts::default();
    let mut resources = Vec::new();
    let mut total = Decimal::ZERO;
    let listed = raw.resources.is_some();
    for one in raw.resources.into_iter().flatten() {
        if one.is_supported == Some(false) {
            let name = one.resource_type.unwrap_or_else(|| "unknown".to_owned());
            *counts.unsupported.entry(visible(&name).into_owned()).or_default() += 1;
        } else if one.is_free == Some(true) {
            counts.free.insert(one.name);
        } else {
            let resource = resource(one)?;
            total = total.checked_add(resource.monthly.unwrap_or_default())?;
            resources.push(resource);
        }
    }
    Some(Project {
        names: [raw.path, raw.project_name].into_iter().flatten().collect(),
        totals: Totals { after: listed.then_some(total), ..Totals::default() },
        before: None,
        after: listed.then_some(resources),
        counts,
    })
}

fn resource(raw: RawResource) -> Option<Resource> {
    let mut resource = Resource {
        name: safe_label(&raw.name),
        kind: raw.resource_type.as_deref().map(|name| visible(name).into_owned()),
        missing: BTreeSet::new(),
        ..Resource::default()
    };
    resource.scanned("", raw)?;
    // Neither free nor with anything to pay: its cost is not known.
    if resource.components.is_empty() && resource.missing.is_empty() {
        resource.usage = true;
    }
    Some(resource)
}

impl Resource {
    fn scanned(&mut self, prefix: &str, raw: RawResource) -> Option<()> {
        for one in raw.cost_components.into_iter().flatten() {
            let name = format!("{prefix}{}", visible(&one.name));
            let (base, usage) = (one.base_monthly_cost, one.usage_monthly_cost);
            let parts = [base, usage].into_iter().flatten().map(|cost| cost.0);
            let sum = parts.reduce(Decimal::saturating_add);
            let monthly = one.total_monthly_cost.map(|cost| cost.0).or(sum);
            let quantity = one.quantity.map(|figure| figure.0);
            if one.price.is_none() {
                self.fixed = true;
                self.missing.insert(name);
                continue;
            }
            // What is paid by use alone has no quantity until somebody states it.
            let stated = quantity.filter(|quantity| !quantity.is_zero());
            self.fixed |= stated.is_some();
            self.usage |= stated.is_none();
            if let Some(cost) = monthly {
                self.monthly = Some(self.monthly.unwrap_or_default().checked_add(cost)?);
            }
            self.components.push(Component {
                name: name.into(),
                unit: visible(one.unit.as_deref().unwrap_or_default()).into_owned().into(),
                quantity: stated.map(Amount::exactly),
                unit_price: one.price.map_or(Decimal::ZERO, |price| price.0),
                monthly: monthly.filter(|_| stated.is_some()).map(Amount::exactly),
                origin: None,
                discount: None,
                assumed: None,
            });
        }
        for part in raw.subresources.into_iter().flatten() {
            let prefix = format!("{prefix}{}: ", visible(&part.name));
            self.scanned(&prefix, part)?;
        }
        Some(())
    }
}
