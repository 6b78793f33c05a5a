//! Why an update came to nothing, and what to do about it.

use std::fmt;
use std::io;
use std::path::Path;

use miette::Diagnostic;

use super::ParseError;
use super::fetch::FetchError;
use crate::plan::text::visible;

/// Why nothing was replaced.
#[derive(Debug)]
pub struct UpdateError {
    message: String,
    help: String,
}

impl UpdateError {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    pub(super) fn file(verb: &str, path: &Path, error: &io::Error) -> Self {
        let path = visible(&path.display().to_string()).into_owned();
        Self::new(format!("cannot {verb} `{path}`: {error}"), "nothing was replaced")
    }

    pub(super) fn parse(name: &str, error: &ParseError) -> Self {
        Self::new(
            format!("{}: {error}", visible(name)),
            "nothing was replaced; fetch the file again, or see docs/cost.md for what is read",
        )
    }
}

impl From<FetchError> for UpdateError {
    fn from(error: FetchError) -> Self {
        let FetchError { url, reason, missing } = error;
        let help = if missing {
            "nothing was replaced; is the address that of the vendor's site, or of a copy of it?"
        } else {
            "nothing was replaced; what has arrived is kept, and the next run goes on from there. \
             Without a network: `--from FILE`"
        };
        Self::new(format!("cannot fetch {}: {reason}", visible(&url)), help)
    }
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for UpdateError {}

impl Diagnostic for UpdateError {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new("tfgate::prices::update"))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }
}
