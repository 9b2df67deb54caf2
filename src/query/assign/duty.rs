//! One task with its doer, or with the reason why nobody does it; and the sums of tasks and hours.

use crate::model::{Hours, Registry, TaskRef};
use crate::query::links::Exchange;
use crate::query::share::{Item, average};
use std::collections::BTreeSet;

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
    /// The position that it belongs to; for a pinned task, that of whoever it is pinned to, if it holds the role.
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
    /// Two people are on the two sides.
    BetweenPeople,
    /// At least one side has nobody.
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

    /// The number of the person; `None` for a position.
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

/// The sums over tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many tasks.
    pub tasks: usize,
    /// The hours a week of those with an estimate.
    pub hours_per_week: Hours,
    /// How many have no estimate.
    pub without_estimate: usize,
}

impl Load {
    /// Sums tasks up.
    pub fn of(registry: &Registry, tasks: impl Iterator<Item = TaskRef>) -> Self {
        let mut load = Self::default();
        for task in tasks {
            load.add(registry, task);
        }
        load
    }

    /// Adds a task to the sums.
    pub(in crate::query) fn add(&mut self, registry: &Registry, task: TaskRef) {
        self.tasks += 1;
        match registry.task(task).hours_per_week {
            Some(hours) => self.hours_per_week += hours,
            None => self.without_estimate += 1,
        }
    }
}

/// What a person has to do, or a position where there are no people, and the time for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workload {
    /// The tasks.
    pub load: Load,
    /// The hours a week that there are; without, there is no limit.
    pub limit: Option<Hours>,
    /// What the load is measured against: the limit, or the average limit of the others; `None` if nobody has one.
    pub measure: Option<Hours>,
}

impl Workload {
    /// Whether this load is greater than another, each relative to its measure.
    pub fn is_busier_than(&self, other: &Self) -> bool {
        let scaled = |load: &Self, by: &Self| {
            let by = by.measure.map_or(1, Hours::thousandths);
            u128::from(load.load.hours_per_week.thousandths()) * u128::from(by)
        };
        scaled(self, other) > scaled(other, self)
    }

    /// The hours a week that are left; `None` if there is no limit.
    pub fn free(&self) -> Option<Hours> {
        self.limit.map(|limit| limit - self.load.hours_per_week)
    }

    /// The hours a week beyond the limit, which pins do not respect.
    pub fn over(&self) -> Hours {
        let limit = self.limit.unwrap_or(self.load.hours_per_week);
        self.load.hours_per_week - limit
    }
}

/// The sums of an assignment: assigned and unassigned make all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Every task of the registry.
    pub all: Load,
    /// Those that somebody does.
    pub assigned: Load,
    /// Those that nobody does.
    pub unassigned: Load,
    /// The hours a week that are missing for what did not fit.
    pub missing: Hours,
}

/// What everybody has to do.
pub(super) fn workloads(
    registry: &Registry,
    duties: &[Duty],
    limits: &[Option<Hours>],
) -> Vec<Workload> {
    let average = average(limits.iter().copied());
    let mut workloads = Vec::with_capacity(limits.len());
    for &limit in limits {
        workloads.push(Workload { load: Load::default(), limit, measure: limit.or(average) });
    }
    for duty in duties {
        if let Some(doer) = duty.doer() {
            workloads[doer.number()].load.add(registry, duty.task);
        }
    }
    workloads
}

/// The sums of an assignment.
pub(super) fn totals(
    registry: &Registry,
    duties: &[Duty],
    items: &[Item],
    workloads: &[Workload],
) -> Totals {
    let mut totals = Totals::default();
    // Those who could do what did not fit; they may have time left for a part of it.
    let mut could: BTreeSet<usize> = BTreeSet::new();
    for (duty, item) in duties.iter().zip(items) {
        totals.all.add(registry, duty.task);
        match duty.outcome {
            Outcome::Done { .. } => totals.assigned.add(registry, duty.task),
            Outcome::Undone(reason) => {
                totals.unassigned.add(registry, duty.task);
                if reason == Reason::NoTimeLeft {
                    could.extend(item.candidates.all);
                    totals.missing += item.hours.unwrap_or_default();
                }
            }
        }
    }
    for number in could {
        totals.missing -= workloads[number].free().unwrap_or_default();
    }
    totals
}
