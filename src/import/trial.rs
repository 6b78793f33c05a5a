//! Trial plans: the provider reads every proposed id, and what it read is verified.
//!
//! A plan writes no state, so a trial needs no way back. One id that names nothing fails the
//! whole plan: it is dropped and the trial repeated. When a parent is proven, its children's
//! ids are known in the trial's plan, so the next round proposes them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::PathBuf;

use tempfile::TempDir;

use super::discover::{Answer, Discovery};
use super::error::ImportError;
use super::ground::Ground;
use super::sharing::{map_line, one_id_one_address, one_object_one_address};
use super::subject::{
    Decision, Fate, Proposal, Source, Status, Subject, change_at, depends_on, shown_id,
};
use super::verify::{Demands, verify};
use crate::plan::Plan;
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
    /// Where it takes place.
    pub ground: &'t Ground<'t>,
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

/// A plan, and the file that it was saved as: for this user alone, and gone with it.
pub struct Saved {
    /// What it says.
    pub plan: Plan,
    place: TempDir,
}

impl Saved {
    /// The file.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.place.path().join(PLAN_FILE)
    }
}

/// Name of a plan's file.
const PLAN_FILE: &str = "tfplan";

/// Plans, and reads the plan.
pub fn plan(stack: &Stack<'_>, more: &[OsString]) -> Result<(Outcome, Option<Saved>), ImportError> {
    let place = tempfile::tempdir()
        .map_err(|error| ImportError::file("write", std::path::Path::new("a plan"), &error))?;
    let file = place.path().join(PLAN_FILE);
    let outcome = stack.plan(&file, more)?;
    if !outcome.succeeded {
        return Ok((outcome, None));
    }
    let plan = Plan::read(stack.show_json(&file)?)?;
    if plan.errored() {
        return Ok((outcome, None));
    }
    Ok((outcome, Some(Saved { plan, place })))
}

/// The error of a plan that nothing can be learned from.
#[must_use]
pub fn cannot_plan(stack: &Stack<'_>, outcome: &Outcome) -> TerraformError {
    let first = outcome.errors.first();
    let reason = first.map_or("it gave no reason".to_owned(), Diagnostic::shown);
    stack.refused("plan", reason)
}

impl Trial<'_> {
    /// Searches and tries, until a round finds nothing new. Gives the last plan that held.
    pub fn search(
        &self,
        subjects: &mut [Subject],
        discoveries: &mut [&mut dyn Discovery],
    ) -> Result<Option<Saved>, ImportError> {
        let mut latest: Option<Saved> = None;
        for round in 1..=ROUNDS {
            let plan = latest.as_ref().map_or(self.base, |saved| &saved.plan);
            self.propose(subjects, discoveries, plan)?;
            let proposed =
                subjects.iter().filter(|one| matches!(one.fate, Fate::Proposed(_))).count();
            if proposed == 0 {
                return Ok(latest);
            }
            let ids = if proposed == 1 { "id" } else { "ids" };
            self.stack.progress().step(&format!("round {round}: trying {proposed} {ids}"));
            latest = self.settle(subjects)?.or(latest);
        }
        Ok(latest)
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
    fn settle(&self, subjects: &mut [Subject]) -> Result<Option<Saved>, ImportError> {
        // Left out for now, to find out which one is to blame.
        let mut aside: BTreeSet<usize> = BTreeSet::new();
        for _ in 0..TRIES {
            let tried: Vec<usize> = (0..subjects.len())
                .filter(|at| subjects[*at].proposal().is_some() && !aside.contains(at))
                .collect();
            if tried.is_empty() && aside.is_empty() {
                return Ok(None);
            }
            let refused = self.ground.hold(subjects, &tried)?;
            if !refused.is_empty() {
                for (at, error) in refused {
                    blame(&mut subjects[at], &[&error]);
                }
                continue;
            }
            let (outcome, plan) = plan(self.ground.stack(self.stack), &[])?;
            let Some(saved) = plan else {
                self.drop_failing(subjects, &tried, &outcome, &mut aside)?;
                continue;
            };
            if self.all_hold(subjects, &tried, &saved.plan)? && aside.is_empty() {
                return Ok(Some(saved));
            }
            aside.clear();
        }
        for subject in subjects.iter_mut().filter(|one| one.proposal().is_some()) {
            subject.close(Status::Failed, "the trial found new errors again and again");
        }
        Ok(None)
    }

    /// Decides about those that the errors of a plan name, by address or by id. An error may
    /// name nobody: then half of those that were never read are set aside, until one is left.
    fn drop_failing(
        &self,
        subjects: &mut [Subject],
        tried: &[usize],
        outcome: &Outcome,
        aside: &mut BTreeSet<usize>,
    ) -> Result<(), ImportError> {
        let mut dropped = 0;
        let quoting = |one: &Subject, error: &Diagnostic| {
            let unread = matches!(one.fate, Fate::Proposed(_)) && error.address.is_none();
            unread && one.proposal().is_some_and(|proposal| error.quotes(proposal.id.expose()))
        };
        for at in tried {
            let subject = &mut subjects[*at];
            let about =
                |error: &&Diagnostic| error.names(&subject.address) || quoting(subject, error);
            let errors: Vec<&Diagnostic> = outcome.errors.iter().filter(about).collect();
            if !errors.is_empty() {
                blame(subject, &errors);
                dropped += 1;
            }
        }
        if dropped > 0 {
            return Ok(());
        }
        let unread: Vec<usize> = tried
            .iter()
            .copied()
            .filter(|at| matches!(subjects[*at].fate, Fate::Proposed(_)))
            .collect();
        match unread.as_slice() {
            // Without imports the plan succeeded: this cannot be understood, nor judged.
            [] => return Err(cannot_plan(self.stack, outcome).into()),
            [only] => {
                let reason = outcome.errors.first().map(Diagnostic::shown).unwrap_or_default();
                subjects[*only].close(Status::Failed, reason);
            }
            several => aside.extend(&several[several.len() / 2..]),
        }
        Ok(())
    }

    /// Verifies every match, and that nothing else is destroyed. Whether all hold.
    fn all_hold(
        &self,
        subjects: &mut [Subject],
        tried: &[usize],
        plan: &Plan,
    ) -> Result<bool, ImportError> {
        let mut hold = true;
        for at in tried {
            let subject = &mut subjects[*at];
            let Some(proposal) = subject.proposal() else { continue };
            let proposal = proposal.clone();
            let change = change_at(plan, &subject.address);
            let change = change.filter(|change| self.ground.shows(change));
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

/// Decides about a subject by the errors of its import.
fn blame(subject: &mut Subject, errors: &[&Diagnostic]) {
    let other = errors.iter().find(|error| !error.says_nothing_is_there());
    let (status, reason) = match (other, subject.proposal()) {
        (Some(error), _) => (Status::Failed, error.shown()),
        (None, Some(proposal)) => absent(subject, proposal),
        (None, None) => return,
    };
    subject.close(status, reason);
}

/// What it means that there is nothing under an id.
fn absent(subject: &Subject, proposal: &Proposal) -> (Status, String) {
    let id = subject.shown_id(&proposal.id);
    match proposal.source {
        Source::Derived | Source::Log => {
            (Status::Create, format!("nothing exists under the id `{id}`"))
        }
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
        .map_or("what is known of it names different objects".to_owned(), |(_, reason)| reason);
    let mut decision = Decision::new(Status::Ambiguous, reason);
    decision.next = vec![map_line(subject, "ID")];
    decision.candidates = ids.iter().map(|id| shown_id(&subject.resource_type, id)).collect();
    Fate::Closed(decision)
}

/// The arguments that limit a plan to these addresses.
#[must_use]
pub fn targets<'a>(addresses: impl Iterator<Item = &'a str>) -> Vec<OsString> {
    addresses.map(|address| joined("-target=", address.as_ref())).collect()
}
