//! Where a resource is written: address to file and lines.
//!
//! Best effort, by the lines at which blocks begin. Terraform's own formatter puts them at
//! the start of a line, and a wrong guess costs nothing: a location is never part of a
//! finding's identity.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Location;
use crate::plan::text::visible;
use crate::plan::{Address, BlockKind, Configuration};

/// Source files larger than this are not looked at.
const LARGEST: u64 = 4 << 20;

/// The blocks in the sources of a configuration.
pub struct Sources<'c> {
    root: PathBuf,
    configuration: &'c Configuration,
    /// Directory of each module path that was looked at, and its blocks by header.
    modules: BTreeMap<String, Option<BTreeMap<String, Block>>>,
}

#[derive(Clone, Debug)]
struct Block {
    /// The file's name in reports, and where it is.
    file: String,
    path: PathBuf,
    line: u32,
    last: u32,
    prevent_destroy: bool,
}

/// The lines of a resource's block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Where the file is.
    pub path: PathBuf,
    /// Its name in reports, relative to the source directory.
    pub file: String,
    /// First line, from 1.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

impl<'c> Sources<'c> {
    /// Sources below `root`, with modules where `configuration` says they are.
    #[must_use]
    pub fn new(root: &Path, configuration: &'c Configuration) -> Self {
        Self { root: root.to_path_buf(), configuration, modules: BTreeMap::new() }
    }

    /// Where the block of `address` begins; the module call where only that is found.
    pub fn locate(&mut self, address: &Address) -> Option<Location> {
        let block = address.block();
        if let Some(found) = self.block(&block.module_path(), &header(&block)) {
            return Some(Location { file: found.file.clone(), line: found.line });
        }
        let mut modules = block.modules.clone();
        let call = modules.pop()?;
        let parent = Address { modules, ..block }.module_path();
        let found = self.block(&parent, &format!("module {}", call.name))?;
        Some(Location { file: found.file.clone(), line: found.line })
    }

    /// The lines of the block of `address`, where the block itself is found.
    pub fn extent(&mut self, address: &Address) -> Option<Extent> {
        let block = address.block();
        let found = self.block(&block.module_path(), &header(&block))?;
        Some(Extent {
            path: found.path.clone(),
            file: found.file.clone(),
            first: found.line,
            last: found.last,
        })
    }

    /// The directory of the configuration.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The directory of every module, the root first; `None` for one that cannot be told.
    #[must_use]
    pub fn directories(&self) -> Vec<Option<PathBuf>> {
        let calls = self.configuration.module_paths();
        let calls = calls.map(|module| Some(self.root.join(self.directory(&module)?)));
        std::iter::once(Some(self.root.clone())).chain(calls).collect()
    }

    /// Whether the block of `address` has `prevent_destroy = true`.
    pub fn prevents_destroy(&mut self, address: &Address) -> bool {
        let block = address.block();
        self.block(&block.module_path(), &header(&block)).is_some_and(|found| found.prevent_destroy)
    }

    fn block(&mut self, module: &str, header: &str) -> Option<&Block> {
        if !self.modules.contains_key(module) {
            let blocks = self.directory(module).map(|dir| read_blocks(&self.root, &dir));
            self.modules.insert(module.to_owned(), blocks);
        }
        self.modules.get(module)?.as_ref()?.get(header)
    }

    /// The directory of a module: local sources relative to their caller, others where
    /// `terraform init` put them.
    fn directory(&self, module: &str) -> Option<PathBuf> {
        if module.is_empty() {
            return Some(PathBuf::new());
        }
        let source = self.configuration.module_source(module)?;
        if source.starts_with("./") || source.starts_with("../") {
            let parent =
                module.rfind("module.").map_or("", |at| module[..at].trim_end_matches('.'));
            return Some(self.directory(parent)?.join(source));
        }
        let key = module.replace("module.", "");
        let manifest = fs::read(self.root.join(".terraform/modules/modules.json")).ok()?;
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).ok()?;
        let entries = manifest.get("Modules")?.as_array()?;
        let entry =
            entries.iter().find(|entry| entry.get("Key").and_then(|k| k.as_str()) == Some(&key))?;
        Some(PathBuf::from(entry.get("Dir")?.as_str()?))
    }
}

/// `resource aws_s3_bucket logs`, as [`read_blocks`] keys it.
fn header(block: &Address) -> String {
    let kind = match block.kind {
        BlockKind::Managed => "resource",
        BlockKind::Data => "data",
        BlockKind::Ephemeral => "ephemeral",
    };
    format!("{kind} {} {}", block.resource_type, block.name)
}

fn read_blocks(root: &Path, directory: &Path) -> BTreeMap<String, Block> {
    let mut blocks = BTreeMap::new();
    let Ok(entries) = fs::read_dir(root.join(directory)) else { return blocks };
    let mut files: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let is_source = file.extension().is_some_and(|ending| ending == "tf" || ending == "tofu");
        let small = file.metadata().is_ok_and(|data| data.is_file() && data.len() <= LARGEST);
        if !is_source || !small {
            continue;
        }
        let Some(name) = file.file_name() else { continue };
        let shown = display(&directory.join(name));
        if let Ok(text) = fs::read_to_string(&file) {
            scan(&text, &shown, &file, &mut blocks);
        }
    }
    blocks
}

/// `directory` with `/`, as a report says it: empty for where tfgate runs, none where it is
/// not below that.
#[must_use]
pub fn below(directory: &Path) -> Option<String> {
    let shown = display(directory);
    (directory.is_relative() && shown.split('/').next() != Some("..")).then_some(shown)
}

/// `./db/../api/main.tf` as `api/main.tf`, with `/` everywhere.
fn display(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if parts.last().is_some_and(|last| last != "..") => {
                parts.pop();
            }
            std::path::Component::Prefix(_)
            | std::path::Component::RootDir
            | std::path::Component::ParentDir
            | std::path::Component::Normal(_) => {
                parts.push(part.as_os_str().to_string_lossy().into_owned());
            }
        }
    }
    visible(&parts.join("/")).into_owned()
}

fn scan(text: &str, file: &str, path: &Path, blocks: &mut BTreeMap<String, Block>) {
    let mut open: Option<String> = None;
    let mut heredoc: Option<&str> = None;
    for (line, number) in text.lines().zip(1u32..) {
        let current = open.as_ref().and_then(|header| blocks.get_mut(header));
        // What an override file adds to a block is not where the block is.
        if let Some(block) = current.filter(|block| block.path == path) {
            block.last = number;
        }
        // A `}` in a text ends no block.
        if let Some(end) = heredoc {
            heredoc = (line.trim() != end).then_some(end);
        } else if let Some(header) = block_header(line) {
            blocks.entry(header.clone()).or_insert_with(|| Block {
                file: file.to_owned(),
                path: path.to_path_buf(),
                line: number,
                last: number,
                prevent_destroy: false,
            });
            open = (!is_closed(line)).then_some(header);
        } else if line.starts_with('}') {
            open = None;
        } else {
            heredoc = heredoc_end(line);
            let Some(block) = open.as_ref().and_then(|header| blocks.get_mut(header)) else {
                continue;
            };
            let mut words = line.split_whitespace();
            if words.next() == Some("prevent_destroy") && words.next() == Some("=") {
                block.prevent_destroy = words.next() == Some("true");
            }
        }
    }
}

/// Whether a block ends on the line that it begins on: `resource "a" "b" {}`.
fn is_closed(line: &str) -> bool {
    line.trim_end().ends_with('}') && line.matches('{').count() == line.matches('}').count()
}

/// The word that ends the heredoc that begins on this line.
fn heredoc_end(line: &str) -> Option<&str> {
    let (_, after) = line.rsplit_once("<<")?;
    let word = after.strip_prefix('-').unwrap_or(after).trim_end();
    let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (!word.is_empty() && word.chars().all(name)).then_some(word)
}

/// The header of a block that begins on this line.
fn block_header(line: &str) -> Option<String> {
    let (kind, rest) = line.split_once(' ')?;
    let labels = match kind {
        "resource" | "data" | "ephemeral" => 2,
        "module" => 1,
        _ => return None,
    };
    let mut header = kind.to_owned();
    let mut rest = rest;
    for _ in 0..labels {
        let (name, after) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
        header.push(' ');
        header.push_str(name);
        rest = after;
    }
    rest.trim_start().starts_with('{').then_some(header)
}

#[cfg(test)]
mod tests {
    use super::{Address, Configuration, Path, Sources, below, display};
    use crate::plan::Json;

    #[test]
    fn finds_blocks_in_the_root_and_in_local_modules() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("db")).unwrap();
        std::fs::write(dir.path().join("main.tf"), "\nmodule \"db\" {\n  source = \"./db\"\n}\n")
            .unwrap();
        let body = "resource \"aws_db_instance\" \"this\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n";
        std::fs::write(dir.path().join("db/main.tf"), body).unwrap();
        let json = r#"{"root_module":{"module_calls":{"db":{"source":"./db","module":{}}}}}"#;
        let json = Json::decode(json).unwrap_or(Json::Null);
        let configuration = Configuration::read(&json);
        let mut sources = Sources::new(dir.path(), &configuration);
        let address = Address::parse("module.db[0].aws_db_instance.this").unwrap();
        let found = sources.locate(&address).unwrap();
        assert_eq!((&*found.file, found.line), ("db/main.tf", 1));
        assert!(sources.prevents_destroy(&address));
        let gone = Address::parse("module.db.aws_db_instance.gone").unwrap();
        assert_eq!(sources.locate(&gone).map(|found| found.line), Some(2), "the module call");
        assert!(sources.locate(&Address::parse("aws_x.gone").unwrap()).is_none());
    }

    #[test]
    fn a_block_reaches_to_its_own_end() {
        let dir = tempfile::tempdir().unwrap();
        let text = "resource \"a\" \"one\" {}\nlocals {\n}\nresource \"a\" \"two\" {\n  \
                    policy = <<-EOF\n{\n}\n  EOF\n  last = 1\n}\n# after\n";
        std::fs::write(dir.path().join("main.tf"), text).unwrap();
        let configuration = Configuration::default();
        let mut sources = Sources::new(dir.path(), &configuration);
        let mut extent = |address: &str| {
            let found = sources.extent(&Address::parse(address).unwrap()).unwrap();
            (found.file, found.first, found.last)
        };
        assert_eq!(extent("a.one"), ("main.tf".to_owned(), 1, 1));
        assert_eq!(extent("a.two[3]"), ("main.tf".to_owned(), 4, 10));
        assert_eq!(sources.directories(), [Some(dir.path().to_path_buf())]);
    }

    #[test]
    fn paths_are_shown_short() {
        assert_eq!(display(Path::new("./db/../api/./main.tf")), "api/main.tf");
        assert_eq!(below(Path::new("./envs/prod/")).as_deref(), Some("envs/prod"));
        assert_eq!(below(Path::new(".")).as_deref(), Some(""));
        assert_eq!(below(Path::new("envs/../../other")), None);
        assert_eq!(below(Path::new("/srv/envs/prod")), None);
    }
}
