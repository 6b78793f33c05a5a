//! What is wrong with a configuration file, said all at once.
//!
//! Somebody who mends a configuration at 3 a.m. should not learn of its mistakes one run at
//! a time, so reading collects [`Problem`]s and goes on, and [`ConfigErrors`] shows them
//! together, each with the place, the reason and what is allowed there.

use std::fmt;
use std::ops::Range;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

use super::source::Source;
use crate::plan::text::{harmless, visible};
pub(super) use crate::plan::text::{listed, nearest};

/// Problems past this many are counted, not shown: a file of noise is one mistake.
const MOST_SHOWN: usize = 20;

/// Lines longer than this are not printed: the message names line and column instead.
const LONGEST_LINE: usize = 500;

/// The kinds of problems, each with a code of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Syntax,
    UnknownKey,
    InvalidValue,
    Duplicate,
    MissingKey,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Self::Syntax => "tfgate::config::syntax",
            Self::UnknownKey => "tfgate::config::unknown_key",
            Self::InvalidValue => "tfgate::config::invalid_value",
            Self::Duplicate => "tfgate::config::duplicate",
            Self::MissingKey => "tfgate::config::missing_key",
        }
    }
}

/// One thing that is wrong, with its place.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    kind: Kind,
    message: String,
    labels: Vec<(Range<usize>, String)>,
    help: Option<String>,
}

impl Problem {
    pub(super) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), labels: Vec::new(), help: None }
    }

    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(Kind::InvalidValue, message)
    }

    pub(super) fn label(mut self, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn start(&self) -> usize {
        self.labels.first().map_or(0, |(span, _)| span.start)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.kind.code()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self.labels.iter();
        Some(Box::new(labels.map(|(span, text)| {
            LabeledSpan::new_with_span(Some(text.clone()), span.start..span.end)
        })))
    }
}

/// Everything that is wrong with one configuration file, in the order of its lines.
pub struct ConfigErrors {
    name: String,
    source: Box<NamedSource<String>>,
    problems: Vec<Problem>,
    hidden: usize,
}

impl ConfigErrors {
    pub(super) fn new(source: &Source, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(Problem::start);
        let hidden = problems.len().saturating_sub(MOST_SHOWN);
        problems.truncate(MOST_SHOWN);
        for problem in &mut problems {
            let long = |span: &Range<usize>| source.line_text(span.start).len() > LONGEST_LINE;
            if problem.labels.iter().any(|(span, _)| long(span)) {
                for (span, text) in std::mem::take(&mut problem.labels) {
                    problem.message =
                        format!("{} ({}: {text})", problem.message, source.position(span.start));
                }
            }
        }
        let name = visible(source.name()).into_owned();
        let source = Box::new(NamedSource::new(&name, harmless(source.text())));
        Self { name, source, problems, hidden }
    }

    /// The codes of the problems, e.g. `tfgate::config::unknown_key`.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.problems.iter().map(|problem| problem.kind.code())
    }

    fn only(&self) -> Option<&Problem> {
        if let [problem] = &*self.problems { Some(problem) } else { None }
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.only() {
            Some(problem) => problem.fmt(f),
            None => write!(f, "`{}` has {} errors", self.name, self.problems.len() + self.hidden),
        }
    }
}

impl fmt::Debug for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.problems).finish()
    }
}

impl std::error::Error for ConfigErrors {}

impl Diagnostic for ConfigErrors {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.only().map_or(Some(Box::new("tfgate::config::invalid")), Diagnostic::code)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        match self.only() {
            Some(problem) => problem.help(),
            None if self.hidden > 0 => Some(Box::new(format!(
                "the first {MOST_SHOWN} are shown, {} more are not",
                self.hidden
            ))),
            None => None,
        }
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.only().and_then(Diagnostic::labels)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.source)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        if self.only().is_some() {
            return None;
        }
        Some(Box::new(self.problems.iter().map(|problem| problem as &dyn Diagnostic)))
    }
}

/// A value of the file inside a message: on one line, harmless and short.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let text = visible(text);
    if text.chars().count() <= MOST {
        return text.into_owned();
    }
    let mut short: String = text.chars().take(MOST).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_value_in_a_message_is_short() {
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 61);
    }
}
