//! What the configuration writes about a resource: which attributes, and which provider.
//!
//! An attribute that a provider computes when nobody sets it is unknown in a plan, exactly
//! like one that is set to something unknown. Only the configuration tells the two apart.

use std::collections::{BTreeMap, BTreeSet};

use super::address::Address;
use super::json::Json;
use super::text::visible;

/// The attributes that are written, and the providers, of every resource block.
#[derive(Debug, Default)]
pub struct Written {
    /// By block address, e.g. `module.a.aws_instance.web`.
    blocks: BTreeMap<String, Block>,
    /// Settings of each provider configuration, by its key, e.g. `aws.west`.
    providers: BTreeMap<String, BTreeMap<String, Setting>>,
    present: bool,
}

#[derive(Debug, Default)]
struct Block {
    /// Dotted paths without indices: `root_block_device.volume_size`.
    attributes: BTreeSet<String>,
    provider: String,
}

/// What a provider's argument is set to.
#[derive(Debug)]
enum Setting {
    Constant(String),
    Variable(String),
    Other,
}

impl Written {
    /// What a plan without a configuration writes.
    #[must_use]
    pub fn nothing() -> &'static Self {
        static NOTHING: Written =
            Written { blocks: BTreeMap::new(), providers: BTreeMap::new(), present: false };
        &NOTHING
    }

    /// Reads the `configuration` section; without one, nothing is known to be unwritten.
    #[must_use]
    pub fn read(json: Option<&Json<'_>>) -> Self {
        let mut written = Self { present: json.is_some(), ..Self::default() };
        let Some(json) = json else { return written };
        let providers = json.get("provider_config").and_then(Json::as_object);
        for (key, provider) in providers.into_iter().flat_map(super::json::Object::iter) {
            let mut found = BTreeMap::new();
            if let Some(expressions) = provider.get("expressions") {
                settings(expressions, "", &mut found);
            }
            written.providers.insert(key.to_owned(), found);
        }
        if let Some(root) = json.get("root_module") {
            written.module("", root);
        }
        written
    }

    fn module(&mut self, path: &str, json: &Json<'_>) {
        for resource in json.get("resources").and_then(Json::as_array).unwrap_or_default() {
            let Some(name) = resource.get("address").and_then(Json::as_str) else { continue };
            let mut block = Block::default();
            if let Some(expressions) = resource.get("expressions") {
                attributes(expressions, "", &mut block.attributes);
            }
            let provider = resource.get("provider_config_key").and_then(Json::as_str);
            provider.unwrap_or_default().clone_into(&mut block.provider);
            self.blocks.insert(format!("{path}{}", visible(name)), block);
        }
        let calls = json.get("module_calls").and_then(Json::as_object);
        for (name, call) in calls.into_iter().flat_map(super::json::Object::iter) {
            if let Some(module) = call.get("module") {
                self.module(&format!("{path}module.{name}."), module);
            }
        }
    }

    /// Whether the configuration is there and does not set the attribute: then what the
    /// provider takes by default is what will be.
    #[must_use]
    pub fn leaves_out(&self, address: &Address, dotted: &str) -> bool {
        let block = self.blocks.get(&address.block_name());
        self.present && block.is_some_and(|block| !block.attributes.contains(dotted))
    }

    /// The key of the provider configuration that a resource uses.
    #[must_use]
    pub fn provider(&self, address: &Address) -> Option<&str> {
        self.blocks.get(&address.block_name()).map(|block| &*block.provider)
    }

    /// Every block with the key of the provider configuration that it uses.
    pub fn providers_of_blocks(&self) -> impl Iterator<Item = (&str, &str)> {
        let blocks = self.blocks.iter().filter(|(_, block)| !block.provider.is_empty());
        blocks.map(|(address, block)| (&**address, &*block.provider))
    }

    /// The argument of a provider configuration, if it is a constant or a variable of the
    /// root module, whose value `variable` gives.
    pub fn provider_setting(
        &self,
        key: &str,
        name: &str,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        value(self.settings_of(key)?.get(name)?, &variable)
    }

    /// What the provider of a resource is told, as text that is equal where two providers are
    /// told the same. None where a setting cannot be told from the plan.
    #[must_use]
    pub fn provider_settings(
        &self,
        address: &Address,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let settings = self.settings_of(self.provider(address)?).into_iter().flatten();
        let each = settings.map(|(name, setting)| Some((name, value(setting, &variable)?)));
        each.collect::<Option<Vec<_>>>().map(|settings| format!("{settings:?}"))
    }

    /// Whether a provider configuration sets an argument or has a block of that name.
    #[must_use]
    pub fn provider_sets(&self, key: &str, name: &str) -> bool {
        let inside = |set: &str| set.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
        let settings = self.settings_of(key).into_iter().flatten();
        settings.into_iter().any(|(set, _)| set == name || inside(set))
    }

    fn settings_of(&self, key: &str) -> Option<&BTreeMap<String, Setting>> {
        // A module's own key, `module.a:aws`, when nothing is configured under it, is the
        // one that it inherits.
        let inherited = key.rsplit(':').next().unwrap_or(key);
        self.providers.get(key).or_else(|| self.providers.get(inherited))
    }
}

fn value(setting: &Setting, variable: &impl Fn(&str) -> Option<String>) -> Option<String> {
    match setting {
        Setting::Constant(text) => Some(text.clone()),
        Setting::Variable(name) => variable(name),
        Setting::Other => None,
    }
}

/// The arguments of a provider, those in nested blocks by their dotted path.
fn settings(json: &Json<'_>, path: &str, found: &mut BTreeMap<String, Setting>) {
    match json {
        Json::Object(object)
            if object.iter().all(|(key, _)| key != "constant_value" && key != "references") =>
        {
            for (key, value) in object.iter() {
                let dotted = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                settings(value, &dotted, found);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| settings(item, path, found)),
        Json::Object(_) | Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            found.insert(path.to_owned(), setting(json));
        }
    }
}

fn setting(json: &Json<'_>) -> Setting {
    if let Some(text) = json.get("constant_value").and_then(Json::as_str) {
        return Setting::Constant(visible(text).into_owned());
    }
    let references = json.get("references").and_then(Json::as_array).unwrap_or_default();
    match references {
        [only] => match only.as_str().and_then(|text| text.strip_prefix("var.")) {
            Some(name) if !name.contains(['.', '[']) => Setting::Variable(name.to_owned()),
            Some(_) | None => Setting::Other,
        },
        _ => Setting::Other,
    }
}

/// Expressions and nested blocks: an object with `references` or `constant_value` is a leaf.
fn attributes(json: &Json<'_>, path: &str, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(object) => {
            for (key, value) in object.iter() {
                if !matches!(key, "references" | "constant_value") {
                    let dotted =
                        if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                    attributes(value, &dotted, found);
                    found.insert(dotted);
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| attributes(item, path, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Json, Written};

    #[test]
    fn what_is_not_written_is_left_to_the_provider() {
        let text = r#"{"provider_config":{
            "aws":{"expressions":{"region":{"constant_value":"eu-west-1"}}},
            "aws.var":{"expressions":{"region":{"references":["var.region"]}}}},
          "root_module":{"resources":[{"address":"aws_instance.a","provider_config_key":"aws",
            "expressions":{"instance_type":{"references":["var.t"]},"root_block_device":[{"volume_size":{"constant_value":9}}]}}],
          "module_calls":{"m":{"module":{"resources":[{"address":"aws_eip.b","provider_config_key":"module.m:aws"}]}}}}}"#;
        let json = Json::decode(text).unwrap_or(Json::Null);
        let written = Written::read(Some(&json));
        let a = Address::parse("aws_instance.a[0]").unwrap();
        assert!(!written.leaves_out(&a, "instance_type"));
        assert!(!written.leaves_out(&a, "root_block_device.volume_size"));
        assert!(written.leaves_out(&a, "root_block_device.volume_type"));
        assert!(!Written::read(None).leaves_out(&a, "ami"));
        let b = Address::parse("module.m[\"x\"].aws_eip.b").unwrap();
        let region = |key| written.provider_setting(key, "region", |name| Some(name.to_owned()));
        assert_eq!(written.provider(&b), Some("module.m:aws"));
        assert_eq!(region("module.m:aws").as_deref(), Some("eu-west-1"));
        assert_eq!(region("aws.var").as_deref(), Some("region"));
        assert_eq!(region("aws.other"), None);
    }
}
