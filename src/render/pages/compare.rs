//! Roles side by side, and what they do by area. Two are compared task by task; three and more become a matrix of counts.

use crate::model::{AreaIx, Focus, Hours, RoleIx, TaskRef};
use crate::query::{Alike, AreaLines, Comparison, Exchange, Holding};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;
use std::collections::{BTreeMap, BTreeSet};

/// The page of a comparison.
pub fn comparison(comparison: &Comparison, reader: &Reader) -> Page {
    let words = &reader.words;
    let names: Vec<String> =
        comparison.roles.iter().map(|&role| reader.role(role).to_owned()).collect();
    let lead = in_one_line(comparison, reader);
    let mut columns = vec![Column::group(words.word("aspect"))];
    columns.extend(names.iter().map(Column::text));
    let mut rows = facts(comparison, reader);
    rows.extend(area_rows(comparison, reader));
    if let [one, other] = comparison.roles[..] {
        rows.extend(handoff_rows(comparison, one, other, reader));
    }
    let mut notes = in_common(comparison, reader);
    if comparison.roles.len() > 2 {
        notes.extend(few(handoff_notes(comparison, reader).into_iter(), reader));
    }
    notes.extend(who_holds_them(comparison, reader));
    let title = names.join(" / ");
    Page {
        title,
        lead: vec![lead],
        table: Table {
            columns,
            sections: vec![Section { rows, ..Section::default() }],
            ..Table::default()
        },
        notes,
        ..Page::default()
    }
}

/// What there is to say first: the difference of two roles, or how many roles there are.
pub fn in_one_line(comparison: &Comparison, reader: &Reader) -> String {
    match comparison.roles[..] {
        [one, other] => difference(comparison, one, other, reader),
        _ => reader.words.count("compare-roles", comparison.roles.len()),
    }
}

/// The difference in one line: by focus where that differs, else by the areas of the tasks.
fn difference(comparison: &Comparison, one: RoleIx, other: RoleIx, reader: &Reader) -> String {
    let words = &reader.words;
    let say = |strategy: RoleIx, operations: RoleIx| {
        words.say(
            "difference-plan-carry",
            [
                ("strategy", reader.role(strategy).into()),
                ("operations", reader.role(operations).into()),
            ],
        )
    };
    let focus = |role: RoleIx| reader.registry.role(role).focus;
    let same = match (focus(one), focus(other)) {
        (Some(Focus::Strategy), Some(Focus::Operations)) => return say(one, other),
        (Some(Focus::Operations), Some(Focus::Strategy)) => return say(other, one),
        (Some(Focus::Strategy), Some(Focus::Strategy)) => {
            Some(words.word("difference-same-strategy"))
        }
        (Some(Focus::Operations), Some(Focus::Operations)) => {
            Some(words.word("difference-same-operations"))
        }
        (None, _) | (_, None) => None,
    };
    let areas = |column: usize| {
        let has = |lines: &&AreaLines| lines.lines.iter().any(|line| line[column].is_some());
        let names: Vec<String> =
            comparison.areas.iter().filter(has).map(|lines| reader.area(lines.area)).collect();
        if names.is_empty() { words.word("none") } else { reader.list(&names) }
    };
    let (mine, theirs) = (areas(0), areas(1));
    let by_area = if mine == theirs {
        words.say("difference-same-areas", [("areas", mine.into())])
    } else {
        words.say(
            "difference-areas",
            [
                ("one", reader.role(one).into()),
                ("areas", mine.into()),
                ("other", reader.role(other).into()),
                ("others", theirs.into()),
            ],
        )
    };
    same.map_or(by_area.clone(), |same| format!("{same}. {by_area}"))
}

/// Focus, purpose, reporting line, sums: one row each.
fn facts(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let words = &reader.words;
    let row = |label: &str, value: &dyn Fn(RoleIx) -> Cell| {
        let cells = comparison.roles.iter().map(|&role| value(role));
        std::iter::once(Cell::text(words.word(label))).chain(cells).collect::<Vec<_>>()
    };
    let role = |role: RoleIx| reader.registry.role(role);
    let mut rows = vec![row("focus", &|number| {
        Cell::maybe(role(number).focus.map(|focus| reader.focus(focus)))
    })];
    if comparison.roles.len() == 2
        && comparison.roles.iter().any(|&number| role(number).purpose.is_some())
    {
        rows.push(row("purpose", &|number| {
            Cell::maybe(role(number).purpose.as_ref().map(|text| reader.text(text)))
        }));
    }
    rows.push(row("reports-to", &|number| {
        Cell::text(
            role(number)
                .reports_to
                .map_or_else(|| words.word("nobody-above"), |above| reader.role(above).to_owned()),
        )
    }));
    rows.push(row("tasks", &|number| Cell::Count(role(number).tasks.len())));
    let hours = |number: RoleIx| {
        role(number).tasks.iter().filter_map(|task| task.hours_per_week).sum::<Hours>()
    };
    rows.push(row("hours", &|number| {
        Cell::hours(Some(hours(number)).filter(|&hours| hours > Hours::ZERO))
    }));
    rows
}

/// What each of two roles hands to the other, in the column of the one that gives.
fn handoff_rows(
    comparison: &Comparison,
    one: RoleIx,
    other: RoleIx,
    reader: &Reader,
) -> Vec<Vec<Cell>> {
    let given = |role: RoleIx| {
        comparison
            .handoffs
            .iter()
            .filter(move |exchange| exchange.from.role == role)
            .map(|exchange| handed(exchange, reader))
            .collect::<Vec<_>>()
    };
    let (mine, theirs) = (given(one), given(other));
    let cell = |list: &[String], number: usize| {
        Cell::maybe(list.get(number).map(|what| format!("→ {what}")))
    };
    let label = reader.words.word("gives");
    (0..mine.len().max(theirs.len()))
        .map(|number| vec![Cell::text(&label), cell(&mine, number), cell(&theirs, number)])
        .collect()
}

fn handed(exchange: &Exchange, reader: &Reader) -> String {
    exchange
        .what
        .map_or_else(|| reader.task(exchange.from).to_owned(), |what| reader.text(what).to_owned())
}

/// What more than two roles hand to one another, a sentence for each pair.
fn handoff_notes(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let mut by_pair: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    let place =
        |role: RoleIx| comparison.roles.iter().position(|&other| other == role).unwrap_or_default();
    for exchange in &comparison.handoffs {
        by_pair
            .entry((place(exchange.from.role), place(exchange.to.role)))
            .or_default()
            .push(handed(exchange, reader));
    }
    let say = |((from, to), what): ((usize, usize), Vec<String>)| {
        let name = |number: usize| reader.role(comparison.roles[number]);
        reader.words.say(
            "compare-handoffs",
            [
                ("from", name(from).into()),
                ("to", name(to).into()),
                ("what", reader.series(&what).into()),
            ],
        )
    };
    by_pair.into_iter().map(say).collect()
}

/// In which company sizes one person holds the roles, and in which several do.
pub fn who_holds_them(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let (sizes, roles) = (&comparison.sizes, comparison.roles.len());
    let names = |wanted: &dyn Fn(Holding) -> bool| {
        let names: Vec<String> = sizes
            .iter()
            .filter(|(_, holding)| wanted(*holding))
            .map(|&(size, _)| reader.size_with_range(size))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let mut notes = Vec::new();
    let one_person = names(&|holding| holding == Holding::OnePerson);
    notes.extend(one_person.map(|sizes| {
        reader.words.say("compare-one-person", [("roles", roles.into()), ("sizes", sizes.into())])
    }));
    let mut crowds: Vec<usize> = sizes
        .iter()
        .filter_map(|(_, holding)| match holding {
            Holding::Apart(people) => Some(*people),
            Holding::OnePerson | Holding::NotAll => None,
        })
        .collect();
    crowds.sort_unstable();
    crowds.dedup();
    for people in crowds {
        let sizes = names(&|holding| holding == Holding::Apart(people)).unwrap_or_default();
        notes.push(
            reader.words.say("compare-apart", [("people", people.into()), ("sizes", sizes.into())]),
        );
    }
    let not_all = names(&|holding| holding == Holding::NotAll);
    notes.extend(
        not_all.map(|sizes| reader.words.say("compare-not-all", [("sizes", sizes.into())])),
    );
    notes
}

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
fn area_rows(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    if comparison.roles.len() == 2 {
        task_rows(comparison, reader)
    } else {
        count_rows(comparison, reader)
    }
}

/// The tasks that several of the roles share, or that say nearly the same.
fn in_common(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let say_shared = |group: &Vec<TaskRef>| shared(group, reader);
    let mut notes = few(comparison.shared.iter().map(say_shared), reader);
    let say_alike = |pair: &Alike| alike(pair, reader);
    notes.extend(few(comparison.alike.iter().map(say_alike), reader));
    notes
}

/// The first sentences of a kind, and how many more there are; machine output has them all.
fn few(sentences: impl ExactSizeIterator<Item = String>, reader: &Reader) -> Vec<String> {
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
