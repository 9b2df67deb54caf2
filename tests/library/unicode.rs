//! Characters that show nothing.

use roles::unicode::{is_ignorable, letters};

fn hidden(text: &str) -> Option<char> {
    letters(text).find(|(_, hidden)| *hidden).map(|(letter, _)| letter)
}

#[test]
fn what_shows_nothing_is_hidden() {
    let all = ('\0'..=char::MAX).filter(|&letter| is_ignorable(letter));
    assert_eq!(all.clone().count(), 4174, "as DerivedCoreProperties.txt counts");
    for letter in all.filter(|letter| !matches!(letter, '\u{200c}' | '\u{200d}')) {
        assert_eq!(hidden(&format!("Plan{letter}ned")), Some(letter));
    }
    assert_eq!(hidden("plan\u{200d}"), Some('\u{200d}'));
    assert_eq!(hidden("pl\u{200d}\u{200d}an"), Some('\u{200d}'));
    // A text in the shapes of one emoji.
    assert_eq!(hidden("😀\u{fe0f}\u{e0148}"), Some('\u{e0148}'));
    assert_eq!(hidden("😀\u{e0148}"), Some('\u{e0148}'));
    let long = format!("\u{1f3f4}{}", "\u{e0067}".repeat(31));
    assert_eq!(hidden(&long), Some('\u{e0067}'));
}

#[test]
fn what_words_and_emoji_need_is_not() {
    for text in [
        "👩\u{200d}👧 and می\u{200c}خواهم",
        "👁\u{fe0f}\u{200d}🗨\u{fe0f} 1\u{fe0f}\u{20e3} ©\u{fe0e} ❤\u{fe0f}",
        "葛\u{e0101}城",
        "അവന്\u{200d} പറഞ്ഞു",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ] {
        assert_eq!(hidden(text), None, "{text}");
    }
}
