//! Which characters a plan may bring into a terminal or a report.
//!
//! A plan is untrusted input: keys of `for_each`, tags and check messages may hold ANSI
//! escapes, line breaks or characters that reverse the reading order. Here is the one place
//! that says what is safe to show.

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

/// `text` on one line, with hostile characters written as escapes (`\n`, `\u{202e}`).
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
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

#[cfg(test)]
mod tests {
    use super::{is_hostile, visible};

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
}
