//! A page's table as an HTML table: one group of rows a section, what repeats said once, bars drawn.

use super::page::HtmlText;
use crate::render::page::{Bar, Cell, Kind, Section, Table};
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
pub struct HtmlTable {
    /// What it is about, for those who do not see where it stands.
    caption: String,
    class: &'static str,
    heads: Vec<Head>,
    groups: Vec<RowGroup>,
}

/// Its template escapes it.
impl HtmlSafe for HtmlTable {}

/// The head of a column.
struct Head {
    /// Its number in the table of the page.
    column: usize,
    kind: Kind,
    /// As the value of an attribute.
    title: String,
    shown: HtmlText,
    class: &'static str,
    is_unseen: bool,
    /// Whether its cells say what their rows are about.
    names_rows: bool,
    /// Whether its cells need no heading.
    is_subject: bool,
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

/// Parts of a hundred.
struct HtmlBar {
    used: u64,
    over: u64,
    /// Whether what is not used is free.
    has_free: bool,
}

impl HtmlTable {
    /// A table; nothing where there is nothing to see.
    pub fn new(table: &Table, caption: &str, reader: &Reader) -> Option<Self> {
        if !table.is_seen() || table.is_empty() {
            return None;
        }
        let heads = heads(table);
        let sections = table.sections.iter().filter(|section| section.is_seen());
        Some(Self {
            caption: one_line(caption).into_owned(),
            class: if heads.len() > MOST_ABREAST { "stack" } else { "" },
            groups: sections.map(|section| RowGroup::new(section, &heads, reader)).collect(),
            heads,
        })
    }
}

fn heads(table: &Table) -> Vec<Head> {
    let shown = table.terminal();
    let kind = |number: usize| table.columns[number].kind;
    // What repeats says what its rows are about; else the first words of a row do.
    let has_group = shown.iter().any(|&number| kind(number) == Kind::Group);
    let first = shown.iter().copied().find(|&number| kind(number) == Kind::Text);
    let head = |number: usize| {
        let column = &table.columns[number];
        Head {
            column: number,
            kind: column.kind,
            title: column.title.clone(),
            shown: HtmlText::plain(&column.title),
            class: match column.kind {
                Kind::Text | Kind::Group => "text",
                Kind::Number => "number",
                Kind::Mark => "mark",
            },
            is_unseen: column.headless,
            names_rows: column.kind == Kind::Group || (!has_group && first == Some(number)),
            is_subject: column.is_subject,
        }
    };
    shown.iter().map(|&number| head(number)).collect()
}

impl RowGroup {
    fn new(section: &Section, heads: &[Head], reader: &Reader) -> Self {
        let cells = |row: &Vec<Cell>| {
            let heads = heads.iter().enumerate();
            heads
                .map(|(place, head)| HtmlCell::new(&row[head.column], place, head, reader))
                .collect()
        };
        let mut rows: Vec<Vec<HtmlCell>> = section.rows.iter().map(cells).collect();
        for (place, head) in heads.iter().enumerate().filter(|(_, head)| head.kind == Kind::Group) {
            // The first of equal cells below one another stands for all of them.
            let mut first = 0;
            for number in 1..rows.len() {
                if section.rows[number][head.column] == section.rows[first][head.column] {
                    rows[number][place].rows = 0;
                    rows[first][place].rows += 1;
                } else {
                    first = number;
                }
            }
        }
        for row in &mut rows {
            row.retain(|cell| cell.rows > 0);
        }
        Self { title: section.title.as_ref().map(HtmlText::plain), warns: section.warns, rows }
    }
}

impl HtmlCell {
    fn new(cell: &Cell, column: usize, head: &Head, reader: &Reader) -> Self {
        let (text, bar) = match cell {
            Cell::Bar(bar) => (HtmlText::plain(""), Some(HtmlBar::new(bar))),
            cell => (HtmlText::plain(reader.cell(cell)), None),
        };
        let class = match (head.kind, cell) {
            (Kind::Group, _) => "repeats",
            (_, Cell::Empty) => "none",
            _ if head.is_subject => "what",
            _ => head.class,
        };
        Self { column, text, class, is_head: head.names_rows, rows: 1, bar }
    }
}

impl HtmlBar {
    fn new(bar: &Bar) -> Self {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let within = used.min(limit) * WHOLE / used.max(limit).max(1);
        let over = if used > limit { WHOLE - within } else { 0 };
        Self { used: within, over, has_free: bar.has_free }
    }
}
