//! Globs over names and paths, and patterns over rule ids.
//!
//! Addresses have a matcher of their own ([`Pattern`](crate::plan::Pattern)); these are for
//! what is plain text.

use std::fmt;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::problem::{Problem, shown};
use super::reading::{Reading, Text, Value};

/// Longer than any name; keeps the matcher that a glob is compiled to small.
const LONGEST: usize = 512;

/// Globs of which any may match.
#[derive(Clone)]
pub(super) struct Globs {
    texts: Vec<String>,
    set: GlobSet,
}

/// What `*` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Star {
    /// Any text.
    Anything,
    /// Any text within one part of a path; `**` is any number of parts.
    WithinPart,
}

impl Globs {
    /// Whether any of the globs matches all of the text.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.set.is_match(text)
    }

    fn compile(texts: Vec<String>, star: Star) -> Result<Self, globset::Error> {
        let mut set = GlobSetBuilder::new();
        for text in &texts {
            let mut glob = GlobBuilder::new(text);
            // The same on every system: by default `\` escapes only where paths have `/`.
            glob.literal_separator(star == Star::WithinPart).backslash_escape(true);
            set.add(glob.build()?);
        }
        Ok(Self { set: set.build()?, texts })
    }

    /// Compiles, or reports why that cannot be.
    pub(super) fn read(cx: &mut Reading<'_>, texts: &[Text], star: Star) -> Option<Self> {
        for text in texts {
            let reason = match text.value.len() {
                0 => "this is empty".to_owned(),
                1..=LONGEST => match Self::compile(vec![text.value.clone()], star) {
                    Ok(_) => continue,
                    Err(error) => error.kind().to_string(),
                },
                _ => format!("this is longer than {LONGEST} bytes"),
            };
            cx.report(
                Problem::invalid(match &*shown(&text.value) {
                    "" => "an empty text matches nothing".to_owned(),
                    glob => format!("`{glob}` is no glob"),
                })
                .label(text.span.clone(), reason)
                .help("`*` is any text, `?` one character, `[ab]` one of them, `{a,b}` either"),
            );
            return None;
        }
        match Self::compile(texts.iter().map(|text| text.value.clone()).collect(), star) {
            Ok(globs) => Some(globs),
            Err(error) => {
                let span = texts.first().map(|text| text.span.clone()).unwrap_or_default();
                cx.report(
                    Problem::invalid("these globs are too many together")
                        .label(span, error.kind().to_string()),
                );
                None
            }
        }
    }

    /// One glob or a list of them.
    pub(super) fn value(cx: &mut Reading<'_>, value: &Value<'_>, star: Star) -> Option<Self> {
        let texts = cx.one_or_more(value)?;
        Self::read(cx, &texts, star)
    }
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
    }
}

impl fmt::Debug for Globs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Globs({self})")
    }
}

impl fmt::Display for Globs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, text) in self.texts.iter().enumerate() {
            let or = if n == 0 { "" } else { " or " };
            write!(f, "{or}`{}`", shown(text))?;
        }
        Ok(())
    }
}

/// A rule's id, or a glob over ids: `aws/rds/*`, `aws/**`.
#[derive(Clone, Debug, PartialEq)]
pub struct RulePattern {
    text: String,
    globs: Option<Globs>,
}

impl RulePattern {
    /// Whether the pattern names the rule.
    #[must_use]
    pub fn matches(&self, rule: &str) -> bool {
        self.globs.as_ref().map_or(self.text == rule, |globs| globs.matches(rule))
    }

    /// Whether this is one rule's id, not a glob.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.globs.is_none()
    }

    /// The pattern as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn read(cx: &mut Reading<'_>, text: &Text) -> Option<Self> {
        // Capitals are for the rules of other scanners: `checkov/CKV_AWS_20`.
        let legal = |c: char| c.is_ascii_alphanumeric() || "-_/.*?[]{},!".contains(c);
        if let Some(at) = text.value.find(|c| !legal(c)) {
            cx.report(
                Problem::invalid(format!("`{}` is no rule", shown(&text.value)))
                    .label(text.at(at), "no rule has this character")
                    .help("rules are called like `protect/stateful-destroy` or `aws/rds/storage-encrypted`"),
            );
            return None;
        }
        let globs = if text.value.contains(['*', '?', '[', '{']) {
            Some(Globs::read(cx, std::slice::from_ref(text), Star::WithinPart)?)
        } else {
            None
        };
        Some(Self { text: text.value.clone(), globs })
    }
}

impl fmt::Display for RulePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Globs, Star};

    fn matches(glob: &str, star: Star, text: &str) -> bool {
        Globs::compile(vec![glob.to_owned()], star).unwrap().matches(text)
    }

    #[test]
    fn a_star_stays_within_a_directory_and_crosses_a_branch() {
        assert!(matches("envs/*", Star::WithinPart, "envs/prod"));
        assert!(!matches("envs/*", Star::WithinPart, "envs/prod/network"));
        assert!(matches("envs/**", Star::WithinPart, "envs/prod/network"));
        assert!(matches("release*", Star::Anything, "release/1.2"));
        assert!(!matches("main", Star::Anything, "main2"));
    }
}
