//! In which language a text is, and which languages the texts of a registry are in: by the function words of each.

use crate::model::{Language, Registry, Text};
use crate::normalize::{folded, words};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// So many names say which language a registry is in.
const ENOUGH_NAMES: usize = 200;

/// The languages that the texts of a registry are in: those that it lists. Where it lists none, and its names are the same in
/// every language, that of most of their words, or several: the shipped sizes that it has are in others as well.
pub fn languages_in(registry: &Registry) -> Cow<'_, [Language]> {
    let all = registry.languages();
    let listed = registry.own().languages;
    if listed > 0 {
        return Cow::Borrowed(&all[..listed]);
    }
    let tasks = registry.tasks().take(ENOUGH_NAMES);
    let names: Vec<&Text> = tasks.map(|task| &registry.task(task).name).collect();
    if !names.iter().all(|name| name.is_everywhere()) {
        return Cow::Borrowed(all);
    }
    let names: Vec<&str> = names.into_iter().flat_map(Text::all).collect();
    languages_of(&names.join("\n"), all, 0).into()
}

/// In which of these languages a text may be, the likeliest first: that which has most of its words among its function
/// words, and those that have so many words fewer at most.
pub fn languages_of(text: &str, languages: &[Language], fewer: usize) -> Vec<Language> {
    let words = words(text);
    let count = |language: &Language| {
        let function_words = FunctionWords::of(language);
        words.iter().filter(|word| function_words.has(word)).count()
    };
    let mut counts: Vec<(usize, &Language)> =
        languages.iter().map(|language| (count(language), language)).collect();
    counts.sort_by_key(|&(count, _)| Reverse(count));
    let most = counts.first().map_or(0, |&(most, _)| most);
    let likely = counts.into_iter().take_while(|(count, _)| count + fewer >= most);
    likely.map(|(_, language)| language.clone()).collect()
}

/// Whether a folded word is a function word in one of the languages of a registry's texts.
pub fn is_function_word(registry: &Registry, folded: &str) -> bool {
    languages_in(registry).iter().any(|language| FunctionWords::of(language).has(folded))
}

/// The function words of a language.
#[derive(Clone)]
pub struct FunctionWords(Arc<WordSet>);

impl FunctionWords {
    /// Those that are listed for a language; each list is read once.
    pub fn of(language: &Language) -> Self {
        static READ: Mutex<BTreeMap<String, FunctionWords>> = Mutex::new(BTreeMap::new());
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let primary = language.primary();
        if let Some(known) = read.get(primary) {
            return known.clone();
        }
        let mut words = WordSet::default();
        for &word in stop_words::lookup(primary).unwrap_or_default() {
            words.add(folded(word));
        }
        let words = Self(Arc::new(words));
        read.insert(primary.to_owned(), words.clone());
        words
    }

    /// Whether a folded word is one of them.
    pub fn has(&self, folded: &str) -> bool {
        self.0.has(folded)
    }
}

/// Some hundreds of folded words, in parts by how they begin: most are compared with few words, so this takes less work
/// than hashing all of them.
#[derive(Default)]
pub struct WordSet([Vec<Cow<'static, str>>; PARTS]);

const PARTS: usize = 32;

impl WordSet {
    /// Adds a word.
    pub fn add(&mut self, folded: Cow<'static, str>) {
        self.0[part(&folded)].push(folded);
    }

    /// Whether a word is one of them.
    pub fn has(&self, folded: &str) -> bool {
        self.0[part(folded)].iter().any(|word| word == folded)
    }
}

/// In which part a word is: plain letters are apart.
fn part(folded: &str) -> usize {
    usize::from(folded.as_bytes().first().copied().unwrap_or_default()) % PARTS
}
