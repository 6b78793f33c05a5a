//! Text of a report as Markdown that cannot become anything else.
//!
//! A plan is untrusted, and so is a report that another job wrote. Escaping by backslashes
//! does not keep a forge from linking `@name`, `#123`, a URL or a commit, because it looks
//! for them in the rendered text. So there are only two ways out: words of harmless
//! characters stay as they are, and everything else is code, in which nobody looks.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::plan::text::visible;

/// Marks that may stand in plain words: none of them begins or ends markup between letters.
const CALM: &str = ".,;:!?'\"()/%+-=→…–—×$€“”‘’";

/// Longest run of backticks that is shown as it is. Parsers give up on a fence of more than
/// 80, and then what is inside is no code.
const LONGEST_RUN: usize = 8;

/// How much longer a sentence may become by the fences around its code, in bytes.
const FENCES: usize = 80;

/// Instead of no text.
const EMPTY: &str = "(empty)";

/// A code span, with a fence that is longer than any run of backticks inside.
pub(super) fn code(text: &str) -> String {
    let text = visible(text);
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    let text = count_backticks(&text);
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = text.chars().all(|c| c == ' ');
    // A parser takes one space off both ends, if there is one at both.
    let pads = |edge: Option<char>| edge == Some('`') || (edge == Some(' ') && !blank);
    let pad = if pads(text.chars().next()) || pads(text.chars().next_back()) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Code that is shortened to `most` bytes of text.
pub(super) fn short_code(text: &str, most: usize) -> String {
    code(&clip(&visible(text), most))
}

/// `text` with runs of backticks that are too long for a fence told by their number.
fn count_backticks(text: &str) -> Cow<'_, str> {
    if longest_run(text) <= LONGEST_RUN {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('`') {
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        out.push_str(&rest[..start]);
        if run <= LONGEST_RUN {
            out.push_str(&rest[start..start + run]);
        } else {
            let _ = write!(out, "({run} backticks)");
        }
        rest = &rest[start + run..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A sentence of about `most` bytes (never 100 more), with its `code` in it, and every word in code
/// that could be read as more than a word.
pub(super) fn prose(text: &str, most: usize) -> String {
    let text = visible(text);
    let text = clip(&text, most);
    let mut out = String::new();
    let mut rest = &*text;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        if let Some(end) = span_end(rest, before) {
            push(&mut out, &code(&rest[1..end]));
            before = Some('`');
            rest = &rest[end + 1..];
            continue;
        }
        if first == ' ' {
            // One is enough, and two at the end of a line would break it.
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            before = Some(' ');
            rest = &rest[1..];
            continue;
        }
        let word = &rest[..word_end(rest, before)];
        let begins = out.is_empty();
        if is_plain(word) && !(begins && could_begin_a_block(word)) {
            // An amount, which could begin a formula: a formula is markup, so here a backslash
            // is enough.
            push(&mut out, &word.replace('$', "\\$"));
        } else {
            let core = word.trim_end_matches(['.', ',', ';']);
            let core = if core.is_empty() { word } else { core };
            push(&mut out, &code(core));
            out.push_str(&word[core.len()..]);
        }
        before = word.chars().next_back();
        rest = &rest[word.len()..];
    }
    out.truncate(out.trim_end().len());
    match out.len() {
        // A line without words could make a heading of the one above.
        0 => EMPTY.to_owned(),
        // Made of marks more than of words.
        length if length > most + FENCES => short_code(&text, most),
        _ => out,
    }
}

/// Two code spans side by side would become one.
fn push(out: &mut String, piece: &str) {
    if out.ends_with('`') && piece.starts_with('`') {
        out.push(' ');
    }
    out.push_str(piece);
}

/// Where the span ends that begins with this text: a message puts attributes and addresses
/// in backticks, and a key may hold backticks of its own.
fn span_end(text: &str, before: Option<char>) -> Option<usize> {
    let opens = before.is_none_or(|c| c == ' ' || "(\"'/=:,-".contains(c));
    if !opens || !text.starts_with('`') {
        return None;
    }
    text.match_indices('`').map(|(at, _)| at).find(|&at| {
        let after = text[at + 1..].chars().next();
        at > 1 && after.is_none_or(|c| " ,.;:!?)'/-".contains(c))
    })
}

/// Where the word ends that begins with this text: at a space, or where a span begins. A
/// list in brackets is one word.
fn word_end(text: &str, mut before: Option<char>) -> usize {
    let list = if text.starts_with('[') { text.find(']').unwrap_or(0) } else { 0 };
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < list) {
        if c == ' ' || (at > 0 && span_end(&text[at..], before).is_some()) {
            return at;
        }
        before = Some(c);
    }
    text.len()
}

/// Whether no renderer makes more of the word than the word.
fn is_plain(word: &str) -> bool {
    let calm = |c: char| c.is_alphanumeric() || CALM.contains(c);
    word.chars().all(calm) && !is_link(word) && !is_reference(word)
}

/// URLs and emoji by name.
fn is_link(word: &str) -> bool {
    word.contains("//") || word.to_lowercase().contains("www.") || word.matches(':').count() > 1
}

/// What a forge links by itself: `GH-12`, a commit, GitLab's `!12`, `%12` and `$12`; an
/// amount in dollars has a decimal point.
fn is_reference(word: &str) -> bool {
    let commit = word
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|run| run.len() >= 7 && run.chars().all(|c| c.is_ascii_hexdigit()));
    let marked = |mark: char| {
        word.match_indices(mark).any(|(at, _)| word[at + 1..].starts_with(char::is_alphanumeric))
    };
    let amount = |at: usize| {
        let digits = word[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
        digits.starts_with('.')
    };
    commit
        || names_an_issue(word)
        || marked('!')
        || marked('%')
        || !word.match_indices('$').all(|(at, _)| amount(at))
}

/// `GH-12`, where a word may begin.
fn names_an_issue(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.match_indices("gh-").any(|(at, mark)| {
        let inside = word[..at].ends_with(char::is_alphanumeric);
        !inside && word[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a line that begins with this word could be a list, a heading, a rule, or a quick
/// action of GitLab.
fn could_begin_a_block(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < word.len() && digits.starts_with(['.', ')']);
    let harmless = |c: char| c.is_alphanumeric() || "(\"'$“‘€".contains(c);
    let amount = word.strip_prefix(['+', '-']).is_some_and(|rest| rest.starts_with(['$', '€']));
    numbered || !(amount || word.starts_with(harmless))
}

/// Inline Markdown as one cell of a table. A pipe is written `\|`, in code too; parsers
/// differ on a backslash in front of that, so there the pipe is written out.
pub(super) fn cell(inline: &str) -> String {
    let mut out = String::with_capacity(inline.len());
    for c in inline.chars() {
        match c {
            '|' if out.ends_with('\\') => out.push_str("\\u{7c}"),
            '|' => out.push_str("\\|"),
            c => out.push(c),
        }
    }
    out
}

/// A fenced block whose fence no line can close, each line indented by `indent` spaces.
pub(super) fn fenced(language: &str, text: &str, indent: usize) -> String {
    let lines: Vec<Cow<'_, str>> = text.lines().map(visible).collect();
    let lines: Vec<Cow<'_, str>> = lines.iter().map(|line| count_backticks(line)).collect();
    let longest = lines.iter().map(|line| longest_run(line)).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut out = format!("{:indent$}{fence}{language}\n", "");
    for line in lines {
        let _ = writeln!(out, "{:indent$}{line}", "");
    }
    let _ = writeln!(out, "{:indent$}{fence}", "");
    out
}

/// `text` in at most about `most` bytes: what is left out of its middle is counted, since
/// the ends of an address say the most.
pub(super) fn clip(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return Cow::Borrowed(text);
    }
    let head = &text[..text.floor_char_boundary(most * 2 / 3)];
    let tail = &text[text.ceil_char_boundary(text.len() - most / 3)..];
    let left_out = text[head.len()..text.len() - tail.len()].chars().count();
    Cow::Owned(format!("{head}…({left_out} more)…{tail}"))
}

/// A value in an HTML comment: nothing in it can end the value or the comment.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let plain = byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'_' | b'/' | b':' | b',')
            || (byte == b'-' && !out.ends_with('-'));
        if plain {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Longest link, in bytes.
const LONGEST_URL: usize = 600;

/// Whether a link may go there: no scheme but HTTP, and nothing that could leave the link.
#[must_use]
pub fn is_safe_url(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    url.len() <= LONGEST_URL
        && rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.chars().all(allowed)
        })
}

/// A link to a safe URL. An entity in it would be read as the character that it names.
pub(super) fn link(shown: &str, url: &str) -> String {
    format!("[{shown}]({})", url.replace('&', "&amp;"))
}

/// Whether ids may be added to it and still lead to the same host: it goes on behind that.
#[must_use]
pub fn is_safe_base(url: &str) -> bool {
    is_safe_url(url) && url.split_once("://").is_some_and(|(_, rest)| rest.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{attribute, cell, clip, code, fenced, is_safe_base, is_safe_url, link, prose};

    #[test]
    fn code_holds_whatever_it_is_given() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code("a\n# b\u{202e}"), "`a\\n# b\\u{202e}`");
        assert_eq!(code(""), "(empty)");
        assert_eq!(code(&format!("a`b{}c", "`".repeat(81))), "``a`b(81 backticks)c``");
    }

    #[test]
    fn sentences_keep_their_words_and_their_code() {
        let all = |text| prose(text, 1000);
        assert_eq!(
            all("`storage_encrypted` is false, must be true"),
            "`storage_encrypted` is false, must be true"
        );
        assert_eq!(
            all("plan adds $1,657.40 a month (+50%), more than \"500 USD\""),
            "plan adds \\$1,657.40 a month (+50%), more than \"500 USD\""
        );
        assert_eq!(all("`[\"`tick`\"]` is gone"), "``[\"`tick`\"]`` is gone");
        assert_eq!(all("uses (`a`), `b`: c"), "uses (`a`), `b`: c");
    }

    #[test]
    fn what_could_be_more_than_a_word_is_code() {
        let cases = [
            ("ask @team about #12", "ask `@team` about `#12`"),
            (
                "see https://example.com/x or www.example.com",
                "see `https://example.com/x` or `www.example.com`",
            ),
            ("<b>x</b> & [a](b) ![c](d)", "`<b>x</b>` `&` `[a](b)` `![c](d)`"),
            ("a *b* _c_ ~d~ \\e |f| :tada:", "a `*b*` `_c_` `~d~` `\\e` `|f|` `:tada:`"),
            (
                "commit 0a1b2c3d and GH-12, !3 $x$ %4",
                "commit `0a1b2c3d` and `GH-12`, `!3` `$x$` `%4`",
            ),
            ("use [\"a\", \"b\"] or [c.", "use `[\"a\", \"b\"]` or `[c`."),
            ("high-5, gh-pages, (GH-5)", "high-5, gh-pages, `(GH-5)`"),
            ("# title", "`#` title"),
            ("- item", "`-` item"),
            ("1. item", "`1`. item"),
            ("/approve it", "`/approve` it"),
            ("--- yes", "`---` yes"),
            ("a `b", "a `` `b ``"),
            ("a   b  ", "a b"),
            (" ", "(empty)"),
        ];
        for (text, expected) in cases {
            assert_eq!(prose(text, 1000), expected);
        }
    }

    #[test]
    fn cells_hold_their_pipes() {
        assert_eq!(cell("`a|b`"), "`a\\|b`");
        assert_eq!(cell("`a\\|b`"), "`a\\\\u{7c}b`");
    }

    #[test]
    fn a_fence_is_longer_than_what_is_inside() {
        assert_eq!(fenced("hcl", "a\n```b", 1), " ````hcl\n a\n ```b\n ````\n");
    }

    #[test]
    fn what_is_cut_is_counted() {
        assert_eq!(clip("abcdefghijkl", 12), "abcdefghijkl");
        assert_eq!(clip("abcdefghijklm", 6), "abcd…(7 more)…lm");
        assert_eq!(clip("ééééééé", 6), "éé…(4 more)…é");
    }

    #[test]
    fn an_attribute_cannot_end_its_comment() {
        assert_eq!(attribute("envs/prod"), "envs/prod");
        assert_eq!(attribute("a\"--> <b>"), "a%22-%2D%3E%20%3Cb%3E");
        assert!(is_safe_url("https://example.com/a?b=c#d"));
        for url in ["javascript:alert(1)", "https://a) b", "https:///x", "http://a\"b", "//x.y"] {
            assert!(!is_safe_url(url), "{url}");
        }
        assert_eq!(link("run", "https://a.b/?c&lt;d&e"), "[run](https://a.b/?c&amp;lt;d&amp;e)");
        assert!(is_safe_base("https://example.com/rules/"));
        assert!(!is_safe_base("https://example.com"), "an id could make it another host");
    }
}
