//! Finding test files and the policies that they name.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::super::source::Source;

/// Files below `path` whose names end so, in order. A file is itself.
pub(super) fn files(path: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut open = vec![path.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir)? {
            let entry = entry?;
            let path = entry.path();
            // Not through links: they may lead in a circle.
            if entry.file_type()?.is_dir() {
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    open.push(path);
                }
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// `a/b/../c` as `a/c`, without asking the disk, so that two spellings are one key.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(tidy.components().next_back(), Some(Component::Normal(_))) =>
            {
                tidy.pop();
            }
            part @ (Component::Prefix(_)
            | Component::RootDir
            | Component::ParentDir
            | Component::Normal(_)) => tidy.push(part),
        }
    }
    if tidy.as_os_str().is_empty() { PathBuf::from(".") } else { tidy }
}

/// The policy files that a target names: a file, a file without its ending, or all files of
/// a directory.
pub(super) fn target(base: &Path, name: &str) -> Vec<PathBuf> {
    let path = tidy(&base.join(name));
    if path.is_dir() {
        return files(&path, ".policy.hcl").unwrap_or_default();
    }
    let mut spelled = path.clone().into_os_string();
    spelled.push(".policy.hcl");
    [path, PathBuf::from(spelled)].into_iter().find(|path| path.is_file()).into_iter().collect()
}

/// All policy files of one directory: one module.
pub(super) fn module(dir: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name.filter(|name| name.ends_with(".policy.hcl")) else { continue };
        if path.is_file() {
            sources.push(read(&path, name)?);
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sources)
}

/// One file. What is not UTF-8 is shown as such by the parser's complaint.
pub(super) fn read(path: &Path, name: String) -> io::Result<Source> {
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let dir = path.parent().map(|dir| dir.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Source { dir, name, text })
}
