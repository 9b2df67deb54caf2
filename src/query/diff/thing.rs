//! The parts of a registry that are compared, and what is said of them.

use crate::model::{
    AreaIx, Employees, Hours, Position, Registry, RoleIx, SizeIx, SourceIx, TaskRef, Text,
};

/// A part of a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// The registry itself.
    Registry,
    /// An area.
    Area(AreaIx),
    /// A source.
    Source(SourceIx),
    /// A company size.
    Size(SizeIx),
    /// A role.
    Role(RoleIx),
    /// A task.
    Task(TaskRef),
}

impl Thing {
    /// Its kind, and its id.
    pub fn id(self, registry: &Registry) -> (&'static str, String) {
        match self {
            Thing::Registry => ("registry", String::new()),
            Thing::Area(area) => ("area", registry.area(area).id.to_string()),
            Thing::Source(source) => ("source", registry.source(source).id.to_string()),
            Thing::Size(size) => ("size", registry.size(size).id.to_string()),
            Thing::Role(role) => ("role", registry.role(role).id.to_string()),
            Thing::Task(task) => ("task", registry.task_id(task)),
        }
    }
}

/// What is said.
#[derive(Clone, Debug)]
pub enum Value<'r> {
    /// Words of the registry.
    Text(&'r str),
    /// Something that means the same in every language.
    Code(String),
    /// A word of the files, after its kind.
    Word(&'static str, &'static str),
    /// A number of hours.
    Hours(Hours),
    /// A number of employees.
    Employees(Employees),
    /// A part of the registry.
    Thing(Thing),
    /// What goes to a task.
    Handoff(TaskRef, Option<&'r Text>),
    /// A position of a company size.
    Position(Position<'r>),
}
