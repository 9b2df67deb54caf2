//! Any text at all: problems, never a panic, and every place inside its file.

use super::registries::file;
use proptest::prelude::*;
use roles::model::Registry;
use roles::problem::{Place, Problem};
use roles::query::{self, TaskFilter};
use roles::render::problems::draw;
use roles::render::{Look, PageFormat, Reader, pages, write_page};
use roles::source::{EMBEDDED, SourceFile, Sources};
use roles::{check, resolve};

const LOOK: Look = Look {
    width: 80,
    color: false,
    ascii: true,
};

/// A role that nothing is wrong with.
const ROLE: &[u8] = b"name: Role\ntasks: [{id: t, name: T}]";

/// Reads a registry of these texts and looks at every problem.
fn read(registry: Vec<u8>, role: Vec<u8>) -> Result<(), Vec<Problem>> {
    let bytes = |stem: &str, bytes| {
        SourceFile::from_bytes(format!("roles/{stem}.yaml"), stem.to_owned(), bytes)
    };
    let sources = Sources::of(vec![
        bytes("registry", registry),
        bytes("role", role),
        file("other", "name: Other\ntasks: [{id: o, name: O}]".to_owned()),
    ]);
    let problems = match resolve::read(&sources) {
        Ok(registry) => {
            ask(&registry);
            check::warnings(&registry, &sources)
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems
        }
    };
    for problem in &problems {
        let text = sources.file(problem.place.file()).unwrap().text();
        if let Place::Span(span) = problem.place {
            let (start, end) = (span.start as usize, span.end as usize);
            assert!(
                start <= end && text.is_char_boundary(start) && text.is_char_boundary(end),
                "{problem:?} lies outside its file"
            );
        }
        let drawn = draw(problem, &sources, LOOK);
        assert!(
            !drawn.contains(is_raw),
            "{drawn:?} reaches the terminal raw"
        );
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// What moves the cursor or turns the direction of writing.
fn is_raw(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Asks for lists, a comparison and each role, in every format, and looks at what would be shown.
fn ask(registry: &Registry) {
    let reader = Reader::new(registry, None);
    let roles: Vec<_> = registry.roles().collect();
    let mut all = vec![
        pages::role_list(&query::roles(registry), &reader),
        pages::task_list(&query::tasks(registry, &TaskFilter::default()), &reader),
        pages::comparison(&query::compare(registry, &roles), &reader),
    ];
    let cards = roles.iter().map(|&role| query::show_role(registry, role));
    all.extend(cards.map(|card| pages::role_card(&card, true, &reader)));
    for page in &all {
        for format in [PageFormat::Table, PageFormat::Markdown, PageFormat::Csv] {
            let mut out = Vec::new();
            write_page(page, format, &reader, LOOK, &mut out).unwrap();
            let shown = String::from_utf8(out).unwrap();
            assert!(!shown.contains(is_raw), "{shown:?} is shown raw");
        }
    }
}

/// Every case that once failed, as a role and as `registry.yaml`.
#[test]
fn what_once_failed_does_not_fail_again() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
    let mut cases = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let _ = read(b"version: 1".to_vec(), bytes.clone());
        let _ = read(bytes, ROLE.to_vec());
        cases += 1;
    }
    assert!(cases >= 5);
}

/// A shipped file with a few places changed.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let snippets = [
        "\n", " ", "\t", ":", "- ", "{", "}", "[", "]", "\"", "'", "*a", "&a", "!x ", "<<: ",
        "|\n", "~", "\u{202e}", "\u{0}", "\u{1b}", "é", "---\n", "# ", "1e999", ".inf",
    ];
    let change = (
        any::<prop::sample::Index>(),
        0..12_usize,
        prop::sample::select(snippets.to_vec()),
    );
    (0..EMBEDDED.len(), proptest::collection::vec(change, 1..6)).prop_map(|(number, changes)| {
        let mut text = EMBEDDED[number].1.as_bytes().to_vec();
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
            "name",
            "tasks",
            "id",
            "area",
            "after",
            "handoffs",
            "sizes",
            "employees",
            "version",
            "languages",
            "sources",
            "positions",
            "hours_per_week",
            "coordinates_with"
        ])
        .prop_map(|key| format!("{key}: ")),
        prop::sample::select(vec![
            "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ", ", "|", ">", "&a ", "*a",
            "!!str ", "!x ", "? ", "'", "\"", "# c\n", "role/x", "1", "2.5", "~", "yes", "<<: *a",
            "\t", "\r\n"
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_bytes(registry in proptest::collection::vec(any::<u8>(), 0..200), role in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(registry, role);
    }

    #[test]
    fn any_scraps_of_yaml(registry in scraps(), role in scraps()) {
        let _ = read(registry.into_bytes(), role.into_bytes());
    }

    #[test]
    fn any_scraps_beside_a_good_file(role in scraps()) {
        let _ = read(b"version: 1".to_vec(), role.into_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn shipped_files_with_slips(text in mutated()) {
        let _ = read(text.clone(), ROLE.to_vec());
        let _ = read(b"version: 1".to_vec(), text);
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
        assert!(
            read(text.into(), ROLE.to_vec()).is_err(),
            "{text:?} as registry.yaml"
        );
        assert!(
            read(b"version: 1".to_vec(), text.into()).is_err(),
            "{text:?} as a role"
        );
    }
    assert_eq!(read(b"version: 1".to_vec(), ROLE.to_vec()), Ok(()));
}
