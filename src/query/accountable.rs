//! Who answers for a task.

use crate::model::{Registry, RoleIx, TaskRef};

/// The role that answers for a task: the one that the task names, else the head of the reporting line of its role,
/// which is the role itself where it reports to nobody.
pub fn accountable(registry: &Registry, task: TaskRef) -> RoleIx {
    let named = registry.task(task).accountable;
    named.unwrap_or_else(|| head(registry, task.role))
}

fn head(registry: &Registry, role: RoleIx) -> RoleIx {
    let mut head = role;
    while let Some(above) = registry.role(head).reports_to {
        head = above;
    }
    head
}
