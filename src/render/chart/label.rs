//! What stands at a position of a chart, in words.

use crate::query::{Chart, Node};
use crate::render::clean::one_line;
use crate::render::reader::Reader;

/// More people than this in one position are counted, not named.
const MOST_PEOPLE: usize = 12;

/// A position in words; each of them is one clean line.
#[derive(Debug)]
pub struct Label {
    /// What the position is called.
    pub name: String,
    /// Who is there, or that nobody is; nothing where there are no people at all.
    pub people: Option<String>,
    /// Whether it is one for people and nobody is there.
    pub is_vacant: bool,
    /// How many tasks, and how long they take.
    pub load: String,
    /// How many positions below it are not shown.
    pub hidden: Option<String>,
}

impl Label {
    pub fn new(node: &Node, chart: &Chart, reader: &Reader) -> Self {
        let words = &reader.words;
        let name = reader.seat_title(&chart.assignment.seats[node.seat]);
        let people = if node.is_vacant {
            Some(words.word("reason-vacant-position"))
        } else {
            (!node.people.is_empty()).then(|| people(node, chart, reader))
        };
        Self {
            name: one_line(&name).into_owned(),
            people: people.map(|people| one_line(&people).into_owned()),
            is_vacant: node.is_vacant,
            load: reader.load(&node.load, None),
            hidden: (node.hidden > 0).then(|| words.count("chart-hidden", node.hidden)),
        }
    }

    /// The lines after the name.
    pub fn rest(&self) -> impl Iterator<Item = &str> {
        self.people.as_deref().into_iter().chain(self.tasks())
    }

    /// Those of them that are no people.
    pub fn tasks(&self) -> impl Iterator<Item = &str> {
        [self.load.as_str()]
            .into_iter()
            .chain(self.hidden.as_deref())
    }
}

/// "Ana", or of several "Ana (3 tasks), Luis (2 tasks)".
fn people(node: &Node, chart: &Chart, reader: &Reader) -> String {
    let name = |member: usize| chart.assignment.members[member].name.clone();
    if let [(only, _)] = node.people[..] {
        return name(only);
    }
    let first = node.people.iter().take(MOST_PEOPLE);
    let with_tasks = |&(member, load): &(usize, crate::query::Load)| {
        let tasks = reader.words.count("count-tasks", load.tasks);
        format!("{} ({tasks})", name(member))
    };
    let mut names: Vec<String> = first.map(with_tasks).collect();
    let more = node.people.len().saturating_sub(MOST_PEOPLE);
    names.extend((more > 0).then(|| reader.words.count("and-more", more)));
    names.join(", ")
}
