//! A page's tables as HTML tables: a group of rows for each section, with bars drawn, and what repeats said once. And the page
//! of a report with tables: what the terminal shows, for browsers, printers and word processors.

use super::page::{DOCUMENT_START, Frame, HtmlText};
use super::parts::Figure;
use crate::render::page::{Bar, Cell, Column, Kind, Page, Section, Shown, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use askama::Template;
use askama::filters::HtmlSafe;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A table with more columns than this becomes one record under another on a small screen.
const MOST_ABREAST: usize = 2;
/// About as many letters have room on a line of a table, on paper and where it is no record.
const LINE: usize = 56;
/// The length of a bar.
const WHOLE: u64 = 100;

pub fn write_page(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let frame = Frame::new(DOCUMENT_START, &page.title, reader);
    TablesPage { frame, page, figure: None, reader }.write_into(out)?;
    writeln!(out)
}

#[derive(Template)]
#[template(path = "tables.html", config = "src/render/html/askama.toml")]
struct TablesPage<'a> {
    frame: Frame,
    page: &'a Page,
    figure: Option<Figure>,
    reader: &'a Reader<'a>,
}

#[derive(Template)]
#[template(path = "table.html", config = "src/render/html/askama.toml")]
pub struct HtmlTable<'t> {
    /// What it is about, for readers who do not see where it stands.
    caption: String,
    heads: Vec<Head<'t>>,
    groups: Vec<Group<'t>>,
    /// Longer words may be broken.
    longest_word: usize,
}

/// A section and its rows.
type Group<'t> = (&'t Section, Vec<Vec<HtmlCell<'t>>>);

/// Its template escapes its texts.
impl HtmlSafe for HtmlTable<'_> {}

struct Head<'t> {
    column: &'t Column,
    class: &'static str,
    /// The class of its cells that are not empty.
    cell_class: &'static str,
    /// Whether its cells say what their rows are about.
    names_rows: bool,
}

struct HtmlCell<'t> {
    /// The place of its column among the heads.
    column: usize,
    text: HtmlText,
    is_none: bool,
    /// How many rows it stands for.
    rows: usize,
    bar: Option<&'t Bar>,
}

impl<'t> HtmlTable<'t> {
    /// A table; `None` if there is nothing to see in it.
    pub fn new(table: &'t Table, caption: &str, reader: &Reader) -> Option<Self> {
        if !table.is_seen() || table.is_empty() {
            return None;
        }
        let heads = heads(table);
        let sections = table.sections.iter().filter(|section| section.is_seen());
        let rows = |section: &'t Section| (section, rows(table, section, &heads, reader));
        let groups: Vec<Group> = sections.map(rows).collect();
        Some(Self {
            caption: one_line(table.title.as_deref().unwrap_or(caption)).into_owned(),
            longest_word: longest_whole_word(&heads, &groups),
            groups,
            heads,
        })
    }

    fn is_long(&self, text: &str) -> bool {
        longest_word(text) > self.longest_word
    }

    /// What is used of a bar and what is over, in hundredths.
    fn hundredths(bar: &Bar) -> (u64, u64) {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let within = used.min(limit) * WHOLE / used.max(limit).max(1);
        (within, if used > limit { WHOLE - within } else { 0 })
    }
}

/// The most letters of a word that is never broken: the longest of all columns have room on a line.
fn longest_whole_word(heads: &[Head], groups: &[Group]) -> usize {
    let mut columns: Vec<usize> =
        heads.iter().map(|head| longest_word(&head.column.title)).collect();
    for cell in groups.iter().flat_map(|(_, rows)| rows).flatten() {
        columns[cell.column] = columns[cell.column].max(longest_word(&cell.text.text));
    }
    let has_room = |most: &usize| columns.iter().map(|word| word.min(most)).sum::<usize>() <= LINE;
    (0..=LINE).rev().find(has_room).unwrap_or_default()
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(str::width).max().unwrap_or_default()
}

fn heads(table: &Table) -> Vec<Head<'_>> {
    let columns = table.shown(&Shown::IN_TERMINAL).into_iter().map(|number| &table.columns[number]);
    // A column that repeats says what its rows are about; without one, the first column of words does.
    let says = |column: &&Column| column.kind == Kind::Group;
    let first = columns.clone().find(|column| column.kind == Kind::Text);
    let first = first.filter(|_| !columns.clone().any(|column| says(&column)));
    let mut heads = Vec::with_capacity(columns.len());
    for column in columns {
        let class = match column.kind {
            Kind::Text | Kind::Group => "text",
            Kind::Number => "number",
            Kind::Mark => "mark",
        };
        let cell_class = match column.kind {
            Kind::Group => "repeats",
            _ if column.is_subject => "what",
            _ => class,
        };
        let is_first = first.is_some_and(|first| std::ptr::eq(first, column));
        heads.push(Head { column, class, cell_class, names_rows: is_first || says(&column) });
    }
    heads
}

fn rows<'t>(
    table: &'t Table,
    section: &'t Section,
    heads: &[Head],
    reader: &Reader,
) -> Vec<Vec<HtmlCell<'t>>> {
    let mut rows: Vec<Vec<HtmlCell>> = Vec::with_capacity(section.rows.len());
    // For each column, the row of its last cell.
    let mut last = vec![0; heads.len()];
    for (number, row) in table.rows(section, &table.shown(&Shown::IN_TERMINAL)).enumerate() {
        let mut cells = Vec::with_capacity(heads.len());
        for (column, cell) in row.into_iter().enumerate() {
            if let Some(cell) = cell {
                cells.push(HtmlCell::new(cell, column, &heads[column], reader));
                last[column] = number;
            } else if let Some(above) =
                rows[last[column]].iter_mut().find(|above| above.column == column)
            {
                // The first of equal cells, one below another, stands for all of them.
                above.rows += 1;
            }
        }
        rows.push(cells);
    }
    rows
}

impl<'t> HtmlCell<'t> {
    fn new(cell: &'t Cell, column: usize, head: &Head, reader: &Reader) -> Self {
        let (text, bar) = match cell {
            Cell::Bar(bar) => (String::new(), Some(bar)),
            cell => (reader.cell(cell), None),
        };
        let is_none = *cell == Cell::Empty && head.column.kind != Kind::Group;
        Self { column, text: HtmlText::plain(text), is_none, rows: 1, bar }
    }
}
