//! A page of prose for many formats: facts, and sections of sentences and lists. Reports of figures are pages with tables
//! instead. How a document looks in Markdown and in HTML is decided by the formats, not here.

mod line;
pub(super) mod markdown;

pub use line::{Line, Piece};

use crate::model::Text;

/// A report to be read, printed and published.
#[derive(Debug)]
pub struct Document<'r> {
    /// What it is about.
    pub title: &'r Text,
    /// What is said in a word or two, behind its label.
    pub facts: Vec<(String, Line<'r>)>,
    /// The sections.
    pub sections: Vec<Section<'r>>,
}

/// A part under a heading.
#[derive(Debug, Default)]
pub struct Section<'r> {
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: Option<Line<'r>>,
    /// A list of its own.
    pub items: Vec<Line<'r>>,
    /// Lists with something in common.
    pub groups: Vec<Group<'r>>,
}

/// A list under what its items have in common.
#[derive(Debug)]
pub struct Group<'r> {
    /// What that is.
    pub title: Line<'r>,
    /// The items; there may be none.
    pub items: Vec<Line<'r>>,
}
