//! The plan as a file that nobody else can reach, known by the hash of its bytes.
//!
//! What is hashed, judged and applied is one file in a directory of this run alone. A saved
//! plan that somebody passes is copied there first, from the bytes that were read once: what
//! becomes of the original does not matter any more. Right before the apply the bytes are
//! hashed again, so that a copy that was exchanged all the same is never applied.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::error::DeployError;
use super::outcome::Identity;
use crate::plan::{Plan, sha256};
use crate::terraform::backup::write_private;
use crate::terraform::{Outcome, Stack};

/// A saved plan, read.
pub struct Sealed {
    /// For this user only; goes away with this.
    _place: TempDir,
    file: PathBuf,
    sha256: String,
    plan: Arc<Plan>,
}

impl Sealed {
    /// Has Terraform plan. None when it failed and saved nothing.
    pub fn planned(stack: &Stack<'_>) -> Result<(Outcome, Option<Self>), DeployError> {
        let (place, file) = place()?;
        let outcome = stack.plan(&file, &[])?;
        if !file.metadata().is_ok_and(|data| data.len() > 0) {
            return Ok((outcome, None));
        }
        Self::read(stack, place, file).map(|sealed| (outcome, Some(sealed)))
    }

    /// Copies a saved plan.
    pub fn copied(stack: &Stack<'_>, bytes: &[u8]) -> Result<Self, DeployError> {
        let (place, file) = place()?;
        write_private(&file, bytes).map_err(|error| DeployError::file("write", &file, &error))?;
        Self::read(stack, place, file)
    }

    fn read(stack: &Stack<'_>, place: TempDir, file: PathBuf) -> Result<Self, DeployError> {
        let sha256 = hash(&file)?;
        let plan = Arc::new(Plan::read(stack.show_json(&file)?)?);
        Ok(Self { _place: place, file, sha256, plan })
    }

    /// What it does.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// SHA-256 of its bytes, in hex.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// By what it is told from other plans.
    pub fn identity(&self) -> Result<Identity, DeployError> {
        Ok(Identity { file_sha256: self.sha256.clone(), fingerprint: self.plan.fingerprint()? })
    }

    /// The file to apply, if it is still what was judged.
    pub fn file(&self) -> Result<&Path, DeployError> {
        let found = hash(&self.file)?;
        if found == self.sha256 {
            return Ok(&self.file);
        }
        Err(DeployError::Exchanged { judged: self.sha256.clone(), found })
    }
}

/// A directory that only this user may enter, and the file in it.
fn place() -> Result<(TempDir, PathBuf), DeployError> {
    let failure = |error| DeployError::file("write", Path::new("a plan"), &error);
    let place = tempfile::Builder::new().prefix("tfgate").tempdir().map_err(failure)?;
    let file = place.path().join("tfplan");
    Ok((place, file))
}

fn hash(file: &Path) -> Result<String, DeployError> {
    let bytes = fs::read(file).map_err(|error| DeployError::file("read", file, &error))?;
    Ok(sha256(&bytes))
}
