//! A page as an XLSX workbook: a sheet for each section of its table and for each further table, and one with what the page
//! says beside them. Numbers are numbers, and no text is a formula.

use super::page::{Cell, Page, Section, Shown, Table};
use super::reader::Reader;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use std::collections::HashSet;
use std::io::{self, Write};

/// With more sections than this, all of them stand on one sheet: nobody looks through so many.
const MOST_SHEETS: usize = 40;
/// The longest name of a sheet, in UTF-16 units, and what it cannot have.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The longest text of a cell, in characters of one UTF-16 unit.
const LONGEST_TEXT: usize = 32_000;
/// The widest column, in pixels; longer texts are wrapped.
const WIDEST: u32 = 420;

pub fn write_xlsx(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let bytes = workbook(page, reader).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(page: &Page, reader: &Reader) -> Result<Vec<u8>, XlsxError> {
    let mut sheets = Sheets::new()?;
    sheets.add(&page.table, &page.table.shown(&Shown::IN_DATA), &page.title)?;
    for table in page.more.iter().filter(|table| table.is_seen() && !table.is_empty()) {
        sheets.add(table, &table.shown(&Shown::IN_DOCUMENTS), &page.title)?;
    }
    let mut about = vec![&page.title];
    about.extend(page.lead.iter().chain(&page.notes));
    about.dedup();
    sheets.add_lines(&reader.word("sheet-notes"), &about)?;
    sheets.workbook.save_to_buffer()
}

/// A title, or where it is too long for a sheet, how it begins; or else what the rows of the table are about.
fn short<'t>(title: &'t str, table: &'t Table) -> &'t str {
    let is_short = |title: &&str| title.encode_utf16().count() <= LONGEST_NAME;
    let beginning = title.split([':', '(']).next().map(str::trim);
    let subject = table.columns.iter().find(|column| column.is_subject);
    let heading = subject.or(table.columns.first()).map(|column| column.title.as_str());
    [Some(title), beginning, heading].into_iter().flatten().find(is_short).unwrap_or(title)
}

struct Sheets {
    workbook: Workbook,
    names: HashSet<String>,
    bold: Format,
    wrapped: Format,
}

impl Sheets {
    fn new() -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        // The same report gives the same bytes on every day.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let bold = wrapped.clone().set_bold();
        Ok(Self { workbook, names: HashSet::new(), bold, wrapped })
    }

    /// A table, on a sheet for each of its sections unless they are many.
    fn add(&mut self, table: &Table, columns: &[usize], title: &str) -> Result<(), XlsxError> {
        let title = table.title.as_deref().unwrap_or(title);
        let sections = table.sections.iter().filter(|section| !section.rows.is_empty());
        let sections: Vec<&Section> = sections.collect();
        if !(2..=MOST_SHEETS).contains(&sections.len()) {
            return self.add_sheet(short(title, table), table, columns, &sections);
        }
        for section in sections {
            let key = Some(&section.key).filter(|key| !key.is_empty());
            let name = key.or(section.title.as_ref()).map_or(title, String::as_str);
            self.add_sheet(name, table, columns, &[section])?;
        }
        Ok(())
    }

    /// A sheet with a heading that stays and filters.
    fn add_sheet(
        &mut self,
        name: &str,
        table: &Table,
        columns: &[usize],
        sections: &[&Section],
    ) -> Result<(), XlsxError> {
        let name = self.free_name(name);
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        let keyed = table.section_column.as_ref();
        let titles = columns.iter().map(|&column| &table.columns[column].title);
        for (column, title) in (0..).zip(keyed.into_iter().chain(titles)) {
            sheet.write_with_format(0, column, cut(title, LONGEST_TEXT), &self.bold)?;
        }
        let rows =
            sections.iter().flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        let (mut last_row, mut last_column) = (0, 0);
        for (row, (section, cells)) in (1..).zip(rows) {
            let key = keyed.map(|_| Cell::Text(section.key.clone()));
            let cells = key.iter().chain(columns.iter().map(|&column| &cells[column]));
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, row, column, cell, &self.wrapped)?;
                (last_row, last_column) = (row, column);
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if last_row > 0 {
            sheet.autofilter(0, 0, last_row, last_column)?;
        }
        sheet.set_autofit_max_width(WIDEST).autofit();
        Ok(())
    }

    fn add_lines(&mut self, name: &str, lines: &[&String]) -> Result<(), XlsxError> {
        let name = self.free_name(name);
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        for (row, line) in (0..).zip(lines) {
            let format = if row == 0 { &self.bold } else { &self.wrapped };
            sheet.write_with_format(row, 0, cut(line, LONGEST_TEXT), format)?;
        }
        sheet.set_column_width(0, 100)?;
        Ok(())
    }

    /// A name for a sheet that no other has, and that every program takes.
    fn free_name(&mut self, wanted: &str) -> String {
        let plain = wanted.replace(NOT_IN_NAMES, " ").replace(char::is_control, " ");
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches(['\'', ' ']);
        let mut number = 1_usize;
        loop {
            let end = if number == 1 { String::new() } else { format!(" {number}") };
            let name = cut(plain, LONGEST_NAME - end.len()).trim_end_matches(['\'', ' ']);
            let name = if name.is_empty() { format!("–{end}") } else { format!("{name}{end}") };
            // Excel keeps one name for itself.
            let is_kept = name.eq_ignore_ascii_case("history");
            if !is_kept && self.names.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let number = match cell {
        Cell::Empty | Cell::Bar(_) => return Ok(()),
        Cell::Text(text) => {
            sheet.write_with_format(row, column, cut(text, LONGEST_TEXT), format)?;
            return Ok(());
        }
        Cell::Hours(hours) => hours.as_f64(),
        Cell::Part(part) => *part,
        Cell::Count(count) => u32::try_from(*count).unwrap_or(u32::MAX).into(),
    };
    sheet.write_number_with_format(row, column, number, format).map(|_| ())
}

/// The beginning of a text, of at most so many UTF-16 units.
fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end])
}
