//! A chart in words: what it is about, what stands at each position, and what the tree does not show.

use crate::model::RoleIx;
use crate::query::{Chart, Load, Node};
use crate::render::reader::Reader;
use crate::render::visible::one_line;

/// More people than this in one position are counted, not named.
const MOST_PEOPLE: usize = 12;

/// A position in words; each of them is one clean line.
#[derive(Debug)]
pub struct Label {
    /// What the position is called.
    pub name: String,
    /// Its roles, where its name does not say them.
    pub roles: Option<String>,
    /// Who is there, or that nobody is; nothing where there are no people at all.
    pub people: Vec<String>,
    /// Whether it is one for people and nobody is there.
    pub is_vacant: bool,
    /// How many tasks, how long they take, and what else is to be known.
    pub tasks: Vec<String>,
}

impl Label {
    pub fn new(node: &Node, chart: &Chart, reader: &Reader) -> Self {
        let words = &reader.words;
        let position = &chart.assignment.positions[node.position];
        let clean = |text: String| one_line(&text).into_owned();
        let undone = node.undone.tasks;
        let tasks = [
            Some(reader.load(&node.load, None)),
            (undone > 0 && !node.is_vacant).then(|| words.count("assign-unassigned", undone)),
            (node.hidden > 0).then(|| words.count("chart-hidden", node.hidden)),
        ];
        Self {
            name: clean(reader.position_name(position)),
            roles: reader.position_roles(position).map(clean),
            people: people(node, chart, reader).into_iter().map(clean).collect(),
            is_vacant: node.is_vacant,
            tasks: tasks.into_iter().flatten().collect(),
        }
    }

    /// The name with the roles behind it.
    pub fn title(&self) -> String {
        match &self.roles {
            Some(roles) => format!("{} ({roles})", self.name),
            None => self.name.clone(),
        }
    }

    /// The lines after the name.
    pub fn rest(&self) -> impl Iterator<Item = &str> {
        let lines = self.roles.iter().chain(&self.people).chain(&self.tasks);
        lines.map(String::as_str)
    }
}

/// "Ana", or "Ana (3 tasks)" where others do the rest or nobody does.
fn people(node: &Node, chart: &Chart, reader: &Reader) -> Vec<String> {
    let words = &reader.words;
    let name = |person: usize| chart.assignment.people[person].name.as_str();
    let tasks = |load: &Load| words.count("count-tasks", load.tasks);
    let here = node.people.iter().map(|(person, load)| {
        if load.tasks == node.load.tasks {
            name(*person).to_owned()
        } else {
            format!("{} ({})", name(*person), tasks(load))
        }
    });
    let others = node.others.iter().map(|(person, load)| {
        let arguments = [("name", name(*person).into()), ("tasks", tasks(load).into())];
        words.say("chart-other", arguments)
    });
    let vacant = node.is_vacant.then(|| words.word("reason-vacant-position"));
    let all = node.people.len() + node.others.len();
    let more = all.saturating_sub(MOST_PEOPLE);
    let more = (more > 0).then(|| words.count("and-more", more));
    let named = here.chain(others).take(MOST_PEOPLE);
    vacant.into_iter().chain(named).chain(more).collect()
}

/// More roles without a position than this are counted, not named.
const MOST_NAMED: usize = 12;

/// "Large company (250 employees and more): 2 positions, 13 tasks, 15.5 h a week".
pub fn title(chart: &Chart, reader: &Reader) -> String {
    let assignment = chart.assignment;
    let company = if assignment.size.is_none() && !assignment.has_people() {
        reader.words.word("chart-of-roles")
    } else {
        reader.company(assignment.size)
    };
    let hidden: usize = chart.nodes.iter().map(|node| node.hidden).sum();
    let positions = chart.nodes.len() + hidden;
    let positions = reader.words.count("chart-positions", positions);
    let load = reader.load(&assignment.totals.all, None);
    reader.heading(&company, &format!("{positions}, {load}"))
}

/// What the tree does not show: roles that no position holds.
pub fn notes(chart: &Chart, reader: &Reader) -> Vec<String> {
    let lost = &chart.without_position;
    let note = |role: &RoleIx| {
        let tasks = reader.registry.role(*role).tasks.len();
        let arguments = [("role", reader.role(*role).into()), ("n", tasks.into())];
        reader.words.say("raci-undone", arguments)
    };
    let mut notes: Vec<String> = lost.iter().take(MOST_NAMED).map(note).collect();
    let more = lost.len().saturating_sub(MOST_NAMED);
    notes.extend((more > 0).then(|| reader.more(more)));
    notes
}

/// What stands at each node.
pub fn labels(chart: &Chart, reader: &Reader) -> Vec<Label> {
    let nodes = chart.nodes.iter();
    nodes.map(|node| Label::new(node, chart, reader)).collect()
}
