//! YAML as a small tree in which everything keeps its place, and the errors that point there.
//!
//! Usage files are written by hand, so a wrong one is answered like a wrong configuration:
//! everything that is wrong at once, each with its line. Aliases, tags and merge keys are no
//! part of the syntax and are refused; nothing is read that is not understood.

use std::ops::Range;

use miette::{Diagnostic, NamedSource, SourceSpan};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use crate::plan::text::{harmless, visible};

/// A usage file larger than this is something else.
const LARGEST: usize = 1 << 20;

/// Levels of nesting; the syntax needs four.
const DEEPEST: usize = 16;

/// Problems past this many are counted, not shown.
const MOST_SHOWN: usize = 20;

/// Lines longer than this are not printed.
const LONGEST_LINE: usize = 500;

/// A value with its place.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Value {
    /// A scalar, and whether it is written without quotes.
    Scalar(String, bool),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// One thing that is wrong in a usage file.
#[derive(Clone, Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct Problem {
    message: String,
    label: String,
    #[label("{label}")]
    shown: Option<SourceSpan>,
    at: SourceSpan,
    #[help]
    help: Option<String>,
}

impl Problem {
    pub(super) fn new(
        span: &Range<usize>,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        let at = SourceSpan::from(span.start..span.end.max(span.start));
        Self { message: message.into(), label: label.into(), shown: Some(at), at, help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Everything that is wrong with a usage file, in the order of its lines.
#[derive(Debug, thiserror::Error, Diagnostic)]
#[error("{summary}")]
#[diagnostic(code("tfgate::usage_file"))]
pub struct UsageErrors {
    summary: String,
    #[source_code]
    text: NamedSource<String>,
    #[related]
    problems: Vec<Problem>,
}

impl UsageErrors {
    pub(super) fn new(name: &str, text: &str, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| problem.at.offset());
        let name = visible(name).into_owned();
        let line = |problem: &Problem| {
            let before = text.get(..problem.at.offset()).unwrap_or(text);
            before.bytes().filter(|byte| *byte == b'\n').count() + 1
        };
        let first = problems.first().map_or((1, String::new()), |one| (line(one), one.to_string()));
        let summary = match problems.len() {
            0 | 1 => format!("{name}:{}: {}", first.0, first.1),
            n => format!("`{name}` has {n} errors, the first in line {}: {}", first.0, first.1),
        };
        problems.truncate(MOST_SHOWN);
        // A line of thousands of columns says nothing: its number is in the message.
        if text.lines().any(|line| line.len() > LONGEST_LINE) {
            for problem in &mut problems {
                problem.message =
                    format!("{} (line {}: {})", problem.message, line(problem), problem.label);
                problem.shown = None;
            }
        }
        let text = NamedSource::new(&name, harmless(text));
        Self { summary, text, problems }
    }
}

/// A list or map that is being read.
enum Open {
    List(Vec<Node>, usize),
    Map(Vec<(Key, Node)>, Option<Key>, usize),
}

/// The tree of a file; `None` for one without a value.
pub(super) fn parse(text: &str) -> Result<Option<Node>, Problem> {
    if text.len() > LARGEST {
        let message = format!("the file has {} bytes, at most {LARGEST} are read", text.len());
        return Err(Problem::new(&(0..0), message, "is this a usage file?"));
    }
    let places = Places::of(text);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = places.byte(error.marker());
            Problem::new(&(at..at), "this is not valid YAML", visible(error.info()))
        })?;
        let range = places.byte(&span.start)..places.byte(&span.end);
        let refuse = |what: &str| Err(Problem::new(&range, what, "write the value itself"));
        let node = match event {
            Event::Alias(_) => return refuse("aliases are no part of a usage file"),
            Event::Scalar(.., Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => {
                return refuse("tags are no part of a usage file");
            }
            Event::Scalar(text, style, _, None) => {
                let value = Value::Scalar(text.into_owned(), style == ScalarStyle::Plain);
                Node { value, span: range }
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() == DEEPEST => {
                return refuse("the file is nested too deeply");
            }
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new(), range.start));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(Vec::new(), None, range.start));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(items, start)) => {
                    Node { value: Value::List(items), span: start..range.end }
                }
                Some(Open::Map(entries, _, start)) => {
                    Node { value: Value::Map(entries), span: start..range.end }
                }
                None => return refuse("this is not valid YAML"),
            },
            Event::DocumentStart(_) if root.is_some() => {
                return refuse("a usage file is one document");
            }
            Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd => continue,
        };
        match open.last_mut() {
            None => root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map(entries, key, _)) => match (key.take(), node.value) {
                (Some(key), value) => entries.push((key, Node { value, span: node.span })),
                (None, Value::Scalar(name, _)) => *key = Some(Key { name, span: node.span }),
                (None, Value::List(_) | Value::Map(_)) => {
                    return Err(Problem::new(&node.span, "a key is a name", "this is none"));
                }
            },
        }
    }
    Ok(root)
}

/// Where the characters of a text begin: the parser counts characters, and spans bytes.
struct Places(Vec<usize>, usize);

impl Places {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect(), text.len())
    }

    fn byte(&self, marker: &Marker) -> usize {
        self.0.get(marker.index()).copied().unwrap_or(self.1)
    }
}
