//! Why nothing could be imported at all. What concerns one resource is in the report instead.

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

use super::failures::LogError;
use crate::plan::Refusal;
use crate::terraform::TerraformError;

/// The import could not be carried out.
#[derive(Debug, Diagnostic, Error)]
pub enum ImportError {
    /// Terraform could not do its part.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Terraform(#[from] TerraformError),
    /// What Terraform planned cannot be read.
    #[error("the plan cannot be read: {0}")]
    #[diagnostic(transparent)]
    Plan(#[from] Refusal),
    /// The log of an apply cannot be used.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Log(#[from] LogError),
    /// A file could not be read or written.
    #[error("cannot {verb} `{path}`: {reason}")]
    #[diagnostic(code(tfgate::import::file))]
    File {
        /// `read` or `write`.
        verb: &'static str,
        /// Path.
        path: String,
        /// The system's reason.
        reason: String,
    },
    /// The place of the trial's own file is taken.
    #[error("`{path}` is in the way, and is not tfgate's")]
    #[diagnostic(
        code(tfgate::import::occupied),
        help("the trial writes its `import` blocks to a file of that name: rename yours")
    )]
    Occupied {
        /// Path.
        path: String,
    },
    /// A line of the mapping file makes no sense.
    #[error("{message}")]
    #[diagnostic(
        code(tfgate::import::map),
        help("one object a line, `address = id`: aws_vpc.main = vpc-0a1b2c3d")
    )]
    Map {
        /// What is wrong.
        message: String,
        /// The file.
        #[source_code]
        source_code: NamedSource<String>,
        /// The line.
        #[label("here")]
        place: SourceSpan,
    },
    /// The journal of an earlier run cannot be read.
    #[error("the journal `{path}` cannot be read: {reason}")]
    #[diagnostic(
        code(tfgate::import::journal),
        help(
            "it tells what an earlier run imported; compare it with `terraform state list`, then move it away"
        )
    )]
    Journal {
        /// Path.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// Terraform is older than what is supported.
    #[error(
        "Terraform {version} does not tell in a plan what failed, and nothing is imported without a trial"
    )]
    #[diagnostic(
        code(tfgate::import::too_old),
        help("use Terraform 0.15.3 or later, or OpenTofu: name it with `--terraform`")
    )]
    TooOld {
        /// Its version.
        version: String,
    },
    /// The state is not the one that the imports were tried with.
    #[error("somebody wrote to the state while the imports were tried")]
    #[diagnostic(
        code(tfgate::import::moved),
        help("nothing was imported: run again when they are done")
    )]
    Moved,
    /// Blocks were asked for, and Terraform has none.
    #[error("Terraform {version} has no `import` blocks, so none are written")]
    #[diagnostic(
        code(tfgate::import::no_blocks),
        help("leave `--write-blocks` out to import into the state, or use Terraform 1.5 or later")
    )]
    NoBlocks {
        /// Its version.
        version: String,
    },
    /// The `aws` program could not do its part.
    #[error("{message}")]
    #[diagnostic(code(tfgate::import::aws), help("{help}"))]
    Aws {
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
    /// The account is not the one that was expected.
    #[error("the credentials are for account {found}, not {expected}")]
    #[diagnostic(
        code(tfgate::import::account),
        help("nothing was imported; look at AWS_PROFILE and the provider's configuration")
    )]
    Account {
        /// What the credentials are for.
        found: String,
        /// What was asked for.
        expected: String,
    },
}

impl ImportError {
    /// A file that could not be read or written.
    #[must_use]
    pub fn file(verb: &'static str, path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = crate::plan::text::visible(&path.display().to_string()).into_owned();
        Self::File { verb, path, reason: error.to_string() }
    }
}
