//! `-o FORMAT[:BUDGET][=FILE]`: one evaluation, many reports.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use super::args::OutputArgs;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::report::markdown::{Budget, Options};
use crate::report::text::Look;
use crate::report::{Format, Report};

/// One `-o`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    format: Format,
    file: Option<PathBuf>,
    comment: Options,
}

impl Output {
    /// Whether it is for programs: some commands have a document of their own.
    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }
}

/// Parses the flags; text on standard output where there are none.
pub fn parse(flags: &OutputArgs) -> Result<Vec<Output>, Failure> {
    let comment = flags.comment.options()?;
    let mut outputs = Vec::new();
    for flag in &flags.output {
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
        let (format, budget) = format(name)?;
        let comment = Options { budget: budget.unwrap_or_default(), ..comment.clone() };
        let output = Output { format, file, comment };
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
        outputs.push(Output { format: Format::Text, file: None, comment });
    }
    Ok(outputs)
}

/// `markdown`, or `markdown:gitlab`: only a comment has a limit to keep.
fn format(text: &str) -> Result<(Format, Option<Budget>), Failure> {
    let (name, budget) =
        text.split_once(':').map_or((text, None), |(name, budget)| (name, Some(budget)));
    let Some(format) = Format::of_name(name) else {
        let known: Vec<_> = Format::ALL.iter().map(|format| format.name()).collect();
        return Err(Failure::usage(
            format!("there is no output format `{name}`"),
            format!("one of: {}", known.join(", ")),
        ));
    };
    let Some(budget) = budget else { return Ok((format, None)) };
    if format != Format::Markdown {
        return Err(Failure::usage(
            format!("`{name}` is as long as it is: it takes no budget"),
            "write `-o FORMAT=FILE`, or `-o markdown:BUDGET=FILE`",
        ));
    }
    let Some(budget) = Budget::parse(budget) else {
        let known: Vec<_> = Budget::NAMED.iter().map(|(name, _)| *name).collect();
        let least = Budget::MINIMUM;
        return Err(Failure::usage(
            format!("`-o {text}` has no budget that a report can keep"),
            format!("one of: {}, or a number of bytes from {least}", known.join(", ")),
        ));
    };
    Ok((format, Some(budget)))
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
            let text = output.format.render(report, &look, &output.comment);
            fs::write(file, text).map_err(|error| Failure::file("write", file, &error))?;
        }
    }
    for output in outputs.iter().filter(|output| output.file.is_none()) {
        let text = output.format.render(report, &terminal.look, &output.comment);
        if output.format.is_commands() {
            Terminal::command(&text)?;
        } else {
            Terminal::print(&text)?;
        }
    }
    Ok(())
}

/// Adds to what [`write`] wrote as text: `text` makes it for a look.
pub fn add_text(
    outputs: &[Output],
    text: &dyn Fn(&Look) -> String,
    terminal: &Terminal,
) -> Result<(), Failure> {
    for output in outputs.iter().filter(|output| output.format == Format::Text) {
        match &output.file {
            Some(file) => {
                let text = text(&Look { unicode: true, ..Look::default() });
                let add = || OpenOptions::new().append(true).open(file)?.write_all(text.as_bytes());
                add().map_err(|error| Failure::file("write", file, &error))?;
            }
            None => Terminal::print(&text(&terminal.look))?,
        }
    }
    Ok(())
}

/// Writes a document that is not rendered from a report.
pub fn write_document(outputs: &[Output], text: &str) -> Result<(), Failure> {
    for output in outputs {
        match &output.file {
            Some(file) => {
                fs::write(file, text).map_err(|error| Failure::file("write", file, &error))?;
            }
            None => Terminal::print(text)?,
        }
    }
    Ok(())
}
