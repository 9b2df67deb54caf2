//! Text made safe to show: characters that could move the cursor, change colours or turn the direction of writing are
//! shown by their numbers instead.

use crate::unicode::{is_bidirectional, is_hidden};
use std::borrow::Cow;
use std::fmt::Write;

/// A text on one line: runs of white space become one space, dangerous characters their escapes (`\u{1b}`).
pub fn one_line(text: &str) -> Cow<'_, str> {
    let is_plain = text
        .chars()
        .all(|letter| !is_dangerous(letter) && (letter == ' ' || !letter.is_ascii_whitespace()));
    if is_plain && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    Cow::Owned(visible(&words.join(" ")).into_owned())
}

/// A text with its lines as they are, and dangerous characters as their escapes.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut letters_of_flag = 0;
    for (place, letter) in text.char_indices() {
        if letter == BLACK_FLAG {
            letters_of_flag = flag(&text[place + letter.len_utf8()..]);
        } else if letters_of_flag > 0 {
            letters_of_flag -= 1;
        } else if is_dangerous(letter) {
            shown.extend(letter.escape_unicode());
            continue;
        }
        shown.push(letter);
    }
    Cow::Owned(shown)
}

/// The flags of Scotland and its neighbours are a black flag followed by letters that are not shown.
const BLACK_FLAG: char = '\u{1f3f4}';
/// The last of them (Unicode Technical Standard #51, "emoji tag sequence").
const END_OF_FLAG: char = '\u{e007f}';
/// A flag has at most this many of them, the last one included.
const LONGEST_FLAG: usize = 7;

/// How many letters at the beginning of a text belong to the flag before it: none if they are too many for a flag, and
/// could hide a text.
fn flag(text: &str) -> usize {
    let letters = text.chars().take_while(|&letter| is_flag_letter(letter));
    let letters: Vec<char> = letters.take(LONGEST_FLAG + 1).collect();
    let end = letters.iter().position(|&letter| letter == END_OF_FLAG);
    end.map_or(0, |end| end + 1).min(LONGEST_FLAG)
}

/// JSON with dangerous characters as its own escapes. Outside of strings JSON has none but line ends.
pub fn visible_in_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(is_dangerous) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 64);
    for letter in json.chars() {
        if is_dangerous(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Control characters, bidirectional controls (UAX #9), line and paragraph separators, and characters without width
/// other than the joiners that scripts and emoji need.
fn is_dangerous(letter: char) -> bool {
    // Most letters are these, and need not be held against all that follows.
    if matches!(letter, ' '..='~') {
        return false;
    }
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || is_bidirectional(letter)
        || is_hidden(letter)
        || matches!(
            letter,
            '\u{ad}' | '\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{1d173}'..='\u{1d17a}' | '\u{061c}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        )
        || is_flag_letter(letter)
}

fn is_flag_letter(letter: char) -> bool {
    matches!(letter, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_dangerous_reaches_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31mb\u{202e}c\u{9b}d"), "a\\u{1b}[31mb\\u{202e}c\\u{9b}d");
        assert_eq!(one_line(" two\n  lines\there "), "two lines here");
        assert_eq!(one_line("👩‍👧 नमस्ते"), "👩‍👧 नमस्ते");
        let scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
        assert_eq!(one_line(scotland), scotland);
        assert_eq!(one_line("a\u{e0067}\u{ad}"), "a\\u{e0067}\\u{ad}");
        let hidden = format!("\u{1f3f4}{}", "\u{e0067}".repeat(31));
        assert!(!one_line(&hidden).contains('\u{e0067}'));
        assert_eq!(visible("a\nb\u{0}"), "a\nb\\u{0}");
    }

    #[test]
    fn json_means_the_same_when_it_is_made_visible() {
        let text = "a\u{7f}\u{9b}\u{202e}\u{e0067}\u{feff}\"\\\n👩\u{200d}👧é";
        let json = serde_json::to_string(text).unwrap();
        let shown = visible_in_json(&json);
        let expected = r#""a\u007f\u009b\u202e\udb40\udc67\ufeff\"\\\n👩‍👧é""#;
        assert_eq!(shown, expected);
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
        assert_eq!(visible_in_json("{\n}"), "{\n}");
    }
}
