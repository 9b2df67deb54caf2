//! Texts made comparable: lower case, without accents, in one Unicode form, single spaces.
//!
//! For finding and suggesting only; what is shown is always the text as written.

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
            folded.extend(
                word.nfkd()
                    .filter(|&letter| !is_combining_mark(letter))
                    .flat_map(char::to_lowercase),
            );
        }
    }
    folded
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
    let is_between = |letter: char| {
        let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
        if letter.is_ascii() { !letter.is_ascii_alphanumeric() } else { !is_part(letter) }
    };
    let pieces = text.split(is_between).filter(|piece| piece.contains(char::is_alphanumeric));
    pieces.flat_map(signs)
}

/// A word without any such sign as it is; the others sign by sign.
fn signs(word: &str) -> impl Iterator<Item = &str> {
    let is_plain = word.is_ascii();
    let mut rest = word;
    std::iter::from_fn(move || {
        if is_plain {
            return Some(std::mem::take(&mut rest)).filter(|rest| !rest.is_empty());
        }
        let first = rest.chars().next()?;
        let end = if is_sign(first) {
            first.len_utf8()
        } else {
            rest.find(is_sign).unwrap_or(rest.len())
        };
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
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
