//! What texts are compared with: the tasks and roles of the registry in use and those that compete with them, and what is
//! written about each in one language.

use crate::model::{Language, Registry, RoleIx, Task, TaskRef, Text};

/// What a text may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A task.
    Task(TaskRef),
    /// A role as a whole.
    Role(RoleIx),
}

impl Subject {
    /// The role that it is, or that has it.
    pub fn role(self) -> RoleIx {
        match self {
            Self::Role(role) | Self::Task(TaskRef { role, .. }) => role,
        }
    }
}

/// A subject of one of the registries.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'r> {
    /// That registry, and whether it is the one in use.
    pub registry: &'r Registry,
    pub is_own: bool,
    pub subject: Subject,
    /// The number of its role among the candidates; a role has its own.
    pub role: usize,
}

/// The tasks of a catalogue that compete with those of a registry.
#[derive(Debug)]
pub struct Rivals<'c> {
    /// The catalogue.
    pub catalogue: &'c Registry,
    /// Those of its tasks that compete, role by role.
    pub tasks: Vec<TaskRef>,
    /// Whether one of them may be meant where a task here fits as well: not where no role here is one of the catalogue's,
    /// since that registry is about other things.
    pub may_win: bool,
}

impl<'c> Rivals<'c> {
    /// The tasks that are not here in another form: none of a role that is here, and none that comes near a task that is.
    pub fn new(registry: &Registry, catalogue: &'c Registry) -> Self {
        let is_here = |task: TaskRef| {
            let near = catalogue.task(task).overlaps.iter();
            let mut near = near.filter_map(|(role, task)| {
                registry.task_by_id(registry.role_by_id(role.as_str())?, task.as_str())
            });
            let role = catalogue.role(task.role).id.as_str();
            registry.role_by_id(role).is_some() || near.next().is_some()
        };
        let tasks = catalogue.tasks().filter(|&task| !is_here(task));
        let mut roles = registry.roles().map(|role| registry.role(role).id.as_str());
        let may_win = roles.any(|id| catalogue.role_by_id(id).is_some());
        Self { catalogue, tasks: tasks.collect(), may_win }
    }
}

/// What a phrase says about a task or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It names it: a task's name, a role's name or another title.
    Name,
    /// It is other words for a task.
    OtherWords,
    /// More about it: a task's detail and what it hands over, a role's purpose.
    Detail,
    Area,
}

/// Reads all that is written about the candidates in one language: the number of the candidate, and each text.
pub fn read<'r>(
    language: &Language,
    candidates: &[Candidate<'r>],
    mut read: impl FnMut(usize, Kind, &'r str),
) {
    for (of, candidate) in candidates.iter().enumerate() {
        candidate.read(language, |kind, text| read(of, kind, text));
    }
}

impl Kind {
    /// Whether it names it, in whatever words.
    pub fn names(self) -> bool {
        matches!(self, Self::Name | Self::OtherWords)
    }
}

impl<'r> Candidate<'r> {
    /// Reads all that is written about it in one language.
    pub fn read(&self, language: &Language, mut read: impl FnMut(Kind, &'r str)) {
        let &Self { registry, subject, .. } = self;
        let Some(language) = registry.language_like(language) else { return };
        // Where there are no other words for a task, its id may be what everybody calls it.
        if let Subject::Task(task) = subject
            && let Task { id, also_called, .. } = registry.task(task)
            && also_called.is_empty()
        {
            read(Kind::OtherWords, id.as_str());
        }
        let mut read = |kind, text: &'r Text| {
            text.in_language(language).into_iter().for_each(|text| read(kind, text));
        };
        match subject {
            Subject::Role(role) => {
                let role = registry.role(role);
                let names = std::iter::once(&role.name).chain(&role.also_called);
                names.for_each(|text| read(Kind::Name, text));
                role.purpose.iter().for_each(|text| read(Kind::Detail, text));
            }
            Subject::Task(task) => {
                let task = registry.task(task);
                read(Kind::Name, &task.name);
                task.also_called.iter().for_each(|text| read(Kind::OtherWords, text));
                let handed = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
                task.detail
                    .as_deref()
                    .into_iter()
                    .chain(handed)
                    .for_each(|text| read(Kind::Detail, text));
                if let Some(area) = task.area {
                    read(Kind::Area, &registry.area(area).name);
                }
            }
        }
    }
}
