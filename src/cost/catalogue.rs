//! The price catalogue: dated list prices in readable files, embedded as text.
//!
//! One file holds one service (or the many small ones) of one provider in one region. A file
//! is parsed when its first price is asked for, so a plan pays only for what it uses. Where
//! a region has no file there is no price, and never one of another region.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rust_decimal::Decimal;

/// A file of the catalogue.
pub struct File {
    /// `aws`, `google` or `azure`.
    pub provider: &'static str,
    /// Region, or `global` for services that have none.
    pub region: &'static str,
    /// The service, or `services` for those without a file of their own.
    pub service: &'static str,
    text: &'static str,
    table: OnceLock<Table>,
}

/// What a file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Where the prices come from.
    pub source: String,
    /// The day at which they held, `YYYY-MM-DD`.
    pub date: String,
    prices: BTreeMap<String, (String, Decimal)>,
}

/// A price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// What is counted, e.g. `hours`.
    pub unit: &'static str,
    /// USD for one.
    pub usd: Decimal,
    /// The day at which it held.
    pub date: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

/// A problem in a price file, with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

macro_rules! files {
    ($($provider:literal $region:literal $service:literal,)*) => {
        [$(File {
            provider: $provider,
            region: $region,
            service: $service,
            text: include_str!(concat!("prices/", $provider, "-", $region, "-", $service, ".csv")),
            table: OnceLock::new(),
        }),*]
    };
}

static FILES: [File; 13] = files![
    "aws" "eu-west-1" "ec2",
    "aws" "eu-west-1" "rds",
    "aws" "eu-west-1" "services",
    "aws" "global" "services",
    "aws" "us-east-1" "ec2",
    "aws" "us-east-1" "elasticache",
    "aws" "us-east-1" "opensearch",
    "aws" "us-east-1" "rds",
    "aws" "us-east-1" "services",
    "azure" "eastus" "disk",
    "azure" "eastus" "vm",
    "google" "us-central1" "compute",
    "google" "us-central1" "services",
];

/// All files.
pub fn files() -> impl Iterator<Item = &'static File> {
    FILES.iter()
}

/// The price of `sku`. `region` is `global` for services that have no region.
#[must_use]
pub fn price(provider: &str, region: &str, service: &str, sku: &str) -> Option<Price> {
    let file = FILES.iter().find(|file| {
        file.provider == provider && file.region == region && file.service == service
    })?;
    let table = file.table();
    let (unit, usd) = table.prices.get(sku)?;
    Some(Price { unit, usd: *usd, date: &table.date, source: &table.source })
}

/// Whether there is any price for the region.
#[must_use]
pub fn knows_region(provider: &str, region: &str) -> bool {
    FILES.iter().any(|file| file.provider == provider && file.region == region)
}

impl File {
    /// The file, parsed.
    pub fn table(&'static self) -> &'static Table {
        self.table.get_or_init(|| {
            Table::parse(self.text).expect("a test parses every file that is embedded")
        })
    }
}

impl Table {
    /// Number of prices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.prices.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.prices.is_empty()
    }

    /// The prices, by sku: its unit and USD for one.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, Decimal)> {
        self.prices.iter().map(|(sku, (unit, usd))| (&**sku, &**unit, *usd))
    }

    /// Reads `# source:` and `# date:` lines, the header, and rows of `sku,unit,usd`.
    pub fn parse(text: &str) -> Result<Self, BadRow> {
        let mut table = Self::default();
        let mut header = false;
        for (at, row) in text.lines().enumerate() {
            let bad = |reason: &str| BadRow { line: at + 1, reason: reason.to_owned() };
            if let Some(comment) = row.strip_prefix('#') {
                match comment.trim().split_once(": ") {
                    Some(("source", source)) => source.clone_into(&mut table.source),
                    Some(("date", date)) => date.clone_into(&mut table.date),
                    Some(_) | None => {}
                }
                continue;
            }
            if row.trim().is_empty() {
                continue;
            }
            if !header {
                if row != "sku,unit,usd" {
                    return Err(bad("expected the header `sku,unit,usd`"));
                }
                header = true;
                continue;
            }
            let fields: Vec<&str> = row.split(',').collect();
            let [sku, unit, usd] = fields[..] else {
                return Err(bad("expected three fields: sku, unit, usd"));
            };
            let price = Decimal::from_str_exact(usd).map_err(|_| bad("the price is no number"))?;
            if price.is_sign_negative() {
                return Err(bad("the price is negative"));
            }
            if table.prices.insert(sku.to_owned(), (unit.to_owned(), price)).is_some() {
                return Err(bad("this sku stands here twice"));
            }
        }
        if table.date.is_empty() || table.source.is_empty() {
            return Err(BadRow { line: 1, reason: "`# source:` or `# date:` is missing".into() });
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, files, price};

    #[test]
    fn every_embedded_file_parses_and_is_dated() {
        for file in files() {
            let table = Table::parse(file.text);
            let table = table.unwrap_or_else(|bad| panic!("{} {bad:?}", file.service));
            assert!(!table.is_empty(), "{}-{}-{}", file.provider, file.region, file.service);
            let date: Result<jiff::civil::Date, _> = table.date.parse();
            assert!(date.is_ok(), "{}-{}-{}", file.provider, file.region, file.service);
        }
    }

    #[test]
    fn a_price_is_of_its_region_or_none() {
        let usd = |region, sku| price("aws", region, "ec2", sku).map(|price| price.usd.to_string());
        assert_eq!(usd("us-east-1", "t3.medium").as_deref(), Some("0.0416"));
        assert_eq!(usd("eu-west-1", "t3.medium").as_deref(), Some("0.0456"));
        assert_eq!(usd("eu-central-1", "t3.medium"), None);
        assert_eq!(usd("us-east-1", "t99.medium"), None);
    }

    #[test]
    fn a_bad_row_is_named_by_its_line() {
        let head = "# source: x\n# date: 2026-01-01\nsku,unit,usd\n";
        for (row, reason) in [
            ("a,hours", "three fields"),
            ("a,hours,1e3x", "no number"),
            ("a,hours,-1", "negative"),
            ("a,hours,1\na,hours,2", "twice"),
        ] {
            let bad = Table::parse(&format!("{head}{row}\n")).unwrap_err();
            assert!(bad.line >= 4 && bad.reason.contains(reason), "{bad:?}");
        }
        assert!(Table::parse("sku,unit,usd\na,b,1\n").is_err());
    }
}
