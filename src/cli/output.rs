//! `-o FORMAT[=FILE]`: one evaluation, many reports.

use std::fs;
use std::path::PathBuf;

use super::failure::Failure;
use super::terminal::Terminal;
use crate::report::text::Look;
use crate::report::{Report, html, json, text};

/// A format that a report can be rendered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// The contract.
    Json,
    /// A page for a browser.
    Html,
}

impl Format {
    const ALL: [(&'static str, Self); 3] =
        [("text", Self::Text), ("json", Self::Json), ("html", Self::Html)];

    /// Whether the format shows every change, and the digests.
    fn wants_details(self) -> bool {
        match self {
            Self::Text => false,
            Self::Json | Self::Html => true,
        }
    }
}

/// One `-o`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    format: Format,
    file: Option<PathBuf>,
}

/// Parses the flags; text on standard output where there are none.
pub fn parse(flags: &[String]) -> Result<Vec<Output>, Failure> {
    let mut outputs = Vec::new();
    for flag in flags {
        let (name, file) = match flag.split_once('=') {
            Some((_, "")) => {
                return Err(Failure::usage(
                    format!("`-o {flag}` names no file"),
                    "write `-o FORMAT=FILE`",
                ));
            }
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (flag.as_str(), None),
        };
        let format =
            Format::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, format)| format);
        let Some(format) = format else {
            let known: Vec<_> = Format::ALL.iter().map(|(name, _)| *name).collect();
            return Err(Failure::usage(
                format!("there is no output format `{name}`"),
                format!("one of: {}", known.join(", ")),
            ));
        };
        let output = Output { format, file };
        if outputs.iter().any(|other: &Output| other.file == output.file) {
            let place = output
                .file
                .map_or("standard output".to_owned(), |file| format!("`{}`", file.display()));
            return Err(Failure::usage(
                format!("two reports go to {place}"),
                "give each a file of its own: `-o text -o json=report.json`",
            ));
        }
        outputs.push(output);
    }
    if outputs.is_empty() {
        outputs.push(Output { format: Format::Text, file: None });
    }
    Ok(outputs)
}

/// Whether any output shows every change, and the digests.
#[must_use]
pub fn wants_details(outputs: &[Output]) -> bool {
    outputs.iter().any(|output| output.format.wants_details())
}

/// Renders and writes all outputs. Files first: standard output may be closed early.
pub fn write(outputs: &[Output], report: &Report, terminal: &Terminal) -> Result<(), Failure> {
    for output in outputs {
        if let Some(file) = &output.file {
            let look = Look { unicode: true, ..Look::default() };
            let text = render(output.format, report, &look);
            fs::write(file, text).map_err(|error| Failure::file("write", file, &error))?;
        }
    }
    for output in outputs.iter().filter(|output| output.file.is_none()) {
        Terminal::print(&render(output.format, report, &terminal.look))?;
    }
    Ok(())
}

fn render(format: Format, report: &Report, look: &Look) -> String {
    match format {
        Format::Text => text::render(report, look),
        Format::Json => json::render(report),
        Format::Html => html::render(report),
    }
}
