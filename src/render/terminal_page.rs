//! A page in the terminal: tables that fit its width, words wrapped, and records one under another where a table
//! would not fit.

use super::page::{Cell, Kind, Page, Section, Table};
use super::reader::Reader;
use super::terminal::{GAP, Terminal, lay_out, shrink};
use std::io::{self, Write};
use std::iter;
use unicode_width::UnicodeWidthStr;

/// Below this width tables become records.
const NARROWEST_TABLE: usize = 50;
/// Sentences are not drawn wider: nobody finds the next line's beginning.
const WIDEST_SENTENCE: usize = 160;
/// Before the rows of a section.
const INDENT: usize = 2;
/// A word longer than this may be broken.
const LONGEST_WORD: usize = 18;
/// Rows of fixed widths need not know one another, and laying them out takes a kilobyte for each.
const ROWS_AT_A_TIME: usize = 1_000;

/// Writes the page.
pub fn write(
    page: &Page,
    reader: &Reader,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let [headline, rest @ ..] = &page.lead[..] {
        terminal.write(headline, Terminal::title, out)?;
        write_sentences(rest, terminal, out)?;
    }
    for table in page.tables() {
        if let Some(title) = &table.title {
            writeln!(out)?;
            terminal.write(title, Terminal::section, out)?;
        }
        let mut text = TextTable::new(table, reader, terminal);
        let mut widths = text.fit(terminal.width);
        let mut narrow = &table.narrow;
        while let (Some(table), None) = (narrow, &widths) {
            text = TextTable::new(table, reader, terminal);
            widths = text.fit(terminal.width);
            narrow = &table.narrow;
        }
        match widths {
            Some(widths) => text.write_columns(&widths, terminal, out)?,
            None => text.write_records(terminal, out)?,
        }
    }
    if !page.notes.is_empty() {
        writeln!(out)?;
    }
    write_sentences(&page.notes, terminal, out)
}

fn write_sentences(
    sentences: &[String],
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    let narrow = Terminal { width: terminal.width.min(WIDEST_SENTENCE), ..terminal };
    for sentence in sentences {
        narrow.write(sentence, Terminal::plain, out)?;
    }
    Ok(())
}

/// A table whose cells are words already.
struct TextTable<'t> {
    heads: Vec<String>,
    kinds: Vec<Kind>,
    /// A table in which a column would be narrower than this does not fit.
    least: Vec<usize>,
    sections: Vec<(&'t Section, Vec<Vec<String>>)>,
    indent: usize,
    none: String,
    has_title: bool,
}

impl<'t> TextTable<'t> {
    fn new(table: &'t Table, reader: &Reader, terminal: Terminal) -> Self {
        let shown = table.terminal();
        let columns = || shown.iter().map(|&column| &table.columns[column]);
        let text = |cell: Option<&Cell>| match cell {
            None => String::new(),
            Some(Cell::Bar(bar)) => terminal.bar(bar),
            Some(cell) => reader.cell(cell),
        };
        let mut sections = Vec::with_capacity(table.sections.len());
        for section in &table.sections {
            let rows = table.rows(section, &shown);
            sections.push((section, rows.map(|row| row.into_iter().map(text).collect()).collect()));
        }
        let has_headings = table.sections.iter().any(|section| section.title.is_some());
        Self {
            heads: columns().map(|column| column.heading().to_owned()).collect(),
            kinds: columns().map(|column| column.kind).collect(),
            least: columns().map(|column| column.least).collect(),
            sections,
            indent: if has_headings { INDENT } else { 0 },
            none: reader.word("none"),
            has_title: table.title.is_some(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &Vec<String>> {
        self.sections.iter().flat_map(|(_, rows)| rows)
    }

    /// The widths of the columns, or `None` where they cannot stand side by side.
    fn fit(&self, width: usize) -> Option<Vec<usize>> {
        let mut natural = vec![1; self.heads.len()];
        let mut least = vec![1; self.heads.len()];
        for row in iter::once(&self.heads).chain(self.rows()) {
            for (number, text) in row.iter().enumerate() {
                natural[number] = natural[number].max(text.width());
                least[number] = least[number].max(longest_word(text));
            }
        }
        for (number, wanted) in self.least.iter().enumerate() {
            least[number] = least[number].max(*wanted.min(&natural[number]));
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

    /// Under the name of a role stands one letter, beside it a task of ten words: the name gives way first.
    fn wrap_headings_of_marks(&self, natural: &mut [usize], least: &[usize], available: usize) {
        let total: usize = natural.iter().sum();
        let mut missing = total.saturating_sub(available);
        let columns = 0..natural.len();
        let marks: Vec<usize> =
            columns.filter(|&number| self.kinds[number] == Kind::Mark).collect();
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

    /// Whether it has two columns without headings: labels and what is said about them.
    fn is_facts(&self) -> bool {
        self.heads.len() == 2 && self.heads.iter().all(String::is_empty)
    }

    fn write_columns(
        &self,
        widths: &[usize],
        terminal: Terminal,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let indent = " ".repeat(self.indent);
        let has_rows = self.rows().next().is_some();
        if has_rows && !self.has_title {
            writeln!(out)?;
        }
        if has_rows && self.heads.iter().any(|head| !head.is_empty()) {
            for line in lay_out(std::slice::from_ref(&self.heads), widths, &self.kinds) {
                writeln!(out, "{indent}{}", terminal.quiet(&line))?;
            }
            let rule = terminal.rule(widths.iter().sum::<usize>() + gaps(widths.len()));
            writeln!(out, "{indent}{}", terminal.quiet(&rule))?;
        }
        for (number, (section, rows)) in self.sections.iter().enumerate() {
            write_heading(section, number > 0, terminal, out)?;
            for rows in rows.chunks(ROWS_AT_A_TIME) {
                for line in lay_out(rows, widths, &self.kinds) {
                    writeln!(out, "{}", format!("{indent}{line}").trim_end())?;
                }
            }
        }
        Ok(())
    }

    /// One record under another, each line with the name of its column; what is unknown is left out.
    fn write_records(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let label = self.heads.iter().map(|head| head.width()).max().unwrap_or(0);
        let label = label.min((terminal.width / 3).max(10)).max(1);
        let rest = terminal.width.saturating_sub(label + GAP).max(1);
        for (number, (section, rows)) in self.sections.iter().enumerate() {
            write_heading(section, number > 0 || section.title.is_some(), terminal, out)?;
            let mut last = vec![""; self.heads.len()];
            for row in rows {
                writeln!(out)?;
                let mut facts = Vec::with_capacity(row.len());
                for (column, text) in row.iter().enumerate() {
                    if !text.is_empty() {
                        last[column] = text;
                    }
                    if !last[column].is_empty() && last[column] != self.none {
                        facts.push(vec![self.heads[column].clone(), last[column].to_owned()]);
                    }
                }
                for line in lay_out(&facts, &[label, rest], &[Kind::Text, Kind::Text]) {
                    writeln!(out, "{line}")?;
                }
            }
        }
        Ok(())
    }
}

/// What stands between so many columns, all together.
fn gaps(columns: usize) -> usize {
    GAP * columns.saturating_sub(1)
}

/// The width of the longest word that must not be broken.
fn longest_word(text: &str) -> usize {
    let words = text.split_inclusive([' ', '-']);
    let longest = words.map(|word| word.trim_end().width()).max();
    longest.unwrap_or(0).min(LONGEST_WORD)
}

fn write_heading(
    section: &Section,
    space: bool,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(title) = &section.title else {
        return Ok(());
    };
    if space {
        writeln!(out)?;
    }
    let style = if section.warns { Terminal::warning } else { Terminal::section };
    terminal.write(title, style, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_does_not_fit_gives_way_to_another_or_to_records() {
        use crate::model::Registry;
        use crate::render::page::{Column, Columns};
        use crate::source::embedded;
        let registry: Registry = crate::resolve::read(&embedded()).unwrap();
        let reader = Reader::new(&registry, None);
        let table = |who: Column| {
            let task = Column::new("Task").at_least(24);
            let columns = Columns::new().with(task, |&()| "Write the posts of the week");
            columns.with(who, |()| "R").table([()])
        };
        let marks = table(Column::new("Somebody Else Altogether").mark());
        let page =
            Page { table: marks.or_where_narrow(table(Column::new("Who"))), ..Page::default() };
        let lines = |width: usize| {
            let terminal = Terminal { width, color: false, ascii: true };
            let mut out = Vec::new();
            write(&page, &reader, terminal, &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines(80)[1], "Task                         Somebody Else Altogether");
        assert_eq!(
            lines(50)[1..3],
            [
                "Task                         Somebody Else",
                "                             Altogether"
            ]
        );
        assert_eq!(lines(49)[1..3], ["Task  Write the posts of the week", "Who   R"]);
    }
}
