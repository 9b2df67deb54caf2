//! A text as the words of one language see it.

use super::lexicon::WordIx;
use super::tongue::Tongue;
use crate::normalize::{fold, pieces};

/// What a word weighs that no registry has; the rarest one that they have weighs 1.
const UNKNOWN: f64 = 0.8;
/// How much a word counts that is the same but for a slip.
const BY_SLIP: f64 = 0.8;
/// A word below this weight says nothing.
const SAYS_NOTHING: f64 = 0.05;

/// A word of a text.
#[derive(Debug)]
pub struct Token {
    folded: String,
    /// The word of the registries that it is.
    pub word: Option<WordIx>,
    /// What it weighs.
    pub weight: f64,
    /// How sure it is that it is that word, from 0 to 1.
    pub how: f64,
}

/// The words of a text, each once. With `slips`, one that no registry has may be another one with a slip.
pub fn tokens(text: &str, tongue: &Tongue, slips: bool) -> Vec<Token> {
    let lexicon = &tongue.lexicon;
    let mut tokens: Vec<Token> = Vec::new();
    for piece in pieces(text) {
        let folded = fold(piece);
        let is_function = lexicon.has_function(&folded);
        let same = lexicon.find(piece);
        let near = || lexicon.find_near(&folded).filter(|_| slips && !is_function);
        let word = same.or_else(near);
        let is_again =
            |token: &Token| token.folded == folded || (word.is_some() && token.word == word);
        if tokens.iter().any(is_again) {
            continue;
        }
        let weight = match word {
            Some(word) => tongue.weight(word),
            None if is_function => 0.0,
            None => UNKNOWN,
        };
        let how = if same.is_some() { 1.0 } else { BY_SLIP };
        tokens.push(Token { folded, word, weight, how });
    }
    // Where nothing else is left, function words are all there is to go by.
    if tokens.iter().all(|token| token.weight < SAYS_NOTHING) {
        for token in &mut tokens {
            token.weight = UNKNOWN;
        }
    }
    tokens
}
