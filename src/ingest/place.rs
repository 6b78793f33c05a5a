//! Which resources of the plan a result is about: the file and line of a scanner, put on the
//! blocks of the plan's sources.
//!
//! Scanners write paths relative to wherever they ran. So a path is tried from the plan's
//! directory upwards to the repository's root, and beside the scanner's file; when that finds
//! two different files, neither is believed. No file is opened for it that is not a source of
//! the plan.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Subject;
use super::scan::Hit;
use crate::finding::locate::Sources;
use crate::plan::text::visible;

/// Where a result belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On resources, by their position among the subjects.
    Resources(Vec<usize>, Option<String>),
    /// In sources of the plan, and in no resource of it.
    Sources(String),
    /// In Terraform sources that the plan does not use.
    OtherSources(String),
    /// In the sources of another plan of the run.
    OtherPlan,
    /// Nobody can say; the file as the scanner names it, and why.
    Unknown(Option<String>, &'static str),
}

/// The sources of a plan, ready to be asked.
pub(super) struct Places<'p> {
    /// Blocks by file, with the subjects that they stand for.
    blocks: BTreeMap<PathBuf, Vec<(u32, u32, usize)>>,
    /// What a file is called in reports.
    shown: BTreeMap<PathBuf, String>,
    /// The directories of the modules; none where one of them is not known.
    modules: Option<BTreeSet<PathBuf>>,
    /// The plan's directory, then those above it up to the root of the repository.
    bases: Vec<PathBuf>,
    others: &'p [PathBuf],
    /// Subjects by address and by the address of their block.
    addresses: BTreeMap<String, Vec<usize>>,
    found: BTreeMap<(String, Option<String>, PathBuf), Found>,
}

/// What became of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    Nothing,
    Several,
}

impl<'p> Places<'p> {
    pub(super) fn new(
        sources: Option<Sources<'_>>,
        subjects: &[Subject],
        others: &'p [PathBuf],
    ) -> Self {
        let mut places = Self {
            blocks: BTreeMap::new(),
            shown: BTreeMap::new(),
            modules: None,
            bases: Vec::new(),
            others,
            addresses: BTreeMap::new(),
            found: BTreeMap::new(),
        };
        for (at, subject) in subjects.iter().enumerate() {
            let block = subject.address.block().to_string();
            let exact = subject.address.to_string();
            if exact != block {
                places.addresses.entry(exact).or_default().push(at);
            }
            places.addresses.entry(block).or_default().push(at);
        }
        let Some(mut sources) = sources else { return places };
        let mut real: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            let Some(extent) = sources.extent(&subject.address) else { continue };
            let known = real.entry(extent.path.clone());
            let path = known.or_insert_with(|| fs::canonicalize(&extent.path).ok());
            let Some(path) = path.clone() else { continue };
            places.shown.entry(path.clone()).or_insert(extent.file);
            places.blocks.entry(path).or_default().push((extent.first, extent.last, at));
        }
        let directories = sources.directories().into_iter();
        let directories = directories.map(|directory| fs::canonicalize(directory?).ok());
        places.modules = directories.collect();
        places.bases = bases(sources.root());
        places
    }

    pub(super) fn of(&mut self, hit: &Hit, beside: &Path) -> Place {
        let named = hit.logical.iter().find_map(|name| self.addresses.get(name)).cloned();
        let Some(uri) = hit.uri.clone() else {
            return match named {
                Some(subjects) => Place::Resources(subjects, None),
                None => Place::Unknown(None, "the scanner names no file"),
            };
        };
        let key = (uri.clone(), hit.base.clone(), beside.to_path_buf());
        let found = if let Some(found) = self.found.get(&key) {
            found.clone()
        } else {
            let found = self.find(&uri, hit.base.as_deref(), beside);
            self.found.entry(key).or_insert(found).clone()
        };
        let spelt = visible(uri.strip_prefix("file://").unwrap_or(&uri)).into_owned();
        let file = match (found, named) {
            (Found::File(path), named) => {
                let on = self.on_line(&path, hit.line).or(named);
                let shown = self.shown.get(&path).cloned().unwrap_or(spelt);
                return match on {
                    Some(subjects) => Place::Resources(subjects, Some(shown)),
                    None => self.nowhere(&path, shown),
                };
            }
            (Found::Nothing | Found::Several, Some(subjects)) => {
                return Place::Resources(subjects, Some(spelt));
            }
            (Found::Nothing, None) => "no file of that name was found",
            (Found::Several, None) => "several files could be meant",
        };
        Place::Unknown(Some(spelt), file)
    }

    /// The subjects whose block has this line.
    fn on_line(&self, path: &Path, line: Option<u32>) -> Option<Vec<usize>> {
        let (blocks, line) = (self.blocks.get(path)?, line?);
        let on = blocks.iter().filter(|(first, last, _)| (*first..=*last).contains(&line));
        let on: Vec<usize> = on.map(|(.., at)| *at).collect();
        (!on.is_empty()).then_some(on)
    }

    /// A file that is there, at a line that is in no resource of the plan.
    fn nowhere(&self, path: &Path, shown: String) -> Place {
        let own = self.bases.first();
        let here = path.parent().zip(self.modules.as_ref());
        if here.is_some_and(|(directory, modules)| modules.contains(directory)) {
            return Place::Sources(shown);
        }
        // The innermost directory of a plan that it is in says whose it is.
        let length = |directory: &PathBuf| {
            path.starts_with(directory).then(|| directory.components().count())
        };
        let others = self.others.iter().filter_map(length).max();
        if others > own.and_then(length) {
            return Place::OtherPlan;
        }
        let terraform = path.extension().is_some_and(|ending| ending == "tf" || ending == "tofu");
        // Where a module's directory is not known, the file may be one of its.
        if terraform && self.modules.is_some() {
            return Place::OtherSources(shown);
        }
        Place::Unknown(Some(shown), "it is no source of this plan")
    }

    fn find(&self, uri: &str, base: Option<&str>, beside: &Path) -> Found {
        let Some(path) = path(uri) else { return Found::Nothing };
        if path.is_absolute() {
            return real(&path).map_or(Found::Nothing, Found::File);
        }
        let base = base.and_then(self::path).filter(|base| base.is_absolute());
        if let Some(file) = base.and_then(|base| real(&base.join(&path))) {
            return Found::File(file);
        }
        let bases = self.bases.iter().map(PathBuf::as_path);
        // Checkov leaves out the first `/` of some absolute paths.
        let bases = bases.chain([beside, Path::new("/")]);
        let files: BTreeSet<PathBuf> = bases.filter_map(|base| real(&base.join(&path))).collect();
        let mut files = files.into_iter();
        match (files.next(), files.next()) {
            (None, _) => Found::Nothing,
            (Some(file), None) => Found::File(file),
            (Some(_), Some(_)) => Found::Several,
        }
    }
}

/// The directory, and those above it as far as the repository reaches.
fn bases(root: &Path) -> Vec<PathBuf> {
    let Ok(root) = fs::canonicalize(root) else { return Vec::new() };
    let mut bases = Vec::new();
    for directory in root.ancestors() {
        bases.push(directory.to_path_buf());
        if directory.join(".git").exists() {
            return bases;
        }
    }
    // Without a repository nothing above belongs to the plan.
    vec![root]
}

fn real(path: &Path) -> Option<PathBuf> {
    let file = fs::metadata(path).is_ok_and(|data| data.is_file());
    if file { fs::canonicalize(path).ok() } else { None }
}

/// The path that a URI names, here: `file:` on this machine, or relative.
fn path(uri: &str) -> Option<PathBuf> {
    let text = match uri.split_once("://") {
        // What is on another machine is not looked for.
        Some(("file", rest)) if rest.starts_with('/') => rest,
        Some(_) => return None,
        None => uri.strip_prefix("file:").unwrap_or(uri),
    };
    let text = decoded(text)?.replace('\\', "/");
    if text.is_empty() || text.starts_with("//") || text.contains('\0') {
        return None;
    }
    // `/C:/work` of a URI is `C:/work`.
    let drive = text.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    let path = Path::new(drive.filter(|_| cfg!(windows)).unwrap_or(&text));
    Some(path.components().filter(|part| *part != Component::CurDir).collect())
}

/// `%20` is a space.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let byte = hex.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        if let (b'%', Some(byte)) = (first, byte) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::path;
    use std::path::Path;

    #[test]
    fn uris_name_files_of_this_machine_only() {
        for (uri, wanted) in [
            ("main.tf", Some("main.tf")),
            ("./db/my%20file.tf", Some("db/my file.tf")),
            ("file:///srv/main.tf", Some("/srv/main.tf")),
            ("db\\main.tf", Some("db/main.tf")),
            ("100%.tf", Some("100%.tf")),
            ("file://host/share/main.tf", None),
            ("//host/share/main.tf", None),
            ("https://example.org/main.tf", None),
            ("%ff.tf", None),
            ("a%00b.tf", None),
            ("", None),
        ] {
            assert_eq!(path(uri).as_deref(), wanted.map(Path::new), "{uri}");
        }
    }
}
