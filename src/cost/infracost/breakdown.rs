//! The JSON of Infracost v0.10: `breakdown` and `diff`.
//!
//! Fields that old versions leave out may be missing, and unknown ones are skipped; only what
//! is read has to have its shape.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::figure::{Cost, Figure};
use super::{Counts, DOCUMENT, Infracost, Project, Resource, Totals, currency};
use crate::cost::bill::Component;
use crate::cost::money::Amount;
use crate::plan::text::visible;
use crate::plan::{Address, Refusal, safe_label};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Root {
    currency: Option<String>,
    projects: Option<Vec<RawProject>>,
    total_monthly_cost: Option<Cost>,
    past_total_monthly_cost: Option<Cost>,
    diff_total_monthly_cost: Option<Figure>,
    time_generated: Option<String>,
    summary: Option<Summary>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawProject {
    name: Option<String>,
    display_name: Option<String>,
    metadata: Option<Metadata>,
    past_breakdown: Option<Breakdown>,
    breakdown: Option<Breakdown>,
    diff: Option<Diff>,
    summary: Option<Summary>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Metadata {
    path: Option<String>,
    vcs_sub_path: Option<String>,
    errors: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Breakdown {
    resources: Option<Vec<RawResource>>,
    free_resources: Option<Vec<Named>>,
    total_monthly_cost: Option<Cost>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Diff {
    total_monthly_cost: Option<Figure>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawResource {
    name: String,
    resource_type: Option<String>,
    monthly_cost: Option<Cost>,
    cost_components: Option<Vec<RawComponent>>,
    subresources: Option<Vec<RawResource>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawComponent {
    name: String,
    unit: Option<String>,
    monthly_quantity: Option<Figure>,
    price: Option<Figure>,
    monthly_cost: Option<Cost>,
    usage_based: Option<bool>,
    price_not_found: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    unsupported_resource_counts: Option<BTreeMap<String, usize>>,
    no_price_resource_counts: Option<BTreeMap<String, usize>>,
}

/// Reads a file of v0.10.
pub(super) fn read(bytes: Vec<u8>) -> Result<Infracost, Refusal> {
    let root: Root = DOCUMENT.read(bytes)?;
    let projects = root.projects.unwrap_or_default().into_iter().map(project);
    Ok(Infracost {
        source: "infracost 0.10",
        // Before currencies could be chosen there was one.
        currency: root.currency.as_deref().map_or_else(|| Ok("USD".to_owned()), currency)?,
        date: root.time_generated.as_deref().and_then(date),
        totals: Totals {
            before: root.past_total_monthly_cost.map(|cost| cost.0),
            after: root.total_monthly_cost.map(|cost| cost.0),
            delta: root.diff_total_monthly_cost.map(|cost| cost.0),
        },
        projects: projects.collect::<Result<_, _>>()?,
        counts: counts(root.summary, BTreeSet::new()),
    })
}

/// The day of a time such as `2023-12-28T09:45:58.122974746Z`.
fn date(time: &str) -> Option<Date> {
    let time: jiff::Timestamp = time.parse().ok()?;
    Some(time.to_zoned(jiff::tz::TimeZone::UTC).date())
}

fn counts(summary: Option<Summary>, free: BTreeSet<String>) -> Counts {
    let (unsupported, priceless) = summary.map_or((None, None), |summary| {
        (summary.unsupported_resource_counts, summary.no_price_resource_counts)
    });
    Counts {
        free,
        free_types: priceless.unwrap_or_default().into_keys().collect(),
        unsupported: unsupported.unwrap_or_default(),
    }
}

fn project(raw: RawProject) -> Result<Project, Refusal> {
    let metadata =
        raw.metadata.unwrap_or(Metadata { path: None, vcs_sub_path: None, errors: None });
    let names = [metadata.path, metadata.vcs_sub_path, raw.name, raw.display_name];
    let names: Vec<String> = names.into_iter().flatten().filter(|name| !name.is_empty()).collect();
    // Infracost goes on without a project that it could not read: its costs are then nothing.
    if metadata.errors.is_some_and(|errors| !errors.is_empty()) {
        let name = names.first().map_or("a project".to_owned(), |name| format!("`{name}`"));
        return Err(DOCUMENT.refuse(format!(
            "Infracost could not estimate {}: `metadata.errors` says why",
            visible(&name)
        )));
    }
    let free = |breakdown: Option<&Breakdown>| {
        let free = breakdown.and_then(|one| one.free_resources.as_ref());
        free.into_iter().flatten().map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    let free = free(raw.past_breakdown.as_ref()).into_iter().chain(free(raw.breakdown.as_ref()));
    let free: BTreeSet<String> = free.collect();
    let total =
        |one: Option<&Breakdown>| one.and_then(|one| one.total_monthly_cost).map(|cost| cost.0);
    let totals = Totals {
        before: total(raw.past_breakdown.as_ref()),
        after: total(raw.breakdown.as_ref()),
        delta: raw.diff.as_ref().and_then(|diff| diff.total_monthly_cost).map(|cost| cost.0),
    };
    let resources = |one: Option<Breakdown>| {
        one.and_then(|one| one.resources).map(|all| all.into_iter().map(resource).collect())
    };
    Ok(Project {
        names,
        totals,
        before: resources(raw.past_breakdown),
        after: resources(raw.breakdown),
        counts: counts(raw.summary, free),
    })
}

fn resource(raw: RawResource) -> Resource {
    let address = Address::parse(&raw.name).ok();
    let kind = raw.resource_type.clone().or(address.map(|one| one.resource_type));
    let mut resource = Resource {
        name: safe_label(&raw.name),
        kind: kind.map(|name| visible(&name).into_owned()),
        monthly: raw.monthly_cost.map(|cost| cost.0),
        ..Resource::default()
    };
    resource.part("", raw);
    // Supported, and nothing in it to be paid: its cost says whether that is known.
    if resource.components.is_empty() && resource.missing.is_empty() && !resource.usage {
        match resource.monthly {
            Some(cost) => resource.fixed |= !cost.is_zero(),
            None => resource.usage = true,
        }
    }
    resource
}

impl Resource {
    /// Adds the components of a resource or of a part of it, named after the part.
    fn part(&mut self, prefix: &str, raw: RawResource) {
        for component in raw.cost_components.into_iter().flatten() {
            self.component(prefix, &component);
        }
        for part in raw.subresources.into_iter().flatten() {
            let prefix = format!("{prefix}{}: ", visible(&part.name));
            self.part(&prefix, part);
        }
    }

    fn component(&mut self, prefix: &str, raw: &RawComponent) {
        let name = format!("{prefix}{}", visible(&raw.name));
        let quantity = raw.monthly_quantity.map(|figure| figure.0);
        let by_usage = raw.usage_based == Some(true);
        // A price that is not there is written as 0.
        if raw.price_not_found == Some(true) || (raw.price.is_none() && quantity.is_some()) {
            self.fixed |= !by_usage;
            self.missing.insert(name);
            return;
        }
        let stated = quantity.filter(|quantity| !(by_usage && quantity.is_zero()));
        let monthly = raw.monthly_cost.map(|cost| cost.0).filter(|_| stated.is_some());
        self.usage |= stated.is_none();
        self.fixed |= stated.is_some();
        self.components.push(Component {
            name: name.into(),
            unit: visible(raw.unit.as_deref().unwrap_or_default()).into_owned().into(),
            quantity: stated.map(Amount::exactly),
            unit_price: raw.price.map_or(Decimal::ZERO, |price| price.0),
            monthly: monthly.map(Amount::exactly),
            origin: None,
            discount: None,
            assumed: None,
        });
    }
}
