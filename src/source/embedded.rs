//! The shipped registry, carried inside the binary so that every command works in an empty folder.

use super::file::{SourceFile, Sources};

/// The shipped files: name and text. A test holds this list against the folder `roles/`.
pub const EMBEDDED: [(&str, &str); 4] = [
    ("also_called.yaml", include_str!("../../roles/also_called.yaml")),
    ("community-manager.yaml", include_str!("../../roles/community-manager.yaml")),
    ("registry.yaml", include_str!("../../roles/registry.yaml")),
    ("social-media-manager.yaml", include_str!("../../roles/social-media-manager.yaml")),
];

/// The JSON Schemas of the files, for editors and other tools: what a file is called, and its schema. They lie in the
/// hidden folder [`SCHEMA_FOLDER`] of a registry.
pub const SCHEMAS: [(&str, &str); 4] = [
    ("role", include_str!("../../roles/.schema/role.json")),
    ("registry", include_str!("../../roles/.schema/registry.json")),
    ("team", include_str!("../../roles/.schema/team.json")),
    ("also_called", include_str!("../../roles/.schema/also_called.json")),
];

/// The folder of the schemas in that of a registry.
pub const SCHEMA_FOLDER: &str = ".schema";

/// The shipped registry as sources.
pub fn embedded() -> Sources {
    let file = |(name, text): &(&str, &str)| {
        let stem = name.trim_end_matches(".yaml").to_owned();
        SourceFile::new(format!("(shipped) {name}"), stem, Ok((*text).to_owned()))
    };
    Sources::of(EMBEDDED.iter().map(file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of what lies in a folder below `roles/`.
    fn names(folder: &str) -> Vec<String> {
        let folder = format!("{}/roles/{folder}", env!("CARGO_MANIFEST_DIR"));
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let mut files = EMBEDDED.map(|(name, _)| name.to_owned()).to_vec();
        files.insert(0, SCHEMA_FOLDER.to_owned());
        assert_eq!(names(""), files);
        let mut schemas = SCHEMAS.map(|(name, _)| format!("{name}.json"));
        schemas.sort();
        assert_eq!(names(SCHEMA_FOLDER), schemas);
    }
}
