//! Markdown: whatever a report holds, the comment keeps within its budget, keeps what
//! matters, and no text of a plan becomes markup. Judged by a parser that follows GitHub's.

mod hostile;
pub mod markup;
mod sizes;

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;
use tfgate::plan::Plan;
use tfgate::report::Report;
use tfgate::report::markdown::{Budget, Options, render};

use crate::support::{both_gates, json_files, root, shared_plans, stories, strictly};

/// The report on one story, by the strictest profile.
fn judged(story: &str) -> Report {
    let (_, bytes) = stories().into_iter().find(|(name, _)| name == story).unwrap();
    both_gates(&Plan::read(bytes).unwrap())
}

/// One report on several stories, each a plan of its own.
fn together(names: &[&str]) -> Report {
    let mut all = judged(names[0]);
    all.plans.clear();
    all.findings.clear();
    for name in names {
        let mut one = judged(name);
        (*name).clone_into(&mut one.plans[0].name);
        for finding in &mut one.findings {
            (*name).clone_into(&mut finding.plan);
        }
        all.plans.append(&mut one.plans);
        all.findings.append(&mut one.findings);
        all.rules.append(&mut one.rules);
    }
    all
}

/// A directory with a configuration, and plans by name.
fn project(config: &str, plans: &[(&str, &str)]) -> TempDir {
    let project = TempDir::new().unwrap();
    fs::write(project.path().join(".tfgate.hcl"), config).unwrap();
    for (name, story) in plans {
        let to = project.path().join(name);
        fs::create_dir_all(&to).unwrap();
        fs::copy(root().join("fixtures").join(story).join("plan.json"), to.join("plan.json"))
            .unwrap();
    }
    project
}

/// What a run on `project` prints, and its exit code.
fn run(project: &TempDir, args: &[&str]) -> (String, String, i32) {
    let output = Command::cargo_bin("tfgate")
        .unwrap()
        .current_dir(project.path())
        .env_remove("TFGATE_ENV")
        .env_remove("TFGATE_CONFIG")
        .env("LC_ALL", "C.UTF-8")
        .args(["plan", "check", "--config", ".tfgate.hcl"])
        .args(["--now", "2026-11-22T00:00:00Z"])
        .args(args)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

const PLANS: [(&str, &str); 5] = [
    ("envs/prod", "replace-database"),
    ("envs/errored", "prevent-destroy"),
    ("envs/empty", "no-changes"),
    ("envs/new", "first-deploy"),
    ("envs/renamed", "renamed"),
];

#[test]
fn several_plans_are_rows_then_sections() {
    let project = project("profile = \"standard\"\n", &PLANS);
    let paths: Vec<String> = PLANS.iter().map(|(name, _)| format!("{name}/plan.json")).collect();
    let mut args: Vec<&str> = paths.iter().map(String::as_str).collect();
    args.extend(["--gate", "protect", "--gate", "cost", "-o", "markdown"]);
    args.extend(["--commit", "1a2b3c4", "--run-url", "https://example.com/run/1"]);
    args.extend(["--rules-url", "https://example.com/rules/", "--comment-key", "all of it"]);
    let (out, _, code) = run(&project, &args);
    assert_eq!(code, 2);
    let allowed = ["https://example.com/run/1", "https://example.com/rules/"];
    markup::check(&out, &allowed);
    insta::assert_snapshot!(out);
}

#[test]
fn what_is_waived_and_allowed_is_folded() {
    let waiver = r#"
profile = "strict"
waiver "protect/stateful-destroy" {
  address = "terraform_data.hostile[\"a|b|c\"]"
  reason  = "see #12, asked @ops | <b>soon</b>"
  owner   = "data-platform"
  expires = "2027-01-31"
}
waiver "protect/index-shift" {
  reason  = "nobody remembers"
  owner   = "data-platform"
  expires = "2026-01-31"
}
"#;
    let project = project(waiver, &[("stack", "hostile-keys")]);
    let lifts =
        ["--gate", "protect", "--allow-destroy", "**", "--override", "config/unused-waiver"];
    let (out, _, code) =
        run(&project, &[&["stack/plan.json", "-o", "markdown"], &lifts[..]].concat());
    assert_eq!(code, 0, "{out}");
    markup::check(&out, &[]);
    insta::assert_snapshot!(out);
}

/// What plans do together is in the way of all of them, and said before each of them.
#[test]
fn what_plans_do_together_comes_first() {
    let config = "profile = \"standard\"\nfleet {\n  max_destroy = 2\n}\n";
    let project = project(config, &[("a", "renamed"), ("b", "no-changes")]);
    let plans = ["a/plan.json", "b/plan.json", "--gate", "protect", "-o", "markdown"];
    let (out, _, code) = run(&project, &[&plans[..], &["--allow-destroy", "**"]].concat());
    assert_ne!(code, 0, "{out}");
    markup::check(&out, &[]);
    let whole = out.find("#### The run as a whole").unwrap();
    assert!(out.find("#### ✅ `a`").is_none_or(|plan| whole < plan), "{out}");
    assert!(out.contains("<br>`protect/fleet-budget` | all plans together |"), "{out}");
}

#[test]
fn a_passing_run_is_one_line() {
    let project = project("", &[("stack", "no-changes")]);
    let (out, _, code) = run(&project, &["stack/plan.json", "--gate", "protect", "-o", "markdown"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = out.lines().filter(|line| !line.is_empty()).collect();
    let [marker, verdict, foot] = lines.as_slice() else { panic!("{out}") };
    assert!(marker.starts_with("<!-- tfgate v1 key=\"stack\" plan=\""), "{marker}");
    assert!(verdict.starts_with("✅ **tfgate:** `stack` passed · "), "{verdict}");
    assert!(foot.starts_with("<sub>"), "{foot}");
}

#[test]
fn a_run_that_judged_nothing_says_so() {
    let project = project("", &[]);
    fs::write(project.path().join("plan.json"), "{\"a\": ").unwrap();
    let (out, err, code) = run(&project, &["plan.json", "-o", "markdown"]);
    assert_eq!(code, 2);
    assert!(!err.is_empty());
    markup::check(&out, &[]);
    insta::assert_snapshot!(out);
    let (out, _, code) = run(&project, &["plan.json", "--allow-destroy", "[", "-o", "markdown"]);
    assert_eq!(code, 2);
    assert!(out.contains("### ❓ tfgate: the plan could not be judged"), "{out}");
    markup::check(&out, &[]);
}

#[test]
fn one_run_writes_a_comment_and_a_summary() {
    let project = project("", &[("stack", "replace-database")]);
    let outputs = ["-o", "markdown:9000=comment.md", "-o", "markdown:github-summary=summary.md"];
    let (out, _, _) = run(&project, &[&["stack/plan.json"], &outputs[..]].concat());
    assert_eq!(out, "");
    let read = |name| fs::read_to_string(project.path().join(name)).unwrap();
    let (comment, summary) = (read("comment.md"), read("summary.md"));
    assert!(comment.len() <= 9000, "{}", comment.len());
    assert!(comment.contains("shortened to 9,000 bytes"), "{comment}");
    assert!(!summary.contains("shortened"), "{summary}");
    assert!(summary.len() > comment.len());
    let line = |text: &str| text.lines().next().unwrap().to_owned();
    assert_eq!(line(&comment), line(&summary));
}

#[test]
fn wrong_flags_are_told() {
    let project = project("", &[("stack", "no-changes")]);
    let cases = [
        (&["-o", "markdown:huge"][..], "has no budget that a report can keep"),
        (&["-o", "markdown:8191"], "or a number of bytes from"),
        (&["-o", "markdown:=x.md"], "has no budget that a report can keep"),
        (&["-o", "json:gitlab"], "it takes no budget"),
        (&["-o", "markdowm"], "one of: text, json, markdown"),
        (&["--run-url", "javascript:alert(1)"], "is no link"),
        (&["--rules-url", "https://a b"], "is no link"),
        (&["--rules-url", "https://example.com"], "and a `/` after the host"),
    ];
    for (flags, expected) in cases {
        let (_, err, code) = run(&project, &[&["stack/plan.json"], flags].concat());
        assert_eq!(code, 2, "{flags:?}");
        assert!(err.contains(expected), "{flags:?}: {err}");
    }
}

/// Every story, as its users see it, is markup of ours and nothing else.
#[test]
fn every_story_is_sound() {
    let mut symbols = BTreeSet::new();
    for (name, bytes) in stories() {
        let Ok(plan) = Plan::read(bytes) else { continue };
        let text = render(&both_gates(&plan), &Options::default());
        markup::check(&text, &[]);
        symbols.extend(text.chars().filter(|c| "✅✋🛑❓".contains(*c)));
        assert!(text.starts_with("<!-- tfgate v1 key=\"plan\" plan=\""), "{name}: {text}");
    }
    assert_eq!(symbols.len(), 4, "stories with every verdict: {symbols:?}");
}

/// Real plans, of any size and shape.
#[test]
fn the_corpus_is_sound() {
    let folder = match shared_plans() {
        Ok(folder) => folder,
        Err(why) => return say!("markdown: skipped, no shared plans: {why}"),
    };
    let mut rendered = 0;
    for file in json_files(&folder) {
        let Ok(plan) = Plan::read(fs::read(&file).unwrap()) else { continue };
        let report = strictly(&plan);
        let text = render(&report, &Options::default());
        assert!(text.len() <= Budget::GITHUB_COMMENT.bytes(), "{}", file.display());
        markup::check(&text, &[]);
        rendered += 1;
    }
    assert!(rendered > 400, "only {rendered} plans were rendered");
    say!("markdown: {rendered} plans of the corpus rendered and read back");
}
