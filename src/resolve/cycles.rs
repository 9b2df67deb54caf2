//! Circles: roles that report to one another, tasks that wait for one another. Searched without recursion, because a
//! line may be as long as the registry.

use super::links::{Graph, Index};
use crate::problem::{Code, Problems};
use crate::source::Span;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// How many members of a circle a message names.
const NAMED: usize = 12;

/// How many circles of one kind are reported: who mends these sees the next.
const MOST: usize = 20;

/// Reports each circle once, as a whole, where one of its members names the next: the one whose file comes first.
pub fn check(graph: &Graph, index: &Index, problems: &mut Problems) {
    for (place, names) in circles(&graph.reports, |role| index.role_id(role).to_owned()) {
        let message = format!("roles report to one another in a circle: {names}");
        let fix = "let one of them report to nobody in the circle";
        problems.report(Code::ReportingCycle, place, message, fix);
    }
    for (place, names) in circles(&graph.waits, |task| index.task_id(task)) {
        let message = format!("tasks wait for one another in a circle: {names}");
        let fix = "remove one `after` of the circle";
        problems.report(Code::PrerequisiteCycle, place, message, fix);
    }
}

/// What leads to what, and where that is written.
type Edge<N> = (N, N, Span);

/// The place and the members of each circle.
fn circles<N: Copy + Ord + Hash>(
    edges: &[Edge<N>],
    name: impl Fn(N) -> String,
) -> Vec<(Span, String)> {
    let mut next: BTreeMap<N, Vec<(N, Span)>> = BTreeMap::new();
    for &(from, to, span) in edges {
        next.entry(from).or_default().push((to, span));
    }
    let edge =
        |one: &N, to: &N| next.get(one)?.iter().find(|(next, _)| next == to).map(|&(_, span)| span);
    // A base is right by itself: what closes the circle is in the file that comes first.
    let place = |cycle: &[N]| {
        let spans = cycle.iter().zip(cycle.iter().cycle().skip(1));
        spans.filter_map(|(one, to)| edge(one, to)).min_by_key(|span| span.file)
    };
    let say = |cycle: Vec<N>| Some((place(&cycle)?, circle(&cycle, &name)));
    cycles(&next).into_iter().filter_map(say).collect()
}

fn circle<N: Copy>(members: &[N], name: impl Fn(N) -> String) -> String {
    let shown: Vec<String> = members.iter().take(NAMED).map(|&member| name(member)).collect();
    let (shown, first) = (shown.join(" → "), name(members[0]));
    match members.len().saturating_sub(NAMED) {
        0 => format!("{shown} → {first}"),
        more => format!("{shown} → ({more} more) → {first}"),
    }
}

/// One circle for each edge that leads back, by depth-first search, up to a limit; each begins at its smallest member.
fn cycles<N: Copy + Ord + Hash>(edges: &BTreeMap<N, Vec<(N, Span)>>) -> Vec<Vec<N>> {
    let next = |node: N| edges.get(&node).map(Vec::as_slice).unwrap_or_default().iter();
    // Which nodes have been met, and whether they stand on the path.
    let mut met: HashMap<N, bool> = HashMap::new();
    let mut found = Vec::new();
    for &start in edges.keys() {
        if found.len() == MOST || met.contains_key(&start) {
            continue;
        }
        let mut path = vec![(start, next(start))];
        met.insert(start, true);
        while let Some((node, rest)) = path.last_mut() {
            let Some(&(to, _)) = rest.next_back() else {
                met.insert(*node, false);
                path.pop();
                continue;
            };
            match met.get(&to) {
                None => {
                    met.insert(to, true);
                    path.push((to, next(to)));
                }
                Some(true) if found.len() < MOST => {
                    let on_path = path.iter().map(|(node, _)| *node);
                    let mut cycle: Vec<N> = on_path.skip_while(|node| *node != to).collect();
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
    use crate::source::FileId;

    fn map(edges: impl Iterator<Item = (usize, usize)>) -> BTreeMap<usize, Vec<(usize, Span)>> {
        let mut map: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let nowhere = Span::new(FileId(0), 0, 0);
        edges.for_each(|(from, to)| map.entry(from).or_default().push((to, nowhere)));
        map
    }

    fn check(edges: &[(usize, usize)], expected: &[&[usize]]) {
        assert_eq!(cycles(&map(edges.iter().copied())), expected);
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
        let ring = map((0..count).map(|node| (node, (node + 1) % count)));
        assert_eq!(cycles(&ring)[0].len(), count);
    }
}
