//! Which resource types hold what cannot be made again, and what softens a destroy.
//!
//! The table `stateful.csv` beside this file is the source of truth.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::condition::Condition;
use crate::finding::{Evidence, Severity};
use crate::plan::Reading;

const TABLE: &str = include_str!("stateful.csv");

/// What kind of thing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Records, files, messages, images, backups.
    Data,
    /// Keys, certificates, secrets.
    EncryptionKey,
    /// Users, roles, trust.
    Identity,
    /// Zones and records.
    Dns,
    /// Addresses and entry points.
    NetworkEdge,
    /// What gets another identity when made again.
    IrreversibleRecreate,
}

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Stateful {
    /// What kind of thing is lost.
    pub class: Class,
    /// How bad that is.
    pub severity: Severity,
    /// What is lost, as a clause.
    pub why: &'static str,
    /// While one of these holds, the provider refuses to destroy.
    guards: Vec<Condition>,
    /// While one of these holds, something can be brought back.
    nets: Vec<Condition>,
}

/// A softener that holds on a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Softeners {
    /// Guards that hold: the apply will fail.
    pub guards: Vec<Evidence>,
    /// Nets that hold: something remains.
    pub nets: Vec<Evidence>,
}

impl Stateful {
    /// The row of `resource_type`.
    #[must_use]
    pub fn of(resource_type: &str) -> Option<&'static Self> {
        static ROWS: OnceLock<HashMap<&'static str, Stateful>> = OnceLock::new();
        ROWS.get_or_init(|| rows().collect()).get(resource_type)
    }

    /// What softens the destruction of the object that `before` describes. Read from
    /// `before`, because a provider reads the state when it destroys.
    #[must_use]
    pub fn softeners(&self, before: Reading<'_>) -> Softeners {
        let holding = |conditions: &[Condition]| {
            let holding = conditions.iter().filter(|condition| condition.holds(before));
            holding
                .map(|condition| Evidence {
                    path: condition.path.to_owned(),
                    before: Some(condition.shown(before)),
                    after: None,
                })
                .collect()
        };
        Softeners { guards: holding(&self.guards), nets: holding(&self.nets) }
    }
}

impl Class {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "data" => Self::Data,
            "encryption-key" => Self::EncryptionKey,
            "identity" => Self::Identity,
            "dns" => Self::Dns,
            "network-edge" => Self::NetworkEdge,
            "irreversible-recreate" => Self::IrreversibleRecreate,
            _ => return None,
        })
    }

    /// What a resource of this class is, for "plan destroys …".
    #[must_use]
    pub fn noun(self, resource_type: &str) -> String {
        match self {
            Self::Data if is_setting(resource_type) => "settings that data depends on".to_owned(),
            Self::Data => format!("{} that holds data", data_noun(resource_type)),
            Self::EncryptionKey => "key or secret material".to_owned(),
            Self::Identity => "an identity that others rely on".to_owned(),
            Self::Dns => "DNS that others resolve".to_owned(),
            Self::NetworkEdge if is_network(resource_type) => {
                "a network that others are in or go through".to_owned()
            }
            Self::NetworkEdge => "an entry point that others connect to".to_owned(),
            Self::IrreversibleRecreate
                if matches!(resource_type, "terraform_data" | "null_resource") =>
            {
                "a resource that provisioners or others are triggered by".to_owned()
            }
            Self::IrreversibleRecreate => {
                "something that cannot be made again as it was".to_owned()
            }
        }
    }
}

/// Whether the type is a network or a way through one, not an address on it.
fn is_network(resource_type: &str) -> bool {
    let parts =
        ["subnet", "vpc", "_network", "vnet", "gateway", "peering", "transit", "route_table"];
    let points = ["api_gateway", "apigateway", "application_gateway", "api_management"];
    parts.iter().any(|part| resource_type.contains(part))
        && !points.iter().any(|part| resource_type.contains(part))
}

/// Whether the type is about a data store without being one: `aws_s3_bucket_versioning` is
/// no bucket.
fn is_setting(resource_type: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "_association",
        "_backup_plan",
        "_lock_configuration",
        "_replication_configuration",
        "_topic_subscription",
        "_logging",
        "_policy",
        "_replication",
        "_rule",
        "_schedule",
        "_selection",
        "_setting",
        "_versioning",
    ];
    ENDINGS.iter().any(|ending| resource_type.ends_with(ending))
}

/// The everyday word for a data store, as far as its type's name tells.
fn data_noun(resource_type: &str) -> &'static str {
    const NOUNS: &[(&str, &str)] = &[
        ("table_item", "an item"),
        ("table_entity", "an item"),
        ("snapshot", "a backup"),
        ("backup", "a backup"),
        ("recovery", "a backup"),
        ("bucket", "a bucket"),
        ("table", "a table"),
        ("log_group", "a log group"),
        ("queue", "a queue"),
        ("topic", "a topic"),
        ("stream", "a stream"),
        ("file_system", "a file system"),
        ("volume", "a disk"),
        ("disk", "a disk"),
        ("repository", "a repository"),
        ("registry", "a registry"),
        ("db", "a database"),
        ("rds", "a database"),
        ("sql", "a database"),
        ("database", "a database"),
        ("redis", "a data store"),
    ];
    if ["_object", "_object_copy", "_blob"].iter().any(|ending| resource_type.ends_with(ending)) {
        return "an object";
    }
    let found = NOUNS.iter().find(|(part, _)| resource_type.contains(part));
    found.map_or("a resource", |(_, noun)| noun)
}

fn rows() -> impl Iterator<Item = (&'static str, Stateful)> {
    crate::table::rows(TABLE).map(|row| {
        let [resource_type, class, severity, why, guards, nets] = row;
        let conditions = |list: &'static str| {
            list.split(';').filter(|text| !text.is_empty()).filter_map(Condition::parse).collect()
        };
        let row = Stateful {
            class: Class::parse(class).expect("a test reads every row"),
            severity: severity.parse().expect("a test reads every row"),
            why,
            guards: conditions(guards),
            nets: conditions(nets),
        };
        (resource_type, row)
    })
}

#[cfg(test)]
mod tests {
    use super::{Condition, Stateful, TABLE, rows};

    #[test]
    fn what_belongs_to_a_store_is_not_called_the_store() {
        for (resource_type, expected) in [
            ("aws_s3_bucket", "a bucket that holds data"),
            ("aws_s3_bucket_object", "an object that holds data"),
            ("aws_s3_bucket_versioning", "settings that data depends on"),
            ("aws_dynamodb_table_item", "an item that holds data"),
            ("scaleway_object_bucket", "a bucket that holds data"),
        ] {
            let row = Stateful::of(resource_type).unwrap();
            assert_eq!(row.class.noun(resource_type), expected);
        }
    }

    #[test]
    fn every_row_is_whole() {
        let types: Vec<_> = rows()
            .map(|(resource_type, row)| {
                assert!(!row.why.is_empty() && !row.why.ends_with('.'), "{resource_type}");
                resource_type
            })
            .collect();
        assert!(types.len() > 770, "{}", types.len());
        assert!(types.is_sorted_by(|a, b| a < b), "sorted, each type once");
        for [resource_type, .., guards, nets] in crate::table::rows::<6>(TABLE) {
            for text in guards.split(';').chain(nets.split(';')).filter(|text| !text.is_empty()) {
                assert!(Condition::parse(text).is_some(), "{resource_type}: {text}");
            }
        }
    }
}
