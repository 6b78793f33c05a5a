//! String functions. Characters are grapheme clusters, as in Terraform.

use unicode_segmentation::UnicodeSegmentation;

use super::super::value::convert::to_text;
use super::super::value::{Seq, Value};
use super::numbers::number;
use super::{Outcome, Tools};

/// An argument that was converted to a string before the call.
pub(super) fn text<'v>(value: &'v Value<'_>) -> &'v str {
    value.as_str().unwrap_or_default()
}

pub(super) fn chomp<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::string(text(&args[0]).trim_end_matches(['\n', '\r']).to_owned()))
}

pub(super) fn endswith<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::bool(text(&args[0]).ends_with(text(&args[1]))))
}

pub(super) fn startswith<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::bool(text(&args[0]).starts_with(text(&args[1]))))
}

pub(super) fn indent<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let width = number(&args[0]).to_i64().ok_or("a whole number is required")?;
    let width = usize::try_from(width).map_err(|_| "the indentation must not be negative")?;
    let text = text(&args[1]);
    let lines = text.matches('\n').count();
    tools.spend(lines.saturating_mul(width) / 8)?;
    Ok(Value::string(text.replace('\n', &format!("\n{}", " ".repeat(width.min(1 << 20))))))
}

pub(super) fn join<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let separator = text(&args[0]);
    if args.len() < 2 {
        return Err("at least one list is required".into());
    }
    let mut joined = String::new();
    let mut first = true;
    for list in &args[1..] {
        let Some(items) = list.items() else { continue };
        for (at, item) in items.iter().enumerate() {
            if item.is_null() {
                return Err(format!("element {at} is null; null cannot be joined").into());
            }
            if !std::mem::take(&mut first) {
                joined.push_str(separator);
            }
            joined.push_str(&to_text(&item)?);
        }
        tools.spend(joined.len() / 8)?;
    }
    Ok(Value::string(joined))
}

pub(super) fn split<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (separator, text) = (text(&args[0]), text(&args[1]));
    tools.spend(text.len() / 8)?;
    let parts: Vec<Value<'a>> = if separator.is_empty() {
        text.chars().map(|c| Value::string(c.to_string())).collect()
    } else {
        text.split(separator).map(|part| Value::string(part.to_owned())).collect()
    };
    Ok(Value::seq(Seq::List, parts))
}

pub(super) fn lower<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    // Character by character, as Go does it: `ß` has no single upper form and stays.
    Ok(Value::string(text(&args[0]).chars().map(lower_char).collect::<String>()))
}

pub(super) fn upper<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::string(text(&args[0]).chars().map(upper_char).collect::<String>()))
}

fn lower_char(c: char) -> char {
    let mut mapped = c.to_lowercase();
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        (Some('i'), Some(_)) => 'i',
        _ => c,
    }
}

fn upper_char(c: char) -> char {
    let mut mapped = c.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

pub(super) fn title<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut before = ' ';
    let titled: String = text(&args[0])
        .chars()
        .map(|c| {
            let starts = separates(before);
            before = c;
            if starts { upper_char(c) } else { c }
        })
        .collect();
    Ok(Value::string(titled))
}

/// Whether a word ends at this character, as Go's `strings.Title` sees it.
fn separates(c: char) -> bool {
    if c.is_ascii() {
        return !(c.is_ascii_alphanumeric() || c == '_');
    }
    !c.is_alphanumeric() && c.is_whitespace()
}

pub(super) fn strrev<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::string(text(&args[0]).graphemes(true).rev().collect::<String>()))
}

pub(super) fn substr<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let text = text(&args[0]);
    let offset = number(&args[1]).to_i64().ok_or("the offset must be a whole number")?;
    let length = number(&args[2]).to_i64().ok_or("the length must be a whole number")?;
    let total = i64::try_from(text.graphemes(true).count()).unwrap_or(i64::MAX);
    let start = if offset < 0 { offset.saturating_add(total).max(0) } else { offset };
    let start = usize::try_from(start).unwrap_or(0);
    let taken = if length < 0 { usize::MAX } else { usize::try_from(length).unwrap_or(usize::MAX) };
    Ok(Value::string(text.graphemes(true).skip(start).take(taken).collect::<String>()))
}

pub(super) fn trim<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let cut: Vec<char> = text(&args[1]).chars().collect();
    Ok(Value::string(text(&args[0]).trim_matches(&cut[..]).to_owned()))
}

pub(super) fn trimprefix<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (text, prefix) = (text(&args[0]), text(&args[1]));
    Ok(Value::string(text.strip_prefix(prefix).unwrap_or(text).to_owned()))
}

pub(super) fn trimsuffix<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let (text, suffix) = (text(&args[0]), text(&args[1]));
    Ok(Value::string(text.strip_suffix(suffix).unwrap_or(text).to_owned()))
}

pub(super) fn trimspace<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    Ok(Value::string(text(&args[0]).trim().to_owned()))
}
