//! A page in the terminal: tables that fit its width, words wrapped, and records one under another where a table
//! would not fit.

use super::layout::{GAP, lay_out, shrink, wrap};
use super::page::{Cell, Kind, Page, Section, Table, repeats};
use super::reader::Reader;
use super::style::Look;
use super::visible::one_line;
use std::io::{self, Write};
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
///
/// # Errors
/// If the writer fails.
pub fn write(page: &Page, reader: &Reader, look: Look, out: &mut dyn Write) -> io::Result<()> {
    if let [headline, rest @ ..] = &page.lead[..] {
        for line in wrap(&one_line(headline), look.width) {
            writeln!(out, "{}", look.title(&line))?;
        }
        for sentence in rest {
            paragraph(sentence, look, out)?;
        }
    }
    let tables = std::iter::once(&page.table).chain(&page.more);
    for table in tables.filter(|table| table.is_seen()) {
        if let Some(title) = &table.title {
            writeln!(out)?;
            for line in wrap(title, look.width) {
                writeln!(out, "{}", look.section(&line))?;
            }
        }
        let mut sheet = Sheet::new(table, reader, look);
        let mut widths = sheet.fit(look.width);
        let mut narrow = &table.narrow;
        while let (Some(table), None) = (narrow, &widths) {
            sheet = Sheet::new(table, reader, look);
            widths = sheet.fit(look.width);
            narrow = &table.narrow;
        }
        match widths {
            Some(widths) => sheet.write_columns(&widths, look, out)?,
            None => sheet.write_records(look, out)?,
        }
    }
    if !page.notes.is_empty() {
        writeln!(out)?;
    }
    for note in &page.notes {
        paragraph(note, look, out)?;
    }
    Ok(())
}

fn paragraph(sentence: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(&one_line(sentence), look.width.min(WIDEST_SENTENCE)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A table whose cells are words already.
struct Sheet<'t> {
    heads: Vec<String>,
    kinds: Vec<Kind>,
    least: Vec<usize>,
    sections: Vec<(&'t Section, Vec<Vec<String>>)>,
    indent: usize,
    none: String,
    has_title: bool,
}

impl<'t> Sheet<'t> {
    fn new(table: &'t Table, reader: &Reader, look: Look) -> Self {
        let columns = table.terminal();
        let rows = |section: &Section| {
            let mut before = None;
            let mut rows = Vec::with_capacity(section.rows.len());
            for row in &section.rows {
                let cell = |&column: &usize| match &row[column] {
                    _ if repeats(table, column, before, row) => String::new(),
                    Cell::Bar(bar) => look.bar(bar),
                    cell => reader.cell(cell),
                };
                rows.push(columns.iter().map(cell).collect());
                before = Some(row);
            }
            rows
        };
        Self {
            heads: columns
                .iter()
                .map(|&column| &table.columns[column])
                .map(|column| if column.headless { String::new() } else { column.title.clone() })
                .collect(),
            kinds: columns.iter().map(|&column| table.columns[column].kind).collect(),
            least: columns.iter().map(|&column| table.columns[column].least).collect(),
            sections: table.sections.iter().map(|section| (section, rows(section))).collect(),
            indent: if table.sections.iter().any(|section| section.title.is_some()) {
                INDENT
            } else {
                0
            },
            none: reader.words.word("none"),
            has_title: table.title.is_some(),
        }
    }

    /// The widths of the columns, or `None` where they cannot stand side by side.
    fn fit(&self, width: usize) -> Option<Vec<usize>> {
        let column = |number: usize| {
            let heads = std::iter::once(&self.heads[number]);
            heads.chain(
                self.sections
                    .iter()
                    .flat_map(move |(_, rows)| rows.iter().map(move |row| &row[number])),
            )
        };
        let mut natural: Vec<usize> = (0..self.heads.len())
            .map(|number| column(number).map(|text| text.width()).max().unwrap_or(0).max(1))
            .collect();
        let word = |text: &String| {
            let words = text.split_inclusive([' ', '-']);
            let longest = words.map(|word| word.trim_end().width()).max();
            longest.unwrap_or(0).min(LONGEST_WORD)
        };
        let least: Vec<usize> = (0..self.heads.len())
            .map(|number| column(number).map(word).max().unwrap_or(0).max(1))
            .zip(natural.iter().zip(&self.least))
            .map(|(word, (natural, least))| word.max(*least.min(natural)))
            .collect();
        let available = width.checked_sub(self.indent + GAP * natural.len().saturating_sub(1))?;
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
        let marks = || (0..natural.len()).filter(|&number| self.kinds[number] == Kind::Mark);
        let widest = marks().map(|number| natural[number]).max().unwrap_or(0);
        let marks: Vec<usize> = marks().collect();
        for limit in (1..widest).rev() {
            for &number in &marks {
                if missing > 0 && natural[number] > limit.max(least[number]) {
                    natural[number] -= 1;
                    missing -= 1;
                }
            }
        }
    }

    /// Two columns without headings: labels and what is said about them.
    fn is_facts(&self) -> bool {
        self.heads.len() == 2 && self.heads.iter().all(String::is_empty)
    }

    fn write_columns(&self, widths: &[usize], look: Look, out: &mut dyn Write) -> io::Result<()> {
        let indent = " ".repeat(self.indent);
        let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        if self.sections.iter().any(|(_, rows)| !rows.is_empty()) && !self.has_title {
            writeln!(out)?;
        }
        if self.heads.iter().any(|head| !head.is_empty())
            && self.sections.iter().any(|(_, rows)| !rows.is_empty())
        {
            for line in lay_out(std::slice::from_ref(&self.heads), widths, &self.kinds) {
                writeln!(out, "{indent}{}", look.quiet(&line))?;
            }
            writeln!(out, "{indent}{}", look.quiet(&look.rule(total)))?;
        }
        for (number, (section, rows)) in self.sections.iter().enumerate() {
            heading(section, number > 0, look, out)?;
            for rows in rows.chunks(ROWS_AT_A_TIME) {
                for line in lay_out(rows, widths, &self.kinds) {
                    writeln!(out, "{}", format!("{indent}{line}").trim_end())?;
                }
            }
        }
        Ok(())
    }

    /// One record under another: the first column of words as its heading, the others below it with their names; what is unknown is left out.
    fn write_records(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        let labels: Vec<usize> = self.heads.iter().map(|head| head.width()).collect();
        let label = labels.into_iter().max().unwrap_or(0);
        let label = label.min((look.width / 3).max(10)).max(1);
        let rest = look.width.saturating_sub(label + GAP).max(1);
        for (number, (section, rows)) in self.sections.iter().enumerate() {
            heading(section, number > 0 || section.title.is_some(), look, out)?;
            let mut last: Vec<&str> = Vec::new();
            for row in rows {
                writeln!(out)?;
                last.resize(row.len(), "");
                let said: Vec<Vec<String>> = (0..row.len())
                    .filter_map(|column| {
                        if !row[column].is_empty() {
                            last[column] = &row[column];
                        }
                        (!last[column].is_empty() && last[column] != self.none)
                            .then(|| vec![self.heads[column].clone(), last[column].to_owned()])
                    })
                    .collect();
                for line in lay_out(&said, &[label, rest], &[Kind::Text, Kind::Text]) {
                    writeln!(out, "{line}")?;
                }
            }
        }
        Ok(())
    }
}

fn heading(section: &Section, space: bool, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let Some(title) = &section.title else {
        return Ok(());
    };
    if space {
        writeln!(out)?;
    }
    for line in wrap(&one_line(title), look.width) {
        let line = if section.warns { look.warning(&line) } else { look.section(&line) };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_does_not_fit_gives_way_to_another_or_to_records() {
        use crate::model::Registry;
        use crate::render::page::Column;
        use crate::source::embedded;
        let registry: Registry = crate::resolve::read(&embedded()).unwrap();
        let reader = Reader::new(&registry, None);
        let row = || vec![Cell::text("Write the posts of the week"), Cell::text("R")];
        let task = || Column::text("Task").at_least(24);
        let marks =
            Table::plain(vec![task(), Column::mark("Somebody Else Altogether")], vec![row()]);
        let words = Table::plain(vec![task(), Column::text("Who")], vec![row()]);
        let page = Page { table: marks.or_where_narrow(words), ..Page::default() };
        let lines = |width: usize| {
            let look = Look { width, color: false, ascii: true };
            let mut out = Vec::new();
            write(&page, &reader, look, &mut out).unwrap();
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
