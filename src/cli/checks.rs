//! `--terraform-checks`: Terraform's own checks of the sources that a plan was made from.

use std::path::Path;

use super::failure::Failure;
use crate::finding::Location;
use crate::judge::{SourceChecks, SourceError};
use crate::terraform::{Invalid, Terraform};

/// Runs both checks in the plan's directory.
pub fn run(terraform: Option<&Path>, directory: &Path) -> Result<SourceChecks, Failure> {
    let terraform = Terraform::find(terraform)?;
    let unformatted = terraform.unformatted(directory)?;
    let invalid = terraform.invalid(directory)?.into_iter().map(|error| {
        let Invalid { summary, detail, file, line } = error;
        SourceError { summary, detail, location: Location { file, line } }
    });
    Ok(SourceChecks { unformatted, invalid: invalid.collect() })
}
