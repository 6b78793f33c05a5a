//! Files as they were downloaded: perhaps packed, and of one of four kinds.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

/// How much of a file is looked at to tell its kind.
const HEAD: u64 = 64 << 10;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An offer file of AWS as CSV, with its offer code.
    AwsCsv(String),
    /// An offer file of AWS as JSON, with its offer code.
    AwsJson(String),
    /// Pages of Azure.
    Azure,
    /// A price file of our own.
    Own,
}

/// Opens a file, unpacked.
pub(super) fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let mut file = BufReader::with_capacity(256 << 10, File::open(path)?);
    if file.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(256 << 10, MultiGzDecoder::new(file))));
    }
    Ok(Box::new(file))
}

/// Tells what a file is by how it begins.
pub(super) fn kind(path: &Path) -> io::Result<Option<Kind>> {
    let mut head = Vec::new();
    open(path)?.take(HEAD).read_to_end(&mut head)?;
    let text = String::from_utf8_lossy(&head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(['{', '[']) {
        return Ok(match after(text, "\"offerCode\"") {
            Some(code) => Some(Kind::AwsJson(code)),
            None => text.to_lowercase().contains("\"servicename\"").then_some(Kind::Azure),
        });
    }
    if text.starts_with('#') && text.contains("sku,unit,usd") {
        return Ok(Some(Kind::Own));
    }
    Ok(after(text, "OfferCode").map(Kind::AwsCsv))
}

/// The quoted text, or the word, that follows a key.
fn after(text: &str, key: &str) -> Option<String> {
    let rest = &text[text.find(key)? + key.len()..];
    let rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    (length > 0).then(|| rest[..length].to_owned())
}
