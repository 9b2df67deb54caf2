//! The shipped registry and the catalogue of further roles, carried inside the binary so that every command works in an
//! empty folder.

use super::file::{OTHER_WORDS_STEM, SourceFile, Sources, is_role};

/// The shipped files: name and text. A test holds this list against the folder `roles/`.
pub const EMBEDDED: [(&str, &str); 4] = [
    ("also_called.yaml", include_str!("../../roles/also_called.yaml")),
    ("community-manager.yaml", include_str!("../../roles/community-manager.yaml")),
    ("registry.yaml", include_str!("../../roles/registry.yaml")),
    ("social-media-manager.yaml", include_str!("../../roles/social-media-manager.yaml")),
];

/// The files of the catalogue: roles that are in no registry until they are added, and the areas, sources and other words
/// that these have beyond the shipped registry's. They lie in the folder [`CATALOGUE_FOLDER`] of that.
pub const CATALOGUE: [(&str, &str); 12] = [
    ("also_called.yaml", include_str!("../../roles/catalogue/also_called.yaml")),
    ("community-moderator.yaml", include_str!("../../roles/catalogue/community-moderator.yaml")),
    (
        "community-programme-manager.yaml",
        include_str!("../../roles/catalogue/community-programme-manager.yaml"),
    ),
    ("content-creator.yaml", include_str!("../../roles/catalogue/content-creator.yaml")),
    (
        "head-of-communication.yaml",
        include_str!("../../roles/catalogue/head-of-communication.yaml"),
    ),
    (
        "influencer-relations-manager.yaml",
        include_str!("../../roles/catalogue/influencer-relations-manager.yaml"),
    ),
    (
        "paid-social-specialist.yaml",
        include_str!("../../roles/catalogue/paid-social-specialist.yaml"),
    ),
    ("press-officer.yaml", include_str!("../../roles/catalogue/press-officer.yaml")),
    ("registry.yaml", include_str!("../../roles/catalogue/registry.yaml")),
    ("social-care-agent.yaml", include_str!("../../roles/catalogue/social-care-agent.yaml")),
    ("social-media-analyst.yaml", include_str!("../../roles/catalogue/social-media-analyst.yaml")),
    (
        "social-media-coordinator.yaml",
        include_str!("../../roles/catalogue/social-media-coordinator.yaml"),
    ),
];

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
        files.extend([SCHEMA_FOLDER.to_owned(), CATALOGUE_FOLDER.to_owned()]);
        files.sort();
        assert_eq!(names(""), files);
        assert_eq!(names(CATALOGUE_FOLDER), CATALOGUE.map(|(name, _)| name.to_owned()));
        let mut schemas = SCHEMAS.map(|(name, _)| format!("{name}.json"));
        schemas.sort();
        assert_eq!(names(SCHEMA_FOLDER), schemas);
    }
}
