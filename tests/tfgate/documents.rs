//! Documents that are written from the code: out of date, they fail here.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tfgate::judge;
use tfgate::plan::Refusal;

fn compare(file: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("TFGATE_UPDATE").is_some() {
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == actual, "docs/{file} is out of date: TFGATE_UPDATE=1 cargo test");
}

#[test]
fn the_rules_are_documented() {
    let mut text = "# Rules\n\nWritten from the code by `TFGATE_UPDATE=1 cargo test`. `tfgate explain RULE` prints the same.\n".to_owned();
    for rule in judge::rules() {
        let _ = write!(
            text,
            "\n## {}\n\n*{}*. {}.\n\n{}\n\n**Way out.** {}\n",
            rule.id, rule.severity, rule.title, rule.why, rule.fix
        );
    }
    compare("rules.md", &text);
}

#[test]
fn the_refusals_are_documented() {
    let mut text = "# Refusals\n\nInputs that are not judged, by code: exit code 2, never a pass. Written from the code by `TFGATE_UPDATE=1 cargo test`.\n\n| code | what was found, for example | what to do |\n|---|---|---|\n".to_owned();
    for refusal in Refusal::examples() {
        let cell = |text: &str| text.replace('|', "\\|");
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            refusal.code,
            cell(&refusal.message),
            cell(&refusal.help)
        );
    }
    compare("refusals.md", &text);
}

#[test]
fn every_dependency_has_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let reasons = fs::read_to_string(root.join("docs/dependencies.md")).unwrap();
    let mut inside = false;
    let mut count = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]" || line == "[dev-dependencies]";
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside) {
            count += 1;
            assert!(reasons.contains(name), "docs/dependencies.md does not say why {name}");
        }
    }
    assert!(count > 10);
}
