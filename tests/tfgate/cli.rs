//! The command line as its users meet it: flags, configuration, exit codes, wrong input.

use std::fmt::Write as _;
use std::fs;

use crate::project::{Project, Run};

impl Project {
    /// Judges by the protect gate.
    fn check(&self, args: &[&str]) -> Run {
        let now = ["--now", "2026-11-22T00:00:00Z", "--gate", "protect"];
        self.run(&[&["plan", "check", "plan.json"][..], &now, args].concat())
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        let run = self.check(&[args, &["-o", "json"]].concat());
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["exit_code"], run.code);
        report
    }
}

/// `rule address level waived_by approved_by` of each finding.
fn findings(report: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let keys = ["rule", "address", "level", "waived_by", "approved_by"];
            keys.map(|key| text(&one[key])).join(" ")
        })
        .collect()
}

const WAIVER: &str = r#"
waiver "protect/stateful-destroy" {
  address = "aws_dynamodb_table.order"
  reason  = "OPS-1"
  owner   = "data"
  expires = "2026-11-22"
}
"#;

#[test]
fn the_profile_decides_the_level() {
    for (profile, code) in [("basic", 0), ("standard", 3), ("enhanced", 3), ("strict", 1)] {
        let project = Project::new("renamed", &format!("profile = \"{profile}\"\n"));
        assert_eq!(project.check(&[]).code, code, "{profile}");
    }
}

#[test]
fn what_can_be_overridden_is_lifted_by_name_and_nothing_else_is() {
    let project = Project::new("renamed", "profile = \"standard\"\n");
    let report = project.json(&["--allow-destroy", "aws_dynamodb_table.order"]);
    assert_eq!(report["verdict"], "approval_needed");
    assert_eq!(report["overrides"][0]["lifted"], 1);
    let report = project.json(&["--allow-destroy", "aws_*.*"]);
    assert_eq!(report["verdict"], "passed");
    let strict = Project::new("renamed", "profile = \"strict\"\n");
    let report = strict.json(&["--allow-destroy", "**", "--override", "protect/*"]);
    assert_eq!(report["verdict"], "denied", "mandatory ones stay");
    let run = project.check(&["--allow-destroy", "aws_x.y"]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("`--allow-destroy aws_x.y` lifted nothing"), "{}", run.out);
}

#[test]
fn an_override_names_a_rule_and_perhaps_an_address() {
    let project = Project::new(
        "drift",
        "profile = \"enhanced\"\nlevels {\n  high = \"mandatory_overridable\"\n}\n",
    );
    assert_eq!(project.check(&[]).code, 3);
    let all = ["--override", "protect/drift-overlap", "--override", "protect/data-loss-update"];
    assert_eq!(project.check(&all).code, 0);
    let one = ["--override", "protect/drift-overlap@aws_sns_topic.alerts"];
    assert_eq!(project.json(&one)["overrides"][0]["lifted"], 1);
}

#[test]
fn a_waiver_lifts_what_is_mandatory_through_its_last_day() {
    let config = format!("profile = \"strict\"\n{WAIVER}");
    let project = Project::new("renamed", &config);
    let report = project.json(&[]);
    let waived = ".tfgate.hcl:3";
    let line = format!("protect/stateful-destroy aws_dynamodb_table.order mandatory {waived} -");
    assert!(findings(&report).contains(&line), "{:#?}", findings(&report));
    assert_eq!(report["waivers"][0]["state"], "used");
    assert_eq!(report["plans"][0]["gates"][0]["waived"], 1);
}

#[test]
fn a_waiver_that_is_over_or_covers_nothing_is_a_finding() {
    let config = format!("profile = \"strict\"\n{}", WAIVER.replace("2026-11-22", "2026-11-21"));
    let report = Project::new("renamed", &config).json(&[]);
    let found = findings(&report);
    assert!(found.contains(&"config/expired-waiver - advisory - -".to_owned()), "{found:#?}");
    assert!(
        found.contains(
            &"protect/stateful-destroy aws_dynamodb_table.order mandatory - -".to_owned()
        )
    );
    let first = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["rule"] == "protect/stateful-destroy");
    assert_eq!(first.unwrap()["next"][0], "the waiver in .tfgate.hcl:3 expired on 2026-11-21");

    let config = format!("profile = \"strict\"\n{}", WAIVER.replace(".order", ".nothing"));
    let report = Project::new("renamed", &config).json(&[]);
    assert!(findings(&report).contains(&"config/unused-waiver - advisory - -".to_owned()));
}

#[test]
fn protected_addresses_and_budgets_come_from_the_configuration() {
    let config = "profile = \"standard\"\nprotect {\n  protected   = [\"**.aws_s3_bucket.*\"]\n  max_destroy = 2\n}\n";
    let project = Project::new("renamed", config);
    let found = findings(&project.json(&[]));
    assert!(
        found.contains(
            &"protect/protected-address aws_s3_bucket.upload[0] mandatory - -".to_owned()
        ),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|line| line.starts_with("protect/destroy-budget - mandatory_overridable"))
    );
    assert!(!found.iter().any(|line| line.starts_with("protect/stateful-destroy aws_s3_bucket")));
}

#[test]
fn a_move_away_from_a_protected_address_is_found() {
    let config = "protect {\n  protected = [\"aws_dynamodb_table.order\"]\n}\n";
    let found = findings(&Project::new("moved", config).json(&[]));
    assert_eq!(found, ["protect/protected-address aws_dynamodb_table.orders mandatory - -"]);
    let both = "protect {\n  protected = [\"aws_dynamodb_table.order*\"]\n}\n";
    assert_eq!(findings(&Project::new("moved", both).json(&[])), [""; 0]);
}

#[test]
fn a_plan_may_be_too_old() {
    let old = "protect {\n  max_plan_age = \"1h\"\n}\n";
    let found = findings(&Project::new("no-changes", old).json(&[]));
    assert_eq!(found, ["protect/plan-too-old - mandatory_overridable - -"]);
    let young = "protect {\n  max_plan_age = \"30d\"\n}\n";
    assert_eq!(findings(&Project::new("no-changes", young).json(&[])), [""; 0]);
    let none = findings(&Project::new("terraform-012", old).json(&["--profile", "basic"]));
    assert!(
        none.iter().any(|line| line.starts_with("protect/plan-too-old")),
        "unknown is not young"
    );
}

#[test]
fn the_environment_is_told_or_asked_for_and_never_guessed() {
    let config = "environment \"prod\" {\n  match   = { directory = \"envs/prod\" }\n  profile = \"strict\"\n}\nenvironment \"test\" {\n  match   = { branch = \"develop\" }\n  profile = \"basic\"\n}\n";
    let project = Project::new("renamed", config);
    fs::create_dir(project.0.path().join(".git")).unwrap();
    let plan = fs::read_to_string(project.0.path().join("plan.json")).unwrap();
    project.write("envs/prod/plan.json", &plan);
    project.write(".git/HEAD", "ref: refs/heads/main\n");
    let run = project.run(&["check", "envs/prod/plan.json", "-o", "json", "--gate", "protect"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((report["plans"][0]["environment"].as_str(), run.code), (Some("prod"), 1));

    let none = project.check(&[]);
    assert_eq!(none.code, 2);
    assert!(
        none.err.contains("-e") && none.err.contains("prod") && none.err.contains("test"),
        "{}",
        none.err
    );
    assert!(none.out.contains("\nUNDECIDED   "), "{}", none.out);

    assert_eq!(project.check(&["-e", "test"]).code, 0);
    let unknown = project.check(&["-e", "prdo"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("`prod`"), "{}", unknown.err);

    let github = [("GITHUB_ACTIONS", "true"), ("GITHUB_BASE_REF", "develop")];
    assert_eq!(
        project.run_with(&["check", "plan.json", "--gate", "protect"], &github).code,
        0,
        "the target of the pull request"
    );
}

#[test]
fn a_wrong_configuration_is_shown_in_place_and_nothing_is_judged() {
    let config = format!("profile = \"strict\"\n{}", WAIVER.replace("expires", "expire"));
    let run = Project::new("no-changes", &config).check(&[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("did you mean `expires`?"), "{}", run.err);
    assert!(run.err.contains(".tfgate.hcl:7"), "{}", run.err);
    assert_eq!(run.out, "UNDECIDED   the plan was not judged\n");
}

#[test]
fn several_plans_give_one_verdict_and_all_that_can_be_judged_is_reported() {
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    let fixtures = crate::support::root().join("fixtures");
    for (name, story) in [("a", "forget"), ("b", "renamed")] {
        let plan = fs::read_to_string(fixtures.join(story).join("plan.json")).unwrap();
        project.write(&format!("{name}/plan.json"), &plan);
    }
    project.write("c/plan.json", "{");
    let check = |plans: &[&str]| {
        let run = project.run(
            &[&["check", "-o", "json", "--gate", "protect", "--config", ".tfgate.hcl"], plans]
                .concat(),
        );
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        (run.code, report)
    };
    assert_eq!(check(&["plan.json"]).0, 0);
    assert_eq!(check(&["plan.json", "a/plan.json"]).0, 3);
    assert_eq!(check(&["a/plan.json", "b/plan.json"]).0, 1, "denied before approval needed");
    let (code, report) = check(&["c/plan.json", "b/plan.json"]);
    assert_eq!(code, 2, "undecided before denied");
    let plans = report["plans"].as_array().unwrap();
    let verdicts: Vec<_> = plans.iter().map(|plan| plan["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["denied", "undecided"]);
    assert_eq!(report["error"]["code"], "tfgate::plan::truncated");
    let swapped = check(&["b/plan.json", "c/plan.json"]).1;
    assert_eq!(swapped["findings"], report["findings"], "order of arguments does not matter");
}

#[test]
fn one_evaluation_writes_many_reports() {
    let project = Project::new("forget", "profile = \"strict\"\n");
    let run = project.check(&["-o", "text", "-o", "json=report.json"]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("APPROVAL NEEDED"));
    let written = fs::read_to_string(project.0.path().join("report.json")).unwrap();
    assert_eq!(project.check(&["-o", "json"]).out, written);
    let twice = project.check(&["-o", "text", "-o", "json"]);
    assert_eq!(twice.code, 2);
    assert!(twice.err.contains("two reports go to standard output"));
    assert_eq!(project.check(&["-o", "yaml"]).code, 2);
    let nowhere = project.check(&["-o", "json=/nonexistent/report.json"]);
    assert_eq!(nowhere.code, 2, "a report that cannot be written is no pass");
}

#[test]
fn a_reader_that_goes_away_does_not_change_the_code() {
    let project = Project::new("renamed", "profile = \"strict\"\n");
    let program = assert_cmd::cargo::cargo_bin("tfgate");
    let mut child = std::process::Command::new(program)
        .current_dir(project.0.path())
        .args(["check", "plan.json", "--gate", "protect"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), &*output.stderr), (Some(1), b"".as_slice()));
}

#[test]
fn colour_is_asked_for_and_never_carries_meaning_alone() {
    let project = Project::new("forget", "profile = \"strict\"\n");
    let plain = project.check(&[]).out;
    let coloured = project.check(&["--color", "always"]).out;
    assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
    let mut stripped = String::new();
    let mut inside = false;
    for c in coloured.chars() {
        match c {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            c if !inside => stripped.push(c),
            _ => {}
        }
    }
    assert_eq!(stripped, plain);
    let ascii =
        project.run_with(&["check", "plan.json", "--gate", "protect"], &[("LC_ALL", "C")]).out;
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn waive_prints_a_block_that_the_gate_takes() {
    let project = Project::new("renamed", "");
    let run = project.run(&[
        "waive",
        "protect/stateful-destroy",
        "aws_s3_bucket.upload[0]",
        "--reason",
        "OPS-1",
        "--owner",
        "data",
        "--expires",
        "2099-01-31",
    ]);
    assert_eq!(run.code, 0);
    project.write(".tfgate.hcl", &format!("profile = \"strict\"\n{}", run.out));
    let report = project.json(&[]);
    assert_eq!(report["waivers"][0]["state"], "used");

    let blank = project.run(&["waive", "protect/stateful-destroy", "aws_s3_bucket.upload[0]"]);
    project.write(".tfgate.hcl", &blank.out);
    let refused = project.check(&[]);
    assert_eq!(refused.code, 2, "nobody has said why");
    assert!(refused.err.contains("reason"), "{}", refused.err);

    assert!(
        project.run(&["waive", "protect/statful-destroy"]).err.contains("protect/stateful-destroy")
    );
    assert_eq!(project.run(&["waive", "protect/destroy", "not an address"]).code, 2);
    assert_eq!(project.run(&["waive", "protect/destroy", "--expires", "2020-01-01"]).code, 2);
}

#[test]
fn init_writes_a_configuration_that_works_and_overwrites_nothing() {
    let project = Project::new("no-changes", "profile = \"basic\"\n");
    let refused = project.run(&["init"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("exists already"));
    assert_eq!(project.run(&["init", "--force"]).code, 0);
    let shown = project.run(&["config", "show"]);
    assert_eq!(shown.code, 0);
    assert!(shown.out.contains(".tfgate.hcl:"), "{}", shown.out);
    assert_eq!(project.check(&[]).code, 0);
}

#[test]
fn config_show_says_which_line_set_what() {
    let config = "profile = \"standard\"\n\nenvironment \"prod\" {\n  profile = \"strict\"\n  protect {\n    max_destroy = \"10%\"\n  }\n}\n";
    let project = Project::new("no-changes", config);
    let run = project.run(&["config", "show", "-e", "prod", "-o", "json"]);
    let settings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let of = |key: &str| {
        let found = settings.as_array().unwrap().iter().find(|one| one["key"] == key).unwrap();
        (found["value"].as_str().unwrap().to_owned(), found["origin"].as_str().unwrap().to_owned())
    };
    assert_eq!(of("profile"), ("strict".to_owned(), ".tfgate.hcl:4".to_owned()));
    assert_eq!(of("protect.max_destroy").1, ".tfgate.hcl:6");
    assert_eq!(of("levels.critical"), ("mandatory".to_owned(), "profile `strict`".to_owned()));
}

#[test]
fn explain_tells_every_rule() {
    let project = Project::new("no-changes", "");
    let list = project.run(&["explain"]).out;
    let rules: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(rules.len() >= 21, "{list}");
    for rule in rules {
        let run = project.run(&["explain", rule]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("  why  ") && run.out.contains("  fix  "), "{}", run.out);
    }
    let wrong = project.run(&["explain", "protect/destory"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("did you mean `protect/destroy`"), "{}", wrong.err);
}

#[test]
fn help_is_as_documented() {
    let project = Project::new("no-changes", "");
    let commands: [&[&str]; 17] = [
        &[],
        &["plan"],
        &["plan", "check"],
        &["plan", "show"],
        &["plan", "redact"],
        &["report"],
        &["import"],
        &["apply"],
        &["explain"],
        &["waive"],
        &["policy", "list"],
        &["policy", "test"],
        &["policy", "new"],
        &["config", "show"],
        &["init"],
        &["completions"],
        &["man"],
    ];
    let mut all = String::new();
    for command in commands {
        let run = project.run(&[command, &["--help"]].concat());
        assert_eq!(run.code, 0);
        writeln!(all, "$ tfgate {} --help\n{}", command.join(" "), run.out).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_saved_plan_is_read_through_terraform() {
    let Some(terraform) = which("terraform") else {
        assert!(!lab_is_required(), "the lab is required, and terraform is not on the path");
        say!("SKIPPED saved plan: terraform is not on the path");
        return;
    };
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    project.write("main.tf", "resource \"terraform_data\" \"a\" {\n  input = \"x\"\n}\n");
    for arguments in [&["init", "-input=false"][..], &["plan", "-input=false", "-out=tfplan"]] {
        let done = std::process::Command::new(&terraform)
            .args(arguments)
            .current_dir(project.0.path())
            .env("CHECKPOINT_DISABLE", "1")
            .env_remove("TF_CLI_CONFIG_FILE")
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    // A flag that a user adds to `show` must not spoil the JSON.
    let run = project.run_with(
        &["check", "tfplan", "-o", "json", "--gate", "protect"],
        &[("TF_CLI_ARGS_show", "-no-such-flag")],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["plans"][0]["summary"]["create"], 1);
    assert_eq!(report["plans"][0]["changes"][0]["location"]["line"], 1);

    // A directory is planned first, and the plan goes away.
    let planned = project.run(&["check", ".", "--gate", "protect"]);
    assert_eq!(planned.code, 0, "{}", planned.err);
    assert!(planned.err.contains("terraform_data.a"), "Terraform's own words: {}", planned.err);
    project.write("wrong.tf", "resource \"terraform_data\" {}\n");
    let wrong = project.run(&["check", "."]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("tfgate::terraform::plan"), "{}", wrong.err);
    fs::remove_file(project.0.path().join("wrong.tf")).unwrap();

    let missing = project.run_with(&["check", "tfplan"], &[("PATH", "/nonexistent")]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("tfgate::terraform::missing"), "{}", missing.err);
    let failing = project.run(&["check", "tfplan", "--terraform", "/bin/false"]);
    assert_eq!(failing.code, 2);
    assert!(failing.err.contains("tfgate::terraform::failed"), "{}", failing.err);
}

/// `TFGATE_LAB=require`: what needs a real Terraform must not be skipped.
fn lab_is_required() -> bool {
    std::env::var_os("TFGATE_LAB").is_some_and(|value| value == "require")
}

fn which(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
}
