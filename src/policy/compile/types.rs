//! Type constraints, as `type = list(string)` writes them.

use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, FuncCall, ObjectKey};

use super::super::value::types::{Field, Literal, Type};

type Wrong = (Option<Range<usize>>, String);

/// Reads a type.
pub(crate) fn parse(from: &Expression) -> Result<Type, Wrong> {
    let wrong = |why: &str| Err((from.span(), why.to_owned()));
    match from {
        Expression::Variable(name) => match name.as_str() {
            "any" => Ok(Type::Any),
            "string" => Ok(Type::String),
            "number" => Ok(Type::Number),
            "bool" => Ok(Type::Bool),
            // As in early Terraform.
            "list" => Ok(Type::List(Box::new(Type::Any))),
            "map" => Ok(Type::Map(Box::new(Type::Any))),
            "set" => Ok(Type::Set(Box::new(Type::Any))),
            name => wrong(&format!("`{name}` is no type")),
        },
        // Quoted types are of Terraform 0.11, and still read.
        Expression::String(text) => match text.as_str() {
            "string" => Ok(Type::String),
            "number" => Ok(Type::Number),
            "bool" => Ok(Type::Bool),
            "any" => Ok(Type::Any),
            _ => wrong("types are written without quotes"),
        },
        Expression::Parenthesis(inner) => parse(inner.inner()),
        Expression::FuncCall(call) => constructor(call, from),
        _ => wrong("this is no type"),
    }
}

fn constructor(call: &FuncCall, from: &Expression) -> Result<Type, Wrong> {
    let name = call.name.name.as_str();
    let one = |what: &str| -> Result<&Expression, Wrong> {
        match call.args.iter().next() {
            Some(argument) if call.args.len() == 1 => Ok(argument),
            _ => Err((from.span(), format!("`{name}` takes {what}"))),
        }
    };
    match name {
        "list" => Ok(Type::List(Box::new(parse(one("one type")?)?))),
        "set" => Ok(Type::Set(Box::new(parse(one("one type")?)?))),
        "map" => Ok(Type::Map(Box::new(parse(one("one type")?)?))),
        "tuple" => {
            let items = one("a list of types")?;
            let Some(items) = items.as_array() else {
                return Err((items.span(), "`tuple` takes a list of types".into()));
            };
            items.iter().map(parse).collect::<Result<_, _>>().map(Type::Tuple)
        }
        "object" => object(one("an object of types")?),
        _ => Err((from.span(), format!("`{name}` is no type"))),
    }
}

fn object(from: &Expression) -> Result<Type, Wrong> {
    let Some(entries) = from.as_object() else {
        return Err((from.span(), "`object` takes an object of types".into()));
    };
    let mut fields = Vec::new();
    for (key, value) in entries {
        let name = match key {
            ObjectKey::Ident(name) => name.as_str().to_owned(),
            ObjectKey::Expression(key) => match key.as_str() {
                Some(name) => name.to_owned(),
                None => return Err((key.span(), "an attribute name must be plain".into())),
            },
        };
        let value = value.expr();
        let optional = value.as_func_call().filter(|call| call.name.name.as_str() == "optional");
        let (of, default) = match optional {
            None => (parse(value)?, None),
            Some(call) => {
                let mut arguments = call.args.iter();
                let Some(of) = arguments.next() else {
                    return Err((value.span(), "`optional` takes a type".into()));
                };
                let default = match arguments.next() {
                    Some(default) => Some(literal(default).ok_or_else(|| {
                        (default.span(), "a default in a type must be a constant".to_owned())
                    })?),
                    None => None,
                };
                (parse(of)?, default)
            }
        };
        fields.push(Field { name, of, optional: optional.is_some(), default });
    }
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Type::Object(fields))
}

fn literal(from: &Expression) -> Option<Literal> {
    Some(match from {
        Expression::Null(_) => Literal::Null,
        Expression::Bool(value) => Literal::Bool(*value.value()),
        Expression::Number(number) => Literal::Number(number.value().to_string()),
        Expression::String(text) => Literal::String(text.value().clone()),
        Expression::Array(items) => {
            Literal::Tuple(items.iter().map(literal).collect::<Option<_>>()?)
        }
        Expression::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let name = match key {
                    ObjectKey::Ident(name) => name.as_str().to_owned(),
                    ObjectKey::Expression(key) => key.as_str()?.to_owned(),
                };
                Some((name, literal(value.expr())?))
            });
            Literal::Object(entries.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}
