//! The report of a run after a failed apply, as people see it.

use super::super::failures::read;
use super::{Address, Decision, Format, ImportReport, LogReport, Look, Mode, ResourceReport};
use super::{Path, Status, Version};

/// A dry run after a failed apply: what the log said, and what would not have failed.
fn report() -> ImportReport {
    let version = Version::read(br#"{"terraform_version":"1.11.4"}"#).unwrap();
    let mut report = ImportReport::new(&Mode::DryRun, &version, Path::new("envs/prod"));
    let log = r#"{"type":"apply_errored","hook":{"resource":{"addr":"aws_iam_role.ci"}}}
        {"type":"diagnostic","diagnostic":{"severity":"error","summary":"EntityAlreadyExists: Role with name ci already exists.","address":"aws_iam_role.ci"}}"#;
    let failures = read(log.as_bytes().to_vec()).unwrap();
    let told = failures.collisions[0].in_words();
    report.log = Some(LogReport::new(&failures));
    let resource = |address: &str, decision| {
        let address = Address::parse(address).unwrap();
        ResourceReport::new(&address, &address.resource_type, decision)
    };
    let queue = "`--write-blocks FILE` writes the `import` block";
    let zone = "name its id with `--map FILE`: aws_route53_zone.main = ID";
    report.resources = vec![
        resource(
            "aws_sqs_queue.jobs",
            Decision::new(Status::Deferred, "an apply would also change `delay_seconds`")
                .next(queue),
        ),
        ResourceReport {
            told: Some(told),
            ..resource("aws_iam_role.ci", Decision::new(Status::Importable, ""))
        },
        resource(
            "aws_route53_zone.main",
            Decision::new(Status::Unsearched, "`zone_id` is assigned when it is made").next(zone),
        ),
    ];
    report.count();
    report
}

#[test]
fn a_terminal_shows_what_the_log_said_and_what_would_not_fail() {
    insta::assert_snapshot!(report().render(Format::Text, &Look::default()), @r"
    left to apply (1)
      aws_sqs_queue.jobs
          why  an apply would also change `delay_seconds`
          else an apply that creates it takes it over without an error, where the attributes are the
               same
          next `--write-blocks FILE` writes the `import` block

    would import (1)
      aws_iam_role.ci
          log  the apply said that it exists already (EntityAlreadyExists)

    not searched (1)
      aws_route53_zone.main
          why  `zone_id` is assigned when it is made
          else if it exists, an apply that creates it makes a second one beside it without an error
          next name its id with `--map FILE`: aws_route53_zone.main = ID

      note     1 create could not be looked for and would not fail if it exists

      log      1 resource exists already

    UNRESOLVED   1 of 3; 1 would be imported, 1 not searched
    ");
}

#[test]
fn markdown_shows_the_same() {
    insta::assert_snapshot!(report().render(Format::Markdown, &Look::default()), @r"
    ### tfgate import: UNRESOLVED   1 of 3; 1 would be imported, 1 not searched

    1 create could not be looked for and would not fail if it exists

    The log of the apply: 1 resource exists already

    | status | address | id | why |
    |---|---|---|---|
    | left to apply | `aws_sqs_queue.jobs` |  | an apply would also change `delay&#95;seconds`; an apply that creates it takes it over without an error, where the attributes are the same; `--write-blocks FILE` writes the `import` block |
    | would import | `aws_iam_role.ci` |  | the apply said that it exists already (EntityAlreadyExists) |
    | not searched | `aws_route53_zone.main` |  | `zone&#95;id` is assigned when it is made; if it exists, an apply that creates it makes a second one beside it without an error; name its id with `--map FILE`: aws&#95;route53&#95;zone.main = ID |
    ");
}
