//! An offer file of the AWS Price List as JSON, streamed.
//!
//! `products` come first and are many: of each only the attributes that a rule asks for are
//! kept while it is looked at, and only those that a rule wants are remembered. `terms` then
//! bring their prices. Nothing becomes a tree but the terms of what is wanted.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::io::Read;

use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::ParseError;
use super::aws::{self, OfferPrices, Place, Wanted};
use super::aws_csv::decimal;
use super::gather::Gathering;
use super::selection::Rule;

/// Reads the prices that are wanted.
pub(super) fn read(input: impl Read, wanted: Wanted<'_>) -> Result<OfferPrices, ParseError> {
    let mut state = State {
        wanted,
        published: None,
        products: None,
        priced: false,
        regions: BTreeMap::new(),
        seen: BTreeSet::new(),
        keys: HashMap::new(),
        row: vec![String::new(); wanted.offer.attributes.len()],
    };
    let mut json = serde_json::Deserializer::from_reader(input);
    let read = Document(&mut state).deserialize(&mut json).and_then(|()| json.end());
    read.map_err(|error| ParseError::json(&error))?;
    let lacks = |what: &str| ParseError::whole(format!("the file has no `{what}`"));
    let published = aws::published(&state.published.ok_or_else(|| lacks("publicationDate"))?)?;
    state.products.ok_or_else(|| lacks("products"))?;
    if !state.priced {
        return Err(lacks("terms"));
    }
    Ok(OfferPrices { published, regions: state.regions, seen: state.seen })
}

struct State<'w> {
    wanted: Wanted<'w>,
    published: Option<String>,
    /// Of what is wanted, by the vendor's sku: its region, its rule, and our sku.
    products: Option<HashMap<String, (String, &'w Rule, String)>>,
    priced: bool,
    regions: BTreeMap<String, Gathering>,
    seen: BTreeSet<String>,
    /// Positions of attributes, by their names as they stand.
    keys: HashMap<String, Option<usize>>,
    row: Vec<String>,
}

/// The prices of one product under one set of terms.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Term {
    price_dimensions: BTreeMap<String, Dimension>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Dimension {
    unit: String,
    #[serde(default)]
    begin_range: String,
    price_per_unit: BTreeMap<String, String>,
}

impl State<'_> {
    /// The position of an attribute that a rule asks for.
    fn position(&mut self, name: &str) -> Option<usize> {
        if let Some(known) = self.keys.get(name) {
            return *known;
        }
        let position = self.wanted.offer.position(&aws::key(name));
        self.keys.insert(name.to_owned(), position);
        position
    }

    /// The product whose attributes are in the row.
    fn product(&mut self, sku: String) {
        let Place::Wanted(region) = self.wanted.place(&self.row, &mut self.seen) else { return };
        let Some((rule, ours)) = self.wanted.offer.select(&self.row) else { return };
        self.products.get_or_insert_default().insert(sku, (region, rule, ours));
    }

    /// The prices of a product that is wanted.
    fn price<E: Error>(&mut self, sku: &str, terms: BTreeMap<String, Term>) -> Result<(), E> {
        let product = self.products.as_mut().and_then(|products| products.remove(sku));
        let Some((region, rule, ours)) = product else { return Ok(()) };
        let gathering = self.regions.entry(region).or_default();
        for dimension in terms.into_values().flat_map(|term| term.price_dimensions.into_values()) {
            let Some(usd) = dimension.price_per_unit.get("USD") else {
                let others: Vec<_> = dimension.price_per_unit.keys().map(String::as_str).collect();
                let others = others.join(", ");
                return Err(E::custom(format!(
                    "the price is in {others}, and only USD is understood"
                )));
            };
            let number = |text: &str| {
                decimal(text).ok_or_else(|| E::custom(format!("`{text}` is no decimal number")))
            };
            let begin = match dimension.begin_range.as_str() {
                "" => Decimal::ZERO,
                text => number(text)?,
            };
            gathering.add(rule, ours.clone(), &dimension.unit, begin, number(usd)?);
        }
        Ok(())
    }
}

/// Implements reading a JSON object into the state, member by member.
macro_rules! object {
    ($name:ident, $what:literal, |$state:ident, $key:ident, $map:ident| $body:block) => {
        struct $name<'s, 'w>(&'s mut State<'w>);

        impl<'de> DeserializeSeed<'de> for $name<'_, '_> {
            type Value = ();

            fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
                from.deserialize_map(self)
            }
        }

        impl<'de> Visitor<'de> for $name<'_, '_> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($what)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut $map: A) -> Result<(), A::Error> {
                let $state = self.0;
                while let Some($key) = $map.next_key::<String>()? {
                    $body
                }
                Ok(())
            }
        }
    };
}

object!(Document, "an offer file", |state, key, map| {
    match key.as_str() {
        "publicationDate" => state.published = Some(map.next_value()?),
        "offerCode" => {
            let code: String = map.next_value()?;
            let asked = &state.wanted.offer.code;
            if code != *asked {
                return Err(A::Error::custom(format!("this is the offer {code}, not {asked}")));
            }
        }
        "products" => {
            state.products.get_or_insert_default();
            map.next_value_seed(Products(state))?;
        }
        "terms" => {
            if state.products.is_none() {
                return Err(A::Error::custom("`terms` stand before `products`"));
            }
            state.priced = true;
            map.next_value_seed(Terms(state))?;
        }
        _ => drop(map.next_value::<IgnoredAny>()?),
    }
});

object!(Products, "products by sku", |state, sku, map| {
    state.row.iter_mut().for_each(String::clear);
    map.next_value_seed(Product(state))?;
    state.product(sku);
});

object!(Product, "a product", |state, key, map| {
    match key.as_str() {
        "attributes" => map.next_value_seed(Attributes(state))?,
        "productFamily" => match state.position(&key) {
            Some(at) => map.next_value_seed(Text(&mut state.row[at]))?,
            None => drop(map.next_value::<IgnoredAny>()?),
        },
        _ => drop(map.next_value::<IgnoredAny>()?),
    }
});

object!(Attributes, "attributes", |state, key, map| {
    match state.position(&key) {
        Some(at) => map.next_value_seed(Text(&mut state.row[at]))?,
        None => drop(map.next_value::<IgnoredAny>()?),
    }
});

object!(Terms, "terms by kind", |state, kind, map| {
    if kind == "OnDemand" {
        map.next_value_seed(OnDemand(state))?;
    } else {
        map.next_value::<IgnoredAny>()?;
    }
});

object!(OnDemand, "terms by sku", |state, sku, map| {
    if state.products.as_ref().is_some_and(|products| products.contains_key(&sku)) {
        let terms = map.next_value()?;
        state.price(&sku, terms)?;
    } else {
        map.next_value::<IgnoredAny>()?;
    }
});

/// Text into a buffer that is used again.
struct Text<'b>(&'b mut String);

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.clear();
        self.0.push_str(text);
        Ok(())
    }
}
