//! For tests: one expression, evaluated on its own.

use std::collections::{BTreeMap, BTreeSet};

use super::compile::Context;
use super::eval::{Eval, Memo, Shared, Subject};
use super::functions::Tools;
use super::source::{Note, Weight};
use super::syntax::scope::{Names, Place, PolicyKind, Scope};
use super::value::{PlanObject, Value, show};
use crate::plan::{Json, Mask};

/// What an expression came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// JSON of the value.
    Value(String),
    Unknown(Vec<String>),
    Error(String),
    /// Refused when it was loaded.
    Invalid(String),
}

/// `attrs` as the texts of `after`, `after_unknown` and `after_sensitive`.
pub(super) fn answer(text: &str, attrs: [&str; 3]) -> Answer {
    let json = Json::decode(attrs[0]).unwrap();
    let [unknown, sensitive] =
        [attrs[1], attrs[2]].map(|mask| Mask::from_json(&Json::decode(mask).unwrap()));
    let object = PlanObject {
        name: "attrs".into(),
        address: "",
        json: &json,
        unknown: &unknown,
        sensitive: &sensitive,
    };
    let parsed = match super::syntax::parse_expression(text) {
        Ok(parsed) => parsed,
        Err(note) => return Answer::Invalid(note.message),
    };
    let (none, no_mocks, clear) = (Names::new(), BTreeMap::new(), BTreeSet::new());
    let scope = Scope {
        place: Place::Policy(PolicyKind::Resource),
        inputs: &none,
        locals: &none,
        ambiguous: &clear,
        own: &none,
        top: &none,
        mocks: &no_mocks,
    };
    let mut cx = Context { file: 0, text, scope: &scope, notes: Vec::new() };
    let (expr, _) = cx.lower(&parsed, scope.place, &none);
    let errors: Vec<Note> = cx.notes.into_iter().filter(|n| n.severity == Weight::Error).collect();
    if let Some(note) = errors.first() {
        return Answer::Invalid(note.message.clone());
    }
    let mut shared = Shared {
        locals: &[],
        local_names: &[],
        inputs: Vec::new(),
        input_names: &[],
        memo: Vec::<Memo<'_>>::new(),
        tools: Tools::new(1_500_000_000),
        strict_logic: false,
    };
    let subject = Subject { attrs: Value::plan(&object), ..Subject::NONE };

    match Eval::new(&mut shared, subject, None).eval(&expr) {
        Err(fault) => Answer::Error(fault.message()),
        Ok(value) => {
            let mut unknown = None;
            value.survey(&mut unknown);
            if let Some(unknown) = unknown {
                Answer::Unknown(unknown.paths())
            } else {
                let mut out = String::new();
                show::json(&value, &mut out);
                Answer::Value(out)
            }
        }
    }
}

/// The same without attributes.
pub(super) fn plain(text: &str) -> Answer {
    answer(text, ["{}", "false", "false"])
}
