//! What becomes of the tasks of those who are not there: only these move, in the order of need.

use super::table::{Item, Part, Table};
use super::{divide, to_one};
use crate::model::{Doers, Hours};

/// Moves the tasks of those who are away: whole to the deputy if there is room, else whole to others who may do it, else
/// partly. In tasks that several do, the others go on; those who divide the hours take over what they have time for.
///
/// `instead` says who is there in whose place: whoever is there in their own. `present` are those who may do a task.
pub(in crate::query) fn stand_in(
    table: &mut Table,
    instead: &[Option<usize>],
    present: &dyn Fn(usize) -> Vec<usize>,
    order: &[usize],
) {
    let is_away = |part: &Part| instead.get(part.doer).is_some_and(|it| *it != Some(part.doer));
    let mut lost: Vec<(usize, Vec<Part>)> = Vec::new();
    for &item in order {
        if table.parts[item].iter().any(is_away) {
            let (gone, kept): (Vec<Part>, Vec<Part>) =
                table.take(item).into_iter().partition(is_away);
            for part in kept {
                table.give(item, part.doer, part.hours);
            }
            lost.push((item, gone));
        }
    }
    for (item, gone) in lost {
        let Item { hours, doers, .. } = table.items[item];
        let others: Vec<usize> = table.parts[item].iter().map(|part| part.doer).collect();
        let deputy = gone.first().and_then(|part| instead[part.doer]);
        match doers {
            Doers::Each if !others.is_empty() => {}
            Doers::Shared if !others.is_empty() => {
                table.take(item);
                divide(table, item, &others);
            }
            Doers::One | Doers::Each | Doers::Shared => {
                let has_room = |deputy: &usize| {
                    let is_free = table.left(*deputy).is_none_or(|left| left > Hours::ZERO);
                    is_free && table.has_room(*deputy, table.load[*deputy] + table.hours(item))
                };
                if let Some(deputy) = deputy.filter(has_room) {
                    table.give(item, deputy, hours);
                } else {
                    let mut candidates = present(item);
                    candidates.extend(deputy.filter(|deputy| !candidates.contains(deputy)));
                    to_one(table, item, &candidates, hours);
                }
            }
        }
    }
}

/// The hours of a task that nobody has the time for, after it moved from those who had been planned for it.
pub(in crate::query) fn missing(table: &Table, item: usize, planned: &[Part]) -> Hours {
    let (parts, doers) = (&table.parts[item], table.items[item].doers);
    let is_in = |part: &Part, parts: &[Part]| parts.iter().any(|other| other.doer == part.doer);
    match doers {
        // One took over from all.
        Doers::Each if parts.first().is_some_and(|first| !is_in(first, planned)) => {
            table.hours(item) - parts.iter().filter_map(|part| part.hours).sum()
        }
        // The others go on: what those who are away would do themselves is not missing.
        Doers::Each => {
            let gone = planned.iter().filter(|part| !is_in(part, parts));
            table.missing(item) - gone.filter_map(|part| part.hours).sum()
        }
        Doers::One | Doers::Shared => table.missing(item),
    }
}
