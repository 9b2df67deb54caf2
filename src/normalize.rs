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
    let bytes = text.as_bytes();
    let mut at = 0;
    iter::from_fn(move || {
        loop {
            while kind(*bytes.get(at)?) == Byte::Between {
                at += 1;
            }
            let start = at;
            while bytes.get(at).is_some_and(|&byte| kind(byte) == Byte::OfWord) {
                at += 1;
            }
            // Most texts are ASCII, and the words of all tasks are read.
            if bytes.get(at).is_none_or(u8::is_ascii) {
                return Some(&text[start..at]);
            }
            at = end_of_piece(text, start, at);
            let piece = &text[start..at];
            if piece.contains(char::is_alphanumeric) {
                return Some(piece);
            }
        }
    })
}

/// What a byte of a text is.
#[derive(Clone, Copy, PartialEq)]
enum Byte {
    /// A plain letter or digit.
    OfWord,
    /// Another sign of ASCII.
    Between,
    /// A part of a letter or sign beyond ASCII.
    Beyond,
}

/// To look it up takes half the time of finding it out.
fn kind(byte: u8) -> Byte {
    static KINDS: [Byte; 256] = {
        let mut kinds = [Byte::Beyond; 256];
        let mut byte = 0_u8;
        while byte.is_ascii() {
            let is_word = byte.is_ascii_alphanumeric();
            kinds[byte as usize] = if is_word { Byte::OfWord } else { Byte::Between };
            byte += 1;
        }
        kinds
    };
    KINDS[usize::from(byte)]
}

/// Where a piece ends that begins at one place and goes on at another, beyond ASCII: behind a sign, in front of the next one,
/// or where the word ends.
fn end_of_piece(text: &str, start: usize, at: usize) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut letters = text[at..].char_indices();
    if start == at
        && let Some((_, first)) = letters.next()
        && (is_sign(first) || !is_part(first))
    {
        return at + first.len_utf8();
    }
    let end = letters.find(|&(_, letter)| is_sign(letter) || !is_part(letter));
    end.map_or(text.len(), |(further, _)| at + further)
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
