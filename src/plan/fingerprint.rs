//! What a plan does, as a hash: approvals and the apply are bound to it.
//!
//! Blind to the order of changes, to time, and to the values of secrets: of a sensitive
//! leaf only whether it changes counts, because a short hash of a secret is an oracle.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::json::Json;
use super::mask::Mask;
use super::read::Plan;
use super::redact;
use super::refusal::Refusal;
use super::value::Reading;

/// SHA-256 of `bytes`, in hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Plan {
    /// The fingerprint of everything that the plan changes, in hex.
    pub fn fingerprint(&self) -> Result<String, Refusal> {
        let mut parts: Vec<[u8; 32]> = Vec::new();
        for change in self.changes().filter(super::Change::is_notable) {
            let mut part = Sha256::new();
            let mut text = |label: &str, text: &str| {
                part.update(label.as_bytes());
                part.update((text.len() as u64).to_le_bytes());
                part.update(text.as_bytes());
            };
            text("address", &change.address());
            text("deposed", change.deposed().as_deref().unwrap_or_default());
            text("previous", change.previous_address().as_deref().unwrap_or_default());
            text("import", change.import_id()?.as_deref().unwrap_or_default());
            for word in change.actions().words() {
                text("action", word);
            }
            for path in change.replace_paths()? {
                text("forces", &path);
            }
            let values = change.values()?;
            for difference in redact::diff(&values) {
                text("differs", &difference.path);
            }
            let (before, after, unknown, sensitive) = values.parts();
            feed(&mut part, before, &Mask::None, sensitive);
            feed(&mut part, after, unknown, sensitive);
            if let Reading::Unknown = values.after() {
                part.update(b"?");
            }
            parts.push(part.finalize().into());
        }
        parts.sort_unstable();
        let mut whole = Sha256::new();
        whole.update(b"tfgate plan 1");
        for part in parts {
            whole.update(part);
        }
        Ok(hex(&whole.finalize()))
    }
}

fn feed(hash: &mut Sha256, json: &Json<'_>, unknown: &Mask, sensitive: &Mask) {
    if sensitive.is_all() {
        return hash.update(b"S");
    }
    if unknown.is_all() {
        return hash.update(b"U");
    }
    let mut text = |kind: &[u8], text: &str| {
        hash.update(kind);
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    match json {
        Json::Null => text(b"n", ""),
        Json::Bool(value) => text(b"b", if *value { "1" } else { "0" }),
        Json::Number(number) => text(b"d", number.text()),
        Json::String(value) => text(b"s", value),
        Json::Array(items) => {
            text(b"[", "");
            for (at, item) in items.iter().enumerate() {
                feed(hash, item, unknown.at(at), sensitive.at(at));
            }
            hash.update(b"]");
        }
        Json::Object(object) => {
            text(b"{", "");
            for (key, value) in object.iter() {
                hash.update((key.len() as u64).to_le_bytes());
                hash.update(key.as_bytes());
                feed(hash, value, unknown.key(key), sensitive.key(key));
            }
            hash.update(b"}");
            if let Mask::Object(keys) = unknown {
                for (key, _) in keys.iter().filter(|(key, _)| object.get(key).is_none()) {
                    hash.update(b"U");
                    hash.update(key.as_bytes());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::Plan;

    fn print(changes: &[&str]) -> String {
        let text = format!(
            r#"{{"format_version":"1.2","timestamp":"x","resource_changes":[{}]}}"#,
            changes.join(",")
        );
        Plan::read(text.into_bytes()).ok().unwrap().fingerprint().unwrap()
    }

    fn change(name: &str, after: &str) -> String {
        format!(
            r#"{{"address":"t.{name}","type":"t","change":{{"actions":["update"],"before":{{"a":0,"pin":"0"}},"after":{after},"after_unknown":{{}},"before_sensitive":{{"pin":true}},"after_sensitive":{{"pin":true}}}}}}"#
        )
    }

    #[test]
    fn order_and_secret_values_do_not_count_and_all_else_does() {
        let (a, b) = (change("a", r#"{"a":1,"pin":"1"}"#), change("b", r#"{"a":1,"pin":"0"}"#));
        assert_eq!(print(&[&a, &b]), print(&[&b, &a]));
        let other_secret = change("a", r#"{"a":1,"pin":"2"}"#);
        assert_eq!(print(&[&a]), print(&[&other_secret]));
        let same_secret = change("a", r#"{"a":1,"pin":"0"}"#);
        assert_ne!(print(&[&a]), print(&[&same_secret]));
        let other_value = change("a", r#"{"a":2,"pin":"1"}"#);
        assert_ne!(print(&[&a]), print(&[&other_value]));
        assert_ne!(print(&[&a]), print(&[&a, &b]));
    }
}
