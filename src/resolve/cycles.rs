//! Circles: roles that report to one another, tasks that wait for one another. Searched without recursion, because a
//! line may be as long as the registry.

use crate::model::{Role, RoleIx, TaskRef};
use crate::problem::{Code, Problem};

/// How many members of a circle a message names.
const NAMED: usize = 12;

/// Reports each circle once, as a whole.
pub fn check(roles: &[Role], problems: &mut Vec<Problem>) {
    for cycle in cycles(roles.len(), |role| {
        roles[role]
            .reports_to
            .map(RoleIx::index)
            .into_iter()
            .collect()
    }) {
        let names: Vec<String> = cycle
            .iter()
            .map(|&role| roles[role].id.to_string())
            .collect();
        let message = format!(
            "roles report to one another in a circle: {}",
            circle(&names)
        );
        problems.push(
            Problem::new(Code::ReportingCycle, roles[cycle[0]].place, message)
                .fix("let one of them report to nobody in the circle"),
        );
    }
    let starts: Vec<usize> = roles
        .iter()
        .scan(0, |next, role| {
            Some(std::mem::replace(next, *next + role.tasks.len()))
        })
        .collect();
    let number = |task: &TaskRef| starts[task.role.index()] + task.task as usize;
    let tasks: Vec<(&Role, usize)> = roles
        .iter()
        .flat_map(|role| (0..role.tasks.len()).map(move |task| (role, task)))
        .collect();
    for cycle in cycles(tasks.len(), |task| {
        tasks[task].0.tasks[tasks[task].1]
            .after
            .iter()
            .map(number)
            .collect()
    }) {
        let name = |&task: &usize| {
            format!(
                "{}/{}",
                tasks[task].0.id, tasks[task].0.tasks[tasks[task].1].id
            )
        };
        let names: Vec<String> = cycle.iter().map(name).collect();
        let message = format!("tasks wait for one another in a circle: {}", circle(&names));
        let (role, task) = tasks[cycle[0]];
        problems.push(
            Problem::new(Code::PrerequisiteCycle, role.tasks[task].place, message)
                .fix("remove one `after` of the circle"),
        );
    }
}

fn circle(names: &[String]) -> String {
    let shown = names
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" → ");
    let first = names.first().map(String::as_str).unwrap_or_default();
    match names.len().saturating_sub(NAMED) {
        0 => format!("{shown} → {first}"),
        more => format!("{shown} → ({more} more) → {first}"),
    }
}

/// One circle for each edge that leads back, by depth-first search; each begins at its smallest member.
fn cycles(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnPath,
        Done,
    }
    let mut marks = vec![Mark::New; count];
    let mut found = Vec::new();
    for start in 0..count {
        if marks[start] != Mark::New {
            continue;
        }
        let mut path = vec![(start, next(start))];
        marks[start] = Mark::OnPath;
        while let Some((node, rest)) = path.last_mut() {
            match rest.pop() {
                None => {
                    marks[*node] = Mark::Done;
                    path.pop();
                }
                Some(to) if marks[to] == Mark::New => {
                    marks[to] = Mark::OnPath;
                    path.push((to, next(to)));
                }
                Some(to) if marks[to] == Mark::OnPath => {
                    let from = path
                        .iter()
                        .position(|(node, _)| *node == to)
                        .unwrap_or_default();
                    let mut cycle: Vec<usize> =
                        path[from..].iter().map(|(node, _)| *node).collect();
                    let least = cycle
                        .iter()
                        .enumerate()
                        .min_by_key(|(_, node)| **node)
                        .map_or(0, |(at, _)| at);
                    cycle.rotate_left(least);
                    found.push(cycle);
                }
                Some(_) => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(usize, usize)], expected: &[&[usize]]) {
        let count = edges
            .iter()
            .map(|&(from, to)| from.max(to) + 1)
            .max()
            .unwrap_or(0);
        let next = |node| {
            edges
                .iter()
                .filter(|edge| edge.0 == node)
                .map(|edge| edge.1)
                .collect()
        };
        assert_eq!(cycles(count, next), expected);
    }

    #[test]
    fn circles_are_found_whole_and_once() {
        check(&[(0, 1), (1, 2)], &[]);
        check(&[(0, 0)], &[&[0]]);
        check(&[(0, 2), (2, 1), (1, 2)], &[&[1, 2]]);
        check(&[(0, 1), (1, 0), (2, 3), (3, 2)], &[&[0, 1], &[2, 3]]);
        check(&[(0, 1), (0, 2), (1, 3), (2, 3)], &[]);
    }

    #[test]
    fn a_long_line_does_not_overflow_the_stack() {
        let count = 200_000;
        assert_eq!(
            cycles(count, |node| vec![(node + 1) % count])[0].len(),
            count
        );
    }
}
