//! What is wrong with a price file, shown at its line.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

/// A price file that is not taken.
#[derive(Clone, Debug)]
pub struct BadPrices {
    /// The file, safe to show.
    pub name: String,
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
    /// Boxed: the text may be long, and errors travel.
    source: Box<NamedSource<String>>,
}

impl BadPrices {
    pub(super) fn new(name: &str, text: &str, line: usize, reason: impl Into<String>) -> Self {
        let name = crate::plan::text::visible(name).into_owned();
        let shown = crate::plan::text::visible(&reason.into()).into_owned();
        let source = Box::new(NamedSource::new(&name, text.to_owned()));
        Self { name, line, reason: shown, source }
    }

    fn span(&self) -> Option<(usize, usize)> {
        let text = self.source.inner();
        let mut start = 0;
        for (at, line) in text.split_inclusive('\n').enumerate() {
            if at + 1 == self.line {
                return Some((start, line.trim_end().len()));
            }
            start += line.len();
        }
        None
    }
}

impl fmt::Display for BadPrices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.name, self.line, self.reason)
    }
}

impl std::error::Error for BadPrices {}

impl Diagnostic for BadPrices {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new("tfgate::prices"))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(
            "a price file has `# source: …` and `# date: YYYY-MM-DD`, then rows of \
             `sku,unit,usd` and the name PROVIDER-REGION-SERVICE.csv, or rows of \
             `provider,region,service,sku,unit,usd` and any name",
        ))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (start, length) = self.span()?;
        let label = LabeledSpan::new(Some("here".to_owned()), start, length);
        Some(Box::new(std::iter::once(label)))
    }
}
