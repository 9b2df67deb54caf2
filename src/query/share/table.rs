//! Who has which tasks, and how busy that makes them.

use crate::model::{AreaIx, Hours};
use std::cmp::Reverse;
use std::collections::HashMap;

/// A task to be shared out.
#[derive(Debug)]
pub(in crate::query) struct Item<'c> {
    /// Hours a week, where there is an estimate.
    pub hours: Option<Hours>,
    /// Core before supplemental.
    pub core: bool,
    /// Tasks of an area are kept together where that costs nothing.
    pub area: Option<AreaIx>,
    /// Who may do it.
    pub candidates: Candidates<'c>,
    /// Whether it goes to its one candidate even beyond their hours.
    pub pinned: bool,
}

/// Who may do a task.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::query) struct Candidates<'c> {
    /// The workers, in their order.
    pub all: &'c [usize],
    /// Those among them who get tasks without an estimate: who was named for the role. All where nobody was.
    pub named: &'c [usize],
}

/// Somebody who takes tasks.
#[derive(Debug)]
pub(in crate::query) struct Worker {
    /// Hours a week that they have; without, there is no limit.
    pub hours: Option<Hours>,
}

/// The average of the limits that there are: what somebody without one is measured against.
pub(in crate::query) fn average(limits: impl Iterator<Item = Option<Hours>>) -> Option<Hours> {
    let limits: Vec<Hours> = limits.flatten().collect();
    let count = u64::try_from(limits.len()).ok().filter(|count| *count > 0)?;
    Some(limits.into_iter().sum::<Hours>() / count)
}

/// How busy somebody is: what they do relative to the hours that they have, as a whole number that compares exactly.
pub type Busy = u128;

/// Above this, the common measure of all hours is not exact any more, but as good as.
const FINEST: u128 = 1_000_000_000_000_000_000_000_000_000;

/// Tasks and workers, and the worker of each task so far.
pub struct Table<'i> {
    pub items: &'i [Item<'i>],
    pub workers: &'i [Worker],
    /// What a thousandth of an hour weighs for each worker, in a measure that is common to all.
    weights: Vec<u128>,
    load: Vec<Hours>,
    count: Vec<usize>,
    in_area: HashMap<(usize, Option<AreaIx>), usize>,
    pub share: Vec<Option<usize>>,
}

impl<'i> Table<'i> {
    pub fn new(items: &'i [Item<'i>], workers: &'i [Worker]) -> Self {
        Self {
            items,
            workers,
            weights: weights(workers),
            load: vec![Hours::ZERO; workers.len()],
            count: vec![0; workers.len()],
            in_area: HashMap::new(),
            share: vec![None; items.len()],
        }
    }

    pub fn give(&mut self, item: usize, worker: usize) {
        let hours = self.hours(item);
        self.load[worker] += hours;
        self.count[worker] += 1;
        let area = (worker, self.items[item].area);
        *self.in_area.entry(area).or_default() += 1;
        self.share[item] = Some(worker);
    }

    pub fn take(&mut self, item: usize) {
        if let Some(worker) = self.share[item].take() {
            let hours = self.hours(item);
            self.load[worker] -= hours;
            self.count[worker] -= 1;
            let area = (worker, self.items[item].area);
            *self.in_area.entry(area).or_default() -= 1;
        }
    }

    /// The hours of a task; none where there is no estimate.
    pub fn hours(&self, item: usize) -> Hours {
        self.items[item].hours.unwrap_or_default()
    }

    /// What a worker has to do so far.
    pub fn load(&self, worker: usize) -> Hours {
        self.load[worker]
    }

    /// How many tasks of an item's area a worker has.
    pub fn at_home(&self, worker: usize, item: usize) -> usize {
        let area = (worker, self.items[item].area);
        self.in_area.get(&area).copied().unwrap_or_default()
    }

    /// Whether so much fits into a worker's hours.
    pub fn has_room(&self, worker: usize, load: Hours) -> bool {
        self.workers[worker].hours.is_none_or(|hours| load <= hours)
    }

    /// How busy so much makes a worker.
    pub fn busy(&self, worker: usize, load: Hours) -> Busy {
        u128::from(load.thousandths()) * self.weights[worker]
    }

    pub fn least_busy_with(&self, item: usize) -> Option<usize> {
        let with = |worker: usize| self.load[worker] + self.hours(item);
        let workers = self.items[item].candidates.all.iter().copied();
        let fitting = workers.filter(|&worker| self.has_room(worker, with(worker)));
        // Looking areas up is costly, and seldom decides.
        let stranger = |worker: usize| Reverse(self.at_home(worker, item) > 0);
        fitting.min_by(|&one, &other| {
            let busy = |worker: usize| self.busy(worker, with(worker));
            busy(one)
                .cmp(&busy(other))
                .then_with(|| stranger(one).cmp(&stranger(other)))
                .then_with(|| self.count[one].cmp(&self.count[other]))
        })
    }

    /// Who has time left, then who has others of the area, then who has the fewest tasks.
    pub fn most_at_home(&self, item: usize) -> Option<usize> {
        let workers = self.items[item].candidates.named.iter().copied();
        workers.min_by_key(|&worker| {
            let hours = self.workers[worker].hours;
            let is_full = hours.is_some_and(|hours| self.load[worker] >= hours);
            let at_home = self.at_home(worker, item) > 0;
            (is_full, Reverse(at_home), self.count[worker])
        })
    }
}

/// Loads times weights compare as loads relative to hours. Whoever has no limit is measured against the average of the
/// others.
fn weights(workers: &[Worker]) -> Vec<u128> {
    let average = average(workers.iter().map(|worker| worker.hours));
    let hours = |worker: &Worker| {
        let hours = worker.hours.or(average);
        hours.map_or(1, |hours| u128::from(hours.thousandths()).max(1))
    };
    let multiple = |one: u128, other: u128| one / divisor(one, other) * other;
    let fold = workers.iter().map(hours).try_fold(1, |all, hours| {
        Some(multiple(all, hours)).filter(|multiple| *multiple <= FINEST)
    });
    let common = fold.unwrap_or(FINEST);
    workers.iter().map(|worker| common / hours(worker)).collect()
}

/// The greatest common divisor.
fn divisor(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { divisor(other, one % other) }
}
