//! Which usage the cost gate prices with: a file, a preset, or none.

use std::fs;
use std::path::PathBuf;

use super::base::Base;
use super::failure::Failure;
use super::situation::{Loaded, shown};
use crate::config::InForce;
use crate::cost::usage::{Preset, Usage};

/// The usage for one plan. What the configuration names is relative to it, and the flag's
/// file to the working directory. With a base, the file is read from there: less usage would
/// let more pass.
pub fn load(
    flag: Option<&str>,
    in_force: &InForce,
    loaded: &Loaded,
    base: Option<&Base>,
) -> Result<Usage, Failure> {
    let configured = in_force.cost.usage.as_ref().map(|stated| &*stated.value);
    let Some(word) = flag.or(configured) else { return Ok(Usage::default()) };
    if let Some(preset) = Preset::named(word) {
        return Ok(Usage::assume(preset));
    }
    let path = if flag.is_some() { PathBuf::from(word) } else { loaded.beside(word) };
    let read_from = base.map(|base| base.only(&path)).transpose()?;
    let bytes = fs::read(read_from.as_deref().unwrap_or(&path)).map_err(|error| {
        let words: Vec<&str> = Preset::ALL.iter().map(|preset| preset.as_str()).collect();
        // A word without a path was probably meant to be a preset.
        match (path.components().count(), error.kind()) {
            (1, std::io::ErrorKind::NotFound) => Failure::usage(
                format!("there is no usage file `{}`", shown(&path)),
                format!("name a file, or one of {}", words.join(", ")),
            ),
            _ => Failure::file("read", &path, &error),
        }
    })?;
    let name = shown(&path);
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::usage(
            format!("`{name}` is not UTF-8 text"),
            "some editors save UTF-16; save the file as UTF-8",
        )
    })?;
    Ok(Usage::read(&name, &text)?)
}
