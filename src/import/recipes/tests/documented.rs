//! Templates give the ids that the providers' documentation shows.

use super::id_of;

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
