//! What texts are compared with: the tasks and roles of the registry in use, and those that compete with them.

use crate::model::{RoleIx, TaskRef};

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
