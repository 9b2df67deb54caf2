//! What of a text is written about tasks and roles in one language, and how rare each of its words is there.

use super::candidates::{self, Candidate, Kind, Subject};
use super::lexicon::{Lexicon, WordIx, rarity};
use super::role_names::RoleNames;
use crate::model::{Language, Registry};
use crate::normalize::pieces;
use std::collections::HashMap;
use std::ops::Range;

/// What a function word weighs, compared with another one as rare.
const FUNCTION_WORD: f64 = 0.3;
/// What a word weighs that no registry has; the rarest one that they have weighs 1.
const UNKNOWN: f64 = 0.8;
/// What a word of a phrase weighs that the text does not have.
const MISSING: f64 = 0.9;
/// Up to this length, in bytes, it counts as a function word: to look each of them up would take longer than all the rest.
const SHORT_WORD: usize = 3;

/// Some words about a task or a role, of which the text has one at least.
#[derive(Debug)]
pub struct Phrase {
    pub kind: Kind,
    /// The number of the candidate.
    pub of: usize,
    is_role_name: bool,
    /// Where those of its words are that the text has.
    words: Range<usize>,
    /// How many words it has.
    pub length: usize,
    /// What all of them weigh.
    pub weight: f64,
}

/// A text and all phrases in one language.
pub struct Tongue<'r> {
    /// The words of the text.
    pub lexicon: Lexicon<'r>,
    pub phrases: Vec<Phrase>,
    /// The words of all phrases that the text has.
    words: Vec<WordIx>,
    /// The names from each word on that begins with the letter of a word of the text: that one may have a slip in it.
    pub begin_alike: Vec<&'r str>,
    /// The numbers of the phrases that have a word.
    having: Vec<Vec<usize>>,
    /// What each word of the text weighs, from 0 to 1.
    pub weights: Vec<f64>,
    /// What it weighs in the name of a role.
    in_role_names: Vec<f64>,
}

impl<'r> Tongue<'r> {
    /// What is written about the candidates of a text in one language, some of which are of the registry in use.
    pub fn new(
        language: &Language,
        text: &str,
        own: &'r Registry,
        candidates: &[Candidate<'r>],
    ) -> Self {
        let mut lexicon = Lexicon::new(language);
        if let Some(number) = own.language_like(language) {
            let texts = own.words_of_every_task().iter();
            let texts = texts.filter_map(|text| text.in_language(number));
            texts.for_each(|text| lexicon.add_of_every_task(text));
        }
        let role_names = RoleNames::new(language, candidates);
        let mut in_role_names = Vec::new();
        for piece in pieces(text) {
            let word = lexicon.add(piece);
            let weight = if lexicon.is_function(word) { FUNCTION_WORD } else { 1.0 };
            in_role_names.resize(lexicon.len(), weight * role_names.weight(piece));
        }
        let mut tongue = Self {
            lexicon,
            phrases: Vec::new(),
            words: Vec::new(),
            begin_alike: Vec::new(),
            having: Vec::new(),
            weights: Vec::new(),
            in_role_names,
        };
        tongue.read(language, candidates, &role_names);
        tongue.weigh(candidates);
        tongue
    }

    /// Reads what is written about the candidates, and keeps what has a word of the text.
    fn read(&mut self, language: &Language, candidates: &[Candidate<'r>], role_names: &RoleNames) {
        let Self { lexicon, phrases, words, begin_alike, .. } = self;
        let mut known: HashMap<&str, Option<WordIx>> = HashMap::new();
        let mut others = Vec::new();
        candidates::read(language, candidates, |of, kind, text| {
            others.clear();
            let (begin, mut length) = (words.len(), 0);
            for piece in pieces(text) {
                length += 1;
                let mut word = None;
                if lexicon.begins_alike(piece) {
                    if kind.names() {
                        begin_alike.push(&text[piece.as_ptr().addr() - text.as_ptr().addr()..]);
                    }
                    if lexicon.may_be_here(piece) {
                        word = *known.entry(piece).or_insert_with(|| lexicon.find(piece));
                    }
                }
                match word {
                    Some(word) if words[begin..].contains(&word) => {}
                    Some(word) => words.push(word),
                    None => others.push(piece),
                }
            }
            // Most texts have nothing to do with this one.
            if words.len() == begin {
                return;
            }
            let is_role_name = kind == Kind::Name && candidates[of].role == of;
            let missing = others.iter().map(|piece| match piece.len() {
                ..=SHORT_WORD => FUNCTION_WORD,
                _ if is_role_name => role_names.weight(piece),
                _ => 1.0,
            });
            phrases.push(Phrase {
                kind,
                of,
                is_role_name,
                words: begin..words.len(),
                length,
                weight: MISSING * missing.sum::<f64>(),
            });
        });
    }

    /// Finds out which phrases have each word, and what it weighs: the more, the fewer tasks have it, and the fewer roles have
    /// it in their names.
    fn weigh(&mut self, candidates: &[Candidate]) {
        let is_role = |number: usize| matches!(candidates[number].subject, Subject::Role(_));
        let roles = (0..candidates.len()).filter(|&number| is_role(number)).count();
        self.having = vec![Vec::new(); self.lexicon.len()];
        // How many tasks and roles have a word, and the last of each.
        let mut counts = vec![[(0_usize, usize::MAX); 2]; self.lexicon.len()];
        for (number, phrase) in self.phrases.iter().enumerate() {
            let is_role = is_role(phrase.of);
            let counts_here =
                if is_role { phrase.kind == Kind::Name } else { phrase.kind != Kind::Area };
            for word in &self.words[phrase.words.clone()] {
                self.having[word.0].push(number);
                let (count, last) = &mut counts[word.0][usize::from(is_role)];
                if counts_here && *last != phrase.of {
                    (*count, *last) = (*count + 1, phrase.of);
                }
            }
        }
        for (word, [(in_tasks, _), (in_roles, _)]) in counts.into_iter().enumerate() {
            let rarity = rarity(in_tasks, candidates.len() - roles).min(rarity(in_roles, roles));
            let is_known = !self.having[word].is_empty();
            self.weights.push(match (is_known, self.lexicon.is_function(WordIx(word))) {
                (true, false) => rarity,
                (true, true) => rarity * FUNCTION_WORD,
                (false, false) => UNKNOWN,
                (false, true) => 0.0,
            });
        }
        for number in 0..self.phrases.len() {
            let phrase = &self.phrases[number];
            let words = self.words_of(phrase).iter();
            let known: f64 = words.map(|&word| self.weight_in(phrase, word)).sum();
            self.phrases[number].weight += known;
        }
    }

    /// Those words of a phrase that the text has, each once, in their order.
    pub fn words_of(&self, phrase: &Phrase) -> &[WordIx] {
        &self.words[phrase.words.clone()]
    }

    /// The phrases that have a word, with their numbers.
    pub fn having(&self, word: WordIx) -> impl Iterator<Item = (usize, &Phrase)> {
        self.having[word.0].iter().map(|&number| (number, &self.phrases[number]))
    }

    /// What a word of the text weighs in a phrase.
    pub fn weight_in(&self, phrase: &Phrase, word: WordIx) -> f64 {
        let weights = if phrase.is_role_name { &self.in_role_names } else { &self.weights };
        weights[word.0]
    }

    /// Whether a word of any text is a function word or something is written with it.
    pub fn knows(&self, written: &str) -> bool {
        self.lexicon
            .find(written)
            .is_some_and(|word| self.lexicon.is_function(word) || !self.having[word.0].is_empty())
    }
}
