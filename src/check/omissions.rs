//! What was left out: the tasks of a role, the area of a task, the citation of a source.

use crate::model::{Registry, SourceIx};
use crate::problem::{Code, Problem, Problems};

/// A role without tasks: nobody who holds it has anything to do.
pub(super) fn role_without_tasks(registry: &Registry, problems: &mut Problems) {
    for role in registry.roles().map(|role| registry.role(role)) {
        if role.tasks.is_empty() {
            let message = format!("the role '{}' has no tasks", role.id);
            let problem = Problem::new(Code::RoleWithoutTasks, role.place, message);
            problems.push(problem.fix("add some under `tasks:`"));
        }
    }
}

/// A task without an area in a role whose other tasks have one: it stands under "Other".
pub(super) fn task_without_area(registry: &Registry, problems: &mut Problems) {
    for role in registry.roles().map(|role| registry.role(role)) {
        if role.tasks.iter().all(|task| task.area.is_none()) {
            continue;
        }
        for task in role.tasks.iter().filter(|task| task.area.is_none()) {
            let message =
                format!("the task '{}' has no area, others of its role have one", task.id);
            let problem = Problem::new(Code::TaskWithoutArea, task.place, message);
            problems.push(problem.fix("add `area: …`"));
        }
    }
}

/// A source that the registry lists and nothing cites.
pub(super) fn uncited_source(registry: &Registry, problems: &mut Problems) {
    if !registry.own().sources {
        return;
    }
    let cited = registry.cited();
    for (number, source) in registry.sources().iter().enumerate() {
        if !cited.contains(&SourceIx::at(number)) {
            let message = format!("nothing cites the source '{}'", source.id);
            let problem = Problem::new(Code::UncitedSource, source.place, message);
            problems.push(problem.fix("cite it, or remove it"));
        }
    }
}
