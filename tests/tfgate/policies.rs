//! The comply gate: the packs that come with tfgate, and one's own policies.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use tfgate::finding::Outcome;
use tfgate::plan::Plan;
use tfgate::policy::{Catalogue, EMBEDDED, Inputs, Wanted};

use crate::support;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tfgate(args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("tfgate")
        .unwrap()
        .current_dir(root())
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_policy_passes_its_tests() {
    let (code, out, err) = tfgate(&["policy", "test", "policies", "-o", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0, "{err}{}", report["errors"]);
    say!("policies: {} test files, {} cases", report["files"], report["cases"]);
    assert_eq!(report["files"].as_u64().unwrap(), EMBEDDED.len() as u64, "a test file each");
    assert_eq!(report["failed"], 0);
}

/// Each policy says what it is for, and its test shows it passing and failing.
#[test]
fn every_policy_is_whole() {
    let mut wrong = Vec::new();
    for policy in EMBEDDED {
        let header = policy.header();
        let mut lacks = |what: &str, there: bool| {
            if !there {
                wrong.push(format!("{}: {what}", policy.id));
            }
        };
        lacks("no title", !header.title.is_empty() && !header.title.ends_with('.'));
        lacks("no why", !header.why.is_empty());
        lacks("no fix", !header.fix.is_empty());
        lacks("no severity", header.severity.is_some());
        lacks("no reference", header.references.iter().any(|text| text.starts_with("https://")));
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/_".contains(c);
        lacks("an id that is no path in kebab case", policy.id.chars().all(kebab));
        let test = root().join("policies").join(format!("{}.policytest.hcl", policy.id));
        let test = fs::read_to_string(test).unwrap_or_default();
        let blocks: Vec<&str> = test.split("\nresource \"").skip(1).collect();
        let others = ["\nprovider \"", "\nmodule \""];
        let cases =
            blocks.len() + others.iter().map(|kind| test.matches(kind).count()).sum::<usize>();
        let failing = test.matches("expect_failure").count();
        lacks("no failing case", failing > 0);
        let unknown = test.matches("expect_unknown").count();
        lacks("no passing case", cases > failing + unknown);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let of = |provider: &str| EMBEDDED.iter().filter(|one| one.id.starts_with(provider)).count();
    say!("policies: {} aws, {} google, {} azurerm", of("aws/"), of("google/"), of("azurerm/"));
    assert!(of("aws/") >= 120 && of("google/") >= 30 && of("azurerm/") >= 30);
}

/// Inputs of a directory share one scope, so each begins with the name of its rule.
#[test]
fn inputs_carry_the_prefix_of_their_rule() {
    let mut seen = BTreeSet::new();
    for policy in EMBEDDED {
        for input in policy.inputs {
            let dir = policy.id.rsplit_once('/').unwrap().0;
            assert!(seen.insert((dir, input)), "{}: `{input}` twice in one directory", policy.id);
        }
    }
}

fn plans(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            plans(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
}

/// No policy of ours fails to be evaluated on any plan at hand.
#[test]
fn the_packs_run_over_the_corpus_without_an_error() {
    let folder = root().join("../shared/plans");
    if !folder.is_dir() {
        say!("SKIPPED policies over the corpus: ../shared/plans is not there");
        return;
    }
    let mut files = Vec::new();
    plans(&folder, &mut files);
    files.sort();
    let (mut judged, mut failed, mut unknown, mut errors) = (0, 0, 0, Vec::new());
    for file in files {
        let Ok(plan) = Plan::read(fs::read(&file).unwrap()) else { continue };
        judged += 1;
        for finding in support::comply(&plan) {
            match finding.outcome {
                Outcome::Fail => failed += 1,
                Outcome::Unknown => unknown += 1,
                Outcome::Error => {
                    errors.push(format!(
                        "{}: {}: {}",
                        file.display(),
                        finding.rule,
                        finding.message
                    ));
                }
            }
        }
    }
    say!("policies: {judged} plans, {failed} failures, {unknown} unknown");
    assert!(judged > 400 && failed > 0);
    assert!(
        errors.is_empty(),
        "{} errors:\n{}",
        errors.len(),
        errors[..errors.len().min(20)].join("\n")
    );
}

/// Only the policies that the types of a plan call for are compiled, and they are the same
/// as if all were.
#[test]
fn what_is_not_compiled_would_have_said_nothing() {
    let all = Catalogue::load(&Wanted::default(), &["*"]);
    assert!(all.is_ok());
    for story in crate::stories::stories() {
        let plan = Plan::read(fs::read(story.join("plan.json")).unwrap()).ok().unwrap();
        let types = plan.managed_types();
        let types: Vec<&str> = types.iter().map(String::as_str).collect();
        let few = Catalogue::load(&Wanted::default(), &types).unwrap();
        assert!(few.check_inputs(&Inputs::new()).is_ok());
        assert_eq!(few.rules(), all.as_ref().unwrap().rules(), "{}", story.display());
    }
}

struct Own(TempDir);

impl Own {
    fn new(files: &[(&str, &str)]) -> Self {
        let own = Self(TempDir::new().unwrap());
        for (name, text) in files {
            let path = own.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        own
    }

    fn check(&self, story: &str, args: &[&str]) -> (i32, serde_json::Value, String) {
        let plan = format!("fixtures/{story}/plan.json");
        let own = self.0.path().to_str().unwrap();
        let fixed = ["check", &plan, "--gate", "comply", "-o", "json", "--policies", own];
        let (code, out, err) = tfgate(&[&fixed[..], args].concat());
        (code, serde_json::from_str(&out).unwrap_or_default(), err)
    }
}

fn found(report: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|one| ["rule", "address", "level", "outcome"].map(|key| text(&one[key])).join(" "))
        .collect()
}

const OWNER: &str = r#"
policy {}
input "owner-tag" {
  type    = string
  default = "Nobody"
}
resource_policy "aws_sqs_queue" "owner" {
  enforcement_level = "mandatory_overridable"
  enforce {
    condition     = core::try(attrs.tags[input.owner-tag], null) != null
    error_message = "no tag ${input.owner-tag}"
  }
}
"#;

#[test]
fn own_policies_keep_the_level_that_they_state() {
    let own = Own::new(&[("team/owner.policy.hcl", OWNER)]);
    let only = ["--no-default-policies", "--no-config"];
    let (code, report, _) = own.check("first-deploy", &only);
    assert_eq!(code, 3, "{report}");
    assert!(found(&report).iter().all(|line| line.starts_with("team/owner aws_sqs_queue")));
    let basic = own.check("first-deploy", &[&only[..], &["--profile", "basic"]].concat());
    assert_eq!(basic.0, 0, "basic caps it");
    let input = own.check("first-deploy", &[&only[..], &["--input", "owner-tag=Service"]].concat());
    assert!(input.1["findings"].is_array());
}

#[test]
fn what_a_plan_does_not_touch_does_not_block() {
    let strict = OWNER
        .replace("mandatory_overridable", "mandatory")
        .replace("aws_sqs_queue", "aws_s3_bucket");
    let own = Own::new(&[("owner.policy.hcl", &strict)]);
    let (code, report, _) = own.check("no-changes", &["--no-default-policies", "--no-config"]);
    assert_eq!(code, 0);
    assert_eq!(found(&report), ["owner aws_s3_bucket.uploads advisory fail"]);
    assert_eq!(report["findings"][0]["pre_existing"], true);
}

#[test]
fn an_error_in_a_policy_is_no_pass_also_on_what_is_not_touched() {
    let broken = OWNER
        .replace("core::try(attrs.tags[input.owner-tag], null) != null", "attrs.no_such_thing");
    let own = Own::new(&[("owner.policy.hcl", &broken.replace("aws_sqs_queue", "aws_s3_bucket"))]);
    let flags = ["--no-default-policies", "--no-config", "--profile", "basic"];
    let (code, report, _) = own.check("no-changes", &flags);
    assert_eq!((code, report["verdict"].as_str()), (2, Some("undecided")));
}

#[test]
fn wrong_policies_and_inputs_are_refused() {
    let only = ["--no-default-policies", "--no-config"];
    for (files, args, expected) in [
        (vec![("a.policy.hcl", "resource_policy \"x\" {")], vec![], "tfgate::policy::invalid"),
        (vec![("a.policy.hcl", "data_policy \"x\" \"y\" {}")], vec![], "tfgate::policy::invalid"),
        (vec![("a.txt", "")], vec![], "there is no policy in"),
        (
            vec![("a.policy.hcl", OWNER)],
            vec!["--input", "owner-tags=x"],
            "did you mean `owner-tag`",
        ),
        (vec![("a.policy.hcl", OWNER)], vec!["--input", "owner-tag"], "has no value"),
    ] {
        let own = Own::new(&files);
        let (code, report, err) = own.check("first-deploy", &[&only[..], &args].concat());
        assert_eq!(code, 2, "{expected}");
        assert!(err.contains(expected), "{expected}: {err}");
        assert_eq!(report["verdict"], "undecided");
    }
    let same = EMBEDDED[0].id;
    let own = Own::new(&[(&format!("{same}.policy.hcl"), OWNER)]);
    let (code, _, err) = own.check("first-deploy", &["--no-config"]);
    assert_eq!(code, 2);
    assert!(err.contains("tfgate::policy::same_id"), "{err}");
}

#[test]
fn a_new_policy_is_whole_and_passes_its_test() {
    let own = Own::new(&[]);
    let directory = own.0.path().to_str().unwrap();
    let (code, _, err) = tfgate(&["policy", "new", "aws/s3/owner", "--directory", directory]);
    assert_eq!(code, 0, "{err}");
    let (code, out, _) = tfgate(&["policy", "test", directory]);
    assert_eq!(code, 0, "{out}");
    let again = tfgate(&["policy", "new", "aws/s3/owner", "--directory", directory]);
    assert_eq!(again.0, 2, "nothing is overwritten");
    assert_eq!(tfgate(&["policy", "new", "Not/Kebab", "--directory", directory]).0, 2);
    let empty = Own::new(&[]);
    assert_eq!(
        tfgate(&["policy", "test", empty.0.path().to_str().unwrap()]).0,
        2,
        "no test is no pass"
    );
}

#[test]
fn the_list_is_what_is_in_force() {
    let (_, out, _) =
        tfgate(&["policy", "list", "--no-config", "--profile", "strict", "-o", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
    let rows = rows.as_array().unwrap();
    assert!(rows.len() >= EMBEDDED.len());
    let row = rows.iter().find(|row| row["id"] == "aws/rds/storage-encrypted").unwrap();
    assert_eq!((row["provider"].as_str(), row["level"].as_str()), (Some("aws"), Some("mandatory")));
    assert!(row["aliases"].as_array().unwrap().iter().any(|alias| alias == "CKV_AWS_16"));
    let (_, out, _) = tfgate(&["explain", "CKV_AWS_16"]);
    assert!(out.starts_with("aws/rds/storage-encrypted"), "{out}");
}

#[test]
fn packs_are_chosen_by_provider_service_and_tag() {
    let own = Own::new(&[(".tfgate.hcl", "comply {\n  packs = [\"aws/rds\"]\n}\n")]);
    let config = own.0.path().join(".tfgate.hcl");
    let config = config.to_str().unwrap();
    let (_, out, _) = tfgate(&["policy", "list", "--config", config, "-o", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
    let ids: Vec<&str> =
        rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert!(!ids.is_empty() && ids.iter().all(|id| id.starts_with("aws/rds/")), "{ids:?}");
    fs::write(config, "comply {\n  packs = [\"awz\"]\n}\n").unwrap();
    let (code, _, err) = tfgate(&["check", "fixtures/no-changes/plan.json", "--config", config]);
    assert_eq!(code, 2);
    assert!(err.contains("tfgate::policy::unknown_pack"), "{err}");
}
