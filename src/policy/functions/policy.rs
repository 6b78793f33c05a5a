//! Functions that Terraform's policies have and Terraform itself has not, or not so.

use super::super::value::convert::to_bool;
use super::super::value::{Data, Unknown, Value, show};
use super::strings::text;
use super::{Outcome, Tools};

pub(super) fn contains_substring<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::bool(text(&args[0]).contains(text(&args[1]))))
}

pub(super) fn alltrue<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    fold(args, false)
}

pub(super) fn anytrue<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    fold(args, true)
}

/// One decisive element settles it; after that, unknown beats the rest. Null counts as
/// false.
fn fold<'a>(args: &[Value<'a>], decisive: bool) -> Outcome<'a> {
    let Some(items) = args[0].items() else { return Err("a list is required".into()) };
    let mut unknown = None;
    let mut settled = false;
    for item in items.iter() {
        if let Some(cause) = item.as_unknown() {
            Unknown::join(&mut unknown, cause);
            continue;
        }
        let value = !item.is_null() && to_bool(&item)?;
        settled |= value == decisive;
    }
    if settled {
        return Ok(Value::bool(decisive));
    }
    Ok(unknown.map_or(Value::bool(!decisive), |unknown| Data::Unknown(unknown).into()))
}

/// Any value as text for people: unknown and null have words too.
pub(super) fn valuetostring<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let value = &args[0];
    let mut causes = None;
    let marked = value.survey(&mut causes);
    let shown = match &value.data {
        Data::Null => "(null)".to_owned(),
        Data::Unknown(_) => "(unknown)".to_owned(),
        Data::String(text) => text.to_string(),
        Data::Bool(_) | Data::Number(_) | Data::Seq(..) | Data::Dict(..) | Data::View(_) => {
            let mut out = String::new();
            show::pretty(value, &mut out);
            out
        }
    };
    tools.spend(shown.len() / 8)?;
    Ok(Value::string(shown).with_mark(marked))
}
