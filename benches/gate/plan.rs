//! A plan as a large AWS estate has it: modules with `count`, nested attributes, policies
//! as escaped JSON, every object three times (changes, planned values, prior state), and
//! nearly all of it unchanged. The same bytes on every run.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};

/// Resources in each instance of the module.
const PER_MODULE: usize = 40;

const TYPES: [&str; 8] = [
    "aws_instance",
    "aws_security_group",
    "aws_iam_role",
    "aws_lambda_function",
    "aws_s3_bucket",
    "aws_db_instance",
    "aws_cloudwatch_log_group",
    "aws_sqs_queue",
];

/// One resource instance.
struct Resource {
    module: usize,
    number: usize,
    fate: Fate,
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Keep,
    Update,
    Create,
    Delete,
    Replace,
}

impl Resource {
    fn new(at: usize) -> Self {
        // 90 % unchanged, 6 % updated, 2 % created, 1 % deleted, 1 % replaced, spread by a
        // step that meets every type.
        let fate = match at * 37 % 100 {
            0..90 => Fate::Keep,
            90..96 => Fate::Update,
            96..98 => Fate::Create,
            98 => Fate::Delete,
            _ => Fate::Replace,
        };
        Self { module: at / PER_MODULE, number: at % PER_MODULE, fate }
    }

    fn resource_type(&self) -> &'static str {
        TYPES[self.number % TYPES.len()]
    }

    fn name(&self) -> String {
        format!("r{}", self.number)
    }

    fn address(&self) -> String {
        format!("module.service[{}].{}.{}", self.module, self.resource_type(), self.name())
    }

    /// The attributes, with `round` in those that a change touches.
    fn attributes(&self, round: usize) -> Value {
        let id = self.module * PER_MODULE + self.number;
        let statement: Vec<Value> = (0..2 + id % 4)
            .map(|n| {
                json!({
                    "Effect": "Allow",
                    "Action": ["s3:GetObject", "s3:PutObject", "kms:Decrypt"],
                    "Resource": format!("arn:aws:s3:::bucket-{id}-{n}/*"),
                    "Condition": {"StringEquals": {"aws:PrincipalTag/team": "<team & co>"}},
                })
            })
            .collect();
        let rules: Vec<Value> = (0..=id % 5)
            .map(|n| {
                json!({
                    "cidr_blocks": [format!("10.{}.{n}.0/24", id % 250)],
                    "description": format!("rule {n} of service {id}"),
                    "from_port": 8000 + n, "to_port": 8000 + n, "protocol": "tcp",
                    "ipv6_cidr_blocks": [], "prefix_list_ids": [], "security_groups": [], "self": false,
                })
            })
            .collect();
        let tags = json!({
            "Environment": "prod", "Service": format!("service-{}", self.module),
            "Owner": "platform", "CostCenter": format!("{}", 4000 + id % 50),
            "Revision": format!("{round}"),
        });
        let mut attributes = json!({
            "id": format!("i-{id:017x}"),
            "arn": format!("arn:aws:service:eu-central-1:123456789012:thing/{id}"),
            "name": format!("service-{}-{}", self.module, self.number),
            "description": format!("Managed by Terraform, the thing number {id} of its service"),
            "tags": tags, "tags_all": tags,
            "policy": json!({"Version": "2012-10-17", "Statement": statement}).to_string(),
            "ingress": rules,
            "environment": [{"variables": {"LOG_LEVEL": "info", "QUEUE": format!("https://sqs.eu-central-1.amazonaws.com/123456789012/q{id}")}}],
            "ebs_block_device": [{"device_name": "/dev/sdf", "volume_size": 100 + round, "encrypted": true, "iops": 3000, "kms_key_id": null, "throughput": 125}],
            "timeouts": null, "memory_size": 256 + round, "ephemeral_storage": [{"size": 512}],
            "vpc_config": [{"subnet_ids": ["subnet-0a", "subnet-0b"], "security_group_ids": [format!("sg-{id:08x}")], "vpc_id": "vpc-0123456789abcdef0"}],
        });
        if self.resource_type() == "aws_db_instance" {
            attributes["password"] = json!(format!("secret-{id}"));
            attributes["deletion_protection"] = json!(false);
            attributes["backup_retention_period"] = json!(7);
            attributes["skip_final_snapshot"] = json!(false);
        }
        attributes
    }

    /// Which attributes are secret, in Terraform's shape: empty containers stay.
    fn marks(&self) -> Value {
        let mut marks = json!({
            "tags": {}, "tags_all": {}, "ingress": [{"cidr_blocks": [false]}],
            "environment": [{"variables": {}}], "ebs_block_device": [{}],
            "ephemeral_storage": [{}], "vpc_config": [{"subnet_ids": [false, false]}],
        });
        if self.resource_type() == "aws_db_instance" {
            marks["password"] = json!(true);
        }
        marks
    }

    fn change(&self) -> Value {
        let (before, after) = (self.attributes(0), self.attributes(1));
        let unknown = json!({"id": true, "arn": true, "tags_all": true});
        let (actions, before, after, unknown) = match self.fate {
            Fate::Keep => (json!(["no-op"]), before.clone(), before, json!({})),
            Fate::Update => (json!(["update"]), before, after, json!({})),
            Fate::Create => (json!(["create"]), Value::Null, after, unknown),
            Fate::Delete => (json!(["delete"]), before, Value::Null, json!({})),
            Fate::Replace => (json!(["delete", "create"]), before, after, unknown),
        };
        let mut change = json!({
            "actions": actions, "before": before, "after": after, "after_unknown": unknown,
            "before_sensitive": if before.is_null() { json!(false) } else { self.marks() },
            "after_sensitive": if after.is_null() { json!(false) } else { self.marks() },
        });
        if self.fate == Fate::Replace {
            change["replace_paths"] = json!([["name"]]);
        }
        json!({
            "address": self.address(),
            "module_address": format!("module.service[{}]", self.module),
            "mode": "managed", "type": self.resource_type(), "name": self.name(),
            "provider_name": "registry.terraform.io/hashicorp/aws", "change": change,
        })
    }

    /// As it stands in `planned_values` and `prior_state`.
    fn state(&self, round: usize) -> Value {
        json!({
            "address": self.address(), "mode": "managed", "type": self.resource_type(),
            "name": self.name(), "provider_name": "registry.terraform.io/hashicorp/aws",
            "schema_version": 1, "values": self.attributes(round), "sensitive_values": self.marks(),
        })
    }

    fn block(number: usize) -> Value {
        let resource_type = TYPES[number % TYPES.len()];
        let other = TYPES[(number + 1) % TYPES.len()];
        json!({
            "address": format!("{resource_type}.r{number}"), "mode": "managed",
            "type": resource_type, "name": format!("r{number}"),
            "provider_config_key": "aws", "schema_version": 1,
            "expressions": {
                "name": {"references": ["var.name"]},
                "tags": {"references": ["local.tags"]},
                "vpc_config": [{"security_group_ids": {"references": [
                    format!("{other}.r{}.id", number + 1), format!("{other}.r{}", number + 1),
                ]}}],
            },
        })
    }
}

/// Writes a plan of at least `bytes` bytes, and returns how many resources it has.
pub fn write(path: &Path, bytes: usize) -> usize {
    let whole = |at: usize| {
        let resource = Resource::new(at);
        resource.change().to_string().len() + 2 * resource.state(0).to_string().len()
    };
    let (mut count, mut size) = (0, 0);
    while size < bytes {
        size += whole(count);
        count += 1;
    }
    let mut file = BufWriter::new(File::create(path).unwrap());
    plan(&mut file, count).unwrap();
    file.flush().unwrap();
    count
}

/// The sections in the order in which Terraform writes them.
fn plan(out: &mut impl Write, count: usize) -> std::io::Result<()> {
    write!(
        out,
        "{{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":"
    )?;
    write!(out, "{{\"root_module\":")?;
    modules(out, count, 1, |fate| fate != Fate::Delete)?;
    write!(out, "}},\"resource_changes\":[")?;
    for at in 0..count {
        write!(out, "{}{}", if at == 0 { "" } else { "," }, escaped(&Resource::new(at).change()))?;
    }
    write!(out, "],\"prior_state\":{{\"format_version\":\"1.0\",\"values\":{{\"root_module\":")?;
    modules(out, count, 0, |fate| fate != Fate::Create)?;
    let blocks: Vec<Value> = (0..PER_MODULE).map(Resource::block).collect();
    let configuration = json!({
        "provider_config": {"aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws"}},
        "root_module": {"module_calls": {"service": {
            "source": "./service", "expressions": {"name": {"references": ["count.index"]}},
            "count_expression": {"constant_value": count.div_ceil(PER_MODULE)},
            "module": {"resources": blocks, "variables": {"name": {}}},
        }}},
    });
    write!(out, "}}}},\"configuration\":{}", escaped(&configuration))?;
    writeln!(
        out,
        ",\"timestamp\":\"2026-11-21T12:00:00Z\",\"applyable\":true,\"complete\":true,\"errored\":false}}"
    )
}

/// The objects by module, as both copies of the state have them.
fn modules(
    out: &mut impl Write,
    count: usize,
    round: usize,
    keep: fn(Fate) -> bool,
) -> std::io::Result<()> {
    write!(out, "{{\"child_modules\":[")?;
    for module in 0..count.div_ceil(PER_MODULE) {
        let comma = if module == 0 { "" } else { "," };
        write!(out, "{comma}{{\"address\":\"module.service[{module}]\",\"resources\":[")?;
        let mut first = true;
        for at in module * PER_MODULE..((module + 1) * PER_MODULE).min(count) {
            let resource = Resource::new(at);
            if keep(resource.fate) {
                let round = if resource.fate == Fate::Keep { 0 } else { round };
                write!(out, "{}{}", if first { "" } else { "," }, escaped(&resource.state(round)))?;
                first = false;
            }
        }
        write!(out, "]}}")?;
    }
    write!(out, "]}}")
}

/// JSON as Go writes it.
fn escaped(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
