//! `tfgate apply` on stacks that need nothing but Terraform: what passed is applied and
//! nothing else is, and whatever goes wrong on the way is told.

use std::fs;
use std::path::PathBuf;

use crate::lab_harness::{Module, terraform};

const PAIR: &str = r#"
variable "value" { default = "1" }
resource "terraform_data" "one" { input = var.value }
resource "terraform_data" "two" { input = terraform_data.one.output }
"#;

/// Without the second.
const ONE: &str = r#"
variable "value" { default = "1" }
resource "terraform_data" "one" { input = var.value }
"#;

/// Nothing may be destroyed.
const PROTECTED: &str = r#"
environment "prod" {
  profile = "strict"
  protect { protected = ["**"] }
}"#;

impl Module {
    /// The state as it is on the disk.
    fn state(&self) -> Option<Vec<u8>> {
        fs::read(self.path().join("terraform.tfstate")).ok()
    }

    fn serial(&self) -> u64 {
        let state: serde_json::Value = serde_json::from_slice(&self.state().unwrap()).unwrap();
        state["serial"].as_u64().unwrap()
    }

    /// What a `terraform_data` holds.
    fn value(&self, address: &str) -> String {
        let shown = self.terraform(["state", "show", "-no-color", address]);
        let line = shown.lines().find(|line| line.trim().starts_with("input")).unwrap();
        line.split('"').nth(1).unwrap().to_owned()
    }

    fn backups(&self) -> Vec<PathBuf> {
        let Ok(folder) = fs::read_dir(self.path().join(".tfgate/backup")) else { return vec![] };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    fn saved_plan(&self, more: &[&str]) {
        self.terraform([&["plan", "-no-color", "-out=tfplan"], more].concat());
    }
}

#[test]
fn what_passes_is_applied_behind_a_backup_and_a_second_run_does_nothing() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    let first = module.apply(&[]);
    assert_eq!(first.status(), "applied", "{}", first.stderr);
    assert_eq!(first.steps("done"), ["create terraform_data.one", "create terraform_data.two"]);
    assert_eq!(first.report["apply"]["created"], 2);
    assert_eq!(first.report["report"]["verdict"], "passed");
    let stages = ["plan", "imports", "binding", "check", "approve", "backup", "apply"];
    assert_eq!(first.report["stages"], serde_json::json!(stages));
    assert!(first.stderr.contains("terraform_data.one: Creation complete"), "{}", first.stderr);

    let before = module.state().unwrap();
    let again = module.apply(&[]);
    assert_eq!(again.status(), "nothing_to_do", "{}", again.stderr);
    assert_eq!(module.state().unwrap(), before);
    assert_eq!(module.backups().len(), 1, "nothing was written, so nothing is kept");

    let changed = module.apply(&["--var", "value=2"]);
    assert_eq!(changed.status(), "applied", "{}", changed.stderr);
    assert_eq!(
        (changed.report["apply"]["updated"].as_u64(), &*module.value("terraform_data.two")),
        (Some(2), "2")
    );
    let backup = changed.report["backup"].as_str().unwrap();
    let kept = fs::read(backup).unwrap();
    assert!(kept.trim_ascii() == before.trim_ascii(), "the state before is kept as it was");
    assert!(!module.path().join("zz_tfgate_imports.tf").exists());
}

#[test]
fn denied_or_not_approved_writes_nothing() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    assert_eq!(module.apply(&[]).status(), "applied");
    module.write("main.tf", ONE);
    module.write("protected.hcl", PROTECTED);
    let before = (module.listing(), module.state());

    let denied = module.apply(&["-e", "prod", "--config", "protected.hcl"]);
    assert_eq!((denied.code, denied.status()), (1, "denied"), "{}", denied.stderr);
    assert_eq!(denied.report["report"]["exit_code"], 1);
    assert!(denied.report["backup"].is_null() && denied.report["apply"].is_null());
    // Protected is protected: naming it does not help.
    let named = module.apply(&["-e", "prod", "--config", "protected.hcl", "--allow-destroy", "**"]);
    assert_eq!(named.status(), "denied", "{}", named.stderr);

    let strict = ["--no-config", "--profile", "strict"];
    let needed = module.apply(&strict);
    assert_eq!((needed.code, needed.status()), (3, "approval_needed"), "{}", needed.stderr);
    assert_eq!((module.listing(), module.state()), before);

    let allowed = module.apply(&[&strict[..], &["--allow-destroy", "**"]].concat());
    assert_eq!(allowed.status(), "applied", "{}", allowed.stderr);
    assert_eq!(allowed.steps("done"), ["delete terraform_data.two"]);
    assert_eq!(module.addresses(), ["terraform_data.one"]);
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_would_be() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.write("ids", "terraform_data.two = 2\n");
    let before = module.listing();
    let dry = module.apply(&["--dry-run", "--map", "ids"]);
    assert_eq!((dry.code, dry.status()), (0, "would_apply"), "{}", dry.stderr);
    assert_eq!(dry.report["report"]["plans"][0]["summary"]["import"], 1);
    assert_eq!(dry.report["stages"].as_array().unwrap().last().unwrap(), "check");
    assert_eq!(module.listing(), before);
    assert!(module.state().is_none());
}

#[test]
fn imports_and_changes_are_one_plan_that_is_judged_and_applied() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    // The second one is imported, and changed on the way.
    module.write("ids", "terraform_data.two = there\n");
    let answer = module.apply(&["--map", "ids"]);
    assert_eq!(answer.status(), "applied", "{}", answer.stderr);
    let applied = &answer.report["apply"];
    assert_eq!(
        (&applied["imported"], &applied["created"], &applied["updated"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(answer.report["imports"]["summary"]["importable"], 1);
    let ids = module.terraform(["state", "show", "-no-color", "terraform_data.two"]);
    assert!(ids.contains("\"there\""), "{ids}");
    assert!(module.plans_nothing());
}

#[test]
fn an_import_in_doubt_stops_everything_unless_nobody_should_look() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.write("ids", "terraform_data.one = same\nterraform_data.two = same\n");
    let before = module.listing();
    let answer = module.apply(&["--map", "ids"]);
    assert_eq!((answer.code, answer.status()), (5, "imports_unresolved"), "{}", answer.stderr);
    assert_eq!(answer.report["imports"]["summary"]["ambiguous"], 2);
    assert!(answer.report["report"].is_null(), "nothing was judged");
    assert_eq!(module.listing(), before);
    assert!(module.state().is_none());

    let output = module.verb("apply", &["--no-config", "--map", "ids"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("ambiguous (2)") && text.contains("--no-import"), "{text}");

    let without = module.apply(&["--no-import"]);
    assert_eq!(
        (without.status(), without.report["apply"]["created"].as_u64()),
        ("applied", Some(2))
    );
}

#[cfg(unix)]
#[test]
fn a_plan_file_that_is_swapped_after_it_was_read_is_not_what_is_applied() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.saved_plan(&["-var=value=evil"]);
    fs::rename(module.path().join("tfplan"), module.path().join("evil")).unwrap();
    module.saved_plan(&["-var=value=good"]);
    // As soon as the plan is read, somebody puts another in its place.
    let swapping = module.stand_in(r#"[ "$1" = show ] && cp evil tfplan; exec "$TERRAFORM" "$@""#);
    let answer = module.apply(&["tfplan", "--terraform", &swapping]);
    assert_eq!(answer.status(), "applied", "{}", answer.stderr);
    assert_eq!(module.value("terraform_data.one"), "good");
    let same = fs::read(module.path().join("tfplan")).unwrap()
        == fs::read(module.path().join("evil")).unwrap();
    assert!(same, "it was swapped");
}

#[cfg(unix)]
#[test]
fn a_copy_that_is_exchanged_after_the_verdict_is_not_applied() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.saved_plan(&["-var=value=evil"]);
    fs::rename(module.path().join("tfplan"), module.path().join("evil")).unwrap();
    // The backup comes after the verdict: then the private copy is exchanged.
    let swapping = module.stand_in(
        r#"for last; do :; done
        [ "$1" = show ] && echo "$last" > copy
        [ "$1" = state ] && cp evil "$(cat copy)"
        [ "$1" = apply ] && touch applied
        exec "$TERRAFORM" "$@""#,
    );
    let answer = module.apply(&["--terraform", &swapping, "--var", "value=good"]);
    assert_eq!((answer.code, answer.status()), (4, "other_plan"), "{}", answer.stderr);
    assert_eq!(answer.report["error"]["code"], "tfgate::apply::exchanged");
    assert_eq!(answer.report["report"]["verdict"], "passed");
    assert!(!module.path().join("applied").exists() && module.state().is_none());
}

#[cfg(unix)]
#[test]
fn a_state_that_moved_since_is_refused_and_nothing_is_applied() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    assert_eq!(module.apply(&[]).status(), "applied");
    // A plan of before.
    module.saved_plan(&["-var=value=old"]);
    assert_eq!(module.apply(&["--var", "value=2"]).status(), "applied");
    let serial = module.serial();
    let stale = module.apply(&["tfplan"]);
    assert_eq!((stale.code, stale.status()), (4, "other_plan"), "{}", stale.stderr);
    assert_eq!(stale.report["error"]["code"], "tfgate::apply::stale");
    assert!(stale.report["apply"].is_null());
    assert_eq!((module.serial(), &*module.value("terraform_data.one")), (serial, "2"));

    // Somebody is faster, between verdict and apply.
    let racing = module.stand_in(
        r#"if [ "$1" = apply ]; then
          "$TERRAFORM" apply -auto-approve -var value=theirs >/dev/null || exit 9
        fi
        exec "$TERRAFORM" "$@""#,
    );
    let late = module.apply(&["--terraform", &racing, "--var", "value=ours"]);
    assert_eq!((late.code, late.status()), (4, "other_plan"), "{}", late.stderr);
    assert_eq!(module.value("terraform_data.one"), "theirs");
}

#[test]
fn a_plan_is_bound_to_the_report_that_judged_it() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    let check = |report: &str, more: &[&str]| {
        let report = format!("json={report}");
        let arguments = [&["tfplan", "--no-config", "-o", &report], more].concat();
        module.verb("check", &arguments).output().unwrap().status.code()
    };
    module.saved_plan(&["-var=value=other"]);
    assert_eq!(check("other.json", &[]), Some(0));
    module.saved_plan(&[]);
    assert_eq!(check("report.json", &[]), Some(0));

    let other = module.apply(&["tfplan", "--judged", "other.json"]);
    assert_eq!((other.code, other.status()), (4, "other_plan"), "{}", other.stderr);
    let message = other.report["error"]["message"].as_str().unwrap();
    assert!(message.contains("`file_sha256` and `fingerprint` differ"), "{message}");
    assert!(module.state().is_none());

    // Planned again, with its default spelt out, it is another file that does the same.
    let copy = fs::read(module.path().join("tfplan")).unwrap();
    module.saved_plan(&["-var=value=1"]);
    let again = module.apply(&["tfplan", "--judged", "report.json"]);
    assert_eq!(again.code, 4);
    let message = again.report["error"]["message"].as_str().unwrap();
    assert!(message.contains("does the same, and is another file"), "{message}");
    // Which is all that is asked of a directory.
    let directory = module.apply(&["--dry-run", "--judged", "report.json"]);
    assert_eq!(directory.status(), "would_apply", "{}", directory.stderr);
    let directory = module.apply(&["--dry-run", "--judged", "other.json"]);
    assert_eq!(directory.status(), "other_plan", "{}", directory.stderr);

    fs::write(module.path().join("tfplan"), copy).unwrap();
    let matching = module.apply(&["tfplan", "--judged", "report.json"]);
    assert_eq!(matching.status(), "applied", "{}", matching.stderr);
}

#[test]
fn a_report_that_did_not_pass_or_was_lifted_lets_nothing_through() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    assert_eq!(module.apply(&[]).status(), "applied");
    module.write("main.tf", ONE);
    module.saved_plan(&[]);
    let strict = ["tfplan", "--no-config", "--profile", "strict"];
    let check = |more: &[&str]| {
        let arguments = [&strict[..], &["-o", "json=report.json"], more].concat();
        module.verb("check", &arguments).output().unwrap().status.code()
    };
    let judged =
        |more: &[&str]| module.apply(&[&strict[..], &["--judged", "report.json"], more].concat());
    let serial = module.serial();
    assert_eq!(check(&[]), Some(3));
    let needed = judged(&["--allow-destroy", "**"]);
    assert_eq!((needed.code, needed.status()), (4, "other_plan"), "{}", needed.stderr);
    assert_eq!(needed.report["error"]["code"], "tfgate::apply::judged_otherwise");
    // A report that says so and does not add up is no report.
    let text = fs::read_to_string(module.path().join("report.json")).unwrap();
    let forged =
        text.replace("approval_needed", "passed").replace("\"exit_code\": 3", "\"exit_code\": 0");
    module.write("report.json", &forged);
    assert_eq!(judged(&["--allow-destroy", "**"]).code, 2);

    // What a flag lifted there has to be lifted here: a report lifts nothing.
    assert_eq!(check(&["--allow-destroy", "**"]), Some(0));
    assert_eq!(judged(&[]).status(), "approval_needed");
    assert_eq!(module.serial(), serial);
    assert_eq!(judged(&["--allow-destroy", "**"]).status(), "applied");
}

/// Three resources, one after the other; the one in the middle runs `command`.
fn chain(command: &str) -> String {
    format!(
        r#"
        resource "terraform_data" "a" {{}}
        resource "terraform_data" "b" {{
          depends_on = [terraform_data.a]
          provisioner "local-exec" {{ command = "{command}" }}
        }}
        resource "terraform_data" "c" {{ depends_on = [terraform_data.b] }}"#
    )
}

#[test]
fn a_failure_says_what_landed_what_did_not_and_how_to_go_on() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, &chain("echo $TOKEN; exit 3"))
        .with(&[("TOKEN", "hunter2hunter2".to_owned())]);
    let answer = module.apply(&[]);
    assert_eq!((answer.code, answer.status()), (2, "failed"), "{}", answer.stderr);
    assert_eq!(answer.steps("done"), ["create terraform_data.a"]);
    assert_eq!(answer.steps("failed"), ["create terraform_data.b"]);
    assert_eq!(answer.steps("not_begun"), ["create terraform_data.c"]);
    let reason = answer.report["apply"]["failed"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("exit status 3"), "{reason}");
    assert_eq!(fs::read(answer.report["backup"].as_str().unwrap()).unwrap(), b"");
    let log = fs::read_to_string(answer.report["apply"]["log"].as_str().unwrap()).unwrap();
    assert!(log.contains("apply_errored"), "{log}");
    for text in [&log, &answer.stderr, &answer.report.to_string()] {
        assert!(!text.contains("hunter2"), "{text}");
    }
    assert!(answer.stderr.contains("(hidden)"), "{}", answer.stderr);
    assert_eq!(module.addresses(), ["terraform_data.a", "terraform_data.b"]);
    assert!(answer.report["next"].to_string().contains("run the same command again"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_in_the_middle_reaches_terraform_once_and_leaves_a_state_to_go_on_from() {
    let Some(terraform) = terraform() else { return };
    let module =
        Module::new(&terraform, &chain("[ -e waiting ] && exit 0; touch waiting; sleep 60"));
    let mut child = module
        .applying(&["-o", "text=apply.txt"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    while !module.path().join("waiting").exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before the middle");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let answer = crate::lab_harness::Answer::of(&child.wait_with_output().unwrap());
    assert_eq!((answer.code, answer.status()), (2, "failed"), "{}", answer.stderr);
    assert_eq!(answer.report["error"]["code"], "tfgate::terraform::interrupted");
    assert_eq!(answer.steps("done"), ["create terraform_data.a"]);
    assert_eq!(answer.steps("not_begun"), ["create terraform_data.c"]);
    assert!(!answer.stderr.contains("Two interrupts"), "{}", answer.stderr);
    let text = fs::read_to_string(module.path().join("apply.txt")).unwrap();
    assert!(text.contains("PASSED") && text.contains("FAILED   1 created"), "{text}");

    assert!(module.addresses().contains(&"terraform_data.a".to_owned()));
    let again = module.apply(&[]);
    assert_eq!(again.status(), "applied", "the lock is free: {}", again.stderr);
    assert!(module.plans_nothing());
}

#[cfg(unix)]
#[test]
fn ctrl_c_before_the_apply_leaves_it_undone() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    // While the state is backed up, which is too short to be stopped.
    let interrupting = module.stand_in(
        r#"trap '' INT
        [ "$1" = state ] && kill -INT $PPID && sleep 0.3
        [ "$1" = apply ] && touch applied
        exec "$TERRAFORM" "$@""#,
    );
    let answer = module.apply(&["--terraform", &interrupting]);
    assert_eq!((answer.code, answer.status()), (2, "undecided"), "{}", answer.stderr);
    assert_eq!(answer.report["error"]["code"], "tfgate::apply::interrupted");
    assert!(!module.path().join("applied").exists() && module.state().is_none());
}

#[test]
fn a_plan_that_failed_is_explained_and_not_applied() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"resource "terraform_data" "kept" {
          triggers_replace = 1
          lifecycle { prevent_destroy = true }
        }"#,
    );
    assert_eq!(module.apply(&[]).status(), "applied");
    let main = fs::read_to_string(module.path().join("main.tf")).unwrap();
    module.write("main.tf", &main.replace("= 1", "= 2"));
    let before = (module.listing(), module.state());
    let answer = module.apply(&[]);
    assert_eq!((answer.code, answer.status()), (2, "undecided"), "{}", answer.stderr);
    assert!(answer.stderr.contains("Instance cannot be destroyed"), "{}", answer.stderr);
    assert_eq!(answer.report["report"]["verdict"], "undecided");
    assert_eq!((module.listing(), module.state()), before);

    module.write("main.tf", "resource \"terraform_data\" \"kept\" { input = nowhere.x }");
    let broken = module.apply(&[]);
    assert_eq!((broken.code, broken.status()), (2, "undecided"));
    assert_eq!(broken.report["error"]["code"], "tfgate::terraform::refused");
}

#[test]
fn a_workspace_is_worked_in_and_decides_about_the_environment() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.terraform(["workspace", "new", "-no-color", "blue"]);
    module.terraform(["workspace", "select", "-no-color", "default"]);
    module.write(
        ".tfgate.hcl",
        "environment \"blue\" {\n  match = { workspace = \"blue\" }\n}\nenvironment \"main\" {\n  match = { workspace = \"default\" }\n}\n",
    );
    let answer = module.apply(&["--workspace", "blue"]);
    assert_eq!(answer.status(), "applied", "{}", answer.stderr);
    assert_eq!(answer.report["report"]["plans"][0]["environment"], "blue");
    assert!(module.path().join("terraform.tfstate.d/blue/terraform.tfstate").is_file());
    assert!(module.state().is_none(), "the default one is not touched");
    let output = module.applying(&["--dry-run"]).env("TF_WORKSPACE", "blue").output().unwrap();
    let same = crate::lab_harness::Answer::of(&output);
    assert_eq!(same.status(), "nothing_to_do", "{}", same.stderr);
}

#[test]
fn what_cannot_be_applied_is_said() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, PAIR);
    module.saved_plan(&[]);
    let json = module.terraform(["show", "-json", "tfplan"]);
    module.write("plan.json", &json);
    module.write("cut", "PK\u{3}\u{4} and no more");
    let cases: [(&[&str], &str); 7] = [
        (&["plan.json"], "is no saved plan"),
        (&["cut"], "show -json"),
        (&["nowhere"], "cannot read `nowhere`"),
        (&["tfplan", "--var", "value=2"], "`--var` changes what is planned"),
        (&["tfplan", "--map", "ids"], "`--map` changes what is planned"),
        (&["--source", "."], "`--source` is for a saved plan"),
        (&["--judged", "plan.json"], "this is a plan, not a report"),
    ];
    for (arguments, said) in cases {
        let answer = module.apply(arguments);
        assert_eq!((answer.code, answer.status()), (2, "undecided"), "{arguments:?}");
        let message = answer.report["error"]["message"].as_str().unwrap();
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
    assert!(module.state().is_none());
    // In every format it is no clean bill.
    let output = module.verb("apply", &["plan.json", "-o", "junit"]).output().unwrap();
    let junit = String::from_utf8(output.stdout).unwrap();
    assert!(junit.contains("<error") && output.status.code() == Some(2), "{junit}");
}
