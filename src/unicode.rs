//! Characters that deceive the eye. What to do about them is for each room to say.

/// Whether a character turns the direction of writing (the embeddings, overrides and isolates of Unicode Standard Annex
/// #9) or ends a line or paragraph without looking like it.
pub fn is_bidirectional(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Whether a letter belongs to a script that runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin.
pub fn runs_to_the_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character is never seen and no script needs it inside a word, as the joiners are needed.
pub fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}
