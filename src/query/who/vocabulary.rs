//! The registry's words, each compared with the question's words once, however often it is written.

use super::company::{Company, company};
use super::question::Question;
use super::stems::Stems;
use super::words::{Kind, Listed, kind_in, listed};
use crate::model::{LanguageIx, Registry};
use crate::normalize::fold;
use std::collections::HashMap;

/// How much a word counts that is the same but for its ending, one that has only the stem in common, one that begins the
/// same, and one that is the same but for a slip.
const BY_STEM: f64 = 0.97;
const BY_SHORT_STEM: f64 = 0.6;
const BY_BEGINNING: f64 = 0.8;
pub const BY_SLIP: f64 = 0.85;
/// The forms of a word have at least this share of the longer one in common, or a stem of that share. Stemmers bring
/// other words together as well: `comunidad` and `comunicación`.
const LEAST_IN_COMMON: f64 = 0.55;
const SHORTEST_STEM: f64 = 0.45;
/// What a word of a phrase weighs that any task may have, and one that any sentence has.
const LIGHT: f64 = 0.3;
const EMPTY: f64 = 0.1;
/// Words outside of these lengths have no slips, in letters.
const SLIPS_IN: std::ops::RangeInclusive<usize> = 4..=24;
/// Up to this length a slip leaves a letter out, puts one in or swaps two, but writes no other one, in letters.
const NO_OTHER_LETTER: usize = 6;
/// From this length on a word may have two slips.
const TWO_SLIPS: usize = 8;
/// The beginning of a word, in at least this many letters, may stand for it: `stats`, `edito`.
const SHORT_FORM: usize = 5;
/// Two words of the same family have at least this many letters in common, and this share of the longer one.
const FAMILY: (usize, f64) = (7, 0.7);

/// What is known of a word of the registry.
#[derive(Debug, Default)]
pub struct Known {
    /// The words of the question that it is, by their numbers, and how well it is each.
    pub hits: Vec<(usize, f64)>,
    /// How much it weighs in a phrase.
    pub weight: f64,
}

/// The words that were looked up so far, in each language.
pub struct Vocabulary<'r> {
    languages: Vec<Language<'r>>,
}

struct Language<'r> {
    stems: Stems,
    listed: Option<&'static Listed>,
    /// The question's words, and their numbers by their forms in this language.
    folded: Vec<String>,
    by_folded: HashMap<String, usize>,
    by_stem: HashMap<String, Vec<usize>>,
    known: HashMap<&'r str, Known>,
}

impl<'r> Vocabulary<'r> {
    /// Nothing yet, for a question.
    pub fn new(registry: &Registry, question: &Question) -> Self {
        let language = |language: &crate::model::Language| {
            let (stems, listed) = (Stems::of(language), listed(language));
            let folded = question.terms.iter().map(|term| term.folded.clone());
            let folded = folded.collect();
            let (mut by_folded, mut by_stem) = (HashMap::new(), HashMap::new());
            for (number, term) in question.terms.iter().enumerate() {
                by_folded.insert(term.folded.clone(), number);
                for stem in stems.forms(&term.word).stems {
                    let terms: &mut Vec<usize> = by_stem.entry(stem).or_default();
                    terms.push(number);
                }
            }
            Language { stems, listed, folded, by_folded, by_stem, known: HashMap::new() }
        };
        Self { languages: registry.languages().iter().map(language).collect() }
    }

    /// Looks a word up that is written in this language.
    pub fn meet(&mut self, language: LanguageIx, word: &'r str) {
        let Some(language) = self.languages.get_mut(usize::from(language.0)) else {
            return;
        };
        if !language.known.contains_key(word) {
            let known = language.compare(word);
            language.known.insert(word, known);
        }
    }

    /// What is known of a word that was met.
    pub fn get(&self, language: LanguageIx, word: &str) -> Option<&Known> {
        self.languages.get(usize::from(language.0))?.known.get(word)
    }

    /// Marks the question's words that the registry has, and looks for slips in the others.
    pub fn forgive(&mut self, question: &mut Question) {
        for known in self.known() {
            for &(number, _) in &known.hits {
                question.terms[number].known = true;
            }
        }
        let unknown: Vec<(usize, String)> = (question.terms.iter().enumerate())
            .filter(|(_, term)| !term.known && term.kind == Kind::Content)
            .map(|(number, term)| (number, term.folded.clone()))
            .collect();
        if unknown.is_empty() || question.is_bare() {
            return;
        }
        for language in &mut self.languages {
            for (word, known) in &mut language.known {
                let near = nearness(&fold(word), &unknown);
                for (number, _) in &near {
                    // What may be a slip or another word needs company like the word that it may be, or more.
                    let term = &mut question.terms[*number];
                    term.company = term.company.max(Company::Known).max(company(word));
                }
                known.hits.extend(near);
            }
        }
        for known in self.known() {
            for (number, _) in &unknown {
                if known.hits.iter().any(|(hit, _)| hit == number) {
                    question.terms[*number].known = true;
                }
            }
        }
    }

    fn known(&self) -> impl Iterator<Item = &Known> {
        self.languages.iter().flat_map(|language| language.known.values())
    }
}

impl Language<'_> {
    fn compare(&self, word: &str) -> Known {
        let forms = self.stems.forms(word);
        let same = self.by_folded.get(&forms.folded).copied();
        let mut hits: Vec<(usize, f64)> = same.map(|number| (number, 1.0)).into_iter().collect();
        for stem in &forms.stems {
            for &number in self.by_stem.get(stem).into_iter().flatten() {
                if hits.iter().all(|&(hit, _)| hit != number) {
                    let is_form = is_form(&forms.folded, &self.folded[number], stem);
                    hits.push((number, if is_form { BY_STEM } else { BY_SHORT_STEM }));
                }
            }
        }
        let weight = match kind_in(self.listed, &forms) {
            Kind::Content | Kind::Place => 1.0,
            Kind::Light | Kind::Topic => LIGHT,
            Kind::Empty => EMPTY,
        };
        Known { hits, weight }
    }
}

/// Those of some words of the question that a word may have been meant by.
fn nearness(word: &str, unknown: &[(usize, String)]) -> Vec<(usize, f64)> {
    let length = word.chars().count();
    if !SLIPS_IN.contains(&length) {
        return Vec::new();
    }
    let near = |(number, term): &(usize, String)| {
        let shorter = length.min(term.chars().count());
        if shorter < *SLIPS_IN.start() {
            return None;
        }
        let most = if shorter < TWO_SLIPS { 1 } else { 2 };
        let is_slip = slips(word, term, most);
        let is_family = || beginning(word, term) >= FAMILY.0 && in_common(word, term) >= FAMILY.1;
        let is_short_form = || {
            let beginning = term.strip_suffix('s').unwrap_or(term);
            term.chars().count() >= SHORT_FORM && word.starts_with(beginning)
        };
        let how = if is_slip {
            BY_SLIP
        } else if is_short_form() || is_family() {
            BY_BEGINNING
        } else {
            return None;
        };
        Some((*number, how))
    };
    unknown.iter().filter_map(near).collect()
}

/// Whether two words are at most so many letters apart. The first letter is seldom the wrong one.
fn slips(one: &str, other: &str, most: usize) -> bool {
    let same_first = one.chars().next() == other.chars().next();
    let most = if same_first { most } else { most - 1 };
    // In a short word another letter makes another word: stock and stick.
    let is_another = || {
        let (one, other) = (one.chars().count(), other.chars().count());
        one == other && one < NO_OTHER_LETTER
    };
    one.len().abs_diff(other.len()) <= 3 * most
        && most > 0
        && strsim::osa_distance(one, other) <= most
        && (!is_another() || is_same_letters(one, other))
}

/// Whether two words have the same letters in any order.
fn is_same_letters(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Whether two words of one stem are forms of one word.
fn is_form(one: &str, other: &str, stem: &str) -> bool {
    let longer = if one.len() > other.len() { one } else { other };
    in_common(one, other) >= LEAST_IN_COMMON || in_common(stem, longer) >= SHORTEST_STEM
}

/// How many letters two words have in common at their beginning.
fn beginning(one: &str, other: &str) -> usize {
    let both = one.chars().zip(other.chars());
    both.take_while(|(one, other)| one == other).count()
}

/// The same as a part of the longer one.
#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn in_common(one: &str, other: &str) -> f64 {
    let longer = one.chars().count().max(other.chars().count());
    beginning(one, other) as f64 / longer.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_but_not_other_words() {
        let near = |word: &str, term: &str| {
            let near = nearness(word, &[(0, term.to_owned())]);
            near.first().map(|&(_, how)| how)
        };
        assert_eq!(near("calendar", "calender"), Some(BY_SLIP));
        assert_eq!(near("comment", "coment"), Some(BY_SLIP));
        assert_eq!(near("crisis", "crisys"), Some(BY_SLIP));
        assert_eq!(near("posts", "pots"), Some(BY_SLIP));
        assert_eq!(near("moderation", "modertaion"), Some(BY_SLIP));
        assert_eq!(near("strategie", "trategie"), Some(BY_SLIP));
        assert_eq!(near("competitors", "competition"), Some(BY_BEGINNING));
        assert_eq!(near("statistics", "stats"), Some(BY_BEGINNING));
        for (word, term) in [
            ("prepare", "repare"),
            ("plan", "plane-crash"),
            ("goal", "coal"),
            ("stick", "stock"),
            ("dm", "am"),
            ("content", "contest-winner"),
        ] {
            assert_eq!(near(word, term), None, "{word} {term}");
        }
        assert!(is_form("comunidad", "comunidades", "comun"));
        assert!(!is_form("comunidad", "comunicacion", "comun"));
    }
}
