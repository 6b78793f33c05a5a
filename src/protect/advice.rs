//! What to do next, as text that can be pasted.

use crate::plan::{Address, Key};

/// `text` as one word of a POSIX shell.
#[must_use]
pub fn shell_word(text: &str) -> String {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':' | '=');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// How to stop managing an object without destroying it.
pub(super) fn keep_unmanaged(label: &str, address: Option<&Address>) -> Vec<String> {
    let has_key = |address: &Address| {
        address.key.is_some() || address.modules.iter().any(|step| step.key.is_some())
    };
    match address {
        // `removed` cannot name an instance key.
        Some(address) if has_key(address) => vec![
            "to keep the object and stop managing it:".to_owned(),
            format!("terraform state rm {}", shell_word(label)),
        ],
        _ => vec![
            "to keep the object and stop managing it:".to_owned(),
            format!("removed {{\n  from = {label}\n  lifecycle {{\n    destroy = false\n  }}\n}}"),
        ],
    }
}

/// A `moved` block.
pub(super) fn moved(from: &str, to: &str) -> String {
    format!("moved {{\n  from = {from}\n  to   = {to}\n}}")
}

/// A key that can stand in `for_each`.
pub(super) fn key_text(key: &Key) -> String {
    key.to_string().trim_start_matches('[').trim_end_matches(']').to_owned()
}
