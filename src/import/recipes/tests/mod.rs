//! What an id is made of, what is missing for one, and what stands in for it.

mod documented;
mod grammar;
mod tables;

use super::{Fact, Facts, Missing, Object, Recipe};
use crate::plan::{Address, Configuration, Json, Mask, Values};

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
