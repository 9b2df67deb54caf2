//! Looks names of the command line up in the registry. An unknown one gets the nearest, and what there is.

use super::failure::Failure;
use crate::model::{AreaIx, Registry, RoleIx, SizeIx, TaskRef, Text};
use crate::normalize::fold;
use crate::problem::{Code, nearest};

/// How many names an error lists.
const LISTED: usize = 12;
/// Nobody mistypes a longer word; comparing it would only cost time. In bytes.
const LONGEST_WRITTEN: usize = 200;

/// The role with this id.
pub fn role(registry: &Registry, id: &str) -> Result<RoleIx, Failure> {
    registry.role_by_id(id).ok_or_else(|| {
        let roles = registry.roles().map(|role| registry.role(role));
        let known: Vec<Named> = roles.map(|role| (role.id.as_str(), Some(&role.name))).collect();
        let message = format!("'{id}' is not a role of this registry");
        with_names(Failure::unknown(Code::UnknownRole, message), id, &known, "roles")
    })
}

/// The role with this id, where somebody may have written a task without its role.
pub fn role_or_task(registry: &Registry, id: &str) -> Result<RoleIx, Failure> {
    role(registry, id).map_err(|failure| or_a_task(failure, registry, id))
}

/// Says which task was probably meant.
fn or_a_task(failure: Failure, registry: &Registry, id: &str) -> Failure {
    if let Some(task) = elsewhere(registry, id) {
        let task = registry.task_id(task);
        return failure.hint_first(format!("it is a task: roles show {task}"));
    }
    match nearest_task(registry, id) {
        Some(task) if failure.has_no_suggestion() => {
            let task = registry.task_id(task);
            failure.hint_first(format!("did you mean '{task}'?"))
        }
        Some(_) | None => failure,
    }
}

/// The task with this id, written `role/task`.
pub fn task(registry: &Registry, role_id: &str, id: &str) -> Result<TaskRef, Failure> {
    let role = role(registry, role_id)?;
    registry.task_by_id(role, id).ok_or_else(|| {
        let message = format!("'{id}' is not a task of '{role_id}'");
        let failure = Failure::unknown(Code::UnknownTask, message);
        if let Some(other) = elsewhere(registry, id) {
            let other = registry.task_id(other);
            return failure.hint(format!("did you mean '{other}'?"));
        }
        let tasks = &registry.role(role).tasks;
        let known: Vec<Named> =
            tasks.iter().map(|task| (task.id.as_str(), Some(&task.name))).collect();
        with_names(failure, id, &known, &format!("tasks of '{role_id}'"))
    })
}

/// The first task of any role with this id.
pub fn elsewhere(registry: &Registry, id: &str) -> Option<TaskRef> {
    registry.tasks().find(|&task| registry.task(task).id.as_str() == id)
}

/// The task of any role whose id is nearest.
pub fn nearest_task(registry: &Registry, id: &str) -> Option<TaskRef> {
    let ids = registry.tasks().map(|task| registry.task(task).id.as_str());
    nearest(id, ids).and_then(|id| elsewhere(registry, id))
}

/// The area with this id.
pub fn area(registry: &Registry, id: &str) -> Result<AreaIx, Failure> {
    registry.area_by_id(id).ok_or_else(|| {
        let areas = registry.areas().iter();
        let known: Vec<Named> = areas.map(|area| (area.id.as_str(), Some(&area.name))).collect();
        let message = format!("'{id}' is not an area of this registry");
        with_names(Failure::unknown(Code::UnknownArea, message), id, &known, "areas")
    })
}

/// The company size with this id.
pub fn size(registry: &Registry, id: &str) -> Result<SizeIx, Failure> {
    registry.size_by_id(id).ok_or_else(|| {
        let sizes = registry.sizes().iter();
        let known: Vec<Named> = sizes.map(|size| (size.id.as_str(), Some(&size.name))).collect();
        let message = format!("'{id}' is not a company size of this registry");
        with_names(Failure::unknown(Code::UnknownSize, message), id, &known, "sizes")
    })
}

/// An id and what it is called.
type Named<'r> = (&'r str, Option<&'r Text>);

/// Adds the nearest by id or by name, in any language, and the list of all.
fn with_names(failure: Failure, written: &str, known: &[Named], what: &str) -> Failure {
    let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
    let by_name = || {
        let called = |name: &&Text| name.all().any(|name| fold(name) == fold(written));
        known.iter().find(|(_, name)| name.is_some_and(|name| called(&name)))
    };
    let failure = match nearest_of(written, &ids).or_else(|| by_name().map(|(id, _)| *id)) {
        Some(near) => failure.hint(format!("did you mean '{near}'?")),
        None => failure,
    };
    failure.hint(list(&ids, what))
}

/// One of a few words.
pub fn word<T>(
    option: &str,
    written: &str,
    known: &[&str],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, Failure> {
    parse(written).ok_or_else(|| {
        with_choice(
            Failure::usage(format!("{option} has no value '{written}'")),
            written,
            known,
            "values",
        )
    })
}

/// Adds the nearest name and the list of all.
pub fn with_choice(failure: Failure, written: &str, known: &[&str], what: &str) -> Failure {
    let failure = match nearest_of(written, known) {
        Some(near) => failure.hint(format!("did you mean '{near}'?")),
        None => failure,
    };
    failure.hint(list(known, what))
}

fn nearest_of<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    if written.len() > LONGEST_WRITTEN { None } else { nearest(written, known.iter().copied()) }
}

fn list(known: &[&str], what: &str) -> String {
    match known.len() {
        0 => format!("{what}: there are none"),
        few if few <= LISTED => format!("{what}: {}", known.join(", ")),
        many => format!("{what}: {} and {} more", known[..LISTED].join(", "), many - LISTED),
    }
}
