//! Follows links by id, once every role and task is known; those of `also_called.yaml` too.

use super::declared::still_needed;
use super::draft::{Draft, TaskDraft, other_words};
use super::values::{Languages, Values, list};
use crate::model::{Handoff, Language, List, Role, RoleId, RoleIx, Task, TaskRef, Text};
use crate::problem::{Code, Nearest, Problems, first_few, shortened};
use crate::raw::{RawWords, Word, keys};
use crate::source::{Sources, Span, is_offered};
use std::borrow::Cow;
use std::collections::HashSet;
use std::{mem, slice};

struct Tasks<'a> {
    /// By the number of the task; empty where it has no id.
    ids: Vec<Cow<'a, str>>,
    /// The numbers of those that have one, by id, the first of a kind before the others.
    by_id: Box<[u32]>,
    /// Those of the base that are removed.
    removed: Vec<Word<'a>>,
}

impl<'a> Tasks<'a> {
    fn new(draft: &mut Draft<'a>) -> Self {
        let ids = mem::take(&mut draft.task_ids);
        let with_id = (0..).zip(&ids).filter(|(_, id)| !id.is_empty());
        let mut by_id: Box<[u32]> = with_id.map(|(number, _)| number).collect();
        by_id.sort_by_key(|&number| &ids[number as usize]);
        Self { ids, by_id, removed: mem::take(&mut draft.removed) }
    }

    fn find(&self, id: &str) -> Option<u32> {
        let place = self.by_id.partition_point(|&number| self.ids[number as usize].as_ref() < id);
        let number = *self.by_id.get(place)?;
        (self.ids[number as usize] == id).then_some(number)
    }
}

pub struct Index<'a> {
    stems: Vec<&'a str>,
    readable: Vec<bool>,
    tasks: Vec<Tasks<'a>>,
    /// The roles whose files have an id for a name, to suggest.
    role_ids: Vec<&'a str>,
    /// What the other files would be called if their names were ids.
    misnamed: HashSet<String>,
    nearest: Nearest,
}

impl<'a> Index<'a> {
    /// The index of roles that are sorted by their stems.
    pub fn new(drafts: &mut [Draft<'a>]) -> Self {
        let stems: Vec<&str> = drafts.iter().map(|draft| draft.stem).collect();
        let is_id = |stem: &&str| RoleId::parse(stem).is_ok();
        let (role_ids, misnamed): (Vec<_>, Vec<_>) = stems.iter().copied().partition(is_id);
        let as_id = |stem: &str| stem.to_lowercase().replace('_', "-");
        let readable = drafts.iter().map(|draft| draft.readable).collect();
        Self {
            stems,
            readable,
            tasks: drafts.iter_mut().map(Tasks::new).collect(),
            role_ids,
            misnamed: misnamed.into_iter().map(as_id).collect(),
            nearest: Nearest::default(),
        }
    }

    pub fn role_id(&self, role: RoleIx) -> &str {
        self.stems[role.index()]
    }

    pub fn task_id(&self, task: TaskRef) -> String {
        let role = task.role.index();
        let id = shortened(&self.tasks[role].ids[task.task as usize]);
        format!("{}/{id}", self.stems[role])
    }

    /// The role with this id, or a problem.
    pub fn role(&self, word: &Word, problems: &mut Problems) -> Option<RoleIx> {
        let found = self.find_role(&word.value);
        if found.is_none() {
            self.report_unknown_role(word, &word.value, problems);
        }
        found.map(RoleIx::at)
    }

    /// The role with this id as `also_called.yaml` names it, or a problem: elsewhere a task stands behind its role and a
    /// slash, here it stands below it.
    fn role_above_tasks(&self, word: &Word, problems: &mut Problems) -> Option<RoleIx> {
        let Some((role, task)) = word.value.split_once('/') else {
            let found = self.find_role(&word.value);
            let is_key = self.nearest.nearest(&word.value, [keys::EVERY_TASK]).is_some();
            if found.is_none() && is_key {
                let message =
                    format!("'{}' is not a role of this registry", shortened(&word.value));
                let fix = "for words that fit every task, write 'every_task'";
                problems.report(Code::UnknownRole, word.span, message, fix);
                return None;
            }
            return self.role(word, problems);
        };
        let (role, task) = (shortened(role), shortened(task));
        let message = format!("'{}' is a role and a task in one", shortened(&word.value));
        let fix = format!("write the task below its role: `{role}: {{{task}: …}}`");
        problems.report(Code::UnknownRole, word.span, message, fix);
        None
    }

    /// Whether there is a file for a role with this id.
    pub fn has_role(&self, id: &str) -> bool {
        self.find_role(id).is_some()
    }

    pub fn role_ids(&self) -> &[&'a str] {
        &self.role_ids
    }

    /// Whether a file would be this role if only its name were an id: that has been said.
    pub fn is_misnamed(&self, id: &str) -> bool {
        self.misnamed.contains(id)
    }

    /// The task with this full id, `role/task`, or a problem.
    pub fn full_task(&self, word: &Word, problems: &mut Problems) -> Option<TaskRef> {
        if word.value.contains('/') {
            return self.task(None, word, problems);
        }
        let id = word.value.as_ref();
        let fix = if let Some(role) = self.find_role(id) {
            self.tasks_after_slash(role)
        } else {
            let mut roles = self.roles_with(None, id);
            match (roles.next(), roles.next()) {
                (Some(role), None) => format!("write '{role}/{id}'"),
                (Some(role), Some(_)) => {
                    format!("write the role in front of it, such as '{role}/{id}'")
                }
                (None, _) => "write the id of a role, a slash and the id of a task".to_owned(),
            }
        };
        let message = format!("'{}' is not a task with its role", shortened(id));
        problems.report(Code::UnknownTask, word.span, message, fix);
        None
    }

    /// The task with this id, for one that names it: `role/task`, or a task of the same role by its own id.
    fn task(&self, by: Option<TaskRef>, word: &Word, problems: &mut Problems) -> Option<TaskRef> {
        let (role, id) = match word.value.split_once('/') {
            Some((role, id)) => (self.find_role(role), id),
            None => (by.map(|task| task.role.index()), word.value.as_ref()),
        };
        let Some(role) = role else {
            let role = word.value.split('/').next().unwrap_or_default();
            self.report_unknown_role(word, role, problems);
            return None;
        };
        self.task_in(by, role, id, word, problems)
    }

    /// The task of this role with this id, or a problem at the word that names it.
    fn task_in(
        &self,
        by: Option<TaskRef>,
        role: usize,
        id: &str,
        word: &Word,
        problems: &mut Problems,
    ) -> Option<TaskRef> {
        let found = self.tasks[role].find(id);
        let mut removed = self.tasks[role].removed.iter();
        if let (None, Some(removal)) = (found, removed.find(|word| word.value == id)) {
            let id = format!("{}/{}", self.stems[role], shortened(id));
            let by = by.map(|task| self.task_id(task));
            problems.push(still_needed("task", &id, removal.span, by.as_deref(), word.span));
        } else if found.is_none() && self.readable[role] {
            let message = format!("'{}' is not a task of '{}'", shortened(id), self.stems[role]);
            let fix = self.instead_of_task(by.map(|task| task.role.index()), role, id, word);
            problems.report(Code::UnknownTask, word.span, message, fix);
        }
        found.map(|task| TaskRef { role: RoleIx::at(role), task })
    }

    fn find_role(&self, id: &str) -> Option<usize> {
        self.stems.binary_search(&id).ok()
    }

    /// Nothing is said where a file would be the role if only its name were an id: that has been said.
    fn report_unknown_role(&self, word: &Word, id: &str, problems: &mut Problems) {
        if self.is_misnamed(id) {
            return;
        }
        let near = self.nearest.did_you_mean(id, self.role_ids.iter().copied());
        let there = is_offered(id).then(|| format!("the catalogue has it: roles add {id}"));
        let fix = there.or(near).unwrap_or_else(|| {
            let ids = first_few(&self.role_ids);
            format!("a role's id is the name of its file without the ending; there are {ids}")
        });
        let message = format!("'{}' is not a role of this registry", shortened(id));
        problems.report(Code::UnknownRole, word.span, message, fix);
    }

    /// What to write instead of a task that the role does not have.
    fn instead_of_task(&self, own: Option<usize>, role: usize, id: &str, word: &Word) -> String {
        let name = self.stems[role];
        let ids = self.tasks[role].ids.iter().map(AsRef::as_ref);
        let near = self.nearest.nearest(id, ids).map(|near| {
            if word.value.contains('/') { format!("{name}/{near}") } else { near.to_owned() }
        });
        let elsewhere = || self.roles_with(own, id).next();
        let near = near.or_else(|| elsewhere().map(|other| format!("{other}/{id}")));
        match (near, self.find_role(&word.value)) {
            (Some(near), _) => format!("did you mean '{near}'?"),
            (None, Some(role)) => self.tasks_after_slash(role),
            (None, None) => format!("'{name}' has {}", self.some_tasks(role)),
        }
    }

    fn tasks_after_slash(&self, role: usize) -> String {
        format!("this is a role; add a slash and a task: it has {}", self.some_tasks(role))
    }

    fn some_tasks(&self, role: usize) -> String {
        let ids: Vec<&str> = self.tasks[role].ids.iter().map(AsRef::as_ref).collect();
        if ids.is_empty() { "no tasks".to_owned() } else { first_few(&ids) }
    }

    /// The other roles that have a task with this id, looked for among the first roles only.
    fn roles_with(&self, own: Option<usize>, id: &str) -> impl Iterator<Item = &'a str> {
        let has = move |role: &usize| Some(*role) != own && self.tasks[*role].find(id).is_some();
        let first = 0..self.stems.len().min(100);
        first.filter(has).map(|role| self.stems[role])
    }
}

/// Adds the words of `also_called.yaml` to the tasks that it names, behind those at the tasks themselves. Returns those
/// that fit every task, and the languages that no other file has.
pub fn add_words(
    raw: &RawWords,
    sources: &Sources,
    index: &Index,
    drafts: &mut [Draft],
    languages: &Languages,
    problems: &mut Problems,
) -> (List<Text>, Vec<Language>) {
    let mut found = Vec::new();
    let mut unsaid = Problems::default();
    // What the base has words for may be removed, and a key of anybody's own need not name anything.
    let is_silent = |word: &Word| {
        word.span.file >= languages.first_of_base || word.value.starts_with(keys::OWN)
    };
    for raw in &raw.roles {
        let is_unsure = is_silent(&raw.role);
        let said = if is_unsure { &mut unsaid } else { &mut *problems };
        let role = index.role_above_tasks(&raw.role, said).map(RoleIx::index);
        for (id, words) in &raw.tasks {
            let is_unsure = is_silent(id) || (is_unsure && role.is_none());
            let said = if is_unsure { &mut unsaid } else { &mut *problems };
            let task = role.and_then(|role| index.task_in(None, role, &id.value, id, said));
            found.extend((task.is_some() || !is_unsure).then_some((task, words)));
        }
    }
    let mut values = Values::new(languages, problems);
    values.sources = Some(sources);
    let of_every_task = other_words(&raw.every_task, &mut values);
    for (task, words) in found {
        // The words of an unknown task are checked all the same.
        let words = other_words(slice::from_ref(words), &mut values);
        let Some(task) = task else { continue };
        if let Some(task) = &mut drafts[task.role.index()].tasks[task.task as usize].task {
            task.also_called = match mem::take(&mut task.also_called) {
                own if own.is_empty() => words,
                own => list(own.into_iter().chain(words)),
            };
        }
    }
    (of_every_task, values.extra)
}

/// Which role reports to which and which task waits for which, and where that is written; also of roles that are not
/// whole.
#[derive(Default)]
pub struct Graph {
    pub reports: Vec<(RoleIx, RoleIx, Span)>,
    pub waits: Vec<(TaskRef, TaskRef, Span)>,
}

/// All of these, if each is whole. Each is looked at, whether or not those before are.
pub fn all<T, C: FromIterator<T>>(each: impl Iterator<Item = Option<T>>) -> Option<C> {
    let each: Vec<Option<T>> = each.collect();
    each.into_iter().collect()
}

/// The roles that are found for these words, each once; none if one of the words is wrong. All of them are looked at.
pub fn each_once(
    words: &[Word],
    find: impl FnMut(&Word) -> Option<RoleIx>,
) -> Option<Box<[RoleIx]>> {
    let mut seen = HashSet::with_capacity(words.len());
    let mut roles: Vec<RoleIx> = all(words.iter().map(find))?;
    roles.retain(|role| seen.insert(*role));
    Some(roles.into())
}

/// The roles with their links, or `None` if one of them is not whole; and the links that may go round in circles.
pub fn link(
    drafts: Vec<Draft>,
    index: &Index,
    problems: &mut Problems,
) -> (Option<Vec<Role>>, Graph) {
    let mut linker = Linker { index, graph: Graph::default(), problems };
    let drafts = drafts.into_iter().enumerate();
    let roles = all(drafts.map(|(own, draft)| linker.role(RoleIx::at(own), draft)));
    (roles, linker.graph)
}

struct Linker<'i, 'p> {
    index: &'i Index<'i>,
    graph: Graph,
    problems: &'p mut Problems,
}

impl Linker<'_, '_> {
    fn role(&mut self, own: RoleIx, draft: Draft) -> Option<Role> {
        let reports_to = draft.reports_to.and_then(|word| {
            let above = self.found(&word)?;
            self.graph.reports.push((own, above, word.span));
            Some(above)
        });
        let tasks = draft.tasks.into_iter().enumerate();
        let tasks = all(tasks.map(|(number, task)| self.task(TaskRef::at(own, number), task)));
        Some(Role { reports_to, tasks: tasks?, ..draft.role? })
    }

    fn task(&mut self, own: TaskRef, draft: TaskDraft) -> Option<Task> {
        let Some(links) = draft.links else { return draft.task };
        let after = list(links.after.iter().filter_map(|word| self.waits_for(own, word)));
        let handoffs = links.handoffs.into_iter();
        let handoffs = list(handoffs.filter_map(|(what, to)| self.handoff(own, what, &to)));
        let coordinates_with =
            links.coordinates_with.and_then(|word| self.coordinates_with(own, &word));
        let accountable = links.accountable.and_then(|word| self.found(&word));
        let consulted = list(links.consulted.iter().filter_map(|word| self.found(word)));
        let informed = list(links.informed.iter().filter_map(|word| self.found(word)));
        let task = draft.task?;
        Some(Task { after, handoffs, coordinates_with, accountable, consulted, informed, ..task })
    }

    fn found(&mut self, word: &Word) -> Option<RoleIx> {
        self.index.role(word, self.problems)
    }

    fn coordinates_with(&mut self, own: TaskRef, word: &Word) -> Option<RoleIx> {
        let with = self.found(word)?;
        if with == own.role {
            let message = "the task is coordinated with its own role";
            let fix = "name the other role, or remove the key";
            self.problems.report(Code::InvalidValue, word.span, message, fix);
        }
        Some(with)
    }

    fn waits_for(&mut self, own: TaskRef, word: &Word) -> Option<TaskRef> {
        let before = self.index.task(Some(own), word, self.problems)?;
        self.graph.waits.push((own, before, word.span));
        Some(before)
    }

    fn handoff(&mut self, own: TaskRef, what: Option<Text>, word: &Word) -> Option<Handoff> {
        let to = self.index.task(Some(own), word, self.problems)?;
        if to == own {
            let message = "the task hands its result to itself";
            let fix = "name the task that receives it, or remove the handoff";
            self.problems.report(Code::SelfHandoff, word.span, message, fix);
        }
        Some(Handoff { to, what })
    }
}
