//! What else of a plan a price depends on: the resources that others refer to, and the regions
//! that providers work in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::region;
use super::table::{self, Reference, Section};
use crate::plan::{Address, Configuration, Plan, Reading, Refusal, Source, Written};

/// Where a resource of Azure is that does not say so.
static RESOURCE_GROUP: LazyLock<Reference> = LazyLock::new(|| Reference {
    name: "group".to_owned(),
    attributes: vec!["location".to_owned(), "resource_group_name".to_owned()],
    types: vec!["azurerm_resource_group".to_owned()],
});

/// The surroundings of every resource of a plan.
pub struct Surroundings<'p> {
    plan: &'p Plan,
    written: &'p Written,
    /// None where nothing is billed: nobody asks then.
    configuration: Option<&'p Configuration>,
    /// Changes that others refer to, by block address.
    donors: BTreeMap<String, Vec<usize>>,
    /// Regions by provider configuration, from the configuration or shown by siblings.
    regions: BTreeMap<String, String>,
}

impl<'p> Surroundings<'p> {
    /// Reads what the configuration says, and what the plan shows.
    pub fn of(plan: &'p Plan) -> Result<Self, Refusal> {
        let mut around = Self {
            written: plan.written()?,
            configuration: Some(plan.configuration()?),
            ..Self::none(plan)
        };
        around.survey()?;
        Ok(around)
    }

    /// Of a plan in which nothing is billed.
    pub fn none(plan: &'p Plan) -> Self {
        Self {
            plan,
            written: Written::nothing(),
            configuration: None,
            donors: BTreeMap::new(),
            regions: BTreeMap::new(),
        }
    }

    /// What the configuration writes.
    pub fn written(&self) -> &'p Written {
        self.written
    }

    /// Where each referable resource is, and which region each provider is in.
    fn survey(&mut self) -> Result<(), Refusal> {
        // As their configuration sets them, by the type of the first block that uses each.
        let mut open: BTreeSet<&str> = BTreeSet::new();
        for (block, key) in self.written.providers_of_blocks() {
            if self.regions.contains_key(key) || open.contains(key) {
                continue;
            }
            let Ok(address) = Address::parse(block) else { continue };
            let Some(section) = table::section(&address.resource_type) else { continue };
            match region::of_provider(section, key, self.written, self.plan) {
                Some(region) => drop(self.regions.insert(key.to_owned(), region)),
                None => drop(open.insert(key)),
            }
        }
        let wanted = open.len();
        let mut shown: BTreeMap<String, String> = BTreeMap::new();
        for (position, change) in self.plan.changes().enumerate() {
            let resource_type = change.resource_type();
            let group = RESOURCE_GROUP.types.iter().any(|group| *group == resource_type);
            let donates = group || table::is_referred_to(&resource_type);
            // What exists shows where a provider works whose configuration does not say so.
            let shows = shown.len() < wanted && change.existed();
            let section = table::section(&resource_type).filter(|_| shows);
            if !change.is_managed() || !(donates || section.is_some()) {
                continue;
            }
            let Some(address) = change.parsed() else { continue };
            if donates {
                self.donors.entry(address.block_name()).or_default().push(position);
            }
            let Some(section) = section else { continue };
            let key = region::provider_key(self.written, Some(&address));
            let Some(key) = key.filter(|key| open.contains(&**key)) else { continue };
            if !shown.contains_key(&key)
                && let Some(region) = region::shown(section, change.values()?.before())
            {
                shown.insert(key, region);
            }
        }
        self.regions.extend(shown);
        Ok(())
    }

    /// The region of a resource: from itself, from its provider or what that shows elsewhere,
    /// and in Azure from the resource group.
    pub fn region(
        &self,
        section: &Section,
        address: Option<&Address>,
        value: Reading<'_>,
    ) -> Result<Option<String>, Refusal> {
        let found = region::shown(section, value).or_else(|| {
            let key = region::provider_key(self.written, address)?;
            self.regions.get(&key).cloned()
        });
        let Some(address) = address.filter(|_| found.is_none() && section.provider == "azure")
        else {
            return Ok(found);
        };
        let Donor::At(position) = self.donor(address, &RESOURCE_GROUP) else { return Ok(None) };
        let group = self.plan.change(position).values()?;
        let shown = |side| region::shown(section, side);
        Ok(shown(group.after()).or_else(|| shown(group.before())))
    }

    /// The resource that another refers to in the attributes of a reference.
    pub fn donor(&self, address: &Address, reference: &Reference) -> Donor {
        let mut elsewhere = false;
        for attribute in &reference.attributes {
            let sources = self.configuration.map(|known| known.sources(address, attribute));
            for source in sources.into_iter().flatten() {
                let Source::Resource(block) = source else {
                    elsewhere = true;
                    continue;
                };
                let is = |t: &String| Address::parse(&block).is_ok_and(|a| a.resource_type == *t);
                if !reference.types.iter().any(is) {
                    continue;
                }
                let Some(positions) = self.donors.get(&block) else {
                    elsewhere = true;
                    continue;
                };
                let same = |position: &&usize| {
                    let other = self.plan.change(**position).parsed();
                    other.is_some_and(|other| {
                        other.key == address.key && other.module_path() == address.module_path()
                    })
                };
                let chosen = positions.iter().find(same).or_else(|| match &positions[..] {
                    [only] => Some(only),
                    _ => None,
                });
                match chosen {
                    Some(position) => return Donor::At(*position),
                    None => elsewhere = true,
                }
            }
        }
        if elsewhere { Donor::Elsewhere } else { Donor::None }
    }
}

/// The resource that another refers to.
#[derive(Clone, Copy)]
pub enum Donor {
    /// It refers to none.
    None,
    /// A change of this plan.
    At(usize),
    /// It is not in this plan, or which one it is cannot be told.
    Elsewhere,
}
