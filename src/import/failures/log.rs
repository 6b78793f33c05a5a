//! The messages of `terraform apply -json`, and how far they tell the story.
//!
//! A log that ends in the middle tells of fewer collisions than there were, so it is refused
//! and not read for what it is worth.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::LogError;
use crate::plan::text::visible;
use crate::plan::{Address, BlockKind};

/// A line of the log, as far as it matters.
#[derive(Deserialize)]
pub(super) struct Line {
    #[serde(rename = "type")]
    kind: String,
    diagnostic: Option<Message>,
    hook: Option<Hook>,
    changes: Option<Changes>,
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

#[derive(Deserialize)]
struct Changes {
    operation: String,
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

/// What of a whole apply the messages so far have told.
#[derive(Default)]
pub(super) struct Story {
    /// Whether anything was applied.
    applied: bool,
    /// What was begun and not ended, by address: a replacement is two at one.
    running: BTreeMap<String, usize>,
    /// Whether a resource failed.
    failed: bool,
    /// The first error.
    error: Option<String>,
}

impl Story {
    pub(super) fn hear(&mut self, line: &Line) {
        let address = || Some(line.hook.as_ref()?.resource.as_ref()?.addr.clone());
        match &*line.kind {
            "apply_start" => {
                self.applied = true;
                *self.running.entry(address().unwrap_or_default()).or_default() += 1;
            }
            "apply_complete" | "apply_errored" => {
                self.applied = true;
                self.failed |= line.kind == "apply_errored";
                let address = address().unwrap_or_default();
                match self.running.get_mut(&address) {
                    Some(count) if *count > 1 => *count -= 1,
                    Some(_) | None => drop(self.running.remove(&address)),
                }
            }
            "change_summary" => {
                let apply = |changes: &Changes| changes.operation == "apply";
                self.applied |= line.changes.as_ref().is_some_and(apply);
            }
            "diagnostic" => {
                let error = line.diagnostic.as_ref().filter(|one| one.severity == "error");
                if let (None, Some(error)) = (&self.error, error) {
                    self.error = Some(visible(&error.summary).into_owned());
                }
            }
            _ => {}
        }
    }

    /// Whether it is the story of an apply, to its end.
    pub(super) fn end(&self) -> Result<(), LogError> {
        if !self.applied {
            let why = self.error.as_ref().map(|error| format!(": {error}"));
            return Err(LogError::NotApplied(why.unwrap_or_default()));
        }
        if let Some(address) = self.running.keys().next() {
            let address = crate::plan::safe_label(address);
            return Err(LogError::CutOff(format!("`{address}` was begun and never ended")));
        }
        if self.failed && self.error.is_none() {
            return Err(LogError::CutOff("a resource failed, and no error says why".to_owned()));
        }
        Ok(())
    }
}

/// Whether a line is what Terraform writes for people.
pub(super) fn is_for_people(line: &str) -> bool {
    [
        "Error: ",
        ": Creating...",
        "Apply complete!",
        "Terraform will perform",
        "OpenTofu will perform",
    ]
    .iter()
    .any(|sign| line.contains(sign))
}
