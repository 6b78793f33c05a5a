//! Functions of lists, maps and objects.

use super::super::value::convert::{alike, article, to_text};
use super::super::value::equal::{self, Equal, equal};
use super::super::value::types::Type;
use super::super::value::{Data, Dict, Entries, Seq, Unknown, Value};
use super::numbers::number;
use super::{Outcome, Tools};

fn items<'a>(value: &Value<'a>) -> Vec<Value<'a>> {
    value.items().map(|items| items.to_vec()).unwrap_or_default()
}

/// The elements as those of a list of any one type.
fn list<'a>(value: &Value<'a>) -> Result<Vec<Value<'a>>, super::Refusal> {
    alike(items(value), &Type::Any)
}

fn strings<'a>(value: &Value<'a>) -> Result<Vec<Value<'a>>, super::Refusal> {
    alike(items(value), &Type::String)
}

pub(super) fn length<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let value = &args[0];
    if let Some(items) = value.items() {
        return Ok(Value::number(items.len()));
    }
    if let Some(fields) = value.fields() {
        return Ok(Value::number(fields.len()));
    }
    if let Some(text) = value.as_str() {
        use unicode_segmentation::UnicodeSegmentation;
        return Ok(Value::number(text.graphemes(true).count()));
    }
    Err(format!("a list, map, object or string is required, not {}", article(value.noun())).into())
}

pub(super) fn contains<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut unknown = None;
    let Some(items) = args[0].items() else { return Ok(Value::bool(false)) };
    tools.spend(items.len() / 8)?;
    for item in items.iter() {
        match equal(&item, &args[1]) {
            Equal::Yes => return Ok(Value::bool(true)),
            Equal::No => {}
            Equal::Unknown(cause) => Unknown::join(&mut unknown, &cause),
        }
    }
    Ok(unknown.map_or(Value::bool(false), |unknown| Data::Unknown(unknown).into()))
}

pub(super) fn chunklist<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let items = list(&args[0])?;
    let size = number(&args[1]).to_i64().and_then(|size| usize::try_from(size).ok());
    let size = size.ok_or("the size must be a whole number that is not negative")?;
    let chunks: Vec<Value<'a>> = match size {
        0 if items.is_empty() => Vec::new(),
        0 => vec![Value::seq(Seq::List, items)],
        size => items.chunks(size).map(|c| Value::seq(Seq::List, c.to_vec())).collect(),
    };
    Ok(Value::seq(Seq::List, chunks))
}

pub(super) fn coalescelist<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    for value in args {
        if value.as_unknown().is_some() {
            return Ok(value.clone());
        }
        if value.is_null() {
            continue;
        }
        let items = value.items().ok_or("lists are required")?;
        if items.len() > 0 {
            return Ok(value.clone());
        }
    }
    Err("all lists are empty".into())
}

pub(super) fn compact<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let kept = strings(&args[0])?;
    let kept = kept.into_iter().filter(|item| item.as_str().is_some_and(|text| !text.is_empty()));
    Ok(Value::seq(Seq::List, kept.collect()))
}

pub(super) fn concat<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    if args.is_empty() {
        return Err("at least one list is required".into());
    }
    let all: Vec<Value<'a>> = args.iter().flat_map(items).collect();
    tools.spend(all.len())?;
    let kinds: Vec<_> = args.iter().filter_map(Value::seq_kind).collect();
    if kinds.iter().all(|kind| matches!(kind, Seq::List | Seq::Set))
        && let Ok(same) = alike(all.clone(), &Type::Any)
    {
        return Ok(Value::seq(Seq::List, same));
    }
    let plan = kinds.contains(&Seq::Plan) && !kinds.contains(&Seq::Tuple);
    Ok(Value::seq(if plan { Seq::Plan } else { Seq::Tuple }, all))
}

pub(super) fn distinct<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let items = list(&args[0])?;
    tools.spend(items.len())?;
    Ok(Value::seq(Seq::List, equal::distinct(items)))
}

pub(super) fn element<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let Some(items) = args[0].items() else { return Err("a list is required".into()) };
    if args[0].seq_kind() == Some(Seq::Set) {
        return Err("the elements of a set have no order".into());
    }
    let at = number(&args[1]).to_i64().and_then(|at| usize::try_from(at).ok());
    let at = at.ok_or("the index must be a whole number that is not negative")?;
    if items.len() == 0 {
        return Err("an empty list has no elements".into());
    }
    items.get(at % items.len()).ok_or_else(|| "there is no such element".into())
}

pub(super) fn flatten<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut flat = Vec::new();
    let mut unknown = None;
    // A stack of what is left to look at, since data may nest as deep as it likes.
    let mut left: Vec<Value<'a>> = vec![args[0].clone()];
    while let Some(value) = left.pop() {
        if let Some(inner) = value.items() {
            left.extend(inner.to_vec().into_iter().rev());
        } else if let Some(cause) = value.as_unknown() {
            Unknown::join(&mut unknown, cause);
        } else {
            flat.push(value);
        }
    }
    tools.spend(flat.len())?;
    Ok(unknown.map_or_else(|| Value::tuple(flat), |unknown| Data::Unknown(unknown).into()))
}

pub(super) fn keys<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let Some(fields) = args[0].fields() else { return Err("a map is required".into()) };
    let names = fields.iter().map(|(key, _)| Value::string(key)).collect();
    Ok(Value::seq(by_kind(&args[0]), names))
}

pub(super) fn values<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let Some(fields) = args[0].fields() else { return Err("a map is required".into()) };
    let values = fields.iter().map(|(_, value)| value).collect();
    Ok(Value::seq(by_kind(&args[0]), values))
}

/// What a mapping gives a sequence of.
fn by_kind(value: &Value<'_>) -> Seq {
    match value.dict_kind() {
        Some(Dict::Map) => Seq::List,
        Some(Dict::Plan) => Seq::Plan,
        Some(Dict::Object) | None => Seq::Tuple,
    }
}

pub(super) fn merge<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut entries: Entries<'a> = Vec::new();
    let mut kind = None;
    for value in args.iter().filter(|value| !value.is_null()) {
        let Some(fields) = value.fields() else {
            let noun = article(value.noun());
            return Err(format!("maps or objects are required, not {noun}").into());
        };
        entries.extend(fields.iter());
        let own = value.dict_kind();
        kind = match kind {
            None => own,
            same if same == own => own,
            Some(_) => Some(Dict::Object),
        };
    }
    tools.spend(entries.len())?;
    Ok(Value::dict(kind.unwrap_or(Dict::Object), entries))
}

pub(super) fn one<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let items = items(&args[0]);
    match &items[..] {
        [] => Ok(Value::NULL),
        [only] => Ok(only.clone()),
        _ => {
            Err(format!("a list of at most one element is required, not of {}", items.len()).into())
        }
    }
}

pub(super) fn reverse<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let kind = match args[0].seq_kind() {
        Some(Seq::Set) | None => Seq::List,
        Some(kind) => kind,
    };
    Ok(Value::seq(kind, items(&args[0]).into_iter().rev().collect()))
}

pub(super) fn slice<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let kind = args[0].seq_kind().filter(|kind| *kind != Seq::Set);
    let kind = kind.ok_or("the elements of a set have no order; use `core::tolist` first")?;
    let items = items(&args[0]);
    let bound = |value: &Value<'a>| number(value).to_i64().and_then(|at| usize::try_from(at).ok());
    let (Some(from), Some(to)) = (bound(&args[1]), bound(&args[2])) else {
        return Err("start and end must be whole numbers that are not negative".into());
    };
    if to > items.len() {
        return Err("the end is beyond the end of the list".into());
    }
    if from > to {
        return Err("the start is behind the end".into());
    }
    Ok(Value::seq(kind, items[from..to].to_vec()))
}

pub(super) fn sort<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut items = strings(&args[0])?;
    tools.spend(items.len())?;
    if items.iter().any(Value::is_null) {
        return Err("a list with null cannot be sorted".into());
    }
    items.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    Ok(Value::seq(Seq::List, items))
}

pub(super) fn zipmap<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (names, values) = (strings(&args[0])?, items(&args[1]));
    if names.len() != values.len() {
        return Err(format!("{} keys do not fit {} values", names.len(), values.len()).into());
    }
    let mut entries: Entries<'a> = Vec::with_capacity(names.len());
    for (name, value) in names.iter().zip(values) {
        entries.push((to_text(name)?, value));
    }
    let kind = match args[1].seq_kind() {
        Some(Seq::List | Seq::Set) => Dict::Map,
        Some(Seq::Plan) => Dict::Plan,
        Some(Seq::Tuple) | None => Dict::Object,
    };
    Ok(Value::dict(kind, entries))
}
