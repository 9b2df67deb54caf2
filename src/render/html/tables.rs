//! The page of a report with tables: what the terminal shows, for browsers, printers and word processors.

use super::page::{DOCUMENT_START, Frame};
use super::parts::Part;
use crate::render::page::Page;
use crate::render::reader::Reader;
use askama::Template;
use std::io::{self, Write};

/// Writes the page.
pub fn write_page(page: &Page, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let frame = Frame::new(DOCUMENT_START, &page.title, reader);
    let mut part = Part { is_page: true, ..Part::of(page, reader) };
    part.lead.retain(|sentence| sentence.text != frame.title);
    TablesPage { frame, part }.write_into(out)?;
    writeln!(out)
}

#[derive(Template)]
#[template(path = "tables.html", config = "src/render/html/askama.toml")]
struct TablesPage {
    frame: Frame,
    part: Part,
}
