//! What this run and earlier ones have imported: `.tfgate/import-journal.json`.
//!
//! It is written before Terraform is, so that a run that was killed leaves a trace, and read
//! for two questions only: what did we import, so that we may take it out again, and what was
//! under way. What is in the state is never told by it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::ImportError;
use crate::terraform::State;
use crate::terraform::backup::{FOLDER, write_private};

/// Name of the file, in tfgate's folder.
const FILE: &str = "import-journal.json";

/// Version of its shape.
const VERSION: u32 = 1;

/// The journal of one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    version: u32,
    /// Lineage of the state that it is about.
    pub lineage: String,
    /// One entry an address, in the order of the addresses.
    pub entries: Vec<Entry>,
}

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// As [`Address`](crate::plan::Address) prints it.
    pub address: String,
    /// Resource type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The import id.
    pub id: String,
    /// The `id` that the object has in the state.
    pub object: Option<String>,
    /// How far it came.
    pub stage: Stage,
    /// Serial of the state before.
    pub serial: u64,
}

/// How far an import came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Terraform was told to, and has not answered.
    Begun,
    /// It is in the state.
    Imported,
    /// It did not get into the state.
    Failed,
    /// It was taken out again.
    RolledBack,
}

impl Journal {
    /// An empty one.
    #[must_use]
    pub fn new(lineage: &str) -> Self {
        Self { version: VERSION, lineage: lineage.to_owned(), entries: Vec::new() }
    }

    /// Reads the journal in `directory`. One of another state is not about this one.
    pub fn read(directory: &Path, lineage: &str) -> Result<Self, ImportError> {
        let path = place(directory);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::new(lineage));
            }
            Err(error) => return Err(ImportError::file("read", &path, &error)),
        };
        let broken = |reason: String| ImportError::Journal {
            path: crate::plan::text::visible(&path.display().to_string()).into_owned(),
            reason,
        };
        let journal: Self =
            serde_json::from_slice(&bytes).map_err(|error| broken(error.to_string()))?;
        if journal.version != VERSION {
            return Err(broken(format!("it has version {}, not {VERSION}", journal.version)));
        }
        // The first write to a state gives it its lineage.
        let same = journal.lineage == lineage || journal.lineage.is_empty();
        if !same {
            return Ok(Self::new(lineage));
        }
        Ok(Self { lineage: lineage.to_owned(), ..journal })
    }

    /// Notes how far the import at an address came.
    pub fn note(&mut self, entry: Entry) {
        self.entries.retain(|known| known.address != entry.address);
        let at = self.entries.partition_point(|known| known.address < entry.address);
        self.entries.insert(at, entry);
    }

    /// Moves the import at `address` on.
    pub fn advance(&mut self, address: &str, stage: Stage) {
        for entry in self.entries.iter_mut().filter(|entry| entry.address == address) {
            entry.stage = stage;
        }
    }

    /// What earlier runs began or finished, and the state holds under the same id.
    pub fn standing<'j>(&'j self, state: &'j State) -> impl Iterator<Item = &'j Entry> {
        self.entries.iter().filter(|entry| {
            let object = state.object(&entry.address);
            let same = object.is_some_and(|object| {
                object.resource_type == entry.resource_type && object.id == entry.object
            });
            same && matches!(entry.stage, Stage::Begun | Stage::Imported)
        })
    }

    /// Writes it, whole or not at all, for its owner only.
    pub fn write(&self, directory: &Path) -> Result<(), ImportError> {
        let path = place(directory);
        crate::terraform::backup::prepare(directory, "backup")
            .and_then(|_| {
                let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::other)?;
                write_private(&path, &text)
            })
            .map_err(|error| ImportError::file("write", &path, &error))
    }
}

fn place(directory: &Path) -> PathBuf {
    directory.join(FOLDER).join(FILE)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Journal, Stage};
    use crate::terraform::State;

    fn entry(address: &str, stage: Stage) -> Entry {
        Entry {
            address: address.to_owned(),
            resource_type: "terraform_data".to_owned(),
            id: "1".to_owned(),
            object: Some("1".to_owned()),
            stage,
            serial: 3,
        }
    }

    #[test]
    fn it_is_read_back_and_only_for_its_own_state() {
        let place = tempfile::tempdir().unwrap();
        let mut journal = Journal::new("l");
        journal.note(entry("terraform_data.b", Stage::Begun));
        journal.note(entry("terraform_data.a", Stage::Begun));
        journal.note(entry("terraform_data.b", Stage::Imported));
        journal.write(place.path()).unwrap();
        assert_eq!(Journal::read(place.path(), "l").unwrap(), journal);
        assert!(Journal::read(place.path(), "other").unwrap().entries.is_empty());
        std::fs::write(place.path().join(".tfgate/import-journal.json"), "{").unwrap();
        assert!(Journal::read(place.path(), "l").is_err());
    }

    #[test]
    fn the_state_decides_what_stands() {
        let text = br#"{"version":4,"serial":1,"lineage":"l","resources":[
            {"mode":"managed","type":"terraform_data","name":"a","instances":[{"attributes":{"id":"1"}}]},
            {"mode":"managed","type":"terraform_data","name":"b","instances":[{"attributes":{"id":"2"}}]}]}"#;
        let state = State::read(text).unwrap();
        let mut journal = Journal::new("l");
        for name in ["terraform_data.a", "terraform_data.b", "terraform_data.c"] {
            journal.note(entry(name, Stage::Begun));
        }
        let standing: Vec<_> = journal.standing(&state).map(|one| one.address.clone()).collect();
        assert_eq!(standing, ["terraform_data.a"]);
    }
}
