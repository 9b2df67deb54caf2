//! Single values: a word as an id, a text, a number of hours. Each says what is wrong and goes on with nothing.

use super::synonyms;
use crate::model::{
    Date, DateFault, Hours, HoursFault, IdFault, Language, LanguageIx, List, MAX_CHARACTERS,
    MAX_NAME, Text, is_device,
};
use crate::normalize::slug;
use crate::problem::{Code, Nearest, Problems, first_few, shortened};
use crate::raw::{RawText, Word};
use crate::source::{FileId, FileText, Sources, Span};
use crate::unicode::{is_ignorable, is_misleading};
use std::collections::HashMap;
use std::hash::Hash;

/// More languages than this are nobody's.
pub const MOST_LANGUAGES: usize = 200;

/// The languages of a registry.
#[derive(Clone)]
pub struct Languages {
    /// All of them, the default one first.
    pub all: Vec<Language>,
    /// How many the registry lists; the others come with shipped parts.
    pub listed: usize,
    /// Whether texts may be in further languages: the registry does not list any.
    pub open: bool,
    /// The first file in which they always may: a base's, or a shipped one.
    pub first_of_base: FileId,
}

/// No language, and open to all.
impl Default for Languages {
    fn default() -> Self {
        Self { all: Vec::new(), listed: 0, open: true, first_of_base: FileId(0) }
    }
}

/// A list without room for more.
pub fn list<T>(each: impl Iterator<Item = T>) -> List<T> {
    let mut list: List<T> = each.collect();
    list.shrink_to_fit();
    list
}

/// Checks the values of one file. One that is missing is no problem.
pub struct Values<'l, 'p> {
    /// The languages to tell apart.
    languages: &'l Languages,
    /// Languages that were met beyond them.
    pub extra: Vec<Language>,
    /// For "did you mean".
    pub nearest: Nearest,
    /// The files that the values stand in, of which texts are parts where they can be.
    pub sources: Option<&'l Sources>,
    pub problems: &'p mut Problems,
}

impl<'l, 'p> Values<'l, 'p> {
    pub fn new(languages: &'l Languages, problems: &'p mut Problems) -> Self {
        Self {
            languages,
            extra: Vec::new(),
            nearest: Nearest::for_one_file(),
            sources: None,
            problems,
        }
    }

    /// Notes where an id stands. True if it is the first of its kind; the others are a problem.
    pub fn is_first<K: Eq + Hash>(
        &mut self,
        seen: &mut HashMap<K, Span>,
        id: K,
        place: Span,
        what: impl FnOnce() -> String,
    ) -> bool {
        let first = *seen.entry(id).or_insert(place);
        if first != place {
            let message = format!("the {} is defined a second time", what());
            let fix = "remove or rename one of them";
            self.problems.report_again(Code::DuplicateId, place, first, message, fix);
        }
        first == place
    }

    /// An id, by the parsing door of its type.
    pub fn id<T>(
        &mut self,
        word: Option<&Word>,
        parse: impl Fn(&str) -> Result<T, IdFault>,
    ) -> Option<T> {
        let word = word?;
        let parsed = parse(&word.value);
        if let Err(fault) = &parsed {
            let message = format!("{:?} is no id: {fault}", shortened(&word.value));
            // The id that was probably meant.
            let fix = slug(&word.value).filter(|slug| !is_device(slug)).map_or_else(
                || "lower-case letters a to z, digits and single hyphens".to_owned(),
                |slug| format!("write '{slug}'"),
            );
            self.problems.report(Code::InvalidId, word.span, message, fix);
        }
        parsed.ok()
    }

    /// One of a few words.
    pub fn one_of<T>(
        &mut self,
        word: Option<&Word>,
        what: &str,
        known: &[&str],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = word?;
        let value = parse(&word.value);
        if value.is_none() {
            let suggestion = match synonyms::meant(&word.value, known) {
                Some(meant) => Some(format!("write '{meant}'")),
                None if synonyms::misleads(&word.value) => None,
                None => self.nearest.did_you_mean(&word.value, known.iter().copied()),
            };
            let fix = suggestion.unwrap_or_else(|| format!("one of: {}", known.join(", ")));
            let message = format!("'{}' is no {what}", shortened(&word.value));
            self.problems.report(Code::InvalidValue, word.span, message, fix);
        }
        value
    }

    /// Hours a week of a task.
    pub fn hours(&mut self, word: Option<&Word>) -> Option<Hours> {
        self.hours_or(word?, "correct it, or leave the key out where nobody has an estimate")
    }

    /// Hours a week of a person.
    pub fn hours_of_person(&mut self, word: Option<&Word>) -> Option<Hours> {
        let word = word?;
        let is_zero = word.value.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let fix = if is_zero {
            "take somebody without time out of the list, or name them with `--without`"
        } else {
            "correct it, or leave the key out where there is no limit"
        };
        self.hours_or(word, fix)
    }

    /// A day.
    pub fn date(&mut self, word: Option<&Word>) -> Option<Date> {
        let word = word?;
        let parsed = Date::parse(&word.value);
        if let Err(fault) = parsed {
            let message = format!("'{}': {fault}", shortened(&word.value));
            let fix = match fault {
                DateFault::NotPlain => "write it such as 2027-08-02",
                DateFault::NoSuchDay => "write a day that the calendar has",
                DateFault::OutOfRange => "correct the year",
            };
            self.problems.report(Code::InvalidDate, word.span, message, fix);
        }
        parsed.ok()
    }

    /// The first and the last day of a time, of which either may be open.
    pub fn span(
        &mut self,
        from: Option<&Word>,
        until: Option<&Word>,
    ) -> (Option<Date>, Option<Date>) {
        let (begins, ends) = (self.date(from), self.date(until));
        if let (Some(begins), Some(ends), Some(word)) = (begins, ends, until)
            && ends < begins
        {
            let message = format!("{ends} is before {begins}, where it begins");
            let fix = "exchange `from` and `until`, or correct one of them";
            self.problems.report(Code::InvalidDate, word.span, message, fix);
        }
        (begins, ends)
    }

    /// The fix is for hours that are too few or too many.
    fn hours_or(&mut self, word: &Word, fix: &str) -> Option<Hours> {
        let parsed = Hours::parse(&word.value);
        if let Err(fault) = parsed {
            let (code, fix) = match fault {
                HoursFault::OutOfRange => (Code::HoursOutOfRange, fix),
                HoursFault::NotPlain | HoursFault::TooFine => {
                    (Code::InvalidValue, "write a plain number such as 2.5")
                }
            };
            let message = format!("'{}': {fault}", shortened(&word.value));
            self.problems.report(code, word.span, message, fix);
        }
        parsed.ok()
    }

    /// A text in one language or in several.
    pub fn text(&mut self, raw: Option<&RawText>) -> Option<Text> {
        let (place, each) = match raw? {
            RawText::Plain(word) => {
                return self.words(word).map(|text| self.text_in(None, word.span, text));
            }
            RawText::Each(place, each) => (*place, each),
        };
        if each.is_empty() {
            let fix = "write it in at least one language";
            self.problems.report(Code::BlankText, place, "the text is blank", fix);
        }
        let mut texts = Vec::with_capacity(each.len());
        let mut seen = Vec::with_capacity(each.len());
        for (tag, word) in each {
            let language = self.language(tag);
            if self.is_again(tag, language, &mut seen) {
                continue;
            }
            if let (Some(language), Some(text)) = (language, self.words(word)) {
                texts.push((language, word.span, text));
            }
        }
        (!texts.is_empty()).then(|| Text::each(place, self.file(place), &texts))
    }

    /// A text in one language, or the same in every one.
    pub fn text_in(&self, language: Option<LanguageIx>, place: Span, text: &str) -> Text {
        Text::in_file(place, self.file(place), language, text)
    }

    /// The text of the file that has a place.
    fn file(&self, place: Span) -> Option<&'l FileText> {
        self.sources?.file(place.file)?.text.as_ref().ok()
    }

    /// The texts of a list.
    pub fn texts(&mut self, raw: &[RawText]) -> List<Text> {
        list(raw.iter().filter_map(|text| self.text(Some(text))))
    }

    /// Reports a language that was seen before in the same map, and remembers it if not.
    pub fn is_again(
        &mut self,
        tag: &Word,
        language: Option<LanguageIx>,
        seen: &mut Vec<LanguageIx>,
    ) -> bool {
        let Some(language) = language else {
            return false;
        };
        let is_again = seen.contains(&language);
        if is_again {
            let written = shortened(&tag.value);
            let message = format!("the language '{written}' stands here a second time");
            self.problems.report(Code::DuplicateKey, tag.span, message, "keep one of them");
        } else {
            seen.push(language);
        }
        is_again
    }

    /// One text as written, if it is fit to be shown.
    pub fn words<'w>(&mut self, word: &'w Word) -> Option<&'w str> {
        self.fit(word, "text", MAX_CHARACTERS, control)
    }

    /// The name of a person: it stands in one line.
    pub fn name<'w>(&mut self, word: &'w Word) -> Option<&'w str> {
        self.fit(word, "name", MAX_NAME, |name| {
            name.chars().find(|&letter| letter.is_control() || is_misleading(letter))
        })
    }

    fn fit<'w>(
        &mut self,
        word: &'w Word,
        what: &str,
        most: usize,
        unfit: impl Fn(&str) -> Option<char>,
    ) -> Option<&'w str> {
        let text = word.value.trim();
        let (code, message, fix) = if is_blank(text) {
            let fix = if what == "name" { "write a name" } else { "write something" };
            (Code::BlankText, format!("the {what} is blank"), fix)
        } else if text.len() > most && text.chars().count() > most {
            let message = format!("the {what} has more than {most} characters");
            (Code::TextTooLong, message, "shorten it")
        } else if let Some(letter) = unfit(text) {
            let message = format!("the {what} holds the character U+{:04X}", u32::from(letter));
            (Code::ControlCharacter, message, "remove it: it could change what people see")
        } else {
            return Some(text);
        };
        self.problems.report(code, word.span, message, fix);
        None
    }

    /// A language among the registry's.
    pub fn language(&mut self, word: &Word) -> Option<LanguageIx> {
        // Most tags are spelled as usual and listed: they need not be taken apart.
        let mut listed = self.languages.all[..self.languages.listed].iter();
        if let Some(number) = listed.position(|listed| listed.as_str() == word.value) {
            return u16::try_from(number).ok().map(LanguageIx);
        }
        let tag = self.tag(word)?;
        let mut known = self.languages.all.iter().chain(&self.extra);
        let number = known.position(|known| *known == tag);
        let is_open = self.languages.open || word.span.file >= self.languages.first_of_base;
        if !is_open && number.is_none_or(|number| number >= self.languages.listed) {
            let listed = &self.languages.all[..self.languages.listed];
            let near = self.nearest.did_you_mean(tag.as_str(), listed.iter().map(Language::as_str));
            let near = near.or_else(|| {
                let slip = listed.iter().find(|language| is_slip(tag.as_str(), language.as_str()));
                slip.map(|language| format!("did you mean '{language}'?"))
            });
            let fix = near.unwrap_or_else(|| {
                let listed: Vec<&str> = listed.iter().map(Language::as_str).collect();
                let listed = first_few(&listed);
                format!(
                    "add it to `languages` in registry.yaml, which has {listed}, or remove the text"
                )
            });
            let message =
                format!("'{}' is not a language of this registry", shortened(tag.as_str()));
            self.problems.report(Code::UnknownLanguage, word.span, message, fix);
        }
        let number = match number {
            Some(number) => number,
            None => self.another(tag, word.span)?,
        };
        u16::try_from(number).ok().map(LanguageIx)
    }

    /// The number of a language that was not met before. There is a limit, because languages are found one by one.
    fn another(&mut self, tag: Language, place: Span) -> Option<usize> {
        let met = self.languages.all.len() + self.extra.len();
        if met == MOST_LANGUAGES {
            report_too_many_languages(place, self.problems);
        }
        (met < MOST_LANGUAGES).then(|| {
            self.extra.push(tag);
            met
        })
    }

    /// A well-formed language tag.
    pub fn tag(&mut self, word: &Word) -> Option<Language> {
        let tag = Language::parse(&word.value);
        if tag.is_none() {
            let known = self.languages.all.iter().map(Language::as_str);
            let near = self.nearest.did_you_mean(&word.value, known);
            let fix = near.unwrap_or_else(|| "a language is a tag such as en, fr or pt-BR".into());
            let message = format!("{:?} is no language", shortened(&word.value));
            self.problems.report(Code::UnknownLanguage, word.span, message, fix);
        }
        tag
    }
}

/// Reports the language that is one more than a registry may have.
pub fn report_too_many_languages(place: Span, problems: &mut Problems) {
    let message = format!("the registry has more than {MOST_LANGUAGES} languages");
    let fix = "spell languages the same way everywhere";
    problems.report(Code::InvalidValue, place, message, fix);
}

/// Whether two letters that are no language are probably another one: the first letter is right, or the two are exchanged.
fn is_slip(tag: &str, listed: &str) -> bool {
    let (written, listed) = (tag.as_bytes(), listed.as_bytes());
    written.len() == 2
        && listed.len() == 2
        && !synonyms::is_language(tag)
        && written[0] == listed[0]
}

/// The first control character of a text. Most texts have not even a byte that one begins with.
fn control(text: &str) -> Option<char> {
    let begins_one = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    // Without a way out of the loop, many bytes are compared at once.
    let has_one = text.bytes().fold(false, |has_one, byte| has_one | begins_one(byte));
    has_one.then(|| text.chars().find(|&letter| is_control(letter)))?
}

/// Control characters but line ends and tabs, and the ones that make a text look other than it is.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t')) || is_misleading(letter)
}

/// Whether nobody could see the text: white space, and characters without ink.
fn is_blank(text: &str) -> bool {
    // The braille pattern without a dot is no white space, but looks like it.
    text.chars()
        .all(|letter| letter.is_whitespace() || is_ignorable(letter) || letter == '\u{2800}')
}
