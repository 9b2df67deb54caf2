//! The forms by which two words count as the same: without accents, and by their stems.

use crate::model::Language;
use crate::normalize::{fold, lower};
use frostem::Stemmer;

/// Cuts the words of one language down to their stems, if there is a stemmer for it.
#[derive(Clone, Copy)]
pub struct Stems {
    stemmer: Option<Stemmer>,
    /// Whether all forms of a word begin with the same two letters. Some languages cut or change beginnings as well.
    pub keeps_beginnings: bool,
    /// Other spellings and endings that the stemmer leaves apart.
    otherwise: fn(&str) -> Option<String>,
}

/// Short words are mostly abbreviations, which stemmers leave alone: `KPIs`, `DMs`. In bytes.
const SHORT_PLURAL: std::ops::RangeInclusive<usize> = 3..=5;
/// Languages whose stemmers cut nothing but endings.
const CUT_ENDINGS_ONLY: &str = "ca da de en es fi fr it no pt ro ru sv";
/// Nobody's word is longer, in bytes; the stem of a longer one is the word itself.
const LONGEST_WORD: usize = 100;

impl Stems {
    pub fn of(language: &Language) -> Self {
        // ISO 639-1 has two tags for Norwegian beside the one that the stemmer knows.
        let tag = match language.primary() {
            "nb" | "nn" => "no",
            tag => tag,
        };
        Self {
            stemmer: Stemmer::try_from_name(tag).ok(),
            keeps_beginnings: CUT_ENDINGS_ONLY.split(' ').any(|known| known == tag),
            otherwise: match tag {
                "en" => british,
                "fr" => french_root,
                _ => |_| None,
            },
        }
    }

    /// The stems of a word, also that of what somebody writes who leaves the accents out, and that of another spelling or of a
    /// short plural; all without accents.
    pub fn forms(self, word: &str, folded: &str) -> Vec<String> {
        let Some(stemmer) = self.stemmer.filter(|_| word.len() <= LONGEST_WORD) else {
            return vec![folded.to_owned()];
        };
        let stem = |word: &str| fold(&stemmer.stem(word));
        let mut stems = vec![stem(folded)];
        let mut add = |stem: String| {
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        };
        if !word.is_ascii() {
            add(stem(&lower(word)));
        }
        let is_short = SHORT_PLURAL.contains(&folded.len());
        let singular = folded.strip_suffix('s').filter(|_| is_short).map(str::to_owned);
        if let Some(other) = singular.or_else(|| (self.otherwise)(folded)) {
            add(stem(&other));
            add(other);
        }
        stems
    }
}

/// The British spelling of an English word.
fn british(folded: &str) -> Option<String> {
    let is_american = folded.contains("iz") || folded.contains("yz");
    is_american.then(|| folded.replace("iz", "is").replace("yz", "ys"))
}

/// The root of a French verb: `répond` of `répondre` and of `répondent`.
fn french_root(folded: &str) -> Option<String> {
    let infinitive = folded.strip_suffix("re").filter(|root| root.len() >= 4);
    let is_plural = folded.len() >= 8 && !folded.ends_with("ment");
    let plural = || folded.strip_suffix("ent").filter(|_| is_plural);
    infinitive.or_else(plural).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet_with_accents_and_without() {
        let meet = |tag: &str, one: &str, other: &str| {
            let stems = Stems::of(&Language::parse(tag).unwrap());
            let [one, other] = [one, other].map(|word| stems.forms(word, &fold(word)));
            one.iter().any(|stem| other.contains(stem))
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
