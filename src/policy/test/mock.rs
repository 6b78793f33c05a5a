//! Mocks into values, in the order in which they refer to each other.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::compile::Operation;
use super::super::eval::{Eval, Fault, Memo, Shared, Subject};
use super::super::functions::Tools;
use super::super::value::{Cause, Dict, Value};
use super::file::{Mock, TestFile};

/// A mock's values.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) attrs: Option<Value<'a>>,
    pub(super) prior: Option<Value<'a>>,
    pub(super) meta: Option<Value<'a>>,
    pub(super) inputs: BTreeMap<String, Value<'a>>,
}

/// All values of a test file.
pub(super) struct Evaluated<'a> {
    /// By mock; an error is the mock's own.
    pub(super) states: Vec<Result<State<'a>, Fault<'a>>>,
    pub(super) inputs: Result<BTreeMap<String, Value<'a>>, Fault<'a>>,
}

/// Evaluates everything.
pub(super) fn evaluate<'a>(test: &'a TestFile, now: i64) -> Evaluated<'a> {
    let mut shared = Shared {
        locals: &test.locals,
        local_names: &test.local_names,
        inputs: Vec::new(),
        input_names: &test.input_names,
        memo: vec![Memo::Untouched; test.locals.len()],
        tools: Tools::new(now),
        strict_logic: false,
    };
    let mut inputs = Ok(BTreeMap::new());
    for (name, expr) in test.input_names.iter().zip(&test.inputs) {
        let value = Eval::new(&mut shared, Subject::NONE, None).eval(expr);
        if let (Ok(inputs), Ok(value)) = (&mut inputs, &value) {
            inputs.insert(name.clone(), value.clone());
        }
        if let Err(fault) = &value {
            inputs = Err(fault.clone());
        }
        shared.inputs.push(value);
    }
    // Values computed so far must not remember locals that wait for mocks.
    shared.memo.fill(Memo::Untouched);
    let needs = needs(test);
    let mut states: Vec<Option<Result<State<'a>, Fault<'a>>>> = vec![None; test.mocks.len()];
    let mut references = vec![Value::NULL; test.mocks.len()];
    loop {
        let ready: Vec<usize> = (0..test.mocks.len())
            .filter(|at| states[*at].is_none() && needs[*at].iter().all(|on| states[*on].is_some()))
            .collect();
        if ready.is_empty() {
            break;
        }
        for at in ready {
            let state = state(&test.mocks[at], &mut shared, &references);
            if let Ok(state) = &state {
                references[at] = reference(state);
            }
            states[at] = Some(state);
        }
    }
    let circular = |mock: &Mock| {
        let note = format!("Circular reference detected: {} depends on itself", mock.title());
        Err(Fault::new(mock.span, note))
    };
    let states = states.into_iter().zip(&test.mocks);
    Evaluated {
        states: states.map(|(state, mock)| state.unwrap_or_else(|| circular(mock))).collect(),
        inputs,
    }
}

/// The mocks that each mock refers to, also through locals.
fn needs(test: &TestFile) -> Vec<BTreeSet<usize>> {
    let mut of_locals: Vec<BTreeSet<usize>> =
        test.local_uses.iter().map(|uses| uses.mocks.clone()).collect();
    // As often as there are locals is enough for the longest chain.
    for _ in 0..of_locals.len() {
        let before: usize = of_locals.iter().map(BTreeSet::len).sum();
        for (at, uses) in test.local_uses.iter().enumerate() {
            let through: Vec<usize> =
                uses.locals.iter().flat_map(|on| of_locals[*on].iter().copied()).collect();
            of_locals[at].extend(through);
        }
        if of_locals.iter().map(BTreeSet::len).sum::<usize>() == before {
            break;
        }
    }
    let needs = test.mocks.iter().map(|mock| {
        let through = mock.uses.locals.iter().flat_map(|on| of_locals[*on].iter().copied());
        mock.uses.mocks.iter().copied().chain(through).collect()
    });
    needs.collect()
}

fn state<'a>(
    mock: &'a Mock,
    shared: &mut Shared<'a>,
    references: &[Value<'a>],
) -> Result<State<'a>, Fault<'a>> {
    shared.tools.refill();
    let mut value = |expr: &'a super::super::syntax::Expr| {
        let mut eval = Eval::new(shared, Subject::NONE, None);
        eval.mocks = references;
        eval.eval(expr)
    };
    let mut object = |expr: &'a Option<super::super::syntax::Expr>| match expr {
        None => Ok(None),
        Some(expr) => {
            let value = value(expr)?;
            if value.fields().is_none() && value.as_unknown().is_none() && !value.is_null() {
                return Err(Fault::new(expr.span, "an object is required here"));
            }
            Ok(Some(value.planned()))
        }
    };
    let mut attrs = object(&mock.attrs)?;
    let prior = object(&mock.prior)?;
    let meta = object(&mock.meta)?;
    for path in &mock.unknown {
        let steps: Vec<&str> = path.split('.').collect();
        let name = format!("attrs.{path}");
        let base = attrs.take().unwrap_or_else(|| Value::dict(Dict::Plan, Vec::new()));
        attrs = Some(with_unknown(base, &steps, &name));
    }
    let mut inputs = BTreeMap::new();
    for (name, expr) in &mock.inputs {
        inputs.insert(name.clone(), value(expr)?);
    }
    Ok(State { attrs, prior, meta, inputs })
}

/// The object with the attribute at the end of the path unknown.
fn with_unknown<'a>(of: Value<'a>, steps: &[&str], name: &str) -> Value<'a> {
    let Some((step, rest)) = steps.split_first() else {
        return Value::unknown(Cause::Named(Rc::from(name)));
    };
    if let (Some(items), Ok(index)) = (of.items(), step.parse::<usize>()) {
        let mut items = items.to_vec();
        if let Some(item) = items.get_mut(index) {
            *item = with_unknown(item.clone(), rest, name);
        }
        return Value::seq(super::super::value::Seq::Plan, items);
    }
    let mut entries: Vec<_> = of.fields().map(|fields| fields.iter().collect()).unwrap_or_default();
    let old = entries.iter().find(|(key, _)| **key == **step).map(|(_, value)| value.clone());
    let old = old.unwrap_or_else(|| Value::dict(Dict::Plan, Vec::new()));
    entries.retain(|(key, _)| **key != **step);
    entries.push(((*step).to_owned().into(), with_unknown(old, rest, name)));
    Value::dict(Dict::Plan, entries)
}

/// What `TYPE.NAME` is: its attributes, and `attrs` and `prior_attrs` besides.
fn reference<'a>(state: &State<'a>) -> Value<'a> {
    let attrs = state.attrs.clone().unwrap_or(Value::NULL);
    let mut entries: Vec<_> =
        attrs.fields().map(|fields| fields.iter().collect()).unwrap_or_default();
    for (name, value) in [("attrs", Some(attrs)), ("prior_attrs", state.prior.clone())] {
        if let Some(value) = value
            && !entries.iter().any(|(key, _)| &**key == name)
        {
            entries.push((name.into(), value));
        }
    }
    Value::dict(Dict::Plan, entries)
}

impl State<'_> {
    /// The operation: `meta.operation`, or what the states imply.
    pub(super) fn operation(&self) -> Result<Operation, String> {
        let stated = self.meta.as_ref().and_then(Value::fields).and_then(|f| f.get("operation"));
        if let Some(stated) = stated.filter(|stated| !stated.is_null()) {
            let Some(word) = stated.as_str() else {
                return Err("non-string `operation` in `meta`".into());
            };
            return word.parse().map_err(|()| format!("`{word}` is no operation"));
        }
        let has = |value: &Option<Value<'_>>| {
            value
                .as_ref()
                .is_some_and(|v| v.fields().is_none_or(|fields| fields.len() > 0) && !v.is_null())
        };
        Ok(match (has(&self.attrs), has(&self.prior)) {
            (true, true) => Operation::Update,
            (false, true) => Operation::Delete,
            (true | false, false) => Operation::Create,
        })
    }

    /// Whether there is no state at all.
    pub(super) fn is_empty(&self) -> bool {
        let empty = |value: &Option<Value<'_>>| {
            value.as_ref().is_none_or(|v| v.is_null() || v.fields().is_some_and(|f| f.len() == 0))
        };
        empty(&self.attrs) && empty(&self.prior)
    }
}
