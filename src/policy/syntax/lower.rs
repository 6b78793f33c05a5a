//! hcl-edit's expressions into ours: one walk, bounded by the depth the parser allows.

use hcl_edit::Span as _;
use hcl_edit::expr::{BinaryOperator, Expression, ForExpr, FuncCall, ObjectKey, UnaryOperator};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::super::functions;
use super::super::source::{Note, Span};
use super::super::value::Num;
use super::expr::{Call, Conditional, Expr, For, Kind, Op};
use super::scope::{Scope, Uses};

/// State of one walk.
pub(crate) struct Lower<'s> {
    pub(crate) file: u32,
    pub(crate) text: &'s str,
    pub(crate) scope: &'s Scope<'s>,
    pub(crate) notes: &'s mut Vec<Note>,
    pub(crate) uses: Uses,
    /// Variables in force; two for each `for`.
    pub(super) variables: Vec<String>,
    /// Inside `try` or `can`, where a wrong name is not yet a mistake.
    pub(super) guarded: bool,
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
            Expression::Variable(name) => {
                let root = self.root(name.as_str(), span);
                self.use_all(&root);
                root
            }
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
    pub(super) fn number(&mut self, span: Span) -> Kind {
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

    pub(super) fn key(&mut self, key: &ObjectKey, around: Span) -> Expr {
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

    pub(super) fn call(&mut self, from: &FuncCall, span: Span) -> Kind {
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
            && let Err(why) = functions::pattern(pattern)
        {
            self.notes.push(Note::error(arguments[at].span, why).label("in this pattern"));
        }
        let expand = from.args.expand_final();
        Kind::Call(Box::new(Call { name: name.into(), function, arguments, expand }))
    }

    pub(super) fn unknown_function(&mut self, name: &str, span: Span) {
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

    pub(super) fn for_expression(&mut self, from: &ForExpr) -> Kind {
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
