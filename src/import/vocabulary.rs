//! What people write above columns and into cells, in the languages of the reports: the reports' own words, so that what
//! is exported is read back, and those of `headings.tsv`.

use crate::model::Language;
use crate::normalize::{fold, words};
use crate::render::{SPOKEN, Words};
use std::collections::HashMap;

/// Words beside those of the reports: a kind, what it means, and a column for each language.
const MORE: &str = include_str!("headings.tsv");

/// The messages of reports that are words of cells: a kind, the beginning of their ids or all of it, and for a whole id what
/// it means.
const OWN: [(&str, &str, Option<&str>); 38] = [
    ("field", "task", Some("task")),
    ("field", "id", Some("id")),
    ("field", "role", Some("role")),
    ("field", "area", Some("area")),
    ("field", "cadence", Some("cadence")),
    ("field", "days", Some("days")),
    ("field", "hours", Some("hours")),
    ("field", "hours-short", Some("hours")),
    ("field", "hours-each-time", Some("each-time")),
    ("field", "person", Some("person")),
    ("field", "who", Some("person")),
    ("field", "responsible", Some("responsible")),
    ("field", "accountable", Some("accountable")),
    ("field", "consulted", Some("consulted")),
    ("field", "informed", Some("informed")),
    ("field", "detail", Some("detail")),
    ("field", "importance", Some("importance")),
    ("field", "doers", Some("doers")),
    ("field", "position", Some("position")),
    ("field", "reason", Some("ignore")),
    ("field", "partly-column", Some("ignore")),
    ("field", "waits-for", Some("ignore")),
    ("field", "person-limit", Some("ignore")),
    ("field", "person-used", Some("ignore")),
    ("field", "person-free", Some("ignore")),
    ("field", "person-over", Some("ignore")),
    ("mark", "reason-vacant-position", Some("nothing")),
    ("mark", "reason-no-time-left", Some("nothing")),
    ("mark", "reason-no-position", Some("nothing")),
    ("mark", "reason-fell-away", Some("nothing")),
    ("mark", "and", Some("and")),
    ("mark", "and-before-i", Some("and")),
    ("mark", "other", Some("other")),
    ("cadence", "cadence-", None),
    ("cadence", "rhythm-", None),
    ("day", "day-", None),
    ("importance", "importance-", None),
    ("doers", "doers-", None),
];

/// What one word means.
struct Meaning {
    value: String,
    /// The languages that have it, by their places in [`SPOKEN`].
    languages: Vec<usize>,
}

/// Words with what they mean.
pub struct Vocabulary {
    meanings: HashMap<(&'static str, String), Meaning>,
}

impl Vocabulary {
    /// All words.
    pub fn new() -> Self {
        let mut vocabulary = Self { meanings: HashMap::new() };
        for (place, tag) in SPOKEN.iter().enumerate() {
            let spoken = Words::new(Language::parse(tag).as_ref());
            for (kind, id, value) in OWN {
                match value {
                    Some(value) => vocabulary.add(kind, value, &spoken.word(id), place),
                    None => {
                        for value in values(kind) {
                            let word = spoken.word(&format!("{id}{value}"));
                            vocabulary.add(kind, value, &word, place);
                        }
                    }
                }
            }
        }
        for line in MORE.lines().skip(1) {
            let mut cells = line.split('\t');
            let (Some(kind), Some(value)) = (cells.next(), cells.next()) else { continue };
            for (place, cell) in cells.enumerate() {
                cell.split('|').for_each(|word| vocabulary.add(kind, value, word, place));
            }
        }
        vocabulary
    }

    /// The first meaning of a word stays.
    fn add(&mut self, kind: &'static str, value: &str, word: &str, language: usize) {
        let meaning = || Meaning { value: value.to_owned(), languages: Vec::new() };
        let entry = self.meanings.entry((kind, key(word))).or_insert_with(meaning);
        if entry.value == value && !entry.languages.contains(&language) {
            entry.languages.push(language);
        }
    }

    /// What a word of this kind means.
    pub fn get(&self, kind: &'static str, word: &str) -> Option<&str> {
        self.meanings.get(&(kind, key(word))).map(|meaning| meaning.value.as_str())
    }

    /// True if a word of this kind means this.
    pub fn is(&self, kind: &'static str, value: &str, word: &str) -> bool {
        self.get(kind, word) == Some(value)
    }

    /// The language that has most of these headings; the first of those that have as many.
    pub fn language<'w>(&self, headings: impl Iterator<Item = &'w str>) -> &'static str {
        let mut counts = [0; SPOKEN.len()];
        for heading in headings {
            let meaning = self.meanings.get(&("field", key(heading)));
            for &language in meaning.into_iter().flat_map(|meaning| &meaning.languages) {
                counts[language] += 1;
            }
        }
        let most = counts.iter().max();
        let first = counts.iter().position(|count| Some(count) == most);
        SPOKEN[first.unwrap_or_default()]
    }
}

/// The ids that a kind of words has in the reports.
fn values(kind: &str) -> &'static [&'static str] {
    use crate::model::{Cadence, Doers, Importance, Weekday};
    match kind {
        "cadence" => Cadence::WORDS,
        "day" => Weekday::WORDS,
        "importance" => Importance::WORDS,
        "doers" => Doers::WORDS,
        _ => &[],
    }
}

/// Words as they are looked up: without case, accents and punctuation, unless they are nothing else.
fn key(text: &str) -> String {
    let words = words(text);
    if words.is_empty() { fold(text) } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_headings_and_those_of_people_are_known_in_each_language() {
        let words = Vocabulary::new();
        for (heading, field) in [
            ("Hours a week", "hours"),
            ("FRÉQUENCE", "cadence"),
            ("La réalise", "responsible"),
            ("Responde de ella", "accountable"),
            ("To do", "task"),
            ("N°", "ignore"),
        ] {
            assert_eq!(words.get("field", heading), Some(field), "{heading}");
        }
        assert_eq!(words.language(["Tâche", "Notes", "Qui"].into_iter()), "fr");
        assert_eq!(words.language(["?"].into_iter()), "en");
    }
}
