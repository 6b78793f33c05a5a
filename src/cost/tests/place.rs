//! Where a resource is priced: an address of AWS costs nothing in a region without prices,
//! and is unknown there, so the region shows in what has no price.

use super::hand::whole;

/// Plans the addresses in `changes` with the providers of a configuration.
fn regions(changes: &[(&str, &str, &str)], providers: &str, keys: &[(&str, &str)]) -> Vec<String> {
    let change = |(address, before, after): &(&str, &str, &str)| {
        let actions = if *before == "null" { "create" } else { "no-op" };
        format!(
            r#"{{"address":"{address}","type":"aws_eip","change":{{"actions":["{actions}"],"before":{before},"after":{after},"before_sensitive":false,"after_sensitive":false}}}}"#
        )
    };
    let changes: Vec<String> = changes.iter().map(change).collect();
    let block = |(address, key): &(&str, &str)| {
        format!(r#"{{"address":"{address}","provider_config_key":"{key}","expressions":{{}}}}"#)
    };
    let blocks: Vec<String> = keys.iter().map(block).collect();
    let text = format!(
        r#"{{"format_version":"1.2","terraform_version":"1.9.0","variables":{{"region":{{"value":"sa-east-1"}}}},
        "resource_changes":[{}],
        "configuration":{{"provider_config":{{{providers}}},"root_module":{{"variables":{{"region":{{}}}},"resources":[{}]}}}}}}"#,
        changes.join(","),
        blocks.join(",")
    );
    let estimate = whole(&text, None);
    let unpriced = estimate.unpriced.iter();
    unpriced.map(|one| format!("{} {}: {}", one.address, one.reason.as_str(), one.detail)).collect()
}

#[test]
fn a_resource_says_where_it_is_before_its_provider_does() {
    let provider = r#""aws":{"expressions":{"region":{"constant_value":"af-south-1"}}}"#;
    let found = regions(
        &[
            ("aws_eip.own", "null", r#"{"region":"ap-east-1"}"#),
            ("aws_eip.zone", "null", r#"{"availability_zone":"us-west-2-lax-1a"}"#),
            ("aws_eip.arn", "null", r#"{"arn":"arn:aws:ec2:ca-west-1:1:elastic-ip/x"}"#),
            ("aws_eip.provider", "null", "{}"),
        ],
        provider,
        &[("aws_eip.own", "aws"), ("aws_eip.provider", "aws")],
    );
    let no_price = |name: &str, region: &str| {
        format!("aws_eip.{name} no-price-for-region: services:eip in {region}")
    };
    assert_eq!(
        found,
        [
            no_price("own", "ap-east-1"),
            no_price("zone", "us-west-2"),
            no_price("arn", "ca-west-1"),
            no_price("provider", "af-south-1"),
        ]
    );
}

#[test]
fn an_alias_is_a_provider_of_its_own_and_a_sibling_shows_where_it_works() {
    let providers = r#""aws":{"expressions":{"region":{"references":["local.x"]}}},
        "aws.var":{"expressions":{"region":{"references":["var.region"]}}},
        "aws.none":{"name":"aws"}"#;
    let existing = r#"{"arn":"arn:aws:ec2:me-south-1:1:elastic-ip/x"}"#;
    let found = regions(
        &[
            ("aws_eip.var", "null", "{}"),
            ("aws_eip.new", "null", "{}"),
            ("aws_eip.old", existing, existing),
            ("aws_eip.none", "null", "{}"),
        ],
        providers,
        &[
            ("aws_eip.var", "aws.var"),
            ("aws_eip.new", "aws"),
            ("aws_eip.old", "aws"),
            ("aws_eip.none", "aws.none"),
        ],
    );
    assert_eq!(
        found,
        [
            "aws_eip.var no-price-for-region: services:eip in sa-east-1",
            "aws_eip.new no-price-for-region: services:eip in me-south-1",
            "aws_eip.old no-price-for-region: services:eip in me-south-1",
            // Nothing says where this one works, so no region is assumed.
            "aws_eip.none region-unknown: services:eip",
        ]
    );
}
