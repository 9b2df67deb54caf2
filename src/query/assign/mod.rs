//! Who does which task in a company of some size.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

mod people;
mod ties;
mod totals;

pub use people::{Member, Person};
pub use totals::{Load, Totals};

use super::exchange::Exchange;
use super::share::{Item, Worker, share};
use super::staffing::{Seat, seats};
use crate::model::{Hours, Importance, Registry, SizeIx, TaskRef};
use people::{Candidates, Doer, fill};

/// The whole answer.
#[derive(Debug)]
pub struct Assignment<'r> {
    /// The company size.
    pub size: SizeIx,
    /// Its positions.
    pub seats: Vec<Seat<'r>>,
    /// Whether people were named; if not, tasks go to positions.
    pub peopled: bool,
    /// The people who are there.
    pub members: Vec<Member>,
    /// The hours a week of each position, where there are no people but a limit.
    pub hours: Option<Hours>,
    /// Every task of the registry, once, in its order.
    pub duties: Vec<Duty>,
    /// Every handoff between roles.
    pub handoffs: Vec<HandoffDuty<'r>>,
    /// The sums.
    pub totals: Totals,
}

/// One task with its doer, or with the reason why nobody does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The task.
    pub task: TaskRef,
    /// The position that holds it.
    pub seat: Option<usize>,
    /// The person who does it.
    pub member: Option<usize>,
    /// Why nobody does.
    pub reason: Option<Reason>,
    /// For a coordination task: whether there is somebody to coordinate with.
    pub coordination: Option<Tie>,
}

/// What binds two tasks, or a task and its partner role, once it is known who does what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The same person is on both sides.
    WithinOnePerson,
    /// Two people are.
    BetweenPeople,
    /// Nobody is, on one side at least.
    NobodyThere,
}

/// Why nobody does a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The position has nobody.
    VacantPosition,
    /// It does not fit into the hours.
    NoTimeLeft,
    /// No position of this size holds the role.
    NoPosition,
}

impl Reason {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::VacantPosition => "vacant-position",
            Reason::NoTimeLeft => "no-time-left",
            Reason::NoPosition => "no-position",
        }
    }
}

/// A handoff and whether it stays with one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HandoffDuty<'r> {
    /// The handoff.
    pub exchange: Exchange<'r>,
    /// Who is on its two sides.
    pub tie: Tie,
}

/// Assigns every task of the registry.
///
/// People with a role fill a position that holds it; the others fill the emptiest position, in order. `hours` is what
/// everybody has who brings no hours of their own. A person whose role no position holds fills none.
pub fn assign<'r>(
    registry: &'r Registry,
    size: SizeIx,
    people: &[Person],
    hours: Option<Hours>,
) -> Assignment<'r> {
    let seats = seats(registry, size);
    let members = fill(&seats, people, hours);
    let candidates = Candidates::new(&seats, &members, !people.is_empty());
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    let items: Vec<Item> = tasks
        .iter()
        .map(|&task| item(registry, task, &candidates))
        .collect();
    let workers: Vec<Worker> = if people.is_empty() {
        seats.iter().map(|_| Worker { hours }).collect()
    } else {
        members
            .iter()
            .map(|member| Worker {
                hours: member.hours,
            })
            .collect()
    };
    let shares = share(&items, &workers);
    let duty =
        |(&task, share): (&TaskRef, &Option<usize>)| duty(task, *share, &candidates, &members);
    let mut duties: Vec<Duty> = tasks.iter().zip(&shares).map(duty).collect();
    ties::mark_coordination(registry, &candidates, &mut duties);
    let handoffs = ties::handoffs(registry, &duties);
    let totals = totals::totals(registry, &duties, &workers, &items, &shares);
    let hours = hours.filter(|_| people.is_empty());
    Assignment {
        size,
        seats,
        peopled: !people.is_empty(),
        members,
        hours,
        duties,
        handoffs,
        totals,
    }
}

fn item<'c>(registry: &Registry, task: TaskRef, candidates: &'c Candidates) -> Item<'c> {
    let details = registry.task(task);
    let pool = candidates.of_role.get(&task.role);
    Item {
        hours: details.hours_per_week,
        core: details.importance == Importance::Core,
        area: details.area,
        candidates: pool.map(|pool| pool.doers.as_slice()).unwrap_or_default(),
        named: pool.map_or(0, |pool| pool.named),
    }
}

fn duty(task: TaskRef, share: Option<usize>, candidates: &Candidates, members: &[Member]) -> Duty {
    let holding = candidates.seats_of_role.get(&task.role);
    let first_seat = holding.and_then(|seats| seats.first().copied());
    let nobody = |reason| Duty {
        task,
        seat: first_seat,
        member: None,
        reason: Some(reason),
        coordination: None,
    };
    match share.map(|number| candidates.doer(number)) {
        Some(Doer::Seat(seat)) => Duty {
            task,
            seat: Some(seat),
            member: None,
            reason: None,
            coordination: None,
        },
        Some(Doer::Member(member)) => {
            let is_theirs = |seat: &&usize| members[member].seats.binary_search(seat).is_ok();
            let seat = holding.and_then(|seats| seats.iter().find(is_theirs).copied());
            Duty {
                task,
                seat,
                member: Some(member),
                reason: None,
                coordination: None,
            }
        }
        None if first_seat.is_none() => nobody(Reason::NoPosition),
        None if candidates
            .of_role
            .get(&task.role)
            .is_none_or(|pool| pool.doers.is_empty()) =>
        {
            nobody(Reason::VacantPosition)
        }
        None => nobody(Reason::NoTimeLeft),
    }
}

impl Duty {
    /// Whether it is a coordination task that stays within one person.
    pub fn is_within_one_person(&self) -> bool {
        self.coordination == Some(Tie::WithinOnePerson)
    }

    /// Who does it; nobody where there is a reason.
    fn doer(&self) -> Option<Doer> {
        match (self.reason, self.member, self.seat) {
            (Some(_), ..) | (None, None, None) => None,
            (None, Some(member), _) => Some(Doer::Member(member)),
            (None, None, Some(seat)) => Some(Doer::Seat(seat)),
        }
    }
}
