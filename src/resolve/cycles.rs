//! Circles: roles that report to one another, tasks that wait for one another. Searched without recursion, because a
//! line may be as long as the registry.

use super::links::{Graph, Index};
use crate::model::TaskRef;
use crate::problem::{Code, Problems};
use crate::source::Span;
use std::collections::HashMap;

/// How many members of a circle a message names.
const NAMED: usize = 12;

/// How many circles of one kind are reported: who mends these sees the next.
const MOST: usize = 20;

/// Reports each circle once, as a whole, where one of its members names the next: the one whose file comes first.
pub fn check(graph: &Graph, index: &Index, problems: &mut Problems) {
    let roles = Edges::new(graph.reports.iter().copied());
    let name = |role: usize| index.role_id(role).to_owned();
    for (place, names) in roles.circles(name) {
        let message = format!("roles report to one another in a circle: {names}");
        let fix = "let one of them report to nobody in the circle";
        problems.report(Code::ReportingCycle, place, message, fix);
    }
    let starts: Vec<usize> = index
        .task_counts()
        .scan(0, |next, count| Some(std::mem::replace(next, *next + count)))
        .collect();
    let number = |task: TaskRef| starts[task.role.index()] + task.task as usize;
    let ids: HashMap<usize, TaskRef> =
        graph.waits.iter().map(|&(task, ..)| (number(task), task)).collect();
    let waits = graph.waits.iter();
    let tasks = Edges::new(waits.map(|&(task, before, span)| (number(task), number(before), span)));
    let name = |task: usize| ids.get(&task).map_or_else(String::new, |&task| index.task_id(task));
    for (place, names) in tasks.circles(name) {
        let message = format!("tasks wait for one another in a circle: {names}");
        problems.report(
            Code::PrerequisiteCycle,
            place,
            message,
            "remove one `after` of the circle",
        );
    }
}

/// Which number leads to which, and where that is written.
struct Edges {
    next: HashMap<usize, Vec<(usize, Span)>>,
    count: usize,
}

impl Edges {
    fn new(edges: impl Iterator<Item = (usize, usize, Span)>) -> Self {
        let mut next: HashMap<usize, Vec<(usize, Span)>> = HashMap::new();
        let mut count = 0;
        for (from, to, span) in edges {
            next.entry(from).or_default().push((to, span));
            count = count.max(from + 1).max(to + 1);
        }
        Self { next, count }
    }

    /// The place and the members of each circle.
    fn circles(&self, name: impl Fn(usize) -> String) -> Vec<(Span, String)> {
        let from = |node: usize| self.next.get(&node).map(Vec::as_slice).unwrap_or_default();
        let found = cycles(self.count, |node| from(node).iter().map(|&(to, _)| to).collect());
        let edge = |one: usize, to: usize| {
            from(one).iter().find(|(next, _)| *next == to).map(|&(_, span)| span)
        };
        // A base is right by itself: what closes the circle is in the file that comes first.
        let place = |cycle: &[usize]| {
            let next = cycle.iter().cycle().skip(1);
            let spans = cycle.iter().zip(next).filter_map(|(&one, &to)| edge(one, to));
            spans.min_by_key(|span| span.file)
        };
        let say = |cycle: Vec<usize>| Some((place(&cycle)?, circle(&cycle, &name)));
        found.into_iter().filter_map(say).collect()
    }
}

fn circle(members: &[usize], name: impl Fn(usize) -> String) -> String {
    let shown: Vec<String> = members.iter().take(NAMED).map(|&member| name(member)).collect();
    let (shown, first) = (shown.join(" → "), name(members[0]));
    match members.len().saturating_sub(NAMED) {
        0 => format!("{shown} → {first}"),
        more => format!("{shown} → ({more} more) → {first}"),
    }
}

/// One circle for each edge that leads back, by depth-first search, up to a limit; each begins at its smallest member.
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
        if found.len() == MOST || marks[start] != Mark::New {
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
                Some(to) if marks[to] == Mark::OnPath && found.len() < MOST => {
                    let from = path.iter().position(|(node, _)| *node == to).unwrap_or_default();
                    let mut cycle: Vec<usize> =
                        path[from..].iter().map(|(node, _)| *node).collect();
                    let least = (0..cycle.len()).min_by_key(|&at| cycle[at]);
                    cycle.rotate_left(least.unwrap_or_default());
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
        let count = edges.iter().map(|&(from, to)| from.max(to) + 1).max().unwrap_or(0);
        let next = |node| edges.iter().filter(|edge| edge.0 == node).map(|edge| edge.1).collect();
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
        assert_eq!(cycles(count, |node| vec![(node + 1) % count])[0].len(), count);
    }
}
