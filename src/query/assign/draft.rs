//! What a plan is made from: the company, and its tasks as things to be given to somebody.

use super::company::Company;
use super::roster::Roster;
use crate::model::{Doers, Hours, Registry, RoleIx, SizeIx, TaskRef};
use crate::query::links::order_of_need;
use crate::query::plan::{self, Item, Table};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// A company before its tasks are given to anybody.
pub(super) struct Draft<'r> {
    pub company: Company<'r>,
    /// The hours of each person, or of each position where there are no people.
    pub limits: Vec<Option<Hours>>,
    /// The roles that went whole to one person.
    pub whole: HashSet<RoleIx>,
    /// Every task of the registry, in its order.
    pub tasks: Vec<TaskRef>,
    /// For each task, whether it falls away.
    pub within: Vec<bool>,
}

impl<'r> Draft<'r> {
    pub fn new(registry: &'r Registry, size: Option<SizeIx>, roster: &Roster) -> Self {
        let mut company = Company::new(registry, size, roster.to_plan());
        let limits: Vec<Option<Hours>> = if company.has_people() {
            company.people.iter().map(|person| person.hours_per_week).collect()
        } else {
            vec![roster.hours; company.positions.len()]
        };
        let whole = whole_roles(&limits, &mut company);
        let tasks: Vec<TaskRef> = registry.tasks().collect();
        let within = tasks.iter().map(|&task| falls_away(task, &company)).collect();
        Self { company, limits, whole, tasks, within }
    }

    pub fn items(&self) -> Vec<Item<'_>> {
        let item = |(&task, &falls_away): (&TaskRef, &bool)| {
            let details = self.company.registry.task(task);
            let pinned = self.company.pins.contains_key(&task);
            Item {
                hours: details.hours_per_week,
                area: details.area,
                doers: if pinned { Doers::One } else { details.doers },
                candidates: if falls_away { &[] } else { self.company.of_task(task) },
                pinned: pinned && !falls_away,
            }
        };
        self.tasks.iter().zip(&self.within).map(item).collect()
    }

    /// The numbers of the tasks in the order of need.
    pub fn order(&self) -> Vec<usize> {
        order_of_need(self.company.registry, |task| self.company.pins.contains_key(&task))
    }

    /// Finds others for what those who are away would do, and for what somebody would do if they were gone too.
    pub fn stand_in(&self, table: &mut Table, order: &[usize], gone: Option<usize>) {
        let instead: Vec<Option<usize>> = (0..self.company.people.len())
            .map(|person| self.company.in_place_of(person, gone))
            .collect();
        plan::stand_in(table, &instead, &|item| self.present_for(item, gone), order);
    }

    /// Those of the people of a task's role who would be there if somebody were gone.
    pub fn present_for(&self, item: usize, gone: Option<usize>) -> Vec<usize> {
        let is_there = |person: usize| !self.company.is_away(person) && Some(person) != gone;
        self.company.may_do(self.tasks[item].role, is_there)
    }
}

/// Shares a position with several roles among several people by whole roles, where there are not more people than roles
/// and everybody can bear theirs: the heaviest role goes to whoever has most time. Tells which roles went to one person.
fn whole_roles(limits: &[Option<Hours>], company: &mut Company) -> HashSet<RoleIx> {
    let registry = company.registry;
    let estimates = registry.tasks().map(|task| registry.task(task).hours_per_week);
    let usual = Hours::average(estimates).unwrap_or(Hours::ONE);
    let sum_of = |role: RoleIx, unknown: Hours| -> Hours {
        registry.role(role).tasks.iter().map(|task| task.hours_per_week.unwrap_or(unknown)).sum()
    };
    let mut whole = HashSet::new();
    for position in 0..company.positions.len() {
        let mut roles = company.positions[position].roles.to_vec();
        roles.retain(|&role| !registry.role(role).tasks.is_empty());
        let Some(mut people) = roles.first().map(|&role| company.of_role(role).to_vec()) else {
            continue;
        };
        let is_common = |&role: &RoleIx| company.of_role(role) == people;
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
                company.by_role[role.index()] = table.doer(number).into_iter().collect();
                whole.insert(role);
            }
        }
    }
    whole
}

/// Whether one would be on both sides of a coordination task.
fn falls_away(task: TaskRef, company: &Company) -> bool {
    let partner = company.registry.task(task).coordinates_with;
    let doers = company.of_task(task);
    doers.len() == 1 && partner.is_some_and(|partner| company.of_role(partner) == doers)
}
