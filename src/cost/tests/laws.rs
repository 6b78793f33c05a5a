//! What holds for every estimate.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::hand::{document, plan, priced, whole_with};
use crate::cost::settings::Discount;
use crate::cost::usage::{Preset, Usage};
use crate::cost::{Bound, Estimate, Exchange, Settings};

fn change(actions: &str, before: &str, after: &str) -> String {
    format!(
        r#"{{"address":"aws_instance.x","type":"aws_instance","change":{{"actions":[{actions}],"before":{before},"after":{after},"before_sensitive":false,"after_sensitive":false}}}}"#
    )
}

/// USD a month that a change adds, and whether everything has a price.
fn delta(actions: &str, before: &str, after: &str) -> (Decimal, bool) {
    let estimate = plan(&change(actions, before, after), Some("us-east-1"));
    (estimate.after.typical - estimate.before.typical, estimate.unpriced.is_empty())
}

fn instance(class: &str, size: u32) -> String {
    format!(
        r#"{{"instance_type":"{class}","root_block_device":[{{"volume_type":"gp3","volume_size":{size},"throughput":{size}}}]}}"#
    )
}

fn classes() -> impl Strategy<Value = &'static str> {
    // The last two have no price.
    prop::sample::select(vec!["t3.micro", "m5.large", "c5.xlarge", "x9.large", ""])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_way_back_costs_what_the_way_there_saves(
        a in classes(), b in classes(), x in 1u32..2000, y in 1u32..2000,
    ) {
        let (one, other) = (instance(a, x), instance(b, y));
        let (there, _) = delta("\"update\"", &one, &other);
        let (back, _) = delta("\"update\"", &other, &one);
        prop_assert_eq!(there, -back);
    }

    #[test]
    fn what_is_created_costs_what_its_deletion_saves(a in classes(), x in 1u32..2000) {
        let one = instance(a, x);
        let (created, _) = delta("\"create\"", "null", &one);
        let (deleted, _) = delta("\"delete\"", &one, "null");
        prop_assert_eq!(created, -deleted);
        let (replaced, _) = delta("\"delete\",\"create\"", &one, &one);
        prop_assert_eq!(replaced, Decimal::ZERO);
    }

    #[test]
    fn more_never_costs_less(a in classes(), x in 1u32..2000, more in 0u32..2000) {
        let (less, _) = delta("\"create\"", "null", &instance(a, x));
        let (larger, _) = delta("\"create\"", "null", &instance(a, x + more));
        prop_assert!(larger >= less);
    }

    #[test]
    fn a_missing_price_is_no_saving(a in classes(), x in 1u32..2000) {
        let (saved, priced) = delta("\"update\"", &instance(a, x), &instance("x9.large", x));
        prop_assert!(saved >= Decimal::ZERO && !priced);
    }
}

/// Resources of other types, with one size in them; the last one has no price.
fn sized() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("aws_ebs_volume", r#"{"type":"io2","iops":N,"size":N}"#),
        (
            "aws_db_instance",
            r#"{"engine":"mysql","instance_class":"db.m5.large","allocated_storage":N,"multi_az":true}"#,
        ),
        ("aws_dynamodb_table", r#"{"write_capacity":N,"read_capacity":N}"#),
        ("aws_kinesis_stream", r#"{"shard_count":N}"#),
        ("aws_lambda_function", r#"{"memory_size":N}"#),
        (
            "aws_autoscaling_group",
            r#"{"min_size":1,"max_size":N,"mixed_instances_policy":[{"launch_template":[{"override":[{"instance_type":"m5.large"}]}]}]}"#,
        ),
        ("aws_elasticache_cluster", r#"{"node_type":"cache.nothing","num_cache_nodes":N}"#),
    ])
}

/// The estimate of changes with assumed usage, so that usage takes part.
fn with_usage(changes: &[String]) -> Estimate {
    whole_with(&document(&changes.join(",")), Some("us-east-1"), &Usage::assume(Preset::Medium))
}

fn one(name: &str, (kind, shape): (&str, &str), sizes: [Option<u32>; 2]) -> String {
    let side = |size: Option<u32>| {
        size.map_or("null".to_owned(), |size| shape.replace('N', &size.to_string()))
    };
    let actions = match sizes {
        [None, _] => "\"create\"",
        [_, None] => "\"delete\"",
        [Some(_), Some(_)] => "\"update\"",
    };
    let [before, after] = sizes.map(side);
    format!(
        r#"{{"address":"{kind}.{name}","type":"{kind}","change":{{"actions":[{actions}],"before":{before},"after":{after},"before_sensitive":false,"after_sensitive":false}}}}"#
    )
}

fn added(estimate: &Estimate) -> [Decimal; 3] {
    [Bound::Low, Bound::Typical, Bound::High]
        .map(|bound| estimate.after.at(bound) - estimate.before.at(bound))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// In every estimate: there and back, to be and not to be, and more of it.
    #[test]
    fn the_laws_hold_for_every_kind_of_resource(kind in sized(), a in 1u32..9000, more in 0u32..9000) {
        let [small, large] = [Some(a), Some(a + more)];
        let delta = |sizes| added(&with_usage(&[one("x", kind, sizes)]));
        let (there, back) = (delta([small, large]), delta([large, small]));
        prop_assert_eq!(there, back.map(|usd| -usd));
        let (created, deleted) = (delta([None, large]), delta([large, None]));
        prop_assert_eq!(created, deleted.map(|usd| -usd));
        let smaller = delta([None, small]);
        for (one, other) in smaller.into_iter().zip(created) {
            prop_assert!(one <= other && one >= Decimal::ZERO);
        }
    }

    /// Whatever stands in a plan besides, what has no price takes nothing off its total.
    #[test]
    fn a_missing_price_never_lowers_a_total(
        kinds in prop::collection::vec((sized(), 1u32..9000), 1..5), a in 1u32..9000, b in 1u32..9000,
    ) {
        let named = |(n, (kind, size)): (usize, &((&str, &str), u32))| {
            one(&format!("r{n}"), *kind, [None, Some(*size)])
        };
        let mut changes: Vec<String> = kinds.iter().enumerate().map(named).collect();
        let alone = with_usage(&changes);
        let nameless = ("aws_elasticache_cluster", r#"{"node_type":"cache.nothing","num_cache_nodes":N}"#);
        changes.push(one("unpriced", nameless, [Some(a), Some(b)]));
        let both = with_usage(&changes);
        for bound in [Bound::Low, Bound::Typical, Bound::High] {
            prop_assert!(both.after.at(bound) >= alone.after.at(bound));
        }
        prop_assert_eq!(added(&both), added(&alone));
        prop_assert!(both.coverage() <= alone.coverage());
    }

    /// A rate is one factor on everything, and no discount makes anything dearer.
    #[test]
    fn rate_and_discount_scale_a_bill(kind in sized(), a in 1u32..9000, rate in 1u32..500, percent in 0u32..=100) {
        let text = document(&one("x", kind, [None, Some(a)]));
        let usage = Usage::assume(Preset::Large);
        let plain = whole_with(&text, Some("us-east-1"), &usage).after.typical;
        let rate = Decimal::new(i64::from(rate), 2);
        let exchange = Exchange { currency: "EUR".to_owned(), rate, origin: None };
        let settings = Settings { exchange, ..Settings::default() };
        let exchanged = priced(&text, Some("us-east-1"), &usage, settings).after.typical;
        prop_assert_eq!(exchanged.round_dp(9), (plain * rate).round_dp(9));
        let types = "**".parse().unwrap();
        let discount = Discount { types, addresses: Vec::new(), percent: Decimal::from(percent) };
        let settings = Settings { discounts: vec![discount], ..Settings::default() };
        let less = priced(&text, Some("us-east-1"), &usage, settings).after.typical;
        prop_assert!(less <= plain && less >= Decimal::ZERO);
    }
}

#[test]
fn what_is_forgotten_goes_on_to_cost_and_what_is_imported_did() {
    let one = instance("m5.large", 100);
    assert_eq!(delta("\"forget\"", &one, "null").0, Decimal::ZERO);
    assert_eq!(delta("\"no-op\"", &one, &one).0, Decimal::ZERO);
}

/// The group has no type of its own: its template has, and its size is a range.
#[test]
fn a_group_costs_what_its_template_says() {
    let text = r#"{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
      {"address":"aws_launch_template.t","type":"aws_launch_template","change":{"actions":["create"],"before":null,
        "after":{"instance_type":"t3.medium","block_device_mappings":[{"ebs":[{"volume_type":"gp3","volume_size":20}]}]},"before_sensitive":false,"after_sensitive":false}},
      {"address":"aws_autoscaling_group.g","type":"aws_autoscaling_group","change":{"actions":["create"],"before":null,
        "after":{"min_size":1,"desired_capacity":2,"max_size":4,"launch_template":[{}]},"before_sensitive":false,"after_sensitive":false}}],
      "configuration":{"provider_config":{"aws":{"expressions":{"region":{"constant_value":"us-east-1"}}}},
       "root_module":{"resources":[
        {"address":"aws_launch_template.t","provider_config_key":"aws","expressions":{}},
        {"address":"aws_autoscaling_group.g","provider_config_key":"aws","expressions":{"launch_template":[{"id":{"references":["aws_launch_template.t.id","aws_launch_template.t"]}}]}}]}}}"#;
    let estimate = super::hand::whole(text, None);
    assert!(estimate.unpriced.is_empty(), "{:?}", estimate.unpriced);
    // 730 × 0.0416 + 20 × 0.08 = 31.968 for each of one, two, four.
    let texts = [estimate.after.low, estimate.after.typical, estimate.after.high]
        .map(|usd| usd.normalize().to_string());
    assert_eq!(texts, ["31.968", "63.936", "127.872"]);
}

/// A machine that does not say where it is, in a group that does.
#[test]
fn a_resource_of_azure_is_where_its_group_is() {
    let change = |address: &str, kind: &str, after: &str, unknown: &str| {
        format!(
            r#"{{"address":"{address}","type":"{kind}","change":{{"actions":["create"],"before":null,"after":{after},"after_unknown":{unknown},"before_sensitive":false,"after_sensitive":false}}}}"#
        )
    };
    let disk = r#"{"storage_account_type":"Premium_LRS","disk_size_gb":32}"#;
    let changes = [
        change(
            "azurerm_resource_group.g",
            "azurerm_resource_group",
            r#"{"location":"East US"}"#,
            "{}",
        ),
        change("azurerm_managed_disk.d", "azurerm_managed_disk", disk, r#"{"location":true}"#),
    ];
    let text = format!(
        r#"{{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[{}],
        "configuration":{{"root_module":{{"resources":[
          {{"address":"azurerm_resource_group.g","provider_config_key":"azurerm","expressions":{{"location":{{"constant_value":"East US"}}}}}},
          {{"address":"azurerm_managed_disk.d","provider_config_key":"azurerm","expressions":{{"location":{{"references":["azurerm_resource_group.g.location","azurerm_resource_group.g"]}}}}}}]}}}}}}"#,
        changes.join(",")
    );
    let estimate = super::hand::whole(&text, None);
    assert!(estimate.unpriced.is_empty(), "{:?}", estimate.unpriced);
    assert!(estimate.after.typical > Decimal::ZERO);
}
