//! A document as an HTML page: headings in their order, facts, paragraphs and lists.

use super::page::{DOCUMENT_START, Frame, HtmlText};
use crate::render::document::{Document, Line, Piece};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use askama::Template;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt;
use std::io::{self, Write};

/// Writes the page.
pub fn write(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let frame = Frame::new(DOCUMENT_START, reader.text(document.title), reader);
    let page = DocumentPage { frame, document, reader };
    page.write_into(out)?;
    writeln!(out)
}

#[derive(Template)]
#[template(path = "document.html", config = "src/render/html/askama.toml")]
struct DocumentPage<'a> {
    frame: Frame,
    document: &'a Document<'a>,
    reader: &'a Reader<'a>,
}

impl<'a> DocumentPage<'a> {
    fn title(&self) -> HtmlText {
        HtmlText::new(self.document.title, self.reader)
    }

    fn line(&self, line: &'a Line<'a>) -> HtmlLine<'a> {
        HtmlLine { line, reader: self.reader }
    }
}

/// A line whose pieces escape themselves.
struct HtmlLine<'a> {
    line: &'a Line<'a>,
    reader: &'a Reader<'a>,
}

impl HtmlSafe for HtmlLine<'_> {}

impl fmt::Display for HtmlLine<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for piece in &self.line.pieces {
            match piece {
                Piece::Own(words) => {
                    let Ok(words) = escape(words, Html);
                    write!(out, "{words}")?;
                }
                Piece::Text(text) => HtmlText::new(text, self.reader).fmt(out)?,
                Piece::Inside(text) => HtmlText::inside(text, self.reader).fmt(out)?,
                // The registry takes no other addresses than those on the web.
                Piece::Link(address) => {
                    let Ok(address) = escape(one_line(address), Html);
                    write!(out, "<a href=\"{address}\">{address}</a>")?;
                }
            }
        }
        Ok(())
    }
}
