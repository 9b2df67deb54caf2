//! A page's table as an HTML table: a group of rows for each section, with bars drawn, and what repeats said once.

use super::page::HtmlText;
use crate::render::page::{Bar, Cell, Kind, Section, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use askama::Template;
use askama::filters::HtmlSafe;
use unicode_width::UnicodeWidthStr;

/// A table with more columns than this becomes one record under another on a small screen.
const MOST_ABREAST: usize = 2;
/// About as many letters have room on a line of a table, on paper and where it is no record.
const LINE: usize = 56;
/// The length of a bar.
const WHOLE: u64 = 100;

/// A table on its way to a page.
#[derive(Template)]
#[template(path = "table.html", config = "src/render/html/askama.toml")]
pub struct HtmlTable {
    /// What it is about, if the title above it does not say so.
    pub title: Option<HtmlText>,
    /// What it is about, for readers who do not see where it stands.
    caption: String,
    class: &'static str,
    heads: Vec<Head>,
    groups: Vec<RowGroup>,
    /// Longer words may be broken.
    longest_word: usize,
}

/// Its template escapes its texts.
impl HtmlSafe for HtmlTable {}

/// The head of a column.
struct Head {
    title: HtmlText,
    class: &'static str,
    /// The class of its cells that are not empty.
    cell_class: &'static str,
    is_unseen: bool,
    /// Whether its cells say what their rows are about.
    names_rows: bool,
}

struct RowGroup {
    title: Option<HtmlText>,
    warns: bool,
    rows: Vec<Vec<HtmlCell>>,
}

struct HtmlCell {
    /// The place of its column among the heads.
    column: usize,
    text: HtmlText,
    class: &'static str,
    /// Whether it says what its row is about.
    is_head: bool,
    /// How many rows it stands for.
    rows: usize,
    bar: Option<HtmlBar>,
}

/// In hundredths.
struct HtmlBar {
    used: u64,
    over: u64,
    /// Whether what is not used is free.
    has_free: bool,
}

impl HtmlTable {
    /// A table; `None` if there is nothing to see in it.
    pub fn new(table: &Table, caption: &str, reader: &Reader) -> Option<Self> {
        if !table.is_seen() || table.is_empty() {
            return None;
        }
        let heads = heads(table);
        let sections = table.sections.iter().filter(|section| section.is_seen());
        let groups: Vec<RowGroup> =
            sections.map(|section| row_group(table, section, &heads, reader)).collect();
        Some(Self {
            title: table.title.as_ref().map(HtmlText::plain),
            caption: one_line(table.title.as_deref().unwrap_or(caption)).into_owned(),
            class: if heads.len() > MOST_ABREAST { "stack" } else { "" },
            longest_word: longest_whole_word(&heads, &groups),
            groups,
            heads,
        })
    }

    /// True if it has a word that may be broken.
    fn is_long(&self, text: &HtmlText) -> bool {
        longest_word(text) > self.longest_word
    }
}

/// The most letters of a word that is never broken: the longest of all columns have room on a line.
fn longest_whole_word(heads: &[Head], groups: &[RowGroup]) -> usize {
    let mut columns: Vec<usize> = heads.iter().map(|head| longest_word(&head.title)).collect();
    for cell in groups.iter().flat_map(|group| &group.rows).flatten() {
        columns[cell.column] = columns[cell.column].max(longest_word(&cell.text));
    }
    let has_room = |most: &usize| columns.iter().map(|word| word.min(most)).sum::<usize>() <= LINE;
    (0..=LINE).rev().find(has_room).unwrap_or_default()
}

fn longest_word(text: &HtmlText) -> usize {
    text.text.split_whitespace().map(str::width).max().unwrap_or_default()
}

fn heads(table: &Table) -> Vec<Head> {
    let shown = table.terminal();
    let kind = |number: usize| table.columns[number].kind;
    // A column that repeats says what its rows are about; without one, the first column of words does.
    let has_group = shown.iter().any(|&number| kind(number) == Kind::Group);
    let first = shown.iter().copied().find(|&number| kind(number) == Kind::Text);
    let mut heads = Vec::with_capacity(shown.len());
    for number in shown {
        let column = &table.columns[number];
        let class = match column.kind {
            Kind::Text | Kind::Group => "text",
            Kind::Number => "number",
            Kind::Mark => "mark",
        };
        heads.push(Head {
            title: HtmlText::plain(&column.title),
            class,
            cell_class: match column.kind {
                Kind::Group => "repeats",
                _ if column.is_subject => "what",
                _ => class,
            },
            is_unseen: column.headless,
            names_rows: column.kind == Kind::Group || (!has_group && first == Some(number)),
        });
    }
    heads
}

fn row_group(table: &Table, section: &Section, heads: &[Head], reader: &Reader) -> RowGroup {
    let mut rows: Vec<Vec<HtmlCell>> = Vec::with_capacity(section.rows.len());
    // For each column, the row of its last cell.
    let mut last = vec![0; heads.len()];
    for (number, row) in table.rows(section, &table.terminal()).enumerate() {
        let mut cells = Vec::with_capacity(heads.len());
        for (column, cell) in row.into_iter().enumerate() {
            if let Some(cell) = cell {
                cells.push(html_cell(cell, column, &heads[column], reader));
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
    RowGroup { title: section.title.as_ref().map(HtmlText::plain), warns: section.warns, rows }
}

fn html_cell(cell: &Cell, column: usize, head: &Head, reader: &Reader) -> HtmlCell {
    let (text, bar) = match cell {
        Cell::Bar(bar) => (HtmlText::plain(""), Some(html_bar(bar))),
        cell => (HtmlText::plain(reader.cell(cell)), None),
    };
    let is_none = *cell == Cell::Empty && head.cell_class != "repeats";
    let class = if is_none { "none" } else { head.cell_class };
    HtmlCell { column, text, class, is_head: head.names_rows, rows: 1, bar }
}

fn html_bar(bar: &Bar) -> HtmlBar {
    let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
    let within = used.min(limit) * WHOLE / used.max(limit).max(1);
    let over = if used > limit { WHOLE - within } else { 0 };
    HtmlBar { used: within, over, has_free: bar.has_free }
}
