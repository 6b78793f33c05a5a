//! A planted secret never comes out: not in a report, not in `plan show`, not in an error,
//! and not when the plan is damaged afterwards.

use std::cell::Cell;
use std::io::Write as _;

use assert_cmd::Command;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use tfgate::config::Profile;
use tfgate::plan::Plan;
use tfgate::report::markdown::Options;
use tfgate::report::{Format, json as json_report, text};

use super::cases;
use crate::support::{Setup, root};

/// One step into a value on the way to the secret.
#[derive(Clone, Debug)]
enum Step {
    Key(&'static str),
    /// In a list, behind so many other elements.
    Element(usize),
}

/// Where the mark stands that covers the secret.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Before,
    After,
    Planned,
    Prior,
    /// In a copy inside a child module of the prior state.
    PriorModule,
}

#[derive(Clone, Debug)]
struct Planted {
    secret: Value,
    other: Value,
    path: Vec<Step>,
    /// How many steps of the path the mark covers at the end: 0 marks the leaf.
    above: usize,
    mark: Mark,
    resource_type: &'static str,
    actions: &'static [&'static str],
    forces: bool,
    drifts: bool,
    index: Option<usize>,
}

fn secret() -> impl Strategy<Value = (Value, Value)> {
    prop_oneof![
        ("[g-z]{12}", "[g-z]{12}").prop_map(|(a, b)| (json!(a), json!(b))),
        // A secret may begin like a path, a number or an escape.
        ("\\[0\\]\\.[g-z]{12}", "-1[g-z]{12}").prop_map(|(a, b)| (json!(a), json!(b))),
        (100_000_000_000_u64..999_999_999_999, 100_000_000_000_u64..999_999_999_999)
            .prop_map(|(a, b)| (json!(a), json!(b))),
    ]
}

fn planted() -> impl Strategy<Value = Planted> {
    let first = proptest::sample::select(vec![
        "name",
        "identifier",
        "input",
        "bucket",
        "settings",
        "tags",
        "engine",
        "user_data",
        "backup_retention_period",
        "deletion_protection",
        "final_snapshot_identifier",
        "policy",
    ]);
    let step = prop_oneof![
        proptest::sample::select(vec!["value", "name", "a.b[0]", "", "key"]).prop_map(Step::Key),
        (0..3_usize).prop_map(Step::Element),
    ];
    let path = (first, vec(step, 0..4)).prop_map(|(first, mut rest)| {
        rest.insert(0, Step::Key(first));
        rest
    });
    let mark = prop_oneof![
        Just(Mark::Before),
        Just(Mark::After),
        Just(Mark::Planned),
        Just(Mark::Prior),
        Just(Mark::PriorModule),
    ];
    let resource_type = proptest::sample::select(vec![
        "aws_db_instance",
        "aws_s3_bucket",
        "terraform_data",
        "aws_instance",
        "google_sql_database_instance",
    ]);
    let actions = proptest::sample::select(vec![
        &["update"] as &'static [&'static str],
        &["delete"],
        &["create"],
        &["delete", "create"],
        &["create", "delete"],
        &["forget"],
        &["no-op"],
    ]);
    let rest = (any::<bool>(), any::<bool>(), proptest::option::of(0..3_usize));
    (secret(), path, 0..4_usize, mark, resource_type, actions, rest).prop_map(
        |((secret, other), path, above, mark, resource_type, actions, (forces, drifts, index))| {
            Planted {
                secret,
                other,
                above: above.min(path.len() - 1),
                path,
                mark,
                resource_type,
                actions,
                forces,
                drifts,
                index,
            }
        },
    )
}

/// `leaf` at the end of `path`, among values that are no secrets.
fn nest(path: &[Step], leaf: Value) -> Value {
    match path.split_first() {
        None => leaf,
        Some((Step::Key(key), rest)) => {
            let mut object = Map::new();
            object.insert("beside".to_owned(), json!("plain"));
            object.insert((*key).to_owned(), nest(rest, leaf));
            Value::Object(object)
        }
        Some((Step::Element(at), rest)) => {
            let mut items = vec![json!("plain"); *at];
            items.push(nest(rest, leaf));
            Value::Array(items)
        }
    }
}

/// The mask that marks the end of `path`, in Terraform's shape.
fn mask(path: &[Step]) -> Value {
    match path.split_first() {
        None => Value::Bool(true),
        Some((Step::Key(key), rest)) => json!({ *key: mask(rest) }),
        Some((Step::Element(at), rest)) => {
            let mut items = vec![Value::Bool(false); *at];
            items.push(mask(rest));
            Value::Array(items)
        }
    }
}

impl Planted {
    fn secrets(&self) -> Vec<String> {
        // What comes before the letters is no secret of its own.
        let text = |value: &Value| match value.as_str() {
            Some(text) => text.trim_start_matches("[0].").trim_start_matches("-1").to_owned(),
            None => value.to_string(),
        };
        vec![text(&self.secret), text(&self.other)]
    }

    /// The plan with all marks that Terraform would write in this place.
    fn plan(&self) -> Value {
        let address = |index: Option<usize>| {
            let key = index.map(|index| format!("[{index}]")).unwrap_or_default();
            format!("{}.x{key}", self.resource_type)
        };
        let marks = mask(&self.path[..self.path.len() - self.above]);
        let when = |wanted: fn(Mark) -> bool| {
            if wanted(self.mark) { marks.clone() } else { json!({}) }
        };
        let before = nest(&self.path, self.secret.clone());
        let after = nest(&self.path, self.other.clone());
        let only = |word: &str| self.actions == [word];
        let forcing: Vec<Value> = self
            .path
            .iter()
            .map(|step| match step {
                Step::Key(key) => json!(key),
                Step::Element(at) => json!(at),
            })
            .collect();
        let change = |index: Option<usize>, before: &Value, after: &Value| {
            json!({
                "address": address(index),
                "mode": "managed",
                "type": self.resource_type,
                "name": "x",
                "change": {
                    "actions": self.actions,
                    "before": if only("create") { &Value::Null } else { before },
                    "after": if only("delete") || only("forget") { &Value::Null } else { after },
                    "after_unknown": {},
                    "before_sensitive": when(|mark| matches!(mark, Mark::Before)),
                    "after_sensitive": when(|mark| matches!(mark, Mark::After)),
                    "replace_paths": if self.forces { json!([forcing]) } else { json!([]) },
                },
            })
        };
        let state = |value: &Value, index: Option<usize>, marked: Value| {
            json!({
                "address": address(index), "mode": "managed", "type": self.resource_type,
                "name": "x", "values": value, "sensitive_values": marked,
            })
        };
        // With an index, a neighbour holds the same values the other way round, as after a
        // shift; the marks then stand at both.
        let mut instances = vec![(self.index, &before, &after)];
        if let Some(index) = self.index {
            instances.push((Some(index + 1), &after, &before));
        }
        let changes: Vec<Value> =
            instances.iter().map(|(index, before, after)| change(*index, before, after)).collect();
        let states = |wanted: fn(Mark) -> bool| -> Vec<Value> {
            instances.iter().map(|(index, before, _)| state(before, *index, when(wanted))).collect()
        };
        let mut plan = json!({
            "format_version": "1.2",
            "terraform_version": "1.7.5",
            "planned_values": {"root_module": {"resources": states(|mark| matches!(mark, Mark::Planned))}},
            "resource_changes": changes,
            "prior_state": {"format_version": "1.0", "values": {"root_module": {
                "resources": states(|mark| matches!(mark, Mark::Prior)),
                "child_modules": [
                    {"resources": states(|mark| matches!(mark, Mark::PriorModule))}
                ],
            }}},
        });
        if self.drifts {
            let mut drift = change(self.index, &nest(&self.path, json!("plain")), &before);
            drift["change"]["actions"] = json!(["update"]);
            plan["resource_drift"] = json!([drift]);
        }
        plan
    }

    /// Whether a report would tell the secret if nothing marked it: where not, hiding it
    /// proves nothing.
    fn tells_without_marks(&self) -> bool {
        let mut plan = self.plan();
        plan["planned_values"] = Value::Null;
        plan["prior_state"] = Value::Null;
        for entry in plan["resource_changes"].as_array_mut().unwrap() {
            entry["change"]["before_sensitive"] = json!({});
            entry["change"]["after_sensitive"] = json!({});
        }
        let plan = Plan::read(plan.to_string().into_bytes()).ok().unwrap();
        let report = json_report::render(
            &Setup { comply: true, ..Setup::plain(Profile::Strict) }.judge(&plan),
        );
        self.secrets().iter().any(|secret| report.contains(secret.as_str()))
    }

    /// The same plan as a version would write it that has no marks at all.
    fn unmarked(&self, version: &str) -> Value {
        let mut plan = self.plan();
        plan["format_version"] = json!("0.1");
        plan["terraform_version"] = json!(version);
        for list in ["resource_changes", "resource_drift"] {
            for entry in plan.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                let change = entry["change"].as_object_mut().unwrap();
                // 0.15.0 and 0.15.1 write marks, but not those of the provider's schema.
                if version.starts_with("0.15") {
                    change["before_sensitive"] = json!({});
                    change["after_sensitive"] = json!({});
                } else {
                    change.remove("before_sensitive");
                    change.remove("after_sensitive");
                }
            }
        }
        plan["planned_values"] = json!({"root_module": {}});
        plan["prior_state"] = json!({"values": {"root_module": {}}});
        plan
    }
}

fn assert_hidden(what: &str, output: &str, secrets: &[String]) {
    for secret in secrets {
        assert!(!output.contains(secret.as_str()), "{what} tells {secret}:\n{output}");
    }
}

/// Judges and renders in every format; a refusal must keep the secret too.
fn assert_kept(bytes: &[u8], secrets: &[String]) -> bool {
    match Plan::read(bytes.to_vec()) {
        Ok(plan) => {
            for profile in [Profile::Strict, Profile::Basic] {
                let report = Setup { comply: true, ..Setup::plain(profile) }.judge(&plan);
                for format in Format::ALL {
                    let text = format.render(&report, &text::Look::default(), &Options::default());
                    assert_hidden(format.name(), &text, secrets);
                }
            }
            true
        }
        Err(refusal) => {
            assert_hidden("a refusal", &format!("{refusal:?}"), secrets);
            false
        }
    }
}

#[test]
fn marked_secrets_stay_hidden_wherever_the_mark_stands() {
    let would_tell = Cell::new(0);
    proptest!(cases("secrets, marked"), |(planted in planted())| {
        if planted.tells_without_marks() {
            would_tell.set(would_tell.get() + 1);
        }
        let plan = planted.plan().to_string();
        prop_assert!(plan.contains(&planted.secrets()[0]), "the secret was not planted");
        prop_assert!(assert_kept(plan.as_bytes(), &planted.secrets()), "refused: {}", plan);
    });
    assert!(would_tell.get() > 10, "only {} plans would tell without marks", would_tell.get());
}

#[test]
fn everything_stays_hidden_in_versions_without_marks() {
    let versions =
        proptest::sample::select(vec!["0.12.31", "0.13.7", "0.14.11", "0.15.0", "0.15.1"]);
    let config = cases("secrets, versions without marks");
    proptest!(config, |(planted in planted(), version in versions)| {
        let plan = planted.unmarked(version).to_string();
        prop_assert!(assert_kept(plan.as_bytes(), &planted.secrets()), "refused: {}", plan);
    });
}

#[test]
fn damaged_plans_tell_nothing() {
    let damage = (any::<Index>(), 0..6_u8);
    proptest!(cases("secrets, damaged plans"), |(planted in planted(), (at, how) in damage)| {
        let mut bytes = planted.plan().to_string().into_bytes();
        let at = at.index(bytes.len());
        match how {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, 0xff),
            2 => bytes.extend_from_slice(&bytes.clone()),
            3 => { bytes.splice(at..at, b"\"".iter().copied()); }
            4 => { bytes.splice(at..at, b"]".iter().copied()); }
            _ => bytes[at] = b'{',
        }
        // Damage may hit the mark itself and leave a whole plan: that one may tell.
        if Plan::read(bytes.clone()).is_err() {
            assert_kept(&bytes, &planted.secrets());
        }
    });
}

#[test]
fn plan_show_tells_nothing() {
    proptest!(cases("secrets, plan show"), |(planted in planted())| {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(planted.plan().to_string().as_bytes()).unwrap();
        let output = Command::cargo_bin("tfgate").unwrap()
            .args(["plan", "show"]).arg(file.path()).output().unwrap();
        prop_assert!(output.status.success());
        for stream in [&output.stdout, &output.stderr] {
            assert_hidden("plan show", &String::from_utf8_lossy(stream), &planted.secrets());
        }
    });
}

#[test]
fn the_story_of_secrets_tells_none() {
    let folder = root().join("fixtures/secrets");
    let canaries = std::fs::read_to_string(folder.join("canaries.txt")).unwrap();
    let canaries: Vec<String> = canaries.lines().map(str::to_owned).collect();
    let plan = std::fs::read(folder.join("plan.json")).unwrap();
    assert!(canaries.len() > 5);
    for canary in &canaries {
        let text = String::from_utf8_lossy(&plan);
        assert!(text.contains(canary.as_str()), "{canary} is not in the plan");
    }
    assert!(assert_kept(&plan, &canaries));
    let commands: [&[&str]; 4] = [
        &["plan", "check"],
        &["plan", "check", "-o", "json"],
        &["plan", "check", "--color", "always", "--profile", "strict"],
        &["plan", "show"],
    ];
    for command in commands {
        let mut run = Command::cargo_bin("tfgate").unwrap();
        let output = run.args(command).arg(folder.join("plan.json")).output().unwrap();
        assert!(!output.stdout.is_empty());
        for stream in [&output.stdout, &output.stderr] {
            assert_hidden(&command.join(" "), &String::from_utf8_lossy(stream), &canaries);
        }
    }
}
