//! `tfgate apply` against AWS: what it did, and that it did nothing, is read from the API.

use crate::lab_aws::{Lab, lab};
use crate::lab_harness::Module;

const GROUPS: &str = r#"
resource "aws_cloudwatch_log_group" "there" {
  name              = "/apply/there"
  retention_in_days = 7
}
resource "aws_cloudwatch_log_group" "new" {
  name              = "/apply/new"
  retention_in_days = 7
}
"#;

fn groups(lab: &Lab, module: &Module, prefix: &str) -> String {
    let script = format!(
        "import boto3
groups = boto3.client('logs').describe_log_groups(logGroupNamePrefix='{prefix}')['logGroups']
print([(g['logGroupName'], g.get('retentionInDays')) for g in groups])"
    );
    lab.python(module, &script).trim().to_owned()
}

#[test]
fn what_exists_is_imported_changed_and_the_rest_created_by_one_plan() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write("main.tf", GROUPS);
    module.init();
    lab.python(
        &module,
        "import boto3\nboto3.client('logs').create_log_group(logGroupName='/apply/there')",
    );
    let there = "[('/apply/there', None)]";

    // Logs of more than a week would go: that is for somebody to allow.
    let protect = ["--gate", "protect"];
    let needed = module.apply(&protect);
    assert_eq!((needed.code, needed.status()), (3, "approval_needed"), "{}", needed.stderr);
    assert_eq!(needed.with_imports("importable"), ["aws_cloudwatch_log_group.there"]);
    assert_eq!(groups(lab, &module, "/apply/"), there);
    assert!(module.addresses().is_empty());

    let allowed = [&protect[..], &["--override", "protect/data-loss-update"]].concat();
    let dry = module.apply(&[&allowed[..], &["--dry-run"]].concat());
    assert_eq!(dry.status(), "would_apply", "{}", dry.stderr);
    assert_eq!(groups(lab, &module, "/apply/"), there);

    let answer = module.apply(&allowed);
    assert_eq!(answer.status(), "applied", "{}", answer.stderr);
    let applied = &answer.report["apply"];
    assert_eq!(
        (&applied["imported"], &applied["created"], &applied["updated"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(groups(lab, &module, "/apply/"), "[('/apply/new', 7), ('/apply/there', 7)]");
    assert!(module.plans_nothing());

    // Destroying both is denied, and the API still has them.
    module.write("main.tf", "");
    module.write(".tfgate.hcl", "environment \"prod\" {\n  protect { protected = [\"**.aws_cloudwatch_log_group.*\"] }\n}\n");
    let serial = module.terraform(["state", "pull"]);
    let denied = module.apply(&["-e", "prod"]);
    assert_eq!((denied.code, denied.status()), (1, "denied"), "{}", denied.stderr);
    assert_eq!(groups(lab, &module, "/apply/"), "[('/apply/new', 7), ('/apply/there', 7)]");
    assert_eq!(module.terraform(["state", "pull"]), serial);
}

#[test]
fn an_apply_that_meets_what_exists_says_how_to_import_it() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write("main.tf", "resource \"aws_cloudwatch_log_group\" \"met\" { name = \"/apply-met\" }\nresource \"aws_cloudwatch_log_group\" \"fine\" { name = \"/apply-fine\" }\n");
    module.init();
    lab.python(
        &module,
        "import boto3\nboto3.client('logs').create_log_group(logGroupName='/apply-met')",
    );
    let answer = module.apply(&["--no-import", "--gate", "protect"]);
    assert_eq!((answer.code, answer.status()), (2, "failed"), "{}", answer.stderr);
    assert_eq!(answer.steps("done"), ["create aws_cloudwatch_log_group.fine"]);
    assert_eq!(answer.steps("failed"), ["create aws_cloudwatch_log_group.met"]);
    let next = answer.report["next"].to_string();
    assert!(next.contains("tfgate import --from-apply-log"), "{next}");

    // Which the next run does by itself.
    let again = module.apply(&["--gate", "protect"]);
    assert_eq!(
        (again.status(), again.report["apply"]["imported"].as_u64()),
        ("applied", Some(1)),
        "{}",
        again.stderr
    );
    assert!(module.plans_nothing());
}
