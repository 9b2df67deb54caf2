//! Other words for a task: those of a language each make a text of their own, with their own place.

use super::values::Values;
use crate::model::Text;
use crate::raw::{RawOtherWords, Word};

/// All of them, in the order of the file.
pub fn other_words(raw: &RawOtherWords, values: &mut Values) -> Box<[Text]> {
    match raw {
        RawOtherWords::Texts(texts) => texts.iter().filter_map(|text| values.text(text)).collect(),
        RawOtherWords::Each(each) => in_languages(each, values).into(),
    }
}

fn in_languages(each: &[(Word, Vec<Word>)], values: &mut Values) -> Vec<Text> {
    let mut texts = Vec::with_capacity(each.iter().map(|(_, words)| words.len()).sum());
    let mut seen = Vec::with_capacity(each.len());
    for (tag, words) in each {
        let language = values.language(tag);
        if values.is_again(tag, language, &mut seen) {
            continue;
        }
        for word in words {
            // The words of an unknown language are checked all the same.
            if let (Some(text), Some(language)) = (values.words(word), language) {
                texts.push(Text::Each(word.span, Box::new([(language, text)])));
            }
        }
    }
    texts
}
