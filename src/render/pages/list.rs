//! Lists of roles and of tasks.

use crate::model::TaskRef;
use crate::query::{Load, RoleRow};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;

/// The roles of the registry.
pub fn role_list(rows: &[RoleRow], reader: &Reader) -> Page {
    let (registry, words) = (reader.registry, &reader.words);
    let columns = vec![
        Column::text(words.word("role")),
        Column::text(words.word("id")),
        Column::text(words.word("focus")),
        Column::text(words.word("reports-to")),
        Column::number(words.word("tasks")),
        Column::number(words.word("hours-short")),
    ];
    let cells = |row: &RoleRow| {
        let role = registry.role(row.role);
        vec![
            Cell::text(reader.role(row.role)),
            Cell::text(role.id.as_str()),
            Cell::maybe(role.focus.map(|focus| reader.focus(focus))),
            Cell::maybe(role.reports_to.map(|above| reader.role(above))),
            Cell::Count(row.tasks),
            Cell::hours((row.without_estimate < row.tasks).then_some(row.hours_per_week)),
        ]
    };
    let load = rows.iter().fold(Load::default(), |sum, row| Load {
        tasks: sum.tasks + row.tasks,
        hours_per_week: sum.hours_per_week + row.hours_per_week,
        without_estimate: sum.without_estimate + row.without_estimate,
    });
    let title = format!("{}, {}", words.count("count-roles", rows.len()), reader.load(&load, None));
    let mut page = Page { lead: vec![title.clone()], title, ..Page::default() };
    if rows.is_empty() {
        page.notes.push(words.word("list-no-roles"));
    } else {
        page.table = Table::plain(columns, rows.iter().map(cells).collect());
    }
    page
}

/// Tasks of the registry, role by role.
pub fn task_list(tasks: &[TaskRef], reader: &Reader) -> Page {
    let words = &reader.words;
    let columns = vec![
        Column::text(words.word("id")).data(),
        Column::group(words.word("area")),
        Column::text(words.word("task")),
        Column::text(words.word("cadence")),
        Column::number(words.word("hours-short")),
        Column::text(words.word("importance")).data(),
        Column::text(words.word("id")).view(),
    ];
    let load = Load::of(reader.registry, tasks.iter().copied());
    let title = reader.load(&load, None);
    let mut page = Page { lead: vec![title.clone()], title, ..Page::default() };
    if tasks.is_empty() {
        page.lead = vec![words.word("list-nothing")];
        page.table.columns = columns;
        page.table.section_column = Some(words.word("role"));
        return page;
    }
    let sections = tasks.chunk_by(|one, other| one.role == other.role).map(|tasks| {
        let (name, id) = (reader.role(tasks[0].role), &reader.registry.role(tasks[0].role).id);
        let load = Load::of(reader.registry, tasks.iter().copied());
        Section {
            title: Some(reader.heading(&format!("{name} ({id})"), &reader.load(&load, None))),
            key: name.to_owned(),
            warns: false,
            rows: tasks.iter().map(|&task| task_cells(task, reader)).collect(),
            ..Section::default()
        }
    });
    page.table = Table {
        columns,
        section_column: Some(words.word("role")),
        sections: sections.collect(),
        ..Table::default()
    };
    page
}

fn task_cells(task: TaskRef, reader: &Reader) -> Vec<Cell> {
    let details = reader.registry.task(task);
    vec![
        Cell::text(reader.registry.task_id(task)),
        Cell::text(reader.area(details.area)),
        Cell::text(reader.task(task)),
        Cell::maybe(details.cadence.map(|cadence| reader.cadence(cadence))),
        Cell::hours(details.hours_per_week),
        Cell::text(reader.importance(details.importance)),
        Cell::text(details.id.as_str()),
    ]
}
