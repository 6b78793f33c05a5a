//! Where things stand in policy files, and how a mistake in one is shown.
//!
//! Every node of a compiled policy keeps a [`Span`] of twelve bytes; the text it points into
//! is looked up only when somebody reads the message.

use std::fmt;
use std::sync::Arc;

use miette::{NamedSource, SourceSpan};

/// One file handed in by the caller, which is the only one to read from disk.
#[derive(Clone, Debug)]
pub struct Source {
    /// The directory: one module, whatever its name.
    pub dir: String,
    /// The name within the directory (`tags.policy.hcl`).
    pub name: String,
    /// The text.
    pub text: String,
}

/// A stretch of bytes of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Position in [`Files`].
    pub(crate) file: u32,
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn new(file: u32, range: std::ops::Range<usize>) -> Self {
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clip(range.start), end: clip(range.end) }
    }
}

/// A file as it was loaded.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) dir: String,
    pub(crate) name: String,
    pub(crate) text: Arc<str>,
}

impl File {
    pub(crate) fn path(&self) -> String {
        if self.dir.is_empty() || self.dir == "." {
            self.name.clone()
        } else {
            format!("{}/{}", self.dir.trim_end_matches('/'), self.name)
        }
    }
}

/// All files of a run, so that a span can be shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(Vec<File>);

impl Files {
    pub(crate) fn add(&mut self, file: File) -> u32 {
        self.0.push(file);
        u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX)
    }

    pub(crate) fn get(&self, file: u32) -> Option<&File> {
        self.0.get(file as usize)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.iter()
    }

    /// The text under a span.
    pub(crate) fn text(&self, span: Span) -> &str {
        self.get(span.file)
            .and_then(|file| file.text.get(span.start as usize..span.end as usize))
            .unwrap_or_default()
    }

    /// The one-based line on which a span begins.
    pub(crate) fn line(&self, span: Span) -> usize {
        let Some(file) = self.get(span.file) else { return 1 };
        let end = (span.start as usize).min(file.text.len());
        file.text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    pub(crate) fn problem(&self, note: Note) -> Problem {
        let (name, text) = match self.get(note.span.file) {
            Some(file) => (file.path(), Arc::clone(&file.text)),
            None => (String::new(), Arc::from("")),
        };
        let start = (note.span.start as usize).min(text.len());
        let end = (note.span.end as usize).clamp(start, text.len());
        Problem {
            severity: note.severity,
            line: self.line(note.span),
            file: name.clone(),
            message: note.message,
            label: note.label,
            help: note.help,
            text: NamedSource::new(name, text),
            at: SourceSpan::from(start..end),
        }
    }
}

/// How bad a problem in a policy file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth mending; the policy still runs.
    Warning,
    /// The policy cannot run.
    Error,
}

/// A problem before its source is attached: what compiling collects.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) severity: Weight,
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) help: Option<String>,
    pub(crate) span: Span,
}

impl Note {
    pub(crate) fn error(span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { severity: Weight::Error, message, label: "here".into(), help: None, span }
    }

    pub(crate) fn warning(span: Span, message: impl Into<String>) -> Self {
        Self { severity: Weight::Warning, ..Self::error(span, message) }
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds "did you mean" when one of `known` is near.
    pub(crate) fn suggest<'k>(mut self, name: &str, known: impl Iterator<Item = &'k str>) -> Self {
        if let Some(near) = nearest(name, known) {
            self.help = Some(format!("did you mean `{near}`?"));
        }
        self
    }
}

/// The candidate that a reader most likely meant, if any is near enough.
pub(crate) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// A mistake in a policy or test file, with the text it is about.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// Error or warning.
    pub severity: Weight,
    /// The file, as `dir/name`.
    pub file: String,
    /// One-based line.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    label: String,
    help: Option<String>,
    text: NamedSource<Arc<str>>,
    at: SourceSpan,
}

impl Problem {
    /// A way out, if one is known.
    #[must_use]
    pub fn help_text(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// `file:line: message (help)`, for reports that have one line.
    #[must_use]
    pub fn one_line(&self) -> String {
        let help = self.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{}:{}: {}{help}", self.file, self.line, self.message)
    }
}

impl miette::Diagnostic for Problem {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Weight::Warning => miette::Severity::Warning,
            Weight::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.text)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let label = miette::LabeledSpan::new_with_span(Some(self.label.clone()), self.at);
        Some(Box::new(std::iter::once(label)))
    }
}

/// Everything that is wrong with a set of policy files, at once.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{} in policy files", plural(.0.len(), "error"))]
pub struct PolicyErrors(pub Vec<Problem>);

impl miette::Diagnostic for PolicyErrors {
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        Some(Box::new(self.0.iter().map(|problem| problem as &dyn miette::Diagnostic)))
    }
}

pub(crate) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
