//! A sheet as rows of texts, and CSV in whatever encoding and with whatever separator people have it.

use crate::render::unguarded;
use crate::unicode::is_bidirectional;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The most rows and columns that are read.
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 1_000;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// So many rows show which it is.
const LOOKED_AT: usize = 100;

/// Rows of cells, as long as each row needs.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The texts of the cells.
    pub rows: Vec<Vec<String>>,
}

/// Why a file is no sheet, and what to do.
#[derive(Debug)]
pub struct Unreadable {
    pub message: String,
    pub hints: Vec<String>,
}

impl Unreadable {
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hints: vec![hint.into()] }
    }
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The cells of a row that are not empty, with their columns.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.rows.get(row).into_iter().flatten().map(String::as_str).enumerate();
        cells.filter(|(_, text)| !text.is_empty())
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }
}

/// What a spreadsheet calls a cell: `A7`.
pub fn cell_name(row: usize, column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.insert(0, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(rest - 1) % 26]);
        rest = (rest - 1) / 26;
    }
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

/// The row and the column of a cell by its name, for sorting: longer names of columns come later.
pub fn place(name: &str) -> (usize, usize, String) {
    let column = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (name[column.len()..].parse().unwrap_or_default(), column.len(), column.to_owned())
}

/// The text of a cell without what shows nothing or deceives, with single spaces; its lines stay.
fn cleaned(text: &str) -> String {
    let is_shown = |letter: &char| {
        (!letter.is_control() || letter.is_whitespace())
            && !is_bidirectional(*letter)
            && !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}')
    };
    let text: String = text.chars().filter(is_shown).collect();
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Reads CSV.
pub fn read_csv(bytes: &[u8], separator: Option<u8>) -> Result<Sheet, Unreadable> {
    let text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let (said, text) = match text.split_once('\n') {
        Some((first, rest)) if first.len() == 5 && first.starts_with("sep=") => {
            (first.bytes().last(), rest)
        }
        _ => (None, text.as_str()),
    };
    let separator = said.or(separator).unwrap_or_else(|| found_separator(text));
    let mut sheet = Sheet::default();
    // The line that names the separator is no row in a spreadsheet, which hides it.
    for (blank, cells) in records(text, separator) {
        let row = sheet.rows.len() + blank;
        limit(row + 1, cells.len())?;
        sheet.rows.resize(row, Vec::new());
        sheet.rows.push(cells.iter().map(|cell| cleaned(&unguarded(cell))).collect());
    }
    Ok(sheet)
}

/// Refuses sheets that nobody reads.
fn limit(rows: usize, columns: usize) -> Result<(), Unreadable> {
    if rows > MOST_ROWS {
        let message = format!("the sheet has more than {MOST_ROWS} rows");
        return Err(Unreadable::new(message, "delete empty rows below, or split it"));
    }
    if columns > MOST_COLUMNS {
        let message = format!("the sheet has more than {MOST_COLUMNS} columns");
        return Err(Unreadable::new(message, "delete empty columns on the right, or split it"));
    }
    Ok(())
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
    let (mut best, mut most) = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let score = score(separator);
        if score > most {
            (best, most) = (separator, score);
        }
    }
    best
}

/// The text of a file, by its mark, by what is valid, or as old spreadsheets write it.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
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
        return Err(Unreadable::new("it is no text", "save the sheet as CSV, and name that file"));
    }
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        read_csv(bytes, None).unwrap().rows
    }

    #[test]
    fn encodings_separators_and_blank_lines_are_found() {
        let expected = [vec!["Tâche", "Heures"], vec![], vec!["Écrire; lire", "2,5"]];
        let text = "Tâche;Heures\r\n\r\n\"Écrire; lire\";2,5\r\n";
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        assert_eq!(rows(text.as_bytes()), expected);
        assert_eq!(rows(&WINDOWS_1252.encode(text).0), expected);
        assert_eq!(rows(&utf16(&format!("\u{feff}{text}"))), expected);
        assert_eq!(rows(&utf16(text)), expected);
        assert_eq!(rows(format!("\u{feff}sep=;\r\n{text}").as_bytes()), expected);
        assert_eq!(rows(b"a\tb, c\n\"d\ne\"\tf"), [["a", "b, c"], ["d\ne", "f"]]);
        assert_eq!(rows(b"'=1,\"a;' =2\"\n'a,b"), [["=1", "a; =2"], ["'a", "b"]]);
        assert!(read_csv(b"a\0b", None).is_err());
    }

    #[test]
    fn cells_are_called_as_in_spreadsheets() {
        let names = [(0, 0), (6, 25), (9, 26), (0, 701), (0, 702)];
        let names = names.map(|(row, column)| cell_name(row, column));
        assert_eq!(names, ["A1", "Z7", "AA10", "ZZ1", "AAA1"]);
    }
}
