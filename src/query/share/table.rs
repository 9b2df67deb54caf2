//! Who has which tasks, and how busy that makes them.

use super::{Item, Worker};
use crate::model::{AreaIx, Hours};
use std::cmp::Ordering;
use std::collections::HashMap;

/// Above this many tasks with a choice, moves and swaps are left out: longest-first alone is close, and they are not
/// linear.
const IMPROVE_UP_TO: usize = 400;

/// Tasks and workers, and the worker of each task so far.
pub(super) struct Table<'i> {
    pub items: &'i [Item<'i>],
    pub workers: &'i [Worker],
    /// What a worker's load is measured against: their hours, or the average of those who have any.
    pub weights: Vec<u64>,
    load: Vec<Hours>,
    count: Vec<usize>,
    in_area: HashMap<(usize, Option<AreaIx>), usize>,
    pub share: Vec<Option<usize>>,
}

impl<'i> Table<'i> {
    pub fn new(items: &'i [Item<'i>], workers: &'i [Worker]) -> Self {
        let known: Vec<u64> = workers
            .iter()
            .filter_map(|worker| worker.hours.map(Hours::thousandths))
            .collect();
        let average = known
            .iter()
            .sum::<u64>()
            .checked_div(known.len() as u64)
            .unwrap_or(1)
            .max(1);
        Self {
            items,
            workers,
            weights: workers
                .iter()
                .map(|worker| worker.hours.map_or(average, Hours::thousandths))
                .collect(),
            load: vec![Hours::ZERO; workers.len()],
            count: vec![0; workers.len()],
            in_area: HashMap::new(),
            share: vec![None; items.len()],
        }
    }

    /// The worker of each item.
    pub fn into_share(self) -> Vec<Option<usize>> {
        self.share
    }

    pub fn give(&mut self, item: usize, worker: usize) {
        let hours = self.hours(item);
        self.load[worker] += hours;
        self.count[worker] += 1;
        *self
            .in_area
            .entry((worker, self.items[item].area))
            .or_default() += 1;
        self.share[item] = Some(worker);
    }

    pub fn take(&mut self, item: usize) {
        if let Some(worker) = self.share[item].take() {
            let hours = self.hours(item);
            self.load[worker] -= hours;
            self.count[worker] -= 1;
            *self
                .in_area
                .entry((worker, self.items[item].area))
                .or_default() -= 1;
        }
    }

    pub fn hours(&self, item: usize) -> Hours {
        self.items[item].hours.unwrap_or_default()
    }

    fn at_home(&self, worker: usize, item: usize) -> usize {
        self.in_area
            .get(&(worker, self.items[item].area))
            .copied()
            .unwrap_or_default()
    }

    fn has_room(&self, worker: usize, load: Hours) -> bool {
        self.workers[worker].hours.is_none_or(|hours| load <= hours)
    }

    /// Compares how busy two loads make two workers.
    fn busier(&self, (one, load): (usize, Hours), (other, other_load): (usize, Hours)) -> Ordering {
        let scaled = |load: Hours, weight: u64| u128::from(load.thousandths()) * u128::from(weight);
        scaled(load, self.weights[other]).cmp(&scaled(other_load, self.weights[one]))
    }

    pub fn least_busy_with(&self, item: usize) -> Option<usize> {
        let with = |worker: usize| (worker, self.load[worker] + self.hours(item));
        let fitting = self.items[item]
            .candidates
            .iter()
            .copied()
            .filter(|&worker| self.has_room(worker, with(worker).1));
        fitting.min_by(|&one, &other| {
            let home = |worker| self.at_home(worker, item) > 0;
            self.busier(with(one), with(other))
                .then_with(|| home(other).cmp(&home(one)))
                .then_with(|| self.count[one].cmp(&self.count[other]))
        })
    }

    pub fn most_at_home(&self, item: usize) -> Option<usize> {
        let Item {
            candidates, named, ..
        } = self.items[item];
        let candidates = match named {
            0 => candidates,
            named => &candidates[..named],
        };
        let key = |worker: usize| {
            let at_home = self.at_home(worker, item).min(1);
            (std::cmp::Reverse(at_home), self.count[worker])
        };
        candidates.iter().copied().min_by_key(|&worker| key(worker))
    }

    /// Moves and swaps tasks of the busiest as long as that makes the busiest of the two less busy.
    pub fn improve(&mut self) {
        let free: Vec<usize> = (0..self.items.len())
            .filter(|&item| {
                self.items[item].candidates.len() > 1
                    && self.items[item].hours.is_some()
                    && self.share[item].is_some()
            })
            .collect();
        if free.len() > IMPROVE_UP_TO {
            return;
        }
        // Each step makes the busier of two people less busy, so there is an end; the bound only keeps it near.
        for _ in 0..free.len() {
            let mut movers: Vec<usize> = free.iter().filter_map(|&item| self.share[item]).collect();
            movers.sort_unstable();
            movers.dedup();
            movers.sort_by(|&a, &b| self.busier((b, self.load[b]), (a, self.load[a])));
            let Some((step, worker)) = movers
                .into_iter()
                .find_map(|worker| Some((self.relief(worker, &free)?, worker)))
            else {
                break;
            };
            self.take(step.item);
            if let Some(back) = step.back {
                self.take(back);
                self.give(back, worker);
            }
            self.give(step.item, step.other);
        }
    }

    /// The move or swap that helps a worker most, if one helps.
    fn relief(&self, worker: usize, free: &[usize]) -> Option<Step> {
        let now = (worker, self.load[worker]);
        let mut best: Option<((usize, Hours), Step)> = None;
        for &item in free
            .iter()
            .filter(|&&item| self.share[item] == Some(worker))
        {
            for step in self.ways_out(worker, item, free) {
                let back = step.back.map_or(Hours::ZERO, |back| self.hours(back));
                let here = (worker, self.load[worker] - self.hours(item) + back);
                let there = (step.other, self.load[step.other] + self.hours(item) - back);
                let worse = if self.busier(here, there).is_ge() {
                    here
                } else {
                    there
                };
                let helps = self.has_room(there.0, there.1) && self.busier(worse, now).is_lt();
                if helps
                    && best
                        .as_ref()
                        .is_none_or(|(least, _)| self.busier(worse, *least).is_lt())
                {
                    best = Some((worse, step));
                }
            }
        }
        best.map(|(_, step)| step)
    }

    /// Giving an item to somebody else, alone or for a shorter one.
    fn ways_out(&self, worker: usize, item: usize, free: &[usize]) -> impl Iterator<Item = Step> {
        let others = self.items[item]
            .candidates
            .iter()
            .filter(move |&&other| other != worker);
        let moves = others.map(move |&other| Step {
            item,
            other,
            back: None,
        });
        let swaps = free.iter().filter_map(move |&back| {
            let other = self.share[back].filter(|&other| other != worker)?;
            let allowed = self.items[item].candidates.contains(&other)
                && self.items[back].candidates.contains(&worker);
            (allowed && self.hours(back) < self.hours(item)).then_some(Step {
                item,
                other,
                back: Some(back),
            })
        });
        moves.chain(swaps)
    }
}

/// A task that leaves the busiest, and the one that comes back for it.
struct Step {
    item: usize,
    other: usize,
    back: Option<usize>,
}
