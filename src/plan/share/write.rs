//! Writes what may be told of a plan.

use std::io::Write;

use super::grammar::At;
use super::placeholder::{Numbers, Placeholders};
use super::secret::Names;
use super::walk::Guest;
use super::{ShareError, Wishes};
use crate::plan::json::{Json, Object};
use crate::plan::redact::names_a_secret;

/// How the value at hand is written.
#[derive(Clone, Copy)]
struct Scope {
    /// Its keys are secret too.
    secret: bool,
    /// It is kept, by wish.
    keep: bool,
    /// Keys above it.
    depth: usize,
    /// Its keys are names of arguments and blocks, which are never secret.
    names: bool,
}

/// How the value under a key is written.
type WriteEntry<'f, W> =
    &'f mut dyn FnMut(&mut W, &str, &Json<'_>, Scope) -> Result<(), ShareError>;

/// Writes a plan as it is shown to it.
pub(super) struct Writer<'w> {
    secrets: Names,
    wishes: &'w Wishes,
    placeholders: Placeholders,
    out: &'w mut dyn Write,
}

impl<'w> Writer<'w> {
    pub fn new(
        secrets: Names,
        numbers: Numbers,
        wishes: &'w Wishes,
        out: &'w mut dyn Write,
    ) -> Self {
        Self { secrets, wishes, placeholders: Placeholders::new(numbers), out }
    }

    pub fn end(&mut self) -> Result<(), ShareError> {
        self.out.write_all(b"\n")?;
        self.out.flush()?;
        Ok(())
    }

    fn raw(&mut self, text: &str) -> Result<(), ShareError> {
        self.out.write_all(text.as_bytes())?;
        Ok(())
    }

    /// A string of JSON. `##` is broken, so that no runner takes `##[…]` for a command.
    fn string(&mut self, text: &str) -> Result<(), ShareError> {
        let text = serde_json::Value::from(text).to_string();
        self.raw(&text.replace("##", "#\\u0023"))
    }

    fn list<T>(
        &mut self,
        items: &[T],
        write: &mut dyn FnMut(&mut Self, &T) -> Result<(), ShareError>,
    ) -> Result<(), ShareError> {
        self.raw("[")?;
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                self.raw(",")?;
            }
            write(self, item)?;
        }
        self.raw("]")
    }

    fn object(
        &mut self,
        json: &Json<'_>,
        scope: Scope,
        write: WriteEntry<'_, Self>,
    ) -> Result<(), ShareError> {
        self.raw("{")?;
        let entries = json.as_object().into_iter().flat_map(Object::iter);
        for (n, (key, value)) in entries.enumerate() {
            if n > 0 {
                self.raw(",")?;
            }
            let secret = scope.secret || (self.secrets.covers_all() && scope.depth > 0);
            let hidden = secret && !scope.names;
            let shown = if hidden { self.placeholders.text(key) } else { key.to_owned() };
            self.string(&shown)?;
            self.raw(":")?;
            let secret = scope.secret || self.secrets.covers(key);
            let wished = scope.keep || self.wishes.keep.is_match(key);
            let keep = wished && !secret && !self.secrets.covers_all() && !names_a_secret(key);
            write(self, key, value, Scope { secret, keep, depth: scope.depth + 1, ..scope })?;
        }
        self.raw("}")
    }

    /// A value. What says little is kept where nothing marks it: null, flags, the empty
    /// text, and the numbers -1, 0 and 1, which rules tell "off", "one" and "all" by.
    fn value(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        match json {
            Json::Null => self.raw("null"),
            Json::Bool(value) => self.raw(if *value && !scope.secret { "true" } else { "false" }),
            Json::Number(number) if scope.keep => self.raw(number.text()),
            Json::Number(number) => {
                let text = number.text();
                let placeholder = if scope.secret {
                    self.placeholders.secret_number(text)
                } else {
                    self.placeholders.number(text)
                };
                self.out.write_all(placeholder.as_bytes())?;
                Ok(())
            }
            Json::String(text) if scope.keep => self.string(text),
            Json::String(text) => {
                let placeholder = self.placeholders.text(text);
                self.string(&placeholder)
            }
            Json::Array(items) => self.list(items, &mut |this, item| this.value(item, scope)),
            Json::Object(_) => {
                self.object(json, scope, &mut |this, _, value, scope| this.value(value, scope))
            }
        }
    }

    /// Which parts of a value are covered: the same keys as in the value.
    fn mask(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        match json {
            Json::Bool(value) => self.raw(if *value { "true" } else { "false" }),
            Json::Array(items) => self.list(items, &mut |this, item| this.mask(item, scope)),
            Json::Object(_) => {
                self.object(json, scope, &mut |this, _, value, scope| this.mask(value, scope))
            }
            Json::Null | Json::Number(_) | Json::String(_) => self.value(json, scope),
        }
    }

    /// Words and flags, as they are.
    fn word(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        match json {
            Json::String(text) => self.string(text),
            Json::Number(number) => self.raw(number.text()),
            Json::Bool(value) => self.raw(if *value { "true" } else { "false" }),
            Json::Array(items) => self.list(items, &mut |this, item| this.word(item, scope)),
            Json::Null | Json::Object(_) => self.value(json, scope),
        }
    }

    /// Addresses and references; their instance keys where they are wished away.
    fn address(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        match json {
            Json::String(text) => {
                let shown = self.without_keys(text);
                self.string(&shown)
            }
            Json::Array(items) => self.list(items, &mut |this, item| this.address(item, scope)),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => {
                self.value(json, scope)
            }
        }
    }

    /// `a.b["key"]` as `a.b["redacted-1"]`, wherever quotes stand in brackets.
    fn without_keys(&mut self, text: &str) -> String {
        if !self.wishes.hide_keys {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("[\"") {
            let (before, quoted) = rest.split_at(at + 2);
            out.push_str(before);
            let end = end_of_quoted(quoted);
            out.push_str(&self.placeholders.text(&quoted[..end]));
            rest = &quoted[end..];
        }
        out.push_str(rest);
        out
    }

    /// Instance keys: numbers say little, texts are kept as in the address.
    fn key(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        if self.wishes.hide_keys { self.value(json, scope) } else { self.word(json, scope) }
    }

    /// Where a module comes from, and its version: paths and names of a registry, but no
    /// address that could hold credentials.
    fn source(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        let plain = |c: char| c.is_alphanumeric() || "./_-~<>=!, ".contains(c);
        match json.as_str() {
            Some(text) if text.chars().all(plain) => self.string(text),
            _ => self.value(json, scope),
        }
    }

    /// A path: a name, and keys after it that may be secret.
    fn path(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        let Some(steps) = json.as_array() else { return self.value(json, scope) };
        let (mut secret, mut depth) = (scope.secret, 0);
        self.list(steps, &mut |this, step| match step {
            Json::Array(_) => this.path(step, scope),
            Json::String(name) => {
                let hidden = secret || (this.secrets.covers_all() && depth > 0);
                let shown = if hidden { this.placeholders.text(name) } else { name.to_string() };
                secret = secret || this.secrets.covers(name);
                depth += 1;
                this.string(&shown)
            }
            Json::Number(number) => this.raw(number.text()),
            Json::Null | Json::Bool(_) | Json::Object(_) => this.value(step, scope),
        })
    }

    /// An expression: its constants are values, its references are names.
    fn expression(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        match json {
            Json::Array(items) => self.list(items, &mut |this, item| this.expression(item, scope)),
            Json::Object(_) => self.object(json, scope, &mut |this, key, value, scope| {
                let texts = |items: &[Json<'_>]| items.iter().all(|item| item.as_str().is_some());
                if key == "references" && value.as_array().is_some_and(texts) {
                    this.address(value, scope)
                } else if key == "constant_value" {
                    this.value(value, Scope { names: false, ..scope })
                } else {
                    this.expression(value, scope)
                }
            }),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
                self.value(json, scope)
            }
        }
    }

    /// The type of a value: words of the type language, keys as in the value.
    fn kind(&mut self, json: &Json<'_>, scope: Scope) -> Result<(), ShareError> {
        const WORDS: [&str; 9] =
            ["string", "number", "bool", "dynamic", "list", "set", "map", "object", "tuple"];
        match json {
            Json::String(text) if WORDS.contains(&&**text) => self.string(text),
            Json::Array(items) => self.list(items, &mut |this, item| this.kind(item, scope)),
            Json::Object(_) => {
                self.object(json, scope, &mut |this, _, value, scope| this.kind(value, scope))
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
                self.value(json, scope)
            }
        }
    }
}

/// Where the quoted text ends: at the first quote that is not escaped.
fn end_of_quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

impl Guest for Writer<'_> {
    fn bracket(&mut self, bracket: char) -> Result<(), ShareError> {
        self.raw(bracket.encode_utf8(&mut [0; 4]))
    }

    fn next(&mut self, first: bool, key: Option<&str>) -> Result<(), ShareError> {
        if !first {
            self.raw(",")?;
        }
        let Some(key) = key else { return Ok(()) };
        self.string(key)?;
        self.raw(":")
    }

    fn leaf(&mut self, at: At, name: Option<&str>, json: &Json<'_>) -> Result<(), ShareError> {
        let secret = name.is_some_and(|name| self.secrets.covers(name));
        let keep = name.is_some_and(|name| {
            self.wishes.keep.is_match(name) && !secret && !names_a_secret(name)
        });
        let names = at == At::Expression;
        let scope = Scope { secret, keep, depth: usize::from(name.is_some()), names };
        match at {
            At::Word | At::Flag => self.word(json, scope),
            At::Address => self.address(json, scope),
            At::Key => self.key(json, scope),
            At::Source => self.source(json, scope),
            At::Expression => self.expression(json, scope),
            At::Path => self.path(json, scope),
            At::Type => self.kind(json, scope),
            At::Unknown | At::Sensitive => self.mask(json, scope),
            At::Plan
            | At::Variable
            | At::State
            | At::Values
            | At::StateModule
            | At::Object
            | At::Output
            | At::Change
            | At::Body
            | At::Importing
            | At::Deferred
            | At::Action
            | At::DeferredAction
            | At::Trigger
            | At::Configuration
            | At::Provider
            | At::Module
            | At::Resource
            | At::Provisioner
            | At::Call
            | At::DeclaredVariable
            | At::DeclaredOutput
            | At::Relevant
            | At::Check
            | At::Instance
            | At::CheckAddress
            | At::Problem
            | At::Condition
            | At::Variables
            | At::Outputs
            | At::OutputChanges
            | At::Providers
            | At::Calls
            | At::DeclaredVariables
            | At::DeclaredOutputs
            | At::Value => self.value(json, scope),
        }
    }
}
