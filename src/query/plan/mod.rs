//! Who does which task: the rules of a plan that people can follow.
//!
//! Pinned tasks go first, to whom they are pinned, whatever the hours. Then people who may do the same tasks are looked
//! at together. If all their tasks fit into their hours, the busiest, relative to their hours, has as little as possible,
//! then the next busiest and so on, and among equal loads an area stays in few hands. If not, each task in the order of
//! need goes whole to the least busy who has room, or else as many hours of it as there are to whoever has most left.
//! A doer without time gets nothing more, so one doer with more hours never does less.
//!
//! Somebody without a limit is measured against the average of the others. A task without an estimate weighs as much as
//! the mean of the others, or an hour, but takes no time that we know of. Equal choices fall to the first in order, so
//! the outcome repeats itself.
//!
//! Loads are evened out by giving the longest task first to whoever is least busy afterwards, then by moves and exchanges
//! as long as the busiest gets less; up to forty tasks, a bounded search goes on from there. Longest first has a bound of
//! its own: where everybody may do every task and all fits, the busiest is above all hours shared evenly by less than the
//! longest task (R. L. Graham, "Bounds on multiprocessing timing anomalies", 1969; here relative to the hours of all).
//!
//! Whoever is away is planned as if present; then only their tasks move.

mod absence;
mod improve;
mod search;
mod table;

use crate::model::{Doers, Hours};
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) use absence::{missing, stand_in};
pub(super) use table::{Item, Part, Table};

/// Who does how much of each task; nobody where nobody has the time or may do it. `order` is the order of need.
pub(super) fn plan<'i>(
    items: &'i [Item<'i>],
    limits: &'i [Option<Hours>],
    order: &[usize],
) -> Table<'i> {
    let mut table = Table::new(items, limits);
    for (number, item) in items.iter().enumerate() {
        if let (true, Some(&person)) = (item.pinned, item.candidates.first()) {
            table.give_whole(number, person);
        }
    }
    for group in groups(&table, order) {
        if !even_out(&mut table, &group) {
            for &item in &group.items {
                table.take(item);
            }
            for &item in &group.items {
                table.is_short[item] = true;
                let Item { hours, doers, candidates, .. } = items[item];
                match doers {
                    Doers::One => to_one(&mut table, item, candidates, hours),
                    Doers::Each | Doers::Shared => divide(&mut table, item, candidates),
                }
            }
        }
    }
    table
}

/// People who may do the same tasks, directly or by way of others, and all the tasks that only they may do.
#[derive(Default)]
struct Group {
    /// The people, in order.
    people: Vec<usize>,
    /// Their tasks that are not pinned, in the order of need.
    items: Vec<usize>,
}

/// The groups that have tasks which are not pinned; `order` is the order of need.
fn groups(table: &Table, order: &[usize]) -> Vec<Group> {
    let mut above: Vec<usize> = (0..table.limits.len()).collect();
    let is_free =
        |&item: &usize| !table.items[item].pinned && !table.items[item].candidates.is_empty();
    let free: Vec<usize> = order.iter().copied().filter(is_free).collect();
    let mut seen = None;
    for &item in &free {
        let candidates = table.items[item].candidates;
        // Tasks of a role come one after another and share their candidates.
        if seen.replace(candidates.as_ptr()) == Some(candidates.as_ptr()) {
            continue;
        }
        for &other in &candidates[1..] {
            let (one, other) = (root(&mut above, candidates[0]), root(&mut above, other));
            above[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for &item in &free {
        let place = root(&mut above, table.items[item].candidates[0]);
        groups.entry(place).or_default().items.push(item);
    }
    for person in 0..above.len() {
        let place = root(&mut above, person);
        if let Some(group) = groups.get_mut(&place) {
            group.people.push(person);
        }
    }
    groups.into_values().collect()
}

/// The first person of a group; the way there gets shorter each time.
fn root(above: &mut [usize], mut person: usize) -> usize {
    while above[person] != person {
        above[person] = above[above[person]];
        person = above[person];
    }
    person
}

/// Shares all tasks of a group evenly, and tells whether everything fits into the hours.
fn even_out(table: &mut Table, group: &Group) -> bool {
    let (mut single, several): (Vec<usize>, Vec<usize>) =
        group.items.iter().partition(|&&item| table.items[item].doers == Doers::One);
    let mut fits = true;
    for item in several {
        divide(table, item, table.items[item].candidates);
        fits &= table.is_whole(item);
    }
    let left: Option<Hours> = group.people.iter().map(|&person| table.left(person)).sum();
    let needed: Hours = single.iter().map(|&item| table.hours(item)).sum();
    if !fits || left.is_some_and(|left| needed > left) {
        return false;
    }
    single.sort_by_key(|&item| Reverse(table.weight(item)));
    for &item in &single {
        let candidates = table.items[item].candidates.iter().copied();
        if let Some(doer) = table.freest(item, candidates) {
            table.give_whole(item, doer);
        }
    }
    improve::improve(table, &single);
    search::better(table, &group.people, &single);
    improve::exchange(table, &single);
    single.iter().all(|&item| !table.parts[item].is_empty())
}

/// Gives a task to several people: all of its hours to each, or divided in proportion to theirs; as far as they have time.
fn divide(table: &mut Table, item: usize, people: &[usize]) {
    let Item { hours, doers, .. } = table.items[item];
    let limits = table.limits;
    let average = Hours::average(people.iter().map(|&person| limits[person]));
    let time = |person: usize| limits[person].or(average).unwrap_or(Hours::ONE);
    let all: Hours = people.iter().map(|&person| time(person)).sum();
    // What rounding leaves over goes to the first.
    let parts = people.iter().map(|&person| hours.unwrap_or_default().part(time(person), all));
    let mut rest = hours.unwrap_or_default() - parts.sum();
    for &person in people {
        let left = table.left(person);
        if left.is_some_and(|left| left == Hours::ZERO) {
            continue;
        }
        let part = hours.map(|hours| {
            let rest = std::mem::take(&mut rest);
            match doers {
                Doers::Shared => hours.part(time(person), all) + rest,
                Doers::One | Doers::Each => hours,
            }
        });
        let part = part.map(|part| left.map_or(part, |left| part.min(left)));
        if part.is_none_or(|part| part > Hours::ZERO) {
            table.give(item, person, part);
        }
    }
}

/// Gives so many hours of a task whole to the least busy of these who has room, else partly to whoever has most left.
fn to_one(table: &mut Table, item: usize, candidates: &[usize], hours: Option<Hours>) {
    // Without time, nobody gets anything more: a task without an estimate needs some, nobody knows how much.
    let is_free = |doer: &usize| table.left(*doer).is_none_or(|left| left > Hours::ZERO);
    let free = candidates.iter().copied().filter(is_free);
    if let Some(doer) = table.freest(item, free.clone()) {
        table.give(item, doer, hours);
        return;
    }
    let most = free.max_by_key(|&doer| (table.left(doer), Reverse(doer)));
    if let (Some(doer), Some(hours)) = (most, hours)
        && let Some(left) = table.left(doer)
    {
        table.give(item, doer, Some(hours.min(left)));
    }
}
