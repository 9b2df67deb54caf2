//! A document as an HTML page: headings in their order, facts, paragraphs and lists.

use super::page::{DOCUMENT_START, Frame, HtmlText};
use crate::render::document::{Document, Group, Line, Piece, Section};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use askama::Template;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt;
use std::io::{self, Write};

/// Writes the page.
///
/// # Errors
/// If the writer fails.
pub fn write(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let fact = |(label, line): &(String, Line)| (HtmlText::plain(label), Shown::new(line, reader));
    let page = DocumentPage {
        frame: Frame::new(DOCUMENT_START, reader.text(document.title), reader),
        title: HtmlText::new(document.title, reader),
        facts: document.facts.iter().map(fact).collect(),
        sections: document.sections.iter().map(|section| Part::new(section, reader)).collect(),
    };
    page.write_into(out).map_err(io::Error::other)?;
    writeln!(out)
}

#[derive(Template)]
#[template(path = "document.html", config = "src/render/html/askama.toml")]
struct DocumentPage {
    frame: Frame,
    title: HtmlText,
    facts: Vec<(HtmlText, Shown)>,
    sections: Vec<Part>,
}

/// A section.
struct Part {
    title: HtmlText,
    lead: Option<Shown>,
    items: Vec<Shown>,
    groups: Vec<Together>,
}

/// A group of a section.
struct Together {
    title: Shown,
    items: Vec<Shown>,
}

impl Part {
    fn new(section: &Section, reader: &Reader) -> Self {
        let group = |group: &Group| Together {
            title: Shown::new(&group.title, reader),
            items: Shown::each(&group.items, reader),
        };
        Self {
            title: HtmlText::plain(&section.title),
            lead: section.lead.as_ref().map(|lead| Shown::new(lead, reader)),
            items: Shown::each(&section.items, reader),
            groups: section.groups.iter().map(group).collect(),
        }
    }
}

/// A line, whose pieces escape themselves.
struct Shown(Vec<Fragment>);

enum Fragment {
    /// Words of our own.
    Own(String),
    /// A text of the registry.
    HtmlText(HtmlText),
    /// An address on the web; the registry takes no other.
    Link(String),
}

impl Shown {
    fn new(line: &Line, reader: &Reader) -> Self {
        let fragment = |piece: &Piece| match piece {
            Piece::Own(words) => Fragment::Own(words.clone()),
            Piece::Text(text) => Fragment::HtmlText(HtmlText::new(text, reader)),
            Piece::Inside(text) => Fragment::HtmlText(HtmlText::inside(text, reader)),
            Piece::Link(address) => Fragment::Link(one_line(address).into_owned()),
        };
        Self(line.pieces.iter().map(fragment).collect())
    }

    fn each(lines: &[Line], reader: &Reader) -> Vec<Self> {
        lines.iter().map(|line| Self::new(line, reader)).collect()
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for fragment in &self.0 {
            match fragment {
                Fragment::Own(words) => {
                    let Ok(words) = escape(words, Html);
                    write!(out, "{words}")?;
                }
                Fragment::HtmlText(said) => write!(out, "{said}")?,
                Fragment::Link(address) => {
                    let Ok(address) = escape(address, Html);
                    write!(out, "<a href=\"{address}\">{address}</a>")?;
                }
            }
        }
        Ok(())
    }
}

/// Its fragments are escaped.
impl HtmlSafe for Shown {}
