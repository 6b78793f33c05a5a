//! `.name`, `[key]` and `[*]`.

use super::super::source::Span;
use super::super::syntax::Expr;
use super::super::value::{Data, Dict, Seq, Value, convert};
use super::{Eval, Fault, Outcome};

/// `of.name`
pub(super) fn attribute<'a>(of: &Value<'a>, name: &'a str, span: Span) -> Outcome<'a> {
    let found = match &of.data {
        Data::View(view) if !view.is_array() => view.key(name),
        Data::Dict(_, entries) => entries
            .binary_search_by(|(key, _)| (**key).cmp(name))
            .ok()
            .map(|at| entries[at].1.clone()),
        Data::Unknown(_) => return Ok(of.clone()),
        Data::Null => {
            let note = format!("cannot read `{name}` of a null value");
            return Err(Fault::new(span, note));
        }
        Data::View(_) | Data::Seq(..) => {
            let noun = of.noun();
            let note = format!(
                "a {noun} has no attribute `{name}`; take an element with `[0]`, or all with `[*]`"
            );
            return Err(Fault::new(span, note));
        }
        Data::Bool(_) | Data::Number(_) | Data::String(_) => {
            return Err(Fault::new(span, format!("a {} has no attributes", of.noun())));
        }
    };
    match found {
        Some(value) => Ok(value.with_mark(of.marked)),
        None => Err(Fault::missing(span, name)),
    }
}

/// `of[key]`
pub(super) fn index<'a>(of: &Value<'a>, key: &Value<'a>, span: Span) -> Outcome<'a> {
    let marked = of.marked || key.marked;
    if of.as_unknown().is_some() {
        return Ok(of.clone().with_mark(marked));
    }
    if of.is_null() {
        return Err(Fault::new(span, "cannot take an element of a null value"));
    }
    if key.is_null() {
        return Err(Fault::new(span, "a null value is not an index"));
    }
    if key.as_unknown().is_some() {
        return Ok(key.clone().with_mark(marked));
    }
    if let Some(items) = of.items() {
        if of.seq_kind() == Some(Seq::Set) {
            let note = "the elements of a set have no order; make a list of it with `core::tolist`";
            return Err(Fault::new(span, note));
        }
        let at = convert::to_number(key).map_err(|why| Fault::new(span, why))?;
        let Some(at) = at.to_i64() else {
            return Err(Fault::new(span, "an index must be a whole number"));
        };
        let found = usize::try_from(at).ok().and_then(|at| items.get(at));
        return found.map(|value| value.with_mark(marked)).ok_or_else(|| {
            let note = format!("there is no element {at}: the {} has {}", of.noun(), items.len());
            Fault::new(span, note)
        });
    }
    let Some(fields) = of.fields() else {
        return Err(Fault::new(span, format!("a {} has no elements", of.noun())));
    };
    let name = convert::to_text(key).map_err(|why| Fault::new(span, why))?;
    match fields.get(&name) {
        Some(value) => Ok(value.with_mark(marked)),
        None if of.dict_kind() == Some(Dict::Object) => {
            Err(Fault::new(span, format!("this object has no attribute `{}`", &*name)))
        }
        None => Err(Fault::new(span, format!("there is no element with the key {:?}", &*name))),
    }
}

/// Whether the type of a value is not known from the value: then a conditional leaves it be.
pub(super) fn is_open(value: &Value<'_>) -> bool {
    matches!(
        value.data,
        Data::Null
            | Data::Unknown(_)
            | Data::View(_)
            | Data::Seq(Seq::Plan, _)
            | Data::Dict(Dict::Plan, _)
    )
}

impl<'a> Eval<'a, '_> {
    /// `source[*].rest`: the rest for every element; null has none, a lone value is one.
    pub(super) fn splat(&mut self, source: &'a Expr, each: &'a Expr) -> Outcome<'a> {
        let source = self.eval(source)?;
        if source.as_unknown().is_some() {
            return Ok(source);
        }
        if source.is_null() {
            return Ok(Value::tuple(Vec::new()));
        }
        let marked = source.marked;
        let kind = match source.seq_kind() {
            Some(Seq::List | Seq::Set) => Seq::List,
            Some(Seq::Plan) => Seq::Plan,
            Some(Seq::Tuple) | None => Seq::Tuple,
        };
        let elements = match source.items() {
            Some(items) => items.to_vec(),
            None => vec![source],
        };
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            self.variables.push(element);
            let value = self.eval(each);
            self.variables.pop();
            values.push(value?);
        }
        Ok(Value::seq(kind, values).with_mark(marked))
    }
}
