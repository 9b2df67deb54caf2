//! Languages as BCP 47 tags, texts that are there in some of them, and which one a reader gets.

use super::list::List;
use crate::source::{FileText, Span};
use oxilangtag::LanguageTag;
use std::fmt;

/// A BCP 47 language tag in its usual spelling (`fr`, `fr-CA`, `zh-Hans`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Box<str>);

/// The longest tag, in characters; those in use have less than 36.
const MAX_LENGTH: usize = 100;

impl Language {
    /// Parses a tag, unless it is too long or not well-formed. An underscore counts as a hyphen. Registered languages have
    /// at most three letters, so `German` is none.
    pub fn parse(word: &str) -> Option<Self> {
        if word.len() > MAX_LENGTH {
            return None;
        }
        let tag = LanguageTag::parse_and_normalize(&word.replace('_', "-")).ok()?;
        // A key that begins with x- is anybody's own, and none for a text.
        let primary = tag.primary_language();
        (!primary.is_empty() && primary.len() <= 3).then(|| Self(tag.as_str().into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `fr` of `fr-CA`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A language of a registry, as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageIx(pub u16);

/// The languages of a registry in the order in which one reader wants them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preference(Vec<LanguageIx>);

impl Preference {
    /// The order for a reader of `wanted`: the tag itself, the tag with ever less behind it (RFC 4647, "lookup"), then
    /// any other form of the same language, then the default, then the rest.
    pub fn new(languages: &[Language], wanted: Option<&Language>) -> Self {
        let rank = |language: &Language| {
            let Some(wanted) = wanted else { return 2 };
            if wanted == language || wanted.as_str().starts_with(&format!("{language}-")) {
                0
            } else if wanted.primary() == language.primary() {
                1
            } else {
                2
            }
        };
        let longest_first = |language: &Language| {
            if rank(language) == 0 { usize::MAX - language.as_str().len() } else { 0 }
        };
        let mut order: Vec<(LanguageIx, &Language)> =
            (0..).map(LanguageIx).zip(languages).collect();
        order.sort_by_key(|&(number, language)| (rank(language), longest_first(language), number));
        Self(order.into_iter().map(|(number, _)| number).collect())
    }

    /// The languages, the best first.
    pub fn order(&self) -> &[LanguageIx] {
        &self.0
    }
}

/// The longest text, in characters.
pub const MAX_CHARACTERS: usize = 10_000;

/// A text: never blank, at most [`MAX_CHARACTERS`] long in each language.
#[derive(Clone, Debug)]
pub struct Text(Kept);

/// A registry holds ten thousands of texts, and most of them stand letter for letter in the files that they are from: those
/// take no memory of their own.
#[derive(Clone, Debug)]
enum Kept {
    /// A text that is the same in every language.
    Apart { place: Span, text: Box<str> },
    /// What stands at this place of its file, in one language, or the same in every one.
    InFile { place: Span, file: FileText, language: Option<LanguageIx> },
    /// Parts of its file, or of a text of its own, each in a language.
    Parts { place: Span, whole: FileText, parts: List<Part> },
}

/// From where to where the text in one language goes, in bytes.
#[derive(Clone, Debug)]
struct Part {
    language: LanguageIx,
    start: u32,
    end: u32,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
            && self.by_language().eq(other.by_language())
            && self.all().eq(other.all())
    }
}

impl Eq for Text {}

impl Text {
    /// A text that is the same in every language.
    pub(crate) fn everywhere(place: Span, text: &str) -> Self {
        Self(Kept::Apart { place, text: text.into() })
    }

    /// A text in one language, or the same in every one, which may stand in this file.
    pub(crate) fn in_file(
        place: Span,
        file: Option<&FileText>,
        language: Option<LanguageIx>,
        text: &str,
    ) -> Self {
        if let Some(file) = file.filter(|file| stands_in(file, place, text)) {
            return Self(Kept::InFile { place, file: file.clone(), language });
        }
        match language {
            Some(language) => Self::each(place, None, &[(language, place, text)]),
            None => Self::everywhere(place, text),
        }
    }

    /// A text in at least one language, which may stand in this file: each with its place.
    pub(crate) fn each(
        place: Span,
        file: Option<&FileText>,
        each: &[(LanguageIx, Span, &str)],
    ) -> Self {
        let stand_there =
            |file: &&FileText| each.iter().all(|&(_, place, text)| stands_in(file, place, text));
        if let Some(file) = file.filter(stand_there) {
            let part = |&(language, Span { start, end, .. }, _): &_| Part { language, start, end };
            let parts = each.iter().map(part).collect();
            return Self(Kept::Parts { place, whole: file.clone(), parts });
        }
        let mut whole = String::with_capacity(each.iter().map(|(_, _, text)| text.len()).sum());
        let mut parts = List::with_capacity(each.len());
        for &(language, _, text) in each {
            let start = length(&whole);
            whole.push_str(text);
            parts.push(Part { language, start, end: length(&whole) });
        }
        Self(Kept::Parts { place, whole: whole.into(), parts })
    }

    /// Gives its languages other numbers.
    pub(crate) fn renumber(&mut self, new: impl Fn(LanguageIx) -> LanguageIx) {
        match &mut self.0 {
            Kept::Apart { .. } => {}
            Kept::InFile { language, .. } => *language = language.map(new),
            Kept::Parts { parts, .. } => {
                parts.iter_mut().for_each(|part| part.language = new(part.language));
            }
        }
    }

    /// Where it is written.
    pub fn place(&self) -> Span {
        match self.0 {
            Kept::Apart { place, .. } | Kept::InFile { place, .. } | Kept::Parts { place, .. } => {
                place
            }
        }
    }

    /// The text that is the same in every language.
    fn same(&self) -> Option<&str> {
        match &self.0 {
            Kept::Apart { text, .. } => Some(text),
            Kept::InFile { place, file, language: None } => {
                Some(part(file, place.start, place.end))
            }
            _ => None,
        }
    }

    /// True if it is the same in every language.
    pub fn is_everywhere(&self) -> bool {
        self.same().is_some()
    }

    /// The languages that have it, each with its text; none where it is the same in every language.
    pub fn by_language(&self) -> impl Iterator<Item = (LanguageIx, &str)> {
        let (single, whole, parts): (_, &str, &[Part]) = match &self.0 {
            Kept::InFile { place, file, language: Some(language) } => {
                (Some((*language, part(file, place.start, place.end))), "", &[])
            }
            Kept::Parts { whole, parts, .. } => (None, whole, parts),
            _ => (None, "", &[]),
        };
        let text = |of: &Part| (of.language, part(whole, of.start, of.end));
        single.into_iter().chain(parts.iter().map(text))
    }

    /// The text in each of its languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.same().into_iter().chain(self.by_language().map(|(_, text)| text))
    }

    /// The text in one of its languages.
    pub fn in_language(&self, language: LanguageIx) -> Option<&str> {
        match self.0 {
            // Other words for tasks are in one language each, and all of them are asked for each language in turn.
            Kept::InFile { language: Some(only), .. } if only != language => None,
            _ => self.same().or_else(|| {
                let mut each = self.by_language();
                each.find(|&(number, _)| number == language).map(|(_, text)| text)
            }),
        }
    }

    /// The text for a reader: in the first language of theirs that has it.
    pub fn pick(&self, preference: &Preference) -> &str {
        self.found(preference).1
    }

    /// The language that [`Self::pick`] picks; none for a text that is the same in every language.
    pub fn language(&self, preference: &Preference) -> Option<LanguageIx> {
        self.found(preference).0
    }

    fn found(&self, preference: &Preference) -> (Option<LanguageIx>, &str) {
        let wanted =
            |&language: &LanguageIx| self.by_language().find(|&(number, _)| number == language);
        let found = preference.order().iter().find_map(wanted).or(self.by_language().next());
        let same = self.same().unwrap_or_default();
        found.map_or((None, same), |(language, text)| (Some(language), text))
    }
}

/// A part of a text, in bytes.
fn part(whole: &str, start: u32, end: u32) -> &str {
    &whole[start as usize..end as usize]
}

/// Whether a text stands at a place of a file letter for letter.
fn stands_in(file: &str, place: Span, text: &str) -> bool {
    file.get(place.start as usize..place.end as usize) == Some(text)
}

#[expect(clippy::cast_possible_truncation, reason = "a text is far shorter than 4 GiB")]
fn length(text: &str) -> u32 {
    text.len() as u32
}
