//! `tfgate import` that is stopped, killed, locked out or overtaken, and what fails halfway:
//! the state stays whole, and the next run goes on from it.

use std::fs;

use crate::lab_harness::{Module, terraform};
use crate::lab_import::{TEN, ten_ids};

#[cfg(unix)]
#[test]
fn a_run_that_was_killed_after_the_third_is_finished_by_the_next() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    // Instead of applying: three objects get into the state, then everything is killed.
    let killer = module.stand_in(
        r#"[ "$1" = apply ] || exec "$TERRAFORM" "$@"
        mv zz_tfgate_imports.tf kept
        for n in 0 1 2; do "$TERRAFORM" import "terraform_data.n[$n]" "id-$n" >/dev/null || exit 9; done
        mv kept zz_tfgate_imports.tf
        kill -9 $PPID"#,
    );
    let status = module.tfgate(&["--map", &map, "--terraform", &killer]).output().unwrap().status;
    assert_eq!(status.code(), None, "killed");
    assert_eq!(module.addresses().len(), 3);
    assert!(module.path().join("zz_tfgate_imports.tf").exists());

    let answer = module.import(&["--map", &map]);
    assert_eq!((answer.code, answer.with("already").len()), (0, 3), "{}", answer.stderr);
    assert_eq!(answer.with("imported").len(), 7);
    assert_eq!(module.addresses().len(), 10);
    assert!(!module.path().join("zz_tfgate_imports.tf").exists());
    assert!(module.plans_nothing());
}

#[test]
fn a_run_that_is_killed_while_terraform_applies_is_finished_by_the_next() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    let quiet = std::process::Stdio::null;
    let mut child =
        module.tfgate(&["--map", &map]).stdout(quiet()).stderr(quiet()).spawn().unwrap();
    let journal = module.path().join(".tfgate/import-journal.json");
    while !fs::read_to_string(&journal).is_ok_and(|text| text.contains("begun")) {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it could be killed");
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    // SIGKILL to tfgate alone; Terraform, which it has just told to apply, is on its own.
    child.kill().unwrap();
    assert_eq!(child.wait().unwrap().code(), None);
    let left = module.path().join("zz_tfgate_imports.tf").exists();
    assert!(left, "nobody was there to remove it");

    let answer = module.import(&["--map", &map]);
    let found = answer.with("already").len() + answer.with("imported").len();
    assert_eq!((answer.code, found), (0, 10), "{}", answer.stderr);
    assert_eq!(module.addresses().len(), 10);
    assert!(!module.path().join("zz_tfgate_imports.tf").exists());
    assert!(module.plans_nothing());
}

#[cfg(unix)]
#[test]
fn ctrl_c_reaches_terraform_once_and_leaves_nothing_behind() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    // The second plan, the trial, waits; it counts its signals.
    let waiting = module.stand_in(
        r#"[ "$1" = plan ] && [ -e zz_tfgate_imports.tf ] || exec "$TERRAFORM" "$@"
        trap 'echo signal >> signals' INT
        touch waiting
        for n in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done
        while [ ! -e signals ]; do sleep 0.1; done
        exit 1"#,
    );
    let mut child = module
        .tfgate(&["--map", &map, "--terraform", &waiting])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let signals = module.path().join("signals");
    while !module.path().join("waiting").exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before the trial");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("interrupted"), "{stderr}");
    assert_eq!(fs::read_to_string(signals).unwrap(), "signal\n");
    assert!(!module.path().join("zz_tfgate_imports.tf").exists());
    assert!(module.addresses().is_empty());
    assert_eq!(module.import(&["--map", &map]).with("imported").len(), 10);
}

#[cfg(unix)]
#[test]
fn a_locked_state_is_waited_for_and_then_said() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    // Refuses as Terraform does while somebody else holds the lock: twice, or for ever.
    let locked = module.stand_in(
        r#"[ "$1" = plan ] || exec "$TERRAFORM" "$@"
        echo x >> tries
        if [ "$(wc -l < tries)" -gt "${FREE_AFTER:-1000}" ]; then exec "$TERRAFORM" "$@"; fi
        printf '%s\n' '{"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"Error acquiring the state lock","detail":"resource temporarily unavailable\nLock Info: Who: ann@build"}}'
        exit 1"#,
    );
    let arguments = ["--map", &map, "--terraform", &locked];
    let answer = module.import(&arguments);
    assert_eq!(answer.code, 2);
    let error = answer.report["error"]["message"].as_str().unwrap();
    assert!(error.contains("state lock") && error.contains("ann@build"), "{error}");
    assert_eq!(fs::read_to_string(module.path().join("tries")).unwrap().lines().count(), 4);
    assert!(module.addresses().is_empty());

    fs::remove_file(module.path().join("tries")).unwrap();
    let output = module.tfgate(&arguments).env("FREE_AFTER", "1").output().unwrap();
    assert_eq!(crate::lab_harness::Answer::of(&output).with("imported").len(), 10);
}

#[cfg(unix)]
#[test]
fn a_state_that_a_second_terraform_has_locked_is_left_alone_until_it_is_free() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "n" { count = 10 }
        resource "terraform_data" "holder" {
          provisioner "local-exec" {
            command = "touch held; while [ ! -e release ]; do sleep 0.05; done"
          }
        }"#,
    );
    let map = ten_ids(&module);
    let holder = ["apply", "-no-color", "-auto-approve", "-target=terraform_data.holder"];
    let mut holding = module.command(terraform.as_os_str());
    let mut holding = holding.args(holder).stdout(std::process::Stdio::null()).spawn().unwrap();
    while !module.path().join("held").exists() {
        assert!(holding.try_wait().unwrap().is_none(), "it ended without holding the lock");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let arguments = ["--map", &*map, "--exclude", "terraform_data.holder"];
    let locked = module.import(&[&arguments[..], &["--lock-timeout", "0"]].concat());
    assert_eq!(locked.code, 2, "{:#}", locked.report);
    let message = locked.report["error"]["message"].as_str().unwrap();
    assert!(message.contains("Error acquiring the state lock"), "{message}");
    assert!(message.contains("OperationTypeApply"), "who holds it: {message}");
    let help = locked.report["error"]["help"].as_str().unwrap();
    assert!(help.contains("--lock-timeout"), "{help}");
    assert!(!module.path().join(".tfgate").exists(), "nothing was begun");

    let piped = std::process::Stdio::piped;
    let mut waiting = module.tfgate(&[&arguments[..], &["--lock-timeout", "60"]].concat());
    let mut waiting = waiting.stdout(piped()).stderr(piped()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert!(waiting.try_wait().unwrap().is_none(), "it did not wait");
    module.write("release", "");
    assert!(holding.wait().unwrap().success());
    let answer = crate::lab_harness::Answer::of(&waiting.wait_with_output().unwrap());
    assert_eq!((answer.code, answer.with("imported").len()), (0, 10), "{}", answer.stderr);
    assert_eq!(module.addresses().len(), 11);
}

#[cfg(unix)]
#[test]
fn a_state_that_moves_between_trial_and_import_is_not_written() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "n" { count = 10 }
        resource "terraform_data" "other" {}"#,
    );
    let map = ten_ids(&module);
    // Somebody applies something else right after the plan of the imports.
    let meddler = module.stand_in(
        r#""$TERRAFORM" "$@" || exit
        case "$1 $*" in plan*-target=*)
          mv zz_tfgate_imports.tf kept
          "$TERRAFORM" apply -auto-approve -target=terraform_data.other >/dev/null
          mv kept zz_tfgate_imports.tf;;
        esac"#,
    );
    let arguments = ["--map", &*map, "--include", "terraform_data.n", "--terraform", &meddler];
    let answer = module.import(&arguments);
    assert_eq!(answer.report["error"]["code"], "tfgate::import::moved", "{}", answer.stderr);
    assert_eq!(module.addresses(), ["terraform_data.other"]);
    assert_eq!(module.import(&arguments[..4]).with("imported").len(), 10);
}

#[cfg(unix)]
#[test]
fn an_import_that_does_not_hold_afterwards_is_taken_back_and_only_that() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "a" {}
        resource "terraform_data" "b" {}"#,
    );
    let map = module.write("ids", "terraform_data.a = 1\nterraform_data.b = 2\n");
    // The configuration changes right after the import.
    let changing = module.stand_in(
        r#""$TERRAFORM" "$@"; code=$?
        if [ "$1" = apply ]; then
          printf 'resource "terraform_data" "a" {}\nresource "terraform_data" "b" { triggers_replace = 1 }\n' > main.tf
        fi
        exit $code"#,
    );
    let map = map.display().to_string();
    let answer = module.import(&["--map", &map, "--terraform", &changing]);
    assert_eq!((answer.code, answer.with("imported")), (5, vec!["terraform_data.a"]));
    assert_eq!(answer.with("rolled_back"), ["terraform_data.b"]);
    assert_eq!(module.addresses(), ["terraform_data.a"]);
}

#[cfg(unix)]
#[test]
fn an_error_that_names_nobody_is_traced_to_the_one_that_causes_it() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    let failing = module.stand_in(
        r#"if [ "$1" = plan ] && grep -q '"id-7"' zz_tfgate_imports.tf 2>/dev/null; then
          printf '%s\n' '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"no access"}}'
          exit 1
        fi
        exec "$TERRAFORM" "$@""#,
    );
    let answer = module.import(&["--map", &map, "--terraform", &failing]);
    assert_eq!((answer.code, answer.with("failed")), (5, vec!["terraform_data.n[7]"]));
    assert_eq!(answer.reason("terraform_data.n[7]"), "no access");
    assert_eq!(answer.with("imported").len(), 9);
}

#[cfg(unix)]
#[test]
fn one_that_fails_in_the_middle_does_not_keep_the_others_from_landing() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let map = ten_ids(&module);
    // Calls itself old, so that objects are imported one by one; the fourth fails when it is
    // for real, which is where the data directory is the user's.
    let failing = module.stand_in(
        r#"[ "$1" = version ] && { echo '{"terraform_version":"1.4.7"}'; exit; }
        case "$* ${TF_DATA_DIR:-real}" in "import "*"n[3] id-3 real")
          echo 'Error: AccessDenied: no' >&2; exit 1;;
        esac
        exec "$TERRAFORM" "$@""#,
    );
    let answer = module.import(&["--map", &map, "--terraform", &failing]);
    assert_eq!((answer.code, answer.with("imported").len()), (5, 9), "{}", answer.stderr);
    assert_eq!(answer.with("failed"), ["terraform_data.n[3]"]);
    assert_eq!(answer.reason("terraform_data.n[3]"), "Error: AccessDenied: no");
    assert_eq!(module.addresses().len(), 9);
    assert!(!module.path().join("zz_tfgate_override.tf").exists());

    let answer = module.import(&["--map", &map]);
    assert_eq!((answer.code, answer.with("imported")), (0, vec!["terraform_data.n[3]"]));
    assert_eq!(answer.with("already").len(), 9);
}
