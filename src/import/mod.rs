//! Imports what exists already, before an apply would create it a second time.
//!
//! ```text
//! plan ──creates──▶ discoveries ──ids──▶ trial plans ──proven──▶ backup, import ──▶ plan again
//!                        ▲                    │                                        │
//!                        └──parents known─────┘            what does not hold is taken back
//! ```
//!
//! Nothing touches the state before a plan has shown that the imports change nothing. What is
//! doubtful is refused and reported, never guessed.

mod aws;
mod blocks;
mod copy;
mod discover;
mod error;
pub mod failures;
mod ground;
mod journal;
pub mod map;
mod owners;
mod perform;
mod places;
pub mod recipes;
pub mod report;
mod sharing;
pub mod silent;
mod subject;
mod told;
mod trial;
mod verify;

use std::path::PathBuf;

pub use error::ImportError;
pub use subject::Status;
pub use told::Told;

use aws::Aws;
use blocks::{BACKEND_FILE, TRIAL_FILE, TrialFile};
use copy::StateCopy;
use discover::{Derived, Discovery, Logged, Mapped, TagFilter, Tagged};
use failures::Collision;
use ground::Ground;
use journal::Journal;
use map::Map;
use perform::{Writer, left_to_apply};
use places::Places;
use report::{ImportReport, LogReport, ResourceReport};
use subject::{Decision, Fate, Subject};
use trial::{Saved, Trial};
use verify::Demands;

use crate::plan::{Address, Identifier, Pattern, Plan};
use crate::terraform::{Stack, State};

/// What is to be imported, and how careful.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Request<'r> {
    /// The plan whose creates are looked at; made first where there is none.
    pub plan: Option<&'r Plan>,
    /// Ids that the user names.
    pub map: Map,
    /// Tags that everything of this stack carries.
    pub tags: TagFilter,
    /// The log of an apply that met what exists.
    pub told: Option<Told>,
    /// Addresses to look at; all where empty.
    pub include: Vec<Pattern>,
    /// Addresses to leave alone.
    pub exclude: Vec<Pattern>,
    /// The account that everything must be in.
    pub account: Option<String>,
    /// The AWS region of the environment.
    pub region: Option<String>,
    /// Whether an import may also update the object.
    pub allow_update: bool,
    /// Whether an object without the tags may be taken when its name is unique.
    pub allow_untagged: bool,
    /// Whether nothing may change, not even what only the provider keeps.
    pub zero_diff: bool,
    /// Whether AWS is asked who owns what is found.
    pub owner_check: bool,
    /// What is written.
    pub mode: Mode,
    /// When the run began, for the name of the backup.
    pub time: String,
    /// Asked before anything is written, with the number of imports.
    pub confirm: &'r dyn Fn(usize) -> bool,
}

impl Request<'_> {
    /// Whether `--include` and `--exclude` let an address through.
    fn names(&self, address: &Address) -> bool {
        subject::is_wanted(address, &self.include, &self.exclude)
    }

    /// Whether the create at an address is looked at: with a log, where it or the mapping file
    /// names it.
    fn wants(&self, address: &Address) -> bool {
        let told =
            |told: &Told| told.concerns(address) || self.map.contains_key(&address.to_string());
        self.names(address) && self.told.as_ref().is_none_or(told)
    }
}

/// What a run writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The state.
    Import,
    /// Nothing.
    DryRun,
    /// A file of `import` blocks.
    Blocks(PathBuf),
    /// The `import` blocks, for as long as it takes to make a plan with them: see [`find`].
    Plan,
}

impl Mode {
    /// The word in the report.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::DryRun => "dry_run",
            Self::Blocks(_) => "blocks",
            Self::Plan => "plan",
        }
    }
}

/// What exists already, and the `import` blocks of what was proven: they stand in the root
/// module until this goes away, for a plan to be made with them.
pub struct Found<'s> {
    /// What became of each create; what was proven is `importable`.
    pub report: ImportReport,
    _ground: Ground<'s>,
}

/// Finds and proves, for a plan that imports: the request's mode is [`Mode::Plan`].
pub fn find<'s>(stack: &Stack<'s>, request: &Request<'_>) -> Result<Found<'s>, ImportError> {
    let (report, ground) = carry_out(stack, request)?;
    Ok(Found { report, _ground: ground })
}

/// Finds, proves and imports.
pub fn run(stack: &Stack<'_>, request: &Request<'_>) -> Result<ImportReport, ImportError> {
    carry_out(stack, request).map(|(report, _)| report)
}

fn carry_out<'s>(
    stack: &Stack<'s>,
    request: &Request<'_>,
) -> Result<(ImportReport, Ground<'s>), ImportError> {
    let version = stack.version()?;
    if !version.has_json_plan() {
        return Err(ImportError::TooOld { version: version.to_string() });
    }
    if !version.has_import_blocks() && matches!(request.mode, Mode::Blocks(_) | Mode::Plan) {
        return Err(ImportError::NoBlocks { version: version.to_string() });
    }
    // First of all: what a killed run left behind would be part of the plan.
    let blocks = TrialFile::claim(stack.directory(), TRIAL_FILE)?;
    let backend = TrialFile::claim(stack.directory(), BACKEND_FILE)?;
    let progress = stack.progress();
    let mut planned = None;
    if request.plan.is_none() {
        progress.step("planning");
        let (outcome, plan) = trial::plan(stack, &[])?;
        let saved = plan.ok_or_else(|| trial::cannot_plan(stack, &outcome))?;
        planned = Some(saved.plan);
    }
    // After the plan, which waits for whoever holds the lock, and may write.
    progress.step("reading the state");
    let (bytes, state) = stack.state()?;
    let mut journal = Journal::read(stack.directory(), &state.lineage)?;
    let base = planned.as_ref().or(request.plan).expect("one of both is there");
    let mut subjects = Subject::all(base, &|address| request.wants(address))?;
    if let Some(told) = &request.told {
        told.tell(&mut subjects, &request.map);
    }
    let places = Places::of(base, request.region.clone())?;
    let aws = Aws::new(stack);
    if let Some(expected) = &request.account {
        let mut keys: Vec<&str> = subjects
            .iter()
            .filter(|one| one.resource_type.starts_with("aws_"))
            .map(|one| one.provider.as_str())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        places.expect(keys.into_iter(), expected, &aws)?;
    }
    let demands = Demands {
        tags: request.tags.clone(),
        allow_untagged: request.allow_untagged,
        account: request.account.clone(),
        known_accounts: state.accounts(),
        zero_diff: request.zero_diff,
        allow_update: request.allow_update,
    };
    let region = |key: &str| places.region(key);
    let ground = if version.has_import_blocks() {
        Ground::Blocks(blocks)
    } else {
        Ground::Copy(Box::new(StateCopy::of(stack, &bytes, backend)?))
    };
    let trial =
        Trial { stack, state: &state, base, demands: &demands, region: &region, ground: &ground };
    let latest = search(&trial, request, &mut subjects, &places, &aws)?;
    let mut report = ImportReport::new(&request.mode, &version, stack.directory());
    let writer = Writer { trial: &trial, latest: latest.as_ref(), time: &request.time };
    write(&writer, request, &mut subjects, &mut journal, &mut report)?;
    if request.mode != Mode::Plan {
        ground.leave()?;
    }
    if request.mode == Mode::Import && report.backup.is_some() {
        writer.prove(&mut subjects, &mut journal, &demands)?;
    }
    report.log = request.told.as_ref().map(|told| LogReport::new(&told.failures));
    report.resources = conclude(subjects, request, &state, &journal);
    report.count();
    Ok((report, ground))
}

/// Runs the discoveries that the request asks for, and asks who owns what was found. Gives the
/// last plan of the trial.
fn search(
    trial: &Trial<'_>,
    request: &Request<'_>,
    subjects: &mut [Subject],
    places: &Places<'_>,
    aws: &Aws<'_>,
) -> Result<Option<Saved>, ImportError> {
    let account = |key: &str| match &request.account {
        Some(account) => Some(account.clone()),
        None => places.account(key, aws),
    };
    let facts = |subject: &Subject| places.facts(subject, &account);
    let place = |key: &str| places.place(key);
    let mut mapped = Mapped(&request.map);
    let mut derived = Derived { facts: &facts };
    let mut tagged = Tagged::new(aws, &request.tags, &place, &account);
    let mut logged = Logged;
    let mut discoveries: Vec<&mut dyn Discovery> = vec![&mut mapped, &mut derived, &mut logged];
    if !request.tags.is_empty() {
        discoveries.push(&mut tagged);
    }
    let latest = trial.search(subjects, &mut discoveries)?;
    if request.owner_check {
        owners::ask(subjects, aws, &place);
    }
    if matches!(request.mode, Mode::Blocks(_)) {
        // The blocks are for a person to review, and their plan is judged.
        return Ok(latest);
    }
    for subject in subjects.iter_mut() {
        let Fate::Proven(_, proof) = &subject.fate else { continue };
        if let Some(reason) = verify::stands_in_the_way(proof, trial.demands) {
            let differences: Vec<String> = proof.differences.iter().map(verify::in_words).collect();
            let decision = subject.close(Status::Deferred, reason);
            decision.evidence.extend(differences);
            let blocks = matches!(trial.ground, Ground::Blocks(_));
            decision.next = vec![left_to_apply(blocks)];
        }
    }
    Ok(latest)
}

/// Writes what the mode says.
fn write(
    writer: &Writer<'_>,
    request: &Request<'_>,
    subjects: &mut [Subject],
    journal: &mut Journal,
    report: &mut ImportReport,
) -> Result<(), ImportError> {
    let proven = subjects.iter().filter(|one| matches!(one.fate, Fate::Proven(..))).count();
    match &request.mode {
        Mode::DryRun => {}
        Mode::Blocks(path) => {
            let text = blocks::file(subjects);
            std::fs::write(path, text).map_err(|error| ImportError::file("write", path, &error))?;
            report.blocks = Some(crate::plan::text::visible(&path.to_string_lossy()).into_owned());
        }
        // What the ground holds is the last trial, which may have been of others.
        Mode::Plan if proven == 0 => writer.trial.ground.leave()?,
        Mode::Plan => {
            let proven = |at: &usize| matches!(subjects[*at].fate, Fate::Proven(..));
            let proven: Vec<usize> = (0..subjects.len()).filter(proven).collect();
            writer.trial.ground.hold(subjects, &proven)?;
        }
        Mode::Import if proven == 0 => {}
        Mode::Import if !(request.confirm)(proven) => {
            report.declined = true;
        }
        Mode::Import => {
            let written = writer.import(subjects, journal)?;
            report.backup = written.backup.map(|path| path.to_string_lossy().into_owned());
        }
    }
    Ok(())
}

/// What the report says of every subject, of what earlier runs imported, and of what the
/// mapping file names besides.
fn conclude(
    subjects: Vec<Subject>,
    request: &Request<'_>,
    state: &State,
    journal: &Journal,
) -> Vec<ResourceReport> {
    let mut resources = Vec::new();
    let mut labels: Vec<String> = subjects.iter().map(Subject::label).collect();
    for subject in subjects {
        let mut decision = match &subject.fate {
            Fate::Closed(decision) => decision.clone(),
            Fate::Open(reason) => Decision::new(Status::Unsearched, reason.clone())
                .next(format!("name its id with `--map FILE`: {} = ID", subject.label())),
            Fate::Proposed(proposal) => {
                Decision::about(proposal, Status::Failed, "nobody tried it: too many rounds")
            }
            Fate::Proven(proposal, proof) => {
                let status = if request.mode == Mode::Import {
                    Status::Imported
                } else {
                    Status::Importable
                };
                let mut decision = Decision::about(proposal, status, "");
                decision.evidence.extend(proof.differences.iter().map(verify::in_words));
                decision
            }
        };
        let told = subject.told.as_ref().map(Collision::in_words);
        if told.is_some() {
            decision = told::insist(&subject, decision);
        }
        let resource = ResourceReport::new(&subject.parsed, &subject.resource_type, decision);
        resources.push(ResourceReport { told, ..resource });
    }
    for collision in request.told.iter().flat_map(|told| &told.failures.collisions) {
        let address = &collision.address;
        let label = address.to_string();
        if labels.contains(&label) || !request.names(address) {
            continue;
        }
        let decision = told::no_create(state.object(&label).is_some());
        let resource = ResourceReport::new(address, &address.resource_type, decision);
        resources.push(ResourceReport { told: Some(collision.in_words()), ..resource });
        labels.push(label);
    }
    for entry in journal.standing(state).filter(|entry| !labels.contains(&entry.address)) {
        let decision = Decision {
            id: Identifier::parse(&entry.id).ok(),
            ..Decision::new(Status::Already, "imported by an earlier run")
        };
        resources.extend(ResourceReport::of_text(&entry.address, &entry.resource_type, decision));
    }
    for (address, id) in request.map.iter().filter(|(address, _)| !labels.contains(address)) {
        if journal.standing(state).any(|entry| entry.address == **address) {
            continue;
        }
        let (resource_type, decision) = not_a_create(address, id, state);
        resources.extend(ResourceReport::of_text(address, &resource_type, decision));
    }
    resources.sort_by_key(ResourceReport::order);
    resources
}

/// What to say of a mapped address that the plan does not create.
fn not_a_create(address: &str, id: &Identifier, state: &State) -> (String, Decision) {
    let Some(object) = state.object(address) else {
        let decision = Decision::new(Status::Failed, "the plan creates nothing at this address")
            .next("compare the mapping file with the configuration");
        return (String::new(), Decision { id: Some(id.clone()), ..decision });
    };
    let same =
        [&object.id, &object.arn].into_iter().any(|known| known.as_deref() == Some(id.expose()));
    let decision = if same {
        Decision::new(Status::Already, "in the state under this id")
    } else {
        // Terraform would say nothing and ignore the block.
        let known = Identifier::parse(object.id.as_deref().unwrap_or_default());
        let known = known.unwrap_or_default();
        let shown = subject::shown_id(&object.resource_type, &known);
        let reason = format!("the state holds another object there, `{shown}`");
        Decision::new(Status::Mismatch, reason)
    };
    (object.resource_type.clone(), Decision { id: Some(id.clone()), ..decision })
}
