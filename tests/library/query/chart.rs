//! Who reports to whom.

use crate::written::written;
use roles::query::{Chart, Node, Roster, assign, chart};

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

const ROLES: &str = "boss
  {id: a, name: A}
clerk<boss
  {id: b, name: B}
  {id: c, name: C}
editor<boss
lost<editor
  {id: d, name: D}
writer<lost
  {id: e, name: E, hours_per_week: 2}";

/// `boss(1) >clerk(2)`: the ids with the number of their tasks, with a sign for each level before them.
fn drawn(chart: &Chart) -> String {
    let node = |node: &Node| {
        let id = chart.assignment.positions[node.position].id;
        let hidden = node.hidden;
        let hidden = if hidden > 0 { &format!("+{hidden}") } else { "" };
        format!("{}{id}({}){hidden}", ">".repeat(node.depth), node.load.tasks)
    };
    let nodes: Vec<String> = chart.nodes.iter().map(node).collect();
    nodes.join(" ")
}

#[test]
fn each_role_is_a_position_below_the_one_that_it_reports_to() {
    let registry = written(ROLES, &[("registry", SIZES)]);
    let assignment = assign(&registry, None, &Roster::default());
    let tree = chart(&registry, &assignment);
    let whole = "boss(1) >clerk(2) >editor(0) >>lost(1) >>>writer(1)";
    assert_eq!(drawn(&tree), whole);
    assert_eq!(drawn(&tree.down_to(2)), "boss(1) >clerk(2) >editor(0)+2");
    let tree = chart(&registry, &assignment);
    assert_eq!(drawn(&tree.down_to(1)), "boss(1)+4");
}

#[test]
fn a_position_reports_to_the_first_that_holds_the_nearest_role_above_its_highest() {
    let registry = written(ROLES, &[("registry", SIZES)]);
    let size = registry.size_by_id("studio");
    let assignment = assign(&registry, size, &Roster::default());
    let tree = chart(&registry, &assignment);
    // The desk's highest role is the clerk, whose boss is the head; nobody holds the role between editor and writer.
    assert_eq!(drawn(&tree), "head(1) >desk(3) >aide(0)");
    let lost: Vec<&str> =
        tree.without_position.iter().map(|&role| registry.role(role).id.as_str()).collect();
    assert_eq!(lost, ["lost"]);
}
