//! A role whose own values are checked, and whose links to other roles and tasks are still words.

use super::catalogue::Catalogue;
use super::other_words::other_words;
use super::values::{MOST_LANGUAGES, Values, too_many_languages};
use crate::model::{
    Cadence, Classification, Focus, Importance, Language, LanguageIx, Role, RoleId, Task, TaskId,
    Text,
};
use crate::problem::{Code, Nearest, Place, Problem, Problems, shortened};
use crate::raw::{RawRole, RawTask, RawText, Word};
use crate::source::{FileId, SourceFile};
use std::collections::{BTreeSet, HashMap};

/// A role on its way into the registry.
pub struct Draft<'a> {
    /// The stem of its file: others may name it even where its content is wrong.
    pub stem: &'a str,
    /// The role without its links, if everything that it needs is there.
    pub role: Option<(Role, Vec<Task>)>,
    /// The ids of its tasks, one for each that the file has, also where the task itself is wrong.
    pub task_ids: Vec<Option<Word<'a>>>,
    /// Whether its tasks are known at all: a file with broken syntax may have any.
    pub readable: bool,
    /// Its links, task by task.
    pub links: Vec<Link<'a>>,
    /// Languages beyond the registry's list, numbered behind it.
    pub extra_languages: Vec<Language>,
}

/// A link to a role or task by its id.
pub struct Link<'a> {
    /// The number of the task that has it, or `None` for the role itself.
    pub task: Option<usize>,
    /// Which key it stands under.
    pub kind: LinkKind,
    /// The id as written.
    pub word: Word<'a>,
}

/// The key that a link stands under.
pub enum LinkKind {
    ReportsTo,
    After,
    Handoff(Option<Text>),
    CoordinatesWith,
    Accountable,
    Consulted,
    Informed,
}

impl<'a> Draft<'a> {
    /// Stands for a file without content.
    pub fn unreadable(stem: &'a str) -> Self {
        Self {
            stem,
            role: None,
            task_ids: Vec::new(),
            readable: false,
            links: Vec::new(),
            extra_languages: Vec::new(),
        }
    }
}

/// Checks the values of a role.
pub fn role<'a>(
    file: FileId,
    source: &'a SourceFile,
    raw: RawRole<'a>,
    catalogue: &Catalogue,
    problems: &mut Problems,
) -> Draft<'a> {
    let mut values = Values::new(&catalogue.languages, problems);
    values.nearest = Nearest::for_one_of(catalogue.files);
    let mut draft = Draft { readable: raw.tasks_known, ..Draft::unreadable(&source.stem) };
    let id = role_id(file, &source.stem, &mut values);
    let name = raw.name.as_ref().and_then(|name| values.text(name));
    let purpose = raw.purpose.as_ref().and_then(|purpose| values.text(purpose));
    let focus = raw
        .focus
        .as_ref()
        .and_then(|word| values.one_of(word, "focus", Focus::WORDS, Focus::parse));
    let also_called = texts(&raw.also_called, &mut values);
    let skills = texts(&raw.skills, &mut values);
    let measures = texts(&raw.measures, &mut values);
    let classification = classification(&raw.classification, &mut values);
    let sources = catalogue.cited(&raw.sources, &mut values);
    draft.links.extend(raw.reports_to.map(|word| Link {
        task: None,
        kind: LinkKind::ReportsTo,
        word,
    }));
    let mut tasks = Vec::with_capacity(raw.tasks.len());
    let mut whole = true;
    for (number, raw) in raw.tasks.into_iter().enumerate() {
        match task(number, raw, catalogue, &mut draft, &mut values) {
            Some(task) => tasks.push(task),
            None => whole = false,
        }
    }
    report_duplicate_tasks(&draft.task_ids, &mut values);
    draft.extra_languages = values.extra;
    if let (Some(id), Some(name), true) = (id, name, whole) {
        let role = Role {
            id,
            place: raw.place,
            name,
            also_called,
            purpose,
            focus,
            reports_to: None,
            skills,
            measures,
            classification,
            sources,
            tasks: Box::default(),
        };
        draft.role = Some((role, tasks));
    }
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
        Some(Text::Everywhere(text)) => Some(text),
        Some(Text::Each(..)) | None => None,
    };
    let mut classify = |(scheme, codes): &(Word, Vec<Word>)| {
        let codes = codes.iter().filter_map(&mut plain).collect();
        plain(scheme).map(|scheme| Classification { scheme, codes })
    };
    raw.iter().filter_map(&mut classify).collect()
}

fn task<'a>(
    number: usize,
    raw: RawTask<'a>,
    catalogue: &Catalogue,
    draft: &mut Draft<'a>,
    values: &mut Values,
) -> Option<Task> {
    let id = raw.id.as_ref().and_then(|word| values.id(word, TaskId::parse));
    let name = raw.name.as_ref().and_then(|name| values.text(name));
    let detail = raw.detail.as_ref().and_then(|detail| values.text(detail));
    let also_called = other_words(&raw.also_called, values);
    let area = raw.area.as_ref().and_then(|word| catalogue.area(word, values));
    let cadence = raw
        .cadence
        .as_ref()
        .and_then(|word| values.one_of(word, "cadence", Cadence::WORDS, Cadence::parse));
    let hours_per_week = raw.hours_per_week.as_ref().and_then(|word| values.hours(word));
    let importance = raw
        .importance
        .as_ref()
        .and_then(|word| values.one_of(word, "importance", Importance::WORDS, Importance::parse));
    let sources = catalogue.cited(&raw.sources, values);
    draft.task_ids.push(raw.id);

    let mut link = |kind, word| draft.links.push(Link { task: Some(number), kind, word });
    raw.after.into_iter().for_each(|word| link(LinkKind::After, word));
    for handoff in raw.handoffs {
        let what = handoff.what.as_ref().and_then(|what| values.text(what));
        if let Some(word) = handoff.to {
            link(LinkKind::Handoff(what), word);
        }
    }
    raw.coordinates_with.into_iter().for_each(|word| link(LinkKind::CoordinatesWith, word));
    raw.accountable.into_iter().for_each(|word| link(LinkKind::Accountable, word));
    raw.consulted.into_iter().for_each(|word| link(LinkKind::Consulted, word));
    raw.informed.into_iter().for_each(|word| link(LinkKind::Informed, word));
    Some(Task {
        id: id?,
        place: raw.place,
        name: name?,
        detail,
        also_called,
        area,
        cadence,
        hours_per_week,
        importance: importance.unwrap_or(Importance::Core),
        after: Box::default(),
        handoffs: Box::default(),
        coordinates_with: None,
        accountable: None,
        consulted: Box::default(),
        informed: Box::default(),
        sources,
    })
}

fn report_duplicate_tasks(ids: &[Option<Word>], values: &mut Values) {
    let mut seen = HashMap::with_capacity(ids.len());
    for word in ids.iter().flatten() {
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
    catalogue: &Catalogue,
    drafts: &mut [Draft],
    problems: &mut Problems,
) -> Vec<Language> {
    let listed = catalogue.languages.all.len();
    let mut extra = BTreeSet::new();
    for draft in &*drafts {
        extra.extend(draft.extra_languages.iter().cloned());
        if listed + extra.len() > MOST_LANGUAGES {
            let place = draft.role.as_ref().map(|(role, _)| role.place);
            problems.extend(place.map(too_many_languages));
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
    if let Some((role, tasks)) = &mut draft.role {
        let own = [Some(&mut role.name), role.purpose.as_mut()].into_iter().flatten();
        own.chain(&mut role.also_called)
            .chain(&mut role.skills)
            .chain(&mut role.measures)
            .for_each(&mut *change);
        for task in tasks {
            let own = [Some(&mut task.name), task.detail.as_mut()].into_iter().flatten();
            own.chain(&mut task.also_called).for_each(&mut *change);
        }
    }
    for link in &mut draft.links {
        if let LinkKind::Handoff(Some(what)) = &mut link.kind {
            change(what);
        }
    }
}
