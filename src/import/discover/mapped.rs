//! Ids that the user names.

use super::super::error::ImportError;
use super::super::map::Map;
use super::super::subject::{Proposal, Source, Subject};
use super::{Answer, Discovery, Found};
use crate::plan::Plan;

/// The mapping file as a discovery.
pub struct Mapped<'m>(pub &'m Map);

impl Discovery for Mapped<'_> {
    fn search(&mut self, open: &[&Subject], _: &Plan) -> Result<Vec<Found>, ImportError> {
        let found = open.iter().enumerate().filter_map(|(subject, one)| {
            let id = self.0.get(&one.label())?.clone();
            let evidence = vec!["named in the mapping file".to_owned()];
            let proposal = Proposal { id, source: Source::Map, evidence, arn: None };
            Some(Found { subject, answer: Answer::One(proposal) })
        });
        Ok(found.collect())
    }
}
