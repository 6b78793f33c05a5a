//! Reading blocks: what is allowed in one, and where it stands.

use hcl_edit::Span as _;
use hcl_edit::structure::{Attribute, Block, Structure};

use super::super::source::{Note, Span};
use super::Context;

/// How often a nested block may stand.
pub(crate) type Blocks = &'static [(&'static str, bool)];

/// The head of a block: its type and labels.
pub(crate) fn span(file: u32, ident: &str, structure: &Structure) -> Span {
    let range = structure.span().unwrap_or(0..0);
    let start = range.start;
    Span::new(file, start..(start + ident.len()).min(range.end))
}

pub(crate) fn attribute_span(file: u32, attribute: &Attribute) -> Span {
    Span::new(file, attribute.key.span().or_else(|| attribute.span()).unwrap_or(0..0))
}

impl Context<'_> {
    /// Complains about arguments and blocks that are not among the known ones, and about
    /// blocks that stand twice but may not (`false`).
    pub(crate) fn check_body(&mut self, block: &Block, arguments: &[&'static str], blocks: Blocks) {
        let name = block.ident.as_str();
        let mut seen: Vec<&str> = Vec::new();
        for structure in &block.body {
            if let Some(attribute) = structure.as_attribute() {
                let key = attribute.key.as_str();
                if arguments.contains(&key) {
                    continue;
                }
                let note = format!("an argument `{key}` is not expected in `{name}`");
                let note = Note::error(attribute_span(self.file, attribute), note);
                let note = note.label("unknown argument");
                self.notes.push(if blocks.iter().any(|(block, _)| *block == key) {
                    note.help(format!("`{key}` is a block: write `{key} {{ … }}`"))
                } else {
                    note.suggest(key, arguments.iter().copied())
                });
            } else if let Some(inner) = structure.as_block() {
                let ident = inner.ident.as_str();
                let span = span(self.file, ident, structure);
                match blocks.iter().find(|(block, _)| *block == ident) {
                    Some((_, many)) => {
                        if !many && seen.contains(&ident) {
                            let note = format!("`{name}` has one `{ident}` block at most");
                            self.notes.push(Note::error(span, note));
                        }
                        if !inner.labels.is_empty() {
                            let note = format!("`{ident}` takes no labels");
                            self.notes.push(Note::error(span, note));
                        }
                        seen.push(ident);
                    }
                    None => {
                        let note = format!("a block of type `{ident}` is not expected in `{name}`");
                        let note = Note::error(span, note).label("unknown block type");
                        self.notes.push(if arguments.contains(&ident) {
                            note.help(format!("`{ident}` is an argument: write `{ident} = …`"))
                        } else {
                            note.suggest(ident, blocks.iter().map(|(block, _)| *block))
                        });
                    }
                }
            }
        }
    }

    /// The labels of a block, which must be exactly `count`.
    pub(crate) fn labels(
        &mut self,
        block: &Block,
        span: Span,
        what: &[&str],
    ) -> Option<Vec<String>> {
        let labels: Vec<String> =
            block.labels.iter().map(|label| label.as_str().to_owned()).collect();
        if labels.len() == what.len() {
            return Some(labels);
        }
        let name = block.ident.as_str();
        let wanted = super::super::source::plural(what.len(), "label");
        let note = format!("`{name}` takes {wanted}, not {}", labels.len());
        let shape: Vec<String> = what.iter().map(|label| format!("\"{label}\"")).collect();
        let note = Note::error(span, note);
        self.notes.push(note.help(format!("write `{name} {} {{ … }}`", shape.join(" "))));
        None
    }

    /// A constant string argument.
    pub(crate) fn constant_text(&mut self, attribute: &Attribute) -> Option<String> {
        if let Some(text) = attribute.value.as_str() {
            return Some(text.to_owned());
        }
        let note = format!("`{}` must be a plain string", attribute.key.as_str());
        let span = Span::new(self.file, attribute.value.span().unwrap_or(0..0));
        self.notes.push(Note::error(span, note));
        None
    }

    /// A constant bool argument.
    pub(crate) fn constant_bool(&mut self, attribute: &Attribute) -> Option<bool> {
        if let Some(value) = attribute.value.as_bool() {
            return Some(value);
        }
        let note = format!("`{}` must be true or false", attribute.key.as_str());
        let span = Span::new(self.file, attribute.value.span().unwrap_or(0..0));
        self.notes.push(Note::error(span, note));
        None
    }
}
