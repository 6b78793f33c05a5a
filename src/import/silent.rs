//! What a create does without an error when the object is there already.
//!
//! Not every create of something that exists fails: some adopt it, some write over it, some
//! make a second one. For these types nothing but looking before the apply helps.

use super::subject::Status;
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

    /// What an apply would do that creates what is not imported, in words.
    #[must_use]
    pub fn in_words(&self, status: Status) -> Option<String> {
        let found = match status {
            Status::Unsearched | Status::NotImportable => "if it exists, ",
            Status::Ambiguous
            | Status::Mismatch
            | Status::Failed
            | Status::RolledBack
            | Status::Deferred
            | Status::Importable => "",
            Status::Imported | Status::Already | Status::Create => return None,
        };
        let does = match self.effect {
            Effect::Adopts => "takes it over",
            Effect::Overwrites => "writes over it",
            Effect::Duplicates => "makes a second one beside it",
        };
        let note = if self.note.is_empty() { String::new() } else { format!(", {}", self.note) };
        Some(format!("{found}an apply that creates it {does} without an error{note}"))
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
    use crate::import::subject::Status;
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

    #[test]
    fn it_is_said_of_what_exists_or_may_exist_and_is_not_imported() {
        let words = |name, status| Silent::of(name).unwrap().in_words(status);
        assert_eq!(
            words("aws_route53_zone", Status::Unsearched).unwrap(),
            "if it exists, an apply that creates it makes a second one beside it without an error"
        );
        assert_eq!(
            words("aws_sqs_queue", Status::Deferred).unwrap(),
            "an apply that creates it takes it over without an error, where the attributes are the same"
        );
        assert_eq!(words("aws_sqs_queue", Status::Create), None);
        assert_eq!(words("aws_sqs_queue", Status::Imported), None);
    }
}
