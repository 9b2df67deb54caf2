//! What is written about tasks and roles in one language, as numbers of words, and how rare each word is.

use super::candidates::{Candidate, Subject};
use super::lexicon::{Lexicon, WordIx, rarity};
use crate::model::{Language, LanguageIx, Registry, Text};
use crate::normalize::pieces;

/// What a function word weighs, compared with another one as rare.
const FUNCTION_WORD: f64 = 0.3;

/// What a phrase says about a task or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It names it: its name, or other words for it.
    Name,
    /// More about it: a task's detail and what it hands over, a role's purpose.
    Detail,
    /// The area of a task.
    Area,
}

/// Some words about a task or a role.
#[derive(Debug)]
pub struct Phrase {
    /// What it says.
    pub kind: Kind,
    /// The number of the candidate.
    pub of: usize,
    /// Its words, each once, in their order.
    pub words: Box<[WordIx]>,
}

/// All phrases in one language.
pub struct Tongue<'r> {
    /// Its words.
    pub lexicon: Lexicon<'r>,
    /// The phrases.
    pub phrases: Vec<Phrase>,
    /// The numbers of the phrases that have a word.
    having: Vec<Vec<u32>>,
    /// What each word weighs, at most 1.
    weights: Vec<f64>,
}

impl<'r> Tongue<'r> {
    /// Everything that is written about the candidates in one language. The registry in use stands behind the other.
    pub fn new(
        language: &Language,
        candidates: &[Candidate],
        registries: [Option<&'r Registry>; 2],
    ) -> Self {
        let mut tongue = Self {
            lexicon: Lexicon::new(language),
            phrases: Vec::new(),
            having: Vec::new(),
            weights: Vec::new(),
        };
        let languages = registries.map(|registry| number(registry?, language));
        if let (Some(registry), Some(language)) = (registries[1], languages[1]) {
            let texts = registry.words_of_every_task().iter();
            let texts = texts.filter_map(|text| text.in_language(language));
            texts.for_each(|text| tongue.lexicon.add_of_every_task(text));
        }
        for (of, candidate) in candidates.iter().enumerate() {
            let Some(language) = languages[usize::from(candidate.is_own)] else { continue };
            let Some(registry) = registries[usize::from(candidate.is_own)] else { continue };
            let mut add = |kind, text: &'r Text| tongue.add(kind, of, text, language);
            match candidate.subject {
                Subject::Role(role) => {
                    let role = registry.role(role);
                    let names = std::iter::once(&role.name).chain(&role.also_called);
                    names.for_each(|text| add(Kind::Name, text));
                    role.purpose.iter().for_each(|text| add(Kind::Detail, text));
                }
                Subject::Task(task) => {
                    let task = registry.task(task);
                    let names = std::iter::once(&task.name).chain(&task.also_called);
                    names.for_each(|text| add(Kind::Name, text));
                    let handed = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
                    task.detail.iter().chain(handed).for_each(|text| add(Kind::Detail, text));
                    if let Some(area) = task.area {
                        add(Kind::Area, &registry.area(area).name);
                    }
                }
            }
        }
        tongue.weigh(candidates);
        tongue
    }

    fn add(&mut self, kind: Kind, of: usize, text: &'r Text, language: LanguageIx) {
        let Some(text) = text.in_language(language) else { return };
        let mut words: Vec<WordIx> = Vec::new();
        for piece in pieces(text) {
            let word = self.lexicon.add(piece);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if !words.is_empty() {
            self.phrases.push(Phrase { kind, of, words: words.into() });
        }
    }

    /// Finds out which phrases have a word, and what it weighs: the more, the fewer tasks have it, and the fewer roles have
    /// it in their names.
    fn weigh(&mut self, candidates: &[Candidate]) {
        let is_role = |number: usize| matches!(candidates[number].subject, Subject::Role(_));
        let roles = (0..candidates.len()).filter(|&number| is_role(number)).count();
        self.having = vec![Vec::new(); self.lexicon.len()];
        // How many tasks and roles have a word, and the last of each.
        let mut counts = vec![[(0_usize, usize::MAX); 2]; self.lexicon.len()];
        for (number, phrase) in self.phrases.iter().enumerate() {
            let is_role = is_role(phrase.of);
            for word in &phrase.words {
                self.having[word.index()].push(u32::try_from(number).unwrap_or(u32::MAX));
                let (count, last) = &mut counts[word.index()][usize::from(is_role)];
                let counts =
                    if is_role { phrase.kind == Kind::Name } else { phrase.kind != Kind::Area };
                if counts && *last != phrase.of {
                    (*count, *last) = (*count + 1, phrase.of);
                }
            }
        }
        self.weights = Vec::with_capacity(counts.len());
        for (place, [(in_tasks, _), (in_roles, _)]) in counts.into_iter().enumerate() {
            let rarity = rarity(in_tasks, candidates.len() - roles).min(rarity(in_roles, roles));
            let is_function = self.lexicon.is_function[place];
            self.weights.push(if is_function { rarity * FUNCTION_WORD } else { rarity });
        }
    }

    /// The numbers of the phrases that have a word.
    pub fn having(&self, word: WordIx) -> impl Iterator<Item = usize> {
        self.having[word.index()].iter().map(|&number| number as usize)
    }

    /// What a word weighs, from 0 to 1.
    pub fn weight(&self, word: WordIx) -> f64 {
        self.weights[word.index()]
    }

    /// What a phrase weighs: the sum of its words.
    pub fn weight_of(&self, phrase: &Phrase) -> f64 {
        phrase.words.iter().map(|&word| self.weight(word)).sum()
    }
}

/// The number of a language in a registry; that of another region will do.
fn number(registry: &Registry, language: &Language) -> Option<LanguageIx> {
    let languages = registry.languages();
    let same = languages.iter().position(|other| other == language);
    let near = || languages.iter().position(|other| other.primary() == language.primary());
    same.or_else(near).and_then(|place| u16::try_from(place).ok()).map(LanguageIx)
}
