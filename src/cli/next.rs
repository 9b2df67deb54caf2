//! What a person would do next: the one line after a report, and the first steps.

use super::console::pasteable;
use crate::model::{Registry, RoleIx, Size, TaskRef};

/// A command, and the word for what it does.
pub type Next = (String, &'static str);

/// The card of a role; without one, a comparison.
pub fn show_role(registry: &Registry, role: Option<RoleIx>) -> Next {
    let Some(role) = role else { return compare(registry) };
    (format!("roles show {}", registry.role(role).id), "next-show-role")
}

/// The card of a task; without one, a comparison.
pub fn show_task(registry: &Registry, task: Option<TaskRef>) -> Next {
    let Some(task) = task else { return compare(registry) };
    (format!("roles show {}", registry.task_id(task)), "next-show-task")
}

/// The roles side by side; every task, where there is only one role.
pub fn compare(registry: &Registry) -> Next {
    compare_roles(registry).unwrap_or_else(list_tasks)
}

pub fn list_tasks() -> Next {
    ("roles list --tasks".to_owned(), "next-list-tasks")
}

/// Looks for other words.
pub fn list_words(words: &str, in_catalogue: bool) -> Next {
    let option = if in_catalogue { " --catalogue" } else { "" };
    (format!("roles list{option} {}", pasteable(words)), "next-list-words")
}

/// Looks for the same words in the catalogue.
pub fn list_there(words: &str) -> Next {
    (list_words(words, true).0, "next-list-there")
}

pub fn add(catalogue: &Registry, role: RoleIx) -> Next {
    (format!("roles add {}", catalogue.role(role).id), "next-add-role")
}

/// Compares the first two roles, without naming them if there are no others; `None` if there are fewer.
fn compare_roles(registry: &Registry) -> Option<Next> {
    let ids = registry.roles().map(|role| &registry.role(role).id);
    let ids: Vec<_> = ids.take(3).collect();
    let compare = match ids[..] {
        [_, _] => "roles compare".to_owned(),
        [one, other, _] => format!("roles compare {one} {other}"),
        _ => return None,
    };
    Some((compare, "next-compare"))
}

/// What somebody who is new here can do.
pub fn first_steps(registry: &Registry, is_own: bool) -> Vec<Next> {
    let mut steps = vec![("roles list".to_owned(), "next-list")];
    steps.extend(compare_roles(registry));
    // Of the sizes, one in the middle says most about dividing work.
    let size = registry.sizes().get(registry.sizes().len() / 2).map(size_flag);
    let size = size.filter(|_| registry.team().is_none()).map(|flag| format!(" {flag}"));
    if registry.tasks().next().is_some() && (size.is_some() || registry.team().is_some()) {
        steps.push((format!("roles assign{}", size.unwrap_or_default()), "next-assign"));
    }
    steps.push(("roles report -o report.html".to_owned(), "next-report"));
    if is_own {
        steps.push(("roles check".to_owned(), "next-check"));
        steps.push(("roles new ROLE".to_owned(), "next-new"));
    } else {
        steps.push(("roles init".to_owned(), "next-init"));
    }
    steps
}

/// How a company size is named on the command line; the shipped ones have flags of their own.
pub fn size_flag(size: &Size) -> String {
    match size.id.as_str() {
        id @ ("solo" | "sme" | "large") => format!("--{id}"),
        id => format!("--size {id}"),
    }
}
