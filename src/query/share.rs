//! Shares tasks among people so that the busiest has as little as possible, relative to their hours.
//!
//! Longest first to whoever is least busy afterwards, then moves and swaps as long as the busiest gets less. Core tasks
//! are shared out before supplemental ones. A task without an estimate takes no time that we know of: it always fits,
//! and goes where its area already is. Equal choices fall to the first in order, so the outcome repeats itself.

use crate::model::{AreaIx, Hours};
use std::cmp::Ordering;
use std::collections::HashMap;

/// A task to be shared out.
#[derive(Debug)]
pub(super) struct Item<'c> {
    /// Hours a week, where there is an estimate.
    pub hours: Option<Hours>,
    /// Core before supplemental.
    pub core: bool,
    /// Tasks of an area are kept together where that costs nothing.
    pub area: Option<AreaIx>,
    /// Who may do it, in order.
    pub candidates: &'c [usize],
}

/// Somebody who takes tasks.
#[derive(Debug)]
pub(super) struct Worker {
    /// Hours a week that they have; without, there is no limit.
    pub hours: Option<Hours>,
}

/// Above this many tasks with a choice, moves and swaps are left out: longest-first alone is close, and they are not
/// linear.
const IMPROVE_UP_TO: usize = 400;

/// The worker of each item, or `None` where nobody has the time (or nobody may do it).
pub(super) fn share(items: &[Item], workers: &[Worker]) -> Vec<Option<usize>> {
    let mut table = Table::new(items, workers);
    for core in [true, false] {
        let mut timed: Vec<usize> = (0..items.len())
            .filter(|&item| items[item].core == core && items[item].hours.is_some())
            .collect();
        timed.sort_by_key(|&item| std::cmp::Reverse(items[item].hours));
        for item in timed {
            if let Some(worker) = table.least_busy_with(item) {
                table.give(item, worker);
            }
        }
        table.improve();
    }
    for item in (0..items.len()).filter(|&item| items[item].hours.is_none()) {
        if let Some(worker) = table.most_at_home(item) {
            table.give(item, worker);
        }
    }
    table.share
}

struct Table<'i> {
    items: &'i [Item<'i>],
    workers: &'i [Worker],
    /// What a worker's load is measured against: their hours, or the average of those who have any.
    weights: Vec<u64>,
    load: Vec<Hours>,
    count: Vec<usize>,
    in_area: HashMap<(usize, Option<AreaIx>), usize>,
    share: Vec<Option<usize>>,
}

impl<'i> Table<'i> {
    fn new(items: &'i [Item<'i>], workers: &'i [Worker]) -> Self {
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

    fn give(&mut self, item: usize, worker: usize) {
        let hours = self.hours(item);
        self.load[worker] += hours;
        self.count[worker] += 1;
        *self
            .in_area
            .entry((worker, self.items[item].area))
            .or_default() += 1;
        self.share[item] = Some(worker);
    }

    fn take(&mut self, item: usize) {
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

    fn hours(&self, item: usize) -> Hours {
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

    fn least_busy_with(&self, item: usize) -> Option<usize> {
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

    fn most_at_home(&self, item: usize) -> Option<usize> {
        let key = |worker: usize| {
            (
                std::cmp::Reverse(self.at_home(worker, item).min(1)),
                self.count[worker],
            )
        };
        self.items[item]
            .candidates
            .iter()
            .copied()
            .min_by_key(|&worker| key(worker))
    }

    /// Moves and swaps tasks of the busiest as long as that makes the busiest of the two less busy.
    fn improve(&mut self) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(written: &str) -> Option<Hours> {
        Hours::parse(written).ok()
    }

    /// The loads that tasks of these hours make for workers with these hours ("-" for no limit).
    fn check(tasks: &[&str], workers: &[&str], loads: &[&str], unfit: usize) {
        let everybody: Vec<usize> = (0..workers.len()).collect();
        let items: Vec<Item> = tasks
            .iter()
            .map(|task| Item {
                hours: hours(task),
                core: true,
                area: None,
                candidates: &everybody,
            })
            .collect();
        let workers: Vec<Worker> = workers
            .iter()
            .map(|written| Worker {
                hours: hours(written),
            })
            .collect();
        let shares = share(&items, &workers);
        let load = |worker| {
            items
                .iter()
                .zip(&shares)
                .filter(|(_, share)| **share == Some(worker))
                .filter_map(|(item, _)| item.hours)
                .sum::<Hours>()
        };
        let found: Vec<String> = (0..workers.len())
            .map(|worker| load(worker).to_string())
            .collect();
        assert_eq!(found, loads);
        assert_eq!(shares.iter().filter(|share| share.is_none()).count(), unfit);
    }

    #[test]
    fn the_busiest_has_as_little_as_possible() {
        check(&["4", "3", "2.5", "2.5"], &["-", "-"], &["6.5", "5.5"], 0);
        // Longest first alone gives 7 and 5.
        check(&["3", "3", "2", "2", "2"], &["-", "-"], &["6.0", "6.0"], 0);
        check(&["1", "1", "1"], &["-"], &["3.0"], 0);
    }

    #[test]
    fn loads_are_relative_to_hours() {
        check(&["2", "2", "2"], &["20", "10"], &["4.0", "2.0"], 0);
        check(&["2", "2", "2", "2"], &["20", "-"], &["4.0", "4.0"], 0);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        check(&["4", "3", "2.5"], &["5"], &["4.0"], 2);
        check(&["4", "3", "1"], &["5"], &["5.0"], 1);
        check(&["4"], &[], &[], 1);
    }

    #[test]
    fn core_comes_before_supplemental_and_areas_stay_together() {
        let area = |number| Some(AreaIx::at(number));
        let one = [0];
        let item = |written, core| Item {
            hours: hours(written),
            core,
            area: None,
            candidates: &one,
        };
        assert_eq!(
            share(
                &[item("4", false), item("2", true)],
                &[Worker { hours: hours("5") }]
            ),
            [None, Some(0)]
        );
        let two = [0, 1];
        let item = |written, number| Item {
            hours: hours(written),
            core: true,
            area: area(number),
            candidates: &two,
        };
        let items = [
            item("2", 0),
            item("2", 1),
            item("-", 1),
            item("-", 0),
            item("-", 1),
        ];
        let shares = share(&items, &[Worker { hours: None }, Worker { hours: None }]);
        assert_eq!(shares, [Some(0), Some(1), Some(1), Some(0), Some(1)]);
    }
}
