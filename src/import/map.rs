//! The mapping file: `address = id` lines, the user's word on what is what.
//!
//! It resolves what nothing else can decide. What it names is verified like everything else.

use std::collections::BTreeMap;
use std::path::Path;

use miette::NamedSource;

use super::error::ImportError;
use crate::plan::text::visible;
use crate::plan::{Address, Identifier};

/// Ids by address, as [`Address`] prints it.
pub type Map = BTreeMap<String, Identifier>;

/// Reads a mapping file. Empty lines and lines that begin with `#` say nothing.
pub fn read(path: &Path) -> Result<Map, ImportError> {
    let text =
        std::fs::read_to_string(path).map_err(|error| ImportError::file("read", path, &error))?;
    parse(&visible(&path.display().to_string()), &text)
}

fn parse(name: &str, text: &str) -> Result<Map, ImportError> {
    let mut map = Map::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        let wrong = |message: String| ImportError::Map {
            message,
            source_code: NamedSource::new(name, text.to_owned()),
            place: (start + (line.len() - line.trim_start().len()), bare.len()).into(),
        };
        let Some((address, id)) = split(bare) else {
            return Err(wrong("this line is not `address = id`".to_owned()));
        };
        let address = Address::parse(address)
            .map_err(|error| wrong(format!("this is no address: {error}")))?;
        let id = unquoted(id);
        let id = Identifier::parse(id).ok().filter(|id| !id.is_empty()).ok_or_else(|| {
            wrong("the id is empty, or holds characters that cannot be seen".to_owned())
        })?;
        if map.insert(address.to_string(), id).is_some() {
            return Err(wrong(format!("`{address}` is named twice")));
        }
    }
    Ok(map)
}

/// Splits at the first `=` that is not inside the quotes of an instance key.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '=' if !quoted => return Some((line[..at].trim(), line[at + 1..].trim())),
            _ => {}
        }
    }
    None
}

fn unquoted(id: &str) -> &str {
    id.strip_prefix('"').and_then(|id| id.strip_suffix('"')).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::{ImportError, parse};

    #[test]
    fn keys_may_hold_anything() {
        let text = "# ours\n\naws_vpc.a = vpc-1\nmodule.m[\"a = b\"].aws_x.y[0]=\"q=1\"\r\n";
        let map = parse("ids", text).unwrap();
        let pairs: Vec<_> = map.iter().map(|(a, b)| (a.as_str(), b.expose())).collect();
        assert_eq!(pairs, [("aws_vpc.a", "vpc-1"), ("module.m[\"a = b\"].aws_x.y[0]", "q=1")]);
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, wanted, at) in [
            ("a.b = 1\nvpc-1\n", "this line is not `address = id`", 8),
            ("aws_vpc = 1", "this is no address: expected `.` at byte 7", 0),
            ("a.b =", "the id is empty, or holds characters that cannot be seen", 0),
            ("a.b = 1\n  a.b = 2", "`a.b` is named twice", 10),
        ] {
            let Err(ImportError::Map { message, place, .. }) = parse("ids", text) else {
                panic!("{text} passed");
            };
            assert_eq!((message.as_str(), place.offset()), (wanted, at));
        }
    }
}
