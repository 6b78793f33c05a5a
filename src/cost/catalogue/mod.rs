//! The price catalogue: dated list prices in readable files, in layers.
//!
//! ```text
//! embedded  <  a committed directory  <  --prices FILE|DIR       nearer wins, sku by sku
//! ```
//!
//! A catalogue is a value that the gate is given, so two plans of one run may be priced with
//! different ones. The embedded layer is parsed file by file when its first price is asked
//! for, so a plan pays only for what it uses. Other layers are read whole: what is malformed
//! in them is an error before anything is priced. Where no layer has a price for a region
//! there is none, and never one of another region.

mod embedded;
mod error;
mod file;
mod layer;

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use error::BadPrices;
pub use file::{File, HEADER, Identity, Row};
pub use layer::{Layer, LayerError};

/// Where prices come from, and of which day they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Who says so, as in the head of the file.
    pub source: Arc<str>,
    /// The day at which they held.
    pub date: Date,
}

/// A price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price<'c> {
    /// What is counted, e.g. `hours`.
    pub unit: &'c str,
    /// USD for one.
    pub usd: Decimal,
    /// Whose price it is.
    pub origin: &'c Arc<Origin>,
}

/// Prices in layers. Without any but the embedded one, that is the default.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Above the embedded one, the farthest first.
    layers: Vec<Arc<Layer>>,
}

impl Catalogue {
    /// The catalogue with a layer that is nearer than all others. A price in another unit
    /// than the one it stands before is an error: 0.08 a GB is no price for a TB.
    pub fn with(&self, layer: Layer) -> Result<Self, BadPrices> {
        for file in layer.files() {
            for (sku, row) in file.rows() {
                let known = self.unit(&file.identity, sku);
                if let Some(unit) = known.filter(|unit| *unit != row.unit) {
                    let reason = format!("`{sku}` is priced by `{unit}`, not by `{}`", row.unit);
                    return Err(layer.bad(file, row.line, reason));
                }
            }
        }
        let mut layers = self.layers.clone();
        layers.push(Arc::new(layer));
        Ok(Self { layers })
    }

    /// The price of `sku`. `region` is `global` for services that have no region.
    #[must_use]
    pub fn price(
        &self,
        provider: &str,
        region: &str,
        service: &str,
        sku: &str,
    ) -> Option<Price<'_>> {
        let nearer = self.layers.iter().rev().find_map(|layer| {
            layer.find(provider, region, service).find_map(|file| file.price(sku))
        });
        nearer.or_else(|| embedded::find(provider, region, service)?.price(sku))
    }

    /// All layers with their files, the farthest first.
    pub fn layers(&self) -> impl Iterator<Item = (&str, Vec<&File>)> {
        let built_in = std::iter::once(("embedded", embedded::files().collect()));
        built_in.chain(self.layers.iter().map(|one| (one.name(), one.files().collect())))
    }

    /// The unit by which a sku is priced, in whatever region.
    fn unit<'c>(&'c self, of: &Identity, sku: &str) -> Option<&'c str> {
        let same = |file: &&'c File| {
            file.identity.provider == of.provider && file.identity.service == of.service
        };
        let unit = |file: &'c File| file.price(sku).map(|price| price.unit);
        let nearer = self.layers.iter().rev().flat_map(|layer| layer.files()).filter(same);
        let found = nearer.into_iter().find_map(unit);
        let (provider, service) = (of.provider.as_str(), of.service.as_str());
        found.or_else(|| {
            embedded::of_service(provider, service)
                .find_map(|file| file.price(sku))
                .map(|one| one.unit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Layer, embedded};

    fn usd(catalogue: &Catalogue, region: &str, sku: &str) -> Option<String> {
        catalogue.price("aws", region, "ec2", sku).map(|price| price.usd.to_string())
    }

    fn layer(file: &str, rows: &str) -> Layer {
        let text = format!("# source: contract\n# date: 2026-03-01\nsku,unit,usd\n{rows}");
        Layer::of("prices", [(file.to_owned(), text)]).unwrap()
    }

    #[test]
    fn every_embedded_file_parses_and_is_dated() {
        let files: Vec<_> = embedded::files().collect();
        assert!(files.len() >= 13);
        assert!(files.iter().all(|file| !file.is_empty() && !file.origin.source.is_empty()));
    }

    #[test]
    fn a_price_is_of_its_region_or_none() {
        let catalogue = Catalogue::default();
        assert_eq!(usd(&catalogue, "us-east-1", "t3.medium").as_deref(), Some("0.0416"));
        assert_eq!(usd(&catalogue, "eu-west-1", "t3.medium").as_deref(), Some("0.0456"));
        assert_eq!(usd(&catalogue, "eu-central-1", "t3.medium"), None);
        assert_eq!(usd(&catalogue, "us-east-1", "t99.medium"), None);
    }

    #[test]
    fn a_nearer_layer_wins_sku_by_sku_and_keeps_its_date() {
        let far = layer("aws-us-east-1-ec2.csv", "t3.medium,hours,0.03\nx9.large,hours,1\n");
        let near = layer("aws-us-east-1-ec2.csv", "t3.medium,hours,0.02\n");
        let below = Catalogue::default().with(far).unwrap();
        let catalogue = below.with(near).unwrap();
        assert_eq!(usd(&catalogue, "us-east-1", "t3.medium").as_deref(), Some("0.02"));
        assert_eq!(usd(&catalogue, "us-east-1", "x9.large").as_deref(), Some("1"));
        assert_eq!(usd(&catalogue, "us-east-1", "m5.large").as_deref(), Some("0.096"));
        assert_eq!(usd(&catalogue, "eu-west-1", "t3.medium").as_deref(), Some("0.0456"));
        assert_eq!(usd(&below, "us-east-1", "t3.medium").as_deref(), Some("0.03"));
        let price = catalogue.price("aws", "us-east-1", "ec2", "t3.medium").unwrap();
        assert_eq!(price.origin.date.to_string(), "2026-03-01");
        assert_eq!(&*price.origin.source, "contract");
    }

    #[test]
    fn a_price_in_another_unit_is_refused_and_leaves_the_catalogue_as_it_was() {
        let catalogue = Catalogue::default();
        let bad = catalogue
            .with(layer("aws-ap-south-1-services.csv", "eip,hours,0.005\nebs/gp3,TB,80\n"));
        let bad = bad.unwrap_err();
        assert_eq!(bad.line, 5);
        assert!(bad.reason.contains("priced by `GB`, not by `TB`"), "{bad}");
        assert_eq!(catalogue.layers().count(), 1);
    }
}
