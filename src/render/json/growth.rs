//! `roles.growth/v1`.

use super::shared::{Handoff, task_ids, write};
use crate::query::{Assignment, Doer, Exchange, Growth, Move};
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
    first: Option<First<'a>>,
    handoffs: Vec<Handoff<'a>>,
    handoffs_gone: Vec<Handoff<'a>>,
    coordination: Vec<String>,
    coordination_gone: Vec<String>,
}

/// Who goes on as whom: positions, and people where there are some.
#[derive(Serialize)]
struct Pair<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    person: Option<&'a str>,
}

/// A task that goes from one position to another; `null` where no position holds its role. With people, who does it.
#[derive(Serialize)]
struct Step<'a> {
    task: String,
    from: Option<&'a str>,
    to: Option<&'a str>,
    from_person: Option<&'a str>,
    to_person: Option<&'a str>,
}

/// What to hand over first to whoever arrives.
#[derive(Serialize)]
struct First<'a> {
    to: Option<&'a str>,
    person: Option<&'a str>,
    tasks: Vec<String>,
    hours_per_week: f64,
    of_hours_per_week: f64,
    needs: Vec<String>,
}

/// The step from one company size to another.
pub fn growth(growth: &Growth, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let registry = reader.registry;
    let (before, after) = (&growth.before, &growth.after);
    let step = |step: &Move| Step {
        task: registry.task_id(step.task),
        from: step.from.position.map(|position| before.positions[position].id),
        to: step.to.position.map(|position| after.positions[position].id),
        from_person: step.from.doer().and_then(|doer| person(before, doer)),
        to_person: step.to.doer().and_then(|doer| person(after, doer)),
    };
    let stays: Vec<_> = growth.stays.iter().map(|step| step.task).collect();
    let pair = |&(from, to): &(Doer, Doer)| Pair {
        from: position(before, from),
        to: position(after, to),
        person: person(after, to),
    };
    let first = growth.first.as_ref().map(|first| First {
        to: position(after, first.newcomer),
        person: person(after, first.newcomer),
        tasks: task_ids(&first.tasks, reader),
        hours_per_week: first.hours.as_f64(),
        of_hours_per_week: first.of.as_f64(),
        needs: task_ids(&first.needs, reader),
    });
    let report = Report {
        schema: "roles.growth/v1",
        from: registry.size(growth.from).id.as_str(),
        to: registry.size(growth.to).id.as_str(),
        continues: growth.continues.iter().map(pair).collect(),
        moves: growth.moves.iter().map(step).collect(),
        stays: task_ids(&stays, reader),
        first,
        handoffs: handoffs(reader, &growth.appearing),
        handoffs_gone: handoffs(reader, &growth.vanishing),
        coordination: task_ids(&growth.coordination, reader),
        coordination_gone: task_ids(&growth.coordination_gone, reader),
    };
    write(&report, out)
}

/// The name of a person; nothing for a position.
fn person<'a>(assignment: &'a Assignment, doer: Doer) -> Option<&'a str> {
    doer.person().map(|person| assignment.people[person].name.as_str())
}

/// The id of a doer's first position.
fn position<'r>(assignment: &Assignment<'r>, doer: Doer) -> Option<&'r str> {
    let first = assignment.positions_of(doer).first().copied();
    first.map(|position| assignment.positions[position].id)
}

fn handoffs<'a>(reader: &Reader, exchanges: &[Exchange<'a>]) -> Vec<Handoff<'a>> {
    let handoff = |exchange| Handoff::new(exchange, reader);
    exchanges.iter().map(handoff).collect()
}
