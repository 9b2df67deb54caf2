//! `roles.chart/v1`.

use super::shared::{role_id, write};
use crate::query::{Chart, Load, Node};
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    size: Option<&'a str>,
    /// Each after the one that it reports to.
    positions: Vec<Position<'a>>,
    /// Roles whose tasks nobody does, because no position holds them.
    without_position: Vec<&'a str>,
}

#[derive(Serialize)]
struct Position<'a> {
    id: &'a str,
    name: String,
    /// The position above it.
    reports_to: Option<&'a str>,
    /// How many positions are above it.
    depth: usize,
    roles: Vec<&'a str>,
    people: Vec<Person<'a>>,
    /// People of other positions who do tasks of this one.
    others: Vec<Person<'a>>,
    vacant: bool,
    /// The tasks of its roles, whoever does them.
    tasks: usize,
    hours_per_week: f64,
    without_estimate: usize,
    /// How many of its tasks nobody does.
    unassigned: usize,
    /// How many positions below it are not in this report.
    hidden: usize,
}

/// Somebody in a position, with their tasks in it.
#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    tasks: usize,
    hours_per_week: f64,
    without_estimate: usize,
}

/// A chart.
///
/// # Errors
/// If the writer fails.
pub fn chart(chart: &Chart, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let size = chart.assignment.size;
    let nodes = chart.nodes.iter();
    let lost = chart.without_position.iter();
    let report = Report {
        schema: "roles.chart/v1",
        size: size.map(|size| reader.registry.size(size).id.as_str()),
        positions: nodes.map(|node| position(node, chart, reader)).collect(),
        without_position: lost.map(|&role| role_id(role, reader)).collect(),
    };
    write(&report, out)
}

fn position<'a>(node: &Node, chart: &Chart<'a>, reader: &Reader<'a>) -> Position<'a> {
    let positions = &chart.assignment.positions;
    let position = &positions[node.position];
    let person = |&(person, load): &(usize, Load)| Person {
        name: &chart.assignment.people[person].name,
        tasks: load.tasks,
        hours_per_week: load.hours_per_week.as_f64(),
        without_estimate: load.without_estimate,
    };
    Position {
        id: position.id,
        name: reader.position_name(position),
        reports_to: node.above.map(|above| positions[chart.nodes[above].position].id),
        depth: node.depth,
        roles: position.roles.iter().map(|&role| role_id(role, reader)).collect(),
        people: node.people.iter().map(person).collect(),
        others: node.others.iter().map(person).collect(),
        vacant: node.is_vacant,
        tasks: node.load.tasks,
        hours_per_week: node.load.hours_per_week.as_f64(),
        without_estimate: node.load.without_estimate,
        unassigned: node.undone.tasks,
        hidden: node.hidden,
    }
}
