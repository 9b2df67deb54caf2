//! What the columns of a sheet hold: where the headings stand, below whatever title, and which of the shapes it has.

use super::sheet::{Result, Sheet, Unreadable, column_name};
use super::values::{Letter, letters};
use super::vocabulary::Vocabulary;
use crate::normalize::fold;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Headings stand within so many rows.
const DEEPEST: usize = 60;
/// So many columns are named where one is not found.
const MOST_NAMED: usize = 20;

/// What a column can be mapped to, and what headings mean.
pub const FIELDS: [&str; 18] = [
    "task", "role", "area", "person", "responsible", "accountable", "consulted", "informed",
    "letters", "cadence", "days", "hours", "each-time", "importance", "doers", "detail", "id",
    "ignore",
];

/// What is a role where no column says what the roles are, and otherwise only repeats it.
const POSITION: &str = "position";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Tasks down, people or positions across, letters inside.
    Matrix,
    /// Tasks down, and a column of names for each letter.
    Names,
    /// Tasks or people down, with what is known of each.
    List,
}

impl Shape {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Names => "names",
            Self::List => "list",
        }
    }
}

/// Where the headings stand, and what each column holds: one of [`FIELDS`], or nothing that is known.
pub struct Layout {
    pub shape: Shape,
    pub heading: usize,
    pub columns: Vec<Option<&'static str>>,
}

impl Layout {
    pub fn find(sheet: &Sheet, map: &[(String, &'static str)], words: &Vocabulary) -> Result<Self> {
        let known = |(column, text): (usize, &str)| {
            mapped(map, column, text).or_else(|| words.get("field", text))
        };
        let headings = (0..sheet.rows.len().min(DEEPEST)).filter_map(|row| {
            let fields: BTreeSet<&str> = sheet.filled(row).filter_map(known).collect();
            // Above headings that are merged stand names for several of them.
            let texts: BTreeSet<&str> = sheet.filled(row).map(|(_, text)| text).collect();
            let score = (fields.contains("task"), fields.len(), texts.len());
            // Single letters may as well be what somebody does.
            let is_word =
                |(_, text): (usize, &str)| text.len() > 1 && words.get("field", text).is_some();
            let has_words = sheet.filled(row).any(is_word) || !map.is_empty();
            let is_enough = score.0 || (score.1 > 1 && has_words);
            (sheet.filled(row).count() > 1 && is_enough).then_some((score, Reverse(row)))
        });
        let heading = headings.max().map(|(_, Reverse(row))| row);
        let heading = heading.or_else(|| above_letters(sheet, words));
        let heading = heading.ok_or_else(|| no_tasks(sheet))?;
        let headed: Vec<_> = (0..sheet.width())
            .map(|column| words.get("field", sheet.cell(heading, column)))
            .collect();
        let named = headed.iter().filter(|field| is_of_names(**field)).count();
        let columns = headed.iter().enumerate().map(|(column, &field)| {
            let has_names = named > usize::from(is_of_names(field));
            let by_cells = || by_cells(sheet, heading, column, (field, has_names), words);
            mapped(map, column, sheet.cell(heading, column)).or_else(by_cells)
        });
        let found = Self { shape: Shape::List, heading, columns: columns.collect() };
        Ok(found.shaped(sheet).with_tasks(sheet)?.without_repeats(sheet, map, words))
    }

    /// Whether the sheet has all columns that `--map` names.
    pub fn check(&self, sheet: &Sheet, map: &[(String, &'static str)]) -> Result<()> {
        let cell = |column| sheet.cell(self.heading, column);
        let is_there =
            |name: &str| (0..sheet.width()).any(|column| is_called(column, cell(column), name));
        let Some((name, _)) = map.iter().find(|(name, _)| !is_there(name)) else { return Ok(()) };
        let columns = sheet
            .filled(self.heading)
            .map(|(column, text)| format!("{} {text}", column_name(column)));
        let hint =
            format!("its columns: {}", columns.take(MOST_NAMED).collect::<Vec<_>>().join(", "));
        Err(Unreadable::new(format!("--map names the column '{name}', which is not there"), hint))
    }

    fn has(&self, field: &'static str) -> bool {
        self.columns.contains(&Some(field))
    }

    /// Settles which shape it is and which columns have roles and people.
    fn shaped(mut self, sheet: &Sheet) -> Self {
        // Somebody without a part in anything stands among those who have one.
        let last = self.columns.iter().rposition(|column| *column == Some("letters"));
        let task = self.column("task").map_or(0, |task| task + 1);
        for column in task..last.unwrap_or_default() {
            let mut rows = self.heading + 1..sheet.rows.len();
            let is_free =
                self.columns[column].is_none() && !sheet.cell(self.heading, column).is_empty();
            if is_free && rows.all(|row| sheet.cell(row, column).is_empty()) {
                self.columns[column] = Some("letters");
            }
        }
        let position = if self.has("role") { "ignore" } else { "role" };
        for column in self.columns.iter_mut().filter(|column| **column == Some(POSITION)) {
            *column = Some(position);
        }
        self.shape = match self.has("letters") {
            true => Shape::Matrix,
            false if Letter::WORDS.iter().any(|field| self.has(field)) => Shape::Names,
            false => Shape::List,
        };
        self
    }

    /// Settles which column has the tasks.
    fn with_tasks(mut self, sheet: &Sheet) -> Result<Self> {
        // Of `Name` and `Assignee`, the names are those of tasks.
        let people = self.columns.iter().filter(|column| **column == Some("person")).count();
        if let Some(first) = self.column("person").filter(|_| people > 1 && !self.has("task")) {
            self.columns[first] = Some("task");
        }
        if self.has("task") || self.shape == Shape::List && self.has("person") {
            return Ok(self);
        }
        // Of columns that nobody knows, the one with most texts; numbers of rows are none.
        let texts = |column: usize| {
            let rows = self.heading + 1..sheet.rows.len();
            rows.filter(|row| sheet.cell(*row, column).contains(char::is_alphabetic)).count()
        };
        let free = (0..self.columns.len()).filter(|&column| self.columns[column].is_none());
        let fullest = free.rev().max_by_key(|&column| texts(column));
        match fullest.filter(|&column| texts(column) > 0 && self.shape != Shape::List) {
            Some(column) => self.columns[column] = Some("task"),
            None => return Err(no_tasks(sheet)),
        }
        Ok(self)
    }

    /// Leaves out columns that say again what another says: what we export has the same in two forms. Of two columns with
    /// one value for each task, the first counts, unless somebody says otherwise.
    fn without_repeats(
        mut self,
        sheet: &Sheet,
        map: &[(String, &str)],
        words: &Vocabulary,
    ) -> Self {
        let (is_matrix, first) = (self.shape == Shape::Matrix, self.column("person"));
        let mut seen = BTreeSet::new();
        for number in 0..self.columns.len() {
            let Some(field) = self.columns[number] else { continue };
            let is_said = || mapped(map, number, sheet.cell(self.heading, number)).is_some();
            self.columns[number] = match field {
                "letters" | "detail" | "ignore" => continue,
                "person" => match first.filter(|&first| first < number) {
                    Some(first) if self.repeats(sheet, first, number, words) => Some("ignore"),
                    _ => continue,
                },
                field if Letter::WORDS.contains(&field) => {
                    Some(if is_matrix { "ignore" } else { field })
                }
                field => Some(field).filter(|_| seen.insert(field) || is_said()),
            };
        }
        self
    }

    /// True if a column says nothing that another does not say.
    fn repeats(&self, sheet: &Sheet, first: usize, column: usize, words: &Vocabulary) -> bool {
        (self.heading + 1..sheet.rows.len()).all(|row| {
            let [known, other] = [first, column].map(|column| sheet.cell(row, column));
            other.is_empty()
                || known == other
                || words.is("mark", "nothing", other)
                || sheet.filled(row).eq(sheet.filled(self.heading))
        })
    }

    /// True if a column says who has a part in tasks.
    pub fn says_who(&self) -> bool {
        let mut fields = ["person", "role", "letters"].iter().chain(Letter::WORDS);
        fields.any(|field| self.column(field).is_some())
    }

    /// The first column with this field.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }
}

/// True if these headings stand in a sheet where headings may.
pub fn has_headings(sheet: &Sheet, headings: &[String]) -> bool {
    let filled = |cells: &[String]| {
        let cells = cells.iter().cloned().enumerate();
        cells.filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()
    };
    sheet.rows.iter().take(DEEPEST).any(|row| filled(row) == filled(headings))
}

/// What `--map` says of a column: by its heading, or by its letters.
fn mapped<'m>(map: &[(String, &'m str)], column: usize, text: &str) -> Option<&'m str> {
    map.iter().find(|(name, _)| is_called(column, text, name)).map(|(_, field)| *field)
}

fn is_called(column: usize, heading: &str, name: &str) -> bool {
    fold(name) == fold(heading) || name.eq_ignore_ascii_case(&column_name(column))
}

fn is_of_names(field: Option<&str>) -> bool {
    field.is_some_and(|field| field == "person" || Letter::WORDS.contains(&field))
}

/// What a column holds by its heading, or by letters of RACI in half of its cells and more. Where it is called after names,
/// all of them have to be letters; and where others have names, signs alone tick something off.
fn by_cells(
    sheet: &Sheet,
    heading: usize,
    column: usize,
    (field, has_names): (Option<&'static str>, bool),
    words: &Vocabulary,
) -> Option<&'static str> {
    let text = sheet.cell(heading, column);
    if field.is_some() && !is_of_names(field) {
        return field;
    }
    let cells = (heading + 1..sheet.rows.len()).map(|row| sheet.cell(row, column));
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let read = cells.iter().filter_map(|cell| letters(cell, words).filter(|read| !read.is_empty()));
    let read = read.count();
    let is_letter = |cell: &&str| fold(cell).contains(['r', 'a', 'c', 'i']);
    let is_matrix = read > 0
        && read * 2 >= cells.len()
        && (field.is_none() || read == cells.len())
        && (!has_names || cells.iter().any(is_letter));
    if is_matrix && !text.is_empty() { Some("letters") } else { field }
}

/// The row above the first one that has letters of RACI, where no heading is known.
fn above_letters(sheet: &Sheet, words: &Vocabulary) -> Option<usize> {
    let has_letters = |row: &usize| {
        let is_number = |text: &str| !text.contains(char::is_alphabetic);
        let cells = sheet.filled(*row).skip_while(|(_, text)| is_number(text)).skip(1);
        let mut read =
            cells.map(|(_, text)| letters(text, words).is_some_and(|read| !read.is_empty()));
        read.next().is_some_and(|first| first && read.all(|letters| letters))
    };
    let first = (0..sheet.rows.len()).find(has_letters)?;
    (0..first).rev().find(|&row| sheet.filled(row).count() > 1)
}

fn no_tasks(sheet: &Sheet) -> Unreadable {
    let hint = "--map COLUMN=task says which column has the tasks, by its heading or as B";
    let mut error = Unreadable::new("no heading says which column has the tasks", hint);
    if let Some(row) = (0..sheet.rows.len()).find(|&row| sheet.filled(row).count() > 1) {
        let cells = sheet.filled(row).take(8);
        let cells: Vec<String> = cells
            .map(|(column, text)| format!("{} {text}", sheet.cell_name(row, column)))
            .collect();
        error.hints.push(format!("the first row with several cells: {}", cells.join(", ")));
    }
    error
}
