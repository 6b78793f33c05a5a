//! The expressions that are evaluated: names resolved, spans kept, everything else gone.

use super::super::functions::Function;
use super::super::source::Span;
use super::super::value::Num;

/// An expression and where it stands.
#[derive(Debug)]
pub(crate) struct Expr {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// What an expression is.
#[derive(Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(Num),
    String(Box<str>),
    Template(Vec<Part>),
    Tuple(Vec<Expr>),
    Object(Vec<(Expr, Expr)>),
    /// `attrs`
    Attrs,
    /// `prior_attrs`
    Prior,
    /// `meta`
    Meta,
    /// `input` as a whole.
    Inputs,
    /// `input.x`, by position in the set.
    Input(usize),
    /// `local` as a whole.
    Locals,
    /// `local.x` of a file, by position in the set.
    Local(usize),
    /// `local.x` of the policy itself, by position in its block.
    OwnLocal(usize),
    /// A variable of `for` or a splat, by depth.
    Variable(usize),
    /// A mock of the test file, by position.
    Mock(usize),
    /// A name that does not exist; an error only when it is reached, for the sake of `try`.
    Undefined(Box<str>),
    Attr(Box<Expr>, Box<str>),
    Index(Box<(Expr, Expr)>),
    /// `source[*]…`; the second expression is the rest, with the element as a variable.
    Splat(Box<(Expr, Expr)>),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    Binary(Op, Box<(Expr, Expr)>),
    Conditional(Box<Conditional>),
    For(Box<For>),
    Call(Box<Call>),
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
}

/// `condition ? yes : no`
#[derive(Debug)]
pub(crate) struct Conditional {
    pub(crate) condition: Expr,
    pub(crate) yes: Expr,
    pub(crate) no: Expr,
    /// Both branches are of one primitive type for sure, so only one need be evaluated.
    pub(crate) same_type: bool,
}

/// `[for key, value in collection : item if condition]` and its object form. Key and value
/// take two variables, also when the key has no name.
#[derive(Debug)]
pub(crate) struct For {
    pub(crate) collection: Expr,
    pub(crate) key: Option<Expr>,
    pub(crate) item: Expr,
    pub(crate) condition: Option<Expr>,
    pub(crate) group: bool,
}

/// A function call.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) name: Box<str>,
    /// `None`: no such function, an error when reached.
    pub(crate) function: Option<&'static Function>,
    pub(crate) arguments: Vec<Expr>,
    /// The last argument is a list of arguments (`...`).
    pub(crate) expand: bool,
}

/// A piece of a template.
#[derive(Debug)]
pub(crate) enum Part {
    Text(Box<str>),
    Value(Expr),
    If { condition: Expr, yes: Vec<Part>, no: Vec<Part> },
    For { collection: Expr, parts: Vec<Part> },
}

/// A primitive type that an expression is known to have before it is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Primitive {
    Bool,
    Number,
    String,
}

impl Expr {
    /// The primitive type of every known value of this expression, if it is plain to see.
    pub(crate) fn primitive(&self) -> Option<Primitive> {
        match &self.kind {
            Kind::Bool(_) | Kind::Not(_) => Some(Primitive::Bool),
            Kind::Number(_) | Kind::Negate(_) => Some(Primitive::Number),
            Kind::String(_) | Kind::Template(_) => Some(Primitive::String),
            Kind::Binary(op, _) => Some(match op {
                Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Remainder => {
                    Primitive::Number
                }
                Op::Equal
                | Op::NotEqual
                | Op::Less
                | Op::LessEqual
                | Op::Greater
                | Op::GreaterEqual
                | Op::And
                | Op::Or => Primitive::Bool,
            }),
            Kind::Conditional(conditional) if conditional.same_type => conditional.yes.primitive(),
            Kind::Call(call) => call.function.and_then(|function| function.returns),
            Kind::Null
            | Kind::Tuple(_)
            | Kind::Object(_)
            | Kind::Attrs
            | Kind::Prior
            | Kind::Meta
            | Kind::Inputs
            | Kind::Input(_)
            | Kind::Locals
            | Kind::Local(_)
            | Kind::OwnLocal(_)
            | Kind::Variable(_)
            | Kind::Mock(_)
            | Kind::Undefined(_)
            | Kind::Attr(..)
            | Kind::Index(_)
            | Kind::Splat(_)
            | Kind::Conditional(_)
            | Kind::For(_) => None,
        }
    }
}
