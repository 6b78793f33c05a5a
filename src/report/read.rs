//! A saved report, read again.
//!
//! It may come from a job that runs code of a pull request, so it is as untrusted as a plan:
//! its verdict is computed again from its findings, and a text that could deceive a terminal
//! or command a CI runner is refused; tfgate writes none. So renderers may rely on a
//! [`Report`] that was read as on one that was made.

use std::fmt;

use miette::Diagnostic;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Report, SCHEMA_VERSION, consistency};
use crate::plan::decode;
use crate::plan::text::{is_plain, visible};

/// Keys whose texts may have several lines: commands, HCL, help.
const SEVERAL_LINES: [&str; 2] = ["next", "help"];

/// What to run to get a report that can be rendered again.
const HOW_TO_MAKE_ONE: &str =
    "save one with `tfgate plan check PLAN -o json=report.json`, and leave it as it is";

/// Why a report is not rendered. Always exit code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", self.place())]
pub struct ReportError {
    code: &'static str,
    /// Line and column, from 1.
    at: Option<(usize, usize)>,
    message: String,
}

impl ReportError {
    fn place(&self) -> String {
        self.at.map(|(line, column)| format!("line {line}, column {column}: ")).unwrap_or_default()
    }

    fn new(code: &'static str, at: Option<(usize, usize)>, message: impl Into<String>) -> Self {
        Self { code, at, message: message.into() }
    }

    fn of_serde(code: &'static str, error: &serde_json::Error) -> Self {
        let at = (error.line(), error.column());
        let said = error.to_string();
        let place = format!(" at line {} column {}", at.0, at.1);
        let said = said.strip_suffix(&place).unwrap_or(&said);
        Self::new(code, Some(at), visible(said))
    }
}

impl Diagnostic for ReportError {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(HOW_TO_MAKE_ONE))
    }
}

/// What tells a report from other JSON, before anything else is asked of it.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    schema_version: Option<&'a RawValue>,
    #[serde(borrow)]
    resource_changes: Option<&'a RawValue>,
}

/// Reads what `-o json` wrote.
///
/// Unknown fields are left alone, since fields may be added; missing ones, another
/// `schema_version`, and a verdict that its findings do not add up to are errors.
pub fn read(bytes: Vec<u8>) -> Result<Report, ReportError> {
    let text = decode::text(bytes).map_err(|refusal| {
        ReportError::new("tfgate::report::not_text", None, refusal.to_string())
    })?;
    let not_json = |error| ReportError::of_serde("tfgate::report::not_json", &error);
    let head: Head<'_> = serde_json::from_str(&text).map_err(not_json)?;
    version(&text, &head)?;
    let mut json = serde_json::Deserializer::from_str(&text);
    Harmless { several_lines: false }
        .deserialize(&mut json)
        .and_then(|()| json.end())
        .map_err(|error| ReportError::of_serde("tfgate::report::hostile_text", &error))?;
    let report: Report = serde_json::from_str(&text)
        .map_err(|error| ReportError::of_serde("tfgate::report::invalid", &error))?;
    consistency::check(&report)
        .map_err(|message| ReportError::new("tfgate::report::inconsistent", None, message))?;
    Ok(report)
}

fn version(text: &str, head: &Head<'_>) -> Result<(), ReportError> {
    let code = "tfgate::report::version";
    let Some(version) = head.schema_version else {
        let what = match head.resource_changes {
            Some(_) => "this is a plan, not a report",
            None => "this is no report: it has no `schema_version`",
        };
        return Err(ReportError::new(code, Some((1, 1)), what));
    };
    if version.get() == SCHEMA_VERSION.to_string() {
        return Ok(());
    }
    // The raw value borrows from the text, so its place is known.
    let offset = version.get().as_ptr().addr() - text.as_ptr().addr();
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1;
    let shown: String = version.get().chars().take(20).collect();
    Err(ReportError::new(
        code,
        Some((line, column)),
        format!(
            "`schema_version` is {}, and this tfgate reads version {SCHEMA_VERSION}",
            visible(&shown)
        ),
    ))
}

/// Any JSON all of whose strings are plain; keys too, since rules are keyed by their id.
#[derive(Clone, Copy)]
struct Harmless {
    several_lines: bool,
}

impl Harmless {
    fn text<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        let plain =
            if self.several_lines { text.split('\n').all(is_plain) } else { is_plain(text) };
        if plain { Ok(()) } else { Err(E::custom("a text that is not fit to be shown")) }
    }
}

impl<'de> DeserializeSeed<'de> for Harmless {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Harmless {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key::<String>()? {
            Self { several_lines: false }.text::<A::Error>(&key).map_err(A::Error::custom)?;
            let several_lines = SEVERAL_LINES.contains(&&*key);
            entries.next_value_seed(Self { several_lines })?;
        }
        Ok(())
    }
}
