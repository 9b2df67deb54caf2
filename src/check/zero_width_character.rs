//! Characters that nobody sees, other than the joiners that scripts and emoji need inside a word.

use super::texts::texts;
use crate::model::Registry;
use crate::problem::{Code, Problem, Problems};
use crate::source::Span;
use crate::unicode::is_hidden;

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let of_texts = texts(registry).into_iter().filter_map(|written| {
        let found = written.text.all().find_map(hidden)?;
        Some(problem(written.place, written.what, found))
    });
    problems.extend(of_texts);
    let people = registry.team().into_iter().flat_map(|team| &team.people);
    let of_people = people.filter_map(|member| {
        let found = hidden(&member.name)?;
        Some(problem(member.place, "the person's name", found))
    });
    problems.extend(of_people);
}

fn problem(place: Span, what: &str, found: char) -> Problem {
    let found = u32::from(found);
    let message = format!("{what} holds the invisible character U+{found:04X}");
    let problem = Problem::new(Code::ZeroWidthCharacter, place, message);
    problem.fix("remove it: texts that look the same would not be the same")
}

/// The first character without width that has no business there.
fn hidden(text: &str) -> Option<char> {
    let letters: Vec<char> = text.chars().collect();
    let in_word = |place: usize| {
        let is_ink = |letter: Option<&char>| letter.is_some_and(|letter| !letter.is_whitespace());
        place > 0 && is_ink(letters.get(place - 1)) && is_ink(letters.get(place + 1))
    };
    let is_trick = |(place, letter): (usize, &char)| match letter {
        '\u{200c}' | '\u{200d}' => !in_word(place),
        _ => is_hidden(*letter),
    };
    let found = letters.iter().enumerate().find(|&pair| is_trick(pair));
    found.map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_inside_words_and_emoji_are_no_trick() {
        assert_eq!(hidden("👩\u{200d}👧 and می\u{200c}خواهم"), None);
        assert_eq!(hidden("plan\u{200b}ned"), Some('\u{200b}'));
        assert_eq!(hidden("plan\u{200d}"), Some('\u{200d}'));
    }
}
