//! Templates, and the messages of policies.
//!
//! A message may mention what is sensitive or not known yet. Elsewhere that makes the whole
//! string sensitive or unknown; a message is for people, so only the part is replaced.

use super::super::source::Span;
use super::super::syntax::{Expr, Kind, Part};
use super::super::value::convert::{to_bool, to_text};
use super::super::value::{Data, Unknown, Value};
use super::loops::{Walk, walk};
use super::{Eval, Fault, Outcome};

/// What stands for a sensitive part of a message.
const SENSITIVE: &str = "(sensitive value)";
/// What stands for an unknown part, in Terraform's words.
const UNKNOWN: &str = "(known after apply)";

/// A template on its way to being a string.
struct Draft<'a> {
    text: String,
    unknown: Option<Unknown<'a>>,
    marked: bool,
    message: bool,
}

impl<'a> Eval<'a, '_> {
    pub(super) fn template(&mut self, parts: &'a [Part], span: Span) -> Outcome<'a> {
        let mut draft = Draft { text: String::new(), unknown: None, marked: false, message: false };
        self.parts(parts, &mut draft)?;
        self.spend(draft.text.len() / 8, span)?;
        let value = match draft.unknown {
            Some(unknown) => Data::Unknown(unknown).into(),
            None => Value::string(draft.text),
        };
        Ok(value.with_mark(draft.marked))
    }

    /// The text of an `error_message` or `info_message`.
    pub(crate) fn message(&mut self, expr: &'a Expr) -> Result<String, Fault<'a>> {
        if let Kind::Template(parts) = &expr.kind {
            let mut draft =
                Draft { text: String::new(), unknown: None, marked: false, message: true };
            self.parts(parts, &mut draft)?;
            return Ok(draft.text);
        }
        let value = self.eval(expr)?;
        let mut unknown = None;
        if value.survey(&mut unknown) {
            return Ok(SENSITIVE.into());
        }
        if unknown.is_some() {
            return Ok(UNKNOWN.into());
        }
        let text = to_text(&value).map_err(|why| Fault::new(expr.span, why))?;
        Ok(text.to_string())
    }

    fn parts(&mut self, parts: &'a [Part], draft: &mut Draft<'a>) -> Result<(), Fault<'a>> {
        for part in parts {
            match part {
                Part::Text(text) => draft.text.push_str(text),
                Part::Value(expr) => {
                    let value = self.eval(expr)?;
                    add(draft, &value, expr.span)?;
                    self.spend(draft.text.len() / 64, expr.span)?;
                }
                Part::If { condition, yes, no } => {
                    let value = self.eval(condition)?;
                    draft.marked |= value.marked;
                    if let Some(cause) = value.as_unknown() {
                        Unknown::join(&mut draft.unknown, cause);
                        continue;
                    }
                    let chosen = to_bool(&value)
                        .map_err(|why| Fault::new(condition.span, format!("`%{{ if }}`: {why}")))?;
                    self.parts(if chosen { yes } else { no }, draft)?;
                }
                Part::For { collection, parts } => {
                    let value = self.eval(collection)?;
                    draft.marked |= value.marked;
                    let pairs = match walk(&value, collection.span)? {
                        Walk::Pairs(pairs) => pairs,
                        Walk::Unknown(cause) => {
                            Unknown::join(&mut draft.unknown, &cause);
                            continue;
                        }
                    };
                    for (key, value) in pairs {
                        self.variables.push(key);
                        self.variables.push(value);
                        let step = self.parts(parts, draft);
                        self.variables.pop();
                        self.variables.pop();
                        step?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn add<'a>(draft: &mut Draft<'a>, value: &Value<'a>, span: Span) -> Result<(), Fault<'a>> {
    if draft.message && value.marked {
        draft.text.push_str(SENSITIVE);
        return Ok(());
    }
    draft.marked |= value.marked;
    if let Some(cause) = value.as_unknown() {
        draft.text.push_str(UNKNOWN);
        Unknown::join(&mut draft.unknown, cause);
        return Ok(());
    }
    if value.is_null() {
        let note = "this part of the string is null; a string cannot hold null";
        return Err(Fault::new(span, note));
    }
    match &value.data {
        Data::String(text) => draft.text.push_str(text),
        _ => {
            let text = to_text(value)
                .map_err(|why| Fault::new(span, format!("this part of the string: {why}")))?;
            draft.text.push_str(&text);
        }
    }
    Ok(())
}
