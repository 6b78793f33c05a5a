//! What a plan does, as plain counts.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::change::Change;

/// Each change counted once by its set of actions; imports and moves are counted besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Summary {
    /// Only created.
    pub create: u64,
    /// Only updated in place.
    pub update: u64,
    /// Destroyed and created, in either order.
    pub replace: u64,
    /// Only destroyed, deposed objects included.
    pub delete: u64,
    /// Left unmanaged, with or without a successor.
    pub forget: u64,
    /// Imported, whatever else happens.
    pub import: u64,
    /// Moved from another address, whatever else happens.
    #[serde(rename = "move")]
    pub moved: u64,
    /// Data sources read during apply.
    pub read: u64,
    /// Unchanged.
    pub no_op: u64,
    /// Any other legal set of actions.
    pub other: u64,
}

impl Summary {
    pub(super) fn of<'p>(changes: impl Iterator<Item = Change<'p>>) -> Self {
        let mut summary = Self::default();
        for change in changes {
            let actions = change.actions();
            let count = if actions.is_no_op() {
                &mut summary.no_op
            } else if actions.is_only(Action::Create) {
                &mut summary.create
            } else if actions.is_only(Action::Update) {
                &mut summary.update
            } else if actions.is_only(Action::Delete) {
                &mut summary.delete
            } else if actions.is_only(Action::Read) {
                &mut summary.read
            } else if actions.replaces() {
                &mut summary.replace
            } else if actions.has(Action::Forget) && !actions.destroys() {
                &mut summary.forget
            } else {
                &mut summary.other
            };
            *count += 1;
            summary.import += u64::from(change.imports());
            summary.moved += u64::from(change.previous_address().is_some());
        }
        summary
    }

    /// All changes, no-ops included.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.create
            + self.update
            + self.replace
            + self.delete
            + self.forget
            + self.read
            + self.no_op
            + self.other
    }
}
