//! A role without tasks: nobody who holds it has anything to do.

use crate::model::Registry;
use crate::problem::{Code, Problem, Problems};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let roles = registry.roles().map(|role| registry.role(role));
    let without = roles.filter(|role| role.tasks.is_empty());
    problems.extend(without.map(|role| {
        let message = format!("the role '{}' has no tasks", role.id);
        Problem::new(Code::RoleWithoutTasks, role.place, message).fix("add some under `tasks:`")
    }));
}
