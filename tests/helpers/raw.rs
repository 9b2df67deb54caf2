//! What must not reach a terminal as it is.

/// Whether a character moves the cursor or turns the direction of writing.
pub fn is_raw(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
