//! Who does which task in a company of some size, or in a team.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

mod absence;
mod candidates;
mod people;
mod ties;
mod totals;

pub use absence::{Handover, handovers};
pub use people::{Member, Person, Roster};
pub use totals::{Load, Totals, Workload};

use super::exchange::Exchange;
use super::share::{Item, Worker, share};
use super::staffing::{Seat, seats};
use crate::model::{Hours, Importance, Registry, RoleIx, SizeIx, TaskRef};
use candidates::{Candidates, Doer};
use people::fill;
use std::collections::{BTreeMap, HashSet};

/// The whole answer.
#[derive(Debug)]
pub struct Assignment<'r> {
    /// The company size; without one, each role is a position.
    pub size: Option<SizeIx>,
    /// The positions.
    pub seats: Vec<Seat<'r>>,
    /// Whether people were named; if not, tasks go to positions.
    pub peopled: bool,
    /// The people who are there.
    pub members: Vec<Member>,
    /// What each member has to do; or each position, where there are no people.
    pub workloads: Vec<Workload>,
    /// Who may do the tasks of each role: members, or positions where there are no people.
    pub candidates: BTreeMap<RoleIx, Vec<usize>>,
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
    /// The position that holds it; for a pinned task, of whoever it is pinned to if they hold the role.
    pub seat: Option<usize>,
    /// The person who does it.
    pub member: Option<usize>,
    /// Why nobody does.
    pub reason: Option<Reason>,
    /// Why this doer, where there is one.
    pub why: Option<Why>,
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

/// Why a task went to its doer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is pinned to them.
    Pinned,
    /// Nobody else may do it.
    OnlyOne,
    /// Several may; this way the busiest has as little as possible.
    Spread,
    /// It has no estimate, and they have others of its area.
    SameArea,
    /// It has no estimate, and they had the fewest tasks.
    FewestTasks,
}

impl Why {
    /// The word of machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Pinned => "pinned",
            Why::OnlyOne => "only-one",
            Why::Spread => "spread",
            Why::SameArea => "same-area",
            Why::FewestTasks => "fewest-tasks",
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
/// Without a size, each role is a position. People with a role fill a position that holds it, people with a position
/// fill that one; the others fill the emptiest position, in order. `hours` is what everybody has who brings no hours of
/// their own. A person whose role no position holds fills none.
pub fn assign<'r>(
    registry: &'r Registry,
    size: Option<SizeIx>,
    roster: &Roster,
    hours: Option<Hours>,
) -> Assignment<'r> {
    let peopled = !roster.people.is_empty();
    let seats = seats(registry, size);
    let members = fill(&seats, roster, hours);
    let candidates = Candidates::new(&seats, &members, roster);
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    let item = |&task: &TaskRef| item(registry, task, &candidates);
    let items: Vec<Item> = tasks.iter().map(item).collect();
    let limits: Vec<Option<Hours>> = if peopled {
        members.iter().map(|member| member.hours).collect()
    } else {
        vec![hours; seats.len()]
    };
    let workers: Vec<Worker> = limits.iter().map(|&hours| Worker { hours }).collect();
    let shares = share(&items, &workers);
    let duty =
        |(&task, share): (&TaskRef, &Option<usize>)| duty(task, *share, &candidates, &members);
    let mut duties: Vec<Duty> = tasks.iter().zip(&shares).map(duty).collect();
    say_why(&mut duties, &items, &shares);
    ties::mark_coordination(registry, &candidates, &mut duties);
    let handoffs = ties::handoffs(registry, &duties);
    let workloads = totals::workloads(registry, &duties, &shares, &limits);
    let totals = totals::totals(registry, &duties, &items, &workloads);
    let of_role = candidates.of_role.into_iter();
    let candidates = of_role.map(|(role, pool)| (role, pool.all)).collect();
    Assignment { size, seats, peopled, members, workloads, candidates, duties, handoffs, totals }
}

fn item<'c>(registry: &Registry, task: TaskRef, candidates: &'c Candidates) -> Item<'c> {
    let details = registry.task(task);
    Item {
        hours: details.hours_per_week,
        core: details.importance == Importance::Core,
        area: details.area,
        candidates: candidates.of_task(task),
        pinned: candidates.pins.contains_key(&task),
    }
}

fn duty(task: TaskRef, share: Option<usize>, candidates: &Candidates, members: &[Member]) -> Duty {
    let holding = candidates.seats_of_role.get(&task.role);
    let first_seat = holding.and_then(|seats| seats.first().copied());
    let duty =
        Duty { task, seat: first_seat, member: None, reason: None, why: None, coordination: None };
    let nobody = |reason| Duty { reason: Some(reason), ..duty };
    match share.map(|number| candidates.doer(number)) {
        Some(Doer::Seat(seat)) => Duty { seat: Some(seat), ..duty },
        Some(Doer::Member(member)) => {
            let is_theirs = |seat: &&usize| members[member].seats.binary_search(seat).is_ok();
            let seat = holding.and_then(|seats| seats.iter().find(is_theirs).copied());
            Duty { seat: seat.or(first_seat), member: Some(member), ..duty }
        }
        None if first_seat.is_none() => nobody(Reason::NoPosition),
        None if candidates.of_task(task).all.is_empty() => nobody(Reason::VacantPosition),
        None => nobody(Reason::NoTimeLeft),
    }
}

/// Fills in why each task went to its doer.
fn say_why(duties: &mut [Duty], items: &[Item], shares: &[Option<usize>]) {
    let mut at_home = HashSet::new();
    // Tasks with an estimate are shared first, and the pinned before all others.
    let is_first = |item: &Item| item.pinned || item.hours.is_some();
    for first in [true, false] {
        for ((duty, item), share) in duties.iter_mut().zip(items).zip(shares) {
            let Some(number) = share.filter(|_| is_first(item) == first) else {
                continue;
            };
            let has_others = !at_home.insert((number, item.area));
            duty.why = Some(match item.candidates {
                _ if item.pinned => Why::Pinned,
                candidates if candidates.all.len() == 1 => Why::OnlyOne,
                _ if item.hours.is_some() => Why::Spread,
                candidates if candidates.named.len() == 1 => Why::OnlyOne,
                _ if has_others => Why::SameArea,
                _ => Why::FewestTasks,
            });
        }
    }
}

impl Assignment<'_> {
    /// Who does a duty: the number of a member, or of a position where there are no people.
    pub fn doer(&self, duty: &Duty) -> Option<usize> {
        let doer = if self.peopled { duty.member } else { duty.seat };
        doer.filter(|_| duty.reason.is_none())
    }

    /// Whether a task does not fit into anybody's hours.
    pub fn lacks_time(&self) -> bool {
        let no_time = Some(Reason::NoTimeLeft);
        self.duties.iter().any(|duty| duty.reason == no_time)
    }

    /// The number of a person among the members.
    pub fn member(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
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
