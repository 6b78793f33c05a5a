//! Which resources the sources protect with `prevent_destroy`.
//!
//! A plan does not hold `lifecycle`, and the block that is deleted takes its protection
//! along. So the sources are read, those of the base beside those of the change. Modules are
//! followed where they are local; others are not part of the repository.

use std::collections::BTreeMap;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, BlockLabel, Body};
use serde_json::Value;

use crate::finding::Location;
use crate::hcl;

/// Modules nested deeper than this call themselves.
const DEEPEST: usize = 32;

/// No configuration calls as many modules; one that calls itself twice would, without end.
const MOST_MODULES: usize = 10_000;

/// A source file: its name, and its text.
pub type SourceFile = (String, String);

/// Reads the sources in a directory, named by its path from the root module: `""`, `../db`.
/// One that does not exist has none.
pub type ReadDirectory<'r> = &'r dyn Fn(&str) -> Result<Vec<SourceFile>, String>;

/// Whether each resource block is protected, by its address without instance keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protections {
    blocks: BTreeMap<String, (bool, Location)>,
    modules: usize,
}

impl Protections {
    /// Reads the root module and the local modules that it calls.
    ///
    /// Errors are sentences that name the file: a source that cannot be read may protect
    /// anything.
    pub fn read(directory: ReadDirectory<'_>) -> Result<Self, String> {
        let mut found = Self::default();
        found.module(directory, "", "", 0)?;
        Ok(found)
    }

    /// Whether the block protects its resource. None where there is no such block.
    #[must_use]
    pub fn of(&self, block: &str) -> Option<bool> {
        self.blocks.get(block).map(|(protected, _)| *protected)
    }

    /// The blocks that protect, and where they are.
    pub fn protected(&self) -> impl Iterator<Item = (&str, &Location)> {
        let all = self.blocks.iter().filter(|(_, (protected, _))| *protected);
        all.map(|(block, (_, location))| (block.as_str(), location))
    }

    fn module(
        &mut self,
        read: ReadDirectory<'_>,
        directory: &str,
        path: &str,
        depth: usize,
    ) -> Result<(), String> {
        self.modules += 1;
        if depth > DEEPEST || self.modules > MOST_MODULES {
            return Err(format!("the modules below `{directory}` call themselves"));
        }
        let mut calls = Vec::new();
        for (name, text) in read(directory)? {
            let file = join(directory, &name);
            if has_ending(&name, "json") {
                self.json_file(&file, &text, path, &mut calls)?;
            } else {
                self.native_file(&file, &text, path, &mut calls)?;
            }
        }
        for (name, source) in calls {
            let path = below(path, &format!("module.{name}"));
            self.module(read, &join(directory, &source), &path, depth + 1)?;
        }
        Ok(())
    }

    fn native_file(
        &mut self,
        file: &str,
        text: &str,
        path: &str,
        calls: &mut Vec<(String, String)>,
    ) -> Result<(), String> {
        let body = hcl::parse(text).map_err(|_| format!("`{file}` is not valid HCL"))?;
        for block in body.blocks() {
            let labels: Vec<&str> = block.labels.iter().map(BlockLabel::as_str).collect();
            match (block.ident.as_str(), &*labels) {
                ("resource", [kind, name]) => {
                    let start = hcl_edit::Span::span(block).map_or(0, |span| span.start);
                    let line =
                        text.get(..start).map_or(1, |before| before.matches('\n').count() + 1);
                    let protected = lifecycles(block).any(prevents);
                    self.add(below(path, &format!("{kind}.{name}")), protected, file, line);
                }
                ("module", [name]) => {
                    let source = block.body.get_attribute("source");
                    let source = source.and_then(|attribute| attribute.value.as_str());
                    calls
                        .extend(source.filter(local).map(|to| ((*name).to_owned(), to.to_owned())));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn json_file(
        &mut self,
        file: &str,
        text: &str,
        path: &str,
        calls: &mut Vec<(String, String)>,
    ) -> Result<(), String> {
        let json: Value = serde_json::from_str(text)
            .map_err(|error| format!("`{file}` is not valid JSON: {error}"))?;
        for (kind, names) in members(json.get("resource")) {
            for (name, block) in members(Some(names)) {
                let lifecycle = members(Some(block)).filter(|(key, _)| *key == "lifecycle");
                let prevents = lifecycle
                    .flat_map(|(_, lifecycle)| members(Some(lifecycle)))
                    .any(|(key, value)| key == "prevent_destroy" && *value != Value::Bool(false));
                self.add(below(path, &format!("{kind}.{name}")), prevents, file, 1);
            }
        }
        for (name, call) in members(json.get("module")) {
            let source = members(Some(call)).find(|(key, _)| *key == "source");
            let source = source.and_then(|(_, source)| source.as_str()).filter(local);
            calls.extend(source.map(|source| (name.to_owned(), source.to_owned())));
        }
        Ok(())
    }

    fn add(&mut self, block: String, protected: bool, file: &str, line: usize) {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let file = crate::plan::text::visible(file).into_owned();
        self.blocks.insert(block, (protected, Location { file, line }));
    }
}

fn lifecycles(block: &Block) -> impl Iterator<Item = &Body> {
    block.body.blocks().filter(|inner| inner.ident.as_str() == "lifecycle").map(|inner| &inner.body)
}

/// An expression, as OpenTofu allows it, may be true.
fn prevents(lifecycle: &Body) -> bool {
    let set = lifecycle.get_attribute("prevent_destroy");
    set.is_some_and(|set| !matches!(&set.value, Expression::Bool(value) if !*value.value()))
}

/// The members of an object, or of all objects in a list: JSON syntax allows both.
fn members(json: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let objects: Vec<&Value> = match json {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let objects = objects.into_iter().filter_map(Value::as_object);
    objects.flatten().map(|(key, value)| (key.as_str(), value))
}

fn local(source: &&str) -> bool {
    source.starts_with("./") || source.starts_with("../")
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, last)| last == ending)
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// `a/b` and `../c` as `a/c`; what leads out of the root keeps its `..`.
fn join(directory: &str, source: &str) -> String {
    let mut parts: Vec<&str> = directory.split('/').filter(|part| !part.is_empty()).collect();
    for part in source.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{Protections, join};

    fn read(files: &[(&str, &str, &str)]) -> Result<Protections, String> {
        Protections::read(&|directory| {
            let here = files.iter().filter(|(place, ..)| *place == directory);
            Ok(here.map(|(_, name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
        })
    }

    const KEPT: &str = "resource \"t\" \"kept\" {\n  lifecycle { prevent_destroy=true }\n}\n";

    #[test]
    fn reads_blocks_however_they_are_written() {
        let text = format!(
            "# a comment\n{KEPT}resource \"t\" \"free\" {{\n  lifecycle {{\n    prevent_destroy = false\n  }}\n}}\n\
             resource \"t\" \"perhaps\" {{\n  lifecycle {{\n    prevent_destroy = var.keep\n  }}\n}}\n\
             resource \"t\" \"plain\" {{\n  text = <<-EOT\n    prevent_destroy = true\n  EOT\n}}\n"
        );
        let found = read(&[("", "main.tf", &text)]).unwrap();
        assert_eq!(found.of("t.kept"), Some(true));
        assert_eq!(found.of("t.free"), Some(false));
        assert_eq!(found.of("t.perhaps"), Some(true));
        assert_eq!(found.of("t.plain"), Some(false));
        assert_eq!(found.of("t.gone"), None);
        let (block, place) = found.protected().next().unwrap();
        assert_eq!((block, &*place.file, place.line), ("t.kept", "main.tf", 2));
    }

    #[test]
    fn follows_local_modules_and_reads_json() {
        let call = "module \"db\" {\n  source = \"../modules/db\"\n}\nmodule \"far\" {\n  source = \"org/far/aws\"\n}\n";
        let json = r#"{"resource":{"t":{"json":[{"lifecycle":{"prevent_destroy":true}}]}}}"#;
        let found = read(&[
            ("", "main.tf", call),
            ("../modules/db", "a.tf", KEPT),
            ("../modules/db", "b.tf.json", json),
        ]);
        let found = found.unwrap();
        assert_eq!(found.of("module.db.t.kept"), Some(true));
        assert_eq!(found.of("module.db.t.json"), Some(true));
        assert_eq!(found.protected().next().unwrap().1.file, "../modules/db/b.tf.json");
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        assert_eq!(
            read(&[("", "main.tf", "resource {")]).unwrap_err(),
            "`main.tf` is not valid HCL"
        );
        assert!(read(&[("", "a.tf.json", "{")]).is_err());
        let call = |name: &str| format!("module \"{name}\" {{\n  source = \"./.\"\n}}\n");
        let twice = call("a") + &call("b");
        for text in [&call("a"), &twice] {
            assert!(read(&[("", "main.tf", text)]).unwrap_err().contains("call themselves"));
        }
    }

    #[test]
    fn paths_are_joined_as_terraform_does() {
        assert_eq!(join("", "./db"), "db");
        assert_eq!(join("envs/prod", "../../modules/db"), "modules/db");
        assert_eq!(join("", "../shared"), "../shared");
        assert_eq!(join("../shared", "../x"), "../x");
        assert_eq!(join("../..", "../x"), "../../../x");
    }
}
