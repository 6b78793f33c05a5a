//! What a plan takes under its management, told so that two plans can be compared.
//!
//! Two states that manage one object undo each other's changes, and the one that is
//! destroyed first takes the object along. Terraform sees one state at a time and cannot
//! notice; a run over several plans can.

use super::identity;
use crate::plan::{Action, Change, Plan, Reading, Refusal, Value, Values, redact};

/// An object that a plan creates or imports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Equal for the same object.
    pub key: String,
    /// Whether the name is unique everywhere. Otherwise two plans with equal provider
    /// settings may still be for different accounts, which the environment decides.
    pub certain: bool,
    /// Where it is claimed.
    pub address: String,
    /// Its type.
    pub resource_type: String,
    /// `create` or `import`.
    pub verb: &'static str,
}

/// Attributes that say where an object is; its name is unique only there.
const PLACES: &[&str] =
    &["region", "location", "project", "namespace", "zone", "metadata", "parent"];

/// Everything that the plan claims.
pub fn claims(plan: &Plan) -> Result<Vec<Claim>, Refusal> {
    let written = plan.written()?;
    let mut claims = Vec::new();
    for change in plan.changes().filter(Change::is_managed) {
        let creates = change.actions().is_only(Action::Create);
        if !creates && !change.imports() {
            continue;
        }
        let Some(address) = change.parsed() else { continue };
        let variable = |name: &str| redact::variable(plan, name);
        // What cannot be told to be the same is not said to be.
        let provider = written.provider_settings(&address, variable);
        let resource_type = change.resource_type().into_owned();
        let claim = |(name, certain): (String, bool)| {
            let world = if certain { Some("") } else { provider.as_deref() };
            Some(Claim {
                key: format!("{resource_type}\n{}\n{name}", world?),
                certain,
                address: change.label(),
                resource_type: crate::plan::text::visible(&resource_type).into_owned(),
                verb: if creates { "create" } else { "import" },
            })
        };
        let names = [by_id(change.import_id()?), by_name(&resource_type, &change.values()?)];
        claims.extend(names.into_iter().flatten().filter_map(claim));
    }
    Ok(claims)
}

/// The id that it is imported by. Long ids name account or subscription.
fn by_id(id: Option<String>) -> Option<(String, bool)> {
    // What is hidden is no name: all that is hidden looks the same.
    let id = id.filter(|id| id != redact::SENSITIVE)?;
    let certain =
        ["arn:", "/subscriptions/", "projects/"].iter().any(|start| id.starts_with(start));
    Some((format!("id {id}"), certain))
}

/// The names that it will have, in the place where it will be. Buckets share one namespace.
fn by_name(resource_type: &str, values: &Values<'_>) -> Option<(String, bool)> {
    let after = values.after();
    let bucket = match resource_type {
        "aws_s3_bucket" => after.key("bucket"),
        "google_storage_bucket" => after.key("name"),
        _ => Reading::Missing,
    };
    if let Some(name) = bucket.known().and_then(Value::open_str) {
        return Some((format!("bucket {name}"), true));
    }
    let keys = after.known()?.keys();
    let mut parts = Vec::new();
    let mut named = false;
    for key in keys {
        let is_name = identity::is_name(key);
        let is_place = PLACES.contains(&key) || key.ends_with("_id") || key.ends_with("_name");
        if !is_name && !is_place {
            continue;
        }
        match after.key(key) {
            Reading::Unknown => return None,
            Reading::Null | Reading::Missing => {}
            Reading::Known(value) => {
                parts.push(format!("{key}={}", value.open_str()?));
                named |= is_name;
            }
        }
    }
    named.then(|| (parts.join("\n"), false))
}
