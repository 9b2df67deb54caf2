//! The report's own words in English, French and Spanish, with their plurals. Other readers get English.

use crate::model::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The languages of reports; readers of any other language get the first.
pub const SPOKEN: [&str; 3] = ["en", "fr", "es"];

/// The regions where a language writes decimals otherwise than in most, of those with two letters and of Latin America
/// (CLDR 48). French has a comma everywhere.
const POINT_IN_SPANISH: &str = "419 BR BZ CU DO GT HN MX NI PA PE PR SV US";
const COMMA_IN_ENGLISH: &str =
    "AT BE CZ DE DK EE ES FI FR GE HU ID IT LT LV NL NO PL PT RO SE SI SK UA ZA";

static ENGLISH: LazyLock<Vec<&str>> = LazyLock::new(|| written(include_str!("words/en.ftl")));
static FRENCH: LazyLock<Vec<&str>> = LazyLock::new(|| written(include_str!("words/fr.ftl")));
static SPANISH: LazyLock<Vec<&str>> = LazyLock::new(|| written(include_str!("words/es.ftl")));

pub struct Words {
    language: &'static str,
    /// The messages as they are written, each beginning with its id.
    written: &'static [&'static str],
    /// Those that were asked for: no report needs all of them, and parsing them takes time.
    bundle: RefCell<FluentBundle<FluentResource>>,
    decimal_point: char,
}

impl Words {
    pub fn new(language: Option<&Language>) -> Self {
        let (tag, written, elsewhere) = match language.map(Language::primary) {
            Some("fr") => ("fr", &FRENCH, ""),
            Some("es") => ("es", &SPANISH, POINT_IN_SPANISH),
            Some("en") => ("en", &ENGLISH, COMMA_IN_ENGLISH),
            _ => ("en", &ENGLISH, ""),
        };
        let mut parts = language.into_iter().flat_map(|tag| tag.as_str().split('-').skip(1));
        let is_elsewhere = parts.any(|part| elsewhere.split(' ').any(|region| region == part));
        let decimal_point = if (tag == "en") == is_elsewhere { ',' } else { '.' };
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        bundle.set_use_isolating(false);
        Self { language: tag, written, bundle: RefCell::new(bundle), decimal_point }
    }

    /// The language of these words, one of [`SPOKEN`].
    pub fn language(&self) -> &'static str {
        self.language
    }

    pub fn say<'a>(&self, id: &str, arguments: &[(&'a str, &dyn Argument<'a>)]) -> String {
        let arguments: FluentArgs =
            arguments.iter().map(|(name, argument)| (*name, argument.value())).collect();
        if !self.bundle.borrow().has_message(id) {
            self.read(id);
        }
        let bundle = self.bundle.borrow();
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    pub fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A number of things in words: `count-tasks` with 2 is "2 tasks".
    pub fn count(&self, id: &str, n: usize) -> String {
        self.say(id, &[("n", &n)])
    }

    /// The first of these words, and how many more there are.
    pub fn first(&self, words: impl ExactSizeIterator<Item = String>, most: usize) -> Vec<String> {
        let more = words.len().checked_sub(most).filter(|more| *more > 0);
        words.take(most).chain(more.map(|more| self.count("and-more", more))).collect()
    }

    /// Parses a message. The files are part of the program, and a test makes sure that they have no mistakes.
    fn read(&self, id: &str) {
        let has_id =
            |text: &&&str| text.strip_prefix(id).is_some_and(|rest| rest.starts_with(" ="));
        if let Some(text) = self.written.iter().find(has_id) {
            let resource = FluentResource::try_new((*text).to_owned());
            let resource = resource.unwrap_or_else(|(partly, _)| partly);
            self.bundle.borrow_mut().add_resource_overriding(resource);
        }
    }

    /// A number with the decimal point of this language and region.
    pub fn number(&self, plain: &str) -> String {
        plain.replace('.', &self.decimal_point.to_string())
    }
}

/// What a message may take: words, or a number, which decides about plurals.
pub trait Argument<'a> {
    fn value(&self) -> FluentValue<'a>;
}

impl<'a, T: Clone + Into<FluentValue<'a>>> Argument<'a> for T {
    fn value(&self) -> FluentValue<'a> {
        self.clone().into()
    }
}

/// Each message of a file, from its id to where the next one begins.
fn written(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(at);
    let messages = starts.windows(2);
    messages.map(|next| &text[next[0]..next[1]]).collect()
}
