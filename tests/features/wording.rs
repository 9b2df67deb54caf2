//! French and Spanish as their readers write them, and no sentence that a name from a registry would spoil.

use std::fs;

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
            let is_id = line.contains("roles add { $role }");
            assert!(is_id || is_label || begins && is_apart, "{line}");
        }
    }
}
