//! What a create does without an error when the object is there already.
//!
//! Not every create of something that exists fails: some adopt it, some write over it, some
//! make a second one. For these types nothing but looking before the apply helps.

use crate::table;

const TABLE: &str = include_str!("recipes/silent.csv");

/// What happens to the object that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It becomes the resource, as if it had been made.
    Adopts,
    /// It becomes the resource, and its settings are replaced.
    Overwrites,
    /// A second one is made beside it.
    Duplicates,
}

/// A type whose create does not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// What happens.
    pub effect: Effect,
    /// When, where it is not always; often empty.
    pub note: &'static str,
}

impl Silent {
    /// What a create of `resource_type` does silently; `None` where nothing is known.
    #[must_use]
    pub fn of(resource_type: &str) -> Option<Self> {
        let [_, effect, note] = table::find(TABLE, resource_type)?;
        Some(Self { effect: Effect::parse(effect).expect("a test reads every row"), note })
    }
}

impl Effect {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "adopts" => Self::Adopts,
            "overwrites" => Self::Overwrites,
            "duplicates" => Self::Duplicates,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Effect, Silent, TABLE};
    use crate::import::recipes::Recipe;
    use crate::table;

    #[test]
    fn every_row_is_whole() {
        let rows: Vec<_> = table::rows::<3>(TABLE).collect();
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]), "sorted, each type once");
        for [resource_type, effect, note] in rows {
            assert!(Recipe::of(resource_type).is_some(), "{resource_type}");
            let effect = Effect::parse(effect).unwrap();
            assert_eq!(Silent::of(resource_type), Some(Silent { effect, note }));
        }
        assert_eq!(Silent::of("aws_iam_role"), None);
    }
}
