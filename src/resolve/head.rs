//! `registry.yaml`: languages, sources, areas, sizes. What it leaves out is the shipped registry's.

use super::sizes::{self, SizeDraft};
use super::values::Values;
use crate::model::{Area, AreaId, AreaIx, Language, Source, SourceId, SourceIx};
use crate::problem::{Code, Nearest, Problem, Severity};
use crate::raw::{RawArea, RawHead, RawSource, Word};
use crate::source::Span;
use std::collections::HashMap;

/// What all roles share, before the sizes' positions are linked to roles.
pub struct Head {
    /// The languages, the default one first.
    pub languages: Vec<Language>,
    /// How many of them the file lists; the others come with shipped parts.
    pub listed: usize,
    /// Whether texts may be in other languages too: the file does not list any.
    pub open: bool,
    /// The areas, in order.
    pub areas: Vec<Area>,
    /// The sources, in order.
    pub sources: Vec<Source>,
    /// The sizes, in order.
    pub sizes: Vec<SizeDraft>,
    /// The codes that are allowed.
    pub allow: Vec<String>,
    /// Whether the file could be read at all; if not, nothing is said about what is missing from it.
    pub readable: bool,
    area_index: HashMap<Box<str>, usize>,
    source_index: HashMap<Box<str>, usize>,
}

impl Head {
    /// Stands for a `registry.yaml` with broken syntax.
    pub fn unreadable() -> Self {
        Self {
            languages: Vec::new(),
            listed: 0,
            open: true,
            areas: Vec::new(),
            sources: Vec::new(),
            sizes: Vec::new(),
            allow: Vec::new(),
            readable: false,
            area_index: HashMap::new(),
            source_index: HashMap::new(),
        }
    }

    /// The area with this id, or a problem.
    pub fn area(&self, word: &Word, values: &mut Values) -> Option<AreaIx> {
        let found = self
            .area_index
            .get(word.value.as_ref())
            .copied()
            .map(AreaIx::at);
        if found.is_none() && self.readable {
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
                None if self.readable => {
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
    let fix = suggestion.unwrap_or_else(|| format!("add it to `{key}` in registry.yaml"));
    values.problem(
        Problem::new(
            code,
            word.span,
            format!("'{}' is not {what} of this registry", word.value),
        )
        .fix(fix),
    );
}

/// Makes the head of the file's own lists and, where it has none, of the shipped ones.
pub fn resolve(own: &RawHead, shipped: &RawHead, problems: &mut Vec<Problem>) -> Head {
    let mut head = Head {
        readable: true,
        open: own.languages.is_none(),
        ..Head::unreadable()
    };
    let mut values = Values {
        languages: &[],
        listed: 0,
        open: true,
        extra: Vec::new(),
        problems,
        nearest: Nearest::default(),
    };
    check_version(own, &mut values);
    head.languages = languages(
        own.languages
            .as_deref()
            .or(shipped.languages.as_deref())
            .unwrap_or_default(),
        &mut values,
    );
    head.allow = allowed(&own.allow, &mut values);
    drop(values);

    head.listed = head.languages.len();
    let areas = (own.areas.as_deref(), shipped.areas.as_deref());
    part(areas, &mut head, problems, |raws, head, values| {
        for raw in raws {
            add_area(raw, head, values);
        }
    });
    let sources = (own.sources.as_deref(), shipped.sources.as_deref());
    part(sources, &mut head, problems, |raws, head, values| {
        for raw in raws {
            add_source(raw, head, values);
        }
    });
    let sizes = (own.sizes.as_deref(), shipped.sizes.as_deref());
    part(sizes, &mut head, problems, |raws, head, values| {
        head.sizes = sizes::draft(raws, head, values);
    });
    head
}

/// Reads one list: the file's own, or else the shipped one. The shipped one is right by itself, may be in languages
/// that the file does not list, and may cite sources that the file has replaced; nothing is said about that.
fn part<T>(
    (own, shipped): (Option<&[T]>, Option<&[T]>),
    head: &mut Head,
    problems: &mut Vec<Problem>,
    add: impl FnOnce(&[T], &mut Head, &mut Values),
) {
    let mut unsaid = Vec::new();
    let languages = head.languages.clone();
    let mut values = Values {
        languages: &languages,
        listed: head.listed,
        open: head.open || own.is_none(),
        extra: Vec::new(),
        problems: if own.is_some() { problems } else { &mut unsaid },
        nearest: Nearest::default(),
    };
    add(own.or(shipped).unwrap_or_default(), head, &mut values);
    let extra = values.extra;
    head.languages.extend(extra);
}

fn check_version(own: &RawHead, values: &mut Values) {
    if let Some(version) = own.version.as_ref().filter(|version| version.value != "1") {
        let message = format!(
            "version {} of the registry's form is unknown",
            version.value
        );
        values.problem(
            Problem::new(Code::InvalidValue, version.span, message).fix("write `version: 1`"),
        );
    }
}

fn languages(words: &[Word], values: &mut Values) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::with_capacity(words.len());
    for word in words {
        let Some(tag) = values.tag(word) else {
            continue;
        };
        if languages.contains(&tag) {
            values.problem(
                Problem::new(
                    Code::DuplicateId,
                    word.span,
                    format!("the language '{tag}' is listed twice"),
                )
                .fix("keep one of them"),
            );
        } else {
            languages.push(tag);
        }
    }
    languages
}

/// Only warnings can be meant.
fn allowed(words: &[Word], values: &mut Values) -> Vec<String> {
    let codes = Code::ALL.iter().copied();
    let warnings: Vec<&str> = codes
        .filter(|code| code.severity() == Severity::Warning)
        .map(Code::as_str)
        .collect();
    let parse = |word: &str| {
        warnings
            .iter()
            .find(|code| **code == word)
            .map(|code| (*code).to_owned())
    };
    words
        .iter()
        .filter_map(|word| values.one_of(word, "warning", &warnings, parse))
        .collect()
}

fn add_area(raw: &RawArea, head: &mut Head, values: &mut Values) {
    let name = raw.name.as_ref().and_then(|name| values.text(name));
    let Some(word) = &raw.id else { return };
    let Some(id) = values.id(word, AreaId::parse) else {
        return;
    };
    if is_new(
        &mut head.area_index,
        id.as_str(),
        head.areas.len(),
        word.span,
        "area",
        values,
    ) && let Some(name) = name
    {
        head.areas.push(Area { id, name });
    }
}

fn add_source(raw: &RawSource, head: &mut Head, values: &mut Values) {
    let title = raw.title.as_ref().and_then(|title| values.text(title));
    let languages = raw
        .languages
        .iter()
        .filter_map(|word| values.tag(word))
        .collect();
    let url = raw.url.as_ref().and_then(|word| web_address(word, values));
    let Some(id) = values.id(&raw.id, SourceId::parse) else {
        return;
    };
    let Some(title) = title else { return };
    if is_new(
        &mut head.source_index,
        id.as_str(),
        head.sources.len(),
        raw.id.span,
        "source",
        values,
    ) {
        head.sources.push(Source {
            id,
            title,
            languages,
            url,
        });
    }
}

fn web_address(word: &Word, values: &mut Values) -> Option<Box<str>> {
    let is_web = word.value.starts_with("https://") || word.value.starts_with("http://");
    let is_plain = word
        .value
        .chars()
        .all(|letter| !letter.is_whitespace() && !letter.is_control());
    if is_web && is_plain && word.value.len() <= 2000 {
        return Some(word.value.as_ref().into());
    }
    let message = format!("{:?} is no address on the web", word.value);
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
