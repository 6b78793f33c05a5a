//! Damaged plans: whatever is done to one, it is judged or refused, and never panics. What
//! still destroys something never passes.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use tfgate::finding::Verdict;
use tfgate::plan::{Plan, Refusal};
use tfgate::report::{json as json_report, text};

use super::{cases, generate};
use crate::corpus;
use crate::support::{stories, strictly};

/// Judges and renders, in every format; `None` when the plan is refused.
fn survive(bytes: &[u8]) -> Option<Verdict> {
    match Plan::read(bytes.to_vec()) {
        Err(refusal) => {
            assert!(Refusal::CODES.contains(&refusal.code), "{}", refusal.code);
            None
        }
        Ok(plan) => {
            let report = strictly(&plan);
            assert!(!json_report::render(&report).is_empty());
            assert!(!text::render(&report, &text::Look::default()).is_empty());
            assert_eq!(report.exit_code, report.verdict.exit_code());
            if plan.errored() || report.error.is_some() {
                assert_eq!(report.verdict, Verdict::Undecided);
            }
            Some(report.verdict)
        }
    }
}

#[derive(Clone, Debug)]
enum ByteChange {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize),
    Truncate(Index),
}

fn byte_change() -> impl Strategy<Value = ByteChange> {
    let at = || any::<Index>();
    let syntax = prop_oneof![
        Just(b"{".to_vec()),
        Just(b"}".to_vec()),
        Just(b"[".to_vec()),
        Just(b"]".to_vec()),
        Just(b"\"".to_vec()),
        Just(b"\\ud800".to_vec()),
        Just(b"null".to_vec()),
        Just(b"\0".to_vec()),
        Just(b"1e999999999999".to_vec()),
        vec(any::<u8>(), 1..8),
    ];
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| ByteChange::Set(at, byte)),
        (at(), syntax).prop_map(|(at, bytes)| ByteChange::Insert(at, bytes)),
        (at(), 1..200_usize).prop_map(|(at, length)| ByteChange::Remove(at, length)),
        (at(), 1..200_usize).prop_map(|(at, length)| ByteChange::Repeat(at, length)),
        at().prop_map(ByteChange::Truncate),
    ]
}

fn apply_bytes(bytes: &mut Vec<u8>, change: &ByteChange) {
    if bytes.is_empty() {
        return;
    }
    let piece = |at: usize, length: usize| at..(at + length).min(bytes.len());
    match change {
        ByteChange::Set(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        ByteChange::Insert(at, new) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, new.iter().copied());
        }
        ByteChange::Remove(at, length) => {
            let piece = piece(at.index(bytes.len()), *length);
            bytes.drain(piece);
        }
        ByteChange::Repeat(at, length) => {
            let piece = piece(at.index(bytes.len()), *length);
            let copy = bytes[piece.clone()].to_vec();
            bytes.splice(piece.start..piece.start, copy);
        }
        ByteChange::Truncate(at) => bytes.truncate(at.index(bytes.len())),
    }
}

#[derive(Clone, Debug)]
enum TreeChange {
    /// Takes a node away.
    Drop(Index),
    /// Puts something of another type in its place.
    Retype(Index, Value),
    /// Puts a copy of another node in its place.
    Copy(Index, Index),
    /// Adds an element to a list once more.
    Repeat(Index),
    /// Renames a key, perhaps to one that means something elsewhere.
    Rename(Index, &'static str),
}

fn tree_change() -> impl Strategy<Value = TreeChange> {
    let at = || any::<Index>();
    let other = prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(-1.5)),
        Just(json!(18_446_744_073_709_551_615_u64)),
        Just(json!("")),
        Just(json!("delete")),
        Just(json!("a\u{1b}[2J\u{202e}\n")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([["a", 0, {}]])),
        Just(json!({"a": [true, null, {"b": true}]})),
    ];
    let key = prop_oneof![
        Just("address"),
        Just("actions"),
        Just("deposed"),
        Just("importing"),
        Just("previous_address"),
        Just("replace_paths"),
        Just("sensitive_values"),
        Just("index"),
        Just(""),
    ];
    prop_oneof![
        at().prop_map(TreeChange::Drop),
        (at(), other).prop_map(|(at, value)| TreeChange::Retype(at, value)),
        (at(), at()).prop_map(|(at, from)| TreeChange::Copy(at, from)),
        at().prop_map(TreeChange::Repeat),
        (at(), key).prop_map(|(at, key)| TreeChange::Rename(at, key)),
    ]
}

/// Pointers to all nodes but the root. What a gate reads stands near the root, so shallow
/// nodes are listed once more for each level that they are above the deep ones.
fn nodes(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, depth: usize, found: &mut Vec<String>) {
        let mut visit = |key: &str, item: &Value| {
            let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
            for _ in depth..6_usize.max(depth + 1) {
                found.push(path.clone());
            }
            walk(item, &path, depth + 1, found);
        };
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    visit(&at.to_string(), item);
                }
            }
            Value::Object(object) => {
                for (key, item) in object {
                    visit(key, item);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", 0, &mut found);
    found
}

fn apply_tree(plan: &mut Value, change: &TreeChange) {
    let nodes = nodes(plan);
    if nodes.is_empty() {
        return;
    }
    let of = |at: &Index| nodes[at.index(nodes.len())].clone();
    let parent = |path: &str| {
        let (parent, key) = path.rsplit_once('/').unwrap();
        (parent.to_owned(), key.replace("~1", "/").replace("~0", "~"))
    };
    match change {
        TreeChange::Drop(at) => {
            let (parent, key) = parent(&of(at));
            match plan.pointer_mut(&parent).unwrap() {
                Value::Object(object) => drop(object.remove(&key)),
                Value::Array(items) => drop(items.remove(key.parse().unwrap())),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                    unreachable!("only lists and objects have children")
                }
            }
        }
        TreeChange::Retype(at, value) => *plan.pointer_mut(&of(at)).unwrap() = value.clone(),
        TreeChange::Copy(at, from) => {
            let copy = plan.pointer(&of(from)).unwrap().clone();
            *plan.pointer_mut(&of(at)).unwrap() = copy;
        }
        TreeChange::Repeat(at) => {
            let (parent, key) = parent(&of(at));
            if let Value::Array(items) = plan.pointer_mut(&parent).unwrap() {
                let copy = items[key.parse::<usize>().unwrap()].clone();
                items.push(copy);
            }
        }
        TreeChange::Rename(at, new) => {
            let (parent, key) = parent(&of(at));
            if let Value::Object(object) = plan.pointer_mut(&parent).unwrap() {
                let value = object.remove(&key).unwrap();
                object.insert((*new).to_owned(), value);
            }
        }
    }
}

#[test]
fn changed_bytes_never_panic() {
    let stories = stories();
    let changes = (any::<Index>(), vec(byte_change(), 1..6));
    proptest!(cases("bytes changed"), |((story, changes) in changes)| {
        let mut bytes = stories[story.index(stories.len())].1.clone();
        for change in &changes {
            apply_bytes(&mut bytes, change);
        }
        survive(&bytes);
    });
}

#[test]
fn changed_structure_never_panics_and_a_destroy_never_passes() {
    let stories: Vec<Value> =
        stories().iter().map(|(_, bytes)| serde_json::from_slice(bytes).unwrap()).collect();
    let changes = (any::<Index>(), vec(tree_change(), 1..6));
    let judged = Cell::new(0);
    proptest!(cases("structure changed"), |((story, changes) in changes)| {
        let mut plan = stories[story.index(stories.len())].clone();
        for change in &changes {
            apply_tree(&mut plan, change);
        }
        if let Some(verdict) = survive(plan.to_string().as_bytes()) {
            judged.set(judged.get() + 1);
            let read = Plan::read(plan.to_string().into_bytes()).ok().unwrap();
            prop_assert_eq!(read.summary(), corpus::count(&plan));
            if corpus::destroys(&plan) {
                prop_assert_ne!(verdict, Verdict::Passed, "{}", plan);
            }
        }
    });
    assert!(judged.get() > 0, "every changed plan was refused, so nothing was tried");
}

#[test]
fn generated_plans_are_judged() {
    proptest!(cases("generated plans judged"), |(plan in generate::plan())| {
        let verdict = survive(plan.to_string().as_bytes());
        prop_assert!(verdict.is_some(), "{}", plan);
        if corpus::destroys(&plan) {
            prop_assert_ne!(verdict, Some(Verdict::Passed));
        }
    });
}
