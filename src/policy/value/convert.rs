//! Conversions, with Terraform's rules: numbers and bools become strings and back, sequences
//! and mappings change their sort, nothing else does.

use std::borrow::Cow;

use super::equal::distinct;
use super::types::Type;
use super::{Data, Dict, Num, Seq, Text, Value};

/// Why a value cannot be had as another type, in words.
pub(crate) type Refusal = Cow<'static, str>;

/// A number, from a number or a numeric string.
pub(crate) fn to_number(value: &Value<'_>) -> Result<Num, Refusal> {
    match &value.data {
        Data::Number(number) => Ok(number.clone()),
        Data::String(text) => Num::parse(text).ok_or(Cow::Borrowed("a number is required")),
        Data::Null => Err(Cow::Borrowed("a number is required, not null")),
        Data::Unknown(_) | Data::Bool(_) | Data::Seq(..) | Data::Dict(..) | Data::View(_) => {
            Err(Cow::Owned(format!("a number is required, not {}", article(value.noun()))))
        }
    }
}

/// A bool, from a bool or `"true"` and `"false"`.
pub(crate) fn to_bool(value: &Value<'_>) -> Result<bool, Refusal> {
    match &value.data {
        Data::Bool(value) => Ok(*value),
        Data::String(text) => match &**text {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(Cow::Borrowed("a bool is required")),
        },
        Data::Null => Err(Cow::Borrowed("a bool is required, not null")),
        Data::Unknown(_) | Data::Number(_) | Data::Seq(..) | Data::Dict(..) | Data::View(_) => {
            Err(Cow::Owned(format!("a bool is required, not {}", article(value.noun()))))
        }
    }
}

/// A string, from any primitive.
pub(crate) fn to_text<'a>(value: &Value<'a>) -> Result<Text<'a>, Refusal> {
    match &value.data {
        Data::String(text) => Ok(text.clone()),
        Data::Number(number) => Ok(number.to_string().into()),
        Data::Bool(true) => Ok("true".into()),
        Data::Bool(false) => Ok("false".into()),
        Data::Null => Err(Cow::Borrowed("a string is required, not null")),
        Data::Unknown(_) | Data::Seq(..) | Data::Dict(..) | Data::View(_) => {
            Err(Cow::Owned(format!("a string is required, not {}", article(value.noun()))))
        }
    }
}

pub(crate) fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    if noun == "null" { noun.into() } else { format!("{} {noun}", if vowel { "an" } else { "a" }) }
}

/// `value` as `of`. Null and unknown fit every type.
pub(crate) fn convert<'a>(value: &Value<'a>, of: &Type) -> Result<Value<'a>, Refusal> {
    let marked = value.marked;
    if matches!(value.data, Data::Null | Data::Unknown(_)) {
        return Ok(value.clone());
    }
    let converted = match of {
        Type::Any => return Ok(value.clone()),
        Type::Bool => Value::bool(to_bool(value)?),
        Type::Number => Value::number(to_number(value)?),
        Type::String => Value::string(to_text(value)?),
        Type::List(of) => sequence(value, Seq::List, of)?,
        Type::Set(of) => sequence(value, Seq::Set, of)?,
        Type::Map(of) => mapping(value, of)?,
        Type::Tuple(types) => {
            let items = value.items().ok_or_else(|| wrong(value, of))?;
            if items.len() != types.len() {
                return Err(wrong(value, of));
            }
            let items: Result<Vec<_>, _> =
                items.iter().zip(types).map(|(item, of)| convert(&item, of)).collect();
            Value::tuple(items?)
        }
        Type::Object(fields) => {
            let given = value.fields().ok_or_else(|| wrong(value, of))?;
            let mut entries = Vec::with_capacity(fields.len());
            for field in fields {
                let found = given.get(&field.name);
                let found = match found {
                    Some(found) if !(found.is_null() && field.default.is_some()) => found,
                    Some(_) | None if field.optional => {
                        field.default.as_ref().map_or(Value::NULL, super::types::Literal::value)
                    }
                    Some(found) => found,
                    None => {
                        return Err(Cow::Owned(format!("attribute `{}` is required", field.name)));
                    }
                };
                let found = convert(&found, &field.of)
                    .map_err(|why| Cow::Owned(format!("attribute `{}`: {why}", field.name)))?;
                entries.push((field.name.clone().into(), found));
            }
            Value::dict(Dict::Object, entries)
        }
    };
    Ok(converted.with_mark(marked))
}

fn wrong(value: &Value<'_>, of: &Type) -> Refusal {
    Cow::Owned(format!("{} is required, not {}", article(&of.show()), article(value.noun())))
}

fn sequence<'a>(value: &Value<'a>, kind: Seq, of: &Type) -> Result<Value<'a>, Refusal> {
    let Some(items) = value.items() else {
        let wanted = if kind == Seq::Set { "a set is required" } else { "a list is required" };
        return Err(Cow::Owned(format!("{wanted}, not {}", article(value.noun()))));
    };
    let items = alike(items.to_vec(), of)?;
    Ok(match kind {
        Seq::Set => set(items),
        Seq::Tuple | Seq::List | Seq::Plan => Value::seq(kind, items),
    })
}

/// Converts all to `of`, or, for `any`, to the one type that they share.
pub(crate) fn alike<'a>(items: Vec<Value<'a>>, of: &Type) -> Result<Vec<Value<'a>>, Refusal> {
    let shared = if *of == Type::Any {
        let types: Vec<_> = items.iter().map(Type::of).collect();
        if types.iter().all(|of| *of == types[0]) {
            return Ok(items);
        }
        Type::unify(&types).ok_or(Cow::Borrowed("all elements must have the same type"))?
    } else {
        of.clone()
    };
    if shared == Type::Any {
        return Ok(items);
    }
    items.iter().map(|item| convert(item, &shared)).collect()
}

fn mapping<'a>(value: &Value<'a>, of: &Type) -> Result<Value<'a>, Refusal> {
    let Some(fields) = value.fields() else {
        return Err(Cow::Owned(format!("a map is required, not {}", article(value.noun()))));
    };
    let (keys, values): (Vec<_>, Vec<_>) = fields.iter().unzip();
    let values = alike(values, of)?;
    Ok(Value::dict(Dict::Map, keys.into_iter().zip(values).collect()))
}

/// A set: each value once, in Terraform's order (strings by bytes, numbers by size).
pub(crate) fn set(items: Vec<Value<'_>>) -> Value<'_> {
    let mut items = distinct(items);
    items.sort_by(order);
    Value::seq(Seq::Set, items)
}

fn order(a: &Value<'_>, b: &Value<'_>) -> std::cmp::Ordering {
    match (&a.data, &b.data) {
        (Data::String(x), Data::String(y)) => (**x).cmp(&**y),
        (Data::Number(x), Data::Number(y)) => x.cmp(y),
        (Data::Bool(x), Data::Bool(y)) => x.cmp(y),
        (x, y) => {
            // Nulls sort last; everything else by the text that cty hashes.
            let null = matches!(x, Data::Null).cmp(&matches!(y, Data::Null));
            null.then_with(|| super::show::hashed(a).cmp(&super::show::hashed(b)))
        }
    }
}
