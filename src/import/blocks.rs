//! `import` blocks: as text, and as the trial's own file in the root module.
//!
//! Terraform takes import blocks from files of the root module only, so a trial has to write
//! one there. It is removed when the trial is over, also after an error or Ctrl-C; one that a
//! killed run left behind is known by its first line.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::ImportError;
use super::subject::{Fate, Subject};
use super::verify::in_words;
use crate::plan::text::visible;
use crate::plan::{Address, Identifier};

/// Name of the file of blocks; sorted last among its kind.
pub const TRIAL_FILE: &str = "zz_tfgate_imports.tf";

/// Name of the file that names another backend, for a trial on a copy of the state.
pub const BACKEND_FILE: &str = "zz_tfgate_override.tf";

/// First line of what tfgate writes.
const HEADER: &str = "# Written by tfgate for a trial, and removed after it. Do not keep.";

/// One `import` block, formatted as `terraform fmt` does. Each comment is a line above it.
#[must_use]
pub fn block(address: &Address, id: &Identifier, comments: &[String]) -> String {
    let mut text = String::new();
    for comment in comments {
        text.push_str("# ");
        text.push_str(&visible(comment));
        text.push('\n');
    }
    text + &format!("import {{\n  to = {address}\n  id = {}\n}}\n", id.hcl())
}

/// A file of blocks for what was proven, also where importing it would change it as well: that
/// is for a person to review, and for a plan to judge.
#[must_use]
pub fn file(subjects: &[Subject]) -> String {
    let mut text = String::from(
        "# Written by `tfgate import --write-blocks`: what exists already, to be imported by the\n# next apply. Take the blocks out when that is done.\n",
    );
    for subject in subjects {
        let Fate::Proven(proposal, proof) = &subject.fate else { continue };
        let mut comments = proposal.evidence.clone();
        if !proof.differences.is_empty() {
            comments.push("importing it would also change:".to_owned());
            comments.extend(proof.differences.iter().map(|one| format!("  {}", in_words(one))));
        }
        text.push('\n');
        text.push_str(&block(&subject.parsed, &proposal.id, &comments));
    }
    text
}

/// A file of a trial in the root module.
pub struct TrialFile {
    path: PathBuf,
}

impl TrialFile {
    /// Takes the place `name` in `directory`, unless something else is there.
    pub fn claim(directory: &Path, name: &str) -> Result<Self, ImportError> {
        let path = directory.join(name);
        match fs::read_to_string(&path) {
            Ok(text) if !text.starts_with(HEADER) => {
                let path = visible(&path.display().to_string()).into_owned();
                return Err(ImportError::Occupied { path });
            }
            Ok(_) => {
                fs::remove_file(&path)
                    .map_err(|error| ImportError::file("remove", &path, &error))?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(ImportError::file("read", &path, &error)),
        }
        Ok(Self { path })
    }

    /// Writes these blocks, in the place of those before.
    pub fn write<'b>(
        &self,
        blocks: impl Iterator<Item = (&'b Address, &'b Identifier)>,
    ) -> Result<(), ImportError> {
        let blocks: Vec<String> = blocks.map(|(address, id)| block(address, id, &[])).collect();
        self.fill(&blocks.join("\n"))
    }

    /// Writes this text, in the place of what was there before.
    pub fn fill(&self, text: &str) -> Result<(), ImportError> {
        fs::write(&self.path, format!("{HEADER}\n\n{text}"))
            .map_err(|error| ImportError::file("write", &self.path, &error))
    }

    /// Takes the file away: what is planned next is planned without it.
    pub fn remove(&self) -> Result<(), ImportError> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(ImportError::file("remove", &self.path, &error))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

impl Drop for TrialFile {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = self.remove();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Address, Identifier, ImportError, TRIAL_FILE, TrialFile, block};

    #[test]
    fn hostile_keys_and_ids_are_escaped() {
        let address = Address::parse(r#"module.m["a\"${x}"].aws_x.y["b"]"#).unwrap();
        let text = block(
            &address,
            &Identifier::parse("id\"${var.secret}").unwrap(),
            &["from\nnowhere".to_owned()],
        );
        assert_eq!(
            text,
            "# from\\nnowhere\nimport {\n  to = module.m[\"a\\\"$${x}\"].aws_x.y[\"b\"]\n  id = \"id\\\"$${var.secret}\"\n}\n"
        );
    }

    #[test]
    fn the_file_goes_away_and_somebody_elses_stays() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join(TRIAL_FILE);
        let address = Address::parse("a.b").unwrap();
        let trial = TrialFile::claim(place.path(), TRIAL_FILE).unwrap();
        let id = Identifier::parse("1").unwrap();
        trial.write([(&address, &id)].into_iter()).unwrap();
        std::mem::forget(trial); // killed
        assert!(path.is_file());
        drop(TrialFile::claim(place.path(), TRIAL_FILE).unwrap());
        assert!(!path.exists());
        fs::write(&path, "import {}").unwrap();
        assert!(matches!(
            TrialFile::claim(place.path(), TRIAL_FILE),
            Err(ImportError::Occupied { .. })
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "import {}");
    }
}
