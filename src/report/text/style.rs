//! Width, symbols and colour.

use anstyle::{AnsiColor, Color, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::finding::{Finding, Level, Outcome, Verdict};

/// How the terminal looks. Decided once, by the command line; a renderer never asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns, between 60 and 100.
    pub width: usize,
    /// Whether `→` and `…` can be shown.
    pub unicode: bool,
    /// Whether ANSI colours are written.
    pub colour: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 100, unicode: true, colour: false }
    }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

impl Look {
    fn paint(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    pub(crate) fn strong(&self, text: &str) -> String {
        self.paint(Style::new().bold(), text)
    }

    pub(crate) fn faint(&self, text: &str) -> String {
        self.paint(Style::new().dimmed(), text)
    }

    pub(crate) fn place(&self, text: &str) -> String {
        self.paint(colour(AnsiColor::Cyan), text)
    }

    pub(crate) fn offending(&self, text: &str) -> String {
        self.paint(colour(AnsiColor::Red), text)
    }

    pub(crate) fn command(&self, text: &str) -> String {
        self.paint(colour(AnsiColor::Green), text)
    }

    /// `error[rule]`, `approval[rule]` or `warning[rule]`.
    pub(super) fn header(&self, finding: &Finding) -> String {
        let (word, hue) = match finding.level {
            _ if finding.outcome == Outcome::Error => ("error", AnsiColor::Red),
            Level::Mandatory => ("error", AnsiColor::Red),
            Level::MandatoryOverridable => ("approval", AnsiColor::Magenta),
            Level::Advisory => ("warning", AnsiColor::Yellow),
        };
        self.paint(colour(hue).bold(), &format!("{word}[{}]", finding.rule))
    }

    pub(super) fn error_header(&self, code: &str) -> String {
        self.paint(colour(AnsiColor::Red).bold(), &format!("error[{code}]"))
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> String {
        let style = match verdict {
            Verdict::Passed => colour(AnsiColor::Green).bold(),
            Verdict::Denied | Verdict::Undecided => {
                colour(AnsiColor::White).bg_color(Some(Color::Ansi(AnsiColor::Red))).bold()
            }
            Verdict::ApprovalNeeded => colour(AnsiColor::Magenta).bold(),
        };
        self.paint(style, verdict.headline())
    }

    pub(super) fn arrow(&self) -> &'static str {
        if self.unicode { "→" } else { "->" }
    }

    pub(crate) fn ellipsis(&self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// `text` without characters that the locale cannot show.
    pub(crate) fn fit(&self, text: &str) -> String {
        if self.unicode || text.is_ascii() {
            return text.to_owned();
        }
        text.chars()
            .map(|c| match c {
                '…' => "...".to_owned(),
                '→' => "->".to_owned(),
                '×' => "x".to_owned(),
                c if c.is_ascii() => c.to_string(),
                c => format!("\\u{{{:x}}}", u32::from(c)),
            })
            .collect()
    }
}

/// Columns that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks `text` at spaces into lines of at most `width` columns. A word that is longer
/// stays whole: an address or a command must be copied in one piece.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let size: usize = word.chars().map(|c| c.width().unwrap_or(0)).sum();
        if used > 0 && used + 1 + size > width {
            lines.push(String::new());
            used = 0;
        }
        let line = lines.last_mut().expect("starts with one");
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += size;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn wraps_at_spaces_and_keeps_long_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a module.very.long.address b", 8), ["a", "module.very.long.address", "b"]);
        assert_eq!(wrap("", 8), [""]);
    }
}
