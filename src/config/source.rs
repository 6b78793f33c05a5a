//! The text of a configuration file: bounds, lines, and its parse.
//!
//! The file comes from the repository that is judged, so it may be anything. Size and number
//! of values are bounded before the parser sees it: finding duplicates is quadratic.

use std::ops::Range;

use hcl_edit::structure::Body;

use super::problem::{Kind, Problem, shown};
use crate::hcl::{self, ParseError};
use crate::plan::text::visible;

/// A configuration larger than this is something else.
const LARGEST: usize = 1 << 20;

/// As many keys, blocks and list elements as a file may have together.
const MOST_VALUES: usize = 10_000;

/// The text of a file, the name it is known by, and where its lines begin.
pub(super) struct Source {
    name: String,
    text: String,
    lines: Vec<usize>,
}

impl Source {
    pub(super) fn new(name: &str, text: &str) -> Self {
        // Editors on Windows put a byte order mark in front; it is no part of the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { name: name.to_owned(), text, lines }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// The line that holds the offset, without its end.
    pub(super) fn line_text(&self, offset: usize) -> &str {
        let line = self.line(offset);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// Where something is said, as messages and reports name it: `.tfgate.hcl:4`.
    pub(super) fn origin(&self, offset: usize) -> String {
        format!("{}:{}", visible(&self.name), self.line(offset))
    }

    /// The origin with a column: `.tfgate.hcl:4:7`.
    pub(super) fn position(&self, offset: usize) -> String {
        let start =
            self.lines.get(self.line(offset).saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text.get(start..offset).map_or(1, |text| text.chars().count() + 1);
        format!("{}:{column}", self.origin(offset))
    }

    pub(super) fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    /// Parses the text, or says why it is no HCL.
    pub(super) fn parse(&self) -> Result<Body, Problem> {
        self.check_bounds()?;
        hcl::parse(&self.text).map_err(|error| match error {
            ParseError::Syntax(error) => self.syntax(&error),
            ParseError::Stopped(reason) => Problem::new(Kind::Syntax, reason),
        })
    }

    fn check_bounds(&self) -> Result<(), Problem> {
        let odd = |(_, c): &(usize, char)| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if self.text.len() > LARGEST {
            let message =
                format!("the file has {} bytes, at most {LARGEST} are read", self.text.len());
            return Err(Problem::new(Kind::Syntax, message));
        }
        if let Some((at, c)) = self.text.char_indices().find(odd) {
            let message = format!("the file holds a control character, U+{:04X}", u32::from(c));
            return Err(Problem::new(Kind::Syntax, message)
                .label(at..at + c.len_utf8(), "here")
                .help("is this a text file?"));
        }
        let values =
            self.text.bytes().filter(|byte| matches!(byte, b'=' | b':' | b'{' | b',')).count();
        if values > MOST_VALUES {
            let message =
                format!("the file has some {values} values, at most {MOST_VALUES} are read");
            return Err(Problem::new(Kind::Syntax, message));
        }
        Ok(())
    }

    /// The parser stops at its first error, so this one is reported alone.
    fn syntax(&self, error: &hcl_edit::parser::Error) -> Problem {
        let at = self.char_at(error.location().offset());
        let message = error.message();
        if message.contains("redefined") {
            let name = self.text[at.start..].split(|c: char| c.is_whitespace() || "=:".contains(c));
            let name = shown(name.into_iter().next().unwrap_or_default());
            let end = (at.start + name.len()).clamp(at.end, self.text.len());
            let end = if self.text.is_char_boundary(end) { end } else { at.end };
            return Problem::new(Kind::Duplicate, format!("`{name}` is set twice"))
                .label(at.start..end, "set a second time in the same block")
                .help("leave one of the two out");
        }
        if message.contains("nesting depth") || message.contains("chained") {
            return Problem::new(Kind::Syntax, "the file is nested too deeply")
                .label(at, "no configuration needs so many levels");
        }
        let problem = Problem::new(Kind::Syntax, "this is not valid HCL").label(at, message);
        if message.contains("block body") || message.contains("newline") {
            return problem.help(
                "a key is written `name = value`, one on each line; a block on one line can hold \
                 one key only",
            );
        }
        problem
    }

    /// The character at the offset, or nothing at the end.
    fn char_at(&self, offset: usize) -> Range<usize> {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let length = self.text[start..].chars().next().map_or(0, char::len_utf8);
        start..start + length
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn error(text: &str) -> String {
        Source::new("x.hcl", text).parse().unwrap_err().to_string()
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let source = Source::new("x.hcl", "\u{feff}a = 1\r\nbä = 2\n");
        assert_eq!(source.origin(0), "x.hcl:1");
        assert_eq!(source.position(source.text().find('2').unwrap()), "x.hcl:2:6");
        assert_eq!(source.line_text(8), "bä = 2");
        assert_eq!(source.line_text(source.text().len()), "");
        assert!(source.parse().is_ok());
    }

    #[test]
    fn hostile_text_is_refused_and_never_overflows_the_stack() {
        for n in [50, 64, 100, 100_000] {
            for open in ["(", "[", "{a=", "\"${", "!", "-", "a?", "f(", "a[", "\"%{if a}", "a+"] {
                let text = format!("a = {}", open.repeat(n));
                assert!(Source::new("x", &text).parse().is_err(), "{open} {n}");
            }
            assert!(Source::new("x", &"a {\n".repeat(n)).parse().is_err());
        }
        assert_eq!(error(&"a {\n".repeat(100)), "the file is nested too deeply");
        assert_eq!(error("a = 1\0"), "the file holds a control character, U+0000");
        assert_eq!(
            error(&"#".repeat(1 << 21)),
            "the file has 2097152 bytes, at most 1048576 are read"
        );
        for many in ["a=1\n", "a {\n}\n", ","] {
            assert!(error(&many.repeat(20_000)).contains("at most 10000"), "{many}");
        }
    }

    #[test]
    fn a_key_set_twice_is_named() {
        assert_eq!(error("profile = 1\nprofile = 2"), "`profile` is set twice");
        assert_eq!(error("a = { b = 1, b = 2 }"), "`b` is set twice");
        assert_eq!(error("a = { \"ö\" = 1, \"ö\" = 2 }"), "`\"ö\"` is set twice");
    }
}
