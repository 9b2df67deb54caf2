//! Characters that deceive the eye. What to do about them is for each room to say.

/// Whether a character turns the direction of writing (the embeddings, overrides and isolates of Unicode Standard Annex
/// #9) or ends a line or paragraph without looking like it.
pub fn is_bidirectional(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is never seen and no script needs it inside a word, as the joiners are needed.
pub fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
    )
}
