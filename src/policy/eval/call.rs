//! Function calls: what is common to all functions, and the few that are not like others.
//!
//! `try` and `can` get expressions, not values; the lookups ask the host. For the rest the
//! rules of cty hold: arguments are converted to the parameters' types, null is an error
//! unless a parameter allows it, and an unknown argument makes the result unknown.

use super::super::functions::{Body, Function, Of, Param, Special};
use super::super::lookup::{Data as Fetched, Found};
use super::super::source::Span;
use super::super::syntax::{Call, Expr};
use super::super::value::convert::{to_bool, to_number, to_text};
use super::super::value::{Data, Unknown, Value};
use super::{Eval, Fault, Outcome};

impl<'a> Eval<'a, '_> {
    pub(super) fn call(&mut self, call: &'a Call, span: Span) -> Outcome<'a> {
        let Some(function) = call.function else {
            return Err(Fault::new(span, unknown_function(&call.name)));
        };
        match function.body {
            Body::Plain(run) => {
                let mut arguments = self.arguments(call)?;
                let given = arguments.len();
                if given < function.least() || function.most().is_some_and(|most| given > most) {
                    let note = format!("`{}` takes {}, not {given}", call.name, function.arity());
                    return Err(Fault::new(span, note));
                }
                let ready = prepare(function, &mut arguments)
                    .map_err(|(at, why)| argument(call, span, at, &why))?;
                if let Some(unknown) = ready.unknown {
                    return Ok(Value::from(Data::Unknown(unknown)).with_mark(ready.marked));
                }
                let value = run(&mut self.shared.tools, &arguments)
                    .map_err(|why| Fault::new(span, format!("`{}`: {why}", call.name)))?;
                Ok(if function.own_marks { value } else { value.with_mark(ready.marked) })
            }
            Body::Special(Special::Try) => self.try_each(call, span),
            Body::Special(Special::Can) => {
                let value = call.arguments.first().map(|first| self.eval(first));
                Ok(match value {
                    Some(Ok(value)) if value.as_unknown().is_some() => value,
                    Some(Ok(_)) => Value::bool(true),
                    Some(Err(_)) | None => Value::bool(false),
                })
            }
            Body::Special(Special::Resources) => self.resources(call, span),
            Body::Special(Special::Data) => self.data(call, span),
            Body::Special(Special::Http) => Err(Fault::new(
                span,
                "`core::gethttprequest` needs the network, which policies do not get",
            )),
        }
    }

    fn arguments(&mut self, call: &'a Call) -> Result<Vec<Value<'a>>, Fault<'a>> {
        let mut values = Vec::with_capacity(call.arguments.len());
        for expr in &call.arguments {
            values.push(self.eval(expr)?);
        }
        if !call.expand {
            return Ok(values);
        }
        let (Some(last), Some(expr)) = (values.pop(), call.arguments.last()) else {
            return Ok(values);
        };
        if last.as_unknown().is_some() {
            // How many arguments there are is not known: one unknown stands for them.
            values.push(last);
            return Ok(values);
        }
        let Some(items) = last.items() else {
            return Err(Fault::new(expr.span, "`...` needs a list, set or tuple"));
        };
        values.extend(items.iter());
        Ok(values)
    }

    /// The first argument that has a value, be it null or unknown.
    fn try_each(&mut self, call: &'a Call, span: Span) -> Outcome<'a> {
        if call.expand {
            return Err(Fault::new(span, "`core::try` cannot be called with `...`"));
        }
        let mut last = None;
        for expr in &call.arguments {
            match self.eval(expr) {
                Ok(value) => return Ok(value),
                // Out of steps is out of steps, whatever is tried next.
                Err(fault) if self.shared.tools.is_spent() => return Err(fault),
                Err(fault) => last = Some((expr, fault)),
            }
        }
        let Some((expr, fault)) = last else {
            return Err(Fault::new(span, "`core::try` needs at least one argument"));
        };
        let note = format!("no argument of `core::try` has a value; the last: {}", fault.message());
        Err(Fault::new(expr.span, note))
    }

    fn resources(&mut self, call: &'a Call, span: Span) -> Outcome<'a> {
        let arguments = self.arguments(call)?;
        let Some(lookup) = self.lookup else {
            return Err(Fault::new(span, "`core::getresources` works in resource policies only"));
        };
        let (ty, filter) = split(&arguments, call, span)?;
        let Some(ty) = ty else { return Ok(arguments[0].clone()) };
        if filter.as_unknown().is_some() {
            return Ok(filter);
        }
        if !filter.is_null() && filter.fields().is_none() {
            return Err(argument(call, span, 1, "an object is required"));
        }
        self.spend(16, span)?;
        match lookup.resources(&ty, &filter) {
            Found::Rows(rows) => {
                self.spend(rows.len(), span)?;
                Ok(Value::seq(super::super::value::Seq::Plan, rows))
            }
            Found::Partial(paths) => {
                let name = match paths.first() {
                    Some(path) => format!("core::getresources(\"{ty}\") by {path}"),
                    None => format!("core::getresources(\"{ty}\")"),
                };
                Ok(Self::unknown(&name))
            }
            Found::NoSuchType => {
                let note = format!("no resource of type `{ty}` is in this plan's configuration");
                self.warnings.push((span, note));
                Ok(Value::seq(super::super::value::Seq::Plan, Vec::new()))
            }
        }
    }

    fn data(&mut self, call: &'a Call, span: Span) -> Outcome<'a> {
        let arguments = self.arguments(call)?;
        let Some(lookup) = self.lookup else {
            return Err(Fault::new(span, "`core::getdatasource` works in resource policies only"));
        };
        let (ty, config) = split(&arguments, call, span)?;
        let Some(ty) = ty else { return Ok(arguments[0].clone()) };
        if config.as_unknown().is_some() {
            return Ok(config);
        }
        match lookup.data(&ty, &config) {
            Fetched::Found(value) => Ok(value),
            Fetched::Unknown => {
                let name = format!("core::getdatasource(\"{ty}\")");
                let note = format!("`{name}` is not in the plan; its result is not known here");
                self.warnings.push((span, note));
                Ok(Self::unknown(&name))
            }
            Fetched::Missing => {
                let note = format!("no data source `{ty}` with these values");
                Err(Fault::new(span, note))
            }
        }
    }
}

/// Type and filter of a lookup. A type that is not known yet is `None`.
fn split<'a>(
    arguments: &[Value<'a>],
    call: &Call,
    span: Span,
) -> Result<(Option<String>, Value<'a>), Fault<'a>> {
    let Some(first) = arguments.first() else {
        return Err(Fault::new(span, format!("`{}` needs a resource type", call.name)));
    };
    if first.as_unknown().is_some() {
        return Ok((None, Value::NULL));
    }
    let ty = to_text(first).map_err(|why| argument(call, span, 0, &why))?;
    Ok((Some(ty.to_string()), arguments.get(1).cloned().unwrap_or(Value::NULL)))
}

fn unknown_function(name: &str) -> String {
    if name.starts_with("plugin::") {
        format!("`{name}` is a plugin function; plugins are not run")
    } else if name.contains("::") {
        format!("there is no function `{name}`")
    } else {
        format!("there is no function `{name}`; functions are called as `core::{name}`")
    }
}

fn argument<'a>(call: &Call, span: Span, at: usize, why: &str) -> Fault<'a> {
    let span = call.arguments.get(at).map_or(span, |expr: &Expr| expr.span);
    Fault::new(span, format!("argument {} of `{}`: {why}", at + 1, call.name))
}

struct Ready<'a> {
    unknown: Option<Unknown<'a>>,
    marked: bool,
}

/// Converts arguments in place.
fn prepare<'a>(
    function: &Function,
    arguments: &mut [Value<'a>],
) -> Result<Ready<'a>, (usize, std::borrow::Cow<'static, str>)> {
    let mut ready = Ready { unknown: None, marked: false };
    for (at, value) in arguments.iter_mut().enumerate() {
        let Some(param) = function.param(at) else { continue };
        ready.marked |= value.marked;
        if let Some(unknown) = value.as_unknown() {
            if !param.unknown {
                Unknown::join(&mut ready.unknown, unknown);
            }
            continue;
        }
        if value.is_null() {
            if param.null {
                continue;
            }
            return Err((at, "must not be null".into()));
        }
        if param.deep {
            let mut unknown = None;
            ready.marked |= value.survey(&mut unknown);
            if let Some(unknown) = unknown {
                Unknown::join(&mut ready.unknown, &unknown);
                continue;
            }
        }
        fit(value, param).map_err(|why| (at, why))?;
    }
    Ok(ready)
}

fn fit(value: &mut Value<'_>, param: Param) -> Result<(), std::borrow::Cow<'static, str>> {
    let marked = value.marked;
    match (param.of, &value.data) {
        (Of::Any, _)
        | (Of::String, Data::String(_))
        | (Of::Number, Data::Number(_))
        | (Of::Bool, Data::Bool(_)) => {}
        (Of::String, _) => *value = Value::string(to_text(value)?).with_mark(marked),
        (Of::Number, _) => *value = Value::number(to_number(value)?).with_mark(marked),
        (Of::Bool, _) => *value = Value::bool(to_bool(value)?).with_mark(marked),
        (Of::Sequence, _) => {
            if value.items().is_none() {
                let noun = super::super::value::convert::article(value.noun());
                return Err(format!("a list is required, not {noun}").into());
            }
        }
        (Of::Mapping, _) => {
            if value.fields().is_none() {
                let noun = super::super::value::convert::article(value.noun());
                return Err(format!("a map or object is required, not {noun}").into());
            }
        }
    }
    Ok(())
}
