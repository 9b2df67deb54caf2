//! The terminal that reports are written for: its width, its colours and lines, and words laid out in columns. A page
//! becomes tables that fit its width, with words wrapped; a table that would not fit becomes records, one below another.

use super::page::{Bar, Cell, Column, Kind, Page, Section, Shown, Table};
use super::reader::Reader;
use super::visible::one_line;
use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, TableStyle, Width};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::io::{self, Write};
use std::iter;
use unicode_width::UnicodeWidthStr;

/// The length of a bar in characters; words of this length are not broken.
const BAR_CELLS: u64 = 16;
/// The space between two columns.
const GAP: usize = 2;
/// Below this width tables become records.
const NARROWEST_TABLE: usize = 50;
/// Sentences are not written wider than this: the eye would not find the beginning of the next line.
const WIDEST_SENTENCE: usize = 160;
const INDENT: usize = 2;
/// A word longer than this may be broken.
const LONGEST_WORD: usize = 18;
/// Laying out takes a kilobyte for each row, and rows of fixed widths do not depend on one another.
const ROWS_AT_A_TIME: usize = 1_000;

#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    pub width: usize,
    pub color: bool,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
}

impl Terminal {
    pub const TITLE: Style = Style::new().bold();
    pub const SECTION: Style = AnsiColor::Cyan.on_default().bold();
    /// A heading that says that something is missing.
    pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
    /// Column headings, lines and hints.
    pub const QUIET: Style = Style::new().dimmed();
    pub const PLAIN: Style = Style::new();

    /// Writes a text in one of these styles on as many lines as it needs.
    pub fn write(self, text: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let mut lines = wrap(&one_line(text), self.width).into_iter();
        lines.try_for_each(|line| writeln!(out, "{}", self.paint(style, &line)))
    }

    fn write_sentences(self, sentences: &[String], out: &mut dyn Write) -> io::Result<()> {
        let narrow = Terminal { width: self.width.min(WIDEST_SENTENCE), ..self };
        let mut sentences = sentences.iter();
        sentences.try_for_each(|sentence| narrow.write(sentence, Self::PLAIN, out))
    }

    /// A bar of what is used (`█`), free (`░`) and over (`!`), each with at least one cell unless it is nothing.
    pub fn bar(self, bar: &Bar) -> String {
        let (used, limit) = (bar.used.thousandths(), bar.limit.thousandths());
        let whole = used.max(limit).max(1);
        let within = used.min(limit);
        let cells = (within * BAR_CELLS + whole / 2) / whole;
        let cells = cells.clamp(u64::from(within > 0), BAR_CELLS - u64::from(used != limit));
        let (full, empty) = if self.ascii { ("#", ".") } else { ("█", "░") };
        let rest = match used.cmp(&limit) {
            Ordering::Greater => "!",
            _ if bar.has_free => empty,
            _ => " ",
        };
        let bar: String =
            (0..BAR_CELLS).map(|cell| if cell < cells { full } else { rest }).collect();
        bar.trim_end().to_owned()
    }

    pub fn paint(self, style: Style, text: &str) -> String {
        if self.color && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// Breaks a text between words so that each line fits.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.width() <= width {
        return vec![text.to_owned()];
    }
    lay_out(&[vec![text.to_owned()]], &[width], &[Kind::Text])
}

fn lay_out(rows: &[Vec<String>], widths: &[usize], kinds: &[Kind]) -> Vec<String> {
    let mut table = comfy_table::Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Dynamic);
    let last = widths.len().saturating_sub(1);
    table.set_width(cells(widths.iter().sum::<usize>() + GAP * last));
    for row in rows {
        let cells = row.iter().zip(widths);
        table.add_row(cells.map(|(text, &width)| break_at_hyphens(text, width)));
    }
    for (number, (&width, kind)) in widths.iter().zip(kinds).enumerate() {
        let Some(column) = table.column_mut(number) else {
            continue;
        };
        let gap = if number == last { 0 } else { GAP };
        column.set_padding((0, cells(gap)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells(width + gap))));
        if *kind == Kind::Number {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// Ids have no spaces: a word that is wider than its column goes on after a hyphen.
fn break_at_hyphens(text: &str, width: usize) -> Cow<'_, str> {
    if !text.split(' ').any(|word| word.width() > width && word.contains('-')) {
        return Cow::Borrowed(text);
    }
    let mut broken = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for part in text.split_inclusive([' ', '-']) {
        let part_width = part.trim_end().width();
        if column > 0 && column + part_width > width && broken.ends_with('-') {
            broken.push('\n');
            column = 0;
        }
        broken.push_str(part);
        column = if part.ends_with(' ') { 0 } else { column + part_width };
    }
    Cow::Owned(broken)
}

fn cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// Narrows the widest columns first, and none below the width of its longest word.
fn shrink(natural: &[usize], least: &[usize], available: usize) -> Vec<usize> {
    let at = |limit: usize| -> Vec<usize> {
        natural.iter().zip(least).map(|(&width, &least)| width.min(limit.max(least))).collect()
    };
    let widest = natural.iter().copied().max().unwrap_or(0).min(available);
    let limit =
        (1..=widest).rev().find(|&limit| at(limit).iter().sum::<usize>() <= available).unwrap_or(1);
    let mut widths = at(limit);
    // What is left over by rounding goes to the columns that were narrowed, from the left.
    let mut left = available.saturating_sub(widths.iter().sum());
    for (width, &natural) in widths.iter_mut().zip(natural) {
        if *width < natural && left > 0 {
            *width += 1;
            left -= 1;
        }
    }
    widths
}

pub fn write_page(
    page: &Page,
    reader: &Reader,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let [headline, rest @ ..] = &page.lead[..] {
        terminal.write(headline, Terminal::TITLE, out)?;
        terminal.write_sentences(rest, out)?;
    }
    for table in page.tables() {
        if let Some(title) = &table.title {
            writeln!(out)?;
            terminal.write(title, Terminal::SECTION, out)?;
        }
        let mut text = TextTable::new(table, reader, terminal);
        let mut widths = text.fit(terminal.width);
        while let (Some(narrow), None) = (&text.table.narrow, &widths) {
            text = TextTable::new(narrow, reader, terminal);
            widths = text.fit(terminal.width);
        }
        match widths {
            Some(widths) => text.write_columns(&widths, out)?,
            None => text.write_records(&reader.word("none"), out)?,
        }
    }
    if !page.notes.is_empty() {
        writeln!(out)?;
    }
    terminal.write_sentences(&page.notes, out)
}

/// A table whose cells have become words.
struct TextTable<'t> {
    table: &'t Table,
    columns: Vec<&'t Column>,
    sections: Vec<(&'t Section, Vec<Vec<String>>)>,
    indent: usize,
    terminal: Terminal,
}

impl<'t> TextTable<'t> {
    fn new(table: &'t Table, reader: &Reader, terminal: Terminal) -> Self {
        let shown = table.shown(&Shown::IN_TERMINAL);
        let words = |cell: Option<&Cell>| match cell {
            None => String::new(),
            Some(Cell::Bar(bar)) => terminal.bar(bar),
            Some(cell) => reader.cell(cell),
        };
        let mut sections = Vec::with_capacity(table.sections.len());
        for section in table.sections.iter().filter(|section| !section.is_data) {
            let rows = table.rows(section, &shown);
            let rows = rows.map(|row| row.into_iter().map(words).collect());
            sections.push((section, rows.collect()));
        }
        let has_headings = table.sections.iter().any(|section| section.title.is_some());
        Self {
            table,
            columns: shown.iter().map(|&column| &table.columns[column]).collect(),
            sections,
            indent: if has_headings { INDENT } else { 0 },
            terminal,
        }
    }

    fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.heading().to_owned()).collect()
    }

    fn rows(&self) -> impl Iterator<Item = &Vec<String>> {
        self.sections.iter().flat_map(|(_, rows)| rows)
    }

    /// The widths of the columns, or `None` where they cannot stand side by side.
    fn fit(&self, width: usize) -> Option<Vec<usize>> {
        let mut natural = vec![1; self.columns.len()];
        let mut least = natural.clone();
        for row in iter::once(&self.heads()).chain(self.rows()) {
            for (number, text) in row.iter().enumerate() {
                natural[number] = natural[number].max(text.width());
                least[number] = least[number].max(longest_word(text));
            }
        }
        for (number, column) in self.columns.iter().enumerate() {
            least[number] = least[number].max(column.least.min(natural[number]));
        }
        let available = width.checked_sub(self.indent + gaps(natural.len()))?;
        if self.is_facts() {
            // A label and what is said about it read well at any width.
            let label = natural[0].min(available / 2).max(1);
            let rest = available.saturating_sub(label).max(1);
            return Some(vec![label, rest.min(natural[1])]);
        }
        if width < NARROWEST_TABLE || least.iter().sum::<usize>() > available {
            return None;
        }
        self.wrap_headings_of_marks(&mut natural, &least, available);
        Some(shrink(&natural, &least, available))
    }

    /// Narrows the headings of marks: below a role's name stands one letter, but beside it a task of ten words.
    fn wrap_headings_of_marks(&self, natural: &mut [usize], least: &[usize], available: usize) {
        let total: usize = natural.iter().sum();
        let mut missing = total.saturating_sub(available);
        let mut marks: Vec<usize> = (0..natural.len()).collect();
        marks.retain(|&number| self.columns[number].kind == Kind::Mark);
        let widest = marks.iter().map(|&number| natural[number]).max().unwrap_or(0);
        for limit in (1..widest).rev() {
            for &number in &marks {
                if missing > 0 && natural[number] > limit.max(least[number]) {
                    natural[number] -= 1;
                    missing -= 1;
                }
            }
        }
    }

    /// True if it has two columns without headings: labels and what is said about them.
    fn is_facts(&self) -> bool {
        self.columns.len() == 2 && self.columns.iter().all(|column| column.heading().is_empty())
    }

    fn write_columns(&self, widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
        let quiet = |text: &str| self.terminal.paint(Terminal::QUIET, text);
        let indent = " ".repeat(self.indent);
        let kinds: Vec<Kind> = self.columns.iter().map(|column| column.kind).collect();
        let has_rows = self.rows().next().is_some();
        if has_rows && self.table.title.is_none() {
            writeln!(out)?;
        }
        let heads = self.heads();
        if has_rows && heads.iter().any(|head| !head.is_empty()) {
            for line in lay_out(&[heads], widths, &kinds) {
                writeln!(out, "{indent}{}", quiet(&line))?;
            }
            let rule = if self.terminal.ascii { "-" } else { "─" };
            let rule = rule.repeat(widths.iter().sum::<usize>() + gaps(widths.len()));
            writeln!(out, "{indent}{}", quiet(&rule))?;
        }
        for (number, (section, rows)) in self.sections.iter().enumerate() {
            self.write_heading(section, number > 0, out)?;
            for rows in rows.chunks(ROWS_AT_A_TIME) {
                for line in lay_out(rows, widths, &kinds) {
                    writeln!(out, "{}", format!("{indent}{line}").trim_end())?;
                }
            }
        }
        Ok(())
    }

    /// One record under another, each line with the name of its column; what is unknown is left out.
    fn write_records(&self, none: &str, out: &mut dyn Write) -> io::Result<()> {
        let width = self.terminal.width;
        let heads = self.heads();
        let label = heads.iter().map(|head| head.width()).max().unwrap_or(0);
        let label = label.min((width / 3).max(10)).max(1);
        let rest = width.saturating_sub(label + GAP).max(1);
        for (section, rows) in &self.sections {
            self.write_heading(section, true, out)?;
            let mut last = vec![""; heads.len()];
            for row in rows {
                writeln!(out)?;
                let mut facts = Vec::with_capacity(row.len());
                for (column, text) in row.iter().enumerate() {
                    if !text.is_empty() {
                        last[column] = text;
                    }
                    if !last[column].is_empty() && last[column] != none {
                        facts.push(vec![heads[column].clone(), last[column].to_owned()]);
                    }
                }
                for line in lay_out(&facts, &[label, rest], &[Kind::Text, Kind::Text]) {
                    writeln!(out, "{line}")?;
                }
            }
        }
        Ok(())
    }

    fn write_heading(&self, section: &Section, space: bool, out: &mut dyn Write) -> io::Result<()> {
        let Some(title) = &section.title else { return Ok(()) };
        if space {
            writeln!(out)?;
        }
        let style = if section.warns { Terminal::WARNING } else { Terminal::SECTION };
        self.terminal.write(title, style, out)
    }
}

/// The space between this many columns in all.
fn gaps(columns: usize) -> usize {
    GAP * columns.saturating_sub(1)
}

/// The width of the longest word that must not be broken.
fn longest_word(text: &str) -> usize {
    let words = text.split_inclusive([' ', '-']);
    let longest = words.map(|word| word.trim_end().width()).max();
    longest.unwrap_or(0).min(LONGEST_WORD)
}
