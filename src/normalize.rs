//! Texts made comparable: lower case, without accents, in one Unicode form, single spaces.
//!
//! For finding and suggesting only; what is shown is always the text as written.

use std::iter;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in its composed Unicode form: what looks the same is the same.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            folded[start..].make_ascii_lowercase();
        } else {
            folded.extend(folded_letters(word));
        }
    }
    folded
}

/// The letters of a folded word.
pub fn folded_letters(word: &str) -> impl Iterator<Item = char> {
    let letters = word.nfkd().filter(|&letter| !is_combining_mark(letter));
    letters.flat_map(char::to_lowercase)
}

/// The words of a text, folded, without punctuation.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a text as they are written, without punctuation. Chinese and Japanese put no spaces between words; there
/// each sign counts as one.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    iter::from_fn(move || {
        loop {
            let is_outside = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
            let start = rest.bytes().position(|byte| !is_outside(&byte))?;
            rest = &rest[start..];
            // Most texts are ASCII, and the words of all tasks are read.
            let plain = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric());
            let plain = plain.unwrap_or(rest.len());
            let is_whole = rest.as_bytes().get(plain).is_none_or(u8::is_ascii);
            let end = if is_whole { plain } else { end_of_piece(rest) };
            let piece;
            (piece, rest) = rest.split_at(end);
            if is_whole || piece.contains(char::is_alphanumeric) {
                return Some(piece);
            }
        }
    })
}

/// Where the piece ends that a text begins with: behind a sign, in front of the next one, or where the word ends.
fn end_of_piece(text: &str) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut letters = text.char_indices();
    let first = letters.next().map_or(' ', |(_, letter)| letter);
    if is_sign(first) || !is_part(first) {
        return first.len_utf8();
    }
    letters
        .find(|&(_, letter)| is_sign(letter) || !is_part(letter))
        .map_or(text.len(), |(at, _)| at)
}

/// Whether a letter is an ideograph or a syllable of Japanese.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A word in lower case with its accents, in one Unicode form.
pub fn lower(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).collect()
}

/// The id that a text would make: its words with hyphens between them, where they can be spelt with plain letters.
pub fn slug(text: &str) -> Option<String> {
    let slug = words(text).join("-");
    (slug.is_ascii() && !slug.is_empty() && slug.len() <= 100).then_some(slug)
}

/// An id as people would write it: `ad-buyer` is an ad buyer.
pub fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
