//! From answers to what is printed: report → page → table, Markdown, CSV or XLSX; report → document → Markdown or HTML; report →
//! JSON; assignment → calendars; problem → snippet.
//!
//! Nothing here asks the terminal or the environment anything: width, colour and language are handed in.

mod calendar;
pub mod chart;
mod document;
mod drawing;
mod export;
mod files;
mod html;
pub mod json;
mod new_files;
mod page;
pub mod pages;
pub mod problems;
mod reader;
mod sheet;
mod terminal;
mod visible;
mod words;
mod workbook;

pub use calendar::{CALENDAR_START, Calendars};
pub use document::Document;
pub use files::{Lines, Transfer, in_flow, list, plain, schema, team_file};
pub use html::{Company, Report, report};
pub use new_files::{change_file, comment, registry_file, role_file};
pub use page::{Cell, Page};
pub use reader::Reader;
pub use sheet::{Csv, unguarded};
pub use terminal::{Terminal, wrap};
pub use visible::{one_line, visible};
pub use words::{Argument, SPOKEN, Words};

use std::io::{self, Write};

words! {
    PageFormat {
        Table = "table",
        Markdown = "markdown",
        Csv = "csv",
        Html = "html",
        Xlsx = "xlsx",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFormat {
    Markdown,
    Html,
}

pub fn write_document(
    document: &Document,
    format: DocumentFormat,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        DocumentFormat::Markdown => export::write_document(document, reader, out),
        DocumentFormat::Html => html::write_document(document, reader, out),
    }
}

/// Writes a page. The terminal counts for tables, and for whom it is for CSV.
pub fn write_page(
    page: &Page,
    format: PageFormat,
    reader: &Reader,
    terminal: Terminal,
    csv: Csv,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        PageFormat::Table => terminal::write_page(page, reader, terminal, out),
        PageFormat::Markdown => export::write_markdown(page, reader, out),
        PageFormat::Csv => sheet::write_csv(page, csv, reader, out),
        PageFormat::Html => html::write_page(page, reader, out),
        PageFormat::Xlsx => workbook::write_xlsx(page, reader, out),
    }
}
