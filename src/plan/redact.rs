//! The one place where a value of a plan becomes text.
//!
//! Hidden are: what any copy of the resource marks as sensitive, everything from versions
//! that do not mark, and strings under names that say they are secret, since marks get lost
//! when a value is built from others.

use std::fmt::Write as _;

use super::json::Json;
use super::read::{Plan, Section};
use super::text::visible;
use super::value::{Reading, Step, Value, Values};

/// Longest text of one value, in characters.
const LONGEST: usize = 80;

/// Instead of a sensitive value, in Terraform's words.
pub const SENSITIVE: &str = "(sensitive value)";

/// Instead of an unknown value, in Terraform's words.
pub const UNKNOWN: &str = "(known after apply)";

/// One attribute of a change: where, and what it was and will be, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Attribute path, e.g. `settings[0].tier`.
    pub path: String,
    /// Before; `None` where there was no object.
    pub before: Option<String>,
    /// After; `None` where there will be no object.
    pub after: Option<String>,
}

/// The text of what stands at `path` (whose last name may say that it is secret).
#[must_use]
pub fn show(reading: Reading<'_>, path: &str) -> String {
    match reading {
        Reading::Null => "null".to_owned(),
        Reading::Missing => "(not set)".to_owned(),
        Reading::Unknown => UNKNOWN.to_owned(),
        Reading::Known(value) => show_value(value, path),
    }
}

fn show_value(value: Value<'_>, path: &str) -> String {
    let (json, unknown, sensitive) = value.parts();
    if sensitive.is_all() {
        return SENSITIVE.to_owned();
    }
    match json {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => shorten(number.text()),
        Json::String(_) if names_a_secret(path) => SENSITIVE.to_owned(),
        Json::String(text) => format!("\"{}\"", shorten(text)),
        Json::Array(items) => {
            let plain = unknown.is_none()
                && sensitive.is_none()
                && !names_a_secret(path)
                && items.iter().all(|item| !matches!(item, Json::Array(_) | Json::Object(_)));
            let text = plain.then(|| {
                let items: Vec<String> = items.iter().map(show_scalar).collect();
                format!("[{}]", items.join(", "))
            });
            match text {
                Some(text) if text.chars().count() <= LONGEST => text,
                _ => format!("(list of {})", items.len()),
            }
        }
        Json::Object(object) if object.is_empty() => "{}".to_owned(),
        Json::Object(object) => {
            format!("({} attribute{})", object.len(), if object.len() == 1 { "" } else { "s" })
        }
    }
}

fn show_scalar(json: &Json<'_>) -> String {
    match json {
        Json::String(text) => format!("\"{}\"", shorten(text)),
        Json::Number(number) => number.text().to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Null | Json::Array(_) | Json::Object(_) => "null".to_owned(),
    }
}

fn shorten(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(LONGEST).collect();
    let mut shown = visible(&head).into_owned();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}

/// An input variable of the plan as bare text, to choose an environment by. One that is
/// sensitive, or is named like a secret, is not told: what is chosen by may be printed.
#[must_use]
pub fn variable(plan: &Plan, name: &str) -> Option<String> {
    let configuration = plan.section(Section::Configuration).ok()??;
    let declared = configuration.get("root_module")?.get("variables")?.get(name)?;
    let sensitive = declared.get("sensitive").is_some_and(|flag| *flag != Json::Bool(false));
    if sensitive || names_a_secret(name) {
        return None;
    }
    let variables = plan.section(Section::Variables).ok()??;
    match variables.get(name)?.get("value")? {
        Json::String(text) => Some(text.clone().into_owned()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Number(number) => Some(number.text().to_owned()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

/// Whether the last name of an attribute path says that the value is a secret.
#[must_use]
pub fn names_a_secret(path: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "password",
        "passwd",
        "passphrase",
        "secret",
        "secret_string",
        "secret_binary",
        "secret_key",
        "secret_value",
        "private_key",
        "private_key_pem",
        "token",
        "api_key",
        "access_key",
        "credentials",
        "connection_string",
        "master_key",
    ];
    let last = path.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '"'));
    let last = last.rsplit(['.', '"', '[']).next().unwrap_or(last).to_ascii_lowercase();
    ENDINGS.iter().any(|ending| last.ends_with(ending))
}

/// The attributes in which `before` and `after` differ, leaves first named by full path.
/// Lists that differ in length are one difference: positions in a set mean nothing.
#[must_use]
pub fn diff(values: &Values<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    let (before, after) = (values.before(), values.after());
    let (one, other) = (object(before), object(after));
    if one || other {
        walk(before, after, &mut Vec::new(), &mut found);
    }
    for difference in &mut found {
        if !one {
            difference.before = None;
        }
        if !other {
            difference.after = None;
        }
    }
    found
}

fn object(reading: Reading<'_>) -> bool {
    reading.known().is_some()
}

fn walk<'v>(
    before: Reading<'v>,
    after: Reading<'v>,
    path: &mut Vec<Step<'v>>,
    found: &mut Vec<Difference>,
) {
    if before.same(after) {
        return;
    }
    let (old, new) = (before.known(), after.known());
    let inside = |reading: Reading<'_>| {
        reading.known().is_some_and(|value| value.is_object() && !value.parts().2.is_all())
    };
    if path.is_empty() || (inside(before) && inside(after)) {
        let mut keys: Vec<&'v str> = old.into_iter().chain(new).flat_map(Value::keys).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            path.push(Step::Key(key));
            walk(before.key(key), after.key(key), path, found);
            path.pop();
        }
        return;
    }
    if let (Some(a), Some(b)) = (old, new)
        && a.is_list()
        && b.is_list()
        && a.len() == b.len()
        && !a.parts().2.is_all()
        && (0..a.len()).all(|n| before.index(n).known().is_some_and(Value::is_object))
    {
        for n in 0..a.len() {
            path.push(Step::Index(n));
            walk(before.index(n), after.index(n), path, found);
            path.pop();
        }
        return;
    }
    let unset = |reading: Reading<'_>| matches!(reading, Reading::Null | Reading::Missing);
    if unset(before) && unset(after) {
        return;
    }
    let path = show_path(path);
    let text = |reading: Reading<'_>| {
        if matches!(reading, Reading::Missing) { "null".to_owned() } else { show(reading, &path) }
    };
    found.push(Difference { before: Some(text(before)), after: Some(text(after)), path });
}

/// `settings[0].tags["a b"]`, safe to show.
#[must_use]
pub fn show_path(path: &[Step<'_>]) -> String {
    let mut shown = String::new();
    for step in path {
        match step {
            Step::Index(index) => {
                let _ = write!(shown, "[{index}]");
            }
            Step::Key(key) => push_key(&mut shown, key),
        }
    }
    shown
}

fn push_key(shown: &mut String, key: &str) {
    let plain =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if !plain {
        let _ = write!(shown, "[\"{}\"]", shorten(key));
        return;
    }
    if !shown.is_empty() {
        shown.push('.');
    }
    shown.push_str(key);
}

/// A path as `replace_paths` writes it: an array of keys and indices.
#[must_use]
pub fn json_path(steps: &[Json<'_>]) -> String {
    let mut shown = String::new();
    for step in steps {
        match step {
            Json::String(key) => push_key(&mut shown, key),
            Json::Number(index) => {
                let _ = write!(shown, "[{}]", index.text());
            }
            Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => shown.push_str("[…]"),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Difference, diff, names_a_secret};
    use crate::plan::{Json, Mask, Values};

    fn differences(before: &str, after: &str, unknown: &str, sensitive: &str) -> Vec<String> {
        let decode = |text| Json::decode(text).unwrap_or(Json::Null);
        let values = Values::new(
            decode(before),
            decode(after),
            Mask::from_json(&decode(unknown)),
            Mask::from_json(&decode(sensitive)),
        );
        diff(&values)
            .into_iter()
            .map(|Difference { path, before, after }| {
                format!("{path}: {} -> {}", before.unwrap_or_default(), after.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn leaves_are_named_and_secrets_hidden() {
        let found = differences(
            r#"{"a":1,"b":{"c":"x","pin":"1234"},"db_password":"hunter2","same":true,"l":[{"k":1}],"gone":"g"}"#,
            r#"{"a":2,"b":{"c":"x","pin":"9999"},"db_password":"hunter3","same":true,"l":[{"k":2}],"gone":null}"#,
            r#"{"later":true}"#,
            r#"{"b":{"pin":true}}"#,
        );
        assert_eq!(
            found,
            [
                "a: 1 -> 2",
                "b.pin: (sensitive value) -> (sensitive value)",
                "db_password: (sensitive value) -> (sensitive value)",
                "gone: \"g\" -> null",
                "l[0].k: 1 -> 2",
                "later: null -> (known after apply)",
            ]
        );
    }

    #[test]
    fn a_sensitive_subtree_is_one_hidden_leaf() {
        let found = differences(
            r#"{"m":{"x":"hunter2"}}"#,
            r#"{"m":{"y":"hunter3"}}"#,
            "{}",
            r#"{"m":true}"#,
        );
        assert_eq!(found, ["m: (sensitive value) -> (sensitive value)"]);
    }

    #[test]
    fn hostile_text_is_written_out() {
        let found = differences("{}", r#"{"a\u001b[2J":"\u202ex\n"}"#, "{}", "{}");
        assert_eq!(found, [r#"["a\u{1b}[2J"]: null -> "\u{202e}x\n""#]);
    }

    #[test]
    fn names_that_say_secret() {
        for path in ["master_password", "auth[0].token", "env[\"DB_PASSWORD\"]", "x.client_secret"]
        {
            assert!(names_a_secret(path), "{path}");
        }
        for path in ["password_length", "secret_arn", "key_name", "tokens_per_minute"] {
            assert!(!names_a_secret(path), "{path}");
        }
    }
}
