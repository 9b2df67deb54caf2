//! Names that are the same, or nearly: of two roles, two tasks of a role, two people.

use crate::model::Registry;
use crate::normalize::fold;
use crate::problem::{Code, Problem, Problems, shortened};
use crate::source::Span;
use std::collections::HashMap;

/// Two tasks of one role whose names are the same text.
pub(super) fn same_task_twice(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    for role in registry.roles().map(|role| registry.role(role)) {
        let mut seen = HashMap::new();
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

/// Names that differ only in case, accents, spaces or Unicode form; and two roles of one name.
pub(super) fn similar_names(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    let roles = registry.roles().map(|role| registry.role(role));
    let names = roles.clone().map(|role| (role.name.pick(&default), role.place));
    find_similar(names, "roles", problems);
    for role in roles {
        let names = role.tasks.iter().map(|task| (task.name.pick(&default), task.place));
        find_similar(names, "tasks", problems);
    }
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
        // Two tasks of one name are another warning, and two people of one name are an error.
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
        let problem = Problem::new(Code::SimilarNames, place, message).fix(fix);
        problems.push(problem.related(first_place, "the first is here"));
    }
}
