//! The words of one language: which forms are one word, which are function words, and which was meant by a slip.

use super::stems::{Forms, Stems};
use crate::model::Language;
use crate::normalize::{fold, pieces, words};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Words outside of these lengths have no slips, in letters.
const SLIPS_IN: std::ops::RangeInclusive<usize> = 4..=24;
/// From this length on a word may have two slips, in letters.
const TWO_SLIPS: usize = 8;

/// A word that registries have, in all its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordIx(u32);

impl WordIx {
    /// Its number.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The words that registries have in one language.
pub struct Lexicon<'r> {
    stems: Stems,
    function_words: HashSet<Cow<'static, str>>,
    /// Words that fit every task alike: they count as function words do.
    of_every_task: HashSet<String>,
    /// What is written, and which word that is.
    written: HashMap<&'r str, WordIx>,
    by_stem: HashMap<String, WordIx>,
    /// What is written, folded, in the order of its first occurrence.
    folded: Vec<(String, WordIx)>,
    /// Of each word, whether it is a function word.
    pub(super) is_function: Vec<bool>,
}

impl<'r> Lexicon<'r> {
    /// Without any word yet.
    pub fn new(language: &Language) -> Self {
        let listed = stop_words::lookup(language.primary()).unwrap_or_default().iter();
        let folded = |word: &&'static str| {
            if word.is_ascii() { Cow::Borrowed(*word) } else { Cow::Owned(fold(word)) }
        };
        Self {
            stems: Stems::of(language),
            function_words: listed.map(folded).collect(),
            of_every_task: HashSet::new(),
            written: HashMap::new(),
            by_stem: HashMap::new(),
            folded: Vec::new(),
            is_function: Vec::new(),
        }
    }

    /// Adds words that fit every task alike.
    pub fn add_of_every_task(&mut self, text: &str) {
        let words = words(text).into_iter();
        self.of_every_task
            .extend(words.filter(|word| !self.function_words.contains(word.as_str())));
    }

    /// The number of a word that a registry has.
    pub fn add(&mut self, written: &'r str) -> WordIx {
        if let Some(&word) = self.written.get(written) {
            return word;
        }
        let Forms { folded, stems } = self.stems.forms(written);
        let is_function = self.has_function(&folded);
        let known = stems.iter().find_map(|stem| self.by_stem.get(stem)).copied();
        // A word that is a form of a function word may still mean something: `will` and `willing`.
        let known = known.filter(|&word| self.is_function(word) == is_function);
        let word = known.unwrap_or_else(|| {
            self.is_function.push(is_function);
            WordIx(u32::try_from(self.is_function.len() - 1).unwrap_or(u32::MAX))
        });
        for stem in stems {
            self.by_stem.entry(stem).or_insert(word);
        }
        self.folded.push((folded, word));
        self.written.insert(written, word);
        word
    }

    /// The words of a text that say something, in its order; all of them where none does.
    pub fn add_all(&mut self, text: &'r str) -> Vec<WordIx> {
        let all: Vec<WordIx> = pieces(text).map(|word| self.add(word)).collect();
        let telling = all.iter().copied().filter(|&word| !self.is_function(word));
        let telling: Vec<WordIx> = telling.collect();
        if telling.is_empty() { all } else { telling }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.is_function.len()
    }

    /// Whether a word is a function word.
    pub fn is_function(&self, word: WordIx) -> bool {
        self.is_function[word.index()]
    }

    /// Whether a folded word of any text is a function word.
    pub fn has_function(&self, folded: &str) -> bool {
        self.function_words.contains(folded) || self.of_every_task.contains(folded)
    }

    /// Whether a folded word of any text fits every task alike.
    pub fn fits_every_task(&self, folded: &str) -> bool {
        self.of_every_task.contains(folded)
    }

    /// The word that somebody's word is a form of.
    pub fn find(&self, written: &str) -> Option<WordIx> {
        let known = self.written.get(written).copied();
        known.or_else(|| {
            let stems = self.stems.forms(written).stems;
            stems.iter().find_map(|stem| self.by_stem.get(stem)).copied()
        })
    }

    /// The word that was probably meant by a folded one with a slip: the nearest, and of those the first. The first letter
    /// is right.
    pub fn find_near(&self, folded: &str) -> Option<WordIx> {
        let length = folded.chars().count();
        if !SLIPS_IN.contains(&length) {
            return None;
        }
        let most = if length < TWO_SLIPS { 1 } else { 2 };
        let near = self.folded.iter().filter_map(|(other, word)| {
            let is_comparable = other.len().abs_diff(folded.len()) <= 2 * most
                && other.chars().next() == folded.chars().next()
                && SLIPS_IN.contains(&other.chars().count());
            let distance = is_comparable.then(|| strsim::osa_distance(folded, other))?;
            (distance <= most).then_some((distance, *word))
        });
        near.min().map(|(_, word)| word)
    }
}

/// How rare something is that so many of all have: 1 where it is one.
#[expect(clippy::cast_precision_loss, reason = "there are fewer tasks than that")]
pub fn rarity(having: usize, all: usize) -> f64 {
    let all = all.max(1) as f64;
    (1.0 + all / having.max(1) as f64).ln() / (1.0 + all).ln()
}
