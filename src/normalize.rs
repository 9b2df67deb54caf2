//! Texts made comparable: lower case, without accents, in one Unicode form, single spaces.
//!
//! For finding and suggesting only; what is shown is always the text as written.

use std::borrow::Cow;
use std::{iter, mem};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The text in its composed Unicode form: what looks the same is the same.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            is_apart = !folded.is_empty();
            continue;
        }
        if mem::take(&mut is_apart) {
            folded.push(' ');
        }
        fold_letter(letter, &mut folded);
    }
    folded
}

/// The folded word; most are as they are.
pub fn folded(word: &str) -> Cow<'_, str> {
    let is_folded = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if is_folded { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

/// Adds a letter folded. What decomposing a whole text does beyond this is to put accents in order, of which none is left.
fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        return folded.push(letter.to_ascii_lowercase());
    }
    decompose_compatible(letter, |part| {
        if !is_combining_mark(part) {
            folded.extend(part.to_lowercase());
        }
    });
}

/// A letter as it is written without its accent.
pub fn without_accent(letter: char) -> char {
    let mut first = None;
    decompose_compatible(letter, |part| first = first.or(Some(part)));
    first.unwrap_or(letter)
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
            if piece.contains(is_alphanumeric) {
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
    let mut letters = text[at..].char_indices();
    if start == at
        && let Some((_, first)) = letters.next()
        && !is_part(first)
    {
        return at + first.len_utf8();
    }
    let end = letters.find(|&(_, letter)| !is_part(letter));
    end.map_or(text.len(), |(further, _)| at + further)
}

/// Whether a letter may stand in a word beside others.
fn is_part(letter: char) -> bool {
    match letter {
        'a'..='z' => true,
        _ => (is_alphanumeric(letter) || is_combining_mark(letter)) && !is_sign(letter),
    }
}

/// The same as the method of the standard library, which takes long for letters with accents, dashes and quotation marks.
fn is_alphanumeric(letter: char) -> bool {
    match letter {
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => letter.is_alphanumeric(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }

    #[test]
    fn a_letter_is_folded_as_in_a_decomposed_text() {
        for letter in ('\0'..=char::MAX).filter(|letter| !letter.is_whitespace()) {
            let decomposed = letter.nfkd().filter(|&part| !is_combining_mark(part));
            let expected: String = decomposed.flat_map(char::to_lowercase).collect();
            assert_eq!(fold(letter.encode_utf8(&mut [0; 4])), expected, "{letter:?}");
        }
    }
}
