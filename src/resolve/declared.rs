//! What tasks may name: the registry's languages, areas and sources.

use super::values::{Languages, Values};
use crate::model::{Area, AreaId, AreaIx, Source, SourceId, SourceIx};
use crate::normalize::{slug, title};
use crate::problem::{Code, Problem, shortened};
use crate::raw::{RawArea, RawSource, Word};
use crate::source::Span;
use crate::unicode::{is_bidirectional, is_hidden};
use std::collections::HashMap;

/// Languages, areas and sources, found by id.
#[derive(Default)]
pub struct Declared {
    /// The languages, the default one first.
    pub languages: Languages,
    /// The areas, in order.
    pub areas: Vec<Area>,
    /// The sources, in order.
    pub sources: Vec<Source>,
    /// Whether these are all areas; if not, nothing is said about one that is missing.
    pub areas_known: bool,
    /// The same for the sources.
    pub sources_known: bool,
    /// How many files share the work of finding what was meant.
    pub files: usize,
    area_index: HashMap<Box<str>, usize>,
    source_index: HashMap<Box<str>, usize>,
}

impl Declared {
    /// Adds an area.
    pub fn add_area(&mut self, raw: &RawArea, values: &mut Values) {
        let name = raw.name.as_ref().and_then(|name| values.text(name));
        let Some(word) = &raw.id else { return };
        let Some(id) = values.id(word, AreaId::parse) else {
            return;
        };
        if is_new(&mut self.area_index, id.as_str(), self.areas.len(), word.span, "area", values)
            && let Some(name) = name
        {
            let place = word.span;
            self.areas.push(Area { id, place, name });
        }
    }

    /// Adds a source.
    pub fn add_source(&mut self, raw: &RawSource, values: &mut Values) {
        let title = raw.title.as_ref().and_then(|title| values.text(title));
        let languages = raw.languages.iter().filter_map(|word| values.tag(word)).collect();
        let url = raw.url.as_ref().and_then(|word| web_address(word, values));
        let Some(id) = values.id(&raw.id, SourceId::parse) else {
            return;
        };
        if is_new(
            &mut self.source_index,
            id.as_str(),
            self.sources.len(),
            raw.id.span,
            "source",
            values,
        ) && let Some(title) = title
        {
            let place = raw.id.span;
            self.sources.push(Source { id, place, title, languages, url });
        }
    }

    /// The area with this id, or a problem.
    pub fn area(&self, word: &Word, values: &mut Values) -> Option<AreaIx> {
        let found = self.area_index.get(word.value.as_ref()).copied().map(AreaIx::at);
        if found.is_none() && self.areas_known {
            unknown(
                word,
                Code::UnknownArea,
                "an area",
                self.areas.iter().map(|area| area.id.as_str()),
                "areas",
                values,
            );
        }
        found
    }

    /// The sources with these ids; a problem for each that does not exist.
    pub fn cited(&self, words: &[Word], values: &mut Values) -> Box<[SourceIx]> {
        let mut cited = Vec::with_capacity(words.len());
        for word in words {
            match self.source_index.get(word.value.as_ref()) {
                Some(&index) => cited.push(SourceIx::at(index)),
                None if self.sources_known => {
                    unknown(
                        word,
                        Code::UnknownSource,
                        "a source",
                        self.sources.iter().map(|source| source.id.as_str()),
                        "sources",
                        values,
                    );
                }
                None => {}
            }
        }
        cited.into()
    }
}

fn unknown<'c>(
    word: &Word,
    code: Code,
    what: &str,
    known: impl Iterator<Item = &'c str>,
    key: &str,
    values: &mut Values,
) {
    let suggestion = values.nearest.did_you_mean(&word.value, known);
    let fix = suggestion.unwrap_or_else(|| match (key, slug(&word.value)) {
        ("areas", Some(id)) if id.len() <= 40 => {
            let name = title(&id);
            format!("add `- {{id: {id}, name: {name}}}` to `areas` in registry.yaml")
        }
        _ => format!("add it to `{key}` in registry.yaml, or remove it here"),
    });
    values.problem(
        Problem::new(
            code,
            word.span,
            format!("'{}' is not {what} of this registry", shortened(&word.value)),
        )
        .fix(fix),
    );
}

fn web_address(word: &Word, values: &mut Values) -> Option<Box<str>> {
    let is_web = word.value.starts_with("https://") || word.value.starts_with("http://");
    let is_odd = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || is_bidirectional(letter)
            || is_hidden(letter)
    };
    let is_plain = !word.value.chars().any(is_odd);
    if is_web && is_plain && word.value.len() <= 2000 {
        return Some(word.value.as_ref().into());
    }
    let message = format!("{:?} is no address on the web", shortened(&word.value));
    values.problem(
        Problem::new(Code::InvalidValue, word.span, message)
            .fix("an address begins with https:// and has no spaces"),
    );
    None
}

/// Notes an id; the second of the same is a problem.
fn is_new(
    index: &mut HashMap<Box<str>, usize>,
    id: &str,
    number: usize,
    span: Span,
    what: &str,
    values: &mut Values,
) -> bool {
    let new = !index.contains_key(id);
    if new {
        index.insert(id.into(), number);
    } else {
        let message = format!("the {what} '{id}' is defined a second time");
        values.problem(
            Problem::new(Code::DuplicateId, span, message).fix("remove or rename one of them"),
        );
    }
    new
}
