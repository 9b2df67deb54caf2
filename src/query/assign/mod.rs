//! Who does which task in a company of some size, or in a team.
//!
//! Every task of the registry comes out exactly once: with its doer, or with the reason why nobody does it.

mod duty;
mod roster;

pub use duty::{Doer, Duty, HandoffDuty, Load, Move, Outcome, Reason, Tie, Totals, Why, Workload};
pub use roster::{Person, Roster};

use super::links::{self, TaskNumbers, positions_by_role};
use super::share::{Item, Worker, share};
use crate::model::{Hours, Importance, Pin, Position, Registry, RoleIx, SizeIx, TaskRef};
use roster::{Pools, fill};
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
    let positions = registry.positions(size);
    let mut people = roster.people.clone();
    for person in &mut people {
        person.hours = person.hours.or(hours);
    }
    let filled = fill(&positions, &people);
    let pools = Pools::new(&positions, &people, &filled, &roster.pins);
    let items: Vec<Item> = registry.tasks().map(|task| item(registry, task, &pools)).collect();
    let limits: Vec<Option<Hours>> = if people.is_empty() {
        vec![hours; positions.len()]
    } else {
        // Others are not measured against the hours of those who are away.
        people.iter().map(|person| person.hours.filter(|_| !person.away)).collect()
    };
    let shares = share(&items, &limits.iter().map(|&hours| Worker { hours }).collect::<Vec<_>>());
    let whys = whys(&items, &shares);
    let holding = positions_by_role(&positions);
    let mut duties = Vec::with_capacity(items.len());
    for (task, done) in registry.tasks().zip(whys) {
        let done = done.map(|(number, why)| (pools.doer(number), why));
        let holding = holding.get(&task.role).map(Vec::as_slice).unwrap_or_default();
        duties.push(duty(task, done, holding, &filled, &pools));
    }
    mark_coordination(registry, &pools, &mut duties);
    let handoffs = handoffs(registry, &duties);
    let workloads = duty::workloads(registry, &duties, &limits);
    let totals = duty::totals(registry, &duties, &items, &workloads);
    Assignment { size, positions, people, filled, pools, workloads, duties, handoffs, totals }
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
    let done = within.duties.iter();
    let pins = done.filter_map(|duty| Some(Pin { task: duty.task, person: duty.person()? }));
    let mut limitless = Roster { people: roster.people.clone(), pins: pins.collect() };
    for person in &mut limitless.people {
        person.hours = None;
    }
    assign(registry, size, &limitless, None)
}

/// The tasks that change hands between two assignments to the same people.
pub fn handovers(before: &Assignment, after: &Assignment) -> Vec<Move> {
    let pairs = before.duties.iter().zip(&after.duties);
    let changed = pairs.filter(|(from, to)| from.doer() != to.doer());
    changed.map(|(&from, &to)| Move { task: from.task, from, to }).collect()
}

fn item<'c>(registry: &Registry, task: TaskRef, pools: &'c Pools) -> Item<'c> {
    let details = registry.task(task);
    Item {
        hours: details.hours_per_week,
        core: details.importance == Importance::Core,
        area: details.area,
        candidates: pools.of_task(task),
        pinned: pools.pins.contains_key(&task),
    }
}

/// For each task that somebody got, the number of its doer, and why it went to them.
fn whys(items: &[Item], shares: &[Option<usize>]) -> Vec<Option<(usize, Why)>> {
    let mut at_home = HashSet::new();
    let mut whys = vec![None; items.len()];
    // Pinned tasks and those with an estimate are shared first.
    for first in [true, false] {
        for ((item, share), known) in items.iter().zip(shares).zip(&mut whys) {
            let is_first = item.pinned || item.hours.is_some();
            let Some(number) = share.filter(|_| is_first == first) else {
                continue;
            };
            let has_others = !at_home.insert((number, item.area));
            let why = if item.pinned {
                Why::Pinned
            } else if item.candidates.all.len() == 1 {
                Why::OnlyOne
            } else if item.hours.is_some() {
                Why::Spread
            } else if item.candidates.named.len() == 1 {
                Why::OnlyOne
            } else if has_others {
                Why::SameArea
            } else {
                Why::FewestTasks
            };
            *known = Some((number, why));
        }
    }
    whys
}

/// What becomes of a task whose role these positions hold.
fn duty(
    task: TaskRef,
    done: Option<(Doer, Why)>,
    holding: &[usize],
    filled: &[Vec<usize>],
    pools: &Pools,
) -> Duty {
    let first = holding.first().copied();
    let (position, outcome) = match done {
        Some((by, why)) => {
            let theirs = match by {
                Doer::Position(position) => Some(position),
                Doer::Person(person) => {
                    holding.iter().copied().find(|place| filled[person].contains(place))
                }
            };
            (theirs.or(first), Outcome::Done { by, why })
        }
        None if first.is_none() => (None, Outcome::Undone(Reason::NoPosition)),
        None if pools.of_task(task).all.is_empty() => {
            (first, Outcome::Undone(Reason::VacantPosition))
        }
        None => (first, Outcome::Undone(Reason::NoTimeLeft)),
    };
    Duty { task, position, outcome, coordination: None }
}

/// A coordination task stays within one person if that person does everything that its partner role has to do.
fn mark_coordination(registry: &Registry, pools: &Pools, duties: &mut [Duty]) {
    let mut doers: HashMap<RoleIx, Vec<Doer>> = HashMap::new();
    for duty in duties.iter() {
        if let Some(doer) = duty.doer() {
            let known = doers.entry(duty.task.role).or_default();
            if known.last() != Some(&doer) && !known.contains(&doer) {
                known.push(doer);
            }
        }
    }
    for (&role, pool) in &pools.by_role {
        doers
            .entry(role)
            .or_insert_with(|| pool.all.iter().map(|&number| pools.doer(number)).collect());
    }
    for duty in duties {
        let Some(partner) = registry.task(duty.task).coordinates_with else {
            continue;
        };
        let partners = doers.get(&partner).map(Vec::as_slice).unwrap_or_default();
        duty.coordination = Some(match (duty.doer(), partners) {
            (None, _) | (_, []) => Tie::NobodyThere,
            (Some(doer), [only]) if doer == *only => Tie::WithinOnePerson,
            (Some(_), _) => Tie::BetweenPeople,
        });
    }
}

/// Every handoff between roles, and who is on its two sides.
fn handoffs<'r>(registry: &'r Registry, duties: &[Duty]) -> Vec<HandoffDuty<'r>> {
    let numbers = TaskNumbers::new(registry);
    let mut handoffs = Vec::new();
    for exchange in links::handoffs(registry) {
        let sides = [exchange.from, exchange.to].map(|task| duties[numbers.of(task)].doer());
        let tie = match sides {
            [Some(from), Some(to)] if from == to => Tie::WithinOnePerson,
            [Some(_), Some(_)] => Tie::BetweenPeople,
            [None, _] | [_, None] => Tie::NobodyThere,
        };
        handoffs.push(HandoffDuty { exchange, tie });
    }
    handoffs
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
    pub fn away(&self) -> impl Iterator<Item = &str> {
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

    /// Who may do the tasks of a role, in order.
    pub fn candidates(&self, role: RoleIx) -> impl Iterator<Item = Doer> {
        self.pools.of_role(role).all.iter().map(|&number| self.pools.doer(number))
    }

    /// Those of them who were named for the role, or all of them if nobody was.
    pub fn named(&self, role: RoleIx) -> impl ExactSizeIterator<Item = Doer> {
        self.pools.of_role(role).named.iter().map(|&number| self.pools.doer(number))
    }

    /// True if somebody is among those who were named for a role, as [`Self::named`] has them.
    pub fn is_named(&self, role: RoleIx, doer: Doer) -> bool {
        let number = doer.number();
        let named = self.pools.of_role(role).named.binary_search(&number).is_ok();
        named && self.pools.doer(number) == doer
    }

    /// True if some task does not fit into anybody's hours.
    pub fn lacks_time(&self) -> bool {
        self.duties.iter().any(|duty| duty.reason() == Some(Reason::NoTimeLeft))
    }
}
