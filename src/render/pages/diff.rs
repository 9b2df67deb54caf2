//! What differs between two registries, as what was and what is: first whom it concerns, then what is new, gone and changed.

use crate::query::{Affected, Change, Diff, Load, Thing, Value, Who};
use crate::render::page::{Cell, Page, Section, Table};
use crate::render::reader::{Reader, in_brackets};

/// A row: its id, what it is about, under which aspect, and both values.
type Row = Vec<Cell>;

fn row(id: String, what: String, aspect: String, [old, new]: [Cell; 2]) -> Row {
    vec![id.into(), what.into(), aspect.into(), old, new]
}

/// The page of what differs; the readers are those of the old and of the new registry, which are called by these names. More
/// rows of a section and more names in a cell than these are counted; `usize::MAX` names are for programs.
pub fn difference(
    diff: &Diff,
    names: [&str; 2],
    (most_rows, most_names): (usize, usize),
    readers: [&Reader; 2],
) -> Page {
    let teller = Teller { diff, most_names, readers };
    let [_, reader] = readers;
    let columns = ["aspect", "from", "to"].map(|id| reader.column(id));
    let what = reader.column("diff-what").group().subject();
    let columns = [reader.column("id").data(), what].into_iter().chain(columns).collect();
    let mut counts = Vec::new();
    let mut sections = Vec::new();
    for (kind, mut rows) in teller.sections() {
        if rows.is_empty() {
            continue;
        }
        let title = reader.count(&format!("diff-{kind}"), rows.len());
        let more = rows.len().saturating_sub(most_rows);
        rows.truncate(most_rows);
        if more > 0 {
            rows.push(["", &reader.more(more), "", "", ""].map(Cell::from).into());
        }
        let key = reader.word(&format!("diff-key-{kind}"));
        sections.push(Section { key, ..Section::new(title.clone(), rows) });
        counts.push(title);
    }
    if counts.is_empty() {
        counts.push(reader.word("diff-none"));
    }
    let what = reader.say("growth-lead", &[("from", &names[0]), ("to", &names[1])]);
    let title = reader.heading(&what, &counts.join(", "));
    let section_column = Some(reader.word("change"));
    Page {
        lead: vec![title.clone()],
        title,
        table: Table { columns, section_column, sections, narrow: None, title: None },
        ..Page::default()
    }
}

struct Teller<'d, 'r> {
    diff: &'d Diff<'d>,
    most_names: usize,
    readers: [&'d Reader<'r>; 2],
}

impl Teller<'_, '_> {
    /// The sections in their order, by the words of their kinds.
    fn sections(&self) -> [(&'static str, Vec<Row>); 6] {
        let diff = self.diff;
        let there = |side: usize| move |thing: &Thing| self.there(*thing, side);
        let moved = diff.moved.iter().map(|tasks| {
            self.row(Thing::Task(tasks[1]), 1, "role", {
                [0, 1].map(|side| self.readers[side].role(tasks[side].role).into())
            })
        });
        [
            ("affected", diff.affected.iter().map(|affected| self.affected(affected)).collect()),
            ("added", diff.added.iter().map(there(1)).collect()),
            ("removed", diff.removed.iter().map(there(0)).collect()),
            ("moved", moved.collect()),
            ("changed", self.changes(&diff.changed)),
            ("reworded", self.changes(&diff.reworded)),
        ]
    }

    fn row(&self, thing: Thing, side: usize, aspect: &str, values: [Cell; 2]) -> Row {
        let (_, id) = thing.id(self.diff.registries[side]);
        row(id, name(thing, self.readers[side]), self.readers[1].word(aspect), values)
    }

    /// What only one of the registries has.
    fn there(&self, thing: Thing, side: usize) -> Row {
        let reader = self.readers[side];
        let (kind, id) = thing.id(reader.registry);
        let more = match thing {
            Thing::Task(task) => reader.role(task.role).to_owned(),
            Thing::Role(role) => {
                let load = Load::of(reader.registry, reader.registry.tasks_of(role));
                self.readers[1].load(&load, None)
            }
            _ => id,
        };
        let mut values = [Cell::Empty, Cell::Empty];
        values[side] = more.into();
        self.row(thing, side, kind, values)
    }

    /// What changed; of the languages of a text, the reader's own unless all are wanted.
    fn changes(&self, changes: &[Change]) -> Vec<Row> {
        let reader = self.readers[1];
        let rank = |change: &Change| change.language.map_or(0, |tag| reader.rank(tag));
        let has_all = self.most_names == usize::MAX;
        let mut rows = Vec::new();
        let same =
            |one: &Change, next: &Change| (one.things, one.field) == (next.things, next.field);
        for changes in changes.chunk_by(same) {
            let nearest = changes.iter().map(rank).min();
            for change in changes.iter().filter(|it| has_all || Some(rank(it)) == nearest) {
                let thing = change.things[1];
                let mut what = self.name(thing, 1);
                let mut aspect = reader.word(&label(change.field));
                match (change.language, thing) {
                    (Some(language), _) if rank(change) > 0 => {
                        aspect = format!("{aspect} ({language})");
                    }
                    // Its name is said already.
                    (_, Thing::Task(task)) if change.field == "name" && !has_all => {
                        reader.role(task.role).clone_into(&mut what);
                    }
                    _ => {}
                }
                let values = [0, 1].map(|side| self.values(&change.values[side], side));
                rows.push(row(thing.id(reader.registry).1, what, aspect, values));
            }
        }
        rows
    }

    fn affected(&self, affected: &Affected) -> Row {
        let reader = self.readers[1];
        let (id, who) = match &affected.who {
            Who::Person(name) => (name.clone(), name.clone()),
            Who::Position(position, is_new) => (
                position.id.to_owned(),
                self.readers[usize::from(*is_new)].position_label(position),
            ),
        };
        let side = usize::from(affected.is_new);
        let tasks = affected.tasks.iter().map(|&task| self.readers[side].task(task).to_owned());
        let tasks = reader.series(reader.words.first(tasks, self.most_names));
        let mut values = [Cell::Empty, Cell::Empty];
        values[side] = tasks.into();
        let change = if affected.is_new { "diff-now" } else { "diff-no-longer" };
        let aspect = reader.value(change, affected.part.as_str());
        row(id, in_brackets(who, affected.size.map(|size| reader.size(size))), aspect, values)
    }

    fn values(&self, values: &[Value], side: usize) -> Cell {
        match values {
            [] => Cell::Empty,
            [Value::Hours(hours)] => (*hours).into(),
            values => {
                let words = values.iter().map(|value| self.value(value, side));
                let reader = self.readers[1];
                reader.series(reader.words.first(words, self.most_names)).into()
            }
        }
    }

    fn value(&self, value: &Value, side: usize) -> String {
        let [reader, ours] = [self.readers[side], self.readers[1]];
        match value {
            Value::Text(text) => (*text).to_owned(),
            Value::Code(code) => code.clone(),
            Value::Word(kind, word) => ours.value(kind, word),
            Value::Hours(hours) => ours.hours(*hours),
            Value::Employees(range) => ours.employees(*range),
            // The names of sources are long.
            Value::Thing(source @ Thing::Source(_)) => source.id(reader.registry).1,
            Value::Thing(thing) => self.name(*thing, side),
            Value::Handoff(to, what) => {
                let what = what.map(|what| format!("{} ", reader.text(what)));
                format!("{}→ {}", what.unwrap_or_default(), reader.task_of_role(*to))
            }
            Value::Position(position) => reader.position_title(position),
        }
    }

    /// What a part of a registry is called, a task with its role.
    fn name(&self, thing: Thing, side: usize) -> String {
        match thing {
            Thing::Task(task) => self.readers[side].task_of_role(task),
            other => name(other, self.readers[side]),
        }
    }
}

pub fn name(thing: Thing, reader: &Reader) -> String {
    match thing {
        Thing::Registry => reader.title(),
        Thing::Area(area) => reader.area(Some(area)),
        Thing::Source(source) => reader.text(&reader.registry.source(source).title).to_owned(),
        Thing::Size(size) => reader.size(size).to_owned(),
        Thing::Role(role) => reader.role(role).to_owned(),
        Thing::Task(task) => reader.task(task).to_owned(),
    }
}

/// The word for what is said under a word of the files.
fn label(field: &str) -> String {
    match field {
        "hours_per_week" => "hours".to_owned(),
        "on" => "days".to_owned(),
        "handoffs" => "gives".to_owned(),
        "every_task" => "every-task".to_owned(),
        other => other.replace('_', "-"),
    }
}
