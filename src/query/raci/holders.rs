//! Who holds which role, and who of them answers for a task.

use crate::model::{Registry, RoleIx, TaskRef};
use crate::query::assign::{Assignment, Duty, Reason};
use crate::query::staffing::{holders, without_position};
use std::collections::HashMap;

/// A person, or a position without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Holder {
    Member(usize),
    Seat(usize),
}

/// Who answers for a task.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    pub holder: Holder,
    /// The role for which they answer.
    pub role: RoleIx,
    /// Whether others hold it too, and none of them does the task.
    pub is_first_of_several: bool,
}

/// Who holds which role.
pub(super) struct Holders<'a> {
    registry: &'a Registry,
    assignment: &'a Assignment<'a>,
    seats: HashMap<RoleIx, Vec<usize>>,
    /// The members who were named for a role, where there are some.
    named: HashMap<RoleIx, Vec<usize>>,
    /// The head of the reporting line of each role.
    heads: Vec<Option<RoleIx>>,
    /// The highest role of each reporting line that has a position.
    highest: Vec<Option<RoleIx>>,
}

impl<'a> Holders<'a> {
    pub fn new(registry: &'a Registry, assignment: &'a Assignment<'a>) -> Self {
        let seats = holders(&assignment.seats);
        let is_named = |&(number, role): &(usize, RoleIx)| {
            let candidates = assignment.candidates.get(&role);
            candidates.is_some_and(|candidates| candidates.binary_search(&number).is_ok())
        };
        let members = assignment.members.iter().enumerate();
        let claims = members
            .flat_map(|(number, member)| member.claims.iter().map(move |&role| (number, role)));
        let mut named: HashMap<RoleIx, Vec<usize>> = HashMap::new();
        for (number, role) in claims.filter(is_named) {
            named.entry(role).or_default().push(number);
        }
        Self {
            heads: highest(registry, |_| true),
            highest: highest(registry, |role| seats.contains_key(&role)),
            registry,
            assignment,
            seats,
            named,
        }
    }

    /// Who does a task; where nobody is there, the vacant position. Hours are no reason for nobody to do it.
    pub fn doer(&self, duty: &Duty) -> Option<Holder> {
        match (duty.reason, duty.member) {
            (Some(Reason::NoPosition), _) => None,
            (Some(Reason::NoTimeLeft), _) => self.of_role(duty.task.role).first().copied(),
            (_, Some(member)) => Some(Holder::Member(member)),
            (_, None) => duty.seat.map(Holder::Seat),
        }
    }

    /// The role that is to answer for a task: [`accountable`](crate::query::accountable()) without walking up the line.
    pub fn meant(&self, task: TaskRef) -> RoleIx {
        let named = self.registry.task(task).accountable;
        let head = self.heads[task.role.index()];
        named.or(head).unwrap_or(task.role)
    }

    /// Who answers for a task that this holder does.
    pub fn answer(&self, task: TaskRef, doer: Option<Holder>) -> Option<Answer> {
        let meant = self.meant(task);
        let role =
            if self.seats.contains_key(&meant) { meant } else { self.highest[task.role.index()]? };
        let (numbers, holder) = self.numbers(role);
        let is_number = |number: &usize| doer == Some(holder(*number));
        let doing = match doer {
            Some(Holder::Member(number) | Holder::Seat(number)) => {
                let place = numbers.binary_search(&number).ok();
                place.map(|place| numbers[place]).filter(is_number)
            }
            None => None,
        };
        Some(Answer {
            holder: holder(doing.or(numbers.first().copied())?),
            role,
            is_first_of_several: doing.is_none() && numbers.len() > 1,
        })
    }

    /// Everybody who holds a role; its first position where that is vacant.
    pub fn of_role(&self, role: RoleIx) -> Vec<Holder> {
        let (numbers, holder) = self.numbers(role);
        numbers.iter().map(|&number| holder(number)).collect()
    }

    /// The same as numbers, in order, and what they are numbers of.
    fn numbers(&self, role: RoleIx) -> (&[usize], fn(usize) -> Holder) {
        let candidates = self.named.get(&role).or(self.assignment.candidates.get(&role));
        let candidates = candidates.map(Vec::as_slice).unwrap_or_default();
        match self.seats.get(&role).map(Vec::as_slice) {
            Some([first, ..]) if candidates.is_empty() => {
                (std::slice::from_ref(first), Holder::Seat)
            }
            _ if self.assignment.peopled => (candidates, Holder::Member),
            _ => (candidates, Holder::Seat),
        }
    }

    /// The roles with tasks that no position holds.
    pub fn without_position(&self) -> Vec<RoleIx> {
        without_position(self.registry, &self.seats)
    }
}

/// For each role the highest role of its reporting line that fits, itself included. Roles come after those that they
/// report to, so one look at each is enough.
fn highest(registry: &Registry, fits: impl Fn(RoleIx) -> bool) -> Vec<Option<RoleIx>> {
    let mut highest = vec![None; registry.roles().len()];
    for role in registry.roles() {
        let above = registry.role(role).reports_to;
        let above = above.and_then(|above: RoleIx| highest[above.index()]);
        highest[role.index()] = above.or_else(|| fits(role).then_some(role));
    }
    highest
}
