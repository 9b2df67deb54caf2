//! What changes from one company size to another.

use crate::query::{Exchange, Growth, Move, Seat};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;

/// The page of a step between two company sizes.
pub fn growth(growth: &Growth, reader: &Reader) -> Page {
    let words = &reader.words;
    let (from, to) = (
        reader.size_with_range(growth.from),
        reader.size_with_range(growth.to),
    );
    let title = words.say("growth-lead", [("from", from.into()), ("to", to.into())]);
    let mut lead = vec![reader.heading(
        &title,
        &format!(
            "{}, {}",
            words.count("growth-moves", growth.moves.len()),
            words.count("growth-stays", growth.stays.len())
        ),
    )];
    lead.extend(
        growth
            .continues
            .iter()
            .filter_map(|&pair| continuing(growth, pair, reader)),
    );
    let columns = vec![
        Column::text(words.word("id")).data(),
        Column::group(words.word("area")),
        Column::text(words.word("task")),
        Column::text(words.word("from")),
        Column::text(words.word("to")),
    ];
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
        (
            "growth-appearing",
            "change-appears",
            handoffs(&growth.appearing, true),
        ),
        (
            "growth-vanishing",
            "change-vanishes",
            handoffs(&growth.vanishing, false),
        ),
    ];
    let filled = parts.into_iter().filter(|(.., rows)| !rows.is_empty());
    let section = |(title, key, rows): (&str, &str, Vec<Vec<Cell>>)| Section {
        title: Some(words.count(title, rows.len())),
        key: words.word(key),
        rows,
        ..Section::default()
    };
    let sections = filled.map(section).collect();
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
            sections,
        },
        notes,
    }
}

fn continuing(growth: &Growth, (before, after): (usize, usize), reader: &Reader) -> Option<String> {
    let (before, after) = (
        reader.seat_name(&growth.seats_before[before]),
        reader.seat_name(&growth.seats_after[after]),
    );
    let changes = before != after && growth.seats_before.len() <= 12;
    changes.then(|| {
        reader.words.say(
            "growth-continues",
            [("before", before.into()), ("after", after.into())],
        )
    })
}

fn task_cells(step: &Move, growth: &Growth, reader: &Reader) -> Vec<Cell> {
    let name =
        |seats: &[Seat], number: Option<usize>| match number.and_then(|number| seats.get(number)) {
            Some(seat) => reader.seat_name(seat),
            None => reader.words.word("reason-no-position"),
        };
    vec![
        Cell::text(reader.registry.task_id(step.task)),
        Cell::text(reader.area(reader.registry.task(step.task).area)),
        Cell::text(reader.task(step.task)),
        Cell::text(name(&growth.seats_before, step.from)),
        Cell::text(name(&growth.seats_after, step.to)),
    ]
}

/// A handoff that was within one person and now goes between two, or the other way round.
fn handoff_cells(exchange: &Exchange, appears: bool, reader: &Reader) -> Vec<Cell> {
    let what = exchange
        .what
        .map_or_else(|| reader.task(exchange.from), |what| reader.text(what));
    let (within, between) = (
        reader.words.word("within-one-person"),
        reader.words.word("between-people"),
    );
    let (before, after) = if appears {
        (within, between)
    } else {
        (between, within)
    };
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
