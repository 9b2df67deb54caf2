//! What a plan is made from: the company, who may do what, and the tasks as things to be given to somebody.

use super::roster::{Person, Pools, Roster, fill, in_place_of};
use crate::model::{Doers, Hours, Position, Registry, RoleIx, SizeIx, TaskRef};
use crate::query::plan::{self, Absences, Item, Table};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// A company before its tasks are given to anybody.
pub(super) struct Draft<'r> {
    pub registry: &'r Registry,
    pub positions: Vec<Position<'r>>,
    pub people: Vec<Person>,
    /// The positions that each of them fills.
    pub filled: Vec<Vec<usize>>,
    pub pools: Pools,
    /// The hours of each person, or of each position where there are no people.
    pub limits: Vec<Option<Hours>>,
    /// The roles that went whole to one person.
    pub whole: HashSet<RoleIx>,
    /// Every task of the registry, in its order.
    pub tasks: Vec<TaskRef>,
    /// For each task that falls away, who is on both sides.
    pub within: Vec<Option<usize>>,
}

impl<'r> Draft<'r> {
    pub fn new(
        registry: &'r Registry,
        size: Option<SizeIx>,
        roster: &Roster,
        hours: Option<Hours>,
    ) -> Self {
        let positions = registry.positions(size);
        let (people, pins) = roster.to_plan(hours);
        let filled = fill(&positions, &people);
        let mut pools = Pools::new(&positions, &people, &filled, &pins);
        let limits: Vec<Option<Hours>> = if people.is_empty() {
            vec![hours; positions.len()]
        } else {
            people.iter().map(|person| person.hours).collect()
        };
        let whole = whole_roles(registry, &positions, &limits, &mut pools);
        let tasks: Vec<TaskRef> = registry.tasks().collect();
        let within = tasks.iter().map(|&task| falls_away(registry, task, &pools)).collect();
        Self { registry, positions, people, filled, pools, limits, whole, tasks, within }
    }

    /// The tasks as things to be given to somebody.
    pub fn items(&self) -> Vec<Item<'_>> {
        let tasks = self.tasks.iter().zip(&self.within);
        tasks.map(|(&task, within)| self.item(task, within.is_some())).collect()
    }

    fn item(&self, task: TaskRef, fell_away: bool) -> Item<'_> {
        let details = self.registry.task(task);
        let pinned = self.pools.pins.contains_key(&task);
        Item {
            hours: details.hours_per_week,
            area: details.area,
            doers: if pinned { Doers::One } else { details.doers },
            candidates: if fell_away { &[] } else { self.pools.of_task(task) },
            pinned: pinned && !fell_away,
        }
    }

    /// The numbers of the tasks in the order of need.
    pub fn order(&self) -> Vec<usize> {
        plan::order_of_need(self.registry, |task| self.pools.pins.contains_key(&task))
    }

    /// Finds others for what those who are away would do.
    pub fn move_from_those_away(&self, table: &mut Table, order: &[usize]) {
        let away: Vec<bool> = self.people.iter().map(|person| person.away).collect();
        if away.contains(&true) {
            let deputies: Vec<Option<usize>> =
                (0..away.len()).map(|person| in_place_of(&self.people, person)).collect();
            let present = |item: usize| self.pools.present_for(self.tasks[item].role).to_vec();
            let absences = Absences { away: &away, deputies: &deputies, present: &present };
            plan::stand_in(table, &absences, order);
        }
    }
}

/// Shares a position with several roles among several people by whole roles, where there are not more people than roles
/// and everybody can bear theirs: the heaviest role goes to whoever has most time. Tells which roles went to one person.
fn whole_roles(
    registry: &Registry,
    positions: &[Position],
    limits: &[Option<Hours>],
    pools: &mut Pools,
) -> HashSet<RoleIx> {
    let estimates = registry.tasks().map(|task| registry.task(task).hours_per_week);
    let usual = plan::average(estimates).unwrap_or(Hours::ONE);
    let sum_of = |role: RoleIx, unknown: Hours| -> Hours {
        registry.role(role).tasks.iter().map(|task| task.hours_per_week.unwrap_or(unknown)).sum()
    };
    let mut whole = HashSet::new();
    for position in positions {
        let mut roles = position.roles.to_vec();
        roles.retain(|&role| !registry.role(role).tasks.is_empty());
        let Some(mut people) = roles.first().map(|&role| pools.of_role(role).to_vec()) else {
            continue;
        };
        let is_common = |&role: &RoleIx| pools.of_role(role) == people;
        if people.len() < 2 || people.len() > roles.len() || !roles.iter().all(is_common) {
            continue;
        }
        roles.sort_by_key(|&role| Reverse(sum_of(role, usual)));
        people.sort_by_key(|&person| Reverse(limits[person].map_or(u64::MAX, Hours::thousandths)));
        let item = |&role: &RoleIx| Item {
            hours: Some(sum_of(role, usual)),
            area: None,
            doers: Doers::One,
            candidates: &people,
            pinned: false,
        };
        let items: Vec<Item> = roles.iter().map(item).collect();
        let mut table = Table::new(&items, limits);
        let mut known: HashMap<usize, Hours> = HashMap::new();
        for (number, &role) in roles.iter().enumerate() {
            // Everybody gets one; the others go to whoever is least busy afterwards.
            let least_busy = || table.least_busy(number, people.iter().copied());
            let Some(person) = people.get(number).copied().or_else(least_busy) else { continue };
            table.give_whole(number, person);
            *known.entry(person).or_default() += sum_of(role, Hours::ZERO);
        }
        if known.iter().all(|(&person, &hours)| limits[person].is_none_or(|limit| hours <= limit)) {
            for (number, &role) in roles.iter().enumerate() {
                pools.by_role.insert(role, table.doer(number).into_iter().collect());
                whole.insert(role);
            }
        }
    }
    whole
}

/// The one who would be on both sides of a coordination task.
fn falls_away(registry: &Registry, task: TaskRef, pools: &Pools) -> Option<usize> {
    let partner = registry.task(task).coordinates_with?;
    match (pools.of_task(task), pools.of_role(partner)) {
        (&[doer], &[other]) if doer == other => Some(doer),
        _ => None,
    }
}
