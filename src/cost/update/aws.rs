//! What the two formats of the AWS Price List have in common: indices, rows, regions.
//!
//! Every rule sees a row of attributes; this is where a row is held to its region.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;

use super::ParseError;
use super::gather::Gathering;
use super::selection::{LOCATION, LOCATION_TYPE, Offer, REGION};

/// Names of regions as older files give them, instead of their codes.
const LOCATIONS: &str = include_str!("aws-locations.csv");

/// What is wanted of an offer file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    pub offer: &'w Offer,
    pub regions: &'w [String],
}

/// What an offer file holds of what is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OfferPrices {
    /// When the vendor published it.
    pub published: Date,
    /// By region.
    pub regions: BTreeMap<String, Gathering>,
    /// All regions that rows are for, to say what a file is good for.
    pub seen: BTreeSet<String>,
}

/// Of a region that a row is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// One that is wanted.
    Wanted(String),
    /// Another, or none.
    Elsewhere,
}

impl Wanted<'_> {
    /// For which region a row is. Local zones, wavelength zones and outposts are none.
    pub(super) fn place(&self, row: &[String], seen: &mut BTreeSet<String>) -> Place {
        let kind = self.offer.get(row, LOCATION_TYPE);
        if !kind.is_empty() && kind != "AWS Region" {
            return Place::Elsewhere;
        }
        let code = self.offer.get(row, REGION);
        let code =
            if code.is_empty() { located(self.offer.get(row, LOCATION)) } else { Some(code) };
        let Some(code) = code else { return Place::Elsewhere };
        if !seen.contains(code) {
            seen.insert(code.to_owned());
        }
        if self.regions.iter().any(|region| region == code) {
            Place::Wanted(code.to_owned())
        } else {
            Place::Elsewhere
        }
    }
}

fn located(name: &str) -> Option<&'static str> {
    let rows = LOCATIONS.lines().skip(1).filter_map(|line| line.split_once(','));
    rows.into_iter().find(|(_, location)| *location == name).map(|(code, _)| code)
}

/// The key of an attribute: `Pre Installed S/W` and `preInstalledSw` are the same.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// `2026-11-20T21:11:34Z` is of 2026-11-20.
pub(super) fn published(text: &str) -> Result<Date, ParseError> {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| ParseError::whole(format!("`{text}` is no publication date")))
}

/// The service index, or the index of a service's regions.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Index {
    #[serde(default)]
    offers: BTreeMap<String, OfferIndex>,
    #[serde(default)]
    regions: BTreeMap<String, RegionIndex>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OfferIndex {
    current_region_index_url: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RegionIndex {
    current_version_url: String,
}

impl Index {
    pub(super) fn read(text: &str) -> Result<Self, ParseError> {
        serde_json::from_str(text).map_err(|error| ParseError::json(&error))
    }

    /// Where the index of an offer's regions is.
    pub(super) fn regions_of(&self, offer: &str) -> Option<&str> {
        self.offers.get(offer)?.current_region_index_url.as_deref()
    }

    /// Where the offer file of a region is, as CSV: it is smaller than JSON, and read faster.
    pub(super) fn file_of(&self, region: &str) -> Option<String> {
        let url = &self.regions.get(region)?.current_version_url;
        Some(url.strip_suffix(".json").map_or_else(|| url.clone(), |stem| format!("{stem}.csv")))
    }
}
