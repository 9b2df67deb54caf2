//! A chart as lines one under another, each further in than what it reports to. Lines that would be too far in begin
//! again at the margin, further down.

use crate::query::Chart;

/// A position on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the node.
    pub node: usize,
    /// How far in it stands.
    pub level: usize,
    /// Whether more of its siblings follow below it.
    pub has_next: bool,
    /// Whether it stands here again, with what is below it.
    pub is_again: bool,
    /// Whether what is below it follows further down.
    pub goes_on: bool,
}

/// The lines of a chart, no further in than so many levels.
pub fn outline(chart: &Chart, most: usize) -> Vec<Line> {
    let most = most.max(1);
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); chart.nodes.len()];
    let mut tops = Vec::new();
    for (number, node) in chart.nodes.iter().enumerate() {
        match node.above {
            Some(above) => below[above].push(number),
            None => tops.push(number),
        }
    }
    let mut lines = Vec::with_capacity(chart.nodes.len());
    let mut later = std::collections::VecDeque::new();
    let top = |node: usize, has_next, is_again| Line {
        node,
        level: 0,
        has_next,
        is_again,
        goes_on: false,
    };
    let last = tops.last().copied();
    let tops = tops.into_iter();
    let mut waiting: Vec<Line> = tops
        .rev()
        .map(|node| top(node, Some(node) != last, false))
        .collect();
    loop {
        while let Some(mut line) = waiting.pop() {
            let next = &below[line.node];
            line.goes_on = line.level >= most && !next.is_empty();
            lines.push(line);
            if line.goes_on {
                later.push_back(line.node);
                continue;
            }
            let children = next.iter().rev().enumerate().map(|(place, &node)| Line {
                node,
                level: line.level + 1,
                has_next: place > 0,
                is_again: false,
                goes_on: false,
            });
            waiting.extend(children);
        }
        let Some(node) = later.pop_front() else {
            return lines;
        };
        waiting.push(top(node, false, true));
    }
}
