//! `jsonencode` and `jsondecode`.

use super::super::value::{Dict, Num, Value, show};
use super::strings::text;
use super::{Outcome, Refusal, Tools};
use crate::plan::Json;

/// Deeper JSON is refused; the walk over it is recursive.
const MAX_DEPTH: usize = 100;

pub(super) fn jsonencode<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let mut out = String::new();
    show::json(&args[0], &mut out);
    tools.spend(out.len() / 8)?;
    Ok(Value::string(out))
}

pub(super) fn jsondecode<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let text = text(&args[0]);
    tools.spend(text.len() / 8)?;
    decode(text)
}

/// JSON of any origin as a value, owned.
pub(crate) fn decode<'a>(text: &str) -> Outcome<'a> {
    if depth(text) > MAX_DEPTH {
        return Err("this JSON is nested too deeply".into());
    }
    serde_json::from_str::<serde::de::IgnoredAny>(text)
        .map_err(|why| Refusal::Owned(format!("not valid JSON: {why}")))?;
    let json = Json::decode(text).map_err(|why| match why {
        crate::plan::DecodeError::DuplicateKey(key) => {
            Refusal::Owned(format!("the key {key:?} stands twice in one object"))
        }
        crate::plan::DecodeError::LoneSurrogate => {
            Refusal::Borrowed("not valid JSON: half a character")
        }
    })?;
    owned(&json)
}

fn depth(text: &str) -> usize {
    let (mut depth, mut most, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                most = most.max(depth);
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}

fn owned<'a>(json: &Json<'_>) -> Outcome<'a> {
    Ok(match json {
        Json::Null => Value::NULL,
        Json::Bool(value) => Value::bool(*value),
        Json::Number(number) => {
            Value::number(Num::parse(number.text()).ok_or("a number is beyond all bounds")?)
        }
        Json::String(text) => Value::string(text.clone().into_owned()),
        Json::Array(items) => Value::tuple(items.iter().map(owned).collect::<Result<_, _>>()?),
        Json::Object(object) => {
            let mut entries = Vec::with_capacity(object.len());
            for (key, value) in object.iter() {
                entries.push((key.to_owned().into(), owned(value)?));
            }
            Value::dict(Dict::Object, entries)
        }
    })
}
