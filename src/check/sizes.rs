//! Company sizes: roles that no position holds, tasks without one who answers for them, numbers of employees that no size
//! covers.

use crate::model::{Employees, Registry, RoleIx, Size, SizeIx, Staffing, TaskRef};
use crate::problem::{Code, Problem, Problems};
use crate::query::{positions_by_role, without_position};

/// The sizes with positions of their own; in the others each role is held exactly once.
fn custom_sizes(registry: &Registry) -> impl Iterator<Item = (SizeIx, &Size)> {
    let sizes = registry.every_size().map(|index| (index, registry.size(index)));
    sizes.filter(|(_, size)| matches!(size.staffing, Staffing::Custom(_)))
}

/// A role that no position of a company size holds: its tasks are unassigned there.
pub(super) fn role_without_position(registry: &Registry, problems: &mut Problems) {
    for (index, size) in custom_sizes(registry) {
        if !problems.has_room(size.place.file) {
            return;
        }
        for role in without_position(registry, &registry.positions(Some(index))) {
            let (role, role_place) = (&registry.role(role).id, registry.role(role).place);
            let message = format!(
                "no position of the size '{}' holds the role '{role}', so nobody does its tasks there",
                size.id
            );
            let fix = format!("add '{role}' to the roles of a position");
            let problem = Problem::new(Code::RoleWithoutPosition, size.place, message);
            problems.push(problem.fix(fix).related(role_place, "the role is here"));
        }
    }
}

/// A task that names an accountable role which, in some company size, no position holds or more than one does.
pub(super) fn no_single_accountable(registry: &Registry, problems: &mut Problems) {
    let accountable = |task: TaskRef| Some((task, registry.task(task).accountable?));
    let tasks: Vec<(TaskRef, RoleIx)> = registry.tasks().filter_map(accountable).collect();
    for (index, size) in custom_sizes(registry) {
        let by_role = positions_by_role(registry, &registry.positions(Some(index)));
        let count = |role: RoleIx| by_role[role.index()].len();
        for &(task, accountable) in &tasks {
            // Where nobody does the task, nobody has to answer for it.
            if count(task.role) == 0 {
                continue;
            }
            let task = registry.task(task);
            let role = &registry.role(accountable).id;
            let hold = match count(accountable) {
                1 => continue,
                0 => "nobody holds".to_owned(),
                several => format!("{several} positions hold"),
            };
            let message = format!(
                "in the size '{}' {hold} the role '{role}', which is accountable for '{}'",
                size.id, task.id
            );
            let fix = format!("name a role that one position of '{}' holds", size.id);
            let problem = Problem::new(Code::NoSingleAccountable, task.place, message);
            problems.push(problem.fix(fix).related(size.place, "the size is here"));
        }
    }
}

/// Numbers of employees between two company sizes that belong to neither.
pub(super) fn size_gap(registry: &Registry, problems: &mut Problems) {
    if !registry.own().sizes {
        return;
    }
    let sizes = registry.sizes().iter();
    let mut ranges: Vec<(&Size, Employees)> =
        sizes.clone().filter_map(|size| Some((size, size.employees?))).collect();
    ranges.sort_by_key(|(_, range)| range.min);
    // A size without a range may be the one that is missing.
    let open = sizes.clone().find(|size| size.employees.is_none());
    for ((below, lower), (above, upper)) in ranges.iter().zip(ranges.iter().skip(1)) {
        let Some((first, last)) = numbers_between(*lower, *upper) else { continue };
        let numbers = if first == last {
            format!("{first} employees belong")
        } else {
            format!("{first} to {last} employees belong")
        };
        let message = format!("{numbers} neither to '{}' nor to '{}'", below.id, above.id);
        let mut fix = format!("let '{}' begin at {first}", above.id);
        if let Some(open) = open {
            fix = format!("give '{}' its `employees`, or {fix}", open.id);
        }
        let problem = Problem::new(Code::SizeGap, above.place, message).fix(fix);
        problems.push(problem.related(below.place, "the size below is here"));
    }
}

/// The first and the last number between two ranges, if there are any.
fn numbers_between(lower: Employees, upper: Employees) -> Option<(u32, u32)> {
    let (first, last) = (lower.max?.checked_add(1)?, upper.min.checked_sub(1)?);
    (first <= last).then_some((first, last))
}
