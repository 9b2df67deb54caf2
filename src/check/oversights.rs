//! Oversights: what was left out of roles, tasks and sources, and names that are the same, or nearly.

use crate::model::{Registry, RoleIx, SourceIx, Task};
use crate::normalize::{composed, fold, words};
use crate::problem::{Code, Problems, is_slip, shortened};
use crate::query::said_again;
use crate::source::Span;
use std::collections::{HashMap, HashSet};

/// Words up to this length differ by a letter without being a slip, in bytes.
const SHORT: usize = 6;

/// The most letters that are shown of what two names have in common before they differ.
const BEFORE: usize = 30;

/// What to do about names that are nearly the same.
const APART: &str = "spell them the same, or tell them apart";

/// A role without tasks that answers for none either, and is neither asked nor told: nobody who holds it has a part.
pub(super) fn role_without_tasks(registry: &Registry, problems: &mut Problems) {
    let named: HashSet<RoleIx> = registry
        .tasks()
        .map(|task| registry.task(task))
        .flat_map(|task| task.accountable.iter().chain(&task.consulted).chain(&task.informed))
        .copied()
        .collect();
    for place in registry.roles() {
        let role = registry.role(place);
        if role.tasks.is_empty() && !named.contains(&place) {
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

/// Two roles with the same tasks, more than one.
pub(super) fn same_tasks(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    let mut seen = HashMap::new();
    for role in registry.roles().map(|role| registry.role(role)).filter(|role| role.tasks.len() > 1)
    {
        let names = role.tasks.iter().map(|task| fold(task.name.pick(&default)));
        let mut names: Vec<String> = names.collect();
        names.sort();
        if let Some((first, place)) = seen.insert(names, (&role.id, role.place)) {
            let message = format!("the roles '{first}' and '{}' have the same tasks", role.id);
            let fix = "make one role of them, or say in the tasks how they differ";
            problems.report_again(Code::SameTasks, role.place, place, message, fix);
        }
    }
}

/// Names of two tasks of a role that differ by a slip in one long word.
fn misspelt_tasks(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    for role in registry.roles().map(|role| registry.role(role)) {
        // The names with a gap in the place of a word: what stood there, and where.
        let mut seen: HashMap<Vec<String>, (String, &Task)> = HashMap::new();
        for task in &role.tasks {
            let words = words(task.name.pick(&default));
            for gap in (0..words.len()).filter(|&gap| words[gap].len() > SHORT) {
                let mut others = words.clone();
                let word = std::mem::take(&mut others[gap]);
                if let Some((other, first)) = seen.insert(others, (word.clone(), task))
                    && is_slip(&word, &other)
                {
                    let [one, other] = [first, task].map(|task| task.name.pick(&default));
                    let message = nearly_the_same("tasks", one, other);
                    let (place, first) = (task.place, first.place);
                    problems.report_again(Code::SimilarNames, place, first, message, APART);
                }
            }
        }
    }
}

/// Names of roles and of people that differ only in case, accents, spaces or Unicode form; and two roles of one name.
pub(super) fn similar_names(registry: &Registry, problems: &mut Problems) {
    let default = registry.preference(None);
    let roles = registry.roles().map(|role| registry.role(role));
    let names = roles.map(|role| (role.name.pick(&default), role.place));
    find_similar(names, "roles", problems);
    misspelt_tasks(registry, problems);
    let people = registry.team().into_iter().flat_map(|team| &team.people);
    let names = people.filter_map(|person| Some((person.name.as_str(), person.place?)));
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
        let (message, fix) = if is_same {
            (format!("two {what} are both called '{}'", shortened(name)), "tell them apart")
        } else {
            (nearly_the_same(what, first, name), APART)
        };
        problems.report_again(Code::SimilarNames, place, first_place, message, fix);
    }
}

/// Both names, from a little before the letter on in which they differ; as numbers, where they look the same.
fn nearly_the_same(what: &str, first: &str, name: &str) -> String {
    let same = first.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    let looks_the_same = composed(first) == composed(name);
    let [first, name] = [first, name].map(|name| {
        let cut = if same > BEFORE { "…" } else { "" };
        let end: String = name.chars().skip(same.saturating_sub(BEFORE)).collect();
        let end = if looks_the_same { end.escape_unicode().to_string() } else { end };
        format!("'{cut}{}'", shortened(&end))
    });
    format!("two {what} are called nearly the same: {first} and {name}")
}
