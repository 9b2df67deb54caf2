//! Machine output, version 1. Each key stands once, beside what it holds: keys are frozen, and reports are never dumped
//! from the structs that queries return.
//!
//! A task, role, position, size or source is its id; a `name` is one string in the reader's language; hours are hours
//! a week. Keys, ids and codes are never translated and no text is cut short.

mod advert;
mod diff;
mod job;
mod object;
mod who;

pub use advert::advert;
pub use diff::difference;
pub use job::job_description;
pub(crate) use object::object;
pub use object::{Each, write};
pub use who::answer;

use super::pages::{Plan, Sentences, legend};
use super::reader::Reader;
use crate::model::{
    Cadence, Focus, Holds, Hours, Position, RoleIx, SourceIx, TaskRef, Text, Vacancy, Weekday,
};
use crate::query::{
    Assignment, Chart, Comparison, Doer, Duty, Exchange, Growth, Holding, Load, Node, Opening,
    Raci, Reading, Reason, Risks, RoleCard, Row, TaskCard, Tie, Why,
};
use object::{ById, area_id, role_id, role_ids, size_id, task_ids};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// With more columns than this, the rows of a matrix hold only the cells that are not empty.
const MOST_CELLS: usize = 200;

pub fn role_list(rows: &[(RoleIx, Load)], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let roles = rows.iter().map(|&(role, load)| {
        let role = reader.registry.role(role);
        object! {
            id: role.id.as_str(),
            name: reader.text(&role.name),
            focus: role.focus.map(Focus::as_str),
            reports_to: role.reports_to.map(|above| role_id(above, reader)),
            tasks: load.tasks,
            hours_per_week: load.hours_per_week.as_f64(),
            without_estimate: load.without_estimate,
        }
    });
    let title = reader.registry.title().map(|title| reader.text(title));
    write(&object! { schema: "roles.list/v1", title: title, roles: Each(roles) }, out)
}

pub fn task_list(tasks: &[TaskRef], reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    write(&object! { schema: "roles.tasks/v1", tasks: task_details(tasks, reader) }, out)
}

fn task_details(tasks: &[TaskRef], reader: &Reader) -> impl Serialize {
    Each(tasks.iter().map(|&task| {
        let details = reader.registry.task(task);
        object! {
            task: reader.registry.task_id(task),
            role: role_id(task.role, reader),
            name: reader.text(&details.name),
            area: area_id(details.area, reader),
            cadence: details.cadence.map(Cadence::as_str),
            on: days(&details.on),
            hours_per_week: details.hours_per_week.map(Hours::as_f64),
            hours_each_time: details.hours_each_time.map(Hours::as_f64),
            importance: details.importance.as_str(),
            doers: details.doers.as_str(),
        }
    }))
}

fn days(days: &[Weekday]) -> Vec<&'static str> {
    days.iter().map(|day| day.as_str()).collect()
}

pub fn role_card(card: &RoleCard, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let role = reader.registry.role(card.role);
    let mut classes: BTreeMap<&str, &[Box<str>]> = BTreeMap::new();
    classes.extend(role.classification.iter().map(|class| (&*class.scheme, &*class.codes)));
    let report = object! {
        schema: "roles.role/v1",
        id: role.id.as_str(),
        in_catalogue: reader.is_catalogue,
        name: reader.text(&role.name),
        also_called: texts(&role.also_called, reader),
        purpose: role.purpose.as_ref().map(|purpose| reader.text(purpose)),
        focus: role.focus.map(Focus::as_str),
        reports_to: role.reports_to.map(|above| role_id(above, reader)),
        reports: role_ids(&card.reports, reader),
        skills: texts(&role.skills, reader),
        measures: texts(&role.measures, reader),
        classification: classes,
        tasks: task_ids(&card.tasks, reader),
        task_details: task_details(&card.tasks, reader),
        gives: handoffs(&card.gives, reader),
        gets: handoffs(&card.gets, reader),
        sources: sources(&role.sources, reader),
    };
    write(&report, out)
}

pub fn task_card(card: &TaskCard, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let task = reader.registry.task(card.task);
    let report = object! {
        schema: "roles.task/v1",
        task: reader.registry.task_id(card.task),
        in_catalogue: reader.is_catalogue,
        role: role_id(card.task.role, reader),
        name: reader.text(&task.name),
        detail: task.detail.as_ref().map(|detail| reader.text(detail)),
        also_called: reader.words_of(&task.also_called),
        area: area_id(task.area, reader),
        cadence: task.cadence.map(Cadence::as_str),
        on: days(&task.on),
        hours_per_week: task.hours_per_week.map(Hours::as_f64),
        hours_each_time: task.hours_each_time.map(Hours::as_f64),
        importance: task.importance.as_str(),
        doers: task.doers.as_str(),
        after: task_ids(&task.after, reader),
        before: task_ids(&card.before, reader),
        gives: handoffs(&card.gives, reader),
        gets: handoffs(&card.gets, reader),
        coordinates_with: task.coordinates_with.map(|role| role_id(role, reader)),
        accountable: task.accountable.map(|role| role_id(role, reader)),
        consulted: role_ids(&task.consulted, reader),
        informed: role_ids(&task.informed, reader),
        sources: sources(&task.sources, reader),
    };
    write(&report, out)
}

pub fn comparison(comparison: &Comparison, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let mut only = BTreeMap::new();
    for (role, tasks) in comparison.only(reader.registry) {
        only.insert(role_id(role, reader), task_ids(&tasks, reader));
    }
    let sizes = comparison.sizes.iter().map(|&(size, holding)| {
        let (holding, positions) = match holding {
            Holding::OnePerson => ("one-person", Some(1)),
            Holding::Apart(positions) => ("apart", Some(positions)),
            Holding::NotAll => ("not-all", None),
        };
        object! { size: size_id(size, reader), holding: holding, positions: positions }
    });
    let tasks = comparison.roles.iter().flat_map(|&role| reader.registry.tasks_of(role));
    let tasks: Vec<TaskRef> = tasks.collect();
    let report = object! {
        schema: "roles.comparison/v1",
        roles: role_ids(&comparison.roles, reader),
        only: only,
        shared: Each(comparison.shared.iter().map(|group| task_ids(group, reader))),
        alike: Each(comparison.alike.iter().map(|alike| object! {
            tasks: alike.tasks.map(|task| reader.registry.task_id(task)),
            similarity: alike.similarity,
        })),
        handoffs: handoffs(&comparison.handoffs, reader),
        sizes: Each(sizes),
        role_details: Each((0..).zip(&comparison.roles).map(|(column, &role): (usize, _)| {
            let details = reader.registry.role(role);
            let load = Load::of(reader.registry, reader.registry.tasks_of(role));
            object! {
                id: details.id.as_str(),
                name: reader.text(&details.name),
                focus: details.focus.map(Focus::as_str),
                purpose: details.purpose.as_ref().map(|purpose| reader.text(purpose)),
                reports_to: details.reports_to.map(|above| role_id(above, reader)),
                tasks: load.tasks,
                hours_per_week: load.hours_per_week.as_f64(),
                without_estimate: load.without_estimate,
                areas: Each(comparison.areas.iter().map(move |area| object! {
                    area: area_id(area.area, reader),
                    tasks: area.lines.iter().filter(|line| line[column].is_some()).count(),
                })),
            }
        })),
        task_details: task_details(&tasks, reader),
    };
    write(&report, out)
}

/// `roles.assignment/v2`: an assignment, or one person's part in it. Totals are always those of the whole.
pub fn assignment(plan: &Plan, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let (assignment, registry) = (&plan.assignment, reader.registry);
    let totals = &assignment.totals;
    let no_estimate = |task: &TaskRef| registry.task(*task).hours_per_week.is_none();
    let people_by_position = assignment.people_by_position();
    let positions = assignment.positions.iter().zip(&people_by_position);
    let report = object! {
        schema: "roles.assignment/v2",
        size: assignment.size.map(|size| size_id(size, reader)),
        // The day that it is about, where the team has dates.
        day: assignment.day.map(|day| day.to_string()),
        // Whose tasks these are, where only one person's were asked for.
        person: plan.only.map(|person| assignment.people[person].name.as_str()),
        away: Each(assignment.away()),
        positions: Each(positions.map(|(place, people)| position(place, people, assignment, reader))),
        people: Each(assignment.present().map(|(number, _)| workload(number, assignment))),
        tasks: Each(plan.duties().into_iter().map(|duty| task_assigned(duty, assignment, reader))),
        handoffs: Each(assignment.handoffs.iter().map(|(exchange, tie)| object! {
            from: registry.task_id(exchange.from),
            to: registry.task_id(exchange.to),
            what: exchange.what.map(|what| reader.text(what)),
            within_one_person: *tie == Tie::WithinOnePerson,
        })),
        moves: Each(plan.handovers.iter().map(|step| object! {
            task: registry.task_id(step.to.task),
            from: doers(&step.from, assignment),
            to: doers(&step.to, assignment),
            reason: step.to.why.err().map(Reason::as_str),
        })),
        // The open vacancies, with the tasks that wait for them.
        vacancies: Each(assignment.openings.iter().map(|opening| vacancy(opening, reader))),
        totals: object! {
            tasks: totals.all.tasks,
            assigned: totals.assigned.tasks,
            // Of these, the ones of which nobody does the rest.
            partly: totals.partly.tasks,
            unassigned: totals.unassigned.tasks,
            hours_per_week: totals.all.hours_per_week.as_f64(),
            without_estimate: totals.all.without_estimate,
            tasks_without_estimate:
                task_ids(&registry.tasks().filter(no_estimate).collect::<Vec<_>>(), reader),
            assigned_hours_per_week: totals.assigned.hours_per_week.as_f64(),
            unassigned_hours_per_week: totals.unassigned.hours_per_week.as_f64(),
            missing_hours_per_week: totals.missing.as_f64(),
        },
    };
    write(&report, out)
}

fn vacancy(opening: &Opening, reader: &Reader) -> impl Serialize {
    let Vacancy { holds, from, hours_per_week } = &opening.vacancy;
    let (roles, position) = match holds {
        Holds::Anything => (&[][..], None),
        Holds::Roles(roles) => (&roles[..], None),
        Holds::Position(id) => (&[][..], Some(id.to_string())),
    };
    object! {
        roles: role_ids(roles, reader),
        position: position,
        from: from.map(|from| from.to_string()),
        hours_per_week: hours_per_week.map(Hours::as_f64),
        tasks: task_ids(&opening.tasks, reader),
    }
}

fn position(
    position: &Position,
    people: &[usize],
    assignment: &Assignment,
    reader: &Reader,
) -> impl Serialize {
    let names = people.iter().map(|&person| &assignment.people[person].name);
    object! {
        id: position.id,
        name: reader.position_name(position),
        roles: role_ids(position.roles, reader),
        // The one person in it; `people` are all, where there are several.
        person: names.clone().next().filter(|_| people.len() == 1),
        people: Each(names),
    }
}

fn workload(number: usize, assignment: &Assignment) -> impl Serialize {
    let doer = Doer::Person(number);
    let (person, workload) = (&assignment.people[number], assignment.workload(doer));
    object! {
        name: &person.name,
        positions: position_ids(doer, assignment),
        tasks: workload.load.tasks,
        // At least, and at most, because some tasks may have no estimate.
        hours_at_least: workload.load.hours_per_week.as_f64(),
        of: person.hours_per_week.map(Hours::as_f64),
        free_at_most: workload.free().map(Hours::as_f64),
        over_hours_per_week: workload.over().as_f64(),
        without_estimate: workload.load.without_estimate,
    }
}

fn task_assigned(duty: &Duty, assignment: &Assignment, reader: &Reader) -> impl Serialize {
    let task = reader.registry.task(duty.task);
    object! {
        task: reader.registry.task_id(duty.task),
        role: role_id(duty.task.role, reader),
        name: reader.text(&task.name),
        area: task.area.map(|area| reader.registry.area(area).id.as_str()),
        cadence: task.cadence.map(Cadence::as_str),
        hours_per_week: task.hours_per_week.map(Hours::as_f64),
        importance: task.importance.as_str(),
        // The position that holds its role.
        position: duty.position.map(|position| assignment.positions[position].id),
        doers: doers(duty, assignment),
        reason: duty.why.err().map(Reason::as_str),
        // The rule that gave it to its doers.
        why: duty.why.ok().map(Why::as_str),
        // Whether nobody has the time for the rest.
        partly: duty.is_partly(),
    }
}

/// Who does a task, and for how many hours a week.
fn doers(duty: &Duty, assignment: &Assignment) -> impl Serialize {
    Each(duty.shares.iter().map(|share| {
        let position = assignment.position_for(duty, share.doer);
        object! {
            position: position.map(|position| assignment.positions[position].id),
            person: assignment.person_name(share.doer),
            hours: share.hours.map(Hours::as_f64),
        }
    }))
}

pub fn growth(growth: &Growth, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let (before, after) = (&growth.before, &growth.after);
    let tasks = growth.moves.iter().chain(&growth.stays).map(|step| step.to.task);
    let tasks: Vec<TaskRef> = tasks.collect();
    let report = object! {
        schema: "roles.growth/v1",
        from: before.size.map(|size| size_id(size, reader)),
        to: after.size.map(|size| size_id(size, reader)),
        // Who goes on as whom: positions, and people if there are any.
        continues: Each(growth.continues.iter().map(|&(from, to)| object! {
            from: first_position(from, before),
            to: first_position(to, after),
            person: after.person_name(to),
        })),
        // A task that goes from one position to another; `null` where no position holds its role. With people, who does it.
        moves: Each(growth.moves.iter().map(|step| object! {
            task: reader.registry.task_id(step.to.task),
            from: step.from.position.map(|position| before.positions[position].id),
            to: step.to.position.map(|position| after.positions[position].id),
            from_person: first_person(&step.from, before),
            to_person: first_person(&step.to, after),
            // Why nobody does it.
            from_reason: step.from.why.err().map(Reason::as_str),
            to_reason: step.to.why.err().map(Reason::as_str),
        })),
        stays: Each(growth.stays.iter().map(|step| reader.registry.task_id(step.to.task))),
        first: growth.first.as_ref().map(|first| object! {
            to: first_position(first.newcomer, after),
            person: after.person_name(first.newcomer),
            tasks: task_ids(&first.tasks, reader),
            hours_per_week: first.load.hours_per_week.as_f64(),
            of_hours_per_week: first.all.hours_per_week.as_f64(),
            needs: task_ids(&first.needs, reader),
        }),
        handoffs: handoffs(&growth.appearing, reader),
        handoffs_gone: handoffs(&growth.vanishing, reader),
        coordination: task_ids(&growth.coordination, reader),
        coordination_gone: task_ids(&growth.coordination_gone, reader),
        task_details: task_details(&tasks, reader),
    };
    write(&report, out)
}

pub fn raci(raci: &Raci, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let assignment = raci.assignment;
    let report = object! {
        schema: "roles.raci/v1",
        size: assignment.size.map(|size| size_id(size, reader)),
        day: assignment.day.map(|day| day.to_string()),
        legend: ById(legend(reader).into()),
        // People, or positions where there is nobody; `id` is the key of their cells.
        columns: Each(raci.columns.iter().map(|column| object! {
            id: &column.id,
            name: match column.doer {
                Doer::Person(person) => assignment.people[person].name.clone(),
                Doer::Position(position) => reader.position_name(&assignment.positions[position]),
            },
            person: assignment.person_name(column.doer),
            positions: position_ids(column.doer, assignment),
            vacant: column.is_vacant,
            responsible: column.counts.responsible,
            accountable: column.counts.accountable,
            accountable_for_others: column.counts.of_others,
            consulted: column.counts.consulted,
            informed: column.counts.informed,
            readings: Each(column.readings.iter().copied().map(Reading::as_str)),
        })),
        rows: Each(raci.rows().map(|row| row_of(row, raci, reader))),
        without_position: role_ids(&raci.without_position, reader),
    };
    write(&report, out)
}

fn row_of(row: Row, raci: &Raci, reader: &Reader) -> impl Serialize {
    let mut cells: Vec<(&str, &str)> = Vec::new();
    if raci.columns.len() > MOST_CELLS {
        let filled = row.cells.into_iter();
        cells.extend(filled.map(|(column, letters)| (&*raci.columns[column].id, letters.as_str())));
    } else {
        cells.extend(raci.columns.iter().map(|column| (&*column.id, "")));
        for (column, letters) in row.cells {
            cells[column].1 = letters.as_str();
        }
    }
    object! {
        task: reader.registry.task_id(row.task),
        name: reader.task(row.task),
        role: role_id(row.task.role, reader),
        area: area_id(reader.registry.task(row.task).area, reader),
        reason: row.reason.map(Reason::as_str),
        cells: ById(cells),
    }
}

/// `roles.risks/v1`: what could go wrong, worst first.
pub fn risks(risks: &Risks, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let assignment = &risks.assignment;
    let sentences = Sentences::new(assignment, reader);
    let report = object! {
        schema: "roles.risks/v1",
        size: assignment.size.map(|size| size_id(size, reader)),
        day: assignment.day.map(|day| day.to_string()),
        away: Each(assignment.away()),
        risks: Each(risks.all.iter().map(|&risk| {
            let task = risk.duty().map(|duty| assignment.duties[duty].task);
            let [title, advice] = sentences.group(risk).title_and_advice();
            object! {
                kind: risk.as_str(),
                // Which risks of this kind have a title in common.
                cause: title.trim_start_matches("risk-"),
                task: task.map(|task| reader.registry.task_id(task)),
                person: risk.doer().and_then(|doer| assignment.person_name(doer)),
                position: risk.position(assignment).map(|position| assignment.positions[position].id),
                message: sentences.message(risk),
                // What to do.
                advice: reader.word(advice),
            }
        })),
    };
    write(&report, out)
}

/// `roles.chart/v1`: positions, each after the one that it reports to.
pub fn chart(chart: &Chart, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let assignment = chart.assignment;
    let person = |&(person, load): &(usize, Load)| {
        object! {
            name: &assignment.people[person].name,
            tasks: load.tasks,
            hours_per_week: load.hours_per_week.as_f64(),
            without_estimate: load.without_estimate,
        }
    };
    let above = |above: usize| assignment.positions[chart.nodes[above].position].id;
    let position = |node: &Node| {
        let position = &assignment.positions[node.position];
        object! {
            id: position.id,
            name: reader.position_name(position),
            reports_to: node.above.map(above),
            depth: node.depth,
            roles: role_ids(position.roles, reader),
            people: node.people.iter().map(person).collect::<Vec<_>>(),
            // People of other positions who do tasks of this one.
            others: node.others.iter().map(person).collect::<Vec<_>>(),
            vacant: node.is_vacant,
            // The tasks of its roles, whoever does them; without people, what it does of them.
            tasks: node.load.tasks,
            hours_per_week: node.load.hours_per_week.as_f64(),
            without_estimate: node.load.without_estimate,
            unassigned: node.undone.tasks,
            // How many positions below it are not in this report.
            hidden: node.hidden,
        }
    };
    let report = object! {
        schema: "roles.chart/v1",
        size: assignment.size.map(|size| size_id(size, reader)),
        day: assignment.day.map(|day| day.to_string()),
        positions: Each(chart.nodes.iter().map(position)),
        without_position: role_ids(&chart.without_position, reader),
    };
    write(&report, out)
}

fn first_person<'a>(duty: &Duty, assignment: &'a Assignment) -> Option<&'a str> {
    duty.doers().find_map(|doer| assignment.person_name(doer))
}

fn position_ids<'r>(doer: Doer, assignment: &Assignment<'r>) -> Vec<&'r str> {
    let positions = assignment.positions_of(doer).into_iter();
    positions.map(|position| assignment.positions[position].id).collect()
}

fn first_position<'r>(doer: Doer, assignment: &Assignment<'r>) -> Option<&'r str> {
    position_ids(doer, assignment).first().copied()
}

fn handoffs(exchanges: &[Exchange], reader: &Reader) -> impl Serialize {
    Each(exchanges.iter().map(|exchange| {
        object! {
            from: reader.registry.task_id(exchange.from),
            to: reader.registry.task_id(exchange.to),
            what: exchange.what.map(|what| reader.text(what)),
        }
    }))
}

fn sources(sources: &[SourceIx], reader: &Reader) -> impl Serialize {
    Each(sources.iter().map(|&source| {
        let source = reader.registry.source(source);
        object! {
            id: source.id.as_str(),
            title: reader.text(&source.title),
            url: source.url.as_deref(),
        }
    }))
}

fn texts(texts: &[Text], reader: &Reader) -> impl Serialize {
    Each(texts.iter().map(|text| reader.text(text)))
}
