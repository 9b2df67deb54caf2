//! What tasks may name: the registry's languages, areas, sources and working days.

use super::values::{Languages, Values};
use crate::model::{Area, AreaId, AreaIx, List, Source, SourceId, SourceIx, Weekday};
use crate::normalize::{slug, title};
use crate::problem::{Code, Problem, shortened};
use crate::raw::{RawArea, Sourced, Word};
use crate::source::Span;
use crate::unicode::{is_misleading, letters};
use std::collections::HashMap;

#[derive(Default)]
pub struct Declared {
    /// The languages, the default one first.
    pub languages: Languages,
    pub areas: Listed<Area>,
    pub sources: Listed<Source>,
    /// The working days, in order; none where nobody can say which.
    pub workdays: Vec<Weekday>,
    /// Where they are listed, if they are.
    pub workdays_at: Option<Span>,
    /// How many files share the work of finding what was meant.
    pub files: usize,
}

/// Areas or sources, found by id.
pub struct Listed<T> {
    pub all: Vec<T>,
    /// Whether these are all; if not, nothing is said about one that is missing.
    pub known: bool,
    /// Those of the base that are removed, and where.
    pub removed: HashMap<Box<str>, Span>,
    index: HashMap<Box<str>, usize>,
    /// Where the first of each stands.
    seen: HashMap<Box<str>, Span>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        let (removed, index, seen) = Default::default();
        Self { all: Vec::new(), known: false, removed, index, seen }
    }
}

impl<T> Listed<T> {
    /// Notes an id; the second of the same is a problem.
    fn is_new(&mut self, id: &str, what: &str, place: Span, values: &mut Values) -> bool {
        let is_new = values.is_first(&mut self.seen, id.into(), place, || format!("{what} '{id}'"));
        if is_new {
            self.index.insert(id.into(), self.all.len());
        }
        is_new
    }

    fn find(&self, word: &Word) -> Option<usize> {
        self.index.get(word.value.as_ref()).copied()
    }
}

impl Listed<Area> {
    pub fn add_areas(&mut self, raws: &[RawArea], values: &mut Values) {
        for raw in raws {
            let name = values.text(raw.name.as_ref());
            let Some(word) = &raw.id else { continue };
            let Some(id) = values.id(Some(word), AreaId::parse) else { continue };
            let place = word.span;
            if self.is_new(id.as_str(), "area", place, values)
                && let Some(name) = name
            {
                self.all.push(Area { id, place, name });
            }
        }
    }
}

impl Listed<Source> {
    pub fn add_sources(&mut self, raws: &[Sourced], values: &mut Values) {
        for (word, raw) in raws {
            let raw = raw.as_ref();
            let title = values.text(raw.and_then(|raw| raw.title.as_ref()));
            let languages = raw.map(|raw| raw.languages.as_slice()).unwrap_or_default();
            let languages = languages.iter().filter_map(|word| values.tag(word)).collect();
            let url = raw.and_then(|raw| raw.url.as_ref());
            let url = url.and_then(|word| web_address(word, values));
            let Some(id) = values.id(Some(word), SourceId::parse) else { continue };
            let place = word.span;
            if self.is_new(id.as_str(), "source", place, values)
                && let Some(title) = title
            {
                self.all.push(Source { id, place, title, languages, url });
            }
        }
    }
}

impl Declared {
    /// The area with this id that a task names, or a problem.
    pub fn area(&self, task: Option<&Word>, word: &Word, values: &mut Values) -> Option<AreaIx> {
        let found = self.areas.find(word);
        if let (None, Some(removal)) = (found, self.areas.removed.get(word.value.as_ref())) {
            let by = task.map(|id| shortened(&id.value));
            let problem = still_needed("area", &word.value, *removal, by.as_deref(), word.span);
            values.problems.push(problem);
        } else if found.is_none() && self.areas.known {
            let known = self.areas.all.iter().map(|area| area.id.as_str());
            let near = values.nearest.did_you_mean(&word.value, known);
            let fix = near.unwrap_or_else(|| match slug(&word.value) {
                Some(id) if id.len() <= 40 => {
                    let name = title(&id);
                    format!("add `- {{id: {id}, name: {name}}}` to `areas` in registry.yaml")
                }
                _ => "add it to `areas` in registry.yaml, or remove it here".to_owned(),
            });
            let message = format!("'{}' is not an area of this registry", shortened(&word.value));
            values.problems.report(Code::UnknownArea, word.span, message, fix);
        }
        found.map(AreaIx::at)
    }

    /// The sources with these ids; a problem for each that does not exist.
    pub fn cited(&self, words: &[Word], values: &mut Values) -> List<SourceIx> {
        let mut cited = List::with_capacity(words.len());
        for word in words {
            let found = self.sources.find(word);
            if found.is_none() && self.sources.known {
                let known = self.sources.all.iter().map(|source| source.id.as_str());
                let near = values.nearest.did_you_mean(&word.value, known);
                let fix = near.unwrap_or_else(|| {
                    "add it to `sources` in registry.yaml, or remove it here".to_owned()
                });
                let id = shortened(&word.value);
                let message = format!("'{id}' is not a source of this registry");
                values.problems.report(Code::UnknownSource, word.span, message, fix);
            }
            cited.extend(found.map(SourceIx::at));
        }
        cited
    }
}

/// What is wrong where something is removed that another one refers to.
pub fn still_needed(what: &str, id: &str, removal: Span, by: Option<&str>, place: Span) -> Problem {
    let code = if what == "area" { Code::UnknownArea } else { Code::UnknownTask };
    let by = by.map_or_else(|| "something".to_owned(), |by| format!("'{by}'"));
    let message = format!("the {what} '{id}' is removed here, and {by} still refers to it");
    let problem = Problem::new(code, removal, message);
    problem.fix("change what refers to it, or keep it").related(place, "this refers to it")
}

fn web_address(word: &Word, values: &mut Values) -> Option<Box<str>> {
    let is_web = word.value.starts_with("https://") || word.value.starts_with("http://");
    let is_odd = letters(&word.value).any(|(letter, is_hidden)| {
        is_hidden || letter.is_whitespace() || letter.is_control() || is_misleading(letter)
    });
    if is_web && !is_odd && word.value.len() <= 2000 {
        return Some(word.value.as_ref().into());
    }
    let message = format!("{:?} is no address on the web", shortened(&word.value));
    let fix = "an address begins with https:// and has no spaces";
    values.problems.report(Code::InvalidValue, word.span, message, fix);
    None
}
