//! What a usage file says, checked against the mapping tables: a key that no table asks for
//! would be usage that nobody prices, so it is an error and names the keys there are.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::Keys;
use super::tree::{Key, Node, Problem, UsageErrors, Value, parse};
use crate::cost::money::Amount;
use crate::cost::table::{self, Section};
use crate::plan::text::{listed, nearest, visible};
use crate::plan::{Address, Pattern};

/// The version of the syntax.
const VERSION: &str = "0.1";

const SECTIONS: [&str; 3] = ["version", "resource_type_default_usage", "resource_usage"];

type Read = (BTreeMap<String, Keys>, Vec<(Pattern, Keys)>);

pub(super) fn read(name: &str, text: &str) -> Result<Read, UsageErrors> {
    // Editors on Windows put a byte order mark in front; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading::default();
    match parse(text) {
        Ok(Some(root)) => reading.root(root),
        Ok(None) => reading.problem(&(0..0), "the file is empty", "expected `version: 0.1`"),
        Err(problem) => reading.problems.push(problem),
    }
    if reading.problems.is_empty() {
        Ok((reading.types, reading.resources))
    } else {
        Err(UsageErrors::new(name, text, reading.problems))
    }
}

#[derive(Default)]
struct Reading {
    problems: Vec<Problem>,
    types: BTreeMap<String, Keys>,
    resources: Vec<(Pattern, Keys)>,
}

impl Reading {
    fn problem(&mut self, span: &Range<usize>, message: impl Into<String>, label: &str) {
        self.problems.push(Problem::new(span, message, label));
    }

    /// The entries of a map; a key without value is an empty one.
    fn map(&mut self, node: Node, what: &str) -> Vec<(Key, Node)> {
        match node.value {
            Value::Map(entries) => self.once(entries),
            Value::Scalar(text, true) if matches!(&*text, "" | "~" | "null") => Vec::new(),
            Value::Scalar(..) | Value::List(_) => {
                self.problem(&node.span, format!("{what} must be a map"), "this is none");
                Vec::new()
            }
        }
    }

    /// The entries without those whose key was there before.
    fn once(&mut self, entries: Vec<(Key, Node)>) -> Vec<(Key, Node)> {
        let mut kept: Vec<(Key, Node)> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (key, node) in entries {
            if seen.insert(key.name.clone()) {
                kept.push((key, node));
            } else {
                self.twice(&key);
            }
        }
        kept
    }

    fn twice(&mut self, key: &Key) {
        let message = format!("`{}` is set twice", visible(&key.name));
        self.problem(&key.span, message, "leave one of the two out");
    }

    fn root(&mut self, root: Node) {
        let whole = root.span.clone();
        let mut version = false;
        for (key, node) in self.map(root, "a usage file") {
            match &*key.name {
                "version" => {
                    version = true;
                    let stated = matches!(&node.value, Value::Scalar(text, _) if text == VERSION);
                    if !stated {
                        let message = format!("only version {VERSION} of usage files is known");
                        self.problem(&node.span, message, "expected 0.1");
                    }
                }
                "resource_type_default_usage" => self.types(node),
                "resource_usage" => self.resources(node),
                _ => {
                    let help = format!("a usage file has {}", listed(&SECTIONS, " and "));
                    self.unknown(&key, &SECTIONS, help);
                }
            }
        }
        if !version && self.problems.is_empty() {
            let start = whole.start..whole.start;
            self.problem(&start, "the file does not say its version", "add `version: 0.1`");
        }
    }

    fn unknown(&mut self, key: &Key, known: &[&str], help: String) {
        let label = match nearest(&key.name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "not known here".to_owned(),
        };
        let message = format!("unknown key `{}`", visible(&key.name));
        self.problems.push(Problem::new(&key.span, message, label).help(help));
    }

    fn types(&mut self, node: Node) {
        for (key, node) in self.map(node, "`resource_type_default_usage`") {
            let Some(section) = self.section(&key, &key.name) else { continue };
            let keys = self.keys(&key.name, section, node);
            self.types.insert(key.name, keys);
        }
    }

    fn resources(&mut self, node: Node) {
        for (key, node) in self.map(node, "`resource_usage`") {
            let address = Address::parse(&key.name);
            let parsed = address.ok().zip(key.name.parse::<Pattern>().ok());
            let Some((address, pattern)) = parsed else {
                let message = format!("`{}` is no address of a resource", visible(&key.name));
                let help = "for example `aws_lambda_function.api`, `aws_sqs_queue.jobs[\"a\"]` or \
                            `module.queues[*].aws_sqs_queue.jobs[*]`";
                self.problems.push(Problem::new(&key.span, message, "this is none").help(help));
                continue;
            };
            let Some(section) = self.section(&key, &address.resource_type) else { continue };
            let keys = self.keys(&address.resource_type, section, node);
            self.resources.push((pattern, keys));
        }
    }

    /// The table of a type that has usage.
    fn section(&mut self, key: &Key, resource_type: &str) -> Option<&'static Section> {
        let has_usage = |section: &&Section| !section.usage.is_empty();
        if let Some(section) = table::section(resource_type).filter(|found| has_usage(found)) {
            return Some(section);
        }
        let shown = visible(resource_type);
        let message = if table::is_free(resource_type) {
            format!("`{shown}` costs nothing, however much it is used")
        } else if table::section(resource_type).is_some() {
            format!("the cost of `{shown}` does not depend on usage")
        } else {
            format!("there is no price for any usage of `{shown}`")
        };
        let known: Vec<&str> = table::types()
            .filter(|name| table::section(name).as_ref().is_some_and(has_usage))
            .collect();
        let label = match nearest(resource_type, &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "leave this out".to_owned(),
        };
        self.problems.push(Problem::new(&key.span, message, label));
        None
    }

    fn keys(&mut self, resource_type: &str, section: &Section, node: Node) -> Keys {
        let mut keys = Keys::new();
        let what = format!("the usage of `{}`", visible(resource_type));
        let known: Vec<&str> = section.usage.iter().map(String::as_str).collect();
        // Nested maps are the same as dotted names.
        let mut waiting = self.map(node, &what);
        waiting.reverse();
        while let Some((key, node)) = waiting.pop() {
            let below =
                |name: &&str| name.strip_prefix(&*key.name).is_some_and(|r| r.starts_with('.'));
            match node.value {
                Value::Map(entries) if known.iter().any(below) => {
                    let nested = self.once(entries).into_iter().rev().map(|(inner, node)| {
                        let name = format!("{}.{}", key.name, inner.name);
                        (Key { name, span: inner.span }, node)
                    });
                    waiting.extend(nested);
                }
                _ if !known.contains(&&*key.name) => {
                    let help = format!("{what} has {}", listed(&known, " and "));
                    self.unknown(&key, &known, help);
                }
                _ if keys.contains_key(&key.name) => self.twice(&key),
                Value::Scalar(..) | Value::List(_) | Value::Map(_) => {
                    let amount = self.amount(&key.name, node);
                    keys.extend(amount.map(|amount| (key.name, amount)));
                }
            }
        }
        keys
    }

    /// A number, or a range of two or three.
    fn amount(&mut self, key: &str, node: Node) -> Option<Amount> {
        let Value::List(items) = node.value else {
            return self.number(key, &node).map(Amount::exactly);
        };
        let numbers: Vec<Option<Decimal>> = items.iter().map(|one| self.number(key, one)).collect();
        let numbers: Vec<Decimal> = numbers.into_iter().collect::<Option<_>>()?;
        let amount = match numbers[..] {
            [low, high] => {
                let middle = low.checked_add(high).and_then(|sum| sum.checked_div(Decimal::TWO));
                let Some(typical) = middle else {
                    self.problem(
                        &node.span,
                        format!("`{key}` is too large"),
                        "nobody uses so much",
                    );
                    return None;
                };
                Amount { low, typical, high }
            }
            [low, typical, high] => Amount { low, typical, high },
            _ => {
                let message = format!("`{key}` is a range of {} numbers", numbers.len());
                self.problem(&node.span, message, "expected [low, high] or [low, typical, high]");
                return None;
            }
        };
        if amount.low > amount.typical || amount.typical > amount.high {
            let message = format!("the range of `{key}` does not rise");
            self.problem(&node.span, message, "from the lowest to the highest");
            return None;
        }
        Some(amount)
    }

    fn number(&mut self, key: &str, node: &Node) -> Option<Decimal> {
        let wrong = match &node.value {
            Value::Scalar(text, true) => match super::super::scope::decimal(text) {
                Some(number) if number.is_sign_negative() && !number.is_zero() => {
                    "there is no usage below zero"
                }
                Some(number) => return Some(number),
                None => "this is no number",
            },
            Value::Scalar(_, false) => "this is text: write the number without quotes",
            Value::List(_) => "this is a list in a list",
            Value::Map(_) => "this is a map",
        };
        self.problem(&node.span, format!("`{key}` must be a number"), wrong);
        None
    }
}
