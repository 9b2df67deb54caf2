//! A search through the ways to share out a few tasks: what is left undone counts first, then how busy the busiest is,
//! then how often an area is split.
//!
//! Workers who share no task are searched apart. The search begins with what there is and stops after a fixed number
//! of steps, so it can only make things better, and always takes the same way.

use super::table::Table;
use crate::model::{AreaIx, Hours};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// More tasks than this are not searched.
const MOST_ITEMS: usize = 40;
/// Steps for one group of workers; a step takes about a tenth of a microsecond.
const MOST_STEPS: usize = 20_000;

/// Puts the best that the search finds into the table.
pub fn better(table: &mut Table) {
    for (workers, items) in groups(table) {
        let has_choice = items
            .iter()
            .any(|&item| table.items[item].candidates.len() > 1);
        let leaves_out = items.iter().any(|&item| table.share[item].is_none());
        if items.len() > MOST_ITEMS || !(has_choice || leaves_out) {
            continue;
        }
        let found = Search::new(table, workers, items).run();
        let Some(found) = found else { continue };
        for &(item, _) in &found {
            table.take(item);
        }
        for (item, worker) in found {
            if let Some(worker) = worker {
                table.give(item, worker);
            }
        }
    }
}

/// Workers who may take the same tasks, directly or by way of others, with those tasks, the longest first.
fn groups(table: &Table) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut group: Vec<usize> = (0..table.workers.len()).collect();
    let timed: Vec<usize> = (0..table.items.len())
        .filter(|&item| {
            table.items[item].hours.is_some() && !table.items[item].candidates.is_empty()
        })
        .collect();
    for &item in &timed {
        let candidates = table.items[item].candidates;
        let first = root(&group, candidates[0]);
        for &other in &candidates[1..] {
            let other = root(&group, other);
            group[other.max(first)] = other.min(first);
        }
    }
    let mut groups: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for worker in 0..group.len() {
        groups
            .entry(root(&group, worker))
            .or_default()
            .0
            .push(worker);
    }
    for item in timed {
        let place = root(&group, table.items[item].candidates[0]);
        groups.entry(place).or_default().1.push(item);
    }
    for (_, items) in groups.values_mut() {
        items.sort_by_key(|&item| (!table.items[item].core, Reverse(table.items[item].hours)));
    }
    groups.into_values().collect()
}

fn root(group: &[usize], mut worker: usize) -> usize {
    while group[worker] != worker {
        worker = group[worker];
    }
    worker
}

/// What a way of sharing costs; less is better, the first field counts most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    core_left: Hours,
    other_left: Hours,
    /// How busy everybody is, in millionths of their hours, the busiest first.
    busy: Vec<u64>,
    /// In how many hands areas are, over all areas.
    split: usize,
}

struct Search<'t, 'i> {
    table: &'t Table<'i>,
    workers: Vec<usize>,
    items: Vec<usize>,
    load: Vec<Hours>,
    choice: Vec<Option<usize>>,
    left: [Hours; 2],
    best: Cost,
    found: Option<Vec<Option<usize>>>,
    steps: usize,
}

impl<'t, 'i> Search<'t, 'i> {
    fn new(table: &'t Table<'i>, workers: Vec<usize>, items: Vec<usize>) -> Self {
        let choice: Vec<Option<usize>> = items.iter().map(|&item| table.share[item]).collect();
        let mut search = Self {
            table,
            workers,
            items,
            load: vec![Hours::ZERO; table.workers.len()],
            choice,
            left: [Hours::ZERO; 2],
            best: Cost {
                core_left: Hours::ZERO,
                other_left: Hours::ZERO,
                busy: Vec::new(),
                split: 0,
            },
            found: None,
            steps: 0,
        };
        for place in 0..search.items.len() {
            search.put(place, search.choice[place]);
        }
        search.best = search.cost();
        search.load.fill(Hours::ZERO);
        search.left = [Hours::ZERO; 2];
        search
    }

    /// The items with their workers, if that is better than what there was.
    fn run(mut self) -> Option<Vec<(usize, Option<usize>)>> {
        self.descend(0);
        let found = self.found?;
        Some(self.items.into_iter().zip(found).collect())
    }

    fn descend(&mut self, place: usize) {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.is_hopeless() {
            return;
        }
        if place == self.items.len() {
            let cost = self.cost();
            if cost < self.best {
                self.best = cost;
                self.found = Some(self.choice.clone());
            }
            return;
        }
        for worker in self.choices(place) {
            self.put(place, worker);
            self.descend(place + 1);
            self.take_back(place, worker);
        }
    }

    /// Who could take an item, the least busy first; and nobody, where somebody has too few hours.
    fn choices(&self, place: usize) -> Vec<Option<usize>> {
        let item = &self.table.items[self.items[place]];
        let hours = item.hours.unwrap_or_default();
        let fits = |worker: &usize| {
            let limit = self.table.workers[*worker].hours;
            limit.is_none_or(|limit| self.load[*worker] + hours <= limit)
        };
        let mut workers: Vec<usize> = item.candidates.iter().copied().filter(fits).collect();
        workers.sort_by_key(|&worker| self.busy(worker, self.load[worker] + hours));
        let is_limited = item
            .candidates
            .iter()
            .any(|&worker| self.table.workers[worker].hours.is_some());
        let nobody = (is_limited || workers.is_empty()).then_some(None);
        workers.into_iter().map(Some).chain(nobody).collect()
    }

    fn put(&mut self, place: usize, worker: Option<usize>) {
        let item = &self.table.items[self.items[place]];
        let hours = item.hours.unwrap_or_default();
        match worker {
            Some(worker) => self.load[worker] += hours,
            None => self.left[usize::from(!item.core)] += hours,
        }
        self.choice[place] = worker;
    }

    fn take_back(&mut self, place: usize, worker: Option<usize>) {
        let item = &self.table.items[self.items[place]];
        let hours = item.hours.unwrap_or_default();
        match worker {
            Some(worker) => self.load[worker] -= hours,
            None => self.left[usize::from(!item.core)] -= hours,
        }
    }

    /// Whether nothing better than the best can come of what is chosen so far.
    fn is_hopeless(&self) -> bool {
        let busiest = self
            .workers
            .iter()
            .map(|&worker| self.busy(worker, self.load[worker]))
            .max();
        let so_far = (self.left[0], self.left[1], busiest.unwrap_or_default());
        let best = (
            self.best.core_left,
            self.best.other_left,
            self.best.busy.first().copied().unwrap_or_default(),
        );
        so_far > best
    }

    fn busy(&self, worker: usize, load: Hours) -> u64 {
        load.thousandths().saturating_mul(1_000_000) / self.table.weights[worker].max(1)
    }

    fn cost(&self) -> Cost {
        let mut busy: Vec<u64> = self
            .workers
            .iter()
            .map(|&worker| self.busy(worker, self.load[worker]))
            .collect();
        busy.sort_unstable_by_key(|&busy| Reverse(busy));
        let hands: BTreeSet<(Option<AreaIx>, usize)> = self
            .items
            .iter()
            .zip(&self.choice)
            .filter_map(|(&item, worker)| Some((self.table.items[item].area, (*worker)?)))
            .collect();
        Cost {
            core_left: self.left[0],
            other_left: self.left[1],
            busy,
            split: hands.len(),
        }
    }
}
