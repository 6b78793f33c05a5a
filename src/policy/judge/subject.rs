//! What is judged: resources, provider configurations, module calls.

use std::rc::Rc;

use super::super::compile::Operation;
use super::super::eval::Subject;
use super::super::value::{Cause, Dict, Entries, Value};

/// A text that may not be known offline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<'a> {
    /// This.
    Text(&'a str),
    /// There is none.
    Null,
    /// It cannot be known from what we have.
    Unknown,
}

impl<'a> Known<'a> {
    fn value(self, name: &str) -> Value<'a> {
        match self {
            Self::Text(text) => Value::string(text),
            Self::Null => Value::NULL,
            Self::Unknown => Value::unknown(Cause::Named(Rc::from(name))),
        }
    }
}

/// A resource of a plan. A replace is two: the create, and the delete.
#[derive(Clone)]
pub struct ResourceInput<'a> {
    /// Its type.
    pub ty: &'a str,
    /// Type of its provider (`aws`).
    pub provider_type: &'a str,
    /// Address of its module instance, `.` for the root.
    pub module_path: &'a str,
    /// What the plan does to it.
    pub operation: Operation,
    /// As it will be.
    pub attrs: Option<Value<'a>>,
    /// As it was.
    pub prior: Option<Value<'a>>,
}

fn object<'a>(entries: Vec<(&'a str, Value<'a>)>) -> Value<'a> {
    Value::dict(Dict::Object, entries.into_iter().map(|(k, v)| (k.into(), v)).collect())
}

fn stack<'a>() -> Value<'a> {
    let empty = || Value::string("");
    object(vec![
        ("deployment_group", empty()),
        ("deployment_name", empty()),
        ("stack_name", empty()),
    ])
}

impl<'a> ResourceInput<'a> {
    pub(crate) fn subject(&self) -> Subject<'a> {
        let prior = self.prior.clone().unwrap_or(Value::NULL);
        let attrs = match (&self.attrs, self.operation) {
            // What is deleted will have every attribute, and all of them null.
            (_, Operation::Delete) => nulled(&prior),
            (Some(attrs), _) => attrs.clone(),
            (None, _) => Value::NULL,
        };
        let meta = object(vec![
            ("type", Value::string(self.ty)),
            ("provider_type", Value::string(self.provider_type)),
            ("operation", Value::string(self.operation.as_str())),
            ("module_path", Value::string(self.module_path)),
            ("tfe_workspace", object(vec![("tags", Value::dict(Dict::Map, Vec::new()))])),
            ("tfe_stack", stack()),
        ]);
        // Nothing is prior to a create or a no-op, whatever the plan repeats there.
        let has_prior = matches!(self.operation, Operation::Update | Operation::Delete);
        Subject { attrs, prior: if has_prior { prior } else { Value::NULL }, meta }
    }
}

fn nulled<'a>(prior: &Value<'a>) -> Value<'a> {
    let Some(fields) = prior.fields() else { return Value::NULL };
    let entries: Entries<'a> = fields.iter().map(|(key, _)| (key, Value::NULL)).collect();
    Value::dict(Dict::Plan, entries)
}

/// A configured provider.
#[derive(Clone)]
pub struct ProviderInput<'a> {
    /// `aws`
    pub ty: &'a str,
    /// `hashicorp`
    pub namespace: &'a str,
    /// `registry.terraform.io/hashicorp/aws`
    pub source: &'a str,
    /// Null for the default configuration.
    pub alias: Known<'a>,
    /// The selected version, from the lock file.
    pub version: Known<'a>,
    /// The arguments.
    pub attrs: Value<'a>,
}

impl<'a> ProviderInput<'a> {
    pub(crate) fn subject(&self) -> Subject<'a> {
        let meta = object(vec![
            ("alias", self.alias.value("meta.alias")),
            ("name", Value::string(self.ty)),
            ("namespace", Value::string(self.namespace)),
            ("source", Value::string(self.source)),
            ("type", Value::string(self.ty)),
            ("version", self.version.value("meta.version")),
            ("tfe_stack", stack()),
        ]);
        Subject { attrs: self.attrs.clone(), prior: Value::NULL, meta }
    }
}

/// A module call.
#[derive(Clone)]
pub struct ModuleInput<'a> {
    /// Where it comes from, as written.
    pub source: &'a str,
    /// The selected version; empty for local modules.
    pub version: Known<'a>,
    /// `module.x.module.y`
    pub address: &'a str,
    /// The arguments, which Terraform does not tell policies.
    pub attrs: Option<Value<'a>>,
}

impl<'a> ModuleInput<'a> {
    pub(crate) fn subject(&self) -> Subject<'a> {
        let meta = object(vec![
            ("source", Value::string(self.source)),
            ("version", self.version.value("meta.version")),
            ("address", Value::string(self.address)),
            ("tfe_stack", stack()),
        ]);
        let unknown = || Value::unknown(Cause::Named(Rc::from("attrs of a module")));
        Subject { attrs: self.attrs.clone().unwrap_or_else(unknown), prior: Value::NULL, meta }
    }
}
