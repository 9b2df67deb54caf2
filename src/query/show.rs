//! One role or one task with everything that leads to it and from it.

use super::links::{Exchange, exchanges, handoffs};
use super::list::{TaskFilter, tasks};
use crate::model::{Registry, RoleIx, TaskRef};

/// All about one role.
#[derive(Debug)]
pub struct RoleCard<'r> {
    /// The role.
    pub role: RoleIx,
    /// The roles that report to it.
    pub reports: Vec<RoleIx>,
    /// Its tasks, by area.
    pub tasks: Vec<TaskRef>,
    /// What it gives to tasks of other roles.
    pub gives: Vec<Exchange<'r>>,
    /// What it gets from them.
    pub gets: Vec<Exchange<'r>>,
}

/// All about one task.
#[derive(Debug)]
pub struct TaskCard<'r> {
    /// The task.
    pub task: TaskRef,
    /// The tasks that wait for it.
    pub before: Vec<TaskRef>,
    /// What it gives to other tasks.
    pub gives: Vec<Exchange<'r>>,
    /// What it gets from them.
    pub gets: Vec<Exchange<'r>>,
}

/// The card of a role.
pub fn show_role(registry: &Registry, role: RoleIx) -> RoleCard<'_> {
    let (gives, gets) = sides(handoffs(registry), |task| task.role == role);
    RoleCard {
        role,
        reports: registry
            .roles()
            .filter(|&other| registry.role(other).reports_to == Some(role))
            .collect(),
        tasks: tasks(registry, &TaskFilter { roles: vec![role], ..TaskFilter::default() }),
        gives,
        gets,
    }
}

/// The card of a task.
pub fn show_task(registry: &Registry, task: TaskRef) -> TaskCard<'_> {
    let (gives, gets) = sides(exchanges(registry), |other| other == task);
    let before =
        registry.tasks().filter(|&other| registry.task(other).after.contains(&task)).collect();
    TaskCard { task, before, gives, gets }
}

fn sides<'r>(
    all: impl Iterator<Item = Exchange<'r>>,
    is_mine: impl Fn(TaskRef) -> bool,
) -> (Vec<Exchange<'r>>, Vec<Exchange<'r>>) {
    let (mut gives, mut gets) = (Vec::new(), Vec::new());
    for exchange in all {
        if is_mine(exchange.from) {
            gives.push(exchange);
        } else if is_mine(exchange.to) {
            gets.push(exchange);
        }
    }
    (gives, gets)
}
