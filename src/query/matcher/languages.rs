//! In which language a text is, and which languages the texts of a registry are in: by the function words of each.

use crate::model::{Language, Registry, Text};
use crate::normalize::words;
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

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

// `FUNCTION_WORDS`: each language with its function words, folded, in lines, both in the order of their bytes, as `build.rs`
// wrote them.
include!(concat!(env!("OUT_DIR"), "/function_words.rs"));

/// The function words of a language.
#[derive(Clone, Copy)]
pub struct FunctionWords(&'static [u8]);

impl FunctionWords {
    /// Those that are listed for a language.
    pub fn of(language: &Language) -> Self {
        let primary = language.primary();
        let number = FUNCTION_WORDS.binary_search_by_key(&primary, |&(listed, _)| listed);
        Self(number.map_or(&[], |number| FUNCTION_WORDS[number].1.as_bytes()))
    }

    /// Whether a folded word is one of them.
    pub fn has(self, folded: &str) -> bool {
        let mut lines = self.0;
        while !lines.is_empty() {
            let (before, behind) = lines.split_at(lines.len() / 2);
            let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
            let end = behind.iter().position(|&byte| byte == b'\n');
            let end = end.map_or(lines.len(), |end| before.len() + end);
            lines = match folded.as_bytes().cmp(&lines[start..end]) {
                Ordering::Less => &lines[..start.saturating_sub(1)],
                Ordering::Equal => return true,
                Ordering::Greater => lines.get(end + 1..).unwrap_or_default(),
            };
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_word_of_every_language_is_found_and_no_other() {
        for (language, words) in FUNCTION_WORDS {
            let of_language = FunctionWords(words.as_bytes());
            for word in words.lines() {
                assert!(of_language.has(word), "{language}: {word}");
                let other = format!("{word}~");
                assert!(!of_language.has(&other), "{language}: {other}");
            }
            assert!(!of_language.has(""), "{language}");
        }
    }

    #[test]
    fn a_language_without_a_list_has_no_function_words() {
        let language = Language::parse("tlh").unwrap();
        assert!(!FunctionWords::of(&language).has("the"));
    }
}
