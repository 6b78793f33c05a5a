//! Which Terraform it is, and what that version can do.

use std::fmt;

use serde::Deserialize;

/// A version of Terraform or OpenTofu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    text: String,
    numbers: (u64, u64, u64),
}

#[derive(Deserialize)]
struct Answer {
    terraform_version: String,
}

impl Version {
    /// Reads the answer of `version -json`.
    pub fn read(answer: &[u8]) -> Result<Self, String> {
        let answer: Answer = serde_json::from_slice(answer).map_err(|error| error.to_string())?;
        Self::parse(&answer.terraform_version)
            .ok_or_else(|| "`terraform_version` is no version".to_owned())
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(['.', '-', '+']);
        let mut number = || parts.next()?.parse().ok();
        let numbers = (number()?, number()?, number().unwrap_or(0));
        Some(Self { text: crate::plan::text::visible(text).into_owned(), numbers })
    }

    /// Whether it knows `import` blocks: from 1.5 on, and every OpenTofu.
    #[must_use]
    pub fn has_import_blocks(&self) -> bool {
        self.numbers >= (1, 5, 0)
    }

    /// Whether `plan -json` tells what failed: from 0.15.3 on.
    #[must_use]
    pub fn has_json_plan(&self) -> bool {
        self.numbers >= (0, 15, 3)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn import_blocks_came_with_one_five() {
        for (text, blocks, json) in [
            ("0.14.11", false, false),
            ("0.15.2", false, false),
            ("0.15.3", false, true),
            ("1.4.7", false, true),
            ("1.5.0", true, true),
            ("1.11.4", true, true),
            ("1.6.0-alpha1", true, true),
            ("2.0", true, true),
        ] {
            let answer = format!("{{\"terraform_version\":\"{text}\"}}");
            let version = Version::read(answer.as_bytes()).unwrap();
            assert_eq!(version.has_import_blocks(), blocks, "{text}");
            assert_eq!(version.has_json_plan(), json, "{text}");
            assert_eq!(version.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_version_is_an_error() {
        for answer in ["", "Terraform v0.12.0", "{}", "{\"terraform_version\":\"new\"}"] {
            assert!(Version::read(answer.as_bytes()).is_err(), "{answer}");
        }
    }
}
