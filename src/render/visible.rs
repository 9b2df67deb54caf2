//! Text made safe to show: what could move the cursor, change colours or turn the direction of writing becomes its number.

use crate::unicode::{is_misleading, letters};
use std::borrow::Cow;
use std::fmt::Write;

/// A text on one line: runs of white space become one space, dangerous characters their escapes (`\u{1b}`).
pub fn one_line(text: &str) -> Cow<'_, str> {
    let is_one_line = !text.contains(|letter: char| letter != ' ' && letter.is_ascii_whitespace());
    if is_one_line && !text.contains("  ") && text.trim() == text && !is_dangerous(text) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    Cow::Owned(visible(&words.join(" ")).into_owned())
}

/// A text with its lines as they are, and dangerous characters as their escapes.
pub fn visible(text: &str) -> Cow<'_, str> {
    with_escapes(text, |letter, shown| shown.extend(letter.escape_unicode()))
}

/// JSON with dangerous characters as its own escapes. Outside of strings JSON has none but line ends.
pub fn visible_in_json(json: &str) -> Cow<'_, str> {
    with_escapes(json, |letter, shown| {
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{unit:04x}");
        }
    })
}

fn with_escapes(text: &str, escape: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if !is_dangerous(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 64);
    for (letter, is_hidden) in letters(text) {
        if is_hidden || is_control(letter) {
            escape(letter, &mut shown);
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Whether a text holds what is shown by its number.
fn is_dangerous(text: &str) -> bool {
    // Most letters are these, and need not be held against all that follows.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    !is_plain && letters(text).any(|(letter, is_hidden)| is_hidden || is_control(letter))
}

/// Control characters, bidirectional controls (UAX #9), line and paragraph separators, and what stands for no character.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || is_misleading(letter)
        || matches!(letter, '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}
