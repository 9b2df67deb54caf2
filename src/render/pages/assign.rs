//! Who does which task: a section for everybody who does any, and one for each reason why nobody does. And what matters in a
//! large assignment: what nobody does, and who is busiest.

use super::duties::{By, Duties, MOST_IDLE, Part, Plan};
use crate::model::{Hours, Position, Staffing, TaskRef};
use crate::query::{Doer, Duty, Load, Move, Reason, Tie, Why, Workload};
use crate::render::page::{Bar, Cell, Columns, Page, Section, Table};
use crate::render::reader::{Reader, commas};
use crate::render::words::Argument;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Companies of more positions than this leave the reporting lines to the chart.
const MOST_REPORTING_LINES: usize = 6;
const MOST_NAMED: usize = 12;
/// An assignment with so many tasks, each counted for everybody who does it, is large.
const LARGE: usize = 300;
/// So many tasks that nobody does are named, and so many of the busiest people or positions.
const SHOWN: usize = 12;

/// The page of an assignment, or of one person's part in it; with the reasons if they are asked for.
pub fn assignment(plan: &Plan, by: By, explain: bool, reader: &Reader) -> Page {
    page(plan, by, explain, false, reader)
}

/// The page as a list to tick off, by rhythm, without what only planners need.
pub fn checklist(plan: &Plan, reader: &Reader) -> Page {
    page(plan, By::Cadence, false, true, reader)
}

fn page(plan: &Plan, by: By, explain: bool, checklist: bool, reader: &Reader) -> Page {
    let assignment = &plan.assignment;
    let shown = plan.parts();
    let mut doers = shown.iter().filter_map(Part::doer);
    let first = doers.next();
    let only_doer = first.filter(|first| doers.all(|doer| doer == *first));
    let mut waits = HashMap::new();
    for opening in &assignment.openings {
        let what = reader.vacancy_name(&opening.vacancy, assignment);
        waits.extend(opening.tasks.iter().map(|&task| (task, what.clone())));
    }
    let duties = Duties { plan, by, explain, checklist, reader, only_doer, waits };
    let columns = duties.columns();
    let mut sections = duties.sections(shown, &columns);
    let rows = columns.rows(plan.fallen_away());
    sections.push(Section { rows, is_data: true, ..Section::default() });
    let mut more = Vec::from_iter(handovers(plan, reader));
    let has_limits = plan.doers().any(|doer| assignment.workload(doer).limit.is_some());
    if !checklist && (assignment.has_people() || has_limits) {
        more.extend(loads(plan, reader));
    }
    // A list of one person begins with their name.
    let size = reader.company(assignment.size);
    let whose = plan.only.map(Doer::Person).or(only_doer).filter(|_| by == By::Cadence);
    Page {
        title: whose.map_or(size.clone(), |doer| reader.heading(&duties.doer_name(doer), &size)),
        lead: if checklist {
            Vec::from_iter(reader.day(assignment))
        } else {
            lead(plan, &size, reader)
        },
        table: columns.sections(sections),
        more,
        notes: if plan.only.is_none() { notes(plan, reader) } else { Vec::new() },
    }
}

/// How busy everybody is, or one person: bars in the terminal and in HTML, numbers everywhere; `None` if nobody is there.
pub fn loads(plan: &Plan, reader: &Reader) -> Option<Table> {
    let mut shown = workloads(plan, reader);
    let is_idle = |(_, workload): &(String, Workload)| workload.load.hours_per_week == Hours::ZERO;
    if shown.iter().filter(|row| is_idle(row)).count() > MOST_IDLE {
        let idle: Vec<(String, Workload)> = shown.extract_if(.., |row| is_idle(row)).collect();
        shown.push(together(&idle, reader));
    }
    Some(table_of_loads(&shown, reader)?.titled(reader.word("load-title")))
}

fn workloads(plan: &Plan, reader: &Reader) -> Vec<(String, Workload)> {
    let assignment = &plan.assignment;
    let busy = |doer| (reader.doer_name(assignment, doer), *assignment.workload(doer));
    plan.doers().map(busy).collect()
}

fn table_of_loads(shown: &[(String, Workload)], reader: &Reader) -> Option<Table> {
    let used = |workload: &Workload| workload.load.hours_per_week;
    let most = shown.iter().map(|(_, workload)| used(workload)).max()?;
    // Columns that would be empty are left out.
    let is_limited = shown.iter().any(|(_, workload)| workload.limit.is_some());
    let is_over = shown.iter().any(|(_, workload)| workload.over() > Hours::ZERO);
    // Tasks without an estimate take more than is known, and leave less.
    let is_known = shown.iter().all(|(_, workload)| workload.load.without_estimate == 0);
    let (used_heading, free_heading) = if is_known {
        ("load-used", "load-free")
    } else {
        ("load-used-at-least", "load-free-at-most")
    };
    let number = |id: &str| reader.column(id).number();
    let columns = Columns::new()
        .with(reader.column("who").headless(), |(name, _): &(String, Workload)| name.clone())
        .with(reader.column("load").headless().terminal(), |(_, workload)| {
            // Without a limit, nothing can be over it.
            let measure = workload.measure.unwrap_or(most);
            Cell::Bar(Bar {
                used: used(workload),
                limit: workload.limit.unwrap_or(measure.max(used(workload))),
                has_free: workload.limit.is_some(),
            })
        })
        .with(number(used_heading), |(_, workload)| used(workload))
        .with_if(is_limited, number("load-limit"), |(_, workload)| workload.limit)
        .with_if(is_limited, number(free_heading), |(_, workload)| workload.free())
        .with_if(is_over, number("load-over"), |(_, workload)| {
            Some(workload.over()).filter(|over| *over > Hours::ZERO)
        });
    Some(columns.table(shown))
}

/// All of these in one row, as if they were one; they have no hours to do.
fn together(idle: &[(String, Workload)], reader: &Reader) -> (String, Workload) {
    let load: Load = idle.iter().map(|(_, one)| one.load).sum();
    let limit = idle.iter().map(|(_, one)| one.limit).sum();
    let id = if load.tasks == 0 { "nothing-to-do" } else { "no-known-hours" };
    (reader.count(id, idle.len()), Workload { load, limit, measure: None })
}

/// How many tasks fall on whom in this size, and who reports to whom.
fn lead(plan: &Plan, size: &str, reader: &Reader) -> Vec<String> {
    let assignment = &plan.assignment;
    let (people, tasks) = (assignment.present().count(), assignment.totals.all.tasks);
    let is_one_person = assignment
        .size
        .is_some_and(|size| matches!(reader.registry.size(size).staffing, Staffing::OnePerson(_)));
    let id = if assignment.positions.len() == 1 && people > 1 {
        let is_by_roles = assignment.duties.iter().any(|duty| duty.why == Ok(Why::WholeRole));
        if is_by_roles { "assign-by-whole-roles" } else { "assign-one-position-shared" }
    } else if is_one_person && assignment.totals.unassigned.tasks > 0 {
        "assign-one-person-partly"
    } else if is_one_person {
        "assign-one-person"
    } else {
        "assign-positions"
    };
    let arguments: [(&str, &dyn Argument); 5] = [
        ("size", &size),
        ("people", &people),
        ("tasks", &tasks),
        ("positions", &assignment.positions.len()),
        ("count", &reader.count("count-tasks", tasks)),
    ];
    let mut lead = vec![reader.say(id, &arguments)];
    lead.extend(reader.day(assignment));
    if (2..=MOST_REPORTING_LINES).contains(&assignment.positions.len()) {
        for place in &assignment.positions {
            // Several positions may hold one role.
            lead.extend(reporting_line(place, reader).filter(|line| !lead.contains(line)));
        }
    }
    lead
}

/// The reporting line of a position that is one role.
fn reporting_line(position: &Position, reader: &Reader) -> Option<String> {
    let &[role] = position.roles else { return None };
    let above = reader.registry.role(role).reports_to?;
    let (role, above) = (reader.role(role), reader.role(above));
    Some(reader.say("assign-reporting", &[("role", &role), ("above", &above)]))
}

/// The tasks that change hands while people are away; of one person's part, what they get or give, if there is anything.
fn handovers(plan: &Plan, reader: &Reader) -> Option<Table> {
    let (assignment, registry) = (&plan.assignment, reader.registry);
    assignment.away().next()?;
    let mut moves: Vec<&Move> = plan.handovers.iter().collect();
    if let Some(person) = plan.only {
        moves.retain(|step| step.from.people().chain(step.to.people()).any(|it| it == person));
        if moves.is_empty() {
            return None;
        }
    }
    let names = reader.list(assignment.away());
    let title = reader.say("handover-title", &[("names", &names), ("n", &moves.len())]);
    let columns = Columns::new()
        .with(reader.column("task"), |step: &Move| reader.task(step.to.task))
        .with(reader.column("hours-short").number(), |step| {
            registry.task(step.to.task).hours_per_week
        })
        .with(reader.column("from"), |step| {
            step.from.doers().next().map(|_| reader.outcome(assignment, &step.from))
        })
        .with(reader.column("to"), |step| reader.outcome(assignment, &step.to));
    Some(columns.table(moves).titled(title))
}

fn notes(plan: &Plan, reader: &Reader) -> Vec<String> {
    let totals = &plan.assignment.totals;
    let (assigned, all) = (totals.assigned.tasks, totals.all.tasks);
    let total = reader.say("assign-total", &[("assigned", &assigned), ("all", &all)]);
    let mut notes = vec![commas([Some(total), reader.hours_of(&totals.assigned, None)])];
    if totals.partly.tasks > 0 {
        notes.push(reader.count("assign-partly", totals.partly.tasks));
    }
    if totals.unassigned.tasks > 0 {
        let nobody = reader.count("assign-unassigned", totals.unassigned.tasks);
        notes.push(commas([Some(nobody), reader.hours_of(&totals.unassigned, None)]));
    }
    if totals.missing > Hours::ZERO {
        let unknown = plan.assignment.duties.iter().filter(|duty| {
            let hours = reader.registry.task(duty.task).hours_per_week;
            duty.why == Err(Reason::NoTimeLeft) && hours.is_none()
        });
        let hours = reader.hours_at_least(totals.missing, unknown.count());
        notes.push(reader.say("assign-missing", &[("hours", &hours)]));
        notes.push(reader.word("assign-advice"));
    }
    if plan.assignment.core_waits_for_supplemental(reader.registry, &plan.handovers) {
        notes.push(reader.word("assign-rebalance"));
    }
    for opening in plan.assignment.openings.iter().filter(|opening| !opening.tasks.is_empty()) {
        let what = reader.vacancy_name(&opening.vacancy, &plan.assignment);
        let tasks = reader.few_tasks(&opening.tasks, MOST_NAMED);
        let n = opening.tasks.len();
        notes.push(reader.say("assign-waits", &[("n", &n), ("what", &what), ("tasks", &tasks)]));
    }
    // Those to whom more is pinned than they have hours.
    let mut over = workloads(plan, reader);
    over.retain(|(_, workload)| workload.over() > Hours::ZERO);
    let over = over.into_iter().map(|(who, workload)| {
        let hours = reader.hours_at_least(workload.over(), workload.load.without_estimate);
        reader.say("assign-over", &[("who", &who), ("hours", &hours)])
    });
    notes.extend(reader.few(over, MOST_NAMED));
    notes.extend(ties(plan, Tie::WithinOnePerson, "assign-within", reader));
    notes.extend(ties(plan, Tie::BetweenPeople, "assign-between", reader));
    let tasks: Vec<TaskRef> = plan.fallen_away().iter().map(|part| part.duty.task).collect();
    if !tasks.is_empty() {
        let names = reader.few_tasks(&tasks, MOST_NAMED);
        notes.push(reader.say("assign-fell-away", &[("n", &tasks.len()), ("tasks", &names)]));
    }
    notes
}

/// How many handoffs and coordination tasks stay within one person, or go between several.
fn ties(plan: &Plan, tie: Tie, id: &str, reader: &Reader) -> Option<String> {
    let (handoffs, duties) = (&plan.assignment.handoffs, &plan.assignment.duties);
    let handoffs = handoffs.iter().filter(|(_, other)| *other == tie).count();
    let is_tied =
        |duty: &&Duty| duty.coordination == Some(tie) && duty.why != Err(Reason::FellAway);
    let coordination = duties.iter().filter(is_tied).count();
    let mut parts = Vec::new();
    for (id, n) in [("count-handoffs", handoffs), ("count-coordination", coordination)] {
        parts.extend((n > 0).then(|| reader.count(id, n)));
    }
    (!parts.is_empty()).then(|| reader.say(id, &[("what", &reader.list(&parts))]))
}

/// Whether an assignment is too large to be shown in a terminal.
pub fn is_large(plan: &Plan) -> bool {
    plan.parts().len() >= LARGE
}

/// The page of a large assignment: its most needed tasks that nobody does, who is busiest, and how to see the rest.
pub fn overview(plan: &Plan, reader: &Reader) -> Page {
    let (assignment, registry) = (&plan.assignment, reader.registry);
    let undone = assignment.undone(registry);
    let columns = Columns::new()
        .with(reader.column("task").subject(), |duty: &&Duty| reader.task(duty.task))
        .with(reader.column("role"), |duty| reader.role(duty.task.role))
        .with(reader.column("reason").group(), |duty| {
            duty.why.err().map(|reason| reader.reason(reason))
        })
        .with(reader.column("cadence"), |duty| reader.cadence(duty.task))
        .with(reader.column("hours-short").number(), |duty| {
            registry.task(duty.task).hours_per_week
        });
    let mut sections = Vec::new();
    if !undone.is_empty() {
        let nobody = reader.count("assign-unassigned", undone.len());
        let first = (undone.len() > SHOWN).then(|| reader.count("overview-first", SHOWN));
        let rows = columns.rows(undone.iter().take(SHOWN));
        sections.push(Section { warns: true, ..Section::new(commas([Some(nobody), first]), rows) });
    }
    let mut loads = workloads(plan, reader);
    let all = loads.len();
    loads.sort_by_key(|(_, it)| {
        let free = (it.free().is_none(), it.free());
        (Reverse(it.over()), free, Reverse((it.load.hours_per_week, it.load.tasks)))
    });
    loads.retain(|(_, workload)| workload.load.tasks > 0);
    loads.truncate(SHOWN);
    let busiest = if all > SHOWN {
        reader.say("overview-busiest", &[("n", &loads.len()), ("all", &all)])
    } else {
        reader.word("load-title")
    };
    let loads = table_of_loads(&loads, reader).map(|table| table.titled(busiest));
    let title = reader.company(assignment.size);
    let mut notes = notes(plan, reader);
    let how = if assignment.has_people() { "overview-people" } else { "overview-positions" };
    notes.push(reader.word(how));
    Page {
        lead: lead(plan, &title, reader),
        title,
        table: columns.sections(sections),
        more: handovers(plan, reader).into_iter().chain(loads).collect(),
        notes,
    }
}
