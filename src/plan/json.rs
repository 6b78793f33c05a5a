//! A JSON value that borrows from the plan's text, decoded only when a rule looks.
//!
//! The text has been through the grammar check of `read` once, and its depth is capped
//! there, so decoding is a plain walk. It can still fail, on what the grammar allows and a
//! judge must not guess about: the same key twice, or half of a surrogate pair.

use std::borrow::Cow;

use super::number::Number;

/// A decoded value. It has no `Debug` and no `Display`: values become text in
/// [`redact`](super::redact) and nowhere else.
#[derive(Clone, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, digits kept.
    Number(Number<'a>),
    /// A string, unescaped.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Json<'a>>),
    /// An object.
    Object(Object<'a>),
}

/// An object with its keys in byte order, each once.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Object<'a> {
    /// The value under `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json<'a>> {
        self.0.binary_search_by(|(k, _)| (**k).cmp(key)).ok().map(|at| &self.0[at].1)
    }

    /// Keys and values, in byte order of the keys.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }

    /// Number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a value that is valid JSON cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The same key twice in one object: two readers may take different ones.
    DuplicateKey(String),
    /// Half of a surrogate pair: no text at all.
    LoneSurrogate,
}

impl<'a> Json<'a> {
    /// Decodes `text`, which must be one valid JSON value (checked by the plan reader).
    pub fn decode(text: &'a str) -> Result<Self, DecodeError> {
        Walk { text, bytes: text.as_bytes(), at: 0 }.value()
    }

    /// The boolean, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(value) = self { Some(value) } else { None }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<Number<'a>> {
        if let Self::Number(value) = self { Some(*value) } else { None }
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Json<'a>]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The object, if it is one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object<'a>> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The value under `key`, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json<'a>> {
        self.as_object().and_then(|object| object.get(key))
    }

    /// Null, `""`, `[]` or `{}`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(_) | Self::Number(_) => false,
            Self::String(text) => text.is_empty(),
            Self::Array(items) => items.is_empty(),
            Self::Object(object) => object.is_empty(),
        }
    }
}

struct Walk<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn value(&mut self) -> Result<Json<'a>, DecodeError> {
        match self.peek() {
            b'{' => self.object(),
            b'[' => self.array(),
            b'"' => self.string().map(Json::String),
            b't' => self.word(4, Json::Bool(true)),
            b'f' => self.word(5, Json::Bool(false)),
            b'n' => self.word(4, Json::Null),
            _ => Ok(self.number()),
        }
    }

    /// The next byte that is not white space; 0 at the end, which valid JSON never meets.
    fn peek(&mut self) -> u8 {
        while let Some(byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return *byte;
            }
            self.at += 1;
        }
        0
    }

    #[expect(clippy::unnecessary_wraps, reason = "keeps the arms of `value` alike")]
    fn word(&mut self, length: usize, value: Json<'a>) -> Result<Json<'a>, DecodeError> {
        self.at += length;
        Ok(value)
    }

    fn number(&mut self) -> Json<'a> {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') = self.bytes.get(self.at) {
            self.at += 1;
        }
        Json::Number(Number::new(&self.text[start..self.at]))
    }

    fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        let open = self.at;
        self.at += 1;
        let mut escaped = false;
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    self.at += 1;
                }
                _ => {}
            }
        }
        if !escaped {
            return Ok(Cow::Borrowed(&self.text[open + 1..self.at - 1]));
        }
        serde_json::from_str(&self.text[open..self.at])
            .map(Cow::Owned)
            .map_err(|_| DecodeError::LoneSurrogate)
    }

    fn array(&mut self) -> Result<Json<'a>, DecodeError> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            match self.peek() {
                b']' | 0 => break,
                b',' => self.at += 1,
                _ => items.push(self.value()?),
            }
        }
        self.at += 1;
        Ok(Json::Array(items))
    }

    fn object(&mut self) -> Result<Json<'a>, DecodeError> {
        self.at += 1;
        let mut entries: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        loop {
            match self.peek() {
                b'}' | 0 => break,
                b',' => self.at += 1,
                _ => {
                    let key = self.string()?;
                    self.peek();
                    self.at += 1; // the colon
                    let value = self.value()?;
                    entries.push((key, value));
                }
            }
        }
        self.at += 1;
        // Terraform writes keys sorted; tools that re-serialise may not.
        if !entries.is_sorted_by(|a, b| a.0 < b.0) {
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            if let Some(twice) = entries.windows(2).find(|pair| pair[0].0 == pair[1].0) {
                return Err(DecodeError::DuplicateKey(twice[0].0.clone().into_owned()));
            }
        }
        Ok(Json::Object(Object(entries)))
    }
}

#[cfg(test)]
mod tests {
    use super::{DecodeError, Json};

    fn decode(text: &str) -> Json<'_> {
        Json::decode(text).unwrap_or(Json::Null)
    }

    #[test]
    fn borrows_what_has_no_escape_and_keeps_digits() {
        let value = decode(r#" { "b" : [ 1 , 12345678901234567890 ] , "a" : "x\u003cy" } "#);
        assert_eq!(value.get("a").and_then(Json::as_str), Some("x<y"));
        let items = value.get("b").and_then(Json::as_array).unwrap();
        assert_eq!(items[1].as_number().unwrap().text(), "12345678901234567890");
    }

    #[test]
    fn keys_in_any_order_are_found() {
        let value = decode(r#"{"z":1,"a":{"k":true},"m":null}"#);
        assert_eq!(value.get("a").and_then(|a| a.get("k")).and_then(Json::as_bool), Some(true));
        assert!(value.get("m").is_some_and(Json::is_empty));
        assert!(value.get("nothing").is_none());
    }

    #[test]
    fn a_key_twice_is_refused_also_when_spelled_with_an_escape() {
        let twice = DecodeError::DuplicateKey("a".into());
        assert_eq!(Json::decode(r#"{"a":1,"a":2}"#).err(), Some(twice.clone()));
        assert_eq!(Json::decode(r#"[{"x":0,"a":1,"\u0061":2}]"#).err(), Some(twice));
    }

    #[test]
    fn half_a_surrogate_pair_is_refused() {
        assert_eq!(Json::decode(r#"["\ud800"]"#).err(), Some(DecodeError::LoneSurrogate));
    }
}
