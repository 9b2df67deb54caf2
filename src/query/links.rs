//! What the registry says whoever does its tasks: what goes from task to task, who answers for a task, which positions
//! hold a role, and in which order tasks stand.

use crate::model::{AreaIx, Position, Registry, RoleIx, TaskRef, Text};
use std::collections::HashMap;
use std::{iter, mem};

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

/// The role that answers for a task where not every role is held: the one that is to, else the highest of its reporting
/// line that is held.
pub(super) fn answering(
    registry: &Registry,
    task: TaskRef,
    is_held: impl Fn(RoleIx) -> bool,
) -> Option<RoleIx> {
    let meant = Some(accountable(registry, task)).filter(|&role| is_held(role));
    let line = iter::successors(Some(task.role), |&role| registry.role(role).reports_to);
    meant.or_else(|| line.filter(|&role| is_held(role)).last())
}

/// The positions that hold each role, in order; a role that none holds is left out.
pub fn positions_by_role(positions: &[Position]) -> HashMap<RoleIx, Vec<usize>> {
    let mut by_role: HashMap<RoleIx, Vec<usize>> = HashMap::new();
    for (number, position) in positions.iter().enumerate() {
        for &role in position.roles {
            by_role.entry(role).or_default().push(number);
        }
    }
    by_role
}

/// The roles that none of these positions holds.
pub fn without_position(registry: &Registry, positions: &[Position]) -> Vec<RoleIx> {
    let by_role = positions_by_role(positions);
    registry.roles().filter(|role| !by_role.contains_key(role)).collect()
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

/// The numbers of tasks, counted in the registry's order.
#[derive(Debug)]
pub(super) struct TaskNumbers {
    /// The number of the first task of each role.
    first: Vec<usize>,
}

impl TaskNumbers {
    pub fn new(registry: &Registry) -> Self {
        let mut first = vec![0; registry.roles().len()];
        let mut next = 0;
        for role in registry.roles() {
            first[role.index()] = next;
            next += registry.role(role).tasks.len();
        }
        Self { first }
    }

    pub fn of(&self, task: TaskRef) -> usize {
        self.first[task.role.index()] + task.task as usize
    }
}

/// Puts each thing after the things whose tasks have to be done before its own, even if only by way of tasks that are not
/// among them. Otherwise the order stays. A registry has no circles of tasks.
pub fn in_order<T>(registry: &Registry, things: &mut [T], task: impl Fn(&T) -> TaskRef) {
    let numbers = TaskNumbers::new(registry);
    let total = registry.tasks().count();
    let mut seen = vec![false; total];
    let mut rank = vec![0_usize; total];
    let mut next = 0;
    // Without recursion: a chain of tasks may be as long as the registry.
    let mut path: Vec<(TaskRef, usize)> = Vec::new();
    for thing in &*things {
        let wanted = task(thing);
        if !mem::replace(&mut seen[numbers.of(wanted)], true) {
            path.push((wanted, 0));
        }
        while let Some((task, looked_at)) = path.last_mut() {
            if let Some(&before) = registry.task(*task).after.get(*looked_at) {
                *looked_at += 1;
                if !mem::replace(&mut seen[numbers.of(before)], true) {
                    path.push((before, 0));
                }
            } else {
                rank[numbers.of(*task)] = next;
                next += 1;
                path.pop();
            }
        }
    }
    things.sort_by_key(|thing| rank[numbers.of(task(thing))]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve;
    use std::fmt::Write;

    /// The ids of tasks in their order; each is written as `id` or `id<its,prerequisites`.
    fn ordered(tasks: &[&str], shown: &[&str]) -> String {
        let mut text = "r\n".to_owned();
        for task in tasks {
            let (id, after) = task.split_once('<').unwrap_or((task, ""));
            writeln!(text, "  {{id: {id}, name: {id}, after: [{after}]}}").unwrap();
        }
        let registry = resolve::written(&text, &[]);
        let role = registry.role_by_id("r").unwrap();
        let mut shown: Vec<TaskRef> =
            shown.iter().map(|id| registry.task_by_id(role, id).unwrap()).collect();
        in_order(&registry, &mut shown, |&task| task);
        let ids = shown.iter().map(|&task| registry.task(task).id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_nothing_holds_back_stays_where_it_is() {
        assert_eq!(ordered(&["c", "a", "b"], &["c", "a", "b"]), "c a b");
        assert_eq!(ordered(&["c", "a<c", "b<c"], &["c", "a", "b"]), "c a b");
        assert_eq!(ordered(&["c"], &[]), "");
    }

    #[test]
    fn a_task_comes_after_what_it_needs() {
        assert_eq!(ordered(&["a<c", "b", "c"], &["a", "b", "c"]), "c a b");
        assert_eq!(ordered(&["a<b,d", "b<c", "c", "d"], &["a", "b", "c", "d"]), "c b d a");
    }

    #[test]
    fn tasks_that_are_not_shown_pass_the_order_on() {
        assert_eq!(ordered(&["a<b", "b<c", "c"], &["a", "c"]), "c a");
    }

    #[test]
    fn a_long_line_of_tasks_is_no_matter() {
        let tasks: Vec<String> = (0..5_000).map(|n| format!("t{n}<t{}", n + 1)).collect();
        let mut tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
        tasks.push("t5000");
        let ids: Vec<&str> = tasks.iter().map(|task| task.split('<').next().unwrap()).collect();
        let backwards: Vec<&str> = ids.iter().rev().copied().collect();
        assert_eq!(ordered(&tasks, &ids), backwards.join(" "));
    }
}
