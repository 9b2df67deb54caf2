//! How busy everybody is: a bar for each person in the terminal and on HTML pages, numbers everywhere.

use super::Plan;
use crate::model::Hours;
use crate::query::Workload;
use crate::render::page::{Bar, Cell, Column, Columns, Table};
use crate::render::reader::Reader;

/// Whether there are people or hours: else nobody asks how busy they are.
pub(super) fn is_asked_for(plan: &Plan) -> bool {
    let mut workloads = shown(plan);
    plan.assignment.peopled || workloads.any(|(_, workload)| workload.limit.is_some())
}

/// The load of everybody, or of one person; nothing where there is nobody.
pub fn loads(plan: &Plan, reader: &Reader) -> Option<Table> {
    let shown: Vec<(usize, &Workload)> = shown(plan).collect();
    if shown.is_empty() {
        return None;
    }
    // Columns that say nothing of anybody are left out.
    let is_limited = shown.iter().any(|(_, workload)| workload.limit.is_some());
    let is_over = shown.iter().any(|(_, workload)| workload.over() > Hours::ZERO);
    let used = |workload: &Workload| workload.load.hours_per_week;
    let most = shown.iter().map(|(_, workload)| used(workload)).max();
    let words = &reader.words;
    let number = |id: &str| Column::number(words.word(id));
    let columns = Columns::new()
        .with(Column::text(words.word("who")).headless(), |&(doer, _): &(usize, &Workload)| {
            Cell::text(reader.doer_name(&plan.assignment, doer))
        })
        .with(Column::text(words.word("load")).headless().terminal(), |(_, workload)| {
            // Whoever has no limit can have nothing over.
            let measure = workload.measure.or(most).unwrap_or_default();
            Cell::Bar(Bar {
                used: used(workload),
                limit: workload.limit.unwrap_or(measure.max(used(workload))),
                has_free: workload.limit.is_some(),
            })
        })
        .with(number("load-used"), |(_, workload)| Cell::Hours(used(workload)))
        .with_if(is_limited, number("load-limit"), |(_, workload)| Cell::hours(workload.limit))
        .with_if(is_limited, number("load-free"), |(_, workload)| Cell::hours(workload.free()))
        .with_if(is_over, number("load-over"), |(_, workload)| {
            Cell::hours(Some(workload.over()).filter(|over| *over > Hours::ZERO))
        });
    Some(columns.table(&shown).titled(words.word("load-title")))
}

/// The numbers and workloads of everybody, or of one person.
fn shown<'p>(plan: &'p Plan) -> impl Iterator<Item = (usize, &'p Workload)> {
    let workloads = plan.assignment.workloads.iter().enumerate();
    workloads.filter(|(number, _)| plan.only.is_none_or(|only| only == *number))
}
