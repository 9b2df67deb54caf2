//! Roles side by side, what they do by area, and what changes from one company size to another. Two roles are compared
//! task by task; three and more become a matrix of counts.

use crate::model::{AreaIx, Cadence, Focus, Hours, Role, RoleIx, TaskRef};
use crate::query::{
    AreaLines, Comparison, Doer, Exchange, First, Growth, Holding, Move, area_order,
};
use crate::render::page::{Cell, Column, Columns, Page, Section, Table};
use crate::render::reader::Reader;
use crate::render::words::Argument;
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

const MOST_SENTENCES: usize = 10;
const MOST_AREA_COLUMNS: usize = 8;
const MOST_LISTED: usize = 200;
/// If more people than this go on, the table alone shows as whom.
const MOST_CONTINUING: usize = 12;
const MOST_NAMED: usize = 4;

pub fn comparison(comparison: &Comparison, reader: &Reader) -> Page {
    let mut rows = facts(comparison, reader);
    rows.extend(area_rows(comparison, reader));
    let mut notes = in_common(comparison, reader);
    if let [one, other] = comparison.roles[..] {
        rows.extend(handoff_rows(comparison, [one, other], reader));
    } else {
        notes.extend(handoff_notes(comparison, reader));
    }
    notes.extend(who_holds_them(comparison, reader));
    let names: Vec<&str> = comparison.roles.iter().map(|&role| reader.role(role)).collect();
    Page {
        title: names.join(" / "),
        lead: vec![in_one_line(comparison, reader)],
        table: side_by_side(reader.column("aspect"), rows, &comparison.roles, reader),
        notes,
        ..Page::default()
    }
}

/// What there is to say first: that the tasks are the same, the difference of two roles, or how many roles there are.
pub fn in_one_line(comparison: &Comparison, reader: &Reader) -> String {
    if comparison.has_same_tasks(reader.registry) {
        let names = reader.list(comparison.roles.iter().map(|&role| reader.role(role)));
        return reader.say("difference-none", &[("roles", &names)]);
    }
    match comparison.roles[..] {
        [one, other] => difference(comparison, one, other, reader),
        _ => reader.count("compare-roles", comparison.roles.len()),
    }
}

/// The difference in one line: by focus if that differs, else by the areas of the tasks, or their number without any.
fn difference(comparison: &Comparison, one: RoleIx, other: RoleIx, reader: &Reader) -> String {
    let plans_and_carries = |strategy: RoleIx, operations: RoleIx| {
        let (plans, carries) = (&reader.role(strategy), &reader.role(operations));
        reader.say("difference-plan-carry", &[("strategy", plans), ("operations", carries)])
    };
    let same = match [one, other].map(|role| reader.registry.role(role).focus) {
        [Some(Focus::Strategy), Some(Focus::Operations)] => return plans_and_carries(one, other),
        [Some(Focus::Operations), Some(Focus::Strategy)] => return plans_and_carries(other, one),
        [Some(focus), Some(_)] => reader.value("difference-same", focus.as_str()) + ". ",
        [None, _] | [_, None] => String::new(),
    };
    let [mine, theirs] = [0, 1].map(|column| {
        let has_tasks = |area: &&AreaLines| area.lines.iter().any(|line| line[column].is_some());
        let areas = comparison.areas.iter().filter(has_tasks).filter_map(|area| area.area);
        reader.list(areas.map(|area| reader.area(Some(area))))
    });
    let id = if mine.is_empty() || theirs.is_empty() {
        "difference-counts"
    } else if mine == theirs {
        "difference-same-areas"
    } else {
        "difference-areas"
    };
    let count = |role| reader.count("count-tasks", reader.registry.role(role).tasks.len());
    let arguments: [(&str, &dyn Argument); 7] = [
        ("one", &reader.role(one)),
        ("other", &reader.role(other)),
        ("areas", &mine),
        ("others", &theirs),
        ("mine", &count(one)),
        ("theirs", &count(other)),
        ("shared", &comparison.shared.len()),
    ];
    same + &reader.say(id, &arguments)
}

/// Rows with a column for what they are about, and one for each role.
fn side_by_side(first: Column, rows: Vec<Vec<Cell>>, roles: &[RoleIx], reader: &Reader) -> Table {
    let roles = roles.iter().map(|&role| Column::new(reader.role(role)));
    Table {
        columns: iter::once(first.group()).chain(roles).collect(),
        sections: vec![Section { rows, ..Section::default() }],
        ..Table::default()
    }
}

fn row(label: &str, cells: impl Iterator<Item: Into<Cell>>) -> Vec<Cell> {
    iter::once(label.into()).chain(cells.map(Into::into)).collect()
}

fn facts(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let roles = comparison.roles.iter().map(|&role| reader.registry.role(role));
    let roles: Vec<&Role> = roles.collect();
    let mut rows = Vec::new();
    let mut add = |id: &str, value: &dyn Fn(&Role) -> Cell| {
        rows.push(row(&reader.word(id), roles.iter().map(|role| value(role))));
    };
    add("focus", &|role| reader.focus(role).into());
    if roles.len() == 2 && roles.iter().any(|role| role.purpose.is_some()) {
        add("purpose", &|role| role.purpose.as_ref().map(|text| reader.text(text)).into());
    }
    add("reports-to", &|role| reader.above(role).into());
    add("tasks", &|role| role.tasks.len().into());
    add("hours", &|role| {
        let hours: Hours = role.tasks.iter().filter_map(|task| task.hours_per_week).sum();
        Some(hours).filter(|&hours| hours > Hours::ZERO).into()
    });
    rows
}

/// The tasks of two roles, a row for each line of an area; of more roles, their number, a row for each area.
fn area_rows(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for AreaLines { area, lines } in &comparison.areas {
        let area = reader.area(*area);
        if comparison.roles.len() == 2 {
            for line in lines {
                rows.push(row(&area, line.iter().map(|task| task.map(|task| reader.task(task)))));
            }
        } else {
            let counts = (0..comparison.roles.len())
                .map(|column| lines.iter().filter(|line| line[column].is_some()).count());
            rows.push(row(&area, counts.map(|count| (count > 0).then_some(count))));
        }
    }
    rows
}

/// What each of two roles hands to the other, in the column of the one that gives.
fn handoff_rows(comparison: &Comparison, roles: [RoleIx; 2], reader: &Reader) -> Vec<Vec<Cell>> {
    let given = roles.map(|role| {
        let given = comparison.handoffs.iter().filter(|exchange| exchange.from.role == role);
        let given = things(given, reader).into_iter();
        given.map(|thing| format!("→ {thing}")).collect::<Vec<_>>()
    });
    let label = reader.word("gives");
    let rows = 0..given[0].len().max(given[1].len());
    rows.map(|number| row(&label, given.iter().map(|given| given.get(number).cloned()))).collect()
}

/// What is handed over, each thing once, also if it goes to several tasks.
fn things<'e, 'r: 'e>(
    exchanges: impl Iterator<Item = &'e Exchange<'r>>,
    reader: &Reader<'r>,
) -> Vec<&'r str> {
    let mut things = Vec::new();
    for thing in exchanges.map(|exchange| reader.handed(exchange)) {
        if !things.contains(&thing) {
            things.push(thing);
        }
    }
    things
}

/// What more than two roles hand to one another, a sentence for each pair.
fn handoff_notes(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let place = |role: RoleIx| comparison.roles.iter().position(|&other| other == role);
    let mut by_pair: BTreeMap<_, Vec<&Exchange>> = BTreeMap::new();
    for exchange in &comparison.handoffs {
        let pair = (place(exchange.from.role), place(exchange.to.role));
        by_pair.entry(pair).or_default().push(exchange);
    }
    let sentences = by_pair.into_values().map(|exchanges| {
        let (from, to) = (exchanges[0].from.role, exchanges[0].to.role);
        let what = reader.series(&things(exchanges.iter().copied(), reader));
        let (from, to) = (reader.role(from), reader.role(to));
        reader.say("compare-handoffs", &[("from", &from), ("to", &to), ("what", &what)])
    });
    reader.few(sentences, MOST_SENTENCES)
}

/// The tasks that several of the roles share, or that say nearly the same.
fn in_common(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let shared = comparison.shared.iter().map(|group| {
        let roles: BTreeSet<RoleIx> = group.iter().map(|task| task.role).collect();
        let roles = reader.list(roles.into_iter().map(|role| reader.role(role)));
        reader.say("compare-shared", &[("task", &reader.task(group[0])), ("roles", &roles)])
    });
    let alike = comparison.alike.iter().map(|alike| {
        let [one, other] = alike.tasks;
        let arguments: [(&str, &dyn Argument); 5] = [
            ("percent", &format!("{:.0}", alike.similarity * 100.0)),
            ("one", &reader.task(one)),
            ("role", &reader.role(one.role)),
            ("other", &reader.task(other)),
            ("otherrole", &reader.role(other.role)),
        ];
        reader.say("compare-alike", &arguments)
    });
    let mut notes = reader.few(shared, MOST_SENTENCES);
    notes.extend(reader.few(alike, MOST_SENTENCES));
    notes
}

/// In which company sizes one person has all of the roles, and in which several do.
pub fn who_holds_them(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let mut sizes: BTreeMap<Holding, Vec<String>> = BTreeMap::new();
    for &(size, holding) in &comparison.sizes {
        sizes.entry(holding).or_default().push(reader.size_with_range(size));
    }
    let roles = comparison.roles.len();
    let mut notes = Vec::new();
    for (holding, sizes) in sizes {
        let (id, people) = match holding {
            Holding::OnePerson => ("compare-one-person", 1),
            Holding::Apart(people) => ("compare-apart", people),
            Holding::NotAll => ("compare-not-all", 0),
        };
        let sizes = sizes.join(", ");
        notes.push(reader.say(id, &[("roles", &roles), ("people", &people), ("sizes", &sizes)]));
    }
    notes
}

/// The tasks of compared roles by area: of two roles, side by side; of more, a list, or only their number.
pub fn tasks_by_area(comparison: &Comparison, reader: &Reader) -> Page {
    let tasks: usize = comparison.areas.iter().map(|area| area.lines.len()).sum();
    let table = if comparison.roles.len() > 2 && tasks <= MOST_LISTED {
        list(comparison, reader)
    } else {
        side_by_side(
            reader.column("area"),
            area_rows(comparison, reader),
            &comparison.roles,
            reader,
        )
    };
    let notes = in_common(comparison, reader);
    Page { title: reader.word("report-areas"), table, notes, ..Page::default() }
}

/// The tasks of three and more roles, in a section for each area.
fn list(comparison: &Comparison, reader: &Reader) -> Table {
    let columns = Columns::new()
        .with(reader.column("role").group(), |task: &TaskRef| reader.role(task.role))
        .with(reader.column("task").subject(), |&task| reader.task(task));
    let mut sections = Vec::new();
    for area in &comparison.areas {
        let by_role = (0..comparison.roles.len())
            .flat_map(|column| area.lines.iter().filter_map(move |line| line[column]));
        sections.push(Section::new(reader.area(area.area), columns.rows(by_role)));
    }
    columns.sections(sections)
}

/// How many tasks each role has in each area, for registries of many roles; many areas stand in one column.
pub fn roles_by_area(reader: &Reader) -> Page {
    let registry = reader.registry;
    let areas: BTreeSet<_> = registry.tasks().map(|task| area_order(registry, task)).collect();
    let counts = |role: RoleIx| {
        let mut counts: BTreeMap<(bool, Option<AreaIx>), usize> = BTreeMap::new();
        for task in registry.tasks_of(role) {
            *counts.entry(area_order(registry, task)).or_default() += 1;
        }
        counts
    };
    let mut columns = Columns::new().with(reader.column("role"), |&role: &_| reader.role(role));
    if areas.len() > MOST_AREA_COLUMNS {
        columns = columns.with(reader.column("tasks"), |&role| {
            let counts = counts(role).into_iter();
            let parts = counts.map(|((_, area), count)| format!("{} {count}", reader.area(area)));
            reader.series_if_any(parts)
        });
    } else {
        for area in areas {
            let column = Column::new(reader.area(area.1)).number();
            columns = columns.with(column, move |&role| counts(role).get(&area).copied());
        }
    }
    let table = columns.table(registry.roles());
    Page { title: reader.word("report-areas"), table, ..Page::default() }
}

pub fn growth(growth: &Growth, reader: &Reader) -> Page {
    let [from, to] = [&growth.before, &growth.after].map(|plan| reader.company(plan.size));
    let title = if growth.before.size == growth.after.size {
        let [before, after] = [&growth.before, &growth.after].map(|plan| plan.present().count());
        reader.say("growth-lead-people", &[("size", &from), ("from", &before), ("to", &after)])
    } else {
        reader.say("growth-lead", &[("from", &from), ("to", &to)])
    };
    let moves = reader.count("growth-moves", growth.moves.len());
    let stays = reader.count("growth-stays", growth.stays.len());
    let mut lead = vec![reader.heading(&title, &format!("{moves}, {stays}"))];
    lead.extend(reader.day(&growth.after));
    lead.extend(growth.continues.iter().filter_map(|&pair| continuing(growth, pair, reader)));
    lead.extend(growth.first.as_ref().map(|first| hand_over_first(growth, first, reader)));
    let mut notes = Vec::new();
    if growth.moves.is_empty() {
        notes.push(reader.word("growth-nothing"));
    }
    for (id, tasks) in [
        ("growth-coordination", &growth.coordination),
        ("growth-coordination-gone", &growth.coordination_gone),
    ] {
        if !tasks.is_empty() {
            let names = reader.series(tasks.iter().map(|&task| reader.task(task)));
            notes.push(reader.heading(&reader.count(id, tasks.len()), &names));
        }
    }
    Page { title, lead, table: changes(growth, reader), notes, ..Page::default() }
}

fn changes(growth: &Growth, reader: &Reader) -> Table {
    let registry = reader.registry;
    // What changes for a task, or for its handoff.
    let row = |task: TaskRef, what: String, before: String, after: String| {
        let area = reader.area(registry.task(task).area);
        [registry.task_id(task), area, what, before, after].map(Cell::from).to_vec()
    };
    let moved = |step: &Move| {
        let (before, after) = (&growth.before, &growth.after);
        let (before, after) = (reader.outcome(before, &step.from), reader.outcome(after, &step.to));
        row(step.to.task, reader.task(step.to.task).to_owned(), before, after)
    };
    let turned = |exchange: &Exchange, before: &str, after: &str| {
        let (from, to) = (reader.role(exchange.from.role), reader.role(exchange.to.role));
        let what = format!("{} ({from} → {to})", reader.handed(exchange));
        row(exchange.from, what, reader.word(before), reader.word(after))
    };
    let (within, between) = ("within-one-person", "between-people");
    let appear = growth.appearing.iter().map(|exchange| turned(exchange, within, between));
    let vanish = growth.vanishing.iter().map(|exchange| turned(exchange, between, within));
    let mut sections = Vec::new();
    for (title, key, rows) in [
        ("growth-moves", "change-moves", growth.moves.iter().map(moved).collect::<Vec<_>>()),
        ("growth-stays", "change-stays", growth.stays.iter().map(moved).collect()),
        ("growth-appearing", "change-appears", appear.collect()),
        ("growth-vanishing", "change-vanishes", vanish.collect()),
    ] {
        if !rows.is_empty() {
            let section = Section::new(reader.count(title, rows.len()), rows);
            sections.push(Section { key: reader.word(key), ..section });
        }
    }
    let columns = ["task", "from", "to"].map(|id| reader.column(id));
    let area = reader.column("area").group();
    Table {
        columns: [reader.column("id").data(), area].into_iter().chain(columns).collect(),
        section_column: Some(reader.word("change")),
        sections,
        ..Table::default()
    }
}

fn continuing(growth: &Growth, (before, after): (Doer, Doer), reader: &Reader) -> Option<String> {
    let was = reader.positions_of(&growth.before, before);
    let is = reader.positions_of(&growth.after, after);
    if was == is || growth.continues.len() > MOST_CONTINUING {
        return None;
    }
    let who = reader.doer_name(&growth.after, after);
    let id = if growth.after.has_people() { "growth-continues-person" } else { "growth-continues" };
    Some(reader.say(id, &[("who", &who), ("before", &was), ("after", &is)]))
}

fn hand_over_first(growth: &Growth, first: &First, reader: &Reader) -> String {
    let newcomer = reader.doer_name(&growth.after, first.newcomer);
    let giver = reader.doer_name(&growth.before, first.giver);
    let tasks = reader.few_tasks(&first.tasks, MOST_NAMED);
    let id = match first.cadence {
        Some(Cadence::Daily) => "growth-first-daily",
        Some(Cadence::Weekly) => "growth-first-weekly",
        _ => "growth-first-other",
    };
    let mut said = reader.say(id, &[("newcomer", &newcomer), ("giver", &giver), ("tasks", &tasks)]);
    if first.load.hours_per_week > Hours::ZERO {
        let [hours, of] = [&first.load, &first.all]
            .map(|load| reader.hours_at_least(load.hours_per_week, load.without_estimate));
        let arguments: [(&str, &dyn Argument); 3] =
            [("newcomer", &newcomer), ("hours", &hours), ("of", &of)];
        said = said + " " + &reader.say("growth-first-hours", &arguments);
    }
    if !first.needs.is_empty() {
        let needs = reader.few_tasks(&first.needs, MOST_NAMED);
        let n = first.tasks.len();
        said = said + " " + &reader.say("growth-first-needs", &[("n", &n), ("tasks", &needs)]);
    }
    said
}
