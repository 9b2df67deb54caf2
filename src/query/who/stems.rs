//! The forms by which two words count as the same: without accents, and by their stems.

use crate::fold::{fold, lower};
use crate::model::Language;
use frostem::Stemmer;

/// Cuts the words of one language down to their stems, if there is a stemmer for it.
#[derive(Clone, Copy)]
pub struct Stems(Option<Stemmer>);

/// A word made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// Without accents and in lower case.
    pub folded: String,
    /// Its stem, and the stem of what somebody writes who leaves the accents out; both without accents.
    pub stems: [String; 2],
}

/// Nobody's word is longer, in bytes; the stem of a longer one is the word itself.
const LONGEST_WORD: usize = 100;

impl Stems {
    /// For words of this language.
    pub fn of(language: &Language) -> Self {
        // ISO 639-1 has two tags for Norwegian beside the one that the stemmer knows.
        let tag = match language.primary() {
            "nb" | "nn" => "no",
            tag => tag,
        };
        Self(Stemmer::try_from_name(tag).ok())
    }

    /// The forms of a word.
    pub fn forms(self, word: &str) -> Forms {
        let folded = fold(word);
        let stems = match self.0.filter(|_| word.len() <= LONGEST_WORD) {
            Some(stemmer) => [
                fold(&stemmer.stem(&lower(word))),
                fold(&stemmer.stem(&folded)),
            ],
            None => [folded.clone(), folded.clone()],
        };
        Forms { folded, stems }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet_with_accents_and_without() {
        let meet = |tag: &str, one: &str, other: &str| {
            let stems = Stems::of(&Language::parse(tag).unwrap());
            let (one, other) = (stems.forms(one), stems.forms(other));
            one.stems.iter().any(|stem| other.stems.contains(stem))
        };
        for (tag, one, other) in [
            ("en", "replies", "replying"),
            ("en-GB", "Calendars", "calendar"),
            ("fr", "STRATEGIE", "stratégies"),
            ("fr", "repondre", "répondent"),
            ("es", "analisis", "análisis"),
            ("es", "contestar", "contestan"),
            ("de", "Kommentare", "kommentaren"),
            ("nb", "kommentarer", "kommentarene"),
            ("zh", "策略", "策略"),
        ] {
            assert!(meet(tag, one, other), "{tag}: {one} {other}");
        }
        assert!(!meet("en", "crisis", "critic"));
    }
}
