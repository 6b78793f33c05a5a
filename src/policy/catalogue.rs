//! The policies of a run: those that come with tfgate and the user's own, under their ids.

use std::collections::BTreeMap;
use std::fmt;

use miette::Diagnostic;

use super::embedded::{EMBEDDED, in_packs};
use super::native;
use super::source::nearest;
use super::{Arena, Header, Inputs, PolicyErrors, PolicyFileView, PolicySet, Source};
use crate::finding::{Rule, RuleText};
use crate::plan::{Plan, Refusal};

/// A policy file of the user's own.
#[derive(Clone, Debug)]
pub struct Own {
    /// Path below the directory that was named, without the ending, with `/`.
    pub id: String,
    /// The file.
    pub source: Source,
}

/// Which policies are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Leave out those that come with tfgate.
    pub only_own: bool,
    /// Packs of those that come with tfgate; none stands for all.
    pub packs: Vec<String>,
    /// The user's own.
    pub own: Vec<Own>,
}

/// Policies in force, compiled as far as the plan calls for them.
#[derive(Debug)]
pub struct Catalogue {
    pub(super) set: PolicySet,
    /// By position of the file.
    ids: Vec<String>,
    rules: usize,
    native: Vec<&'static Rule>,
}

/// Policies that cannot be put in force.
#[derive(Debug)]
pub enum CatalogueError {
    /// Mistakes in files.
    Policies(PolicyErrors),
    /// Two files claim one id.
    SameId(String),
    /// A pack that holds nothing.
    NoSuchPack(String),
    /// Inputs that no policy declares.
    UnknownInput(String, Option<String>),
}

impl Catalogue {
    /// Compiles the user's own policies and those of ours that are for one of `types`.
    pub fn load(wanted: &Wanted, types: &[&str]) -> Result<Self, CatalogueError> {
        for pack in &wanted.packs {
            if !EMBEDDED.iter().any(|policy| policy.is_in(std::slice::from_ref(pack))) {
                return Err(CatalogueError::NoSuchPack(pack.clone()));
            }
        }
        let ours = EMBEDDED.iter().filter(|policy| !wanted.only_own && policy.is_in(&wanted.packs));
        let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
        let mut sources = Vec::new();
        let mut ids = Vec::new();
        let mut rules = 0;
        for policy in ours {
            rules += 1;
            *by_id.entry(policy.id).or_default() += 1;
            if policy.concerns(types.iter().copied()) {
                ids.push(policy.id.to_owned());
                sources.push(policy.source());
            }
        }
        for own in &wanted.own {
            rules += 1;
            *by_id.entry(&own.id).or_default() += 1;
            ids.push(own.id.clone());
            sources.push(own.source.clone());
        }
        if let Some((id, _)) = by_id.into_iter().find(|(_, count)| *count > 1) {
            return Err(CatalogueError::SameId(id.to_owned()));
        }
        let native = native::RULES
            .into_iter()
            .filter(|rule| !wanted.only_own && in_packs(rule.id, &[], &wanted.packs));
        let native: Vec<&'static Rule> = native.collect();
        rules += native.len();
        let set = PolicySet::load(sources).map_err(CatalogueError::Policies)?;
        Ok(Self { set, ids, rules, native })
    }

    /// Refuses inputs that nothing declares: a misspelt limit must not look like one.
    pub fn check_inputs(&self, inputs: &Inputs) -> Result<(), CatalogueError> {
        let declared = || EMBEDDED.iter().flat_map(|policy| policy.inputs.iter().copied());
        let unknown = self.set.undeclared(inputs);
        let Some(name) = unknown.into_iter().find(|name| !declared().any(|known| known == name))
        else {
            return Ok(());
        };
        let own = self.set.inputs().map(|(name, ..)| name);
        let near = nearest(&name, declared().chain(own)).map(str::to_owned);
        Err(CatalogueError::UnknownInput(name, near))
    }

    /// Decodes what the policies may ask about in `plan`.
    pub fn arena<'p>(&self, plan: &'p Plan) -> Result<Arena<'p>, Refusal> {
        Arena::new(plan, &self.set)
    }

    /// Number of policies in force.
    #[must_use]
    pub fn rules(&self) -> usize {
        self.rules
    }

    pub(super) fn native(&self) -> &[&'static Rule] {
        &self.native
    }

    pub(super) fn id(&self, file: PolicyFileView<'_>) -> &str {
        &self.ids[file.position()]
    }
}

/// What a policy's header says, as documentation of a rule.
#[must_use]
pub fn rule_text(id: &str, header: &Header) -> RuleText {
    let title = if header.title.is_empty() { id.to_owned() } else { header.title.clone() };
    RuleText {
        title,
        severity: header.severity.unwrap_or(crate::finding::Severity::Medium),
        why: header.why.clone(),
        fix: super::comply::one_line(&header.fix),
        references: header.references.clone(),
        aliases: header.aliases.clone(),
    }
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let safe = crate::plan::text::visible;
        match self {
            Self::Policies(errors) => errors.fmt(f),
            Self::SameId(id) => write!(f, "two policies have the id `{}`", safe(id)),
            Self::NoSuchPack(pack) => write!(f, "there is no pack `{}`", safe(pack)),
            Self::UnknownInput(name, _) => {
                write!(f, "no policy declares the input `{}`", safe(name))
            }
        }
    }
}

impl std::error::Error for CatalogueError {}

impl Diagnostic for CatalogueError {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(match self {
            Self::Policies(_) => "tfgate::policy::invalid",
            Self::SameId(_) => "tfgate::policy::same_id",
            Self::NoSuchPack(_) => "tfgate::policy::unknown_pack",
            Self::UnknownInput(..) => "tfgate::policy::unknown_input",
        }))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let text = match self {
            Self::Policies(_) => return None,
            Self::SameId(_) => {
                "an id is the path of its file; rename one, or leave out the built-in policies \
                 with `--no-default-policies`"
                    .to_owned()
            }
            Self::NoSuchPack(_) => {
                "a pack is a provider (`aws`), a service (`aws/rds`) or a tag (`cis`); \
                 `tfgate policy list` shows them"
                    .to_owned()
            }
            Self::UnknownInput(_, Some(near)) => format!("did you mean `{near}`?"),
            Self::UnknownInput(_, None) => "`tfgate policy list` names the policies".to_owned(),
        };
        Some(Box::new(text))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        match self {
            Self::Policies(errors) => errors.related(),
            Self::SameId(_) | Self::NoSuchPack(_) | Self::UnknownInput(..) => None,
        }
    }
}
