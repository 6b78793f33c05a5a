//! Who refers to whom, from the plan's `configuration`.
//!
//! Terraform writes references, never operators, so this answers "what uses it" and "where
//! does it come from", not "what would it be". References pass through module variables
//! and outputs; through locals they cannot be followed, since plans do not hold them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::address::Address;
use super::json::Json;
use super::text::visible;

/// The reference graph of a configuration. Blocks are named without instance keys:
/// `module.a.aws_s3_bucket.logs`.
#[derive(Debug, Default)]
pub struct Configuration {
    modules: BTreeMap<String, Module>,
    users: OnceLock<BTreeMap<Place, Users>>,
}

/// A target, in the module at this path.
type Place = (String, Target);

/// Who uses something.
#[derive(Debug, Default)]
struct Users {
    /// Resources, as block addresses.
    resources: Vec<String>,
    /// What hands it on: variables of called modules, outputs to the caller.
    passed: Vec<Place>,
}

#[derive(Debug, Default)]
struct Module {
    /// `type.name` or `data.type.name` to what each of its attributes refers to.
    resources: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Call name to what each input variable refers to.
    calls: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Where the source of each call is.
    sources: BTreeMap<String, String>,
    outputs: BTreeMap<String, Vec<String>>,
}

/// Something that others refer to, in a module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Resource(String),
    Variable(String),
    Output(String, String),
    Local(String),
    Other,
}

/// Where the value of an attribute comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A resource or data source, as a block address.
    Resource(String),
    /// An input variable of the root module.
    Variable(String),
    /// A local value, with its module path (empty for the root).
    Local(String, String),
}

impl Configuration {
    /// Reads the `configuration` section.
    #[must_use]
    pub fn read(json: &Json<'_>) -> Self {
        let mut configuration = Self::default();
        if let Some(root) = json.get("root_module") {
            configuration.module(String::new(), root);
        }
        configuration
    }

    fn module(&mut self, path: String, json: &Json<'_>) {
        let mut module = Module::default();
        for resource in json.get("resources").and_then(Json::as_array).unwrap_or_default() {
            let Some(name) = resource.get("address").and_then(Json::as_str) else { continue };
            let mut attributes = references_by_key(resource.get("expressions"));
            for meta in ["count_expression", "for_each_expression"] {
                attributes.insert(meta.to_owned(), references(resource.get(meta)));
            }
            let depends: Vec<String> = strings(resource.get("depends_on")).collect();
            attributes.insert("depends_on".to_owned(), depends);
            module.resources.insert(visible(name).into_owned(), attributes);
        }
        for (name, output) in entries(json.get("outputs")) {
            module.outputs.insert(name.to_owned(), references(output.get("expression")));
        }
        let mut children = Vec::new();
        for (name, call) in entries(json.get("module_calls")) {
            let mut inputs = references_by_key(call.get("expressions"));
            for meta in ["count_expression", "for_each_expression"] {
                inputs.insert(format!("({meta})"), references(call.get(meta)));
            }
            module.calls.insert(name.to_owned(), inputs);
            if let Some(source) = call.get("source").and_then(Json::as_str) {
                module.sources.insert(name.to_owned(), source.to_owned());
            }
            if let Some(child) = call.get("module") {
                children.push((join(&path, name), child));
            }
        }
        self.modules.insert(path, module);
        for (path, child) in children {
            self.module(path, child);
        }
    }

    pub(super) fn attribute_references(
        &self,
        path: &str,
        resource: &str,
        attribute: &str,
    ) -> Option<&[String]> {
        let module = self.modules.get(path)?;
        module.resources.get(resource)?.get(attribute).map(Vec::as_slice)
    }

    pub(super) fn input_references(&self, path: &str, call: &str, name: &str) -> Option<&[String]> {
        self.modules.get(path)?.calls.get(call)?.get(name).map(Vec::as_slice)
    }

    pub(super) fn output_references(&self, path: &str, name: &str) -> Option<&[String]> {
        self.modules.get(path)?.outputs.get(name).map(Vec::as_slice)
    }

    /// Whether the configuration sets an attribute, as far as it tells: `dynamic` blocks are
    /// not in plans.
    #[must_use]
    pub fn sets(&self, address: &Address, attribute: &str) -> bool {
        let block = address.block();
        let module = self.modules.get(&block.module_path());
        let resource = module.and_then(|module| module.resources.get(&local_name(&block)));
        resource.is_none_or(|attributes| attributes.contains_key(attribute))
    }

    /// The attributes of a resource that refer to anything.
    #[must_use]
    pub fn referring(&self, address: &Address) -> Vec<&str> {
        let block = address.block();
        let module = self.modules.get(&block.module_path());
        let attributes = module.and_then(|module| module.resources.get(&local_name(&block)));
        let attributes = attributes.into_iter().flatten();
        attributes.filter(|(_, to)| !to.is_empty()).map(|(name, _)| name.as_str()).collect()
    }

    /// The source of the module call at `path` (`module.a.module.b`), as written.
    #[must_use]
    pub fn module_source(&self, path: &str) -> Option<&str> {
        let (parent, call) = split(path)?;
        self.modules.get(parent)?.sources.get(call).map(String::as_str)
    }

    /// The paths of all module calls.
    pub fn module_paths(&self) -> impl Iterator<Item = String> {
        self.modules
            .iter()
            .flat_map(|(path, module)| module.sources.keys().map(move |call| join(path, call)))
    }

    /// The resources that use the one at `address`, as block addresses, sorted.
    #[must_use]
    pub fn dependents(&self, address: &Address) -> Vec<String> {
        let block = address.block();
        let start = (block.module_path(), Target::Resource(local_name(&block)));
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::from([start.clone()]);
        let mut queue = vec![start];
        while let Some(place) = queue.pop() {
            let Some(users) = self.users().get(&place) else { continue };
            found.extend(users.resources.iter().cloned());
            for next in &users.passed {
                if seen.insert(next.clone()) {
                    queue.push(next.clone());
                }
            }
        }
        found.remove(&block.to_string());
        found.into_iter().collect()
    }

    /// Who uses what, read the other way round. Made once: a plan may destroy thousands of
    /// resources, and each wants to know.
    fn users(&self) -> &BTreeMap<Place, Users> {
        self.users.get_or_init(|| {
            let mut users: BTreeMap<Place, Users> = BTreeMap::new();
            for (path, module) in &self.modules {
                for (name, attributes) in &module.resources {
                    for target in targets(attributes.values().flatten()) {
                        let user = join_block(path, name);
                        users.entry((path.clone(), target)).or_default().resources.push(user);
                    }
                }
                let inputs = module.calls.iter().flat_map(|(call, inputs)| {
                    inputs.iter().map(move |(variable, references)| {
                        ((join(path, call), Target::Variable(variable.clone())), references)
                    })
                });
                let outputs = module.outputs.iter().filter_map(|(output, references)| {
                    let (parent, call) = split(path)?;
                    let target = Target::Output(call.to_owned(), output.clone());
                    Some(((parent.to_owned(), target), references))
                });
                for (place, references) in inputs.chain(outputs) {
                    for target in targets(references) {
                        let users = users.entry((path.clone(), target)).or_default();
                        users.passed.push(place.clone());
                    }
                }
            }
            users
        })
    }

    /// Where the value of `attribute` (its first name counts) of `address` comes from.
    #[must_use]
    pub fn sources(&self, address: &Address, attribute: &str) -> Vec<Source> {
        let block = address.block();
        let name = attribute.split(['.', '[']).next().unwrap_or(attribute);
        let path = block.module_path();
        let references = self
            .modules
            .get(&path)
            .and_then(|module| module.resources.get(&local_name(&block)))
            .and_then(|attributes| attributes.get(name));
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut queue: Vec<(String, Target)> =
            references.into_iter().flatten().map(|text| (path.clone(), parse(text))).collect();
        while let Some((path, target)) = queue.pop() {
            if !seen.insert((path.clone(), target.clone())) {
                continue;
            }
            match target {
                Target::Resource(name) => {
                    found.insert(Source::Resource(join_block(&path, &name)));
                }
                Target::Local(name) => {
                    found.insert(Source::Local(path, name));
                }
                Target::Variable(name) => match split(&path) {
                    None => {
                        found.insert(Source::Variable(name));
                    }
                    Some((parent, call)) => {
                        let inputs = self.modules.get(parent).and_then(|m| m.calls.get(call));
                        let references = inputs.and_then(|inputs| inputs.get(&name));
                        let parsed = references.into_iter().flatten().map(|text| parse(text));
                        queue.extend(parsed.map(|target| (parent.to_owned(), target)));
                    }
                },
                Target::Output(call, output) => {
                    let child = join(&path, &call);
                    let outputs = self.modules.get(&child).map(|module| &module.outputs);
                    let references = outputs.and_then(|outputs| outputs.get(&output));
                    let parsed = references.into_iter().flatten().map(|text| parse(text));
                    queue.extend(parsed.map(|target| (child.clone(), target)));
                }
                Target::Other => {}
            }
        }
        found.into_iter().collect()
    }
}

/// `type.name` or `data.type.name`.
fn local_name(block: &Address) -> String {
    Address { modules: Vec::new(), ..block.clone() }.to_string()
}

/// What references are about, each once.
fn targets<'r>(references: impl IntoIterator<Item = &'r String>) -> BTreeSet<Target> {
    references.into_iter().map(|text| parse(text)).collect()
}

fn join(path: &str, call: &str) -> String {
    join_block(path, &format!("module.{call}"))
}

fn join_block(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The parent's path and the name of the call.
fn split(path: &str) -> Option<(&str, &str)> {
    let at = path.rfind("module.")?;
    Some((path[..at].trim_end_matches('.'), &path[at + "module.".len()..]))
}

/// What a reference such as `module.net["a"].subnet_ids[0]` is about.
fn parse(reference: &str) -> Target {
    let mut bare = String::new();
    let mut depth = 0u32;
    for c in reference.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let mut parts = bare.split('.');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    match &*next() {
        "var" => Target::Variable(next()),
        "local" => Target::Local(next()),
        "module" => Target::Output(next(), next()),
        "data" => Target::Resource(format!("data.{}.{}", next(), next())),
        "each" | "count" | "path" | "terraform" | "self" | "" => Target::Other,
        resource_type => Target::Resource(format!("{resource_type}.{}", next())),
    }
}

fn entries<'j>(json: Option<&'j Json<'j>>) -> impl Iterator<Item = (&'j str, &'j Json<'j>)> {
    json.and_then(Json::as_object).into_iter().flat_map(super::json::Object::iter)
}

fn strings<'j>(json: Option<&'j Json<'j>>) -> impl Iterator<Item = String> {
    let items = json.and_then(Json::as_array).unwrap_or_default();
    items.iter().filter_map(Json::as_str).map(|text| visible(text).into_owned())
}

/// Everything that an expression, or the nested blocks of one, refers to.
fn references(expression: Option<&Json<'_>>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(expression) = expression {
        collect(expression, &mut found);
    }
    found
}

fn collect(json: &Json<'_>, found: &mut Vec<String>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Json::Object(object) => {
            for (key, value) in object.iter() {
                match key {
                    "references" => found.extend(strings(Some(value))),
                    "constant_value" => {}
                    _ => collect(value, found),
                }
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

fn references_by_key(expressions: Option<&Json<'_>>) -> BTreeMap<String, Vec<String>> {
    entries(expressions).map(|(key, json)| (key.to_owned(), references(Some(json)))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Address, Configuration, Json, Source};

    const TEXT: &str = r#"{"root_module":{
        "resources":[
            {"address":"aws_kms_key.k","expressions":{"description":{"references":["var.name"]}}},
            {"address":"aws_sqs_queue.q","expressions":{"x":[{"y":{"references":["aws_kms_key.k.arn","aws_kms_key.k"]}}]}}
        ],
        "module_calls":{
            "db":{"source":"./db","expressions":{"key":{"references":["aws_kms_key.k.arn","aws_kms_key.k"]}},
                "module":{"resources":[{"address":"aws_db_instance.this","expressions":{"kms_key_id":{"references":["var.key"]}}}],
                          "outputs":{"address":{"expression":{"references":["aws_db_instance.this.address","aws_db_instance.this"]}}}}},
            "api":{"source":"./api","expressions":{"db":{"references":["module.db[0].address","module.db"]}},
                "module":{"resources":[{"address":"aws_lambda_function.this","expressions":{"environment":[{"variables":{"references":["var.db"]}}]}}]}}
        }}}"#;

    #[test]
    fn dependents_pass_through_variables_and_outputs() {
        let json = Json::decode(TEXT).unwrap_or(Json::Null);
        let configuration = Configuration::read(&json);
        let of = |address: &str| configuration.dependents(&Address::parse(address).unwrap());
        assert_eq!(of("aws_kms_key.k"), ["aws_sqs_queue.q", "module.db.aws_db_instance.this"]);
        assert_eq!(
            of("module.db[0].aws_db_instance.this"),
            ["module.api.aws_lambda_function.this"]
        );
        assert_eq!(of("aws_sqs_queue.q"), [""; 0]);
        assert_eq!(configuration.module_source("module.db"), Some("./db"));
    }

    #[test]
    fn sources_pass_through_variables_and_outputs() {
        let json = Json::decode(TEXT).unwrap_or(Json::Null);
        let configuration = Configuration::read(&json);
        let of = |address: &str, attribute| {
            configuration.sources(&Address::parse(address).unwrap(), attribute)
        };
        assert_eq!(
            of("module.db[0].aws_db_instance.this", "kms_key_id"),
            [Source::Resource("aws_kms_key.k".into())]
        );
        assert_eq!(
            of("module.api.aws_lambda_function.this", "environment[0].variables"),
            [Source::Resource("module.db.aws_db_instance.this".into())]
        );
        assert_eq!(of("aws_kms_key.k", "description"), [Source::Variable("name".into())]);
    }
}
