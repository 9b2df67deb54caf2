//! A search through the ways to share out a few tasks: hours that nobody has counts first, then how busy the busiest is,
//! then the next, then how often an area is split.
//!
//! The search begins with what there is and stops after a fixed number of steps, so it can only make things better, and
//! always takes the same way.

use super::table::{Busy, Table};
use crate::model::{AreaIx, Hours};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::{AddAssign, SubAssign};

/// More tasks than this are not searched.
const MOST_ITEMS: usize = 40;
/// Steps for one group of people, times the number of these: each step looks at all of them.
const MOST_LOOKS: usize = 200_000;

/// Puts the best that the search finds into the table. The tasks are those that one person does, the longest first.
pub fn better(table: &mut Table, people: &[usize], items: &[usize]) {
    let left_out = items.iter().filter(|&&item| table.parts[item].is_empty());
    let left: Hours = left_out.map(|&item| table.weight(item)).sum();
    let has_choice = people.len() > 1 || left > Hours::ZERO;
    if items.len() > MOST_ITEMS || !has_choice {
        return;
    }
    let mut search = Search {
        table,
        people,
        items,
        load: table.load.clone(),
        burden: table.burden.clone(),
        choice: items.iter().map(|&item| table.doer(item)).collect(),
        left,
        best: Cost::default(),
        found: None,
        steps: 0,
    };
    search.best = search.cost();
    // What is pinned, or done by several, stays.
    (0..items.len()).for_each(|place| search.count(place, Hours::sub_assign));
    search.descend(0);
    for (&item, doer) in items.iter().zip(search.found.into_iter().flatten()) {
        table.take(item);
        if let Some(doer) = doer {
            table.give_whole(item, doer);
        }
    }
}

/// What a way of sharing costs; less is better, the first field counts most.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// The hours that nobody has time for.
    left: Hours,
    /// How busy everybody is, the busiest first.
    busy: Vec<Busy>,
    /// In how many hands areas are, over all areas.
    hands: usize,
}

struct Search<'t, 'i, 'g> {
    table: &'t Table<'i>,
    people: &'g [usize],
    items: &'g [usize],
    load: Vec<Hours>,
    burden: Vec<Hours>,
    choice: Vec<Option<usize>>,
    left: Hours,
    best: Cost,
    /// The doer of each task, if that is better than what there was.
    found: Option<Vec<Option<usize>>>,
    steps: usize,
}

impl Search<'_, '_, '_> {
    fn descend(&mut self, place: usize) {
        self.steps += 1;
        if self.steps * self.people.len() > MOST_LOOKS || self.is_hopeless() {
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
        for doer in self.choices(place) {
            self.choice[place] = doer;
            self.count(place, Hours::add_assign);
            self.descend(place + 1);
            self.count(place, Hours::sub_assign);
        }
    }

    /// Who could take a task, the least busy first; and nobody, where somebody has too few hours.
    fn choices(&self, place: usize) -> Vec<Option<usize>> {
        let item = self.items[place];
        let (hours, weight) = (self.table.hours(item), self.table.weight(item));
        let candidates = self.table.items[item].candidates;
        let fits = |doer: &usize| self.table.has_room(*doer, self.load[*doer] + hours);
        let mut doers: Vec<usize> = candidates.iter().copied().filter(fits).collect();
        doers.sort_by_key(|&doer| self.table.busy(doer, self.burden[doer] + weight));
        let has_limit = |&doer: &usize| self.table.limits[doer].is_some();
        let nobody = (doers.is_empty() || candidates.iter().any(has_limit)).then_some(None);
        doers.into_iter().map(Some).chain(nobody).collect()
    }

    /// Adds a task to what its doer does, or takes it away from that.
    fn count(&mut self, place: usize, change: impl Fn(&mut Hours, Hours)) {
        let item = self.items[place];
        match self.choice[place] {
            Some(doer) => {
                change(&mut self.load[doer], self.table.hours(item));
                change(&mut self.burden[doer], self.table.weight(item));
            }
            None => change(&mut self.left, self.table.weight(item)),
        }
    }

    /// Whether nothing better than the best can come of what is chosen so far.
    fn is_hopeless(&self) -> bool {
        let busiest = self.busy().max();
        let best = self.best.busy.first().copied();
        (self.left, busiest) > (self.best.left, best)
    }

    fn busy(&self) -> impl Iterator<Item = Busy> {
        let people = self.people.iter();
        people.map(|&doer| self.table.busy(doer, self.burden[doer]))
    }

    fn cost(&self) -> Cost {
        let mut busy: Vec<Busy> = self.busy().collect();
        busy.sort_unstable_by_key(|&busy| Reverse(busy));
        let shares = self.items.iter().zip(&self.choice);
        let hands: BTreeSet<(AreaIx, usize)> = shares
            .filter_map(|(&item, doer)| Some((self.table.items[item].area?, (*doer)?)))
            .collect();
        Cost { left: self.left, busy, hands: hands.len() }
    }
}
