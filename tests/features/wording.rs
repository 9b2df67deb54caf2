//! The words of reports: each in every language, and none that nobody asks for; French and Spanish as their readers write them, and no sentence that a name from a registry would spoil.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const ENGLISH: &str = include_str!("../../src/render/words/en.ftl");
const FRENCH: &str = include_str!("../../src/render/words/fr.ftl");
const SPANISH: &str = include_str!("../../src/render/words/es.ftl");

/// The lines of a file of words without ids and comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(" = ").map_or(line, |(_, said)| said))
}

/// What the files of the shipped registry and of the catalogue say in one language, but for words to be found by.
fn texts(language: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for folder in ["roles", "roles/catalogue"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() || path.ends_with("also_called.yaml") {
                continue;
            }
            for line in fs::read_to_string(path).unwrap().lines() {
                if let Some((_, text)) = line.split_once(&format!("{language}: ")) {
                    texts.push(text.split(", es: ").next().unwrap().to_owned());
                }
            }
        }
    }
    assert!(texts.len() > 100, "{}", texts.len());
    texts
}

#[test]
fn french_has_its_own_apostrophes_and_spaces() {
    let all = lines(FRENCH).map(str::to_owned).chain(texts("fr"));
    for text in all {
        let letters: Vec<char> = text.chars().collect();
        for three in letters.windows(3) {
            let is_ours = match three {
                [before, '\'', after] => !before.is_alphabetic() || !after.is_alphabetic(),
                [' ', ':' | ';' | '?' | '!' | '»' | '%', after] => after.is_alphabetic(),
                [_, '«', after] => *after == '\u{a0}',
                _ => true,
            };
            assert!(is_ours, "{text}");
        }
    }
}

#[test]
fn spanish_has_words_of_both_sides_of_the_ocean() {
    for text in lines(SPANISH).map(str::to_owned).chain(texts("es")) {
        for word in ["onitoriz", "online", "de media", "FICHERO", "fichero", "ordenador"] {
            assert!(!text.contains(word), "{text}");
        }
    }
}

/// Names of roles, positions and people come from any registry: there is no saying which article they take, and a reader's
/// own may be "Me". They stand as labels do, or behind the word for what they are.
#[test]
fn no_name_needs_an_article_or_stands_as_a_subject() {
    let names = ["role", "above", "other", "named", "doer", "accountable", "giver", "newcomer"];
    let labels =
        [": ", ":\u{a0}", ":", "(", "→ ", ", ", "et ", "y ", "rôle ", "rol ", "poste ", "puesto "];
    for line in lines(FRENCH).chain(lines(SPANISH)) {
        for name in names {
            let variable = format!("{{ ${name} }}");
            let Some((before, after)) = line.split_once(&variable) else { continue };
            let is_label = labels.iter().any(|label| before.to_lowercase().ends_with(label));
            let begins = before.trim().is_empty() || before.ends_with(". ");
            let is_apart = ["", ":", "\u{a0}:", " →", " (", ".", ","].iter().any(|mark| {
                if mark.is_empty() { after.is_empty() } else { after.starts_with(mark) }
            });
            let is_id = ["add", "new"]
                .iter()
                .any(|verb| line.contains(&format!("roles {verb} {{ $role }}")));
            assert!(is_id || is_label || begins && is_apart, "{line}");
        }
    }
}

/// The messages of a file with the variables that they use.
fn messages(text: &str) -> BTreeMap<&str, BTreeSet<String>> {
    assert!(FluentResource::try_new(text.to_owned()).is_ok(), "not fluent");
    let mut messages: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut current = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            current = line.split(' ').next().unwrap();
            let new = messages.insert(current, BTreeSet::new()).is_none();
            assert!(new, "{current} stands twice");
        }
        for rest in line.split('$').skip(1) {
            let variable = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            messages.get_mut(current).unwrap().insert(variable);
        }
    }
    messages
}

#[test]
fn every_message_stands_in_every_language_with_the_same_variables() {
    let english = messages(ENGLISH);
    assert_eq!(english, messages(FRENCH));
    assert_eq!(english, messages(SPANISH));
}

/// The code of a folder, but for the tests of the words themselves.
fn code(folder: &Path) -> String {
    let mut code = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            code += &self::code(&path);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("words.rs") {
            code += &fs::read_to_string(path).unwrap();
        }
    }
    code
}

#[test]
fn every_message_that_is_asked_for_exists_and_every_one_is_asked_for() {
    let code = code(Path::new("src"));
    let known = messages(ENGLISH);
    let dense: String = code.split_whitespace().collect();
    let is_id = |id: &&str| {
        !id.is_empty() && id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    let calls = ["word(\"", "say(\"", "count(\"", "add(\"", "column(\"", "note(\""];
    let asked = calls.iter().flat_map(|call| dense.split(call).skip(1));
    let asked = asked.filter_map(|rest| rest.split('"').next()).filter(is_id);
    let missing: BTreeSet<&str> = asked.filter(|id| !known.contains_key(id)).collect();
    assert!(missing.is_empty(), "asked for but not written: {missing:?}");
    let by_value = "difference-same- focus- cadence- rhythm- day- doers- importance- reason- report- import- diff- staffing-";
    let is_used = |id: &&&str| {
        code.contains(&format!("\"{id}\""))
            || by_value.split(' ').any(|start| id.starts_with(start))
    };
    let unused: Vec<&&str> = known.keys().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "written but not asked for: {unused:?}");
}
