//! Ids that the errors of an apply name.
//!
//! A place to look, like every other: whoever wrote the message, the provider reads what is
//! there.

use super::super::error::ImportError;
use super::super::subject::{Proposal, Source, Subject};
use super::{Answer, Discovery, Found};
use crate::plan::Plan;

/// The log of an apply as a discovery: what it told is with each subject.
pub struct Logged;

impl Discovery for Logged {
    fn search(&mut self, open: &[&Subject], _: &Plan) -> Result<Vec<Found>, ImportError> {
        let found = open.iter().enumerate().filter_map(|(subject, one)| {
            let id = one.told.as_ref()?.id.clone()?;
            let evidence = vec!["named by the error of the apply".to_owned()];
            let proposal = Proposal { id, source: Source::Log, evidence, arn: None };
            Some(Found { subject, answer: Answer::One(proposal) })
        });
        Ok(found.collect())
    }
}
