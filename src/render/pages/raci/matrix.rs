//! The matrix in its shapes: letters under everybody's name where there is room for that, words beside each task where
//! there is not, and both for spreadsheets, whose readers get no legend.

use super::Writer;
use crate::model::{AreaIx, TaskRef};
use crate::query::{Letters, Row};
use crate::render::page::{Cell, Column, Section, Table};

/// More columns than this are no longer read across.
const WIDEST: usize = 12;
/// A spreadsheet bears more of them.
const WIDEST_SHEET: usize = 50;
/// More names than this in one cell are counted; JSON has them all.
const MOST_NAMES: usize = 50;
/// A task's name in a narrower column than this is a ladder.
const NARROWEST_TASK: usize = 24;

impl Writer<'_, '_> {
    /// The matrix; where it does not fit, the same with the areas as headings, and then in words.
    pub(super) fn matrix(&self) -> Table {
        let words = &self.reader.words;
        let is_wide = self.names.len() > WIDEST;
        let mut columns = vec![
            Column::text(words.word("id")).data(),
            Column::text(words.word("role")).data(),
            Column::group(words.word("area")),
            self.task_column(),
        ];
        let in_words = self.columns_in_words().into_iter();
        columns.extend(in_words.map(|column| if is_wide { column } else { column.data() }));
        if self.names.len() <= WIDEST_SHEET {
            let letters = self.names.iter().map(Column::mark);
            columns.extend(letters.map(|column| if is_wide { column.data() } else { column }));
        }
        let rows = self.raci.rows().map(|row| {
            let mut cells = vec![
                Cell::text(self.reader.registry.task_id(row.task)),
                Cell::text(self.reader.role(row.task.role)),
                Cell::text(self.area(row.task)),
                Cell::text(self.reader.task(row.task)),
            ];
            cells.extend(self.in_words(&row));
            if self.names.len() <= WIDEST_SHEET {
                cells.extend(self.letters(&row));
            }
            cells
        });
        let mut narrow = self.matrix_in_words();
        if !is_wide {
            let letters = self.names.iter().map(Column::mark).collect();
            let by_area = self.by_area(letters, |row| self.letters(row));
            narrow = by_area.or_where_narrow(narrow);
        }
        Table::plain(columns, rows.collect()).or_where_narrow(narrow)
    }

    /// The matrix with names in place of letters.
    pub(super) fn matrix_in_words(&self) -> Table {
        self.by_area(self.columns_in_words(), |row| self.in_words(row))
    }

    fn task_column(&self) -> Column {
        Column::text(self.reader.words.word("task")).at_least(NARROWEST_TASK)
    }

    fn columns_in_words(&self) -> Vec<Column> {
        let words = &self.reader.words;
        ["responsible", "accountable", "consulted", "informed"]
            .map(|id| Column::text(words.word(id)))
            .into()
    }

    /// The tasks with some columns, in a section for each area.
    fn by_area(&self, columns: Vec<Column>, cells: impl Fn(&Row) -> Vec<Cell>) -> Table {
        let rows: Vec<Row> = self.raci.rows().collect();
        let area = |row: &Row| self.reader.registry.task(row.task).area;
        let sections = rows.chunk_by(|one, other| area(one) == area(other));
        let section = |rows: &[Row]| Section {
            title: Some(self.area(rows[0].task)),
            rows: rows
                .iter()
                .map(|row| {
                    let mut all = vec![Cell::text(self.reader.task(row.task))];
                    all.extend(cells(row));
                    all
                })
                .collect(),
            ..Section::default()
        };
        let mut all = vec![self.task_column()];
        all.extend(columns);
        Table { columns: all, sections: sections.map(section).collect(), ..Table::default() }
    }

    fn area(&self, task: TaskRef) -> String {
        let area: Option<AreaIx> = self.reader.registry.task(task).area;
        self.reader.area(area)
    }

    /// One cell for everybody.
    fn letters(&self, row: &Row) -> Vec<Cell> {
        let mut cells = vec![Cell::text(""); self.names.len()];
        for &(column, letters) in &row.cells {
            cells[column] = Cell::text(match letters {
                Letters::Both => "R/A",
                one => one.as_str(),
            });
        }
        cells
    }

    /// The names of those who do the task, answer for it, are asked and are told.
    fn in_words(&self, row: &Row) -> Vec<Cell> {
        let name = |column: Option<usize>| Cell::maybe(column.map(|column| &self.names[column]));
        let names = |wanted: Letters| {
            let those = row.cells.iter().filter(|(_, letters)| *letters == wanted);
            let more = those.clone().count().saturating_sub(MOST_NAMES);
            let mut names: Vec<String> =
                those.take(MOST_NAMES).map(|(column, _)| self.names[*column].clone()).collect();
            names.extend((more > 0).then(|| self.reader.words.count("and-more", more)));
            Cell::maybe((!names.is_empty()).then(|| self.reader.series(&names)))
        };
        vec![
            name(row.responsible),
            name(row.accountable),
            names(Letters::Consulted),
            names(Letters::Informed),
        ]
    }
}
