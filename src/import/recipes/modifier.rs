//! What a template does with the text of an attribute before it becomes part of an id.

use std::fmt;

use crate::plan::text::percent_encoded;

/// A change to the text of one attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// `:last`: the last segment of an ARN or a path; other text stays.
    Last,
    /// `:lower`: in lower case.
    Lower,
    /// `:nohttps`: without `https://` before it.
    NoHttps,
    /// `:slug`: as an image builder name stands in its ARN: lower case, `-` for what is not
    /// allowed there.
    Slug,
    /// `:urlencode`: percent-encoded.
    UrlEncode,
    /// `:join,`: the elements of a list with the character between them.
    Join(char),
    /// `:seg:Key`: what follows the segment `Key` in an Azure id.
    Segment(String),
}

impl Modifier {
    /// Parses what stands after the first `:`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("join") {
            let mut chars = rest.chars();
            let separator = chars.next()?;
            let reserved = "{}[]|'".contains(separator);
            return (chars.next().is_none() && !reserved).then_some(Self::Join(separator));
        }
        if let Some(key) = text.strip_prefix("seg:") {
            let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric());
            return plain.then(|| Self::Segment(key.to_owned()));
        }
        Some(match text {
            "last" => Self::Last,
            "lower" => Self::Lower,
            "nohttps" => Self::NoHttps,
            "slug" => Self::Slug,
            "urlencode" => Self::UrlEncode,
            _ => return None,
        })
    }

    /// The changed text; `None` where it does not have the shape that this wants.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        Some(match self {
            Self::Last => text.rsplit(['/', ':']).next().unwrap_or(text).to_owned(),
            Self::Lower => text.to_lowercase(),
            Self::NoHttps => text.strip_prefix("https://").unwrap_or(text).to_owned(),
            Self::Slug => text.to_lowercase().replace(|c| !is_slug(c), "-"),
            Self::UrlEncode => percent_encoded(text, b""),
            // Lists have no text; the renderer joins their elements.
            Self::Join(_) => return None,
            Self::Segment(key) => {
                let mut segments = text.split('/');
                segments.find(|segment| segment.eq_ignore_ascii_case(key))?;
                segments.next().filter(|segment| !segment.is_empty())?.to_owned()
            }
        })
    }
}

fn is_slug(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_')
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Last => f.write_str("last"),
            Self::Lower => f.write_str("lower"),
            Self::NoHttps => f.write_str("nohttps"),
            Self::Slug => f.write_str("slug"),
            Self::UrlEncode => f.write_str("urlencode"),
            Self::Join(separator) => write!(f, "join{separator}"),
            Self::Segment(key) => write!(f, "seg:{key}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Modifier;

    fn apply(modifier: &str, text: &str) -> Option<String> {
        Modifier::parse(modifier).unwrap().apply(text)
    }

    #[test]
    fn each_does_what_it_says() {
        const GROUP: &str = "/providers/Microsoft.Management/managementGroups/corp";
        for (modifier, text, expected) in [
            ("last", "arn:aws:ecs:eu-west-1:123456789012:cluster/main", "main"),
            ("last", "arn:aws:lambda:eu-west-1:123456789012:function:resize", "resize"),
            ("last", "resize", "resize"),
            ("lower", "STATEFUL", "stateful"),
            ("nohttps", "https://accounts.example.com/o", "accounts.example.com/o"),
            ("nohttps", "accounts.example.com", "accounts.example.com"),
            ("slug", "My Nightly Image", "my-nightly-image"),
            ("urlencode", "prod/eu west:1", "prod%2Feu%20west%3A1"),
            ("urlencode", "größe", "gr%C3%B6%C3%9Fe"),
            ("seg:managementGroups", GROUP, "corp"),
            ("seg:managementgroups", GROUP, "corp"),
        ] {
            assert_eq!(apply(modifier, text).as_deref(), Some(expected), "{modifier} of {text}");
        }
        for text in ["corp", "/providers/managementGroups", "/managementGroups/", ""] {
            assert_eq!(apply("seg:managementGroups", text), None, "{text}");
        }
    }

    #[test]
    fn others_are_none() {
        for text in ["", "upper", "join", "join--", "join|", "seg", "seg:", "seg:a/b", "last:x"] {
            assert_eq!(Modifier::parse(text), None, "{text}");
        }
    }
}
