//! What is given to whom, small enough to be counted on fingers, or compared with every way there is.

use super::*;
use crate::model::AreaIx;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn hours(written: &str) -> Option<Hours> {
    Hours::parse(written).ok()
}

fn item(hours: Option<Hours>, candidates: &[usize]) -> Item<'_> {
    Item { hours, area: None, doers: Doers::One, candidates, pinned: false }
}

/// The plan of tasks that are needed in their order.
fn planned<'i>(items: &'i [Item<'i>], limits: &'i [Option<Hours>]) -> Table<'i> {
    plan(items, limits, &(0..items.len()).collect::<Vec<usize>>())
}

/// Who does each task, where one person does.
fn doers(table: &Table) -> Vec<Option<usize>> {
    (0..table.items.len()).map(|item| table.doer(item)).collect()
}

/// The loads that tasks of these hours make for people with these hours ("-" for no estimate and no limit), and the
/// number of tasks that are undone or done partly.
fn check(tasks: &[&str], people: &[&str], expected: &[&str], unfit: usize) {
    let everybody: Vec<usize> = (0..people.len()).collect();
    let items: Vec<Item> = tasks.iter().map(|task| item(hours(task), &everybody)).collect();
    let limits: Vec<Option<Hours>> = people.iter().map(|written| hours(written)).collect();
    let table = planned(&items, &limits);
    let found: Vec<String> =
        everybody.iter().map(|&person| table.load[person].to_string()).collect();
    assert_eq!(found, expected, "{tasks:?} {people:?}");
    assert_eq!((0..items.len()).filter(|&item| !table.is_whole(item)).count(), unfit);
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
fn what_does_not_fit_is_done_in_the_order_of_need_and_partly() {
    check(&["4", "3", "2.5"], &["5"], &["5.0"], 2);
    check(&["3", "2.5", "2.5"], &["5"], &["5.0"], 2);
    check(&["4", "3", "1"], &["5"], &["5.0"], 2);
    check(&["4"], &[], &[], 1);
    // 4 + 3 + 2.5 and 2.5 + 2.5 + 1 is the only way to fit all.
    let tasks = ["4", "3", "2.5", "2.5", "2.5", "1"];
    check(&tasks, &["9.5", "6"], &["9.5", "6.0"], 0);
    // The busiest has five sixths of their hours, not all of them.
    check(&tasks, &["5", "5", "9"], &["4.0", "4.0", "7.5"], 0);
}

#[test]
fn a_task_without_an_estimate_is_done_unless_there_is_no_time_left_for_it() {
    check(&["4", "-"], &["4"], &["4.0"], 0);
    check(&["-", "4", "2"], &["5"], &["5.0"], 1);
    check(&["4", "2", "-"], &["5"], &["5.0"], 2);
}

#[test]
fn without_hours_counts_come_out_even() {
    let everybody: Vec<usize> = (0..4).collect();
    let items: Vec<Item> = (0..12).map(|_| item(None, &everybody)).collect();
    let table = planned(&items, &[None; 4]);
    let mut counts = [0; 4];
    doers(&table).into_iter().flatten().for_each(|doer| counts[doer] += 1);
    assert_eq!(counts, [3, 3, 3, 3]);
}

#[test]
fn areas_stay_together() {
    let two = [0, 1];
    let of_area =
        |written, number| Item { area: Some(AreaIx::at(number)), ..item(hours(written), &two) };
    // Twenty tasks of the same length in two areas: too many to compare every way, and still one area for each.
    for written in ["1", "-"] {
        let items: Vec<Item> = (0..20).map(|number| of_area(written, number % 2)).collect();
        let table = planned(&items, &[None, None]);
        let hands: BTreeSet<_> =
            items.iter().zip(doers(&table)).map(|(item, doer)| (item.area, doer)).collect();
        assert_eq!(hands.len(), 2);
    }
}

#[test]
fn a_pin_holds_beyond_the_hours_and_counts() {
    let (first, both) = ([0], [0, 1]);
    let pinned = Item { pinned: true, ..item(hours("6"), &first) };
    let items = [pinned, item(hours("1"), &both), item(hours("3"), &both)];
    let five = [hours("5"), hours("5")];
    assert_eq!(doers(&planned(&items, &five)), [Some(0), Some(1), Some(1)]);
}

#[test]
fn several_do_it_each_or_in_proportion_to_their_time() {
    let both = [0, 1];
    let each = Item { doers: Doers::Each, ..item(hours("1.5"), &both) };
    let shared = Item { doers: Doers::Shared, ..item(hours("6"), &both) };
    let items = [each, shared];
    let limits = [hours("20"), hours("10")];
    let table = planned(&items, &limits);
    let parts = |item: usize| -> Vec<String> {
        table.parts[item].iter().map(|part| part.hours.unwrap_or_default().to_string()).collect()
    };
    assert_eq!(
        (parts(0), parts(1)),
        (vec!["1.5".to_owned(); 2], vec!["4.0".to_owned(), "2.0".to_owned()])
    );
    let limits = [hours("4"), hours("2")];
    let table = planned(&items, &limits);
    assert!(table.is_whole(0) && !table.is_whole(1));
    assert_eq!(table.missing(1).to_string(), "3.0");
}

/// The least that the busiest can have, by trying everybody for each task, as load times the hours of all others; nothing
/// where not all fits.
fn exhaustion(tasks: &[(u64, Vec<usize>)], hours: &[u64]) -> Option<u128> {
    let mut states: BTreeSet<Vec<u64>> = BTreeSet::from([vec![0; hours.len()]]);
    for (length, candidates) in tasks {
        let mut next = BTreeSet::new();
        for loads in states {
            for &person in candidates {
                let mut loads = loads.clone();
                loads[person] += length;
                if loads[person] <= hours[person] {
                    next.insert(loads);
                }
            }
        }
        states = next;
    }
    states.iter().map(|loads| busiest(loads, hours)).min()
}

fn busiest(loads: &[u64], hours: &[u64]) -> u128 {
    let all: u128 = hours.iter().map(|&hours| u128::from(hours)).product();
    let busy = |(&load, &hours): (&u64, &u64)| u128::from(load) * all / u128::from(hours);
    loads.iter().zip(hours).map(busy).max().unwrap_or_default()
}

fn whole_hours(hours: u64) -> Option<Hours> {
    Hours::parse(&hours.to_string()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_few_tasks_that_fit_are_shared_in_the_best_way(
        tasks in prop::collection::vec((1..9_u64, 1..16_usize), 1..=12),
        hours in prop::collection::vec(2..40_u64, 1..=4),
    ) {
        let candidates = |mask: usize| -> Vec<usize> {
            let some: Vec<usize> = (0..hours.len()).filter(|person| mask >> person & 1 == 1).collect();
            if some.is_empty() { (0..hours.len()).collect() } else { some }
        };
        let tasks: Vec<(u64, Vec<usize>)> =
            tasks.into_iter().map(|(length, mask)| (length, candidates(mask))).collect();
        let items: Vec<Item> =
            tasks.iter().map(|(length, candidates)| item(whole_hours(*length), candidates)).collect();
        let limits: Vec<Option<Hours>> = hours.iter().map(|&hours| whole_hours(hours)).collect();
        let table = planned(&items, &limits);
        let loads: Vec<u64> =
            (0..hours.len()).map(|person| table.load[person].thousandths() / 1000).collect();
        prop_assert!(loads.iter().zip(&hours).all(|(load, hours)| load <= hours));
        if let Some(best) = exhaustion(&tasks, &hours) {
            prop_assert!((0..items.len()).all(|item| table.is_whole(item)));
            prop_assert_eq!(busiest(&loads, &hours), best);
        }
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
        let limits: Vec<Option<Hours>> = hours.iter().map(|&tenths| length(tenths)).collect();
        let table = planned(&items, &limits);
        prop_assert!((0..items.len()).all(|item| table.is_whole(item)));
        let (all, longest) = (hours.iter().sum::<u64>(), tasks.iter().max().unwrap());
        for (person, hours) in hours.iter().enumerate() {
            // load / hours <= (needed + longest * (people - 1)) / all
            let load = table.load[person].thousandths() / 100;
            let bound = needed + longest * (everybody.len() as u64 - 1);
            prop_assert!(load * all <= bound * hours, "{} of {}", load, hours);
        }
    }
}
