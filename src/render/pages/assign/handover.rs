//! What changes hands when somebody is not there.

use super::Writer;
use crate::query::Handover;
use crate::render::page::{Cell, Column, Columns, Table};

impl Writer<'_, '_> {
    /// The tasks that somebody else does now, or nobody.
    pub(super) fn handover_table(&self, handovers: &[Handover]) -> Table {
        let words = &self.reader.words;
        let names = self.reader.list(&self.plan.away);
        let arguments = [("names", names.into()), ("n", handovers.len().into())];
        let title = words.say("handover-title", arguments);
        let columns = Columns::new()
            .with(Column::text(words.word("task")), |handover: &Handover| {
                Cell::text(self.reader.task(handover.task))
            })
            .with(Column::number(words.word("hours-short")), |handover| {
                Cell::hours(self.reader.registry.task(handover.task).hours_per_week)
            })
            .with(Column::text(words.word("from")), |handover| {
                Cell::maybe(handover.from.as_deref())
            })
            .with(Column::text(words.word("to")), |handover| {
                Cell::maybe(match (handover.to, handover.reason) {
                    (Some(member), _) => Some(self.doer_name(member)),
                    (None, reason) => reason.map(|reason| self.reason(reason)),
                })
            });
        columns.table(handovers).titled(title)
    }
}
