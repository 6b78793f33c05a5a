//! The lines of `terraform apply -json` that say what failed.

use serde::Deserialize;

use crate::plan::{Address, BlockKind};

/// A line of the log, as far as it matters.
#[derive(Deserialize)]
pub(super) struct Line {
    #[serde(rename = "type")]
    kind: String,
    diagnostic: Option<Message>,
    hook: Option<Hook>,
}

#[derive(Deserialize)]
struct Message {
    severity: String,
    summary: String,
    #[serde(default)]
    detail: String,
    address: Option<String>,
}

#[derive(Deserialize)]
struct Hook {
    resource: Option<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    addr: String,
}

impl Line {
    /// The address that failed, and the message when this is one.
    pub(super) fn failure(self) -> Option<(String, Option<String>)> {
        match &*self.kind {
            "apply_errored" => Some((self.hook?.resource?.addr, None)),
            "diagnostic" => {
                let Message { severity, summary, detail, address } = self.diagnostic?;
                // What a provisioner prints is not what the provider says.
                let provider = severity == "error" && !summary.ends_with("provisioner error");
                let message = provider.then(|| format!("{summary}\n{detail}"));
                (severity == "error").then_some((address?, message))
            }
            _ => None,
        }
    }
}

/// The address of a managed resource instance; `None` for anything else.
pub(super) fn managed(text: &str) -> Option<Address> {
    Address::parse(text).ok().filter(|address| address.kind == BlockKind::Managed)
}
