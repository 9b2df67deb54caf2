//! Who does which tasks so far, and how busy that makes them.

use crate::model::{AreaIx, Doers, Hours};
use std::cmp::Reverse;
use std::collections::HashMap;

/// A task to be given to somebody.
#[derive(Clone, Copy, Debug)]
pub(in crate::query) struct Item<'c> {
    /// Hours a week, where there is an estimate; those of each doer, if everybody does it.
    pub hours: Option<Hours>,
    /// Tasks of an area are kept together where that costs nothing.
    pub area: Option<AreaIx>,
    pub doers: Doers,
    /// Who may do it, in order.
    pub candidates: &'c [usize],
    /// Whether it goes to its one candidate even beyond their hours.
    pub pinned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::query) struct Part {
    pub doer: usize,
    /// Hours a week, where there is an estimate.
    pub hours: Option<Hours>,
}

/// How busy somebody is: what they do relative to the hours that they have, as a whole number that compares exactly.
pub type Busy = u128;

/// Above this, the common measure of all hours is not exact any more, but as good as.
const FINEST: u128 = 1_000_000_000_000_000_000_000_000_000;

/// Tasks and those who may do them, and who does what so far.
#[derive(Clone)]
pub(in crate::query) struct Table<'i> {
    pub items: &'i [Item<'i>],
    /// The hours of everybody; without, there is no limit.
    pub limits: &'i [Option<Hours>],
    /// What a thousandth of an hour weighs for each of them, in a measure that is common to all.
    weights: Vec<u128>,
    /// What a task without an estimate weighs: the mean of the others, or an hour.
    pub usual: Hours,
    /// The hours of everybody's tasks.
    pub load: Vec<Hours>,
    /// The same with what tasks without an estimate weigh.
    pub burden: Vec<Hours>,
    in_area: HashMap<(usize, AreaIx), usize>,
    pub parts: Vec<Vec<Part>>,
    /// Whether a task is among people whose hours do not suffice for all of theirs, so that the order of need decided.
    pub is_short: Vec<bool>,
}

impl<'i> Table<'i> {
    pub fn new(items: &'i [Item<'i>], limits: &'i [Option<Hours>]) -> Self {
        let usual = Hours::average(items.iter().map(|item| item.hours));
        Self {
            items,
            limits,
            weights: weights(limits),
            usual: usual.unwrap_or(Hours::ONE),
            load: vec![Hours::ZERO; limits.len()],
            burden: vec![Hours::ZERO; limits.len()],
            in_area: HashMap::new(),
            parts: vec![Vec::new(); items.len()],
            is_short: vec![false; items.len()],
        }
    }

    /// Gives a task, or so many hours of it, to somebody.
    pub fn give(&mut self, item: usize, doer: usize, hours: Option<Hours>) {
        self.load[doer] += hours.unwrap_or_default();
        self.burden[doer] += hours.unwrap_or(self.usual);
        if let Some(area) = self.items[item].area {
            *self.in_area.entry((doer, area)).or_default() += 1;
        }
        self.parts[item].push(Part { doer, hours });
    }

    pub fn give_whole(&mut self, item: usize, doer: usize) {
        self.give(item, doer, self.items[item].hours);
    }

    /// Takes a task back from everybody.
    pub fn take(&mut self, item: usize) -> Vec<Part> {
        let parts = std::mem::take(&mut self.parts[item]);
        for part in &parts {
            self.load[part.doer] -= part.hours.unwrap_or_default();
            self.burden[part.doer] -= part.hours.unwrap_or(self.usual);
            if let Some(area) = self.items[item].area
                && let Some(count) = self.in_area.get_mut(&(part.doer, area))
            {
                *count -= 1;
            }
        }
        parts
    }

    /// The one who does a task of which nobody else does anything.
    pub fn doer(&self, item: usize) -> Option<usize> {
        self.parts[item].first().map(|part| part.doer)
    }

    /// The hours of a task; none where there is no estimate.
    pub fn hours(&self, item: usize) -> Hours {
        self.items[item].hours.unwrap_or_default()
    }

    /// What a task weighs when loads are compared.
    pub fn weight(&self, item: usize) -> Hours {
        self.items[item].hours.unwrap_or(self.usual)
    }

    /// The hours of a task that nobody does; of each of its candidates, if everybody should do it.
    pub fn missing(&self, item: usize) -> Hours {
        let Item { hours, doers, candidates, .. } = self.items[item];
        let wanted = hours.unwrap_or_default();
        let wanted: Hours = match doers {
            Doers::Each => candidates.iter().map(|_| wanted).sum(),
            Doers::One | Doers::Shared => wanted,
        };
        wanted - self.parts[item].iter().filter_map(|part| part.hours).sum()
    }

    /// Whether all of a task is done, by everybody who should.
    pub fn is_whole(&self, item: usize) -> bool {
        let Item { doers, candidates, .. } = self.items[item];
        let wanted = if doers == Doers::Each { candidates.len() } else { 1 };
        self.parts[item].len() >= wanted && self.missing(item) == Hours::ZERO
    }

    /// The hours that somebody has left; `None` without a limit.
    pub fn left(&self, doer: usize) -> Option<Hours> {
        self.limits[doer].map(|limit| limit - self.load[doer])
    }

    /// How many tasks of an item's area somebody has. A task without an area is no one's neighbour.
    pub fn at_home(&self, doer: usize, item: usize) -> usize {
        let area = self.items[item].area;
        area.and_then(|area| self.in_area.get(&(doer, area))).copied().unwrap_or_default()
    }

    pub fn has_room(&self, doer: usize, load: Hours) -> bool {
        self.limits[doer].is_none_or(|hours| load <= hours)
    }

    pub fn busy(&self, doer: usize, burden: Hours) -> Busy {
        u128::from(burden.thousandths()) * self.weights[doer]
    }

    /// Who of those with room for a task is least busy with it; then whoever has others of its area.
    pub fn freest(&self, item: usize, among: impl Iterator<Item = usize>) -> Option<usize> {
        let hours = self.hours(item);
        self.least_busy(item, among.filter(|&doer| self.has_room(doer, self.load[doer] + hours)))
    }

    /// The same whether or not they have room.
    pub fn least_busy(&self, item: usize, among: impl Iterator<Item = usize>) -> Option<usize> {
        let weight = self.weight(item);
        among.min_by(|&one, &other| {
            let busy = |doer: usize| self.busy(doer, self.burden[doer] + weight);
            // Looking areas up is costly, and seldom decides.
            let stranger = |doer: usize| Reverse(self.at_home(doer, item) > 0);
            busy(one).cmp(&busy(other)).then_with(|| stranger(one).cmp(&stranger(other)))
        })
    }
}

/// Loads times weights compare as loads relative to hours. Whoever has no limit is measured against the average of the
/// others.
fn weights(limits: &[Option<Hours>]) -> Vec<u128> {
    let average = Hours::average(limits.iter().copied());
    let hours = |limit: &Option<Hours>| {
        let hours = limit.or(average);
        hours.map_or(1, |hours| u128::from(hours.thousandths()).max(1))
    };
    let multiple = |one: u128, other: u128| one / greatest_common_divisor(one, other) * other;
    let fold = limits.iter().map(hours).try_fold(1, |all, hours| {
        Some(multiple(all, hours)).filter(|multiple| *multiple <= FINEST)
    });
    let common = fold.unwrap_or(FINEST);
    limits.iter().map(|worker| common / hours(worker)).collect()
}

fn greatest_common_divisor(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}
