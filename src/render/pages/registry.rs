//! Lists of roles and of tasks, and the card of each, with a line for each fact.

use crate::model::{Change, Classification, Doers, RoleIx, SourceIx, TaskRef};
use crate::query::{Exchange, Load, RoleCard, TaskCard};
use crate::render::page::{Cell, Column, Columns, Page, Section};
use crate::render::reader::{Reader, commas, in_brackets};
use crate::render::words::Argument;
use crate::source::{Sources, Span};
use std::collections::BTreeSet;

pub fn role_list(rows: &[(RoleIx, Load)], reader: &Reader) -> Page {
    let registry = reader.registry;
    let load = reader.load(&rows.iter().map(|(_, load)| *load).sum(), None);
    let title = format!("{}, {load}", reader.count("count-roles", rows.len()));
    let mut page = Page { lead: vec![title.clone()], title, ..Page::default() };
    if rows.is_empty() {
        page.notes.push(reader.word("list-no-roles"));
        return page;
    }
    let columns = Columns::new()
        .with(reader.column("role"), |&(role, _): &(RoleIx, Load)| reader.role(role))
        .with(reader.column("id"), |&(role, _)| registry.role(role).id.as_str())
        .with(reader.column("focus"), |&(role, _)| reader.focus(registry.role(role)))
        .with(reader.column("reports-to"), |&(role, _)| {
            registry.role(role).reports_to.map(|above| reader.role(above))
        })
        .with(reader.column("tasks").number(), |(_, load)| load.tasks)
        .with(reader.column("hours-short").number(), |(_, load)| {
            (load.without_estimate < load.tasks).then_some(load.hours_per_week)
        });
    page.table = columns.table(rows);
    page
}

pub fn task_list(tasks: &[TaskRef], reader: &Reader) -> Page {
    let registry = reader.registry;
    let columns = Columns::new()
        .with(reader.column("id").data(), |&task: &TaskRef| registry.task_id(task))
        .with(reader.column("area").group(), |&task| reader.area(registry.task(task).area))
        .with(reader.column("task"), |&task| reader.task(task))
        .with(reader.column("cadence"), |&task| reader.cadence(task))
        .with(reader.column("days").data(), |&task| reader.days(&registry.task(task).on))
        .with(reader.column("hours-short").number(), |&task| registry.task(task).hours_per_week)
        .with(reader.column("hours-each-time").number().data(), |&task| {
            registry.task(task).hours_each_time
        })
        .with(reader.column("importance").data(), |&task| {
            reader.value("importance", registry.task(task).importance.as_str())
        })
        .with(reader.column("doers").data(), |&task| {
            reader.value("doers", registry.task(task).doers.as_str())
        })
        .with(reader.column("id").view(), |&task| registry.task(task).id.as_str());
    let mut sections = Vec::new();
    for tasks in tasks.chunk_by(|one, other| one.role == other.role) {
        let (name, id) = (reader.role(tasks[0].role), &registry.role(tasks[0].role).id);
        let load = reader.load(&Load::of(registry, tasks.iter().copied()), None);
        let title = reader.heading(&format!("{name} ({id})"), &load);
        let key = name.to_owned();
        sections.push(Section { key, ..Section::new(title, columns.rows(tasks)) });
    }
    let title = reader.load(&Load::of(registry, tasks.iter().copied()), None);
    let lead = if tasks.is_empty() { reader.word("list-nothing") } else { title.clone() };
    let mut table = columns.sections(sections);
    table.section_column = Some(reader.word("role"));
    Page { title, lead: vec![lead], table, ..Page::default() }
}

/// What a card says of where it has its facts.
#[derive(Clone, Copy)]
pub struct Evidence<'s> {
    pub sources: bool,
    /// The files of the registry, if it names the places in them.
    pub files: Option<&'s Sources>,
}

/// Everything about one role; with evidence, who says so, and where it is written.
pub fn role_card(card: &RoleCard, evidence: Evidence, reader: &Reader) -> Page {
    let registry = reader.registry;
    let role = registry.role(card.role);
    let mut facts = Facts::new(reader, evidence);
    facts.add("id", [role.id.as_str()]);
    facts.add("focus", reader.focus(role));
    facts.add("purpose", role.purpose.as_ref().map(|text| reader.text(text)));
    facts.add("reports-to", [reader.above(role)]);
    facts.add("reports", card.reports.iter().map(|&role| reader.role(role)));
    facts.add("also-called", role.also_called.iter().map(|text| reader.text(text)));
    facts.add("skills", role.skills.iter().map(|text| reader.text(text)));
    facts.add("measures", role.measures.iter().map(|text| reader.text(text)));
    facts.add("classification", role.classification.iter().map(Classification::to_string));
    facts.cite(&role.sources);
    facts.origin(role.place, role.change.as_deref());
    facts.section(reader.load(&Load::of(registry, card.tasks.iter().copied()), None));
    for &task in &card.tasks {
        let details = registry.task(task);
        facts.put(&reader.area(details.area), task_in_words(task, reader));
        facts.cite(&details.sources);
        facts.origin(details.place, details.change.as_deref());
    }
    let exchanges = card.gives.len() + card.gets.len();
    if exchanges > 0 {
        facts.section(reader.count("count-handoffs", exchanges));
        facts.exchanges(&card.gives, &card.gets);
    }
    facts.page(reader.role(card.role).to_owned())
}

/// Everything about one task; with evidence, who says so, and where it is written.
pub fn task_card(card: &TaskCard, evidence: Evidence, reader: &Reader) -> Page {
    let task = reader.registry.task(card.task);
    let mut facts = Facts::new(reader, evidence);
    facts.add("id", [reader.registry.task_id(card.task)]);
    facts.add("role", [reader.role(card.task.role)]);
    facts.add("detail", task.detail.as_ref().map(|text| reader.text(text)));
    facts.add("area", [reader.area(task.area)]);
    facts.add("cadence", reader.cadence(card.task));
    facts.add("days", reader.days(&task.on));
    facts.add("hours", task.hours_per_week);
    facts.add("hours-each-time", task.hours_each_time);
    facts.add("importance", [reader.value("importance", task.importance.as_str())]);
    // Most tasks are done by one person: nobody asks.
    let doers = Some(task.doers).filter(|doers| *doers != Doers::One);
    facts.add("doers", doers.map(|doers| reader.value("doers", doers.as_str())));
    facts.add("after", task.after.iter().map(|&other| reader.task_of_role(other)));
    facts.add("before", card.before.iter().map(|&other| reader.task_of_role(other)));
    facts.exchanges(&card.gives, &card.gets);
    facts.add("coordinates-with", task.coordinates_with.map(|role| reader.role(role)));
    facts.add("accountable", task.accountable.map(|role| reader.role(role)));
    facts.add("consulted", task.consulted.iter().map(|&role| reader.role(role)));
    facts.add("informed", task.informed.iter().map(|&role| reader.role(role)));
    facts.add("also-called-task", reader.series_if_any(reader.words_of(&task.also_called)));
    facts.cite(&task.sources);
    facts.origin(task.place, task.change.as_deref());
    facts.page(reader.task(card.task).to_owned())
}

/// "Answer the comments (daily, on average 4.0 h a week)".
fn task_in_words(task: TaskRef, reader: &Reader) -> String {
    let details = reader.registry.task(task);
    let hours = details.hours_per_week.map(|hours| reader.hours_on_average(task, hours));
    let facts = commas([reader.cadence(task), reader.days(&details.on), hours]);
    in_brackets(reader.task(task).to_owned(), Some(&*facts).filter(|facts| !facts.is_empty()))
}

/// A table of two columns: what, and what is said about it.
struct Facts<'p, 'r> {
    reader: &'p Reader<'r>,
    evidence: Evidence<'p>,
    cited: BTreeSet<SourceIx>,
    sections: Vec<Section>,
}

impl<'p, 'r> Facts<'p, 'r> {
    fn new(reader: &'p Reader<'r>, evidence: Evidence<'p>) -> Self {
        Self { reader, evidence, cited: BTreeSet::new(), sections: vec![Section::default()] }
    }

    fn section(&mut self, title: String) {
        self.sections.push(Section::new(title, Vec::new()));
    }

    fn put(&mut self, label: &str, value: impl Into<Cell>) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.push(vec![label.into(), value.into()]);
        }
    }

    /// Adds a line for each value, with a label of the report's own.
    fn add(&mut self, label: &str, values: impl IntoIterator<Item: Into<Cell>>) {
        let label = self.reader.word(label);
        for value in values {
            self.put(&label, value);
        }
    }

    fn exchanges(&mut self, gives: &[Exchange], gets: &[Exchange]) {
        let reader = self.reader;
        let said = |exchange: &Exchange, partner: TaskRef, arrow: &str| {
            let what = exchange.what.map(|what| reader.text(what).to_owned() + " ");
            format!("{}{arrow} {}", what.unwrap_or_default(), reader.task_of_role(partner))
        };
        self.add("gives", gives.iter().map(|exchange| said(exchange, exchange.to, "→")));
        self.add("gets", gets.iter().map(|exchange| said(exchange, exchange.from, "←")));
    }

    /// The ids of sources, if they are wanted; the end of the page says once what they are.
    fn cite(&mut self, sources: &[SourceIx]) {
        if self.evidence.sources && !sources.is_empty() {
            let sources_of = sources.iter().map(|&source| self.reader.registry.source(source));
            let ids: Vec<&str> = sources_of.map(|source| source.id.as_str()).collect();
            self.add("sources", [ids.join(", ")]);
            self.cited.extend(sources);
        }
    }

    /// Where something is written, and what is changed of it there, if that is wanted.
    fn origin(&mut self, place: Span, change: Option<&Change>) {
        let Some(files) = self.evidence.files else { return };
        let name = |place: Span| {
            let path = files.file(place.file).map_or("", |file| &file.path);
            format!("{path}:{}", files.position(place).line)
        };
        let origin = match change {
            None => name(place),
            Some(change) => {
                let (base, place, keys) = (name(change.base), name(place), change.keys.join(", "));
                let arguments: [(&str, &dyn Argument); 3] =
                    [("base", &base), ("place", &place), ("keys", &keys)];
                self.reader.say("origin-changed", &arguments)
            }
        };
        self.add("origin", [origin]);
    }

    fn page(mut self, title: String) -> Page {
        let reader = self.reader;
        if !self.cited.is_empty() {
            self.section(reader.word("sources"));
        }
        for source in std::mem::take(&mut self.cited) {
            let source = reader.registry.source(source);
            let url = source.url.as_deref().map(|url| format!(", {url}"));
            let title = reader.text(&source.title);
            self.put(source.id.as_str(), format!("{title}{}", url.unwrap_or_default()));
        }
        let what = reader.column("aspect").group().headless();
        let mut page = Page { lead: vec![title.clone()], title, ..Page::default() };
        page.table.columns = vec![what, Column::new(&page.title).headless()];
        page.table.sections = self.sections;
        page
    }
}
