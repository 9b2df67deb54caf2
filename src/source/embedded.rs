//! The shipped registry, carried inside the binary so that every command works in an empty folder.

use super::file::{SourceFile, Sources};

/// The shipped files: name and text. A test holds this list against the folder `roles/`.
pub const EMBEDDED: [(&str, &str); 3] = [
    (
        "community-manager.yaml",
        include_str!("../../roles/community-manager.yaml"),
    ),
    ("registry.yaml", include_str!("../../roles/registry.yaml")),
    (
        "social-media-manager.yaml",
        include_str!("../../roles/social-media-manager.yaml"),
    ),
];

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

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/roles");
        let mut on_disk: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        on_disk.sort();
        assert_eq!(on_disk, EMBEDDED.map(|(name, _)| name.to_owned()));
    }
}
