//! `registry.yaml`: languages, sources, areas, sizes, working days. What it leaves out is that of the registry which it
//! extends, or else the shipped registry's.

use super::declared::Declared;
use super::rhythm::days;
use super::sizes::{self, SizeDraft};
use super::values::{Languages, MOST_LANGUAGES, Values, report_too_many_languages};
use crate::model::{FORM_VERSION, Language, Own, Text, Weekday};
use crate::problem::{Code, Problems, shortened};
use crate::raw::{RawHead, Word};
use crate::source::FileId;

/// What all roles share, before the sizes' positions are linked to roles.
#[derive(Default)]
pub struct Head {
    pub title: Option<Text>,
    /// Languages, areas and sources. That of a file with broken syntax is empty, and open to everything.
    pub declared: Declared,
    pub sizes: Vec<SizeDraft>,
    /// Whether these are all sizes with all of their positions.
    pub sizes_known: bool,
    pub allow: Vec<String>,
    /// Which lists are the file's own.
    pub own: Own,
}

/// Makes the head of what is written. Texts in files behind those of the registry itself may be in any language.
pub fn resolve(raw: &RawHead, own: Own, first_of_base: FileId, problems: &mut Problems) -> Head {
    let mut head = Head { own, ..Head::default() };
    let nothing = Languages::default();
    let mut values = Values::new(&nothing, problems);
    check_version(raw, &mut values);
    let listed = raw.languages.as_deref().unwrap_or_default();
    let all = languages(listed, &mut values);
    head.allow = allowed(&raw.allow, &mut values);
    head.declared.workdays = workdays(raw, &mut values);
    head.declared.workdays_at = raw.workdays.iter().flatten().next().map(|day| day.span);
    drop(values);

    // Where a list is no list, or a language no language, nobody can say what is missing from it.
    let is_unsure = |key| raw.unsure.contains(&key);
    head.declared.areas.known = !is_unsure("areas");
    head.declared.sources.known = !is_unsure("sources");
    head.sizes_known = !is_unsure("sizes");
    let open = listed.len() > all.len() || listed.is_empty() || is_unsure("languages");
    head.own.languages = if open { 0 } else { all.len() };
    let languages = Languages { listed: all.len(), all, open, first_of_base };
    let mut values = Values::new(&languages, problems);
    head.title = values.text(raw.title.as_ref());
    head.declared.areas.add_areas(raw.areas.as_deref().unwrap_or_default(), &mut values);
    head.declared.sources.add_sources(raw.sources.as_deref().unwrap_or_default(), &mut values);
    let sizes = raw.sizes.as_deref().unwrap_or_default();
    head.sizes = sizes::draft(sizes, &head.declared, &mut values);
    let extra = values.extra;
    head.declared.languages = languages;
    head.declared.languages.all.extend(extra);
    head
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
