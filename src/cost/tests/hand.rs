//! Resources whose bill was worked out by hand; the arithmetic stands beside each.

use rust_decimal::Decimal;

use crate::cost::{Cost, Estimate, Settings, Usage};
use crate::gate;
use crate::plan::Plan;

/// The estimate of a plan that creates one resource.
pub(super) fn create(resource_type: &str, after: &str) -> Estimate {
    plan(
        &format!(
            r#"{{"address":"{resource_type}.x","type":"{resource_type}","change":{{"actions":["create"],"before":null,"after":{after},"before_sensitive":false,"after_sensitive":false}}}}"#
        ),
        Some("us-east-1"),
    )
}

pub(super) fn plan(changes: &str, region: Option<&str>) -> Estimate {
    let text = format!(
        r#"{{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[{changes}]}}"#
    );
    whole(&text, region)
}

/// The estimate of a whole plan.
pub(super) fn whole(text: &str, region: Option<&str>) -> Estimate {
    let plan = Plan::read(text.as_bytes().to_vec()).ok().unwrap();
    let usage = Usage::default();
    let now = "2026-11-21T00:00:00Z".parse().unwrap();
    let region = region.map(str::to_owned);
    let cost = Cost::new(&plan, Settings::default(), &usage, region, now).ok().unwrap();
    gate::run(&cost, &plan).ok().unwrap();
    cost.estimate().cloned().unwrap()
}

fn monthly(resource_type: &str, after: &str) -> String {
    let estimate = create(resource_type, after);
    assert!(estimate.unpriced.is_empty(), "{resource_type}: {:?}", estimate.unpriced);
    let cents = crate::cost::money::cents(estimate.after.typical);
    cents.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[test]
fn bills_are_as_worked_out_by_hand() {
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
        assert_eq!(monthly(resource_type, after), expected, "{resource_type} {after}");
    }
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
    let estimate = create("aws_lambda_function", r#"{"memory_size":512}"#);
    assert_eq!((estimate.billable, estimate.depends_on_usage), (0, 1));
    let prices: Vec<String> =
        estimate.resources[0].components.iter().map(|one| one.unit_price.to_string()).collect();
    assert_eq!(prices, ["0.2", "0.0000166667"]);
    assert!(estimate.resources[0].components.iter().all(|one| one.monthly.is_none()));
}
