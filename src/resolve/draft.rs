//! A role whose own values are checked, and whose links to other roles and tasks are still words.

use super::declared::Declared;
use super::merge::Removed;
use super::rhythm::rhythm;
use super::values::{MOST_LANGUAGES, Values, list, report_too_many_languages};
use crate::model::{
    Change, Classification, Doers, Focus, Importance, Language, LanguageIx, List, Role, RoleId,
    Task, TaskId, Text,
};
use crate::problem::{Code, Nearest, Place, Problems, shortened};
use crate::raw::{RawChange, RawOtherWords, RawRole, RawTask, Word};
use crate::source::{FileId, SourceFile, Sources, Span};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter;

/// A role on its way into the registry. Others may name it and its tasks also where something is wrong with them.
#[derive(Default)]
pub struct Draft<'a> {
    pub stem: &'a str,
    /// Whether its tasks are known at all: a file with broken syntax may have any.
    pub readable: bool,
    pub place: Option<Span>,
    /// What it will be, without its tasks and links; nothing if it lacks what a role needs.
    pub role: Option<Role>,
    pub reports_to: Option<Word<'a>>,
    /// By the number of the task; empty where it has none.
    pub task_ids: Vec<Cow<'a, str>>,
    pub tasks: Vec<TaskDraft<'a>>,
    /// Tasks of the base that it does not have, and where they are removed.
    pub removed: Removed<'a>,
    /// Languages beyond the registry's list, numbered behind it.
    pub extra_languages: Vec<Language>,
}

/// A task on its way into the registry.
pub struct TaskDraft<'a> {
    /// What it will be, without its links; nothing if it lacks what a task needs.
    pub task: Option<Task>,
    /// Most tasks of most registries have none.
    pub links: Option<Box<Links<'a>>>,
}

/// What a task names, still as words.
#[derive(Default, PartialEq)]
pub struct Links<'a> {
    pub after: List<Word<'a>>,
    pub handoffs: List<(Option<Text>, Word<'a>)>,
    pub coordinates_with: Option<Box<Word<'a>>>,
    pub accountable: Option<Box<Word<'a>>>,
    pub consulted: List<Word<'a>>,
    pub informed: List<Word<'a>>,
}

impl<'a> Draft<'a> {
    /// Stands for a file without content.
    pub fn unreadable(stem: &'a str) -> Self {
        Self { stem, ..Self::default() }
    }
}

pub fn role<'a>(
    file: FileId,
    source: &'a SourceFile,
    mut raw: RawRole<'a>,
    declared: &Declared,
    sources: &Sources,
    problems: &mut Problems,
) -> Draft<'a> {
    let mut values = Values::new(&declared.languages, problems);
    values.nearest = Nearest::for_one_of(declared.files);
    values.sources = Some(sources);
    let readable = raw.tasks_known();
    let role = unlinked_role(file, &source.stem, &mut raw, declared, &mut values);
    report_duplicate_tasks(&raw.tasks.items, &mut values);
    // A list in the place of the raw tasks would keep the memory of these.
    let mut tasks = Vec::with_capacity(raw.tasks.items.len());
    let mut task_ids = Vec::with_capacity(raw.tasks.items.len());
    for raw in raw.tasks.items {
        task_ids.push(raw.id.as_ref().map(|id| id.value.clone()).unwrap_or_default());
        tasks.push(task(raw, declared, &mut values));
    }
    Draft {
        stem: &source.stem,
        readable,
        place: Some(raw.place),
        role,
        reports_to: raw.reports_to,
        task_ids,
        tasks,
        removed: Removed::new(),
        extra_languages: values.extra,
    }
}

fn unlinked_role(
    file: FileId,
    stem: &str,
    raw: &mut RawRole,
    declared: &Declared,
    values: &mut Values,
) -> Option<Role> {
    let id = role_id(file, stem, values);
    let name = values.text(raw.name.as_ref());
    Some(Role {
        place: raw.place,
        also_called: values.texts(&raw.also_called),
        purpose: values.text(raw.purpose.as_ref()),
        focus: values.one_of(raw.focus.as_ref(), "focus", Focus::WORDS, Focus::parse),
        reports_to: None,
        skills: values.texts(&raw.skills),
        measures: values.texts(&raw.measures),
        classification: classification(&raw.classification, values),
        sources: declared.cited(&raw.sources, values),
        tasks: Box::default(),
        change: change(raw.change.take()),
        // Only when all else has been checked is the role given up.
        id: id?,
        name: name?,
    })
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

fn classification(raw: &[(Word, Vec<Word>)], values: &mut Values) -> List<Classification> {
    let mut all = Vec::with_capacity(raw.len());
    for (scheme, codes) in raw {
        let codes = codes.iter().filter_map(|code| values.words(code)).map(Box::from).collect();
        let scheme = values.words(scheme).map(Box::from);
        all.extend(scheme.map(|scheme| Classification { scheme, codes }));
    }
    all.into()
}

fn task<'a>(mut raw: RawTask<'a>, declared: &Declared, values: &mut Values) -> TaskDraft<'a> {
    let mut handoffs = Vec::with_capacity(raw.handoffs.items.len());
    for handoff in raw.handoffs.items.drain(..) {
        let what = values.text(handoff.what.as_ref());
        handoffs.extend(handoff.to.map(|to| (what, to)));
    }
    let task = unlinked_task(&mut raw, declared, values);
    let links = Links {
        after: raw.after.into(),
        handoffs: handoffs.into(),
        coordinates_with: raw.coordinates_with.map(Box::new),
        accountable: raw.accountable.map(Box::new),
        consulted: raw.consulted.into(),
        informed: raw.informed.into(),
    };
    TaskDraft { task, links: (links != Links::default()).then(|| Box::new(links)) }
}

fn unlinked_task(raw: &mut RawTask, declared: &Declared, values: &mut Values) -> Option<Task> {
    let id = values.id(raw.id.as_ref(), TaskId::parse);
    let name = values.text(raw.name.as_ref());
    let rhythm = rhythm(raw, declared, values);
    let importance = raw.importance.as_ref();
    let importance = values.one_of(importance, "importance", Importance::WORDS, Importance::parse);
    let doers = values.one_of(raw.doers.as_ref(), "number of doers", Doers::WORDS, Doers::parse);
    let usual_doers = if raw.coordinates_with.is_some() { Doers::Each } else { Doers::One };
    let area = raw.area.as_ref();
    Some(Task {
        place: raw.place,
        detail: values.text(raw.detail.as_ref()).map(Box::new),
        also_called: other_words(&raw.also_called, values),
        area: area.and_then(|word| declared.area(raw.id.as_ref(), word, values)),
        cadence: rhythm.cadence,
        on: rhythm.on,
        hours_per_week: rhythm.hours_per_week,
        hours_each_time: rhythm.hours_each_time,
        importance: importance.unwrap_or(Importance::Core),
        doers: doers.unwrap_or(usual_doers),
        after: List::new(),
        handoffs: List::new(),
        coordinates_with: None,
        accountable: None,
        consulted: List::new(),
        informed: List::new(),
        overlaps: list(raw.overlaps.iter().filter_map(|word| full_id(word, values))),
        sources: declared.cited(&raw.sources, values),
        change: change(raw.change.take()),
        // Only when all else has been checked is the task given up.
        id: id?,
        name: name?,
    })
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
pub fn other_words(raw: &[RawOtherWords], values: &mut Values) -> List<Text> {
    match raw {
        [] => List::new(),
        [words] => words_of_one(words, values),
        several => list(several.iter().flat_map(|words| words_of_one(words, values))),
    }
}

/// Those of one file. Those of a language each make a text of their own, with their own place.
fn words_of_one(raw: &RawOtherWords, values: &mut Values) -> List<Text> {
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
                texts.push(values.text_in(Some(language), word.span, text));
            }
        }
    }
    texts.into()
}

fn report_duplicate_tasks(tasks: &[RawTask], values: &mut Values) {
    let mut seen = HashMap::with_capacity(tasks.len());
    for word in tasks.iter().filter_map(|task| task.id.as_ref()) {
        let what = || format!("task '{}' of this role", shortened(&word.value));
        values.is_first(&mut seen, word.value.as_ref(), word.span, what);
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
    let new = |language: LanguageIx| {
        let extra = usize::from(language.0).checked_sub(listed);
        extra.and_then(|extra| numbers.get(extra).copied()).unwrap_or(language)
    };
    text.renumber(new);
}

fn for_each_text(draft: &mut Draft, change: &mut impl FnMut(&mut Text)) {
    if let Some(role) = &mut draft.role {
        let own = iter::once(&mut role.name).chain(&mut role.purpose);
        let lists = [&mut role.also_called, &mut role.skills, &mut role.measures];
        own.chain(lists.into_iter().flatten()).for_each(&mut *change);
    }
    for draft in &mut draft.tasks {
        let handoffs = draft.links.iter_mut().flat_map(|links| &mut links.handoffs);
        handoffs.filter_map(|(what, _)| what.as_mut()).for_each(&mut *change);
        if let Some(task) = &mut draft.task {
            let own = iter::once(&mut task.name).chain(task.detail.as_deref_mut());
            own.chain(&mut task.also_called).for_each(&mut *change);
        }
    }
}
