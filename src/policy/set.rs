//! A set of policies: loaded once, shared by all threads.

use std::collections::HashMap;

use super::compile::{self, Compiled, Header, Operation, ProviderRequirement};
use super::functions::semver::{Constraint, Version};
use super::matching::fits;
use super::source::{PolicyErrors, Problem, Source, Span, Weight};
use super::syntax::scope::PolicyKind;

/// Position of a policy in its set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyId(pub(crate) usize);

/// Compiled policies of any number of directories.
#[derive(Debug)]
pub struct PolicySet {
    pub(crate) compiled: Compiled,
    exact: HashMap<(PolicyKind, String), Vec<usize>>,
    patterns: Vec<usize>,
}

/// A policy, to list and to name.
#[derive(Clone, Copy, Debug)]
pub struct PolicyView<'s> {
    set: &'s PolicySet,
    at: usize,
}

/// A policy file: the unit that has an id, a header and a severity.
#[derive(Clone, Copy, Debug)]
pub struct PolicyFileView<'s> {
    set: &'s PolicySet,
    at: usize,
}

impl PolicySet {
    /// Compiles all files, or says everything that is wrong with them.
    pub fn load(sources: Vec<Source>) -> Result<Self, PolicyErrors> {
        let set = Self::load_anyway(sources);
        let errors: Vec<Problem> = set.problems(Weight::Error).collect();
        if errors.is_empty() { Ok(set) } else { Err(PolicyErrors(errors)) }
    }

    /// Compiles what can be compiled. Policies with mistakes may be there or not: to be used
    /// for parts of a set that have none.
    pub(crate) fn load_anyway(sources: Vec<Source>) -> Self {
        let compiled = compile::compile(sources);
        let mut exact: HashMap<(PolicyKind, String), Vec<usize>> = HashMap::new();
        let mut patterns = Vec::new();
        for (at, policy) in compiled.policies.iter().enumerate() {
            if policy.pattern.contains('*') {
                patterns.push(at);
            } else {
                exact.entry((policy.kind, policy.pattern.clone())).or_default().push(at);
            }
        }
        Self { compiled, exact, patterns }
    }

    fn problems(&self, severity: Weight) -> impl Iterator<Item = Problem> + '_ {
        let notes = self.compiled.notes.iter().filter(move |note| note.severity == severity);
        notes.map(|note| self.compiled.files.problem(note.clone()))
    }

    /// What is worth mending.
    #[must_use]
    pub fn warnings(&self) -> Vec<Problem> {
        self.problems(Weight::Warning).collect()
    }

    /// Errors in one of the files.
    pub(crate) fn errors_in(&self, files: &[usize]) -> Vec<Problem> {
        let errors = self.compiled.notes.iter().filter(|note| {
            note.severity == Weight::Error && files.contains(&(note.span.file as usize))
        });
        errors.map(|note| self.compiled.files.problem(note.clone())).collect()
    }

    /// All policies, in order of file and place.
    pub fn policies(&self) -> impl Iterator<Item = PolicyView<'_>> {
        (0..self.compiled.policies.len()).map(|at| PolicyView { set: self, at })
    }

    /// The texts of all files.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.compiled.files.iter().map(|file| &*file.text)
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = PolicyFileView<'_>> {
        (0..self.compiled.policy_files.len()).map(|at| PolicyFileView { set: self, at })
    }

    /// One policy.
    #[must_use]
    pub fn policy(&self, id: PolicyId) -> PolicyView<'_> {
        PolicyView { set: self, at: id.0 }
    }

    /// The policies that may apply to a type (or provider, or module source), in order.
    #[must_use]
    pub fn for_type(&self, kind: PolicyKind, ty: &str) -> Vec<PolicyId> {
        let exact = self.exact.get(&(kind, ty.to_owned())).into_iter().flatten().copied();
        let patterns = self.patterns.iter().copied().filter(|at| {
            let policy = &self.compiled.policies[*at];
            policy.kind == kind && fits(&policy.pattern, ty)
        });
        let mut found: Vec<PolicyId> = exact.chain(patterns).map(PolicyId).collect();
        found.sort_unstable();
        found
    }

    /// Names of inputs that are declared nowhere, out of those that were given.
    #[must_use]
    pub fn undeclared(&self, inputs: &super::Inputs) -> Vec<String> {
        let mut names: Vec<String> = inputs
            .names()
            .filter(|name| !self.compiled.input_names.iter().any(|known| known == name))
            .map(str::to_owned)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Declared inputs: name, type, description.
    pub fn inputs(&self) -> impl Iterator<Item = (&str, String, &str)> {
        let inputs = self.compiled.inputs.iter();
        inputs.map(|input| (input.name.as_str(), input.of.show(), input.description.as_str()))
    }

    /// Files whose `required_version` does not admit this Terraform. A constraint that cannot
    /// be compared (no version is known) admits.
    #[must_use]
    pub fn unfit(&self, terraform_version: &str) -> Vec<(PolicyFileView<'_>, &str)> {
        let Some(version) = Version::parse(terraform_version) else { return Vec::new() };
        let files = self.compiled.policy_files.iter().enumerate();
        files
            .filter_map(|(at, file)| {
                let constraint = file.settings.required_version.as_deref()?;
                let fits = Constraint::parse(constraint).is_none_or(|c| c.admits(&version));
                (!fits).then_some((PolicyFileView { set: self, at }, constraint))
            })
            .collect()
    }

    pub(crate) fn location(&self, span: Span) -> String {
        let path = self.compiled.files.get(span.file).map(|file| file.path()).unwrap_or_default();
        format!("{path}:{}", self.compiled.files.line(span))
    }
}

impl<'s> PolicyView<'s> {
    fn policy(&self) -> &'s compile::Policy {
        &self.set.compiled.policies[self.at]
    }

    /// Its position.
    #[must_use]
    pub fn id(&self) -> PolicyId {
        PolicyId(self.at)
    }

    /// Resource, provider or module.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.policy().kind
    }

    /// The first label: what it is for.
    #[must_use]
    pub fn pattern(&self) -> &'s str {
        &self.policy().pattern
    }

    /// The second label: its name.
    #[must_use]
    pub fn label(&self) -> &'s str {
        &self.policy().label
    }

    /// When it applies (resource policies).
    #[must_use]
    pub fn operations(&self) -> &'s [Operation] {
        &self.policy().operations
    }

    /// The file it stands in.
    #[must_use]
    pub fn file(&self) -> PolicyFileView<'s> {
        PolicyFileView { set: self.set, at: self.policy().file }
    }

    /// `dir/name:line`
    #[must_use]
    pub fn location(&self) -> String {
        self.set.location(self.policy().span)
    }
}

impl<'s> PolicyFileView<'s> {
    fn file(&self) -> Option<&'s super::source::File> {
        self.set.compiled.files.get(self.set.compiled.policy_files[self.at].source)
    }

    /// Position in the set, in the order of loading.
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// The directory as it was handed in.
    #[must_use]
    pub fn dir(&self) -> &'s str {
        self.file().map_or("", |file| &file.dir)
    }

    /// The file name.
    #[must_use]
    pub fn name(&self) -> &'s str {
        self.file().map_or("", |file| &file.name)
    }

    /// The header comment.
    #[must_use]
    pub fn header(&self) -> &'s Header {
        &self.set.compiled.policy_files[self.at].header
    }

    /// The providers it needs.
    #[must_use]
    pub fn providers(&self) -> &'s [ProviderRequirement] {
        &self.set.compiled.policy_files[self.at].settings.providers
    }
}
