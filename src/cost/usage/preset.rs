//! Usage that is assumed: a table of our own, by type and key, in three sizes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::cost::money::Amount;

/// A size of assumed usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// A side project, or a test environment.
    Small,
    /// A product with some thousand users a day.
    Medium,
    /// A product that a company lives on.
    Large,
}

type Row = [Decimal; 3];

static ROWS: LazyLock<BTreeMap<(&'static str, &'static str), Row>> = LazyLock::new(|| {
    let rows = parse(include_str!("../mapping/usage.csv"));
    rows.unwrap_or_else(|error| unreachable!("a test parses the table: {error}"))
});

impl Preset {
    /// All of them, smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The word on the command line and in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The preset of that name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.as_str() == word)
    }

    /// What is assumed for a key of a type.
    pub(super) fn of(self, resource_type: &str, key: &str) -> Option<Amount> {
        let [small, medium, large] = *ROWS.get(&(resource_type, key))?;
        Some(Amount::exactly(match self {
            Self::Small => small,
            Self::Medium => medium,
            Self::Large => large,
        }))
    }
}

/// `type,key,unit,small,medium,large`; a type may be several, separated by spaces.
fn parse(text: &'static str) -> Result<BTreeMap<(&'static str, &'static str), Row>, String> {
    let mut rows = BTreeMap::new();
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let [types, key, _, small, medium, large] = fields[..] else {
            return Err(format!("expected six fields: {line}"));
        };
        let number = |text: &str| Decimal::from_str_exact(text).map_err(|_| line.to_owned());
        let row = [number(small)?, number(medium)?, number(large)?];
        for name in types.split(' ') {
            if rows.insert((name, key), row).is_some() {
                return Err(format!("{name} {key} stands here twice"));
            }
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ROWS;
    use crate::cost::table;

    #[test]
    fn every_usage_key_has_an_assumption_and_every_assumption_a_key() {
        let asked: BTreeSet<(&str, &str)> = table::types()
            .flat_map(|name| {
                let section = table::section(name).unwrap();
                section.usage.iter().map(move |key| (name, key.as_str()))
            })
            .collect();
        let assumed: BTreeSet<(&str, &str)> = ROWS.keys().copied().collect();
        let missing: Vec<_> = asked.difference(&assumed).collect();
        let unused: Vec<_> = assumed.difference(&asked).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{missing:?} {unused:?}");
        assert!(asked.len() >= 80, "{}", asked.len());
    }

    #[test]
    fn a_larger_size_assumes_no_less() {
        for (key, [small, medium, large]) in ROWS.iter() {
            assert!(small <= medium && medium <= large && !small.is_sign_negative(), "{key:?}");
        }
    }
}
