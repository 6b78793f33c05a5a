//! `csvdecode`: RFC 4180 as Go reads it.

use super::super::value::{Dict, Seq, Value};
use super::strings::text;
use super::{Outcome, Refusal, Tools};

pub(super) fn csvdecode<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let text = text(&args[0]);
    tools.spend(text.len() / 4)?;
    let mut rows = records(text)?.into_iter();
    let Some((_, header)) = rows.next() else { return Err("a header line is required".into()) };
    for (at, name) in header.iter().enumerate() {
        if header[..at].contains(name) {
            return Err(format!("the column {name:?} stands twice in the header").into());
        }
    }
    let mut objects = Vec::new();
    for (line, row) in rows {
        if row.len() != header.len() {
            return Err(
                format!("line {line} has {} fields, not {}", row.len(), header.len()).into()
            );
        }
        let fields = header.iter().cloned().zip(row);
        let entries = fields.map(|(name, field)| (name.into(), Value::string(field))).collect();
        objects.push(Value::dict(Dict::Object, entries));
    }
    Ok(Value::seq(Seq::List, objects))
}

/// Records with the line each begins on; empty lines are none.
fn records(text: &str) -> Result<Vec<(usize, Vec<String>)>, Refusal> {
    let text = text.replace("\r\n", "\n");
    let mut records = Vec::new();
    let mut rest = text.as_str();
    let mut line = 1;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('\n') {
            rest = after;
            line += 1;
            continue;
        }
        let begins = line;
        let mut record = Vec::new();
        loop {
            let (field, after) = field(rest, &mut line)?;
            record.push(field);
            rest = after;
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
            } else {
                break;
            }
        }
        if let Some(after) = rest.strip_prefix('\n') {
            rest = after;
            line += 1;
        }
        records.push((begins, record));
    }
    Ok(records)
}

/// One field, and what follows it: a comma, a line end or nothing.
fn field<'t>(rest: &'t str, line: &mut usize) -> Result<(String, &'t str), Refusal> {
    let Some(mut quoted) = rest.strip_prefix('"') else {
        let end = rest.find([',', '\n']).unwrap_or(rest.len());
        let (field, after) = rest.split_at(end);
        if field.contains('"') {
            return Err(format!("line {line}: a quote inside an unquoted field").into());
        }
        return Ok((field.to_owned(), after));
    };
    let mut field = String::new();
    loop {
        let Some(end) = quoted.find('"') else {
            return Err(format!("line {line}: a quoted field does not end").into());
        };
        field.push_str(&quoted[..end]);
        *line += quoted[..end].matches('\n').count();
        quoted = &quoted[end + 1..];
        if let Some(after) = quoted.strip_prefix('"') {
            field.push('"');
            quoted = after;
        } else if quoted.is_empty() || quoted.starts_with([',', '\n']) {
            return Ok((field, quoted));
        } else {
            return Err(format!("line {line}: text after a closing quote").into());
        }
    }
}
