//! From a change to its bills: finds the table of its type, its region, and what it refers
//! to, and has both sides priced.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::bill::{Bill, Reason, Terms};
use super::catalogue::Catalogue;
use super::estimate::Item;
use super::infracost::Planned;
use super::part::{Member, member};
use super::scope::{Object, Scope};
use super::settings::Settings;
use super::surroundings::{Donor, Surroundings};
use super::table::{self, Section};
use super::usage::Usage;
use crate::gate::View;
use crate::plan::{Action, Address, Plan, Reading, Refusal, Values, Written};

/// Providers whose resources are billed. Types of the last two are not mapped, and said to
/// be: what they make costs as much as what the first three make.
const CLOUDS: [&str; 5] = ["aws_", "google_", "azurerm_", "awscc_", "azapi_"];

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
    around: Surroundings<'p>,
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
        let around = if billable { Surroundings::of(plan)? } else { Surroundings::none(plan) };
        let written = around.written();
        Ok(Self { plan, settings, usage, catalogue, written, around, region, whole: true })
    }

    /// What the configuration says to the gate.
    pub fn settings(&self) -> &Settings {
        &self.settings
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
            let donor = subject.address.map(|address| self.around.donor(address, reference));
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
            let found = address.map(|address| self.around.donor(address, reference));
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
        let region = match &self.region {
            Some(region) => Some(region.clone()),
            None => self.around.region(section, address, value)?,
        };
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
}

/// What is priced.
struct Subject<'r> {
    resource_type: &'r str,
    /// Its table; none for a type that is not mapped.
    section: Option<&'static Section>,
    address: Option<&'r Address>,
}
