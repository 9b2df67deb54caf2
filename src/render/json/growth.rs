//! `roles.growth/v1`.

use super::{Handoff, task_ids, write};
use crate::query::{Growth, Move, Seat};
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    from: &'a str,
    to: &'a str,
    continues: Vec<Pair<'a>>,
    moves: Vec<Step<'a>>,
    stays: Vec<String>,
    handoffs: Vec<Handoff<'a>>,
    handoffs_gone: Vec<Handoff<'a>>,
    coordination: Vec<String>,
    coordination_gone: Vec<String>,
}

/// Positions, before and after, of the same person.
#[derive(Serialize)]
struct Pair<'a> {
    from: &'a str,
    to: &'a str,
}

/// A task that goes from one position to another; `null` where no position holds its role.
#[derive(Serialize)]
struct Step<'a> {
    task: String,
    from: Option<&'a str>,
    to: Option<&'a str>,
}

/// The step from one company size to another.
pub fn growth(growth: &Growth, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let registry = reader.registry;
    let step = |step: &Move| Step {
        task: registry.task_id(step.task),
        from: id(&growth.seats_before, step.from),
        to: id(&growth.seats_after, step.to),
    };
    let stays: Vec<_> = growth.stays.iter().map(|step| step.task).collect();
    let pair = |&(from, to): &(usize, usize)| Pair {
        from: growth.seats_before[from].id,
        to: growth.seats_after[to].id,
    };
    let report = Report {
        schema: "roles.growth/v1",
        from: registry.size(growth.from).id.as_str(),
        to: registry.size(growth.to).id.as_str(),
        continues: growth.continues.iter().map(pair).collect(),
        moves: growth.moves.iter().map(step).collect(),
        stays: task_ids(&stays, reader),
        handoffs: growth
            .appearing
            .iter()
            .map(|exchange| Handoff::new(exchange, reader))
            .collect(),
        handoffs_gone: growth
            .vanishing
            .iter()
            .map(|exchange| Handoff::new(exchange, reader))
            .collect(),
        coordination: task_ids(&growth.coordination, reader),
        coordination_gone: task_ids(&growth.coordination_gone, reader),
    };
    write(&report, out)
}

fn id<'r>(seats: &[Seat<'r>], seat: Option<usize>) -> Option<&'r str> {
    seat.and_then(|seat| seats.get(seat)).map(|seat| seat.id)
}
