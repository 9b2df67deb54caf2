//! The shipped registry and the catalogue of further roles, carried inside the binary so that every command works in an
//! empty folder.

use super::file::{OTHER_WORDS_STEM, SourceFile, Sources, is_role};

// `EMBEDDED` and `CATALOGUE`: the names and texts of the files that `build.rs` found in `roles/` and `roles/catalogue/`.
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The folder of the catalogue in that of the shipped registry.
pub const CATALOGUE_FOLDER: &str = "catalogue";

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
    Sources::of(files("shipped", &EMBEDDED))
}

/// The shipped registry with the roles of the catalogue.
pub fn catalogue() -> Sources {
    let mut all = files("shipped", &EMBEDDED);
    all.extend(files("catalogue", &CATALOGUE));
    Sources::of(all)
}

/// The same without other words for shipped tasks, for those who have the shipped registry beside it.
pub fn catalogue_alone() -> Sources {
    let mut all = files("shipped", &EMBEDDED);
    all.retain(|file| file.stem != OTHER_WORDS_STEM);
    all.extend(files("catalogue", &CATALOGUE));
    Sources::of(all)
}

/// The ids of the roles of the catalogue.
pub fn ids_of_catalogue() -> impl Iterator<Item = &'static str> {
    CATALOGUE.iter().map(|(name, _)| stem(name)).filter(|stem| is_role(stem))
}

/// Whether the catalogue has a role with this id.
pub fn is_in_catalogue(id: &str) -> bool {
    ids_of_catalogue().any(|other| other == id)
}

fn files(place: &str, files: &[(&str, &str)]) -> Vec<SourceFile> {
    let file = |(name, text): &(&str, &str)| {
        SourceFile::new(format!("({place}) {name}"), stem(name).to_owned(), Ok((*text).to_owned()))
    };
    files.iter().map(file).collect()
}

fn stem(name: &str) -> &str {
    name.trim_end_matches(".yaml")
}
