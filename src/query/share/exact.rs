//! Compares every way to share a few tasks: set by set, worker by worker, so that the outcome is the best there is.
//!
//! For the first workers and every set of tasks, the best way for those workers to do exactly that set is kept; the
//! next worker may add any set to any of these. That is exact because of what a way costs: how busy everybody is, the
//! busiest first, keeps its order when the same number is added to both sides, and so do the hands that areas are in.

use super::groups::Group;
use super::table::{Busy, Item, Table};
use crate::model::{AreaIx, Hours};
use std::cmp::Ordering;

/// So many steps are taken at most: twelve tasks among four people need 1.6 million, about fifteen milliseconds.
const MOST_STEPS: u64 = 2_000_000;

/// With more workers than this, keeping how busy everybody is takes too much memory.
const MOST_WORKERS: usize = 16;

/// More tasks than this are too many sets, even for one worker.
const MOST_TASKS: usize = 12;

/// A set of tasks; the first task of the group is its lowest bit.
type Set = usize;

/// Shares a group out in the best way and says so, or leaves it alone because it is too large.
pub fn share(table: &mut Table, group: &Group) -> bool {
    if let [only] = group.workers[..] {
        let all: Hours = group.items.iter().map(|&item| table.hours(item)).sum();
        if table.has_room(only, table.load(only) + all) {
            group.items.iter().for_each(|&item| table.give(item, only));
            return true;
        }
    }
    let is_small = steps(group).is_some_and(|steps| steps <= MOST_STEPS);
    if !is_small || group.workers.len() > MOST_WORKERS || group.items.len() > MOST_TASKS {
        return false;
    }
    for (item, worker) in Exact::new(table, group).best() {
        table.give(item, worker);
    }
    true
}

/// How many pairs of a set and a part of it there are, over all workers but the first.
fn steps(group: &Group) -> Option<u64> {
    let tasks = u32::try_from(group.items.len()).ok()?;
    let further = u64::try_from(group.workers.len() - 1).ok()?;
    let pairs = 3_u64.checked_pow(tasks)?.checked_mul(further)?;
    pairs.checked_add(2_u64.checked_pow(tasks)?)
}

/// What one worker would have to do with one set of tasks.
#[derive(Clone, Copy)]
struct Part {
    busy: Busy,
    /// Areas in which the worker has nothing else.
    hands: u32,
}

/// The best way for the first workers to do one set of tasks.
struct Way {
    /// How busy each of them is, the busiest first.
    busy: Vec<Busy>,
    hands: u32,
    /// What the last of them does.
    last: Set,
}

struct Exact<'t, 'i, 'g> {
    table: &'t Table<'i>,
    group: &'g Group,
}

impl<'t, 'i, 'g> Exact<'t, 'i, 'g> {
    fn new(table: &'t Table<'i>, group: &'g Group) -> Self {
        Self { table, group }
    }

    /// The tasks that are done, with their workers.
    fn best(&self) -> Vec<(usize, usize)> {
        let sets = 1 << self.group.items.len();
        let mut ways: Vec<Vec<Option<Way>>> = Vec::with_capacity(self.group.workers.len());
        for &worker in &self.group.workers {
            let parts = self.parts(worker);
            let layer = match ways.last() {
                None => parts.iter().enumerate().map(first).collect(),
                Some(before) => (0..sets).map(|set| best_way(before, &parts, set)).collect(),
            };
            ways.push(layer);
        }
        let mut set = self.best_set(&ways);
        let mut shares = Vec::new();
        for (layer, &worker) in ways.iter().zip(&self.group.workers).rev() {
            let part = layer[set].as_ref().map_or(0, |way| way.last);
            let items = self.group.items.iter().enumerate();
            let theirs = items.filter(|(bit, _)| part >> bit & 1 == 1);
            shares.extend(theirs.map(|(_, &item)| (item, worker)));
            set &= !part;
        }
        shares
    }

    /// The set of tasks that gets done: first as many core hours as possible, then other hours, then the best way.
    fn best_set(&self, ways: &[Vec<Option<Way>>]) -> Set {
        let last = ways.last().map(Vec::as_slice).unwrap_or_default();
        let done = last.iter().enumerate();
        let done = done.filter_map(|(set, way)| Some((set, way.as_ref()?)));
        let best = done.min_by(|(one, way), (other, other_way)| {
            let hours = self.left(*one).cmp(&self.left(*other));
            hours.then_with(|| (&way.busy, way.hands).cmp(&(&other_way.busy, other_way.hands)))
        });
        best.map_or(0, |(set, _)| set)
    }

    /// The hours of core and of other tasks that are not in a set.
    fn left(&self, set: Set) -> [Hours; 2] {
        let mut left = [Hours::ZERO; 2];
        for (bit, &item) in self.group.items.iter().enumerate() {
            if set >> bit & 1 == 0 {
                left[usize::from(!self.table.items[item].core)] += self.table.hours(item);
            }
        }
        left
    }

    /// What each set would mean for one worker; nothing where they may not do it or lack the hours.
    fn parts(&self, worker: usize) -> Vec<Option<Part>> {
        let items = &self.group.items;
        let mut areas: Vec<Option<AreaIx>> = Vec::new();
        // For each task its hours, and its area's bit unless the worker has that area already.
        let tasks: Vec<Option<(Hours, Set)>> = items
            .iter()
            .map(|&item| {
                let Item { area, candidates, .. } = self.table.items[item];
                let known = areas.iter().position(|&other| other == area);
                let bit = known.unwrap_or_else(|| {
                    areas.push(area);
                    areas.len() - 1
                });
                let is_new = usize::from(self.table.at_home(worker, item) == 0);
                let may = candidates.all.binary_search(&worker).is_ok();
                may.then(|| (self.table.hours(item), is_new << bit))
            })
            .collect();
        // Each set is a smaller set and its highest task.
        let mut sums: Vec<Option<(Hours, Set)>> = vec![Some((self.table.load(worker), 0))];
        for task in tasks {
            for smaller in 0..sums.len() {
                let sum = sums[smaller].zip(task);
                sums.push(sum.map(|((load, hands), (hours, area))| (load + hours, hands | area)));
            }
        }
        let part = |(set, sum): (Set, &Option<(Hours, Set)>)| {
            // Doing nothing always fits, even for somebody whose pinned tasks take more than their hours.
            let (load, hands) =
                sum.filter(|(load, _)| set == 0 || self.table.has_room(worker, *load))?;
            Some(Part { busy: self.table.busy(worker, load), hands: hands.count_ones() })
        };
        sums.iter().enumerate().map(part).collect()
    }
}

fn first((set, part): (Set, &Option<Part>)) -> Option<Way> {
    part.map(|part| Way { busy: vec![part.busy], hands: part.hands, last: set })
}

/// The best way for the workers before and one more to do a set.
fn best_way(before: &[Option<Way>], parts: &[Option<Part>], set: Set) -> Option<Way> {
    let mut best: Option<(&Way, Part, Set)> = None;
    let mut last = set;
    loop {
        if let (Some(part), Some(way)) = (parts[last], &before[set & !last]) {
            let is_better = best.is_none_or(|(least, with, _)| {
                let busy = compare((&way.busy, part.busy), (&least.busy, with.busy));
                let hands = (way.hands + part.hands).cmp(&(least.hands + with.hands));
                busy.then(hands).is_lt()
            });
            if is_better {
                best = Some((way, part, last));
            }
        }
        if last == 0 {
            break;
        }
        last = (last - 1) & set;
    }
    best.map(|(way, part, last)| {
        let mut busy = way.busy.clone();
        let place = busy.partition_point(|&other| other > part.busy);
        busy.insert(place, part.busy);
        Way { busy, hands: way.hands + part.hands, last }
    })
}

/// Compares two falling rows of numbers, each with one more number to be put into its place.
fn compare((one, more): (&[Busy], Busy), (other, other_more): (&[Busy], Busy)) -> Ordering {
    with(one, more).cmp(with(other, other_more))
}

fn with(falling: &[Busy], more: Busy) -> impl Iterator<Item = Busy> {
    let place = falling.partition_point(|&other| other > more);
    let (larger, smaller) = falling.split_at(place);
    let larger = larger.iter().copied();
    larger.chain([more]).chain(smaller.iter().copied())
}
