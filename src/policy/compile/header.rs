//! The comment at the head of a policy file: what `explain` prints.
//!
//! ```text
//! # title: Database storage is encrypted
//! # why: Snapshots and replicas inherit the setting,
//! #      so it cannot be added later without a restore.
//! # fix: Set storage_encrypted = true.
//! # severity: high
//! # references: https://example.com/a
//! # aliases: CKV_AWS_16, FSBP RDS.3
//! ```
//!
//! `NAME: text` begins a field, other lines continue it, a line that is no comment ends the
//! header. Lines before the first field (a licence, say) are skipped.

use crate::finding::Severity;

/// The fields of the header, empty where absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// What is required, in one line.
    pub title: String,
    /// Why.
    pub why: String,
    /// How to satisfy it.
    pub fix: String,
    /// How bad a failure is.
    pub severity: Option<Severity>,
    /// Where to read more, one address each.
    pub references: Vec<String>,
    /// Names of the rule elsewhere.
    pub aliases: Vec<String>,
    /// Words by which packs are chosen.
    pub tags: Vec<String>,
    bad_severity: Option<(usize, usize, String)>,
}

const FIELDS: [&str; 7] = ["title", "why", "fix", "severity", "references", "aliases", "tags"];

impl Header {
    /// Reads the leading comment lines.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut header = Self::default();
        let mut fields: Vec<(&str, String, usize)> = Vec::new();
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            let start = offset;
            offset += line.len();
            let line = line.trim();
            let comment = line.strip_prefix("//").or_else(|| line.strip_prefix('#'));
            let Some(comment) = comment else {
                if line.is_empty() && fields.is_empty() {
                    continue;
                }
                break;
            };
            let field = comment.split_once(':').and_then(|(name, rest)| {
                let name = name.trim().to_ascii_lowercase();
                FIELDS.iter().find(|field| **field == name).map(|field| (*field, rest))
            });
            match (field, fields.last_mut()) {
                (Some((name, rest)), _) => fields.push((name, rest.trim().to_owned(), start)),
                (None, Some((_, text, _))) => {
                    text.push('\n');
                    text.push_str(comment.trim());
                }
                (None, None) => {}
            }
        }
        for (name, value, start) in fields {
            let joined = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let list = |separators: &[char]| -> Vec<String> {
                let parts = value.split(separators).map(str::trim);
                parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
            };
            match name {
                "title" => header.title = joined,
                "why" => header.why = joined,
                "fix" => header.fix = value.trim().to_owned(),
                "severity" => match joined.to_ascii_lowercase().parse() {
                    Ok(severity) => header.severity = Some(severity),
                    Err(()) => header.bad_severity = Some((start, start + 1, joined)),
                },
                "references" => header.references = list(&[',', '\n', ' ']),
                "aliases" => header.aliases = list(&[',', '\n']),
                _ => header.tags = list(&[',', '\n', ' ']),
            }
        }
        header
    }

    pub(super) fn bad_severity(&self) -> Option<(std::ops::Range<usize>, &str)> {
        self.bad_severity.as_ref().map(|(start, end, word)| (*start..*end, word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::Header;
    use crate::finding::Severity;

    #[test]
    fn fields_may_take_several_lines() {
        let header = Header::read(
            "# Copyright somebody\n#\n# title: One\n# why: a\n#   b: c\n# severity: High\n\
             # references: https://a.example, https://b.example\n# aliases: X_1, Y 2\n\npolicy {}\n# fix: no\n",
        );
        assert_eq!(header.title, "One");
        assert_eq!(header.why, "a b: c");
        assert_eq!(header.severity, Some(Severity::High));
        assert_eq!(header.references, ["https://a.example", "https://b.example"]);
        assert_eq!(header.aliases, ["X_1", "Y 2"]);
        assert_eq!(header.fix, "");
    }
}
