//! What is given to whom, small enough to be counted on fingers, or compared with every way there is.

use crate::written::written;
use proptest::prelude::*;
use roles::model::{Holds, Hours, Person, Pin, Registry, RoleIx};
use roles::query::{Assignment, Doer, Duty, Roster, assign};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A registry in which each of these tasks, written as the rest of a task is, is that of a role of its own.
fn registry(tasks: impl IntoIterator<Item = String>) -> Registry {
    let mut roles = String::new();
    for (number, task) in tasks.into_iter().enumerate() {
        write!(roles, "r{number:03}\n  {{id: t, name: T{task}}}\n").unwrap();
    }
    written(&roles, &[])
}

/// A task that takes so many hours, or "-".
fn hours(written: &str) -> String {
    if written == "-" { String::new() } else { format!(", hours_per_week: {written}") }
}

/// People with so many hours ("-" for no limit), who hold the roles that `holds` tells of each.
fn people(registry: &Registry, hours: &[&str], holds: impl Fn(usize, usize) -> bool) -> Roster {
    let person = |(number, hours): (usize, &&str)| {
        let roles = registry.roles().filter(|role: &RoleIx| holds(number, role.index()));
        Person {
            name: number.to_string(),
            holds: Holds::Roles(roles.collect()),
            hours_per_week: Hours::parse(hours).ok(),
            ..Person::default()
        }
    };
    Roster { people: hours.iter().enumerate().map(person).collect(), ..Roster::default() }
}

fn everybody(_: usize, _: usize) -> bool {
    true
}

fn loads(assignment: &Assignment) -> Vec<Hours> {
    let people = 0..assignment.people.len();
    people.map(|it| assignment.workload(Doer::Person(it)).load.hours_per_week).collect()
}

fn is_whole(assignment: &Assignment, task: usize) -> bool {
    let duty = &assignment.duties[task];
    !duty.is_undone() && !duty.is_partly()
}

/// Who does each task, where one person does.
fn doers(assignment: &Assignment) -> Vec<usize> {
    assignment.duties.iter().flat_map(Duty::people).collect()
}

/// The loads that tasks of these hours make for people with these hours ("-" for no estimate and no limit), and the
/// number of tasks that are undone or done partly.
fn check(tasks: &[&str], limits: &[&str], expected: &[&str], unfit: usize) {
    let registry = registry(tasks.iter().map(|task| hours(task)));
    let roster = people(&registry, limits, everybody);
    let assignment = assign(&registry, None, &roster);
    let found: Vec<String> = loads(&assignment).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{tasks:?} {limits:?}");
    let is_unfit = |task: &usize| !is_whole(&assignment, *task);
    assert_eq!((0..tasks.len()).filter(is_unfit).count(), unfit);
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
    let registry = registry(vec![String::new(); 12]);
    let assignment = assign(&registry, None, &people(&registry, &["-"; 4], everybody));
    let mut counts = [0; 4];
    for doer in doers(&assignment) {
        counts[doer] += 1;
    }
    assert_eq!(counts, [3, 3, 3, 3]);
}

#[test]
fn areas_stay_together() {
    // Twenty tasks of the same length in two areas: too many to compare every way, and still one area for each.
    for written in ["1", "-"] {
        let area = |number: usize| ["strategy", "crisis"][number % 2];
        let task = |number| format!("{}, area: {}", hours(written), area(number));
        let registry = registry((0..20).map(task));
        let assignment = assign(&registry, None, &people(&registry, &["-"; 2], everybody));
        let hands: BTreeSet<_> = (0..20).map(area).zip(doers(&assignment)).collect();
        assert_eq!(hands.len(), 2);
    }
}

#[test]
fn a_pin_holds_beyond_the_hours_and_counts() {
    let registry = registry(["6", "1", "3"].map(hours));
    let mut roster = people(&registry, &["5", "5"], everybody);
    roster.pins.extend(registry.tasks().next().map(|task| Pin { task, person: 0 }));
    assert_eq!(doers(&assign(&registry, None, &roster)), [0, 1, 1]);
}

#[test]
fn several_do_it_each_or_in_proportion_to_their_time() {
    let registry = registry(
        [("1.5", "each"), ("6", "shared")].map(|(h, doers)| hours(h) + ", doers: " + doers),
    );
    let roster = people(&registry, &["20", "10"], everybody);
    let assignment = assign(&registry, None, &roster);
    let parts = |task: usize| -> Vec<String> {
        let shares = &assignment.duties[task].shares;
        shares.iter().map(|share| share.hours.unwrap_or_default().to_string()).collect()
    };
    assert_eq!(
        (parts(0), parts(1)),
        (vec!["1.5".to_owned(); 2], vec!["4.0".to_owned(), "2.0".to_owned()])
    );
    let roster = people(&registry, &["4", "2"], everybody);
    let assignment = assign(&registry, None, &roster);
    assert!(is_whole(&assignment, 0) && !is_whole(&assignment, 1));
    assert_eq!(assignment.duties[1].missing.to_string(), "3.0");
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_few_tasks_that_fit_are_shared_in_the_best_way(
        tasks in prop::collection::vec((1..9_u64, 1..16_usize), 1..=12),
        hours in prop::collection::vec(2..40_u64, 1..=4),
    ) {
        let may_do = |person: usize, task: usize| {
            let mask = tasks[task].1 % (1 << hours.len());
            mask == 0 || mask >> person & 1 == 1
        };
        let registry = registry(tasks.iter().map(|(length, _)| self::hours(&length.to_string())));
        let limits: Vec<String> = hours.iter().map(ToString::to_string).collect();
        let limits: Vec<&str> = limits.iter().map(String::as_str).collect();
        let assignment = assign(&registry, None, &people(&registry, &limits, may_do));
        let loads: Vec<u64> = loads(&assignment).iter().map(|hours| hours.thousandths() / 1000).collect();
        prop_assert!(loads.iter().zip(&hours).all(|(load, hours)| load <= hours));
        let candidates = |task| (0..hours.len()).filter(|&person| may_do(person, task)).collect();
        let lengths = tasks.iter().enumerate().map(|(task, (length, _))| (*length, candidates(task)));
        if let Some(best) = exhaustion(&lengths.collect::<Vec<_>>(), &hours) {
            prop_assert!((0..tasks.len()).all(|task| is_whole(&assignment, task)));
            prop_assert_eq!(busiest(&loads, &hours), best);
        }
    }

    #[test]
    fn many_tasks_stay_within_one_task_of_the_lower_bound(
        tasks in prop::collection::vec(1..80_u64, 13..300),
        hours in prop::collection::vec(1..40_u64, 2..20),
    ) {
        let length = |tenths: u64| format!("{}.{}", tenths / 10, tenths % 10);
        let registry = registry(tasks.iter().map(|&tenths| self::hours(&length(tenths))));
        // In tenths of an hour, and enough for everything.
        let needed = tasks.iter().sum::<u64>();
        let given = hours.iter().sum::<u64>();
        let hours: Vec<u64> = hours.iter().map(|hours| (hours * needed * 2 / given + 80).min(1680)).collect();
        prop_assume!(hours.iter().sum::<u64>() > needed + 80 * hours.len() as u64);
        let limits: Vec<String> = hours.iter().map(|&tenths| length(tenths)).collect();
        let limits: Vec<&str> = limits.iter().map(String::as_str).collect();
        let assignment = assign(&registry, None, &people(&registry, &limits, everybody));
        prop_assert!((0..tasks.len()).all(|task| is_whole(&assignment, task)));
        let (all, longest) = (hours.iter().sum::<u64>(), tasks.iter().max().unwrap());
        for (load, own) in loads(&assignment).iter().zip(&hours) {
            // load / hours <= (needed + longest * (people - 1)) / all
            let load = load.thousandths() / 100;
            let bound = needed + longest * (hours.len() as u64 - 1);
            prop_assert!(load * all <= bound * own, "{} of {}", load, own);
        }
    }
}
