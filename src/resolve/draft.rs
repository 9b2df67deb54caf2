//! A role whose own values are checked, and whose links to other roles and tasks are still words.

use super::declared::Declared;
use super::values::{MOST_LANGUAGES, Values, too_many_languages};
use crate::model::{
    AreaIx, Cadence, Classification, Focus, Hours, Importance, Language, LanguageIx, RoleId,
    SourceIx, TaskId, Text,
};
use crate::problem::{Code, Nearest, Place, Problem, Problems, shortened};
use crate::raw::{RawOtherWords, RawRole, RawTask, RawText, Word};
use crate::source::{FileId, SourceFile, Span};
use std::collections::{BTreeSet, HashMap};

/// A role on its way into the registry. What is wrong or missing is `None`; others may name the role all the same.
#[derive(Default)]
pub struct Draft<'a> {
    /// The stem of its file.
    pub stem: &'a str,
    /// Whether its tasks are known at all: a file with broken syntax may have any.
    pub readable: bool,
    pub id: Option<RoleId>,
    pub place: Option<Span>,
    pub name: Option<Text>,
    pub also_called: Box<[Text]>,
    pub purpose: Option<Text>,
    pub focus: Option<Focus>,
    pub reports_to: Option<Word<'a>>,
    pub skills: Box<[Text]>,
    pub measures: Box<[Text]>,
    pub classification: Box<[Classification]>,
    pub sources: Box<[SourceIx]>,
    pub tasks: Vec<TaskDraft<'a>>,
    /// Languages beyond the registry's list, numbered behind it.
    pub extra_languages: Vec<Language>,
}

/// A task on its way into the registry. Others may name it as it is written, also where it is wrong.
pub struct TaskDraft<'a> {
    pub written_id: Option<Word<'a>>,
    pub id: Option<TaskId>,
    pub place: Span,
    pub name: Option<Text>,
    pub detail: Option<Text>,
    pub also_called: Box<[Text]>,
    pub area: Option<AreaIx>,
    pub cadence: Option<Cadence>,
    pub hours_per_week: Option<Hours>,
    pub importance: Option<Importance>,
    pub after: Vec<Word<'a>>,
    pub handoffs: Vec<(Option<Text>, Word<'a>)>,
    pub coordinates_with: Option<Word<'a>>,
    pub accountable: Option<Word<'a>>,
    pub consulted: Vec<Word<'a>>,
    pub informed: Vec<Word<'a>>,
    pub sources: Box<[SourceIx]>,
}

impl<'a> Draft<'a> {
    /// Stands for a file without content.
    pub fn unreadable(stem: &'a str) -> Self {
        Self { stem, ..Self::default() }
    }
}

/// Checks the values of a role.
pub fn role<'a>(
    file: FileId,
    source: &'a SourceFile,
    raw: RawRole<'a>,
    declared: &Declared,
    problems: &mut Problems,
) -> Draft<'a> {
    let mut values = Values::new(&declared.languages, problems);
    values.nearest = Nearest::for_one_of(declared.files);
    let mut draft = Draft {
        stem: &source.stem,
        readable: raw.tasks_known,
        id: role_id(file, &source.stem, &mut values),
        place: Some(raw.place),
        name: raw.name.as_ref().and_then(|name| values.text(name)),
        purpose: raw.purpose.as_ref().and_then(|purpose| values.text(purpose)),
        focus: raw
            .focus
            .as_ref()
            .and_then(|word| values.one_of(word, "focus", Focus::WORDS, Focus::parse)),
        also_called: texts(&raw.also_called, &mut values),
        skills: texts(&raw.skills, &mut values),
        measures: texts(&raw.measures, &mut values),
        classification: classification(&raw.classification, &mut values),
        sources: declared.cited(&raw.sources, &mut values),
        reports_to: raw.reports_to,
        tasks: raw.tasks.into_iter().map(|raw| task(raw, declared, &mut values)).collect(),
        extra_languages: Vec::new(),
    };
    report_duplicate_tasks(&draft.tasks, &mut values);
    draft.extra_languages = values.extra;
    draft
}

fn role_id(file: FileId, stem: &str, values: &mut Values) -> Option<RoleId> {
    match RoleId::parse(stem) {
        Ok(id) => Some(id),
        Err(fault) => {
            let message = format!("the file's name {stem:?} is no role id: {fault}");
            values.problem(
                Problem::new(Code::InvalidId, Place::File(file), message)
                    .fix("rename it: lower-case letters, digits and single hyphens"),
            );
            None
        }
    }
}

fn texts(raw: &[RawText], values: &mut Values) -> Box<[Text]> {
    raw.iter().filter_map(|text| values.text(text)).collect()
}

fn classification(raw: &[(Word, Vec<Word>)], values: &mut Values) -> Box<[Classification]> {
    let mut plain = |word: &Word| match values.text(&RawText::Plain(word.clone())) {
        Some(Text::Everywhere(_, text)) => Some(text),
        Some(Text::Each(..)) | None => None,
    };
    let mut classify = |(scheme, codes): &(Word, Vec<Word>)| {
        let codes = codes.iter().filter_map(&mut plain).collect();
        plain(scheme).map(|scheme| Classification { scheme, codes })
    };
    raw.iter().filter_map(&mut classify).collect()
}

fn task<'a>(raw: RawTask<'a>, declared: &Declared, values: &mut Values) -> TaskDraft<'a> {
    let mut handoffs = Vec::with_capacity(raw.handoffs.len());
    for handoff in raw.handoffs {
        let what = handoff.what.as_ref().and_then(|what| values.text(what));
        handoffs.extend(handoff.to.map(|to| (what, to)));
    }
    TaskDraft {
        id: raw.id.as_ref().and_then(|word| values.id(word, TaskId::parse)),
        written_id: raw.id,
        place: raw.place,
        name: raw.name.as_ref().and_then(|name| values.text(name)),
        detail: raw.detail.as_ref().and_then(|detail| values.text(detail)),
        also_called: other_words(&raw.also_called, values),
        area: raw.area.as_ref().and_then(|word| declared.area(word, values)),
        cadence: raw
            .cadence
            .as_ref()
            .and_then(|word| values.one_of(word, "cadence", Cadence::WORDS, Cadence::parse)),
        hours_per_week: raw.hours_per_week.as_ref().and_then(|word| values.hours(word)),
        importance: raw.importance.as_ref().and_then(|word| {
            values.one_of(word, "importance", Importance::WORDS, Importance::parse)
        }),
        after: raw.after,
        handoffs,
        coordinates_with: raw.coordinates_with,
        accountable: raw.accountable,
        consulted: raw.consulted,
        informed: raw.informed,
        sources: declared.cited(&raw.sources, values),
    }
}

/// Other words for a task, in the order of the file. Those of a language each make a text of their own, with their own
/// place.
pub fn other_words(raw: &RawOtherWords, values: &mut Values) -> Box<[Text]> {
    match raw {
        RawOtherWords::Texts(texts) => texts.iter().filter_map(|text| values.text(text)).collect(),
        RawOtherWords::Each(each) => in_languages(each, values).into(),
    }
}

fn in_languages(each: &[(Word, Vec<Word>)], values: &mut Values) -> Vec<Text> {
    let mut texts = Vec::with_capacity(each.iter().map(|(_, words)| words.len()).sum());
    let mut seen = Vec::with_capacity(each.len());
    for (tag, words) in each {
        let language = values.language(tag);
        if values.is_again(tag, language, &mut seen) {
            continue;
        }
        for word in words {
            // The words of an unknown language are checked all the same.
            if let (Some(text), Some(language)) = (values.words(word), language) {
                texts.push(Text::Each(word.span, Box::new([(language, text)])));
            }
        }
    }
    texts
}

fn report_duplicate_tasks(tasks: &[TaskDraft], values: &mut Values) {
    let mut seen = HashMap::with_capacity(tasks.len());
    for word in tasks.iter().filter_map(|task| task.written_id.as_ref()) {
        if let Some(first) = seen.get(word.value.as_ref()) {
            let problem = Problem::new(
                Code::DuplicateId,
                word.span,
                format!(
                    "the task '{}' is defined a second time in this role",
                    shortened(&word.value)
                ),
            );
            values.problem(
                problem.fix("remove or rename one of them").related(*first, "the first is here"),
            );
        } else {
            seen.insert(word.value.as_ref(), word.span);
        }
    }
}

/// Gives the languages that single files brought along one number each, the same on every run; returns them in order.
pub fn merge_languages(
    declared: &Declared,
    drafts: &mut [Draft],
    problems: &mut Problems,
) -> Vec<Language> {
    let listed = declared.languages.all.len();
    let mut extra = BTreeSet::new();
    for draft in &*drafts {
        extra.extend(draft.extra_languages.iter().cloned());
        if listed + extra.len() > MOST_LANGUAGES {
            problems.extend(draft.place.map(too_many_languages));
            return Vec::new();
        }
    }
    let extra: Vec<Language> = extra.into_iter().collect();
    for draft in drafts.iter_mut().filter(|draft| !draft.extra_languages.is_empty()) {
        let numbers: Vec<u16> =
            draft.extra_languages.iter().map(|language| number(listed, &extra, language)).collect();
        for_each_text(draft, &mut |text| renumber(text, listed, &numbers));
    }
    extra
}

fn number(listed: usize, extra: &[Language], language: &Language) -> u16 {
    let place = extra.binary_search(language).unwrap_or_default();
    u16::try_from(listed + place).unwrap_or(u16::MAX)
}

fn renumber(text: &mut Text, listed: usize, numbers: &[u16]) {
    let Text::Each(_, each) = text else { return };
    for (language, _) in each {
        if let Some(number) =
            usize::from(language.0).checked_sub(listed).and_then(|local| numbers.get(local))
        {
            *language = LanguageIx(*number);
        }
    }
}

fn for_each_text(draft: &mut Draft, change: &mut impl FnMut(&mut Text)) {
    let own = draft.name.iter_mut().chain(&mut draft.purpose);
    let lists = [&mut draft.also_called, &mut draft.skills, &mut draft.measures];
    own.chain(lists.into_iter().flatten()).for_each(&mut *change);
    for task in &mut draft.tasks {
        let own = task.name.iter_mut().chain(&mut task.detail).chain(&mut task.also_called);
        let handed = task.handoffs.iter_mut().filter_map(|(what, _)| what.as_mut());
        own.chain(handed).for_each(&mut *change);
    }
}
