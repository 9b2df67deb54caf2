//! Characters that move the cursor, change colours, hide, or turn the direction of writing: in every text and every word
//! of every file, as they are and as YAML's escapes.

use super::cases::{lines_of, lines_with_a_place};
use super::harness::{Found, Registry};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A character with the escape that YAML has for it in double quotes.
type Letter = (char, &'static str);

/// Control characters.
const CONTROLS: [Letter; 10] = [
    ('\0', "\\0"),
    ('\u{7}', "\\a"),
    ('\u{8}', "\\b"),
    ('\u{b}', "\\v"),
    ('\u{c}', "\\f"),
    ('\u{1b}', "\\e"),
    ('\u{7f}', "\\x7f"),
    ('\u{80}', "\\x80"),
    ('\u{85}', "\\N"),
    ('\u{9b}', "\\x9b"),
];

/// Characters that turn the direction of writing, or end a line without looking like it.
const DIRECTIONS: [Letter; 11] = [
    ('\u{202a}', "\\u202a"),
    ('\u{202b}', "\\u202b"),
    ('\u{202c}', "\\u202c"),
    ('\u{202d}', "\\u202d"),
    ('\u{202e}', "\\u202e"),
    ('\u{2066}', "\\u2066"),
    ('\u{2067}', "\\u2067"),
    ('\u{2068}', "\\u2068"),
    ('\u{2069}', "\\u2069"),
    ('\u{2028}', "\\L"),
    ('\u{2029}', "\\P"),
];

/// Characters that show nothing.
const HIDDEN: [Letter; 7] = [
    ('\u{200b}', "\\u200b"),
    ('\u{2060}', "\\u2060"),
    ('\u{feff}', "\\ufeff"),
    ('\u{34f}', "\\u034f"),
    ('\u{115f}', "\\u115f"),
    ('\u{3164}', "\\u3164"),
    ('\u{e0148}', "\\U000e0148"),
];

/// The texts of a role file; the character stands in the place of `@`.
const ROLE_TEXTS: [&str; 11] = [
    "name: \"a@b\"\n",
    "name: {en: \"a@b\"}\n",
    "name: R\nalso_called: [\"a@b\"]\n",
    "name: R\npurpose: \"a@b\"\n",
    "name: R\nskills: [\"a@b\"]\n",
    "name: R\nmeasures: [{fr: \"a@b\"}]\n",
    "name: R\nclassification: {\"a@b\": [c]}\n",
    "name: R\nclassification: {a: [\"a@b\"]}\n",
    "name: R\ntasks: [{id: t, name: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, detail: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T}, {id: u, name: U, handoffs: [{to: t, what: \"a@b\"}]}]\n",
];

/// The ids and other words of a role file.
const ROLE_WORDS: [&str; 19] = [
    "name: {\"a@b\": R}\n",
    "name: R\n\"a@b\": c\n",
    "name: R\nfocus: \"a@b\"\n",
    "name: R\nreports_to: \"a@b\"\n",
    "name: R\nsources: [\"a@b\"]\n",
    "name: R\ntasks: \"a@b\"\n",
    "name: R\ntasks: [{id: \"a@b\", name: T}]\n",
    "name: R\ntasks: [{id: t, name: T, \"a@b\": c}]\n",
    "name: R\ntasks: [{id: t, name: T, area: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, cadence: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, hours_per_week: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, importance: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, after: [\"a@b\"]}]\n",
    "name: R\ntasks: [{id: t, name: T, handoffs: [{to: \"a@b\"}]}]\n",
    "name: R\ntasks: [{id: t, name: T, coordinates_with: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, accountable: \"a@b\"}]\n",
    "name: R\ntasks: [{id: t, name: T, consulted: [\"a@b\"]}]\n",
    "name: R\ntasks: [{id: t, name: T, informed: [\"a@b\"]}]\n",
    "name: R\ntasks: [{id: t, name: T, sources: [\"a@b\"]}]\n",
];

/// All texts of a `registry.yaml`, each in a line of its own.
const HEAD_TEXTS: &str = "\
version: 1
sources:
  s:
    title: \"a@b\"
areas:
  - id: crisis
    name: \"a@b\"
sizes:
  - id: sme
    staffing: one-person
    name: \"a@b\"
    holder: {en: \"a@b\"}
  - id: own
    name: Own
    staffing: custom
    positions:
      - id: lead
        roles: [role]
        name: \"a@b\"
";

/// All its ids and other words, each in a line of its own.
const HEAD_WORDS: &str = "\
version: \"a@b\"
languages: [\"a@b\"]
allow: [\"a@b\"]
\"a@b\": c
sources:
  \"a@b\": {title: S}
  s:
    title: S
    languages: [\"a@b\"]
    url: \"https://a@b\"
areas:
  - name: A
    id: \"a@b\"
sizes:
  - name: S
    id: \"a@b\"
    staffing: one-person
  - {name: Min, id: min, staffing: one-person, employees: {min: \"a@b\"}}
  - {name: Max, id: max, staffing: one-person, employees: {max: \"a@b\"}}
  - {name: None, id: none, staffing: \"a@b\"}
  - {name: Cited, id: cited, staffing: one-per-role, sources: [\"a@b\"]}
  - id: own
    name: Own
    staffing: custom
    positions:
      - {name: P, id: \"a@b\", roles: [role]}
      - {name: Q, id: q, roles: [\"a@b\"]}
";

/// The file that the templates above are.
const HEAD: &str = "roles/registry.yaml";

/// What `check` finds; nothing raw is said where people read it.
fn check(registry: &Registry, case: &str) -> Found {
    registry.run(case, &["check"]);
    registry.problems(case)
}

/// A file for each template and each letter, all in one registry; and which file holds what.
fn role_files(
    templates: &[&str],
    letters: &[Letter],
    escaped: bool,
) -> (Registry, BTreeMap<String, String>) {
    let mut registry = Registry::new();
    let mut files = BTreeMap::new();
    for (number, template) in templates.iter().enumerate() {
        for &(letter, escape) in letters {
            let written = if escaped { escape.to_owned() } else { letter.to_string() };
            let name = format!("t{number}-{:x}.yaml", u32::from(letter));
            let text = template.replace('@', &written);
            registry = registry.with(&name, &text);
            files.insert(format!("roles/{name}"), text);
        }
    }
    (registry, files)
}

/// Every file has a problem, and only problems of these codes if there are any.
fn assert_each(templates: &[&str], letters: &[Letter], escaped: bool, codes: &[&str]) {
    let (registry, files) = role_files(templates, letters, escaped);
    let found = check(&registry, &format!("{} files, escaped: {escaped}", files.len()));
    for (file, text) in files {
        let said = found.get(&file).unwrap_or_else(|| panic!("nothing is said about {text:?}"));
        let is_right =
            |(code, _): &(String, u64)| codes.is_empty() || codes.contains(&code.as_str());
        assert!(said.iter().all(is_right), "{text:?}: {said:?}");
    }
}

#[test]
fn control_characters_are_refused_in_every_text() {
    assert_each(&ROLE_TEXTS, &CONTROLS, true, &["control-character"]);
    assert_each(&ROLE_TEXTS, &CONTROLS, false, &["control-character", "yaml-syntax"]);
}

#[test]
fn turning_characters_are_refused_in_every_text() {
    assert_each(&ROLE_TEXTS, &DIRECTIONS, true, &["control-character"]);
    assert_each(&ROLE_TEXTS, &DIRECTIONS, false, &["control-character"]);
}

#[test]
fn no_such_character_is_taken_in_a_word() {
    for letters in [&CONTROLS[..], &DIRECTIONS, &HIDDEN] {
        assert_each(&ROLE_WORDS, letters, true, &[]);
        assert_each(&ROLE_WORDS, letters, false, &[]);
    }
}

#[test]
fn no_such_character_is_shown_raw_in_any_format() {
    let letters = [CONTROLS[5], CONTROLS[9], DIRECTIONS[4], HIDDEN[0]];
    for templates in [&ROLE_WORDS[..], &ROLE_TEXTS] {
        let (registry, _) = role_files(templates, &letters, true);
        for format in ["human", "json", "sarif", "github"] {
            registry.run(format, &["check", "--format", format]);
        }
        registry.run("all", &["list"]);
    }
}

#[test]
fn hidden_characters_in_texts_are_taken_with_a_warning() {
    for escaped in [true, false] {
        let (registry, files) = role_files(&ROLE_TEXTS, &HIDDEN, escaped);
        let found = check(&registry, "hidden characters");
        for (file, text) in files {
            // What classifications hold is not looked at: codes are seldom read by people.
            let codes: BTreeSet<&str> =
                found[&file].iter().map(|(code, _)| code.as_str()).collect();
            let warned = codes.contains("zero-width-character");
            assert!(warned || text.contains("classification"), "{text:?}: {codes:?}");
        }
        let listed = registry.run("hidden characters", &["list"]);
        assert_eq!(listed.status, Some(0));
        for shown in ["a\\u{200b}b", "a\\u{3164}b", "a\\u{e0148}b"] {
            assert!(listed.out.contains(shown), "{}", listed.head());
        }
    }
}

#[test]
fn no_such_character_is_taken_in_registry_yaml() {
    for (letter, escape) in CONTROLS.iter().chain(&DIRECTIONS).chain(&HIDDEN) {
        for (template, is_text) in [(HEAD_TEXTS, true), (HEAD_WORDS, false)] {
            let with = |written: &str| {
                let registry = Registry::new().with("role.yaml", "name: Role\n");
                registry.with("registry.yaml", template.replace('@', written))
            };
            let found = with(escape).problems(escape);
            let codes: BTreeSet<&str> = found[HEAD].iter().map(|(code, _)| code.as_str()).collect();
            if !is_text {
                assert_eq!(lines_of(&found, HEAD), lines_with_a_place(template), "{escape}");
            } else if HIDDEN.contains(&(*letter, *escape)) {
                assert!(codes.contains("zero-width-character"), "{escape}: {codes:?}");
            } else {
                assert_eq!(lines_of(&found, HEAD), lines_with_a_place(template), "{escape}");
                assert_eq!(codes, BTreeSet::from(["control-character"]), "{escape}");
            }
            let raw = with(&letter.to_string());
            assert!(raw.problems(escape).contains_key(HEAD), "{escape}");
            raw.run(escape, &["check"]);
        }
    }
}

#[test]
fn a_comment_may_hold_nothing_that_turns_it() {
    let mut text = String::from("name: R\n");
    for (letter, _) in DIRECTIONS {
        writeln!(text, "# {letter} comment").unwrap();
    }
    let found = check(&Registry::new().with("odd.yaml", text), "comments");
    let refused = found["roles/odd.yaml"].iter().filter(|(code, _)| code == "control-character");
    assert_eq!(refused.count(), DIRECTIONS.len());
    let registry = Registry::new().with("odd.yaml", "name: R\n# \u{2028}\n# \u{202e}\n");
    let said = registry.run("comments", &["check"]).out;
    for what in ["U+2028 ends a line without looking", "U+202E turns the direction"] {
        assert!(said.contains(what), "{said}");
    }
}

#[test]
fn joiners_inside_words_are_no_trick() {
    let text = "name: \"👩\u{200d}👧 می\u{200c}خواهم\"\ntasks: [{id: t, name: T}]\n";
    let registry = Registry::new().with("odd.yaml", text);
    assert_eq!(check(&registry, "joiners"), Found::new());
    registry.accepted("joiners");
}
