//! Lists of roles and of tasks, and the card of each: one line a fact.

use crate::model::{Classification, RoleIx, SourceIx, TaskRef, Text};
use crate::query::{Exchange, Load, RoleCard, RoleRow, TaskCard};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;
use std::collections::BTreeSet;

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
            Cell::Count(row.load.tasks),
            Cell::hours(
                (row.load.without_estimate < row.load.tasks).then_some(row.load.hours_per_week),
            ),
        ]
    };
    let load = Load::of(registry, registry.tasks());
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

/// Everything about one role; with `sources`, who says so.
pub fn role_card(card: &RoleCard, sources: bool, reader: &Reader) -> Page {
    let (registry, words) = (reader.registry, &reader.words);
    let role = registry.role(card.role);
    let names = |roles: &[RoleIx]| {
        roles.iter().map(|&role| reader.role(role).to_owned()).collect::<Vec<_>>()
    };
    let mut facts = Facts::new(reader, sources);
    facts.add("id", Some(role.id.to_string()));
    facts.add("focus", role.focus.map(|focus| reader.focus(focus)));
    facts.add("purpose", role.purpose.as_ref().map(|text| reader.text(text).to_owned()));
    let above = role
        .reports_to
        .map_or_else(|| words.word("nobody-above"), |above| reader.role(above).to_owned());
    facts.add("reports-to", Some(above));
    facts.add_each("reports", &names(&card.reports));
    facts.add_texts("also-called", &role.also_called);
    facts.add_texts("skills", &role.skills);
    facts.add_texts("measures", &role.measures);
    facts.add_each(
        "classification",
        &role.classification.iter().map(Classification::to_string).collect::<Vec<_>>(),
    );
    facts.cite(&role.sources);
    facts.section(reader.load(&Load::of(registry, card.tasks.iter().copied()), None));
    for &task in &card.tasks {
        let details = registry.task(task);
        facts.push(&reader.area(details.area), task_in_words(task, reader));
        facts.cite(&details.sources);
    }
    let exchanges = card.gives.iter().chain(&card.gets).count();
    if exchanges > 0 {
        facts.section(words.count("count-handoffs", exchanges));
        facts.exchanges(&card.gives, &card.gets);
    }
    facts.page(reader.role(card.role).to_owned())
}

/// Everything about one task; with `sources`, who says so.
pub fn task_card(card: &TaskCard, sources: bool, reader: &Reader) -> Page {
    let registry = reader.registry;
    let task = registry.task(card.task);
    let role = |role: RoleIx| reader.role(role).to_owned();
    let tasks =
        |tasks: &[TaskRef]| tasks.iter().map(|&task| in_its_role(task, reader)).collect::<Vec<_>>();
    let mut facts = Facts::new(reader, sources);
    facts.add("id", Some(registry.task_id(card.task)));
    facts.add("role", Some(role(card.task.role)));
    facts.add("detail", task.detail.as_ref().map(|text| reader.text(text).to_owned()));
    facts.add("area", Some(reader.area(task.area)));
    facts.add("cadence", task.cadence.map(|cadence| reader.cadence(cadence)));
    if let Some(hours) = task.hours_per_week {
        facts.put(&reader.words.word("hours"), Cell::Hours(hours));
    }
    facts.add("importance", Some(reader.importance(task.importance)));
    facts.add_each("after", &tasks(&task.after));
    facts.add_each("before", &tasks(&card.before));
    facts.exchanges(&card.gives, &card.gets);
    facts.add("coordinates-with", task.coordinates_with.map(role));
    facts.add("accountable", task.accountable.map(role));
    facts.add_each(
        "consulted",
        &task.consulted.iter().map(|&other| role(other)).collect::<Vec<_>>(),
    );
    facts.add_each("informed", &task.informed.iter().map(|&other| role(other)).collect::<Vec<_>>());
    let other_words = reader.words_of(&task.also_called);
    facts.add("also-called-task", (!other_words.is_empty()).then(|| reader.series(&other_words)));
    facts.cite(&task.sources);
    facts.page(reader.task(card.task).to_owned())
}

/// "Answer the comments (daily, 4.0 h a week)".
fn task_in_words(task: TaskRef, reader: &Reader) -> String {
    let details = reader.registry.task(task);
    let hours = details
        .hours_per_week
        .map(|hours| reader.words.say("count-hours", [("hours", reader.hours(hours).into())]));
    let facts: Vec<String> = [details.cadence.map(|cadence| reader.cadence(cadence)), hours]
        .into_iter()
        .flatten()
        .collect();
    let name = reader.task(task);
    if facts.is_empty() { name.to_owned() } else { format!("{name} ({})", facts.join(", ")) }
}

fn in_its_role(task: TaskRef, reader: &Reader) -> String {
    format!("{} ({})", reader.task(task), reader.role(task.role))
}

fn handed(exchange: &Exchange, partner: TaskRef, arrow: &str, reader: &Reader) -> String {
    let partner = in_its_role(partner, reader);
    exchange.what.map_or_else(
        || format!("{arrow} {partner}"),
        |what| format!("{} {arrow} {partner}", reader.text(what)),
    )
}

/// A table of two columns: what, and what is said about it.
struct Facts<'p, 'r> {
    reader: &'p Reader<'r>,
    sources: bool,
    cited: BTreeSet<SourceIx>,
    sections: Vec<Section>,
}

impl<'p, 'r> Facts<'p, 'r> {
    fn new(reader: &'p Reader<'r>, sources: bool) -> Self {
        Self { reader, sources, cited: BTreeSet::new(), sections: vec![Section::default()] }
    }

    fn section(&mut self, title: String) {
        self.sections.push(Section { title: Some(title), ..Section::default() });
    }

    fn push(&mut self, label: &str, value: String) {
        self.put(label, Cell::text(value));
    }

    fn put(&mut self, label: &str, value: Cell) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(vec![Cell::text(label), value]);
        }
    }

    fn add(&mut self, label: &str, value: Option<String>) {
        if let Some(value) = value {
            self.push(&self.reader.words.word(label), value);
        }
    }

    fn add_each(&mut self, label: &str, values: &[String]) {
        for value in values {
            self.add(label, Some(value.clone()));
        }
    }

    fn add_texts(&mut self, label: &str, texts: &[Text]) {
        for text in texts {
            self.add(label, Some(self.reader.text(text).to_owned()));
        }
    }

    /// What is handed over and what is received.
    fn exchanges(&mut self, gives: &[Exchange], gets: &[Exchange]) {
        for exchange in gives {
            self.add("gives", Some(handed(exchange, exchange.to, "→", self.reader)));
        }
        for exchange in gets {
            self.add("gets", Some(handed(exchange, exchange.from, "←", self.reader)));
        }
    }

    /// The ids of sources, where sources are wanted; what they are is said once, at the end.
    fn cite(&mut self, sources: &[SourceIx]) {
        if self.sources && !sources.is_empty() {
            let ids: Vec<&str> = sources
                .iter()
                .map(|&source| self.reader.registry.source(source).id.as_str())
                .collect();
            self.add("sources", Some(ids.join(", ")));
            self.cited.extend(sources);
        }
    }

    fn explain_sources(&mut self) {
        if self.cited.is_empty() {
            return;
        }
        self.section(self.reader.words.word("sources"));
        for source in std::mem::take(&mut self.cited) {
            let title = self.reader.source(source);
            let details = self.reader.registry.source(source);
            let cited = details
                .url
                .as_deref()
                .map_or_else(|| title.to_owned(), |url| format!("{title}, {url}"));
            self.push(details.id.as_str(), cited);
        }
    }

    fn page(mut self, title: String) -> Page {
        self.explain_sources();
        let columns = vec![
            Column::group(self.reader.words.word("aspect")).headless(),
            Column::text(title.clone()).headless(),
        ];
        Page {
            lead: vec![title.clone()],
            title,
            table: Table { columns, sections: self.sections, ..Table::default() },
            ..Page::default()
        }
    }
}
