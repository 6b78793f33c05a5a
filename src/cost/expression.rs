//! The small expressions of the mapping tables: their text as a tree.
//!
//! Paths, numbers, texts, arithmetic, comparison, a default (`??`) and a handful of
//! functions. Whatever needs more than this needs Rust, and a test.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// `730`
    Number(Decimal),
    /// `"gp2"`
    Text(String),
    /// `true`
    Truth(bool),
    /// `root_block_device.volume_size`, `$.size` (of the whole resource)
    Path(Vec<Step>),
    /// `standard.storage_gb`, written `usage.standard.storage_gb`
    Usage(String),
    /// `name(arguments)`
    Call(String, Vec<Expression>),
    /// `a + b`
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// `not a`
    Not(Box<Expression>),
}

/// What stands between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `or`
    Or,
    /// `and`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `<`
    Less,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `??`
    Default,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An attribute.
    Name(String),
    /// A list element.
    Index(usize),
}

/// Text with expressions in braces.
#[derive(Clone, Debug, PartialEq)]
pub struct Template(pub Vec<Piece>);

/// A piece of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// As it stands.
    Literal(String),
    /// To be evaluated.
    Value(Expression),
}

/// Operators, loosest first; those of one row bind alike.
const BINDING: [&[(&str, Operator)]; 6] = [
    &[("or", Operator::Or)],
    &[("and", Operator::And)],
    &[
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        (">=", Operator::AtLeast),
        ("<=", Operator::AtMost),
        (">", Operator::More),
        ("<", Operator::Less),
    ],
    &[("+", Operator::Plus), ("-", Operator::Minus)],
    &[("*", Operator::Times), ("/", Operator::Over)],
    &[("??", Operator::Default)],
];

impl Expression {
    /// Parses `text`; the error says what was expected and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let tokens = tokens(text)?;
        let mut parser = Parser { tokens: &tokens, at: 0 };
        let expression = parser.binary(0)?;
        match parser.peek() {
            None => Ok(expression),
            Some(token) => Err(format!("`{}` is left over in `{text}`", token.shown())),
        }
    }

    /// Adds the usage keys that it asks for.
    pub fn usage(&self, keys: &mut BTreeSet<String>) {
        match self {
            Self::Number(_) | Self::Text(_) | Self::Truth(_) | Self::Path(_) => {}
            Self::Usage(key) => drop(keys.insert(key.clone())),
            Self::Call(_, arguments) => arguments.iter().for_each(|one| one.usage(keys)),
            Self::Binary(_, left, right) => {
                left.usage(keys);
                right.usage(keys);
            }
            Self::Not(inside) => inside.usage(keys),
        }
    }

    /// Whether it asks for any usage.
    #[must_use]
    pub fn by_usage(&self) -> bool {
        let mut keys = BTreeSet::new();
        self.usage(&mut keys);
        !keys.is_empty()
    }
}

/// A path without indices, as the configuration knows it.
#[must_use]
pub fn dotted(path: &[Step]) -> String {
    let names = path.iter().filter_map(|step| match step {
        Step::Name(name) => Some(name.as_str()),
        Step::Index(_) => None,
    });
    names.collect::<Vec<_>>().join(".")
}

impl Expression {
    /// Every path in it, shown to `seen`.
    pub fn paths(&self, seen: &mut impl FnMut(&[Step])) {
        match self {
            Self::Number(_) | Self::Text(_) | Self::Truth(_) | Self::Usage(_) => {}
            Self::Path(path) => seen(path),
            Self::Call(_, arguments) => arguments.iter().for_each(|one| one.paths(seen)),
            Self::Binary(_, left, right) => {
                left.paths(seen);
                right.paths(seen);
            }
            Self::Not(inside) => inside.paths(seen),
        }
    }
}

impl Template {
    /// The expressions in it.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Value(expression) => Some(expression),
        })
    }

    /// Parses `text`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}').ok_or(format!("no `}}` in `{text}`"))?;
            if !literal.is_empty() {
                pieces.push(Piece::Literal(literal.to_owned()));
            }
            pieces.push(Piece::Value(Expression::parse(inside)?));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest.to_owned()));
        }
        Ok(Self(pieces))
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(Decimal),
    Text(String),
    Word(String),
    Sign(&'static str),
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) | Self::Word(text) => text.clone(),
            Self::Sign(sign) => (*sign).to_owned(),
        }
    }
}

const SIGNS: [&str; 18] =
    ["??", "==", "!=", ">=", "<=", "+", "-", "*", "/", "(", ")", ",", ".", "[", "]", "$", ">", "<"];

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '"' {
            let (inside, after) =
                rest[1..].split_once('"').ok_or(format!("no closing quote in `{text}`"))?;
            found.push(Token::Text(inside.to_owned()));
            rest = after.trim_start();
            continue;
        }
        let length = |keep: fn(char) -> bool| rest.find(|c| !keep(c)).unwrap_or(rest.len());
        let taken = if first.is_ascii_digit() {
            let length = length(|c| c.is_ascii_digit() || c == '.');
            let number = Decimal::from_str_exact(&rest[..length]);
            found.push(Token::Number(number.map_err(|_| format!("bad number in `{text}`"))?));
            length
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = length(|c| c.is_ascii_alphanumeric() || c == '_');
            found.push(Token::Word(rest[..length].to_owned()));
            length
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
            let sign = sign.ok_or(format!("`{first}` means nothing in `{text}`"))?;
            found.push(Token::Sign(sign));
            sign.len()
        };
        rest = rest[taken..].trim_start();
    }
    Ok(found)
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, sign: &str) -> bool {
        let here = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign)
            || matches!(self.peek(), Some(Token::Word(found)) if found == sign);
        self.at += usize::from(here);
        here
    }

    fn binary(&mut self, level: usize) -> Result<Expression, String> {
        let Some(operators) = BINDING.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.take(sign)) {
            let right = self.binary(level + 1)?;
            left = Expression::Binary(*operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expression, String> {
        if self.take("not") {
            return Ok(Expression::Not(Box::new(self.unary()?)));
        }
        if self.take("(") {
            let inside = self.binary(0)?;
            return if self.take(")") { Ok(inside) } else { Err("expected `)`".to_owned()) };
        }
        if self.take("$") {
            let mut steps = vec![Step::Name("$".to_owned())];
            self.steps(&mut steps)?;
            return Ok(Expression::Path(steps));
        }
        let token = self.peek().ok_or("the expression ends too early")?;
        self.at += 1;
        match token {
            Token::Number(number) => Ok(Expression::Number(*number)),
            Token::Text(text) => Ok(Expression::Text(text.clone())),
            Token::Word(word) if self.take("(") => {
                let mut arguments = Vec::new();
                while !self.take(")") {
                    arguments.push(self.binary(0)?);
                    if !self.take(",") && self.peek() != Some(&Token::Sign(")")) {
                        return Err(format!("expected `,` or `)` after `{word}(`"));
                    }
                }
                Ok(Expression::Call(word.clone(), arguments))
            }
            Token::Word(word) => {
                let mut steps = vec![Step::Name(word.clone())];
                self.steps(&mut steps)?;
                Ok(match (word.as_str(), &steps[1..]) {
                    ("true", []) => Expression::Truth(true),
                    ("false", []) => Expression::Truth(false),
                    ("usage", key) => Expression::Usage(dotted(key)),
                    _ => Expression::Path(steps),
                })
            }
            Token::Sign(sign) => Err(format!("`{sign}` stands where a value should")),
        }
    }

    fn steps(&mut self, steps: &mut Vec<Step>) -> Result<(), String> {
        loop {
            if self.take(".") {
                let Some(Token::Word(word)) = self.peek() else {
                    return Err("expected a name after `.`".to_owned());
                };
                self.at += 1;
                steps.push(Step::Name(word.clone()));
            } else if self.take("[") {
                let Some(Token::Number(number)) = self.peek() else {
                    return Err("expected a number after `[`".to_owned());
                };
                self.at += 1;
                let index = number.to_string().parse().map_err(|_| "expected an index")?;
                steps.push(Step::Index(index));
                if !self.take("]") {
                    return Err("expected `]`".to_owned());
                }
            } else {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Expression;

    #[test]
    fn operators_bind_as_usual_and_a_default_binds_tightest() {
        let shape = |text: &str| format!("{:?}", Expression::parse(text).unwrap());
        assert_eq!(shape("a ?? 3 - 1 * 2"), shape("(a ?? 3) - (1 * 2)"));
        assert_eq!(shape("a == \"x\" and not b or c"), shape("((a == \"x\") and (not b)) or c"));
    }

    #[test]
    fn what_is_no_expression_is_an_error() {
        for text in ["", "a b", "(1", "max(1 2)", "a.", "a[x]", "\"open", "1 +", "#"] {
            assert!(Expression::parse(text).is_err(), "{text}");
        }
    }
}
