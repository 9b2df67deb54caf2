//! Looks names of the command line up in the registry. An unknown one gets the nearest, and what there is.

use super::failure::Failure;
use crate::model::{AreaIx, Registry, RoleIx, SizeIx, TaskRef, Text};
use crate::normalize::fold;
use crate::problem::{Code, few, nearest};
use crate::query::{Subject, suggest};
use crate::source::{ids_of_catalogue, is_in_catalogue};

/// The most names that an error lists.
const LISTED: usize = 12;

/// The role with this id.
pub fn role(registry: &Registry, id: &str) -> Result<RoleIx, Failure> {
    registry.role_by_id(id).ok_or_else(|| {
        let message = format!("'{id}' is not a role of this registry");
        let roles = registry.roles().map(|role| registry.role(role));
        let known = roles.map(|role| (role.id.as_str(), &role.name));
        let failure = with_names(Failure::unknown(Code::UnknownRole, message), id, known, "roles");
        if is_in_catalogue(id) {
            return failure.hint_first(format!("it is in the catalogue: roles add {id} adds it"));
        }
        if !failure.has_no_suggestion() {
            return failure;
        }
        if let Some(near) = nearest(id, ids_of_catalogue()) {
            let hint = format!("did you mean '{near}', which is in the catalogue?");
            return failure.hint_first(hint);
        }
        match suggest(registry, id) {
            Some(Subject::Role(role)) => {
                failure.did_you_mean(Some(registry.role(role).id.as_str()))
            }
            _ => failure,
        }
    })
}

/// The role of the catalogue, or shipped with it, that has this id.
pub fn role_of_catalogue(catalogue: &Registry, id: &str) -> Result<RoleIx, Failure> {
    catalogue.role_by_id(id).ok_or_else(|| {
        let message = format!("'{id}' is not a role of the catalogue");
        let roles = catalogue.roles().map(|role| catalogue.role(role));
        let roles = roles.filter(|role| is_in_catalogue(role.id.as_str()));
        let known = roles.map(|role| (role.id.as_str(), &role.name));
        with_names(Failure::unknown(Code::UnknownRole, message), id, known, "roles")
    })
}

/// The roles with these ids.
pub fn roles(registry: &Registry, ids: &[String]) -> Result<Vec<RoleIx>, Failure> {
    ids.iter().map(|id| role(registry, id)).collect()
}

/// The role with this id, where somebody may have written a task without its role: then it is said which task was
/// probably meant.
pub fn role_or_task(registry: &Registry, id: &str) -> Result<RoleIx, Failure> {
    role(registry, id).map_err(|failure| {
        if let Some(task) = task_of_any_role(registry, id) {
            let task = registry.task_id(task);
            return failure.hint_first(format!("it is a task: roles show {task}"));
        }
        let ids = registry.tasks().map(|task| registry.task(task).id.as_str());
        if !failure.has_no_suggestion() {
            return failure;
        }
        let near = nearest(id, ids).and_then(|id| task_of_any_role(registry, id));
        let by_words = || match suggest(registry, id) {
            Some(Subject::Task(task)) => Some(task),
            _ => None,
        };
        match near.or_else(by_words) {
            Some(task) => failure.hint_first(format!("did you mean '{}'?", registry.task_id(task))),
            None => failure,
        }
    })
}

/// The task with this id, written `role/task`.
pub fn task(registry: &Registry, role_id: &str, id: &str) -> Result<TaskRef, Failure> {
    let role = role(registry, role_id)?;
    registry.task_by_id(role, id).ok_or_else(|| {
        let message = format!("'{id}' is not a task of '{role_id}'");
        let failure = Failure::unknown(Code::UnknownTask, message);
        if let Some(other) = task_of_any_role(registry, id) {
            return failure.did_you_mean(Some(&registry.task_id(other)));
        }
        let tasks = registry.role(role).tasks.iter();
        let known = tasks.map(|task| (task.id.as_str(), &task.name));
        with_names(failure, id, known, &format!("tasks of '{role_id}'"))
    })
}

/// The first task of any role with this id.
fn task_of_any_role(registry: &Registry, id: &str) -> Option<TaskRef> {
    registry.tasks().find(|&task| registry.task(task).id.as_str() == id)
}

/// The area with this id.
pub fn area(registry: &Registry, id: &str) -> Result<AreaIx, Failure> {
    registry.area_by_id(id).ok_or_else(|| {
        let message = format!("'{id}' is not an area of this registry");
        let areas = registry.areas().iter();
        let known = areas.map(|area| (area.id.as_str(), &area.name));
        with_names(Failure::unknown(Code::UnknownArea, message), id, known, "areas")
    })
}

/// The company size with this id.
pub fn size(registry: &Registry, id: &str) -> Result<SizeIx, Failure> {
    registry.size_by_id(id).ok_or_else(|| {
        let message = format!("'{id}' is not a company size of this registry");
        let sizes = registry.sizes().iter();
        let known = sizes.map(|size| (size.id.as_str(), &size.name));
        with_names(Failure::unknown(Code::UnknownSize, message), id, known, "sizes")
    })
}

/// The values of an option, each of them one of a few words.
pub fn words<T>(
    option: &str,
    written: &[String],
    known: &[&str],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Failure> {
    let parse = |word: &String| {
        parse(word).ok_or_else(|| {
            let failure = Failure::usage(format!("{option} has no value '{word}'"));
            with_choice(failure, word, known, "values")
        })
    };
    written.iter().map(parse).collect()
}

/// Adds the nearest name and the list of all.
pub fn with_choice(failure: Failure, written: &str, known: &[&str], what: &str) -> Failure {
    failure.did_you_mean(nearest(written, known.iter().copied())).hint(list(known, what))
}

/// Adds the nearest by id or by name, in any language, and the list of all ids.
fn with_names<'r>(
    failure: Failure,
    written: &str,
    known: impl Iterator<Item = (&'r str, &'r Text)>,
    what: &str,
) -> Failure {
    let known: Vec<(&str, &Text)> = known.collect();
    let ids: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
    let is_called = |name: &Text| name.all().any(|name| fold(name) == fold(written));
    let by_name = || known.iter().find(|(_, name)| is_called(name)).map(|(id, _)| *id);
    let near = nearest(written, ids.iter().copied()).or_else(by_name);
    failure.did_you_mean(near).hint(list(&ids, what))
}

fn list(known: &[&str], what: &str) -> String {
    if known.is_empty() {
        return format!("{what}: there are none");
    }
    format!("{what}: {}", few(known.iter().map(ToString::to_string), LISTED, ", "))
}
