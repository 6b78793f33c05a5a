//! What is accepted, what is refused, and the template.

use super::super::{Config, WaiverText, template, waiver_block};

fn blank_waiver(rule: &str, address: Option<&str>, expires: jiff::civil::Date) -> String {
    waiver_block(&WaiverText { rule, address, reason: None, owner: None, expires })
}

use super::{config, in_force, problems};

/// The template with all examples switched on.
fn switched_on() -> String {
    let line = |line: &str| {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        let prose =
            |text: &str| text.is_empty() || (text.starts_with(' ') && !text.starts_with("  "));
        match rest.strip_prefix('#') {
            Some(example) if !prose(example) => format!("{indent}{example}\n"),
            Some(_) | None => format!("{line}\n"),
        }
    };
    template().lines().map(line).collect()
}

#[test]
fn the_template_is_valid_as_it_is_and_with_all_examples() {
    assert_eq!(config(template()).environments().count(), 0);
    let text = switched_on();
    let all =
        Config::parse("template", &text).map_err(|errors| panic!("{errors:?}\n{text}")).unwrap();
    assert_eq!(
        all.environments().collect::<Vec<_>>(),
        ["preview", "test", "staging", "production"]
    );
    let force = in_force(&text, Some("production"));
    assert_eq!(force.protect.protected.len(), 2);
    assert_eq!(force.waivers.len(), 1);
}

#[test]
fn the_whole_language_is_accepted() {
    let text = r#"
profile   = "enhanced"
unchanged = "enforce"
levels {
  critical = "mandatory"
  high     = "mandatory_overridable"
  medium   = "advisory"
  low      = "advisory"
}
rule "aws/rds/*" {
  level = "advisory"
}
protect {
  protected    = ["**.aws_s3_bucket.audit", "module.a[\"x\"].t.n"]
  max_destroy  = "12.5%"
  max_plan_age = "1d12h"
}
comply {
  policies         = ["policies"]
  inputs           = { region = "eu-west-1", sizes = [1, 2.50], deep = { on = true, off = null } }
  packs            = ["aws"]
  default_policies = false
}
cost {
  max_increase          = "500 USD"
  max_increase_percent  = 10
  max_total             = "20000.50 USD"
  max_resource_increase = "100 USD"
  min_coverage          = 0.9
  max_price_age         = "90d"
  bound                 = "high"
  level                 = "mandatory"
  max_decrease          = "900 EUR"
  max_decrease_percent  = 50
  min_delta_for_percent = "5 EUR"
  currency              = "EUR"
  rate                  = 0.920
  usage                 = "usage.yml"
  limit "team a" {
    tags         = { Team = "a", Env = ["prod", "live"] }
    address      = "module.data.**"
    max_increase = "1 USD"
  }
  discount "aws_db_*" {
    percent = 12.5
    address = ["module.data.**"]
  }
  prices                = ["prices", "rates.csv"]
}
import {
  tags = { Project = "x", "cost:centre" = "42" }
}
fleet {
  max_destroy = 50
}
environment "prod" {
  match = {
    workspace = "prod*"
    directory = ["envs/prod", "./envs/prod/**"]
    branch    = "main"
    variables = { environment = ["prod", "live"] }
  }
  waiver "aws/**" {
    reason  = <<-EOT
      because
    EOT
    owner   = "me"
    expires = "2028-02-29"
  }
}
waiver "protect/stateful-destroy" {
  address      = ["aws_db_instance.a", "module.b.**"]
  reason       = "gone"
  owner        = "me"
  expires      = "2027-01-31"
  environments = ["prod"]
}
"#;
    let force = in_force(text, Some("prod"));
    assert_eq!(force.waivers.len(), 2);
    assert_eq!(force.waivers[1].reason, "because");
    assert_eq!(force.waivers[1].environments, ["prod"]);
    let settings = force.settings();
    let lines: Vec<_> = settings
        .iter()
        .map(|set| format!("{} = {}  ({})", set.key, set.value, set.origin))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
environment = "prod"  (-e)
profile = enhanced  (.tfgate.hcl:2)
unchanged = enforce  (.tfgate.hcl:3)
levels.critical = mandatory  (.tfgate.hcl:5)
levels.high = mandatory_overridable  (.tfgate.hcl:6)
levels.medium = advisory  (.tfgate.hcl:7)
levels.low = advisory  (.tfgate.hcl:8)
rule."aws/rds/*" = advisory  (.tfgate.hcl:11)
protect.protected = "**.aws_s3_bucket.audit"  (.tfgate.hcl:14)
protect.protected = "module.a[\"x\"].t.n"  (.tfgate.hcl:14)
protect.max_destroy = 12.5%  (.tfgate.hcl:15)
protect.max_plan_age = 1d12h  (.tfgate.hcl:16)
comply.policies = ["policies"]  (.tfgate.hcl:19)
comply.inputs = {"region" = "eu-west-1", "sizes" = [1, 2.50], "deep" = {"on" = true, "off" = null}}  (.tfgate.hcl:20)
comply.packs = ["aws"]  (.tfgate.hcl:21)
comply.default_policies = false  (.tfgate.hcl:22)
cost.max_increase = "500 USD"  (.tfgate.hcl:25)
cost.max_increase_percent = 10  (.tfgate.hcl:26)
cost.max_decrease = "900 EUR"  (.tfgate.hcl:33)
cost.max_decrease_percent = 50  (.tfgate.hcl:34)
cost.min_delta_for_percent = "5 EUR"  (.tfgate.hcl:35)
cost.max_total = "20000.50 USD"  (.tfgate.hcl:27)
cost.max_resource_increase = "100 USD"  (.tfgate.hcl:28)
cost.min_coverage = 0.9  (.tfgate.hcl:29)
cost.max_price_age = 90d  (.tfgate.hcl:30)
cost.limit."team a".tags = {"Team" = ["a"], "Env" = ["prod", "live"]}  (.tfgate.hcl:39)
cost.limit."team a".address = ["module.data.**"]  (.tfgate.hcl:39)
cost.limit."team a".max_increase = "1 USD"  (.tfgate.hcl:42)
cost.bound = high  (.tfgate.hcl:31)
cost.level = mandatory  (.tfgate.hcl:32)
cost.currency = "EUR"  (.tfgate.hcl:37)
cost.rate = 0.920  (.tfgate.hcl:37)
cost.usage = "usage.yml"  (.tfgate.hcl:38)
cost.prices = ["prices", "rates.csv"]  (.tfgate.hcl:48)
cost.discount."aws_db_*" = 12.5% on ["module.data.**"]  (.tfgate.hcl:44)
import.tags = {"Project" = "x", "cost:centre" = "42"}  (.tfgate.hcl:51)
fleet.max_destroy = 50  (.tfgate.hcl:54)
waiver."protect/stateful-destroy" = ["aws_db_instance.a", "module.b.**"], until 2027-01-31, owner "me", reason "gone"  (.tfgate.hcl:71)
waiver."aws/**" = everything, until 2028-02-29, owner "me", reason "because"  (.tfgate.hcl:63)
"#);
}

#[test]
fn each_mistake_is_refused() {
    for (text, message) in [
        ("profile = \"lenient\"", "`lenient` is no profile"),
        ("profile = strict", "`profile` must be a plain value"),
        ("profile = null", "`profile` must be `basic`, `standard`, `enhanced` or `strict`"),
        ("profile {\n}", "`profile` is a key, not a block"),
        ("unchanged = \"ignore\"", "`ignore` is no choice"),
        ("protect = {}", "`protect` is a block"),
        ("protect \"x\" {\n}", "`protect` has no name of its own"),
        ("protect {\n}\nprotect {\n}", "`protect` is set twice"),
        ("profile = \"basic\"\nprofile = \"strict\"", "`profile` is set twice"),
        (
            "protect {\n max_destroy = -1\n}",
            "`max_destroy` must be a number such as 5 or a share such as \"10%\"",
        ),
        (
            "protect {\n max_destroy = 1.5\n}",
            "`max_destroy` must be a number such as 5 or a share such as \"10%\"",
        ),
        (
            "protect {\n max_destroy = \"101%\"\n}",
            "`max_destroy` must be a number such as 5 or a share such as \"10%\"",
        ),
        (
            "protect {\n max_destroy = \"1.255%\"\n}",
            "`max_destroy` must be a number such as 5 or a share such as \"10%\"",
        ),
        (
            "protect {\n max_destroy = true\n}",
            "`max_destroy` must be a number such as 5 or a share such as \"10%\"",
        ),
        ("protect {\n max_plan_age = \"0h\"\n}", "`0h` is no duration"),
        ("protect {\n protected = \"t.n\"\n}", "`protected` must be a list of strings"),
        ("protect {\n protected = [\"t.n\", \"t.n\"]\n}", "`t.n` is set twice"),
        ("levels {\n urgent = \"advisory\"\n}", "unknown key `urgent`"),
        ("rule \"a/b\" {\n}", "a `rule` block lacks `level`"),
        ("rule {\n level = \"advisory\"\n}", "`rule` takes one name"),
        ("rule \"a b\" {\n level = \"advisory\"\n}", "`a b` is no rule"),
        ("rule \"a/[\" {\n level = \"advisory\"\n}", "`a/[` is no glob"),
        (
            "rule \"a\" {\n level = \"advisory\"\n}\nrule \"a\" {\n level = \"advisory\"\n}",
            "`a` is set twice",
        ),
        ("comply {\n packs = [\"a\", \"a\"]\n}", "`a` is set twice"),
        ("comply {\n default_policies = \"no\"\n}", "`default_policies` must be `true` or `false`"),
        ("comply {\n inputs = { a = f(1) }\n}", "`a` must be a plain value"),
        ("cost {\n min_coverage = 1.1\n}", "`min_coverage` must be a number from 0 to 1"),
        (
            "cost {\n max_increase_percent = -1\n}",
            "`max_increase_percent` must be a number of percent such as 10, without `%`",
        ),
        ("cost {\n max_increase = \"500\"\n}", "`500` is no amount of money"),
        ("cost {\n max_increase = \"-5 USD\"\n}", "`-5 USD` is no amount of money"),
        ("cost {\n max_increase = \"5 usd\"\n}", "`5 usd` is no amount of money"),
        ("cost {\n bound = \"middle\"\n}", "`middle` is no bound"),
        ("import {\n tags = { a = 1 }\n}", "`a` must be a string"),
        ("import {\n tags = { a = \"1\", \"a\" = \"2\" }\n}", "`a` is set twice"),
        ("environment \"p\" {\n fleet {\n }\n}", "unknown block `fleet`"),
        ("environment \"p\" {\n match = {}\n}", "`match` is empty"),
        ("environment \"p\" {\n match = { branch = [] }\n}", "`branch` is an empty list"),
        ("environment \"p\" {\n match = { branch = \"\" }\n}", "an empty text matches nothing"),
        ("environment \"p\" {\n match = { directory = \"../x\" }\n}", "`../x` can never match"),
        ("environment \"p\" {\n match = { variables = {} }\n}", "`variables` is empty"),
        ("environment \"p\" {\n match {\n }\n}", "`match` is a key, not a block"),
        (
            "environment \"a\\u202eb\" {\n}",
            "this text holds an invisible or control character, U+202E",
        ),
        ("environment \"\" {\n}", "the name of this `environment` is empty"),
    ] {
        assert_eq!(problems(text), [message], "{text}");
    }
}

#[test]
fn waivers_need_everything_and_stand_once() {
    let waiver = |keys: &str| format!("waiver \"a/b\" {{\n{keys}\n}}\n");
    let whole = "reason = \"r\"\nowner = \"o\"\nexpires = \"2027-01-31\"";
    for (text, message) in [
        (waiver("reason = \"r\""), "a `waiver` block lacks `owner` and `expires`"),
        (waiver(&whole.replace("\"r\"", "\"  \"")), "`reason` is empty"),
        (
            waiver(&whole.replace("\"o\"", "\"\\u001b[31m\"")),
            "this text holds an invisible or control character, U+001B",
        ),
        (waiver(&whole.replace("2027-01-31", "")), "`expires` is empty"),
        (waiver(&whole.replace("01-31", "02-31")), "`2027-02-31` is no date"),
        (waiver(&whole.replace("2027-01-31", "2027-01-31T10:00")), "`2027-01-31T10:00` is no date"),
        (waiver(&format!("{whole}\nenvironments = [\"prod\"]")), "there is no environment `prod`"),
        (waiver(&format!("{whole}\nenvironments = []")), "`environments` is an empty list"),
        (waiver(&format!("{whole}\naddress = \"x\"")), "`x` is no address pattern"),
        (waiver(whole).repeat(2), "`a/b` is waived twice for the same addresses"),
        (
            format!(
                "environment \"e\" {{\n{}}}\n",
                waiver(&format!("{whole}\nenvironments = [\"e\"]"))
            ),
            "unknown key `environments`",
        ),
    ] {
        assert_eq!(problems(&text), [message], "{text}");
    }
}

#[test]
fn a_printed_waiver_reads_back_once_filled_in() {
    let day = jiff::civil::date(2027, 1, 31);
    let address = "module.a[\"${x}%{y}\\n\u{202e}\"].t.n[\"k\\\"\"]";
    let block = blank_waiver("aws/s3/x", Some(address), day).replace("\"\" #", "\"filled in\" #");
    let force = in_force(&block, None);
    assert_eq!(force.waivers[0].addresses[0].as_str(), address);
    let found = crate::plan::Address::parse(address).unwrap();
    assert!(force.waivers[0].covers("aws/s3/x", Some(&found)));
    assert!(!force.waivers[0].covers("aws/s3/x", None));
    assert!(!force.waivers[0].covers("aws/s3/y", Some(&found)));
    assert!(force.waivers[0].holds_on(day) && !force.waivers[0].holds_on(day.tomorrow().unwrap()));
    let wide = blank_waiver("aws/s3/x", None, day).replace("\"\" #", "\"filled in\" #");
    assert!(in_force(&wide, None).waivers[0].covers("aws/s3/x", None));
}
