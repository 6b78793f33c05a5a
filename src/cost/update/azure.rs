//! The Azure retail prices: pages of items.
//!
//! A file may hold one page, a list of pages, pages one after the other, or items alone; the
//! names of members are compared without case, as tools that save pages change it. Numbers
//! keep their digits: a price is never a float.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jiff::civil::Date;
use serde_json::value::RawValue;

use super::ParseError;
use super::aws::key;
use super::aws_csv::decimal;
use super::gather::Gathering;
use super::selection::Offer;

/// What the pages hold of what is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pages {
    /// By region.
    pub regions: BTreeMap<String, Gathering>,
    /// All regions that items are for.
    pub seen: BTreeSet<String>,
    /// The newest day from which a price holds.
    pub newest: Option<Date>,
    /// Where the next page is.
    pub next: Option<String>,
    /// Number of items.
    pub items: usize,
}

/// Members by name, not looked into.
struct Members(BTreeMap<String, Box<RawValue>>);

impl Members {
    fn read(text: &str) -> Result<Self, ParseError> {
        serde_json::from_str(text).map(Self).map_err(|error| ParseError::json(&error))
    }

    fn raw(&self, name: &str) -> Option<&str> {
        let named = self.0.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.get()).filter(|text| *text != "null")
    }

    fn text(&self, name: &str) -> String {
        let text = self.raw(name).and_then(|text| serde_json::from_str(text).ok());
        text.unwrap_or_default()
    }
}

/// Reads pages. A page has a thousand items at most, so it may stand in memory.
pub(super) fn read(
    input: impl Read,
    offer: &Offer,
    regions: &[String],
    into: &mut Pages,
) -> Result<(), ParseError> {
    into.next = None;
    let mut any = false;
    let documents = serde_json::Deserializer::from_reader(input).into_iter::<Box<RawValue>>();
    for document in documents {
        any = true;
        let document = document.map_err(|error| ParseError::json(&error))?;
        for part in parts(document.get())? {
            part_of(&part, offer, regions, into)?;
        }
    }
    if any { Ok(()) } else { Err(ParseError::whole("the file is empty".to_owned())) }
}

/// The elements of a list, or the one thing that is none.
fn parts(text: &str) -> Result<Vec<Members>, ParseError> {
    if !text.starts_with('[') {
        return Ok(vec![Members::read(text)?]);
    }
    let list: Vec<BTreeMap<String, Box<RawValue>>> =
        serde_json::from_str(text).map_err(|error| ParseError::json(&error))?;
    Ok(list.into_iter().map(Members).collect())
}

/// A page, or an item.
fn part_of(
    part: &Members,
    offer: &Offer,
    regions: &[String],
    into: &mut Pages,
) -> Result<(), ParseError> {
    let Some(items) = part.raw("items") else { return item(part, offer, regions, into) };
    let items = parts(items)?;
    if let Some(count) = part.raw("count")
        && count != items.len().to_string()
    {
        let found = items.len();
        return Err(ParseError::whole(format!("a page of {count} items has {found}")));
    }
    for one in &items {
        item(one, offer, regions, into)?;
    }
    into.next = Some(part.text("nextpagelink")).filter(|link| !link.is_empty());
    Ok(())
}

fn item(
    item: &Members,
    offer: &Offer,
    regions: &[String],
    into: &mut Pages,
) -> Result<(), ParseError> {
    into.items += 1;
    let at = into.items;
    let wrong = |reason: String| ParseError::whole(format!("item {at}: {reason}"));
    let service = item.raw("servicename").ok_or_else(|| wrong("it has no `serviceName`".into()))?;
    if serde_json::from_str(service).ok() != Some(offer.code.as_str()) {
        return Ok(());
    }
    let region = item.text("armregionname");
    into.seen.insert(region.clone());
    if !regions.contains(&region) {
        return Ok(());
    }
    let mut row = vec![String::new(); offer.attributes.len()];
    for name in item.0.keys() {
        if let Some(at) = offer.position(&key(name)) {
            row[at] = item.text(name);
        }
    }
    let Some((rule, sku)) = offer.select(&row) else { return Ok(()) };
    let currency = item.text("currencycode");
    if currency != "USD" {
        return Err(wrong(format!("the price is in {currency}, and only USD is understood")));
    }
    let day: Option<Date> =
        item.text("effectivestartdate").get(..10).and_then(|day| day.parse().ok());
    into.newest = into.newest.max(day);
    let number = |name: &str| {
        let found = item.raw(name).and_then(decimal);
        found.ok_or_else(|| wrong(format!("`{name}` is no price")))
    };
    let (usd, begin) = (number("retailPrice")?, number("tierMinimumUnits")?);
    let gathering = into.regions.entry(region).or_default();
    gathering.add(rule, sku, &item.text("unitofmeasure"), begin, usd);
    Ok(())
}
