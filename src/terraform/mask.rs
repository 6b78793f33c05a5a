//! Hides secrets of the environment in what Terraform and providers print.
//!
//! Terraform hides values that are marked. What a provider puts into an error message is not
//! marked, and the credentials it quotes there come from the environment more often than not.

use std::env;

use serde_json::Value;

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

    /// A line of JSON without them. In the text of JSON a secret may be written with escapes,
    /// so its strings are read first; a line that is no JSON is taken as text.
    #[must_use]
    pub fn hide_in_json(&self, line: &[u8]) -> String {
        let Ok(mut value) = serde_json::from_slice(line) else {
            return self.hide(&String::from_utf8_lossy(line));
        };
        self.hide_within(&mut value);
        value.to_string()
    }

    fn hide_within(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.hide(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.hide_within(item)),
            Value::Object(entries) => {
                entries.values_mut().for_each(|item| self.hide_within(item));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
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

    #[test]
    fn escapes_of_json_hide_no_secret() {
        let secrets = Secrets::new(["pass<word>&\"more".to_owned()]);
        let line = br#"{"a":["x pass\u003cword\u003e\u0026\"more"],"n":1}"#;
        assert_eq!(secrets.hide_in_json(line), r#"{"a":["x (hidden)"],"n":1}"#);
        assert_eq!(secrets.hide_in_json(b"pass<word>&\"more!"), "(hidden)!");
    }
}
