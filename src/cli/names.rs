//! Looks names of the command line up in the registry. An unknown one gets the nearest, and what there is.

use super::failure::Failure;
use crate::model::{AreaIx, Registry, RoleIx, SizeIx, TaskRef};
use crate::problem::{Code, nearest};

/// How many names an error lists.
const LISTED: usize = 12;

/// The role with this id.
pub fn role(registry: &Registry, id: &str) -> Result<RoleIx, Failure> {
    registry.role_by_id(id).ok_or_else(|| {
        let known: Vec<&str> = registry
            .roles()
            .map(|role| registry.role(role).id.as_str())
            .collect();
        let failure = Failure::unknown(
            Code::UnknownRole,
            format!("'{id}' is not a role of this registry"),
        );
        with_choice(failure, id, &known, "roles")
    })
}

/// The task with this id, written `role/task`.
pub fn task(registry: &Registry, role_id: &str, id: &str) -> Result<TaskRef, Failure> {
    let role = role(registry, role_id)?;
    registry.task_by_id(role, id).ok_or_else(|| {
        let known: Vec<String> = registry
            .role(role)
            .tasks
            .iter()
            .map(|task| format!("{role_id}/{}", task.id))
            .collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let failure = Failure::unknown(
            Code::UnknownTask,
            format!("'{id}' is not a task of '{role_id}'"),
        );
        with_choice(failure, &format!("{role_id}/{id}"), &known, "tasks")
    })
}

/// The area with this id.
pub fn area(registry: &Registry, id: &str) -> Result<AreaIx, Failure> {
    registry.area_by_id(id).ok_or_else(|| {
        let known: Vec<&str> = registry
            .areas()
            .iter()
            .map(|area| area.id.as_str())
            .collect();
        let failure = Failure::unknown(
            Code::UnknownArea,
            format!("'{id}' is not an area of this registry"),
        );
        with_choice(failure, id, &known, "areas")
    })
}

/// The company size with this id.
pub fn size(registry: &Registry, id: &str) -> Result<SizeIx, Failure> {
    registry.size_by_id(id).ok_or_else(|| {
        let known: Vec<&str> = registry
            .sizes()
            .iter()
            .map(|size| size.id.as_str())
            .collect();
        let failure = Failure::unknown(
            Code::UnknownSize,
            format!("'{id}' is not a company size of this registry"),
        );
        with_choice(failure, id, &known, "sizes")
    })
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
    let near = if written.len() > 200 {
        None
    } else {
        nearest(written, known.iter().copied())
    };
    let failure = match near {
        Some(near) => failure.hint(format!("did you mean '{near}'?")),
        None => failure,
    };
    failure.hint(match known.len() {
        0 => format!("{what}: there are none"),
        few if few <= LISTED => format!("{what}: {}", known.join(", ")),
        many => format!(
            "{what}: {} and {} more",
            known[..LISTED].join(", "),
            many - LISTED
        ),
    })
}
