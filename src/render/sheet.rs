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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::render::page::{Column, Columns};
    use crate::{resolve, source};

    #[test]
    fn formulas_are_defused_and_numbers_stay_numbers() {
        let rows = [
            ("=SUM(A1)", Cell::from(Hours::parse("2.5").ok())),
            ("say \"hi\", all", Cell::Count(3)),
            ("-x", Cell::Empty),
            ("a; \"=1+1\";b", Cell::Text("c\t=2".to_owned())),
        ];
        let columns = Columns::new()
            .with(Column::new("@name"), |(name, _): &(&str, Cell)| *name)
            .with(Column::new("hours").number(), |(_, hours)| hours.clone());
        let page = Page { table: columns.table(&rows), ..Page::default() };
        assert_eq!(
            written_as(&page, Csv::Programs, "en"),
            "'@name,hours\n'=SUM(A1),2.5\n\"say \"\"hi\"\", all\",3\n'-x,\n\"a;' \"\"=1+1\"\";b\",\"c\t'=2\"\n"
        );
    }

    /// The page for a reader of the shipped registry.
    fn written_as(page: &Page, csv: Csv, language: &str) -> String {
        let registry = resolve::read(&source::embedded()).unwrap();
        let reader = Reader::new(&registry, Language::parse(language).as_ref());
        let mut out = Vec::new();
        write_csv(page, csv, &reader, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn spreadsheets_get_their_readers_separator_and_decimals() {
        let hours = Column::new("hours").number();
        let columns = Columns::new().with(hours, |hours: &Hours| *hours);
        let table = columns.with(Column::new("n"), |_| 1_usize).table([Hours::ONE]);
        let page = Page { table, ..Page::default() };
        assert_eq!(written_as(&page, Csv::Excel, "en"), "\u{feff}hours,n\r\n1.0,1\r\n");
        assert_eq!(written_as(&page, Csv::Excel, "fr"), "\u{feff}hours;n\r\n1,0;1\r\n");
        assert_eq!(written_as(&page, Csv::Excel, "es-MX"), "\u{feff}hours,n\r\n1.0,1\r\n");
        assert_eq!(written_as(&page, Csv::Programs, "fr"), "hours,n\n1.0,1\n");
    }

    #[test]
    fn no_separator_shows_a_formula_and_every_guard_comes_off() {
        for text in [
            "=1", "'=1", "''=1", "'a", "a;=1", "a; =1", "a;'=1", "a;\"=1\";b", "a\t+1\n-1\r@b",
            "; ;=", "\"-\"", "", "it's; 'so'", "Plan; write", "a;=b;=c",
        ] {
            let guarded = guarded(text);
            assert_eq!(unguarded(&guarded), text);
            let line = format!("first,{}", super::text(text));
            for separator in ENDS_A_CELL {
                let lines = csv::ReaderBuilder::new()
                    .delimiter(u8::try_from(separator).unwrap())
                    .has_headers(false)
                    .flexible(true)
                    .from_reader(line.as_bytes())
                    .into_records()
                    .map(Result::unwrap)
                    .collect::<Vec<_>>();
                let mut cells = lines.iter().flatten();
                assert!(
                    !cells.any(|cell| cell.trim_start().starts_with(['=', '+', '-', '@'])),
                    "{line:?}"
                );
            }
        }
    }
}
