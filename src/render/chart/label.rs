//! A chart in words: what it is about, what is written at each position, and what the tree does not show. And its outline:
//! lines one below another, each indented further than the position that it reports to.

use crate::query::{Chart, Load, Node};
use crate::render::reader::{Reader, in_brackets};
use crate::render::visible::one_line;
use std::collections::VecDeque;

const MOST_ROLES: usize = 12;

/// A position in words, in clean lines.
#[derive(Debug)]
pub struct Label {
    pub name: String,
    /// Its roles, unless its name says them.
    pub roles: Option<String>,
    /// Who is there, or that nobody is; empty if there are no people at all.
    pub people: Vec<String>,
    /// True if there are people, but none in this position.
    pub is_vacant: bool,
    /// How many tasks it has, how long they take, and what else there is to know.
    pub tasks: Vec<String>,
}

impl Label {
    pub fn new(node: &Node, chart: &Chart, reader: &Reader) -> Self {
        let position = &chart.assignment.positions[node.position];
        let clean = |text: String| one_line(&text).into_owned();
        let undone = node.undone.tasks;
        let tasks = [
            Some(reader.load(&node.load, None)),
            (undone > 0 && !node.is_vacant).then(|| reader.count("assign-unassigned", undone)),
            (node.hidden > 0).then(|| reader.count("chart-hidden", node.hidden)),
        ];
        Self {
            name: clean(reader.position_label(position)),
            roles: reader.position_roles(position).map(clean),
            people: people(node, chart, reader).into_iter().map(clean).collect(),
            is_vacant: node.is_vacant,
            tasks: tasks.into_iter().flatten().collect(),
        }
    }

    pub fn title(&self) -> String {
        in_brackets(self.name.clone(), self.roles.as_deref())
    }

    pub fn rest(&self) -> impl Iterator<Item = &str> {
        let lines = self.roles.iter().chain(&self.people).chain(&self.tasks);
        lines.map(String::as_str)
    }
}

/// "Ana", or "Ana (3 tasks)" if others do the rest or nobody does.
fn people(node: &Node, chart: &Chart, reader: &Reader) -> Vec<String> {
    let name = |person: usize| chart.assignment.people[person].name.as_str();
    let tasks = |load: &Load| reader.count("count-tasks", load.tasks);
    let here = node.people.iter().map(|(person, load)| {
        let part = (load.tasks != node.load.tasks).then(|| tasks(load));
        in_brackets(name(*person).to_owned(), part.as_deref())
    });
    let others = node.others.iter().map(|(person, load)| {
        reader.say("chart-other", &[("name", &name(*person)), ("tasks", &tasks(load))])
    });
    let vacant = node.is_vacant.then(|| reader.word("reason-vacant-position"));
    let more = (node.people.len() + node.others.len()).saturating_sub(chart.named);
    let more = (more > 0).then(|| reader.count("and-more", more));
    let named = here.chain(others).take(chart.named);
    vacant.into_iter().chain(named).chain(more).collect()
}

/// "Large company (250 employees and more): 2 positions, 13 tasks, 15.5 h a week".
pub fn title(chart: &Chart, reader: &Reader) -> String {
    let assignment = chart.assignment;
    let company = if assignment.size.is_none() && !assignment.has_people() {
        reader.word("chart-of-roles")
    } else {
        reader.company(assignment.size)
    };
    let positions: usize = chart.nodes.iter().map(|node| 1 + node.hidden).sum();
    let positions = reader.count("chart-positions", positions);
    let load = reader.load(&assignment.totals.all, None);
    reader.heading(&company, &format!("{positions}, {load}"))
}

/// What the tree does not show: roles that no position holds.
pub fn notes(chart: &Chart, reader: &Reader) -> Vec<String> {
    let lost = chart.without_position.iter();
    let mut notes = Vec::from_iter(reader.day(chart.assignment));
    notes.extend(reader.few(lost.map(|&role| reader.undone(role)), MOST_ROLES));
    notes
}

pub fn labels(chart: &Chart, reader: &Reader) -> Vec<Label> {
    let nodes = chart.nodes.iter();
    nodes.map(|node| Label::new(node, chart, reader)).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineLine {
    pub node: usize,
    pub level: usize,
    /// Whether more of its siblings follow below it.
    pub has_next: bool,
    /// The message after the name where what is below it follows further down, or where it stands for the second time.
    pub note: Option<&'static str>,
}

const GOES_ON: &str = "chart-goes-on";
const AGAIN: &str = "chart-again";

/// The lines of a chart, indented by at most this many levels; what is further in begins again at the margin, below.
pub fn outline(chart: &Chart, most: usize) -> Vec<OutlineLine> {
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
    let add = |nodes: &[usize], level: usize, waiting: &mut Vec<OutlineLine>| {
        for (place, &node) in nodes.iter().rev().enumerate() {
            waiting.push(OutlineLine { node, level, has_next: place > 0, note: None });
        }
    };
    let mut waiting = Vec::new();
    add(&tops, 0, &mut waiting);
    loop {
        while let Some(mut line) = waiting.pop() {
            let next = &below[line.node];
            if line.level >= most && !next.is_empty() {
                line.note = Some(GOES_ON);
                later.push_back(line.node);
            } else {
                add(next, line.level + 1, &mut waiting);
            }
            lines.push(line);
        }
        let Some(node) = later.pop_front() else {
            return lines;
        };
        waiting.push(OutlineLine { node, level: 0, has_next: false, note: Some(AGAIN) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Roster, assign, chart};
    use crate::resolve;
    use crate::source::{SourceFile, Sources};

    fn file(stem: &str, text: String) -> SourceFile {
        SourceFile::from_bytes(String::new(), stem.to_owned(), text.into())
    }

    /// The outline of roles that are written as `id<above`: the role of each line, with a sign for each level before it.
    fn lines(roles: &[&str], most: usize) -> Vec<String> {
        let role = |role: &&str| match role.split_once('<') {
            Some((id, above)) => file(id, format!("name: {id}\nreports_to: {above}\n")),
            None => file(role, format!("name: {role}\n")),
        };
        let head = file("registry", "version: 1".to_owned());
        let files = roles.iter().map(role).chain([head]).collect();
        let registry = resolve::read(&Sources::of(files)).unwrap();
        let assignment = assign(&registry, None, &Roster::default());
        let chart = chart(&registry, &assignment);
        let shown = |line: &OutlineLine| {
            let id = assignment.positions[chart.nodes[line.node].position].id;
            let mark = match line.note {
                Some(GOES_ON) => "…",
                Some(_) => " again",
                None => "",
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
