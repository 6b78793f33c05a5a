//! What holds for every estimate.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::hand::plan;

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
