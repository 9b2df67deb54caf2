//! A page's table as CSV (RFC 4180): one header, one record a row, numbers as plain numbers.

use super::page::{Cell, Page};
use super::visible::one_line;
use std::io::{self, Write};

/// Writes the table; sentences and section headings have no place in CSV.
///
/// # Errors
/// If the writer fails.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let table = &page.table;
    let columns = table.data();
    let mut csv = csv::Writer::from_writer(out);
    let section_title = table.section_column.iter().map(|title| safe(title));
    csv.write_record(
        section_title.chain(columns.iter().map(|&column| safe(&table.columns[column].title))),
    )?;
    for section in &table.sections {
        for row in &section.rows {
            let key = table.section_column.iter().map(|_| safe(&one_line(&section.key)));
            csv.write_record(key.chain(columns.iter().map(|&column| cell(&row[column]))))?;
        }
    }
    csv.flush()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Bar(_) => String::new(),
        Cell::Text(text) => safe(text),
        Cell::Hours(hours) => hours.to_string(),
        Cell::Count(count) => count.to_string(),
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection").
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Hours;
    use crate::render::page::{Column, Columns};

    #[test]
    fn formulas_are_defused_and_numbers_stay_numbers() {
        let rows = [
            ("=SUM(A1)", Cell::from(Hours::parse("2.5").ok())),
            ("say \"hi\", all", Cell::Count(3)),
            ("-x", Cell::Empty),
        ];
        let columns = Columns::new()
            .with(Column::new("@name"), |(name, _): &(&str, Cell)| *name)
            .with(Column::new("hours").number(), |(_, hours)| hours.clone());
        let table = columns.table(&rows);
        let mut out = Vec::new();
        write(&Page { table, ..Page::default() }, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "'@name,hours\n'=SUM(A1),2.5\n\"say \"\"hi\"\", all\",3\n'-x,\n"
        );
    }
}
