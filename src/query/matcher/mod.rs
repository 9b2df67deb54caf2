//! The matcher: which task or role a text is about, how well it fits, and whether that is enough to say so.
//!
//! What speaks for a task is how much of the text it explains, and how much of one of its phrases (its name, or other
//! words for it) the text holds. A word weighs the more, the fewer tasks have it in the registries at hand; function words
//! weigh little, and nothing where no registry has them.

mod candidates;
mod fit;
mod languages;
mod lexicon;
mod role_names;
mod slips;
mod stems;
mod tongue;

use crate::model::{Language, Registry};
use crate::normalize::words;
use candidates::Candidate;
use std::iter;
use tongue::Tongue;

pub(super) use languages::{is_function_word, languages_in, languages_of};
pub(super) use lexicon::{Lexicon, WordIx, rarity};

pub use candidates::{Rivals, Subject};
pub use fit::Verdict;
pub(super) use fit::{Fit, Meaning, SURE, TIE};

/// A text, and everything that it is compared with.
pub struct Matcher<'r> {
    own: &'r Registry,
    candidates: Vec<Candidate<'r>>,
    text: String,
    tongues: Vec<Tongue<'r>>,
}

impl<'r> Matcher<'r> {
    /// For a text and its parts: the tasks and roles of a registry in some languages, and those that compete with them.
    pub fn new(
        own: &'r Registry,
        languages: &[Language],
        rivals: Option<&Rivals<'r>>,
        text: &str,
    ) -> Self {
        let here = own.roles().map(|role| (own, true, role, own.tasks_of(role).collect()));
        let elsewhere = rivals.into_iter().flat_map(|Rivals { catalogue, tasks, .. }| {
            let roles = tasks.chunk_by(|one, next| one.role == next.role);
            roles.map(|tasks| (*catalogue, false, tasks[0].role, tasks.to_vec()))
        });
        let mut candidates = Vec::new();
        for (registry, is_own, role, tasks) in here.chain(elsewhere) {
            // Each role before its tasks.
            let number = candidates.len();
            let subjects =
                iter::once(Subject::Role(role)).chain(tasks.into_iter().map(Subject::Task));
            let candidate = |subject| Candidate { registry, is_own, subject, role: number };
            candidates.extend(subjects.map(candidate));
        }
        let (text, tongues) = (text.to_owned(), Vec::new());
        let mut matcher = Self { own, candidates, text, tongues };
        matcher.add_languages(languages);
        matcher
    }

    /// Compares the text in more languages.
    pub fn add_languages(&mut self, languages: &[Language]) {
        let tongue = |language| Tongue::new(language, &self.text, self.own, &self.candidates);
        self.tongues.extend(languages.iter().map(tongue));
    }

    /// The languages in which a text may be, those that have most of its words among their function words.
    fn likely_tongues(&self, text: &str) -> impl Iterator<Item = &Tongue<'r>> {
        let likely = self.likely(text);
        let tongues = self.tongues.iter().zip(likely).filter(|(_, is_likely)| *is_likely);
        tongues.map(|(tongue, _)| tongue)
    }

    /// Of each language, whether a text may be in it.
    fn likely(&self, text: &str) -> Vec<bool> {
        if self.tongues.len() == 1 {
            return vec![true];
        }
        let words = words(text);
        let count =
            |tongue: &Tongue| words.iter().filter(|word| tongue.lexicon.has_function(word)).count();
        let counts: Vec<usize> = self.tongues.iter().map(count).collect();
        let most = counts.iter().copied().max();
        counts.into_iter().map(|count| Some(count) == most).collect()
    }

    /// Whether a text has any word that tells tasks apart.
    pub fn tells_apart(&self, text: &str) -> bool {
        let words = words(text);
        let mut likely = self.likely_tongues(text);
        likely.all(|tongue| words.iter().any(|word| !tongue.lexicon.has_function(word)))
    }

    /// Whether a text has a word that fits every task alike.
    pub fn fits_every_task(&self, text: &str) -> bool {
        let words = words(text);
        let mut tongues = self.tongues.iter();
        tongues.any(|tongue| words.iter().any(|word| tongue.lexicon.fits_every_task(word)))
    }
}
