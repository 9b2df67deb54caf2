//! Pages in their formats, and values on their way into files.

mod calendars;
mod charts;
mod csv;
mod files;
mod pages;
mod texts;

use roles::model::Language;
use roles::render::{Cell, Csv, Page, PageFormat, Reader, Terminal, write_page};
use roles::{resolve, source};

const TERMINAL: Terminal = Terminal { width: 80, color: false, ascii: true };

/// A page with these columns and rows.
fn page(titles: &[&str], rows: Vec<Vec<Cell>>) -> Page {
    let mut page = Page::default();
    page.table.columns.resize_with(titles.len(), Default::default);
    for (column, title) in page.table.columns.iter_mut().zip(titles) {
        (*title).clone_into(&mut column.title);
    }
    page.table.sections.resize_with(1, Default::default);
    page.table.sections[0].rows = rows;
    page
}

/// The page for a reader of the shipped registry.
fn written(page: &Page, format: PageFormat, csv: Csv, language: &str) -> String {
    let registry = resolve::read(&source::embedded()).unwrap();
    let reader = Reader::new(&registry, Language::parse(language).as_ref());
    let mut out = Vec::new();
    write_page(page, format, &reader, TERMINAL, csv, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
