//! Languages as BCP 47 tags, texts that are there in some of them, and which one a reader gets.

use crate::source::Span;
use oxilangtag::LanguageTag;
use std::sync::Arc;
use std::{fmt, mem};

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

/// A text in several languages begins with this, the number of its languages, and the number and the bytes of each; no text does.
const SEVERAL: u8 = 0;
/// So many digits have the number of a language and the length of a text, of seven bits each: these are ASCII.
const NUMBER: usize = 2;
const LENGTH: usize = 3;

/// A text: never blank, at most [`MAX_CHARACTERS`] long in each language.
#[derive(Clone, Debug)]
pub struct Text(Kept);

/// A registry holds ten thousands of texts: this way none takes more than one piece of memory, and most of those in one
/// language none beside the file that they are from.
#[derive(Clone, Debug)]
enum Kept {
    /// The text, if it is the same in every language; else what [`SEVERAL`] says, and behind it these texts.
    Apart { place: Span, packed: Box<str> },
    /// The text of a file, of which it is what stands at its place; in one language, or the same in every one.
    InFile { place: Span, file: Arc<str>, language: Option<LanguageIx> },
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
        Self(Kept::Apart { place, packed: text.into() })
    }

    /// A text in one language, or the same in every one, from this file: a part of that if it stands there letter for letter.
    pub(crate) fn in_file(
        place: Span,
        file: &Arc<str>,
        language: Option<LanguageIx>,
        text: &str,
    ) -> Self {
        if file.get(place.start as usize..place.end as usize) == Some(text) {
            return Self(Kept::InFile { place, file: Arc::clone(file), language });
        }
        match language {
            Some(language) => Self::each(place, &[(language, text)]),
            None => Self::everywhere(place, text),
        }
    }

    /// A text in at least one language.
    pub(crate) fn each(place: Span, each: &[(LanguageIx, &str)]) -> Self {
        let size = 1 + NUMBER + each.len() * (NUMBER + LENGTH);
        let texts = each.iter().map(|(_, text)| text.len()).sum::<usize>();
        let mut packed = String::with_capacity(size + texts);
        packed.push(char::from(SEVERAL));
        push_digits::<NUMBER>(&mut packed, each.len());
        for (language, text) in each {
            push_digits::<NUMBER>(&mut packed, usize::from(language.0));
            push_digits::<LENGTH>(&mut packed, text.len());
        }
        packed.extend(each.iter().map(|&(_, text)| text));
        Self(Kept::Apart { place, packed: packed.into() })
    }

    /// Where it is written.
    pub fn place(&self) -> Span {
        match self.0 {
            Kept::Apart { place, .. } | Kept::InFile { place, .. } => place,
        }
    }

    /// The text that is the same in every language; else its only language, and what it is there, or those of several, packed.
    fn kept(&self) -> (Option<&str>, Option<(LanguageIx, &str)>, &str) {
        match &self.0 {
            Kept::Apart { packed, .. } if packed.as_bytes().first() == Some(&SEVERAL) => {
                (None, None, packed)
            }
            Kept::Apart { packed, .. } => (Some(packed), None, ""),
            Kept::InFile { place, file, language } => {
                let text = &file[place.start as usize..place.end as usize];
                match language {
                    Some(language) => (None, Some((*language, text)), ""),
                    None => (Some(text), None, ""),
                }
            }
        }
    }

    /// True if it is the same in every language.
    pub fn is_everywhere(&self) -> bool {
        self.kept().0.is_some()
    }

    /// The languages that have it, each with its text; none where it is the same in every language.
    pub fn by_language(&self) -> impl Iterator<Item = (LanguageIx, &str)> {
        let (_, single, packed) = self.kept();
        single.into_iter().chain(unpacked(packed))
    }

    /// The text in each of its languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.kept().0.into_iter().chain(self.by_language().map(|(_, text)| text))
    }

    /// The text in one of its languages.
    pub fn in_language(&self, language: LanguageIx) -> Option<&str> {
        match self.0 {
            // Other words for tasks are in one language each, and all of them are asked for each language in turn.
            Kept::InFile { language: Some(only), .. } if only != language => None,
            _ => self.kept().0.or_else(|| {
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
        let same = self.kept().0.unwrap_or_default();
        found.map_or((None, same), |(language, text)| (Some(language), text))
    }
}

/// The languages of a packed text, each with its text.
fn unpacked(packed: &str) -> impl Iterator<Item = (LanguageIx, &str)> {
    let several = packed.as_bytes().strip_prefix(&[SEVERAL]).unwrap_or_default();
    let (count, rest) = several.split_at_checked(NUMBER).unwrap_or_default();
    let entries = &rest[..number(count) * (NUMBER + LENGTH)];
    let mut begin = packed.len() - rest.len() + entries.len();
    entries.chunks_exact(NUMBER + LENGTH).map(move |entry| {
        let (language, length) = entry.split_at(NUMBER);
        let end = begin + number(length);
        let text = &packed[mem::replace(&mut begin, end)..end];
        (LanguageIx(u16::try_from(number(language)).unwrap_or_default()), text)
    })
}

/// Adds the last so many digits of a number, the first one first.
#[expect(clippy::cast_possible_truncation, reason = "a digit has seven bits")]
fn push_digits<const COUNT: usize>(packed: &mut String, number: usize) {
    for place in (0..COUNT).rev() {
        packed.push(char::from((number >> (7 * place)) as u8 & 0x7f));
    }
}

/// The number that has these digits.
fn number(digits: &[u8]) -> usize {
    digits.iter().fold(0, |number, &digit| (number << 7) | usize::from(digit))
}
