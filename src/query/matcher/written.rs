//! What texts are compared with: the tasks and roles of the registry in use and those that compete with them, and what is
//! written about each in one language.

use crate::model::{Language, Registry, RoleIx, TaskRef, Text};

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
pub struct Candidate {
    /// Whether it is one of the registry in use.
    pub is_own: bool,
    /// What it is.
    pub subject: Subject,
    /// The number of its role among the candidates; a role has its own.
    pub role: usize,
}

/// What a phrase says about a task or a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It names it: its name, or other words for it.
    Name,
    /// More about it: a task's detail and what it hands over, a role's purpose.
    Detail,
    /// The area of a task.
    Area,
}

/// Reads all that is written about the candidates in one language: the number of the candidate, and each text. The
/// registry in use stands behind the other.
pub fn read<'r>(
    language: &Language,
    candidates: &[Candidate],
    registries: [Option<&'r Registry>; 2],
    mut read: impl FnMut(usize, Kind, &'r str),
) {
    let languages = registries.map(|registry| registry?.language_like(language));
    for (of, candidate) in candidates.iter().enumerate() {
        let place = usize::from(candidate.is_own);
        let (Some(registry), Some(language)) = (registries[place], languages[place]) else {
            continue;
        };
        let mut read = |kind, text: &'r Text| {
            text.in_language(language).into_iter().for_each(|text| read(of, kind, text));
        };
        match candidate.subject {
            Subject::Role(role) => {
                let role = registry.role(role);
                let names = std::iter::once(&role.name).chain(&role.also_called);
                names.for_each(|text| read(Kind::Name, text));
                role.purpose.iter().for_each(|text| read(Kind::Detail, text));
            }
            Subject::Task(task) => {
                let task = registry.task(task);
                let names = std::iter::once(&task.name).chain(&task.also_called);
                names.for_each(|text| read(Kind::Name, text));
                let handed = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
                task.detail.iter().chain(handed).for_each(|text| read(Kind::Detail, text));
                if let Some(area) = task.area {
                    read(Kind::Area, &registry.area(area).name);
                }
            }
        }
    }
}
