//! Shares tasks among people so that the busiest has as little as possible, relative to their hours.
//!
//! What counts, in this order: that core tasks get done, that supplemental ones do, that the busiest has little, then
//! the next busiest and so on, and that an area stays in few hands. Pinned tasks are given first, whatever the hours.
//! People who can take the same tasks are looked at together:
//!
//! - up to about twelve tasks among four people, every way of sharing is compared, so the outcome is the best one;
//! - beyond that, the longest task goes first to whoever is least busy afterwards, then tasks move and change places as
//!   long as the busiest gets less; up to forty tasks, a bounded search goes on from there.
//!
//! Somebody without a limit is measured against the average of the others. A task without an estimate takes no time that
//! we know of: it always fits, and goes to somebody who has time left, where its area already is. Equal choices fall to
//! the first in order, so the outcome repeats itself.
//!
//! Longest first has a bound of its own: where everybody may take every task and all fits, the busiest is above the
//! lower bound, all hours shared evenly, by less than the longest task (R. L. Graham, "Bounds on multiprocessing timing
//! anomalies", 1969; here relative to the hours of all).

mod exact;
mod groups;
mod improve;
mod search;
mod table;
#[cfg(test)]
mod tests;
mod together;

use std::cmp::Reverse;
use table::Table;

pub(super) use table::{Candidates, Item, Worker, average};

/// The worker of each item, or `None` where nobody has the time (or nobody may do it).
pub(super) fn share(items: &[Item], workers: &[Worker]) -> Vec<Option<usize>> {
    let mut table = Table::new(items, workers);
    for (number, item) in items.iter().enumerate() {
        if let (true, Some(&worker)) = (item.pinned, item.candidates.all.first()) {
            table.give(number, worker);
        }
    }
    for group in groups::groups(&table) {
        if !exact::share(&mut table, &group) {
            spread(&mut table, &group.items);
            search::better(&mut table, &group);
            together::exchange(&mut table, &group.items);
        }
    }
    for (number, item) in items.iter().enumerate() {
        if item.hours.is_none()
            && table.share[number].is_none()
            && let Some(worker) = table.most_at_home(number)
        {
            table.give(number, worker);
        }
    }
    table.share
}

/// Longest first, then moves and swaps; first the core tasks, then the others.
fn spread(table: &mut Table, items: &[usize]) {
    for core in [true, false] {
        let of_kind = |item: &&usize| table.items[**item].core == core;
        let mut longest_first: Vec<usize> = items.iter().filter(of_kind).copied().collect();
        longest_first.sort_by_key(|&item| Reverse(table.hours(item)));
        for item in longest_first {
            if let Some(worker) = table.least_busy_with(item) {
                table.give(item, worker);
            }
        }
        improve::improve(table, items);
    }
}
