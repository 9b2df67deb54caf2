//! Moves tasks of the busiest, and swaps them for shorter ones, as long as that makes the busiest of the two less busy.
//! Exchanges tasks of the same length so that an area is in fewer hands: nobody gets busier by that.

use super::table::{Busy, Table};
use crate::model::Hours;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many moves and swaps are weighed at most: a few milliseconds. Each step helps, so stopping early is no harm.
const MOST_WEIGHED: usize = 100_000;
/// So many pairs are looked at, at most.
const MOST_PAIRS: usize = 30_000;

/// A task that leaves somebody busy, and the one that comes back for it.
struct Step {
    item: usize,
    other: usize,
    back: Option<usize>,
}

pub fn improve(table: &mut Table, items: &[usize]) {
    let mut weighed = 0;
    let mut tasks_of: Vec<Vec<usize>> = vec![Vec::new(); table.limits.len()];
    for &item in items {
        if let Some(doer) = table.doer(item).filter(|_| table.items[item].candidates.len() > 1) {
            tasks_of[doer].push(item);
        }
    }
    loop {
        let mut movers: Vec<usize> = (0..tasks_of.len()).collect();
        movers.retain(|&doer| !tasks_of[doer].is_empty());
        movers.sort_by_key(|&doer| Reverse(table.busy(doer, table.burden[doer])));
        let relieved = movers
            .into_iter()
            .find_map(|doer| Some((relief(table, doer, &tasks_of, &mut weighed)?, doer)));
        let Some((Step { item, other, back }, doer)) = relieved else { return };
        let mut hand_over = |item: usize, from: usize, to: usize| {
            table.take(item);
            table.give_whole(item, to);
            tasks_of[from].retain(|&other| other != item);
            tasks_of[to].push(item);
        };
        hand_over(item, doer, other);
        if let Some(back) = back {
            hand_over(back, other, doer);
        }
    }
}

/// The move or swap that helps a doer most, if one helps.
fn relief(
    table: &Table,
    doer: usize,
    tasks_of: &[Vec<usize>],
    weighed: &mut usize,
) -> Option<Step> {
    let now = table.busy(doer, table.burden[doer]);
    let mut best: Option<(Busy, Step)> = None;
    for &item in &tasks_of[doer] {
        let (hours, weight) = (table.hours(item), table.weight(item));
        for &other in table.items[item].candidates {
            if other == doer {
                continue;
            }
            if *weighed > MOST_WEIGHED {
                return None;
            }
            let mut weigh = |back: Option<usize>| {
                *weighed += 1;
                let (back_hours, back_weight) = back
                    .map_or_else(Default::default, |back| (table.hours(back), table.weight(back)));
                let there = table.burden[other] + weight - back_weight;
                let here = table.burden[doer] - weight + back_weight;
                let worse = table.busy(other, there).max(table.busy(doer, here));
                let least = best.as_ref().map_or(now, |(least, _)| *least);
                if worse < least
                    && table.has_room(other, table.load[other] + hours - back_hours)
                    && table.has_room(doer, table.load[doer] - hours + back_hours)
                {
                    best = Some((worse, Step { item, other, back }));
                }
            };
            weigh(None);
            for &back in &tasks_of[other] {
                let is_allowed = || table.items[back].candidates.binary_search(&doer).is_ok();
                if table.weight(back) < weight && is_allowed() {
                    weigh(Some(back));
                }
            }
        }
    }
    best.map(|(_, step)| step)
}

pub fn exchange(table: &mut Table, items: &[usize]) {
    let mut by_hours: BTreeMap<Option<Hours>, Vec<usize>> = BTreeMap::new();
    for &item in items {
        if table.doer(item).is_some() && table.items[item].candidates.len() > 1 {
            by_hours.entry(table.items[item].hours).or_default().push(item);
        }
    }
    let mut pairs = 0;
    loop {
        let mut helped = false;
        for equal in by_hours.values() {
            for (place, &one) in equal.iter().enumerate() {
                for &other in &equal[place + 1..] {
                    pairs += 1;
                    if pairs > MOST_PAIRS {
                        return;
                    }
                    helped |= try_exchange(table, one, other);
                }
            }
        }
        if !helped {
            return;
        }
    }
}

fn try_exchange(table: &mut Table, one: usize, other: usize) -> bool {
    let (Some(here), Some(there)) = (table.doer(one), table.doer(other)) else {
        return false;
    };
    let may = |item: usize, doer| {
        let candidates = table.items[item].candidates;
        candidates.binary_search(&doer).is_ok()
    };
    let same_area = table.items[one].area == table.items[other].area;
    if here == there || same_area || !may(one, there) || !may(other, here) {
        return false;
    }
    // A hand less where a task is the last of its area, a hand more where it is the first.
    let is_last = |doer, item| usize::from(table.at_home(doer, item) == 1);
    let is_first = |doer, item: usize| {
        usize::from(table.items[item].area.is_some() && table.at_home(doer, item) == 0)
    };
    let fewer = is_last(here, one) + is_last(there, other);
    let more = is_first(there, one) + is_first(here, other);
    let helps = fewer > more;
    if helps {
        table.take(one);
        table.take(other);
        table.give_whole(one, there);
        table.give_whole(other, here);
    }
    helps
}
