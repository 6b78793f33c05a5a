//! Why an expression has no value.
//!
//! Most faults are caught by `try` and thrown away, so making one costs next to nothing; the
//! words are put together when somebody reads them.

use std::borrow::Cow;

use super::super::source::{Note, Span};

/// An evaluation error.
#[derive(Clone, Debug)]
pub(crate) struct Fault<'a> {
    pub(crate) span: Span,
    pub(crate) what: What<'a>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub(crate) enum What<'a> {
    /// The object has no such attribute.
    Missing(&'a str),
    /// Anything else, in words.
    Text(Cow<'static, str>),
}

impl<'a> Fault<'a> {
    pub(crate) fn new(span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        Self { span, what: What::Text(text.into()) }
    }

    pub(crate) fn missing(span: Span, name: &'a str) -> Self {
        Self { span, what: What::Missing(name) }
    }

    pub(crate) fn message(&self) -> String {
        match &self.what {
            What::Missing(name) => format!("this object has no attribute `{name}`"),
            What::Text(text) => text.clone().into_owned(),
        }
    }

    pub(crate) fn note(&self) -> Note {
        let note = Note::error(self.span, self.message());
        match self.what {
            What::Missing(_) => {
                note.help("`core::try(…, default)` gives a value where it is absent")
            }
            What::Text(_) => note,
        }
    }
}
