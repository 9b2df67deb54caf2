//! Oversights: what was left out of roles, tasks and sources, and names that are the same, or nearly.

use crate::model::{Registry, SourceIx};
use crate::normalize::fold;
use crate::problem::{Code, Problems, shortened};
use crate::query::said_again;
use crate::source::Span;
use std::collections::HashMap;

/// A role without tasks: nobody who holds it has anything to do.
pub(super) fn role_without_tasks(registry: &Registry, problems: &mut Problems) {
    for role in registry.roles().map(|role| registry.role(role)) {
        if role.tasks.is_empty() {
            let message = format!("the role '{}' has no tasks", role.id);
            problems.report(Code::RoleWithoutTasks, role.place, message, "add some under `tasks:`");
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
            problems.report(Code::TaskWithoutArea, task.place, message, "add `area: …`");
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
            problems.report(Code::UncitedSource, source.place, message, "cite it, or remove it");
        }
    }
}

/// Two tasks of one role whose names say the same, but for function words, the forms of words, case and punctuation.
pub(super) fn same_task_twice(registry: &Registry, problems: &mut Problems) {
    for [first, task] in said_again(registry) {
        let [first, task] = [first, task].map(|task| registry.task(task));
        let message = format!("the tasks '{}' and '{}' say the same", first.id, task.id);
        let fix = "remove one, or say how they differ";
        problems.report_again(Code::SameTaskTwice, task.place, first.place, message, fix);
    }
}

/// Names of roles and of people that differ only in case, accents, spaces or Unicode form; and two roles of one name.
pub(super) fn similar_names(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    let roles = registry.roles().map(|role| registry.role(role));
    let names = roles.map(|role| (role.name.pick(&default), role.place));
    find_similar(names, "roles", problems);
    let people = registry.team().into_iter().flat_map(|team| &team.people);
    let names = people.map(|person| (person.name.as_ref(), person.place));
    find_similar(names, "people", problems);
}

fn find_similar<'n>(
    names: impl Iterator<Item = (&'n str, Span)>,
    what: &str,
    problems: &mut Problems,
) {
    let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
    for (name, place) in names {
        let Some((first, first_place)) = seen.insert(fold(name), (name, place)) else {
            continue;
        };
        let is_same = first == name;
        // Two people of one name are an error.
        if is_same && what != "roles" {
            continue;
        }
        let (first, name) = (shortened(first), shortened(name));
        let (message, fix) = if is_same {
            (format!("two {what} are both called '{name}'"), "tell them apart")
        } else {
            (
                format!("two {what} are called nearly the same: '{first}' and '{name}'"),
                "spell them the same, or tell them apart",
            )
        };
        problems.report_again(Code::SimilarNames, place, first_place, message, fix);
    }
}
