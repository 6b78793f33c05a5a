//! Where the configuration file is.
//!
//! The nearest one from the plan's source upwards, up to the root of the repository and not
//! beyond. Without a repository only the source's own directory counts: a stray file in
//! `/tmp` or in somebody's home must not rule a gate.

use std::path::{Path, PathBuf};

/// The name of the configuration file.
pub const FILE_NAME: &str = ".tfgate.hcl";

/// The configuration file that rules `start`, the plan's source as an absolute directory.
/// A root is a directory that holds `.git` (a file in a worktree).
#[must_use]
pub fn find(
    start: &Path,
    is_file: &dyn Fn(&Path) -> bool,
    is_repo_root: &dyn Fn(&Path) -> bool,
) -> Option<PathBuf> {
    let root = start.ancestors().find(|dir| is_repo_root(dir)).unwrap_or(start);
    let inside = start.ancestors().take_while(|dir| dir.starts_with(root));
    inside.map(|dir| dir.join(FILE_NAME)).find(|file| is_file(file))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    fn find(start: &str, files: &[&str], roots: &[&str]) -> Option<PathBuf> {
        let is_file = |path: &Path| files.iter().any(|file| Path::new(file) == path);
        let is_root = |path: &Path| roots.iter().any(|root| Path::new(root) == path);
        super::find(Path::new(start), &is_file, &is_root)
    }

    #[test]
    fn the_nearest_file_up_to_the_repository_rules() {
        let files = ["/.tfgate.hcl", "/repo/.tfgate.hcl", "/repo/envs/prod/.tfgate.hcl"];
        let at = |start| find(start, &files, &["/repo"]);
        assert_eq!(at("/repo/envs/prod/db"), Some("/repo/envs/prod/.tfgate.hcl".into()));
        assert_eq!(at("/repo/envs/test"), Some("/repo/.tfgate.hcl".into()));
        assert_eq!(at("/repo"), Some("/repo/.tfgate.hcl".into()));
    }

    #[test]
    fn no_file_above_the_repository_rules() {
        assert_eq!(find("/repo/envs", &["/.tfgate.hcl"], &["/repo"]), None);
    }

    #[test]
    fn without_a_repository_only_the_directory_itself_counts() {
        assert_eq!(find("/tmp/x", &["/tmp/.tfgate.hcl"], &[]), None);
        assert_eq!(find("/tmp", &["/tmp/.tfgate.hcl"], &[]), Some("/tmp/.tfgate.hcl".into()));
    }
}
