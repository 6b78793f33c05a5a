//! Why an apply was not carried out.

use std::path::Path;

use miette::Diagnostic;
use thiserror::Error;

use super::outcome::Status;
use crate::import::ImportError;
use crate::plan::Refusal;
use crate::plan::text::{visible, visible_lines};
use crate::report::ErrorReport;
use crate::terraform::TerraformError;

/// The apply was not carried out, or not to its end.
#[derive(Debug, Diagnostic, Error)]
pub enum DeployError {
    /// Terraform could not do its part.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Terraform(#[from] TerraformError),
    /// The search for what exists already failed.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Import(#[from] ImportError),
    /// The plan cannot be read.
    #[error("the plan cannot be read: {0}")]
    #[diagnostic(transparent)]
    Plan(#[from] Refusal),
    /// Whoever found it has told it.
    #[error("{}", .0.message)]
    #[diagnostic(code(tfgate::apply::told), help("{}", .0.help))]
    Told(ErrorReport),
    /// A file could not be read or written.
    #[error("cannot {verb} `{path}`: {reason}")]
    #[diagnostic(code(tfgate::apply::file))]
    File {
        /// `read` or `write`.
        verb: &'static str,
        /// Path.
        path: String,
        /// The system's reason.
        reason: String,
    },
    /// No plan that passed is there to be applied.
    #[error("there is no plan that passed")]
    #[diagnostic(
        code(tfgate::apply::no_plan),
        help("nothing was applied; this is a mistake in tfgate: please report it")
    )]
    NoPlan,
    /// What is to be applied is no saved plan.
    #[error("`{path}` is no saved plan")]
    #[diagnostic(
        code(tfgate::apply::not_saved),
        help(
            "only what `terraform plan -out=FILE` writes can be applied; its JSON can be judged, by `tfgate plan check`"
        )
    )]
    NotSaved {
        /// The file.
        path: String,
    },
    /// Import blocks are wanted, and Terraform has none.
    #[error("Terraform {version} has no `import` blocks, so no plan can hold imports and changes")]
    #[diagnostic(
        code(tfgate::apply::no_import_blocks),
        help(
            "use Terraform 1.5 or later, or OpenTofu; or run `tfgate import` first and apply with `--no-import`"
        )
    )]
    NoImportBlocks {
        /// Its version.
        version: String,
    },
    /// Something that was proven is not imported by the plan that holds its block.
    #[error("the plan does not import `{address}`, which was proven to exist")]
    #[diagnostic(
        code(tfgate::apply::not_imported),
        help("nothing was applied: somebody may work on the same stack; run it again")
    )]
    NotImported {
        /// The address.
        address: String,
    },
    /// The plan is not the one that was judged before.
    #[error("the plan is not the one that the report judged: {what}")]
    #[diagnostic(
        code(tfgate::apply::other_plan),
        help(
            "nothing was applied; judge this plan (`tfgate plan check PLAN -o json=report.json`) and pass that report, or apply the plan that was judged"
        )
    )]
    OtherPlan {
        /// Which part differs.
        what: &'static str,
    },
    /// The report that the plan is bound to did not pass.
    #[error("the report did not pass: its findings add up to {verdict}")]
    #[diagnostic(
        code(tfgate::apply::judged_otherwise),
        help(
            "nothing was applied; mend or allow what it says, judge again, and pass the new report"
        )
    )]
    JudgedOtherwise {
        /// Its verdict.
        verdict: &'static str,
    },
    /// The bytes of the plan changed after they were judged.
    #[error("the saved plan was exchanged after it was judged: {found} instead of {judged}")]
    #[diagnostic(
        code(tfgate::apply::exchanged),
        help("nothing was applied; find out who can write to the temporary files of this user")
    )]
    Exchanged {
        /// SHA-256 of what was judged.
        judged: String,
        /// SHA-256 of what is there.
        found: String,
    },
    /// The state is not the one that the plan was made from.
    #[error("Terraform refuses the plan: {reason}")]
    #[diagnostic(
        code(tfgate::apply::stale),
        help("nothing was applied; plan and judge again, from the state as it is now")
    )]
    Stale {
        /// What it says.
        reason: String,
    },
    /// The user stopped it between two stages.
    #[error("interrupted before the stage `{stage}`")]
    #[diagnostic(code(tfgate::apply::interrupted), help("nothing was applied; run it again"))]
    Interrupted {
        /// The stage that did not begin.
        stage: &'static str,
    },
    /// Terraform failed on the way.
    #[error("the apply failed: {reason}")]
    #[diagnostic(code(tfgate::apply::failed), help("what was done is in the state, and stays"))]
    Failed {
        /// The first error.
        reason: String,
    },
}

impl DeployError {
    /// A file that could not be read or written.
    #[must_use]
    pub fn file(verb: &'static str, path: &Path, error: &std::io::Error) -> Self {
        let path = visible(&path.display().to_string()).into_owned();
        Self::File { verb, path, reason: error.to_string() }
    }

    /// Whether somebody has told it already.
    #[must_use]
    pub fn is_told(&self) -> bool {
        matches!(self, Self::Told(_))
    }

    /// A file that is no saved plan.
    #[must_use]
    pub fn not_saved(path: &Path) -> Self {
        Self::NotSaved { path: visible(&path.display().to_string()).into_owned() }
    }

    /// What came of a run that ended with it. `begun` is whether Terraform was let.
    #[must_use]
    pub fn status(&self, begun: bool) -> Status {
        match self {
            Self::OtherPlan { .. }
            | Self::JudgedOtherwise { .. }
            | Self::Exchanged { .. }
            | Self::Stale { .. } => Status::OtherPlan,
            Self::Terraform(_)
            | Self::Import(_)
            | Self::Plan(_)
            | Self::Told(_)
            | Self::File { .. }
            | Self::NoPlan
            | Self::NotSaved { .. }
            | Self::NoImportBlocks { .. }
            | Self::NotImported { .. }
            | Self::Interrupted { .. }
            | Self::Failed { .. } => {
                if begun {
                    Status::Failed
                } else {
                    Status::Undecided
                }
            }
        }
    }
}

impl From<&DeployError> for ErrorReport {
    fn from(error: &DeployError) -> Self {
        if let DeployError::Told(report) = error {
            return report.clone();
        }
        let text =
            |part: Option<Box<dyn std::fmt::Display + '_>>| part.map(|part| part.to_string());
        Self {
            code: text(error.code()).unwrap_or_else(|| "tfgate::error".to_owned()),
            message: visible(&error.to_string()).into_owned(),
            help: visible_lines(&text(error.help()).unwrap_or_default()).into_owned(),
        }
    }
}
