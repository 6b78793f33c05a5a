//! Copies of the state, made before anything writes to it.
//!
//! A copy counts once it was read back and is the same state. It holds every secret in plain
//! text, so only its owner may read it, and git is told to leave the folder alone.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::TerraformError;
use super::state::State;

/// Where tfgate keeps what it must not lose, beside the configuration.
pub const FOLDER: &str = ".tfgate";

/// Writes `bytes`, what `state pull` printed, to
/// `.tfgate/backup/<serial>-<lineage>-<time>.json` in `directory`, and reads it back.
pub fn back_up(bytes: &[u8], directory: &Path, time: &str) -> Result<PathBuf, TerraformError> {
    let state = State::read(bytes)?;
    let folder = prepare(directory, "backup").map_err(|error| failure(&error))?;
    // A lineage is text from the state: only what a file name can hold is taken.
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(64).collect()
    };
    let lineage = if state.lineage.is_empty() { "new".to_owned() } else { plain(&state.lineage) };
    let file = folder.join(format!("{}-{lineage}-{}.json", state.serial, plain(time)));
    write_private(&file, bytes).map_err(|error| failure(&error))?;
    let read = fs::read(&file).map_err(|error| failure(&error))?;
    if read != bytes || State::read(&read)? != state {
        return Err(TerraformError::Backup {
            reason: "what was read back is not what was written".to_owned(),
        });
    }
    Ok(file)
}

fn failure(error: &io::Error) -> TerraformError {
    TerraformError::Backup { reason: error.to_string() }
}

/// Makes `.tfgate/<name>` below `directory`, for its owner only, and keeps it out of git.
pub fn prepare(directory: &Path, name: &str) -> io::Result<PathBuf> {
    let root = directory.join(FOLDER);
    let folder = root.join(name);
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    let ignore = root.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "# States and journals hold secrets.\n*\n")?;
    }
    Ok(folder)
}

/// Writes `file` for its owner only, whole or not at all, and onto the disk.
pub fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    // Files of this crate are readable by their owner alone.
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{TerraformError, back_up};

    const STATE: &[u8] = br#"{"version":4,"serial":7,"lineage":"../l/1"}"#;

    #[test]
    fn a_backup_is_the_same_bytes_for_its_owner_only() {
        let place = tempfile::tempdir().unwrap();
        let file = back_up(STATE, place.path(), "2026-11-21T12:00:00Z").unwrap();
        let name = file.strip_prefix(place.path()).unwrap().to_string_lossy().replace('\\', "/");
        assert_eq!(name, ".tfgate/backup/7-l1-2026-11-21T120000Z.json");
        assert_eq!(std::fs::read(&file).unwrap(), STATE);
        assert!(place.path().join(".tfgate/.gitignore").is_file());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode();
            assert_eq!(mode(&file) & 0o777, 0o600);
            assert_eq!(mode(file.parent().unwrap()) & 0o777, 0o700);
        }
    }

    #[test]
    fn what_is_no_state_is_not_backed_up() {
        let place = tempfile::tempdir().unwrap();
        let error = back_up(b"Error: no", place.path(), "now").unwrap_err();
        assert!(matches!(error, TerraformError::State { .. }));
        assert!(!place.path().join(".tfgate").exists());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join(".tfgate"), "a file").unwrap();
        let error = back_up(STATE, place.path(), "now").unwrap_err();
        assert!(matches!(error, TerraformError::Backup { .. }));
    }
}
