//! Holds a file of a registry against the JSON Schema of its kind, as an editor would.

use roles::source::SCHEMAS;
use serde_json::Value;

/// The schema with this name.
pub fn schema(kind: &str) -> Value {
    let (_, text) = SCHEMAS.iter().find(|(name, _)| *name == kind).unwrap();
    serde_json::from_str(text).unwrap()
}

/// What the schema finds wrong in a YAML text; `None` for a text that is not even YAML.
pub fn faults(kind: &str, yaml: &str) -> Option<Vec<String>> {
    let value: Value = serde_yaml::from_str(yaml).ok()?;
    let validator = jsonschema::draft7::new(&schema(kind)).unwrap();
    let faults = validator.iter_errors(&value);
    Some(faults.map(|fault| format!("{}: {fault}", fault.instance_path())).collect())
}

/// The kind of a file by its stem.
pub fn kind(stem: &str) -> &str {
    match stem {
        "registry" | "team" | "also_called" => stem,
        _ => "role",
    }
}
