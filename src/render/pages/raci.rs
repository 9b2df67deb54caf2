//! Who does each task, who answers for it, who is asked and who is told: the matrix, and what its columns say.
//!
//! The matrix has three forms: letters below everybody's name if there is room, otherwise words beside each task, and both
//! for spreadsheets, whose readers get no legend.

use super::duties::MOST_IDLE;
use crate::model::RoleIx;
use crate::query::{self, Letters, Raci, Reading, Row};
use crate::render::page::{Column, Columns, Page, Section, Table};
use crate::render::reader::Reader;

const MOST_NOTES: usize = 12;
/// Nobody reads across more columns than this.
const WIDEST: usize = 12;
/// The same in a spreadsheet.
const WIDEST_SHEET: usize = 50;
/// More names than this in one cell are counted; JSON has them all.
const MOST_NAMES: usize = 50;
/// In a narrower column than this, a task's name would have a word on each line.
const NARROWEST_TASK: usize = 24;
/// Of more columns than this, only those with something to say are explained.
const MOST_COLUMNS: usize = 50;

pub fn legend(reader: &Reader) -> [(&'static str, String); 4] {
    [
        ("R", reader.word("raci-does")),
        ("A", reader.word("raci-answers")),
        ("C", reader.word("raci-asked")),
        ("I", reader.word("raci-told")),
    ]
}

/// What a column is called: a person or a position, and whether nobody is there.
fn heading(raci: &Raci, column: &query::Column, reader: &Reader) -> String {
    let name = reader.doer_name(raci.assignment, column.doer);
    if column.is_vacant {
        format!("{} ({name})", reader.word("reason-vacant-position"))
    } else {
        name
    }
}

pub fn raci(raci: &Raci, reader: &Reader) -> Page {
    let matrix = Matrix::new(raci, reader);
    page(&matrix, matrix.table())
}

/// The page of a matrix that has names beside each task instead of letters.
pub fn raci_in_words(raci: &Raci, reader: &Reader) -> Page {
    let matrix = Matrix::new(raci, reader);
    page(&matrix, matrix.in_words())
}

fn page(matrix: &Matrix, table: Table) -> Page {
    let Matrix { raci, reader, .. } = *matrix;
    let size = reader.company(raci.assignment.size);
    // A letter and its first word stay on one line.
    let legend = legend(reader)
        .map(|(letter, meaning)| reader.heading(letter, &meaning).replacen(": ", ":\u{a0}", 1));
    let mut lead = vec![reader.say("raci-lead", &[("size", &size)]), reader.series(&legend)];
    lead.extend(reader.day(raci.assignment));
    let is_one_person =
        matches!(&raci.columns[..], [only] if !only.is_vacant && only.counts.responsible > 0);
    if is_one_person && raci.without_position.is_empty() {
        lead.push(reader.word("raci-nothing-to-split"));
    }
    let mut notes = notes(matrix);
    // A single person cannot be compared with anybody.
    let all = raci.columns.len();
    let mut read: Vec<&query::Column> = raci.columns.iter().collect();
    read.retain(|column| match all {
        1 => column.is_vacant,
        _ => all <= MOST_COLUMNS || !column.readings.is_empty(),
    });
    let is_idle = |column: &query::Column| column.readings == [Reading::Neither];
    let mut more = all;
    let idle = read.iter().filter(|column| is_idle(column)).count();
    if idle > MOST_IDLE {
        read.retain(|column| !is_idle(column));
        notes.push(reader.count("raci-neither-many", idle));
        more -= idle;
    }
    read.truncate(MOST_COLUMNS);
    more -= read.len();
    notes.extend((all > MOST_COLUMNS && more > 0).then(|| reader.more(more)));
    let more = if read.is_empty() { Vec::new() } else { vec![read_down(matrix, &read)] };
    Page { title: reader.heading("RACI", &size), lead, table, more, notes }
}

fn notes(matrix: &Matrix) -> Vec<String> {
    let Matrix { raci, reader, .. } = *matrix;
    let role = |role: &RoleIx| reader.role(*role);
    let spokespeople = raci.spokespeople.iter().map(|(several, column)| {
        reader.say("raci-several", &[("role", &role(several)), ("who", &matrix.names[*column])])
    });
    let stand_ins = raci.stand_ins.iter().map(|(meant, other)| {
        reader.say("raci-stand-in", &[("role", &role(meant)), ("other", &role(other))])
    });
    let undone = raci.without_position.iter().map(|&lost| reader.undone(lost));
    let mut notes = reader.few(spokespeople, MOST_NOTES);
    notes.extend(reader.few(stand_ins, MOST_NOTES));
    notes.extend(reader.few(undone, MOST_NOTES));
    notes
}

/// The columns read from top to bottom: how often each letter stands in them, and what that says.
fn read_down(matrix: &Matrix, read: &[&query::Column]) -> Table {
    let Matrix { raci, reader, .. } = *matrix;
    let number = |letter: &str| Column::new(letter).number();
    let columns = Columns::new()
        .with(reader.column("who"), |column: &query::Column| heading(raci, column, reader))
        .with(number("R"), |column| column.counts.responsible)
        .with(number("A"), |column| column.counts.accountable)
        .with(number("C"), |column| column.counts.consulted)
        .with(number("I"), |column| column.counts.informed)
        .with(reader.column("raci-reading"), |column| {
            let readings = column.readings.iter();
            let said: Vec<String> =
                readings.map(|reading| sentence(column, *reading, reader)).collect();
            (!said.is_empty()).then(|| said.join(" "))
        });
    columns.table(read.iter().copied()).titled(reader.word("raci-columns"))
}

fn sentence(column: &query::Column, reading: Reading, reader: &Reader) -> String {
    let counts = column.counts;
    match reading {
        Reading::Vacant if counts.of_others == 0 => {
            reader.count("raci-undone-here", counts.responsible)
        }
        Reading::Vacant => reader.count("raci-vacant", counts.responsible + counts.of_others),
        Reading::ManyTasks { others, tasks } => {
            let (n, average) = (counts.responsible, average(tasks, others, reader));
            reader.say("raci-many-tasks", &[("n", &n), ("others", &others), ("average", &average)])
        }
        Reading::ManyAnswers => {
            let (all, n) = (counts.accountable, counts.of_others);
            reader.say("raci-many-answers", &[("all", &all), ("n", &n)])
        }
        Reading::Neither => reader.word("raci-neither"),
    }
}

/// "4" or "4.5".
fn average(sum: usize, of: usize, reader: &Reader) -> String {
    let tenths = (sum * 10 + of / 2).checked_div(of).unwrap_or_default();
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => reader.words.number(&format!("{whole}.{tenth}")),
    }
}

struct Matrix<'p, 'r> {
    raci: &'p Raci<'p>,
    reader: &'p Reader<'r>,
    names: Vec<String>,
}

impl<'p, 'r> Matrix<'p, 'r> {
    fn new(raci: &'p Raci<'p>, reader: &'p Reader<'r>) -> Self {
        let names = raci.columns.iter().map(|column| heading(raci, column, reader)).collect();
        Self { raci, reader, names }
    }

    /// The matrix; if it does not fit, with the areas as headings, and if that does not fit, in words.
    fn table(&self) -> Table {
        let reader = self.reader;
        let is_wide = self.names.len() > WIDEST;
        let columns = Columns::new()
            .with(reader.column("id").data(), |row: &Row| reader.registry.task_id(row.task))
            .with(reader.column("role").data(), |row| reader.role(row.task.role))
            .with(reader.column("area").group(), |row| self.area(row));
        let mut columns = self.with_words(self.with_task(columns), !is_wide);
        if self.names.len() <= WIDEST_SHEET {
            columns = self.with_letters(columns, is_wide);
        }
        let mut narrow = self.in_words();
        if !is_wide {
            let letters = self.with_letters(self.with_task(Columns::new()), false);
            narrow = self.by_area(letters).or_where_narrow(narrow);
        }
        columns.table(self.raci.rows()).or_where_narrow(narrow)
    }

    fn in_words(&self) -> Table {
        self.by_area(self.with_words(self.with_task(Columns::new()), false))
    }

    fn by_area(&self, columns: Columns<Row>) -> Table {
        let rows: Vec<Row> = self.raci.rows().collect();
        let area = |row: &Row| self.reader.registry.task(row.task).area;
        let mut sections = Vec::new();
        for rows in rows.chunk_by(|one, other| area(one) == area(other)) {
            sections.push(Section::new(self.area(&rows[0]), columns.rows(rows)));
        }
        columns.sections(sections)
    }

    fn area(&self, row: &Row) -> String {
        self.reader.area(self.reader.registry.task(row.task).area)
    }

    fn with_task<'c>(&'c self, columns: Columns<'c, Row>) -> Columns<'c, Row> {
        let column = self.reader.column("task").at_least(NARROWEST_TASK);
        columns.with(column, |row| self.reader.task(row.task))
    }

    /// One column for everybody, with their letters.
    fn with_letters<'c>(&'c self, columns: Columns<'c, Row>, is_data: bool) -> Columns<'c, Row> {
        let mut columns = columns;
        for (number, name) in self.names.iter().enumerate() {
            columns = columns.with(Column::new(name).mark().data_if(is_data), move |row| {
                let found = row.cells.binary_search_by_key(&number, |(column, _)| *column);
                match found.map(|place| row.cells[place].1) {
                    Ok(Letters::Both) => "R/A",
                    Ok(letters) => letters.as_str(),
                    Err(_) => "",
                }
            });
        }
        columns
    }

    /// The names of those who do the task, answer for it, are asked and are told.
    fn with_words<'c>(&'c self, columns: Columns<'c, Row>, is_data: bool) -> Columns<'c, Row> {
        let mut columns = columns;
        for (id, wanted) in [
            ("responsible", &[Letters::Both, Letters::Responsible][..]),
            ("accountable", &[Letters::Both, Letters::Accountable]),
            ("consulted", &[Letters::Consulted]),
            ("informed", &[Letters::Informed]),
        ] {
            columns = columns.with(self.reader.column(id).data_if(is_data), move |row| {
                let cells = row.cells.iter().filter(|(_, letters)| wanted.contains(letters));
                let names: Vec<String> =
                    cells.map(|(column, _)| self.names[*column].clone()).collect();
                self.reader.series_if_any(self.reader.words.first(names.into_iter(), MOST_NAMES))
            });
        }
        columns
    }
}
