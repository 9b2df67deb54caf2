//! A task without an area in a role whose other tasks have one: it stands under "Other".

use crate::model::Registry;
use crate::problem::{Code, Problem, Problems};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let roles = registry.roles().map(|role| registry.role(role));
    let some_have = roles.filter(|role| role.tasks.iter().any(|task| task.area.is_some()));
    let without = some_have.flat_map(|role| role.tasks.iter().filter(|task| task.area.is_none()));
    problems.extend(without.map(|task| {
        let message = format!("the task '{}' has no area, others of its role have one", task.id);
        Problem::new(Code::TaskWithoutArea, task.place, message).fix("add `area: …`")
    }));
}
