//! A copy of the state, for trials with a Terraform that has no `import` blocks.
//!
//! `terraform import` writes a state, so the trial gives it one of its own: the state is pulled
//! into a private folder, and an override file in the root module names a local backend there.
//! A data directory of its own keeps the user's `.terraform` as it is; providers and modules
//! are linked into it. That works with every backend, and the real state is not even locked.
//! The copy has a lineage of its own, by which it is known: a trial that found the real state
//! does not begin.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::blocks::TrialFile;
use super::error::ImportError;
use super::subject::Subject;
use crate::plan::Identifier;
use crate::terraform::backup::write_private;
use crate::terraform::{Diagnostic, Stack, State, TerraformError};

/// The workspace whose state a local backend keeps in a file of its own.
const DEFAULT_WORKSPACE: &str = "default";

/// A copy of the state, and Terraform to work on it.
pub struct StateCopy<'s> {
    /// In the same root module, with the copy as its state.
    pub stack: Stack<'s>,
    backend: TrialFile,
    /// What was imported into the copy.
    held: RefCell<BTreeMap<String, Identifier>>,
    /// Holds secrets, is readable by its owner only, and goes away.
    _place: TempDir,
}

impl<'s> StateCopy<'s> {
    /// Copies the state `bytes`, as `state pull` printed them. `backend` is the override file.
    pub fn of(stack: &Stack<'s>, bytes: &[u8], backend: TrialFile) -> Result<Self, ImportError> {
        stack.progress().step("copying the state");
        let place = tempfile::tempdir()
            .map_err(|error| ImportError::file("write", Path::new("a state"), &error))?;
        let workspace = stack.workspace()?;
        let data = lay_out(stack, place.path(), &workspace, &renamed(bytes)?)
            .map_err(|error| ImportError::file("write", place.path(), &error))?;
        let text = |name: &str| {
            let path = place.path().join(name).to_string_lossy().into_owned();
            Identifier::parse(&path).map(|path| path.hcl()).map_err(|_| {
                let reason = io::Error::other("its name holds characters that cannot be seen");
                ImportError::file("use", place.path(), &reason)
            })
        };
        backend.fill(&format!(
            "terraform {{\n  backend \"local\" {{\n    path          = {}\n    workspace_dir = {}\n  }}\n}}\n",
            text(STATE)?,
            text(WORKSPACES)?
        ))?;
        let stack = stack.with_data(&data);
        stack.init_backend()?;
        let (_, found) = stack.state()?;
        if found.lineage != LINEAGE {
            let reason = "the trial did not find its copy".to_owned();
            return Err(TerraformError::State { reason }.into());
        }
        Ok(Self { stack, backend, held: RefCell::default(), _place: place })
    }

    /// Makes the copy hold the proposed objects of `tried`, and no others. Those that could not
    /// be imported come back with the error.
    pub fn hold(
        &self,
        subjects: &[Subject],
        tried: &[usize],
    ) -> Result<Vec<(usize, Diagnostic)>, ImportError> {
        let mut held = self.held.borrow_mut();
        let wanted: BTreeMap<&str, &Identifier> = tried
            .iter()
            .filter_map(|at| Some((&*subjects[*at].address, &subjects[*at].proposal()?.id)))
            .collect();
        let surplus: Vec<String> = held
            .iter()
            .filter(|(address, id)| wanted.get(&***address) != Some(id))
            .map(|(address, _)| address.clone())
            .collect();
        for address in surplus {
            self.stack.forget(&address)?;
            held.remove(&address);
        }
        let mut refused = Vec::new();
        for at in tried {
            let subject = &subjects[*at];
            let Some(proposal) = subject.proposal() else { continue };
            if held.contains_key(&subject.address) {
                continue;
            }
            self.stack.progress().detail(&format!("{}: trying", subject.label()));
            let outcome = self.stack.import(&subject.address, proposal.id.expose())?;
            if outcome.succeeded {
                held.insert(subject.address.clone(), proposal.id.clone());
            } else {
                refused.extend(outcome.errors.into_iter().next().map(|error| (*at, error)));
            }
        }
        Ok(refused)
    }

    /// Gives the root module back its own backend.
    pub fn leave(&self) -> Result<(), ImportError> {
        self.backend.remove()
    }
}

/// The lineage of every copy.
const LINEAGE: &str = "tfgate-trial";

/// A state without objects, for the first import.
const EMPTY: &str = r#"{"version":4,"terraform_version":"0.15.3","serial":1,"lineage":"tfgate-trial","outputs":{},"resources":[]}"#;

/// The state under the lineage of a copy; its values stay as they are written.
fn renamed(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let State { lineage, .. } = State::read(bytes)?;
    if lineage.is_empty() {
        return Ok(EMPTY.into());
    }
    let text = String::from_utf8_lossy(bytes);
    let quoted = |text: &str| format!("\"{text}\"");
    if !text.contains(&quoted(&lineage)) {
        let reason = "its lineage is no plain text".to_owned();
        return Err(TerraformError::State { reason }.into());
    }
    Ok(text.replacen(&quoted(&lineage), &quoted(LINEAGE), 1).into_bytes())
}

/// Name of the copy where the workspace is the default one.
const STATE: &str = "terraform.tfstate";

/// Name of the folder of other workspaces' states.
const WORKSPACES: &str = "workspaces";

/// Puts the state where the local backend looks for it, and makes the data directory.
fn lay_out(
    stack: &Stack<'_>,
    place: &Path,
    workspace: &str,
    bytes: &[u8],
) -> io::Result<std::path::PathBuf> {
    let folder = match workspace {
        DEFAULT_WORKSPACE => place.to_path_buf(),
        other => place.join(WORKSPACES).join(other),
    };
    fs::create_dir_all(&folder)?;
    write_private(&folder.join(STATE), bytes)?;
    let data = place.join("data");
    fs::create_dir(&data)?;
    // As if it had been the backend before: for a new one, Terraform would offer to move the
    // state that it finds in the root module.
    let record = serde_json::json!({
        "version": 3,
        "serial": 1,
        "lineage": LINEAGE,
        "backend": {
            "type": "local",
            "config": {
                "path": place.join(STATE).to_string_lossy(),
                "workspace_dir": place.join(WORKSPACES).to_string_lossy(),
            },
            "hash": 0,
        },
        "modules": [],
    });
    fs::write(data.join(STATE), record.to_string())?;
    let entries = match fs::read_dir(stack.data()) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>()?,
        // There is none where nothing had to be installed.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let (from, to) = (entry.path(), data.join(entry.file_name()));
        // The record of their backend is what must not be shared.
        match entry.file_name().to_str() {
            Some(STATE) => {}
            Some("environment") => drop(fs::copy(from, to)?),
            Some(_) | None => link(&from, &to)?,
        }
    }
    Ok(data)
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        std::os::windows::fs::symlink_dir(from, to)
    } else {
        std::os::windows::fs::symlink_file(from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::{EMPTY, LINEAGE, renamed};
    use crate::terraform::State;

    #[test]
    fn a_copy_differs_from_its_state_in_the_lineage_alone() {
        assert_eq!(State::read(EMPTY.as_bytes()).unwrap().lineage, LINEAGE);
        assert_eq!(renamed(b"\n").unwrap(), EMPTY.as_bytes());
        let text = |lineage: &str| {
            format!(r#"{{"version":4,"serial":7,"lineage":{lineage},"n":10000000000000000000001}}"#)
        };
        let copy = renamed(text("\"a-1\"").as_bytes()).unwrap();
        assert_eq!(copy, text("\"tfgate-trial\"").into_bytes());
        assert!(renamed(text(r#""a\u002d1""#).as_bytes()).is_err());
        assert!(renamed(b"Error: no").is_err());
    }
}
