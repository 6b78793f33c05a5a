//! A change cannot loosen the gate that judges it: `--base`, with a real repository.

use std::process::Command;

use serde_json::Value;

use crate::project::Project;

const STRICT: &str = "\
environment \"production\" {
  match   = { branch = \"*\" }
  profile = \"strict\"
  protect {
    protected = [\"aws_s3_bucket.uploads\"]
  }
  comply {
    policies = [\"policies\"]
  }
}
";

const LAX: &str = "\
environment \"production\" {
  match   = { branch = \"*\" }
  profile = \"basic\"
}
";

const POLICY: &str = "\
# title: Tables have point-in-time recovery
# severity: high
policy {}

resource_policy \"aws_dynamodb_table\" \"recovery\" {
  enforce {
    condition     = true
    error_message = \"never\"
  }
}
";

const KEPT: &str = "\
resource \"aws_dynamodb_table\" \"sessions\" {
  name = \"sessions\"
  lifecycle { prevent_destroy = true }
}

resource \"aws_vpc\" \"main\" {}
";

/// A repository whose `main` is strict, and a working tree that is what a change makes of it.
fn repository() -> Project {
    let project = Project::new("destroy-stack", STRICT);
    project.write("policies/team/recovery.policy.hcl", POLICY);
    project.write("main.tf", KEPT);
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["add", "-A"]);
    git(
        &project,
        &["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "base"],
    );
    project
}

fn git(project: &Project, args: &[&str]) {
    let status = Command::new("git").arg("-C").arg(project.0.path()).args(args).status().unwrap();
    assert!(status.success(), "git {args:?}");
}

fn judge(project: &Project, args: &[&str]) -> (i32, Value) {
    let all = ["plan", "check", "plan.json", "--now", "2026-11-22T00:00:00Z", "-o", "json"];
    let run = project.run(&[&all, args].concat());
    let report = serde_json::from_str(&run.out).unwrap_or_else(|error| {
        panic!("{error}: {}{}", run.out, run.err);
    });
    (run.code, report)
}

/// The findings of one rule: their message, or address, and level.
fn found(report: &Value, rule: &str) -> Vec<String> {
    let all = report["findings"].as_array().unwrap().iter();
    let all = all.filter(|finding| finding["rule"] == rule);
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    all.map(|one| {
        format!("{} [{}] {}", text(&one["message"]), text(&one["address"]), text(&one["level"]))
    })
    .collect()
}

#[test]
fn an_unchanged_gate_is_not_loosened() {
    let project = repository();
    let (code, report) = judge(&project, &["--base", "main"]);
    assert_eq!(code, 1);
    assert_eq!(report["plans"][0]["profile"], "strict");
    assert!(report["plans"][0]["base"].as_str().unwrap().starts_with("main ("));
    for rule in ["config/gate-weakened", "config/policy-changed", "protect/protection-removed"] {
        assert_eq!(found(&report, rule), [""; 0], "{rule}");
    }
}

#[test]
fn a_change_is_judged_by_the_base_and_what_it_loosens_is_told() {
    let project = repository();
    project.write(".tfgate.hcl", LAX);
    std::fs::remove_dir_all(project.0.path().join("policies")).unwrap();
    project.write("main.tf", "resource \"aws_vpc\" \"main\" {}\n");

    let (code, report) = judge(&project, &[]);
    assert_eq!((code, &report["verdict"]), (0, &Value::from("passed")), "basic lets all pass");

    let (code, report) = judge(&project, &["--base", "main"]);
    assert_eq!((code, &report["verdict"]), (1, &Value::from("denied")));
    assert_eq!(found(&report, "protect/protected-address").len(), 1, "of the base");
    assert_eq!(
        found(&report, "config/gate-weakened"),
        [
            "`comply.policies` no longer says [\"policies\"] [-] mandatory_overridable",
            "`profile` goes from strict to basic [-] mandatory_overridable",
            "`protect.protected` no longer says \"aws_s3_bucket.uploads\" [-] mandatory_overridable",
            "policy `team/recovery` is removed [-] mandatory_overridable",
        ]
    );
    assert_eq!(
        found(&report, "protect/protection-removed"),
        [
            "plan destroys a resource together with its `prevent_destroy` [aws_dynamodb_table.sessions] mandatory"
        ]
    );
}

#[test]
fn a_new_waiver_and_a_rewritten_policy_have_no_effect_yet() {
    let project = repository();
    let waiver = "waiver \"protect/*\" {\n  reason = \"r\"\n  owner = \"o\"\n  expires = \"2027-01-31\"\n}\n";
    project.write(".tfgate.hcl", &format!("{STRICT}{waiver}"));
    project.write("policies/team/recovery.policy.hcl", &POLICY.replace("never", "ever"));
    let (code, report) = judge(&project, &["--base", "main"]);
    assert_eq!(code, 1);
    assert_eq!(report["waivers"].as_array().unwrap().len(), 0);
    assert_eq!(
        found(&report, "config/gate-weakened"),
        [
            "waiver of `protect/*` for every address until 2027-01-31 is new [-] mandatory_overridable"
        ]
    );
    assert_eq!(
        found(&report, "config/policy-changed"),
        ["policy `team/recovery` is rewritten [-] advisory"]
    );
}

#[test]
fn a_stricter_gate_is_no_finding() {
    let project = repository();
    let stricter =
        STRICT.replace("protected = [", "max_destroy = 1\n    protected = [\"aws_lb.web\", ");
    project.write(".tfgate.hcl", &stricter);
    let (_, report) = judge(&project, &["--base", "main"]);
    assert_eq!(found(&report, "config/gate-weakened"), [""; 0]);
    assert_eq!(
        found(&report, "protect/destroy-budget"),
        [""; 0],
        "not in force before it is merged"
    );
}

#[test]
fn a_protection_that_goes_first_is_told_too() {
    let project = repository();
    let no_change = include_str!("../../fixtures/no-changes/plan.json");
    project.write("plan.json", no_change);
    let plan: Value = serde_json::from_str(no_change).unwrap();
    let address = plan["resource_changes"][0]["address"].as_str().unwrap();
    let block = address.split('[').next().unwrap();
    let (kind, name) = block.split_once('.').unwrap();
    let with = |inner: &str| format!("resource \"{kind}\" \"{name}\" {{\n  {inner}\n}}\n");
    project.write("main.tf", &with("lifecycle {\n    prevent_destroy = true\n  }"));
    git(&project, &["add", "-A"]);
    git(
        &project,
        &["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "kept"],
    );
    project.write("main.tf", &with(""));
    let (_, report) = judge(&project, &["--base", "main"]);
    let found = found(&report, "protect/protection-removed");
    assert!(found[0].starts_with("`prevent_destroy` is taken off"), "{found:?}");
    assert!(found[0].ends_with("mandatory_overridable"), "{found:?}");
}

#[test]
fn a_link_or_a_directory_of_the_change_is_not_taken_for_the_base() {
    let project = repository();
    // A directory of the branch's name, and a link where the base has a directory.
    project.write("main/.tfgate.hcl", LAX);
    project.write(".tfgate.hcl", LAX);
    project.write("elsewhere/none.policy.hcl", "policy {}\n");
    let policies = project.0.path().join("policies");
    std::fs::remove_dir_all(&policies).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("elsewhere", &policies).unwrap();
    let (code, report) = judge(&project, &["--base", "main"]);
    assert_eq!(code, 1);
    assert_eq!(report["plans"][0]["profile"], "strict");
    assert_eq!(report["plans"][0]["error"], Value::Null);
}

#[test]
fn a_checkout_serves_as_well_as_a_commit() {
    let project = repository();
    let base = tempfile::tempdir().unwrap();
    let target = base.path().to_str().unwrap();
    git(&project, &["--work-tree", target, "checkout", "-q", "main", "--", "."]);
    project.write(".tfgate.hcl", LAX);
    let (code, report) = judge(&project, &["--base", target]);
    assert_eq!((code, &report["plans"][0]["profile"]), (1, &Value::from("strict")));
}

#[test]
fn what_cannot_be_compared_is_not_judged() {
    let project = repository();
    let run = |args: &[&str]| {
        project.run(&[&["plan", "check", "plan.json", "--gate", "protect"], args].concat())
    };
    let unknown = run(&["--base", "origin/main"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("git fetch --depth=1 origin main:"), "{}", unknown.err);
    assert_eq!(run(&["--base", "--all"]).code, 2, "an option is no commit");

    project.write("new.hcl", LAX);
    let new = run(&["--base", "main", "--config", "new.hcl"]);
    assert_eq!(new.code, 2);
    assert!(new.err.contains("`new.hcl` is not in the base"), "{}", new.err);

    project.write(".tfgate.hcl", "profile = \"nonsense\"\n");
    assert_eq!(run(&["--base", "main"]).code, 2, "the change breaks its configuration");

    project.write(".tfgate.hcl", STRICT);
    project.write("main.tf", "resource {");
    let broken = run(&["--base", "main"]);
    assert_eq!(broken.code, 2);
    assert!(broken.err.contains("`main.tf` is not valid HCL"), "{}", broken.err);
}
