//! A search through the ways to share out a few tasks: what is left undone counts first, then how busy the busiest is,
//! then how often an area is split.
//!
//! The search begins with what there is and stops after a fixed number of steps, so it can only make things better, and
//! always takes the same way.

use super::groups::Group;
use super::table::{Busy, Table};
use crate::model::{AreaIx, Hours};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// More tasks than this are not searched.
const MOST_ITEMS: usize = 40;
/// Steps for one group of workers, times the number of these: each step looks at all of them.
const MOST_LOOKS: usize = 200_000;

/// Puts the best that the search finds into the table.
pub fn better(table: &mut Table, group: &Group) {
    let is_left_out = |&item: &usize| table.share[item].is_none();
    let has_choice = group.workers.len() > 1 || group.items.iter().any(is_left_out);
    if group.items.len() > MOST_ITEMS || !has_choice {
        return;
    }
    let Some(found) = Search::new(table, group).run() else {
        return;
    };
    for &item in &group.items {
        table.take(item);
    }
    for (&item, worker) in group.items.iter().zip(found) {
        if let Some(worker) = worker {
            table.give(item, worker);
        }
    }
}

/// What a way of sharing costs; less is better, the first field counts most.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// The hours of core tasks, and of others, that nobody does.
    left: [Hours; 2],
    /// How busy everybody is, the busiest first.
    busy: Vec<Busy>,
    /// In how many hands areas are, over all areas.
    hands: usize,
}

struct Search<'t, 'i, 'g> {
    table: &'t Table<'i>,
    group: &'g Group,
    load: Vec<Hours>,
    choice: Vec<Option<usize>>,
    left: [Hours; 2],
    best: Cost,
    found: Option<Vec<Option<usize>>>,
    steps: usize,
}

impl<'t, 'i, 'g> Search<'t, 'i, 'g> {
    fn new(table: &'t Table<'i>, group: &'g Group) -> Self {
        let items = group.items.iter();
        let mut search = Self {
            table,
            group,
            load: (0..table.workers.len()).map(|worker| table.load(worker)).collect(),
            choice: items.map(|&item| table.share[item]).collect(),
            left: [Hours::ZERO; 2],
            best: Cost::default(),
            found: None,
            steps: 0,
        };
        for place in 0..group.items.len() {
            if search.choice[place].is_none() {
                search.put(place, None);
            }
        }
        search.best = search.cost();
        // What is pinned stays.
        for place in 0..group.items.len() {
            search.take_back(place, search.choice[place]);
        }
        search
    }

    /// The worker of each task, if that is better than what there was.
    fn run(mut self) -> Option<Vec<Option<usize>>> {
        self.descend(0);
        self.found
    }

    fn descend(&mut self, place: usize) {
        self.steps += 1;
        if self.steps * self.group.workers.len() > MOST_LOOKS || self.is_hopeless() {
            return;
        }
        if place == self.group.items.len() {
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

    /// Who could take a task, the least busy first; and nobody, where somebody has too few hours.
    fn choices(&self, place: usize) -> Vec<Option<usize>> {
        let item = self.group.items[place];
        let hours = self.table.hours(item);
        let candidates = self.table.items[item].candidates.all;
        let fits = |worker: &usize| self.table.has_room(*worker, self.load[*worker] + hours);
        let mut workers: Vec<usize> = candidates.iter().copied().filter(fits).collect();
        workers.sort_by_key(|&worker| self.table.busy(worker, self.load[worker] + hours));
        let has_limit = |&worker: &usize| self.table.workers[worker].hours.is_some();
        let nobody = (workers.is_empty() || candidates.iter().any(has_limit)).then_some(None);
        workers.into_iter().map(Some).chain(nobody).collect()
    }

    fn put(&mut self, place: usize, worker: Option<usize>) {
        let item = self.group.items[place];
        match worker {
            Some(worker) => self.load[worker] += self.table.hours(item),
            None => self.left[self.kind(item)] += self.table.hours(item),
        }
        self.choice[place] = worker;
    }

    fn take_back(&mut self, place: usize, worker: Option<usize>) {
        let item = self.group.items[place];
        match worker {
            Some(worker) => self.load[worker] -= self.table.hours(item),
            None => self.left[self.kind(item)] -= self.table.hours(item),
        }
    }

    fn kind(&self, item: usize) -> usize {
        usize::from(!self.table.items[item].core)
    }

    /// Whether nothing better than the best can come of what is chosen so far.
    fn is_hopeless(&self) -> bool {
        let busiest = self.busy().max();
        let best = self.best.busy.first().copied();
        (self.left, busiest) > (self.best.left, best)
    }

    /// How busy everybody is.
    fn busy(&self) -> impl Iterator<Item = Busy> {
        let workers = self.group.workers.iter();
        workers.map(|&worker| self.table.busy(worker, self.load[worker]))
    }

    fn cost(&self) -> Cost {
        let mut busy: Vec<Busy> = self.busy().collect();
        busy.sort_unstable_by_key(|&busy| Reverse(busy));
        let shares = self.group.items.iter().zip(&self.choice);
        let hands: BTreeSet<(Option<AreaIx>, usize)> = shares
            .filter_map(|(&item, worker)| Some((self.table.items[item].area, (*worker)?)))
            .collect();
        Cost { left: self.left, busy, hands: hands.len() }
    }
}
