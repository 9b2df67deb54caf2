//! A question taken apart into the words that say something.

use super::company::{self, Company, company};
use super::words::{self, Kind, kind};
use crate::normalize::{fold, pieces};

/// What lies behind this is not read: nobody asks that long. In bytes.
const LONGEST_QUESTION: usize = 4_000;
/// Words behind this many are not looked for.
const MOST_TERMS: usize = 40;

/// A word of the question.
#[derive(Debug)]
pub struct Term {
    /// The word as written.
    pub word: String,
    /// The same without accents and in lower case.
    pub folded: String,
    /// What it contributes.
    pub kind: Kind,
    /// Whether the registry has it, or a form of it.
    pub known: bool,
    /// How far it may find a task.
    pub company: Company,
}

/// The words of a question.
#[derive(Debug)]
pub struct Question {
    /// Each word once: those that say what it is about, then those of any question.
    pub terms: Vec<Term>,
    /// How many say what it is about. In a question without any such word it is all: only a task that is called just so
    /// answers it.
    pub telling: usize,
}

impl Question {
    /// Takes a question apart.
    pub fn new(text: &str) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        for word in pieces(beginning(text)) {
            let folded = fold(word);
            if terms.iter().any(|term| term.folded == folded) {
                continue;
            }
            terms.push(Term {
                word: word.to_owned(),
                kind: kind(word),
                company: company(&folded),
                folded,
                known: false,
            });
        }
        let words: Vec<String> = terms.iter().map(|term| term.folded.clone()).collect();
        for term in &mut terms {
            if words::means_something(&term.folded, &words) {
                term.kind = Kind::Content;
            }
        }
        terms.sort_by_key(|term| term.kind == Kind::Empty);
        terms.truncate(MOST_TERMS);
        let telling = terms.partition_point(|term| term.kind != Kind::Empty);
        Self { telling: if telling == 0 { terms.len() } else { telling }, terms }
    }

    /// How many of the telling words a phrase must have to be the same: words that the registry does not have and that
    /// say little are nothing that is missing.
    pub fn needed(&self) -> usize {
        let counts = |term: &&Term| term.known || matches!(term.kind, Kind::Content | Kind::Empty);
        self.terms[..self.telling].iter().filter(counts).count()
    }

    /// How many words it has that say what it is about, without the registry having any of them.
    pub fn strangers(&self) -> usize {
        let is_stranger = |term: &&Term| {
            (term.kind == Kind::Content && !term.known) || term.company == Company::Elsewhere
        };
        self.terms.iter().filter(is_stranger).count()
    }

    /// Whether it is about something else.
    pub fn is_elsewhere(&self) -> bool {
        let mut terms = self.terms.iter();
        terms.any(|term| term.company == Company::Elsewhere)
    }

    /// Whether none of its words says what it is about.
    pub fn is_about_little(&self) -> bool {
        self.terms.iter().all(|term| term.kind != Kind::Content)
    }

    /// Whether it is a single everyday word.
    pub fn is_everyday(&self) -> bool {
        matches!(&self.terms[..], [term] if company::is_bare(&term.folded))
    }

    /// Whether it says where, or names what every task is about, and nothing else.
    pub fn is_about_all(&self) -> bool {
        let mut telling = self.terms[..self.telling].iter();
        telling.all(|term| matches!(term.kind, Kind::Place | Kind::Topic | Kind::Light))
            && self.terms.iter().any(|term| matches!(term.kind, Kind::Place | Kind::Topic))
    }

    /// Whether it has none but the words of any question.
    pub fn is_bare(&self) -> bool {
        self.terms.iter().all(|term| term.kind == Kind::Empty)
    }
}

/// The part of a long text that is read, without half a word at its end.
fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST_QUESTION {
        return text;
    }
    let text = &text[..text.floor_char_boundary(LONGEST_QUESTION)];
    text.rsplit_once(char::is_whitespace).map_or(text, |(whole, _)| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(question: &str) -> Vec<String> {
        let Question { terms, telling } = Question::new(question);
        let telling = terms.into_iter().take(telling);
        telling.map(|term| term.folded).collect()
    }

    #[test]
    fn only_words_with_a_content_are_left() {
        assert_eq!(terms("Who is in charge of answering COMMENTS?"), ["answering", "comments"]);
        assert_eq!(terms("Qui est-ce qui s'occupe de l'e-réputation ?"), ["reputation"]);
        assert_eq!(terms("¿Quién se encarga de la moderación?"), ["moderacion"]);
        assert_eq!(terms("who does it"), ["who", "does", "it"]);
        assert_eq!(terms("?!"), [""; 0]);
    }

    #[test]
    fn a_long_question_is_cut() {
        assert_eq!(terms(&"é".repeat(100_000)).len(), 1);
        assert_eq!(terms(&"comments ".repeat(10_000)), ["comments"]);
        let many: Vec<String> = (0..1_000).map(|number| format!("w{number}")).collect();
        assert_eq!(terms(&many.join(" ")).len(), MOST_TERMS);
    }
}
