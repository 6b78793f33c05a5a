//! The `comply` and `import` blocks.

use std::fmt;

use hcl_edit::structure::Block;

use super::fields::Fields;
use super::problem::{Problem, shown};
use super::quote::quote;
use super::reading::{Reading, Text, Value};
use super::stated::{Stated, nearer};

/// The `comply` block: which policies are judged, with which inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comply {
    /// Directories of own policies, relative to the configuration file.
    pub policies: Option<Stated<Vec<String>>>,
    /// Values for the inputs that policies declare.
    pub inputs: Option<Stated<Vec<(String, Literal)>>>,
    /// Names of policy packs.
    pub packs: Option<Stated<Vec<String>>>,
    /// Whether the built-in policies are judged.
    pub default_policies: Option<Stated<bool>>,
    pub(super) origins: Vec<String>,
}

impl Comply {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let comply = Self {
            policies: fields.get(cx, "policies", |cx, value| names(cx, value, "directory")),
            inputs: fields.get(cx, "inputs", pairs),
            packs: fields.get(cx, "packs", |cx, value| names(cx, value, "pack")),
            default_policies: fields.get(cx, "default_policies", |cx, value| cx.bool(value)),
            origins: vec![cx.block_origin(block)],
        };
        fields.finish(cx);
        comply
    }

    pub(super) fn over(&self, far: &Self) -> Self {
        Self {
            policies: nearer(self.policies.as_ref(), far.policies.as_ref()),
            inputs: nearer(self.inputs.as_ref(), far.inputs.as_ref()),
            packs: nearer(self.packs.as_ref(), far.packs.as_ref()),
            default_policies: nearer(self.default_policies.as_ref(), far.default_policies.as_ref()),
            origins: far.origins.iter().chain(&self.origins).cloned().collect(),
        }
    }
}

/// The `import` block: how to tell what belongs to this configuration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Tags that existing resources carry when they are ours.
    pub tags: Option<Stated<Vec<(String, String)>>>,
}

impl Import {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let tags = fields.get(cx, "tags", tags);
        fields.finish(cx);
        Self { tags }
    }

    pub(super) fn over(&self, far: &Self) -> Self {
        Self { tags: nearer(self.tags.as_ref(), far.tags.as_ref()) }
    }
}

/// A plain value, as handed to a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    String(String),
    /// `[a, b]`
    List(Vec<Literal>),
    /// `{ name = value }`, in the order of the file.
    Object(Vec<(String, Literal)>),
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = |n: usize| if n == 0 { "" } else { ", " };
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Number(digits) => f.write_str(digits),
            Self::String(text) => f.write_str(&quote(text)),
            Self::List(list) => {
                f.write_str("[")?;
                for (n, item) in list.iter().enumerate() {
                    write!(f, "{}{item}", comma(n))?;
                }
                f.write_str("]")
            }
            Self::Object(object) => {
                f.write_str("{")?;
                for (n, (name, item)) in object.iter().enumerate() {
                    write!(f, "{}{} = {item}", comma(n), quote(name))?;
                }
                f.write_str("}")
            }
        }
    }
}

impl Literal {
    fn read(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Self> {
        let expr = value.expr;
        if let Some(list) = expr.as_array() {
            let item = |item| Self::read(cx, &Value::new(value.key, item));
            // Every item is read, so that every problem is found.
            let items: Vec<_> = list.iter().map(item).collect();
            return items.into_iter().collect::<Option<_>>().map(Self::List);
        }
        if let Some(truth) = expr.as_bool() {
            Some(Self::Bool(truth))
        } else if expr.is_null() {
            Some(Self::Null)
        } else if expr.is_number() {
            cx.number(value, "a number").map(|number| Self::Number(number.to_string()))
        } else if expr.is_object() {
            pairs(cx, value).map(Self::Object)
        } else {
            cx.text(value, "a plain value").map(|text| Self::String(text.value))
        }
    }
}

fn pairs(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<(String, Literal)>> {
    let pairs = cx.object(value)?.into_iter().map(|(name, expr)| {
        Literal::read(cx, &Value::new(&name.value, expr)).map(|value| (name.value.clone(), value))
    });
    let pairs: Vec<_> = pairs.collect();
    pairs.into_iter().collect()
}

fn tags(cx: &mut Reading<'_>, value: &Value<'_>) -> Option<Vec<(String, String)>> {
    let mut tags = Vec::new();
    for (name, expr) in cx.object(value)? {
        let text: Option<Text> = cx.text(&Value::new(&name.value, expr), "a string");
        tags.extend(text.map(|text| (name.value.clone(), text.value)));
    }
    Some(tags)
}

/// A list of names, none of them empty or said twice.
pub(super) fn names(cx: &mut Reading<'_>, value: &Value<'_>, what: &str) -> Option<Vec<String>> {
    let mut names: Vec<Text> = Vec::new();
    for text in cx.texts(value)? {
        if text.value.trim().is_empty() {
            cx.report(
                Problem::invalid(format!("this {what} has no name"))
                    .label(text.span, "this is empty"),
            );
        } else if let Some(first) = names.iter().find(|known| known.value == text.value) {
            cx.report(Problem::duplicate(&shown(&text.value), first.span.clone(), text.span));
        } else {
            names.push(text);
        }
    }
    Some(names.into_iter().map(|text| text.value).collect())
}
