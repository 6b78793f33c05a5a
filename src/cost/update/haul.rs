//! What was brought home, before it becomes files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;

use super::error::UpdateError;
use super::gather::Gathered;
use super::request::Request;
use super::store::Table;
use crate::plan::text::visible;

/// What was brought home.
#[derive(Default)]
pub(super) struct Haul {
    pub found: Vec<Found>,
    /// Regions that the files are for, asked for or not.
    pub seen: BTreeSet<String>,
    /// Downloads that are not needed any more.
    pub fetched: Vec<PathBuf>,
}

/// The prices of one offer in one region.
pub(super) struct Found {
    pub region: String,
    /// From which offer, as file names say it.
    pub part: String,
    pub source: String,
    pub date: Date,
    pub prices: Gathered,
}

impl Haul {
    /// The tables to write; every region that was asked for has some.
    pub(super) fn tables(&self, request: &Request) -> Result<Vec<Table>, UpdateError> {
        for region in &request.regions {
            if self.found.iter().any(|found| found.region == *region) {
                continue;
            }
            let seen: Vec<&str> = self.seen.iter().map(String::as_str).take(8).collect();
            let help = if seen.is_empty() {
                "nothing was replaced; is it a region of this provider?".to_owned()
            } else {
                format!("nothing was replaced; there are prices for {}", seen.join(", "))
            };
            return Err(UpdateError::new(
                format!("there is no price for {region}"),
                visible(&help),
            ));
        }
        let mut tables: BTreeMap<(String, String, String), Table> = BTreeMap::new();
        for found in &self.found {
            for (service, rows) in &found.prices.services {
                let key = (found.region.clone(), service.clone(), found.part.clone());
                let table = Table {
                    provider: request.provider.clone(),
                    region: found.region.clone(),
                    service: service.clone(),
                    part: found.part.clone(),
                    source: found.source.clone(),
                    date: found.date,
                    rows: rows.clone(),
                };
                match tables.get_mut(&key) {
                    None => drop(tables.insert(key, table)),
                    Some(known) => merge(known, table)?,
                }
            }
        }
        Ok(tables.into_values().collect())
    }
}

/// Two files may hold parts of one table, such as pages; they may not contradict each other.
fn merge(known: &mut Table, other: Table) -> Result<(), UpdateError> {
    for (sku, row) in other.rows {
        if known.rows.get(&sku).is_some_and(|first| *first != row) {
            return Err(UpdateError::new(
                format!("two files have different prices for `{sku}` in {}", known.region),
                "nothing was replaced; leave the older one out",
            ));
        }
        known.rows.insert(sku, row);
    }
    known.date = known.date.min(other.date);
    Ok(())
}
