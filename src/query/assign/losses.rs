//! What would be left undone if somebody were away.

use super::company::Company;
use super::draft::Draft;
use super::roster::Roster;
use crate::model::{Doers, Hours, Registry, SizeIx};
use crate::query::plan::{self, Part, Table};
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
pub fn losses(registry: &Registry, size: Option<SizeIx>, roster: &Roster) -> Vec<Loss> {
    let draft = Draft::new(registry, size, roster);
    let company = &draft.company;
    if !company.has_people() {
        return Vec::new();
    }
    let (items, order) = (draft.items(), draft.order());
    let planned = plan::plan(&items, &draft.limits, &order);
    let (mut now, mut then) = (planned.clone(), planned.clone());
    draft.stand_in(&mut now, &order, None);
    let missing = |table: &Table, item: usize| {
        let is_done = !table.parts[item].is_empty();
        is_done.then(|| plan::missing(table, item, &planned.parts[item]))
    };
    let places = places(company, &planned, &order);
    let mut losses = Vec::new();
    for (person, _) in company.present() {
        let is_away = |other: &usize| company.is_away(*other) || *other == person;
        let theirs = (0..company.people.len()).filter(is_away);
        let theirs: BTreeSet<usize> = theirs.flat_map(|person| &places[person]).copied().collect();
        let moving: Vec<usize> = theirs.into_iter().map(|place| order[place]).collect();
        draft.stand_in(&mut then, &moving, Some(person));
        for &duty in &moving {
            let (before, after) = (missing(&now, duty), missing(&then, duty));
            if before.is_some() && after.is_none_or(|missing| Some(missing) > before) {
                let is_only_theirs = after.is_none()
                    && now.parts[duty].iter().all(|part| part.doer == person)
                    && company.in_place_of(person, Some(person)).is_none()
                    && draft.present_for(duty, Some(person)).is_empty();
                losses.push(Loss { person, duty, missing: after, is_only_theirs });
            }
            // It goes back to those who were planned for it.
            then.take(duty);
            for part in &planned.parts[duty] {
                then.give(duty, part.doer, part.hours);
            }
        }
    }
    losses
}

/// Where the tasks that everybody is planned for stand in the order of need. A task for everybody that several go on with
/// is lost with none of them.
fn places(company: &Company, planned: &Table, order: &[usize]) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); company.people.len()];
    let is_there = |part: &&Part| !company.is_away(part.doer);
    for (place, &item) in order.iter().enumerate() {
        let parts = &planned.parts[item];
        let is_safe = planned.items[item].doers == Doers::Each
            && parts.iter().filter(is_there).nth(1).is_some();
        for part in parts.iter().filter(|_| !is_safe) {
            places[part.doer].push(place);
        }
    }
    places
}
