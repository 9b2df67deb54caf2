//! Sheets that people have, as registries: which cells mean what, and what became of each row.
//!
//! Nothing here touches files or says anything: bytes come in, and the texts of files go out.

mod draft;
mod files;
mod layout;
mod rows;
mod sheet;
mod values;
mod vocabulary;

pub use draft::Who;
pub use files::SIZE;
pub use layout::{FIELDS, Shape};
pub use rows::Account;
pub use sheet::{Sheet, Unreadable, read_csv};

use layout::Layout;
use vocabulary::Vocabulary;

/// How a sheet is to be read, where that is said.
pub struct Asked<'a> {
    /// Columns, by heading or letters, with what they are.
    pub map: Vec<(String, &'static str)>,
    pub who: Option<Who>,
    pub language: Option<&'a str>,
    /// What the file is called, with and without its ending.
    pub from: &'a str,
    pub stem: &'a str,
}

/// A sheet as a registry.
pub struct Import {
    pub shape: Shape,
    /// The row of the headings, from 1.
    pub heading: usize,
    pub who: Who,
    pub accounts: Vec<Account>,
    /// How many tasks, people or positions, and areas there are.
    pub counts: [usize; 3],
    /// Whether the positions are those of a company size of its own.
    pub has_positions: bool,
    /// The names of files with their texts.
    pub files: Vec<(String, String)>,
}

/// Reads a sheet as a registry.
pub fn import(mut sheet: Sheet, asked: &Asked) -> Result<Import, Unreadable> {
    let words = Vocabulary::new();
    if sheet.rows.iter().flatten().all(String::is_empty) {
        return Err(Unreadable::new("the sheet is empty", "name another file"));
    }
    let too_long = rows::cut(&mut sheet);
    let layout = Layout::find(&sheet, &asked.map, &words)?;
    let mut rows = rows::read(&sheet, &layout, &words);
    let headings = || sheet.filled(layout.heading).map(|(_, text)| text);
    let language = asked.language.unwrap_or_else(|| words.language(headings()));
    let says_who = ["person", "role", "letters"].iter().chain(&layout::NAMES);
    let says_who = says_who.clone().any(|field| layout.column(field).is_some());
    let fallback =
        (!says_who).then_some(rows.title.clone().unwrap_or_else(|| asked.stem.to_owned()));
    let draft = draft::draft(&mut rows, asked.who, fallback.as_deref(), &words)?;
    rows.accounts.extend(too_long);
    rows.accounts.sort_by_key(|account| sheet::place(&account.cell));
    let tasks = draft.roles.iter().map(|role| role.tasks.len()).sum();
    Ok(Import {
        shape: layout.shape,
        heading: layout.heading + 1,
        who: draft.who,
        counts: [tasks, draft.parties.len(), draft.areas.len()],
        has_positions: draft.needs_positions(),
        files: files::files(&draft, &rows, language, asked.from),
        accounts: rows.accounts,
    })
}
