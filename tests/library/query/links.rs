//! The order in which tasks come.

use crate::written::written;
use roles::model::TaskRef;
use roles::query::in_order;

use std::fmt::Write;

/// The ids of tasks in their order; each is written as `id` or `id<its,prerequisites`.
fn ordered(tasks: &[&str], shown: &[&str]) -> String {
    let mut text = "r\n".to_owned();
    for task in tasks {
        let (id, after) = task.split_once('<').unwrap_or((task, ""));
        writeln!(text, "  {{id: {id}, name: {id}, after: [{after}]}}").unwrap();
    }
    let registry = written(&text, &[]);
    let role = registry.role_by_id("r").unwrap();
    let mut shown: Vec<TaskRef> =
        shown.iter().map(|id| registry.task_by_id(role, id).unwrap()).collect();
    in_order(&registry, &mut shown, |&task| task);
    let ids = shown.iter().map(|&task| registry.task(task).id.as_str());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_nothing_holds_back_stays_where_it_is() {
    assert_eq!(ordered(&["c", "a", "b"], &["c", "a", "b"]), "c a b");
    assert_eq!(ordered(&["c", "a<c", "b<c"], &["c", "a", "b"]), "c a b");
    assert_eq!(ordered(&["c"], &[]), "");
}

#[test]
fn a_task_comes_after_what_it_needs() {
    assert_eq!(ordered(&["a<c", "b", "c"], &["a", "b", "c"]), "c a b");
    assert_eq!(ordered(&["a<b,d", "b<c", "c", "d"], &["a", "b", "c", "d"]), "c b d a");
}

#[test]
fn tasks_that_are_not_shown_pass_the_order_on() {
    assert_eq!(ordered(&["a<b", "b<c", "c"], &["a", "c"]), "c a");
}

#[test]
fn a_long_line_of_tasks_is_no_matter() {
    let tasks: Vec<String> = (0..5_000).map(|n| format!("t{n}<t{}", n + 1)).collect();
    let mut tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
    tasks.push("t5000");
    let ids: Vec<&str> = tasks.iter().map(|task| task.split('<').next().unwrap()).collect();
    let backwards: Vec<&str> = ids.iter().rev().copied().collect();
    assert_eq!(ordered(&tasks, &ids), backwards.join(" "));
}
