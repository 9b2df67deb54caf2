//! The forms by which two words count as the same: without accents, and by their stems.

use crate::fold::{fold, lower};
use crate::model::Language;
use frostem::Stemmer;

/// Cuts the words of one language down to their stems, if there is a stemmer for it.
#[derive(Clone, Copy)]
pub struct Stems {
    stemmer: Option<Stemmer>,
    is_english: bool,
}

/// A word made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// Without accents and in lower case.
    pub folded: String,
    /// Its stem, the stem of what somebody writes who leaves the accents out, and that of another spelling or of a short
    /// plural; all without accents.
    pub stems: [String; 3],
}

/// Short words are mostly abbreviations, which stemmers leave alone: `KPIs`, `DMs`. In bytes.
const SHORT_PLURAL: std::ops::RangeInclusive<usize> = 3..=5;
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
        Self {
            stemmer: Stemmer::try_from_name(tag).ok(),
            is_english: tag == "en",
        }
    }

    /// The forms of a word.
    pub fn forms(self, word: &str) -> Forms {
        let folded = fold(word);
        let stems = match self.stemmer.filter(|_| word.len() <= LONGEST_WORD) {
            Some(stemmer) => {
                let stem = |word: &str| fold(&stemmer.stem(word));
                let other = self.otherwise(&folded);
                [stem(&lower(word)), stem(&folded), stem(&other)]
            }
            None => [folded.clone(), folded.clone(), folded.clone()],
        };
        Forms { folded, stems }
    }

    /// Another spelling of a folded word: the singular of a short one, the British one of an English one.
    fn otherwise(self, folded: &str) -> String {
        match folded.strip_suffix('s') {
            Some(singular) if SHORT_PLURAL.contains(&folded.len()) => singular.to_owned(),
            Some(_) | None if self.is_english => folded.replace("iz", "is").replace("yz", "ys"),
            Some(_) | None => folded.to_owned(),
        }
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
            ("en", "analyzing", "analyse"),
            ("en", "optimization", "optimise"),
            ("fr", "KPIs", "KPI"),
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
