//! `tfgate plan redact`: nothing of a value is told, and the plan is still the same plan to
//! whoever asks about its shape.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use assert_cmd::Command;
use globset::{Glob, GlobSetBuilder};
use proptest::prelude::*;
use serde_json::{Value, json};
use tfgate::plan::Plan;
use tfgate::plan::share::{Sharing, Wishes};

use crate::support;

fn redact(bytes: &[u8], wishes: &Wishes) -> String {
    let plan = Plan::read(bytes.to_vec()).ok().unwrap();
    let mut out = Vec::new();
    Sharing::of(&plan).unwrap().write(wishes, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Keys under which the values of a plan stand, listed here again and not taken from the
/// program.
const VALUES: [&str; 17] = [
    "before",
    "after",
    "values",
    "value",
    "constant_value",
    "default",
    "description",
    "config_values",
    "identity",
    "before_identity",
    "after_identity",
    "id",
    "generated_config",
    "message",
    "failure_message",
    "problems",
    "invented_by_a_later_version",
];

/// The strings of a plan: those of values, and all others with the keys of objects.
#[derive(Default)]
struct Strings {
    values: BTreeSet<String>,
    others: BTreeSet<String>,
}

impl Strings {
    fn of(plan: &Value) -> Self {
        let mut found = Self::default();
        found.collect(plan, false);
        found
    }

    fn collect(&mut self, json: &Value, is_value: bool) {
        match json {
            Value::String(text) if is_value => drop(self.values.insert(text.clone())),
            Value::String(text) => drop(self.others.insert(text.clone())),
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, is_value)),
            Value::Object(object) => {
                for (key, inside) in object {
                    self.others.insert(key.clone());
                    // The values of a state: an object of modules, not of attributes.
                    let state = key == "values" && inside.get("root_module").is_some();
                    let is_value = is_value || (VALUES.contains(&&**key) && !state);
                    // An output may be called `id`: what it refers to is no value.
                    self.collect(inside, is_value && key != "references");
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// No value survives that is long enough to be told from chance and is no name besides.
fn assert_nothing_told(original: &Value, redacted: &str, what: &str) -> usize {
    let strings = Strings::of(original);
    let named = |text: &str| strings.others.iter().any(|other| other.contains(text));
    let mut tried = 0;
    for value in strings.values.iter().filter(|value| value.chars().count() >= 4) {
        let escaped = Value::from(value.as_str()).to_string();
        let inner = &escaped[1..escaped.len() - 1];
        let words = ["string", "number", "bool", "true", "false", "null", "redacted"];
        if named(value) || words.iter().any(|word| word.contains(value.as_str())) {
            continue;
        }
        assert!(!redacted.contains(inner), "{what}: {value:?} is told");
        tried += 1;
    }
    tried
}

/// The same types, lengths and keys; and one placeholder for one value.
fn assert_same_shape(a: &Value, b: &Value, path: &str, seen: &mut BTreeMap<String, String>) {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            for (n, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same_shape(a, b, &format!("{path}[{n}]"), seen);
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.len(), b.len(), "{path}");
            for (key, inside) in a {
                // The keys of what is secret are replaced.
                if let Some(other) = b.get(key) {
                    assert_same_shape(inside, other, &format!("{path}.{key}"), seen);
                } else {
                    assert!(b.keys().any(|key| key.starts_with("redacted-")), "{path}.{key}");
                }
            }
        }
        (Value::String(a), Value::String(b)) if a != b => {
            assert!(b.starts_with("redacted-"), "{path}: {b}");
            assert_eq!(seen.entry(a.clone()).or_insert_with(|| b.clone()), b, "{path}");
        }
        (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Null, Value::Null)
        | (Value::Bool(_), Value::Bool(_)) => {}
        _ => panic!("{path}: {a} became {b}"),
    }
}

#[test]
fn stories_tell_nothing_and_keep_their_shape() {
    let mut tried = 0;
    for (story, bytes) in support::stories() {
        let redacted = redact(&bytes, &Wishes::default());
        let original: Value = serde_json::from_slice(&bytes).unwrap();
        tried += assert_nothing_told(&original, &redacted, &story);
        let mut seen = BTreeMap::new();
        assert_same_shape(&original, &serde_json::from_str(&redacted).unwrap(), "", &mut seen);
        let placeholders: BTreeSet<&String> = seen.values().collect();
        assert_eq!(placeholders.len(), seen.len(), "{story}: two values share a placeholder");
    }
    assert!(tried > 200, "only {tried} values were looked for");
}

#[test]
fn a_redacted_plan_is_judged_as_the_plan_was() {
    for (story, bytes) in support::stories() {
        // One rule reads a word: whether versioning is `Enabled` or `Suspended`.
        let redacted = redact(&bytes, &keeping(&["status"]));
        let [before, after] =
            [bytes, redacted.into_bytes()].map(|bytes| Plan::read(bytes).ok().unwrap());
        assert_eq!(before.summary(), after.summary(), "{story}");
        let changes = |plan: &Plan| -> Vec<String> {
            let changes = plan.changes();
            changes.map(|one| format!("{} {:?}", one.label(), one.actions().words())).collect()
        };
        assert_eq!(changes(&before), changes(&after), "{story}");
        let judged = |plan: &Plan| {
            let report = support::strictly(plan);
            let protect = report.findings.iter().filter(|one| one.rule.starts_with("protect/"));
            let found: Vec<String> = protect
                .map(|one| {
                    // What a check says may quote values.
                    let quotes = one.rule == "protect/failed-check";
                    let (address, cause) = (&one.address, one.cause.as_ref().filter(|_| !quotes));
                    format!(
                        "{} {address:?} {:?} {cause:?} {:?}",
                        one.rule, one.level, one.dependents
                    )
                })
                .collect();
            (report.plans[0].verdict, found)
        };
        assert_eq!(judged(&before), judged(&after), "{story}");
    }
}

#[test]
fn canaries_are_not_told() {
    let folder = support::root().join("fixtures/secrets");
    let plan = fs::read(folder.join("plan.json")).unwrap();
    let redacted = redact(&plan, &Wishes::default());
    for canary in fs::read_to_string(folder.join("canaries.txt")).unwrap().lines() {
        assert!(!redacted.contains(canary), "{canary}");
    }
}

#[test]
fn plans_of_others_tell_nothing() {
    let folder = match support::shared_plans() {
        Ok(folder) => folder,
        Err(reason) => {
            say!("redact: plans of others skipped: {reason}");
            return;
        }
    };
    let (mut plans, mut tried) = (0, 0);
    for file in support::json_files(&folder) {
        let bytes = fs::read(&file).unwrap();
        if bytes.len() > 300_000 || Plan::read(bytes.clone()).is_err() {
            continue;
        }
        let Ok(original) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let redacted = redact(&bytes, &Wishes::default());
        let what = file.display().to_string();
        tried += assert_nothing_told(&original, &redacted, &what);
        let other = Plan::read(redacted.into_bytes()).ok().unwrap();
        assert_eq!(Plan::read(bytes).ok().unwrap().summary(), other.summary(), "{what}");
        plans += 1;
    }
    say!("redact: {plans} plans of others, {tried} values looked for");
    assert!(plans > 100);
}

/// A plan with `value` at every kind of place, some of it marked.
fn planted(value: &Value) -> Value {
    json!({
        "format_version": "1.2", "terraform_version": "1.11.4",
        "variables": { "v": { "value": value } },
        "planned_values": { "outputs": { "o": { "sensitive": false, "value": value } },
            "root_module": { "resources": [ { "address": "a_b.c", "mode": "managed", "type": "a_b",
                "name": "c", "values": { "x": value }, "sensitive_values": {} } ] } },
        "resource_changes": [ { "address": "a_b.c", "mode": "managed", "type": "a_b", "name": "c",
            "change": { "actions": ["update"], "before": { "x": value }, "after": { "x": value },
                "after_unknown": {}, "before_sensitive": {}, "after_sensitive": {},
                "importing": { "id": value, "identity": value } } } ],
        "output_changes": { "o": { "actions": ["update"], "before": value, "after": value } },
        "prior_state": { "format_version": "1.0", "values": { "root_module": { "resources": [
            { "address": "a_b.c", "mode": "managed", "type": "a_b", "name": "c",
                "values": { "x": value } } ] } } },
        "configuration": { "root_module": { "variables": { "v": { "default": value } },
            "resources": [ { "address": "a_b.c", "mode": "managed", "type": "a_b", "name": "c",
                "expressions": { "x": { "constant_value": value } } } ] } },
        "checks": [ { "address": { "kind": "check", "to_display": "check.x", "name": "x" },
            "status": "fail", "instances": [ { "address": { "to_display": "check.x" },
                "status": "fail", "problems": [ { "message": value } ] } ] } ],
        "invented_by_a_later_version": { "value": value },
    })
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[g-z]{6,12}".prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "##\\[[g-z]{6}\\]\"\\\\\u{1b}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-f]{1,3}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_planted_is_not_told(value in values()) {
        let original = planted(&value);
        let redacted = redact(original.to_string().as_bytes(), &Wishes::default());
        assert_nothing_told(&original, &redacted, "planted");
        assert!(!redacted.contains("##["));
        let read: Value = serde_json::from_str(&redacted).unwrap();
        assert_same_shape(&original, &read, "", &mut BTreeMap::new());
        for text in Strings::of(&read).values {
            prop_assert!(text.is_empty() || text.starts_with("redacted-"), "{}", text);
        }
    }

    #[test]
    fn keys_below_a_mark_are_not_told(key in "[G-Z]{6,12}", mark in 0..4_usize) {
        let inside = json!({ (&key): "x", "plain": { (&key): "y" } });
        let mut plan = planted(&inside);
        let marks = json!({ "x": true });
        match mark {
            0 => plan["resource_changes"][0]["change"]["before_sensitive"] = marks,
            1 => plan["resource_changes"][0]["change"]["after_sensitive"] = marks,
            2 => plan["planned_values"]["root_module"]["resources"][0]["sensitive_values"] = marks,
            _ => plan["resource_changes"][0]["change"]["after_sensitive"] = json!(true),
        }
        // The places that have another name are marked by their own flags.
        plan["planned_values"]["outputs"]["o"]["sensitive"] = json!(true);
        plan["configuration"]["root_module"]["variables"]["v"]["sensitive"] = json!(true);
        for other in ["checks", "invented_by_a_later_version"] {
            plan[other] = Value::Null;
        }
        plan["resource_changes"][0]["change"]["importing"] = json!({});
        let redacted = redact(plan.to_string().as_bytes(), &Wishes::default());
        prop_assert!(!redacted.contains(&key), "{}", redacted);
        prop_assert!(redacted.contains("\"x\":"), "{}", redacted);
    }
}

fn keeping(names: &[&str]) -> Wishes {
    let mut keep = GlobSetBuilder::new();
    for name in names {
        keep.add(Glob::new(name).unwrap());
    }
    Wishes { keep: keep.build().unwrap(), hide_keys: false }
}

#[test]
fn what_is_wished_for_is_kept_unless_it_is_secret() {
    let value = json!({ "engine": "postgres", "instance_class": "db.m5.large", "size": 100,
        "password": "postgres", "marked": "postgres", "list": ["postgres"] });
    let mut plan = planted(&value);
    plan["resource_changes"][0]["change"]["after_sensitive"] = json!({ "x": { "marked": true } });
    let wishes = keeping(&["engine", "instance_*", "size", "password", "marked"]);
    let redacted: Value =
        serde_json::from_str(&redact(plan.to_string().as_bytes(), &wishes)).unwrap();
    let after = &redacted["resource_changes"][0]["change"]["after"]["x"];
    assert_eq!(after["engine"], "postgres");
    assert_eq!(after["instance_class"], "db.m5.large");
    assert_eq!(after["size"], 100);
    for key in ["password", "marked"] {
        assert!(after[key].as_str().unwrap().starts_with("redacted-"), "{key}");
        // In the copies that carry no mark, too.
        let copy = &redacted["prior_state"]["values"]["root_module"]["resources"][0]["values"];
        assert!(copy["x"][key].as_str().unwrap().starts_with("redacted-"), "{key}");
    }
    assert!(after["list"][0].as_str().unwrap().starts_with("redacted-"));
}

#[test]
fn instance_keys_are_hidden_by_wish_and_alike_everywhere() {
    let key = "jane.doe@example.com \"[\\]";
    let address = format!("module.m[{key:?}].aws_s3_bucket.b[{key:?}]");
    let plan = json!({ "format_version": "1.2", "resource_changes": [ {
        "address": address, "module_address": format!("module.m[{key:?}]"), "mode": "managed",
        "type": "aws_s3_bucket", "name": "b", "index": key,
        "change": { "actions": ["delete"], "before": { "bucket": key }, "after": null } } ] });
    let bytes = plan.to_string().into_bytes();
    let kept = redact(&bytes, &Wishes::default());
    assert!(kept.contains("jane.doe@example.com"));
    let hidden = redact(&bytes, &Wishes { hide_keys: true, ..Wishes::default() });
    assert!(!hidden.contains("jane.doe"), "{hidden}");
    let read: Value = serde_json::from_str(&hidden).unwrap();
    let change = &read["resource_changes"][0];
    assert_eq!(change["address"], "module.m[\"redacted-1\"].aws_s3_bucket.b[\"redacted-1\"]");
    assert_eq!(change["module_address"], "module.m[\"redacted-1\"]");
    assert_eq!(Plan::read(hidden.into_bytes()).ok().unwrap().summary().delete, 1);
}

#[test]
fn numbers_that_say_little_stay_and_others_are_told_apart() {
    let value = json!({ "off": 0, "one": 1, "all": -1, "pin": 4711, "same": 4711, "other": 4712 });
    let read: Value =
        serde_json::from_str(&redact(planted(&value).to_string().as_bytes(), &Wishes::default()))
            .unwrap();
    let after = &read["resource_changes"][0]["change"]["after"]["x"];
    assert_eq!((&after["off"], &after["one"], &after["all"]), (&json!(0), &json!(1), &json!(-1)));
    assert_eq!(after["pin"], after["same"]);
    assert_ne!(after["pin"], after["other"]);
    assert!(after["pin"].as_u64().unwrap() > 1000 && after["pin"] != 4711);
}

#[test]
fn a_module_source_with_credentials_is_replaced() {
    let plan = json!({ "format_version": "1.2", "configuration": { "root_module": { "module_calls": {
        "a": { "source": "./db" }, "b": { "source": "hashicorp/vpc/aws", "version_constraint": "~> 5.0" },
        "c": { "source": "git::https://user:hunter2@example.com/x.git" } } } } });
    let read: Value =
        serde_json::from_str(&redact(plan.to_string().as_bytes(), &Wishes::default())).unwrap();
    let calls = &read["configuration"]["root_module"]["module_calls"];
    assert_eq!(calls["a"]["source"], "./db");
    assert_eq!(calls["b"]["source"], "hashicorp/vpc/aws");
    assert_eq!(calls["b"]["version_constraint"], "~> 5.0");
    assert!(calls["c"]["source"].as_str().unwrap().starts_with("redacted-"));
}

#[test]
fn the_command_writes_a_plan_or_nothing() {
    let folder = tempfile::TempDir::new().unwrap();
    let (input, output) = (folder.path().join("plan.json"), folder.path().join("shared.json"));
    fs::copy(support::root().join("fixtures/renamed/plan.json"), &input).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::cargo_bin("tfgate").unwrap();
        command.current_dir(folder.path()).args(["plan", "redact"]).args(args).output().unwrap()
    };
    let printed = run(&["plan.json"]);
    assert_eq!(printed.status.code(), Some(0));
    assert_eq!(run(&["plan.json", "-o", "shared.json"]).status.code(), Some(0));
    assert_eq!(fs::read(&output).unwrap(), printed.stdout);
    assert!(Plan::read(printed.stdout).is_ok());
    fs::remove_file(&output).unwrap();
    fs::write(
        &input,
        "{\"format_version\":\"1.2\",\"resource_changes\":[],\"variables\":{\"v\":{\"value\":{\"a\":1,\"a\":2}}}}",
    )
    .unwrap();
    let refused = run(&["plan.json", "-o", "shared.json"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("duplicate_key"));
    assert!(!output.exists(), "nothing is left behind");
    assert_eq!(run(&["plan.json", "--keep", "a["]).status.code(), Some(2));
}
