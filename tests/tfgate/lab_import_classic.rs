//! `tfgate import` with a real Terraform that has no `import` blocks: the trial is held on a
//! copy of the state, and the imports land one by one.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::lab_aws::{lab, old_terraform};
use crate::lab_harness::Answer;

const MAIN: &str = r#"
resource "aws_cloudwatch_log_group" "ten" {
  count = 10
  name  = "/classic/${terraform.workspace}/${count.index}"
}
resource "aws_cloudwatch_log_group" "kept" {
  name              = "/classic/kept"
  retention_in_days = 7
}
resource "aws_cloudwatch_log_group" "new" { name = "/classic/new" }
resource "aws_dynamodb_table" "other_key" {
  name         = "classic"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
"#;

const THERE: &str = r#"
import boto3
logs = boto3.client("logs")
for name in ["blue/%d" % n for n in range(10)] + ["kept"]:
    logs.create_log_group(logGroupName="/classic/" + name)
boto3.client("dynamodb").create_table(TableName="classic", BillingMode="PAY_PER_REQUEST",
    KeySchema=[{"AttributeName": "key", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "key", "AttributeType": "S"}])
"#;

#[cfg(unix)]
#[test]
fn it_is_tried_on_a_copy_and_a_run_killed_after_the_third_of_ten_is_finished_by_the_next() {
    let (Some(lab), Some(old)) = (lab(), old_terraform()) else { return };
    let module = lab.module().with_terraform(&old);
    module.write("main.tf", MAIN);
    module.init();
    module.terraform(["workspace", "new", "blue"]);
    lab.python(&module, THERE);

    let before = module.listing();
    let dry = module.import(&["--dry-run", "--include", "aws_cloudwatch_log_group.ten[0]"]);
    let first = "aws_cloudwatch_log_group.ten[0]";
    assert_eq!((dry.code, dry.with("importable")), (0, vec![first]), "{}", dry.stderr);
    assert_eq!(module.listing(), before, "the copy is somewhere else, and gone");
    let blocks = module.import(&["--write-blocks", "imports.tf"]);
    assert_eq!(blocks.report["error"]["code"], "tfgate::import::no_blocks");

    // Killed as soon as three have landed: no signal handler, no clean-up.
    let mut child = module.tfgate(&[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let end = Instant::now() + Duration::from_mins(5);
    // The file itself: during the trial, Terraform looks for another state.
    let state = module.path().join("terraform.tfstate.d/blue/terraform.tfstate");
    let landed = || {
        let bytes = std::fs::read(&state).unwrap_or_default();
        // Caught while it is written, it is no JSON.
        let state: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
        state["resources"][0]["instances"].as_array().map_or(0, Vec::len)
    };
    while landed() < 3 {
        assert!(child.try_wait().unwrap().is_none() && Instant::now() < end, "too late to kill");
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let landed = landed();
    assert!((3..10).contains(&landed), "{landed}");

    let answer = module.import(&[]);
    assert_eq!(answer.code, 5, "{:#}\n{}", answer.report, answer.stderr);
    // The import that was under way when tfgate was killed lands by itself.
    let (already, imported) = (answer.with("already").len(), answer.with("imported").len());
    assert!(already >= landed && already + imported == 10, "{already} and {imported}");
    assert_eq!(module.addresses().len(), 10);
    assert_eq!(answer.of_address("aws_cloudwatch_log_group.kept")["status"], "deferred");
    assert_eq!(answer.of_address("aws_cloudwatch_log_group.new")["status"], "create");
    let replaced = answer.reason("aws_dynamodb_table.other_key");
    assert!(replaced.starts_with("importing it would replace it"), "{replaced}");
    assert!(!module.path().join("zz_tfgate_override.tf").exists());
    // The root module still has its own backend, without another `init`.
    let plan = module.terraform(["plan", "-no-color"]);
    assert!(plan.contains("3 to add, 0 to change, 0 to destroy"), "{plan}");

    let again = Answer::of(
        &module.tfgate(&["--include", "aws_cloudwatch_log_group.ten"]).output().unwrap(),
    );
    assert_eq!((again.code, again.with("already").len()), (0, 10), "{}", again.stderr);
}
