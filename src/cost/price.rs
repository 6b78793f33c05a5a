//! From a change to its bills: finds the table of its type, its region, and what it refers
//! to, and has both sides priced.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::bill::{Bill, Reason, Terms};
use super::catalogue::Catalogue;
use super::estimate::Item;
use super::infracost::Planned;
use super::part::{Member, member};
use super::region;
use super::scope::{Object, Scope};
use super::settings::Settings;
use super::table::{self, Reference, Section};
use super::usage::Usage;
use crate::gate::View;
use crate::plan::{
    Action, Address, Configuration, Plan, Reading, Refusal, Source, Values, Written,
};

/// Providers whose resources are billed. Types of the last two are not mapped, and said to
/// be: what they make costs as much as what the first three make.
const CLOUDS: [&str; 5] = ["aws_", "google_", "azurerm_", "awscc_", "azapi_"];

/// Where a resource of Azure is that does not say so.
static RESOURCE_GROUP: LazyLock<Reference> = LazyLock::new(|| Reference {
    name: "group".to_owned(),
    attributes: vec!["location".to_owned(), "resource_group_name".to_owned()],
    types: vec!["azurerm_resource_group".to_owned()],
});

/// Whether resources of the type may cost something.
#[must_use]
pub fn is_billable(resource_type: &str) -> bool {
    let cloud = CLOUDS.iter().any(|start| resource_type.starts_with(start));
    cloud && (table::section(resource_type).is_some() || !table::is_free(resource_type))
}

/// What all changes of a plan are priced with.
pub struct Pricing<'p> {
    plan: &'p Plan,
    settings: Settings,
    usage: &'p Usage,
    catalogue: &'p Catalogue,
    written: &'p Written,
    /// None where nothing is billed: nobody asks then.
    configuration: Option<&'p Configuration>,
    /// Changes that others refer to, by block address.
    donors: BTreeMap<String, Vec<usize>>,
    /// Regions by provider configuration, from the configuration or shown by siblings.
    regions: BTreeMap<String, String>,
    /// The region from the command line.
    region: Option<String>,
    /// Whether what does not change is listed with its components, too.
    pub whole: bool,
}

impl<'p> Pricing<'p> {
    /// Reads what the plan's configuration says; cheap for a plan with nothing to price.
    pub fn new(
        plan: &'p Plan,
        settings: Settings,
        usage: &'p Usage,
        catalogue: &'p Catalogue,
        region: Option<String>,
    ) -> Result<Self, Refusal> {
        let billable =
            plan.changes().any(|change| table::section(&change.resource_type()).is_some());
        let written = if billable { plan.written()? } else { Written::nothing() };
        let configuration = if billable { Some(plan.configuration()?) } else { None };
        let mut pricing = Self {
            plan,
            settings,
            usage,
            catalogue,
            written,
            configuration,
            donors: BTreeMap::new(),
            regions: BTreeMap::new(),
            region,
            whole: true,
        };
        if billable {
            pricing.survey()?;
        }
        Ok(pricing)
    }

    /// What the configuration says to the gate.
    pub fn settings(&self) -> &Settings {
        &self.settings
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

    /// What the plan says about a change, for prices from elsewhere; `None` for what costs
    /// nothing.
    pub fn planned(&self, view: &View<'_>) -> Result<Option<Planned>, Refusal> {
        let change = &view.change;
        let resource_type = change.resource_type();
        let managed = change.is_managed() && change.deposed().is_none();
        if !managed || !is_billable(&resource_type) {
            return Ok(None);
        }
        let address = change.parsed();
        let section = table::section(&resource_type);
        let subject = Subject { resource_type: &resource_type, section, address: address.as_ref() };
        // Values are decoded for tags alone.
        let asked = !self.settings.parts.is_empty();
        let parts = if asked { self.parts(&subject, view.values()?) } else { Vec::new() };
        let actions = change.actions();
        Ok(Some(Planned {
            address: change.label(),
            resource_type: crate::plan::text::visible(&resource_type).into_owned(),
            actions,
            parts,
            existed: change.existed() || change.imports(),
            remains: !(actions.is_only(Action::Delete) || actions.is_only(Action::Forget)),
        }))
    }

    /// The change, priced; `None` where there is nothing to bill.
    pub fn item(&self, view: &View<'_>) -> Result<Option<Item>, Refusal> {
        let change = &view.change;
        // A deposed object is on its way out; what replaced it is billed.
        if !change.is_managed() || change.deposed().is_some() {
            return Ok(None);
        }
        let resource_type = change.resource_type();
        let named = table::named_section(&resource_type);
        if named.is_none() && !is_billable(&resource_type) {
            return Ok(None);
        }
        let section = named.map(|(_, section)| section);
        let values = view.values()?;
        let address = change.parsed();
        let subject = Subject { resource_type: &resource_type, section, address: address.as_ref() };
        // Nothing changes, and nothing that it refers to either: one price is enough.
        let unchanged = change.actions().is_no_op() && self.stands_alone(&subject);
        let listed = self.whole || !unchanged;
        let after = self.side(&subject, values, true, listed)?;
        let before = match &after {
            Some(bill) if unchanged => Some(bill.without_components()),
            Some(_) | None => self.side(&subject, values, false, listed)?,
        };
        let mut item = Item {
            address: change.label(),
            resource_type: match named {
                Some((name, _)) => Cow::Borrowed(name),
                None => Cow::Owned(crate::plan::text::visible(&resource_type).into_owned()),
            },
            actions: change.actions(),
            parts: self.parts(&subject, values),
            before,
            after,
        };
        let actions = change.actions();
        // What is forgotten goes on to cost, and what is imported did cost before.
        if actions.has(Action::Forget) && !actions.has(Action::Create) {
            item.after.clone_from(&item.before);
            item.parts.iter_mut().for_each(|sides| sides[1] = sides[0]);
        }
        if change.imports() && item.before.is_none() {
            item.before.clone_from(&item.after);
            item.parts.iter_mut().for_each(|sides| sides[0] = sides[1]);
        }
        let free = |bill: &Option<Bill>| bill.as_ref().is_none_or(|b| !b.fixed && !b.usage);
        Ok((!free(&item.before) || !free(&item.after)).then_some(item))
    }

    /// Whether it refers to no other resource that its price depends on.
    fn stands_alone(&self, subject: &Subject<'_>) -> bool {
        let references = subject.section.map(|section| &section.references[..]).unwrap_or_default();
        references.iter().all(|reference| {
            let donor = subject.address.map(|address| self.donor(address, reference));
            matches!(donor, None | Some(Donor::None))
        })
    }

    /// Whether it belongs to each part with limits of its own, before and after.
    fn parts(&self, subject: &Subject<'_>, values: &Values<'_>) -> Vec<[Member; 2]> {
        let untagged = || {
            subject.address.is_some_and(|at| {
                self.written.leaves_out(at, "tags")
                    && !self
                        .written
                        .provider(at)
                        .is_some_and(|key| self.written.provider_sets(key, "default_tags"))
            })
        };
        let parts = self.settings.parts.iter();
        let side = |part, side| member(part, subject.address, side, untagged);
        parts.map(|part| [side(part, values.before()), side(part, values.after())]).collect()
    }

    /// What is agreed for it, beyond list prices.
    fn terms(&self, address: Option<&Address>) -> Terms {
        let discounts = self.settings.discounts.iter();
        let discount = address.and_then(|at| {
            let mut discounts = discounts.filter(|one| {
                let here = one.addresses.is_empty() || one.addresses.iter().any(|p| p.matches(at));
                here && one.types.matches(at)
            });
            discounts.next().map(|one| one.percent)
        });
        Terms {
            rate: self.settings.exchange.rate,
            discount,
            assumed: self.usage.assumed(),
            listed: true,
        }
    }

    fn side(
        &self,
        subject: &Subject<'_>,
        values: &Values<'_>,
        after: bool,
        listed: bool,
    ) -> Result<Option<Bill>, Refusal> {
        let value = if after { values.after() } else { values.before() };
        if !matches!(value, Reading::Known(_)) {
            return Ok(None);
        }
        let address = subject.address;
        let Some(section) = subject.section else {
            return Ok(Some(Bill::unknown(Reason::TypeUnsupported, subject.resource_type)));
        };
        let left_out =
            |path: &str| address.is_some_and(|address| self.written.leaves_out(address, path));
        let mut donors = Vec::new();
        for reference in &section.references {
            let found = address.map(|address| self.donor(address, reference));
            donors.push((reference, found.unwrap_or(Donor::None)));
        }
        let decoded: Vec<Option<(Values<'_>, Address)>> = donors
            .iter()
            .map(|(_, donor)| match donor {
                Donor::At(position) => {
                    let change = self.plan.change(*position);
                    Ok(change.parsed().map(|address| (change.values(), address)))
                }
                Donor::None | Donor::Elsewhere => Ok(None),
            })
            .map(|found: Result<_, Refusal>| match found? {
                Some((values, address)) => Ok(Some((values?, address))),
                None => Ok(None),
            })
            .collect::<Result<_, Refusal>>()?;
        let closures: Vec<_> = decoded
            .iter()
            .map(|found| {
                move |path: &str| {
                    found.as_ref().is_some_and(|(_, at)| self.written.leaves_out(at, path))
                }
            })
            .collect();
        let mut references = BTreeMap::new();
        for (((reference, donor), found), left_out) in donors.iter().zip(&decoded).zip(&closures) {
            let object = match (donor, found) {
                (Donor::None, _) => Some(Object { value: Reading::Missing, left_out }),
                (_, Some((values, _))) => {
                    // A donor that is replaced or new is what this side will use.
                    let side = if after { values.after() } else { values.before() };
                    Some(Object { value: side, left_out })
                }
                (Donor::At(_) | Donor::Elsewhere, None) => None,
            };
            references.insert(reference.name.as_str(), object);
        }
        let region = self.region_of(section, address, value)?;
        let usage = |key: &str| self.usage.of(subject.resource_type, address, key);
        let scope = Scope {
            resource_type: subject.resource_type,
            root: Object { value, left_out: &left_out },
            here: None,
            references,
            names: BTreeMap::new(),
            usage: &usage,
        };
        let terms = Terms { listed, ..self.terms(address) };
        Ok(Some(Bill::of(section, self.catalogue, region.as_deref(), terms, scope)))
    }

    /// From the command line, from the resource, from its provider or what that shows
    /// elsewhere, and in Azure from the resource group.
    fn region_of(
        &self,
        section: &Section,
        address: Option<&Address>,
        value: Reading<'_>,
    ) -> Result<Option<String>, Refusal> {
        let found = self.region.clone().or_else(|| region::shown(section, value)).or_else(|| {
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

    fn donor(&self, address: &Address, reference: &Reference) -> Donor {
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

/// What is priced.
struct Subject<'r> {
    resource_type: &'r str,
    /// Its table; none for a type that is not mapped.
    section: Option<&'static Section>,
    address: Option<&'r Address>,
}

/// The resource that another refers to.
#[derive(Clone, Copy)]
enum Donor {
    /// It refers to none.
    None,
    /// A change of this plan.
    At(usize),
    /// It is not in this plan, or which one it is cannot be told.
    Elsewhere,
}
