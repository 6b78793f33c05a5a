//! What to do next, as text that can be pasted.

use crate::plan::{Address, Change};

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

/// How to stop managing an object without destroying it. `removed` blocks stand for a whole
/// block that is gone; they cannot name an instance key, nor a block that is still there.
pub(super) fn keep_unmanaged(change: &Change<'_>) -> Vec<String> {
    let label = change.label();
    let gone = matches!(
        change.reason().as_deref(),
        Some("delete_because_no_resource_config" | "delete_because_no_module")
    );
    let has_key = |address: &Address| {
        address.key.is_some() || address.modules.iter().any(|step| step.key.is_some())
    };
    let step = if gone && change.parsed().is_some_and(|address| !has_key(&address)) {
        format!("removed {{\n  from = {label}\n  lifecycle {{\n    destroy = false\n  }}\n}}")
    } else {
        format!("terraform state rm {}", shell_word(&label))
    };
    vec!["to keep the object and stop managing it:".to_owned(), step]
}

/// A `moved` block.
pub(super) fn moved(from: &str, to: &str) -> String {
    format!("moved {{\n  from = {from}\n  to   = {to}\n}}")
}
