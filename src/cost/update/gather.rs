//! Prices as they are found, and what is made of them at the end.
//!
//! Vendors list one thing in several rows: by tier of use, for several systems, at times twice
//! with different prices. The first tier that costs anything is the price; a sku with two
//! prices in that tier has none, and is said to have none.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::selection::Rule;

/// Prices by where their tier of use begins.
type Tiers = BTreeMap<Decimal, BTreeSet<Decimal>>;

/// What was found for one region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gathering {
    /// By service and sku: unit, and prices by where their tier begins.
    found: BTreeMap<(String, String), (String, Tiers)>,
    /// Rows that fit but are counted in a unit that is not known, by sku.
    odd: BTreeSet<String>,
}

/// The prices of one region, ready to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// By service, then by sku: unit and USD for one.
    pub services: BTreeMap<String, BTreeMap<String, (String, Decimal)>>,
    /// Skus that are left out, with the reason.
    pub left_out: Vec<String>,
}

impl Gathering {
    /// Notes a price in the vendor's unit, for use from `begin` on.
    pub(super) fn add(
        &mut self,
        rule: &Rule,
        sku: String,
        unit: &str,
        begin: Decimal,
        usd: Decimal,
    ) {
        // What is free, or free at first, says nothing about what it costs.
        if usd.is_zero() {
            return;
        }
        let Some(usd) = rule.convert(unit, usd) else {
            self.odd.insert(format!("{}:{sku} is counted by `{unit}`", rule.service));
            return;
        };
        let key = (rule.service.clone(), sku);
        let (_, tiers) =
            self.found.entry(key).or_insert_with(|| (rule.unit.clone(), BTreeMap::new()));
        tiers.entry(begin).or_default().insert(usd);
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn finish(self) -> Gathered {
        let mut gathered = Gathered::default();
        for ((service, sku), (unit, tiers)) in self.found {
            let Some(first) = tiers.into_values().next() else { continue };
            let mut prices = first.iter();
            match (prices.next(), prices.next()) {
                (Some(usd), None) => {
                    gathered.services.entry(service).or_default().insert(sku, (unit, *usd));
                }
                (Some(one), Some(other)) => {
                    gathered.left_out.push(format!("{service}:{sku} costs both {one} and {other}"));
                }
                (None, _) => {}
            }
        }
        gathered.left_out.extend(self.odd);
        gathered
    }
}
