//! A page's table as an HTML table: one group of rows a section, what repeats said once, bars drawn.

use super::page::HtmlText;
use crate::render::page::{Cell, Column, Kind, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use askama::Template;
use askama::filters::HtmlSafe;

/// A table with more columns than this becomes one record under another on a small screen.
const MOST_ABREAST: usize = 2;
/// The length of a bar.
const WHOLE: u64 = 100;

/// A table on its way to a page.
#[derive(Template)]
#[template(path = "table.html", config = "src/render/html/askama.toml")]
pub struct Sheet {
    /// What it is about, for those who do not see where it stands.
    caption: String,
    class: &'static str,
    heads: Vec<Head>,
    groups: Vec<Group>,
}

/// Its template escapes it.
impl HtmlSafe for Sheet {}

struct Head {
    /// As the value of an attribute.
    title: String,
    shown: HtmlText,
    class: &'static str,
    is_unseen: bool,
}

struct Group {
    title: Option<HtmlText>,
    warns: bool,
    rows: Vec<Vec<HtmlCell>>,
}

struct HtmlCell {
    column: usize,
    text: HtmlText,
    class: &'static str,
    /// Whether it says what its row is about.
    is_head: bool,
    /// How many rows it stands for.
    rows: usize,
    bar: Option<HtmlBar>,
}

/// Parts of a hundred.
struct HtmlBar {
    used: u64,
    over: u64,
    /// Whether what is not used is free.
    has_free: bool,
}

impl Sheet {
    /// A table; nothing where there is nothing to see.
    pub fn new(table: &Table, caption: &str, reader: &Reader) -> Option<Self> {
        if !table.is_seen() || table.is_empty() {
            return None;
        }
        let columns = table.terminal();
        let shown: Vec<&Column> = columns.iter().map(|&column| &table.columns[column]).collect();
        let head = |column: &&Column| Head {
            title: column.title.clone(),
            shown: HtmlText::plain(&column.title),
            class: class(column.kind),
            is_unseen: column.headless,
        };
        let has_group = shown.iter().any(|column| column.kind == Kind::Group);
        let first = shown.iter().position(|column| column.kind == Kind::Text);
        let writer = Writer {
            table,
            columns: &columns,
            // What repeats says what its rows are about; else the first words of a row do.
            head: first.filter(|_| !has_group),
            subject: shown.iter().position(|column| column.is_subject),
            reader,
        };
        let is_seen = |section: &&Section| !section.rows.is_empty() || section.title.is_some();
        Some(Self {
            caption: one_line(caption).into_owned(),
            class: if columns.len() > MOST_ABREAST { "stack" } else { "" },
            heads: shown.iter().map(head).collect(),
            groups: table
                .sections
                .iter()
                .filter(is_seen)
                .map(|section| writer.group(section))
                .collect(),
        })
    }
}

struct Writer<'w, 'r> {
    table: &'w Table,
    columns: &'w [usize],
    /// The place of the column that says what a row is about, where none repeats.
    head: Option<usize>,
    /// The place of the column that needs no heading.
    subject: Option<usize>,
    reader: &'w Reader<'r>,
}

impl Writer<'_, '_> {
    fn group(&self, section: &Section) -> Group {
        let mut rows: Vec<Vec<HtmlCell>> = section.rows.iter().map(|row| self.row(row)).collect();
        for place in 0..self.columns.len() {
            if self.table.columns[self.columns[place]].kind == Kind::Group {
                say_once(&section.rows, self.columns[place], place, &mut rows);
            }
        }
        for row in &mut rows {
            row.retain(|cell| cell.rows > 0);
        }
        Group { title: section.title.as_ref().map(HtmlText::plain), warns: section.warns, rows }
    }

    fn row(&self, row: &[Cell]) -> Vec<HtmlCell> {
        let cells = self.columns.iter().enumerate();
        let cell = |(place, &column): (usize, &usize)| {
            let kind = self.table.columns[column].kind;
            let (cell, bar) = match &row[column] {
                Cell::Bar(bar) => (HtmlText::plain(""), Some(HtmlBar::new(bar))),
                cell => (HtmlText::plain(self.reader.cell(cell)), None),
            };
            let is_empty = bar.is_none() && row[column] == Cell::Empty;
            HtmlCell {
                column: place,
                text: cell,
                class: match kind {
                    Kind::Group => "repeats",
                    _ if is_empty => "none",
                    _ if self.subject == Some(place) => "what",
                    kind => class(kind),
                },
                is_head: kind == Kind::Group || self.head == Some(place),
                rows: 1,
                bar,
            }
        };
        cells.map(cell).collect()
    }
}

/// Lets the first of equal cells below one another stand for all of them.
fn say_once(source: &[Vec<Cell>], column: usize, place: usize, rows: &mut [Vec<HtmlCell>]) {
    let mut first = 0;
    for number in 1..rows.len() {
        if source[number][column] == source[first][column] {
            rows[number][place].rows = 0;
            rows[first][place].rows += 1;
        } else {
            first = number;
        }
    }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Group => "text",
        Kind::Number => "number",
        Kind::Mark => "mark",
    }
}

impl HtmlBar {
    fn new(bar: &crate::render::page::Bar) -> Self {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let whole = used.max(limit).max(1);
        let within = used.min(limit) * WHOLE / whole;
        Self {
            used: within,
            over: if used > limit { WHOLE - within } else { 0 },
            has_free: bar.has_free,
        }
    }
}
