//! Resources whose bill was worked out by hand; the arithmetic stands beside each.

use rust_decimal::Decimal;

use crate::cost::{Catalogue, Cost, Estimate, Settings, Usage};
use crate::gate;
use crate::plan::Plan;

/// The estimate of a plan that creates one resource.
fn create(resource_type: &str, after: &str, region: &str) -> Estimate {
    plan(
        &format!(
            r#"{{"address":"{resource_type}.x","type":"{resource_type}","change":{{"actions":["create"],"before":null,"after":{after},"before_sensitive":false,"after_sensitive":false}}}}"#
        ),
        Some(region),
    )
}

pub(super) fn plan(changes: &str, region: Option<&str>) -> Estimate {
    whole(&document(changes), region)
}

/// A plan of some changes.
pub(super) fn document(changes: &str) -> String {
    format!(
        r#"{{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[{changes}]}}"#
    )
}

/// The estimate of a whole plan.
pub(super) fn whole(text: &str, region: Option<&str>) -> Estimate {
    whole_with(text, region, &Usage::default())
}

/// The estimate of a whole plan with usage.
pub(super) fn whole_with(text: &str, region: Option<&str>, usage: &Usage) -> Estimate {
    priced(text, region, usage, Settings::default())
}

/// The estimate of a whole plan under settings.
pub(super) fn priced(
    text: &str,
    region: Option<&str>,
    usage: &Usage,
    settings: Settings,
) -> Estimate {
    let plan = Plan::read(text.as_bytes().to_vec()).ok().unwrap();
    let catalogue = Catalogue::default();
    let now = "2026-11-21T00:00:00Z".parse().unwrap();
    let region = region.map(str::to_owned);
    let cost = Cost::new(&plan, settings, usage, &catalogue, region, now).ok().unwrap();
    gate::run(&cost, &plan).ok().unwrap();
    cost.estimate().cloned().unwrap()
}

fn monthly(resource_type: &str, after: &str, region: &str) -> String {
    let estimate = create(resource_type, after, region);
    assert!(estimate.unpriced.is_empty(), "{resource_type}: {:?}", estimate.unpriced);
    let cents = crate::cost::money::cents(estimate.after.typical);
    cents.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[test]
fn bills_in_us_east_1_are_as_worked_out_by_hand() {
    for (resource_type, after, expected) in [
        // 730 × 0.0416 + 8 × 0.10 = 30.368 + 0.80
        ("aws_instance", r#"{"instance_type":"t3.medium"}"#, "31.17"),
        // 730 × 0.0416 + 50 × 0.08 + 125 MBps above 125 × 0.04 = 30.368 + 4 + 5
        (
            "aws_instance",
            r#"{"instance_type":"t3.medium","root_block_device":[{"volume_type":"gp3","volume_size":50,"throughput":250}]}"#,
            "39.37",
        ),
        // 500 × 0.10
        ("aws_ebs_volume", r#"{"size":500}"#, "50"),
        // 100 × 0.125 + 4000 × 0.065 = 12.50 + 260
        ("aws_ebs_volume", r#"{"size":100,"type":"io1","iops":4000}"#, "272.5"),
        // 730 × 0.171 + 20 × 0.115 = 124.83 + 2.30
        ("aws_db_instance", r#"{"engine":"mysql","instance_class":"db.m5.large"}"#, "127.13"),
        // twice 730 × 0.036 + 100 × 0.23 = 52.56 + 23
        (
            "aws_db_instance",
            r#"{"engine":"postgres","instance_class":"db.t3.small","multi_az":true,"allocated_storage":100,"storage_type":"gp3"}"#,
            "75.56",
        ),
        // 730 × 0.30
        ("aws_dx_connection", r#"{"bandwidth":"1Gbps"}"#, "219"),
        // 730 × 0.045
        ("aws_nat_gateway", "{}", "32.85"),
        // 730 × 0.005
        ("aws_eip", "{}", "3.65"),
        // 730 × 0.0225
        ("aws_lb", r#"{"load_balancer_type":"network"}"#, "16.43"),
        // 730 × 0.10
        ("aws_eks_cluster", "{}", "73"),
        // 2 subnets × 730 × 0.01
        ("aws_vpc_endpoint", r#"{"vpc_endpoint_type":"Interface","subnet_ids":["a","b"]}"#, "14.6"),
        // 730 × (10 × 0.00065 + 20 × 0.00013) = 730 × 0.0091
        ("aws_dynamodb_table", r#"{"write_capacity":10,"read_capacity":20}"#, "6.64"),
        // 2 × 730 × 0.015
        ("aws_kinesis_stream", r#"{"shard_count":2}"#, "21.9"),
        // 2 × 730 × 3.26
        ("aws_redshift_cluster", r#"{"node_type":"ra3.4xlarge","number_of_nodes":2}"#, "4759.6"),
        // one secret and one replica × 0.40
        ("aws_secretsmanager_secret", r#"{"replica":[{"region":"eu-west-1"}]}"#, "0.8"),
    ] {
        let monthly = monthly(resource_type, after, "us-east-1");
        assert_eq!(monthly, expected, "{resource_type} {after}");
    }
}

#[test]
fn bills_in_eu_west_1_are_as_worked_out_by_hand() {
    for (resource_type, after, expected) in [
        // 730 × 0.107 + 100 × 0.088 = 78.11 + 8.80
        (
            "aws_instance",
            r#"{"instance_type":"m5.large","root_block_device":[{"volume_type":"gp3","volume_size":100}]}"#,
            "86.91",
        ),
        // 200 × 0.088 + 2000 IOPS above 3000 × 0.0055 + 175 MBps above 125 × 0.044
        // = 17.60 + 11 + 7.70
        ("aws_ebs_volume", r#"{"size":200,"type":"gp3","iops":5000,"throughput":300}"#, "36.3"),
        // 500 × 0.138 + 32000 × 0.072 + 8000 above 32000 × 0.0504 = 69 + 2304 + 403.20
        ("aws_ebs_volume", r#"{"size":500,"type":"io2","iops":40000}"#, "2776.2"),
        // 730 × 0.394 + 100 × 0.253 = 287.62 + 25.30
        (
            "aws_db_instance",
            r#"{"engine":"postgres","instance_class":"db.m5.large","multi_az":true,"allocated_storage":100}"#,
            "312.92",
        ),
        // 730 × 0.32
        (
            "aws_rds_cluster_instance",
            r#"{"engine":"aurora-postgresql","instance_class":"db.r5.large"}"#,
            "233.6",
        ),
        // 730 × 0.048
        ("aws_nat_gateway", "{}", "35.04"),
        // 730 × 0.014
        ("aws_lb", r#"{"load_balancer_type":"gateway"}"#, "10.22"),
        // 730 × 0.028
        ("aws_elb", "{}", "20.44"),
        // a metric of high resolution
        ("aws_cloudwatch_metric_alarm", r#"{"period":10}"#, "0.3"),
    ] {
        let monthly = monthly(resource_type, after, "eu-west-1");
        assert_eq!(monthly, expected, "{resource_type} {after}");
    }
}

/// What is no quantity is unknown: below zero it would be a saving.
#[test]
fn a_quantity_below_zero_is_unknown() {
    let estimate = create("aws_ebs_volume", r#"{"size":-500}"#, "us-east-1");
    assert_eq!(estimate.unpriced[0].reason.as_str(), "attribute-unknown");
    assert_eq!(estimate.after.typical, Decimal::ZERO);
}

#[test]
fn a_region_without_prices_is_unknown_and_never_that_of_another() {
    let changes = r#"{"address":"aws_eip.x","type":"aws_eip","change":{"actions":["create"],"before":null,"after":{},"before_sensitive":false,"after_sensitive":false}}"#;
    for (region, reason) in [(Some("ap-south-1"), "no-price-for-region"), (None, "region-unknown")]
    {
        let estimate = plan(changes, region);
        assert_eq!((estimate.billable, estimate.priced), (1, 0));
        assert_eq!(estimate.unpriced[0].reason.as_str(), reason);
        assert_eq!(estimate.after.typical, Decimal::ZERO);
    }
}

#[test]
fn what_costs_by_usage_alone_is_listed_and_left_out() {
    let estimate = create("aws_lambda_function", r#"{"memory_size":512}"#, "us-east-1");
    assert_eq!((estimate.billable, estimate.depends_on_usage), (0, 1));
    let prices: Vec<String> =
        estimate.resources[0].components.iter().map(|one| one.unit_price.to_string()).collect();
    assert_eq!(prices, ["0.2", "0.0000166667"]);
    assert!(estimate.resources[0].components.iter().all(|one| one.monthly.is_none()));
}
