//! What a registry says: `roles.list/v1`, `roles.tasks/v1`, the cards `roles.role/v1` and `roles.task/v1`,
//! `roles.comparison/v1` and `roles.who/v1`.

use super::shared::{Handoff, number, role_id, source_ids, task_ids, write};
use crate::model::{self, Cadence, Focus, RoleIx, SourceIx, TaskRef, Text};
use crate::query::{
    Answer, Comparison, Exchange, Found, Holding, InSize, Raci, RoleCard, RoleRow, TaskCard,
};
use crate::render::reader::Reader;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize)]
struct RoleList<'a> {
    schema: &'static str,
    roles: Vec<ListedRole<'a>>,
}

#[derive(Serialize)]
struct ListedRole<'a> {
    id: &'a str,
    name: &'a str,
    focus: Option<&'static str>,
    reports_to: Option<&'a str>,
    tasks: usize,
    hours_per_week: f64,
    without_estimate: usize,
}

#[derive(Serialize)]
struct TaskList<'a> {
    schema: &'static str,
    tasks: Vec<ListedTask<'a>>,
}

#[derive(Serialize)]
struct ListedTask<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    area: Option<&'a str>,
    cadence: Option<&'static str>,
    hours_per_week: Option<f64>,
    importance: &'static str,
}

/// The roles of the registry.
pub fn role_list(rows: &[RoleRow], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let role = |row: &RoleRow| {
        let role = reader.registry.role(row.role);
        ListedRole {
            id: role.id.as_str(),
            name: reader.text(&role.name),
            focus: role.focus.map(Focus::as_str),
            reports_to: role.reports_to.map(|above| role_id(above, reader)),
            tasks: row.tasks,
            hours_per_week: row.hours_per_week.as_f64(),
            without_estimate: row.without_estimate,
        }
    };
    write(&RoleList { schema: "roles.list/v1", roles: rows.iter().map(role).collect() }, out)
}

/// Tasks of the registry.
pub fn task_list(tasks: &[TaskRef], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let task = |&task: &TaskRef| {
        let details = reader.registry.task(task);
        ListedTask {
            task: reader.registry.task_id(task),
            role: role_id(task.role, reader),
            name: reader.text(&details.name),
            area: details.area.map(|area| reader.registry.area(area).id.as_str()),
            cadence: details.cadence.map(Cadence::as_str),
            hours_per_week: number(details.hours_per_week),
            importance: details.importance.as_str(),
        }
    };
    write(&TaskList { schema: "roles.tasks/v1", tasks: tasks.iter().map(task).collect() }, out)
}

#[derive(Serialize)]
struct Role<'a> {
    schema: &'static str,
    id: &'a str,
    name: &'a str,
    also_called: Vec<&'a str>,
    purpose: Option<&'a str>,
    focus: Option<&'static str>,
    reports_to: Option<&'a str>,
    reports: Vec<&'a str>,
    skills: Vec<&'a str>,
    measures: Vec<&'a str>,
    classification: BTreeMap<&'a str, Vec<&'a str>>,
    tasks: Vec<String>,
    gives: Vec<Handoff<'a>>,
    gets: Vec<Handoff<'a>>,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Task<'a> {
    schema: &'static str,
    task: String,
    role: &'a str,
    name: &'a str,
    detail: Option<&'a str>,
    also_called: Vec<&'a str>,
    area: Option<&'a str>,
    cadence: Option<&'static str>,
    hours_per_week: Option<f64>,
    importance: &'static str,
    after: Vec<String>,
    before: Vec<String>,
    gives: Vec<Handoff<'a>>,
    gets: Vec<Handoff<'a>>,
    coordinates_with: Option<&'a str>,
    accountable: Option<&'a str>,
    consulted: Vec<&'a str>,
    informed: Vec<&'a str>,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<&'a str>,
}

/// The card of a role.
pub fn role_card(card: &RoleCard, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let role = reader.registry.role(card.role);
    let report = Role {
        schema: "roles.role/v1",
        id: role.id.as_str(),
        name: reader.text(&role.name),
        also_called: texts(&role.also_called, reader),
        purpose: role.purpose.as_ref().map(|purpose| reader.text(purpose)),
        focus: role.focus.map(Focus::as_str),
        reports_to: role.reports_to.map(|above| role_id(above, reader)),
        reports: ids(&card.reports, reader),
        skills: texts(&role.skills, reader),
        measures: texts(&role.measures, reader),
        classification: role
            .classification
            .iter()
            .map(|class| (class.scheme.as_ref(), class.codes.iter().map(AsRef::as_ref).collect()))
            .collect(),
        tasks: task_ids(&card.tasks, reader),
        gives: handoffs(&card.gives, reader),
        gets: handoffs(&card.gets, reader),
        sources: sources(&role.sources, reader),
    };
    write(&report, out)
}

/// The card of a task.
pub fn task_card(card: &TaskCard, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let task = reader.registry.task(card.task);
    let report = Task {
        schema: "roles.task/v1",
        task: reader.registry.task_id(card.task),
        role: role_id(card.task.role, reader),
        name: reader.text(&task.name),
        detail: task.detail.as_ref().map(|detail| reader.text(detail)),
        also_called: reader.words_of(&task.also_called),
        area: task.area.map(|area| reader.registry.area(area).id.as_str()),
        cadence: task.cadence.map(Cadence::as_str),
        hours_per_week: number(task.hours_per_week),
        importance: task.importance.as_str(),
        after: task_ids(&task.after, reader),
        before: task_ids(&card.before, reader),
        gives: handoffs(&card.gives, reader),
        gets: handoffs(&card.gets, reader),
        coordinates_with: task.coordinates_with.map(|role| role_id(role, reader)),
        accountable: task.accountable.map(|role| role_id(role, reader)),
        consulted: ids(&task.consulted, reader),
        informed: ids(&task.informed, reader),
        sources: sources(&task.sources, reader),
    };
    write(&report, out)
}

fn texts<'r>(texts: &'r [Text], reader: &Reader) -> Vec<&'r str> {
    texts.iter().map(|text| reader.text(text)).collect()
}

fn ids<'r>(roles: &[RoleIx], reader: &Reader<'r>) -> Vec<&'r str> {
    roles.iter().map(|&role| role_id(role, reader)).collect()
}

fn handoffs<'r>(exchanges: &[Exchange<'r>], reader: &Reader<'r>) -> Vec<Handoff<'r>> {
    exchanges.iter().map(|exchange| Handoff::new(exchange, reader)).collect()
}

fn sources<'r>(sources: &[SourceIx], reader: &Reader<'r>) -> Vec<Source<'r>> {
    let source = |(&source, id): (&SourceIx, &'r str)| Source {
        id,
        title: reader.source(source),
        url: reader.registry.source(source).url.as_deref(),
    };
    sources.iter().zip(source_ids(sources, reader)).map(source).collect()
}

#[derive(Serialize)]
struct Compared<'a> {
    schema: &'static str,
    roles: Vec<&'a str>,
    only: BTreeMap<&'a str, Vec<String>>,
    shared: Vec<Vec<String>>,
    alike: Vec<Alike>,
    handoffs: Vec<Handoff<'a>>,
    sizes: Vec<Holders<'a>>,
}

#[derive(Serialize)]
struct Alike {
    tasks: [String; 2],
    similarity: f64,
}

/// Who holds the roles in a company size: `one-person`, `apart` or `not-all`.
#[derive(Serialize)]
struct Holders<'a> {
    size: &'a str,
    holding: &'static str,
    positions: Option<usize>,
}

/// A comparison of roles.
pub fn comparison(comparison: &Comparison, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let registry = reader.registry;
    let only = comparison.only(registry);
    let size = |&(size, holding): &(_, Holding)| {
        let (holding, positions) = match holding {
            Holding::OnePerson => ("one-person", Some(1)),
            Holding::Apart(positions) => ("apart", Some(positions)),
            Holding::NotAll => ("not-all", None),
        };
        Holders { size: registry.size(size).id.as_str(), holding, positions }
    };
    let report = Compared {
        schema: "roles.comparison/v1",
        roles: comparison.roles.iter().map(|&role| role_id(role, reader)).collect(),
        only: only
            .iter()
            .map(|(role, tasks)| (role_id(*role, reader), task_ids(tasks, reader)))
            .collect(),
        shared: comparison.shared.iter().map(|group| task_ids(group, reader)).collect(),
        alike: comparison
            .alike
            .iter()
            .map(|alike| Alike {
                tasks: alike.tasks.map(|task| registry.task_id(task)),
                similarity: alike.similarity,
            })
            .collect(),
        handoffs: comparison
            .handoffs
            .iter()
            .map(|exchange| Handoff::new(exchange, reader))
            .collect(),
        sizes: comparison.sizes.iter().map(size).collect(),
    };
    write(&report, out)
}

#[derive(Serialize)]
struct Who<'a> {
    schema: &'static str,
    matches: Vec<Match<'a>>,
    nearest: Vec<Match<'a>>,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct Match<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    score: f64,
    accountable: &'a str,
    sizes: Vec<Doers<'a>>,
    /// In a team, where there is one: people, or nobody.
    team: Option<InTeam<'a>>,
}

#[derive(Serialize)]
struct InTeam<'a> {
    doer: Option<&'a str>,
    accountable: Option<&'a str>,
}

#[derive(Serialize)]
struct Doers<'a> {
    size: &'a str,
    doers: Vec<Position<'a>>,
    accountable: Vec<Position<'a>>,
    one_person: bool,
}

#[derive(Serialize)]
struct Position<'a> {
    id: &'a str,
    name: String,
}

/// The answer to a question.
pub fn answer<'a>(
    answer: &Answer<'a>,
    team: Option<&'a Raci<'a>>,
    reader: &Reader<'a>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let matches = |found: &[Found<'a>]| {
        let found = found.iter();
        found.map(|found| task(found, team, reader)).collect()
    };
    let report = Who {
        schema: "roles.who/v1",
        matches: matches(&answer.matches),
        nearest: matches(&answer.nearest),
        role: answer.role.map(|role| role_id(role, reader)),
    };
    write(&report, out)
}

fn task<'a>(found: &Found<'a>, team: Option<&'a Raci<'a>>, reader: &Reader<'a>) -> Match<'a> {
    Match {
        task: reader.registry.task_id(found.task),
        role: role_id(found.task.role, reader),
        name: reader.task(found.task),
        score: found.score,
        accountable: role_id(found.accountable, reader),
        sizes: found.sizes.iter().map(|size| in_size(size, reader)).collect(),
        team: team.map(|team| in_team(found, team)),
    }
}

fn in_team<'a>(found: &Found, team: &'a Raci<'a>) -> InTeam<'a> {
    let row = team.row_of(found.task);
    let name = |column: usize| {
        let person = team.columns[column].doer.person()?;
        Some(team.assignment.people[person].name.as_str())
    };
    InTeam { doer: row.responsible.and_then(name), accountable: row.accountable.and_then(name) }
}

fn in_size<'a>(size: &InSize<'a>, reader: &Reader<'a>) -> Doers<'a> {
    let positions = |all: &[model::Position<'a>]| {
        let mut positions = Vec::with_capacity(all.len());
        for position in all {
            positions.push(Position { id: position.id, name: reader.position_name(position) });
        }
        positions
    };
    Doers {
        size: reader.registry.size(size.size).id.as_str(),
        doers: positions(&size.doers),
        accountable: positions(&size.accountable),
        one_person: size.one_person,
    }
}
