//! The state, as far as an import has to know it: which object is at which address.
//!
//! Nothing else of it is kept. A state holds every secret in plain text.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::error::TerraformError;
use crate::plan::{Address, BlockKind, Key};

/// A state of version 4.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Names the state for its whole life; empty when there is no state yet.
    pub lineage: String,
    /// Grows with every write.
    pub serial: u64,
    /// Managed objects by address.
    objects: BTreeMap<String, Object>,
}

/// A managed object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its type.
    pub resource_type: String,
    /// Its `id`, where it is a string.
    pub id: Option<String>,
    /// Its `arn`, where there is one.
    pub arn: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    version: u64,
    #[serde(default)]
    serial: u64,
    #[serde(default)]
    lineage: String,
    #[serde(default)]
    resources: Vec<RawResource>,
}

#[derive(Deserialize)]
struct RawResource {
    #[serde(default)]
    module: String,
    mode: String,
    #[serde(rename = "type")]
    resource_type: String,
    name: String,
    #[serde(default)]
    instances: Vec<RawInstance>,
}

#[derive(Deserialize)]
struct RawInstance {
    #[serde(default)]
    index_key: Option<RawKey>,
    #[serde(default)]
    deposed: Option<String>,
    #[serde(default)]
    attributes: RawAttributes,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawKey {
    Int(u64),
    Str(String),
}

#[derive(Default, Deserialize)]
struct RawAttributes {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    arn: serde_json::Value,
}

impl State {
    /// Reads what `state pull` prints: nothing at all where there is no state yet.
    pub fn read(bytes: &[u8]) -> Result<Self, TerraformError> {
        if bytes.trim_ascii().is_empty() {
            return Ok(Self::default());
        }
        let wrong = |reason: String| TerraformError::State { reason };
        let raw: Raw = serde_json::from_slice(bytes)
            // The error of the library may quote what it read.
            .map_err(|error| wrong(format!("line {} is no state", error.line())))?;
        if raw.version != 4 {
            return Err(wrong(format!("it has version {}, not 4", raw.version)));
        }
        if raw.lineage.is_empty() {
            return Err(wrong("it has no lineage".to_owned()));
        }
        let mut objects = BTreeMap::new();
        for resource in raw.resources.iter().filter(|resource| resource.mode == "managed") {
            for instance in resource.instances.iter().filter(|one| one.deposed.is_none()) {
                objects.insert(address(resource, instance)?, object(resource, instance));
            }
        }
        Ok(Self { lineage: raw.lineage, serial: raw.serial, objects })
    }

    /// The object at `address`.
    #[must_use]
    pub fn object(&self, address: &str) -> Option<&Object> {
        self.objects.get(address)
    }

    /// The accounts in the ARNs of what it holds.
    #[must_use]
    pub fn accounts(&self) -> BTreeSet<String> {
        let arns = self.objects.values().filter_map(|object| object.arn.as_deref());
        let accounts = arns.filter_map(|arn| arn.split(':').nth(4));
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        accounts.filter(digits).map(str::to_owned).collect()
    }

    /// The address at which an object of this type has `id` as its id or its ARN.
    #[must_use]
    pub fn managed_as(&self, resource_type: &str, id: &str) -> Option<&str> {
        let is = |text: &Option<String>| text.as_deref() == Some(id);
        let found = self.objects.iter().find(|(_, object)| {
            object.resource_type == resource_type && (is(&object.id) || is(&object.arn))
        });
        found.map(|(address, _)| address.as_str())
    }
}

fn address(resource: &RawResource, instance: &RawInstance) -> Result<String, TerraformError> {
    let key = match &instance.index_key {
        None => None,
        Some(RawKey::Int(index)) => Some(Key::Int(*index)),
        Some(RawKey::Str(key)) => Some(Key::Str(key.clone())),
    };
    let dot = if resource.module.is_empty() { "" } else { "." };
    let text = format!("{}{dot}{}.{}", resource.module, resource.resource_type, resource.name);
    let parsed = Address::parse(&text).map_err(|error| TerraformError::State {
        reason: format!("it holds an address that cannot be read: {error}"),
    })?;
    Ok(Address { kind: BlockKind::Managed, key, ..parsed }.to_string())
}

fn object(resource: &RawResource, instance: &RawInstance) -> Object {
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    Object {
        resource_type: resource.resource_type.clone(),
        id: text(&instance.attributes.id),
        arn: text(&instance.attributes.arn),
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    const TEXT: &str = r#"{"version":4,"serial":7,"lineage":"l-1","resources":[
        {"module":"module.m[\"a.b\"]","mode":"managed","type":"aws_sqs_queue","name":"q",
         "instances":[{"index_key":"k","attributes":{"id":"url","arn":"arn:q","secret":"s"}},
                      {"index_key":"k","deposed":"d","attributes":{"id":"old"}}]},
        {"mode":"data","type":"aws_ami","name":"x","instances":[{"attributes":{"id":"ami"}}]},
        {"mode":"managed","type":"terraform_data","name":"n","instances":[{"attributes":{"id":null}}]}]}"#;

    #[test]
    fn objects_are_found_by_address_and_by_id() {
        let state = State::read(TEXT.as_bytes()).unwrap();
        assert_eq!((state.serial, state.lineage.as_str()), (7, "l-1"));
        let address = r#"module.m["a.b"].aws_sqs_queue.q["k"]"#;
        assert_eq!(state.object(address).unwrap().id.as_deref(), Some("url"));
        assert_eq!(state.managed_as("aws_sqs_queue", "arn:q"), Some(address));
        assert_eq!(state.managed_as("aws_sqs_queue", "old"), None);
        assert_eq!(state.managed_as("aws_ami", "ami"), None);
        assert!(state.object("terraform_data.n").unwrap().id.is_none());
    }

    #[test]
    fn no_state_is_an_empty_one_and_anything_else_is_refused() {
        assert_eq!(State::read(b"\n").unwrap(), State::default());
        for text in ["{}", "[1]", r#"{"version":3,"lineage":"l"}"#, r#"{"version":4}"#, "{"] {
            assert!(State::read(text.as_bytes()).is_err(), "{text}");
        }
    }
}
