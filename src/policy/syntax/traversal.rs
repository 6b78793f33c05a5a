//! Names and the steps after them: `attrs.tags["Owner"]`, `local.x`, `input.y`.

#![expect(clippy::wildcard_enum_match_arm, reason = "only some kinds of nodes are roots or names")]

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, Traversal, TraversalOperator};

use super::super::source::{Note, Span};
use super::super::value::Num;
use super::expr::{Expr, Kind};
use super::lower::Lower;
use super::scope::{Place, PolicyKind};

impl Lower<'_> {
    /// A name that stands alone or begins a traversal.
    pub(super) fn root(&mut self, name: &str, span: Span) -> Kind {
        if let Some(at) = self.variables.iter().rposition(|variable| variable == name) {
            return Kind::Variable(at);
        }
        match (name, self.scope.place) {
            ("attrs", Place::Policy(_)) => Kind::Attrs,
            ("prior_attrs", Place::Policy(PolicyKind::Resource)) => {
                self.uses.prior = true;
                Kind::Prior
            }
            ("meta", Place::Policy(_)) => Kind::Meta,
            ("input", Place::File | Place::Policy(_) | Place::Test) => Kind::Inputs,
            ("local", Place::File | Place::Policy(_) | Place::Test) => Kind::Locals,
            ("attrs" | "prior_attrs", Place::File) => {
                let note = format!("`{name}` cannot be used in `locals` of a file");
                self.notes.push(
                    Note::error(span, note)
                        .help("move this local into the `locals` block of the policy"),
                );
                Kind::Undefined(name.into())
            }
            _ => self.unknown_root(name, span),
        }
    }

    pub(super) fn unknown_root(&mut self, name: &str, span: Span) -> Kind {
        if !self.guarded {
            let roots: &[&str] = match self.scope.place {
                Place::Policy(PolicyKind::Resource) => {
                    &["attrs", "prior_attrs", "meta", "input", "local"]
                }
                Place::Policy(_) => &["attrs", "meta", "input", "local"],
                Place::File | Place::Test => &["input", "local"],
                Place::Constant => &[],
            };
            let known = roots.iter().copied().chain(self.variables.iter().map(String::as_str));
            let mut note = Note::error(span, format!("there is no `{name}` here"))
                .label("unknown name")
                .suggest(name, known);
            if note.help.is_none() && !roots.is_empty() {
                note = note.help(format!("names start with one of: {}", roots.join(", ")));
            }
            self.notes.push(note);
        }
        Kind::Undefined(name.into())
    }

    /// `input.x` or `local.x`, resolved.
    pub(super) fn member(&mut self, root: &Kind, name: &str, span: Span) -> Option<Kind> {
        let (noun, names) = match root {
            Kind::Inputs => ("input", self.scope.inputs),
            Kind::Locals => {
                if let Some(at) = self.scope.own.get(name) {
                    self.uses.own.insert(*at);
                    return Some(Kind::OwnLocal(*at));
                }
                ("local", self.scope.locals)
            }
            Kind::Meta => {
                if let Place::Policy(kind) = self.scope.place
                    && !kind.meta_names().contains(&name)
                    && !self.guarded
                {
                    let note = format!("`meta` has no `{name}` in a {}", kind.block());
                    let names = kind.meta_names();
                    let note = Note::error(span, note).label("unknown name");
                    let note = note.suggest(name, names.iter().copied());
                    self.notes.push(match note.help {
                        Some(_) => note,
                        None => note.help(format!("it has: {}", names.join(", "))),
                    });
                }
                return None;
            }
            _ => return None,
        };
        if let Some(at) = names.get(name) {
            if noun == "local" {
                self.uses.locals.insert(*at);
                return Some(Kind::Local(*at));
            }
            return Some(Kind::Input(*at));
        }
        if self.scope.ambiguous.contains(name) {
            let note = format!("`{noun}.{name}` is defined in several files of the directory");
            self.notes.push(Note::error(span, note).help("define it in this file"));
        } else if !self.guarded {
            let known = names.keys().chain(self.scope.own.keys()).map(String::as_str);
            self.notes.push(
                Note::error(span, format!("`{noun}.{name}` is not defined"))
                    .label("unknown name")
                    .suggest(name, known),
            );
        }
        Some(Kind::Undefined(format!("{noun}.{name}").into()))
    }

    pub(super) fn traversal(&mut self, from: &Traversal) -> Expr {
        let whole = self.span(from.span());
        if let Some(mock) = self.mock(from, whole) {
            return mock;
        }
        let mut head = match &from.expr {
            Expression::Variable(name) => {
                let span = self.span(from.expr.span());
                Expr { kind: self.root(name.as_str(), span), span }
            }
            other => self.expression(other),
        };
        let mut operators = &from.operators[..];
        if matches!(head.kind, Kind::Inputs | Kind::Locals | Kind::Meta)
            && let Some(first) = operators.first()
            && let TraversalOperator::GetAttr(name) = first.value()
        {
            let span = Span { end: self.span(first.span()).end.max(head.span.end), ..head.span };
            if let Some(kind) = self.member(&head.kind, name.as_str(), span) {
                head = Expr { kind, span };
                operators = &operators[1..];
            }
        }
        self.use_all(&head.kind);
        self.steps(head, operators, whole)
    }

    /// `local` without a name behind it uses every local.
    pub(super) fn use_all(&mut self, root: &Kind) {
        if matches!(root, Kind::Locals) {
            self.uses.locals.extend(self.scope.locals.values());
            self.uses.own.extend(self.scope.own.values());
        }
    }

    pub(super) fn steps(
        &mut self,
        mut head: Expr,
        operators: &[hcl_edit::Decorated<TraversalOperator>],
        whole: Span,
    ) -> Expr {
        for (at, operator) in operators.iter().enumerate() {
            let end = self.span(operator.span()).end.max(head.span.end).min(whole.end);
            let span = Span { end, ..head.span };
            let kind = match operator.value() {
                TraversalOperator::GetAttr(name) => {
                    Kind::Attr(Box::new(head), name.as_str().into())
                }
                TraversalOperator::Index(index) => {
                    let index = self.expression(index);
                    Kind::Index(Box::new((head, index)))
                }
                TraversalOperator::LegacyIndex(index) => {
                    let number = Num::parse(&index.value().to_string()).unwrap_or(Num::Int(0));
                    let index = Expr { kind: Kind::Number(number), span };
                    Kind::Index(Box::new((head, index)))
                }
                splat @ (TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_)) => {
                    let rest = &operators[at + 1..];
                    // `.*` reaches over names only; an index after it is of the whole list.
                    let reach = match splat {
                        TraversalOperator::AttrSplat(_) => rest
                            .iter()
                            .take_while(|op| matches!(op.value(), TraversalOperator::GetAttr(_)))
                            .count(),
                        _ => rest.len(),
                    };
                    let slot = self.variables.len();
                    self.variables.push(String::new());
                    let element = Expr { kind: Kind::Variable(slot), span };
                    let each = self.steps(element, &rest[..reach], whole);
                    self.variables.pop();
                    let splat = Expr { kind: Kind::Splat(Box::new((head, each))), span };
                    return self.steps(splat, &rest[reach..], whole);
                }
            };
            head = Expr { kind, span };
        }
        head
    }

    /// `TYPE.NAME…` in a test file.
    pub(super) fn mock(&mut self, from: &Traversal, whole: Span) -> Option<Expr> {
        let (Place::Test, Expression::Variable(first)) = (self.scope.place, &from.expr) else {
            return None;
        };
        if matches!(first.as_str(), "local" | "input")
            || self.variables.iter().any(|variable| variable == first.as_str())
        {
            return None;
        }
        let mut names = vec![first.as_str().to_owned()];
        for operator in from.operators.iter().take(2) {
            if let TraversalOperator::GetAttr(name) = operator.value() {
                names.push(name.as_str().to_owned());
            }
        }
        let data = names[0] == "data";
        let wanted = if data { 3 } else { 2 };
        if names.len() < wanted {
            return None;
        }
        let ty = if data { format!("data.{}", names[1]) } else { names[0].clone() };
        let at = *self.scope.mocks.get(&(ty, names[wanted - 1].clone()))?;
        self.uses.mocks.insert(at);
        let head = Expr { kind: Kind::Mock(at), span: whole };
        Some(self.steps(head, &from.operators[wanted - 1..], whole))
    }
}
