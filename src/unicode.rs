//! Characters that deceive the eye. What to do about them is for each room to say.

use unicode_normalization::char::canonical_combining_class;

/// Whether a character makes a text look other than it is: it turns the direction of writing, or ends a line or paragraph
/// without looking like it.
pub fn is_misleading(letter: char) -> bool {
    is_bidirectional(letter) || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// Whether a character turns the direction of writing (the embeddings, overrides and isolates of Unicode Standard Annex
/// #9).
pub fn is_bidirectional(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a letter belongs to a script that runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
pub fn runs_to_the_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character shows nothing: `Default_Ignorable_Code_Point` of Unicode 17.0. Reserved characters are in it, so the
/// class hardly ever changes; the crate that knows it (`icu_properties`) brings some thirty others.
pub fn is_ignorable(letter: char) -> bool {
    // Most letters are before all of these.
    letter >= '\u{ad}'
        && matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The letters of a text, each with whether it is hidden: it shows nothing, and those beside it do not need it, as they
/// need joiners inside words and emoji, or the characters that choose among the shapes of a letter.
pub fn letters(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = None;
    let mut letters_of_flag = 0;
    text.char_indices().map(move |(at, letter)| {
        let rest = &text[at + letter.len_utf8()..];
        let hidden = if letter == BLACK_FLAG {
            letters_of_flag = flag(rest);
            false
        } else if letters_of_flag > 0 {
            letters_of_flag -= 1;
            false
        } else {
            is_ignorable(letter) && !is_needed(before, letter, rest)
        };
        before = Some(letter);
        (letter, hidden)
    })
}

/// Whether a character that shows nothing changes what the letters beside it look like.
fn is_needed(before: Option<char>, letter: char, rest: &str) -> bool {
    let Some(before) = before else { return false };
    match letter {
        '\u{200c}' | '\u{200d}' => {
            let is_joined = is_ink(before) && rest.chars().next().is_some_and(is_ink);
            is_joined || canonical_combining_class(before) == VIRAMA
        }
        _ if is_ignorable(before) => false,
        '\u{fe0e}' | '\u{fe0f}' => may_be_emoji(before),
        '\u{fe00}'..='\u{fe0d}' => before >= '\u{1000}',
        '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        '\u{180b}'..='\u{180f}' => matches!(before, '\u{1800}'..='\u{18af}'),
        _ => false,
    }
}

/// The combining class of the signs that take a consonant's vowel away: a joiner after one says how it is drawn, at the end
/// of a word too.
const VIRAMA: u8 = 9;

/// Whether a joiner can join this: a letter, with the shape of an emoji or without.
fn is_ink(letter: char) -> bool {
    let is_empty = letter.is_whitespace() || letter.is_control() || is_ignorable(letter);
    !is_empty || letter == '\u{fe0f}'
}

/// Whether a character has a shape as text and one as emoji, or is near those that have.
fn may_be_emoji(letter: char) -> bool {
    matches!(
        letter,
        '#' | '*' | '0'..='9' | '©' | '®' | '\u{203c}'..='\u{3299}' | '\u{1f000}'..='\u{1faff}'
    )
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
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
    let letters = text.chars().take_while(|letter| matches!(letter, '\u{e0020}'..='\u{e007f}'));
    let letters: Vec<char> = letters.take(LONGEST_FLAG + 1).collect();
    let end = letters.iter().position(|&letter| letter == END_OF_FLAG);
    end.map_or(0, |end| end + 1).min(LONGEST_FLAG)
}
