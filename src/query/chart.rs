//! The positions of a company as a tree: who reports to whom, who is there, and how many tasks each has.

use super::assign::{Assignment, Doer, Load};
use super::links::{down_the_lines, tasks_without_position};
use crate::model::{Position, Registry, RoleIx, depth_first};

/// More people than this in one position are counted, not named, unless it is asked for.
const MOST_NAMED: usize = 12;

/// The tree, or several trees if several positions report to nobody.
#[derive(Debug)]
pub struct Chart<'a> {
    /// Who does what.
    pub assignment: &'a Assignment<'a>,
    /// Every position that is shown, each after the one that it reports to: one branch after another.
    pub nodes: Vec<Node>,
    /// How many people of each position are named where there are more.
    pub named: usize,
    /// Roles with tasks that no position holds.
    pub without_position: Vec<RoleIx>,
}

/// A position in the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// The number of the position.
    pub position: usize,
    /// The node of the position that it reports to.
    pub above: Option<usize>,
    /// How many positions are above it.
    pub depth: usize,
    /// Who is in this position, with those of its tasks that they do.
    pub people: Vec<(usize, Load)>,
    /// People of other positions who do tasks of this one, because these are pinned to them.
    pub others: Vec<(usize, Load)>,
    /// True if there are people, but none in this position.
    pub is_vacant: bool,
    /// The tasks of its roles, whoever does them; without people, what it does of them.
    pub load: Load,
    /// Those of them that nobody does.
    pub undone: Load,
    /// How many positions below it are not shown.
    pub hidden: usize,
}

/// The tree of an assignment.
///
/// A position reports to the one that holds the nearest role above its own highest role. If several positions hold that
/// role, it is the first of them; if none does, the next role above counts. The highest of a position's roles is the first
/// in the registry's order, in which each role stands before those that report to it: so there are no circles.
pub fn chart<'a>(registry: &Registry, assignment: &'a Assignment<'a>) -> Chart<'a> {
    let above = positions_above(registry, assignment);
    let mut nodes = nodes(registry, assignment);
    let mut numbers = vec![0; nodes.len()];
    for (number, (position, depth)) in depth_first(&above).into_iter().enumerate() {
        numbers[position] = number;
        nodes[position].depth = depth;
        nodes[position].above = above[position].map(|above| numbers[above]);
    }
    nodes.sort_by_key(|node| numbers[node.position]);
    let without_position = tasks_without_position(registry, &assignment.positions);
    Chart { assignment, nodes, named: MOST_NAMED, without_position }
}

impl Chart<'_> {
    /// Hides what is deeper than this many levels; 1 leaves those that report to nobody.
    #[must_use]
    pub fn down_to(mut self, levels: usize) -> Self {
        // The new number of each node that is shown, or for a hidden one that of the nearest shown node above it.
        let mut place: Vec<usize> = Vec::with_capacity(self.nodes.len());
        let mut shown: Vec<Node> = Vec::new();
        for mut node in self.nodes {
            let above = node.above.map(|above| place[above]);
            if let Some(above) = above.filter(|_| node.depth >= levels) {
                shown[above].hidden += 1;
                place.push(above);
            } else {
                place.push(shown.len());
                node.above = above;
                shown.push(node);
            }
        }
        self.nodes = shown;
        self
    }
}

/// The position above each position.
fn positions_above(registry: &Registry, assignment: &Assignment) -> Vec<Option<usize>> {
    // For each role, the first position of it or of the nearest role above it that has one.
    let nearest =
        down_the_lines(registry, |role, above| assignment.holding(role).first().copied().or(above));
    let mut place = vec![0; nearest.len()];
    for (number, role) in registry.roles().enumerate() {
        place[role.index()] = number;
    }
    let above = |position: &Position| {
        let highest = position.roles.iter().min_by_key(|role| place[role.index()])?;
        nearest[registry.role(*highest).reports_to?.index()]
    };
    assignment.positions.iter().map(above).collect()
}

/// The positions in their order, before it is known who reports to whom.
fn nodes(registry: &Registry, assignment: &Assignment) -> Vec<Node> {
    let node = |(position, people): (usize, Vec<usize>)| Node {
        position,
        is_vacant: assignment.has_people() && people.is_empty(),
        people: people.into_iter().map(|person| (person, Load::default())).collect(),
        ..Node::default()
    };
    let mut nodes: Vec<Node> =
        assignment.people_by_position().into_iter().enumerate().map(node).collect();
    for duty in &assignment.duties {
        for share in &duty.shares {
            if let Doer::Position(position) = share.doer {
                nodes[position].load.add(share.hours, true);
            }
        }
        let Some(position) = duty.position else { continue };
        let node = &mut nodes[position];
        if assignment.has_people() || duty.shares.is_empty() {
            node.load.add_task(registry, duty.task);
        }
        for share in &duty.shares {
            if let Doer::Person(person) = share.doer {
                node.load_of(person).add(share.hours, true);
            }
        }
        if duty.is_undone() {
            node.undone.add_task(registry, duty.task);
        }
    }
    nodes
}

impl Node {
    /// What a person has to do here, whether they are in this position or not.
    fn load_of(&mut self, person: usize) -> &mut Load {
        if let Ok(place) = self.people.binary_search_by_key(&person, |(person, _)| *person) {
            return &mut self.people[place].1;
        }
        let found = self.others.binary_search_by_key(&person, |(person, _)| *person);
        let place = found.unwrap_or_else(|place| {
            self.others.insert(place, (person, Load::default()));
            place
        });
        &mut self.others[place].1
    }
}
