//! One policy on one object: level, filter, conditions, messages.

use super::super::compile::{Enforce, Policy};
use super::super::eval::{Eval, Fault};
use super::super::set::PolicySet;
use super::super::source::Note;
use super::super::value::convert::{to_bool, to_text};
use super::super::value::{Unknown, Value};
use super::{PolicyOutcome, Verdict};
use crate::finding::Level;

/// Fills in the outcome.
pub(super) fn judge<'a>(
    set: &'a PolicySet,
    policy: &'a Policy,
    eval: &mut Eval<'a, '_>,
    outcome: &mut PolicyOutcome,
) {
    let error = |fault: &Fault<'_>| {
        let mut problem = set.compiled.files.problem(fault.note());
        problem.severity = super::super::source::Weight::Error;
        Verdict::Error(Box::new(problem))
    };
    match level(policy, eval) {
        Ok(level) => outcome.level = Some(level),
        Err(fault) => {
            outcome.verdict = error(&fault);
            return;
        }
    }
    match filter(policy, eval) {
        Ok(Truth::Yes) => {}
        Ok(Truth::No) => return,
        Ok(Truth::Unknown(unknown)) => {
            let conditions = policy.filter.iter();
            let text = |expr: &super::super::syntax::Expr| {
                format!("filter = {}", set.compiled.files.text(expr.span))
            };
            outcome.verdict = Verdict::Unknown {
                paths: unknown.paths(),
                conditions: conditions.map(text).collect(),
            };
            return;
        }
        Err(fault) => {
            outcome.verdict = error(&fault);
            return;
        }
    }
    let mut failed = None;
    let (mut denials, mut unsure, mut unknown) = (Vec::new(), Vec::new(), None);
    for enforce in &policy.enforces {
        let condition = set.compiled.files.text(enforce.condition.span);
        match truth(&enforce.condition, eval) {
            Ok(Truth::Yes) => {}
            Ok(Truth::No) => denials.push(denial(set, enforce, condition, eval, outcome)),
            Ok(Truth::Unknown(cause)) => {
                Unknown::join(&mut unknown, &cause);
                unsure.push(condition.to_owned());
            }
            Err(fault) => {
                failed.get_or_insert(error(&fault));
            }
        }
        if let Some(expr) = &enforce.info_message {
            match eval.message(expr) {
                Ok(text) => outcome.infos.push(text),
                Err(fault) => outcome.warnings.push(note(set, &fault, "`info_message`")),
            }
        }
    }
    outcome.verdict = match (failed, unknown) {
        (Some(error), _) => error,
        (None, _) if !denials.is_empty() => Verdict::Deny { messages: denials },
        (None, Some(unknown)) => Verdict::Unknown { paths: unknown.paths(), conditions: unsure },
        (None, None) => Verdict::Allow,
    };
}

fn note(set: &PolicySet, fault: &Fault<'_>, what: &str) -> super::Problem {
    let text = format!("{what} could not be put together: {}", fault.message());
    set.compiled.files.problem(Note::warning(fault.span, text))
}

fn denial<'a>(
    set: &PolicySet,
    enforce: &'a Enforce,
    condition: &str,
    eval: &mut Eval<'a, '_>,
    outcome: &mut PolicyOutcome,
) -> String {
    let fallback = || format!("the condition does not hold: {condition}");
    let Some(expr) = &enforce.error_message else { return fallback() };
    match eval.message(expr) {
        Ok(text) => text,
        Err(fault) => {
            outcome.warnings.push(note(set, &fault, "`error_message`"));
            set.compiled.files.text(expr.span).to_owned()
        }
    }
}

fn level<'a>(policy: &'a Policy, eval: &mut Eval<'a, '_>) -> Result<Level, Fault<'a>> {
    let Some(expr) = &policy.level else { return Ok(Level::Mandatory) };
    let value: Value<'a> = eval.eval(expr)?;
    if value.as_unknown().is_some() {
        return Err(Fault::new(expr.span, "the enforcement level must be known"));
    }
    let word = to_text(&value)
        .map_err(|why| Fault::new(expr.span, format!("the enforcement level: {why}")))?;
    word.parse().map_err(|()| {
        let known = "advisory, mandatory_overridable or mandatory";
        Fault::new(expr.span, format!("`{}` is no enforcement level; use {known}", &*word))
    })
}

enum Truth<'a> {
    Yes,
    No,
    Unknown(Unknown<'a>),
}

fn filter<'a>(policy: &'a Policy, eval: &mut Eval<'a, '_>) -> Result<Truth<'a>, Fault<'a>> {
    policy.filter.as_ref().map_or(Ok(Truth::Yes), |expr| truth(expr, eval))
}

fn truth<'a>(
    expr: &'a super::super::syntax::Expr,
    eval: &mut Eval<'a, '_>,
) -> Result<Truth<'a>, Fault<'a>> {
    let value = eval.eval(expr)?;
    if let Some(unknown) = value.as_unknown() {
        return Ok(Truth::Unknown(unknown.clone()));
    }
    let held =
        to_bool(&value).map_err(|why| Fault::new(expr.span, format!("the condition: {why}")))?;
    Ok(if held { Truth::Yes } else { Truth::No })
}
