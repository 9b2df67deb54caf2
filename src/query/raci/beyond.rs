//! Who does what if nobody runs out of time: who does a task does not depend on whether it fits.

use crate::model::{Registry, SizeIx};
use crate::query::assign::{Assignment, Roster, assign};
use std::collections::HashMap;

/// An assignment without limits: what fits into everybody's hours stays with whoever [`assign`] gives it to, and what
/// does not fit goes to somebody all the same.
pub fn assign_beyond_hours<'r>(
    registry: &'r Registry,
    size: Option<SizeIx>,
    roster: &Roster,
) -> Assignment<'r> {
    let within = assign(registry, size, roster, None);
    if !within.lacks_time() {
        return within;
    }
    let names = roster.people.iter().map(|person| person.name.as_str());
    let numbers: HashMap<&str, usize> = names.zip(0..).collect();
    let number = |member: usize| numbers.get(within.members[member].name.as_str()).copied();
    let done = within.duties.iter();
    let pins = done.filter_map(|duty| Some((duty.task, number(duty.member?)?)));
    let mut limitless = roster.clone();
    limitless.pins = pins.collect();
    for person in &mut limitless.people {
        person.hours = None;
    }
    assign(registry, size, &limitless, None)
}
