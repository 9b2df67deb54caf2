//! The sums of an assignment.

use super::{Duty, Reason};
use crate::model::{Hours, Registry, TaskRef};
use crate::query::share::{Item, Worker};
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
        tasks.fold(Self::default(), |mut load, task| {
            load.tasks += 1;
            match registry.task(task).hours_per_week {
                Some(hours) => load.hours_per_week += hours,
                None => load.without_estimate += 1,
            }
            load
        })
    }
}

/// The sums of an assignment: assigned and unassigned make all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

pub(super) fn totals(
    registry: &Registry,
    duties: &[Duty],
    workers: &[Worker],
    items: &[Item],
    shares: &[Option<usize>],
) -> Totals {
    let load = |wanted: &dyn Fn(&Duty) -> bool| {
        Load::of(
            registry,
            duties
                .iter()
                .filter(|duty| wanted(duty))
                .map(|duty| duty.task),
        )
    };
    let no_time: Vec<&Item> = items
        .iter()
        .zip(duties)
        .filter(|(_, duty)| duty.reason == Some(Reason::NoTimeLeft))
        .map(|(item, _)| item)
        .collect();
    let mut left: Vec<Hours> = workers
        .iter()
        .map(|worker| worker.hours.unwrap_or_default())
        .collect();
    for (item, share) in items.iter().zip(shares) {
        if let (Some(number), Some(hours)) = (share, item.hours) {
            left[*number] -= hours;
        }
    }
    let could: BTreeSet<usize> = no_time
        .iter()
        .flat_map(|item| item.candidates.iter().copied())
        .collect();
    let unfit: Hours = no_time.iter().filter_map(|item| item.hours).sum();
    Totals {
        all: load(&|_| true),
        assigned: load(&|duty| duty.reason.is_none()),
        unassigned: load(&|duty| duty.reason.is_some()),
        missing: unfit - could.into_iter().map(|number| left[number]).sum(),
    }
}
