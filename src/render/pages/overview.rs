//! What matters in a large assignment: what nobody does, and who is busiest.

use super::assign::{handovers, lead, notes, table_of_loads, workloads};
use super::duties::Plan;
use crate::query::Duty;
use crate::render::page::{Columns, Page, Section};
use crate::render::reader::{Reader, commas};
use std::cmp::Reverse;

/// An assignment with so many tasks, each counted for everybody who does it, is large.
const LARGE: usize = 300;
/// So many tasks that nobody does are named, and so many of the busiest people or positions.
const SHOWN: usize = 12;

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
            duty.reason().map(|reason| reader.reason(reason))
        })
        .with(reader.column("cadence"), |duty| reader.cadence(duty.task))
        .with(reader.column("hours-short").number(), |duty| {
            registry.task(duty.task).hours_per_week
        });
    let mut sections = Vec::new();
    if !undone.is_empty() {
        let nobody = reader.count("assign-unassigned", undone.len());
        let first = (undone.len() > SHOWN).then(|| reader.count("overview-first", SHOWN));
        let title = Some(commas([Some(nobody), first]));
        let rows = columns.rows(undone.iter().take(SHOWN));
        sections.push(Section { title, rows, warns: true, ..Section::default() });
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
        reader.say("overview-busiest", [("n", loads.len()), ("all", all)])
    } else {
        reader.word("load-title")
    };
    let mut more = Vec::from_iter(handovers(plan, reader));
    more.extend(table_of_loads(&loads, reader).map(|table| table.titled(busiest)));
    let size = reader.company(assignment.size);
    let mut page = Page { lead: lead(plan, size.clone(), reader), title: size, ..Page::default() };
    (page.table, page.more, page.notes) = (columns.sections(sections), more, notes(plan, reader));
    let how = if assignment.has_people() { "overview-people" } else { "overview-positions" };
    page.notes.push(reader.word(how));
    page
}
