//! What the log of a failed apply told, held against what came of it.
//!
//! The apply met an object. So it is no answer that nothing exists, or that nobody could look:
//! whatever is not imported in the end stays unresolved, and says what the apply said.

use std::collections::BTreeMap;

use super::failures::{Collision, Failures};
use super::map::Map;
use super::sharing::map_line;
use super::subject::{Decision, Status, Subject};
use crate::plan::Address;

/// The log of a failed apply.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it says.
    pub failures: Failures,
    /// Whether creates that it does not name are looked at too.
    pub all: bool,
}

impl Told {
    /// Whether the create at `address` is to be looked at.
    #[must_use]
    pub fn concerns(&self, address: &Address) -> bool {
        self.all || self.failures.collisions.iter().any(|one| one.address == *address)
    }

    /// Tells each subject what was said of it. What must not be tried on the word of an error
    /// is decided here, unless the mapping file names it.
    pub fn tell(&self, subjects: &mut [Subject], map: &Map) {
        let told: BTreeMap<&Address, &Collision> =
            self.failures.collisions.iter().map(|one| (&one.address, one)).collect();
        for subject in subjects {
            let Some(collision) = told.get(&subject.parsed) else { continue };
            subject.told = Some((*collision).clone());
            if let Some(refusal) =
                collision.refusal().filter(|_| !map.contains_key(&subject.label()))
            {
                let line = map_line(subject, "ID");
                subject.close(Status::Mismatch, refusal).next = vec![line];
            }
        }
    }
}

/// What to say of an address that the log names and the plan does not create.
#[must_use]
pub fn no_create(in_state: bool) -> Decision {
    if in_state {
        return Decision::new(Status::Already, "in the state by now");
    }
    Decision::new(Status::Failed, "the plan creates nothing at this address")
        .next("compare the log with the configuration: it may be of another stack")
}

/// A decision about what the apply has met.
#[must_use]
pub fn insist(subject: &Subject, decision: Decision) -> Decision {
    let why = match decision.status {
        Status::Create => "where the apply met it is not where it was looked for",
        Status::Unsearched | Status::NotImportable => "the apply will meet it again",
        Status::Ambiguous
        | Status::Mismatch
        | Status::Failed
        | Status::RolledBack
        | Status::Deferred
        | Status::Imported
        | Status::Importable
        | Status::Already => return decision,
    };
    let importable = decision.status != Status::NotImportable;
    let next = if importable {
        map_line(subject, "ID")
    } else {
        "give it another name, or take the object away".to_owned()
    };
    let reason = format!("{}; {why}", decision.reason);
    Decision { status: Status::Failed, reason, next: vec![next], ..decision }
}
