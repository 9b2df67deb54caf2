//! The parts of a registry that are compared, and what it says of each of them, under the words of the files.

use crate::model::{
    AreaIx, Employees, Hours, Language, ONE_PERSON, Position, Registry, Role, RoleIx, Size, SizeIx,
    Source, SourceIx, Staffing, Task, TaskRef, Text,
};
use std::fmt::Display;

/// A part of a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// The registry itself.
    Registry,
    /// An area.
    Area(AreaIx),
    /// A source.
    Source(SourceIx),
    /// A company size.
    Size(SizeIx),
    /// A role.
    Role(RoleIx),
    /// A task.
    Task(TaskRef),
}

impl Thing {
    /// Its kind, and its id.
    pub fn id(self, registry: &Registry) -> (&'static str, String) {
        match self {
            Thing::Registry => ("registry", String::new()),
            Thing::Area(area) => ("area", registry.area(area).id.to_string()),
            Thing::Source(source) => ("source", registry.source(source).id.to_string()),
            Thing::Size(size) => ("size", registry.size(size).id.to_string()),
            Thing::Role(role) => ("role", registry.role(role).id.to_string()),
            Thing::Task(task) => ("task", registry.task_id(task)),
        }
    }
}

/// What is said.
#[derive(Clone, Debug)]
pub enum Value<'r> {
    /// Words of the registry.
    Text(&'r str),
    /// Something that means the same in every language.
    Code(String),
    /// A word of the files, after its kind.
    Word(&'static str, &'static str),
    /// A number of hours.
    Hours(Hours),
    /// A number of employees.
    Employees(Employees),
    /// A part of the registry.
    Thing(Thing),
    /// What goes to a task.
    Handoff(TaskRef, Option<&'r Text>),
    /// A position of a company size.
    Position(Position<'r>),
}

/// What is said of a part of a registry under one word.
pub struct Said<'r> {
    pub field: &'static str,
    pub is_list: bool,
    pub texts: Vec<&'r Text>,
    pub values: Vec<Value<'r>>,
}

/// What is said of one of the parts; the same words in the same order of each part of a kind.
pub fn said(registry: &Registry, thing: Thing) -> Vec<Said<'_>> {
    let languages = registry.languages().iter().map(Language::as_str);
    match thing {
        Thing::Registry => vec![
            text("title", registry.title()),
            one("languages", Some(code(languages.collect::<Vec<_>>().join(", ")))),
            list(
                "workdays",
                registry.workdays().iter().map(|day| Value::Word("day", day.as_str())),
            ),
            list("allow", codes(registry.allowed())),
            texts("every_task", registry.words_of_every_task()),
        ],
        Thing::Area(area) => vec![text("name", Some(&registry.area(area).name))],
        Thing::Source(source) => of_source(registry.source(source)),
        Thing::Size(size) => of_size(registry.size(size)),
        Thing::Role(role) => of_role(registry.role(role)),
        Thing::Task(task) => of_task(registry.task(task)),
    }
}

fn of_source(source: &Source) -> Vec<Said<'_>> {
    vec![
        text("title", Some(&source.title)),
        list("languages", codes(&source.languages)),
        one("url", source.url.as_ref().map(code)),
    ]
}

fn of_size(size: &Size) -> Vec<Said<'_>> {
    let positions = match &size.staffing {
        Staffing::OnePerson(name) => {
            vec![Value::Position(Position { id: ONE_PERSON, name: name.as_ref(), roles: &[] })]
        }
        Staffing::OnePerRole => vec![Value::Word("staffing", "one-per-role")],
        Staffing::Custom(all) => all.iter().map(|own| Value::Position(own.into())).collect(),
    };
    vec![
        text("name", Some(&size.name)),
        one("employees", size.employees.map(Value::Employees)),
        list("positions", positions),
        things("sources", &size.sources, Thing::Source),
    ]
}

fn of_role(role: &Role) -> Vec<Said<'_>> {
    vec![
        text("name", Some(&role.name)),
        text("purpose", role.purpose.as_ref()),
        one("id", Some(code(&role.id))),
        one("focus", role.focus.map(|focus| Value::Word("focus", focus.as_str()))),
        things("reports_to", role.reports_to.as_slice(), Thing::Role).alone(),
        texts("also_called", &role.also_called),
        texts("skills", &role.skills),
        texts("measures", &role.measures),
        list("classification", codes(&role.classification)),
        things("sources", &role.sources, Thing::Source),
    ]
}

fn of_task(task: &Task) -> Vec<Said<'_>> {
    let handoffs = task.handoffs.iter();
    let handoffs = handoffs.map(|handoff| Value::Handoff(handoff.to, handoff.what.as_ref()));
    let overlaps = task.overlaps.iter().map(|(role, task)| format!("{role}/{task}"));
    vec![
        text("name", Some(&task.name)),
        text("detail", task.detail.as_deref()),
        one("id", Some(code(&task.id))),
        things("area", task.area.as_slice(), Thing::Area).alone(),
        one("cadence", task.cadence.map(|cadence| Value::Word("cadence", cadence.as_str()))),
        list("on", task.on.iter().map(|day| Value::Word("day", day.as_str()))),
        one("hours_per_week", task.hours_per_week.map(Value::Hours)),
        one("hours_each_time", task.hours_each_time.map(Value::Hours)),
        one("importance", Some(Value::Word("importance", task.importance.as_str()))),
        one("doers", Some(Value::Word("doers", task.doers.as_str()))),
        things("after", &task.after, Thing::Task),
        list("handoffs", handoffs),
        things("coordinates_with", task.coordinates_with.as_slice(), Thing::Role).alone(),
        things("accountable", task.accountable.as_slice(), Thing::Role).alone(),
        things("consulted", &task.consulted, Thing::Role),
        things("informed", &task.informed, Thing::Role),
        texts("also_called", &task.also_called),
        list("overlaps", overlaps.map(Value::Code)),
        things("sources", &task.sources, Thing::Source),
    ]
}

impl Said<'_> {
    /// It is one thing at most.
    fn alone(self) -> Self {
        Self { is_list: false, ..self }
    }
}

fn list<'r>(field: &'static str, values: impl IntoIterator<Item = Value<'r>>) -> Said<'r> {
    Said { field, is_list: true, texts: Vec::new(), values: values.into_iter().collect() }
}

fn one<'r>(field: &'static str, value: Option<Value<'r>>) -> Said<'r> {
    list(field, value).alone()
}

fn things<'r, T: Copy>(field: &'static str, all: &[T], thing: fn(T) -> Thing) -> Said<'r> {
    list(field, all.iter().map(|&one| Value::Thing(thing(one))))
}

fn texts<'r>(field: &'static str, texts: impl IntoIterator<Item = &'r Text>) -> Said<'r> {
    Said { texts: texts.into_iter().collect(), ..list(field, None) }
}

fn text<'r>(field: &'static str, text: Option<&'r Text>) -> Said<'r> {
    texts(field, text).alone()
}

fn code<'r>(code: impl Display) -> Value<'r> {
    Value::Code(code.to_string())
}

fn codes<'r>(codes: &[impl Display]) -> impl Iterator<Item = Value<'r>> {
    codes.iter().map(code)
}
