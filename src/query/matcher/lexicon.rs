//! The words of texts in one language: which forms are one word, and which are function words.

use super::languages::listed_function_words;
use super::stems::Stems;
use crate::model::Language;
use crate::normalize::{fold, folded_letters, pieces, words};
use std::borrow::Cow;
use std::collections::HashMap;

/// A word in all its forms, as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordIx(pub usize);

/// Words in one language.
pub struct Lexicon {
    stems: Stems,
    /// The function words, and whether each is one only because it fits every task alike.
    function_words: HashMap<Cow<'static, str>, bool>,
    by_folded: HashMap<String, WordIx>,
    by_stem: HashMap<String, WordIx>,
    /// Of each beginning, a bit if a folded word has it that is a function word, and one if another does. With a byte for each,
    /// clearing the table would cost a short command a fiftieth of its time.
    beginnings: Box<[[u64; 2]]>,
    /// Of each word, whether it is a function word.
    is_function: Vec<bool>,
}

/// So many beginnings of words are told apart.
const BEGINNINGS: usize = 1 << 16;
/// From this length on all forms of a word have the first three bytes in common, too.
const LONG_WORD: usize = 7;

impl Lexicon {
    pub fn new(language: &Language) -> Self {
        Self {
            stems: Stems::of(language),
            function_words: listed_function_words(language).map(|word| (word, false)).collect(),
            by_folded: HashMap::new(),
            by_stem: HashMap::new(),
            beginnings: vec![[0; 2]; BEGINNINGS / 64].into(),
            is_function: Vec::new(),
        }
    }

    /// Adds words that fit every task alike.
    pub fn add_of_every_task(&mut self, text: &str) {
        for word in words(text) {
            self.function_words.entry(word.into()).or_insert(true);
        }
    }

    /// Adds a word; its number is that of its other forms.
    pub fn add(&mut self, written: &str) -> WordIx {
        if let Some(&word) = self.by_folded.get(&fold(written)) {
            return word;
        }
        let (folded, stems) = self.stems.forms(written);
        let is_function = self.has_function(&folded);
        let word = self.having(&stems, is_function).unwrap_or_else(|| {
            self.is_function.push(is_function);
            WordIx(self.is_function.len() - 1)
        });
        for stem in stems {
            self.by_stem.entry(stem).or_insert(word);
        }
        for beginning in beginnings(folded.as_bytes()) {
            self.beginnings[beginning / 64][usize::from(!is_function)] |= 1 << (beginning % 64);
        }
        self.by_folded.insert(folded, word);
        word
    }

    /// The word here that a word of any text is a form of.
    pub fn find(&self, written: &str) -> Option<WordIx> {
        let same = self.by_folded.get(&fold(written)).copied();
        same.or_else(|| {
            let (folded, stems) = self.stems.forms(written);
            self.having(&stems, self.has_function(&folded))
        })
    }

    /// The word here that has one of these stems. A word that is a form of a function word may still mean something: `will`
    /// and `willing`.
    fn having(&self, stems: &[String], is_function: bool) -> Option<WordIx> {
        let known = stems.iter().find_map(|stem| self.by_stem.get(stem)).copied();
        known.filter(|&word| self.is_function(word) == is_function)
    }

    /// The words of a text that say something, in its order; all of them where none does.
    pub fn add_all(&mut self, text: &str) -> Vec<WordIx> {
        let all: Vec<WordIx> = pieces(text).map(|word| self.add(word)).collect();
        let telling = all.iter().copied().filter(|&word| !self.is_function(word));
        let telling: Vec<WordIx> = telling.collect();
        if telling.is_empty() { all } else { telling }
    }

    pub fn len(&self) -> usize {
        self.is_function.len()
    }

    pub fn is_function(&self, word: WordIx) -> bool {
        self.is_function[word.0]
    }

    /// Whether a folded word of any text is a function word.
    pub fn has_function(&self, folded: &str) -> bool {
        self.function_words.contains_key(folded)
    }

    /// Whether a folded word of any text fits every task alike.
    pub fn fits_every_task(&self, folded: &str) -> bool {
        self.function_words.get(folded) == Some(&true)
    }

    /// Whether a word of any text may be a form of one that is here. Stemming is much more work than this.
    pub fn may_be_here(&self, written: &str) -> bool {
        if !self.stems.keeps_beginnings {
            return true;
        }
        let has = |number: usize, place: usize| {
            self.beginnings[number / 64][place] & 1 << (number % 64) != 0
        };
        // Most words begin with a letter that no word here begins with.
        let [one, ..] = beginnings(written.as_bytes());
        if written.as_bytes().first().is_some_and(u8::is_ascii) && !has(one, 0) && !has(one, 1) {
            return false;
        }
        // An accent may stand behind its letter.
        let is_plain = written.bytes().take(4).all(|byte| byte.is_ascii());
        let start = if is_plain {
            Cow::Borrowed(written)
        } else {
            Cow::Owned(folded_letters(written).take(3).collect())
        };
        let [_, two, three] = beginnings(start.as_bytes());
        let length = if is_plain { written.len() } else { written.chars().count() };
        let have = |place: usize| has(two, place) && (length < LONG_WORD || has(three, place));
        have(1) || (have(0) && self.has_function(&fold(written)))
    }
}

/// The numbers of how a word begins: by its first byte, its first two, and its first three; the last may be others' too.
fn beginnings(folded: &[u8]) -> [usize; 3] {
    let byte = |place| usize::from(folded.get(place).map_or(0, u8::to_ascii_lowercase));
    let one = byte(0) << 8;
    let two = one | byte(1);
    [one, two, (two ^ (byte(2) * 0x9e)) % BEGINNINGS]
}

/// How rare something is that so many of all have: 1 where it is one.
#[expect(clippy::cast_precision_loss, reason = "there are fewer tasks than that")]
pub fn rarity(having: usize, all: usize) -> f64 {
    let all = all.max(1) as f64;
    (1.0 + all / having.max(1) as f64).ln() / (1.0 + all).ln()
}
