//! What is shared out how, small enough to be counted on fingers, or compared with every way there is.

use super::*;
use crate::model::{AreaIx, Hours};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn hours(written: &str) -> Option<Hours> {
    Hours::parse(written).ok()
}

fn item(hours: Option<Hours>, candidates: &[usize]) -> Item<'_> {
    Item {
        hours,
        core: true,
        area: None,
        candidates: Candidates { all: candidates, named: candidates },
        pinned: false,
    }
}

fn loads(items: &[Item], shares: &[Option<usize>], workers: usize) -> Vec<Hours> {
    let mut loads = vec![Hours::ZERO; workers];
    for (item, share) in items.iter().zip(shares) {
        if let Some(worker) = share {
            loads[*worker] += item.hours.unwrap_or_default();
        }
    }
    loads
}

/// The loads that tasks of these hours make for workers with these hours ("-" for no limit).
fn check(tasks: &[&str], workers: &[&str], expected: &[&str], unfit: usize) {
    let everybody: Vec<usize> = (0..workers.len()).collect();
    let items: Vec<Item> = tasks.iter().map(|task| item(hours(task), &everybody)).collect();
    let workers: Vec<Worker> =
        workers.iter().map(|written| Worker { hours: hours(written) }).collect();
    let shares = share(&items, &workers);
    let found: Vec<String> =
        loads(&items, &shares, workers.len()).iter().map(Hours::to_string).collect();
    assert_eq!(found, expected);
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
fn core_comes_before_supplemental() {
    let one = [0];
    let supplemental = Item { core: false, ..item(hours("4"), &one) };
    let items = [supplemental, item(hours("2"), &one)];
    let five = Worker { hours: hours("5") };
    assert_eq!(share(&items, &[five]), [None, Some(0)]);
}

#[test]
fn areas_stay_together() {
    let two = [0, 1];
    let of_area =
        |written, number| Item { area: Some(AreaIx::at(number)), ..item(hours(written), &two) };
    let nobody_limited = [Worker { hours: None }, Worker { hours: None }];
    let items =
        [of_area("2", 0), of_area("2", 1), of_area("-", 1), of_area("-", 0), of_area("-", 1)];
    let shares = share(&items, &nobody_limited);
    assert_eq!(shares, [Some(0), Some(1), Some(1), Some(0), Some(1)]);
    // Twenty tasks of the same length in two areas: too many to compare every way, and still one area for each.
    let items: Vec<Item> = (0..20).map(|number| of_area("1", number % 2)).collect();
    let shares = share(&items, &nobody_limited);
    let hands: BTreeSet<_> =
        items.iter().zip(&shares).map(|(item, share)| (item.area, *share)).collect();
    assert_eq!(hands.len(), 2, "{shares:?}");
}

#[test]
fn a_pin_holds_beyond_the_hours_and_counts() {
    let (first, both) = ([0], [0, 1]);
    let pinned = Item { pinned: true, ..item(hours("6"), &first) };
    let items = [pinned, item(hours("1"), &both), item(hours("3"), &both)];
    let workers = [Worker { hours: hours("5") }, Worker { hours: hours("5") }];
    assert_eq!(share(&items, &workers), [Some(0), Some(1), Some(1)]);
}

/// What is left undone of core and other tasks, and how busy the busiest is: load times the hours of all others, so
/// that whole numbers compare.
type Cost = (u64, u64, u128);

/// The least cost of all ways, by trying every worker, and nobody, for each task; ways that lead to the same loads are
/// followed once.
fn exhaustion(tasks: &[(u64, bool, Vec<usize>)], hours: &[u64]) -> Cost {
    let mut states: BTreeSet<(Vec<u64>, u64, u64)> = BTreeSet::from([(vec![0; hours.len()], 0, 0)]);
    for (length, core, candidates) in tasks {
        let mut next = BTreeSet::new();
        for (loads, core_left, other_left) in states {
            for &worker in candidates {
                let mut loads = loads.clone();
                loads[worker] += length;
                if loads[worker] <= hours[worker] {
                    next.insert((loads, core_left, other_left));
                }
            }
            let (core_left, other_left) = if *core {
                (core_left + length, other_left)
            } else {
                (core_left, other_left + length)
            };
            next.insert((loads, core_left, other_left));
        }
        states = next;
    }
    let cost = |(loads, core, other): &(Vec<u64>, u64, u64)| (*core, *other, busiest(loads, hours));
    states.iter().map(cost).min().unwrap()
}

fn busiest(loads: &[u64], hours: &[u64]) -> u128 {
    let all: u128 = hours.iter().map(|&hours| u128::from(hours)).product();
    let busy = |(&load, &hours): (&u64, &u64)| u128::from(load) * all / u128::from(hours);
    loads.iter().zip(hours).map(busy).max().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_few_tasks_among_a_few_people_are_shared_in_the_best_way(
        tasks in prop::collection::vec((1..9_u64, any::<bool>(), 1..16_usize), 1..=12),
        hours in prop::collection::vec(2..25_u64, 1..=4),
    ) {
        let candidates = |mask: usize| -> Vec<usize> {
            let some: Vec<usize> = (0..hours.len()).filter(|worker| mask >> worker & 1 == 1).collect();
            if some.is_empty() { (0..hours.len()).collect() } else { some }
        };
        let tasks: Vec<(u64, bool, Vec<usize>)> =
            tasks.into_iter().map(|(length, core, mask)| (length, core, candidates(mask))).collect();
        let parse = |hours: u64| Hours::parse(&hours.to_string()).ok();
        let items: Vec<Item> = tasks
            .iter()
            .map(|(length, core, candidates)| Item { core: *core, ..item(parse(*length), candidates) })
            .collect();
        let workers: Vec<Worker> = hours.iter().map(|&hours| Worker { hours: parse(hours) }).collect();
        let shares = share(&items, &workers);
        let left = |wanted| {
            let undone = tasks.iter().zip(&shares).filter(|((_, core, _), share)| *core == wanted && share.is_none());
            undone.map(|((length, ..), _)| length).sum::<u64>()
        };
        let loads: Vec<u64> = loads(&items, &shares, hours.len()).iter().map(|load| load.thousandths() / 1000).collect();
        prop_assert!(loads.iter().zip(&hours).all(|(load, hours)| load <= hours));
        let found = (left(true), left(false), busiest(&loads, &hours));
        prop_assert_eq!(found, exhaustion(&tasks, &hours));
    }

    #[test]
    fn many_tasks_stay_within_one_task_of_the_lower_bound(
        tasks in prop::collection::vec(1..80_u64, 13..300),
        hours in prop::collection::vec(1..40_u64, 2..20),
    ) {
        let everybody: Vec<usize> = (0..hours.len()).collect();
        let length = |tenths: u64| Hours::parse(&format!("{}.{}", tenths / 10, tenths % 10)).ok();
        let items: Vec<Item> = tasks.iter().map(|&tenths| item(length(tenths), &everybody)).collect();
        // In tenths of an hour, and enough for everything.
        let needed = tasks.iter().sum::<u64>();
        let given = hours.iter().sum::<u64>();
        let hours: Vec<u64> = hours.iter().map(|hours| (hours * needed * 2 / given + 80).min(1680)).collect();
        prop_assume!(hours.iter().sum::<u64>() > needed + 80 * hours.len() as u64);
        let workers: Vec<Worker> = hours.iter().map(|&tenths| Worker { hours: length(tenths) }).collect();
        let shares = share(&items, &workers);
        prop_assert!(shares.iter().all(Option::is_some));
        let (all, longest) = (hours.iter().sum::<u64>(), tasks.iter().max().unwrap());
        for (load, hours) in loads(&items, &shares, hours.len()).iter().zip(&hours) {
            // load / hours <= (needed + longest * (people - 1)) / all
            let load = load.thousandths() / 100;
            let bound = needed + longest * (everybody.len() as u64 - 1);
            prop_assert!(load * all <= bound * hours, "{} of {}", load, hours);
        }
    }
}
