//! What somebody sees who made a mistake.

use super::rendered;

#[test]
fn a_typo_in_a_required_key_is_one_error() {
    insta::assert_snapshot!(rendered("waiver \"aws/rds/storage-encrypted\" {\n  reason = \"OPS-1182\"\n  owner  = \"data\"\n  expire = \"2027-01-31\"\n}\n"), @r##"
tfgate::config::unknown_key

  × unknown key `expire`
   ╭─[.tfgate.hcl:4:3]
 3 │   owner  = "data"
 4 │   expire = "2027-01-31"
   ·   ───┬──
   ·      ╰── did you mean `expires`?
 5 │ }
   ╰────
  help: a `waiver` block takes `address`, `reason`, `owner`, `expires` and
        `environments`
"##);
}

#[test]
fn an_unknown_key_lists_what_is_allowed() {
    insta::assert_snapshot!(rendered("protect {\n  colour = 5\n}\n"), @r##"
tfgate::config::unknown_key

  × unknown key `colour`
   ╭─[.tfgate.hcl:2:3]
 1 │ protect {
 2 │   colour = 5
   ·   ───┬──
   ·      ╰── not known here
 3 │ }
   ╰────
  help: a `protect` block takes `protected`, `max_destroy` and `max_plan_age`
"##);
}

#[test]
fn a_key_of_match_is_sent_there() {
    insta::assert_snapshot!(rendered("environment \"prod\" {\n  branches = [\"main\"]\n}\n"), @r##"
tfgate::config::unknown_key

  × unknown key `branches`
   ╭─[.tfgate.hcl:2:3]
 1 │ environment "prod" {
 2 │   branches = ["main"]
   ·   ────┬───
   ·       ╰── write `match = { branch = … }`
 3 │ }
   ╰────
  help: an `environment` block takes `match`, `profile`, `unchanged`,
        `protect`, `comply`, `cost`, `import`, `ingest`, `levels`, `rule` and
        `waiver`
"##);
}

#[test]
fn a_bad_pattern_is_pointed_at_inside_the_string() {
    insta::assert_snapshot!(rendered("protect {\n  protected = [\n    \"**.aws_s3_bucket.audit\",\n    \"module.a**b.t.n\",\n  ]\n}\n"), @r##"
tfgate::config::invalid_value

  × `module.a**b.t.n` is no address pattern
   ╭─[.tfgate.hcl:4:17]
 3 │     "**.aws_s3_bucket.audit",
 4 │     "module.a**b.t.n",
   ·                 ┬
   ·                 ╰── `**` stands for whole module steps; within a name write `*`
 5 │   ]
   ╰────
  help: for example `aws_s3_bucket.audit`, `module.db.**` or
        `**.aws_kms_key.*`
"##);
}

#[test]
fn references_are_refused() {
    insta::assert_snapshot!(rendered("environment \"prod\" {\n  match = { workspace = \"${var.name}\" }\n}\n"), @r##"
tfgate::config::invalid_value

  × `workspace` must be a plain value
   ╭─[.tfgate.hcl:2:25]
 1 │ environment "prod" {
 2 │   match = { workspace = "${var.name}" }
   ·                         ──────┬──────
   ·                               ╰── nothing is evaluated here
 3 │ }
   ╰────
  help: `workspace` must be a string or a list of strings; a `$` or `%` before
        `{` is written twice to stand for itself
"##);
}

#[test]
fn two_environments_of_one_name_are_shown_together() {
    insta::assert_snapshot!(rendered("environment \"prod\" {\n  profile = \"strict\"\n}\n\nenvironment \"prod\" {\n}\n"), @r##"
tfgate::config::duplicate

  × environment `prod` is configured twice
   ╭─[.tfgate.hcl:1:13]
 1 │ environment "prod" {
   ·             ───┬──
   ·                ╰── first configured here
 2 │   profile = "strict"
   ╰────
   ╭─[.tfgate.hcl:5:13]
 4 │
 5 │ environment "prod" {
   ·             ───┬──
   ·                ╰── configured again here
 6 │ }
   ╰────
  help: put everything about it into one block
"##);
}

#[test]
fn a_wrong_word_is_corrected() {
    insta::assert_snapshot!(rendered("levels {\n  high = \"mandatory_overrideable\"\n}\n"), @r##"
tfgate::config::invalid_value

  × `mandatory_overrideable` is no level
   ╭─[.tfgate.hcl:2:10]
 1 │ levels {
 2 │   high = "mandatory_overrideable"
   ·          ────────────┬───────────
   ·                      ╰── did you mean `mandatory_overridable`?
 3 │ }
   ╰────
  help: `high` is `mandatory`, `mandatory_overridable` or `advisory`
"##);
}

#[test]
fn broken_syntax_is_explained() {
    insta::assert_snapshot!(rendered("protect { max_destroy = 5; max_plan_age = \"2h\" }\n"), @r##"
tfgate::config::syntax

  × this is not valid HCL
   ╭─[.tfgate.hcl:1:26]
 1 │ protect { max_destroy = 5; max_plan_age = "2h" }
   ·                          ┬
   ·                          ╰── invalid block body; expected `}`, newline or identifier
   ╰────
  help: a key is written `name = value`, one on each line; a block on one line
        can hold one key only
"##);
}

#[test]
fn a_printed_waiver_is_refused_until_it_is_filled_in() {
    let day = jiff::civil::date(2027, 1, 31);
    let block = super::super::waiver_block(&super::super::WaiverText {
        rule: "protect/stateful-replace",
        address: Some("aws_db_instance.a"),
        reason: None,
        owner: None,
        expires: day,
    });
    insta::assert_snapshot!(rendered(&block), @r##"
tfgate::config::invalid

  × `.tfgate.hcl` has 2 errors

Error: tfgate::config::invalid_value

  × `reason` is empty
   ╭─[.tfgate.hcl:3:13]
 2 │   address = "aws_db_instance.a"
 3 │   reason  = "" # why this is accepted, best with a ticket
   ·             ─┬
   ·              ╰── fill this in
 4 │   owner   = "" # who answers for it
   ╰────
  help: say why this is accepted, best with a ticket

Error: tfgate::config::invalid_value

  × `owner` is empty
   ╭─[.tfgate.hcl:4:13]
 3 │   reason  = "" # why this is accepted, best with a ticket
 4 │   owner   = "" # who answers for it
   ·             ─┬
   ·              ╰── fill this in
 5 │   expires = "2027-01-31" # holds through this day
   ╰────
  help: say who answers for it: a team or a person
"##);
}

#[test]
fn money_and_limits_say_what_they_want() {
    insta::assert_snapshot!(rendered("cost {\n  max_increase = \"20,000 USD\"\n  max_total    = 500\n}\nprotect {\n  max_destroy = \"5\"\n}\n"), @r##"
tfgate::config::invalid

  × `.tfgate.hcl` has 3 errors

Error: tfgate::config::invalid_value

  × `20,000 USD` is no amount of money
   ╭─[.tfgate.hcl:2:18]
 1 │ cost {
 2 │   max_increase = "20,000 USD"
   ·                  ──────┬─────
   ·                        ╰── write the number without separators
 3 │   max_total    = 500
   ╰────
  help: for example "500 USD" or "0.50 EUR"

Error: tfgate::config::invalid_value

  × `max_total` must be an amount with its currency, such as "500 USD"
   ╭─[.tfgate.hcl:3:18]
 2 │   max_increase = "20,000 USD"
 3 │   max_total    = 500
   ·                  ─┬─
   ·                   ╰── this is a number
 4 │ }
   ╰────

Error: tfgate::config::invalid_value

  × `max_destroy` must be a number such as 5 or a share such as "10%"
   ╭─[.tfgate.hcl:6:17]
 5 │ protect {
 6 │   max_destroy = "5"
   ·                 ─┬─
   ·                  ╰── write the number without quotes, or add `%`
 7 │ }
   ╰────
"##);
}
