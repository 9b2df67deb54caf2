//! The chart of a company in its formats: a tree for the terminal, Mermaid and DOT for other programs, SVG to look at.

mod dot;
mod label;
mod mermaid;
mod outline;
mod picture;
mod tree;

pub use dot::dot;
pub use mermaid::{MOST_ARROWS, MOST_CHARACTERS, mermaid};
pub use picture::svg;
pub(super) use picture::{narrow_picture, picture};
pub use tree::tree;

use super::reader::Reader;
use crate::query::Chart;
use label::Label;

/// More roles without a position than this are counted, not named.
const MOST_NAMED: usize = 12;

/// "Large company (250 employees and more): 2 positions, 13 tasks, 15.5 h a week".
pub(super) fn title(chart: &Chart, reader: &Reader) -> String {
    let assignment = chart.assignment;
    let company = if assignment.size.is_none() && !assignment.peopled {
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
    let note = |role: &crate::model::RoleIx| {
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
fn labels(chart: &Chart, reader: &Reader) -> Vec<Label> {
    let nodes = chart.nodes.iter();
    nodes.map(|node| Label::new(node, chart, reader)).collect()
}
