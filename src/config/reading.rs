//! Plain values out of HCL expressions, with a problem for each that is not what it should be.
//!
//! Configuration is data: what a gate means must be readable from the file alone, so there
//! are no references, functions or templates to evaluate.

use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ObjectKey};
use hcl_edit::template::{Element, Template};
use rust_decimal::Decimal;

use super::problem::{Problem, listed, nearest, shown};
use super::source::Source;
use super::stated::Stated;
use crate::plan::text::is_hostile;

/// A file being read: its text, what was found wrong so far, and what blocks need to know
/// of the rest of the file.
pub(super) struct Reading<'a> {
    pub(super) source: &'a Source,
    pub(super) problems: Vec<Problem>,
    /// Names of all environments of the file, for the waivers that name one.
    pub(super) environments: Vec<String>,
    /// The environment being read.
    pub(super) environment: Option<String>,
    /// What the waivers so far apply to, to find two that say the same.
    pub(super) waivers: Vec<(String, Range<usize>)>,
}

/// The value of a key.
pub(super) struct Value<'a> {
    pub(super) key: &'a str,
    pub(super) expr: &'a Expression,
    pub(super) span: Range<usize>,
}

/// A string with its place.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) span: Range<usize>,
    /// Where the content begins, if it stands in the file as it is, without escapes.
    verbatim: Option<usize>,
}

impl Text {
    /// The place of byte `at` of the string; the whole string when escapes moved it.
    pub(super) fn at(&self, at: usize) -> Range<usize> {
        match (self.verbatim, self.value.get(at..).and_then(|rest| rest.chars().next())) {
            (Some(start), Some(c)) => start + at..start + at + c.len_utf8(),
            (Some(start), None) if at == self.value.len() => start + at..start + at + 1,
            _ => self.span.clone(),
        }
    }
}

impl<'a> Value<'a> {
    pub(super) fn new(key: &'a str, expr: &'a Expression) -> Self {
        Self { key, expr, span: expr.span().unwrap_or_default() }
    }

    fn element<'b>(&'b self, expr: &'b Expression) -> Value<'b> {
        Value::new(self.key, expr)
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        let (problems, waivers) = (Vec::new(), Vec::new());
        Self { source, problems, environments: Vec::new(), environment: None, waivers }
    }

    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(super) fn stated<T>(&self, value: T, span: &Range<usize>) -> Stated<T> {
        Stated { value, origin: self.source.origin(span.start) }
    }

    /// Reports that the value is not what its key takes; `wanted` completes "must be …".
    pub(super) fn mistyped(&mut self, value: &Value<'_>, wanted: &str) {
        let found = match value.expr {
            Expression::Null(_) => "null sets nothing; leave the key out instead",
            Expression::Bool(_) => "this is a boolean",
            Expression::Number(_) => "this is a number",
            Expression::String(_) => "this is a string",
            Expression::Array(_) => "this is a list",
            Expression::Object(_) => "this is an object",
            Expression::HeredocTemplate(_) | Expression::StringTemplate(_)
                if value.expr.as_template().is_some_and(|t| joined(t).is_some()) =>
            {
                "this is a string"
            }
            Expression::StringTemplate(_)
            | Expression::HeredocTemplate(_)
            | Expression::Parenthesis(_)
            | Expression::Variable(_)
            | Expression::Conditional(_)
            | Expression::FuncCall(_)
            | Expression::Traversal(_)
            | Expression::UnaryOp(_)
            | Expression::BinaryOp(_)
            | Expression::ForExpr(_) => return self.not_plain(value, wanted),
        };
        self.report(
            Problem::invalid(format!("`{}` must be {wanted}", value.key))
                .label(value.span.clone(), found),
        );
    }

    fn not_plain(&mut self, value: &Value<'_>, wanted: &str) {
        let mut help = format!("`{}` must be {wanted}", value.key);
        if value.expr.is_variable() {
            help.push_str("; text is written in quotes");
        }
        if value.expr.is_template() {
            help.push_str("; a `$` or `%` before `{` is written twice to stand for itself");
        }
        self.report(
            Problem::invalid(format!("`{}` must be a plain value", value.key))
                .label(value.span.clone(), "nothing is evaluated here")
                .help(help),
        );
    }

    pub(super) fn text(&mut self, value: &Value<'_>, wanted: &str) -> Option<Text> {
        if let Some(text) = value.expr.as_str() {
            return Some(self.placed(text.to_owned(), value.span.clone(), true));
        }
        let Some(text) = value.expr.as_template().and_then(joined) else {
            self.mistyped(value, wanted);
            return None;
        };
        Some(self.placed(text, value.span.clone(), false))
    }

    /// A text with the place of its content, for those that stand in plain quotes.
    pub(super) fn placed(&self, value: String, span: Range<usize>, quoted: bool) -> Text {
        let inner = span.start + 1..span.end.saturating_sub(1).max(span.start + 1);
        let verbatim = (quoted && self.source.slice(inner) == value).then_some(span.start + 1);
        Text { value, span, verbatim }
    }

    /// A string that says something.
    pub(super) fn filled(&mut self, value: &Value<'_>, help: &str) -> Option<String> {
        let text = self.text(value, "a string")?;
        let content = text.value.trim();
        if content.is_empty() {
            self.report(
                Problem::invalid(format!("`{}` is empty", value.key))
                    .label(text.span, "fill this in")
                    .help(help),
            );
            return None;
        }
        if self.deceives(&text) {
            return None;
        }
        Some(content.to_owned())
    }

    /// Reports text that would play tricks on a terminal: names and reasons are shown.
    pub(super) fn deceives(&mut self, text: &Text) -> bool {
        let hostile = |c: char| is_hostile(c) && !c.is_ascii_whitespace();
        let Some((at, c)) = text.value.char_indices().find(|(_, c)| hostile(*c)) else {
            return false;
        };
        let message = format!("an invisible or control character, U+{:04X}", u32::from(c));
        self.report(
            Problem::invalid(format!("this text holds {message}"))
                .label(text.at(at), "leave it out"),
        );
        true
    }

    /// A list of strings; elements that are none are reported and left out.
    pub(super) fn texts(&mut self, value: &Value<'_>) -> Option<Vec<Text>> {
        let Expression::Array(list) = value.expr else {
            self.mistyped(value, "a list of strings");
            return None;
        };
        let elements = list.iter().map(|expr| value.element(expr));
        Some(elements.filter_map(|element| self.text(&element, "a list of strings")).collect())
    }

    /// One string, or a list with at least one.
    pub(super) fn one_or_more(&mut self, value: &Value<'_>) -> Option<Vec<Text>> {
        let Some(list) = value.expr.as_array() else {
            return Some(vec![self.text(value, "a string or a list of strings")?]);
        };
        if list.is_empty() {
            self.report(
                Problem::invalid(format!("`{}` is an empty list", value.key))
                    .label(value.span.clone(), "nothing can match this")
                    .help("leave the key out if it should not matter"),
            );
            return None;
        }
        self.texts(value)
    }

    pub(super) fn bool(&mut self, value: &Value<'_>) -> Option<bool> {
        let found = value.expr.as_bool();
        if found.is_none() {
            self.mistyped(value, "`true` or `false`");
        }
        found
    }

    /// A number, exactly as it is written: HCL's own numbers are floats.
    pub(super) fn number(&mut self, value: &Value<'_>, wanted: &str) -> Option<Decimal> {
        let Expression::Number(_) = value.expr else {
            self.mistyped(value, wanted);
            return None;
        };
        let digits: String = self.source.slice(value.span.clone()).split_whitespace().collect();
        let number = if digits.contains(['e', 'E']) {
            Decimal::from_scientific(&digits)
        } else {
            Decimal::from_str_exact(&digits)
        };
        if number.is_err() {
            self.report(
                Problem::invalid(format!("`{}` must be {wanted}", value.key))
                    .label(value.span.clone(), "this number is too large or too precise"),
            );
        }
        number.ok()
    }

    /// One word of a closed set; `what` completes "is no …".
    pub(super) fn word<T: Copy>(
        &mut self,
        value: &Value<'_>,
        what: &str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        let text = self.text(value, &listed(&names, " or "))?;
        let found = words.iter().find(|(name, _)| *name == text.value).map(|(_, word)| *word);
        if found.is_none() {
            let label = match nearest(&text.value, &names) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("no such {what}"),
            };
            self.report(
                Problem::invalid(format!("`{}` is no {what}", shown(&text.value)))
                    .label(text.span, label)
                    .help(format!("`{}` is {}", value.key, listed(&names, " or "))),
            );
        }
        found
    }

    /// The keys and values of an object whose keys are the user's own.
    pub(super) fn object<'v>(&mut self, value: &Value<'v>) -> Option<Vec<(Text, &'v Expression)>> {
        let Expression::Object(object) = value.expr else {
            self.mistyped(value, "an object: { name = value }");
            return None;
        };
        let mut pairs: Vec<(Text, &Expression)> = Vec::new();
        for (key, item) in object {
            let Some(name) = self.object_key(value.key, key) else { continue };
            if let Some((first, _)) = pairs.iter().find(|(known, _)| known.value == name.value) {
                self.report(Problem::duplicate(&name.value, first.span.clone(), name.span));
                continue;
            }
            pairs.push((name, item.expr()));
        }
        Some(pairs)
    }

    fn object_key(&mut self, of: &str, key: &ObjectKey) -> Option<Text> {
        let span = key.span().unwrap_or_default();
        match key {
            ObjectKey::Ident(name) => Some(self.placed(name.as_str().to_owned(), span, false)),
            ObjectKey::Expression(expr) => {
                let name = expr.as_str().map(|name| self.placed(name.to_owned(), span, true));
                if name.is_none() {
                    self.mistyped(&Value::new(of, expr), "an object whose keys are names");
                }
                name
            }
        }
    }
}

/// The text of a template in which nothing is to be filled in.
pub(super) fn joined(template: &Template) -> Option<String> {
    template
        .iter()
        .map(|element| match element {
            Element::Literal(text) => Some(text.as_str()),
            Element::Interpolation(_) | Element::Directive(_) => None,
        })
        .collect()
}
