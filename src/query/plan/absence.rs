//! What becomes of the tasks of those who are not there: only these move, in the order of need.

use super::table::{Item, Part, Table};
use super::{divide, to_one};
use crate::model::{Doers, Hours};

/// Who is not there, and who steps in.
pub(in crate::query) struct Absences<'a> {
    /// For each person, whether they are away.
    pub away: &'a [bool],
    /// For each person, who is there in their place, if anybody is.
    pub deputies: &'a [Option<usize>],
    /// For each task, who of those who are there may do it.
    pub present: Vec<&'a [usize]>,
}

/// Moves the tasks of those who are away: whole to the deputy if there is room, else whole to others who may do it, else
/// partly. In tasks that several do, the others go on; those who divide the hours take over what they have time for.
pub(in crate::query) fn stand_in(table: &mut Table, absences: &Absences, order: &[usize]) {
    let is_away = |part: &Part| absences.away[part.doer];
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
        let deputy = gone.first().and_then(|part| absences.deputies[part.doer]);
        match doers {
            Doers::Each if !others.is_empty() => {}
            Doers::Shared if !others.is_empty() => {
                table.take(item);
                divide(table, item, &others);
            }
            Doers::One | Doers::Each | Doers::Shared => {
                let has_room = |deputy: &usize| {
                    let is_free = table.left(*deputy).is_none_or(|left| left > Hours::ZERO);
                    is_free && table.has_room(*deputy, table.load(*deputy) + table.hours(item))
                };
                if let Some(deputy) = deputy.filter(has_room) {
                    table.give(item, deputy, hours);
                } else {
                    let mut candidates = absences.present[item].to_vec();
                    candidates.extend(deputy.filter(|deputy| !candidates.contains(deputy)));
                    to_one(table, item, &candidates, hours);
                }
            }
        }
    }
}
