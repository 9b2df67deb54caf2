//! How busy everybody is: a bar for each person in the terminal and on HTML pages, numbers everywhere.

use super::Plan;
use crate::model::Hours;
use crate::query::Workload;
use crate::render::page::{Bar, Cell, Column, Table};
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
    let rows = shown.iter().map(|&(number, workload)| {
        // Whoever has no limit can have nothing over.
        let measure = workload.measure.or(most).unwrap_or_default();
        let bar = Bar {
            used: used(workload),
            limit: workload.limit.unwrap_or(measure.max(used(workload))),
            has_free: workload.limit.is_some(),
        };
        let mut cells = vec![
            Cell::text(reader.doer_name(&plan.assignment, number)),
            Cell::Bar(bar),
            Cell::Hours(used(workload)),
        ];
        if is_limited {
            cells.extend([Cell::hours(workload.limit), Cell::hours(workload.free())]);
        }
        if is_over {
            let over = Some(workload.over()).filter(|over| *over > Hours::ZERO);
            cells.push(Cell::hours(over));
        }
        cells
    });
    let words = &reader.words;
    let number = |id: &str| Column::number(words.word(id));
    let mut columns = vec![
        Column::text(words.word("who")).headless(),
        Column::text(words.word("load")).headless().terminal(),
        number("load-used"),
    ];
    if is_limited {
        columns.extend([number("load-limit"), number("load-free")]);
    }
    columns.extend(is_over.then(|| number("load-over")));
    let table = Table::plain(columns, rows.collect());
    Some(table.titled(words.word("load-title")))
}

/// The numbers and workloads of everybody, or of one person.
fn shown<'p>(plan: &'p Plan) -> impl Iterator<Item = (usize, &'p Workload)> {
    let workloads = plan.assignment.workloads.iter().enumerate();
    workloads.filter(|(number, _)| plan.only.is_none_or(|only| only == *number))
}
