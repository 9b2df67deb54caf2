//! One task with its doers, or with the reason why nobody does it; and the sums of many.

use crate::model::{Hours, Registry, TaskRef};
use std::iter::Sum;

/// Somebody who does tasks, by their number: a person, or a position where there are no people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doer {
    /// A person.
    Person(usize),
    /// A position.
    Position(usize),
}

/// What somebody does of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub doer: Doer,
    /// Hours a week, where the task has an estimate.
    pub hours: Option<Hours>,
}

/// One task and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The task.
    pub task: TaskRef,
    /// The position that it belongs to; for a pinned task, that of whoever it is pinned to, if it holds the role.
    pub position: Option<usize>,
    /// What everybody does of it; nothing where nobody does.
    pub shares: Vec<Share>,
    /// The hours a week of it that nobody has time for, where somebody does the rest.
    pub missing: Hours,
    /// Which rule gave it to its doers, or why nobody does it.
    pub why: Result<Why, Reason>,
    /// For a coordination task: whether there is somebody to coordinate with.
    pub coordination: Option<Tie>,
}

/// A task that changes hands: its duties before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Before.
    pub from: Duty,
    /// After.
    pub to: Duty,
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

words! {
    /// Why nobody does a task.
    Reason {
        /// The position has nobody.
        VacantPosition = "vacant-position",
        /// It does not fit into the hours.
        NoTimeLeft = "no-time-left",
        /// No position of this size holds the role.
        NoPosition = "no-position",
        /// It exists only between two people, and one is on both sides.
        FellAway = "fell-away",
    }
}

words! {
    /// Which rule gave a task to its doers.
    Why {
        /// It is pinned to them.
        Pinned = "pinned",
        /// Everybody who holds the role does it.
        Each = "each",
        /// Everybody who holds the role does their part.
        Shared = "shared",
        /// Whoever does it is away; this is their deputy.
        Deputy = "deputy",
        /// Whoever does it is away; this one had the time.
        StandIn = "stand-in",
        /// They have the whole role.
        WholeRole = "whole-role",
        /// Nobody else may do it.
        OnlyOne = "only-one",
        /// Not everything fits into the hours: its turn came, and they had the time.
        Need = "need",
        /// Several may; this way the busiest has as little as possible.
        Spread = "spread",
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

impl Tie {
    /// What binds what some do to what others do.
    pub(super) fn of(some: &[Doer], others: &[Doer]) -> Self {
        match (some, others) {
            ([], _) | (_, []) => Tie::NobodyThere,
            ([one], [other]) if one == other => Tie::WithinOnePerson,
            _ => Tie::BetweenPeople,
        }
    }
}

impl Duty {
    /// Who does it.
    pub fn doers(&self) -> impl ExactSizeIterator<Item = Doer> + Clone {
        self.shares.iter().map(|share| share.doer)
    }

    /// The people who do it.
    pub fn people(&self) -> impl Iterator<Item = usize> {
        self.doers().filter_map(Doer::person)
    }

    /// Whether somebody does it, or a part of it.
    pub fn is_of(&self, doer: Doer) -> bool {
        self.doers().any(|other| other == doer)
    }

    /// Whether nobody does it, though it has to be done.
    pub fn is_undone(&self) -> bool {
        self.why.is_err_and(|reason| reason != Reason::FellAway)
    }

    /// Whether somebody does a part of it, and nobody the rest.
    pub fn is_partly(&self) -> bool {
        self.missing > Hours::ZERO
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
        tasks.for_each(|task| load.add_task(registry, task));
        load
    }

    /// Adds a task to the sums.
    pub(in crate::query) fn add_task(&mut self, registry: &Registry, task: TaskRef) {
        self.add(registry.task(task).hours_per_week, true);
    }

    /// Adds what somebody does of a task, which counts only the first time.
    pub fn add(&mut self, hours: Option<Hours>, is_first: bool) {
        self.hours_per_week += hours.unwrap_or_default();
        if is_first {
            self.tasks += 1;
            self.without_estimate += usize::from(hours.is_none());
        }
    }
}

impl Sum for Load {
    fn sum<I: Iterator<Item = Self>>(loads: I) -> Self {
        loads.fold(Self::default(), |sum, load| Self {
            tasks: sum.tasks + load.tasks,
            hours_per_week: sum.hours_per_week + load.hours_per_week,
            without_estimate: sum.without_estimate + load.without_estimate,
        })
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
    /// Those that somebody does, or that fell away.
    pub assigned: Load,
    /// Those of them of which nobody does the rest.
    pub partly: Load,
    /// Those that nobody does.
    pub unassigned: Load,
    /// The hours a week that are missing for what did not fit.
    pub missing: Hours,
}

pub(super) fn workloads(duties: &[Duty], limits: &[Option<Hours>]) -> Vec<Workload> {
    let average = Hours::average(limits.iter().copied());
    let workload = |&limit: &Option<Hours>| Workload {
        load: Load::default(),
        limit,
        measure: limit.or(average),
    };
    let mut workloads: Vec<Workload> = limits.iter().map(workload).collect();
    for share in duties.iter().flat_map(|duty| &duty.shares) {
        workloads[share.doer.number()].load.add(share.hours, true);
    }
    workloads
}

pub(super) fn totals(registry: &Registry, duties: &[Duty]) -> Totals {
    let load = |is_meant: &dyn Fn(&&Duty) -> bool| {
        Load::of(registry, duties.iter().filter(is_meant).map(|duty| duty.task))
    };
    let of_some: Hours = duties.iter().map(|duty| duty.missing).sum();
    let of_others = load(&|duty| duty.why == Err(Reason::NoTimeLeft)).hours_per_week;
    Totals {
        all: load(&|_| true),
        assigned: load(&|duty| !duty.is_undone()),
        partly: load(&|duty| duty.is_partly()),
        unassigned: load(&|duty| duty.is_undone()),
        missing: of_some + of_others,
    }
}
