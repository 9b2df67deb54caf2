//! What changes from one company size to another.

use crate::model::{Cadence, Hours};
use crate::query::{Assignment, Doer, Duty, Exchange, First, Growth, Move, Outcome};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;

/// In larger steps, who goes on as whom is left to the table.
const MOST_CONTINUING: usize = 12;
/// More tasks than this are counted, not named.
const MOST_NAMED: usize = 4;

/// The page of a step between two company sizes.
pub fn growth(growth: &Growth, reader: &Reader) -> Page {
    let words = &reader.words;
    let (from, to) = (reader.size_with_range(growth.from), reader.size_with_range(growth.to));
    let title = words.say("growth-lead", [("from", from.into()), ("to", to.into())]);
    let mut lead = vec![reader.heading(
        &title,
        &format!(
            "{}, {}",
            words.count("growth-moves", growth.moves.len()),
            words.count("growth-stays", growth.stays.len())
        ),
    )];
    lead.extend(growth.continues.iter().filter_map(|&pair| continuing(growth, pair, reader)));
    lead.extend(growth.first.as_ref().map(|first| hand_over_first(growth, first, reader)));
    let columns = vec![
        Column::text(words.word("id")).data(),
        Column::group(words.word("area")),
        Column::text(words.word("task")),
        Column::text(words.word("from")),
        Column::text(words.word("to")),
    ];
    let mut notes = Vec::new();
    if growth.moves.is_empty() {
        notes.push(words.word("growth-nothing"));
    }
    for (id, tasks) in [
        ("growth-coordination", &growth.coordination),
        ("growth-coordination-gone", &growth.coordination_gone),
    ] {
        if !tasks.is_empty() {
            let names: Vec<&str> = tasks.iter().map(|&task| reader.task(task)).collect();
            notes.push(reader.heading(&words.count(id, names.len()), &reader.series(&names)));
        }
    }
    Page {
        title,
        lead,
        table: Table {
            columns,
            section_column: Some(words.word("change")),
            sections: sections(growth, reader),
            ..Table::default()
        },
        notes,
        ..Page::default()
    }
}

/// The tasks and handoffs that change or stay, where there are any.
fn sections(growth: &Growth, reader: &Reader) -> Vec<Section> {
    let words = &reader.words;
    let tasks = |moves: &[Move]| -> Vec<Vec<Cell>> {
        let cells = |step| task_cells(step, growth, reader);
        moves.iter().map(cells).collect()
    };
    let handoffs = |handoffs: &[Exchange], appears| -> Vec<Vec<Cell>> {
        let cells = |handoff| handoff_cells(handoff, appears, reader);
        handoffs.iter().map(cells).collect()
    };
    let parts = [
        ("growth-moves", "change-moves", tasks(&growth.moves)),
        ("growth-stays", "change-stays", tasks(&growth.stays)),
        ("growth-appearing", "change-appears", handoffs(&growth.appearing, true)),
        ("growth-vanishing", "change-vanishes", handoffs(&growth.vanishing, false)),
    ];
    let filled = parts.into_iter().filter(|(.., rows)| !rows.is_empty());
    let section = |(title, key, rows): (&str, &str, Vec<Vec<Cell>>)| Section {
        title: Some(words.count(title, rows.len())),
        key: words.word(key),
        rows,
        ..Section::default()
    };
    filled.map(section).collect()
}

fn continuing(growth: &Growth, (before, after): (Doer, Doer), reader: &Reader) -> Option<String> {
    let was = reader.positions_of(&growth.before, before);
    let is = reader.positions_of(&growth.after, after);
    if was == is || growth.continues.len() > MOST_CONTINUING {
        return None;
    }
    let mut arguments = vec![("before", was.into()), ("after", is.into())];
    if !growth.after.has_people() {
        return Some(reader.words.say("growth-continues", arguments));
    }
    arguments.push(("who", reader.doer_name(&growth.after, after).into()));
    Some(reader.words.say("growth-continues-person", arguments))
}

/// What to hand over first, in one paragraph.
fn hand_over_first(growth: &Growth, first: &First, reader: &Reader) -> String {
    let words = &reader.words;
    let newcomer = reader.doer_name(&growth.after, first.newcomer);
    let giver = reader.doer_name(&growth.before, first.giver);
    let id = match first.cadence {
        Some(Cadence::Daily) => "growth-first-daily",
        Some(Cadence::Weekly) => "growth-first-weekly",
        _ => "growth-first-other",
    };
    let arguments = [
        ("newcomer", newcomer.into()),
        ("giver", giver.into()),
        ("tasks", reader.few_tasks(&first.tasks, MOST_NAMED).into()),
    ];
    let mut sentences = vec![words.say(id, arguments)];
    if first.hours > Hours::ZERO {
        let arguments = [
            ("newcomer", reader.doer_name(&growth.after, first.newcomer).into()),
            ("hours", reader.hours(first.hours).into()),
            ("of", reader.hours(first.of).into()),
        ];
        sentences.push(words.say("growth-first-hours", arguments));
    }
    if !first.needs.is_empty() {
        let arguments = [
            ("n", first.tasks.len().into()),
            ("tasks", reader.few_tasks(&first.needs, MOST_NAMED).into()),
        ];
        sentences.push(words.say("growth-first-needs", arguments));
    }
    sentences.join(" ")
}

fn task_cells(step: &Move, growth: &Growth, reader: &Reader) -> Vec<Cell> {
    let name = |assignment: &Assignment, duty: &Duty| match duty.outcome {
        Outcome::Done { by, .. } => reader.doer_name(assignment, by),
        Outcome::Undone(reason) => reader.words.word(&format!("reason-{}", reason.as_str())),
    };
    vec![
        Cell::text(reader.registry.task_id(step.task)),
        Cell::text(reader.area(reader.registry.task(step.task).area)),
        Cell::text(reader.task(step.task)),
        Cell::text(name(&growth.before, &step.from)),
        Cell::text(name(&growth.after, &step.to)),
    ]
}

/// A handoff that was within one person and now goes between two, or the other way round.
fn handoff_cells(exchange: &Exchange, appears: bool, reader: &Reader) -> Vec<Cell> {
    let what = exchange.what.map_or_else(|| reader.task(exchange.from), |what| reader.text(what));
    let (within, between) =
        (reader.words.word("within-one-person"), reader.words.word("between-people"));
    let (before, after) = if appears { (within, between) } else { (between, within) };
    vec![
        Cell::text(reader.registry.task_id(exchange.from)),
        Cell::text(reader.area(reader.registry.task(exchange.from).area)),
        Cell::text(format!(
            "{what} ({} → {})",
            reader.role(exchange.from.role),
            reader.role(exchange.to.role)
        )),
        Cell::text(before),
        Cell::text(after),
    ]
}
