//! `tfgate config show`

use std::fmt::Write as _;
use std::path::Path;

use super::args::{ConfigShow, Listing};
use super::failure::Failure;
use super::situation;
use super::terminal::Terminal;
use crate::config::Setting;
use crate::exit;
use crate::plan::text::visible;

/// Prints every setting in force, and where it comes from.
pub fn show(args: &ConfigShow) -> Result<u8, Failure> {
    let directory = args.situation.source.as_deref().unwrap_or(Path::new("."));
    let loaded = situation::load(&args.situation, directory, None)?;
    let in_force = situation::in_force(&args.situation, &loaded, directory, None)?;
    let settings = in_force.settings();
    let text = match args.output {
        Listing::Text => text(&settings),
        Listing::Json => json(&settings),
    };
    Terminal::print(&text)?;
    Ok(exit::PASSED)
}

fn text(settings: &[Setting]) -> String {
    let longest = |part: fn(&Setting) -> &str| {
        settings.iter().map(|setting| visible(part(setting)).chars().count()).max().unwrap_or(0)
    };
    let (keys, values) = (longest(|one| &one.key), longest(|one| &one.value).min(48));
    let mut out = String::new();
    for Setting { key, value, origin, .. } in settings {
        let _ = writeln!(
            out,
            "{:<keys$}  {:<values$}  {}",
            visible(key),
            visible(value),
            visible(origin)
        );
    }
    out
}

fn json(settings: &[Setting]) -> String {
    let settings: Vec<_> = settings
        .iter()
        .map(|Setting { key, value, origin, .. }| {
            serde_json::json!({ "key": visible(key), "value": visible(value), "origin": visible(origin) })
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&settings).expect("plain strings");
    text.push('\n');
    text
}
