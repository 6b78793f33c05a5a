//! Functions of sets. Lists are taken for sets, as Terraform does.

use super::super::value::convert::{alike, set};
use super::super::value::equal::{distinct, holds};
use super::super::value::types::Type;
use super::super::value::{Data, Seq, Unknown, Value};
use super::{Outcome, Refusal, Tools};

/// All arguments as sets of one type.
fn operands<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Result<Vec<Vec<Value<'a>>>, Refusal> {
    let items: Vec<Vec<Value<'a>>> =
        args.iter().filter_map(Value::items).map(|items| items.to_vec()).collect();
    let lengths: Vec<usize> = items.iter().map(Vec::len).collect();
    let total: usize = lengths.iter().sum();
    tools.spend(total)?;
    let mut all = alike(items.into_iter().flatten().collect(), &Type::Any)?.into_iter();
    Ok(lengths.into_iter().map(|length| distinct(all.by_ref().take(length).collect())).collect())
}

pub(super) fn union<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(set(operands(tools, args)?.into_iter().flatten().collect()))
}

pub(super) fn intersection<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let sets = operands(tools, args)?;
    let Some((first, others)) = sets.split_first() else { return Ok(set(Vec::new())) };
    tools.spend(first.len().saturating_mul(others.iter().map(Vec::len).sum()))?;
    let kept = first.iter().filter(|item| others.iter().all(|other| holds(other, item)));
    Ok(set(kept.cloned().collect()))
}

pub(super) fn subtract<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let sets = operands(tools, args)?;
    let [from, without] = &sets[..] else { return Ok(set(Vec::new())) };
    tools.spend(from.len().saturating_mul(without.len()))?;
    Ok(set(from.iter().filter(|item| !holds(without, item)).cloned().collect()))
}

pub(super) fn product<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    if args.len() < 2 {
        return Err("at least two lists or sets are required".into());
    }
    let sets = args.iter().all(|value| value.seq_kind() == Some(Seq::Set));
    let mut unknown = None;
    if sets {
        for value in args {
            value.survey(&mut unknown);
        }
    }
    if let Some(unknown) = unknown {
        return Ok(Value::from(Data::Unknown::<'a>(Unknown::clone(&unknown))));
    }
    let mut rows: Vec<Vec<Value<'a>>> = vec![Vec::new()];
    for value in args {
        let items = alike(value.items().map(|i| i.to_vec()).unwrap_or_default(), &Type::Any)?;
        tools.spend(rows.len().saturating_mul(items.len()).saturating_mul(args.len()))?;
        rows = rows
            .iter()
            .flat_map(|row| {
                items.iter().map(move |item| row.iter().cloned().chain([item.clone()]).collect())
            })
            .collect();
    }
    let rows: Vec<Value<'a>> = rows.into_iter().map(Value::tuple).collect();
    Ok(if sets { set(rows) } else { Value::seq(Seq::List, rows) })
}
