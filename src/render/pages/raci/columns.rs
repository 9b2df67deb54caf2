//! What the columns say when they are read from top to bottom.

use super::Writer;
use crate::query::{Column, Reading};
use crate::render::page;
use crate::render::page::{Cell, Table};

/// More columns than this are not all shown, only those that say something.
const MOST_COLUMNS: usize = 50;

impl Writer<'_, '_> {
    /// The columns that are shown; a single person has nobody to be compared with.
    pub(super) fn reading(&self) -> Vec<usize> {
        let columns = &self.raci.columns;
        let is_shown = |column: &Column| match columns.len() {
            1 => column.is_vacant,
            all => all <= MOST_COLUMNS || !column.readings.is_empty(),
        };
        let shown = (0..columns.len()).filter(|&column| is_shown(&columns[column]));
        shown.take(MOST_COLUMNS).collect()
    }

    /// That there are more columns than those that are shown.
    pub(super) fn unread(&self, shown: &[usize]) -> Option<String> {
        let more = self.raci.columns.len().saturating_sub(shown.len());
        let is_many = self.raci.columns.len() > MOST_COLUMNS;
        is_many.then(|| self.reader.more(more))
    }

    /// For each of these columns how often which letter stands in it, and a sentence.
    pub(super) fn columns_table(&self, shown: &[usize]) -> Option<Table> {
        let words = &self.reader.words;
        let number = |letter: &str| page::Column::number(letter);
        let columns = vec![
            page::Column::text(words.word("who")),
            number("R"),
            number("A"),
            number("C"),
            number("I"),
            page::Column::text(words.word("raci-reading")),
        ];
        let rows = shown.iter().map(|&column| {
            let Column { counts, readings, .. } = &self.raci.columns[column];
            let sentences: Vec<String> = readings
                .iter()
                .map(|reading| self.sentence(&self.raci.columns[column], *reading))
                .collect();
            vec![
                Cell::text(&self.names[column]),
                Cell::Count(counts.responsible),
                Cell::Count(counts.accountable),
                Cell::Count(counts.consulted),
                Cell::Count(counts.informed),
                Cell::maybe((!sentences.is_empty()).then(|| sentences.join(" "))),
            ]
        });
        let table = Table::plain(columns, rows.collect());
        (!shown.is_empty()).then(|| table.titled(words.word("raci-columns")))
    }

    fn sentence(&self, column: &Column, reading: Reading) -> String {
        let words = &self.reader.words;
        let counts = column.counts;
        match reading {
            Reading::Vacant if counts.of_others == 0 => {
                words.count("raci-undone-here", counts.responsible)
            }
            Reading::Vacant => words.count("raci-vacant", counts.responsible + counts.of_others),
            Reading::ManyTasks { others, tasks } => {
                let arguments = [
                    ("n", counts.responsible.into()),
                    ("others", others.into()),
                    ("average", self.average(tasks, others).into()),
                ];
                words.say("raci-many-tasks", arguments)
            }
            Reading::ManyAnswers => {
                let arguments =
                    [("all", counts.accountable.into()), ("n", counts.of_others.into())];
                words.say("raci-many-answers", arguments)
            }
            Reading::Neither => words.word("raci-neither"),
        }
    }

    /// "4" or "4.5".
    fn average(&self, sum: usize, of: usize) -> String {
        let tenths = (sum * 10 + of / 2).checked_div(of).unwrap_or_default();
        match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) => self.reader.words.number(&format!("{whole}.{tenth}")),
        }
    }
}
