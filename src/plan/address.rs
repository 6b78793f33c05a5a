//! Resource addresses, parsed step by step.
//!
//! Keys of `for_each` may hold dots, brackets, quotes and anything else, so an address is
//! never split on a character. Terraform writes string keys as HCL quoted strings; versions
//! before 0.15 wrote them the way Go quotes strings, which differs only in the escapes, so
//! both are read.

use std::fmt::{self, Display, Write as _};

/// An instance key: `[0]` or `["eu-west-1"]`. `["0"]` and `[0]` are different keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// From `count`.
    Int(u64),
    /// From `for_each`, unescaped.
    Str(String),
    /// `[*]`: Terraform does not know the instances yet (deferred changes).
    Any,
}

/// One `module.name` or `module.name[key]` of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleStep {
    /// Name of the module call.
    pub name: String,
    /// Instance of the call.
    pub key: Option<Key>,
}

/// Which kind of block an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// `aws_s3_bucket.logs`
    Managed,
    /// `data.aws_ami.base`
    Data,
    /// `ephemeral.random_password.once`
    Ephemeral,
}

/// An absolute resource instance address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The path of module instances, outermost first.
    pub modules: Vec<ModuleStep>,
    /// Managed, data or ephemeral.
    pub kind: BlockKind,
    /// Resource type, e.g. `aws_s3_bucket`.
    pub resource_type: String,
    /// Name of the block.
    pub name: String,
    /// Instance key.
    pub key: Option<Key>,
}

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason} at byte {at}")]
pub struct AddressError {
    /// What was expected.
    pub reason: &'static str,
    /// Offset in the text.
    pub at: usize,
}

impl Address {
    /// Parses an absolute resource address such as `module.a["x.y"].aws_s3_bucket.audit[0]`.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let mut cursor = Cursor::new(text);
        let mut modules = Vec::new();
        let mut word = cursor.identifier()?;
        while word == "module" {
            cursor.dot()?;
            let name = cursor.identifier()?.to_owned();
            let key = cursor.key()?;
            modules.push(ModuleStep { name, key });
            cursor.dot()?;
            word = cursor.identifier()?;
        }
        let kind = match word {
            "data" => BlockKind::Data,
            "ephemeral" => BlockKind::Ephemeral,
            _ => BlockKind::Managed,
        };
        if kind != BlockKind::Managed {
            cursor.dot()?;
            word = cursor.identifier()?;
        }
        let resource_type = word.to_owned();
        cursor.dot()?;
        let name = cursor.identifier()?.to_owned();
        let key = cursor.key()?;
        cursor.end()?;
        Ok(Self { modules, kind, resource_type, name, key })
    }

    /// The address without any instance key: the block in the configuration.
    #[must_use]
    pub fn block(&self) -> Self {
        let modules = self
            .modules
            .iter()
            .map(|step| ModuleStep { name: step.name.clone(), key: None })
            .collect();
        Self { modules, key: None, ..self.clone() }
    }

    /// What [`Self::block`] prints, made in one piece: it is asked for once a resource. Names
    /// hold nothing that would have to be escaped.
    #[must_use]
    pub fn block_name(&self) -> String {
        let kind = self.kind.prefix();
        let modules = self.modules.iter().flat_map(|step| ["module.", &step.name, "."]);
        let parts = modules.chain([kind, &self.resource_type, ".", &self.name]);
        parts.collect()
    }

    /// The same resource without its own instance key, but in the same module instance.
    #[must_use]
    pub fn resource(&self) -> Self {
        Self { key: None, ..self.clone() }
    }

    /// The path of module instances as Terraform prints it; empty for the root module.
    #[must_use]
    pub fn module_path(&self) -> String {
        let mut path = String::new();
        for (n, step) in self.modules.iter().enumerate() {
            let dot = if n == 0 { "" } else { "." };
            let _ = write!(path, "{dot}{step}");
        }
        path
    }
}

impl BlockKind {
    /// What stands before the type in an address.
    fn prefix(self) -> &'static str {
        match self {
            Self::Managed => "",
            Self::Data => "data.",
            Self::Ephemeral => "ephemeral.",
        }
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(index) => write!(f, "[{index}]"),
            Self::Str(key) => write!(f, "[\"{}\"]", Quoted(key)),
            Self::Any => f.write_str("[*]"),
        }
    }
}

impl Display for ModuleStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "module.{}", self.name)?;
        self.key.iter().try_for_each(|key| key.fmt(f))
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.modules {
            write!(f, "{step}.")?;
        }
        f.write_str(self.kind.prefix())?;
        write!(f, "{}.{}", self.resource_type, self.name)?;
        self.key.iter().try_for_each(|key| key.fmt(f))
    }
}

/// A string between HCL quotes, as Terraform prints instance keys. Everything that is not
/// plainly printable is escaped, so the result is safe in a terminal.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '#' if super::text::begins_command(&self.0[at..]) => f.write_str("\\u0023")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '$' | '%' if chars.peek().is_some_and(|(_, next)| *next == '{') => {
                    write!(f, "{c}{c}")?;
                }
                c if super::text::is_hostile(c) => {
                    let code = u32::from(c);
                    if code > 0xffff {
                        write!(f, "\\U{code:08x}")?;
                    } else {
                        write!(f, "\\u{code:04x}")?;
                    }
                }
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Reads an address or a pattern from left to right.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn error(&self, reason: &'static str) -> AddressError {
        AddressError { reason, at: self.at }
    }

    pub(super) fn eat(&mut self, literal: &str) -> bool {
        let found = self.rest().starts_with(literal);
        if found {
            self.at += literal.len();
        }
        found
    }

    pub(super) fn end(&self) -> Result<(), AddressError> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.error("unexpected text after the address"))
        }
    }

    pub(super) fn dot(&mut self) -> Result<(), AddressError> {
        if self.eat(".") { Ok(()) } else { Err(self.error("expected `.`")) }
    }

    /// The longest run of characters that `keep` accepts.
    pub(super) fn run(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !keep(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    pub(super) fn identifier(&mut self) -> Result<&'a str, AddressError> {
        let word = self.run(is_name);
        if word.is_empty() { Err(self.error("expected a name")) } else { Ok(word) }
    }

    pub(super) fn key(&mut self) -> Result<Option<Key>, AddressError> {
        if !self.eat("[") {
            return Ok(None);
        }
        let key = if self.eat("*") {
            Key::Any
        } else if self.eat("\"") {
            Key::Str(self.quoted()?)
        } else {
            let digits = self.run(|c| c.is_ascii_digit());
            // `[007]` is no key that Terraform prints; reading it as 7 would not print back.
            if digits.len() > 1 && digits.starts_with('0') {
                return Err(self.error("an index has no leading zero"));
            }
            Key::Int(digits.parse().map_err(|_| self.error("expected an index or a quoted key"))?)
        };
        if self.eat("]") { Ok(Some(key)) } else { Err(self.error("expected `]`")) }
    }

    /// The rest of a quoted key, after its opening quote.
    fn quoted(&mut self) -> Result<String, AddressError> {
        let mut key = String::new();
        loop {
            let mut chars = self.rest().chars();
            let Some(c) = chars.next() else {
                return Err(self.error("the quoted key does not end"));
            };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(key),
                '\\' => key.push(self.escape()?),
                '$' | '%' => {
                    key.push(c);
                    if self.rest().strip_prefix(c).is_some_and(|rest| rest.starts_with('{')) {
                        self.at += 1;
                    }
                }
                c => key.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, AddressError> {
        let c = self.rest().chars().next().ok_or_else(|| self.error("the escape does not end"))?;
        self.at += c.len_utf8();
        let digits = match c {
            'n' => return Ok('\n'),
            'r' => return Ok('\r'),
            't' => return Ok('\t'),
            '"' | '\\' => return Ok(c),
            // Go's own escapes, printed by Terraform before 0.15.
            'a' => return Ok('\u{7}'),
            'b' => return Ok('\u{8}'),
            'f' => return Ok('\u{c}'),
            'v' => return Ok('\u{b}'),
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => return Err(self.error("unknown escape")),
        };
        let hex = self.rest().get(..digits).ok_or_else(|| self.error("the escape is too short"))?;
        let code = u32::from_str_radix(hex, 16).map_err(|_| self.error("expected hex digits"))?;
        self.at += digits;
        char::from_u32(code).ok_or_else(|| self.error("no such character"))
    }
}

/// Characters of a Terraform identifier: Unicode letters and digits, `_` and `-`. Some
/// letters show as nothing at all (Hangul fillers); a name with one is no address.
pub(super) fn is_name(c: char) -> bool {
    (c.is_alphanumeric() && !super::text::is_hostile(c)) || c == '_' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::{Address, BlockKind, Key};

    #[test]
    fn parses_every_part() {
        let address =
            Address::parse(r#"module.a["x.y"].module.b[2].data.aws_ami.base["k]"]"#).unwrap();
        assert_eq!(address.modules[0].key, Some(Key::Str("x.y".into())));
        assert_eq!(address.modules[1].key, Some(Key::Int(2)));
        assert_eq!(address.kind, BlockKind::Data);
        assert_eq!((&*address.resource_type, &*address.name), ("aws_ami", "base"));
        assert_eq!(address.key, Some(Key::Str("k]".into())));
        assert_eq!(address.block_name(), address.block().to_string());
        assert_eq!(address.module_path(), r#"module.a["x.y"].module.b[2]"#);
        assert_eq!(address.block().to_string(), "module.a.module.b.data.aws_ami.base");
    }

    #[test]
    fn an_index_and_its_text_are_different_keys() {
        let int = Address::parse("a_b.c[0]").unwrap();
        let text = Address::parse(r#"a_b.c["0"]"#).unwrap();
        assert_ne!(int, text);
    }

    #[test]
    fn prints_hostile_keys_escaped_and_reads_them_back() {
        let address = Address {
            modules: vec![],
            kind: BlockKind::Managed,
            resource_type: "t".into(),
            name: "n".into(),
            key: Some(Key::Str("\u{1b}[31m\n\u{202e}${x}$${%{\"\\##vso[".into())),
        };
        let text = address.to_string();
        assert_eq!(text, r#"t.n["\u001b[31m\n\u202e$${x}$$${%%{\"\\\u0023#vso["]"#);
        assert_eq!(Address::parse(&text).unwrap(), address);
    }

    #[test]
    fn refuses_what_is_no_resource_address() {
        for text in [
            "",
            "aws_s3_bucket",
            "module.a",
            "a.b.c",
            "a.b[",
            "a.b[x]",
            "a.b[01]",
            "a.b[\"x]",
            "a..b",
            "a.b\u{3164}",
        ] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
    }
}
