//! `yamlencode` and `yamldecode`.
//!
//! Encoding writes what Terraform writes: everything quoted, long strings as blocks.
//! Decoding takes the parser's events, so that nothing is built twice.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::super::value::{Dict, Num, Value, show};
use super::strings::text;
use super::{Outcome, Refusal, Tools};

const MAX_DEPTH: usize = 100;

pub(super) fn yamlencode<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut out = String::new();
    write(&args[0], 0, &mut out);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    tools.spend(out.len() / 8)?;
    Ok(Value::string(out))
}

/// Writes a value whose first line is begun already.
fn write(value: &Value<'_>, indent: usize, out: &mut String) {
    let margin = "  ".repeat(indent);
    if let Some(items) = value.items() {
        if items.len() == 0 {
            out.push_str("[]");
        }
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.push('\n');
                out.push_str(&margin);
            }
            out.push_str("- ");
            write(&item, indent + 1, out);
        }
    } else if let Some(fields) = value.fields() {
        if fields.len() == 0 {
            out.push_str("{}");
        }
        for (at, (key, field)) in fields.iter().enumerate() {
            if at > 0 {
                out.push('\n');
                out.push_str(&margin);
            }
            show::go_string(&key, false, out);
            out.push(':');
            let list = field.items().is_some_and(|items| items.len() > 0);
            let map = field.fields().is_some_and(|fields| fields.len() > 0);
            if list || map {
                // Lists stand at the margin of their key, maps one step in.
                let inner = indent + usize::from(map);
                out.push('\n');
                out.push_str(&"  ".repeat(inner));
                write(&field, inner, out);
            } else {
                out.push(' ');
                write(&field, indent + 1, out);
            }
        }
    } else if let Some(text) = value.as_str() {
        string(text, indent, out);
    } else {
        show::json(value, out);
    }
}

fn string(text: &str, indent: usize, out: &mut String) {
    let block =
        text.contains('\n') && text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control());
    if !block {
        return show::go_string(text, false, out);
    }
    out.push('|');
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    let body = match text.strip_suffix('\n') {
        None => {
            out.push('-');
            text
        }
        Some(body) if body.ends_with('\n') || body.is_empty() => {
            out.push('+');
            body
        }
        Some(body) => body,
    };
    let margin = "  ".repeat(indent.max(1));
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&margin);
            out.push_str(line);
        }
    }
}

/// What is being read.
enum Open<'a> {
    List(Vec<Value<'a>>, usize),
    Map(Vec<(String, Value<'a>)>, Option<String>, usize),
}

pub(super) fn yamldecode<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let text = text(&args[0]);
    tools.spend(text.len() / 4)?;
    let mut open: Vec<Open<'a>> = Vec::new();
    let mut anchors: std::collections::HashMap<usize, Value<'a>> = std::collections::HashMap::new();
    let mut root = None;
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|why| Refusal::Owned(format!("not valid YAML: {why}")))?;
        if open.len() > MAX_DEPTH {
            return Err("this YAML is nested too deeply".into());
        }
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let as_string =
                    style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
                (scalar(&text, as_string), anchor)
            }
            Event::Alias(anchor) => {
                tools.spend(1000)?;
                (anchors.get(&anchor).cloned().ok_or("an alias of nothing")?, 0)
            }
            Event::SequenceStart(anchor, _) => {
                open.push(Open::List(Vec::new(), anchor));
                continue;
            }
            Event::MappingStart(anchor, _) => {
                open.push(Open::Map(Vec::new(), None, anchor));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(items, anchor)) => (Value::tuple(items), anchor),
                Some(Open::Map(entries, _, anchor)) => {
                    let entries = entries.into_iter().map(|(k, v)| (k.into(), v)).collect();
                    (Value::dict(Dict::Object, entries), anchor)
                }
                None => return Err("not valid YAML".into()),
            },
            Event::DocumentStart(_) if root.is_some() => {
                return Err("only one YAML document is allowed".into());
            }
            Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd => continue,
        };
        if anchor > 0 {
            anchors.insert(anchor, value.clone());
        }
        place(&mut open, &mut root, value)?;
    }
    Ok(root.unwrap_or(Value::NULL))
}

fn place<'a>(
    open: &mut [Open<'a>],
    root: &mut Option<Value<'a>>,
    value: Value<'a>,
) -> Result<(), Refusal> {
    match open.last_mut() {
        None => *root = Some(value),
        Some(Open::List(items, _)) => items.push(value),
        Some(Open::Map(entries, key, _)) => match key.take() {
            Some(key) => entries.push((key, value)),
            None => {
                *key = Some(super::super::value::convert::to_text(&value)?.to_string());
            }
        },
    }
    Ok(())
}

/// A plain scalar by YAML's rules, which know more than JSON's.
fn scalar<'a>(text: &str, as_string: bool) -> Value<'a> {
    if as_string {
        return Value::string(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::NULL,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => {
            return Value::bool(true);
        }
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => {
            return Value::bool(false);
        }
        _ => {}
    }
    let radix = |prefix: &str, base: u32| {
        let digits = text.strip_prefix(prefix)?;
        i64::from_str_radix(digits, base).ok()
    };
    let whole = radix("0x", 16).or_else(|| radix("0o", 8)).or_else(|| radix("0b", 2));
    if let Some(whole) = whole {
        return Value::number(Num::Int(whole));
    }
    let starts =
        text.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let number = text.strip_prefix('+').unwrap_or(text);
    match Num::parse(number).filter(|_| starts && text.contains(|c: char| c.is_ascii_digit())) {
        Some(number) => Value::number(number),
        None => Value::string(text.to_owned()),
    }
}
