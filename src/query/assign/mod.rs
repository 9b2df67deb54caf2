//! Who does which task in a company of some size, or in a team.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

mod company;
mod draft;
mod duty;
mod losses;
mod roster;
mod vacancy;

pub use company::Company;
pub use duty::{Doer, Duty, Load, Move, Reason, Share, Tie, Totals, Why, Workload};
pub use losses::{Loss, losses};
pub use roster::Roster;
pub use vacancy::Opening;

use super::links::{self, Exchange};
use super::plan::{self, Part, Table};
use crate::model::{Doers, Hours, Importance, Pin, Registry, SizeIx, TaskRef};
use draft::Draft;
use std::collections::HashSet;
use std::ops::Deref;

/// A company with what everybody in it does.
#[derive(Debug)]
pub struct Assignment<'r> {
    company: Company<'r>,
    /// The company size; without one, each role is a position.
    pub size: Option<SizeIx>,
    /// What each person has to do, or each position if there are no people.
    workloads: Vec<Workload>,
    /// Every task of the registry, once, in its order.
    pub duties: Vec<Duty>,
    /// Every handoff between roles, and who is on its two sides.
    pub handoffs: Vec<(Exchange<'r>, Tie)>,
    /// The vacancies that are open, and what waits for them.
    pub openings: Vec<Opening>,
    /// The sums.
    pub totals: Totals,
}

impl<'r> Deref for Assignment<'r> {
    type Target = Company<'r>;

    fn deref(&self) -> &Company<'r> {
        &self.company
    }
}

/// Assigns every task of the registry.
///
/// Without a size, each role is a position. People with a role fill a position that holds it, people with a position
/// fill that one; the others fill the emptiest position, in order. A person whose role no position holds fills none.
pub fn assign<'r>(registry: &'r Registry, size: Option<SizeIx>, roster: &Roster) -> Assignment<'r> {
    let draft = Draft::new(registry, size, roster);
    let (items, order) = (draft.items(), draft.order());
    let planned = plan::plan(&items, &draft.limits, &order);
    let mut table = planned.clone();
    draft.stand_in(&mut table, &order, None);
    let numbers = 0..items.len();
    let mut duties: Vec<Duty> =
        numbers.map(|number| duty(number, &table, &planned.parts[number], &draft)).collect();
    let Draft { company, mut limits, .. } = draft;
    mark_coordination(&company, &mut duties);
    // The hours of those who are away are not there for others to be measured against.
    for (number, limit) in limits.iter_mut().enumerate() {
        *limit = limit.filter(|_| !company.is_away(number));
    }
    Assignment {
        size,
        workloads: duty::workloads(&duties, &limits),
        handoffs: handoffs(&company, &duties),
        openings: vacancy::openings(&company, &roster.vacancies, &duties, &order),
        totals: duty::totals(registry, &duties),
        duties,
        company,
    }
}

/// Assigns every task as if nobody ran out of time: what fits into everybody's hours stays with whoever [`assign`] gives it
/// to, and what does not fit goes to somebody all the same.
pub fn assign_without_limits<'r>(
    registry: &'r Registry,
    size: Option<SizeIx>,
    roster: &Roster,
) -> Assignment<'r> {
    let within = assign(registry, size, roster);
    if !within.lacks_time() {
        return within;
    }
    let pinned: HashSet<TaskRef> = roster.pins.iter().map(|pin| pin.task).collect();
    let is_of_one =
        |task: TaskRef| pinned.contains(&task) || registry.task(task).doers == Doers::One;
    let done = within.duties.iter().filter(|duty| !duty.is_partly() && is_of_one(duty.task));
    let alone = done.filter(|duty| duty.doers().len() == 1);
    let pins = alone.flat_map(|duty| duty.people().map(|person| Pin { task: duty.task, person }));
    let mut limitless = Roster { pins: pins.collect(), hours: None, ..roster.clone() };
    for person in &mut limitless.people {
        person.hours_per_week = None;
    }
    assign(registry, size, &limitless)
}

/// The tasks that change hands between two assignments to the same people.
pub fn handovers(before: &Assignment, after: &Assignment) -> Vec<Move> {
    let pairs = before.duties.iter().zip(&after.duties);
    let changed = pairs.filter(|(from, to)| !from.doers().eq(to.doers()));
    changed.map(|(from, to)| Move { from: from.clone(), to: to.clone() }).collect()
}

/// What becomes of a task.
fn duty(number: usize, table: &Table, planned: &[Part], draft: &Draft) -> Duty {
    let Draft { company, tasks, .. } = draft;
    let (task, parts) = (tasks[number], &table.parts[number]);
    let share = |part: &Part| Share { doer: company.doer(part.doer), hours: part.hours };
    let mut duty = Duty {
        task,
        position: None,
        shares: parts.iter().map(share).collect(),
        missing: Hours::ZERO,
        why: why(number, table, planned, draft),
        coordination: None,
    };
    if duty.why.is_ok() {
        duty.missing = plan::missing(table, number, planned);
    }
    let holding = company.holding(task.role);
    let theirs = match company.on_side(&duty).first() {
        Some(&Doer::Position(position)) => Some(position),
        Some(&Doer::Person(person)) => {
            holding.iter().copied().find(|position| company.filled[person].contains(position))
        }
        None => None,
    };
    duty.position = theirs.or(holding.first().copied());
    duty
}

/// By which rule somebody does a task, or why nobody does.
fn why(number: usize, table: &Table, planned: &[Part], draft: &Draft) -> Result<Why, Reason> {
    let Draft { company, whole, .. } = draft;
    let (role, item) = (draft.tasks[number].role, &table.items[number]);
    let Some(first) = table.parts[number].first() else {
        let has_nobody = || company.present_for(role).is_empty();
        return Err(if draft.within[number] {
            Reason::FellAway
        } else if company.holding(role).is_empty() {
            Reason::NoPosition
        } else if has_nobody() && company.stand_in(role).is_none() {
            Reason::VacantPosition
        } else {
            // Somebody who stands in may lack it, like anybody.
            Reason::NoTimeLeft
        });
    };
    let moved = planned.iter().all(|part| part.doer != first.doer);
    Ok(if moved && company.present_for(role).contains(&first.doer) {
        Why::StandIn
    } else if moved {
        Why::Deputy
    } else if item.pinned {
        Why::Pinned
    } else if whole.contains(&role) {
        Why::WholeRole
    } else if item.candidates.len() == 1 {
        Why::OnlyOne
    } else {
        match item.doers {
            Doers::Each => Why::Each,
            Doers::Shared => Why::Shared,
            Doers::One if table.is_short[number] => Why::Need,
            Doers::One => Why::Spread,
        }
    })
}

/// Marks who is on the two sides of each coordination task.
fn mark_coordination(company: &Company, duties: &mut [Duty]) {
    let mut doers: Vec<Vec<Doer>> = vec![Vec::new(); company.registry.roles().len()];
    for duty in duties.iter() {
        let known = &mut doers[duty.task.role.index()];
        for doer in duty.doers() {
            if known.last() != Some(&doer) && !known.contains(&doer) {
                known.push(doer);
            }
        }
    }
    for duty in duties {
        let Some(partner) = company.registry.task(duty.task).coordinates_with else {
            continue;
        };
        let partners = match &doers[partner.index()][..] {
            [] => company.candidates(partner).collect(),
            partners => partners.to_vec(),
        };
        duty.coordination = Some(match duty.why {
            Err(Reason::FellAway) => Tie::WithinOnePerson,
            Ok(_) | Err(_) => Tie::of(&company.on_side(duty), &partners),
        });
    }
}

/// Every handoff between roles, and who is on its two sides.
fn handoffs<'r>(company: &Company<'r>, duties: &[Duty]) -> Vec<(Exchange<'r>, Tie)> {
    let registry = company.registry;
    let on_side = |task: TaskRef| company.on_side(&duties[registry.task_number(task)]);
    let tie = |exchange: &Exchange| Tie::of(&on_side(exchange.from), &on_side(exchange.to));
    links::handoffs(registry).map(|exchange| (exchange, tie(&exchange))).collect()
}

impl Assignment<'_> {
    /// What somebody has to do, and the time for it.
    pub fn workload(&self, doer: Doer) -> &Workload {
        &self.workloads[doer.number()]
    }

    /// The position in which somebody does a task: the one that it belongs to, else another of theirs with its role, else
    /// their first.
    pub fn position_for(&self, duty: &Duty, doer: Doer) -> Option<usize> {
        let theirs = self.positions_of(doer);
        let holds = |position: &usize| self.positions[*position].roles.contains(&duty.task.role);
        let own = duty.position.filter(|position| theirs.contains(position));
        own.or_else(|| theirs.iter().copied().find(holds)).or(theirs.first().copied())
    }

    /// True if somebody does supplemental work while a core task that they may do is left undone by what changed hands.
    pub fn core_waits_for_supplemental(&self, registry: &Registry, moves: &[Move]) -> bool {
        let is_core = |task: TaskRef| registry.task(task).importance == Importance::Core;
        let mut lost = moves
            .iter()
            .map(|step| &step.to)
            .filter(|duty| is_core(duty.task) && (duty.is_partly() || duty.is_undone()));
        let supplemental = self.duties.iter().filter(|duty| !is_core(duty.task));
        let busy: HashSet<Doer> = supplemental.flat_map(Duty::doers).collect();
        lost.any(|duty| self.candidates(duty.task.role).any(|doer| busy.contains(&doer)))
    }

    /// What nobody does, in the order of need.
    pub fn undone(&self, registry: &Registry) -> Vec<&Duty> {
        let order = links::order_of_need(registry, |_| false).into_iter();
        let mut undone: Vec<&Duty> = order.map(|number| &self.duties[number]).collect();
        undone.retain(|duty| duty.is_undone());
        undone
    }

    /// True if some task does not fit into anybody's hours.
    pub fn lacks_time(&self) -> bool {
        let lacks = |duty: &Duty| duty.is_partly() || duty.why == Err(Reason::NoTimeLeft);
        self.duties.iter().any(lacks)
    }
}
