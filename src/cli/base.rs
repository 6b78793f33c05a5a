//! `--base`: the repository as it is without the change that is judged.
//!
//! Configuration, own policies and inputs of the gate are read from there, so that a pull
//! request cannot loosen the gate that judges it. A commit is read with `git`, blob by blob:
//! nothing of the change, no attribute and no filter, has a say in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use super::failure::Failure;
use super::situation;
use crate::plan::text::visible;

/// The state of the repository before the change.
pub struct Base {
    /// What reports call it: the commit, or the directory.
    pub name: String,
    /// Root of the repository that is judged, canonical.
    repository: PathBuf,
    tree: Tree,
}

enum Tree {
    /// A checkout of the base.
    Directory(PathBuf),
    Commit(Commit),
}

/// A commit, with its files written to a temporary directory when they are asked for.
struct Commit {
    /// Mode and object of each file, by path from the root.
    files: BTreeMap<String, (String, String)>,
    export: tempfile::TempDir,
    exported: Mutex<BTreeSet<String>>,
}

impl Base {
    /// The base that `text` names, for the repository that `directory` is in.
    ///
    /// What resolves as a commit is one. Directories are written with `/`, `./` or `../` in
    /// front: a change may add a directory of any name, `main` among them.
    pub fn open(text: &str, directory: &Path) -> Result<Self, Failure> {
        let directory =
            directory.canonicalize().map_err(|error| Failure::file("read", directory, &error))?;
        let Some(repository) = situation::repository(&directory) else {
            return Err(Failure::usage(
                format!(
                    "`--base`: `{}` is in no repository",
                    visible(&directory.to_string_lossy())
                ),
                "the base is compared with the repository that the plan belongs to",
            ));
        };
        let path = Path::new(text);
        if path.is_absolute() || text.starts_with("./") || text.starts_with("../") {
            let root = path.canonicalize().map_err(|error| Failure::file("read", path, &error))?;
            let name = visible(text).into_owned();
            return Ok(Self { name, repository, tree: Tree::Directory(root) });
        }
        let wanted = format!("{text}^{{commit}}");
        let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted];
        let Ok(commit) = git(&repository, &arguments) else {
            return Err(Failure::usage(
                format!("`--base {}` is no commit that this checkout knows", visible(text)),
                format!(
                    "fetch it, e.g. `git fetch --depth=1 origin {0}:refs/remotes/origin/{0}`, or \
                     name a checkout of it as `./directory`",
                    visible(text.strip_prefix("origin/").unwrap_or(text))
                ),
            ));
        };
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        let files = list(&repository, &commit)?;
        let export = tempfile::tempdir()
            .map_err(|error| Failure::file("write", Path::new("a temporary directory"), &error))?;
        let short = commit.get(..12).unwrap_or(&commit);
        let name = format!("{} ({short})", visible(text));
        let tree = Tree::Commit(Commit { files, export, exported: Mutex::default() });
        Ok(Self { name, repository, tree })
    }

    /// Where a file or directory of the repository is in the base. None where it is outside
    /// of the repository, or not in the base.
    pub fn counterpart(&self, path: &Path) -> Result<Option<PathBuf>, Failure> {
        let Some(relative) = self.relative(path) else { return Ok(None) };
        match &self.tree {
            Tree::Directory(root) => {
                let path = root.join(&relative);
                Ok(path.exists().then_some(path))
            }
            Tree::Commit(commit) => commit.bring(&self.repository, &relative),
        }
    }

    /// Root of the repository that is judged.
    pub fn repository(&self) -> &Path {
        &self.repository
    }

    /// Whether there is such a file in the base, be it one that cannot be read.
    pub fn has_file(&self, path: &Path) -> bool {
        self.relative(path).is_some_and(|relative| match &self.tree {
            Tree::Directory(root) => root.join(relative).is_file(),
            Tree::Commit(commit) => commit.files.contains_key(&relative),
        })
    }

    /// The path by its spelling, whatever links the change put there.
    pub fn spelt(&self, path: &Path) -> Option<PathBuf> {
        self.relative(path).map(|relative| self.repository.join(relative))
    }

    /// What a file of the base is called in messages: its path from the root.
    pub fn shown(&self, path: &Path) -> String {
        visible(&self.relative(path).unwrap_or_else(|| path.to_string_lossy().into_owned()))
            .into_owned()
    }

    /// Where to read what can only be stricter for being there: from the base, if it has it.
    pub fn instead(&self, path: &Path) -> Result<PathBuf, Failure> {
        Ok(self.counterpart(path)?.unwrap_or_else(|| path.to_path_buf()))
    }

    /// Where to read what decides how strict the gate is: from the base, if the change could
    /// decide about it.
    pub fn only(&self, path: &Path) -> Result<PathBuf, Failure> {
        let found = self.counterpart(path)?;
        match (found, self.relative(path)) {
            (Some(found), _) => Ok(found),
            (None, None) => Ok(path.to_path_buf()),
            (None, Some(relative)) => Err(Failure::usage(
                format!("`{}` is not in the base {}", visible(&relative), self.name),
                "what a change is judged by comes from before the change: merge the file first",
            )),
        }
    }

    /// From the root of the repository, with `/`.
    ///
    /// Told from the spelling alone: the change may have put a link where the base has a
    /// directory.
    fn relative(&self, path: &Path) -> Option<String> {
        let here = std::env::current_dir().ok()?.canonicalize().ok()?;
        let mut full = PathBuf::new();
        for part in here.join(path).components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => {
                    full.pop();
                }
                Component::Prefix(_) | Component::RootDir | Component::Normal(_) => full.push(part),
            }
        }
        let relative = full.strip_prefix(&self.repository).ok()?;
        Some(relative.to_string_lossy().replace('\\', "/"))
    }
}

impl Commit {
    /// Writes the file, or all files below the directory, and says where they are.
    fn bring(&self, repository: &Path, path: &str) -> Result<Option<PathBuf>, Failure> {
        let below = if path.is_empty() { String::new() } else { format!("{path}/") };
        let wanted: Vec<&String> =
            self.files.keys().filter(|file| *file == path || file.starts_with(&below)).collect();
        if wanted.is_empty() {
            return Ok(None);
        }
        let mut exported = self.exported.lock().expect("nothing panics while it is held");
        for file in wanted {
            if exported.contains(file) {
                continue;
            }
            let (mode, object) = &self.files[file];
            // A link could lead anywhere, and a submodule is another repository.
            if mode != "100644" && mode != "100755" {
                if file == path {
                    return Err(Failure::usage(
                        format!("`{}` is a link in the base", visible(file)),
                        "name the file that it leads to",
                    ));
                }
                continue;
            }
            let bytes = git(repository, &["cat-file", "blob", object])
                .map_err(|reason| unreadable(file, &reason))?;
            let target = self.export.path().join(file);
            let parent = target.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(parent)
                .and_then(|()| fs::File::create(&target)?.write_all(&bytes))
                .map_err(|error| Failure::file("write", &target, &error))?;
            exported.insert(file.clone());
        }
        Ok(Some(self.export.path().join(path)))
    }
}

/// The files of a commit, with mode and object.
fn list(repository: &Path, commit: &str) -> Result<BTreeMap<String, (String, String)>, Failure> {
    let listing = git(repository, &["ls-tree", "-r", "-z", "--full-tree", commit])
        .map_err(|reason| unreadable(commit, &reason))?;
    let mut files = BTreeMap::new();
    for entry in listing.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
        // A name that is no UTF-8 is none of the files that a gate reads.
        let Ok(entry) = std::str::from_utf8(entry) else { continue };
        let Some((about, path)) = entry.split_once('\t') else { continue };
        let mut words = about.split(' ');
        if let (Some(mode), Some(_), Some(object)) = (words.next(), words.next(), words.next()) {
            files.insert(path.to_owned(), (mode.to_owned(), object.to_owned()));
        }
    }
    Ok(files)
}

fn unreadable(what: &str, reason: &str) -> Failure {
    Failure::usage(
        format!("cannot read `{}` of the base: {}", visible(what), visible(reason)),
        "a shallow or partial clone may lack it: fetch the base with its files",
    )
}

/// Runs git in the repository; what it printed, or why it failed.
fn git(repository: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(repository)
        .args(arguments)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot run git: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}
