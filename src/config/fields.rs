//! The keys of a block or object, each asked for by name exactly once.
//!
//! Asking makes a key known: what nobody asked for is an unknown key, and the list of what
//! is allowed writes itself. So a new key is one line, where it is read.

use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, BlockLabel, Body, Structure};

use super::problem::{Kind, Problem, listed, nearest, shown};
use super::reading::{Reading, Text, Value};
use super::stated::Stated;

/// What a block or object holds.
pub(super) struct Fields<'a> {
    /// How messages call it: "a `waiver` block".
    what: String,
    /// Where it begins, to point at when something is missing.
    head: Range<usize>,
    entries: Vec<Entry<'a>>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// Keys that belong into `match`.
    inside: &'static [&'static str],
}

struct Entry<'a> {
    name: String,
    span: Range<usize>,
    item: Item<'a>,
}

#[derive(Clone, Copy)]
enum Item<'a> {
    Value(&'a Expression),
    Block(&'a Block),
}

impl<'a> Fields<'a> {
    /// The keys and blocks of the file itself.
    pub(super) fn of_body(what: &str, head: Range<usize>, body: &'a Body) -> Self {
        let entries = body.iter().map(|structure| match structure {
            Structure::Attribute(attribute) => Entry {
                name: attribute.key.as_str().to_owned(),
                span: attribute.key.span().unwrap_or_default(),
                item: Item::Value(&attribute.value),
            },
            Structure::Block(block) => Entry {
                name: block.ident.as_str().to_owned(),
                span: block.ident.span().unwrap_or_default(),
                item: Item::Block(block),
            },
        });
        let (known, missing) = (Vec::new(), Vec::new());
        let what = what.to_owned();
        Self { what, head, entries: entries.collect(), known, missing, inside: &[] }
    }

    /// The keys and blocks of a block.
    pub(super) fn of_block(block: &'a Block) -> Self {
        let name = block.ident.as_str();
        let article = if name.starts_with(['e', 'i']) { "an" } else { "a" };
        let head = block.ident.span().unwrap_or_default();
        Self::of_body(&format!("{article} `{name}` block"), head, &block.body)
    }

    /// The keys of an object such as `match = { … }`.
    pub(super) fn of_object(cx: &mut Reading<'_>, value: &Value<'a>) -> Option<Self> {
        let entries = cx.object(value)?.into_iter().map(|(name, expr)| Entry {
            name: name.value,
            span: name.span,
            item: Item::Value(expr),
        });
        let what = format!("`{}`", value.key);
        let (known, missing) = (Vec::new(), Vec::new());
        let head = value.span.clone();
        Some(Self { what, head, entries: entries.collect(), known, missing, inside: &[] })
    }

    /// Keys that are often written here and stand inside of `match`.
    pub(super) fn inside_match(&mut self, keys: &'static [&'static str]) {
        self.inside = keys;
    }

    fn take(&mut self, name: &'static str) -> Vec<Entry<'a>> {
        self.known.push(name);
        self.entries.extract_if(.., |entry| entry.name == name).collect()
    }

    /// Reads the value of a key, if it is set.
    pub(super) fn get<T>(
        &mut self,
        cx: &mut Reading<'_>,
        name: &'static str,
        read: impl FnOnce(&mut Reading<'_>, &Value<'a>) -> Option<T>,
    ) -> Option<Stated<T>> {
        let mut entries = self.take(name).into_iter();
        let first = entries.next()?;
        for again in entries {
            cx.report(Problem::duplicate(name, first.span.clone(), again.span));
        }
        match first.item {
            Item::Value(expr) => {
                let value = read(cx, &Value::new(name, expr))?;
                Some(cx.stated(value, &first.span))
            }
            Item::Block(_) => {
                cx.report(
                    Problem::invalid(format!("`{name}` is a key, not a block"))
                        .label(first.span, format!("write `{name} = …`")),
                );
                None
            }
        }
    }

    /// Reads the value of a key that has to be there.
    pub(super) fn require<T>(
        &mut self,
        cx: &mut Reading<'_>,
        name: &'static str,
        read: impl FnOnce(&mut Reading<'_>, &Value<'a>) -> Option<T>,
    ) -> Option<Stated<T>> {
        if !self.entries.iter().any(|entry| entry.name == name) {
            self.missing.push(name);
        }
        self.get(cx, name, read)
    }

    /// The block of that name, if there is one.
    pub(super) fn block(&mut self, cx: &mut Reading<'_>, name: &'static str) -> Option<&'a Block> {
        let mut blocks = self.blocks(cx, name).into_iter();
        let first = blocks.next()?;
        for again in blocks {
            let span = |block: &Block| block.ident.span().unwrap_or_default();
            cx.report(Problem::duplicate(name, span(first), span(again)));
        }
        if let Some(label) = first.labels.first() {
            cx.report(
                Problem::invalid(format!("`{name}` has no name of its own"))
                    .label(label.span().unwrap_or_default(), format!("write `{name} {{`")),
            );
        }
        Some(first)
    }

    /// All blocks of that name.
    pub(super) fn blocks(&mut self, cx: &mut Reading<'_>, name: &'static str) -> Vec<&'a Block> {
        let mut blocks = Vec::new();
        for entry in self.take(name) {
            match entry.item {
                Item::Block(block) => blocks.push(block),
                Item::Value(_) => cx.report(
                    Problem::invalid(format!("`{name}` is a block"))
                        .label(entry.span, format!("write `{name} {{ … }}`, without `=`")),
                ),
            }
        }
        blocks
    }

    /// Reports what is missing and what nobody asked for.
    pub(super) fn finish(mut self, cx: &mut Reading<'_>) {
        let allowed = format!("{} takes {}", self.what, listed(&self.known, " and "));
        // A typo in a required key is one mistake, not two.
        let meant = |entry: &Entry<'_>| nearest(&entry.name, &self.known);
        let meant: Vec<&str> = self.entries.iter().filter_map(meant).collect();
        self.missing.retain(|name| !meant.contains(name));
        if !self.missing.is_empty() {
            let missing = listed(&self.missing, " and ");
            cx.report(
                Problem::new(Kind::MissingKey, format!("{} lacks {missing}", self.what))
                    .label(self.head, format!("add {missing}"))
                    .help(format!("{allowed}; {missing} cannot be left out")),
            );
        }
        for entry in self.entries {
            let kind = match entry.item {
                Item::Value(_) => "key",
                Item::Block(_) => "block",
            };
            let [here, inside] = [&self.known, self.inside].map(|keys| nearest(&entry.name, keys));
            let label = match (here, inside) {
                (Some(name), _) => format!("did you mean `{name}`?"),
                (None, Some(key)) => format!("write `match = {{ {key} = … }}`"),
                (None, None) => "not known here".to_owned(),
            };
            cx.report(
                Problem::new(Kind::UnknownKey, format!("unknown {kind} `{}`", shown(&entry.name)))
                    .label(entry.span, label)
                    .help(allowed.clone()),
            );
        }
    }
}

impl Problem {
    /// Something that stands twice where it can stand once.
    pub(super) fn duplicate(name: &str, first: Range<usize>, again: Range<usize>) -> Self {
        Self::new(Kind::Duplicate, format!("`{}` is set twice", shown(name)))
            .label(again, "set again here")
            .label(first, "first set here")
            .help("leave one of the two out")
    }
}

/// The one label of a block such as `environment "prod"`.
pub(super) fn label(cx: &mut Reading<'_>, block: &Block, example: &str) -> Option<Text> {
    let kind = block.ident.as_str();
    let [label] = &*block.labels else {
        let span = match block.labels.get(1) {
            Some(extra) => extra.span().unwrap_or_default(),
            None => block.ident.span().unwrap_or_default(),
        };
        cx.report(
            Problem::invalid(format!("`{kind}` takes one name"))
                .label(span, format!("write `{kind} \"{example}\" {{`")),
        );
        return None;
    };
    let span = label.span().unwrap_or_default();
    let text = cx.placed(label.as_str().to_owned(), span, matches!(label, BlockLabel::String(_)));
    if text.value.trim().is_empty() {
        cx.report(
            Problem::invalid(format!("the name of this `{kind}` is empty"))
                .label(text.span, format!("for example `{example}`")),
        );
        return None;
    }
    (!cx.deceives(&text)).then_some(text)
}
