//! `registry.yaml`: languages, sources, areas, sizes, working days. What it leaves out is the shipped registry's.

use super::declared::Declared;
use super::rhythm::days;
use super::sizes::{self, SizeDraft};
use super::values::{Languages, MOST_LANGUAGES, Values, report_too_many_languages};
use crate::model::{FORM_VERSION, Language, Own, Text, Weekday};
use crate::problem::{Code, Problems, shortened};
use crate::raw::{RawHead, Word};

/// What all roles share, before the sizes' positions are linked to roles.
#[derive(Default)]
pub struct Head {
    /// What the registry is called.
    pub title: Option<Text>,
    /// Languages, areas and sources. That of a file with broken syntax is empty, and open to everything.
    pub declared: Declared,
    /// The sizes, in order.
    pub sizes: Vec<SizeDraft>,
    /// Whether these are all sizes with all of their positions.
    pub sizes_known: bool,
    /// The codes that are allowed.
    pub allow: Vec<String>,
    /// Which lists are the file's own.
    pub own: Own,
}

/// Makes the head of the file's own lists and, where it has none, of the shipped ones.
pub fn resolve(own: &RawHead, shipped: &RawHead, problems: &mut Problems) -> Head {
    let mut head = Head::default();
    let nothing = Languages::default();
    let mut values = Values::new(&nothing, problems);
    check_version(own, &mut values);
    let listed = own.languages.as_deref().filter(|list| !list.is_empty());
    let all = languages(listed.or(shipped.languages.as_deref()).unwrap_or_default(), &mut values);
    head.allow = allowed(&own.allow, &mut values);
    head.declared.workdays = workdays(own, &mut values);
    drop(values);

    // Where a list is no list, or a language no language, nobody can say what is missing from it.
    let some_wrong = listed.is_some_and(|list| list.len() > all.len());
    let is_unsure = |key| own.unsure.contains(&key);
    head.declared.areas.known = !is_unsure("areas");
    head.declared.sources.known = !is_unsure("sources");
    head.sizes_known = !is_unsure("sizes");
    head.declared.languages = Languages {
        listed: all.len(),
        all,
        open: listed.is_none() || is_unsure("languages") || some_wrong,
    };
    head.own = Own {
        languages: listed.map_or(0, |_| head.declared.languages.listed),
        areas: own.areas.is_some(),
        sizes: own.sizes.is_some(),
        sources: own.sources.is_some(),
    };
    let title = (own.title.as_ref().map(std::slice::from_ref), None);
    part(title, &mut head, problems, |raws, head, values| {
        head.title = values.text(raws.first());
    });
    let areas = (own.areas.as_deref(), shipped.areas.as_deref());
    part(areas, &mut head, problems, |raws, head, values| {
        head.declared.areas.add_areas(raws, values);
    });
    let sources = (own.sources.as_deref(), shipped.sources.as_deref());
    part(sources, &mut head, problems, |raws, head, values| {
        head.declared.sources.add_sources(raws, values);
    });
    let sizes = (own.sizes.as_deref(), shipped.sizes.as_deref());
    part(sizes, &mut head, problems, |raws, head, values| {
        head.sizes = sizes::draft(raws, &head.declared, values);
        if own.sizes.is_none() {
            head.sizes.iter_mut().for_each(SizeDraft::forget_roles);
        }
    });
    head
}

/// Reads one list: the file's own, or else the shipped one. The shipped one is right by itself, may be in languages
/// that the file does not list, and may cite sources that the file has replaced; nothing is said about that.
fn part<T>(
    (own, shipped): (Option<&[T]>, Option<&[T]>),
    head: &mut Head,
    problems: &mut Problems,
    add: impl FnOnce(&[T], &mut Head, &mut Values),
) {
    let mut unsaid = Problems::default();
    let mut languages = head.declared.languages.clone();
    languages.open |= own.is_none();
    let problems = if own.is_some() { problems } else { &mut unsaid };
    let mut values = Values::new(&languages, problems);
    add(own.or(shipped).unwrap_or_default(), head, &mut values);
    let extra = values.extra;
    head.declared.languages.all.extend(extra);
}

fn check_version(own: &RawHead, values: &mut Values) {
    if let Some(version) = own.version.as_ref().filter(|version| version.value != FORM_VERSION) {
        let message =
            format!("version {} of the registry's form is unknown", shortened(&version.value));
        values.problems.report(Code::InvalidValue, version.span, message, "write `version: 1`");
    }
}

fn languages(words: &[Word], values: &mut Values) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::with_capacity(words.len());
    for word in words {
        let Some(tag) = values.tag(word) else {
            continue;
        };
        if languages.len() == MOST_LANGUAGES {
            report_too_many_languages(word.span, values.problems);
            break;
        }
        if languages.contains(&tag) {
            let message = format!("the language '{tag}' is listed twice");
            values.problems.report(Code::DuplicateId, word.span, message, "keep one of them");
        } else {
            languages.push(tag);
        }
    }
    languages
}

/// Monday to Friday where the file does not say it; none where nobody can say which.
fn workdays(own: &RawHead, values: &mut Values) -> Vec<Weekday> {
    match own.workdays.as_deref().filter(|listed| !listed.is_empty()) {
        Some(listed) => days(listed, values).unwrap_or_default(),
        None if own.unsure.contains(&"workdays") => Vec::new(),
        None => Weekday::ALL[..5].to_vec(),
    }
}

/// Only warnings can be meant.
fn allowed(words: &[Word], values: &mut Values) -> Vec<String> {
    let warnings = Code::warnings();
    let parse = |word: &str| warnings.contains(&word).then(|| word.to_owned());
    words.iter().filter_map(|word| values.one_of(Some(word), "warning", &warnings, parse)).collect()
}
