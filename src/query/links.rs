//! What the registry says whoever does its tasks: what goes from task to task, who answers for a task, which positions
//! hold a role, in which order tasks stand, and in which they are needed.

use crate::model::{AreaIx, Cadence, Importance, Position, Registry, RoleIx, TaskRef, Text};
use std::mem;

/// A handoff from one task to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exchange<'r> {
    /// The task that gives.
    pub from: TaskRef,
    /// The task that gets.
    pub to: TaskRef,
    /// What is handed over.
    pub what: Option<&'r Text>,
}

/// Every handoff of the registry.
pub(super) fn exchanges(registry: &Registry) -> impl Iterator<Item = Exchange<'_>> {
    registry.tasks().flat_map(|from| {
        let handoffs = registry.task(from).handoffs.iter();
        handoffs.map(move |handoff| Exchange { from, to: handoff.to, what: handoff.what.as_ref() })
    })
}

/// Every handoff from one role to another.
pub fn handoffs(registry: &Registry) -> impl Iterator<Item = Exchange<'_>> {
    exchanges(registry).filter(|exchange| exchange.from.role != exchange.to.role)
}

/// The role that answers for a task: the one that the task names, otherwise the head of the reporting line of its role,
/// which is the role itself if it reports to nobody.
pub fn accountable(registry: &Registry, task: TaskRef) -> RoleIx {
    let mut head = task.role;
    while let Some(above) = registry.role(head).reports_to {
        head = above;
    }
    registry.task(task).accountable.unwrap_or(head)
}

/// By the number of each role, what follows from the role itself and from what there is for the one that it reports to. One
/// pass is enough, because roles come after those that they report to.
pub(super) fn down_the_lines<T: Copy>(
    registry: &Registry,
    value: impl Fn(RoleIx, Option<T>) -> Option<T>,
) -> Vec<Option<T>> {
    let mut values: Vec<Option<T>> = vec![None; registry.roles().len()];
    for role in registry.roles() {
        let above = registry.role(role).reports_to.and_then(|above| values[above.index()]);
        values[role.index()] = value(role, above);
    }
    values
}

/// The positions that hold each role, in order, by the number of the role.
pub fn positions_by_role(registry: &Registry, positions: &[Position]) -> Vec<Vec<usize>> {
    let mut by_role = vec![Vec::new(); registry.roles().len()];
    for (number, position) in positions.iter().enumerate() {
        position.roles.iter().for_each(|role| by_role[role.index()].push(number));
    }
    by_role
}

/// The roles that none of these positions holds.
pub fn without_position(registry: &Registry, positions: &[Position]) -> Vec<RoleIx> {
    let by_role = positions_by_role(registry, positions);
    registry.roles().filter(|role| by_role[role.index()].is_empty()).collect()
}

/// The roles with tasks that none of these positions holds; nobody misses roles without tasks.
pub(super) fn tasks_without_position(registry: &Registry, positions: &[Position]) -> Vec<RoleIx> {
    let mut roles = without_position(registry, positions);
    roles.retain(|&role| !registry.role(role).tasks.is_empty());
    roles
}

/// Where a task stands among the areas; tasks without one come last.
pub fn area_order(registry: &Registry, task: TaskRef) -> (bool, Option<AreaIx>) {
    let area = registry.task(task).area;
    (area.is_none(), area)
}

/// Puts each thing after the things whose tasks have to be done before its own, even if only by way of tasks that are not
/// among them. Otherwise the order stays. A registry has no circles of tasks.
pub fn in_order<T>(registry: &Registry, things: &mut [T], task: impl Fn(&T) -> TaskRef) {
    let total = registry.tasks().count();
    let mut seen = vec![false; total];
    let mut rank = vec![0_usize; total];
    let mut next = 0;
    // Without recursion: a chain of tasks may be as long as the registry.
    let mut path: Vec<(TaskRef, usize)> = Vec::new();
    for thing in &*things {
        let wanted = task(thing);
        if !mem::replace(&mut seen[registry.task_number(wanted)], true) {
            path.push((wanted, 0));
        }
        while let Some((task, looked_at)) = path.last_mut() {
            if let Some(&before) = registry.task(*task).after.get(*looked_at) {
                *looked_at += 1;
                if !mem::replace(&mut seen[registry.task_number(before)], true) {
                    path.push((before, 0));
                }
            } else {
                rank[registry.task_number(*task)] = next;
                next += 1;
                path.pop();
            }
        }
    }
    things.sort_by_key(|thing| rank[registry.task_number(task(thing))]);
}

/// Every task, as its number in the registry's order: pinned; core before supplemental; daily before weekly, and so on to
/// yearly, once, then ongoing or no rhythm; then the registry's order. What a task waits for stands before the first that
/// waits for it.
pub(super) fn order_of_need(registry: &Registry, pinned: impl Fn(TaskRef) -> bool) -> Vec<usize> {
    let tasks: Vec<TaskRef> = registry.tasks().collect();
    let rank = |&number: &usize| {
        let task = registry.task(tasks[number]);
        let rhythm = match task.cadence {
            Some(Cadence::Ongoing) | None => usize::MAX,
            Some(cadence) => cadence as usize,
        };
        (!pinned(tasks[number]), task.importance == Importance::Supplemental, rhythm)
    };
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by_cached_key(rank);
    in_order(registry, &mut order, |&number| tasks[number]);
    order
}
