//! A create of the plan, and what becomes of it on the way from "may exist" to "imported".

use super::failures::Collision;
use crate::plan::redact;
use crate::plan::redact::Difference;
use crate::plan::{Action, Address, Change, Configuration, Identifier, Pattern, Plan, Refusal};

/// A create that may be an import.
#[derive(Clone, Debug)]
pub struct Subject {
    /// As Terraform writes it: what its command line takes. Untrusted text.
    pub address: String,
    /// The address step by step.
    pub parsed: Address,
    /// Resource type.
    pub resource_type: String,
    /// Key of its provider configuration, e.g. `aws.west`; empty where the plan does not say.
    pub provider: String,
    /// What an apply said that met it.
    pub told: Option<Collision>,
    /// What is known so far.
    pub fate: Fate,
}

/// What is known about a subject.
#[derive(Clone, Debug)]
pub enum Fate {
    /// No id yet, and why.
    Open(String),
    /// An id that nobody has tried.
    Proposed(Proposal),
    /// An id under which the provider read the object that the configuration describes.
    Proven(Proposal, Proof),
    /// Decided.
    Closed(Decision),
}

/// An id under which the object may exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The import id.
    pub id: Identifier,
    /// Who says so.
    pub source: Source,
    /// Why, in words that are safe to show.
    pub evidence: Vec<String>,
    /// The ARN that the object must turn out to have.
    pub arn: Option<String>,
}

/// Who proposes an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The user, in a mapping file.
    Map,
    /// The recipe of its type, from known attributes.
    Derived,
    /// Tags.
    Tags,
    /// The error of an apply.
    Log,
}

impl Source {
    /// The word in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Derived => "derived",
            Self::Tags => "tags",
            Self::Log => "log",
        }
    }
}

/// What the provider read under the id, and how it differs from the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The `id` of the object once it is in the state.
    pub object: Option<String>,
    /// Its ARN, where it has one.
    pub arn: Option<String>,
    /// What an apply would change.
    pub differences: Vec<Difference>,
    /// Whether it would change the object, and not only what the provider keeps for itself.
    pub updates: bool,
}

/// What became of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// In one word.
    pub status: Status,
    /// Why.
    pub reason: String,
    /// The import id.
    pub id: Option<Identifier>,
    /// Who proposed it.
    pub source: Option<Source>,
    /// What speaks for it.
    pub evidence: Vec<String>,
    /// Ids among which nothing decides.
    pub candidates: Vec<String>,
    /// What to do.
    pub next: Vec<String>,
}

/// What became of a create, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Several objects, or several addresses, and nothing decides.
    Ambiguous,
    /// What is there is not what the configuration describes.
    Mismatch,
    /// It could not be imported.
    Failed,
    /// Imported, found wanting, and taken out of the state again.
    RolledBack,
    /// It exists, and importing it would change it as well: left to an apply.
    Deferred,
    /// Imported.
    Imported,
    /// Would be imported: nothing was written.
    Importable,
    /// In the state already, under the same id.
    Already,
    /// Does not exist: an apply creates it.
    Create,
    /// Nobody could look: no id can be computed, and nothing else was given to find it by.
    Unsearched,
    /// Its provider cannot import the type.
    NotImportable,
}

impl Status {
    /// In the order in which they are reported: what needs somebody comes first.
    pub const ALL: [Self; 11] = [
        Self::Ambiguous,
        Self::Mismatch,
        Self::Failed,
        Self::RolledBack,
        Self::Deferred,
        Self::Imported,
        Self::Importable,
        Self::Already,
        Self::Create,
        Self::Unsearched,
        Self::NotImportable,
    ];

    /// The word in the JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ambiguous => "ambiguous",
            Self::Mismatch => "mismatch",
            Self::Failed => "failed",
            Self::RolledBack => "rolled_back",
            Self::Deferred => "deferred",
            Self::Imported => "imported",
            Self::Importable => "importable",
            Self::Already => "already",
            Self::Create => "create",
            Self::Unsearched => "unsearched",
            Self::NotImportable => "not_importable",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::RolledBack => "rolled back",
            Self::Importable => "would import",
            Self::Already => "already imported",
            Self::Create => "to be created",
            Self::Unsearched => "not searched",
            Self::NotImportable => "not importable",
            Self::Deferred => "left to apply",
            Self::Ambiguous | Self::Mismatch | Self::Failed | Self::Imported => self.as_str(),
        }
    }

    /// Whether an apply would meet something that exists, and somebody has to look first.
    #[must_use]
    pub fn is_unresolved(self) -> bool {
        match self {
            Self::Ambiguous | Self::Mismatch | Self::Failed | Self::RolledBack | Self::Deferred => {
                true
            }
            Self::Imported
            | Self::Importable
            | Self::Already
            | Self::Create
            | Self::Unsearched
            | Self::NotImportable => false,
        }
    }
}

impl Decision {
    /// A decision without an id.
    #[must_use]
    pub fn new(status: Status, reason: impl Into<String>) -> Self {
        Self {
            status,
            reason: reason.into(),
            id: None,
            source: None,
            evidence: Vec::new(),
            candidates: Vec::new(),
            next: Vec::new(),
        }
    }

    /// A decision about what was proposed.
    #[must_use]
    pub fn about(proposal: &Proposal, status: Status, reason: impl Into<String>) -> Self {
        Self {
            id: Some(proposal.id.clone()),
            source: Some(proposal.source),
            evidence: proposal.evidence.clone(),
            ..Self::new(status, reason)
        }
    }

    /// With what to do.
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next.push(next.into());
        self
    }
}

impl Subject {
    /// The creates of `plan` that `wanted` lets through: managed, not replaced, not deposed.
    pub fn all(plan: &Plan, wanted: &dyn Fn(&Address) -> bool) -> Result<Vec<Self>, Refusal> {
        let written = plan.written()?;
        let mut subjects = Vec::new();
        for change in plan.changes() {
            let create = change.is_managed()
                && change.actions().is_only(Action::Create)
                && change.deposed().is_none()
                && !change.imports();
            // An address that cannot be read cannot be written into a block either.
            let Some(parsed) = change.parsed().filter(|parsed| create && wanted(parsed)) else {
                continue;
            };
            subjects.push(Self {
                address: change.address().into_owned(),
                resource_type: change.resource_type().into_owned(),
                provider: written.provider(&parsed).unwrap_or_default().to_owned(),
                parsed,
                told: None,
                fate: Fate::Open(String::new()),
            });
        }
        Ok(subjects)
    }

    /// The address, safe to show, and the key by which states are searched.
    #[must_use]
    pub fn label(&self) -> String {
        self.parsed.to_string()
    }

    /// An id of this subject, safe to show.
    #[must_use]
    pub fn shown_id(&self, id: &Identifier) -> String {
        shown_id(&self.resource_type, id)
    }

    /// The id in question, with its source.
    #[must_use]
    pub fn proposal(&self) -> Option<&Proposal> {
        match &self.fate {
            Fate::Proposed(proposal) | Fate::Proven(proposal, _) => Some(proposal),
            Fate::Open(_) | Fate::Closed(_) => None,
        }
    }

    /// Decides about what was proposed.
    pub fn close(&mut self, status: Status, reason: impl Into<String>) -> &mut Decision {
        let decision = match self.proposal() {
            Some(proposal) => Decision::about(proposal, status, reason),
            None => Decision::new(status, reason),
        };
        self.fate = Fate::Closed(decision);
        let Fate::Closed(decision) = &mut self.fate else { unreachable!("closed just now") };
        decision
    }
}

/// An id, safe to show: the id of a password is the password.
#[must_use]
pub fn shown_id(resource_type: &str, id: &Identifier) -> String {
    if redact::names_a_secret(resource_type) {
        return redact::SENSITIVE.to_owned();
    }
    id.to_string()
}

/// The change of `plan` at `address`.
#[must_use]
pub fn change_at<'p>(plan: &'p Plan, address: &str) -> Option<Change<'p>> {
    plan.changes().find(|change| change.deposed().is_none() && change.address() == address)
}

/// Whether an address is included and not excluded.
#[must_use]
pub fn is_wanted(address: &Address, include: &[Pattern], exclude: &[Pattern]) -> bool {
    let any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches(address));
    (include.is_empty() || any(include)) && !any(exclude)
}

/// Whether the resource at `user` depends on the one at `used`, as the configuration tells.
#[must_use]
pub fn depends_on(configuration: &Configuration, user: &Address, used: &Address) -> bool {
    let goal = user.block().to_string();
    let mut seen = std::collections::BTreeSet::new();
    let mut queue = vec![used.clone()];
    while let Some(next) = queue.pop() {
        for dependent in configuration.dependents(&next) {
            if dependent == goal {
                return true;
            }
            if seen.insert(dependent.clone()) {
                queue.extend(Address::parse(&dependent));
            }
        }
    }
    false
}
