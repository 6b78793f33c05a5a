//! Ids that follow from what is configured: a bucket is imported by its name.
//!
//! Whether there is an object under the id, the provider says, in the trial plan.

use super::super::error::ImportError;
use super::super::recipes::{Class, Facts, Missing, Object, Recipe};
use super::super::subject::{Proposal, Source, Status, Subject, change_at};
use super::{Answer, Discovery, Found};
use crate::plan::Plan;

/// Recipes as a discovery.
pub struct Derived<'f> {
    /// What is known about the provider configuration of a subject.
    pub facts: &'f dyn Fn(&Subject) -> Facts,
}

impl Discovery for Derived<'_> {
    fn search(&mut self, open: &[&Subject], plan: &Plan) -> Result<Vec<Found>, ImportError> {
        let configuration = plan.configuration()?;
        let mut found = Vec::new();
        for (subject, one) in open.iter().enumerate() {
            let answer = match Recipe::of(&one.resource_type) {
                None => Answer::Unknown {
                    reason: format!("tfgate has no import id recipe for `{}`", one.resource_type),
                },
                Some(recipe) if recipe.class == Class::NotImportable => Answer::Never {
                    status: Status::NotImportable,
                    reason: Missing::Import.to_string(),
                },
                Some(recipe) => {
                    let Some(change) = change_at(plan, &one.address) else { continue };
                    let values = change.values()?;
                    let object = Object::new(values.after()).configured(configuration, &one.parsed);
                    match recipe.id(object, &(self.facts)(one)) {
                        Ok(id) => Answer::One(Proposal {
                            id,
                            source: Source::Derived,
                            evidence: vec!["computed from the configuration".to_owned()],
                            arn: None,
                        }),
                        Err(missing) => Answer::Unknown { reason: missing.to_string() },
                    }
                }
            };
            found.push(Found { subject, answer });
        }
        Ok(found)
    }
}
