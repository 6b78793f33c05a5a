//! The tables are whole; templates give the ids that the providers' documentation shows.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{
    Alternative, Class, Derived, Fact, Facts, Missing, Modifier, Object, Piece, Recipe, TABLES,
    Template, template::Segment,
};
use crate::plan::{Address, Configuration, Identifier, Json, Mask, Values};
use crate::table;

const ACCOUNT: &str = "123456789012";

fn facts() -> Facts {
    Facts::aws("us-east-1", ACCOUNT)
        .and_then(|facts| facts.with(Fact::Project, "my-project"))
        .and_then(|facts| facts.with(Fact::Zone, "us-central1-a"))
        .and_then(|facts| facts.with(Fact::SubscriptionId, "00000000-1111"))
        .and_then(|facts| facts.with(Fact::Owner, "octo"))
        .unwrap()
}

fn values<'a>(after: &'a str, unknown: &str) -> Values<'a> {
    let decode = |text| Json::decode(text).ok();
    let after = decode(after).unwrap_or_else(|| panic!("no JSON: {after}"));
    let unknown = Json::decode(unknown).map(|json| Mask::from_json(&json)).unwrap_or_default();
    Values::for_tests(Json::Null, after, unknown)
}

fn id_of(resource_type: &str, after: &str, unknown: &str) -> Result<String, Missing> {
    let recipe = Recipe::of(resource_type).unwrap_or_else(|| panic!("no {resource_type}"));
    let values = values(after, unknown);
    let id = recipe.id(Object::new(values.after()), &facts())?;
    Ok(id.expose().to_owned())
}

/// Examples of the Import sections of the providers' documentation, with the attributes that
/// lead to them filled in by hand.
const DOCUMENTED: &[(&str, &str, &str)] = &[
    ("aws_s3_bucket", r#"{"bucket":"bucket-name"}"#, "bucket-name"),
    (
        "aws_s3_bucket_versioning",
        r#"{"bucket":"bucket-name","expected_bucket_owner":null}"#,
        "bucket-name",
    ),
    (
        "aws_s3_bucket_versioning",
        r#"{"bucket":"bucket-name","expected_bucket_owner":"123456789012"}"#,
        "bucket-name,123456789012",
    ),
    ("aws_s3_bucket_acl", r#"{"bucket":"bucket-name","acl":"private"}"#, "bucket-name,private"),
    (
        "aws_s3_bucket_acl",
        r#"{"bucket":"bucket-name","expected_bucket_owner":"123456789012","acl":"private"}"#,
        "bucket-name,123456789012,private",
    ),
    ("aws_s3_bucket_policy", r#"{"bucket":"my-tf-test-bucket"}"#, "my-tf-test-bucket"),
    ("aws_iam_role", r#"{"name":"developer_name"}"#, "developer_name"),
    (
        "aws_iam_policy",
        r#"{"name":"UsersManageOwnCredentials","path":"/"}"#,
        "arn:aws:iam::123456789012:policy/UsersManageOwnCredentials",
    ),
    (
        "aws_iam_policy",
        r#"{"name":"Manage","path":"/division_abc/"}"#,
        "arn:aws:iam::123456789012:policy/division_abc/Manage",
    ),
    (
        "aws_iam_role_policy",
        r#"{"role":"role_of_mypolicy_name","name":"mypolicy_name"}"#,
        "role_of_mypolicy_name:mypolicy_name",
    ),
    (
        "aws_iam_role_policy_attachment",
        r#"{"role":"test-role","policy_arn":"arn:aws:iam::xxxxxxxxxxxx:policy/test-policy"}"#,
        "test-role/arn:aws:iam::xxxxxxxxxxxx:policy/test-policy",
    ),
    (
        "aws_iam_user_group_membership",
        r#"{"user":"user1","groups":["group1","group2"]}"#,
        "user1/group1/group2",
    ),
    (
        "aws_iam_openid_connect_provider",
        r#"{"url":"https://accounts.google.com"}"#,
        "arn:aws:iam::123456789012:oidc-provider/accounts.google.com",
    ),
    (
        "aws_sqs_queue",
        r#"{"name":"MyQueue"}"#,
        "https://sqs.us-east-1.amazonaws.com/123456789012/MyQueue",
    ),
    ("aws_sns_topic", r#"{"name":"my-topic"}"#, "arn:aws:sns:us-east-1:123456789012:my-topic"),
    ("aws_dynamodb_table", r#"{"name":"GameScores"}"#, "GameScores"),
    ("aws_cloudwatch_log_group", r#"{"name":"yada"}"#, "yada"),
    (
        "aws_cloudwatch_event_rule",
        r#"{"name":"capture-console-sign-in","event_bus_name":"example-event-bus"}"#,
        "example-event-bus/capture-console-sign-in",
    ),
    ("aws_cloudwatch_event_rule", r#"{"name":"nightly"}"#, "default/nightly"),
    (
        "aws_cloudwatch_event_target",
        r#"{"rule":"rule-name","target_id":"target-id","event_bus_name":"event-bus"}"#,
        "event-bus/rule-name/target-id",
    ),
    ("aws_cloudwatch_metric_alarm", r#"{"alarm_name":"alarm-12345"}"#, "alarm-12345"),
    (
        "aws_cloudwatch_log_subscription_filter",
        r#"{"log_group_name":"/aws/lambda/example_lambda_name","name":"test_lambdafunction_logfilter"}"#,
        "/aws/lambda/example_lambda_name|test_lambdafunction_logfilter",
    ),
    (
        "aws_lambda_function",
        r#"{"function_name":"my_test_lambda_function"}"#,
        "my_test_lambda_function",
    ),
    (
        "aws_lambda_alias",
        r#"{"function_name":"arn:aws:lambda:us-east-1:123456789012:function:my_test_lambda_function","name":"my_alias"}"#,
        "my_test_lambda_function/my_alias",
    ),
    (
        "aws_lambda_permission",
        r#"{"function_name":"my_test_lambda_function","statement_id":"AllowExecutionFromCloudWatch"}"#,
        "my_test_lambda_function/AllowExecutionFromCloudWatch",
    ),
    (
        "aws_lambda_permission",
        r#"{"function_name":"my_test_lambda_function","statement_id":"AllowExecutionFromCloudWatch","qualifier":"qualifier_name"}"#,
        "my_test_lambda_function:qualifier_name/AllowExecutionFromCloudWatch",
    ),
    (
        "aws_route53_record",
        r#"{"zone_id":"Z4KAPRWWNC7JR","name":"dev.example.com","type":"NS","set_identifier":null}"#,
        "Z4KAPRWWNC7JR_dev.example.com_NS",
    ),
    (
        "aws_route53_record",
        r#"{"zone_id":"Z4KAPRWWNC7JR","name":"dev.example.com","type":"NS","set_identifier":"dev"}"#,
        "Z4KAPRWWNC7JR_dev.example.com_NS_dev",
    ),
    (
        "aws_route53_zone_association",
        r#"{"zone_id":"Z123456ABCDEFG","vpc_id":"vpc-12345678"}"#,
        "Z123456ABCDEFG:vpc-12345678",
    ),
    (
        "aws_route53_zone_association",
        r#"{"zone_id":"Z123456ABCDEFG","vpc_id":"vpc-12345678","vpc_region":"us-east-2"}"#,
        "Z123456ABCDEFG:vpc-12345678:us-east-2",
    ),
    (
        "aws_route",
        r#"{"route_table_id":"rtb-656C65616E6F72","destination_cidr_block":"10.42.0.0/16"}"#,
        "rtb-656C65616E6F72_10.42.0.0/16",
    ),
    (
        "aws_route",
        r#"{"route_table_id":"rtb-656C65616E6F72","destination_cidr_block":"","destination_ipv6_cidr_block":"2620:0:2d0:200::8/125"}"#,
        "rtb-656C65616E6F72_2620:0:2d0:200::8/125",
    ),
    (
        "aws_route_table_association",
        r#"{"subnet_id":"subnet-6777656e646f6c796e","route_table_id":"rtb-656c65616e6f72"}"#,
        "subnet-6777656e646f6c796e/rtb-656c65616e6f72",
    ),
    (
        "aws_security_group_rule",
        r#"{"security_group_id":"sg-6e616f6d69","type":"ingress","protocol":"tcp","from_port":8000,"to_port":8000,"cidr_blocks":["10.0.3.0/24"]}"#,
        "sg-6e616f6d69_ingress_tcp_8000_8000_10.0.3.0/24",
    ),
    (
        "aws_security_group_rule",
        r#"{"security_group_id":"sg-4973616163","type":"ingress","protocol":"tcp","from_port":100,"to_port":121,"cidr_blocks":["10.1.0.0/16","10.2.0.0/16"],"ipv6_cidr_blocks":["2001:db8::/48"],"self":false}"#,
        "sg-4973616163_ingress_tcp_100_121_10.1.0.0/16_10.2.0.0/16_2001:db8::/48",
    ),
    (
        "aws_security_group_rule",
        r#"{"security_group_id":"sg-62726f6479","type":"egress","protocol":"tcp","from_port":8000,"to_port":8000,"prefix_list_ids":["pl-6469726b"]}"#,
        "sg-62726f6479_egress_tcp_8000_8000_pl-6469726b",
    ),
    (
        "aws_security_group_rule",
        r#"{"security_group_id":"sg-656c65616e6f72","type":"ingress","protocol":"tcp","from_port":80,"to_port":80,"self":true}"#,
        "sg-656c65616e6f72_ingress_tcp_80_80_self",
    ),
    (
        "aws_security_group_rule",
        r#"{"security_group_id":"sg-7472697374616e","type":"ingress","protocol":"all","from_port":0,"to_port":65535,"source_security_group_id":"sg-6176657279"}"#,
        "sg-7472697374616e_ingress_all_0_65535_sg-6176657279",
    ),
    ("aws_ecs_cluster", r#"{"name":"stateless-app"}"#, "stateless-app"),
    (
        "aws_ecs_service",
        r#"{"cluster":"arn:aws:ecs:us-east-1:123456789012:cluster/cluster-name","name":"service-name"}"#,
        "cluster-name/service-name",
    ),
    ("aws_ecr_repository", r#"{"name":"test-service"}"#, "test-service"),
    ("aws_kms_alias", r#"{"name":"alias/my-key-alias"}"#, "alias/my-key-alias"),
    ("aws_ssm_parameter", r#"{"name":"/my_path/my_paramname"}"#, "/my_path/my_paramname"),
    ("aws_db_subnet_group", r#"{"name":"production-subnet-group"}"#, "production-subnet-group"),
    (
        "aws_glue_catalog_database",
        r#"{"name":"my_database","catalog_id":null}"#,
        "123456789012:my_database",
    ),
    (
        "aws_glue_partition",
        r#"{"database_name":"MyDatabase","table_name":"MyTable","partition_values":["val1","val2"]}"#,
        "123456789012:MyDatabase:MyTable:val1#val2",
    ),
    (
        "aws_api_gateway_base_path_mapping",
        r#"{"domain_name":"example.com","base_path":""}"#,
        "example.com/",
    ),
    (
        "aws_api_gateway_base_path_mapping",
        r#"{"domain_name":"example.com","base_path":"base-path"}"#,
        "example.com/base-path",
    ),
    (
        "aws_api_gateway_method",
        r#"{"rest_api_id":"12345abcde","resource_id":"67890fghij","http_method":"GET"}"#,
        "12345abcde/67890fghij/GET",
    ),
    (
        "aws_eks_node_group",
        r#"{"cluster_name":"my_cluster","node_group_name":"my_node_group"}"#,
        "my_cluster:my_node_group",
    ),
    (
        "aws_dynamodb_table_replica",
        r#"{"global_table_arn":"arn:aws:dynamodb:us-west-2:123456789012:table/TestTable"}"#,
        "TestTable:us-west-2",
    ),
    (
        "aws_networkfirewall_rule_group",
        r#"{"type":"STATEFUL","name":"example"}"#,
        "arn:aws:network-firewall:us-east-1:123456789012:stateful-rulegroup/example",
    ),
    ("aws_ebs_encryption_by_default", r"{}", "default"),
    (
        "google_storage_bucket",
        r#"{"name":"tf-test-bucket","project":"tf-test-project"}"#,
        "tf-test-project/tf-test-bucket",
    ),
    (
        "google_compute_network",
        r#"{"name":"vpc","project":null}"#,
        "projects/my-project/global/networks/vpc",
    ),
    ("google_pubsub_topic", r#"{"name":"events","project":"p2"}"#, "projects/p2/topics/events"),
    (
        "google_project_service",
        r#"{"project":"project_id","service":"iam.googleapis.com"}"#,
        "project_id/iam.googleapis.com",
    ),
    (
        "google_service_account",
        r#"{"account_id":"my-sa","project":"my-project"}"#,
        "projects/my-project/serviceAccounts/my-sa@my-project.iam.gserviceaccount.com",
    ),
    (
        "google_project_iam_member",
        r#"{"project":"your-project-id","role":"roles/viewer","member":"user:foo@example.com","condition":[]}"#,
        "your-project-id roles/viewer user:foo@example.com",
    ),
    (
        "google_project_iam_member",
        r#"{"project":"your-project-id","role":"roles/viewer","member":"user:foo@example.com","condition":[{"title":"condition-title"}]}"#,
        "your-project-id roles/viewer user:foo@example.com condition-title",
    ),
    (
        "google_project_iam_binding",
        r#"{"project":"your-project-id","role":"roles/viewer"}"#,
        "your-project-id roles/viewer",
    ),
    (
        "azurerm_resource_group",
        r#"{"name":"group1"}"#,
        "/subscriptions/00000000-1111/resourceGroups/group1",
    ),
    (
        "azurerm_storage_account",
        r#"{"name":"myaccount","resource_group_name":"myresourcegroup"}"#,
        "/subscriptions/00000000-1111/resourceGroups/myresourcegroup/providers/Microsoft.Storage/storageAccounts/myaccount",
    ),
    (
        "azurerm_subnet",
        r#"{"name":"mysubnet1","virtual_network_name":"myvnet1","resource_group_name":"mygroup1"}"#,
        "/subscriptions/00000000-1111/resourceGroups/mygroup1/providers/Microsoft.Network/virtualNetworks/myvnet1/subnets/mysubnet1",
    ),
    (
        "azurerm_management_group_policy_assignment",
        r#"{"name":"assignment1","management_group_id":"/providers/Microsoft.Management/managementGroups/group1"}"#,
        "/providers/Microsoft.Management/managementGroups/group1/providers/Microsoft.Authorization/policyAssignments/assignment1",
    ),
    (
        "kubernetes_namespace",
        r#"{"metadata":[{"name":"terraform-example-namespace"}]}"#,
        "terraform-example-namespace",
    ),
    (
        "kubernetes_config_map",
        r#"{"metadata":[{"name":"my-config","namespace":"default"}]}"#,
        "default/my-config",
    ),
    (
        "kubernetes_deployment_v1",
        r#"{"metadata":[{"name":"terraform-example","namespace":null}]}"#,
        "default/terraform-example",
    ),
    ("kubernetes_cluster_role", r#"{"metadata":[{"name":"terraform-name"}]}"#, "terraform-name"),
    ("github_repository", r#"{"name":"terraform"}"#, "terraform"),
    ("github_membership", r#"{"username":"someuser"}"#, "octo:someuser"),
    (
        "github_branch_protection",
        r#"{"repository_id":"terraform","pattern":"main"}"#,
        "terraform:main",
    ),
    (
        "github_team_membership",
        r#"{"team_id":"1234567","username":"someuser"}"#,
        "1234567:someuser",
    ),
    (
        "github_repository_environment",
        r#"{"repository":"terraform","environment":"prod/eu"}"#,
        "terraform:prod%2Feu",
    ),
    (
        "github_repository_file",
        r#"{"repository":"example","file":".gitignore","branch":"dev"}"#,
        "example/.gitignore:dev",
    ),
    (
        "cloudflare_zone_setting",
        r#"{"zone_id":"023e105f","setting_id":"always_online"}"#,
        "023e105f/always_online",
    ),
    (
        "cloudflare_workers_kv",
        r#"{"account_id":"f037e56e","namespace_id":"0f2ac74b","key_name":"My-Key"}"#,
        "f037e56e/0f2ac74b/My-Key",
    ),
];

#[test]
fn templates_give_the_ids_of_the_documentation() {
    let types: std::collections::BTreeSet<_> = DOCUMENTED.iter().map(|row| row.0).collect();
    assert!(types.len() >= 57, "{}", types.len());
    for (resource_type, after, expected) in DOCUMENTED {
        assert_eq!(id_of(resource_type, after, "{}").as_deref(), Ok(*expected), "{resource_type}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let missing = |resource_type, after, unknown| id_of(resource_type, after, unknown).unwrap_err();
    let route = r#"{"destination_cidr_block":"0.0.0.0/0"}"#;
    assert_eq!(
        missing("aws_route", route, r#"{"route_table_id":true}"#),
        Missing::Unknown("route_table_id".into())
    );
    // What it will be decides, so the alternative after it does not stand in.
    assert_eq!(
        missing("aws_glue_catalog_database", r#"{"name":"a"}"#, r#"{"catalog_id":true}"#),
        Missing::Unknown("catalog_id".into())
    );
    assert_eq!(
        missing("aws_s3_bucket", r#"{"bucket":null}"#, "{}"),
        Missing::Absent("bucket".into())
    );
    assert_eq!(
        missing("aws_s3_bucket", r#"{"bucket":""}"#, "{}"),
        Missing::Absent("bucket".into())
    );
    assert_eq!(
        missing("aws_s3_bucket", r#"{"bucket":["a"]}"#, "{}"),
        Missing::Shape("bucket".into())
    );
    assert_eq!(
        missing("aws_s3_bucket", r#"{"bucket":"a\nb"}"#, "{}"),
        Missing::Hostile("bucket".into())
    );
    assert_eq!(
        missing("aws_vpc", r#"{"cidr_block":"10.0.0.0/16"}"#, r#"{"id":true}"#),
        Missing::Unknown("id".into())
    );
    assert_eq!(missing("aws_lambda_invocation", "{}", "{}"), Missing::Import);
    assert_eq!(
        missing(
            "aws_iam_user_group_membership",
            r#"{"user":"u","groups":["a",null]}"#,
            r#"{"groups":[false,true]}"#
        ),
        Missing::Unknown("groups.1".into())
    );
    assert_eq!(
        missing(
            "azurerm_management_group_policy_assignment",
            r#"{"name":"a","management_group_id":"group1"}"#,
            "{}"
        ),
        Missing::Shape("management_group_id".into())
    );
    let values = values(r#"{"name":"a"}"#, "{}");
    let queue = Recipe::of("aws_sqs_queue").unwrap();
    assert_eq!(
        queue.id(Object::new(values.after()), &Facts::new()),
        Err(Missing::Fact(Fact::Region))
    );
    assert_eq!(Recipe::of("aws_unheard_of"), None);
    assert_eq!(Recipe::of("acme_thing"), None);
}

/// Attributes that are optional and computed are unknown in a plan when nobody set them; the
/// configuration tells them from those that wait for another resource.
#[test]
fn what_the_provider_chooses_does_not_hold_up_an_alternative() {
    let configuration = |expressions: &str| {
        let text = format!(
            r#"{{"root_module":{{"resources":[{{"address":"t.n","expressions":{expressions}}}]}}}}"#
        );
        Configuration::read(&Json::decode(&text).unwrap_or(Json::Null))
    };
    let address = Address::parse("t.n").unwrap();
    let id = |resource_type, expressions: &str, after: &str, unknown: &str| {
        let (configuration, values) = (configuration(expressions), values(after, unknown));
        let object = Object::new(values.after()).configured(&configuration, &address);
        let id = Recipe::of(resource_type).unwrap().id(object, &facts());
        id.map(|id| id.expose().to_owned())
    };
    let (after, unknown) = (r#"{"name":"lake"}"#, r#"{"catalog_id":true}"#);
    let database = |expressions| id("aws_glue_catalog_database", expressions, after, unknown);
    assert_eq!(database(r#"{"name":{}}"#).as_deref(), Ok("123456789012:lake"));
    let set = r#"{"name":{},"catalog_id":{"references":["x.y"]}}"#;
    assert_eq!(database(set), Err(Missing::Unknown("catalog_id".into())));

    let unknown = r#"{"bucket":true}"#;
    assert_eq!(id("aws_s3_bucket", "{}", "{}", unknown), Err(Missing::Assigned("bucket".into())));
    assert_eq!(
        id(
            "aws_security_group_rule",
            r#"{"cidr_blocks":{}}"#,
            r#"{"security_group_id":"sg-1","type":"egress","protocol":"-1","from_port":0,"to_port":0,"cidr_blocks":["0.0.0.0/0"],"self":false}"#,
            r#"{"source_security_group_id":true}"#,
        )
        .as_deref(),
        Ok("sg-1_egress_-1_0_0_0.0.0.0/0")
    );
}

#[test]
fn every_row_parses_and_renders() {
    let mut counts = std::collections::BTreeMap::new();
    for (prefix, csv) in TABLES {
        let rows: Vec<_> = table::rows::<4>(csv).collect();
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]), "{prefix}: sorted, each type once");
        assert!(csv.starts_with("# source: ") && !csv.contains("\"\""), "{prefix}");
        for row in rows {
            let [resource_type, class, text, note] = row;
            assert!(resource_type.starts_with(prefix), "{resource_type}");
            let class = Class::parse(class).unwrap_or_else(|| panic!("{resource_type}: {class}"));
            assert_eq!(Recipe::of(resource_type).map(|recipe| recipe.class), Some(class));
            assert!(!note.ends_with('.') && note.len() < 90, "{resource_type}: {note}");
            let template = Template::parse(text);
            let template = template.unwrap_or_else(|error| panic!("{resource_type}: {error}"));
            assert_eq!(template.to_string(), text, "{resource_type}");
            *counts.entry(*prefix).or_insert(0) += 1;
            if class == Class::NotImportable {
                assert_eq!(text, "", "{resource_type}");
                continue;
            }
            let unresolved =
                template.alternatives().any(|one| matches!(one, Alternative::Unresolved(_)));
            assert!(class == Class::Opaque || !unresolved, "{resource_type}: {text}");
            let sample = sample(&template);
            let values = values(&sample, "{}");
            match template.render(Object::new(values.after()), &facts()) {
                Ok(id) => assert!(!id.is_empty() && !id.expose().contains(['{', '}', '[', ']'])),
                Err(Missing::Assigned(_)) if unresolved => {}
                Err(missing) => panic!("{resource_type}: {text} with {sample}: {missing}"),
            }
        }
    }
    let total: usize = counts.values().sum();
    assert!(total > 4_500 && counts["aws_"] > 1_500, "{counts:?}");
}

/// A planned object in which everything that `template` asks for is set.
fn sample(template: &Template) -> String {
    let mut attributes = std::collections::BTreeMap::new();
    for alternative in template.alternatives() {
        let mut set = |name: &str, value: &str| {
            attributes.insert(name.to_owned(), value.to_owned());
        };
        match alternative {
            Alternative::Attribute { path, modifier } => {
                let value = match modifier {
                    Some(Modifier::Join(_)) => r#"["one","two"]"#,
                    Some(Modifier::Segment(_)) => r#""/managementGroups/one/billingAccounts/two""#,
                    _ => r#""arn:aws:dynamodb:us-west-2:1:table/t""#,
                };
                let nested =
                    path[1..].iter().rev().fold(value.to_owned(), |inner, segment| match segment {
                        Segment::Name(name) => format!(r#"{{"{name}":{inner}}}"#),
                        Segment::Index(0) => format!("[{inner}]"),
                        Segment::Index(_) => panic!("only the first block is ever asked for"),
                    });
                let Segment::Name(first) = &path[0] else { panic!("{template}") };
                merge(&mut attributes, first, &nested);
            }
            Alternative::Derived(Derived::SecurityGroupRuleSources) => set("self", "true"),
            Alternative::Derived(Derived::Scope) => set("zone_id", r#""z""#),
            Alternative::Derived(Derived::MainRegion)
            | Alternative::Fact(_)
            | Alternative::Literal(_)
            | Alternative::Unresolved(_) => {}
        }
    }
    let members: Vec<_> =
        attributes.iter().map(|(name, value)| format!(r#""{name}":{value}"#)).collect();
    format!("{{{}}}", members.join(","))
}

/// Two references into one block, `{metadata.0.a}/{metadata.0.b}`, need it with both.
fn merge(attributes: &mut std::collections::BTreeMap<String, String>, name: &str, value: &str) {
    let merged = match attributes.get(name) {
        Some(there) if there.starts_with("[{") && value.starts_with("[{") => {
            format!("{},{}", there.trim_end_matches("}]"), value.trim_start_matches("[{"))
        }
        Some(there) if there.starts_with('[') => there.clone(),
        Some(_) | None => value.to_owned(),
    };
    attributes.insert(name.to_owned(), merged);
}

fn attribute() -> impl Strategy<Value = Alternative> {
    let modifier = prop_oneof![
        Just(Modifier::Last),
        Just(Modifier::Lower),
        Just(Modifier::NoHttps),
        Just(Modifier::Slug),
        Just(Modifier::UrlEncode),
        "[/:,# _-]".prop_map(|text| Modifier::Join(text.chars().next().unwrap())),
        "[A-Za-z0-9]{1,5}".prop_map(Modifier::Segment),
    ];
    let segment = prop_oneof![
        "[A-Za-z_][A-Za-z0-9_]{0,4}".prop_map(Segment::Name),
        (0_usize..20).prop_map(Segment::Index)
    ];
    let path = ("[A-Za-z_][A-Za-z0-9_]{0,4}", vec(segment, 0..3)).prop_map(|(first, mut rest)| {
        rest.insert(0, Segment::Name(first));
        rest
    });
    (path, option::of(modifier))
        .prop_map(|(path, modifier)| Alternative::Attribute { path, modifier })
}

fn template() -> impl Strategy<Value = Template> {
    let alternative = prop_oneof![
        3 => attribute(),
        1 => proptest::sample::select(Fact::ALL.to_vec()).prop_map(Alternative::Fact),
        1 => "[a-z/:. ]{0,4}".prop_map(Alternative::Literal),
        1 => "[a-z_][a-z0-9_]{0,4}".prop_map(Alternative::Unresolved),
        1 => Just(Alternative::Derived(Derived::Scope)),
    ];
    let choice = vec(alternative, 1..4).prop_map(Piece::Choice).boxed();
    let text = "[a-zA-Z0-9/:,_.@# |'?-]{1,5}".prop_map(Piece::Text).boxed();
    // Texts beside one another would be one text.
    let run = move |least| {
        let pair = (option::of(text.clone()), choice.clone());
        (vec(pair, least..3), option::of(text.clone())).prop_map(|(pairs, last)| {
            let pairs = pairs.into_iter().flat_map(|(text, choice)| [text, Some(choice)]);
            pairs.chain([last]).flatten().collect::<Vec<_>>()
        })
    };
    (run(0), option::of(run(1)), run(1)).prop_map(|(before, optional, after)| {
        let optional = match optional {
            Some(optional) => vec![Piece::Optional(optional)],
            None => vec![Piece::Choice(vec![Alternative::Fact(Fact::Region)])],
        };
        Template { pieces: before.into_iter().chain(optional).chain(after).collect() }
    })
}

proptest! {
    #[test]
    fn print_and_parse_are_inverse(template in template()) {
        let text = template.to_string();
        prop_assert_eq!(Template::parse(&text), Ok(template), "{}", text);
    }

    #[test]
    fn any_text_is_a_template_or_an_error(text in "[{}\\[\\]|'@?:.a-z0-9 ]{0,24}") {
        if let Ok(template) = Template::parse(&text) {
            prop_assert_eq!(template.to_string(), text);
        }
    }

    /// A value is one part of an id, whatever it holds: it is not a template itself, does not
    /// end a line, and does not end the string that the id is written into.
    #[test]
    fn hostile_values_never_break_out(
        name in prop_oneof![any::<String>(), "[\"\\\\${}%\\[\\]|'@\n\r\t\u{0}\u{202e}a]{1,12}"]
    ) {
        let after = serde_json::json!({ "bucket": name, "expected_bucket_owner": name }).to_string();
        let values = values(&after, "{}");
        let recipe = Recipe::of("aws_s3_bucket_versioning").unwrap();
        match recipe.id(Object::new(values.after()), &Facts::new()) {
            Ok(id) => {
                prop_assert_eq!(id.expose(), format!("{name},{name}"));
                prop_assert!(!id.expose().chars().any(char::is_control));
                let block = format!("id = {}\nto = a.b\n", id.hcl());
                let body: hcl_edit::structure::Body = block.parse().unwrap();
                prop_assert_eq!(body.iter().count(), 2);
                let written = body.get_attribute("id").unwrap().value.as_str();
                prop_assert_eq!(written, Some(id.expose()), "{}", id.hcl());
            }
            Err(Missing::Hostile(_)) => {
                prop_assert!(Identifier::parse(&name).is_err());
            }
            Err(missing) => prop_assert!(name.is_empty(), "{}", missing),
        }
    }
}
