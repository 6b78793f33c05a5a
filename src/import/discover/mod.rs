//! Finding the ids under which creates may exist already.
//!
//! A discovery proposes, it never decides: whatever it says is read live by the provider in a
//! trial plan, and verified there. So a ghost in an index, or a name that somebody else took,
//! ends in the report and not in the state.

mod derived;
mod logged;
mod mapped;
mod tagged;

pub use derived::Derived;
pub use logged::Logged;
pub use mapped::Mapped;
pub use tagged::{TagFilter, Tagged};

use super::error::ImportError;
use super::subject::{Proposal, Status, Subject};
use crate::plan::{Identifier, Plan};

/// A way to find ids.
pub trait Discovery {
    /// What it finds for the subjects that have no id yet. `plan` is the latest one: what was
    /// imported in a trial is known there, so ids of its children can be computed.
    fn search(&mut self, open: &[&Subject], plan: &Plan) -> Result<Vec<Found>, ImportError>;
}

/// What was found for one subject.
pub struct Found {
    /// The subject, by its place in the list that was searched.
    pub subject: usize,
    /// What.
    pub answer: Answer,
}

/// An answer to "does it exist, and under which id?".
pub enum Answer {
    /// There may be one, under this id.
    One(Proposal),
    /// There are several, and nothing tells which.
    Several {
        /// Their ids.
        ids: Vec<Identifier>,
        /// Why nothing tells.
        reason: String,
    },
    /// It cannot be, whatever anybody else finds.
    Never {
        /// What it is then.
        status: Status,
        /// Why.
        reason: String,
    },
    /// Nobody knows: why this discovery cannot tell.
    Unknown {
        /// Why.
        reason: String,
    },
}
