//! CSV in whatever encoding and with whatever separator people have it.

use super::sheet::{Book, Result, Unreadable};
use crate::render::unguarded;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// So many rows show which it is.
const LOOKED_AT: usize = 100;

/// Reads CSV. The line that names the separator is no row in a spreadsheet, which hides it.
pub fn read(bytes: &[u8], separator: Option<u8>) -> Result<Book> {
    let text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let (said, text) = match text.split_once('\n') {
        Some((first, rest)) if first.len() == 5 && first.starts_with("sep=") => {
            (first.bytes().last(), rest)
        }
        _ => (None, text.as_str()),
    };
    let separator = said.or(separator).unwrap_or_else(|| found_separator(text));
    let mut book = Book::default();
    book.begin("", false)?;
    let mut row = 0;
    for (blank, cells) in records(text, separator) {
        row += blank;
        for (column, cell) in cells.iter().enumerate() {
            book.put(row, column, &unguarded(cell))?;
        }
        row += 1;
    }
    Ok(book)
}

/// Each record with the number of empty lines before it, which are rows of a spreadsheet as well.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, csv::StringRecord)> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    std::iter::from_fn(move || {
        let at = usize::try_from(reader.position().byte()).unwrap_or_default();
        let behind = text.as_bytes().get(at..).unwrap_or_default();
        let blank = behind.iter().take_while(|&&byte| byte == b'\n').count();
        let mut record = csv::StringRecord::new();
        let is_there = reader.read_record(&mut record).unwrap_or_default();
        is_there.then_some((blank, record))
    })
}

/// The separator by which most rows have the same number of cells, more than one.
fn found_separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut widths: Vec<usize> =
            records(text, separator).take(LOOKED_AT).map(|(_, cells)| cells.len()).collect();
        widths.sort_unstable();
        let groups = widths.chunk_by(PartialEq::eq).filter(|group| group[0] > 1);
        groups.map(|group| (group.len(), group[0])).max().unwrap_or_default()
    };
    // Of equal ones, this takes the last.
    SEPARATORS.into_iter().rev().max_by_key(|&separator| score(separator)).unwrap_or(b',')
}

/// The text of a file, by its mark, by what is valid, or as old spreadsheets write it.
fn decoded(bytes: &[u8]) -> Result<String> {
    let zeros = |offset: usize| {
        let bytes = bytes.iter().take(64).skip(offset).step_by(2);
        bytes.filter(|&&byte| byte == 0).count() > 8
    };
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if zeros(0) && !zeros(1) => UTF_16BE,
        None if zeros(1) && !zeros(0) => UTF_16LE,
        None if str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, ..) = encoding.decode(bytes);
    if text.contains('\0') {
        let hint = "save the sheet as .xlsx, .ods or .csv, and name that file";
        return Err(Unreadable::new("it is neither a workbook nor text", hint));
    }
    Ok(text.into_owned())
}
