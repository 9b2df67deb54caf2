//! Which roles and tasks there are.

use super::assign::Load;
use super::links::area_order;
use crate::model::{AreaIx, Cadence, Focus, Importance, Registry, RoleIx, TaskRef};

/// A role in a list.
#[derive(Debug)]
pub struct RoleRow {
    /// The role.
    pub role: RoleIx,
    /// Its tasks.
    pub load: Load,
}

/// Every role, in the registry's order.
pub fn roles(registry: &Registry) -> Vec<RoleRow> {
    let row = |role| RoleRow { role, load: Load::of(registry, registry.tasks_of(role)) };
    registry.roles().map(row).collect()
}

/// Which tasks are wanted. Several values of one kind widen the choice, several kinds narrow it; an empty list wants all.
#[derive(Debug, Default, PartialEq)]
pub struct TaskFilter {
    /// Of these roles.
    pub roles: Vec<RoleIx>,
    /// About these areas.
    pub areas: Vec<AreaIx>,
    /// Of roles with this focus.
    pub focus: Vec<Focus>,
    /// At this rhythm.
    pub cadences: Vec<Cadence>,
    /// Of this importance.
    pub importance: Vec<Importance>,
}

impl TaskFilter {
    fn wants(&self, registry: &Registry, task: TaskRef) -> bool {
        fn among<T: PartialEq>(wanted: &[T], value: Option<T>) -> bool {
            wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
        }
        let (role, details) = (registry.role(task.role), registry.task(task));
        among(&self.roles, Some(task.role))
            && among(&self.areas, details.area)
            && among(&self.focus, role.focus)
            && among(&self.cadences, details.cadence)
            && among(&self.importance, Some(details.importance))
    }
}

/// The tasks that are wanted, role by role and in each by area.
pub fn tasks(registry: &Registry, filter: &TaskFilter) -> Vec<TaskRef> {
    let mut tasks = Vec::new();
    for role in registry.roles() {
        let mut of_role: Vec<TaskRef> =
            registry.tasks_of(role).filter(|&task| filter.wants(registry, task)).collect();
        of_role.sort_by_key(|&task| area_order(registry, task));
        tasks.append(&mut of_role);
    }
    tasks
}
