use super::TERMINAL;
use crate::written::written;
use roles::model::Language;
use roles::problem::{Code, Problem};
use roles::render::{Reader, Words, json, one_line, problems, visible, wrap};
use roles::source::{FileId, SourceFile, Sources, Span};
use std::collections::BTreeMap;

#[test]
fn nothing_dangerous_reaches_the_terminal() {
    assert_eq!(one_line("a\u{1b}[31mb\u{202e}c\u{9b}d"), "a\\u{1b}[31mb\\u{202e}c\\u{9b}d");
    assert_eq!(one_line(" two\n  lines\there "), "two lines here");
    assert_eq!(one_line("👩‍👧 नमस्ते"), "👩‍👧 नमस्ते");
    let scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
    assert_eq!(one_line(scotland), scotland);
    assert_eq!(one_line("a\u{e0067}\u{ad}\u{3164}"), "a\\u{e0067}\\u{ad}\\u{3164}");
    assert_eq!(visible("a\nb\u{0}"), "a\nb\\u{0}");
}

#[test]
fn json_means_the_same_when_it_is_made_visible() {
    let written = |text: &str| {
        let mut out = Vec::new();
        json::write(&BTreeMap::from([("a", text)]), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let text = "a\u{7f}\u{9b}\u{202e}\u{e0067}\u{feff}\"\\\n👩\u{200d}👧é";
    let shown = written(text);
    let expected = r#""a\u007f\u009b\u202e\udb40\udc67\ufeff\"\\\n👩‍👧é""#;
    assert_eq!(shown, format!("{{\n  \"a\": {expected}\n}}\n"));
    let read: BTreeMap<String, String> = serde_json::from_str(&shown).unwrap();
    assert_eq!(read["a"], text);
}

#[test]
fn texts_wrap_between_words_and_ids_after_hyphens() {
    let lines = |text: &str, width| wrap(text, width).join("|");
    assert_eq!(lines("one two three", 8), "one two|three");
    assert_eq!(lines("deux mots\u{a0}: oui", 10), "deux|mots\u{a0}: oui");
    assert_eq!(wrap("unbreakable", 4).concat(), "unbreakable");
    assert_eq!(lines("social-media-manager", 13), "social-media-|manager");
    assert_eq!(lines("ask social-media-manager", 14), "ask|social-media-|manager");
    assert_eq!(lines("one two-three", 9), "one|two-three");
}

#[test]
fn every_message_is_read_when_it_is_asked_for() {
    for (tag, text) in [
        ("en", include_str!("../../../src/render/words/en.ftl")),
        ("fr", include_str!("../../../src/render/words/fr.ftl")),
        ("es", include_str!("../../../src/render/words/es.ftl")),
    ] {
        let words = Words::new(Language::parse(tag).as_ref());
        for line in text.lines().filter(|line| line.starts_with(|it: char| it.is_ascii_lowercase()))
        {
            // An unknown message is its id.
            let id = line.split(" =").next().unwrap();
            assert!(words.word(id) != id || line == format!("{id} = {id}"), "{tag}: {id}");
        }
    }
}

#[test]
fn plurals_are_right() {
    let say =
        |tag: &str, n: usize| Words::new(Language::parse(tag).as_ref()).count("count-tasks", n);
    assert_eq!([say("en", 0), say("en", 1), say("en", 2)], ["0 tasks", "1 task", "2 tasks"]);
    assert_eq!([say("fr", 0), say("fr", 1), say("fr", 2)], ["0 tâche", "1 tâche", "2 tâches"]);
    assert_eq!(
        [say("es-MX", 0), say("es-MX", 1), say("es-MX", 2)],
        ["0 tareas", "1 tarea", "2 tareas"]
    );
    assert_eq!(say("de", 2), "2 tasks");
}

#[test]
fn decimals_are_written_as_in_the_reader_s_region() {
    let number = |tag: &str| Words::new(Language::parse(tag).as_ref()).number("2.5");
    for tag in ["en", "en-GB", "de", "de-DE", "es-MX", "es_us", "es-419", "es-Latn-PE"] {
        assert_eq!(number(tag), "2.5", "{tag}");
    }
    for tag in ["en-ZA", "es", "es-ES", "es-AR", "es-CR", "fr", "fr-CA", "fr-CH"] {
        assert_eq!(number(tag), "2,5", "{tag}");
    }
}

#[test]
fn only_a_small_word_begins_in_a_small_letter() {
    let inside = |tag: &str, words: &str, expected: &str| {
        let name = serde_json::to_string(words).unwrap();
        let registry = written("", &[("r", &format!("name: {name}\ntasks: []\n"))]);
        let reader = Reader::new(&registry, Language::parse(tag).as_ref());
        let role = registry.role(registry.roles().next().unwrap());
        assert_eq!(reader.inside(&role.name), expected, "{tag}");
    };
    inside("en", "The goals", "the goals");
    inside("en", "What users say", "what users say");
    inside("fr", "L'avis du public", "l'avis du public");
    inside("es", "Lo que dicen", "lo que dicen");
    for as_it_is in ["Instagram figures", "A/B tests", "THE goals", "The", "Les posts"] {
        inside("en", as_it_is, as_it_is);
    }
}

/// The header of a problem at the first `x` of a line.
fn header(line: &str) -> String {
    let file = SourceFile::new("roles/a.yaml".into(), "a".into(), Ok(line.to_owned()));
    let at = u32::try_from(line.find('x').unwrap()).unwrap();
    let problem = Problem::new(Code::InvalidValue, Span::new(FileId(0), at, at + 1), "wrong");
    let mut drawn = Vec::new();
    problems::write_all(&[problem], &Sources::of(vec![file]), TERMINAL, 1, &mut drawn).unwrap();
    String::from_utf8(drawn).unwrap().lines().nth(1).unwrap().trim().to_owned()
}

#[test]
fn columns_are_those_of_the_file_however_the_line_is_shown() {
    assert_eq!(header("name: x"), "--> roles/a.yaml:1:7");
    assert_eq!(
        header(&format!("{}x{}", "é".repeat(300), "b".repeat(300))),
        "--> roles/a.yaml:1:301"
    );
    assert_eq!(header("a\u{200b}\u{200b}x"), "--> roles/a.yaml:1:4");
}
