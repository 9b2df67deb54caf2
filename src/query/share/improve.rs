//! Moves tasks of the busiest, and swaps them for shorter ones, as long as that makes the busiest of the two less busy.

use super::table::{Busy, Table};
use crate::model::Hours;
use std::cmp::Reverse;

/// So many moves and swaps are weighed at most: a few milliseconds. Each step helps, so stopping early is no harm.
const MOST_WEIGHED: usize = 100_000;

/// A task that leaves somebody busy, and the one that comes back for it.
struct Step {
    item: usize,
    other: usize,
    back: Option<usize>,
}

/// Improves how the given tasks are shared.
pub fn improve(table: &mut Table, items: &[usize]) {
    let mut weighed = 0;
    let has_choice = |item: &&usize| {
        table.items[**item].candidates.all.len() > 1 && table.share[**item].is_some()
    };
    let free: Vec<usize> = items.iter().filter(has_choice).copied().collect();
    let mut of_worker: Vec<Vec<usize>> = vec![Vec::new(); table.workers.len()];
    for &item in &free {
        if let Some(worker) = table.share[item] {
            of_worker[worker].push(item);
        }
    }
    loop {
        let mut movers: Vec<usize> = (0..of_worker.len()).collect();
        movers.retain(|&worker| !of_worker[worker].is_empty());
        movers.sort_by_key(|&worker| Reverse(table.busy(worker, table.load(worker))));
        let relieved = movers
            .into_iter()
            .find_map(|worker| Some((relief(table, worker, &of_worker, &mut weighed)?, worker)));
        let Some((step, worker)) = relieved else {
            return;
        };
        table.take(step.item);
        of_worker[worker].retain(|&item| item != step.item);
        if let Some(back) = step.back {
            table.take(back);
            of_worker[step.other].retain(|&item| item != back);
            table.give(back, worker);
            of_worker[worker].push(back);
        }
        table.give(step.item, step.other);
        of_worker[step.other].push(step.item);
    }
}

/// The move or swap that helps a worker most, if one helps.
fn relief(
    table: &Table,
    worker: usize,
    of_worker: &[Vec<usize>],
    weighed: &mut usize,
) -> Option<Step> {
    let now = table.busy(worker, table.load(worker));
    let mut best: Option<(Busy, Step)> = None;
    for &item in &of_worker[worker] {
        let hours = table.hours(item);
        for &other in table.items[item].candidates.all {
            if other == worker {
                continue;
            }
            if *weighed > MOST_WEIGHED {
                return None;
            }
            let mut weigh = |back: Option<usize>| {
                *weighed += 1;
                let back_hours = back.map_or(Hours::ZERO, |back| table.hours(back));
                let there = table.load(other) + hours - back_hours;
                let here = table.load(worker) - hours + back_hours;
                let worse = table.busy(other, there).max(table.busy(worker, here));
                let least = best.as_ref().map_or(now, |(least, _)| *least);
                if worse < least && table.has_room(other, there) {
                    best = Some((worse, Step { item, other, back }));
                }
            };
            weigh(None);
            for &back in &of_worker[other] {
                let is_allowed = || table.items[back].candidates.all.binary_search(&worker).is_ok();
                if table.hours(back) < hours && is_allowed() {
                    weigh(Some(back));
                }
            }
        }
    }
    best.map(|(_, step)| step)
}
