//! Embeds `policies/` as a sorted static table, with what can be read off a policy file
//! without parsing it: the resource types that it is for, its inputs and its tags. So a run
//! parses only the policies that the types in its plan call for.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=policies");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let mut files = Vec::new();
    collect(&root.join("policies"), &mut files);
    files.sort();
    let mut table = String::from("&[\n");
    for file in &files {
        let text = fs::read_to_string(file).expect("a policy is UTF-8");
        let relative = file.strip_prefix(root.join("policies")).expect("found below it");
        let id = relative.to_string_lossy().replace('\\', "/");
        let id = id.strip_suffix(".policy.hcl").expect("collected by its ending");
        let types = labels(&text, "resource_policy");
        let inputs = labels(&text, "input");
        let other = !labels(&text, "provider_policy").is_empty()
            || !labels(&text, "module_policy").is_empty();
        let tags: Vec<&str> = text
            .lines()
            .find_map(|line| line.strip_prefix("# tags:"))
            .map(|tags| tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect())
            .unwrap_or_default();
        writeln!(
            table,
            "    Embedded {{ id: {id:?}, types: &{types:?}, always: {other}, inputs: &{inputs:?}, \
             tags: &{tags:?}, text: include_str!({:?}) }},",
            file.display().to_string()
        )
        .expect("writing to a string");
    }
    table.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by cargo"));
    fs::write(out.join("policies.rs"), table).expect("OUT_DIR can be written");
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries {
        let path = entry.expect("a directory can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.to_string_lossy().ends_with(".policy.hcl") {
            files.push(path);
        }
    }
}

/// The first labels of the top-level blocks of a kind, each once.
fn labels(text: &str, kind: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix(kind)?.trim_start().strip_prefix('"'))
        .filter_map(|rest| rest.split_once('"'))
        .map(|(label, _)| label.to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}
