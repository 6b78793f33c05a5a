//! Which names an expression may use, and what it did use.

use std::collections::{BTreeMap, BTreeSet};

/// What `meta` means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyKind {
    /// `resource_policy`
    Resource,
    /// `provider_policy`
    Provider,
    /// `module_policy`
    Module,
}

impl PolicyKind {
    /// The names under `meta`.
    pub(crate) fn meta_names(self) -> &'static [&'static str] {
        match self {
            Self::Resource => {
                &["type", "provider_type", "operation", "module_path", "tfe_workspace", "tfe_stack"]
            }
            Self::Provider => {
                &["alias", "name", "namespace", "source", "type", "version", "tfe_stack"]
            }
            Self::Module => &["source", "version", "address", "tfe_stack"],
        }
    }

    /// The block type.
    #[must_use]
    pub fn block(self) -> &'static str {
        match self {
            Self::Resource => "resource_policy",
            Self::Provider => "provider_policy",
            Self::Module => "module_policy",
        }
    }
}

/// Names, and what they stand for: positions in the set.
pub(crate) type Names = BTreeMap<String, usize>;

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// `locals` of a file: no object under judgement.
    File,
    /// A policy block.
    Policy(PolicyKind),
    /// A default or a type: constants and functions only.
    Constant,
    /// A test file.
    Test,
}

/// The names around an expression.
pub(crate) struct Scope<'s> {
    pub(crate) place: Place,
    pub(crate) inputs: &'s Names,
    pub(crate) locals: &'s Names,
    /// Names that several sibling files define, so that none can be chosen.
    pub(crate) ambiguous: &'s BTreeSet<String>,
    pub(crate) own: &'s Names,
    pub(crate) mocks: &'s BTreeMap<(String, String), usize>,
}

/// What an expression refers to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    pub(crate) prior: bool,
    pub(crate) lookup: bool,
    pub(crate) locals: BTreeSet<usize>,
    pub(crate) own: BTreeSet<usize>,
    pub(crate) mocks: BTreeSet<usize>,
}

impl Uses {
    pub(crate) fn extend(&mut self, other: &Self) {
        self.prior |= other.prior;
        self.lookup |= other.lookup;
        self.locals.extend(&other.locals);
        self.own.extend(&other.own);
        self.mocks.extend(&other.mocks);
    }
}
