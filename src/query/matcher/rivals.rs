//! Tasks from elsewhere that a text may mean instead of one of the registry in use.

use crate::model::{Registry, TaskRef};

/// The tasks of a catalogue that compete with those of a registry.
#[derive(Debug)]
pub struct Rivals<'c> {
    /// The catalogue.
    pub catalogue: &'c Registry,
    /// Those of its tasks that compete, role by role.
    pub tasks: Vec<TaskRef>,
}

impl<'c> Rivals<'c> {
    /// The tasks that are not here in another form: none of a role that is here, and none that comes near a task that is. The
    /// catalogue may have shipped roles too; `is_in_catalogue` says which are its own.
    pub fn new(
        registry: &Registry,
        catalogue: &'c Registry,
        is_in_catalogue: impl Fn(&str) -> bool,
    ) -> Self {
        let is_here = |task: TaskRef| {
            let near = catalogue.task(task).overlaps.iter();
            let mut near = near.filter_map(|(role, task)| {
                registry.task_by_id(registry.role_by_id(role.as_str())?, task.as_str())
            });
            let role = catalogue.role(task.role).id.as_str();
            registry.role_by_id(role).is_some() || near.next().is_some()
        };
        let is_own = |task: TaskRef| is_in_catalogue(catalogue.role(task.role).id.as_str());
        let tasks = catalogue.tasks().filter(|&task| is_own(task) && !is_here(task));
        Self { catalogue, tasks: tasks.collect() }
    }
}
