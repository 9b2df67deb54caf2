//! A role whose own values are checked, and whose links to other roles and tasks are still words.

use super::declared::Declared;
use super::merge::Removed;
use super::rhythm::{Rhythm, rhythm};
use super::values::{MOST_LANGUAGES, Values, report_too_many_languages};
use crate::model::{
    AreaIx, Change, Classification, Doers, Focus, Importance, Language, LanguageIx, RoleId,
    SourceIx, TaskId, Text,
};
use crate::problem::{Code, Nearest, Place, Problems, shortened};
use crate::raw::{RawChange, RawOtherWords, RawRole, RawTask, Word};
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
    pub change: Option<Box<Change>>,
    /// Tasks of the base that it does not have, and where they are removed.
    pub removed: Removed<'a>,
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
    pub rhythm: Rhythm,
    pub importance: Option<Importance>,
    pub doers: Option<Doers>,
    pub after: Box<[Word<'a>]>,
    pub handoffs: Box<[(Option<Text>, Word<'a>)]>,
    pub coordinates_with: Option<Box<Word<'a>>>,
    pub accountable: Option<Box<Word<'a>>>,
    pub consulted: Box<[Word<'a>]>,
    pub informed: Box<[Word<'a>]>,
    pub overlaps: Box<[(RoleId, TaskId)]>,
    pub sources: Box<[SourceIx]>,
    pub change: Option<Box<Change>>,
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
        name: values.text(raw.name.as_ref()),
        purpose: values.text(raw.purpose.as_ref()),
        focus: values.one_of(raw.focus.as_ref(), "focus", Focus::WORDS, Focus::parse),
        also_called: values.texts(&raw.also_called),
        skills: values.texts(&raw.skills),
        measures: values.texts(&raw.measures),
        classification: classification(&raw.classification, &mut values),
        sources: declared.cited(&raw.sources, &mut values),
        reports_to: raw.reports_to,
        // A list in the place of the raw tasks would keep the memory of these.
        tasks: Vec::with_capacity(raw.tasks.len()),
        change: change(raw.change),
        removed: Removed::new(),
        extra_languages: Vec::new(),
    };
    draft.tasks.extend(raw.tasks.into_iter().map(|raw| task(raw, declared, &mut values)));
    report_duplicate_tasks(&draft.tasks, &mut values);
    draft.extra_languages = values.extra;
    draft
}

fn role_id(file: FileId, stem: &str, values: &mut Values) -> Option<RoleId> {
    let id = RoleId::parse(stem);
    if let Err(fault) = &id {
        let message = format!("the file's name {stem:?} is no role id: {fault}");
        let fix = "rename it: lower-case letters, digits and single hyphens";
        values.problems.report(Code::InvalidId, Place::File(file), message, fix);
    }
    id.ok()
}

fn classification(raw: &[(Word, Vec<Word>)], values: &mut Values) -> Box<[Classification]> {
    let mut all = Vec::with_capacity(raw.len());
    for (scheme, codes) in raw {
        let codes = codes.iter().filter_map(|code| values.words(code)).collect();
        all.extend(values.words(scheme).map(|scheme| Classification { scheme, codes }));
    }
    all.into()
}

fn task<'a>(raw: RawTask<'a>, declared: &Declared, values: &mut Values) -> TaskDraft<'a> {
    let rhythm = rhythm(&raw, declared, values);
    let mut handoffs = Vec::with_capacity(raw.handoffs.len());
    for handoff in raw.handoffs {
        let what = values.text(handoff.what.as_ref());
        handoffs.extend(handoff.to.map(|to| (what, to)));
    }
    let importance = raw.importance.as_ref();
    let area = raw.area.as_ref().and_then(|word| declared.area(raw.id.as_ref(), word, values));
    TaskDraft {
        rhythm,
        id: values.id(raw.id.as_ref(), TaskId::parse),
        written_id: raw.id,
        place: raw.place,
        name: values.text(raw.name.as_ref()),
        detail: values.text(raw.detail.as_ref()),
        also_called: other_words(&raw.also_called, values),
        area,
        importance: values.one_of(importance, "importance", Importance::WORDS, Importance::parse),
        doers: values.one_of(raw.doers.as_ref(), "number of doers", Doers::WORDS, Doers::parse),
        after: raw.after.into(),
        handoffs: handoffs.into(),
        coordinates_with: raw.coordinates_with.map(Box::new),
        accountable: raw.accountable.map(Box::new),
        consulted: raw.consulted.into(),
        informed: raw.informed.into(),
        overlaps: raw.overlaps.iter().filter_map(|word| full_id(word, values)).collect(),
        sources: declared.cited(&raw.sources, values),
        change: change(raw.change),
    }
}

/// What a change of something that the base has says; nothing for what is new.
fn change(raw: Option<Box<RawChange>>) -> Option<Box<Change>> {
    let RawChange { base, keys, .. } = *raw?;
    Some(Box::new(Change { base: base?, keys: keys.into() }))
}

/// The full id of a task, of which nobody asks whether it is there.
fn full_id(word: &Word, values: &mut Values) -> Option<(RoleId, TaskId)> {
    let Some((role, task)) = word.value.split_once('/') else {
        let message = format!("'{}' is not a task with its role", shortened(&word.value));
        let fix = "write the id of a role, a slash and the id of a task";
        values.problems.report(Code::InvalidId, word.span, message, fix);
        return None;
    };
    let part = |id: &str| Word { span: word.span, value: id.to_owned().into() };
    let role = values.id(Some(&part(role)), RoleId::parse);
    let task = values.id(Some(&part(task)), TaskId::parse);
    Some((role?, task?))
}

/// Other words for a task, in the order of the files.
pub fn other_words(raw: &[RawOtherWords], values: &mut Values) -> Box<[Text]> {
    match raw {
        [] => Box::default(),
        [words] => words_of_one(words, values),
        several => several.iter().flat_map(|words| words_of_one(words, values)).collect(),
    }
}

/// Those of one file. Those of a language each make a text of their own, with their own place.
fn words_of_one(raw: &RawOtherWords, values: &mut Values) -> Box<[Text]> {
    let each = match raw {
        RawOtherWords::Texts(texts) => return values.texts(texts),
        RawOtherWords::Each(each) => each,
    };
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
    texts.into()
}

fn report_duplicate_tasks(tasks: &[TaskDraft], values: &mut Values) {
    let mut seen = HashMap::with_capacity(tasks.len());
    for word in tasks.iter().filter_map(|task| task.written_id.as_ref()) {
        let first = *seen.entry(word.value.as_ref()).or_insert(word.span);
        if first != word.span {
            let id = shortened(&word.value);
            let message = format!("the task '{id}' is defined a second time in this role");
            let fix = "remove or rename one of them";
            values.problems.report_again(Code::DuplicateId, word.span, first, message, fix);
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
            if let Some(place) = draft.place {
                report_too_many_languages(place, problems);
            }
            return Vec::new();
        }
    }
    let extra: Vec<Language> = extra.into_iter().collect();
    for draft in drafts.iter_mut().filter(|draft| !draft.extra_languages.is_empty()) {
        let number = |language| {
            let place = extra.binary_search(language).unwrap_or_default();
            LanguageIx(u16::try_from(listed + place).unwrap_or(u16::MAX))
        };
        let numbers: Vec<LanguageIx> = draft.extra_languages.iter().map(number).collect();
        for_each_text(draft, &mut |text| renumber(text, listed, &numbers));
    }
    extra
}

fn renumber(text: &mut Text, listed: usize, numbers: &[LanguageIx]) {
    let Text::Each(_, each) = text else { return };
    for (language, _) in each {
        let extra = usize::from(language.0).checked_sub(listed);
        if let Some(&number) = extra.and_then(|extra| numbers.get(extra)) {
            *language = number;
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
