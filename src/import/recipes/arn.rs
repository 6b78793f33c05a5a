//! Which resource type an ARN belongs to, and the id that it is imported by.
//!
//! Discovery by tags finds ARNs, and Terraform imports by ids. `arn.csv` beside this file
//! has a pattern for each kind of ARN: `{P}`, `{R}` and `{A}` are the partition, region and
//! account that are looked at, `{name}` is one segment, `{name*}` may hold `/` and `:`. The
//! id is written from what the pattern captured.

use std::cmp::Reverse;

use super::facts::partition;
use crate::plan::Identifier;
use crate::table;

const TABLE: &str = include_str!("arn.csv");

/// A type that an ARN may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The resource type.
    pub resource_type: &'static str,
    /// What it is imported by.
    pub target: Target,
    /// The call that settles what the ARN leaves open, or what else to know; often empty.
    pub note: &'static str,
}

/// What an ARN says about the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The id.
    Id(Identifier),
    /// The ARN does not hold the id; the note names the call that knows it.
    Lookup,
    /// The type cannot be imported.
    NotImportable,
}

/// Where to look: an ARN of another account or region matches nothing.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// AWS region.
    pub region: &'p str,
    /// AWS account number.
    pub account_id: &'p str,
}

/// The types that `arn` may belong to, by the most specific pattern. More than one when they
/// share it: then the ARN alone does not say which, and each note names the call that does.
#[must_use]
pub fn matches(arn: &str, place: Place<'_>) -> Vec<Match> {
    if Identifier::parse(arn).is_err() {
        return Vec::new();
    }
    let mut best: Vec<Match> = Vec::new();
    let mut rank = None;
    for [pattern, resource_type, id, note] in table::rows(TABLE) {
        let mut captures = Vec::new();
        if !capture(pattern, arn, place, &mut captures) {
            continue;
        }
        let here = Some(specificity(pattern));
        if here < rank {
            continue;
        }
        if here > rank {
            best.clear();
            rank = here;
        }
        let target = match id {
            "" => Target::Lookup,
            "-" => Target::NotImportable,
            template => {
                captures.push(("arn", arn));
                let written = write(template, &captures, place);
                // Text of the table and parts of the ARN, so this refuses nothing more.
                let Ok(id) = Identifier::parse(&written) else { continue };
                Target::Id(id)
            }
        };
        best.push(Match { resource_type, target, note });
    }
    best
}

/// Text counts first, then that fewer captures may hold anything, then their number.
fn specificity(pattern: &str) -> (usize, Reverse<usize>, usize) {
    let mut text = 0;
    let mut captures = 0;
    let mut open = 0;
    for part in parts(pattern) {
        match part {
            Part::Text(literal) => text += literal.len(),
            Part::Capture(_, true) => open += 1,
            Part::Capture(_, false) => captures += 1,
        }
    }
    (text, Reverse(open), captures)
}

/// A piece of a pattern: text, or a capture and whether it may hold separators.
enum Part<'p> {
    Text(&'p str),
    Capture(&'p str, bool),
}

fn parts(pattern: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(inside) = rest.strip_prefix('{') {
            let (name, after) = inside.split_once('}').expect("a test reads every pattern");
            rest = after;
            let bare = name.strip_suffix('*');
            return Some(Part::Capture(bare.unwrap_or(name), bare.is_some()));
        }
        let (text, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
        rest = after;
        Some(Part::Text(text))
    })
}

type Captures<'t> = Vec<(&'t str, &'t str)>;

/// Whether `text` fits the whole of `pattern`, and what each capture took.
fn capture<'t>(
    pattern: &'t str,
    text: &'t str,
    place: Place<'_>,
    captures: &mut Captures<'t>,
) -> bool {
    let Some(inside) = pattern.strip_prefix('{') else {
        let at = pattern.find('{').unwrap_or(pattern.len());
        let (literal, rest) = pattern.split_at(at);
        let Some(text) = text.strip_prefix(literal) else { return false };
        return if rest.is_empty() {
            text.is_empty()
        } else {
            capture(rest, text, place, captures)
        };
    };
    let (name, rest) = inside.split_once('}').expect("a test reads every pattern");
    if let Some(fixed) = fixed(name, place) {
        return text.strip_prefix(fixed).is_some_and(|text| proceed(rest, text, place, captures));
    }
    let (name, limit) = match name.strip_suffix('*') {
        Some(name) => (name, text.len()),
        None => (name, text.find(['/', ':']).unwrap_or(text.len())),
    };
    let ends = (1..=limit).rev().filter(|end| text.is_char_boundary(*end));
    for end in ends {
        let before = captures.len();
        captures.push((name, &text[..end]));
        if proceed(rest, &text[end..], place, captures) {
            return true;
        }
        captures.truncate(before);
    }
    false
}

fn proceed<'t>(
    pattern: &'t str,
    text: &'t str,
    place: Place<'_>,
    captures: &mut Captures<'t>,
) -> bool {
    if pattern.is_empty() { text.is_empty() } else { capture(pattern, text, place, captures) }
}

/// The parts of an ARN that say where it is.
fn fixed<'p>(name: &str, place: Place<'p>) -> Option<&'p str> {
    Some(match name {
        "P" => partition(place.region).0,
        "R" => place.region,
        "A" => place.account_id,
        "dns_suffix" => partition(place.region).1,
        _ => return None,
    })
}

fn write(template: &str, captures: &Captures<'_>, place: Place<'_>) -> String {
    let written = parts(template).map(|part| match part {
        Part::Text(text) => text,
        Part::Capture(name, _) => fixed(name, place).unwrap_or_else(|| {
            let found = captures.iter().find(|(captured, _)| *captured == name);
            found.expect("a test compares the captures of every row with its id").1
        }),
    });
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::{Match, Part, Place, TABLE, Target, matches, parts};
    use crate::import::recipes::{Class, Recipe};
    use crate::table;

    const HERE: Place<'static> = Place { region: "eu-west-1", account_id: "123456789012" };

    fn found(arn: &str) -> Vec<String> {
        let show = |found: Match| match found.target {
            Target::Id(id) => format!("{} {}", found.resource_type, id.expose()),
            Target::Lookup => format!("{} ?", found.resource_type),
            Target::NotImportable => format!("{} -", found.resource_type),
        };
        matches(arn, HERE).into_iter().map(show).collect()
    }

    #[test]
    fn ids_are_read_from_arns() {
        for (arn, expected) in [
            ("arn:aws:s3:::my-logs", "aws_s3_bucket my-logs"),
            ("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0abc", "aws_vpc vpc-0abc"),
            (
                "arn:aws:sqs:eu-west-1:123456789012:jobs",
                "aws_sqs_queue https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
            ),
            (
                "arn:aws:sns:eu-west-1:123456789012:alerts",
                "aws_sns_topic arn:aws:sns:eu-west-1:123456789012:alerts",
            ),
            ("arn:aws:iam::123456789012:role/deploy", "aws_iam_role deploy"),
            ("arn:aws:iam::123456789012:role/ci/github/deploy", "aws_iam_role deploy"),
            (
                "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/X",
                "aws_iam_service_linked_role arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/X",
            ),
            (
                "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/resize",
                "aws_cloudwatch_log_group /aws/lambda/resize",
            ),
            (
                "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/resize:*",
                "aws_cloudwatch_log_group /aws/lambda/resize",
            ),
            (
                "arn:aws:logs:eu-west-1:123456789012:log-group:app:log-stream:web/1",
                "aws_cloudwatch_log_stream app:web/1",
            ),
            ("arn:aws:lambda:eu-west-1:123456789012:function:resize", "aws_lambda_function resize"),
            (
                "arn:aws:lambda:eu-west-1:123456789012:function:resize:live",
                "aws_lambda_alias resize/live",
            ),
            (
                "arn:aws:events:eu-west-1:123456789012:rule/nightly",
                "aws_cloudwatch_event_rule default/nightly",
            ),
            (
                "arn:aws:events:eu-west-1:123456789012:rule/orders/nightly",
                "aws_cloudwatch_event_rule orders/nightly",
            ),
            (
                "arn:aws:ssm:eu-west-1:123456789012:parameter/app/db/url",
                "aws_ssm_parameter /app/db/url",
            ),
            ("arn:aws:ssm:eu-west-1:123456789012:parameter/plain", "aws_ssm_parameter plain"),
            (
                "arn:aws:ecr:eu-west-1:123456789012:repository/team/api",
                "aws_ecr_repository team/api",
            ),
            ("arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/web", "aws_elb web"),
            (
                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c",
                "aws_lb arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c",
            ),
            (
                "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/front/a1b2",
                "aws_wafv2_web_acl a1b2/front/REGIONAL",
            ),
            ("arn:aws:ecs:eu-west-1:123456789012:service/main/api", "aws_ecs_service main/api"),
            ("arn:aws:ecs:eu-west-1:123456789012:service/api", "aws_ecs_service ?"),
            ("arn:aws:kms:eu-west-1:123456789012:alias/app/key", "aws_kms_alias alias/app/key"),
            (
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf",
                "aws_secretsmanager_secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf",
            ),
            ("arn:aws:ec2:eu-west-1:123456789012:key-pair/key-0abc", "aws_key_pair ?"),
            (
                "arn:aws:ec2:eu-west-1:123456789012:spot-instances-request/sir-1",
                "aws_spot_instance_request -",
            ),
            ("arn:aws:route53:::hostedzone/Z123", "aws_route53_zone Z123"),
            (
                "arn:aws:apigateway:eu-west-1::/restapis/abc/stages/prod",
                "aws_api_gateway_stage abc/prod",
            ),
            (
                "arn:aws:glue:eu-west-1:123456789012:database/lake",
                "aws_glue_catalog_database 123456789012:lake",
            ),
            (
                "arn:aws:sso:::permissionSet/ssoins-1/ps-2",
                "aws_ssoadmin_permission_set arn:aws:sso:::permissionSet/ssoins-1/ps-2,arn:aws:sso:::instance/ssoins-1",
            ),
        ] {
            assert_eq!(found(arn), [expected], "{arn}");
        }
    }

    #[test]
    fn another_place_and_hostile_text_match_nothing() {
        for arn in [
            "arn:aws:sqs:us-east-1:123456789012:jobs",
            "arn:aws:sqs:eu-west-1:210987654321:jobs",
            "arn:aws-cn:s3:::my-logs",
            "arn:aws:s3:::my-logs/key",
            "arn:aws:s3:::",
            "arn:aws:sns:eu-west-1:123456789012:alerts\n",
            "arn:aws:unheard:eu-west-1:123456789012:x",
            "",
        ] {
            assert_eq!(found(arn), [""; 0], "{arn:?}");
        }
    }

    #[test]
    fn types_that_share_an_arn_all_come_with_the_call_that_tells() {
        let alarm = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu: high/prod";
        assert_eq!(
            found(alarm),
            [
                "aws_cloudwatch_composite_alarm cpu: high/prod",
                "aws_cloudwatch_metric_alarm cpu: high/prod"
            ]
        );
        assert!(matches(alarm, HERE).iter().all(|found| found.note.contains("DescribeAlarms")));
    }

    #[test]
    fn every_row_is_whole() {
        let rows: Vec<_> = table::rows::<4>(TABLE).collect();
        assert!(rows.len() > 250, "{}", rows.len());
        assert!(rows.is_sorted_by(|a, b| a[..2] < b[..2]), "sorted, each pair once");
        for [pattern, resource_type, id, note] in &rows {
            let names = |text| {
                let captures = parts(text).filter_map(|part| match part {
                    Part::Capture(name, _) => Some(name.to_owned()),
                    Part::Text(_) => None,
                });
                captures.collect::<Vec<_>>()
            };
            assert!(pattern.starts_with("arn:{P}:"), "{pattern}");
            let known = ["arn", "P", "R", "A", "dns_suffix"].map(str::to_owned);
            for name in names(id) {
                let captured = names(pattern).contains(&name) || known.contains(&name);
                assert!(captured, "{pattern}: `{name}` is not captured");
            }
            assert!(!id.is_empty() || !note.is_empty(), "{pattern}: a lookup by what call?");
            let shared = rows.iter().filter(|row| row[0] == *pattern).count() > 1;
            assert!(!shared || !note.is_empty(), "{pattern}: which type, by what call?");
            let recipe = Recipe::of(resource_type);
            let recipe = recipe.unwrap_or_else(|| panic!("{resource_type} has no recipe"));
            let none = recipe.class == Class::NotImportable;
            assert_eq!(*id == "-", none, "{resource_type}: the tables disagree");
        }
    }
}
