//! hcl-edit's expressions into ours: one walk, bounded by the depth the parser allows.

use hcl_edit::Span as _;
use hcl_edit::expr::{
    BinaryOperator, Expression, ForExpr, FuncCall, ObjectKey, Traversal, TraversalOperator,
    UnaryOperator,
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::super::functions;
use super::super::source::{Note, Span};
use super::super::value::Num;
use super::expr::{Call, Conditional, Expr, For, Kind, Op};
use super::scope::{Place, PolicyKind, Scope, Uses};

/// State of one walk.
pub(crate) struct Lower<'s> {
    pub(crate) file: u32,
    pub(crate) text: &'s str,
    pub(crate) scope: &'s Scope<'s>,
    pub(crate) notes: &'s mut Vec<Note>,
    pub(crate) uses: Uses,
    /// Variables in force; two for each `for`.
    variables: Vec<String>,
    /// Inside `try` or `can`, where a wrong name is not yet a mistake.
    guarded: bool,
}

impl<'s> Lower<'s> {
    pub(crate) fn new(
        file: u32,
        text: &'s str,
        scope: &'s Scope<'s>,
        notes: &'s mut Vec<Note>,
    ) -> Self {
        Self {
            file,
            text,
            scope,
            notes,
            uses: Uses::default(),
            variables: Vec::new(),
            guarded: false,
        }
    }

    pub(crate) fn span(&self, of: Option<std::ops::Range<usize>>) -> Span {
        Span::new(self.file, of.unwrap_or(0..0))
    }

    pub(crate) fn expression(&mut self, from: &Expression) -> Expr {
        let span = self.span(from.span());
        let kind = match from {
            Expression::Null(_) => Kind::Null,
            Expression::Bool(value) => Kind::Bool(*value.value()),
            Expression::Number(_) => self.number(span),
            Expression::String(text) => Kind::String(normal(text.value())),
            Expression::StringTemplate(template) => {
                return self.quoted(template, span);
            }
            Expression::HeredocTemplate(heredoc) => return self.heredoc(heredoc, span),
            Expression::Array(items) => {
                Kind::Tuple(items.iter().map(|item| self.expression(item)).collect())
            }
            Expression::Object(entries) => Kind::Object(
                entries
                    .iter()
                    .map(|(key, value)| (self.key(key, span), self.expression(value.expr())))
                    .collect(),
            ),
            Expression::Parenthesis(inner) => return self.expression(inner.inner()),
            Expression::Variable(name) => self.root(name.as_str(), span),
            Expression::Conditional(conditional) => {
                let condition = self.expression(&conditional.cond_expr);
                let yes = self.expression(&conditional.true_expr);
                let no = self.expression(&conditional.false_expr);
                let same_type = yes.primitive().is_some() && yes.primitive() == no.primitive();
                Kind::Conditional(Box::new(Conditional { condition, yes, no, same_type }))
            }
            Expression::FuncCall(call) => self.call(call, span),
            Expression::Traversal(traversal) => return self.traversal(traversal),
            Expression::UnaryOp(op) => {
                let inner = Box::new(self.expression(&op.expr));
                match op.operator.value() {
                    UnaryOperator::Neg => Kind::Negate(inner),
                    UnaryOperator::Not => Kind::Not(inner),
                }
            }
            Expression::BinaryOp(op) => {
                let sides = (self.expression(&op.lhs_expr), self.expression(&op.rhs_expr));
                Kind::Binary(operator(*op.operator.value()), Box::new(sides))
            }
            Expression::ForExpr(from) => self.for_expression(from),
        };
        Expr { kind, span }
    }

    /// A number from its source text: the parser has been through a double by now.
    fn number(&mut self, span: Span) -> Kind {
        let text: String = self
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        if let Some(number) = Num::parse(&text) {
            return Kind::Number(number);
        }
        self.notes.push(Note::error(span, "this number is beyond all bounds"));
        Kind::Null
    }

    fn key(&mut self, key: &ObjectKey, around: Span) -> Expr {
        match key {
            ObjectKey::Ident(name) => {
                let span = name.span().map_or(around, |span| self.span(Some(span)));
                Expr { kind: Kind::String(normal(name.as_str())), span }
            }
            // Bare keywords are names here, as everywhere before `=`.
            ObjectKey::Expression(Expression::Null(_)) => {
                Expr { kind: Kind::String("null".into()), span: around }
            }
            ObjectKey::Expression(expression) => self.expression(expression),
        }
    }

    /// A name that stands alone or begins a traversal.
    fn root(&mut self, name: &str, span: Span) -> Kind {
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
            ("local", Place::File | Place::Policy(_) | Place::Test) => {
                self.uses.locals.extend(self.scope.locals.values());
                self.uses.own.extend(self.scope.own.values());
                Kind::Locals
            }
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

    fn unknown_root(&mut self, name: &str, span: Span) -> Kind {
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
    fn member(&mut self, root: &Kind, name: &str, span: Span) -> Option<Kind> {
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

    fn traversal(&mut self, from: &Traversal) -> Expr {
        let whole = self.span(from.span());
        if let Some(mock) = self.mock(from, whole) {
            return mock;
        }
        // With a name behind it, `local` does not use every local, only that one.
        let saved = self.uses.clone();
        let mut head = self.expression(&from.expr);
        let mut operators = &from.operators[..];
        if matches!(head.kind, Kind::Inputs | Kind::Locals | Kind::Meta)
            && let Some(first) = operators.first()
            && let TraversalOperator::GetAttr(name) = first.value()
        {
            let span = Span { end: self.span(first.span()).end.max(head.span.end), ..head.span };
            self.uses = saved;
            if let Some(kind) = self.member(&head.kind, name.as_str(), span) {
                head = Expr { kind, span };
                operators = &operators[1..];
            }
        }
        self.steps(head, operators, whole)
    }

    fn steps(
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
    fn mock(&mut self, from: &Traversal, whole: Span) -> Option<Expr> {
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

    fn call(&mut self, from: &FuncCall, span: Span) -> Kind {
        let mut name: String = String::new();
        for part in &from.name.namespace {
            name.push_str(part.as_str());
            name.push_str("::");
        }
        name.push_str(from.name.name.as_str());
        let function = name.strip_prefix("core::").and_then(functions::find);
        match function {
            None => self.unknown_function(&name, span),
            Some(function) => {
                let (given, expand) = (from.args.len(), from.args.expand_final());
                let few = given < function.least() && !expand;
                let many = function.most().is_some_and(|most| given > most);
                if few || many {
                    let takes = function.arity();
                    let note = format!("`{name}` takes {takes}, not {given}");
                    self.notes.push(Note::error(span, note).label("wrong number of arguments"));
                }
                self.uses.lookup |= function.name == "getresources";
            }
        }
        let guarded = self.guarded;
        self.guarded |= function.is_some_and(|f| matches!(f.name, "try" | "can"));
        let arguments: Vec<Expr> =
            from.args.iter().map(|argument| self.expression(argument)).collect();
        self.guarded = guarded;
        if let Some(function) = function
            && let Some((at, pattern)) = functions::literal_pattern(function, &arguments)
            && let Err(why) = functions::regex::compile(pattern)
        {
            self.notes.push(Note::error(arguments[at].span, why).label("in this pattern"));
        }
        let expand = from.args.expand_final();
        Kind::Call(Box::new(Call { name: name.into(), function, arguments, expand }))
    }

    fn unknown_function(&mut self, name: &str, span: Span) {
        let note = if name.starts_with("plugin::") {
            Note::warning(span, format!("`{name}` is a plugin function; plugins are not run"))
        } else {
            let bare = name.strip_prefix("core::").unwrap_or(name);
            let note = Note::warning(span, format!("there is no function `{name}`"));
            if functions::find(bare).is_some() && !name.contains("::") {
                note.help(format!("did you mean `core::{bare}`?"))
            } else {
                note.suggest(bare, functions::names())
            }
        };
        self.notes.push(note.label("an error when it is called"));
    }

    fn for_expression(&mut self, from: &ForExpr) -> Kind {
        let collection = self.expression(&from.intro.collection_expr);
        let key = from.intro.key_var.as_ref().map(|name| name.as_str());
        self.enter(key, from.intro.value_var.as_str());
        let made = For {
            collection,
            key: from.key_expr.as_ref().map(|key| self.expression(key)),
            item: self.expression(&from.value_expr),
            condition: from.cond.as_ref().map(|cond| self.expression(&cond.expr)),
            group: from.grouping,
        };
        self.leave();
        Kind::For(Box::new(made))
    }

    /// Brings the variables of a `for` into force.
    pub(crate) fn enter(&mut self, key: Option<&str>, value: &str) {
        self.variables.push(key.unwrap_or_default().to_owned());
        self.variables.push(value.to_owned());
    }

    pub(crate) fn leave(&mut self) {
        self.variables.pop();
        self.variables.pop();
    }
}

fn operator(from: BinaryOperator) -> Op {
    match from {
        BinaryOperator::Eq => Op::Equal,
        BinaryOperator::NotEq => Op::NotEqual,
        BinaryOperator::Less => Op::Less,
        BinaryOperator::LessEq => Op::LessEqual,
        BinaryOperator::Greater => Op::Greater,
        BinaryOperator::GreaterEq => Op::GreaterEqual,
        BinaryOperator::Plus => Op::Add,
        BinaryOperator::Minus => Op::Subtract,
        BinaryOperator::Mul => Op::Multiply,
        BinaryOperator::Div => Op::Divide,
        BinaryOperator::Mod => Op::Remainder,
        BinaryOperator::And => Op::And,
        BinaryOperator::Or => Op::Or,
    }
}

/// Strings are compared in normal form C, as cty keeps them.
pub(crate) fn normal(text: &str) -> Box<str> {
    if text.is_ascii() || is_nfc(text) {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}
