//! Regular expressions: Go's syntax (RE2) on Rust's engine.
//!
//! Both engines descend from RE2 and run in linear time; they differ in a few spellings,
//! which [`translate`] evens out: `\d`, `\w`, `\s` and `\b` mean ASCII, `\Q…\E` quotes, a
//! brace that repeats nothing is a brace, and nothing inside `[…]` nests.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::super::value::{Dict, Seq, Value};
use super::strings::text;
use super::{Outcome, Tools};

/// A compiled pattern and the shape of its matches.
pub(crate) struct Pattern {
    regex: ::regex::Regex,
    captures: Captures,
}

enum Captures {
    None,
    Unnamed,
    Named,
}

/// Compiles Go's spelling of a pattern.
pub(crate) fn compile(source: &str) -> Result<Pattern, String> {
    let regex = ::regex::RegexBuilder::new(&translate(source))
        .octal(false)
        .size_limit(4 << 20)
        .build()
        .map_err(|why| {
            let why = why.to_string();
            let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ");
            format!("not a valid regular expression: {why}")
        })?;
    let named = regex.capture_names().flatten().count();
    let captures = match (regex.captures_len() - 1, named) {
        (0, _) => Captures::None,
        (_, 0) => Captures::Unnamed,
        (all, named) if all == named => Captures::Named,
        _ => return Err("named and unnamed groups cannot be mixed in one pattern".into()),
    };
    Ok(Pattern { regex, captures })
}

impl Pattern {
    fn value<'a>(&self, found: &::regex::Captures<'_>) -> Value<'a> {
        let group = |at: usize| {
            found.get(at).map_or(Value::NULL, |group| Value::string(group.as_str().to_owned()))
        };
        match self.captures {
            Captures::None => group(0),
            Captures::Unnamed => Value::tuple((1..found.len()).map(group).collect()),
            Captures::Named => {
                let names = self.regex.capture_names().enumerate();
                let named =
                    names.filter_map(|(at, name)| Some((name?.to_owned().into(), group(at))));
                Value::dict(Dict::Object, named.collect())
            }
        }
    }
}

pub(super) fn regex<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let pattern = super::pattern(text(&args[0])).map_err(Cow::Owned)?;
    tools.spend(text(&args[1]).len() / 8)?;
    let found = pattern.regex.captures(text(&args[1]));
    found.map(|found| pattern.value(&found)).ok_or_else(|| "the pattern did not match".into())
}

pub(super) fn regexall<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let pattern = super::pattern(text(&args[0])).map_err(Cow::Owned)?;
    tools.spend(text(&args[1]).len() / 4)?;
    let all = pattern.regex.captures_iter(text(&args[1]));
    Ok(Value::seq(Seq::List, all.map(|found| pattern.value(&found)).collect()))
}

pub(super) fn regex_match<'a>(tools: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let pattern = super::pattern(text(&args[1])).map_err(Cow::Owned)?;
    tools.spend(text(&args[0]).len() / 8)?;
    Ok(Value::bool(pattern.regex.is_match(text(&args[0]))))
}

/// Go's spelling into Rust's.
fn translate(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '\\' => escape(rest, false, &mut out),
            '[' => class(rest, &mut out),
            '{' if !repeats(rest) => {
                out.push_str("\\{");
                &rest[1..]
            }
            _ => {
                out.push(c);
                &rest[c.len_utf8()..]
            }
        };
    }
    out
}

/// `{n}`, `{n,}` or `{n,m}`.
fn repeats(rest: &str) -> bool {
    let Some((inner, _)) = rest[1..].split_once('}') else { return false };
    let (from, to) = inner.split_once(',').unwrap_or((inner, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    !from.is_empty() && digits(from) && digits(to)
}

/// One escape; gives back what follows.
fn escape<'t>(rest: &'t str, in_class: bool, out: &mut String) -> &'t str {
    let Some(c) = rest[1..].chars().next() else {
        out.push('\\');
        return "";
    };
    let after = &rest[1 + c.len_utf8()..];
    if c == 'Q' && !in_class {
        let (quoted, after) = after.split_once("\\E").unwrap_or((after, ""));
        out.push_str(&::regex::escape(quoted));
        return after;
    }
    let ascii = match (c, in_class) {
        ('d', false) => "[0-9]",
        ('d', true) => "0-9",
        ('w', false) => "[0-9A-Za-z_]",
        ('w', true) => "0-9A-Za-z_",
        ('s', false) => "[\\t\\n\\f\\r ]",
        ('s', true) => "\\t\\n\\f\\r ",
        ('D', _) => "[^0-9]",
        ('W', _) => "[^0-9A-Za-z_]",
        ('S', _) => "[^\\t\\n\\f\\r ]",
        ('b', false) => "(?-u:\\b)",
        ('<', _) => "<",
        ('>', _) => ">",
        _ => "",
    };
    if ascii.is_empty() {
        out.push('\\');
        out.push(c);
    } else {
        out.push_str(ascii);
    }
    after
}

/// `[…]`, of which Rust would read more into than Go.
fn class<'t>(rest: &'t str, out: &mut String) -> &'t str {
    out.push('[');
    let mut rest = &rest[1..];
    if let Some(after) = rest.strip_prefix('^') {
        out.push('^');
        rest = after;
    }
    let mut first = true;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            ']' if !first => {
                out.push(']');
                return after;
            }
            '\\' => escape(rest, true, out),
            '[' if after.starts_with(':') && after.contains(":]") => {
                let end = after.find(":]").map_or(after.len(), |at| at + 2);
                let _ = write!(out, "[{}", &after[..end]);
                &after[end..]
            }
            '[' | ']' | '&' | '~' => {
                out.push('\\');
                out.push(c);
                after
            }
            '-' if after.starts_with('-') => {
                out.push_str("\\-");
                after
            }
            _ => {
                out.push(c);
                after
            }
        };
        first = false;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::compile;

    fn matches(pattern: &str, text: &str) -> bool {
        compile(pattern).unwrap().regex.is_match(text)
    }

    #[test]
    fn spellings_of_go_are_understood() {
        for (pattern, yes, no) in [
            (r"^\d+$", "12", "\u{0661}"),
            (r"^\w+$", "a_1", "é"),
            (r"^[\w.-]+$", "a.b-c", "a b"),
            (r"^\Qa.b\E$", "a.b", "axb"),
            (r"^{a}$", "{a}", "a"),
            (r"^a{2}$", "aa", "a"),
            (r"^[[:alpha:]]+$", "ab", "1"),
            (r"^[a&&b]+$", "a&b", "c"),
            (r"^[]a]+$", "]a", "b"),
            (r"^[a\]]+$", "a]", "b"),
            (r"^[a[]+$", "a[", "b"),
            (r"^arn:aws:s3:::[^/]+\/\*$", "arn:aws:s3:::b/*", "arn"),
            (r"^[^\d]+$", "ab", "a1"),
            (r"\bfoo\b", "a foo b", "afoob"),
        ] {
            assert!(matches(pattern, yes), "{pattern} on {yes}");
            assert!(!matches(pattern, no), "{pattern} on {no}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for pattern in ["(", "[", "a(b)(?P<n>c)", "*", "\\"] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }
}
