//! Providers and modules out of a plan's `configuration`.

use std::rc::Rc;

use super::super::value::{Cause, Dict, Entries, Seq, Value};
use super::{Known, ModuleInput, ProviderInput};
use crate::plan::Json;

/// Deeper module calls are not looked into; Terraform itself could not plan them.
const MAX_DEPTH: usize = 100;

/// The provider configurations of `configuration.provider_config`. `variables` is the
/// plan's; `version` finds the selected version of a source address.
pub fn providers<'a>(
    configuration: &'a Json<'a>,
    variables: Option<&'a Json<'a>>,
    version: &dyn Fn(&str) -> Known<'a>,
) -> Vec<ProviderInput<'a>> {
    let Some(configs) = configuration.get("provider_config").and_then(Json::as_object) else {
        return Vec::new();
    };
    let mut providers = Vec::new();
    for (_, config) in configs.iter() {
        let Some(name) = config.get("name").and_then(Json::as_str) else { continue };
        let source = config.get("full_name").and_then(Json::as_str).unwrap_or(name);
        let mut parts = source.rsplit('/');
        let ty = parts.next().unwrap_or(name);
        let namespace = parts.next().unwrap_or("hashicorp");
        let alias = config.get("alias").and_then(Json::as_str).filter(|alias| !alias.is_empty());
        let expressions = config.get("expressions");
        let attrs = expressions.map_or_else(
            || Value::dict(Dict::Plan, Vec::new()),
            |expressions| expression(expressions, variables, "attrs"),
        );
        let alias = alias.map_or(Known::Null, Known::Text);
        let version = version(source);
        providers.push(ProviderInput { ty, namespace, source, alias, version, attrs });
    }
    providers
}

/// A node of `expressions`: a constant, a reference, or nested blocks.
fn expression<'a>(node: &'a Json<'a>, variables: Option<&'a Json<'a>>, path: &str) -> Value<'a> {
    match node {
        Json::Array(items) => Value::seq(
            Seq::Plan,
            items
                .iter()
                .enumerate()
                .map(|(at, item)| expression(item, variables, &format!("{path}[{at}]")))
                .collect(),
        ),
        Json::Object(object) => {
            if let Some(constant) = object.get("constant_value") {
                return whole(constant);
            }
            if let Some(references) = object.get("references") {
                return variable(references, variables)
                    .unwrap_or_else(|| Value::unknown(Cause::Named(Rc::from(path))));
            }
            let fields: Entries<'a> = object
                .iter()
                .map(|(key, inner)| {
                    (key.into(), expression(inner, variables, &format!("{path}.{key}")))
                })
                .collect();
            Value::dict(Dict::Plan, fields)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => whole(node),
    }
}

/// The value of a plain `var.x` that the plan knows.
fn variable<'a>(references: &Json<'a>, variables: Option<&'a Json<'a>>) -> Option<Value<'a>> {
    let [only] = references.as_array()? else { return None };
    let name = only.as_str()?.strip_prefix("var.")?;
    variables?.get(name)?.get("value").map(whole)
}

/// Plain JSON as a value of a plan, without masks.
fn whole<'a>(json: &'a Json<'a>) -> Value<'a> {
    match json {
        Json::Null => Value::NULL,
        Json::Bool(value) => Value::bool(*value),
        Json::Number(number) => {
            super::super::value::Num::parse(number.text()).map_or(Value::NULL, Value::number)
        }
        Json::String(text) => Value::string(&**text),
        Json::Array(items) => Value::seq(Seq::Plan, items.iter().map(whole).collect()),
        Json::Object(object) => {
            let entries = object.iter().map(|(key, value)| (key.into(), whole(value))).collect();
            Value::dict(Dict::Plan, entries)
        }
    }
}

/// A module call found in the configuration.
pub struct ModuleCall<'a> {
    /// `module.x.module.y`
    pub address: String,
    /// As written.
    pub source: &'a str,
    /// The constraint, if any.
    pub constraint: Option<&'a str>,
}

impl ModuleCall<'_> {
    /// What is judged. `resolved` is the selected version, where `modules.json` tells.
    #[must_use]
    pub fn input<'m>(&'m self, resolved: Option<&'m str>) -> ModuleInput<'m> {
        let version = match (resolved, self.constraint) {
            (Some(version), _) => Known::Text(version),
            (None, Some(_)) => Known::Unknown,
            (None, None) => Known::Text(""),
        };
        ModuleInput { source: self.source, version, address: &self.address, attrs: None }
    }
}

/// All module calls, one for each call, in order of address.
#[must_use]
pub fn modules<'a>(configuration: &'a Json<'a>) -> Vec<ModuleCall<'a>> {
    let mut calls = Vec::new();
    let mut open = vec![(configuration.get("root_module"), String::new(), 0)];
    while let Some((module, prefix, depth)) = open.pop() {
        let found = module.and_then(|m| m.get("module_calls")).and_then(Json::as_object);
        let Some(found) = found.filter(|_| depth < MAX_DEPTH) else { continue };
        for (name, call) in found.iter() {
            let address = format!("{prefix}module.{name}");
            let constraint = call.get("version_constraint").and_then(Json::as_str);
            let source = call.get("source").and_then(Json::as_str).unwrap_or_default();
            open.push((call.get("module"), format!("{address}."), depth + 1));
            calls.push(ModuleCall { address, source, constraint });
        }
    }
    calls.sort_by(|a, b| a.address.cmp(&b.address));
    calls
}
