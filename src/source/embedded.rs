//! The shipped registry and the catalogue of further roles, carried inside the binary so that every command works in an
//! empty folder.

use super::file::{HEAD_STEM, SourceFile, Sources, is_role};
use std::sync::LazyLock;

// `EMBEDDED` and `CATALOGUE`: the names and texts of the files that `build.rs` found in `roles/` and `roles/catalogue/`.
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The folder of the catalogue in that of the shipped registry.
pub const CATALOGUE_FOLDER: &str = "catalogue";

/// The JSON Schemas of the files, for editors and other tools: what a file is called, and its schema. They lie in the
/// hidden folder [`SCHEMA_FOLDER`] of a registry.
pub const SCHEMAS: [(&str, &str); 5] = [
    ("role", include_str!("../../roles/.schema/role.json")),
    ("change", include_str!("../../roles/.schema/change.json")),
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

/// The head of the shipped registry, whose lists stand in for those that a registry leaves out.
pub fn shipped_head() -> &'static SourceFile {
    static HEAD: LazyLock<SourceFile> = LazyLock::new(|| {
        let head = EMBEDDED.iter().find(|(name, _)| stem(name) == HEAD_STEM);
        let text = head.map_or("", |(_, text)| text);
        SourceFile::built_in(HEAD_STEM.to_owned(), HEAD_STEM.to_owned(), text)
    });
    &HEAD
}

/// The shipped registry with the roles of the catalogue.
pub fn catalogue() -> Sources {
    with_catalogue(embedded())
}

/// The same without other words for shipped tasks, for those who have the shipped roles beside it.
pub fn catalogue_alone() -> Sources {
    with_catalogue(embedded().without_other_words())
}

fn with_catalogue(mut sources: Sources) -> Sources {
    sources.files.extend(files("catalogue", &CATALOGUE));
    sources
}

/// The ids of the roles of the catalogue.
pub fn ids_of_catalogue() -> impl Iterator<Item = &'static str> {
    CATALOGUE.iter().map(|(name, _)| stem(name)).filter(|stem| is_role(stem))
}

/// The ids of the roles that can be added to a registry that lacks them: those of the catalogue, and the shipped ones.
pub fn ids_offered() -> impl Iterator<Item = &'static str> {
    ids_of_catalogue().chain(ids_of_shipped())
}

/// Whether a role with this id can be added.
pub fn is_offered(id: &str) -> bool {
    ids_offered().any(|other| other == id)
}

/// The ids of the shipped roles.
pub fn ids_of_shipped() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(name, _)| stem(name)).filter(|stem| is_role(stem))
}

/// Whether the catalogue has a role with this id.
pub fn is_in_catalogue(id: &str) -> bool {
    ids_of_catalogue().any(|other| other == id)
}

fn files(place: &str, files: &[(&str, &str)]) -> Vec<SourceFile> {
    let file = |(name, text): &(&str, &str)| {
        SourceFile::built_in(format!("({place}) {name}"), stem(name).to_owned(), text)
    };
    files.iter().map(file).collect()
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".yaml").unwrap_or(name)
}
