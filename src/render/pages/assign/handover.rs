//! What changes hands when somebody is not there.

use super::Writer;
use crate::query::Handover;
use crate::render::page::{Cell, Column, Table};

impl Writer<'_, '_> {
    /// The tasks that somebody else does now, or nobody.
    pub(super) fn handover_table(&self, handovers: &[Handover]) -> Table {
        let words = &self.reader.words;
        let names = self.reader.list(&self.plan.away);
        let arguments = [("names", names.into()), ("n", handovers.len().into())];
        let title = words.say("handover-title", arguments);
        let columns = vec![
            Column::text(words.word("task")),
            Column::number(words.word("hours-short")),
            Column::text(words.word("from")),
            Column::text(words.word("to")),
        ];
        let cells = handovers.iter().map(|handover| self.cells_of(handover));
        Table::plain(columns, cells.collect()).titled(title)
    }

    fn cells_of(&self, handover: &Handover) -> Vec<Cell> {
        let to = match (handover.to, handover.reason) {
            (Some(member), _) => Some(self.doer_name(member)),
            (None, reason) => reason.map(|reason| self.reason(reason)),
        };
        vec![
            Cell::text(self.reader.task(handover.task)),
            Cell::hours(self.reader.registry.task(handover.task).hours_per_week),
            Cell::maybe(handover.from.as_deref()),
            Cell::maybe(to),
        ]
    }
}
