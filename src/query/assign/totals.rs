//! The sums of an assignment.

use super::duty::{Duty, Outcome, Reason};
use crate::model::{Hours, Registry, TaskRef};
use crate::query::share::{self, Item};
use std::collections::BTreeSet;

/// Tasks and hours, summed.
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
    /// The sums over tasks.
    pub fn of(registry: &Registry, tasks: impl Iterator<Item = TaskRef>) -> Self {
        let mut load = Self::default();
        tasks.for_each(|task| load.add(registry, task));
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
    /// What the load is measured against: the limit, or the average of the others'; nothing where nobody has one.
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

    /// The hours a week that are left; `None` where there is no limit.
    pub fn free(&self) -> Option<Hours> {
        self.limit.map(|limit| limit - self.load.hours_per_week)
    }

    /// The hours a week beyond the limit: pins hold whatever the hours.
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
    /// The hours a week that would be needed beyond those there are, for what did not fit.
    pub missing: Hours,
}

/// What everybody has to do.
pub(super) fn workloads(
    registry: &Registry,
    duties: &[Duty],
    limits: &[Option<Hours>],
) -> Vec<Workload> {
    let average = share::average(limits.iter().copied());
    let workload = |&limit: &Option<Hours>| Workload {
        load: Load::default(),
        limit,
        measure: limit.or(average),
    };
    let mut workloads: Vec<Workload> = limits.iter().map(workload).collect();
    for duty in duties {
        if let Some(doer) = duty.doer() {
            workloads[doer.number()].load.add(registry, duty.task);
        }
    }
    workloads
}

pub(super) fn totals(
    registry: &Registry,
    duties: &[Duty],
    items: &[Item],
    workloads: &[Workload],
) -> Totals {
    let mut totals = Totals::default();
    // Who could do what did not fit, and may have some time left for a part of it.
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
