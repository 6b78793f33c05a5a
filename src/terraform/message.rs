//! What `plan -json` and `apply -json` stream, one JSON object a line.
//!
//! Only what is acted on is read. A line that is no message is not an error: plugins and
//! wrappers write lines of their own; what failed is told by the exit code.

use serde::Deserialize;

use crate::plan::text::visible;

/// One line.
#[derive(Debug, Deserialize)]
pub struct Message {
    /// What it is about, in Terraform's words. Untrusted text.
    #[serde(rename = "@message", default)]
    text: String,
    /// `refresh_start`, `apply_complete`, `diagnostic` and others.
    #[serde(rename = "type", default)]
    pub kind: String,
    /// The error or warning that it carries.
    #[serde(default)]
    pub diagnostic: Option<Diagnostic>,
    /// The resource that something happens to.
    #[serde(default)]
    pub hook: Option<Hook>,
}

/// What happens to a resource, and which.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Hook {
    resource: HookResource,
    /// `create`, `update`, `delete`, `read` and others; empty for provisioners.
    #[serde(default)]
    pub action: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
struct HookResource {
    addr: String,
}

impl Hook {
    /// The address of the resource. Untrusted text.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.resource.addr
    }
}

/// An error or a warning of Terraform's.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Diagnostic {
    /// `error` or `warning`.
    #[serde(default)]
    pub severity: String,
    /// One line.
    #[serde(default)]
    pub summary: String,
    /// The rest.
    #[serde(default)]
    pub detail: String,
    /// The resource that it is about, where Terraform tells.
    #[serde(default)]
    pub address: Option<String>,
}

impl Message {
    /// Reads a line; none for what is no message.
    #[must_use]
    pub fn read(line: &[u8]) -> Option<Self> {
        serde_json::from_slice(line).ok()
    }

    /// What it says, safe to show.
    #[must_use]
    pub fn shown(&self) -> String {
        visible(&self.text).into_owned()
    }

    /// Whether it is something to keep in sight: what was done to a resource, and what a
    /// provisioner prints.
    #[must_use]
    pub fn stays(&self) -> bool {
        matches!(self.kind.as_str(), "apply_complete" | "apply_errored" | "provision_progress")
    }

    /// Whether it tells of progress with a resource.
    #[must_use]
    pub fn is_progress(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "refresh_start" | "apply_start" | "apply_progress" | "provision_start"
        )
    }
}

impl Diagnostic {
    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == "error"
    }

    /// Whether it is about the resource at `address`. Terraform names it in a field, and for
    /// an import of what does not exist only in the text, quoted as Go quotes.
    #[must_use]
    pub fn names(&self, address: &str) -> bool {
        if self.address.as_deref() == Some(address) {
            return true;
        }
        let quoted = serde_json::to_string(address).unwrap_or_default();
        self.detail.contains(&quoted) || self.detail.contains(&format!("\"{address}\""))
    }

    /// Whether it quotes `id`: providers that find an id malformed name it and not the address.
    #[must_use]
    pub fn quotes(&self, id: &str) -> bool {
        let text = format!("{} {}", self.summary, self.detail);
        [('"', '"'), ('(', ')'), ('\'', '\''), ('`', '`')]
            .iter()
            .any(|(open, close)| text.contains(&format!("{open}{id}{close}")))
    }

    /// Whether it says that there is nothing under an import id.
    #[must_use]
    pub fn says_nothing_is_there(&self) -> bool {
        self.summary.contains("Cannot import non-existent remote object")
    }

    /// Whether somebody else holds the lock of the state, so that nothing was done.
    #[must_use]
    pub fn is_about_the_lock(&self) -> bool {
        self.summary.contains("Error acquiring the state lock")
    }

    /// Whether Terraform refuses a saved plan, because the state is not the one that it was
    /// made from: nothing was done.
    #[must_use]
    pub fn refuses_the_plan(&self) -> bool {
        ["Saved plan is stale", "Saved plan does not match the given state"]
            .iter()
            .any(|summary| self.summary.contains(summary))
    }

    /// Whether trying again may help: the service was busy, the network failed, or somebody
    /// else holds the lock.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        const SIGNS: &[&str] = &[
            "throttl",
            "rate exceeded",
            "too many requests",
            "requestlimitexceeded",
            "slowdown",
            "state lock",
            "timeout",
            "timed out",
            "connection refused",
            "connection reset",
            "no such host",
            "i/o timeout",
            "tls handshake",
            "service unavailable",
            "internalerror",
            "statuscode: 503",
            "statuscode: 502",
        ];
        let text = format!("{} {}", self.summary, self.detail).to_lowercase();
        !self.says_nothing_is_there() && SIGNS.iter().any(|sign| text.contains(sign))
    }

    /// Both parts on one line, safe to show and not longer than a few lines.
    #[must_use]
    pub fn shown(&self) -> String {
        const LONGEST: usize = 600;
        let summary = self.summary.split_whitespace().collect::<Vec<_>>().join(" ");
        let detail = self.detail.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = if detail.is_empty() { summary } else { format!("{summary}: {detail}") };
        let mut shown: String = text.chars().take(LONGEST).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        visible(&shown).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Message};

    fn diagnostic(summary: &str, detail: &str) -> Diagnostic {
        Diagnostic {
            severity: "error".to_owned(),
            summary: summary.to_owned(),
            detail: detail.to_owned(),
            address: None,
        }
    }

    #[test]
    fn an_address_is_found_in_the_text_also_with_a_key() {
        let detail = r#"existing object to "aws_iam_role.r[\"a.b\"]", the provider"#;
        let one = diagnostic("Cannot import non-existent remote object", detail);
        assert!(one.names(r#"aws_iam_role.r["a.b"]"#));
        assert!(!one.names("aws_iam_role.r"));
        assert!(one.says_nothing_is_there() && !one.is_transient());
    }

    #[test]
    fn what_may_pass_by_itself_is_told_from_what_will_not() {
        assert!(diagnostic("Error acquiring the state lock", "resource busy").is_transient());
        assert!(diagnostic("reading", "ThrottlingException: Rate exceeded").is_transient());
        assert!(!diagnostic("reading", "AccessDenied: not authorized").is_transient());
    }

    #[test]
    fn a_line_that_is_no_message_is_none() {
        assert!(Message::read(b"Killed").is_none());
        let line = br#"{"@message":"x\u001b[2J","type":"apply_start"}"#;
        assert_eq!(Message::read(line).unwrap().shown(), "x\\u{1b}[2J");
    }
}
