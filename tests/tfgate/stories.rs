//! Every folder in `fixtures/` is a story, with the report that a person has read and found
//! right beside it. `TFGATE_UPDATE=1 cargo test` writes the reports again, to be read again.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The stories, sorted.
pub fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut stories: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("plan.json").is_file())
        .collect();
    stories.sort();
    stories
}

/// The report of a story, as printed from the root of the repository, and its exit code.
fn report(story: &Path, format: &str) -> String {
    let name = story.file_name().unwrap().to_str().unwrap();
    let output = Command::cargo_bin("tfgate")
        .unwrap()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("TFGATE_ENV")
        .env_remove("TFGATE_CONFIG")
        .env("LC_ALL", "C.UTF-8")
        .args(["plan", "check", "--no-config", "--profile", "strict", "-o", format])
        .args(["--now", "2026-11-22T00:00:00Z"])
        .arg(format!("fixtures/{name}/plan.json"))
        .output()
        .unwrap();
    let code = output.status.code().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{name}");
    if format == "text" { format!("{stdout}exit code {code}\n") } else { stdout }
}

fn compare(story: &Path, file: &str, format: &str, wrong: &mut Vec<String>) {
    let path = story.join(file);
    let actual = report(story, format);
    if std::env::var_os("TFGATE_UPDATE").is_some() {
        fs::write(&path, &actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected != actual {
        let difference = expected
            .lines()
            .zip(actual.lines())
            .find(|(a, b)| a != b)
            .map_or_else(String::new, |(a, b)| format!("\n  expected: {a}\n  actual:   {b}"));
        wrong.push(format!("{}{difference}", path.display()));
    }
}

#[test]
fn every_story_is_told_as_expected() {
    let stories = stories();
    let mut wrong = Vec::new();
    let mut counts = std::collections::BTreeMap::new();
    for story in &stories {
        compare(story, "expected.txt", "text", &mut wrong);
        // The contract and the comment, where a story shows a part of them.
        for (file, format) in [("expected.json", "json"), ("expected.md", "markdown")] {
            if story.join(file).exists() {
                compare(story, file, format, &mut wrong);
                *counts.entry(format).or_insert(0) += 1;
            }
        }
    }
    say!("stories: {}, {counts:?}", stories.len());
    assert!(counts["markdown"] >= 8, "stories are missing");
    assert!(stories.len() >= 28, "stories are missing");
    assert!(wrong.is_empty(), "differ from what was read:\n{}", wrong.join("\n"));
}

#[test]
fn every_story_says_what_it_is() {
    for story in stories() {
        let text = fs::read_to_string(story.join("story.md")).unwrap();
        assert!(text.lines().count() >= 3, "{}", story.display());
        let edited = text.contains("Hand-edited");
        let made = text.contains("Made by `fixtures/make");
        assert!(edited || made, "{}: where does the plan come from?", story.display());
    }
}
