//! Any text at all: problems, never a panic, and every place inside its file.

use super::any_text::{read, read_with_other_words, read_with_team};
use proptest::prelude::*;
use roles::source::EMBEDDED;

/// A role that nothing is wrong with.
const ROLE: &str = "name: Role\ntasks: [{id: t, name: T}]";

/// A team that nothing is wrong with, either.
const TEAM: &str = "\
people:
  - {name: Ana, roles: [role, other], hours_per_week: 40}
  - name: Zoé
    position: one-person
  - {name: Eva}
pins:
  role/t: Ana
  other/o: Zoé
";

/// Other words that nothing is wrong with.
const WORDS: &str = "\
role:
  t: {en: [Tea, 1], fr: [Thé]}
other:
  o: [{en: Oh, fr: Ô}, Eau]
";

/// Every case that once failed, as a role, as `registry.yaml`, as `team.yaml` and as `also_called.yaml`.
#[test]
fn what_once_failed_does_not_fail_again() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
    let mut cases = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        read("version: 1", &bytes);
        read(&bytes, ROLE);
        read_with_team("version: 1", ROLE, &bytes);
        read_with_other_words("version: 1", ROLE, &bytes);
        cases += 1;
    }
    assert!(cases >= 5);
}

/// A shipped file with a few places changed.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    (0..EMBEDDED.len()).prop_flat_map(|number| with_slips(EMBEDDED[number].1))
}

/// A text with a few places changed.
fn with_slips(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let snippets = [
        "\n", " ", "\t", ":", "- ", "{", "}", "[", "]", "\"", "'", "*a", "&a", "!x ", "<<: ",
        "|\n", "~", "\u{202e}", "\u{0}", "\u{1b}", "é", "---\n", "# ", "1e999", ".inf",
    ];
    let change =
        (any::<prop::sample::Index>(), 0..12_usize, prop::sample::select(snippets.to_vec()));
    proptest::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut text = text.as_bytes().to_vec();
        for (place, cut, snippet) in changes {
            let start = place.index(text.len() + 1);
            let end = (start + cut).min(text.len());
            text.splice(start..end, snippet.bytes());
        }
        text
    })
}

/// Pieces of YAML in any order.
fn scraps() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "name", "tasks", "id", "area", "after", "handoffs", "sizes", "employees", "version",
            "languages", "sources", "positions", "hours_per_week", "coordinates_with", "people",
            "roles", "position", "pins"
        ])
        .prop_map(|key| format!("{key}: ")),
        prop::sample::select(vec![
            "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ", ", "|", ">", "&a ", "*a",
            "!!str ", "!x ", "? ", "'", "\"", "# c\n", "role/x", "role/t: ", "Ana", "1", "2.5",
            "~", "yes", "<<: *a", "\t", "\r\n"
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes(registry in proptest::collection::vec(any::<u8>(), 0..200), role in proptest::collection::vec(any::<u8>(), 0..200)) {
        read(registry, role);
    }

    #[test]
    fn any_scraps_of_yaml(registry in scraps(), role in scraps()) {
        read(registry, role);
    }

    #[test]
    fn any_scraps_beside_a_good_file(role in scraps()) {
        read("version: 1", role);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_bytes_as_a_team(team in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_with_team("version: 1", ROLE, team);
    }

    #[test]
    fn any_scraps_as_a_team(registry in scraps(), team in scraps()) {
        read_with_team("version: 1", ROLE, &team);
        read_with_team(registry, ROLE, team);
    }

    #[test]
    fn any_scraps_as_other_words(registry in scraps(), words in scraps()) {
        read_with_other_words("version: 1", ROLE, &words);
        read_with_other_words(registry, ROLE, words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn shipped_files_with_slips(text in mutated()) {
        read(&text, ROLE);
        read("version: 1", text);
    }

    #[test]
    fn other_words_with_slips(text in with_slips(WORDS)) {
        read_with_other_words("version: 1", ROLE, text);
    }

    #[test]
    fn a_team_with_slips(text in with_slips(TEAM)) {
        read_with_team("version: 1", ROLE, text);
    }
}

#[test]
fn a_text_that_is_no_registry_has_problems() {
    for text in [
        "",
        "# nothing",
        "just words",
        "[]",
        "12",
        "- a\n- b",
        "name: [",
        "version: 1\nversion: 1",
        "\u{feff}",
    ] {
        assert!(!read(text, ROLE).is_empty(), "{text:?} as registry.yaml");
        assert!(!read("version: 1", text).is_empty(), "{text:?} as a role");
        let problems = read_with_team("version: 1", ROLE, text);
        assert!(!problems.is_empty(), "{text:?} as a team");
        let problems = read_with_other_words("version: 1", ROLE, text);
        assert!(!problems.is_empty(), "{text:?} as other words");
    }
    assert_eq!(read("version: 1", ROLE), []);
    assert_eq!(read_with_team("version: 1", ROLE, TEAM), []);
    assert_eq!(read_with_other_words("version: 1", ROLE, WORDS), []);
}
