//! `tfgate import` against AWS: what exists out of band is found and lands where it belongs,
//! and what must not be taken is not.

use std::collections::BTreeSet;

use crate::lab_aws::lab;
use crate::lab_harness::Module;

const STORY: &str = include_str!("lab/story.tf");
const NETWORK: &str = include_str!("lab/network/main.tf");

fn story(module: &Module, name: &str) {
    module.write("story.tf", STORY);
    module.write("network/main.tf", NETWORK);
    module.write("terraform.tfvars", &format!("name = \"{name}\"\n"));
    module.init();
}

#[test]
fn thirty_types_made_out_of_band_are_imported_and_nothing_changes() {
    let Some(lab) = lab() else { return };
    let elsewhere = lab.module();
    story(&elsewhere, "story");
    elsewhere.terraform(["apply", "-no-color", "-auto-approve"]);
    let made: Vec<String> =
        elsewhere.addresses().into_iter().filter(|one| !one.contains("data.")).collect();

    let module = lab.module();
    story(&module, "story");
    let mut tags = vec!["--tag", "Project=story", "--tag", "Environment=test"];
    if !lab.modern {
        // It cannot read the ACL of a bucket, and sets it again.
        tags.push("--allow-update");
    }
    let answer = module.import(&tags);
    let unresolved = ["ambiguous", "mismatch", "failed", "rolled_back", "deferred"];
    for resource in unresolved.iter().flat_map(|status| answer.with(status)) {
        say!("{:#}", answer.of_address(resource));
    }
    let mut imported = answer.with("imported");
    imported.sort_unstable();
    assert_eq!((answer.code, imported), (0, made.iter().map(String::as_str).collect()));
    let types: BTreeSet<&str> = made
        .iter()
        .filter_map(|one| one.trim_start_matches("module.network[\"main\"].").split('.').next())
        .collect();
    assert!(types.len() >= 30, "{} types", types.len());
    assert!(module.plans_nothing());

    let second = module.import(&tags);
    assert_eq!((second.code, second.with("already").len()), (0, made.len()));
    assert_eq!(second.with("imported"), Vec::<&str>::new());
}

const DANGERS: &str = r#"
locals { tags = { Project = "dangers" } }

resource "aws_vpc" "two" {
  cidr_block = "10.1.0.0/16"
  tags       = merge(local.tags, { Name = "two" })
}
resource "aws_vpc" "one" {
  cidr_block = "10.2.0.0/16"
  tags       = merge(local.tags, { Name = "one" })
}
resource "aws_cloudwatch_log_group" "twin" {
  count = 2
  name  = "/dangers/twin"
}
resource "aws_cloudwatch_log_group" "good" { name = "/dangers/good" }
resource "aws_cloudwatch_log_group" "stack" { name = "/dangers/stack" }
resource "aws_cloudwatch_log_group" "abroad" { name = "/dangers/abroad" }
resource "aws_cloudwatch_log_group" "theirs" {
  name = "/dangers/theirs"
  tags = local.tags
}
resource "aws_cloudwatch_log_group" "untagged" {
  name = "/dangers/untagged"
  tags = local.tags
}
resource "aws_cloudwatch_log_group" "kept" {
  name              = "/dangers/kept"
  retention_in_days = 7
}
resource "aws_dynamodb_table" "other_key" {
  name         = "dangers"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_route" "broken" {
  route_table_id         = "rtb-1"
  destination_cidr_block = "10.9.0.0/16"
  gateway_id             = "igw-1"
}
"#;

const DANGERS_THERE: &str = r#"
import boto3
ec2, logs = boto3.client("ec2"), boto3.client("logs")
def vpc(cidr, name):
    tags = [{"Key": "Project", "Value": "dangers"}, {"Key": "Name", "Value": name}]
    spec = [{"ResourceType": "vpc", "Tags": tags}]
    return ec2.create_vpc(CidrBlock=cidr, TagSpecifications=spec)["Vpc"]["VpcId"]
print(vpc("10.1.0.0/16", "two"), vpc("10.1.0.0/16", "two"), vpc("10.2.0.0/16", "one"))
def group(name, tags=None, client=logs):
    client.create_log_group(logGroupName="/dangers/" + name, **({"tags": tags} if tags else {}))
group("twin"); group("good"); group("kept"); group("untagged")
group("stack", {"aws:cloudformation:stack-name": "theirs"})
group("theirs", {"Project": "others"})
group("abroad", client=boto3.client("logs", region_name="us-east-1"))
boto3.client("dynamodb").create_table(TableName="dangers", BillingMode="PAY_PER_REQUEST",
    KeySchema=[{"AttributeName": "key", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "key", "AttributeType": "S"}])
"#;

#[test]
fn what_is_doubtful_or_somebody_elses_is_left_alone_and_the_rest_lands() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write("main.tf", DANGERS);
    module.init();
    let ids = lab.python(&module, DANGERS_THERE);
    let ids: Vec<&str> = ids.split_whitespace().collect();
    let map = module.write("ids", "aws_route.broken = nonsense\n").display().to_string();

    let wrong = module.import(&["--expect-account", "999999999999"]);
    assert_eq!(wrong.report["error"]["code"], "tfgate::import::account");
    assert!(module.addresses().is_empty());

    let answer = module.import(&["--tag", "Project=dangers", "--map", &map, "--force"]);
    assert_eq!(answer.code, 5, "{:#}\n{}", answer.report, answer.stderr);
    // Forced, so that the one with another retention comes along.
    assert_eq!(
        answer.with("imported"),
        ["aws_cloudwatch_log_group.good", "aws_cloudwatch_log_group.kept", "aws_vpc.one"],
        "{}",
        answer.stderr
    );
    assert_eq!(answer.of_address("aws_vpc.one")["id"], ids[2]);
    let mut candidates = [ids[0], ids[1]];
    candidates.sort_unstable();
    let two = answer.of_address("aws_vpc.two");
    assert_eq!(two["status"], "ambiguous");
    assert_eq!(two["candidates"], serde_json::json!(candidates));
    for twin in ["aws_cloudwatch_log_group.twin[0]", "aws_cloudwatch_log_group.twin[1]"] {
        assert_eq!(answer.of_address(twin)["status"], "ambiguous");
    }
    assert_eq!(
        answer.reason("aws_cloudwatch_log_group.stack"),
        "it belongs to CloudFormation: it is tagged `aws:cloudformation:stack-name`"
    );
    assert_eq!(
        answer.reason("aws_cloudwatch_log_group.theirs"),
        "its tag `Project` is `others`, and the configuration says `dangers`"
    );
    assert_eq!(
        answer.reason("aws_cloudwatch_log_group.untagged"),
        "it does not carry the tag `Project`"
    );
    assert_eq!(answer.of_address("aws_cloudwatch_log_group.abroad")["status"], "create");
    let replaced = answer.reason("aws_dynamodb_table.other_key");
    assert!(replaced.starts_with("importing it would replace it"), "{replaced}");
    assert_eq!(answer.of_address("aws_route.broken")["status"], "failed");
    assert_eq!(
        module.addresses(),
        ["aws_cloudwatch_log_group.good", "aws_cloudwatch_log_group.kept", "aws_vpc.one"]
    );

    // The user's word decides between the two, and is verified like everything else.
    let decided = format!("aws_vpc.two = {}\naws_dynamodb_table.other_key = dangers\n", ids[1]);
    let map = module.write("ids", &decided).display().to_string();
    let answer = module.import(&[
        "--map",
        &map,
        "--include",
        "aws_vpc.*",
        "--include",
        "aws_dynamodb_table.*",
    ]);
    assert_eq!(answer.with("imported"), ["aws_vpc.two"], "{}", answer.stderr);
    assert_eq!(answer.of_address("aws_dynamodb_table.other_key")["status"], "mismatch");
}

#[cfg(unix)]
#[test]
fn a_ghost_is_not_imported_and_without_the_aws_program_nobody_is_believed() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write(
        "main.tf",
        r#"
        resource "aws_vpc" "ghost" {
          cidr_block = "10.3.0.0/16"
          tags       = { Project = "ghosts" }
        }
        resource "aws_cloudwatch_log_group" "real" { name = "/ghosts/real" }"#,
    );
    module.init();
    lab.python(
        &module,
        "import boto3; boto3.client('logs').create_log_group(logGroupName='/ghosts/real')",
    );
    // Lists a VPC that does not exist any more, as the real index does for hours.
    let ghost = r#"case "$*" in
        *get-caller-identity*) echo '{"Account":"123456789012"}';;
        *tag-filters*) echo '{"ResourceTagMappingList":[{"ResourceARN":"arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0123456789abcdef0","Tags":[{"Key":"Project","Value":"ghosts"}]}]}';;
        *) echo '{"ResourceTagMappingList":[]}';;
        esac"#;
    module.program("ghostly/aws", ghost);
    let path = |folder: &str| {
        let rest = std::env::var("PATH").unwrap_or_default();
        format!("{}:{rest}", module.path().join(folder).display())
    };
    let run = |folder: &str, more: &[&str]| {
        let mut command = module.tfgate(more);
        crate::lab_harness::Answer::of(&command.env("PATH", path(folder)).output().unwrap())
    };
    let tags = ["--tag", "Project=ghosts", "--dry-run"];
    let answer = run("ghostly", &tags);
    let ghost = answer.of_address("aws_vpc.ghost");
    assert_eq!(ghost["status"], "create", "{}", answer.stderr);
    assert!(ghost["reason"].as_str().unwrap().contains("does not exist any more"));
    assert_eq!(answer.with("importable"), ["aws_cloudwatch_log_group.real"]);

    module.program("mute/aws", "echo 'Unable to locate credentials' >&2; exit 253");
    let answer = run("mute", &["--dry-run"]);
    let reason = answer.reason("aws_cloudwatch_log_group.real");
    assert!(reason.starts_with("nobody could be asked who owns it"), "{reason}");
    assert_eq!(answer.code, 5);
    let answer = run("mute", &["--dry-run", "--no-owner-check"]);
    assert_eq!(answer.with("importable"), ["aws_cloudwatch_log_group.real"]);
}

const TOLD: &str = r#"
resource "aws_cloudwatch_log_group" "same" { name = "/told/same" }
resource "aws_cloudwatch_log_group" "kept" {
  name              = "/told/kept"
  retention_in_days = 7
}
resource "aws_iam_role" "role" {
  name               = "told"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_security_group" "group" { name = "told" }
resource "aws_s3_bucket" "theirs" { bucket = "told-theirs" }
resource "aws_cloudwatch_log_group" "fresh" { name = "/told/fresh" }
resource "aws_iam_role_policy_attachment" "broken" {
  role       = "told-nobody"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
"#;

const TOLD_THERE: &str = r#"
import boto3
logs, iam, ec2 = (boto3.client(name) for name in ("logs", "iam", "ec2"))
for name in ("same", "kept"):
    logs.create_log_group(logGroupName="/told/" + name)
iam.create_role(RoleName="told", AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[]}')
group = ec2.create_security_group(GroupName="told", Description="Managed by Terraform")
other = boto3.client("sts").assume_role(RoleArn="arn:aws:iam::222222222222:role/x", RoleSessionName="told")
key = other["Credentials"]
boto3.client("s3", aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"],
    aws_session_token=key["SessionToken"]).create_bucket(Bucket="told-theirs",
    CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
print(group["GroupId"])
"#;

#[test]
fn what_a_failed_apply_met_is_tried_and_never_taken_on_its_word() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write("main.tf", TOLD);
    module.init();
    let group = lab.python(&module, TOLD_THERE);
    let log = module.fails(["apply", "-json", "-auto-approve"]);
    let log = module.write("apply.log", &log).display().to_string();

    let answer = module.import(&["--from-apply-log", &log]);
    assert_eq!(answer.code, 5, "{:#}\n{}", answer.report, answer.stderr);
    assert_eq!(answer.report["log"]["already_exist"], 5);
    let otherwise = serde_json::json!(["aws_iam_role_policy_attachment.broken"]);
    assert_eq!(answer.report["log"]["failed_otherwise"], otherwise);
    let same = answer.of_address("aws_cloudwatch_log_group.same");
    assert_eq!((&same["status"], &same["id"]), (&"imported".into(), &"/told/same".into()));
    assert_eq!(
        same["told"],
        "the apply said that it exists already (ResourceAlreadyExistsException)"
    );
    assert_eq!(answer.of_address("aws_iam_role.role")["status"], "imported");
    // The same name, and not what is configured: the error alone would have taken it.
    assert_eq!(answer.of_address("aws_cloudwatch_log_group.kept")["status"], "deferred");
    let unknown = answer.of_address("aws_security_group.group");
    assert_eq!(unknown["status"], "failed");
    assert!(unknown["reason"].as_str().unwrap().ends_with("the apply will meet it again"));
    assert_eq!(answer.of_address("aws_s3_bucket.theirs")["status"], "mismatch");
    assert_eq!(
        answer.reason("aws_s3_bucket.theirs"),
        "it may be somebody else's, and an error does not tell whose"
    );
    // What failed for another reason is not looked at, nor is what was created.
    assert_eq!(answer.report["resources"].as_array().unwrap().len(), 5);

    // The user's word on the group, and the same log again, from standard input.
    let map = format!("aws_security_group.group = {}", group.trim());
    let map = module.write("ids", &map).display().to_string();
    let mut again = module.tfgate(&["--from-apply-log", "-", "--map", &map]);
    again.stdin(std::fs::File::open(&log).unwrap());
    let answer = crate::lab_harness::Answer::of(&again.output().unwrap());
    assert_eq!(answer.with("imported"), ["aws_security_group.group"], "{}", answer.stderr);
    let already = answer.with("already");
    assert_eq!(already, ["aws_cloudwatch_log_group.same", "aws_iam_role.role"]);
    assert_eq!(answer.reason("aws_iam_role.role"), "in the state by now");
}

const PLACES: &str = r#"
locals { tags = { Project = "places" } }

resource "aws_cloudwatch_log_group" "ours" { name = "/places/ours" }
resource "aws_cloudwatch_log_group" "same" { name = "/places/same" }
resource "aws_cloudwatch_log_group" "abroad" { name = "/places/abroad" }
resource "aws_vpc" "abroad" {
  cidr_block = "10.4.0.0/16"
  tags       = local.tags
}
resource "aws_sqs_queue" "silent" { name = "places-silent" }
"#;

const PLACES_THERE: &str = r#"
import boto3, json
boto3.client("logs").create_log_group(logGroupName="/places/ours")
for region in ("us-east-1", "eu-central-1"):
    boto3.client("logs", region_name=region).create_log_group(logGroupName="/places/abroad")
    tags = [{"ResourceType": "vpc", "Tags": [{"Key": "Project", "Value": "places"}]}]
    boto3.client("ec2", region_name=region).create_vpc(CidrBlock="10.4.0.0/16", TagSpecifications=tags)
role = {"RoleArn": "arn:aws:iam::222222222222:role/x", "RoleSessionName": "places"}
key = boto3.client("sts").assume_role(**role)["Credentials"]
names = {"aws_access_key_id": "AccessKeyId", "aws_secret_access_key": "SecretAccessKey",
    "aws_session_token": "SessionToken"}
theirs = {name: key[of] for name, of in names.items()}
for name in ("same", "ours"):
    boto3.client("logs", **theirs).create_log_group(logGroupName="/places/" + name)
print(json.dumps({name.upper(): value for name, value in theirs.items()}))
"#;

#[test]
fn the_same_name_in_another_account_or_region_is_not_taken() {
    let Some(lab) = lab() else { return };
    let module = lab.module();
    module.write("main.tf", PLACES);
    module.init();
    let theirs = lab.python(&module, PLACES_THERE);
    let theirs: std::collections::BTreeMap<String, String> = serde_json::from_str(&theirs).unwrap();

    // From our account, in Ireland: what is elsewhere does not exist, by name or by tags.
    let answer = module.import(&["--tag", "Project=places", "--allow-untagged"]);
    assert_eq!(answer.with("imported"), ["aws_cloudwatch_log_group.ours"], "{:#}", answer.report);
    for absent in ["same", "abroad"] {
        let address = format!("aws_cloudwatch_log_group.{absent}");
        assert_eq!(answer.of_address(&address)["status"], "create");
    }
    assert_eq!(answer.of_address("aws_vpc.abroad")["status"], "unsearched");

    // With the credentials of another account: the state knows where this stack is.
    let mut elsewhere = module.tfgate(&["--include", "aws_cloudwatch_log_group.same"]);
    elsewhere.envs(&theirs);
    let answer = crate::lab_harness::Answer::of(&elsewhere.output().unwrap());
    assert_eq!(answer.code, 5, "{:#}\n{}", answer.report, answer.stderr);
    assert_eq!(
        answer.reason("aws_cloudwatch_log_group.same"),
        "it is in account 222222222222, not in 123456789012"
    );
    assert_eq!(module.addresses(), ["aws_cloudwatch_log_group.ours"]);

    // Without a state to tell by, the account that was expected does.
    let fresh = lab.module();
    fresh.write("main.tf", PLACES);
    fresh.init();
    let mut named = fresh.tfgate(&["--expect-account", "123456789012"]);
    let answer = crate::lab_harness::Answer::of(&named.envs(&theirs).output().unwrap());
    assert_eq!(answer.report["error"]["code"], "tfgate::import::account");
    assert!(fresh.addresses().is_empty());
}
