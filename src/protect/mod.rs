//! The protect gate: what a plan destroys, and what it costs to undo.
//!
//! Each change is looked at once, by itself ([`fate`], [`guards`], [`drift`]); then the plan
//! as a whole ([`size`], [`rename`], [`shift`], [`pending`]); last, findings learn where the
//! destruction comes from and whom it hits ([`upstream`]).

mod advice;
mod attribute_change;
mod cause;
mod claims;
mod condition;
mod drift;
mod fate;
mod guards;
mod identity;
mod pending;
mod rename;
pub mod rules;
pub mod settings;
mod shift;
mod size;
mod stateful;
mod upstream;

use jiff::Timestamp;

pub use advice::shell_word;
pub use claims::{Claim, claims};
pub use settings::{MaxDestroy, Protected, Settings};
pub use size::{Size, describe};

use crate::finding::{Finding, GateName};
use crate::gate::{Gate, Judgement, View};
use crate::plan::{Plan, Refusal};

/// The gate, with the settings of one environment.
pub struct Protect {
    /// What the configuration says.
    pub settings: Settings,
    /// When the plan is judged.
    pub now: Timestamp,
}

/// What the gate notes about one change: the findings that it justifies by itself.
pub struct Note {
    findings: Vec<Finding>,
    judged: bool,
}

impl Gate for Protect {
    type Note = Note;

    fn observe(&self, view: &View<'_>) -> Result<Note, Refusal> {
        let change = &view.change;
        let judged = change.is_managed() && change.is_notable();
        let mut findings = Vec::new();
        if judged {
            findings.extend(fate::judge(&self.settings, view)?);
            findings.extend(guards::judge(view)?);
            findings.extend(drift::judge(view)?);
        }
        Ok(Note { findings, judged })
    }

    fn judge(&self, plan: &Plan, notes: Vec<Note>) -> Result<Vec<Judgement>, Refusal> {
        let judged = notes.iter().filter(|note| note.judged).count();
        let mut findings: Vec<Finding> = notes.into_iter().flat_map(|note| note.findings).collect();
        findings.extend(size::judge(&self.settings, plan));
        let renames = rename::findings(&rename::find(plan)?);
        rename::hint(&mut findings, &renames);
        findings.extend(renames);
        findings.extend(shift::findings(&shift::find(plan)?)?);
        findings.extend(pending::judge(&self.settings, self.now, plan)?);
        if findings.iter().any(|finding| !finding.actions.is_empty()) {
            upstream::trace(plan, plan.configuration()?, &mut findings);
        }
        let documentation = rules::RULES
            .into_iter()
            .filter(|rule| findings.iter().any(|finding| finding.rule == rule.id))
            .map(|rule| (rule.id.to_owned(), rule.into()))
            .collect();
        Ok(vec![Judgement {
            gate: GateName::Protect,
            rules: rules::RULES.len(),
            judged,
            findings,
            documentation,
        }])
    }
}
