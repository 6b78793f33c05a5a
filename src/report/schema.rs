//! The JSON Schema of the report, written from its types: out of date, it fails here.

use std::fs;
use std::path::Path;

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::{Report, SCHEMA_VERSION};

/// As the types say it, and two things that they cannot: the version is this one, and fields
/// may be added.
fn generated() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema: Value = generator.into_root_schema_for::<Report>().into();
    schema["title"] = json!("tfgate report");
    schema["properties"]["schema_version"]["const"] = json!(SCHEMA_VERSION);
    format!("{schema:#}\n")
}

#[test]
fn the_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/report.schema.json");
    let schema = generated();
    if std::env::var_os("TFGATE_UPDATE").is_some() {
        fs::write(&path, &schema).unwrap();
        return;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == schema, "schemas/report.schema.json: TFGATE_UPDATE=1 cargo test");
}
