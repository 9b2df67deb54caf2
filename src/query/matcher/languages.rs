//! In which language a text is, and which languages the texts of a registry are in: by the function words of each.

use crate::model::{Language, Registry, Text};
use crate::normalize::{fold, words};
use std::borrow::Cow;
use std::collections::HashMap;
use std::mem;

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
    languages_of(&names.join("\n"), all).into()
}

/// In which of these languages a text is: that which has most of its words among its function words, or several.
pub fn languages_of(text: &str, languages: &[Language]) -> Vec<Language> {
    // How often the text has each word, and the last language that lists it: a list may have a word twice.
    let mut times: HashMap<String, (usize, usize)> = HashMap::new();
    for word in words(text) {
        times.entry(word).or_insert((0, usize::MAX)).0 += 1;
    }
    let count = |(number, language): (usize, &Language)| {
        let mut count = 0;
        for word in listed_function_words(language) {
            if let Some((times, last)) = times.get_mut(word.as_ref())
                && mem::replace(last, number) != number
            {
                count += *times;
            }
        }
        count
    };
    let counts: Vec<usize> = languages.iter().enumerate().map(count).collect();
    let most = counts.iter().max();
    let likely = languages.iter().zip(&counts).filter(|(_, count)| Some(*count) == most);
    likely.map(|(language, _)| language.clone()).collect()
}

/// Whether a folded word is a function word in one of the languages of a registry's texts.
pub fn is_function_word(registry: &Registry, folded: &str) -> bool {
    let is_listed = |language| listed_function_words(language).any(|word| word == folded);
    languages_in(registry).iter().any(is_listed)
}

/// The function words of a language, folded.
pub fn listed_function_words(language: &Language) -> impl Iterator<Item = Cow<'static, str>> {
    let listed = stop_words::lookup(language.primary()).unwrap_or_default().iter();
    listed.map(|word| if word.is_ascii() { Cow::Borrowed(*word) } else { Cow::Owned(fold(word)) })
}
