//! The table of `tests/policy_conformance.txt`: what Terraform's console cannot show.

use super::console::{Answer, answer};

const TABLE: &str = include_str!("../../tests/policy_conformance.txt");

const AFTER: &str = r#"{"name":"web","size":2,"big":12345678901234567890,"ratio":0.10,"none":null,
    "tags":{"env":"prod"},"ports":[80,null],"rule":[{"cidr":"0.0.0.0/0","port":22}],"empty":[],
    "secret":"s3cret","ok":true}"#;
const UNKNOWN: &str = r#"{"id":true,"tags":{"owner":true},"ports":[false,true]}"#;
const SENSITIVE: &str = r#"{"secret":true}"#;

#[test]
fn every_line_of_the_table_holds() {
    let mut wrong = Vec::new();
    let (mut expression, mut cases) = (String::new(), 0);
    for line in TABLE.lines() {
        if expression.is_empty() && (line.is_empty() || line.starts_with('#')) {
            continue;
        }
        if !expression.is_empty() {
            expression.push('\n');
        }
        let Some((head, wanted)) = line.rsplit_once(" => ") else {
            expression.push_str(line);
            continue;
        };
        expression.push_str(head);
        cases += 1;
        let (kind, detail) = wanted.split_once(' ').unwrap_or((wanted, ""));
        let got = answer(&expression, [AFTER, UNKNOWN, SENSITIVE]);
        let held = match (kind, &got) {
            ("value", Answer::Value(value)) => value == detail,
            ("unknown", Answer::Unknown(paths)) => paths.join(", ") == detail,
            ("error", Answer::Error(why)) | ("invalid", Answer::Invalid(why)) => {
                why.contains(detail)
            }
            _ => false,
        };
        if !held {
            wrong.push(format!("{expression}\n  wanted {wanted}\n  got    {got:?}"));
        }
        expression.clear();
    }
    assert!(cases > 120);
    assert!(wrong.is_empty(), "{} of {cases}:\n{}", wrong.len(), wrong.join("\n"));
}
