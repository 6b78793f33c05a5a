//! Values as text, where an expression asks for it: JSON, and the form by which cty orders
//! sets.

use super::{Data, Seq, Value};

/// JSON as Go writes it: keys sorted, `<`, `>` and `&` escaped.
pub(crate) fn json(value: &Value<'_>, out: &mut String) {
    write_json(value, None, &mut |out, text| go_string(text, true, out), out);
}

/// JSON over several lines, two spaces a level; unknown parts as `(unknown)`.
pub(crate) fn pretty(value: &Value<'_>, out: &mut String) {
    write_json(value, Some(0), &mut |out, text| go_string(text, false, out), out);
}

fn write_json(
    value: &Value<'_>,
    indent: Option<usize>,
    string: &mut dyn FnMut(&mut String, &str),
    out: &mut String,
) {
    let line = |out: &mut String, level: usize| {
        if indent.is_some() {
            out.push('\n');
            out.push_str(&"  ".repeat(level));
        }
    };
    let inner = indent.map(|level| level + 1);
    if let Some(items) = value.items() {
        out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            line(out, inner.unwrap_or(0));
            write_json(&item, inner, string, out);
        }
        if items.len() > 0 {
            line(out, indent.unwrap_or(0));
        }
        out.push(']');
    } else if let Some(fields) = value.fields() {
        out.push('{');
        for (at, (key, field)) in fields.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            line(out, inner.unwrap_or(0));
            string(out, &key);
            out.push_str(if indent.is_some() { ": " } else { ":" });
            write_json(&field, inner, string, out);
        }
        if fields.len() > 0 {
            line(out, indent.unwrap_or(0));
        }
        out.push('}');
    } else {
        match &value.data {
            Data::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Data::Number(number) => out.push_str(&number.to_string()),
            Data::String(text) => string(out, text),
            Data::Unknown(_) => string(out, "(unknown)"),
            Data::Null | Data::Seq(..) | Data::Dict(..) | Data::View(_) => out.push_str("null"),
        }
    }
}

/// A JSON string with Go's escapes.
pub(crate) fn go_string(text: &str, html: bool, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' if html => out.push_str("\\b"),
            '\u{c}' if html => out.push_str("\\f"),
            '<' | '>' | '&' if html => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The text by which cty orders the elements of a set that are not plain.
pub(super) fn hashed(value: &Value<'_>) -> String {
    let mut out = String::new();
    hash(value, &mut out);
    out
}

fn hash(value: &Value<'_>, out: &mut String) {
    if let Some(items) = value.items() {
        let (open, close) = match value.seq_kind() {
            Some(Seq::Tuple) => ('<', '>'),
            Some(Seq::List | Seq::Set | Seq::Plan) | None => ('[', ']'),
        };
        out.push(open);
        for item in items.iter() {
            hash(&item, out);
            out.push(';');
        }
        out.push(close);
    } else if let Some(fields) = value.fields() {
        let map = value.dict_kind() == Some(super::Dict::Map);
        out.push(if map { '{' } else { '<' });
        for (key, field) in fields.iter() {
            if map {
                go_string(&key, false, out);
                out.push(':');
            }
            hash(&field, out);
            out.push(';');
        }
        out.push(if map { '}' } else { '>' });
    } else {
        match &value.data {
            Data::Unknown(_) => out.push('?'),
            Data::Bool(value) => out.push(if *value { '1' } else { '0' }),
            Data::Number(number) => out.push_str(&number.to_string()),
            Data::String(text) => go_string(text, false, out),
            Data::Null | Data::Seq(..) | Data::Dict(..) | Data::View(_) => out.push('~'),
        }
    }
}
