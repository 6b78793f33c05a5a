//! `tfgate prices`

mod info;
mod show;
mod update;

pub use info::info;
pub use show::show;
pub use update::update;

use std::path::Path;

use super::args::{PriceArgs, SituationArgs};
use super::catalogue;
use super::failure::Failure;
use super::situation;
use crate::cost::Catalogue;

/// How a command answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

impl Format {
    fn parse(text: &str) -> Result<Self, Failure> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            other => Err(Failure::usage(
                format!("there is no output format `{other}`"),
                "one of: text, json",
            )),
        }
    }
}

/// The prices in force here.
fn in_force(prices: &PriceArgs, args: &SituationArgs) -> Result<Catalogue, Failure> {
    let directory = args.source.as_deref().unwrap_or(Path::new("."));
    let loaded = situation::load(args, directory, None)?;
    let in_force = situation::in_force(args, &loaded, directory, None)?;
    catalogue::load(prices, &in_force, &loaded, None, directory)
}

/// A JSON document for standard output.
fn json(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain strings and numbers");
    text.push('\n');
    text
}
