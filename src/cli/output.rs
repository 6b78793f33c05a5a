//! `-o FORMAT[=FILE]`: one evaluation, many reports.

use std::fs;
use std::path::PathBuf;

use super::failure::Failure;
use super::terminal::Terminal;
use crate::report::text::Look;
use crate::report::{Format, Report};

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
        let Some(format) = Format::of_name(name) else {
            let known: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
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
            let text = output.format.render(report, &look);
            fs::write(file, text).map_err(|error| Failure::file("write", file, &error))?;
        }
    }
    for output in outputs.iter().filter(|output| output.file.is_none()) {
        let text = output.format.render(report, &terminal.look);
        if output.format.is_commands() {
            Terminal::command(&text)?;
        } else {
            Terminal::print(&text)?;
        }
    }
    Ok(())
}
