//! Prices from the vendors' public files, into files of the catalogue.
//!
//! ```text
//! URL ──fetch──▶ file ──read──▶ rows ──selection──▶ prices ──verify──▶ store
//! ```
//!
//! Which vendor rows give which of our prices is data (`aws.table`, `azure.table`). Nothing is
//! replaced before all that was asked for has been fetched whole, read to its end and compared
//! with what it replaces.

mod aws;
mod aws_csv;
mod aws_json;
mod azure;
mod error;
mod fetch;
mod gather;
mod haul;
mod input;
mod request;
mod selection;
mod source;
mod store;

#[cfg(test)]
mod tests;

use std::fmt;

pub use error::UpdateError;
pub use fetch::{FetchError, Fetcher};
pub use request::{Progress, Quiet, Request};
pub use selection::{Offer, covers, offers};
pub use source::update;
pub use store::{Stored, Target};

/// A vendor's file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// From 1, where it is known.
    pub line: Option<u64>,
    /// What is wrong.
    pub reason: String,
}

impl ParseError {
    fn at(line: u64, reason: String) -> Self {
        Self { line: Some(line), reason }
    }

    fn whole(reason: String) -> Self {
        Self { line: None, reason }
    }

    fn json(error: &serde_json::Error) -> Self {
        let line = u64::try_from(error.line()).ok().filter(|line| *line > 0);
        let text = error.to_string();
        let reason = match text.rsplit_once(" at line ") {
            Some((reason, _)) => reason.to_owned(),
            None => text,
        };
        let cut = if error.is_eof() { ": the file is cut off" } else { "" };
        Self { line, reason: format!("{reason}{cut}") }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&crate::plan::text::visible(&self.reason))
    }
}
