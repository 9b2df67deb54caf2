//! A text of the registry on a page, with its language where that is not the page's own: screen readers pronounce it
//! right, and a text from right to left does not turn its neighbours (WCAG 2.2, 3.1.2; HTML's `bdi`).

use crate::model::Text;
use crate::render::clean::one_line;
use crate::render::reader::Reader;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt;

/// A text, cleaned; escaped where it is written.
#[derive(Clone, Debug)]
pub struct Said {
    text: String,
    /// Its language, where the page has another.
    language: Option<String>,
}

impl Said {
    /// A text of the registry.
    pub fn new(text: &Text, reader: &Reader) -> Self {
        let language = reader.language_of(text);
        let is_other = |tag: &&str| tag.split('-').next() != Some(reader.words.language());
        Self {
            text: one_line(reader.text(text)).into_owned(),
            language: language.filter(is_other).map(str::to_owned),
        }
    }

    /// A text of the registry inside a sentence.
    pub fn inside(text: &Text, reader: &Reader) -> Self {
        Self {
            text: one_line(&reader.inside(text)).into_owned(),
            ..Self::new(text, reader)
        }
    }

    /// A name or a sentence in the page's language.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self {
            text: one_line(text.as_ref()).into_owned(),
            language: None,
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Ok(text) = escape(&self.text, Html);
        match &self.language {
            // A tag has letters, digits and hyphens only.
            Some(tag) => write!(out, "<bdi lang=\"{tag}\">{text}</bdi>"),
            None => write!(out, "{text}"),
        }
    }
}

/// It escapes itself.
impl HtmlSafe for Said {}
