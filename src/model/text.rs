//! A text of the registry in its languages.

use super::language::{LanguageIx, Preference};
use crate::source::Span;

/// The longest text, in characters.
pub const MAX_CHARACTERS: usize = 10_000;

/// A text: never blank, at most [`MAX_CHARACTERS`] long in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same in every language.
    Everywhere(Box<str>),
    /// Where it is written, and one for each language that has it; at least one.
    Each(Span, Box<[(LanguageIx, Box<str>)]>),
}

impl Text {
    /// The text in each of its languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (same, each): (Option<&str>, &[_]) = match self {
            Text::Everywhere(text) => (Some(text), &[]),
            Text::Each(_, each) => (None, each),
        };
        same.into_iter().chain(each.iter().map(|(_, text)| text.as_ref()))
    }

    /// Whether it is there in this language.
    pub fn is_in(&self, language: LanguageIx) -> bool {
        match self {
            Text::Everywhere(_) => true,
            Text::Each(_, each) => each.iter().any(|(number, _)| *number == language),
        }
    }

    /// The text for a reader: in the first language of theirs that has it.
    pub fn pick(&self, preference: &Preference) -> &str {
        match self {
            Text::Everywhere(text) => text,
            Text::Each(_, each) => found(each, preference).map_or("", |(_, text)| text),
        }
    }

    /// The language that [`Self::pick`] picks; none for a text that is the same in every language.
    pub fn language(&self, preference: &Preference) -> Option<LanguageIx> {
        match self {
            Text::Everywhere(_) => None,
            Text::Each(_, each) => found(each, preference).map(|(language, _)| *language),
        }
    }
}

type InLanguage = (LanguageIx, Box<str>);

/// The text in the first language of the preference that has it.
fn found<'t>(each: &'t [InLanguage], preference: &Preference) -> Option<&'t InLanguage> {
    let wanted = |language: &LanguageIx| each.iter().find(|(number, _)| number == language);
    preference.order().iter().find_map(wanted).or(each.first())
}
