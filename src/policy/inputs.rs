//! Values for the inputs of policies, from several places, of which the first counts.

use std::collections::BTreeMap;

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, ObjectKey};

use super::compile::{Compiled, Input};
use super::eval::{Eval, Fault, Outcome, Shared, Subject};
use super::source::{File, Files, Note, PolicyErrors, Span};
use super::syntax;
use super::value::Value;
use super::value::convert::convert;
use super::value::types::{Literal, Type};

/// One given value.
#[derive(Clone, Debug)]
enum Given {
    /// From a command line or an environment variable: text, or an expression if the input
    /// is no string.
    Text(String),
    /// From a file.
    Literal(Literal),
}

/// Layers of values, the strongest first: `--input`, `--input-file`, `TFPOLICY_INPUT_*`,
/// `.tfgate.hcl`.
#[derive(Clone, Debug, Default)]
pub struct Inputs(Vec<BTreeMap<String, Given>>);

impl Inputs {
    /// No values: every input has its default.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a weaker layer of `name=value` texts.
    #[must_use]
    pub fn texts(mut self, values: impl IntoIterator<Item = (String, String)>) -> Self {
        self.0.push(values.into_iter().map(|(name, text)| (name, Given::Text(text))).collect());
        self
    }

    /// Adds a weaker layer from the attributes of a body in `.tfgate.hcl`. Gives back the
    /// names of those that are no constants.
    pub fn body(&mut self, body: &hcl_edit::structure::Body) -> Vec<String> {
        let (mut layer, mut wrong) = (BTreeMap::new(), Vec::new());
        for attribute in body.attributes() {
            let name = attribute.key.as_str().to_owned();
            match literal(&attribute.value) {
                Some(value) => {
                    layer.insert(name, Given::Literal(value));
                }
                None => wrong.push(name),
            }
        }
        self.0.push(layer);
        wrong
    }

    /// Names that no policy declares, for a warning.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|layer| layer.keys().map(String::as_str))
    }

    fn find(&self, name: &str) -> Option<&Given> {
        self.0.iter().find_map(|layer| layer.get(name))
    }
}

/// Adds a weaker layer from a file of `name = value` lines (tfvars syntax).
pub fn parse_input_file(inputs: &mut Inputs, name: &str, text: &str) -> Result<(), PolicyErrors> {
    let mut files = Files::default();
    let file = File { dir: String::new(), name: name.to_owned(), text: text.into() };
    let file = files.add(file);
    let fail = |note: Note| PolicyErrors(vec![files.problem(note)]);
    let body = syntax::parse(file, text).map_err(fail)?;
    let wrong = inputs.body(&body);
    if let Some(name) = wrong.first()
        && let Some(attribute) = body.get_attribute(name)
    {
        let span = Span::new(file, attribute.value.span().unwrap_or(0..0));
        return Err(fail(Note::error(span, "an input file holds constants only")));
    }
    Ok(())
}

/// A constant expression; `None` for anything that would have to be evaluated.
pub(crate) fn literal(from: &Expression) -> Option<Literal> {
    Some(match from {
        Expression::Null(_) => Literal::Null,
        Expression::Bool(value) => Literal::Bool(*value.value()),
        Expression::Number(number) => Literal::Number(
            number.as_repr().map_or_else(|| number.value().to_string(), |repr| repr.to_string()),
        ),
        Expression::String(text) => Literal::String(text.value().clone()),
        Expression::HeredocTemplate(text) => match text.template.as_single_element() {
            Some(element) => Literal::String(element.as_literal()?.to_string()),
            None => Literal::String(String::new()),
        },
        Expression::Parenthesis(inner) => literal(inner.inner())?,
        Expression::Array(items) => {
            Literal::Tuple(items.iter().map(literal).collect::<Option<_>>()?)
        }
        Expression::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let name = match key {
                    ObjectKey::Ident(name) => name.as_str().to_owned(),
                    ObjectKey::Expression(key) => key.as_str()?.to_owned(),
                };
                Some((name, literal(value.expr())?))
            });
            Literal::Object(entries.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// Computes all inputs into `shared`. `fixed` beats every layer: tests set inputs so.
pub(crate) fn fill<'a>(
    set: &'a Compiled,
    given: &Inputs,
    fixed: &BTreeMap<String, Value<'a>>,
    shared: &mut Shared<'a>,
) {
    let mut values = Vec::with_capacity(set.inputs.len());
    for input in &set.inputs {
        let value = one(input, given, fixed, shared);
        values.push(value.map(|value| value.with_mark(input.sensitive)));
    }
    shared.inputs = values;
}

fn one<'a>(
    input: &'a Input,
    given: &Inputs,
    fixed: &BTreeMap<String, Value<'a>>,
    shared: &mut Shared<'a>,
) -> Outcome<'a> {
    let fault = |why: String| Fault::new(input.span, format!("the input `{}`: {why}", input.name));
    let value = if let Some(value) = fixed.get(&input.name) {
        value.clone()
    } else if let Some(given) = given.find(&input.name) {
        match given {
            Given::Literal(literal) => literal.value(),
            Given::Text(text) if matches!(input.of, Type::String | Type::Any) => {
                Value::string(text.clone())
            }
            Given::Text(text) => syntax::parse_expression(text)
                .ok()
                .and_then(|expression| literal(&expression))
                .ok_or_else(|| {
                    fault(format!("{text:?} is no constant of type {}", input.of.show()))
                })?
                .value(),
        }
    } else if let Some(default) = &input.default {
        Eval::new(shared, Subject::NONE, None).eval(default)?
    } else if input.nullable {
        Value::NULL
    } else {
        let why = "has no value and no default; give one with --input".to_owned();
        return Err(Fault::new(input.span, format!("the input `{}` {why}", input.name)));
    };
    if value.is_null() && !input.nullable {
        if let (Some(default), true) = (&input.default, given.find(&input.name).is_some()) {
            // Null means "take the default" where null itself is not allowed.
            let value = Eval::new(shared, Subject::NONE, None).eval(default)?;
            return convert(&value, &input.of).map_err(|why| fault(why.into_owned()));
        }
        return Err(fault("must not be null".into()));
    }
    convert(&value, &input.of).map_err(|why| fault(why.into_owned()))
}
