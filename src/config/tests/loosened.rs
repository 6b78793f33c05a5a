//! What a changed configuration loosens, and what it does not.

use super::super::template;
use super::in_force;
use crate::finding::Severity;

/// What `head` loosens, as messages.
fn loosened(base: &str, head: &str) -> Vec<String> {
    let rules =
        [("aws/rds/storage-encrypted", Severity::High), ("protect/destroy", Severity::Medium)];
    let rules = rules.map(|(id, severity)| (id.to_owned(), severity));
    let found = in_force(head, None).looser_than(&in_force(base, None), &rules);
    found.into_iter().map(|one| one.message).collect()
}

fn block(name: &str, text: &str) -> String {
    format!("{name} {{\n  {text}\n}}\n")
}

#[test]
fn nothing_is_looser_than_itself() {
    let all = template();
    assert_eq!(loosened(all, all), [""; 0]);
    assert_eq!(loosened("", ""), [""; 0]);
}

#[test]
fn each_kind_of_setting_is_told_in_one_direction_only() {
    let pairs = [
        ("profile = \"strict\"\n".to_owned(), "profile = \"basic\"\n".to_owned()),
        (block("protect", "max_destroy = 5"), block("protect", "max_destroy = 6")),
        (block("protect", "max_destroy = \"10%\""), block("protect", "max_destroy = \"11%\"")),
        (block("protect", "max_plan_age = \"2h\""), block("protect", "max_plan_age = \"3h\"")),
        (block("protect", "max_destroy = 5"), String::new()),
        (
            block("protect", "protected = [\"a.b\", \"c.d\"]"),
            block("protect", "protected = [\"c.d\"]"),
        ),
        (block("cost", "max_increase = \"5 USD\""), block("cost", "max_increase = \"6 USD\"")),
        (block("cost", "min_coverage = 0.9"), block("cost", "min_coverage = 0.8")),
        (block("cost", "bound = \"high\""), block("cost", "bound = \"low\"")),
        (block("cost", "bound = \"high\""), String::new()),
        (String::new(), block("cost", "bound = \"low\"")),
        (block("comply", "packs = [\"aws\", \"core\"]"), block("comply", "packs = [\"aws\"]")),
        (String::new(), block("comply", "packs = [\"aws\"]")),
        (block("comply", "policies = [\"a\", \"b\"]"), block("comply", "policies = [\"b\"]")),
        (String::new(), block("comply", "default_policies = false")),
        ("unchanged = \"enforce\"\n".to_owned(), String::new()),
        (block("fleet", "max_destroy = 5"), block("fleet", "max_destroy = 9")),
        (block("ingest", "suppressions = \"ignore\""), String::new()),
        (String::new(), block("ingest", "suppressions = \"honour\"")),
        (block("ingest", "required = [\"a\", \"b\"]"), block("ingest", "required = [\"b\"]")),
        (block("ingest", "required = [\"a\"]"), String::new()),
        (String::new(), block("ingest", &block("levels", "high = \"advisory\""))),
        (
            block("rule \"checkov/*\"", "level = \"mandatory\""),
            block("rule \"checkov/*\"", "level = \"advisory\""),
        ),
        (String::new(), block("rule \"trivy/AVD-AWS-0086\"", "level = \"advisory\"")),
    ];
    for (strict, lax) in pairs {
        assert_eq!(loosened(&strict, &lax).len(), 1, "{strict} → {lax}");
        assert_eq!(loosened(&lax, &strict), [""; 0], "{lax} → {strict}");
    }
}

#[test]
fn what_cannot_be_compared_counts_both_ways() {
    let euro = |limit: &str| format!("currency = \"EUR\"\n rate = 0.9\n {limit}");
    let discount =
        |percent: u32| format!("discount \"aws_instance\" {{\n percent = {percent}\n }}");
    for (one, other) in [
        (block("protect", "max_destroy = 5"), block("protect", "max_destroy = \"1%\"")),
        (block("comply", "inputs = { a = 1 }"), block("comply", "inputs = { a = 2 }")),
        (
            block("cost", &euro("max_total = \"5 USD\"")),
            block("cost", &euro("max_total = \"5 EUR\"")),
        ),
        (block("cost", "usage = \"small\""), block("cost", "usage = \"medium\"")),
        (block("cost", &discount(10)), block("cost", &discount(20))),
    ] {
        assert_eq!(loosened(&one, &other).len(), 1, "{one} → {other}");
        assert_eq!(loosened(&other, &one).len(), 1, "{other} → {one}");
    }
}

/// A limit of a part, as one of everything; a part that is for something else is another.
#[test]
fn a_limit_of_a_part_is_compared() {
    let limit = |scope: &str, most: u32| {
        let body = format!("{scope}\n max_total = \"{most} USD\"");
        block("cost", &format!("limit \"a\" {{\n {body}\n }}"))
    };
    let (team, data) = ("tags = { Team = \"a\" }", "address = \"module.data.**\"");
    assert!(loosened("", &limit(team, 5)).is_empty());
    assert!(loosened(&limit(team, 5), &limit(team, 4)).is_empty());
    assert_eq!(
        loosened(&limit(team, 5), &limit(team, 6)),
        ["`cost.limit.\"a\".max_total` goes from \"5 USD\" to \"6 USD\""]
    );
    assert_eq!(loosened(&limit(team, 5), &limit(data, 5)).len(), 1);
    assert_eq!(loosened(&limit(team, 5), "").len(), 2);
    let floor = |usd: u32| {
        let body = format!("max_increase_percent = 10\n min_delta_for_percent = \"{usd} USD\"");
        block("cost", &body)
    };
    let default = block("cost", "max_increase_percent = 10");
    assert_eq!(loosened(&default, &floor(30)).len(), 1);
    assert!(loosened(&default, &floor(10)).is_empty());
}

#[test]
fn a_level_counts_as_it_comes_out() {
    let rule = |level: &str| block("rule \"aws/rds/*\"", &format!("level = \"{level}\""));
    assert_eq!(
        loosened("", &rule("advisory")),
        ["`aws/rds/storage-encrypted` goes from mandatory_overridable to advisory"]
    );
    assert_eq!(loosened(&rule("advisory"), ""), [""; 0]);
    assert_eq!(loosened(&rule("mandatory"), "").len(), 1);
    let levels = block("levels", "high = \"advisory\"");
    assert_eq!(loosened("", &levels).len(), 1, "told once, not for each rule");
}

#[test]
fn a_waiver_is_wider_with_more_addresses_or_a_later_day() {
    let waiver = |address: &str, day: &str| {
        format!(
            "waiver \"protect/destroy\" {{\n  {address}\n  reason = \"r\"\n  owner = \"o\"\n  expires = \"{day}\"\n}}\n"
        )
    };
    let (one, all) = ("address = \"a.b\"", "");
    assert_eq!(
        loosened("", &waiver(one, "2027-01-31")),
        ["waiver of `protect/destroy` for `a.b` until 2027-01-31 is new"]
    );
    let base = waiver(one, "2027-01-31");
    assert_eq!(loosened(&base, &waiver(one, "2027-01-30")), [""; 0]);
    assert_eq!(loosened(&base, &waiver(one, "2027-02-01")).len(), 1);
    assert_eq!(loosened(&base, &waiver(all, "2027-01-31")).len(), 1);
    assert_eq!(loosened(&waiver(all, "2027-01-31"), &base), [""; 0]);
}
