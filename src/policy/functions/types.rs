//! Functions of types and of the sensitive mark.

use super::super::value::convert::convert;
use super::super::value::types::Type;
use super::super::value::{Data, Value};
use super::{Outcome, Tools};

pub(super) fn tolist<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    convert(&args[0], &Type::List(Box::new(Type::Any)))
}

pub(super) fn toset<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    tools.spend(args[0].items().map_or(0, |items| items.len()))?;
    convert(&args[0], &Type::Set(Box::new(Type::Any)))
}

pub(super) fn issensitive<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::bool(args[0].marked))
}

pub(super) fn sensitive<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(args[0].clone().with_mark(true))
}

pub(super) fn nonsensitive<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut value = args[0].clone();
    value.marked = false;
    if let Data::View(view) = &mut value.data {
        view.unmark();
    }
    Ok(value)
}

/// The type in Terraform's notation. (Terraform's own `type` works in its console only.)
pub(super) fn type_of<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let value = &args[0];
    let shown = match &value.data {
        Data::Unknown(_) | Data::Null => "dynamic".to_owned(),
        Data::Bool(_)
        | Data::Number(_)
        | Data::String(_)
        | Data::Seq(..)
        | Data::Dict(..)
        | Data::View(_) => match Type::of(value) {
            Type::Any => value.noun().to_owned(),
            of => of.show(),
        },
    };
    Ok(Value::string(shown))
}
