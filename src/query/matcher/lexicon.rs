//! The words of texts in one language: which forms are one word, and which are function words.

use super::languages::FunctionWords;
use super::stems::Stems;
use crate::model::Language;
use crate::normalize::{folded, pieces, without_accent};
use std::array;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A word in all its forms, as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordIx(pub usize);

/// Words in one language.
pub struct Lexicon<'r> {
    stems: Stems,
    function_words: FunctionWords,
    /// Folded words that count as such, because they fit every task alike.
    of_every_task: HashSet<Cow<'r, str>>,
    by_folded: HashMap<String, WordIx>,
    by_stem: HashMap<String, WordIx>,
    /// Of each letter of ASCII, whether a word may begin with it.
    firsts: [bool; 128],
    /// Of each beginning of two bytes or three, a bit if a folded word has it that is a function word, and one if another
    /// does. With a byte for each, clearing the table would cost a short command a fiftieth of its time.
    beginnings: Box<[[u64; 2]]>,
    /// Of each word, whether it is a function word.
    is_function: Vec<bool>,
}

/// So many beginnings of words are told apart.
const BEGINNINGS: usize = 1 << 16;
/// From this length on all forms of a word have the first three bytes in common, too.
const LONG_WORD: usize = 7;

impl<'r> Lexicon<'r> {
    pub fn new(language: &Language) -> Self {
        let stems = Stems::of(language);
        Self {
            firsts: [!stems.keeps_beginnings; 128],
            stems,
            function_words: FunctionWords::of(language),
            of_every_task: HashSet::new(),
            by_folded: HashMap::new(),
            by_stem: HashMap::new(),
            beginnings: vec![[0; 2]; BEGINNINGS / 64].into(),
            is_function: Vec::new(),
        }
    }

    /// Adds words that fit every task alike.
    pub fn add_of_every_task(&mut self, text: &'r str) {
        self.of_every_task.extend(pieces(text).map(folded));
    }

    /// Adds a word; its number is that of its other forms. Function words have none: `will` is not `willing`.
    pub fn add(&mut self, written: &str) -> WordIx {
        let folded = folded(written);
        if let Some(&word) = self.by_folded.get(&*folded) {
            return word;
        }
        let is_function = self.has_function(&folded);
        let stems = if is_function { Vec::new() } else { self.stems.forms(written, &folded) };
        let word = self.having(&stems).unwrap_or_else(|| {
            self.is_function.push(is_function);
            WordIx(self.is_function.len() - 1)
        });
        for stem in stems {
            self.by_stem.entry(stem).or_insert(word);
        }
        for byte in folded.bytes().take(1).filter(u8::is_ascii) {
            self.firsts[usize::from(byte)] = true;
            self.firsts[usize::from(byte.to_ascii_uppercase())] = true;
        }
        for beginning in beginnings(first_bytes(&folded)) {
            self.beginnings[beginning / 64][usize::from(!is_function)] |= 1 << (beginning % 64);
        }
        self.by_folded.insert(folded.into_owned(), word);
        word
    }

    /// The word here that a word of any text is a form of.
    pub fn find(&self, written: &str) -> Option<WordIx> {
        let folded = folded(written);
        let same = self.by_folded.get(&*folded).copied();
        same.or_else(|| {
            let may_have_forms = !self.has_function(&folded);
            may_have_forms.then(|| self.having(&self.stems.forms(written, &folded)))?
        })
    }

    /// The word here that has one of these stems.
    fn having(&self, stems: &[String]) -> Option<WordIx> {
        stems.iter().find_map(|stem| self.by_stem.get(stem)).copied()
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
        self.of_every_task.contains(folded) || self.function_words.has(folded)
    }

    /// Whether a folded word of any text fits every task alike, and is no function word of the language.
    pub fn fits_every_task(&self, folded: &str) -> bool {
        self.of_every_task.contains(folded) && !self.function_words.has(folded)
    }

    /// Whether a word of any text may begin with the letter of one that is here, or be a form of one all the same. Most do not,
    /// and this is less work than all that follows.
    #[inline]
    pub fn begins_alike(&self, written: &str) -> bool {
        let first = written.as_bytes().first().copied().unwrap_or_default();
        match self.firsts.get(usize::from(first)) {
            Some(&begins_one) => begins_one,
            None => self.begins_alike_beyond_ascii(written),
        }
    }

    fn begins_alike_beyond_ascii(&self, written: &str) -> bool {
        let plain = written.chars().next().map(without_accent);
        let first = plain.and_then(|letter| self.firsts.get(letter as usize));
        first.copied().unwrap_or(true)
    }

    /// Whether one that begins alike may be a form of one that is here. Stemming is much more work than this.
    pub fn may_be_here(&self, written: &str) -> bool {
        if !self.stems.keeps_beginnings {
            return true;
        }
        // An accent may stand behind its letter.
        let start: [u8; 4] = first_bytes(written);
        let [first, second, third, _] = start;
        if start.is_ascii() {
            return self.has_beginning([first, second, third], written.len());
        }
        self.has_beginning(first_bytes(&folded(written)), written.chars().count())
    }

    /// Whether one that begins with these bytes and has so many letters may be here.
    #[inline]
    fn has_beginning(&self, bytes: [u8; 3], length: usize) -> bool {
        let [two, three] = beginnings(bytes);
        let [function, other] = self.beginnings[two / 64];
        if (function | other) & 1 << (two % 64) == 0 {
            return false;
        }
        let has = |beginning: usize, place: usize| {
            self.beginnings[beginning / 64][place] & 1 << (beginning % 64) != 0
        };
        has(three, 0) || (has(two, 1) && (length < LONG_WORD || has(three, 1)))
    }
}

/// The bytes that a word begins with, zeros behind its end.
#[inline]
fn first_bytes<const COUNT: usize>(word: &str) -> [u8; COUNT] {
    let word = word.as_bytes();
    array::from_fn(|place| word.get(place).copied().unwrap_or_default())
}

/// The numbers of how a word begins: by its first two bytes, and its first three; the latter may be others' too.
#[inline]
fn beginnings(bytes: [u8; 3]) -> [usize; 2] {
    let [first, second, third] = bytes.map(|byte| usize::from(byte.to_ascii_lowercase()));
    let two = first << 8 | second;
    [two, (two ^ (third * 0x9e)) % BEGINNINGS]
}

/// How rare something is that so many of all have: 1 where it is one.
#[expect(clippy::cast_precision_loss, reason = "there are fewer tasks than that")]
pub fn rarity(having: usize, all: usize) -> f64 {
    let all = all.max(1) as f64;
    (1.0 + all / having.max(1) as f64).ln() / (1.0 + all).ln()
}
