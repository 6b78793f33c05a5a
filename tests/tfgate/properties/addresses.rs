//! Addresses print as they were parsed, whatever their keys hold; patterns match as the
//! table in their documentation says, read out slowly.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use tfgate::plan::{Address, BlockKind, Key, ModuleStep, Pattern, safe_label};

use super::cases;
use crate::support::is_raw_hostile;

fn key(text: impl Strategy<Value = String>) -> impl Strategy<Value = Key> {
    prop_oneof![any::<u64>().prop_map(Key::Int), text.prop_map(Key::Str), Just(Key::Any)]
}

fn kind() -> impl Strategy<Value = BlockKind> {
    prop_oneof![
        3 => Just(BlockKind::Managed),
        1 => Just(BlockKind::Data),
        1 => Just(BlockKind::Ephemeral),
    ]
}

/// A key that somebody chose to confuse: anything, and the characters that mean something.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\\[\\]\".\\\\$%{}*\n\t\r\u{1b}\u{202e}a0]{0,12}"]
}

fn address() -> impl Strategy<Value = Address> {
    let name = || "[a-zA-Z_äé東][a-zA-Z0-9_ä東-]{0,6}";
    let resource_type = "[a-z]{1,4}_[a-z0-9_]{1,6}";
    let modules = vec((name(), option::of(key(hostile()))), 0..4);
    (modules, kind(), resource_type, name(), option::of(key(hostile()))).prop_map(
        |(modules, kind, resource_type, name, key)| Address {
            modules: modules.into_iter().map(|(name, key)| ModuleStep { name, key }).collect(),
            kind,
            resource_type,
            name,
            key,
        },
    )
}

#[test]
fn print_and_parse_are_inverse() {
    proptest!(cases("addresses, print and parse"), |(address in address())| {
        let text = address.to_string();
        prop_assert!(!text.chars().any(is_raw_hostile) && !text.contains('\n'), "{:?}", text);
        prop_assert_eq!(Address::parse(&text), Ok(address), "{}", text);
    });
}

#[test]
fn any_text_is_safe_to_show_and_an_address_or_none() {
    let text = prop_oneof![
        any::<String>(),
        "[a-z\u{3164}\u{115f}\u{ffa0}._\\[\\]\"0\u{202e}\u{200b}\u{7}]{0,16}",
        "(module\\.[a\u{3164}]\\.)?(data\\.)?[ab]\\.[a\u{3164}\u{1160}]{1,3}(\\[\"?[0a\u{ad}]\"?\\])?",
    ];
    proptest!(cases("addresses, any text"), |(text in text)| {
        let label = safe_label(&text);
        prop_assert!(!label.chars().any(is_raw_hostile) && !label.contains('\n'), "{:?}", label);
        if let Ok(address) = Address::parse(&text) {
            prop_assert_eq!(Address::parse(&address.to_string()), Ok(address));
        }
    });
}

/// A pattern as the documentation speaks of it.
#[derive(Clone, Debug)]
struct Written {
    steps: Vec<WrittenStep>,
    /// `None` where the pattern ends in `**`.
    target: Option<(BlockKind, String, String, Option<Key>)>,
}

#[derive(Clone, Debug)]
enum WrittenStep {
    TwoStars,
    Module(String, Option<Key>),
}

impl Written {
    fn text(&self) -> String {
        let keyed = |key: &Option<Key>| key.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut parts: Vec<String> = Vec::new();
        for step in &self.steps {
            parts.push(match step {
                WrittenStep::TwoStars => "**".to_owned(),
                WrittenStep::Module(name, key) => format!("module.{name}{}", keyed(key)),
            });
        }
        match &self.target {
            None => parts.push("**".to_owned()),
            Some((kind, resource_type, name, key)) => {
                let kind = match kind {
                    BlockKind::Managed => "",
                    BlockKind::Data => "data.",
                    BlockKind::Ephemeral => "ephemeral.",
                };
                parts.push(format!("{kind}{resource_type}.{name}{}", keyed(key)));
            }
        }
        parts.join(".")
    }
}

/// "Any run of characters of that one step."
fn name_matches(pattern: &[char], name: &[char]) -> bool {
    match pattern.split_first() {
        None => name.is_empty(),
        Some(('*', rest)) => (0..=name.len()).any(|skipped| name_matches(rest, &name[skipped..])),
        Some((c, rest)) => name.first() == Some(c) && name_matches(rest, &name[1..]),
    }
}

fn names(pattern: &str, name: &str) -> bool {
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    name_matches(&chars(pattern), &chars(name))
}

/// No key: every instance. `[*]`: any key, and none. A key: that instance only, and `[*]`,
/// which stands for instances that are not known yet.
fn keys(pattern: Option<&Key>, key: Option<&Key>) -> bool {
    match (pattern, key) {
        (None | Some(Key::Any), _) | (Some(_), Some(Key::Any)) => true,
        (Some(_), None) => false,
        (Some(wanted), Some(key)) => wanted == key,
    }
}

/// "Zero or more module steps."
fn paths(steps: &[WrittenStep], path: &[ModuleStep]) -> bool {
    match steps.split_first() {
        None => path.is_empty(),
        Some((WrittenStep::TwoStars, rest)) => {
            (0..=path.len()).any(|skipped| paths(rest, &path[skipped..]))
        }
        Some((WrittenStep::Module(name, key), rest)) => {
            path.split_first().is_some_and(|(one, more)| {
                names(name, &one.name) && keys(key.as_ref(), one.key.as_ref()) && paths(rest, more)
            })
        }
    }
}

fn slowly(pattern: &Written, address: &Address) -> bool {
    let mut steps = pattern.steps.clone();
    let target = match &pattern.target {
        None => {
            steps.push(WrittenStep::TwoStars);
            true
        }
        Some((kind, resource_type, name, key)) => {
            *kind == address.kind
                && names(resource_type, &address.resource_type)
                && names(name, &address.name)
                && keys(key.as_ref(), address.key.as_ref())
        }
    };
    target && paths(&steps, &address.modules)
}

/// Few names and keys, so that patterns match often.
fn few_keys() -> impl Strategy<Value = Option<Key>> {
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(Key::Any)),
        2 => (0..2_u64).prop_map(|n| Some(Key::Int(n))),
        2 => "(0|a\\.b|\\*)".prop_map(|text| Some(Key::Str(text))),
    ]
}

fn small_address() -> impl Strategy<Value = Address> {
    let modules = vec(("[ab]{1,2}", few_keys()), 0..4);
    (modules, kind(), "[tu]{1,3}", "[ab]{1,3}", few_keys()).prop_map(
        |(modules, kind, resource_type, name, key)| Address {
            modules: modules.into_iter().map(|(name, key)| ModuleStep { name, key }).collect(),
            kind,
            resource_type,
            name,
            key,
        },
    )
}

/// A name in a pattern; `**` within one is no pattern.
fn glob(letters: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![
        Just("*".to_owned()),
        letters,
        vec(letters, 2..4).prop_map(|parts| parts.join("*")),
        letters.prop_map(|part| format!("*{part}")),
        letters.prop_map(|part| format!("{part}*")),
    ]
}

fn written() -> impl Strategy<Value = Written> {
    let step = prop_oneof![
        2 => Just(WrittenStep::TwoStars),
        3 => (glob("[ab]"), few_keys()).prop_map(|(name, key)| WrittenStep::Module(name, key)),
    ];
    let target = (kind(), glob("[tu]"), glob("[ab]"), few_keys());
    (vec(step, 0..5), option::weighted(0.8, target))
        .prop_map(|(steps, target)| Written { steps, target })
}

#[test]
fn patterns_match_as_documented() {
    let (matched, missed) = (Cell::new(0), Cell::new(0));
    proptest!(cases("patterns"), |(pattern in written(), address in small_address())| {
        let text = pattern.text();
        let parsed: Pattern = text.parse().unwrap();
        let expected = slowly(&pattern, &address);
        prop_assert_eq!(parsed.matches(&address), expected, "{} on {}", text, address);
        prop_assert_eq!(parsed.to_string(), text);
        let seen = if expected { &matched } else { &missed };
        seen.set(seen.get() + 1);
    });
    let (matched, missed) = (matched.get(), missed.get());
    assert!(matched > 20 && missed > 20, "{matched} matched, {missed} did not: too one-sided");
}
