//! Looks up what the command line calls by an id or a name. What is unknown gets the nearest, and what there is.

use super::{Failure, Result};
use crate::model::{AreaIx, Registry, RoleIx, SizeIx, TaskRef, Text};
use crate::normalize::fold;
use crate::problem::{Code, few, nearest};
use crate::query::{Subject, suggest};
use crate::source::{ids_offered, is_in_catalogue, is_offered};

const MOST_LISTED: usize = 12;

/// Something of a registry, its id (`role/task` of a task) and its name.
type Named<'r, I> = (I, String, &'r Text);

/// The one that is called so, if there is one: by its id, by that of a task without its role, or else by its name in any
/// language. Case, accents, spaces and hyphens of a name do not count.
fn called<I: Copy>(code: Code, written: &str, known: &[Named<I>]) -> Result<Option<I>> {
    let plain = |text: &str| fold(&text.replace('-', " "));
    let wanted = plain(written);
    let rank = |(_, id, name): &Named<I>| {
        let ids = [id == written, own_id(id) == written, plain(id) == wanted];
        let is_name =
            || plain(own_id(id)) == wanted || name.all().any(|name| plain(name) == wanted);
        ids.iter().position(|is_it| *is_it).or_else(|| is_name().then_some(ids.len()))
    };
    let best = known.iter().filter_map(rank).min();
    let found = known.iter().filter(|named| best.is_some() && rank(named) == best);
    match found.collect::<Vec<_>>()[..] {
        [] => Ok(None),
        [(found, ..)] => Ok(Some(*found)),
        ref several => {
            let ids = few(several.iter().map(|(_, id, _)| id.clone()), MOST_LISTED, ", ");
            let failure = Failure::unknown(code, format!("'{written}' may mean any of several"));
            Err(failure.hint(format!("name the one that you mean by its id: {ids}")))
        }
    }
}

fn called_or<I: Copy>(
    code: Code,
    written: &str,
    known: &[Named<I>],
    one: &str,
    all: &str,
) -> Result<I> {
    called(code, written, known)?.ok_or_else(|| {
        let ids: Vec<&str> = known.iter().map(|(_, id, _)| id.as_str()).collect();
        let failure = Failure::unknown(code, format!("'{written}' is not {one}"));
        with_choice(failure, written, &ids, all)
    })
}

/// The id of a task without its role.
fn own_id(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, task)| task)
}

fn all_roles(registry: &Registry) -> Vec<Named<'_, RoleIx>> {
    let named = |role| (role, registry.role(role).id.to_string(), &registry.role(role).name);
    registry.roles().map(named).collect()
}

fn all_tasks(registry: &Registry, tasks: impl Iterator<Item = TaskRef>) -> Vec<Named<'_, Subject>> {
    let named = |task| (Subject::Task(task), registry.task_id(task), &registry.task(task).name);
    tasks.map(named).collect()
}

pub fn role_if_any(registry: &Registry, written: &str) -> Result<Option<RoleIx>> {
    match registry.role_by_id(written) {
        Some(role) => Ok(Some(role)),
        None => called(Code::UnknownRole, written, &all_roles(registry)),
    }
}

pub fn role(registry: &Registry, written: &str) -> Result<RoleIx> {
    role_if_any(registry, written)?.ok_or_else(|| no_role(registry, written, None))
}

/// What to say where no role is called so; it may be that a task was meant, by all of this.
fn no_role(registry: &Registry, written: &str, or_task: Option<&str>) -> Failure {
    let known = all_roles(registry);
    let ids: Vec<&str> = known.iter().map(|(_, id, _)| id.as_str()).collect();
    let message = format!("'{written}' is not a role of this registry");
    let failure = Failure::unknown(Code::UnknownRole, message);
    let failure = if is_offered(written) {
        failure.hint(format!("it is in the catalogue: roles add {written} adds it"))
    } else if let Some(near) = nearest(written, ids.iter().copied()) {
        failure.did_you_mean(Some(near))
    } else if let Some(near) = nearest(written, ids_offered()) {
        failure.hint(format!("did you mean '{near}', which is in the catalogue?"))
    } else {
        failure.did_you_mean(suggested(registry, written, or_task).as_deref())
    };
    failure.hint(list(&ids, "roles"))
}

/// The id of the role that the words of a name suggest, or of the task, if one may be meant.
fn suggested(registry: &Registry, written: &str, or_task: Option<&str>) -> Option<String> {
    let id = |task| registry.task(task).id.as_str();
    let near = or_task.and_then(|written| nearest(written, registry.tasks().map(id)));
    let near = registry.tasks().find(|&task| near == Some(id(task))).map(Subject::Task);
    match near.or_else(|| suggest(registry, or_task.unwrap_or(written)))? {
        Subject::Role(role) => Some(registry.role(role).id.to_string()),
        Subject::Task(task) => or_task.map(|_| registry.task_id(task)),
    }
}

/// The role of the catalogue, or shipped with it, that is called so.
pub fn role_of_catalogue(catalogue: &Registry, written: &str) -> Result<RoleIx> {
    role_if_any(catalogue, written)?.ok_or_else(|| {
        let message = format!("'{written}' is not a role of the catalogue");
        let ids = catalogue.roles().map(|role| catalogue.role(role).id.as_str());
        let ids: Vec<&str> = ids.filter(|id| is_in_catalogue(id)).collect();
        with_choice(Failure::unknown(Code::UnknownRole, message), written, &ids, "roles")
    })
}

pub fn subject(registry: &Registry, written: &str) -> Result<Option<Subject>> {
    let roles = all_roles(registry).into_iter();
    let mut known: Vec<_> = roles.map(|(role, id, name)| (Subject::Role(role), id, name)).collect();
    known.extend(all_tasks(registry, registry.tasks()));
    let found = called(Code::UnknownTask, written, &known)?;
    let parts = written.split_once('/').filter(|_| found.is_none());
    let Some((role, task)) = parts else { return Ok(found) };
    let Some(role) = role_if_any(registry, role)? else { return Ok(None) };
    called(Code::UnknownTask, task, &all_tasks(registry, registry.tasks_of(role)))
}

/// What to say where no role or task is called so.
pub fn no_subject(registry: &Registry, written: &str) -> Failure {
    let (role, task) = written.split_once('/').unwrap_or((written, ""));
    let role = match role_if_any(registry, role) {
        Ok(Some(role)) => registry.role(role),
        Ok(None) => return no_role(registry, role, Some(written)),
        Err(failure) => return failure,
    };
    let message = format!("'{task}' is not a task of '{}'", role.id);
    let failure = Failure::unknown(Code::UnknownTask, message);
    if let Ok(Some(Subject::Task(other))) = subject(registry, task) {
        return failure.did_you_mean(Some(&registry.task_id(other)));
    }
    let ids: Vec<&str> = role.tasks.iter().map(|task| task.id.as_str()).collect();
    with_choice(failure, task, &ids, &format!("tasks of '{}'", role.id))
}

pub fn area(registry: &Registry, written: &str) -> Result<AreaIx> {
    let areas = (0..).map(AreaIx::at).zip(registry.areas());
    let known: Vec<_> = areas.map(|(area, at)| (area, at.id.to_string(), &at.name)).collect();
    called_or(Code::UnknownArea, written, &known, "an area of this registry", "areas")
}

pub fn size(registry: &Registry, written: &str) -> Result<SizeIx> {
    let sizes = registry.every_size().zip(registry.sizes());
    let known: Vec<_> = sizes.map(|(size, at)| (size, at.id.to_string(), &at.name)).collect();
    called_or(Code::UnknownSize, written, &known, "a company size of this registry", "sizes")
}

/// The values of an option, each of them one of a few words.
pub fn words<T>(
    option: &str,
    written: &[String],
    known: &[&str],
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>> {
    let parse = |word: &String| {
        parse(&fold(word)).ok_or_else(|| {
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

fn list(known: &[&str], what: &str) -> String {
    if known.is_empty() {
        return format!("{what}: there are none");
    }
    format!("{what}: {}", few(known.iter().map(ToString::to_string), MOST_LISTED, ", "))
}
