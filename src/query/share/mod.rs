//! Shares tasks among people so that the busiest has as little as possible, relative to their hours.
//!
//! Longest first to whoever is least busy afterwards, then moves and swaps as long as the busiest gets less; where
//! there are few enough tasks, a search then looks at everything else. Core tasks come before supplemental ones, and
//! as many hours as possible get done. A task without an estimate takes no time that we know of: it always fits, and
//! goes where its area already is. Equal choices fall to the first in order, so the outcome repeats itself.

mod search;
mod table;

use crate::model::{AreaIx, Hours};
use table::Table;

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
    /// How many of them, from the first, were named for it; a task without an estimate goes to one of these.
    pub named: usize,
}

/// Somebody who takes tasks.
#[derive(Debug)]
pub(super) struct Worker {
    /// Hours a week that they have; without, there is no limit.
    pub hours: Option<Hours>,
}

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
    search::better(&mut table);
    for item in (0..items.len()).filter(|&item| items[item].hours.is_none()) {
        if let Some(worker) = table.most_at_home(item) {
            table.give(item, worker);
        }
    }
    table.into_share()
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
                named: 0,
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
        // Longest first alone takes 3 and leaves a gap of 2.
        check(&["3", "2.5", "2.5"], &["5"], &["5.0"], 1);
        // 4 + 3 + 2.5 and 2.5 + 2.5 + 1 is the only way to fit all.
        let tasks = ["4", "3", "2.5", "2.5", "2.5", "1"];
        check(&tasks, &["9.5", "6"], &["9.5", "6.0"], 0);
        // The busiest has five sixths of their hours, not all of them.
        check(&tasks, &["5", "5", "9"], &["4.0", "4.0", "7.5"], 0);
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
            named: 0,
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
            named: 0,
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
