//! The positions of a company as a tree: who reports to whom, who is there, and how many tasks each has.

use super::assign::{Assignment, Doer, Load, Outcome};
use super::links::{positions_by_role, tasks_without_position};
use crate::model::{Registry, RoleIx};
use std::collections::BTreeMap;

/// The tree, or several of them where several positions report to nobody.
#[derive(Debug)]
pub struct Chart<'a> {
    /// Who does what.
    pub assignment: &'a Assignment<'a>,
    /// Every position that is shown, each after the one that it reports to: down a branch before the next one.
    pub nodes: Vec<Node>,
    /// Roles with tasks that no position holds.
    pub without_position: Vec<RoleIx>,
}

/// A position in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The number of the position.
    pub position: usize,
    /// The node of the position that it reports to.
    pub above: Option<usize>,
    /// How many positions are above it.
    pub depth: usize,
    /// Who is there, with the tasks that they do of those of this position.
    pub people: Vec<(usize, Load)>,
    /// People of other positions who do tasks of this one, because these are pinned to them.
    pub others: Vec<(usize, Load)>,
    /// Whether it is one for people and nobody is there.
    pub is_vacant: bool,
    /// The tasks of its roles, whoever does them.
    pub load: Load,
    /// Those of them that nobody does.
    pub undone: Load,
    /// How many positions below it are not shown.
    pub hidden: usize,
}

/// The tree of an assignment.
///
/// A position reports to the one that holds the nearest role above its own highest role. Where several positions hold
/// that role, it is the first of them; where none does, the next role above counts. The highest of a position's roles is
/// the first in the registry's order, in which each role stands before those that report to it: so there are no circles.
pub fn chart<'a>(registry: &Registry, assignment: &'a Assignment<'a>) -> Chart<'a> {
    let positions = &assignment.positions;
    let above = positions_above(registry, assignment);
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); positions.len()];
    let mut waiting: Vec<(usize, Option<usize>, usize)> = Vec::new();
    for position in (0..positions.len()).rev() {
        match above[position] {
            Some(above) => below[above].push(position),
            None => waiting.push((position, None, 0)),
        }
    }
    let counts = Counts::new(registry, assignment);
    let mut nodes = Vec::with_capacity(positions.len());
    // Without recursion: a reporting line may be as long as the registry.
    while let Some((position, above, depth)) = waiting.pop() {
        let number = nodes.len();
        nodes.push(counts.node(position, above, depth));
        let next = below[position].iter();
        waiting.extend(next.map(|&position| (position, Some(number), depth + 1)));
    }
    Chart { assignment, nodes, without_position: tasks_without_position(registry, positions) }
}

impl Chart<'_> {
    /// The same without what is deeper than so many levels; 1 leaves those that report to nobody.
    #[must_use]
    pub fn down_to(mut self, levels: usize) -> Self {
        // Where a shown node stands now, and a hidden one's nearest shown one above.
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
    let by_role = positions_by_role(&assignment.positions);
    // The first position of the nearest role above each role that has one; roles come after those that they report to.
    let mut nearest: Vec<Option<usize>> = vec![None; registry.roles().len()];
    let mut place = vec![0; registry.roles().len()];
    for (number, role) in registry.roles().enumerate() {
        place[role.index()] = number;
        let above = registry.role(role).reports_to;
        nearest[role.index()] = above.and_then(|above: RoleIx| {
            let first = by_role.get(&above).and_then(|positions| positions.first().copied());
            first.or(nearest[above.index()])
        });
    }
    let highest = |roles: &[RoleIx]| roles.iter().copied().min_by_key(|role| place[role.index()]);
    let positions = assignment.positions.iter();
    positions
        .map(|position| highest(position.roles).and_then(|role| nearest[role.index()]))
        .collect()
}

/// What stands at each position.
struct Counts {
    has_people: bool,
    load: Vec<Load>,
    people: Vec<Vec<usize>>,
    /// For each position the tasks of everybody who does some of it.
    done: Vec<BTreeMap<usize, Load>>,
    /// For each position those that nobody does.
    undone: Vec<Load>,
}

impl Counts {
    fn new(registry: &Registry, assignment: &Assignment) -> Self {
        let all = assignment.positions.len();
        let mut counts = Self {
            has_people: assignment.has_people(),
            load: vec![Load::default(); all],
            people: assignment.people_by_position(),
            done: vec![BTreeMap::new(); all],
            undone: vec![Load::default(); all],
        };
        for duty in &assignment.duties {
            let Some(position) = duty.position else { continue };
            counts.load[position].add(registry, duty.task);
            match duty.outcome {
                Outcome::Done { by: Doer::Person(person), .. } => {
                    let load = counts.done[position].entry(person).or_default();
                    load.add(registry, duty.task);
                }
                Outcome::Done { by: Doer::Position(_), .. } => {}
                Outcome::Undone(_) => counts.undone[position].add(registry, duty.task),
            }
        }
        counts
    }

    fn node(&self, position: usize, above: Option<usize>, depth: usize) -> Node {
        let (here, done) = (&self.people[position], &self.done[position]);
        let load = |&person: &usize| (person, done.get(&person).copied().unwrap_or_default());
        let others = done.iter().filter(|(person, _)| !here.contains(person));
        Node {
            position,
            above,
            depth,
            is_vacant: self.has_people && here.is_empty(),
            people: here.iter().map(load).collect(),
            others: others.map(|(&person, &load)| (person, load)).collect(),
            load: self.load[position],
            undone: self.undone[position],
            hidden: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Roster, assign};
    use crate::resolve;
    use crate::source::{SourceFile, Sources};

    const SIZES: &str = "version: 1
sizes:
  - id: studio
    name: Studio
    staffing: custom
    positions:
      - {id: desk, name: Desk, roles: [writer, clerk]}
      - {id: head, name: Head, roles: [boss, editor]}
      - {id: aide, name: Aide, roles: [editor]}
";

    fn registry() -> Registry {
        let role = |stem: &str, above: &str, tasks: &str| {
            let above = match above {
                "" => String::new(),
                above => format!("reports_to: {above}\n"),
            };
            let text = format!("name: {stem}\n{above}tasks: [{tasks}]\n");
            SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
        };
        let head = SourceFile::from_bytes("registry.yaml".into(), "registry".into(), SIZES.into());
        let files = vec![
            role("boss", "", "{id: a, name: A}"),
            role("clerk", "boss", "{id: b, name: B}, {id: c, name: C}"),
            role("editor", "boss", ""),
            role("lost", "editor", "{id: d, name: D}"),
            head,
            role("writer", "lost", "{id: e, name: E, hours_per_week: 2}"),
        ];
        resolve::read(&Sources::of(files)).unwrap()
    }

    /// `boss(1) > clerk(2)`: the ids with their tasks, deeper ones after more signs.
    fn drawn(chart: &Chart) -> String {
        let node = |node: &Node| {
            let id = chart.assignment.positions[node.position].id;
            let hidden = match node.hidden {
                0 => String::new(),
                hidden => format!("+{hidden}"),
            };
            format!("{}{id}({}){hidden}", ">".repeat(node.depth), node.load.tasks)
        };
        let nodes: Vec<String> = chart.nodes.iter().map(node).collect();
        nodes.join(" ")
    }

    #[test]
    fn each_role_is_a_position_below_the_one_that_it_reports_to() {
        let registry = registry();
        let assignment = assign(&registry, None, &Roster::default(), None);
        let tree = chart(&registry, &assignment);
        let whole = "boss(1) >clerk(2) >editor(0) >>lost(1) >>>writer(1)";
        assert_eq!(drawn(&tree), whole);
        assert_eq!(drawn(&tree.down_to(2)), "boss(1) >clerk(2) >editor(0)+2");
        let tree = chart(&registry, &assignment);
        assert_eq!(drawn(&tree.down_to(1)), "boss(1)+4");
    }

    #[test]
    fn a_position_reports_to_the_first_that_holds_the_nearest_role_above_its_highest() {
        let registry = registry();
        let size = registry.size_by_id("studio");
        let assignment = assign(&registry, size, &Roster::default(), None);
        let tree = chart(&registry, &assignment);
        // The desk's highest role is the clerk, whose boss is the head; nobody holds the role between editor and writer.
        assert_eq!(drawn(&tree), "head(1) >desk(3) >aide(0)");
        let lost: Vec<&str> =
            tree.without_position.iter().map(|&role| registry.role(role).id.as_str()).collect();
        assert_eq!(lost, ["lost"]);
    }
}
