//! `roles.role/v1` and `roles.task/v1`: whole cards.

use super::{Handoff, number, role_id, source_ids, task_ids, write};
use crate::model::{RoleIx, SourceIx, Text};
use crate::query::{Exchange, RoleCard, TaskCard};
use crate::render::reader::Reader;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

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
        focus: role.focus.map(crate::model::Focus::as_str),
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
        cadence: task.cadence.map(crate::model::Cadence::as_str),
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
