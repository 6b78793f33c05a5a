//! Which characters a plan may bring into a terminal or a report, and how names of an input
//! are told in messages.
//!
//! A plan is untrusted input: keys of `for_each`, tags and check messages may hold ANSI
//! escapes, line breaks, characters that reverse the reading order, or what a CI runner that
//! reads the log takes for a command. Here is the one place that says what is safe to show.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Control characters, and those that are invisible or reorder the text around them.
#[must_use]
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

/// Whether `text` is on one line and can be shown as it is: [`visible`] leaves it alone.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    // Nearly all text is, and then its bytes tell.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'#') {
        return true;
    }
    let command = || text.match_indices('#').any(|(at, _)| begins_command(&text[at..]));
    !text.chars().any(is_hostile) && !command()
}

/// `text` in a URI: RFC 3986, percent-encoded but for unreserved characters and those of `keep`.
#[must_use]
pub fn percent_encoded(text: &str, keep: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || keep.contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether `rest` begins with `##[`, `##vso[` or their like: GitHub's and Azure's runners
/// take those for commands wherever they stand in a line of the log.
#[must_use]
pub(super) fn begins_command(rest: &str) -> bool {
    rest.strip_prefix("##").is_some_and(|rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('[')
    })
}

/// `text` on one line, with hostile characters written as escapes (`\n`, `\u{202e}`).
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '#' if begins_command(&text[at..]) => shown.push_str("\\u{23}"),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            c if is_hostile(c) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
            }
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// [`visible`], but for the line breaks: for text of several lines, such as HCL to paste.
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if text.split('\n').all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(visible).collect::<Vec<_>>().join("\n"))
}

/// `text` for a log, with no line that GitHub's runner takes for a command: those begin with
/// `::`, blanks aside. Wrapping may put any word of a text in front.
#[must_use]
pub fn for_log(text: &str) -> Cow<'_, str> {
    let is_command = |line: &str| line.trim_start().starts_with("::");
    if !text.lines().any(is_command) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| {
        if is_command(line) { line.replacen("::", "\\u{3a}:", 1) } else { line.to_owned() }
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The text with every character that could play tricks on a terminal replaced by others
/// of the same length in bytes, so that spans still point at the right place.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => c.to_string(),
            c if is_hostile(c) => match c.len_utf8() {
                1 => "?".to_owned(),
                2 => "¿".to_owned(),
                3 => "\u{fffd}".to_owned(),
                _ => "\u{fffd}?".to_owned(),
            },
            c => c.to_string(),
        })
        .collect()
}

/// `a`, `b` and `c`, each in backticks.
#[must_use]
pub fn listed(words: &[&str], last: &str) -> String {
    let mut text = String::new();
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            text.push_str(if n + 1 == words.len() { last } else { ", " });
        }
        text.push('`');
        text.push_str(&visible(word));
        text.push('`');
    }
    text
}

/// The known word that was probably meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    // A word of thousands of characters resembles nothing, and comparing it is quadratic.
    if word.len() > 64 {
        return None;
    }
    let distance = |known: &str| strsim::damerau_levenshtein(&word.to_lowercase(), known);
    let (best, far) =
        known.iter().map(|known| (*known, distance(known))).min_by_key(|(_, far)| *far)?;
    (far <= (word.chars().count() / 3).clamp(1, 3)).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::{for_log, harmless, is_hostile, is_plain, listed, nearest, visible, visible_lines};

    #[test]
    fn commands_to_a_runner_are_broken() {
        assert_eq!(visible("a ##[error]b"), "a \\u{23}#[error]b");
        assert_eq!(visible("##vso[task.setvariable x]"), "\\u{23}#vso[task.setvariable x]");
        assert_eq!(visible("###[x] ##2 # # ## ["), "#\\u{23}#[x] ##2 # # ## [");
        assert!(is_plain(&visible("####[[##a[##")));
        assert_eq!(visible_lines("a\n##[b]\n"), "a\n\\u{23}#[b]\n");
        assert_eq!(for_log("a ::b\n \t::error::c\n"), "a ::b\n \t\\u{3a}:error::c\n");
        assert_eq!(for_log("a::b\n"), "a::b\n");
    }

    #[test]
    fn plain_text_of_any_script_stays() {
        for text in ["aws_s3_bucket.logs", "größe", "東京", "naïve — “quoted” €5"] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn what_could_deceive_is_written_out() {
        assert_eq!(visible("a\u{1b}[2Jb\nc\u{202e}d"), "a\\u{1b}[2Jb\\nc\\u{202e}d");
        for c in ['\u{9b}', '\u{7f}', '\u{200b}', '\u{2066}', '\u{feff}', '\u{e0041}'] {
            assert!(is_hostile(c), "{c:?}");
        }
    }

    #[test]
    fn a_typo_is_understood_and_nonsense_is_not() {
        assert_eq!(nearest("expire", &["owner", "expires"]), Some("expires"));
        assert_eq!(nearest("Mandatory", &["advisory", "mandatory"]), Some("mandatory"));
        assert_eq!(nearest("colour", &["owner", "expires"]), None);
        assert_eq!(nearest("", &[]), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&["a"], " and "), "`a`");
        assert_eq!(listed(&["a", "b", "c"], " or "), "`a`, `b` or `c`");
    }

    #[test]
    fn source_is_shown_harmless_and_with_the_same_offsets() {
        let text = "a\u{1b}[2J\u{9b}\u{202e}\u{e0041}\tä\r\n";
        assert_eq!(harmless(text), "a?[2J¿\u{fffd}\u{fffd}?\tä\r\n");
        assert_eq!(harmless(text).len(), text.len());
    }
}
