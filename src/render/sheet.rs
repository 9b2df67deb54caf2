//! A page's table as CSV (RFC 4180): one header, one record a row, numbers as plain numbers. Spreadsheets that follow their
//! user's language instead get a mark of UTF-8, and where a comma stands in numbers a semicolon between cells.
//!
//! The crate `csv` quotes what one separator asks for; here other separators count as well, so the quotes are ours, and the
//! tests read them with that crate.

use super::page::{Cell, Page, Shown};
use super::reader::Reader;
use super::visible::one_line;
use crate::model::Hours;
use std::io::{self, Write};

/// For whom CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Csv {
    /// For programs, as RFC 4180 has it.
    #[default]
    Programs,
    /// For spreadsheets in the reader's language.
    Excel,
}

/// What a spreadsheet takes for the sign of UTF-8; without it, Excel reads another encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes the table of a page as CSV; sentences and section headings have no place in CSV.
pub fn write_csv(page: &Page, csv: Csv, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    if csv == Csv::Excel {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    }
    let has_comma = csv == Csv::Excel && reader.hours(Hours::ONE).contains(',');
    let separator = if has_comma { ";" } else { "," };
    let written = |cell: &Cell| match cell {
        Cell::Empty | Cell::Bar(_) => String::new(),
        Cell::Text(words) => text(words),
        Cell::Hours(_) | Cell::Part(_) if csv == Csv::Excel => reader.cell(cell),
        Cell::Hours(hours) => hours.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Part(part) => format!("{part:.2}"),
    };
    let mut write = |cells: &mut dyn Iterator<Item = String>| {
        let end = if csv == Csv::Excel { "\r\n" } else { "\n" };
        write!(out, "{}{end}", cells.collect::<Vec<_>>().join(separator))
    };
    let table = &page.table;
    let columns = table.shown(&Shown::IN_DATA);
    let titles = columns.iter().map(|&column| text(&table.columns[column].title));
    write(&mut table.section_column.iter().map(|title| text(title)).chain(titles))?;
    for section in &table.sections {
        for row in &section.rows {
            let key = table.section_column.iter().map(|_| text(&one_line(&section.key)));
            write(&mut key.chain(columns.iter().map(|&column| written(&row[column]))))?;
        }
    }
    Ok(())
}

/// Where some programs begin a new cell whatever the quotes say: if a comma is no separator for them, a quote in the middle
/// of a line is a mark like any other.
const ENDS_A_CELL: [char; 4] = [';', '\t', '\n', '\r'];

/// A text that means no formula in any program, in quotes where RFC 4180 or a program that splits elsewhere needs them.
fn text(text: &str) -> String {
    let text = guarded(text);
    if text.contains([',', '"']) || text.contains(ENDS_A_CELL) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Each part of a text that a spreadsheet could take for a formula gets an apostrophe before it (OWASP, "CSV injection").
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    for part in text.split_inclusive(ENDS_A_CELL) {
        if may_be_formula(part) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    guarded
}

/// The text as it was before it was guarded.
pub fn unguarded(text: &str) -> String {
    let parts = text.split_inclusive(ENDS_A_CELL);
    parts
        .map(|part| part.strip_prefix('\'').filter(|_| may_be_formula(part)).unwrap_or(part))
        .collect()
}

/// Quotes and blanks may be lost on the way. So may an apostrophe: a text that has one of its own there gets another, so
/// that taking one away always gives the text back.
fn may_be_formula(part: &str) -> bool {
    let part = part.trim_start_matches(['"', '\'', ' ']);
    part.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
