//! Trial plans: the provider reads every proposed id, and what it read is verified.
//!
//! A plan writes no state, so a trial needs no way back. One id that names nothing fails the
//! whole plan: it is dropped and the trial repeated. When a parent is proven, its children's
//! ids are known in the trial's plan, so the next round proposes them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use super::blocks::TrialFile;
use super::discover::{Answer, Discovery};
use super::error::ImportError;
use super::subject::{
    Decision, Fate, Proposal, Source, Status, Subject, change_at, depends_on, shown_id,
};
use super::verify::{Demands, verify};
use crate::plan::{Identifier, Plan};
use crate::terraform::{Diagnostic, Outcome, Stack, State, TerraformError, joined};

/// Rounds of discovery: the depth of parents and children that is followed.
const ROUNDS: usize = 10;

/// Plans of one round. Each drops at least one address.
const TRIES: usize = 60;

/// The means of a trial.
pub struct Trial<'t> {
    /// Terraform in the root module.
    pub stack: &'t Stack<'t>,
    /// What is in the state before.
    pub state: &'t State,
    /// The plan without imports.
    pub base: &'t Plan,
    /// What is demanded of a match.
    pub demands: &'t Demands,
    /// The region of a provider configuration.
    pub region: &'t dyn Fn(&str) -> Option<String>,
    /// The trial's file.
    pub file: &'t TrialFile,
}

/// The address and deposed key of everything that a plan destroys.
#[must_use]
pub fn destroyed(plan: &Plan) -> BTreeSet<(String, Option<String>)> {
    plan.changes()
        .filter(|change| change.actions().destroys())
        .map(|change| {
            (change.address().into_owned(), change.deposed().map(std::borrow::Cow::into_owned))
        })
        .collect()
}

/// Plans, and reads the plan. The file is for this user alone, and goes away.
pub fn plan(stack: &Stack<'_>, more: &[OsString]) -> Result<(Outcome, Option<Plan>), ImportError> {
    let place = tempfile::tempdir()
        .map_err(|error| ImportError::file("write", std::path::Path::new("a plan"), &error))?;
    let file = place.path().join("tfplan");
    let outcome = stack.plan(&file, more)?;
    if !outcome.succeeded {
        return Ok((outcome, None));
    }
    let plan = Plan::read(stack.show_json(&file)?)?;
    if plan.errored() {
        return Ok((outcome, None));
    }
    Ok((outcome, Some(plan)))
}

/// The error of a plan that nothing can be learned from.
#[must_use]
pub fn cannot_plan(stack: &Stack<'_>, outcome: &Outcome) -> TerraformError {
    let first = outcome.errors.first();
    let reason = first.map_or("it gave no reason".to_owned(), Diagnostic::shown);
    stack.refused("plan", reason)
}

impl Trial<'_> {
    /// Searches and tries, until a round finds nothing new.
    pub fn search(
        &self,
        subjects: &mut [Subject],
        discoveries: &mut [&mut dyn Discovery],
    ) -> Result<(), ImportError> {
        let mut latest: Option<Plan> = None;
        for round in 1..=ROUNDS {
            let plan = latest.as_ref().unwrap_or(self.base);
            self.propose(subjects, discoveries, plan)?;
            let proposed =
                subjects.iter().filter(|one| matches!(one.fate, Fate::Proposed(_))).count();
            if proposed == 0 {
                return Ok(());
            }
            let ids = if proposed == 1 { "id" } else { "ids" };
            self.stack.progress().step(&format!("round {round}: trying {proposed} {ids}"));
            latest = self.settle(subjects)?.or(latest);
        }
        Ok(())
    }

    /// Asks every discovery about what is open.
    fn propose(
        &self,
        subjects: &mut [Subject],
        discoveries: &mut [&mut dyn Discovery],
        plan: &Plan,
    ) -> Result<(), ImportError> {
        let open: Vec<usize> = subjects
            .iter()
            .enumerate()
            .filter(|(_, one)| matches!(one.fate, Fate::Open(_)))
            .map(|(at, _)| at)
            .collect();
        let mut answers: BTreeMap<usize, Vec<Answer>> = BTreeMap::new();
        for discovery in discoveries {
            let asked: Vec<&Subject> = open.iter().map(|at| &subjects[*at]).collect();
            for found in discovery.search(&asked, plan)? {
                answers.entry(open[found.subject]).or_default().push(found.answer);
            }
        }
        for (at, answers) in answers {
            let subject = &mut subjects[at];
            subject.fate = weigh(subject, answers);
        }
        one_id_one_address(subjects, self.state);
        Ok(())
    }

    /// Plans with all proposed and proven ids, drops what does not hold, and plans again until
    /// everything that is left holds. Gives the last plan; none when nothing is left.
    fn settle(&self, subjects: &mut [Subject]) -> Result<Option<Plan>, ImportError> {
        for _ in 0..TRIES {
            if !subjects.iter().any(|one| one.proposal().is_some()) {
                return Ok(None);
            }
            self.file.write(
                subjects.iter().filter_map(|one| Some((&one.parsed, &one.proposal()?.id))),
            )?;
            let (outcome, plan) = plan(self.stack, &[])?;
            let Some(plan) = plan else {
                self.drop_failing(subjects, &outcome)?;
                continue;
            };
            if self.all_hold(subjects, &plan)? {
                return Ok(Some(plan));
            }
        }
        for subject in subjects.iter_mut().filter(|one| one.proposal().is_some()) {
            subject.close(Status::Failed, "the trial found new errors again and again");
        }
        Ok(None)
    }

    /// Decides about the addresses that the errors of a plan name.
    fn drop_failing(&self, subjects: &mut [Subject], outcome: &Outcome) -> Result<(), ImportError> {
        let mut dropped = 0;
        for subject in subjects.iter_mut() {
            let Some(proposal) = subject.proposal() else { continue };
            let errors = || outcome.errors.iter().filter(|error| error.names(&subject.address));
            let Some(first) = errors().next() else { continue };
            let (status, reason) = if errors().all(Diagnostic::says_nothing_is_there) {
                absent(subject, proposal)
            } else {
                let error = errors().find(|error| !error.says_nothing_is_there()).unwrap_or(first);
                (Status::Failed, error.shown())
            };
            subject.close(status, reason);
            dropped += 1;
        }
        // Without imports the plan succeeded, so an error that names nobody is about one of
        // the ids; when none can be told, it cannot be judged.
        if dropped == 0 { Err(cannot_plan(self.stack, outcome).into()) } else { Ok(()) }
    }

    /// Verifies every match, and that nothing else is destroyed. Whether all hold.
    fn all_hold(&self, subjects: &mut [Subject], plan: &Plan) -> Result<bool, ImportError> {
        let mut hold = true;
        for subject in subjects.iter_mut() {
            let Some(proposal) = subject.proposal() else { continue };
            let proposal = proposal.clone();
            let change = change_at(plan, &subject.address);
            let region = (self.region)(&subject.provider);
            match verify(subject, &proposal, change.as_ref(), self.demands, region.as_deref())? {
                Ok(proof) => subject.fate = Fate::Proven(proposal, proof),
                Err(objection) => {
                    hold = false;
                    subject.close(objection.status, objection.reason).next = objection.next;
                }
            }
        }
        hold &= one_object_one_address(subjects, self.state);
        hold &= self.nothing_else_destroyed(subjects, plan)?;
        Ok(hold)
    }

    /// An import that makes Terraform destroy something else is the wrong one, or its time has
    /// not come.
    fn nothing_else_destroyed(
        &self,
        subjects: &mut [Subject],
        plan: &Plan,
    ) -> Result<bool, ImportError> {
        let before = destroyed(self.base);
        let new: Vec<String> =
            destroyed(plan).difference(&before).map(|(address, _)| address.clone()).collect();
        let configuration = plan.configuration()?;
        let mut hold = true;
        for address in new {
            if subjects.iter().any(|one| one.address == address) {
                continue; // verified as an import
            }
            hold = false;
            let victim = crate::plan::Address::parse(&address).ok();
            let label = crate::plan::safe_label(&address);
            let blamed = |one: &Subject| {
                victim.as_ref().is_some_and(|victim| depends_on(configuration, victim, &one.parsed))
            };
            let known = subjects.iter().any(|one| one.proposal().is_some() && blamed(one));
            for subject in subjects.iter_mut().filter(|one| one.proposal().is_some()) {
                if !known || blamed(subject) {
                    let reason = format!("importing it would destroy `{label}`");
                    subject.close(Status::Mismatch, reason);
                }
            }
        }
        Ok(hold)
    }
}

/// What it means that there is nothing under an id.
fn absent(subject: &Subject, proposal: &Proposal) -> (Status, String) {
    let id = subject.shown_id(&proposal.id);
    match proposal.source {
        Source::Derived => (Status::Create, format!("nothing exists under the id `{id}`")),
        Source::Tags => (
            Status::Create,
            format!("the tagging service lists `{id}`, and it does not exist any more"),
        ),
        Source::Map => (Status::Failed, format!("nothing exists under the id `{id}`")),
    }
}

/// One fate from several answers: the user's word counts alone; agreement counts once.
fn weigh(subject: &Subject, answers: Vec<Answer>) -> Fate {
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut reasons = Vec::new();
    let mut several = None;
    let mut never = None;
    for answer in answers {
        match answer {
            Answer::One(one) if one.source == Source::Map => return Fate::Proposed(one),
            Answer::One(one) => match proposals.iter_mut().find(|known| known.id == one.id) {
                Some(known) => {
                    known.evidence.extend(one.evidence);
                    known.arn = known.arn.take().or(one.arn);
                }
                None => proposals.push(one),
            },
            Answer::Several { ids, reason } => several = Some((ids, reason)),
            Answer::Never { status, reason } => never = Some(Decision::new(status, reason)),
            Answer::Unknown { reason } => reasons.push(reason),
        }
    }
    // A name that is unique decides among objects that carry the same tags.
    let several = several.filter(|(ids, _)| !proposals.iter().any(|one| ids.contains(&one.id)));
    let ids = match (&several, proposals.as_slice()) {
        (None, [_]) => return Fate::Proposed(proposals.remove(0)),
        (None, []) => {
            return never.map_or_else(|| Fate::Open(reasons.join("; ")), Fate::Closed);
        }
        (Some((ids, _)), _) => {
            ids.iter().cloned().chain(proposals.iter().map(|one| one.id.clone())).collect()
        }
        (None, _) => proposals.iter().map(|one| one.id.clone()).collect::<Vec<_>>(),
    };
    let reason = several
        .map_or("its name and its tags name different objects".to_owned(), |(_, reason)| reason);
    let mut decision = Decision::new(Status::Ambiguous, reason);
    decision.next = vec![map_line(subject, "ID")];
    decision.candidates = ids.iter().map(|id| shown_id(&subject.resource_type, id)).collect();
    Fate::Closed(decision)
}

/// The line of a mapping file that decides.
fn map_line(subject: &Subject, id: &str) -> String {
    format!("decide with `--map FILE`, a file with the line: {} = {id}", subject.label())
}

/// Two addresses cannot share an object, and none may take what the state holds already.
/// Terraform checks neither.
fn one_id_one_address(subjects: &mut [Subject], state: &State) {
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
fn one_object_one_address(subjects: &mut [Subject], state: &State) -> bool {
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

/// The arguments that limit a plan to these addresses.
#[must_use]
pub fn targets<'a>(addresses: impl Iterator<Item = &'a str>) -> Vec<OsString> {
    addresses.map(|address| joined("-target=", address.as_ref())).collect()
}
