//! What became of the cells of a sheet.

use serde::Serialize;

/// What became of a cell; of a row, where it is the cell that the row is called after.
#[derive(Clone, Debug, Serialize)]
pub struct Account {
    /// Its row and column.
    #[serde(skip)]
    pub place: (usize, usize),
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
    pub fn new(place: (usize, usize), became: &'static str, reason: Option<&'static str>) -> Self {
        Self { place, cell: String::new(), text: String::new(), became, reason, id: None }
    }

    /// An account of a cell of which nothing became.
    pub fn nothing(place: (usize, usize), reason: &'static str, text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new(place, "nothing", Some(reason)) }
    }
}
