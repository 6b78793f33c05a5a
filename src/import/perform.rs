//! Writing proven imports into the state, and taking back what does not hold afterwards.
//!
//! The order is what makes it safe: a plan that does nothing but import, a backup that was
//! read back, the journal, then that very plan. Afterwards the whole stack is planned again,
//! and an import that turns out to change what it must not is forgotten: the object stays,
//! only the state lets go of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::blocks::TrialFile;
use super::error::ImportError;
use super::ground::Ground;
use super::journal::{Entry, Journal, Stage};
use super::subject::{Fate, Status, Subject, change_at, depends_on};
use super::trial::{Saved, Trial, destroyed, plan, targets};
use super::verify::{Demands, in_words};
use crate::plan::{Action, Change, Plan, Refusal, Section, redact};
use crate::terraform::backup::back_up;
use crate::terraform::{Diagnostic, Outcome, Stack, TerraformError};

/// What was written, for the report.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Where the state before is.
    pub backup: Option<PathBuf>,
}

/// The means of writing.
pub struct Writer<'w> {
    /// The trial that proved them.
    pub trial: &'w Trial<'w>,
    /// The last plan of the trial.
    pub latest: Option<&'w Saved>,
    /// When the run began, for the name of the backup.
    pub time: &'w str,
}

impl Writer<'_> {
    fn stack(&self) -> &Stack<'_> {
        self.trial.stack
    }

    /// Imports what is proven.
    pub fn import(
        &self,
        subjects: &mut [Subject],
        journal: &mut Journal,
    ) -> Result<Written, ImportError> {
        let place = tempfile::tempdir()
            .map_err(|error| ImportError::file("write", std::path::Path::new("a plan"), &error))?;
        let mut file = place.path().join("tfplan");
        match self.trial.ground {
            Ground::Blocks(blocks) => {
                if let Some(latest) = self.latest
                    && does_nothing_else(subjects, &latest.plan)?
                {
                    // Planned alone it would be the same, and a plan takes its time.
                    file = latest.file();
                } else if !self.plan_imports(subjects, blocks, &file)? {
                    return Ok(Written::default());
                }
            }
            // From here on it is the real state that Terraform finds.
            Ground::Copy(copy) => copy.leave()?,
        }
        let (bytes, state) = self.stack().state()?;
        let before = self.trial.state;
        if (&state.lineage, state.serial) != (&before.lineage, before.serial) {
            return Err(ImportError::Moved);
        }
        let backup = back_up(&bytes, self.stack().directory(), self.time)?;
        for subject in subjects.iter() {
            if let Fate::Proven(proposal, proof) = &subject.fate {
                journal.note(Entry {
                    address: subject.label(),
                    resource_type: subject.resource_type.clone(),
                    id: proposal.id.expose().to_owned(),
                    object: proof.object.clone(),
                    stage: Stage::Begun,
                    serial: state.serial,
                });
            }
        }
        journal.write(self.stack().directory())?;
        self.stack().progress().step("importing");
        let outcome = match self.trial.ground {
            Ground::Blocks(_) => self.stack().apply(&file),
            Ground::Copy(_) => self.import_each(subjects),
        };
        // Whatever happened, the state tells what has landed.
        let landed = self.landed(subjects, journal, outcome.as_ref());
        outcome?;
        landed?;
        Ok(Written { backup: Some(backup) })
    }

    /// Imports what is proven one by one. What fails does not keep the others from it.
    fn import_each(&self, subjects: &[Subject]) -> Result<Outcome, TerraformError> {
        let mut all = Outcome { succeeded: true, errors: Vec::new() };
        for subject in subjects {
            let Fate::Proven(proposal, _) = &subject.fate else { continue };
            self.stack().progress().detail(&format!("{}: importing", subject.label()));
            let one = self.stack().import(&subject.address, proposal.id.expose())?;
            all.succeeded &= one.succeeded;
            let address = Some(subject.address.clone());
            let named = one.errors.into_iter();
            all.errors.extend(named.map(|error| Diagnostic { address: address.clone(), ..error }));
        }
        Ok(all)
    }

    /// Saves a plan that imports what is proven and does nothing else. False when nothing is
    /// left to import.
    fn plan_imports(
        &self,
        subjects: &mut [Subject],
        blocks: &TrialFile,
        file: &std::path::Path,
    ) -> Result<bool, ImportError> {
        loop {
            let proven: Vec<&Subject> =
                subjects.iter().filter(|one| matches!(one.fate, Fate::Proven(..))).collect();
            if proven.is_empty() {
                return Ok(false);
            }
            write_blocks(blocks, &proven)?;
            let only = targets(proven.iter().map(|one| one.address.as_str()));
            self.stack().progress().step("planning the imports alone");
            let outcome = self.stack().plan(file, &only)?;
            if !outcome.succeeded {
                fail(subjects, &outcome);
                continue;
            }
            let plan = Plan::read(self.stack().show_json(file)?)?;
            if plan.errored() || !defer_dependent(subjects, &plan)? {
                return Ok(!plan.errored());
            }
        }
    }

    /// Compares the state with what was to be imported.
    fn landed(
        &self,
        subjects: &mut [Subject],
        journal: &mut Journal,
        outcome: Result<&Outcome, &TerraformError>,
    ) -> Result<(), ImportError> {
        let (_, state) = self.stack().state_whatever_happens()?;
        journal.lineage.clone_from(&state.lineage);
        let errors: &[Diagnostic] = outcome.as_ref().map_or(&[], |outcome| &outcome.errors);
        let reason_of = |subject: &Subject| match &outcome {
            Err(error) => error.to_string(),
            Ok(_) => errors
                .iter()
                .find(|error| error.names(&subject.address))
                .or(errors.first())
                .map_or("Terraform did not write it to the state".to_owned(), Diagnostic::shown),
        };
        for subject in subjects.iter_mut() {
            let Fate::Proven(_, proof) = &subject.fate else { continue };
            let label = subject.label();
            let object = state.object(&label);
            if object.is_some_and(|object| object.id == proof.object) {
                journal.advance(&label, Stage::Imported);
            } else {
                journal.advance(&label, Stage::Failed);
                let reason = reason_of(subject);
                subject.close(Status::Failed, reason);
            }
        }
        journal.write(self.stack().directory())
    }

    /// Plans the whole stack again, and takes back what does not hold.
    pub fn prove(
        &self,
        subjects: &mut [Subject],
        journal: &mut Journal,
        demands: &Demands,
    ) -> Result<(), ImportError> {
        self.stack().progress().step("planning again");
        let (outcome, saved) = plan(self.stack(), &[])?;
        let plan = saved.as_ref().map(|saved| &saved.plan);
        let mut wrong: BTreeMap<usize, String> = BTreeMap::new();
        let proven = |one: &Subject| matches!(one.fate, Fate::Proven(..));
        match plan {
            None => {
                let first = outcome.errors.first().map(Diagnostic::shown).unwrap_or_default();
                let named = |one: &Subject| outcome.errors.iter().any(|e| e.names(&one.address));
                let anybody = subjects.iter().any(|one| proven(one) && named(one));
                for (at, one) in subjects.iter().enumerate().filter(|(_, one)| proven(one)) {
                    if !anybody || named(one) {
                        wrong.insert(at, format!("the plan after it fails: {first}"));
                    }
                }
            }
            Some(plan) => {
                for (at, one) in subjects.iter().enumerate().filter(|(_, one)| proven(one)) {
                    if let Some(reason) = changed_after(one, plan, demands)? {
                        wrong.insert(at, reason);
                    }
                }
                let before = destroyed(self.trial.base);
                for (address, _) in destroyed(plan).difference(&before) {
                    if subjects.iter().any(|one| proven(one) && one.address == *address) {
                        continue; // said above
                    }
                    let label = crate::plan::safe_label(address);
                    for (at, _) in subjects.iter().enumerate().filter(|(_, one)| proven(one)) {
                        let reason = || format!("the plan after it destroys `{label}`");
                        wrong.entry(at).or_insert_with(reason);
                    }
                }
            }
        }
        for (at, reason) in wrong {
            self.roll_back(&mut subjects[at], journal, &reason)?;
        }
        Ok(())
    }

    /// Takes out of the state what this run put there, and only that.
    fn roll_back(
        &self,
        subject: &mut Subject,
        journal: &mut Journal,
        reason: &str,
    ) -> Result<(), ImportError> {
        let Fate::Proven(_, proof) = &subject.fate else { return Ok(()) };
        let label = subject.label();
        let (_, state) = self.stack().state()?;
        let same = state.object(&label).is_some_and(|object| object.id == proof.object);
        let command = format!("terraform state rm '{label}'");
        if !same {
            let reason = format!("{reason}; the state holds something else there by now");
            subject.close(Status::Failed, reason);
            return Ok(());
        }
        self.stack().progress().detail(&format!("{label}: taking it out of the state again"));
        match self.stack().forget(&subject.address) {
            Ok(()) => {
                journal.advance(&label, Stage::RolledBack);
                subject.close(Status::RolledBack, reason);
            }
            Err(error) => {
                let reason = format!("{reason}; and it could not be taken out again: {error}");
                subject.close(Status::Failed, reason).next = vec![command];
            }
        }
        journal.write(self.stack().directory())
    }
}

/// Closes those that an error names; all, when it names nobody.
fn fail(subjects: &mut [Subject], outcome: &Outcome) {
    let named = |one: &Subject| outcome.errors.iter().find(|error| error.names(&one.address));
    let proven = |one: &Subject| matches!(one.fate, Fate::Proven(..));
    let anybody = subjects.iter().any(|one| proven(one) && named(one).is_some());
    let first = outcome.errors.first().map(Diagnostic::shown).unwrap_or_default();
    for subject in subjects.iter_mut().filter(|one| proven(one)) {
        let reason = named(subject).map(Diagnostic::shown);
        if let Some(reason) = reason.or_else(|| (!anybody).then(|| first.clone())) {
            subject.close(Status::Failed, reason);
        }
    }
}

/// Whether all that a plan does is to import what is proven, as it was proven. Outputs do not
/// count: a plan of the imports alone writes those of what it imports as well.
fn does_nothing_else(subjects: &[Subject], plan: &Plan) -> Result<bool, ImportError> {
    let proven = subjects.iter().filter(|one| matches!(one.fate, Fate::Proven(..)));
    let proven: BTreeMap<&str, &Subject> = proven.map(|one| (&*one.address, one)).collect();
    let mut imports = 0;
    for change in plan.changes() {
        let ours = proven.get(&*change.address()).filter(|_| change.imports());
        match ours {
            Some(subject) if is_as_proven(subject, &change)? => imports += 1,
            None if !change.is_notable() => {}
            Some(_) | None => return Ok(false),
        }
    }
    let nothing =
        |section| Ok::<_, Refusal>(plan.section(section)?.is_none_or(|one| one.is_empty()));
    let still = plan.drift().len() == 0 && plan.deferred().len() == 0;
    let passive = nothing(Section::ActionInvocations)? && nothing(Section::DeferredActions)?;
    let whole = imports == proven.len() && plan.complete() == Some(true);
    Ok(whole && still && passive)
}

/// Leaves to an apply what cannot be imported without doing something else first. Whether
/// there was any.
fn defer_dependent(subjects: &mut [Subject], plan: &Plan) -> Result<bool, ImportError> {
    let configuration = plan.configuration()?;
    let proven: Vec<usize> =
        (0..subjects.len()).filter(|at| matches!(subjects[*at].fate, Fate::Proven(..))).collect();
    let mut waiting: Vec<(usize, String)> = Vec::new();
    let mut found = false;
    for change in plan.changes() {
        let address = change.address();
        let ours = subjects
            .iter()
            .position(|one| one.address == address && matches!(one.fate, Fate::Proven(..)));
        if let Some(at) = ours {
            if !is_as_proven(&subjects[at], &change)? {
                found = true;
                let reason = "planned alone, it would not be imported as it was proven";
                subjects[at].close(Status::Failed, reason);
            }
            continue;
        }
        let harmless = change.actions().is_no_op() || change.actions().is_only(Action::Read);
        if harmless && change.previous_address().is_none() {
            continue;
        }
        let verb = change.actions().phrase();
        let reason = format!("it depends on `{}`, which has to be {verb} first", change.label());
        let other = change.parsed();
        let depending: Vec<usize> = proven
            .iter()
            .copied()
            .filter(|at| {
                let user = &subjects[*at].parsed;
                other.as_ref().is_some_and(|other| depends_on(configuration, user, other))
            })
            .collect();
        // Nobody knows for whom it is done: then for any of them.
        let depending = if depending.is_empty() { proven.clone() } else { depending };
        waiting.extend(depending.into_iter().map(|at| (at, reason.clone())));
    }
    found |= !waiting.is_empty();
    for (at, reason) in waiting {
        if matches!(subjects[at].fate, Fate::Proven(..)) {
            subjects[at].close(Status::Deferred, reason).next = vec![left_to_apply(true)];
        }
    }
    Ok(found)
}

/// What is to be done about what an apply has to do; `blocks` is whether it can import.
#[must_use]
pub fn left_to_apply(blocks: bool) -> String {
    let next = if blocks {
        "`tfgate apply` imports it and makes the change, in one plan that it judges; or pass `--allow-update`"
    } else {
        "compare the configuration with it; or pass `--allow-update`, and the next apply changes it"
    };
    next.to_owned()
}

fn write_blocks(file: &TrialFile, proven: &[&Subject]) -> Result<(), ImportError> {
    let each = proven.iter();
    file.write(each.filter_map(|one| Some((&one.parsed, &one.proposal()?.id))))
}

/// Whether a plan does with a subject what was proven of it.
fn is_as_proven(subject: &Subject, change: &Change<'_>) -> Result<bool, ImportError> {
    let Fate::Proven(_, proof) = &subject.fate else { return Ok(false) };
    let gentle = change.actions().is_no_op() || change.actions().is_only(Action::Update);
    let same = redact::diff(&change.values()?) == proof.differences;
    Ok(change.imports() && gentle && same)
}

/// What a plan after the import would still change, where it must not.
fn changed_after(
    subject: &Subject,
    plan: &Plan,
    demands: &Demands,
) -> Result<Option<String>, ImportError> {
    let Some(change) = change_at(plan, &subject.address) else { return Ok(None) };
    if change.actions().is_no_op() {
        return Ok(None);
    }
    let differences = redact::diff(&change.values()?);
    if change.actions().is_only(Action::Update) && demands.allow_update {
        return Ok(None);
    }
    let words: Vec<String> = differences.iter().map(in_words).take(4).collect();
    let verb = change.actions().phrase();
    Ok(Some(format!("the plan after it says that it is {verb}: {}", words.join("; "))))
}
