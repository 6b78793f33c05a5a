//! One object, one address: neither two addresses of the configuration nor the state and the
//! configuration may have the same one. Terraform checks neither.

use std::collections::BTreeMap;

use super::subject::{Fate, Source, Status, Subject};
use crate::plan::Identifier;
use crate::terraform::State;

/// The line of a mapping file that decides.
#[must_use]
pub fn map_line(subject: &Subject, id: &str) -> String {
    format!("decide with `--map FILE`, a file with the line: {} = {id}", subject.label())
}

/// Two addresses cannot share an object, and none may take what the state holds already.
/// Terraform checks neither.
pub fn one_id_one_address(subjects: &mut [Subject], state: &State) {
    let mut takers: BTreeMap<(String, Identifier), Vec<usize>> = BTreeMap::new();
    for (at, subject) in subjects.iter().enumerate() {
        if let Some(proposal) = subject.proposal() {
            let key = (subject.resource_type.clone(), proposal.id.clone());
            takers.entry(key).or_default().push(at);
        }
    }
    refuse_sharing(subjects, takers.into_values());
    for subject in subjects.iter_mut() {
        let Some(proposal) = subject.proposal() else { continue };
        if let Some(holder) = state.managed_as(&subject.resource_type, proposal.id.expose()) {
            let reason = format!("`{holder}` manages this object already");
            let next = format!(
                "if it was renamed, say so: moved {{ from = {holder}, to = {} }}",
                subject.label()
            );
            subject.close(Status::Mismatch, reason).next = vec![next];
        }
    }
}

/// The same by what the provider read: two ids may name one object. Whether all hold.
pub fn one_object_one_address(subjects: &mut [Subject], state: &State) -> bool {
    let mut takers: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    let mut hold = true;
    for (at, subject) in subjects.iter_mut().enumerate() {
        let Fate::Proven(_, proof) = &subject.fate else { continue };
        let Some(object) = proof.arn.clone().or_else(|| proof.object.clone()) else { continue };
        if let Some(holder) = state.managed_as(&subject.resource_type, &object) {
            let reason = format!("`{holder}` manages this object already");
            subject.close(Status::Mismatch, reason);
            hold = false;
            continue;
        }
        takers.entry((subject.resource_type.clone(), object)).or_default().push(at);
    }
    hold & refuse_sharing(subjects, takers.into_values())
}

/// Whether nobody shared. Where the user named one of the sharers, that one has it.
fn refuse_sharing(subjects: &mut [Subject], takers: impl Iterator<Item = Vec<usize>>) -> bool {
    let mut hold = true;
    for sharers in takers.filter(|sharers| sharers.len() > 1) {
        let is_mapped = |at: &usize| {
            subjects[*at].proposal().is_some_and(|proposal| proposal.source == Source::Map)
        };
        let mapped: Vec<usize> = sharers.iter().copied().filter(is_mapped).collect();
        let labels: Vec<String> = sharers.iter().map(|at| subjects[*at].label()).collect();
        for at in sharers {
            if mapped.as_slice() == [at] {
                continue;
            }
            hold = false;
            let others: Vec<String> = labels
                .iter()
                .filter(|label| **label != subjects[at].label())
                .map(|label| format!("`{label}`"))
                .collect();
            let subject = &mut subjects[at];
            let shown = subject.proposal().map(|one| subject.shown_id(&one.id));
            let line = map_line(subject, shown.as_deref().unwrap_or("ID"));
            let reason = format!("the same object is wanted by {}", others.join(", "));
            let decision = subject.close(Status::Ambiguous, reason);
            decision.next = vec![line];
            decision.candidates = shown.into_iter().collect();
        }
    }
    hold
}
