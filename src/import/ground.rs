//! Where a trial takes place: `import` blocks in the root module, or a copy of the state.
//!
//! Both leave the real state alone. With blocks, a plan reads every object at once and nothing
//! is written at all; a Terraform before 1.5 has none, and imports one by one into a copy.

use super::blocks::TrialFile;
use super::copy::StateCopy;
use super::error::ImportError;
use super::subject::Subject;
use crate::plan::Change;
use crate::terraform::{Diagnostic, Stack};

/// Where a trial takes place.
pub enum Ground<'s> {
    /// The file of blocks.
    Blocks(TrialFile),
    /// The copy of the state.
    Copy(Box<StateCopy<'s>>),
}

impl<'s> Ground<'s> {
    /// Terraform in the trial; `real` is the one that works on the real state.
    #[must_use]
    pub fn stack<'g>(&'g self, real: &'g Stack<'s>) -> &'g Stack<'s> {
        match self {
            Self::Blocks(_) => real,
            Self::Copy(copy) => &copy.stack,
        }
    }

    /// Makes the trial hold the proposed objects of `tried`, and no others. Those that cannot
    /// be imported come back with the error, where that shows before a plan.
    pub fn hold(
        &self,
        subjects: &[Subject],
        tried: &[usize],
    ) -> Result<Vec<(usize, Diagnostic)>, ImportError> {
        match self {
            Self::Blocks(file) => {
                let each = tried.iter().map(|at| &subjects[*at]);
                file.write(each.filter_map(|one| Some((&one.parsed, &one.proposal()?.id))))?;
                Ok(Vec::new())
            }
            Self::Copy(copy) => copy.hold(subjects, tried),
        }
    }

    /// Whether a plan of the trial shows the object that was imported.
    #[must_use]
    pub fn shows(&self, change: &Change<'_>) -> bool {
        match self {
            Self::Blocks(_) => change.imports(),
            Self::Copy(_) => change.existed(),
        }
    }

    /// Ends the trial: what is planned next is planned without it.
    pub fn leave(&self) -> Result<(), ImportError> {
        match self {
            Self::Blocks(file) => file.remove(),
            Self::Copy(copy) => copy.leave(),
        }
    }
}
