//! A price file: a head with source and date, then one row for each price.
//!
//! ```text
//! # source: AWS price list, AmazonEC2
//! # date: 2026-11-20
//! sku,unit,usd
//! t3.medium,hours,0.048
//! ```
//!
//! The name says for what the prices are: `aws-eu-central-1-ec2.csv`, or with a word of one's
//! own before the ending, `aws-eu-central-1-services.elb.csv`. Rows that name provider, region
//! and service themselves may stand in a file of any name; so rates that were negotiated fit
//! in one file.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::error::BadPrices;
use super::{Origin, Price};
use crate::cost::table;

/// The header of a file whose name says for what the prices are.
pub const HEADER: [&str; 3] = ["sku", "unit", "usd"];

/// The header of a file whose rows say so themselves.
const LONG_HEADER: [&str; 6] = ["provider", "region", "service", "sku", "unit", "usd"];

/// For what prices are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// `aws`, `google` or `azure`.
    pub provider: String,
    /// Region, or `global` for services that have none.
    pub region: String,
    /// The service, or `services` for those without a table of their own.
    pub service: String,
}

/// The prices of one service in one region.
#[derive(Clone, Debug)]
pub struct File {
    /// For what they are.
    pub identity: Identity,
    /// Where they come from.
    pub origin: Arc<Origin>,
    /// The file's name, safe to show.
    pub name: String,
    rows: HashMap<String, Row>,
}

/// One price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is counted.
    pub unit: String,
    /// USD for one.
    pub usd: Decimal,
    /// Line in its file, from 1.
    pub line: usize,
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.provider, self.region, self.service)
    }
}

impl Identity {
    /// What a file's name says: provider, then region, then service, then perhaps a dot and
    /// a word that is the writer's own.
    fn of_name(name: &str) -> Option<Self> {
        let file = name.rsplit(['/', '\\']).next()?.strip_suffix(".csv")?;
        let stem = file.split('.').next()?;
        let (provider, rest) = stem.split_once('-')?;
        let (region, service) = rest.rsplit_once('-')?;
        Some(Self {
            provider: provider.to_owned(),
            region: region.to_owned(),
            service: service.to_owned(),
        })
    }

    /// What keeps it from being looked up, ever: rows that nothing asks for are no prices.
    fn check(&self) -> Result<(), String> {
        let services = table::services(&self.provider);
        if services.is_empty() {
            return Err(format!("there is no provider `{}`: aws, azure or google", self.provider));
        }
        if !services.contains(self.service.as_str()) {
            let services: Vec<&str> = services.into_iter().collect();
            return Err(format!(
                "nothing of {} is priced by the service `{}`: one of {}",
                self.provider,
                self.service,
                services.join(", ")
            ));
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.region.is_empty() || !self.region.chars().all(plain) {
            return Err(format!("`{}` is no region", self.region));
        }
        Ok(())
    }
}

impl File {
    /// Reads a file: one for each provider, region and service that its rows are for.
    pub fn parse(name: &str, text: &str) -> Result<Vec<Self>, BadPrices> {
        let bad = |line: usize, reason: String| BadPrices::new(name, text, line, reason);
        let origin = Arc::new(head(text).map_err(|(line, reason)| bad(line, reason))?);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let mut files: BTreeMap<Identity, HashMap<String, Row>> = BTreeMap::new();
        let mut own = None;
        let mut header = false;
        for record in reader.records() {
            let record = record.map_err(|error| bad(line_of(error.position()), said(&error)))?;
            let line = line_of(record.position());
            let fields: Vec<&str> = record.iter().map(str::trim).collect();
            if !header {
                header = true;
                if fields == HEADER {
                    let identity = Identity::of_name(name).ok_or_else(|| {
                        bad(line, "the name does not say for what the prices are".to_owned())
                    })?;
                    identity.check().map_err(|reason| bad(line, reason))?;
                    own = Some(identity);
                } else if fields != LONG_HEADER {
                    let (short, long) = (HEADER.join(","), LONG_HEADER.join(","));
                    return Err(bad(line, format!("expected the header `{short}` or `{long}`")));
                }
                continue;
            }
            let (identity, [sku, unit, usd]) = match (&own, &fields[..]) {
                (Some(own), &[sku, unit, usd]) => (own.clone(), [sku, unit, usd]),
                (None, &[provider, region, service, sku, unit, usd]) => {
                    let [provider, region, service] = [provider, region, service].map(String::from);
                    let identity = Identity { provider, region, service };
                    identity.check().map_err(|reason| bad(line, reason))?;
                    (identity, [sku, unit, usd])
                }
                (own, _) => {
                    let wanted = if own.is_some() { HEADER.len() } else { LONG_HEADER.len() };
                    let found = fields.len();
                    return Err(bad(line, format!("expected {wanted} fields, found {found}")));
                }
            };
            if sku.is_empty() || unit.is_empty() {
                return Err(bad(line, "sku or unit is empty".to_owned()));
            }
            let usd = price(usd).map_err(|reason| bad(line, reason))?;
            let row = Row { unit: unit.to_owned(), usd, line };
            let rows = files.entry(identity).or_default();
            if let Some(first) = rows.insert(sku.to_owned(), row) {
                let reason = format!("`{sku}` has a price already, in line {}", first.line);
                return Err(bad(line, reason));
            }
        }
        if files.is_empty() {
            return Err(bad(1, "there is no price in it".to_owned()));
        }
        let shown = crate::plan::text::visible(name).into_owned();
        let file = |(identity, rows)| Self {
            identity,
            origin: Arc::clone(&origin),
            name: shown.clone(),
            rows,
        };
        Ok(files.into_iter().map(file).collect())
    }

    /// The price of a sku.
    #[must_use]
    pub fn price(&self, sku: &str) -> Option<Price<'_>> {
        let row = self.rows.get(sku)?;
        Some(Price { unit: &row.unit, usd: row.usd, origin: &self.origin })
    }

    /// Number of prices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none; a file that was read has some.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The prices, in the order of their skus.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &Row)> {
        let mut rows: Vec<_> = self.rows.iter().map(|(sku, row)| (&**sku, row)).collect();
        rows.sort_unstable_by_key(|(sku, _)| *sku);
        rows.into_iter()
    }
}

/// Source and date from the comments; the error has its line.
fn head(text: &str) -> Result<Origin, (usize, String)> {
    let (mut source, mut date) = (None, None);
    for (at, line) in text.lines().enumerate() {
        let Some(comment) = line.trim_start_matches('\u{feff}').strip_prefix('#') else { continue };
        match comment.trim().split_once(':').map(|(key, value)| (key, value.trim())) {
            Some(("source", value)) => source = Some(value.to_owned()),
            Some(("date", value)) => {
                let day = value
                    .parse()
                    .map_err(|_| (at + 1, format!("`{value}` is no date such as 2026-11-20")))?;
                date = Some(day);
            }
            Some(_) | None => {}
        }
    }
    let source = source.filter(|source| !source.is_empty());
    let source = source.ok_or((1, "`# source: …` is missing".to_owned()))?;
    let source = crate::plan::text::visible(&source).into_owned();
    let date = date.ok_or((1, "`# date: YYYY-MM-DD` is missing".to_owned()))?;
    Ok(Origin { source: source.into(), date })
}

/// A decimal number without sign, separators or exponent.
fn price(text: &str) -> Result<Decimal, String> {
    if text.starts_with('-') {
        return Err("the price is negative".to_owned());
    }
    let plain = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|c| c.is_ascii_digit() || c == b'.');
    let number = if plain { Decimal::from_str_exact(text).ok() } else { None };
    number.ok_or_else(|| format!("the price `{text}` is no decimal number"))
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position.map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX))
}

/// The reader's reason, without the position that is shown already.
fn said(error: &csv::Error) -> String {
    if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) {
        return "this is not UTF-8".to_owned();
    }
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::File;

    const HEAD: &str = "# source: x\n# date: 2026-01-01\n";

    fn reason(name: &str, text: &str) -> (usize, String) {
        let bad = File::parse(name, text).unwrap_err();
        (bad.line, bad.reason)
    }

    #[test]
    fn a_bad_row_is_named_by_its_line() {
        for (rows, line, said) in [
            ("a,hours", 4, "expected 3 fields, found 2"),
            ("a,hours,1e3", 4, "is no decimal number"),
            ("a,hours,1_000", 4, "is no decimal number"),
            ("a,hours,", 4, "is no decimal number"),
            ("a,hours,-1", 4, "negative"),
            ("a,,1", 4, "empty"),
            ("a,hours,1\n\nb,hours,1\na,hours,1", 7, "has a price already, in line 4"),
        ] {
            let text = format!("{HEAD}sku,unit,usd\n{rows}\n");
            let (at, reason) = reason("aws-us-east-1-ec2.csv", &text);
            assert!(at == line && reason.contains(said), "{rows}: {at} {reason}");
        }
    }

    #[test]
    fn what_is_not_dated_or_not_for_anything_is_refused() {
        let row = "sku,unit,usd\na,hours,1\n";
        for (name, text, said) in [
            ("aws-us-east-1-ec2.csv", row.to_owned(), "`# source: …` is missing"),
            ("aws-us-east-1-ec2.csv", format!("# source: x\n{row}"), "`# date: YYYY-MM-DD`"),
            ("aws-us-east-1-ec2.csv", format!("# source: x\n# date: 1.1.26\n{row}"), "is no date"),
            ("aws-us-east-1-ec2.csv", format!("{HEAD}a,hours,1\n"), "expected the header"),
            ("aws-us-east-1-ec2.csv", HEAD.to_owned(), "no price in it"),
            ("rates.csv", format!("{HEAD}{row}"), "the name does not say"),
            ("aws-us-east-1-ec2-ours.csv", format!("{HEAD}{row}"), "by the service `ours`"),
            ("aws-US-ec2.csv", format!("{HEAD}{row}"), "`US` is no region"),
            ("ibm-us-ec2.csv", format!("{HEAD}{row}"), "there is no provider `ibm`"),
        ] {
            assert!(
                reason(name, &text).1.contains(said),
                "{name} {text}: {:?}",
                reason(name, &text)
            );
        }
    }

    /// As a spreadsheet saves it: a byte order mark, quotes, carriage returns.
    #[test]
    fn rows_may_say_for_what_they_are() {
        let text = "\u{feff}# source: contract\r\n# date: 2026-01-01\r\n\
             provider,region,service,sku,unit,usd\r\n\
             aws,us-east-1,ec2,\"m5.large\",hours,0.07\r\naws,eu-west-1,services,eip,hours,0\r\n";
        let files = File::parse("rates.csv", text).unwrap();
        let names: Vec<String> = files.iter().map(|file| file.identity.to_string()).collect();
        assert_eq!(names, ["aws-eu-west-1-services", "aws-us-east-1-ec2"]);
        assert_eq!(files[1].price("m5.large").unwrap().usd.to_string(), "0.07");
        let files = File::parse(
            "a/aws-eu-west-1-services.elb.csv",
            &format!("{HEAD}sku,unit,usd\neip,hours,1\n"),
        );
        assert_eq!(files.unwrap()[0].identity.to_string(), "aws-eu-west-1-services");
    }
}
