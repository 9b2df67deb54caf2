//! Sheets as rows of texts, with limits that nobody's own sheets reach; and what became of their cells.

use crate::model::MAX_CHARACTERS;
use crate::unicode::is_bidirectional;
use serde::Serialize;
use std::error::Error;

/// The most that is read of a file, all its sheets together; empty cells left of filled ones are cells too.
const MOST_SHEETS: usize = 200;
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 1_000;
const MOST_CELLS: usize = 500_000;
const MOST_BYTES: usize = 16 << 20;
/// The longest text of a cell, in bytes: a registry takes as many characters.
const LONGEST: usize = MAX_CHARACTERS;

pub type Result<T, E = Unreadable> = std::result::Result<T, E>;

/// Where a cell is: its row and column.
pub type Place = (usize, usize);

#[derive(Clone, Debug)]
pub struct Unreadable {
    pub message: String,
    pub hints: Vec<String>,
}

impl Unreadable {
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hints: vec![hint.into()] }
    }
}

pub const NO_WORKBOOK: &str =
    "save it as .xlsx, .ods or .csv in a spreadsheet program, without a password";

/// What is wrong with a workbook, without letters that a terminal obeys.
pub fn broken(why: impl Into<Box<dyn Error>>) -> Unreadable {
    let why = why.into().to_string().replace(char::is_control, " ");
    Unreadable::new(format!("no workbook that can be read ({why})"), NO_WORKBOOK)
}

#[derive(Debug, Default)]
pub struct Book {
    pub sheets: Vec<Sheet>,
    cells: usize,
    bytes: usize,
    /// How many cells and bytes the sheets before the last one have.
    before: (usize, usize),
}

impl Book {
    pub fn begin(&mut self, name: &str, is_hidden: bool) -> Result<()> {
        if self.sheets.len() == MOST_SHEETS {
            let message = format!("it has more than {MOST_SHEETS} sheets");
            return Err(Unreadable::new(message, "save the one that matters as a file of its own"));
        }
        self.before = (self.cells, self.bytes);
        let parts = vec![(0, cleaned(name).replace('\n', " "))];
        self.sheets.push(Sheet { is_hidden, parts, ..Sheet::default() });
        Ok(())
    }

    /// Empties the last sheet, which cannot be read.
    pub fn give_up(&mut self, why: Unreadable) {
        (self.cells, self.bytes) = self.before;
        if let Some(sheet) = self.sheets.last_mut() {
            (sheet.rows, sheet.left_out) = (Vec::new(), Vec::new());
            sheet.refused = Some(why);
        }
    }

    /// Puts a text into a cell of the last sheet; one that is too long only as far as a registry takes it, and none that says
    /// that a formula went wrong.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<()> {
        let mut text = cleaned(text);
        if text.is_empty() {
            return Ok(());
        }
        if is_error(&text) {
            return self.leave_out((row, column), "error", &text);
        }
        if text.len() > LONGEST {
            text.truncate(text.floor_char_boundary(LONGEST));
            self.leave_out((row, column), "too-long", "")?;
        }
        let there = self.sheets.last().and_then(|sheet| sheet.rows.get(row)).map_or(0, Vec::len);
        self.count((row, column), (column + 1).saturating_sub(there), text.len())?;
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        if sheet.rows.len() <= row {
            sheet.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut sheet.rows[row];
        cells.resize(cells.len().max(column + 1), String::new());
        cells[column] = text;
        Ok(())
    }

    /// Says why a cell of the last sheet, or the end of its text, is left out.
    pub fn leave_out(&mut self, place: Place, reason: &'static str, text: &str) -> Result<()> {
        self.count(place, 1, text.len())?;
        let account = Account::nothing(place, reason, text);
        self.sheets.last_mut().into_iter().for_each(|sheet| sheet.left_out.push(account.clone()));
        Ok(())
    }

    /// Refuses what nobody's sheet has.
    fn count(&mut self, place: Place, cells: usize, bytes: usize) -> Result<()> {
        let (row, column) = place;
        self.cells = self.cells.saturating_add(cells);
        self.bytes += bytes;
        let (what, hint) = if row >= MOST_ROWS {
            let hint = "delete the rows below the tasks, or split the sheet";
            (format!("more than {MOST_ROWS} rows"), hint)
        } else if column >= MOST_COLUMNS {
            let hint = "delete the columns on the right, or split the sheet";
            (format!("more than {MOST_COLUMNS} columns"), hint)
        } else if self.cells > MOST_CELLS || self.bytes > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            let what = format!("more than {MOST_CELLS} cells or {most} MiB of text until here");
            (what, "delete what is not about tasks, or split the sheet")
        } else {
            return Ok(());
        };
        let cell = self.sheets.last().map(|sheet| sheet.cell_name(row, column));
        Err(Unreadable::new(format!("{}: {what}", cell.unwrap_or_default()), hint))
    }

    /// Says of merged cells, each with its first and last row and column, what the first of them says.
    pub fn spread(&mut self, merged: &[[usize; 4]]) -> Result<()> {
        let (mut looked_at, last) = (0, self.sheets.last());
        let (height, width) = last.map_or((0, 0), |sheet| (sheet.rows.len(), sheet.width()));
        for &[top, left, bottom, right] in merged {
            let text = self.sheets.last().map_or("", |sheet| sheet.cell(top, left)).to_owned();
            for row in top..height.min(bottom.saturating_add(1)) {
                for column in left..width.min(right.saturating_add(1)) {
                    looked_at += 1;
                    if looked_at > MOST_CELLS {
                        let message = "too many cells are merged";
                        return Err(Unreadable::new(message, "undo it in a spreadsheet program"));
                    }
                    let is_free =
                        self.sheets.last().is_some_and(|sheet| sheet.cell(row, column).is_empty());
                    if is_free {
                        self.put(row, column, &text)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Rows of cells, as long as each row needs.
#[derive(Debug, Default)]
pub struct Sheet {
    pub is_hidden: bool,
    pub rows: Vec<Vec<String>>,
    /// The rows at which each of the sheets begins that this one is made of, with their names; CSV has none.
    pub parts: Vec<(usize, String)>,
    /// Cells that were not read, or not to their ends.
    pub left_out: Vec<Account>,
    pub refused: Option<Unreadable>,
}

impl Sheet {
    /// What it is called; of several sheets the one that a row is in.
    pub fn name_of(&self, row: usize) -> &str {
        self.part(row).1
    }

    /// Where the sheet begins that a row is in, and what it is called.
    fn part(&self, row: usize) -> (usize, &str) {
        let part = self.parts.iter().rfind(|(first, _)| *first <= row);
        part.map_or((0, ""), |(first, name)| (*first, name.as_str()))
    }

    /// The row behind the sheet that a row is in.
    pub fn end(&self, row: usize) -> usize {
        let next = self.parts.iter().find(|(first, _)| *first > row);
        next.map_or(self.rows.len(), |(first, _)| *first)
    }

    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The cells of a row that are not empty, with their columns.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.rows.get(row).into_iter().flatten().map(String::as_str).enumerate();
        cells.filter(|(_, text)| !text.is_empty())
    }

    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// What a spreadsheet calls a cell: `A7`, and of several sheets `Plan!A7`.
    pub fn cell_name(&self, row: usize, column: usize) -> String {
        let (first, name) = self.part(row);
        let cell = format!("{}{}", column_name(column), row - first + 1);
        match name {
            "" => cell,
            name if name.chars().all(char::is_alphanumeric) => format!("{name}!{cell}"),
            name => format!("'{name}'!{cell}"),
        }
    }

    /// True if one of the sheets that it is made of begins with a row.
    pub fn begins(&self, row: usize) -> bool {
        self.parts.iter().any(|(first, _)| *first == row)
    }

    pub fn append(&mut self, other: Self) -> Result<()> {
        let below = self.rows.len();
        if below + other.rows.len() > MOST_ROWS {
            let message = format!("its sheets have more than {MOST_ROWS} rows together");
            return Err(Unreadable::new(message, "--sheet reads one alone"));
        }
        self.parts.extend(other.parts.into_iter().map(|(first, name)| (first + below, name)));
        self.rows.extend(other.rows);
        self.left_out.extend(other.left_out.into_iter().map(|account| {
            let (row, column) = account.place;
            Account { place: (row + below, column), ..account }
        }));
        Ok(())
    }
}

/// What became of a cell; of a row, where it is the cell that the row is called after.
#[derive(Clone, Debug, Serialize)]
pub struct Account {
    #[serde(skip)]
    pub place: Place,
    /// What a spreadsheet calls it.
    pub cell: String,
    pub text: String,
    /// `task`, `person`, `section`, `title`, `heading` or `nothing`.
    pub became: &'static str,
    /// What is wrong or was decided, as a code.
    pub reason: Option<&'static str>,
    /// The id of the task.
    pub id: Option<String>,
}

impl Account {
    /// An account of a cell, which has its name and, unless it is said, its text filled in at the end.
    pub fn new(place: Place, became: &'static str, reason: Option<&'static str>) -> Self {
        Self { place, cell: String::new(), text: String::new(), became, reason, id: None }
    }

    /// An account of a cell of which nothing became.
    pub fn nothing(place: Place, reason: &'static str, text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new(place, "nothing", Some(reason)) }
    }
}

/// What a spreadsheet calls a column: `A`, `AB`.
pub fn column_name(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.insert(0, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(rest - 1) % 26]);
        rest = (rest - 1) / 26;
    }
    String::from_utf8_lossy(&letters).into_owned()
}

/// True for what a spreadsheet shows where a formula went wrong: `#REF!`, `#NOM?`, `#N/A`, `Err:502`.
fn is_error(text: &str) -> bool {
    let is_code = text.starts_with('#') && text.len() > 2 && !text.contains(char::is_whitespace);
    is_code && text.ends_with(['!', '?']) && text == text.to_uppercase()
        || ["#N/A", "#N/D"].contains(&text)
        || text.strip_prefix("Err:").is_some_and(|code| code.parse::<u16>().is_ok())
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
