//! What roles do, lined up by area, and what they have in common.

use crate::model::{AreaIx, TaskRef};
use crate::query::{Alike, AreaLines, Comparison};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;
use std::collections::{BTreeMap, BTreeSet};

/// How many sentences of one kind a page has.
const SENTENCES: usize = 10;

/// More areas than this are no columns.
const MOST_AREAS: usize = 8;
/// More tasks than these are counted, not named.
const MOST_NAMED: usize = 200;

/// The tasks of compared roles by area: of two, one beside the other; of more, a list, or how many there are.
pub fn tasks_by_area(comparison: &Comparison, reader: &Reader) -> Page {
    let tasks: usize = comparison.areas.iter().map(|area| area.lines.len()).sum();
    if comparison.roles.len() > 2 && tasks <= MOST_NAMED {
        return Page {
            table: list(comparison, reader),
            notes: in_common(comparison, reader),
            ..titled(reader)
        };
    }
    let names = comparison.roles.iter().map(|&role| reader.role(role));
    let mut columns = vec![Column::group(reader.words.word("area"))];
    columns.extend(names.map(Column::text));
    Page {
        table: Table::plain(columns, area_rows(comparison, reader)),
        notes: in_common(comparison, reader),
        ..titled(reader)
    }
}

/// The tasks of three and more roles, in a section for each area.
fn list(comparison: &Comparison, reader: &Reader) -> Table {
    let words = &reader.words;
    let section = |area: &AreaLines| {
        let tasks = (0..comparison.roles.len()).flat_map(|column| {
            let tasks = area.lines.iter().filter_map(move |line| line[column]);
            tasks
                .map(|task| vec![Cell::text(reader.role(task.role)), Cell::text(reader.task(task))])
        });
        Section { title: Some(reader.area(area.area)), rows: tasks.collect(), ..Section::default() }
    };
    Table {
        columns: vec![
            Column::group(words.word("role")),
            Column::text(words.word("task")).subject(),
        ],
        sections: comparison.areas.iter().map(section).collect(),
        ..Table::default()
    }
}

/// How many tasks each role has in each area, for registries of many roles; many areas stand in one column.
pub fn roles_by_area(reader: &Reader) -> Page {
    let registry = reader.registry;
    let areas: BTreeSet<AreaKey> = registry.tasks().map(|task| key(reader, task)).collect();
    let words = &reader.words;
    let mut columns = vec![Column::text(words.word("role"))];
    if areas.len() > MOST_AREAS {
        columns.push(Column::text(words.word("tasks")));
    } else {
        let names = areas.iter().map(|(_, area)| reader.area(*area));
        columns.extend(names.map(Column::number));
    }
    let row = |role| {
        let mut counts: BTreeMap<AreaKey, usize> = BTreeMap::new();
        for task in registry.tasks_of(role) {
            *counts.entry(key(reader, task)).or_default() += 1;
        }
        let mut row = vec![Cell::text(reader.role(role))];
        if areas.len() > MOST_AREAS {
            let part =
                |((_, area), count): (&AreaKey, &usize)| format!("{} {count}", reader.area(*area));
            let parts: Vec<String> = counts.iter().map(part).collect();
            row.push(Cell::maybe((!parts.is_empty()).then(|| reader.series(&parts))));
        } else {
            let count = |area| counts.get(area).map_or(Cell::Empty, |&count| Cell::Count(count));
            row.extend(areas.iter().map(count));
        }
        row
    };
    Page { table: Table::plain(columns, registry.roles().map(row).collect()), ..titled(reader) }
}

/// Where an area stands; what has none comes last.
type AreaKey = (bool, Option<AreaIx>);

fn key(reader: &Reader, task: TaskRef) -> AreaKey {
    let area = reader.registry.task(task).area;
    (area.is_none(), area)
}

fn titled(reader: &Reader) -> Page {
    Page { title: reader.words.word("report-areas"), ..Page::default() }
}

/// A row for each line of an area.
pub(super) fn area_rows(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    if comparison.roles.len() == 2 {
        task_rows(comparison, reader)
    } else {
        count_rows(comparison, reader)
    }
}

/// The tasks that several of the roles share, or that say nearly the same.
pub(super) fn in_common(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let say_shared = |group: &Vec<TaskRef>| shared(group, reader);
    let mut notes = few(comparison.shared.iter().map(say_shared), reader);
    let say_alike = |pair: &Alike| alike(pair, reader);
    notes.extend(few(comparison.alike.iter().map(say_alike), reader));
    notes
}

/// The first sentences of a kind, and how many more there are; machine output has them all.
pub(super) fn few(
    sentences: impl ExactSizeIterator<Item = String>,
    reader: &Reader,
) -> Vec<String> {
    let more = sentences.len().saturating_sub(SENTENCES);
    let mut few: Vec<String> = sentences.take(SENTENCES).collect();
    if more > 0 {
        few.push(reader.more(more));
    }
    few
}

/// The tasks of two roles, lined up by area.
fn task_rows(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for lines in &comparison.areas {
        let area = reader.area(lines.area);
        for line in &lines.lines {
            let cells = line.iter().map(|task| Cell::maybe(task.map(|task| reader.task(task))));
            rows.push(std::iter::once(Cell::text(&area)).chain(cells).collect());
        }
    }
    rows
}

/// The number of tasks of each role in each area.
fn count_rows(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let row = |lines: &AreaLines| {
        let count =
            |column: usize| lines.lines.iter().filter(|line| line[column].is_some()).count();
        let cell = |column| {
            if count(column) == 0 { Cell::Empty } else { Cell::Count(count(column)) }
        };
        std::iter::once(Cell::text(reader.area(lines.area)))
            .chain((0..comparison.roles.len()).map(cell))
            .collect()
    };
    comparison.areas.iter().map(row).collect()
}

fn shared(group: &[TaskRef], reader: &Reader) -> String {
    let roles: Vec<String> = group.iter().map(|task| reader.role(task.role).to_owned()).collect();
    reader.words.say(
        "compare-shared",
        [("task", reader.task(group[0]).into()), ("roles", reader.list(&roles).into())],
    )
}

fn alike(alike: &Alike, reader: &Reader) -> String {
    let [one, other] = alike.tasks;
    reader.words.say(
        "compare-alike",
        [
            ("percent", format!("{:.0}", alike.similarity * 100.0).into()),
            ("one", reader.task(one).into()),
            ("role", reader.role(one.role).into()),
            ("other", reader.task(other).into()),
            ("otherrole", reader.role(other.role).into()),
        ],
    )
}
