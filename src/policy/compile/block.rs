//! `resource_policy`, `provider_policy` and `module_policy`.

use std::fmt;
use std::str::FromStr;

use hcl_edit::Span as _;
use hcl_edit::structure::Block;

use super::super::source::{Note, Span};
use super::super::syntax::Expr;
use super::super::syntax::scope::{Names, Place, PolicyKind, Uses};
use super::Context;

/// What a plan does to a resource, as policies name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `create`
    Create,
    /// `update`
    Update,
    /// `delete`
    Delete,
    /// `no-op`
    NoOp,
}

impl Operation {
    /// All, in the order in which Terraform lists them.
    pub const ALL: [Self; 4] = [Self::Create, Self::Update, Self::Delete, Self::NoOp];

    /// The word in policies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::NoOp => "no-op",
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Operation {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|operation| operation.as_str() == text).ok_or(())
    }
}

/// An `enforce` block.
#[derive(Debug)]
pub(crate) struct Enforce {
    pub(crate) condition: Expr,
    pub(crate) error_message: Option<Expr>,
    pub(crate) info_message: Option<Expr>,
    pub(crate) span: Span,
}

/// A compiled policy block.
#[derive(Debug)]
pub(crate) struct Policy {
    /// Position of its file.
    pub(crate) file: usize,
    pub(crate) kind: PolicyKind,
    /// First label: a type, provider or source, with `*`.
    pub(crate) pattern: String,
    pub(crate) label: String,
    pub(crate) span: Span,
    pub(crate) level: Option<Expr>,
    pub(crate) filter: Option<Expr>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) locals: Vec<Expr>,
    pub(crate) local_names: Vec<String>,
    pub(crate) enforces: Vec<Enforce>,
}

impl Context<'_> {
    pub(super) fn policy(&mut self, block: &Block, span: Span) -> Option<Policy> {
        let (kind, first) = match block.ident.as_str() {
            "provider_policy" => (PolicyKind::Provider, "PROVIDER"),
            "module_policy" => (PolicyKind::Module, "SOURCE"),
            _ => (PolicyKind::Resource, "TYPE"),
        };
        let arguments: &[&'static str] = match kind {
            PolicyKind::Resource => &["enforcement_level", "filter", "operations"],
            PolicyKind::Provider | PolicyKind::Module => &["enforcement_level", "filter"],
        };
        self.check_body(block, arguments, &[("locals", false), ("enforce", true)]);
        let labels = self.labels(block, span, &[first, "NAME"]);
        let place = Place::Policy(kind);
        let own = self.own_names(block);
        let mut uses = Uses::default();
        let (locals, local_names) = self.own_locals(block, place, &own, &mut uses);
        let mut argument = |cx: &mut Self, key: &str| {
            let attribute = block.body.get_attribute(key)?;
            let (expr, used) = cx.lower(&attribute.value, place, &own);
            uses.extend(&used);
            Some(expr)
        };
        let level = argument(self, "enforcement_level");
        if let Some(Expr { kind: super::super::syntax::Kind::String(word), span }) = &level
            && word.parse::<crate::finding::Level>().is_err()
        {
            self.notes.push(bad_level(*span, word));
        }
        let filter = argument(self, "filter");
        let mut enforces = Vec::new();
        for inner in block.body.get_blocks("enforce") {
            let (enforce, used) = self.enforce(inner, place, &own);
            uses.extend(&used);
            enforces.extend(enforce);
        }
        let operations = match kind {
            PolicyKind::Resource => self.operations(block, span, &uses),
            PolicyKind::Provider | PolicyKind::Module => Vec::new(),
        };
        let [pattern, label] = <[String; 2]>::try_from(labels?).ok()?;
        Some(Policy {
            file: 0,
            kind,
            pattern,
            label,
            span,
            level,
            filter,
            operations,
            locals,
            local_names,
            enforces,
        })
    }

    fn enforce(&mut self, block: &Block, place: Place, own: &Names) -> (Option<Enforce>, Uses) {
        self.check_body(block, &["condition", "error_message", "info_message"], &[]);
        let span =
            Span::new(self.file, block.ident.span().or_else(|| block.span()).unwrap_or(0..0));
        let mut uses = Uses::default();
        let mut argument = |cx: &mut Self, key: &str| {
            let attribute = block.body.get_attribute(key)?;
            let (expr, used) = cx.lower(&attribute.value, place, own);
            uses.extend(&used);
            Some(expr)
        };
        let condition = argument(self, "condition");
        let error_message = argument(self, "error_message");
        let info_message = argument(self, "info_message");
        let Some(condition) = condition else {
            let note = Note::error(span, "`enforce` needs a `condition`");
            self.notes.push(note.help("write `condition = …`, true where all is well"));
            return (None, uses);
        };
        (Some(Enforce { condition, error_message, info_message, span }), uses)
    }
}

pub(crate) fn bad_level(span: Span, word: &str) -> Note {
    Note::error(span, format!("`{word}` is no enforcement level"))
        .help("use advisory, mandatory_overridable or mandatory")
}
