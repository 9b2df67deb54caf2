//! Sheets that people have, as registries: which cells mean what, and what became of each row.
//!
//! Nothing here touches files or says anything: bytes come in, and the texts of files go out.

mod delimited;
mod draft;
mod files;
mod layout;
mod open_document;
mod rows;
mod sheet;
mod values;
mod vocabulary;
mod workbook;

pub use draft::{Draft, Who};
pub use files::SIZE;
pub use layout::{FIELDS, Shape};
pub use sheet::{Account, Book, Unreadable};
pub use workbook::read;

use crate::normalize::fold;
use layout::Layout;
use sheet::{Result, Sheet};
use vocabulary::Vocabulary;

/// How a sheet is to be read, where that is said.
pub struct Asked<'a> {
    /// The sheet that is meant, by its name or its number.
    pub sheet: Option<&'a str>,
    /// Columns, by heading or letters, with what they are.
    pub map: Vec<(String, &'static str)>,
    pub who: Option<Who>,
    pub language: Option<&'a str>,
    /// What the file is called, with and without its ending.
    pub from: &'a str,
    pub stem: &'a str,
}

pub struct Import {
    pub shape: Shape,
    /// The row of the headings, from 1.
    pub heading: usize,
    /// The sheets that were read; none of CSV.
    pub sheets: Vec<String>,
    pub draft: Draft,
    /// The names of files with their texts.
    pub files: Vec<(String, String)>,
    /// The lines of the team: people, and pins.
    pub team: (Vec<String>, Vec<String>),
}

pub fn import(book: Book, asked: &Asked) -> Result<Import> {
    let words = Vocabulary::new();
    let (sheet, layout, others) = chosen(book, asked, &words)?;
    layout.check(&sheet, &asked.map)?;
    let rows = rows::read(&sheet, &layout, &words);
    let headings = || sheet.filled(layout.heading).map(|(_, text)| text);
    let language = asked.language.unwrap_or_else(|| words.language(headings()));
    let title = rows.title.clone();
    let mut draft = draft::draft(rows, asked.who, title.as_deref().unwrap_or(asked.stem), &words)?;
    name_cells(&mut draft.accounts, &sheet, &others);
    let team = files::team(&draft);
    Ok(Import {
        shape: layout.shape,
        heading: layout.heading + 1,
        sheets: sheet.parts.iter().map(|(_, name)| name.clone()).collect(),
        files: files::files(&draft, title.as_deref(), &team, language, asked.from),
        team,
        draft,
    })
}

/// The sheet that is asked for, or the first one that has tasks together with those that have the same headings; and the
/// others. Hidden sheets count only where there is nothing else.
fn chosen(
    mut book: Book,
    asked: &Asked,
    words: &Vocabulary,
) -> Result<(Sheet, Layout, Vec<Sheet>)> {
    let layout = |sheet: &Sheet| match &sheet.refused {
        Some(why) => Err(why.clone()),
        None => Layout::find(sheet, &asked.map, words),
    };
    if let Some(name) = asked.sheet {
        let number = name.parse().ok().and_then(|number: usize| number.checked_sub(1));
        let named = book.sheets.iter().position(|sheet| fold(sheet.name_of(0)) == fold(name));
        let found = named.or(number.filter(|&number| number < book.sheets.len()));
        let sheet = book.sheets.swap_remove(found.ok_or_else(|| no_sheet(&book, name))?);
        let layout = layout(&sheet)?;
        return Ok((sheet, layout, Vec::new()));
    }
    book.sheets.retain(|sheet| !sheet.rows.is_empty() || sheet.refused.is_some());
    if book.sheets.iter().any(|sheet| !sheet.is_hidden) {
        book.sheets.sort_by_key(|sheet| sheet.is_hidden);
    }
    let mut layouts: Vec<_> = book.sheets.iter().map(layout).collect();
    let has_tasks = |layout: &Layout| layout.column("task").is_some();
    let mut found = layouts.iter().position(|layout| layout.as_ref().is_ok_and(has_tasks));
    found = found.or_else(|| layouts.iter().position(Result::is_ok));
    let Some(found) = found else {
        let none = || Unreadable::new("the sheet is empty", "name another file");
        return Err(layouts.into_iter().find_map(Result::err).unwrap_or_else(none));
    };
    let (mut sheet, mut found) = (book.sheets.remove(found), layouts.swap_remove(found)?);
    let headings: Vec<String> = sheet.rows[found.heading].clone();
    let (same, others): (Vec<Sheet>, Vec<Sheet>) = book
        .sheets
        .into_iter()
        .partition(|other| !other.is_hidden && layout::has_headings(other, &headings));
    if !same.is_empty() {
        for other in same {
            sheet.append(other)?;
        }
        found = layout(&sheet)?;
    }
    if others.is_empty() && sheet.parts.len() == 1 {
        sheet.parts.clear();
    }
    Ok((sheet, found, others))
}

fn no_sheet(book: &Book, name: &str) -> Unreadable {
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name_of(0)).collect();
    let hint = match names[..] {
        [""] => "it has only one, without a name; leave --sheet out".to_owned(),
        _ => format!("sheets: {}", names.join(", ")),
    };
    Unreadable::new(format!("there is no sheet '{name}'"), hint)
}

/// Puts accounts into the order of their cells and says the names and texts of these; then comes one for each sheet that
/// was not read.
fn name_cells(accounts: &mut Vec<Account>, sheet: &Sheet, others: &[Sheet]) {
    accounts.extend(sheet.left_out.iter().cloned());
    accounts.sort_by_key(|account| account.place);
    let name = |account: &mut Account, sheet: &Sheet| {
        let (row, column) = account.place;
        account.cell = sheet.cell_name(row, column);
        if account.text.is_empty() {
            sheet.cell(row, column).clone_into(&mut account.text);
        }
    };
    for account in &mut *accounts {
        name(account, sheet);
    }
    for other in others {
        let first = (0..other.rows.len()).find_map(|row| Some((row, other.filled(row).next()?.0)));
        let why = other.refused.as_ref().map(|why| why.message.as_str());
        let reason = why.map_or("other-sheet", |_| "unread-sheet");
        let mut account =
            Account::nothing(first.unwrap_or_default(), reason, why.unwrap_or_default());
        name(&mut account, other);
        accounts.push(account);
    }
}
