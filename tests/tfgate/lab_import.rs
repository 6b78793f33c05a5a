//! `tfgate import` on stacks that need nothing but Terraform: everything lands where it
//! belongs, and whatever goes wrong on the way leaves a state that the next run picks up.

use std::fs;

use crate::lab_harness::{Module, terraform};

/// Ten objects that need no provider.
pub const TEN: &str = r#"resource "terraform_data" "n" { count = 10 }"#;

/// A mapping file of their ids.
pub fn ten_ids(module: &Module) -> String {
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

#[cfg(unix)]
#[test]
fn the_plan_of_the_trial_is_applied_only_when_it_does_nothing_but_import() {
    let Some(terraform) = terraform() else { return };
    let more = [
        ("", false),
        (r#"resource "terraform_data" "new" {}"#, true),
        (r#"output "ids" { value = terraform_data.n[*].id }"#, false),
    ];
    for (more, alone) in more {
        let module = Module::new(&terraform, &format!("{TEN}\n{more}"));
        let map = ten_ids(&module);
        let noting = module.stand_in(r#"echo "$*" >> calls; exec "$TERRAFORM" "$@""#);
        let answer = module.import(&["--map", &map, "--terraform", &noting]);
        assert_eq!((answer.code, answer.with("imported").len()), (0, 10), "{}", answer.stderr);
        let calls = fs::read_to_string(module.path().join("calls")).unwrap();
        let targeted = calls.lines().any(|call| call.contains("-target="));
        assert_eq!(targeted, alone, "{more}: {calls}");
        assert_eq!(module.addresses().len(), 10);
    }
}
