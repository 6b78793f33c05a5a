//! Evaluation: expressions over borrowed values.
//!
//! One [`Eval`] judges one object by one policy. What is the same for all objects (inputs,
//! locals of files, compiled patterns) is in [`Shared`], which its owner keeps from object to
//! object; nothing here is shared between threads.
//!
//! A policy is text from anywhere, so evaluation is bounded: in depth, because the stack is,
//! and in steps, because locals that double each other are a bomb.

mod access;
mod call;
pub(crate) mod fault;
mod loops;
mod operators;
mod text;

use std::rc::Rc;

pub(crate) use fault::Fault;

use super::functions::Tools;
use super::lookup::Lookup;
use super::source::Span;
use super::syntax::{Expr, Kind};
use super::value::types::Type;
use super::value::{Cause, Dict, Entries, Value};

/// The deepest that expressions and the locals they use may nest.
const MAX_DEPTH: u32 = 320;

pub(crate) type Outcome<'a> = Result<Value<'a>, Fault<'a>>;

/// A value that is computed when first asked for.
#[derive(Clone)]
pub(crate) enum Memo<'a> {
    Untouched,
    /// Being computed: meeting it again is a cycle.
    Busy,
    Done(Outcome<'a>),
}

/// What all evaluations of one thread share.
pub(crate) struct Shared<'a> {
    /// Expressions of the files' locals, by position.
    pub(crate) locals: &'a [Expr],
    pub(crate) local_names: &'a [String],
    /// Values of inputs, by position.
    pub(crate) inputs: Vec<Outcome<'a>>,
    pub(crate) input_names: &'a [String],
    pub(crate) memo: Vec<Memo<'a>>,
    pub(crate) tools: Tools,
    /// Evaluate the right side of `&&` and `||` even when the left one decides.
    pub(crate) strict_logic: bool,
}

/// The object under judgement, as the roots of traversals see it.
#[derive(Clone)]
pub(crate) struct Subject<'a> {
    pub(crate) attrs: Value<'a>,
    pub(crate) prior: Value<'a>,
    pub(crate) meta: Value<'a>,
}

impl Subject<'_> {
    /// Nothing: for the locals of files and the values of tests.
    pub(crate) const NONE: Self =
        Self { attrs: Value::NULL, prior: Value::NULL, meta: Value::NULL };
}

/// One evaluation.
pub(crate) struct Eval<'a, 'j> {
    pub(crate) shared: &'j mut Shared<'a>,
    pub(crate) subject: Subject<'a>,
    pub(crate) own: &'a [Expr],
    pub(crate) own_memo: Vec<Memo<'a>>,
    pub(crate) own_names: &'a [String],
    pub(crate) lookup: Option<&'j dyn Lookup<'a>>,
    pub(crate) mocks: &'j [Value<'a>],
    pub(crate) warnings: Vec<(Span, String)>,
    variables: Vec<Value<'a>>,
    depth: u32,
}

impl<'a, 'j> Eval<'a, 'j> {
    pub(crate) fn new(
        shared: &'j mut Shared<'a>,
        subject: Subject<'a>,
        lookup: Option<&'j dyn Lookup<'a>>,
    ) -> Self {
        Self {
            shared,
            subject,
            own: &[],
            own_memo: Vec::new(),
            own_names: &[],
            lookup,
            mocks: &[],
            warnings: Vec::new(),
            variables: Vec::new(),
            depth: 0,
        }
    }

    pub(crate) fn eval(&mut self, expr: &'a Expr) -> Outcome<'a> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault::new(expr.span, "expressions and locals are nested too deeply"));
        }
        self.spend(1, expr.span)?;
        self.depth += 1;
        let value = self.kind(expr);
        self.depth -= 1;
        value
    }

    pub(crate) fn spend(&mut self, steps: usize, span: Span) -> Result<(), Fault<'a>> {
        self.shared.tools.spend(steps).map_err(|why| Fault::new(span, why))
    }

    fn kind(&mut self, expr: &'a Expr) -> Outcome<'a> {
        match &expr.kind {
            Kind::Null => Ok(Value::NULL),
            Kind::Bool(value) => Ok(Value::bool(*value)),
            Kind::Number(number) => Ok(Value::number(number.clone())),
            Kind::String(text) => Ok(Value::string(&**text)),
            Kind::Template(parts) => self.template(parts, expr.span),
            Kind::Tuple(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(self.eval(item)?);
                }
                Ok(Value::tuple(values))
            }
            Kind::Object(entries) => self.object(entries),
            Kind::Attrs => Ok(self.subject.attrs.clone()),
            Kind::Prior => Ok(self.subject.prior.clone()),
            Kind::Meta => Ok(self.subject.meta.clone()),
            Kind::Input(at) => self.input(*at, expr.span),
            Kind::Inputs => self.all_inputs(expr.span),
            Kind::Local(at) => self.local(*at, expr.span),
            Kind::OwnLocal(at) => self.own_local(*at, expr.span),
            Kind::Locals => self.all_locals(expr.span),
            Kind::Variable(at) => self
                .variables
                .get(*at)
                .cloned()
                .ok_or_else(|| Fault::new(expr.span, "a variable of `for` is out of scope")),
            Kind::Mock(at) => self
                .mocks
                .get(*at)
                .cloned()
                .ok_or_else(|| Fault::new(expr.span, "this mock has no value")),
            Kind::Undefined(name) => {
                Err(Fault::new(expr.span, format!("there is no `{name}` here")))
            }
            Kind::Attr(of, name) => {
                let of = self.eval(of)?;
                access::attribute(&of, name, expr.span)
            }
            Kind::Index(sides) => {
                let of = self.eval(&sides.0)?;
                let key = self.eval(&sides.1)?;
                access::index(&of, &key, expr.span)
            }
            Kind::Splat(sides) => self.splat(&sides.0, &sides.1),
            Kind::Not(inner) => self.not(inner),
            Kind::Negate(inner) => self.negate(inner),
            Kind::Binary(op, sides) => self.binary(*op, &sides.0, &sides.1),
            Kind::Conditional(conditional) => self.conditional(conditional, expr.span),
            Kind::For(of) => self.for_expression(of),
            Kind::Call(call) => self.call(call, expr.span),
        }
    }

    fn object(&mut self, entries: &'a [(Expr, Expr)]) -> Outcome<'a> {
        let mut made: Entries<'a> = Vec::with_capacity(entries.len());
        let (mut unknown, mut marked) = (None, false);
        for (key, value) in entries {
            let name = self.eval(key)?;
            let value = self.eval(value)?;
            marked |= name.marked;
            if let Some(cause) = name.as_unknown() {
                super::value::Unknown::join(&mut unknown, cause);
                continue;
            }
            let name = super::value::convert::to_text(&name)
                .map_err(|why| Fault::new(key.span, format!("a key of an object: {why}")))?;
            made.push((name, value));
        }
        let object = match unknown {
            Some(unknown) => super::value::Data::Unknown(unknown).into(),
            None => Value::dict(Dict::Object, made),
        };
        Ok(object.with_mark(marked))
    }

    fn input(&mut self, at: usize, span: Span) -> Outcome<'a> {
        let value = self.shared.inputs.get(at).cloned();
        value.unwrap_or_else(|| Err(Fault::new(span, "this input has no value")))
    }

    fn all_inputs(&mut self, span: Span) -> Outcome<'a> {
        let names = self.shared.input_names;
        let mut entries: Entries<'a> = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            entries.push((name.as_str().into(), self.input(at, span)?));
        }
        Ok(Value::dict(Dict::Object, entries))
    }

    fn all_locals(&mut self, span: Span) -> Outcome<'a> {
        let names = self.shared.local_names;
        let mut entries: Entries<'a> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            entries.push((name.as_str().into(), self.local(at, span)?));
        }
        for (at, name) in self.own_names.iter().enumerate() {
            entries.push((name.as_str().into(), self.own_local(at, span)?));
        }
        Ok(Value::dict(Dict::Object, entries))
    }

    /// A local of a file. It cannot see the object under judgement, so its value holds for
    /// all of them.
    fn local(&mut self, at: usize, span: Span) -> Outcome<'a> {
        match self.shared.memo.get(at) {
            Some(Memo::Done(value)) => return value.clone(),
            Some(Memo::Busy) => return Err(Fault::new(span, "this local refers to itself")),
            Some(Memo::Untouched) | None => {}
        }
        let locals = self.shared.locals;
        let Some(expr) = locals.get(at) else {
            return Err(Fault::new(span, "this local has no value"));
        };
        self.shared.memo[at] = Memo::Busy;
        let variables = std::mem::take(&mut self.variables);
        let value = self.eval(expr);
        self.variables = variables;
        self.shared.memo[at] = Memo::Done(value.clone());
        value
    }

    fn own_local(&mut self, at: usize, span: Span) -> Outcome<'a> {
        if self.own_memo.len() < self.own.len() {
            self.own_memo.resize(self.own.len(), Memo::Untouched);
        }
        match self.own_memo.get(at) {
            Some(Memo::Done(value)) => return value.clone(),
            Some(Memo::Busy) => return Err(Fault::new(span, "this local refers to itself")),
            Some(Memo::Untouched) => {}
            None => return Err(Fault::new(span, "this local has no value")),
        }
        self.own_memo[at] = Memo::Busy;
        let variables = std::mem::take(&mut self.variables);
        let value = self.eval(&self.own[at]);
        self.variables = variables;
        self.own_memo[at] = Memo::Done(value.clone());
        value
    }

    fn conditional(
        &mut self,
        conditional: &'a super::syntax::Conditional,
        span: Span,
    ) -> Outcome<'a> {
        let condition = self.eval(&conditional.condition)?;
        if condition.as_unknown().is_some() {
            return Ok(condition);
        }
        let chosen = super::value::convert::to_bool(&condition).map_err(|why| {
            Fault::new(conditional.condition.span, format!("the condition of `? :`: {why}"))
        })?;
        let (taken, other) = if chosen {
            (&conditional.yes, &conditional.no)
        } else {
            (&conditional.no, &conditional.yes)
        };
        let value = self.eval(taken)?.with_mark(condition.marked);
        if conditional.same_type || matches!(other.kind, Kind::Null) || access::is_open(&value) {
            return Ok(value);
        }
        // The other branch decides the type only: its errors do not count.
        let Ok(other) = self.eval(other) else { return Ok(value) };
        let (a, b) = (Type::of(&value), Type::of(&other));
        if a == b || a.is_open() || b.is_open() {
            return Ok(value);
        }
        let shared = Type::unify(&[a.clone(), b.clone()]).ok_or_else(|| {
            let (yes, no) = if chosen { (a, b) } else { (b, a) };
            let types = format!("{} and {}", yes.show(), no.show());
            Fault::new(span, format!("the two results of `? :` have different types: {types}"))
        })?;
        super::value::convert::convert(&value, &shared).map_err(|why| Fault::new(span, why))
    }

    pub(crate) fn unknown(name: &str) -> Value<'a> {
        Value::unknown(Cause::Named(Rc::from(name)))
    }
}
