//! A task whose own word on who is accountable leaves a company size without exactly one who is.

use crate::model::{Registry, RoleIx, SizeIx, Staffing, TaskRef};
use crate::problem::{Code, Problem, Problems};
use crate::query::{holders, seats};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let accountable = |task: TaskRef| Some((task, registry.task(task).accountable?));
    let tasks: Vec<(TaskRef, RoleIx)> = registry.tasks().filter_map(accountable).collect();
    let sizes = registry.sizes().iter().enumerate();
    // Elsewhere each role is held once.
    for (number, size) in sizes.filter(|(_, size)| matches!(size.staffing, Staffing::Custom(_))) {
        let holders = holders(&seats(registry, Some(SizeIx::at(number))));
        let count = |role: RoleIx| holders.get(&role).map_or(0, Vec::len);
        for &(task, accountable) in &tasks {
            // Where nobody does the task, nobody has to answer for it.
            if count(task.role) == 0 {
                continue;
            }
            let task = registry.task(task);
            let role = &registry.role(accountable).id;
            let message = match count(accountable) {
                1 => continue,
                0 => format!(
                    "in the size '{}' nobody holds the role '{role}', which is accountable for '{}'",
                    size.id, task.id
                ),
                several => format!(
                    "in the size '{}' {several} positions hold the role '{role}', which is accountable for '{}'",
                    size.id, task.id
                ),
            };
            let fix = format!("name a role that one position of '{}' holds", size.id);
            let problem = Problem::new(Code::NoSingleAccountable, task.place, message);
            problems.push(problem.fix(fix).related(size.place, "the size is here"));
        }
    }
}
