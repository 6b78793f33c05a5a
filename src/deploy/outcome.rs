//! What came of an apply, as data: the document of `tfgate apply -o json`.
//!
//! A document of its own, with the [`Report`] inside it: the report says what was judged, and
//! its `exit_code` goes with its verdict; this says what became of it. It holds no time, and
//! every text in it is safe to show.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::exit;
use crate::import::report::ImportReport;
use crate::plan::text::visible;
use crate::report::{ErrorReport, Report, Tool};

/// Version of the document. Fields may be added without raising it; none may change.
pub const SCHEMA_VERSION: u32 = 1;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Who applied.
    pub tool: Tool,
    /// In one word.
    pub status: Status,
    /// The exit code that goes with it.
    pub exit_code: u8,
    /// The root module.
    pub directory: String,
    /// Whether nothing was to be written.
    pub dry_run: bool,
    /// The stages that ran to their end, in order.
    pub stages: Vec<String>,
    /// The plan, by what tells it from others.
    pub plan: Option<Identity>,
    /// What exists already; absent where nobody looked.
    pub imports: Option<ImportReport>,
    /// What was judged, as `plan check -o json` says it.
    pub report: Option<Report>,
    /// Where the state before is.
    pub backup: Option<String>,
    /// What Terraform did; absent where it was not let.
    pub apply: Option<Applied>,
    /// What to do, as sentences and commands.
    pub next: Vec<String>,
    /// Why it could not be carried out.
    pub error: Option<ErrorReport>,
}

/// By what a plan is told from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// SHA-256 of the saved plan.
    pub file_sha256: String,
    /// SHA-256 over what it does.
    pub fingerprint: String,
}

/// What came of it, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Everything was done.
    Applied,
    /// It passed, and there is nothing to do.
    NothingToDo,
    /// It passed, and nothing was to be written.
    WouldApply,
    /// Somebody was asked, and did not say yes.
    Declined,
    /// The verdict.
    Denied,
    /// The verdict.
    ApprovalNeeded,
    /// There is no verdict.
    Undecided,
    /// The plan is not the one that was judged, or not one for this state.
    OtherPlan,
    /// Something exists already, and it is in doubt what it is.
    ImportsUnresolved,
    /// It was begun, and not everything was done.
    Failed,
}

/// What Terraform did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Resources that were created, those of replacements too.
    pub created: usize,
    /// Resources that were changed in place.
    pub updated: usize,
    /// Resources that were destroyed, those of replacements too.
    pub destroyed: usize,
    /// Resources that were imported; absent where the state could not tell.
    pub imported: Option<usize>,
    /// What was done, in the order in which it was.
    pub done: Vec<Step>,
    /// What failed, and why.
    pub failed: Vec<Step>,
    /// What was begun and not ended: the run was stopped.
    pub unfinished: Vec<Step>,
    /// What was not begun.
    pub not_begun: Vec<Step>,
    /// Errors that are about no resource.
    pub errors: Vec<String>,
    /// Terraform's log of a run that failed.
    pub log: Option<String>,
}

/// Something that Terraform does to a resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The resource.
    pub address: String,
    /// `create`, `update` or `delete`.
    pub action: String,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

impl Status {
    /// Exit code, see [`crate::exit`].
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Applied | Self::NothingToDo | Self::WouldApply => exit::PASSED,
            Self::Denied => exit::DENIED,
            Self::Declined | Self::Undecided | Self::Failed => exit::UNDECIDED,
            Self::ApprovalNeeded => exit::APPROVAL_NEEDED,
            Self::OtherPlan => exit::OTHER_PLAN,
            Self::ImportsUnresolved => exit::UNRESOLVED_IMPORTS,
        }
    }
}

impl Outcome {
    /// Of a run that has not begun.
    #[must_use]
    pub fn new(directory: &Path, dry_run: bool) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::default(),
            status: Status::Applied,
            exit_code: exit::PASSED,
            directory: visible(&directory.display().to_string()).into_owned(),
            dry_run,
            stages: Vec::new(),
            plan: None,
            imports: None,
            report: None,
            backup: None,
            apply: None,
            next: Vec::new(),
            error: None,
        }
    }

    /// Of a run that could not begin.
    #[must_use]
    pub fn failed(directory: &Path, dry_run: bool, error: ErrorReport) -> Self {
        let status = Status::Undecided;
        Self { status, error: Some(error), ..Self::new(directory, dry_run) }.concluded()
    }

    /// With the exit code that goes with the status.
    #[must_use]
    pub(super) fn concluded(mut self) -> Self {
        self.exit_code = self.status.exit_code();
        self
    }

    /// Why nothing was judged, for reports.
    #[must_use]
    pub fn reason(&self) -> ErrorReport {
        self.error.clone().unwrap_or_else(|| ErrorReport {
            code: "tfgate::apply::imports".to_owned(),
            message: "something exists already, and it is in doubt what it is".to_owned(),
            help: "see the imports in the outcome of `tfgate apply -o json`".to_owned(),
        })
    }

    /// The document.
    #[must_use]
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("an outcome has string keys only");
        text.push('\n');
        text
    }
}
