//! Whether two objects are the same one under two addresses.

use crate::plan::{Reading, Value};

/// Attributes that name an object. A type has few of them; any that both sides know counts.
const IDENTITY: &[&str] = &[
    "name",
    "bucket",
    "identifier",
    "cluster_identifier",
    "cluster_id",
    "function_name",
    "replication_group_id",
    "domain",
    "domain_name",
    "cidr_block",
    "path",
    "key_id",
    "title",
    "display_name",
    "account_id",
    "project_id",
    "user_name",
    "role",
    "family",
    "repository_name",
    "table_name",
    "queue_name",
    "topic_name",
    "email",
    "fqdn",
    "hostname",
    "address_prefixes",
    "ip_cidr_range",
    "filename",
    "zone_id",
    "record",
];

/// Attributes that say nothing about which object it is.
const NOISE: &[&str] = &["tags_all", "timeouts", "region", "id", "arn"];

/// Names that are given to one object of a type in one place, and not to its like.
const UNIQUE: &[&str] = &[
    "name",
    "bucket",
    "identifier",
    "cluster_identifier",
    "function_name",
    "replication_group_id",
    "domain_name",
    "account_id",
    "project_id",
    "user_name",
    "repository_name",
    "table_name",
    "queue_name",
    "topic_name",
];

/// Whether an attribute names one object of its type.
pub(super) fn is_name(key: &str) -> bool {
    UNIQUE.contains(&key)
}

/// How alike a planned object (`after`) is to an existing one (`before`): the number of equal
/// attributes, or nothing when they are different objects.
///
/// Every naming attribute that the plan knows must be equal, and at least one must be there.
/// A type without any (such as `terraform_data`) has to be equal in all that is known.
pub(super) fn likeness(before: Reading<'_>, after: Reading<'_>) -> Option<usize> {
    let planned = after.known()?;
    let named = |key: &&str| !after.key(key).is_unset() && !after.key(key).is_unknown();
    let names: Vec<&str> = IDENTITY.iter().copied().filter(named).collect();
    if names.iter().any(|key| !before.key(key).same(after.key(key))) {
        return None;
    }
    let mut equal = 0;
    for key in planned.keys() {
        let there = after.key(key);
        if NOISE.contains(&key) || there.is_unset() || there.is_unknown() {
            continue;
        }
        if before.key(key).same(there) {
            equal += 1;
        } else if names.is_empty() {
            return None;
        }
    }
    (equal > 0).then_some(equal)
}

/// The attributes in which an instance is changed, as far as both sides are known.
pub(super) fn changed_keys<'v>(before: Reading<'v>, after: Reading<'v>) -> Vec<&'v str> {
    let keys = after.known().map(Value::keys).unwrap_or_default();
    keys.into_iter()
        .filter(|key| !NOISE.contains(key))
        .filter(|key| {
            let (old, new) = (before.key(key), after.key(key));
            // Optional attributes that the provider filled in read as removed in a
            // replacement, so only what the plan sets counts.
            new.known().is_some() && !new.is_unset() && !old.same(new)
        })
        .collect()
}

/// A naming attribute of the object that can be shown, for a `for_each` key.
pub(super) fn shown_name(object: Reading<'_>) -> Option<String> {
    IDENTITY.iter().find_map(|key| {
        let value = object.key(key).known()?;
        let text = crate::plan::redact::show(object.key(key), key);
        (!value.is_sensitive() && value.test_str(|text| !text.is_empty())?).then_some(text)
    })
}
