//! What an import did, as data, and its renderers.
//!
//! A document of its own: [`ImportReport`] is to `tfgate import` what
//! [`Report`](crate::report::Report) is to the gates. It holds no time. Every text in it is
//! safe to show.

mod junit;
mod markdown;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Mode;
use super::failures::Failures;
use super::silent::Silent;
use super::subject::{Decision, Status, shown_id};
use crate::exit;
use crate::plan::Address;
use crate::plan::text::visible;
use crate::report::text::Look;
use crate::report::{ErrorReport, Tool};
use crate::terraform::Version;

/// Version of the document. Fields may be added without raising it; none may change.
pub const SCHEMA_VERSION: u32 = 1;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Who imported.
    pub tool: Tool,
    /// `import`, `dry_run`, `blocks` or `plan`.
    pub mode: String,
    /// 0, 2 or 5.
    pub exit_code: u8,
    /// The root module.
    pub directory: String,
    /// Version of Terraform or OpenTofu.
    pub terraform_version: Option<String>,
    /// Where the state before is, if anything was written.
    pub backup: Option<String>,
    /// The file of `import` blocks that was written.
    pub blocks: Option<String>,
    /// Whether the user said no when asked.
    pub declined: bool,
    /// What the log of `--from-apply-log` tells.
    pub log: Option<LogReport>,
    /// How many resources have each status; those that none has are left out.
    pub summary: BTreeMap<String, usize>,
    /// The resources, by status and address.
    pub resources: Vec<ResourceReport>,
    /// Why nothing could be done.
    pub error: Option<ErrorReport>,
}

/// What became of one create.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceReport {
    /// The address.
    pub address: String,
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// One of [`Status`].
    pub status: String,
    /// The import id.
    pub id: Option<String>,
    /// `map`, `derived`, `tags` or `log`.
    pub source: Option<String>,
    /// What the log of an apply said of it.
    pub told: Option<String>,
    /// Why; empty for what went as it should.
    pub reason: String,
    /// What speaks for it, and what would change.
    pub evidence: Vec<String>,
    /// What an apply would do about what exists without failing, where it is not imported.
    pub silent: Option<String>,
    /// Ids among which nothing decides.
    pub candidates: Vec<String>,
    /// What to do.
    pub next: Vec<String>,
}

/// What the log of an apply tells, in counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogReport {
    /// Resources that met an existing object.
    pub already_exist: usize,
    /// Addresses that failed for other reasons.
    pub failed_otherwise: Vec<String>,
    /// Lines that are no messages of Terraform.
    pub ignored_lines: usize,
}

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// The document itself.
    Json,
    /// For a pull request or a job summary.
    Markdown,
    /// For CI servers.
    Junit,
}

impl Format {
    /// Every format with its name.
    pub const ALL: [(&'static str, Self); 4] = [
        ("text", Self::Text),
        ("json", Self::Json),
        ("markdown", Self::Markdown),
        ("junit", Self::Junit),
    ];
}

impl ImportReport {
    /// An empty one.
    #[must_use]
    pub fn new(mode: &Mode, version: &Version, directory: &Path) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::default(),
            mode: mode.as_str().to_owned(),
            exit_code: exit::PASSED,
            directory: visible(&directory.display().to_string()).into_owned(),
            terraform_version: Some(version.to_string()),
            backup: None,
            blocks: None,
            declined: false,
            log: None,
            summary: BTreeMap::new(),
            resources: Vec::new(),
            error: None,
        }
    }

    /// The report of a run that failed as a whole.
    #[must_use]
    pub fn failed(mode: &Mode, directory: &Path, error: ErrorReport) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::default(),
            mode: mode.as_str().to_owned(),
            exit_code: exit::UNDECIDED,
            directory: visible(&directory.display().to_string()).into_owned(),
            terraform_version: None,
            backup: None,
            blocks: None,
            declined: false,
            log: None,
            summary: BTreeMap::new(),
            resources: Vec::new(),
            error: Some(error),
        }
    }

    /// Counts the resources, and decides the exit code.
    pub fn count(&mut self) {
        for resource in &self.resources {
            *self.summary.entry(resource.status.clone()).or_default() += 1;
        }
        let unresolved = Status::ALL.iter().any(|one| one.is_unresolved() && self.of(*one) > 0);
        if unresolved || self.declined {
            self.exit_code = exit::UNRESOLVED_IMPORTS;
        }
    }

    /// How many resources have a status.
    #[must_use]
    pub fn of(&self, status: Status) -> usize {
        self.summary.get(status.as_str()).copied().unwrap_or(0)
    }

    /// The resources of a status.
    pub fn with(&self, status: Status) -> impl Iterator<Item = &ResourceReport> {
        self.resources.iter().filter(move |resource| resource.status == status.as_str())
    }

    /// What to know of creates that nobody could look for and that do not fail, in a sentence.
    #[must_use]
    pub fn unseen(&self) -> Option<String> {
        let silent = |one: &&ResourceReport| one.silent.is_some();
        let count = self.with(Status::Unsearched).filter(silent).count();
        (count > 0).then(|| {
            let (creates, exist) = match count {
                1 => ("1 create".to_owned(), "it exists"),
                _ => (format!("{count} creates"), "they exist"),
            };
            format!("{creates} could not be looked for and would not fail if {exist}")
        })
    }

    /// How many nobody may overlook.
    #[must_use]
    pub fn unresolved(&self) -> usize {
        Status::ALL.iter().filter(|one| one.is_unresolved()).map(|one| self.of(*one)).sum()
    }

    /// The last line: what came of it.
    #[must_use]
    pub fn headline(&self) -> String {
        if self.error.is_some() {
            return "FAILED   nothing was imported".to_owned();
        }
        let verb = match self.mode.as_str() {
            "dry_run" => format!("{} would be imported", self.of(Status::Importable)),
            "plan" => format!("{} to be imported by the apply", self.of(Status::Importable)),
            "blocks" => format!("{} blocks written", self.of(Status::Importable)),
            _ if self.declined => "nothing imported".to_owned(),
            _ => format!("{} imported", self.of(Status::Imported)),
        };
        let mut parts = vec![verb];
        for status in [Status::Already, Status::Create, Status::Unsearched, Status::NotImportable] {
            if self.of(status) > 0 {
                parts.push(format!("{} {}", self.of(status), status.phrase()));
            }
        }
        match self.unresolved() {
            0 => format!("DONE   {}", parts.join(", ")),
            count => {
                format!("UNRESOLVED   {count} of {}; {}", self.resources.len(), parts.join(", "))
            }
        }
    }

    /// Renders it.
    #[must_use]
    pub fn render(&self, format: Format, look: &Look) -> String {
        match format {
            Format::Text => text::render(self, look),
            Format::Json => {
                let mut text =
                    serde_json::to_string_pretty(self).expect("a report has string keys only");
                text.push('\n');
                text
            }
            Format::Markdown => markdown::render(self),
            Format::Junit => junit::render(self),
        }
    }
}

impl LogReport {
    /// Counts.
    #[must_use]
    pub fn new(failures: &Failures) -> Self {
        Self {
            already_exist: failures.collisions.len(),
            failed_otherwise: failures.others.iter().map(Address::to_string).collect(),
            ignored_lines: failures.ignored,
        }
    }

    /// The same as a sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut parts = vec![match self.already_exist {
            0 => "it met nothing that exists already".to_owned(),
            1 => "1 resource exists already".to_owned(),
            count => format!("{count} resources exist already"),
        }];
        if !self.failed_otherwise.is_empty() {
            let others = self.failed_otherwise.join(", ");
            parts.push(format!(
                "{} failed for other reasons: {others}",
                self.failed_otherwise.len()
            ));
        }
        if self.ignored_lines > 0 {
            let lines = if self.ignored_lines == 1 { "line is" } else { "lines are" };
            parts.push(format!("{} {lines} not of Terraform", self.ignored_lines));
        }
        parts.join("; ")
    }
}

impl ResourceReport {
    /// The report of a decision.
    #[must_use]
    pub(super) fn new(address: &Address, resource_type: &str, decision: Decision) -> Self {
        let Decision { status, reason, id, source, evidence, candidates, next } = decision;
        Self {
            address: address.to_string(),
            resource_type: visible(resource_type).into_owned(),
            status: status.as_str().to_owned(),
            id: id.map(|id| shown_id(resource_type, &id)),
            source: source.map(|source| source.as_str().to_owned()),
            told: None,
            silent: Silent::of(resource_type).and_then(|silent| silent.in_words(status)),
            reason,
            evidence,
            candidates,
            next,
        }
    }

    /// The same for an address that was read from a file.
    pub(super) fn of_text(address: &str, resource_type: &str, decision: Decision) -> Option<Self> {
        let address = Address::parse(address).ok()?;
        let known = if resource_type.is_empty() { &address.resource_type } else { resource_type };
        Some(Self::new(&address, known, decision))
    }

    /// What needs somebody comes first, and what an apply would not fail on before the rest.
    pub(super) fn order(&self) -> (usize, bool, Option<Address>) {
        let place = Status::ALL.iter().position(|status| status.as_str() == self.status);
        let place = place.unwrap_or(Status::ALL.len());
        (place, self.silent.is_none(), Address::parse(&self.address).ok())
    }
}
