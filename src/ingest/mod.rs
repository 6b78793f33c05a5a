//! The ingest gate: findings of other scanners, in the same verdict.
//!
//! ```text
//! SARIF ──Scan::read──▶ Scan ──Ingest, with the plan's changes and their sources──▶ Findings
//! ```
//!
//! A scan decides only if it is whole: one that failed, or that says nothing, is refused. Its
//! results are put on the resources of the plan that they are about, by file and line. What
//! cannot be put anywhere stands for the plan as a whole; nothing is dropped.

mod place;
mod reported;
mod sarif;
mod scan;
pub mod settings;
mod severity;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub use scan::Scan;
pub use settings::{Settings, Suppressions};

use crate::finding::locate::Sources;
use crate::finding::{Finding, GateName};
use crate::gate::{Gate, Judgement, View};
use crate::plan::text::visible;
use crate::plan::{Action, Address, Plan, Refusal};
use place::{Place, Places};
use reported::Reported;

/// The gate, for one plan.
pub struct Ingest<'i> {
    /// What was scanned.
    pub scans: &'i [Scan],
    /// Where the plan's sources are.
    pub sources: Option<&'i Path>,
    /// Where the sources of the other plans of the run are.
    pub others: &'i [PathBuf],
}

/// A resource that a result may be about.
#[derive(Clone, Debug)]
pub struct Subject {
    label: String,
    address: Address,
    resource_type: String,
    actions: Vec<String>,
    untouched: bool,
}

impl Gate for Ingest<'_> {
    type Note = Option<Subject>;

    /// What is destroyed is in no source any more, so that no result is about it.
    fn observe(&self, view: &View<'_>) -> Result<Self::Note, Refusal> {
        let change = &view.change;
        let actions = change.actions();
        let gone = actions.is_only(Action::Delete) || actions.is_only(Action::Forget);
        if gone || change.deposed().is_some() {
            return Ok(None);
        }
        Ok(change.parsed().map(|address| Subject {
            label: change.label(),
            address,
            resource_type: visible(&change.resource_type()).into_owned(),
            actions: actions.words().into_iter().map(str::to_owned).collect(),
            untouched: actions.is_no_op(),
        }))
    }

    fn judge(&self, plan: &Plan, notes: Vec<Self::Note>) -> Result<Vec<Judgement>, Refusal> {
        let subjects: Vec<Subject> = notes.into_iter().flatten().collect();
        let configuration = plan.configuration()?;
        let sources = self.sources.map(|root| Sources::new(root, configuration));
        let mut places = Places::new(sources, &subjects, self.others);
        let mut judged = 0;
        let mut reported: BTreeMap<_, Reported<'_>> = BTreeMap::new();
        for (scan, result) in self.scans.iter().flat_map(Scan::results) {
            let place = places.of(result, scan.directory());
            judged += usize::from(!matches!(place, Place::OtherPlan));
            for (key, one) in Reported::of(result, &place, &subjects) {
                match reported.get_mut(&key) {
                    Some(first) => first.join(one),
                    None => {
                        reported.insert(key, one);
                    }
                }
            }
        }
        let findings: Vec<Finding> = reported.into_values().map(Reported::finding).collect();
        let named: BTreeSet<&str> = findings.iter().map(|finding| &*finding.rule).collect();
        let rules: BTreeMap<&str, _> = self.scans.iter().flat_map(Scan::rules).collect();
        let documentation = rules.iter().filter(|(id, _)| named.contains(*id));
        Ok(vec![Judgement {
            gate: GateName::Ingest,
            rules: rules.len(),
            judged,
            documentation: documentation
                .map(|(id, text)| ((*id).to_owned(), (*text).clone()))
                .collect(),
            findings,
        }])
    }
}
