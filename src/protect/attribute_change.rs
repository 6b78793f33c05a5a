//! Updates in place that lose something, or that take a guard away.
//!
//! The table `attribute_changes.csv` beside this file is the source of truth.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::finding::Severity;
use crate::plan::{Number, Reading, Value};

const TABLE: &str = include_str!("attribute_changes.csv");

/// What a change of an attribute means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A protection goes.
    Guard,
    /// Something is lost by the change itself.
    Loss,
    /// Something becomes reachable.
    Exposure,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct AttributeChange {
    /// Attribute path without indices; empty when the resource itself is the guard.
    pub attribute: &'static str,
    change: Change,
    /// What the change means.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// What happens, as a clause.
    pub effect: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// `A|B->C|D`, with `*` for anything.
    FromTo(&'static str, &'static str),
    Decreased,
    /// A retention where nothing, 0 and -1 mean for ever.
    Limited,
    Zeroed,
    Removed,
    Added,
    Changed,
    /// The resource is destroyed.
    Deleted,
}

/// Whether a row applies to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It does not.
    No,
    /// It does.
    Yes,
    /// The value afterwards is known after apply, and the one before was at stake.
    Unknown,
}

impl AttributeChange {
    /// The rows about `resource_type`.
    pub fn of(resource_type: &str) -> impl Iterator<Item = &'static Self> {
        static ROWS: OnceLock<HashMap<&'static str, Vec<AttributeChange>>> = OnceLock::new();
        let rows = ROWS.get_or_init(|| {
            let mut by_type: HashMap<_, Vec<_>> = HashMap::new();
            for (resource_type, row) in rows() {
                by_type.entry(resource_type).or_default().push(row);
            }
            by_type
        });
        // Nearly every Google type has this one guard since version 7 of its provider.
        let google = if resource_type.starts_with("google_") { "google_*" } else { "" };
        rows.get(resource_type).into_iter().chain(rows.get(google)).flatten()
    }

    /// Whether destroying the resource is what the row is about.
    #[must_use]
    pub fn is_deletion(&self) -> bool {
        self.change == Change::Deleted
    }

    /// Whether the row applies to an update from `before` to `after`.
    #[must_use]
    pub fn applies(&self, before: Reading<'_>, after: Reading<'_>) -> Applies {
        let (was, is) = (before.all(self.attribute), after.all(self.attribute));
        let (old, new) = (present(was.clone()), present(is.clone()));
        let sure = |yes| if yes { Applies::Yes } else { Applies::No };
        match self.change {
            Change::FromTo(from, to) => from_to(&old, &new, from, to),
            Change::Decreased => pairwise(&old, &new, |a, b| b < a),
            Change::Zeroed => zeroed(&old, &new),
            Change::Limited => limited(&old, &new),
            Change::Removed => fewer(&was, &is),
            Change::Added => match fewer(&is, &was) {
                Applies::Unknown => Applies::No,
                sure @ (Applies::Yes | Applies::No) => sure,
            },
            Change::Changed => sure(
                !old.iter().chain(&new).any(|one| one.is_unknown())
                    && (old.len() != new.len() || old.iter().zip(&new).any(|(a, b)| !a.same(*b))),
            ),
            Change::Deleted => Applies::No,
        }
    }
}

/// No element at all reads as one that is missing.
fn present(readings: Vec<Reading<'_>>) -> Vec<Reading<'_>> {
    if readings.is_empty() { vec![Reading::Missing] } else { readings }
}

fn is_one_of(reading: Reading<'_>, alternatives: &str) -> bool {
    alternatives.split('|').any(|literal| match literal {
        "*" => true,
        // Providers leave a switch that is off unset.
        "false" | "0" if reading.is_unset() => true,
        _ => reading.known().is_some_and(|value| value.is_literal(literal)),
    })
}

/// Counted, not paired: sets come in another order before and after.
fn from_to(old: &[Reading<'_>], new: &[Reading<'_>], from: &str, to: &str) -> Applies {
    let count = |all: &[Reading<'_>]| all.iter().filter(|one| is_one_of(**one, from)).count();
    if from == "*" {
        let was = old.iter().any(|one| is_one_of(*one, to));
        let is = new.iter().any(|one| is_one_of(*one, to));
        return if is && !was { Applies::Yes } else { Applies::No };
    }
    if count(old) <= count(new) {
        return Applies::No;
    }
    if new.iter().any(|one| is_one_of(*one, to) && !is_one_of(*one, from)) {
        return Applies::Yes;
    }
    if new.iter().any(|one| one.is_unknown()) { Applies::Unknown } else { Applies::No }
}

fn number(reading: Reading<'_>) -> Option<Number<'_>> {
    reading.known().and_then(Value::numeric)
}

fn pairwise(
    old: &[Reading<'_>],
    new: &[Reading<'_>],
    worse: impl Fn(Number<'_>, Number<'_>) -> bool,
) -> Applies {
    let mut answer = Applies::No;
    for (before, after) in old.iter().zip(new) {
        match (number(*before), number(*after)) {
            (Some(a), Some(b)) if worse(a, b) => return Applies::Yes,
            (Some(_), None) if after.is_unknown() => answer = Applies::Unknown,
            _ => {}
        }
    }
    answer
}

fn zeroed(old: &[Reading<'_>], new: &[Reading<'_>]) -> Applies {
    let mut answer = Applies::No;
    for (before, after) in old.iter().zip(new) {
        if number(*before).is_none_or(|value| value <= Number::new("0")) {
            continue;
        }
        let gone = after.is_unset() || number(*after).is_some_and(Number::is_zero);
        if gone {
            return Applies::Yes;
        }
        if after.is_unknown() {
            answer = Applies::Unknown;
        }
    }
    answer
}

fn limited(old: &[Reading<'_>], new: &[Reading<'_>]) -> Applies {
    let positive = |value: &Number<'_>| *value > Number::new("0");
    let mut answer = Applies::No;
    for (before, after) in old.iter().zip(new) {
        let was = number(*before).filter(positive);
        match (was, number(*after).filter(positive)) {
            (None, Some(_)) if !before.is_unknown() => return Applies::Yes,
            (Some(a), Some(b)) if b < a => return Applies::Yes,
            (_, None) if after.is_unknown() => answer = Applies::Unknown,
            _ => {}
        }
    }
    answer
}

/// Whether there are fewer elements or set values than before.
fn fewer(old: &[Reading<'_>], new: &[Reading<'_>]) -> Applies {
    let count = |all: &[Reading<'_>]| -> usize {
        all.iter()
            .filter(|one| !one.is_unset())
            .map(|one| one.known().filter(|value| value.is_list()).map_or(1, Value::len))
            .sum()
    };
    if count(old) > 0 && new.iter().any(|one| one.is_unknown()) {
        return Applies::Unknown;
    }
    if count(new) < count(old) { Applies::Yes } else { Applies::No }
}

fn rows() -> impl Iterator<Item = (&'static str, AttributeChange)> {
    crate::table::rows(TABLE).map(|row| {
        let [resource_type, attribute, change, kind, severity, effect] = row;
        let row = AttributeChange {
            attribute,
            change: Change::parse(change).expect("a test reads every row"),
            kind: Kind::parse(kind).expect("a test reads every row"),
            severity: severity.parse().expect("a test reads every row"),
            effect,
        };
        (resource_type, row)
    })
}

impl Kind {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "guard" => Some(Self::Guard),
            "loss" => Some(Self::Loss),
            "exposure" => Some(Self::Exposure),
            _ => None,
        }
    }
}

impl Change {
    fn parse(text: &'static str) -> Option<Self> {
        Some(match text {
            "decreased" => Self::Decreased,
            "limited" => Self::Limited,
            "zeroed" => Self::Zeroed,
            "removed" => Self::Removed,
            "added" => Self::Added,
            "changed" => Self::Changed,
            "deleted" => Self::Deleted,
            _ => {
                let (from, to) = text.split_once("->")?;
                Self::FromTo(from, to)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Applies, AttributeChange, Change, Kind, rows};
    use crate::finding::Severity;
    use crate::plan::{Json, Mask, Values};

    fn applies(change: &'static str, before: &str, after: &str, unknown: &str) -> Applies {
        let row = AttributeChange {
            attribute: "b.x",
            change: Change::parse(change).unwrap(),
            kind: Kind::Guard,
            severity: Severity::High,
            effect: "",
        };
        let decode =
            |text: &str| Json::decode(Box::leak(text.to_owned().into_boxed_str())).ok().unwrap();
        let unknown = Mask::from_json(&decode(unknown));
        let values = Values::for_tests(decode(before), decode(after), unknown);
        row.applies(values.before(), values.after())
    }

    #[test]
    fn every_change_fires_and_does_not() {
        use Applies::{No, Unknown, Yes};
        for (change, before, after, unknown, expected) in [
            ("true->false", r#"{"b":[{"x":true}]}"#, r#"{"b":[{"x":false}]}"#, "{}", Yes),
            ("true->false", r#"{"b":[{"x":true}]}"#, r#"{"b":[]}"#, "{}", Yes),
            ("true->false", r#"{"b":[{"x":true}]}"#, r#"{"b":[{"x":true}]}"#, "{}", No),
            (
                "true->false",
                r#"{"b":[{"x":true}]}"#,
                r#"{"b":[{}]}"#,
                r#"{"b":[{"x":true}]}"#,
                Unknown,
            ),
            ("false->true", r#"{"b":{"x":null}}"#, r#"{"b":{"x":true}}"#, "{}", Yes),
            (
                "false->true",
                r#"{"b":[{"x":true},{"x":false}]}"#,
                r#"{"b":[{"x":false},{"x":true}]}"#,
                "{}",
                No,
            ),
            ("A|B->C", r#"{"b":{"x":"B"}}"#, r#"{"b":{"x":"C"}}"#, "{}", Yes),
            ("A|B->C", r#"{"b":{"x":"A"}}"#, r#"{"b":{"x":"B"}}"#, "{}", No),
            ("*->0", r#"{"b":{"x":30}}"#, r#"{"b":{"x":0}}"#, "{}", Yes),
            ("*->0", r#"{"b":{"x":0}}"#, r#"{"b":{"x":0}}"#, "{}", No),
            ("decreased", r#"{"b":{"x":30}}"#, r#"{"b":{"x":"7"}}"#, "{}", Yes),
            ("decreased", r#"{"b":{"x":7}}"#, r#"{"b":{"x":30}}"#, "{}", No),
            ("decreased", r#"{"b":{"x":7}}"#, r#"{"b":{"x":null}}"#, "{}", No),
            ("decreased", r#"{"b":{"x":7}}"#, r#"{"b":{}}"#, r#"{"b":{"x":true}}"#, Unknown),
            ("limited", r#"{"b":{"x":0}}"#, r#"{"b":{"x":14}}"#, "{}", Yes),
            ("limited", r#"{"b":{"x":-1}}"#, r#"{"b":{"x":14}}"#, "{}", Yes),
            ("limited", r#"{"b":{"x":14}}"#, r#"{"b":{"x":0}}"#, "{}", No),
            ("limited", r#"{"b":{"x":14}}"#, r#"{"b":{"x":14.0}}"#, "{}", No),
            ("zeroed", r#"{"b":{"x":14}}"#, r#"{"b":{"x":null}}"#, "{}", Yes),
            ("zeroed", r#"{"b":{"x":14}}"#, r#"{"b":{"x":1}}"#, "{}", No),
            ("removed", r#"{"b":{"x":[1,2]}}"#, r#"{"b":{"x":[1]}}"#, "{}", Yes),
            ("removed", r#"{"b":{"x":"v"}}"#, r#"{"b":{"x":""}}"#, "{}", Yes),
            ("removed", r#"{"b":{"x":[1]}}"#, r#"{"b":{"x":[2]}}"#, "{}", No),
            ("added", r#"{"b":{"x":[]}}"#, r#"{"b":{"x":[1]}}"#, "{}", Yes),
            ("added", r#"{"b":{"x":[1]}}"#, r#"{"b":{"x":[1]}}"#, "{}", No),
            ("changed", r#"{"b":{"x":"a"}}"#, r#"{"b":{"x":"b"}}"#, "{}", Yes),
            ("changed", r#"{"b":{"x":"a"}}"#, r#"{"b":{"x":"a"}}"#, "{}", No),
            ("changed", r#"{"b":{"x":"a"}}"#, r#"{"b":{}}"#, r#"{"b":{"x":true}}"#, No),
        ] {
            assert_eq!(
                applies(change, before, after, unknown),
                expected,
                "{change}: {before} {after}"
            );
        }
    }

    #[test]
    fn every_row_is_whole() {
        let mut count = 0;
        for (resource_type, row) in rows() {
            count += 1;
            assert!(!row.effect.is_empty() && !row.effect.ends_with('.'), "{resource_type}");
            assert_eq!(row.attribute.is_empty(), row.is_deletion(), "{resource_type}");
        }
        assert!(count > 200, "{count}");
    }
}
