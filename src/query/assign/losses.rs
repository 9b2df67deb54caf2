//! What would be left undone if somebody were away.

use super::draft::Draft;
use super::roster::{Person, Roster};
use crate::model::{Doers, Hours, Registry, SizeIx};
use crate::query::plan::{self, Item, Part, Table};
use std::collections::BTreeSet;

/// A task that nobody would do, or less of it, if somebody were away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Who would be away.
    pub person: usize,
    /// The task, as its number among the duties.
    pub duty: usize,
    /// The hours a week that nobody would have the time for, where somebody would do a part.
    pub missing: Option<Hours>,
    /// True if nobody else may do it, and nobody stands in.
    pub is_only_theirs: bool,
}

/// For everybody who is there, what nobody would do if they were away too, while the others keep what they have. Only the
/// tasks of those who are away move, so that no others have to be looked at.
pub fn losses(
    registry: &Registry,
    size: Option<SizeIx>,
    roster: &Roster,
    hours: Option<Hours>,
) -> Vec<Loss> {
    let draft = Draft::new(registry, size, roster, hours);
    let people = &draft.company.people;
    if people.is_empty() {
        return Vec::new();
    }
    let (items, order) = (draft.items(), draft.order());
    let mut table = plan::plan(&items, &draft.limits, &order);
    let planned = table.parts.clone();
    draft.stand_in(&mut table, &order, None);
    let missing = |table: &Table, item: usize| {
        let is_done = !table.parts[item].is_empty();
        is_done.then(|| plan::missing(table, item, &planned[item]))
    };
    let now: Vec<(Option<Hours>, Vec<Part>)> =
        (0..items.len()).map(|item| (missing(&table, item), table.parts[item].clone())).collect();
    put_back(&mut table, &order, &planned);

    let places = places(people, &items, &planned, &order);
    let mut losses = Vec::new();
    for (person, _) in draft.company.present() {
        let is_away = |other: usize| people[other].away || other == person;
        let theirs = (0..people.len()).filter(|&other| is_away(other));
        let theirs: BTreeSet<usize> = theirs.flat_map(|person| &places[person]).copied().collect();
        let moving: Vec<usize> = theirs.into_iter().map(|place| order[place]).collect();
        draft.stand_in(&mut table, &moving, Some(person));
        for &duty in &moving {
            let (then, (now, parts)) = (missing(&table, duty), &now[duty]);
            if now.is_some() && then.is_none_or(|missing| Some(missing) > *now) {
                let is_only_theirs = then.is_none()
                    && parts.iter().all(|part| part.doer == person)
                    && draft.company.instead_of(person, Some(person)).is_none()
                    && draft.present_for(duty, Some(person)).is_empty();
                losses.push(Loss { person, duty, missing: then, is_only_theirs });
            }
        }
        put_back(&mut table, &moving, &planned);
    }
    losses
}

/// Where the tasks that everybody is planned for stand in the order of need. A task for everybody that several go on with
/// is lost with none of them.
fn places(
    people: &[Person],
    items: &[Item],
    planned: &[Vec<Part>],
    order: &[usize],
) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); people.len()];
    let is_there = |part: &&Part| !people[part.doer].away;
    for (place, &item) in order.iter().enumerate() {
        let is_safe = items[item].doers == Doers::Each
            && planned[item].iter().filter(is_there).nth(1).is_some();
        for part in planned[item].iter().filter(|_| !is_safe) {
            places[part.doer].push(place);
        }
    }
    places
}

/// Gives tasks back to those who were planned for them.
fn put_back(table: &mut Table, items: &[usize], planned: &[Vec<Part>]) {
    for &item in items {
        table.take(item);
        for part in &planned[item] {
            table.give(item, part.doer, part.hours);
        }
    }
}
