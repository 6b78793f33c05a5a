//! An offer file of the AWS Price List as CSV, row by row.
//!
//! Some lines of preamble, a header, then one row for each price. Columns differ by service and
//! with time, so they are found by name. A file of hundreds of megabytes passes through one
//! record of memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::ParseError;
use super::aws::{self, OfferPrices, Place, Wanted};
use super::gather::Gathering;

/// Lines before the header; there are five today.
const PREAMBLE: usize = 20;

/// The columns that every row is read by.
struct Columns {
    term: usize,
    begin: usize,
    unit: usize,
    price: usize,
    currency: usize,
    /// By attribute of the offer; none where the file has no such column.
    attributes: Vec<Option<usize>>,
    /// How many there are.
    all: usize,
}

/// Reads the prices that are wanted.
pub(super) fn read(input: impl Read, wanted: Wanted<'_>) -> Result<OfferPrices, ParseError> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
    let mut record = StringRecord::new();
    let (published, columns) = head(&mut reader, &mut record, wanted)?;
    let mut regions: BTreeMap<String, Gathering> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut row = vec![String::new(); wanted.offer.attributes.len()];
    while reader.read_record(&mut record).map_err(|error| bad_record(&error))? {
        let line = record.position().map_or(0, csv::Position::line);
        let wrong = |reason: String| ParseError::at(line, reason);
        if record.len() != columns.all {
            let (found, all) = (record.len(), columns.all);
            return Err(wrong(format!("the row has {found} of {all} fields: the file is cut off")));
        }
        if &record[columns.term] != "OnDemand" {
            continue;
        }
        for (value, column) in row.iter_mut().zip(&columns.attributes) {
            value.clear();
            value.push_str(column.and_then(|at| record.get(at)).unwrap_or_default());
        }
        let Place::Wanted(region) = wanted.place(&row, &mut seen) else { continue };
        let Some((rule, sku)) = wanted.offer.select(&row) else { continue };
        let currency = &record[columns.currency];
        if currency != "USD" {
            return Err(wrong(format!("the price is in {currency}, and only USD is understood")));
        }
        let number = |text: &str| {
            decimal(text).ok_or_else(|| wrong(format!("`{text}` is no decimal number")))
        };
        let begin = &record[columns.begin];
        let begin = if begin.is_empty() { Decimal::ZERO } else { number(begin)? };
        let usd = number(&record[columns.price])?;
        regions.entry(region).or_default().add(rule, sku, &record[columns.unit], begin, usd);
    }
    Ok(OfferPrices { published, regions, seen })
}

/// The publication date from the preamble, and the columns from the header.
fn head(
    reader: &mut csv::Reader<impl Read>,
    record: &mut StringRecord,
    wanted: Wanted<'_>,
) -> Result<(Date, Columns), ParseError> {
    let mut published = None;
    for _ in 0..PREAMBLE {
        if !reader.read_record(record).map_err(|error| bad_record(&error))? {
            return Err(ParseError::whole("the file ends before its header".to_owned()));
        }
        let line = record.position().map_or(0, csv::Position::line);
        let first = record.get(0).unwrap_or_default().trim_start_matches('\u{feff}');
        match (aws::key(first).as_str(), record.get(1)) {
            ("publicationdate", Some(text)) => published = Some(aws::published(text)?),
            ("offercode", Some(code)) if code != wanted.offer.code => {
                let asked = &wanted.offer.code;
                return Err(ParseError::at(line, format!("this is the offer {code}, not {asked}")));
            }
            ("sku", Some(_)) => {
                let missing =
                    || ParseError::whole("no publication date before the header".to_owned());
                return Ok((published.ok_or_else(missing)?, columns(record, line, wanted)?));
            }
            _ => {}
        }
    }
    Err(ParseError::whole(format!("no header with the column SKU in the first {PREAMBLE} rows")))
}

fn columns(header: &StringRecord, line: u64, wanted: Wanted<'_>) -> Result<Columns, ParseError> {
    let keys: Vec<String> = header.iter().map(aws::key).collect();
    let find = |name: &str| keys.iter().position(|key| key == name);
    let need = |name: &str, shown: &str| {
        let missing = || ParseError::at(line, format!("the header has no column `{shown}`"));
        find(name).ok_or_else(missing)
    };
    let attributes: Vec<_> = wanted.offer.attributes.iter().map(|name| find(name)).collect();
    if find(super::selection::REGION).is_none() {
        need(super::selection::LOCATION, "Region Code")?;
    }
    Ok(Columns {
        term: need("termtype", "TermType")?,
        begin: need("startingrange", "StartingRange")?,
        unit: need("unit", "Unit")?,
        price: need("priceperunit", "PricePerUnit")?,
        currency: need("currency", "Currency")?,
        attributes,
        all: keys.len(),
    })
}

/// A number as the price list writes it, an exponent included.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()?;
    (!number.is_sign_negative()).then_some(number)
}

fn bad_record(error: &csv::Error) -> ParseError {
    let line = error.position().map(csv::Position::line);
    let utf8 = !matches!(error.kind(), csv::ErrorKind::Utf8 { .. });
    let reason = if utf8 { error.to_string() } else { "this is not UTF-8".to_owned() };
    ParseError { line, reason }
}
