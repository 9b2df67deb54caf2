//! How busy everybody is: a bar for each person in the terminal, numbers everywhere.

use super::Writer;
use crate::model::Hours;
use crate::query::Workload;
use crate::render::page::{Bar, Cell, Column, Table};

impl Writer<'_, '_> {
    /// The load of everybody, or of one person; nothing where there are neither people nor hours.
    pub(super) fn loads(&self) -> Option<Table> {
        let assignment = &self.plan.assignment;
        let shown: Vec<(usize, &Workload)> = assignment
            .workloads
            .iter()
            .enumerate()
            .filter(|(number, _)| self.plan.only.is_none_or(|only| only == *number))
            .collect();
        let has_limit = |(_, workload): &(usize, &Workload)| workload.limit.is_some();
        if shown.is_empty() || !(assignment.peopled || shown.iter().any(has_limit)) {
            return None;
        }
        // Columns that say nothing of anybody are left out.
        let is_limited = shown.iter().any(has_limit);
        let is_over = shown
            .iter()
            .any(|(_, workload)| workload.over() > Hours::ZERO);
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
                Cell::text(self.doer_name(number)),
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
        let words = &self.reader.words;
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

    /// A member, or a position where there are no people.
    pub(super) fn doer_name(&self, number: usize) -> String {
        self.reader.doer_name(&self.plan.assignment, number)
    }
}
