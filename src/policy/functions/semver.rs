//! Versions and constraints, as Terraform reads them.
//!
//! A version has any number of parts, may begin with `v`, and may have a prerelease, which
//! comes before the release. A constraint without a prerelease never admits one with.

use std::cmp::Ordering;

use super::super::value::Num;
use super::super::value::Value;
use super::strings::text;
use super::{Outcome, Tools};

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    parts: Vec<u64>,
    /// How many parts were written; the rest are zeros.
    written: usize,
    prerelease: Vec<String>,
}

impl Version {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let text = text.split_once('+').map_or(text, |(version, _)| version);
        let (numbers, prerelease) = match text.split_once('-') {
            Some((numbers, prerelease)) => (numbers, Some(prerelease)),
            None => (text, None),
        };
        let mut parts = Vec::new();
        for part in numbers.split('.') {
            if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            parts.push(part.parse().ok()?);
        }
        let prerelease: Vec<String> = match prerelease {
            Some(text) => text.split('.').map(str::to_owned).collect(),
            None => Vec::new(),
        };
        let word = |part: &String| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if !prerelease.iter().all(word) {
            return None;
        }
        let written = parts.len();
        parts.resize(written.max(3), 0);
        Some(Self { parts, written, prerelease })
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.parts.len().max(other.parts.len());
        for at in 0..length {
            let part = |version: &Self| version.parts.get(at).copied().unwrap_or(0);
            match part(self).cmp(&part(other)) {
                Ordering::Equal => {}
                different => return different,
            }
        }
        match (self.prerelease.is_empty(), other.prerelease.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => prereleases(&self.prerelease, &other.prerelease),
        }
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn prereleases(a: &[String], b: &[String]) -> Ordering {
    for (x, y) in a.iter().zip(b) {
        let order = match (x.parse::<u64>(), y.parse::<u64>()) {
            (Ok(x), Ok(y)) => x.cmp(&y),
            (Ok(_), Err(_)) => Ordering::Less,
            (Err(_), Ok(_)) => Ordering::Greater,
            (Err(_), Err(_)) => x.cmp(y),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

/// `>= 1.2, < 2`
pub(crate) struct Constraint(Vec<(Relation, Version)>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    /// `~>`: the last part written may grow.
    Pessimistic,
}

impl Constraint {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.split(',').map(Self::one).collect::<Option<Vec<_>>>().map(Self)
    }

    fn one(text: &str) -> Option<(Relation, Version)> {
        let text = text.trim();
        let relations = [
            ("!=", Relation::NotEqual),
            (">=", Relation::GreaterEqual),
            ("<=", Relation::LessEqual),
            ("~>", Relation::Pessimistic),
            ("=", Relation::Equal),
            (">", Relation::Greater),
            ("<", Relation::Less),
        ];
        for (symbol, relation) in relations {
            if let Some(version) = text.strip_prefix(symbol) {
                return Some((relation, Version::parse(version.trim())?));
            }
        }
        Some((Relation::Equal, Version::parse(text)?))
    }

    pub(crate) fn admits(&self, version: &Version) -> bool {
        self.0.iter().all(|(relation, bound)| admits(*relation, bound, version))
    }
}

fn admits(relation: Relation, bound: &Version, version: &Version) -> bool {
    let same_release = version.parts == bound.parts;
    // A prerelease is admitted only by a constraint that names one of the same release.
    let prerelease_fits = match (version.prerelease.is_empty(), bound.prerelease.is_empty()) {
        (true, _) => true,
        (false, true) => false,
        (false, false) => same_release,
    };
    match relation {
        Relation::Equal => version == bound || version.cmp(bound) == Ordering::Equal,
        Relation::NotEqual => version.cmp(bound) != Ordering::Equal,
        Relation::Greater => prerelease_fits && version > bound,
        Relation::GreaterEqual => prerelease_fits && version >= bound,
        Relation::Less => prerelease_fits && version < bound,
        Relation::LessEqual => prerelease_fits && version <= bound,
        Relation::Pessimistic => {
            let fixed = bound.written.saturating_sub(1).min(version.parts.len());
            prerelease_fits
                && version >= bound
                && version.parts.iter().zip(&bound.parts).take(fixed).all(|(a, b)| a == b)
        }
    }
}

pub(super) fn semvercmp<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let order = version(&args[0])?.cmp(&version(&args[1])?);
    Ok(Value::number(Num::Int(i64::from(order as i8))))
}

pub(super) fn semverconstraint<'a>(_: &mut Tools, args: &[Value<'a>]) -> Outcome<'a> {
    let constraint = Constraint::parse(text(&args[1]))
        .ok_or_else(|| format!("{:?} is not a version constraint", text(&args[1])))?;
    Ok(Value::bool(constraint.admits(&version(&args[0])?)))
}

fn version(value: &Value<'_>) -> Result<Version, super::Refusal> {
    Version::parse(text(value).trim())
        .ok_or_else(|| format!("{:?} is not a version", text(value)).into())
}

#[cfg(test)]
mod tests {
    use super::{Constraint, Version};

    #[test]
    fn constraints_admit_what_terraform_admits() {
        for (constraint, yes, no) in [
            (">= 1.2, < 2", "1.10", "2.0.0"),
            ("~> 1.2", "1.9", "2.0"),
            ("~> 1.2.3", "1.2.9", "1.3.0"),
            ("~> 1", "2.5", "0.9"),
            ("1.0", "v1.0.0", "1.0.1"),
            ("!= 1.0", "1.1", "1.0.0"),
            (">= 1.0.0-beta1", "1.0.0-beta2", "1.0.0-alpha"),
            ("> 1.0", "1.1", "1.1.0-rc1"),
        ] {
            let parsed = Constraint::parse(constraint).unwrap();
            assert!(parsed.admits(&Version::parse(yes).unwrap()), "{constraint} on {yes}");
            assert!(!parsed.admits(&Version::parse(no).unwrap()), "{constraint} on {no}");
        }
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["", "x", "1..2", "1.x", "-1", "1.0-", "99999999999999999999"] {
            assert!(Version::parse(text).is_none(), "{text}");
        }
        assert!(Constraint::parse("=> 1").is_none());
    }

    #[test]
    fn order_is_by_number_and_prereleases_come_first() {
        let ascending =
            ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta", "1.0", "1.0.1", "1.2", "1.10"];
        for pair in ascending.windows(2) {
            assert!(Version::parse(pair[0]) < Version::parse(pair[1]), "{pair:?}");
        }
    }
}
