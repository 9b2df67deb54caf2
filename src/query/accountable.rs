//! Who answers for a task: what RACI calls accountable.

use crate::model::{Registry, RoleIx, TaskRef};

/// The role that answers for a task: the one that the task names, else the head of the reporting line of its role.
pub fn accountable(registry: &Registry, task: TaskRef) -> RoleIx {
    let named = registry.task(task).accountable;
    named.unwrap_or_else(|| head_of_line(registry, task.role))
}

/// The role above all others of a line. Lines have no circles.
fn head_of_line(registry: &Registry, role: RoleIx) -> RoleIx {
    let mut head = role;
    while let Some(above) = registry.role(head).reports_to {
        head = above;
    }
    head
}
