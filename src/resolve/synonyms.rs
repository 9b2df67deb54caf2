//! Other words that people write for the few fixed ones, in English, French and Spanish.

use crate::normalize::fold;

/// The fixed words, each with what people write for it, folded.
const SYNONYMS: &str = include_str!("synonyms.txt");

/// Words that look like a fixed one and mean another thing.
const NOT_MEANT: [&str; 7] =
    ["bimonthly", "bi-monthly", "bimestral", "bimestriel", "biannual", "biannually", "semiweekly"];

/// The languages that have a tag of two letters (ISO 639-1).
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my \
    na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether two letters are the tag of some language.
pub fn is_language(tag: &str) -> bool {
    LANGUAGES.split(' ').any(|language| language == tag)
}

/// Each fixed word with another one for it, folded.
fn synonyms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = SYNONYMS.lines().filter_map(|line| line.split_once(": "));
    lines.flat_map(|(fixed, words)| words.split(" | ").map(move |word| (fixed, word)))
}

/// What was probably meant, if it is one of the known words.
pub fn meant<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(written);
    let (fixed, _) = synonyms().find(|(_, word)| *word == folded)?;
    known.iter().copied().find(|known| *known == fixed)
}

/// Whether the likeness to a fixed word misleads.
pub fn misleads(written: &str) -> bool {
    NOT_MEANT.contains(&fold(written).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cadence, Doers, Focus, Importance, Weekday};

    #[test]
    fn every_synonym_is_folded_and_leads_to_a_fixed_word() {
        let all = [Cadence::WORDS, Weekday::WORDS, Doers::WORDS, Focus::WORDS, Importance::WORDS]
            .concat();
        for (fixed, word) in synonyms() {
            assert!(all.contains(&fixed), "{fixed}");
            assert_eq!(fold(word), word);
            assert_eq!(meant(word, &all), Some(fixed), "{word}");
        }
        assert_eq!(meant("Every  Week", Cadence::WORDS), Some("weekly"));
        assert_eq!(meant("every week", Focus::WORDS), None);
    }
}
