//! The language in which recipes say how an id is made.
//!
//! ```text
//! {name}                        an attribute; {block.0.name} one of a nested block
//! {bucket_arn:last}             changed by a modifier, see `Modifier`
//! {project|@project|'default'}  the first that there is: attribute, fact of the caller, text
//! [:{qualifier}]                left out, the text too, when the attribute is not set
//! {?version}                    assigned by the provider, not to be had from a plan
//! ```
//!
//! Everything else is the text of the id.

use std::fmt;

use super::facts::Fact;
use super::modifier::Modifier;
use crate::plan::Step;

/// A parsed template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it stands.
    Text(String),
    /// The first of the alternatives that there is.
    Choice(Vec<Alternative>),
    /// Pieces that are left out when one of their attributes is not set.
    Optional(Vec<Piece>),
}

/// Where a piece of an id may come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alternative {
    /// An attribute of the resource.
    Attribute {
        /// Names and, for nested blocks, indices.
        path: Vec<Segment>,
        /// What is done with its text.
        modifier: Option<Modifier>,
    },
    /// What the caller knows.
    Fact(Fact),
    /// What takes code to find out.
    Derived(Derived),
    /// Text, for what a provider assumes where nothing is set.
    Literal(String),
    /// What the provider assigns.
    Unresolved(String),
}

/// A step of an attribute path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Attribute or block.
    Name(String),
    /// Which of the blocks.
    Index(usize),
}

/// Parts of ids that several attributes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// `@sgr_sources`: where a security group rule leads to or comes from.
    SecurityGroupRuleSources,
    /// `@main_region`: the region in the ARN of a global table.
    MainRegion,
    /// `@scope`: `accounts` or `zones`, as a Cloudflare resource belongs to either.
    Scope,
}

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The part that is wrong.
    pub part: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl Template {
    /// Parses a template.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find('[') {
            pieces.extend(flat(&rest[..at])?);
            let inside = &rest[at + 1..];
            let end = inside.find(']').ok_or_else(|| wrong(&rest[at..], "`[` is not closed"))?;
            let optional = flat(&inside[..end])?;
            if !optional.iter().any(|piece| matches!(piece, Piece::Choice(_))) {
                return Err(wrong(&inside[..end], "nothing decides whether it is left out"));
            }
            pieces.push(Piece::Optional(optional));
            rest = &inside[end + 1..];
        }
        pieces.extend(flat(rest)?);
        Ok(Self { pieces })
    }

    /// Every alternative in it, in order.
    pub fn alternatives(&self) -> impl Iterator<Item = &Alternative> {
        self.pieces.iter().flat_map(choices).flatten()
    }
}

/// The choices of a piece and of what is optional in it.
fn choices(piece: &Piece) -> Vec<&[Alternative]> {
    match piece {
        Piece::Text(_) => Vec::new(),
        Piece::Choice(alternatives) => vec![alternatives],
        Piece::Optional(pieces) => pieces.iter().flat_map(choices).collect(),
    }
}

/// Pieces without optional ones.
fn flat(text: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (before, inside) = rest.split_once('{').map_or((rest, None), |(a, b)| (a, Some(b)));
        if before.contains(['}', ']', '[']) {
            return Err(wrong(before, "a bracket has no partner"));
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        let Some(inside) = inside else { break };
        let (choice, after) =
            inside.split_once('}').ok_or_else(|| wrong(inside, "`{` is not closed"))?;
        let alternatives: Result<_, _> = choice.split('|').map(alternative).collect();
        pieces.push(Piece::Choice(alternatives?));
        rest = after;
    }
    Ok(pieces)
}

fn alternative(text: &str) -> Result<Alternative, TemplateError> {
    if let Some(literal) = text.strip_prefix('\'') {
        let literal = literal.strip_suffix('\'').filter(|text| !text.contains(['\'', '{']));
        let literal = literal.ok_or_else(|| wrong(text, "is no quoted text"))?;
        return Ok(Alternative::Literal(literal.to_owned()));
    }
    if let Some(name) = text.strip_prefix('@') {
        let fact = Fact::ALL.into_iter().find(|fact| fact.name() == name);
        let derived = Derived::ALL.into_iter().find(|derived| derived.name() == name);
        let found = fact.map(Alternative::Fact).or(derived.map(Alternative::Derived));
        return found.ok_or_else(|| wrong(text, "is no fact"));
    }
    if let Some(name) = text.strip_prefix('?') {
        let name = Some(name).filter(|name| is_name(name));
        let found = name.map(|name| Alternative::Unresolved(name.to_owned()));
        return found.ok_or_else(|| wrong(text, "is no name"));
    }
    let (path, modifier) = match text.split_once(':') {
        Some((path, modifier)) => {
            let parsed = Modifier::parse(modifier);
            (path, Some(parsed.ok_or_else(|| wrong(modifier, "is no modifier"))?))
        }
        None => (text, None),
    };
    let segments: Option<Vec<_>> = path.split('.').map(Segment::parse).collect();
    match segments {
        Some(path) if matches!(path.first(), Some(Segment::Name(_))) => {
            Ok(Alternative::Attribute { path, modifier })
        }
        _ => Err(wrong(path, "is no path of an attribute")),
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn wrong(part: &str, reason: &'static str) -> TemplateError {
    TemplateError { part: part.to_owned(), reason }
}

impl Segment {
    fn parse(text: &str) -> Option<Self> {
        if is_name(text) {
            return Some(Self::Name(text.to_owned()));
        }
        let index: usize = text.parse().ok()?;
        (index.to_string() == text).then_some(Self::Index(index))
    }

    /// As a step into a planned value.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        match self {
            Self::Name(name) => Step::Key(name),
            Self::Index(index) => Step::Index(*index),
        }
    }
}

impl Derived {
    const ALL: [Self; 3] = [Self::SecurityGroupRuleSources, Self::MainRegion, Self::Scope];

    /// Its name in templates, after the `@`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SecurityGroupRuleSources => "sgr_sources",
            Self::MainRegion => "main_region",
            Self::Scope => "scope",
        }
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| piece.fmt(f))
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Choice(alternatives) => {
                let texts: Vec<_> = alternatives.iter().map(Alternative::to_string).collect();
                write!(f, "{{{}}}", texts.join("|"))
            }
            Self::Optional(pieces) => {
                f.write_str("[")?;
                pieces.iter().try_for_each(|piece| piece.fmt(f))?;
                f.write_str("]")
            }
        }
    }
}

impl fmt::Display for Alternative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attribute { path, modifier } => {
                let path: Vec<_> = path.iter().map(Segment::to_string).collect();
                f.write_str(&path.join("."))?;
                modifier.iter().try_for_each(|modifier| write!(f, ":{modifier}"))
            }
            Self::Fact(fact) => write!(f, "@{}", fact.name()),
            Self::Derived(derived) => write!(f, "@{}", derived.name()),
            Self::Literal(text) => write!(f, "'{text}'"),
            Self::Unresolved(name) => write!(f, "?{name}"),
        }
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::Index(index) => write!(f, "{index}"),
        }
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.part, self.reason)
    }
}

impl std::error::Error for TemplateError {}

#[cfg(test)]
mod tests {
    use super::Template;

    #[test]
    fn templates_print_as_they_were_written() {
        for text in [
            "",
            "default",
            "{name}",
            "{metadata.0.namespace|'default'}/{metadata.0.name}",
            "projects/{project|@project}/topics/{name}",
            "{a|b|''|@account_id}:{x:last}|{y:join:}{z:seg:Key}[,{w}{v:lower}]",
            "{?version}",
            "{@sgr_sources}{@main_region}{@scope}",
        ] {
            assert_eq!(Template::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_template_says_why() {
        for (text, message) in [
            ("{name", "`name`: `{` is not closed"),
            ("name}", "`name}`: a bracket has no partner"),
            ("a]", "`a]`: a bracket has no partner"),
            ("[{a}", "`[{a}`: `[` is not closed"),
            ("[a[{b}]]", "`a[`: a bracket has no partner"),
            ("[,]", "`,`: nothing decides whether it is left out"),
            ("{}", "``: is no path of an attribute"),
            ("{a|}", "``: is no path of an attribute"),
            ("{0.a}", "`0.a`: is no path of an attribute"),
            ("{a.01}", "`a.01`: is no path of an attribute"),
            ("{a b}", "`a b`: is no path of an attribute"),
            ("{a:upper}", "`upper`: is no modifier"),
            ("{@nobody}", "`@nobody`: is no fact"),
            ("{'a}", "`'a`: is no quoted text"),
            ("{?<scope>}", "`?<scope>`: is no name"),
        ] {
            assert_eq!(Template::parse(text).unwrap_err().to_string(), message, "{text}");
        }
    }
}
