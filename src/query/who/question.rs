//! A question taken apart into the words that say something.

use super::words::{Kind, kind};
use crate::fold::{fold, pieces};

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
                folded,
                known: false,
            });
        }
        terms.sort_by_key(|term| term.kind == Kind::Empty);
        terms.truncate(MOST_TERMS);
        let telling = terms.partition_point(|term| term.kind != Kind::Empty);
        Self {
            telling: if telling == 0 { terms.len() } else { telling },
            terms,
        }
    }

    /// How many of the telling words a phrase must have to be the same: words that the registry does not have and that
    /// say little are nothing that is missing.
    pub fn needed(&self) -> usize {
        let counts = |term: &&Term| term.known || matches!(term.kind, Kind::Content | Kind::Empty);
        self.terms[..self.telling].iter().filter(counts).count()
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
    text.rsplit_once(char::is_whitespace)
        .map_or(text, |(whole, _)| whole)
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
        assert_eq!(
            terms("Who is in charge of answering COMMENTS?"),
            ["answering", "comments"]
        );
        assert_eq!(
            terms("Qui est-ce qui s'occupe de l'e-réputation ?"),
            ["reputation"]
        );
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
