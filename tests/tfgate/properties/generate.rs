//! Plans made up from few names, types and values, so that ties, shifts, renames and
//! duplicates happen often.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Types of which each is in another row, or in none, of the gate's tables.
const TYPES: &[&str] =
    &["terraform_data", "aws_db_instance", "aws_s3_bucket", "aws_instance", "aws_kms_key"];

const ACTIONS: &[&[&str]] = &[
    &["no-op"],
    &["create"],
    &["update"],
    &["delete"],
    &["delete", "create"],
    &["create", "delete"],
    &["forget"],
    &["create", "forget"],
    &["read"],
];

/// A whole plan: changes with distinct addresses, in a configuration that connects them.
pub fn plan() -> impl Strategy<Value = Value> {
    (vec(change(), 1..14), vec(0..5_usize, 0..6), any::<bool>(), any::<bool>()).prop_map(
        |(mut changes, references, complete, drift)| {
            let mut seen = std::collections::BTreeSet::new();
            changes.retain(|change| seen.insert(change["address"].to_string()));
            let drift: Vec<Value> =
                if drift { changes.iter().take(2).map(drifted).collect() } else { Vec::new() };
            json!({
                "format_version": "1.2",
                "terraform_version": "1.11.4",
                "resource_changes": changes,
                "resource_drift": drift,
                "configuration": {"root_module": {"resources": resources(&references)}},
                "complete": complete,
                "errored": false,
            })
        },
    )
}

/// Blocks that take attributes from one another.
fn resources(references: &[usize]) -> Vec<Value> {
    let block = |at: usize| format!("{}.{}", TYPES[at % TYPES.len()], ["a", "b"][at % 2]);
    references
        .iter()
        .enumerate()
        .map(|(n, to)| {
            let expression = json!({"references": [format!("{}.id", block(*to)), block(*to)]});
            json!({"address": block(n), "expressions": {"name": expression, "size": expression}})
        })
        .collect()
}

fn drifted(change: &Value) -> Value {
    let mut drift = change.clone();
    drift["change"]["actions"] = json!(["update"]);
    drift["change"]["after"]["size"] = json!(99);
    drift
}

fn change() -> impl Strategy<Value = Value> {
    let address = (0..TYPES.len(), 0..2_usize, 0..7_usize, 0..3_usize);
    (address, 0..ACTIONS.len(), object(), object(), any::<bool>()).prop_map(
        |((kind, name, key, module), actions, before, after, forced)| {
            let module = ["", "module.m.", "module.n[\"x.y\"]."][module];
            let key = ["", "[0]", "[1]", "[2]", "[\"0\"]", "[\"x\"]", "[10]"][key];
            let address = format!("{module}{}.{}{key}", TYPES[kind], ["a", "b"][name]);
            let actions = ACTIONS[actions];
            let has = |word: &str| actions.contains(&word);
            let replace_paths = if forced { json!([["name"], ["size"]]) } else { json!([]) };
            json!({
                "address": address,
                "mode": "managed",
                "type": TYPES[kind],
                "name": (["a", "b"][name]),
                "change": {
                    "actions": actions,
                    "before": if has("create") && actions.len() == 1 { Value::Null } else { before },
                    "after": if has("delete") && actions.len() == 1 { Value::Null } else { after },
                    "after_unknown": {},
                    "before_sensitive": {},
                    "after_sensitive": {},
                    "replace_paths": replace_paths,
                },
            })
        },
    )
}

/// The attributes of an object: naming ones, guarding ones, and some that mean nothing.
fn object() -> impl Strategy<Value = Value> {
    let name = prop_oneof![Just("one"), Just("two"), Just("three")];
    (name, 0..3_u8, any::<bool>(), any::<bool>()).prop_map(|(name, size, guard, public)| {
        json!({
            "name": name,
            "input": name,
            "size": size,
            "deletion_protection": guard,
            "skip_final_snapshot": !guard,
            "publicly_accessible": public,
            "backup_retention_period": size,
        })
    })
}
