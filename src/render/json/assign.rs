//! `roles.assignment/v1`.

use super::shared::{Handoff, number as hours, role_id, write};
use crate::model::TaskRef;
use crate::query::{Assignment, Doer, Duty, HandoffDuty, Move, Reason, Tie, Why};
use crate::render::pages::Plan;
use crate::render::reader::Reader;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    size: Option<&'a str>,
    /// Whose tasks these are, where only one person's were asked for; totals are those of the whole.
    person: Option<&'a str>,
    /// Those who are not there.
    away: Vec<&'a str>,
    positions: Vec<Position<'a>>,
    people: Vec<Person<'a>>,
    tasks: Vec<Task<'a>>,
    handoffs: Vec<HandoffTask<'a>>,
    /// What changes hands because of those who are away.
    moves: Vec<Handover<'a>>,
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
    free_hours_per_week: Option<f64>,
    over_hours_per_week: f64,
    without_estimate: usize,
}

/// A task that somebody else does, or nobody, because people are away.
#[derive(Serialize)]
struct Handover<'a> {
    task: String,
    from: Option<&'a str>,
    to: Option<&'a str>,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Task<'a> {
    task: String,
    role: &'a str,
    name: &'a str,
    position: Option<&'a str>,
    assignee: Option<&'a str>,
    reason: Option<&'static str>,
    /// Why it went to its doer.
    why: Option<&'static str>,
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
    tasks_without_estimate: Vec<String>,
    assigned_hours_per_week: f64,
    unassigned_hours_per_week: f64,
    missing_hours_per_week: f64,
}

/// An assignment, or one person's part in it. Totals are always those of the whole.
pub fn assignment(plan: &Plan, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let (assignment, only) = (&plan.assignment, plan.only);
    let registry = reader.registry;
    let totals = &assignment.totals;
    let no_estimate = |task: &TaskRef| registry.task(*task).hours_per_week.is_none();
    let report = Report {
        schema: "roles.assignment/v1",
        size: assignment.size.map(|size| registry.size(size).id.as_str()),
        person: only.map(|person| assignment.people[person].name.as_str()),
        away: assignment.away().collect(),
        positions: positions(assignment, reader),
        people: people(assignment),
        tasks: assignment
            .duties
            .iter()
            .filter(|duty| only.is_none() || duty.person() == only)
            .map(|duty| task(assignment, duty, reader))
            .collect(),
        handoffs: assignment.handoffs.iter().map(|handoff| handoff_task(handoff, reader)).collect(),
        moves: plan.handovers.iter().map(|step| handover(assignment, step, reader)).collect(),
        totals: Totals {
            tasks: totals.all.tasks,
            assigned: totals.assigned.tasks,
            unassigned: totals.unassigned.tasks,
            hours_per_week: totals.all.hours_per_week.as_f64(),
            without_estimate: totals.all.without_estimate,
            tasks_without_estimate: registry
                .tasks()
                .filter(no_estimate)
                .map(|task| registry.task_id(task))
                .collect(),
            assigned_hours_per_week: totals.assigned.hours_per_week.as_f64(),
            unassigned_hours_per_week: totals.unassigned.hours_per_week.as_f64(),
            missing_hours_per_week: totals.missing.as_f64(),
        },
    };
    write(&report, out)
}

fn positions<'a>(assignment: &'a Assignment<'a>, reader: &'a Reader<'a>) -> Vec<Position<'a>> {
    let mut positions = Vec::with_capacity(assignment.positions.len());
    for (position, people) in assignment.positions.iter().zip(assignment.people_by_position()) {
        let people: Vec<&str> =
            people.iter().map(|&person| assignment.people[person].name.as_str()).collect();
        positions.push(Position {
            id: position.id,
            name: reader.position_name(position),
            roles: position.roles.iter().map(|&role| role_id(role, reader)).collect(),
            person: match people[..] {
                [only] => Some(only),
                _ => None,
            },
            people,
        });
    }
    positions
}

fn people<'a>(assignment: &'a Assignment<'a>) -> Vec<Person<'a>> {
    let mut people = Vec::with_capacity(assignment.people.len());
    for (number, person) in assignment.present() {
        let workload = assignment.workload(Doer::Person(number));
        let filled = assignment.filled[number].iter();
        people.push(Person {
            name: &person.name,
            positions: filled.map(|&position| assignment.positions[position].id).collect(),
            hours_per_week: hours(person.hours),
            tasks: workload.load.tasks,
            assigned_hours_per_week: workload.load.hours_per_week.as_f64(),
            free_hours_per_week: hours(workload.free()),
            over_hours_per_week: workload.over().as_f64(),
            without_estimate: workload.load.without_estimate,
        });
    }
    people
}

fn handover<'a>(assignment: &'a Assignment<'a>, step: &Move, reader: &Reader) -> Handover<'a> {
    Handover {
        task: reader.registry.task_id(step.task),
        from: name(assignment, &step.from),
        to: name(assignment, &step.to),
        reason: step.to.reason().map(Reason::as_str),
    }
}

/// The name of the person who does a task.
fn name<'a>(assignment: &'a Assignment, duty: &Duty) -> Option<&'a str> {
    duty.person().map(|person| assignment.people[person].name.as_str())
}

fn task<'a>(assignment: &'a Assignment<'a>, duty: &Duty, reader: &'a Reader<'a>) -> Task<'a> {
    let details = reader.registry.task(duty.task);
    Task {
        task: reader.registry.task_id(duty.task),
        role: role_id(duty.task.role, reader),
        name: reader.text(&details.name),
        position: duty.position.map(|position| assignment.positions[position].id),
        assignee: name(assignment, duty),
        reason: duty.reason().map(Reason::as_str),
        why: duty.why().map(Why::as_str),
        within_one_person: duty.is_within_one_person(),
        hours_per_week: hours(details.hours_per_week),
        importance: details.importance.as_str(),
    }
}

fn handoff_task<'a>(handoff: &HandoffDuty<'a>, reader: &Reader<'a>) -> HandoffTask<'a> {
    HandoffTask {
        handoff: Handoff::new(&handoff.exchange, reader),
        within_one_person: handoff.tie == Tie::WithinOnePerson,
    }
}
