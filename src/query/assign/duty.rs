//! One task with its doer, or with the reason why nobody does it.

use crate::model::TaskRef;
use crate::query::links::Exchange;

/// Somebody who does tasks, by their number: a person, or a position where there are no people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doer {
    /// A person.
    Person(usize),
    /// A position.
    Position(usize),
}

/// One task and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The task.
    pub task: TaskRef,
    /// The position that holds it; for a pinned task, that of whoever it is pinned to if they hold the role.
    pub position: Option<usize>,
    /// Who does it, or why nobody does.
    pub outcome: Outcome,
    /// For a coordination task: whether there is somebody to coordinate with.
    pub coordination: Option<Tie>,
}

/// What becomes of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody does it.
    Done {
        /// Who.
        by: Doer,
        /// Why they do, and nobody else.
        why: Why,
    },
    /// Nobody does it.
    Undone(Reason),
}

/// A task that changes hands, with its duties before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The task.
    pub task: TaskRef,
    /// Before.
    pub from: Duty,
    /// After.
    pub to: Duty,
}

/// A handoff and whether it stays with one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandoffDuty<'r> {
    /// The handoff.
    pub exchange: Exchange<'r>,
    /// Who is on its two sides.
    pub tie: Tie,
}

/// What binds two tasks, or a task and its partner role, once it is known who does what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The same person is on both sides.
    WithinOnePerson,
    /// Two people are.
    BetweenPeople,
    /// Nobody is, on one side at least.
    NobodyThere,
}

/// Why nobody does a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The position has nobody.
    VacantPosition,
    /// It does not fit into the hours.
    NoTimeLeft,
    /// No position of this size holds the role.
    NoPosition,
}

impl Reason {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::VacantPosition => "vacant-position",
            Reason::NoTimeLeft => "no-time-left",
            Reason::NoPosition => "no-position",
        }
    }
}

/// Why a task went to its doer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is pinned to them.
    Pinned,
    /// Nobody else may do it.
    OnlyOne,
    /// Several may; this way the busiest has as little as possible.
    Spread,
    /// It has no estimate, and they have others of its area.
    SameArea,
    /// It has no estimate, and they had the fewest tasks.
    FewestTasks,
}

impl Why {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Pinned => "pinned",
            Why::OnlyOne => "only-one",
            Why::Spread => "spread",
            Why::SameArea => "same-area",
            Why::FewestTasks => "fewest-tasks",
        }
    }
}

impl Doer {
    /// The number of the person or of the position.
    pub fn number(self) -> usize {
        match self {
            Doer::Position(number) | Doer::Person(number) => number,
        }
    }

    /// The number of the person; nothing for a position.
    pub fn person(self) -> Option<usize> {
        match self {
            Doer::Position(_) => None,
            Doer::Person(person) => Some(person),
        }
    }
}

impl Duty {
    /// Who does it.
    pub fn doer(&self) -> Option<Doer> {
        match self.outcome {
            Outcome::Done { by, .. } => Some(by),
            Outcome::Undone(_) => None,
        }
    }

    /// The person who does it.
    pub fn person(&self) -> Option<usize> {
        self.doer().and_then(Doer::person)
    }

    /// Why nobody does it.
    pub fn reason(&self) -> Option<Reason> {
        match self.outcome {
            Outcome::Done { .. } => None,
            Outcome::Undone(reason) => Some(reason),
        }
    }

    /// Why its doer does it.
    pub fn why(&self) -> Option<Why> {
        match self.outcome {
            Outcome::Done { why, .. } => Some(why),
            Outcome::Undone(_) => None,
        }
    }

    /// Whether it is a coordination task that stays within one person.
    pub fn is_within_one_person(&self) -> bool {
        self.coordination == Some(Tie::WithinOnePerson)
    }
}
