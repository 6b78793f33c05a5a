//! The parts of SARIF 2.1.0 that decide something, in the layout of the standard.
//!
//! Fields that are not read are skipped. Those that are have to have their shape: a level or
//! a kind that the standard does not know is refused, because its meaning is not known.
//! Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
pub(super) struct Log {
    pub version: String,
    pub runs: Vec<Run>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run {
    pub tool: Tool,
    /// Absent where the tool did not look for results.
    pub results: Option<Vec<Outcome>>,
    pub invocations: Option<Vec<Invocation>>,
    pub artifacts: Option<Vec<Artifact>>,
    pub original_uri_base_ids: Option<BTreeMap<String, ArtifactLocation>>,
    pub external_property_file_references: Option<ExternalFiles>,
}

#[derive(Deserialize)]
pub(super) struct ExternalFiles {
    pub results: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize)]
pub(super) struct Tool {
    pub driver: Component,
    pub extensions: Option<Vec<Component>>,
}

#[derive(Deserialize)]
pub(super) struct Component {
    pub name: String,
    pub rules: Option<Vec<Descriptor>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    pub id: String,
    pub short_description: Option<Message>,
    pub full_description: Option<Message>,
    pub help_uri: Option<String>,
    pub message_strings: Option<BTreeMap<String, Message>>,
    pub default_configuration: Option<DefaultConfiguration>,
    pub properties: Option<Properties>,
}

#[derive(Deserialize)]
pub(super) struct DefaultConfiguration {
    pub level: Option<Level>,
}

#[derive(Deserialize)]
pub(super) struct Properties {
    /// A score as of CVSS, from 0.0 to 10.0; a string, and from some tools a number.
    #[serde(rename = "security-severity")]
    pub security_severity: Option<Score>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Score {
    Text(String),
    Number(serde_json::Number),
}

#[derive(Deserialize)]
pub(super) struct Message {
    pub text: Option<String>,
    pub id: Option<String>,
    pub arguments: Option<Vec<String>>,
}

/// A `result` of the standard.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Outcome {
    pub rule_id: Option<String>,
    pub rule_index: Option<i64>,
    pub rule: Option<Reference>,
    pub kind: Option<Kind>,
    pub level: Option<Level>,
    pub message: Option<Message>,
    pub locations: Option<Vec<Location>>,
    pub suppressions: Option<Vec<Suppression>>,
    pub baseline_state: Option<BaselineState>,
    pub properties: Option<Properties>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Reference {
    pub id: Option<String>,
    pub index: Option<i64>,
    pub tool_component: Option<ComponentReference>,
}

#[derive(Deserialize)]
pub(super) struct ComponentReference {
    pub index: Option<i64>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) enum Kind {
    Fail,
    Open,
    Review,
    Pass,
    NotApplicable,
    Informational,
}

/// In their order of weight.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "camelCase")]
pub(super) enum Level {
    None,
    Note,
    Warning,
    Error,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) enum BaselineState {
    New,
    Unchanged,
    Updated,
    /// The result was there once, and is not any more.
    Absent,
}

#[derive(Deserialize)]
pub(super) struct Suppression {
    pub status: Option<SuppressionStatus>,
    pub justification: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) enum SuppressionStatus {
    Accepted,
    UnderReview,
    Rejected,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location {
    pub physical_location: Option<PhysicalLocation>,
    pub logical_locations: Option<Vec<LogicalLocation>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation {
    pub artifact_location: Option<ArtifactLocation>,
    pub region: Option<Region>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    pub uri: Option<String>,
    pub uri_base_id: Option<String>,
    pub index: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Artifact {
    pub location: Option<ArtifactLocation>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    pub start_line: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LogicalLocation {
    pub fully_qualified_name: Option<String>,
    pub name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub execution_successful: Option<bool>,
    pub process_start_failure_message: Option<String>,
    pub tool_execution_notifications: Option<Vec<Notification>>,
    pub tool_configuration_notifications: Option<Vec<Notification>>,
}

#[derive(Deserialize)]
pub(super) struct Notification {
    pub level: Option<Level>,
    pub message: Option<Message>,
}
