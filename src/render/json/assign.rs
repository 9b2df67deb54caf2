//! `roles.assignment/v1`.

use super::{Handoff, number, role_id, write};
use crate::model::TaskRef;
use crate::query::{Assignment, Duty, HandoffDuty, Load, Member, Reason, Tie};
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    size: &'a str,
    /// Whose tasks these are, where only one person's were asked for; totals are those of the whole.
    person: Option<&'a str>,
    positions: Vec<Position<'a>>,
    people: Vec<Person<'a>>,
    tasks: Vec<Task<'a>>,
    handoffs: Vec<HandoffTask<'a>>,
    totals: Totals,
}

/// A position of the company size. `person` is the one person in it; `people` are all, where there are several.
#[derive(Serialize)]
struct Position<'a> {
    id: &'a str,
    name: String,
    roles: Vec<&'a str>,
    person: Option<&'a str>,
    people: Vec<&'a str>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    positions: Vec<&'a str>,
    hours_per_week: Option<f64>,
    tasks: usize,
    assigned_hours_per_week: f64,
    without_estimate: usize,
}

#[derive(Serialize)]
struct Task<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    position: Option<&'a str>,
    assignee: Option<&'a str>,
    reason: Option<&'static str>,
    within_one_person: bool,
    hours_per_week: Option<f64>,
    importance: &'static str,
}

#[derive(Serialize)]
struct HandoffTask<'a> {
    #[serde(flatten)]
    handoff: Handoff<'a>,
    within_one_person: bool,
}

#[derive(Serialize)]
struct Totals {
    tasks: usize,
    assigned: usize,
    unassigned: usize,
    hours_per_week: f64,
    without_estimate: usize,
    assigned_hours_per_week: f64,
    unassigned_hours_per_week: f64,
    missing_hours_per_week: f64,
}

/// An assignment; with `only`, the tasks of one person. Totals are always those of the whole.
pub fn assignment(
    assignment: &Assignment,
    only: Option<usize>,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    let totals = &assignment.totals;
    let wanted = |duty: &&Duty| only.is_none() || duty.member == only;
    let report = Report {
        schema: "roles.assignment/v1",
        size: reader.registry.size(assignment.size).id.as_str(),
        person: only.map(|member| assignment.members[member].name.as_str()),
        positions: positions(assignment, reader),
        people: people(assignment, reader),
        tasks: assignment
            .duties
            .iter()
            .filter(wanted)
            .map(|duty| task(assignment, duty, reader))
            .collect(),
        handoffs: assignment
            .handoffs
            .iter()
            .map(|handoff| handoff_task(handoff, reader))
            .collect(),
        totals: Totals {
            tasks: totals.all.tasks,
            assigned: totals.assigned.tasks,
            unassigned: totals.unassigned.tasks,
            hours_per_week: totals.all.hours_per_week.as_f64(),
            without_estimate: totals.all.without_estimate,
            assigned_hours_per_week: totals.assigned.hours_per_week.as_f64(),
            unassigned_hours_per_week: totals.unassigned.hours_per_week.as_f64(),
            missing_hours_per_week: totals.missing.as_f64(),
        },
    };
    write(&report, out)
}

fn positions<'a>(assignment: &'a Assignment<'a>, reader: &'a Reader<'a>) -> Vec<Position<'a>> {
    let mut people: Vec<Vec<&str>> = vec![Vec::new(); assignment.seats.len()];
    for member in &assignment.members {
        member
            .seats
            .iter()
            .for_each(|&seat| people[seat].push(&member.name));
    }
    let position = |(seat, people): (&'a crate::query::Seat<'a>, Vec<&'a str>)| Position {
        id: seat.id,
        name: reader.seat_name(seat),
        roles: seat
            .roles
            .iter()
            .map(|&role| role_id(role, reader))
            .collect(),
        person: match people[..] {
            [only] => Some(only),
            _ => None,
        },
        people,
    };
    assignment.seats.iter().zip(people).map(position).collect()
}

fn people<'a>(assignment: &'a Assignment<'a>, reader: &Reader) -> Vec<Person<'a>> {
    let mut tasks: Vec<Vec<TaskRef>> = vec![Vec::new(); assignment.members.len()];
    for duty in &assignment.duties {
        if let Some(member) = duty.member {
            tasks[member].push(duty.task);
        }
    }
    let loads = tasks
        .into_iter()
        .map(|tasks| Load::of(reader.registry, tasks.into_iter()));
    assignment
        .members
        .iter()
        .zip(loads)
        .map(|(member, load)| person(assignment, member, &load))
        .collect()
}

fn person<'a>(assignment: &'a Assignment<'a>, member: &'a Member, load: &Load) -> Person<'a> {
    Person {
        name: &member.name,
        positions: member
            .seats
            .iter()
            .map(|&seat| assignment.seats[seat].id)
            .collect(),
        hours_per_week: number(member.hours),
        tasks: load.tasks,
        assigned_hours_per_week: load.hours_per_week.as_f64(),
        without_estimate: load.without_estimate,
    }
}

fn task<'a>(assignment: &'a Assignment<'a>, duty: &Duty, reader: &'a Reader<'a>) -> Task<'a> {
    let details = reader.registry.task(duty.task);
    Task {
        task: reader.registry.task_id(duty.task),
        role: role_id(duty.task.role, reader),
        name: reader.text(&details.name),
        position: duty.seat.map(|seat| assignment.seats[seat].id),
        assignee: duty
            .member
            .map(|member| assignment.members[member].name.as_str()),
        reason: duty.reason.map(Reason::as_str),
        within_one_person: duty.is_within_one_person(),
        hours_per_week: number(details.hours_per_week),
        importance: details.importance.as_str(),
    }
}

fn handoff_task<'a>(handoff: &HandoffDuty<'a>, reader: &Reader<'a>) -> HandoffTask<'a> {
    HandoffTask {
        handoff: Handoff::new(&handoff.exchange, reader),
        within_one_person: handoff.tie == Tie::WithinOnePerson,
    }
}
