//! The id of a real object, put together from values of a plan.
//!
//! An id goes to Terraform whole and to people redacted, so it is a type of its own: it can
//! hold a secret (the id of a password is the password), and it never holds a character that
//! could end the line or the string that it is written into, or that people cannot see.

use std::fmt;

use super::json::Json;
use super::redact::{SENSITIVE, names_a_secret};
use super::text::is_hostile;
use super::value::Value;

/// Text that names an object to a provider. Printing hides it when any part of it is
/// sensitive; [`Self::expose`] and [`Self::hcl`] do not, and are for Terraform alone.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier {
    text: String,
    hidden: bool,
}

/// Why something is no part of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A list, an object, or a number that no attribute holds.
    NotText,
    /// It holds line breaks, control characters, or characters that cannot be seen.
    Hostile,
}

impl Identifier {
    /// An id that somebody wrote down: a table, a flag, a message.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if text.chars().any(is_hostile) {
            return Err(Refused::Hostile);
        }
        Ok(Self { text: text.to_owned(), hidden: false })
    }

    /// The value at `path`, as Terraform turns it into a string.
    pub fn of(value: Value<'_>, path: &str) -> Result<Self, Refused> {
        let (json, _, sensitive) = value.parts();
        let hidden = !sensitive.is_none();
        let text = match json {
            Json::String(text) => {
                let named = Self::parse(text)?;
                return Ok(Self { hidden: hidden || names_a_secret(path), ..named });
            }
            Json::Number(number) => number.plain().ok_or(Refused::NotText)?,
            Json::Bool(value) => value.to_string(),
            Json::Null | Json::Array(_) | Json::Object(_) => return Err(Refused::NotText),
        };
        Ok(Self { text, hidden })
    }

    /// Appends a part.
    pub fn push(&mut self, part: &Self) {
        self.text.push_str(&part.text);
        self.hidden |= part.hidden;
    }

    /// The same with other text, which is as secret as this.
    pub fn rewrite(&self, text: impl FnOnce(&str) -> String) -> Result<Self, Refused> {
        Ok(Self { hidden: self.hidden, ..Self::parse(&text(&self.text))? })
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether printing hides it.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// The text itself, secret or not: for Terraform and for comparing, never for people.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// The text itself as a quoted string of HCL, in which nothing is a template.
    #[must_use]
    pub fn hcl(&self) -> String {
        let mut quoted = String::from("\"");
        let mut chars = self.text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' | '\\' => quoted.extend(['\\', c]),
                '$' | '%' if chars.peek() == Some(&'{') => quoted.extend([c, c]),
                c => quoted.push(c),
            }
        }
        quoted.push('"');
        quoted
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.hidden { SENSITIVE } else { &self.text })
    }
}

impl fmt::Debug for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identifier({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::{Identifier, Refused};
    use crate::plan::{Json, Mask, Values};

    fn of(after: &'static str, sensitive: &str, key: &str) -> Result<Identifier, Refused> {
        let decode = |text| Json::decode(text).unwrap_or(Json::Null);
        let mask = Mask::from_json(&Json::decode(sensitive).unwrap_or(Json::Null));
        let values = Values::new(Json::Null, decode(after), Mask::None, mask);
        Identifier::of(values.after().key(key).known().unwrap(), key)
    }

    #[test]
    fn scalars_are_written_as_terraform_writes_them() {
        const AFTER: &str = r#"{"s":"a b","n":-1,"d":2.50,"b":true,"l":["x"],"o":{}}"#;
        for (key, text) in [("s", "a b"), ("n", "-1"), ("d", "2.5"), ("b", "true")] {
            assert_eq!(of(AFTER, "{}", key).unwrap().expose(), text);
        }
        for key in ["l", "o"] {
            assert_eq!(of(AFTER, "{}", key), Err(Refused::NotText));
        }
    }

    #[test]
    fn a_secret_part_hides_the_whole() {
        let secret = of(r#"{"pin":"hunter2"}"#, r#"{"pin":true}"#, "pin").unwrap();
        let named = of(r#"{"auth_token":"hunter2"}"#, "{}", "auth_token").unwrap();
        for part in [secret, named] {
            let mut id = Identifier::parse("db/").unwrap();
            id.push(&part);
            let id = id.rewrite(str::to_uppercase).unwrap();
            assert_eq!(format!("{id} {id:?}"), "(sensitive value) Identifier((sensitive value))");
            assert_eq!(id.expose(), "DB/HUNTER2");
        }
    }

    #[test]
    fn what_could_break_a_line_or_deceive_is_refused() {
        for after in [r#"{"a":"x\ny"}"#, r#"{"a":"x\u001b[2J"}"#, r#"{"a":"\u202ex"}"#] {
            assert_eq!(of(after, "{}", "a"), Err(Refused::Hostile), "{after}");
        }
        let id = Identifier::parse("a").unwrap();
        assert_eq!(id.rewrite(|text| format!("{text}\r")), Err(Refused::Hostile));
    }

    #[test]
    fn nothing_in_a_quoted_id_is_a_template_or_an_end() {
        let quoted = |text| Identifier::parse(text).unwrap().hcl();
        assert_eq!(quoted("plain/id:1"), r#""plain/id:1""#);
        assert_eq!(quoted(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(quoted("${var.x} %{if} $5 100%"), r#""$${var.x} %%{if} $5 100%""#);
        assert_eq!(quoted("$${x}"), r#""$$${x}""#);
    }
}
