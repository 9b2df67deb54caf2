//! Two tasks of one role whose names are the same text.

use crate::model::{Registry, Task};
use crate::problem::{Code, Problem, Problems};
use std::collections::HashMap;

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    for role in registry.roles().map(|role| registry.role(role)) {
        let mut seen: HashMap<&str, &Task> = HashMap::new();
        for task in &role.tasks {
            if let Some(first) = seen.insert(task.name.pick(&default), task) {
                let message = format!("the tasks '{}' and '{}' say the same", first.id, task.id);
                let problem = Problem::new(Code::SameTaskTwice, task.place, message);
                let problem = problem.fix("remove one, or say how they differ");
                problems.push(problem.related(first.place, "the first is here"));
            }
        }
    }
}
