//! Roles side by side: where they differ, what they share, what they hand to one another.

use super::likeness::{Alike, Wordings, likenesses, shared_texts};
use super::links::{Exchange, area_order, handoffs};
use crate::model::{AreaIx, Registry, RoleIx, SizeIx, TaskRef};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What two or more roles have and do not have in common.
#[derive(Debug)]
pub struct Comparison<'r> {
    /// The roles, as they were named.
    pub roles: Vec<RoleIx>,
    /// Their tasks lined up by area, in the order of the areas.
    pub areas: Vec<AreaLines>,
    /// Tasks whose text stands in several of the roles.
    pub shared: Vec<Vec<TaskRef>>,
    /// Tasks of two roles that say nearly the same.
    pub alike: Vec<Alike>,
    /// What the roles hand to one another.
    pub handoffs: Vec<Exchange<'r>>,
    /// Who holds the roles in each company size.
    pub sizes: Vec<(SizeIx, Holding)>,
}

/// The tasks of one area, with a column for each role; tasks that are shared or alike stand on one line.
#[derive(Debug)]
pub struct AreaLines {
    /// The area; `None` for tasks without one.
    pub area: Option<AreaIx>,
    /// The lines, each with a cell for each role.
    pub lines: Vec<Vec<Option<TaskRef>>>,
}

/// Who holds the compared roles in a company of some size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holding {
    /// One person holds them all.
    OnePerson,
    /// They are spread over this many positions.
    Apart(usize),
    /// Some of them have no position.
    NotAll,
}

impl Comparison<'_> {
    /// Each role with the tasks that none of the others shares.
    pub fn only(&self, registry: &Registry) -> Vec<(RoleIx, Vec<TaskRef>)> {
        let shared: HashSet<TaskRef> = self.shared.iter().flatten().copied().collect();
        let tasks = |role| registry.tasks_of(role).filter(|task| !shared.contains(task)).collect();
        self.roles.iter().map(|&role| (role, tasks(role))).collect()
    }

    /// True if each role has the tasks of all others and no more.
    pub fn has_same_tasks(&self, registry: &Registry) -> bool {
        let is_everywhere = |group: &Vec<TaskRef>| {
            self.roles.iter().all(|role| group.iter().any(|task| task.role == *role))
        };
        !self.shared.is_empty()
            && self.shared.iter().all(is_everywhere)
            && self.only(registry).iter().all(|(_, tasks)| tasks.is_empty())
    }
}

/// Compares roles, none of which is named twice.
pub fn compare<'r>(registry: &'r Registry, roles: &[RoleIx]) -> Comparison<'r> {
    let tasks: Vec<TaskRef> = roles.iter().flat_map(|&role| registry.tasks_of(role)).collect();
    let wordings = Wordings::new(registry, &tasks);
    let shared = shared_texts(&wordings, &tasks);
    let alike = likenesses(&wordings, &tasks);
    let compared: HashSet<RoleIx> = roles.iter().copied().collect();
    let areas = line_up(registry, roles, &tasks, &shared, &alike);
    let mut handoffs: Vec<Exchange> = handoffs(registry).collect();
    handoffs.retain(|exchange| {
        compared.contains(&exchange.from.role) && compared.contains(&exchange.to.role)
    });
    let sizes =
        registry.every_size().map(|size| (size, holding(registry, size, &compared))).collect();
    Comparison { roles: roles.to_vec(), areas, shared, alike, handoffs, sizes }
}

fn holding(registry: &Registry, size: SizeIx, compared: &HashSet<RoleIx>) -> Holding {
    let mut held: Vec<BTreeSet<RoleIx>> = Vec::new();
    for position in registry.positions(Some(size)) {
        held.push(position.roles.iter().copied().filter(|role| compared.contains(role)).collect());
    }
    let all: BTreeSet<RoleIx> = held.iter().flatten().copied().collect();
    if all.len() < compared.len() {
        Holding::NotAll
    } else if held.iter().any(|roles| roles.len() == compared.len()) {
        Holding::OnePerson
    } else {
        Holding::Apart(held.iter().filter(|roles| !roles.is_empty()).count())
    }
}

fn line_up(
    registry: &Registry,
    roles: &[RoleIx],
    tasks: &[TaskRef],
    shared: &[Vec<TaskRef>],
    alike: &[Alike],
) -> Vec<AreaLines> {
    let column: HashMap<RoleIx, usize> = roles.iter().copied().zip(0..).collect();
    // Of each area, the lines of tasks that belong together, and the other tasks of each role.
    let mut areas: BTreeMap<_, (Vec<Vec<_>>, Vec<Vec<TaskRef>>)> = BTreeMap::new();
    let empty = || (Vec::new(), vec![Vec::new(); roles.len()]);
    let mut placed: HashSet<TaskRef> = HashSet::new();
    let together = shared.iter().map(Vec::as_slice).chain(alike.iter().map(|pair| &pair.tasks[..]));
    for group in together {
        if group.iter().any(|task| placed.contains(task)) {
            continue;
        }
        let area = area_order(registry, group[0]);
        let mut line = vec![None; roles.len()];
        for &task in group.iter().filter(|&&task| area_order(registry, task) == area) {
            let cell = &mut line[column[&task.role]];
            if cell.is_none() && placed.insert(task) {
                *cell = Some(task);
            }
        }
        areas.entry(area).or_insert_with(empty).0.push(line);
    }
    for &task in tasks.iter().filter(|task| !placed.contains(task)) {
        let (_, others) = areas.entry(area_order(registry, task)).or_insert_with(empty);
        others[column[&task.role]].push(task);
    }
    let lines = |((_, area), (mut lines, others)): (_, (Vec<Vec<_>>, Vec<Vec<TaskRef>>))| {
        let most = others.iter().map(Vec::len).max().unwrap_or_default();
        let line = |at: usize| others.iter().map(|tasks| tasks.get(at).copied()).collect();
        lines.extend((0..most).map(line));
        AreaLines { area, lines }
    };
    areas.into_iter().map(lines).collect()
}
