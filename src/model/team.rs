//! The people of a company, and who does which task whatever else is decided.

use super::hours::Hours;
use super::id::{PositionId, RoleIx, TaskRef};
use crate::source::Span;

/// The longest name of a person, in characters.
pub const MAX_NAME: usize = 100;

/// The people of a company, and who does which task whatever else is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The people, in the order of the file; each name stands once.
    pub people: Box<[Person]>,
    /// The pins, in the order of the file; each task stands once.
    pub pins: Box<[Pin]>,
}

/// Somebody of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they are called: never blank, at most [`MAX_NAME`] characters.
    pub name: Box<str>,
    /// Where the name is written.
    pub place: Span,
    /// What they are meant for.
    pub holds: Holds,
    /// The hours a week that they have; without a figure there is no limit.
    pub hours_per_week: Option<Hours>,
}

/// What somebody is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Nothing is said: they fill the next position in order.
    Anything,
    /// These roles, each once; at least one.
    Roles(Box<[RoleIx]>),
    /// The position with this id, which at least one company size has.
    Position(PositionId),
}

/// A task that one person does, whatever else is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The task.
    pub task: TaskRef,
    /// The person, as their number among [`Team::people`].
    pub person: usize,
}
