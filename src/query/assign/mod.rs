//! Who does which task in a company of some size, or in a team.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

mod draft;
mod duty;
mod losses;
mod roster;
mod vacancy;

pub use duty::{
    Doer, Duty, HandoffDuty, Load, Move, Outcome, Reason, Share, Tie, Totals, Why, Workload,
};
pub use losses::{Loss, losses};
pub use roster::{Person, Roster};
pub(super) use roster::{Pools, fill, in_place_of, lead, stand_in};
pub use vacancy::Opening;

use super::links::{self, TaskNumbers, positions_by_role};
use super::plan::{self, Part, Table};
use crate::model::{
    Date, Doers, Hours, Importance, Pin, Position, Registry, RoleIx, SizeIx, TaskRef,
};
use draft::Draft;
use std::collections::{HashMap, HashSet};

/// The whole answer.
#[derive(Debug)]
pub struct Assignment<'r> {
    /// The company size; without one, each role is a position.
    pub size: Option<SizeIx>,
    /// The positions.
    pub positions: Vec<Position<'r>>,
    /// The people of the roster, under the same numbers; empty if tasks go to positions.
    pub people: Vec<Person>,
    /// The day that it is about, if it depends on the day who is there.
    pub day: Option<Date>,
    /// The positions that each of them fills.
    pub filled: Vec<Vec<usize>>,
    /// Who may do what.
    pools: Pools,
    /// What each person has to do, or each position if there are no people.
    workloads: Vec<Workload>,
    /// Every task of the registry, once, in its order.
    pub duties: Vec<Duty>,
    /// Every handoff between roles.
    pub handoffs: Vec<HandoffDuty<'r>>,
    /// The vacancies that are open, and what waits for them.
    pub openings: Vec<Opening>,
    /// The sums.
    pub totals: Totals,
}

/// Assigns every task of the registry.
///
/// Without a size, each role is a position. People with a role fill a position that holds it, people with a position
/// fill that one; the others fill the emptiest position, in order. A person whose role no position holds fills none.
/// `hours` are the hours a week of everybody who brings none of their own.
pub fn assign<'r>(
    registry: &'r Registry,
    size: Option<SizeIx>,
    roster: &Roster,
    hours: Option<Hours>,
) -> Assignment<'r> {
    let draft = Draft::new(registry, size, roster, hours);
    let (items, order) = (draft.items(), draft.order());
    let mut table = plan::plan(&items, &draft.limits, &order);
    let planned = table.parts.clone();
    draft.move_from_those_away(&mut table, &order);
    let holding = positions_by_role(&draft.positions);
    let mut duties = Vec::with_capacity(items.len());
    for (number, &task) in draft.tasks.iter().enumerate() {
        let holding = holding.get(&task.role).map(Vec::as_slice).unwrap_or_default();
        let outcome = match draft.within[number] {
            Some(person) => Outcome::FellAway(draft.pools.doer(person)),
            None => outcome(number, &table, &planned[number], &draft, !holding.is_empty()),
        };
        duties.push(duty(task, outcome, holding, &draft.filled));
    }
    let Draft { positions, people, filled, pools, limits, .. } = draft;
    mark_coordination(registry, &pools, &mut duties);
    let handoffs = handoffs(registry, &duties);
    // The hours of those who are away are not there for others to be measured against.
    let there = |(number, limit): (usize, &Option<Hours>)| {
        limit.filter(|_| people.get(number).is_none_or(|person| !person.away))
    };
    let limits: Vec<Option<Hours>> = limits.iter().enumerate().map(there).collect();
    let workloads = duty::workloads(&duties, &limits);
    let totals = duty::totals(registry, &duties);
    let day = roster.day;
    let openings = vacancy::openings(registry, &positions, &roster.vacancies, &duties, &order);
    Assignment {
        size,
        positions,
        people,
        day,
        filled,
        pools,
        workloads,
        duties,
        handoffs,
        openings,
        totals,
    }
}

/// Assigns every task as if nobody ran out of time: what fits into everybody's hours stays with whoever [`assign`] gives it
/// to, and what does not fit goes to somebody all the same.
pub fn assign_without_limits<'r>(
    registry: &'r Registry,
    size: Option<SizeIx>,
    roster: &Roster,
) -> Assignment<'r> {
    let within = assign(registry, size, roster, None);
    if !within.lacks_time() {
        return within;
    }
    let pinned: HashSet<TaskRef> = roster.pins.iter().map(|pin| pin.task).collect();
    let is_of_one =
        |task: TaskRef| pinned.contains(&task) || registry.task(task).doers == Doers::One;
    let done = within.duties.iter().filter(|duty| !duty.is_partly() && is_of_one(duty.task));
    let alone = done.filter(|duty| duty.doers().len() == 1);
    let pins = alone.flat_map(|duty| duty.people().map(|person| Pin { task: duty.task, person }));
    let mut limitless = Roster { pins: pins.collect(), ..roster.clone() };
    for person in &mut limitless.people {
        person.hours = None;
    }
    assign(registry, size, &limitless, None)
}

/// The tasks that change hands between two assignments to the same people.
pub fn handovers(before: &Assignment, after: &Assignment) -> Vec<Move> {
    let pairs = before.duties.iter().zip(&after.duties);
    let changed = pairs.filter(|(from, to)| !from.doers().eq(to.doers()));
    changed.map(|(from, to)| Move { task: from.task, from: from.clone(), to: to.clone() }).collect()
}

/// What becomes of a task, and by which rule.
fn outcome(
    number: usize,
    table: &Table,
    planned: &[Part],
    draft: &Draft,
    has_position: bool,
) -> Outcome {
    let Draft { pools, whole, .. } = draft;
    let (task, item) = (draft.tasks[number], &table.items[number]);
    let parts = &table.parts[number];
    if parts.is_empty() {
        let is_vacant = || {
            pools.present_for(task.role).is_empty()
                && stand_in(&draft.people, pools, task.role).is_none()
        };
        return Outcome::Undone(if !has_position {
            Reason::NoPosition
        } else if is_vacant() {
            Reason::VacantPosition
        } else {
            // Somebody who stands in may lack it, like anybody.
            Reason::NoTimeLeft
        });
    }
    let moved = planned.iter().all(|part| part.doer != parts[0].doer);
    let why = if moved && pools.present_for(task.role).contains(&parts[0].doer) {
        Why::StandIn
    } else if moved {
        Why::Deputy
    } else if item.pinned {
        Why::Pinned
    } else if whole.contains(&task.role) {
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
    };
    let share = |part: &Part| Share { doer: pools.doer(part.doer), hours: part.hours };
    let missing = plan::missing(table, number, planned);
    Outcome::Done { by: parts.iter().map(share).collect(), why, missing }
}

/// A task with its position.
fn duty(task: TaskRef, outcome: Outcome, holding: &[usize], filled: &[Vec<usize>]) -> Duty {
    let doer = match &outcome {
        Outcome::Done { by, .. } => by.first().map(|share| share.doer),
        Outcome::FellAway(doer) => Some(*doer),
        Outcome::Undone(_) => None,
    };
    let theirs = match doer {
        Some(Doer::Position(position)) => Some(position),
        Some(Doer::Person(person)) => {
            holding.iter().copied().find(|place| filled[person].contains(place))
        }
        None => None,
    };
    Duty { task, position: theirs.or(holding.first().copied()), outcome, coordination: None }
}

/// Marks who is on the two sides of each coordination task.
fn mark_coordination(registry: &Registry, pools: &Pools, duties: &mut [Duty]) {
    let mut doers: HashMap<RoleIx, Vec<Doer>> = HashMap::new();
    for duty in duties.iter() {
        for doer in duty.doers() {
            let known = doers.entry(duty.task.role).or_default();
            if known.last() != Some(&doer) && !known.contains(&doer) {
                known.push(doer);
            }
        }
    }
    for (&role, pool) in &pools.present {
        let all = || pool.iter().map(|&number| pools.doer(number)).collect();
        doers.entry(role).or_insert_with(all);
    }
    for duty in duties {
        let Some(partner) = registry.task(duty.task).coordinates_with else {
            continue;
        };
        let partners = doers.get(&partner).map(Vec::as_slice).unwrap_or_default();
        let tie = match (duty.shares(), partners) {
            _ if matches!(duty.outcome, Outcome::FellAway(_)) => Tie::WithinOnePerson,
            ([], _) | (_, []) => Tie::NobodyThere,
            ([share], [only]) if share.doer == *only => Tie::WithinOnePerson,
            _ => Tie::BetweenPeople,
        };
        duty.coordination = Some(tie);
    }
}

/// Every handoff between roles, and who is on its two sides.
fn handoffs<'r>(registry: &'r Registry, duties: &[Duty]) -> Vec<HandoffDuty<'r>> {
    let numbers = TaskNumbers::new(registry);
    let duty = |task: TaskRef| &duties[numbers.of(task)];
    let mut handoffs = Vec::new();
    for exchange in links::handoffs(registry) {
        let (from, to) = (duty(exchange.from), duty(exchange.to));
        let (from, to) = (on_side(from), on_side(to));
        let tie = if from.is_empty() || to.is_empty() {
            Tie::NobodyThere
        } else if from.len() == 1 && from == to {
            Tie::WithinOnePerson
        } else {
            Tie::BetweenPeople
        };
        handoffs.push(HandoffDuty { exchange, tie });
    }
    handoffs
}

/// Who is on one side of a handoff: of a task that fell away, the one who is on both.
fn on_side(duty: &Duty) -> Vec<Doer> {
    match duty.outcome {
        Outcome::FellAway(doer) => vec![doer],
        Outcome::Done { .. } | Outcome::Undone(_) => duty.doers().collect(),
    }
}

impl Assignment<'_> {
    /// True if there are people, so that tasks go to them and not to positions.
    pub fn has_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// Those who are not away, with their numbers.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Person)> + Clone {
        self.people.iter().enumerate().filter(|(_, person)| !person.away)
    }

    /// The names of those who are away.
    pub fn away(&self) -> impl Iterator<Item = &str> + Clone {
        self.people.iter().filter(|person| person.away).map(|person| person.name.as_str())
    }

    /// Everybody who could do tasks: the people who are there, or the positions where there are no people.
    pub fn doers(&self) -> impl Iterator<Item = Doer> {
        let all = (0..self.workloads.len()).map(|number| self.pools.doer(number));
        all.filter(|doer| doer.person().is_none_or(|person| !self.people[person].away))
    }

    /// The name of a person, or the id of a position.
    pub fn name_of(&self, doer: Doer) -> &str {
        match doer {
            Doer::Person(person) => &self.people[person].name,
            Doer::Position(position) => self.positions[position].id,
        }
    }

    /// The name of a person; `None` for a position.
    pub fn person_name(&self, doer: Doer) -> Option<&str> {
        doer.person().map(|person| self.people[person].name.as_str())
    }

    /// What somebody has to do, and the time for it.
    pub fn workload(&self, doer: Doer) -> &Workload {
        &self.workloads[doer.number()]
    }

    /// The positions that somebody fills; a position fills itself.
    pub fn positions_of(&self, doer: Doer) -> Vec<usize> {
        match doer {
            Doer::Position(position) => vec![position],
            Doer::Person(person) => self.filled[person].clone(),
        }
    }

    /// The position in which somebody does a task: the one that it belongs to, else another of theirs with its role, else
    /// their first.
    pub fn position_for(&self, duty: &Duty, doer: Doer) -> Option<usize> {
        let theirs = self.positions_of(doer);
        let holds = |position: &usize| self.positions[*position].roles.contains(&duty.task.role);
        let own = duty.position.filter(|position| theirs.contains(position));
        own.or_else(|| theirs.iter().copied().find(holds)).or(theirs.first().copied())
    }

    /// The people who are there, by position.
    pub fn people_by_position(&self) -> Vec<Vec<usize>> {
        let mut people = vec![Vec::new(); self.positions.len()];
        for (number, _) in self.present() {
            for &position in &self.filled[number] {
                people[position].push(number);
            }
        }
        people
    }

    /// Who may do the tasks of a role, in order; only those who are there.
    pub fn candidates(&self, role: RoleIx) -> impl ExactSizeIterator<Item = Doer> + Clone {
        self.pools.present_for(role).iter().map(|&number| self.pools.doer(number))
    }

    /// Who would stand in for somebody who is there: their deputy, or whoever is there in the deputy's place.
    pub fn deputy_of(&self, person: usize) -> Option<usize> {
        let deputy = in_place_of(&self.people, self.people[person].deputy?)?;
        (deputy != person).then_some(deputy)
    }

    /// Who answers for a role in the name of its lead.
    pub fn lead(&self, role: RoleIx) -> Option<Doer> {
        lead(&self.people, &self.pools, role).map(Doer::Person)
    }

    /// Who stands in for those who hold a role, where all of them are away.
    pub fn stand_in(&self, role: RoleIx) -> Option<Doer> {
        stand_in(&self.people, &self.pools, role).map(Doer::Person)
    }

    /// True if somebody does supplemental work while a core task that they may do is left undone by what changed hands.
    pub fn core_waits_for_supplemental(&self, registry: &Registry, moves: &[Move]) -> bool {
        let is_core = |task: TaskRef| registry.task(task).importance == Importance::Core;
        let mut lost = moves.iter().map(|step| &step.to).filter(|duty| {
            is_core(duty.task) && (duty.is_partly() || matches!(duty.outcome, Outcome::Undone(_)))
        });
        let supplemental = self.duties.iter().filter(|duty| !is_core(duty.task));
        let busy: HashSet<Doer> = supplemental.flat_map(Duty::doers).collect();
        lost.any(|duty| self.candidates(duty.task.role).any(|doer| busy.contains(&doer)))
    }

    /// What nobody does, in the order of need.
    pub fn undone(&self, registry: &Registry) -> Vec<&Duty> {
        let order = plan::order_of_need(registry, |_| false).into_iter();
        let mut undone: Vec<&Duty> = order.map(|number| &self.duties[number]).collect();
        undone.retain(|duty| matches!(duty.outcome, Outcome::Undone(_)));
        undone
    }

    /// True if some task does not fit into anybody's hours.
    pub fn lacks_time(&self) -> bool {
        let lacks = |duty: &Duty| duty.is_partly() || duty.reason() == Some(Reason::NoTimeLeft);
        self.duties.iter().any(lacks)
    }
}
