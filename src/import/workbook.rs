//! Workbooks: what is unpacked is measured first, so that no small file becomes a large one.

use super::delimited;
use super::open_document::{self, clock, decimal, duration};
use super::sheet::{Book, NO_WORKBOOK, Result, Unreadable, broken};
use calamine::{
    DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata,
};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that the parts of a workbook unpack to, in bytes.
const MOST_UNPACKED: u64 = 32 << 20;

/// Reads the sheets of a file, which its content tells: a workbook, or text with a separator.
pub fn read(bytes: &[u8], separator: Option<u8>) -> Result<Book> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::new(
            "a workbook of the old kind, or one with a password",
            NO_WORKBOOK,
        ));
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return delimited::read(bytes, separator);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut content = String::new();
    match archive.by_name("content.xml") {
        Ok(file) => {
            let mut file = file.take(MOST_UNPACKED + 1);
            if file.read_to_string(&mut content).is_err() {
                let message = "it is broken, or it has a password";
                return Err(Unreadable::new(message, NO_WORKBOOK));
            }
            measured(content.len() as u64)?;
            return open_document::read(&content);
        }
        Err(ZipError::FileNotFound) => {}
        Err(why) => return Err(broken(why)),
    }
    let mut unpacked = 0;
    for number in 0..archive.len() {
        let file = archive.by_index(number).map_err(broken)?;
        let is_read =
            file.name().is_ok_and(|name| [".xml", ".rels"].iter().any(|end| name.ends_with(end)));
        if is_read {
            let most = MOST_UNPACKED + 1 - unpacked;
            unpacked += io::copy(&mut file.take(most), &mut io::sink()).map_err(broken)?;
            measured(unpacked)?;
        }
    }
    read_xlsx(bytes)
}

fn measured(unpacked: u64) -> Result<()> {
    if unpacked <= MOST_UNPACKED {
        return Ok(());
    }
    let message = format!("it unpacks to more than {} MiB", MOST_UNPACKED >> 20);
    Err(Unreadable::new(message, "delete what is not about tasks, or save one sheet as .csv"))
}

fn read_xlsx(bytes: &[u8]) -> Result<Book> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut book = Book::default();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ == SheetType::WorkSheet {
            book.begin(&sheet.name, sheet.visible != SheetVisible::Visible)?;
            read_sheet(&mut workbook, &sheet.name, &mut book)
                .unwrap_or_else(|why| book.give_up(why));
        }
    }
    Ok(book)
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, book: &mut Book) -> Result<()> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
        let [row, column] = [cell.pos.0, cell.pos.1].map(|place| place as usize);
        match (&cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => {
                book.leave_out((row, column), "formula", &shown(formula))?;
            }
            (DataRef::SharedString(text), _) => book.put(row, column, text)?,
            (value, _) => book.put(row, column, &text(value))?,
        }
    }
    drop(cells);
    let merged = workbook.merge_cells_by_sheet_name(name).map_err(broken)?;
    let merged = merged.iter().map(|merged| {
        [merged.start.0, merged.start.1, merged.end.0, merged.end.1].map(|place| place as usize)
    });
    book.spread(&merged.collect::<Vec<_>>())
}

/// A formula that nothing has computed yet.
fn shown(formula: XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            format!("={formula}")
        }
        _ => "=".to_owned(),
    }
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(is_true) => is_true.to_string().to_uppercase(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) => text.clone(),
        DataRef::DurationIso(text) => duration(text),
        DataRef::DateTime(time) => time_text(time),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A time of less than a day, or a duration, as a clock shows it; otherwise a day.
fn time_text(time: &ExcelDateTime) -> String {
    let days = time.as_f64();
    if time.is_duration() || (0.0..1.0).contains(&days) {
        return clock(days * 24.0 * 60.0);
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    format!("{year}-{month:02}-{day:02}")
}
