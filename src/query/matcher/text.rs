//! The words of a text, or of a part of it, and what they weigh.

use super::lexicon::WordIx;
use super::tongue::Tongue;
use crate::normalize::pieces;

/// What each word weighs where nothing but function words is left.
const ALL_THERE_IS: f64 = 0.8;
/// A word below this weight says nothing.
const SAYS_NOTHING: f64 = 0.05;

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The word.
    pub word: WordIx,
    /// What it weighs, from 0 to 1.
    pub weight: f64,
}

/// The words of a text, each once, or of a part of the text that the tongue knows.
pub fn tokens(text: &str, tongue: &Tongue) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for word in pieces(text).filter_map(|piece| tongue.lexicon.find(piece)) {
        if !tokens.iter().any(|token| token.word == word) {
            tokens.push(Token { word, weight: tongue.weight(word) });
        }
    }
    // Where nothing else is left, function words are all there is to go by.
    if tokens.iter().all(|token| token.weight < SAYS_NOTHING) {
        for token in &mut tokens {
            token.weight = ALL_THERE_IS;
        }
    }
    tokens
}
