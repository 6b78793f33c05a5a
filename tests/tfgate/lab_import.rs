//! `tfgate import` on stacks that need nothing but Terraform: everything lands where it
//! belongs, and whatever goes wrong on the way leaves a state that the next run picks up.

use std::fs;

use crate::lab_harness::{Module, terraform};

const TEN: &str = r#"resource "terraform_data" "n" { count = 10 }"#;

fn ten_ids(module: &Module) -> String {
    let lines: Vec<String> = (0..10).map(|n| format!("terraform_data.n[{n}] = id-{n}")).collect();
    module.write("ids", &lines.join("\n")).display().to_string()
}

#[test]
fn everything_lands_at_its_address_and_a_second_run_does_nothing() {
    let Some(terraform) = terraform() else { return };
    let module = Module::empty(&terraform);
    module.write(
        "main.tf",
        r#"
        resource "terraform_data" "one" {}
        resource "terraform_data" "counted" { count = 2 }
        resource "terraform_data" "each" { for_each = toset(["a.b", "q\"$${x}"]) }
        module "m" {
          source   = "./m"
          for_each = toset(["x/y"])
        }"#,
    );
    module.write("m/main.tf", r#"resource "terraform_data" "inner" { count = 1 }"#);
    module.init();
    let map = module.write(
        "ids",
        "# what is there\nterraform_data.one = 1\nterraform_data.counted[1] = 2\n\
         terraform_data.each[\"a.b\"] = 3\nterraform_data.each[\"q\\\"$${x}\"] = 4\n\
         module.m[\"x/y\"].terraform_data.inner[0] = 5\n",
    );
    let map = map.display().to_string();

    let before = module.listing();
    let dry = module.import(&["--map", &map, "--dry-run"]);
    assert_eq!((dry.code, dry.with("importable").len()), (0, 5), "{}", dry.stderr);
    assert_eq!(module.listing(), before, "a dry run writes nothing");

    let first = module.import(&["--map", &map]);
    let landed = [
        "terraform_data.counted[1]",
        "terraform_data.each[\"a.b\"]",
        "terraform_data.each[\"q\\\"$${x}\"]",
        "terraform_data.one",
        "module.m[\"x/y\"].terraform_data.inner[0]",
    ];
    assert_eq!((first.code, first.with("imported")), (0, landed.to_vec()), "{}", first.stderr);
    assert_eq!(first.with("unsearched"), ["terraform_data.counted[0]"]);
    let mut sorted = landed.to_vec();
    sorted.sort_unstable();
    assert_eq!(module.addresses(), sorted);
    assert!(!module.path().join("zz_tfgate_imports.tf").exists());

    let state = fs::read(module.path().join("terraform.tfstate")).unwrap();
    let second = module.import(&["--map", &map]);
    assert_eq!((second.code, second.with("already").len()), (0, 5));
    assert!(second.with("imported").is_empty());
    assert_eq!(fs::read(module.path().join("terraform.tfstate")).unwrap(), state);
}

#[test]
fn what_would_be_replaced_or_shared_or_changed_is_not_imported() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "replaced" { triggers_replace = "x" }
        resource "terraform_data" "changed" { input = "x" }
        resource "terraform_data" "twin" { count = 2 }
        resource "terraform_data" "good" {}"#,
    );
    let map = module.write(
        "ids",
        "terraform_data.replaced = 1\nterraform_data.changed = 2\nterraform_data.twin[0] = 3\n\
         terraform_data.twin[1] = 3\nterraform_data.good = 4\nterraform_data.nowhere = 5\n",
    );
    let map = map.display().to_string();
    for more in [&[][..], &["--force"]] {
        let arguments: Vec<&str> = ["--map", &map].iter().chain(more).copied().collect();
        let answer = module.import(&arguments);
        assert_eq!(answer.code, 5);
        let twins = ["terraform_data.twin[0]", "terraform_data.twin[1]"];
        assert_eq!(answer.with("ambiguous"), twins, "force picks none");
        assert_eq!(
            answer.reason("terraform_data.replaced"),
            "importing it would replace it: triggers_replace: null -> \"x\""
        );
        assert_eq!(
            answer.reason("terraform_data.nowhere"),
            "the plan creates nothing at this address"
        );
        if more.is_empty() {
            assert_eq!(answer.with("imported"), ["terraform_data.good"]);
            assert_eq!(
                answer.reason("terraform_data.changed"),
                "an apply would also change `input`, `output`"
            );
        } else {
            assert_eq!(answer.with("imported"), ["terraform_data.changed"]);
        }
    }
}

#[test]
fn blocks_are_valid_and_formatted_and_nothing_is_imported() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "each" { for_each = toset(["q\"$${x}"]) }
        resource "terraform_data" "changed" { input = "x" }"#,
    );
    let map = module.write(
        "ids",
        "terraform_data.each[\"q\\\"$${x}\"] = ${var.x}\"\\\nterraform_data.changed = 2\n",
    );
    let map = map.display().to_string();
    let answer = module.import(&["--map", &map, "--write-blocks", "imports.tf"]);
    assert_eq!((answer.code, answer.with("importable").len()), (0, 2), "{}", answer.stderr);
    assert!(module.addresses().is_empty());
    insta::assert_snapshot!(fs::read_to_string(module.path().join("imports.tf")).unwrap());
    module.terraform(["fmt", "-check", "imports.tf"]);
    let plan = module.terraform(["plan", "-no-color"]);
    assert!(plan.contains("2 to import, 0 to add, 1 to change, 0 to destroy"), "{plan}");
}

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
fn terraform_that_is_missing_old_or_too_slow_is_said() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    let missing = module.tfgate(&[]).env("PATH", "/nowhere").output().unwrap();
    assert_eq!(missing.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&missing.stderr);
    assert!(stderr.contains("neither `terraform` nor `tofu` is on the path"), "{stderr}");

    let old = module.stand_in(r#"echo '{"terraform_version":"0.14.11"}'"#);
    let answer = module.import(&["--terraform", &old]);
    assert_eq!(answer.code, 2);
    assert_eq!(answer.report["error"]["code"], "tfgate::import::too_old");

    let slow = module.stand_in(
        r#"[ "$1" = plan ] || exec "$TERRAFORM" "$@"
        trap 'exit 1' INT
        while :; do sleep 0.1; done"#,
    );
    let answer = module.import(&["--terraform", &slow, "--timeout", "1"]);
    assert_eq!(answer.report["error"]["code"], "tfgate::terraform::timeout");
}

#[test]
fn files_that_are_wrong_or_in_the_way_are_said() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(&terraform, TEN);
    module.write("ids", "terraform_data.n[0] = 1\nvpc-1\n");
    let answer = module.import(&["--map", "ids"]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("ids:2:1"), "{}", answer.stderr);

    let theirs = module.write("zz_tfgate_imports.tf", "# mine\n");
    let answer = module.import(&[]);
    assert_eq!(answer.report["error"]["code"], "tfgate::import::occupied");
    assert_eq!(fs::read_to_string(theirs).unwrap(), "# mine\n");
}

#[test]
fn a_log_that_is_none_or_not_whole_is_refused() {
    let Some(terraform) = terraform() else { return };
    let module = Module::new(
        &terraform,
        r#"
        resource "terraform_data" "good" {}
        resource "terraform_data" "bad" {
          provisioner "local-exec" { command = "exit 3" }
        }"#,
    );
    let planned = module.terraform(["plan", "-json"]);
    let whole = module.fails(["apply", "-json", "-auto-approve"]);
    let people = module.fails(["apply", "-no-color", "-auto-approve"]);
    let killed: Vec<&str> =
        whole.lines().filter(|line| !line.contains("errored") && !line.contains("Error")).collect();
    let half = &whole[..whole.len() - 40];
    for (name, log, code) in [
        ("empty", "", "log_empty"),
        ("planned", &*planned, "log_of_a_plan"),
        ("people", &*people, "log_for_people"),
        ("killed", &*killed.join("\n"), "log_cut_off"),
        ("half", half, "log_cut_off"),
        ("other", "make: *** [apply] Error 1\n", "not_a_log"),
    ] {
        let log = module.write(name, log).display().to_string();
        let answer = module.import(&["--from-apply-log", &log]);
        let expected = format!("tfgate::import::{code}");
        assert_eq!((answer.code, &answer.report["error"]["code"]), (2, &expected.into()), "{name}");
    }
    // Whole, and it met nothing that exists.
    let log = module.write("whole", &whole).display().to_string();
    let answer = module.import(&["--from-apply-log", &log]);
    assert_eq!((answer.code, &answer.report["log"]["already_exist"]), (0, &0.into()));
    assert_eq!(answer.report["log"]["failed_otherwise"][0], "terraform_data.bad");
}
