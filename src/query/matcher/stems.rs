//! The forms by which two words count as the same: without accents, and by their stems.

use crate::model::Language;
use crate::normalize::{fold, lower};
use frostem::Stemmer;

/// Cuts the words of one language down to their stems, if there is a stemmer for it.
#[derive(Clone, Copy)]
pub struct Stems {
    stemmer: Option<Stemmer>,
    tag: Tag,
    keeps_beginnings: bool,
}

/// The languages whose words have spellings and endings that their stemmer leaves apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    English,
    French,
    Other,
}

/// A word made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// Without accents and in lower case.
    pub folded: String,
    /// Its stem, also that of what somebody writes who leaves the accents out, and that of another spelling or of a short
    /// plural; all without accents.
    pub stems: Vec<String>,
}

/// Short words are mostly abbreviations, which stemmers leave alone: `KPIs`, `DMs`. In bytes.
const SHORT_PLURAL: std::ops::RangeInclusive<usize> = 3..=5;
/// Languages whose stemmers cut nothing but endings.
const CUT_ENDINGS_ONLY: &str = "ca da de en es fi fr it no pt ro ru sv";
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
            keeps_beginnings: CUT_ENDINGS_ONLY.split(' ').any(|known| known == tag),
            tag: match tag {
                "en" => Tag::English,
                "fr" => Tag::French,
                _ => Tag::Other,
            },
        }
    }

    /// Whether all forms of a word begin with the same two letters. Some languages cut or change beginnings as well.
    pub fn keep_beginnings(self) -> bool {
        self.keeps_beginnings
    }

    /// The forms of a word.
    pub fn forms(self, word: &str) -> Forms {
        let folded = fold(word);
        let Some(stemmer) = self.stemmer.filter(|_| word.len() <= LONGEST_WORD) else {
            return Forms { stems: vec![folded.clone()], folded };
        };
        let stem = |word: &str| fold(&stemmer.stem(word));
        let mut stems = vec![stem(&folded)];
        let mut add = |stem: String| {
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        };
        if !word.is_ascii() {
            add(stem(&lower(word)));
        }
        if let Some(other) = self.otherwise(&folded) {
            add(stem(&other));
            add(other);
        }
        Forms { folded, stems }
    }

    /// Another spelling of a folded word: the singular of a short one, the British one of an English one, the root of a
    /// French verb.
    fn otherwise(self, folded: &str) -> Option<String> {
        match folded.strip_suffix('s') {
            Some(singular) if SHORT_PLURAL.contains(&folded.len()) => {
                return Some(singular.to_owned());
            }
            Some(_) | None => {}
        }
        match self.tag {
            Tag::English if folded.contains("iz") || folded.contains("yz") => {
                Some(folded.replace("iz", "is").replace("yz", "ys"))
            }
            Tag::French => french_root(folded).map(str::to_owned),
            Tag::English | Tag::Other => None,
        }
    }
}

/// The root of a verb: `répond` of `répondre` and of `répondent`.
fn french_root(folded: &str) -> Option<&str> {
    let long = |root: &&str| root.len() >= 4;
    let infinitive = folded.strip_suffix("re").filter(long);
    let plural = || {
        let is_verb = folded.len() >= 8 && !folded.ends_with("ment");
        folded.strip_suffix("ent").filter(|_| is_verb)
    };
    infinitive.or_else(plural)
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
            ("fr", "répond", "Répondre"),
            ("fr", "modèrent", "modérer"),
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
