//! Hides secrets of the environment in what Terraform and providers print.
//!
//! Terraform hides values that are marked. What a provider puts into an error message is not
//! marked, and the credentials it quotes there come from the environment more often than not.

use std::env;

use crate::plan::redact::names_a_secret;

/// Instead of a secret.
const HIDDEN: &str = "(hidden)";

/// Shorter values are not hidden: they would be found in every other word.
const SHORTEST: usize = 8;

/// The secrets to hide.
#[derive(Clone, Default)]
pub struct Secrets(Vec<String>);

impl Secrets {
    /// The values of variables that are named like secrets.
    #[must_use]
    pub fn of_environment() -> Self {
        let named = env::vars_os().filter_map(|(name, value)| {
            let (name, value) = (name.into_string().ok()?, value.into_string().ok()?);
            let secret = names_a_secret(&name) || name.starts_with("TF_TOKEN_");
            (secret && value.len() >= SHORTEST).then_some(value)
        });
        Self::new(named)
    }

    fn new(values: impl IntoIterator<Item = String>) -> Self {
        let mut values: Vec<String> = values.into_iter().collect();
        // The longest first: one may be part of another.
        values.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        values.dedup();
        Self(values)
    }

    /// `text` without them.
    #[must_use]
    pub fn hide(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.0 {
            if text.contains(secret.as_str()) {
                text = text.replace(secret.as_str(), HIDDEN);
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Secrets;

    #[test]
    fn a_secret_is_hidden_wherever_it_stands() {
        let secrets = Secrets::new(["abcdefgh".to_owned(), "abcdefgh-long".to_owned()]);
        assert_eq!(secrets.hide("key=abcdefgh-long, abcdefgh"), "key=(hidden), (hidden)");
        assert_eq!(secrets.hide("nothing"), "nothing");
    }
}
