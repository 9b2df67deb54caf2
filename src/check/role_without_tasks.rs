//! A role without tasks: nobody who holds it has anything to do.

use crate::model::Registry;
use crate::problem::{Code, Problem};

pub(super) fn check(registry: &Registry) -> Vec<Problem> {
    let roles = registry.roles().map(|role| registry.role(role));
    roles
        .filter(|role| role.tasks.is_empty())
        .map(|role| {
            let message = format!("the role '{}' has no tasks", role.id);
            Problem::new(Code::RoleWithoutTasks, role.place, message).fix("add some under `tasks:`")
        })
        .collect()
}
