//! Who does each task, who answers for it, who is asked and who is told: the matrix, and what its columns say.
//!
//! The matrix has three shapes: letters under everybody's name where there is room for that, words beside each task where
//! there is not, and both for spreadsheets, whose readers get no legend.

use crate::model::{RoleIx, TaskRef};
use crate::query::{self, Letters, Raci, Reading, Row};
use crate::render::page::{Cell, Column, Columns, Page, Section, Table};
use crate::render::reader::Reader;

/// More notes of one kind than this are counted.
const MOST_NOTES: usize = 12;
/// More columns than this are not read across.
const WIDEST: usize = 12;
/// A spreadsheet bears more of them.
const WIDEST_SHEET: usize = 50;
/// More names than this in one cell are counted; JSON has them all.
const MOST_NAMES: usize = 50;
/// A task's name in a narrower column than this is a ladder.
const NARROWEST_TASK: usize = 24;
/// Of more columns than this, only those that say something are read down.
const MOST_COLUMNS: usize = 50;

/// The letters with their meanings, in the reader's words.
pub fn legend(reader: &Reader) -> [(&'static str, String); 4] {
    let words = &reader.words;
    [
        ("R", words.word("raci-does")),
        ("A", words.word("raci-answers")),
        ("C", words.word("raci-asked")),
        ("I", words.word("raci-told")),
    ]
}

/// What a column is called: a person or a position, and whether nobody is there.
pub fn heading(raci: &Raci, column: &query::Column, reader: &Reader) -> String {
    let name = reader.doer_name(raci.assignment, column.doer);
    if column.is_vacant {
        format!("{} ({name})", reader.words.word("reason-vacant-position"))
    } else {
        name
    }
}

/// The page of a matrix.
pub fn raci(raci: &Raci, reader: &Reader) -> Page {
    let writer = Writer::new(raci, reader);
    writer.page(writer.matrix())
}

/// The same with the names of those who have to do with each task in place of letters.
pub fn raci_in_words(raci: &Raci, reader: &Reader) -> Page {
    let writer = Writer::new(raci, reader);
    writer.page(writer.matrix_in_words())
}

struct Writer<'p, 'r> {
    raci: &'p Raci<'p>,
    reader: &'p Reader<'r>,
    /// What the columns are called.
    names: Vec<String>,
}

impl<'p, 'r> Writer<'p, 'r> {
    fn new(raci: &'p Raci<'p>, reader: &'p Reader<'r>) -> Self {
        let names = raci.columns.iter().map(|column| heading(raci, column, reader)).collect();
        Self { raci, reader, names }
    }

    fn page(&self, table: Table) -> Page {
        let (raci, reader) = (self.raci, self.reader);
        let size = reader.company(raci.assignment.size);
        // A letter stands on the line of its first word.
        let legend = legend(reader)
            .map(|(letter, meaning)| reader.heading(letter, &meaning).replacen(": ", ":\u{a0}", 1));
        let mut lead = vec![
            reader.words.say("raci-lead", [("size", size.as_str().into())]),
            reader.series(&legend),
        ];
        if self.is_one_person() {
            lead.push(reader.words.word("raci-nothing-to-split"));
        }
        let mut notes = self.notes();
        let read = self.columns_read();
        let unread = raci.columns.len() - read.len();
        notes.extend((raci.columns.len() > MOST_COLUMNS).then(|| reader.more(unread)));
        Page {
            title: reader.heading("RACI", &size),
            lead,
            table,
            more: self.columns_table(&read).into_iter().collect(),
            notes,
        }
    }

    /// Whether one person does everything.
    fn is_one_person(&self) -> bool {
        let is_there = matches!(&self.raci.columns[..], [only] if !only.is_vacant && only.counts.responsible > 0);
        is_there && self.raci.without_position.is_empty()
    }

    fn notes(&self) -> Vec<String> {
        let words = &self.reader.words;
        let role = |role: &RoleIx| self.reader.role(*role);
        let spokespeople = self.raci.spokespeople.iter().map(|(several, column)| {
            let who = self.names[*column].as_str().into();
            words.say("raci-several", [("role", role(several).into()), ("who", who)])
        });
        let stand_ins = self.raci.stand_ins.iter().map(|(meant, other)| {
            let arguments = [("role", role(meant).into()), ("other", role(other).into())];
            words.say("raci-stand-in", arguments)
        });
        let without_position = self.raci.without_position.iter().map(|lost| {
            let tasks = self.reader.registry.role(*lost).tasks.len();
            let arguments = [("role", role(lost).into()), ("n", tasks.into())];
            words.say("raci-undone", arguments)
        });
        let mut notes = Vec::new();
        self.first(spokespeople, &mut notes);
        self.first(stand_ins, &mut notes);
        self.first(without_position, &mut notes);
        notes
    }

    /// The first sentences of one kind, and how many more there are.
    fn first(&self, sentences: impl ExactSizeIterator<Item = String>, into: &mut Vec<String>) {
        let more = sentences.len().saturating_sub(MOST_NOTES);
        into.extend(sentences.take(MOST_NOTES));
        into.extend((more > 0).then(|| self.reader.more(more)));
    }
}

/// The matrix.
impl Writer<'_, '_> {
    /// The matrix; where it does not fit, the same with the areas as headings, and then in words.
    fn matrix(&self) -> Table {
        let (reader, words) = (self.reader, &self.reader.words);
        let is_wide = self.names.len() > WIDEST;
        let columns = Columns::new()
            .with(Column::text(words.word("id")).data(), |row: &Row| {
                Cell::text(reader.registry.task_id(row.task))
            })
            .with(Column::text(words.word("role")).data(), |row| {
                Cell::text(reader.role(row.task.role))
            })
            .with(Column::group(words.word("area")), |row| Cell::text(self.area(row.task)));
        let mut columns = self.with_words(self.with_task(columns), !is_wide);
        if self.names.len() <= WIDEST_SHEET {
            columns = self.with_letters(columns, is_wide);
        }
        let mut narrow = self.matrix_in_words();
        if !is_wide {
            let letters = self.with_letters(self.with_task(Columns::new()), false);
            narrow = self.by_area(letters).or_where_narrow(narrow);
        }
        let rows = self.raci.rows().map(|row| columns.cells(&row)).collect();
        Table::plain(columns.headings(), rows).or_where_narrow(narrow)
    }

    /// The matrix with names in place of letters.
    fn matrix_in_words(&self) -> Table {
        self.by_area(self.with_words(self.with_task(Columns::new()), false))
    }

    /// The tasks in a section for each area.
    fn by_area(&self, columns: Columns<Row>) -> Table {
        let rows: Vec<Row> = self.raci.rows().collect();
        let area = |row: &Row| self.reader.registry.task(row.task).area;
        let mut sections = Vec::new();
        for rows in rows.chunk_by(|one, other| area(one) == area(other)) {
            sections.push(Section {
                title: Some(self.area(rows[0].task)),
                rows: rows.iter().map(|row| columns.cells(row)).collect(),
                ..Section::default()
            });
        }
        Table { columns: columns.headings(), sections, ..Table::default() }
    }

    fn area(&self, task: TaskRef) -> String {
        self.reader.area(self.reader.registry.task(task).area)
    }

    fn with_task<'c>(&'c self, columns: Columns<'c, Row>) -> Columns<'c, Row> {
        let column = Column::text(self.reader.words.word("task")).at_least(NARROWEST_TASK);
        columns.with(column, |row| Cell::text(self.reader.task(row.task)))
    }

    /// One column for everybody, with their letters.
    fn with_letters<'c>(&'c self, columns: Columns<'c, Row>, is_data: bool) -> Columns<'c, Row> {
        let mut columns = columns;
        for (number, name) in self.names.iter().enumerate() {
            let column = Column::mark(name);
            columns = columns.with(if is_data { column.data() } else { column }, move |row| {
                let found = row.cells.binary_search_by_key(&number, |(column, _)| *column);
                Cell::text(match found.map(|place| row.cells[place].1) {
                    Ok(Letters::Both) => "R/A",
                    Ok(letters) => letters.as_str(),
                    Err(_) => "",
                })
            });
        }
        columns
    }

    /// The names of those who do the task, answer for it, are asked and are told.
    fn with_words<'c>(&'c self, columns: Columns<'c, Row>, is_data: bool) -> Columns<'c, Row> {
        let heading = |id: &str| {
            let column = Column::text(self.reader.words.word(id));
            if is_data { column.data() } else { column }
        };
        let name = |column: Option<usize>| Cell::maybe(column.map(|column| &self.names[column]));
        columns
            .with(heading("responsible"), move |row| name(row.responsible))
            .with(heading("accountable"), move |row| name(row.accountable))
            .with(heading("consulted"), |row| self.names_of(row, Letters::Consulted))
            .with(heading("informed"), |row| self.names_of(row, Letters::Informed))
    }

    /// The names of those who have these letters.
    fn names_of(&self, row: &Row, wanted: Letters) -> Cell {
        let those = row.cells.iter().filter(|(_, letters)| *letters == wanted);
        let more = those.clone().count().saturating_sub(MOST_NAMES);
        let mut names: Vec<String> =
            those.take(MOST_NAMES).map(|(column, _)| self.names[*column].clone()).collect();
        names.extend((more > 0).then(|| self.reader.words.count("and-more", more)));
        Cell::maybe((!names.is_empty()).then(|| self.reader.series(&names)))
    }
}

/// What the columns say when they are read from top to bottom.
impl Writer<'_, '_> {
    /// The columns that are read; a single person has nobody to be compared with.
    fn columns_read(&self) -> Vec<&query::Column> {
        let all = self.raci.columns.len();
        let is_read = |column: &&query::Column| match all {
            1 => column.is_vacant,
            _ => all <= MOST_COLUMNS || !column.readings.is_empty(),
        };
        self.raci.columns.iter().filter(is_read).take(MOST_COLUMNS).collect()
    }

    /// For each of these columns how often which letter stands in it, and a sentence.
    fn columns_table(&self, read: &[&query::Column]) -> Option<Table> {
        let words = &self.reader.words;
        let columns = Columns::new()
            .with(Column::text(words.word("who")), |column: &&query::Column| {
                Cell::text(heading(self.raci, column, self.reader))
            })
            .with(Column::number("R"), |column| Cell::Count(column.counts.responsible))
            .with(Column::number("A"), |column| Cell::Count(column.counts.accountable))
            .with(Column::number("C"), |column| Cell::Count(column.counts.consulted))
            .with(Column::number("I"), |column| Cell::Count(column.counts.informed))
            .with(Column::text(words.word("raci-reading")), |column| {
                let readings = column.readings.iter();
                let said: Vec<String> =
                    readings.map(|reading| self.sentence(column, *reading)).collect();
                Cell::maybe((!said.is_empty()).then(|| said.join(" ")))
            });
        (!read.is_empty()).then(|| columns.table(read).titled(words.word("raci-columns")))
    }

    fn sentence(&self, column: &query::Column, reading: Reading) -> String {
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
