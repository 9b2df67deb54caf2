//! A chart as lines one under another, each further in than what it reports to. Lines that would be too far in begin
//! again at the margin, further down.

use crate::query::Chart;
use std::collections::VecDeque;

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

impl Line {
    /// A line on which nothing is known yet of what is below it.
    fn new(node: usize, level: usize, has_next: bool) -> Self {
        Self { node, level, has_next, is_again: false, goes_on: false }
    }

    /// The message that stands behind the name where the outline breaks.
    pub fn note(&self) -> Option<&'static str> {
        match (self.goes_on, self.is_again) {
            (true, _) => Some("chart-goes-on"),
            (false, true) => Some("chart-again"),
            (false, false) => None,
        }
    }
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
    let mut later = VecDeque::new();
    let tops = tops.iter().rev().enumerate();
    let mut waiting: Vec<Line> = tops.map(|(place, &node)| Line::new(node, 0, place > 0)).collect();
    loop {
        while let Some(mut line) = waiting.pop() {
            let next = &below[line.node];
            line.goes_on = line.level >= most && !next.is_empty();
            lines.push(line);
            if line.goes_on {
                later.push_back(line.node);
            } else {
                let next = next.iter().rev().enumerate();
                waiting
                    .extend(next.map(|(place, &node)| Line::new(node, line.level + 1, place > 0)));
            }
        }
        let Some(node) = later.pop_front() else {
            return lines;
        };
        waiting.push(Line { is_again: true, ..Line::new(node, 0, false) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Roster, assign, chart};
    use crate::resolve;
    use crate::source::{SourceFile, Sources};

    /// The outline of roles that are written as `id<above`: each line's role, further in after more signs.
    fn lines(roles: &[&str], most: usize) -> Vec<String> {
        let file = |stem: &str, text: String| {
            SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
        };
        let role = |written: &&str| {
            let (id, above) = written.split_once('<').unwrap_or((written, ""));
            let above = match above {
                "" => String::new(),
                above => format!("reports_to: {above}\n"),
            };
            file(id, format!("name: {id}\n{above}"))
        };
        let mut files: Vec<SourceFile> = roles.iter().map(role).collect();
        files.push(file("registry", "version: 1".to_owned()));
        files.sort_by(|one, other| one.stem.cmp(&other.stem));
        let registry = resolve::read(&Sources::of(files)).unwrap();
        let assignment = assign(&registry, None, &Roster::default(), None);
        let chart = chart(&registry, &assignment);
        let shown = |line: &Line| {
            let id = assignment.positions[chart.nodes[line.node].position].id;
            let mark = match (line.goes_on, line.is_again) {
                (true, _) => "…",
                (false, true) => " again",
                (false, false) => "",
            };
            let next = if line.has_next { "," } else { "" };
            format!("{}{id}{mark}{next}", ">".repeat(line.level))
        };
        outline(&chart, most).iter().map(shown).collect()
    }

    #[test]
    fn each_line_stands_below_what_it_reports_to() {
        let roles = ["a", "b<a", "c<b", "d<a", "e"];
        assert_eq!(lines(&roles, 9), ["a,", ">b,", ">>c", ">d", "e"]);
        assert!(lines(&[], 9).is_empty());
    }

    #[test]
    fn what_is_too_far_in_begins_again_at_the_margin() {
        let roles = ["a", "b<a", "c<b", "d<c", "e<a", "f<e"];
        assert_eq!(
            lines(&roles, 1),
            ["a", ">b…,", ">e…", "b again", ">c…", "e again", ">f", "c again", ">d"]
        );
    }
}
