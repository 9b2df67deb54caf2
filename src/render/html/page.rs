//! What every page has: the frame around its content, and texts that say their language where it is not the page's own.
//! Screen readers pronounce such a text right, and one from right to left does not turn its neighbours (WCAG 2.2, 3.1.2;
//! HTML's `bdi`). The simplest page is a document: headings in their order, facts, paragraphs and lists.

use crate::model::Text;
use crate::render::document::{Document, Line, Piece};
use crate::render::drawing::{PALETTE, PARTS};
use crate::render::reader::Reader;
use crate::render::visible::one_line;
use crate::unicode::runs_to_the_left;
use askama::Template;
use askama::filters::{Html, HtmlSafe, escape};
use std::fmt::{self, Display};
use std::io::{self, Write};

/// The beginning that tells a report of this program from any other page.
pub const REPORT_START: &str = "<!DOCTYPE html>\n<!-- A report of the program roles -->\n";
/// The beginning of a document, which people edit before they publish it.
pub const DOCUMENT_START: &str = "<!DOCTYPE html>\n<!-- A document of the program roles -->\n";

/// The look of pages, apart from colours and from the parts of drawings.
const STYLE: &str = include_str!("style.css");

pub struct Frame {
    /// The first lines, which say who wrote the file.
    pub start: &'static str,
    pub language: &'static str,
    pub title: String,
}

impl Frame {
    pub const VERSION: &str = env!("CARGO_PKG_VERSION");
    pub const STYLES: [&str; 3] = [PALETTE, STYLE, PARTS];

    pub fn new(start: &'static str, title: &str, reader: &Reader) -> Self {
        Self { start, language: reader.words.language(), title: one_line(title).into_owned() }
    }
}

/// A text that is clean, and is escaped when it is written.
pub struct HtmlText {
    pub text: String,
    /// Its language, if that is not the page's.
    language: Option<String>,
}

impl HtmlText {
    pub fn new(text: &Text, reader: &Reader) -> Self {
        let language = reader.language_of(text).map(str::to_owned);
        Self { text: one_line(reader.text(text)).into_owned(), language }
    }

    /// A name or a sentence in the page's language.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self { text: one_line(text.as_ref()).into_owned(), language: None }
    }
}

/// Its `Display` escapes it.
impl HtmlSafe for HtmlText {}

impl Display for HtmlText {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Ok(text) = escape(&self.text, Html);
        match &self.language {
            // A tag has letters, digits and hyphens only.
            Some(tag) => write!(out, "<bdi lang=\"{tag}\">{text}</bdi>"),
            None => isolate(&self.text, out),
        }
    }
}

/// Writes a text and isolates what runs from right to left, which would otherwise turn the words around it.
fn isolate(text: &str, out: &mut fmt::Formatter) -> fmt::Result {
    let mut rest = text;
    while let Some(start) = rest.find(runs_to_the_left) {
        let run = &rest[start..];
        // Characters of neither direction belong to the run if more of its letters follow, or nothing does.
        let end = match run.find(|letter: char| letter.is_alphabetic() && !runs_to_the_left(letter))
        {
            Some(next) => run[..next].rfind(runs_to_the_left).unwrap_or_default(),
            None => run.len(),
        };
        let end = run[end..].chars().next().map_or(end, |last| end + last.len_utf8());
        let end = end + closing(&run[..end], &run[end..]);
        let (Ok(before), Ok(run)) = (escape(&rest[..start], Html), escape(&run[..end], Html));
        write!(out, "{before}<bdi>{run}</bdi>")?;
        rest = &rest[start + end..];
    }
    let Ok(rest) = escape(rest, Html);
    write!(out, "{rest}")
}

/// The length in bytes of the bracket after a run that closes one in it; 0 if there is none.
fn closing(run: &str, after: &str) -> usize {
    for (opening, closing) in [('(', ')'), ('[', ']'), ('«', '»')] {
        let is_open = run.matches(opening).count() > run.matches(closing).count();
        if is_open && after.starts_with(closing) {
            return closing.len_utf8();
        }
    }
    0
}

pub fn write_document(document: &Document, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let frame = Frame::new(DOCUMENT_START, &document.title.plain(), reader);
    DocumentPage { frame, document }.write_into(out)?;
    writeln!(out)
}

#[derive(Template)]
#[template(path = "document.html", config = "src/render/html/askama.toml")]
struct DocumentPage<'a> {
    frame: Frame,
    document: &'a Document,
}

/// A line whose pieces escape themselves.
struct HtmlLine<'a>(&'a Line);

impl HtmlSafe for HtmlLine<'_> {}

impl Display for HtmlLine<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for piece in &self.0.pieces {
            match piece {
                Piece::Own(words) => {
                    let Ok(words) = escape(words, Html);
                    write!(out, "{words}")?;
                }
                Piece::Text(text, language) => {
                    HtmlText { language: language.clone(), ..HtmlText::plain(text) }.fmt(out)?;
                }
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
