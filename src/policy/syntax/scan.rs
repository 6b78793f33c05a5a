//! What is done to text before hcl-edit sees it: nesting is capped, and line breaks are
//! blanked where HCL ignores them.
//!
//! hcl-edit takes an expression inside `{ for … }` or `%{ … }` to end at the line; HCL does
//! not. Writing spaces over such line breaks (and over the comments that end in them) makes
//! both agree, and leaves every byte where it was, so that spans stay true.

use super::super::source::{Note, Span};

/// Deeper than any policy, shallow enough for any stack.
const MAX_DEPTH: usize = 256;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside<'t> {
    /// `{ … }` of a block or object: a line break ends an item.
    Braces,
    /// `( … )`, `[ … ]`, `{ for … }`, `${ … }`: line breaks are white space.
    Free,
    /// Between quotes.
    Quotes,
    /// Between `<<WORD` and `WORD`.
    Heredoc(&'t str),
}

/// The text, ready for the parser.
pub(crate) fn prepare(file: u32, text: &str) -> Result<String, Note> {
    let mut scan = Scan { text, bytes: text.as_bytes(), out: text.as_bytes().to_vec(), at: 0 };
    let mut stack: Vec<Inside<'_>> = Vec::new();
    while scan.at < scan.bytes.len() {
        if stack.len() > MAX_DEPTH {
            let span = Span::new(file, scan.at..scan.at + 1);
            return Err(Note::error(span, "nested too deeply"));
        }
        match stack.last().copied() {
            Some(Inside::Quotes) => scan.quoted(&mut stack),
            Some(Inside::Heredoc(word)) => scan.heredoc(word, &mut stack),
            inside @ (None | Some(Inside::Braces | Inside::Free)) => {
                scan.code(inside == Some(Inside::Free), &mut stack);
            }
        }
    }
    String::from_utf8(scan.out)
        .map_err(|_| Note::error(Span::new(file, 0..0), "the file is not valid UTF-8"))
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    out: Vec<u8>,
    at: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t [u8] {
        &self.bytes[self.at.min(self.bytes.len())..]
    }

    fn blank(&mut self, from: usize, to: usize) {
        self.out[from..to].fill(b' ');
    }

    fn line_end(&self, from: usize) -> usize {
        self.bytes[from..].iter().position(|b| *b == b'\n').map_or(self.bytes.len(), |n| from + n)
    }

    fn code(&mut self, free: bool, stack: &mut Vec<Inside<'t>>) {
        let rest = self.rest();
        let start = self.at;
        self.at += 1;
        match rest[0] {
            b'\n' | b'\r' if free => self.blank(start, start + 1),
            b'#' => self.comment(start, free),
            b'/' if rest.starts_with(b"//") => self.comment(start, free),
            b'/' if rest.starts_with(b"/*") => {
                let end = rest[2..].windows(2).position(|pair| pair == b"*/");
                self.at = end.map_or(self.bytes.len(), |n| start + 2 + n + 2);
            }
            b'"' => stack.push(Inside::Quotes),
            b'(' | b'[' => stack.push(Inside::Free),
            b'{' => {
                let for_expression = self.opens_for(self.at);
                stack.push(if for_expression { Inside::Free } else { Inside::Braces });
            }
            b')' | b']' | b'}' => {
                stack.pop();
            }
            b'<' if rest.starts_with(b"<<") => {
                let mut word = start + 2;
                word += usize::from(self.bytes.get(word) == Some(&b'-'));
                let length = self.bytes[word..]
                    .iter()
                    .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | 0x80..))
                    .count();
                let end = word + length;
                let line = self.line_end(end);
                let ends_line = self.bytes[end..line].iter().all(u8::is_ascii_whitespace);
                if length > 0 && ends_line && line < self.bytes.len() {
                    stack.push(Inside::Heredoc(&self.text[word..end]));
                    // The line break before the text is looked at again: the text may be
                    // empty.
                    self.at = line;
                } else {
                    self.at = start + 2;
                }
            }
            _ => {}
        }
    }

    fn comment(&mut self, start: usize, free: bool) {
        let end = self.line_end(start);
        if free {
            self.blank(start, end);
        }
        self.at = end;
    }

    /// Whether `for NAME` stands here.
    fn opens_for(&self, mut at: usize) -> bool {
        let skip = |mut at: usize| {
            loop {
                at += self.bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
                let rest = &self.bytes[at..];
                if rest.starts_with(b"#") || rest.starts_with(b"//") {
                    at = self.line_end(at);
                } else {
                    return at;
                }
            }
        };
        at = skip(at);
        if !self.bytes[at..].starts_with(b"for") {
            return false;
        }
        let name = skip(at + 3);
        name > at + 3
            && self
                .bytes
                .get(name)
                .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | 0x80..))
    }

    fn quoted(&mut self, stack: &mut Vec<Inside<'t>>) {
        let rest = self.rest();
        match rest[0] {
            b'\\' => self.at += 2,
            b'"' => {
                stack.pop();
                self.at += 1;
            }
            _ => self.template(stack),
        }
    }

    fn heredoc(&mut self, word: &'t str, stack: &mut Vec<Inside<'t>>) {
        if self.rest()[0] != b'\n' {
            return self.template(stack);
        }
        let line = self.at + 1;
        let indent = self.bytes[line..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let closing = &self.bytes[line + indent..];
        let closes = closing.starts_with(word.as_bytes())
            && !closing
                .get(word.len())
                .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | 0x80..));
        if closes {
            stack.pop();
            self.at = line + indent + word.len();
        } else {
            self.at = line;
        }
    }

    /// One step of template text: an escape, the opening of a sequence, or a character.
    fn template(&mut self, stack: &mut Vec<Inside<'t>>) {
        let rest = self.rest();
        if rest.starts_with(b"$${") || rest.starts_with(b"%%{") {
            self.at += 3;
        } else if rest.starts_with(b"${") || rest.starts_with(b"%{") {
            self.at += 2;
            stack.push(Inside::Free);
        } else {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::prepare;

    fn blanked(text: &str) -> String {
        let out = prepare(0, text).unwrap();
        assert_eq!(out.len(), text.len());
        out
    }

    #[test]
    fn only_line_breaks_that_mean_nothing_are_blanked() {
        assert_eq!(blanked("a = {\nb = 1\n}\n"), "a = {\nb = 1\n}\n");
        assert_eq!(blanked("a = (1\n+ 2)\n"), "a = (1 + 2)\n");
        assert_eq!(blanked("a = [\n1, # one\n2]"), "a = [ 1,       2]");
        assert_eq!(blanked("a = {\nfor x in y : x\n=> 1}"), "a = { for x in y : x => 1}");
        assert_eq!(blanked("a = {\nfor = 1\n}"), "a = {\nfor = 1\n}");
        assert_eq!(blanked("a = \"x${b\n}\"\n"), "a = \"x${b }\"\n");
    }

    #[test]
    fn heredocs_and_strings_stay_as_they_are() {
        for text in ["a = f(<<EOT\n)\n# no\n\"\nEOT\n)", "a = \"# ( \\\" \"\n", "a = <<EOT\nEOT\n"]
        {
            assert!(blanked(text).starts_with(&text[..text.len() - 2]), "{text}");
        }
    }

    #[test]
    fn depth_is_capped() {
        assert!(prepare(0, &"(".repeat(10_000)).is_err());
        assert!(prepare(0, &"\"${".repeat(10_000)).is_err());
    }

    #[test]
    fn unfinished_text_is_left_to_the_parser() {
        for text in
            ["\"", "<<", "<<EOT", "<<EOT\n", "/*", "\\", "\"\\", "}", "{ for", "#", "<<-A\n  A"]
        {
            blanked(text);
        }
    }
}
