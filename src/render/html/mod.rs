//! Reports as HTML pages that stand alone: one file each, without network and without script. The templates escape every
//! text; what a page shows is gathered into plain strings before.

pub(super) mod document;
mod html_text;
mod report;
mod table;

use html_text::HtmlText;
pub use report::{Company, Report, report};

use super::clean::one_line;
use super::drawing::{PALETTE, PARTS};
use super::reader::Reader;

/// How reports begin that we wrote, and no other page.
pub const REPORT_START: &str = "<!DOCTYPE html>\n<!-- A report of the program roles -->\n";
/// The same for documents, which people edit before they publish them.
const DOCUMENT_START: &str = "<!DOCTYPE html>\n<!-- A document of the program roles -->\n";

/// How pages look, beside their colours and the parts of their drawings.
const STYLE: &str = include_str!("style.css");

/// What stands around the content of every page.
struct Frame {
    /// The first lines, which say who wrote the file.
    start: &'static str,
    /// The language of the page's own words.
    language: &'static str,
    /// The program's version.
    version: &'static str,
    title: String,
    style: [&'static str; 3],
}

impl Frame {
    fn new(start: &'static str, title: &str, reader: &Reader) -> Self {
        Self {
            start,
            language: reader.words.language(),
            version: env!("CARGO_PKG_VERSION"),
            title: one_line(title).into_owned(),
            style: [PALETTE, STYLE, PARTS],
        }
    }
}
