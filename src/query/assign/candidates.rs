//! Who may do the tasks of each role: people, or positions where there are no people.

use super::people::{Member, Roster};
use crate::model::{RoleIx, TaskRef};
use crate::query::share;
use crate::query::staffing::{Seat, holders};
use std::collections::HashMap;

/// Somebody who does tasks: a person, or a position where there are no people.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Doer {
    Seat(usize),
    Member(usize),
}

/// Who may do the tasks of one role, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool {
    /// Everybody who may.
    pub all: Vec<usize>,
    /// Those among them who were named for the role; all where nobody was.
    pub named: Vec<usize>,
}

/// Who may do what.
pub(super) struct Candidates {
    pub of_role: HashMap<RoleIx, Pool>,
    pub seats_of_role: HashMap<RoleIx, Vec<usize>>,
    /// The member that a task is pinned to.
    pub pins: HashMap<TaskRef, usize>,
    everybody: Vec<usize>,
    people: bool,
}

impl Candidates {
    pub fn new(seats: &[Seat], members: &[Member], roster: &Roster) -> Self {
        let seats_of_role = holders(seats);
        let people = !roster.people.is_empty();
        let of_role = if people {
            members_by_role(&seats_of_role, seats.len(), members)
        } else {
            let pool = |(&role, seats): (&RoleIx, &Vec<usize>)| {
                let (all, named) = (seats.clone(), seats.clone());
                (role, Pool { all, named })
            };
            seats_of_role.iter().map(pool).collect()
        };
        Self {
            of_role,
            seats_of_role,
            pins: pins(members, roster),
            everybody: (0..members.len()).collect(),
            people,
        }
    }

    /// Who may do a task.
    pub fn of_task(&self, task: TaskRef) -> share::Candidates<'_> {
        if let Some(&member) = self.pins.get(&task) {
            let only = &self.everybody[member..=member];
            return share::Candidates { all: only, named: only };
        }
        let pool = self.of_role.get(&task.role);
        pool.map_or_else(share::Candidates::default, |pool| share::Candidates {
            all: &pool.all,
            named: &pool.named,
        })
    }

    pub fn doer(&self, number: usize) -> Doer {
        if self.people { Doer::Member(number) } else { Doer::Seat(number) }
    }
}

/// The pins on people who are there; the tasks of the others go to whoever has the role.
fn pins(members: &[Member], roster: &Roster) -> HashMap<TaskRef, usize> {
    let names = members.iter().enumerate();
    let numbers: HashMap<&str, usize> =
        names.map(|(number, member)| (member.name.as_str(), number)).collect();
    let pin = |&(task, person): &(TaskRef, usize)| {
        let name = roster.people[person].name.as_str();
        Some((task, *numbers.get(name)?))
    };
    roster.pins.iter().filter_map(pin).collect()
}

/// The people in the positions of a role, but for those who were named for other roles only; these take over where
/// there is nobody else.
fn members_by_role(
    seats_of_role: &HashMap<RoleIx, Vec<usize>>,
    seats: usize,
    members: &[Member],
) -> HashMap<RoleIx, Pool> {
    let mut in_seat: Vec<Vec<usize>> = vec![Vec::new(); seats];
    for (number, member) in members.iter().enumerate() {
        for &seat in &member.seats {
            in_seat[seat].push(number);
        }
    }
    let pool = |(&role, seats): (&RoleIx, &Vec<usize>)| {
        let in_seats = seats.iter().flat_map(|&seat| in_seat[seat].iter().copied());
        let mut present: Vec<usize> = in_seats.collect();
        present.sort_unstable();
        present.dedup();
        let claims = |number: &usize| &members[*number].claims;
        let is_named = |number: &usize| claims(number).contains(&role);
        let is_free = |number: &usize| claims(number).is_empty();
        let named: Vec<usize> = present.iter().copied().filter(is_named).collect();
        let mut all: Vec<usize> =
            present.iter().copied().filter(|number| is_named(number) || is_free(number)).collect();
        if all.is_empty() {
            all = present;
        }
        let named = if named.is_empty() { all.clone() } else { named };
        (role, Pool { all, named })
    };
    seats_of_role.iter().map(pool).collect()
}
