//! What people write above columns and into cells, in the languages of the reports: the reports' own words, so that what
//! is exported is read back, and those of `headings.tsv`.

use crate::model::Language;
use crate::normalize::{fold, words};
use crate::render::{SPOKEN, Words};
use std::collections::HashMap;

/// A kind of words, what some of it mean, the messages of the reports that say so, and more words in a column for each
/// language.
const WORDS: &str = include_str!("headings.tsv");

struct Meaning {
    value: &'static str,
    /// The languages that have it, by their places in [`SPOKEN`].
    languages: Vec<usize>,
}

pub struct Vocabulary {
    meanings: HashMap<(&'static str, String), Meaning>,
}

impl Vocabulary {
    pub fn new() -> Self {
        let mut vocabulary = Self { meanings: HashMap::new() };
        let reports = SPOKEN.map(|tag| Words::new(Language::parse(tag).as_ref()));
        for line in WORDS.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let (kind, value, ids) = (cells[0], cells[1], cells[2].split_terminator('|'));
            for (place, (spoken, more)) in reports.iter().zip(&cells[3..]).enumerate() {
                let own = ids.clone().map(|id| spoken.word(id));
                for word in own.chain(more.split_terminator('|').map(str::to_owned)) {
                    vocabulary.add(kind, value, &word, place);
                }
            }
        }
        vocabulary
    }

    /// The first meaning of a word stays.
    fn add(&mut self, kind: &'static str, value: &'static str, word: &str, language: usize) {
        let meaning = || Meaning { value, languages: Vec::new() };
        let entry = self.meanings.entry((kind, key(word))).or_insert_with(meaning);
        if entry.value == value && !entry.languages.contains(&language) {
            entry.languages.push(language);
        }
    }

    /// What a word of this kind means.
    pub fn get(&self, kind: &'static str, word: &str) -> Option<&'static str> {
        self.meanings.get(&(kind, key(word))).map(|meaning| meaning.value)
    }

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

/// Words as they are looked up: without case, accents and punctuation, unless they are nothing else.
fn key(text: &str) -> String {
    let words = words(text);
    if words.is_empty() { fold(text) } else { words.join(" ") }
}
