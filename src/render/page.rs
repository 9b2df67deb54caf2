//! One page for many formats: some sentences, one table in sections, some more sentences. What a report looks like in
//! the terminal, in Markdown and in CSV is decided by the formats, not here.

use super::visible::one_line;
use crate::model::Hours;
use std::borrow::Borrow;

#[derive(Debug, Default)]
pub struct Page {
    /// What it is about: a heading in Markdown, a bold line in the terminal.
    pub title: String,
    pub lead: Vec<String>,
    pub table: Table,
    /// Further tables for people; programs get these figures in JSON.
    pub more: Vec<Table>,
    pub notes: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Table {
    /// What a further table is about; the first has the page's title.
    pub title: Option<String>,
    pub columns: Vec<Column>,
    /// The column of the section titles in formats without headings between rows.
    pub section_column: Option<String>,
    /// The sections; one without a title stands alone.
    pub sections: Vec<Section>,
    /// What a terminal shows instead where the table does not fit; without it, records.
    pub narrow: Option<Box<Table>>,
}

#[derive(Debug, Default)]
pub struct Column {
    pub title: String,
    pub kind: Kind,
    pub shown: Shown,
    /// Whether its heading is left out where people read, because it says nothing.
    pub headless: bool,
    /// A table that would make it narrower than this does not fit.
    pub least: usize,
    /// Whether it says what its row is about, and needs no heading for that.
    pub is_subject: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words; wrapped where they do not fit.
    #[default]
    Text,
    /// Words that repeat from row to row; people see them once.
    Group,
    /// Numbers, aligned to the right.
    Number,
    /// A mark or nothing; their headings are wrapped before any words are.
    Mark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Always,
    /// CSV only: what a program needs.
    Data,
    /// The formats that people read: terminal, Markdown and HTML.
    View,
    /// The terminal and HTML only.
    Terminal,
}

#[derive(Debug, Default)]
pub struct Section {
    /// The heading where people read.
    pub title: Option<String>,
    /// The value of the section column.
    pub key: String,
    /// Whether the heading is a warning: something is missing.
    pub warns: bool,
    /// Whether it is for programs only.
    pub is_data: bool,
    /// Each row has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// The rows as things to tick off, for formats that have such lists.
    pub checks: Vec<Check>,
}

/// Something to tick off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    pub what: String,
    /// If nobody does it, that, and why.
    pub nobody: Option<String>,
    pub more: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words, cleaned, on one line.
    Text(String),
    Hours(Hours),
    /// A number of things.
    Count(usize),
    /// A number between none and all: two decimals.
    Part(f64),
    Bar(Bar),
}

/// The hours that are used and those that there are, to be drawn as a bar as long as the greater of the two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub used: Hours,
    pub limit: Hours,
    /// Whether what is not used is free: false where nobody knows how much there is.
    pub has_free: bool,
}

impl Page {
    /// The tables that people see; others are for programs only.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        std::iter::once(&self.table).chain(&self.more).filter(|table| table.is_seen())
    }
}

/// Words on one line; characters that could do harm become their numbers.
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(one_line(text).into_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::from(text.as_str())
    }
}

impl From<Hours> for Cell {
    fn from(hours: Hours) -> Self {
        Cell::Hours(hours)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Cell::Count(count)
    }
}

impl Shown {
    pub const IN_TERMINAL: [Self; 3] = [Shown::Always, Shown::View, Shown::Terminal];
    pub const IN_DOCUMENTS: [Self; 2] = [Shown::Always, Shown::View];
    pub const IN_DATA: [Self; 2] = [Shown::Always, Shown::Data];
}

/// Nothing is an empty cell.
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

impl Column {
    /// A column of words; its heading may be a role's name, and is cleaned like a cell.
    pub fn new(title: impl AsRef<str>) -> Self {
        Self { title: one_line(title.as_ref()).into_owned(), ..Self::default() }
    }

    /// Its heading where people read.
    pub fn heading(&self) -> &str {
        if self.headless { "" } else { &self.title }
    }

    pub fn group(self) -> Self {
        Self { kind: Kind::Group, ..self }
    }

    pub fn number(self) -> Self {
        Self { kind: Kind::Number, ..self }
    }

    pub fn mark(self) -> Self {
        Self { kind: Kind::Mark, ..self }
    }

    pub fn at_least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    pub fn subject(self) -> Self {
        Self { is_subject: true, ..self }
    }

    pub fn headless(self) -> Self {
        Self { headless: true, ..self }
    }

    pub fn data(self) -> Self {
        Self { shown: Shown::Data, ..self }
    }

    pub fn data_if(self, holds: bool) -> Self {
        if holds { self.data() } else { self }
    }

    pub fn terminal(self) -> Self {
        Self { shown: Shown::Terminal, ..self }
    }

    pub fn view(self) -> Self {
        Self { shown: Shown::View, ..self }
    }
}

/// The columns of a table, each with what it shows of a row, so that headings and cells cannot get out of step.
pub struct Columns<'c, Row> {
    all: Vec<(Column, ShowCell<'c, Row>)>,
}

type ShowCell<'c, Row> = Box<dyn Fn(&Row) -> Cell + 'c>;

impl<'c, Row> Columns<'c, Row> {
    pub fn new() -> Self {
        Self { all: Vec::new() }
    }

    pub fn with<V: Into<Cell>>(mut self, column: Column, cell: impl Fn(&Row) -> V + 'c) -> Self {
        self.all.push((column, Box::new(move |row| cell(row).into())));
        self
    }

    pub fn with_if<V: Into<Cell>>(
        self,
        holds: bool,
        column: Column,
        cell: impl Fn(&Row) -> V + 'c,
    ) -> Self {
        if holds { self.with(column, cell) } else { self }
    }

    pub fn rows(&self, rows: impl IntoIterator<Item: Borrow<Row>>) -> Vec<Vec<Cell>> {
        let cells = |row: &Row| self.all.iter().map(|(_, cell)| cell(row)).collect();
        rows.into_iter().map(|row| cells(row.borrow())).collect()
    }

    /// The table of these sections, whose rows have these columns.
    pub fn sections(self, sections: Vec<Section>) -> Table {
        let columns = self.all.into_iter().map(|(column, _)| column).collect();
        Table { columns, sections, ..Table::default() }
    }

    /// A table of these rows, in one section without a title.
    pub fn table(self, rows: impl IntoIterator<Item: Borrow<Row>>) -> Table {
        let rows = self.rows(rows);
        self.sections(vec![Section { rows, ..Section::default() }])
    }
}

impl Section {
    pub fn new(title: String, rows: Vec<Vec<Cell>>) -> Self {
        Self { title: Some(title), rows, ..Self::default() }
    }

    /// Whether people see anything of it.
    pub fn is_seen(&self) -> bool {
        !self.is_data && (!self.rows.is_empty() || self.title.is_some())
    }
}

impl Table {
    pub fn titled(self, title: impl AsRef<str>) -> Self {
        Self { title: Some(one_line(title.as_ref()).into_owned()), ..self }
    }

    pub fn or_where_narrow(self, narrow: Table) -> Self {
        Self { narrow: Some(Box::new(narrow)), ..self }
    }

    /// True if no section that people see has a row.
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|section| section.is_data || section.rows.is_empty())
    }

    /// True if people see any column of it.
    pub fn is_seen(&self) -> bool {
        !self.shown(&Shown::IN_DOCUMENTS).is_empty()
    }

    /// The numbers of the columns that are shown there.
    pub fn shown(&self, there: &[Shown]) -> Vec<usize> {
        let columns = self.columns.iter().enumerate();
        let shown = columns.filter(|(_, column)| there.contains(&column.shown));
        shown.map(|(number, _)| number).collect()
    }

    /// The rows of a section in these columns. Words that repeat are there once; after that, `None` stands for them.
    pub fn rows<'t>(
        &self,
        section: &'t Section,
        columns: &[usize],
    ) -> impl Iterator<Item = Vec<Option<&'t Cell>>> {
        let mut before: Option<&Vec<Cell>> = None;
        section.rows.iter().map(move |row| {
            let above = before.replace(row);
            let cells = columns.iter().map(|&column| {
                let repeats = self.columns[column].kind == Kind::Group
                    && above.is_some_and(|above| above[column] == row[column]);
                (!repeats).then_some(&row[column])
            });
            cells.collect()
        })
    }
}
