//! Pieces of the report: tables with the sentences around them, drawings, sources.

use crate::render::clean::one_line;
use crate::render::drawing::{Drawing, Pixels};
use crate::render::html::Said;
use crate::render::html::table::Sheet;
use crate::render::page::{Page, Table};
use crate::render::reader::Reader;

/// A wider drawing does not fit on a small screen, where it is moved to and fro.
const NARROW: Pixels = 324;

/// Tables and a drawing, with the sentences around them; each sentence is clean.
#[derive(Default)]
pub struct Part {
    pub title: Option<String>,
    pub lead: Vec<String>,
    pub figure: Option<Figure>,
    pub sheets: Vec<TitledSheet>,
    pub notes: Vec<String>,
}

/// A table with what it is about, where the title above it does not say so.
pub struct TitledSheet {
    pub title: Option<String>,
    pub sheet: Sheet,
}

/// A drawing with what it shows.
pub struct Figure {
    pub caption: String,
    /// It escapes its own texts.
    pub element: String,
    /// Whether it is wider than a small screen.
    pub is_wide: bool,
}

/// Who says it.
pub struct SourceItem {
    pub title: Said,
    pub url: Option<String>,
    /// The tags of the languages that it is written in.
    pub languages: String,
}

impl Part {
    /// A page of another report as a part of this one.
    pub fn of(page: &Page, reader: &Reader) -> Self {
        let mut part = Self {
            lead: clean(&page.lead),
            notes: clean(&page.notes),
            ..Self::default()
        };
        for table in std::iter::once(&page.table).chain(&page.more) {
            part.add(table, &page.title, reader);
        }
        part
    }

    /// The same with a title.
    #[must_use]
    pub fn titled(self, title: impl AsRef<str>) -> Self {
        Self {
            title: Some(one_line(title.as_ref()).into_owned()),
            ..self
        }
    }

    /// A table more, if there is something in it.
    pub fn add(&mut self, table: &Table, caption: &str, reader: &Reader) {
        let caption = table.title.as_deref().unwrap_or(caption);
        let sheet = Sheet::new(table, caption, reader);
        self.sheets.extend(sheet.map(|sheet| TitledSheet {
            title: table.title.clone(),
            sheet,
        }));
    }
}

impl Figure {
    pub fn new(caption: &str, drawing: &Drawing) -> Self {
        Self {
            caption: one_line(caption).into_owned(),
            element: drawing.element(caption),
            is_wide: drawing.width > NARROW,
        }
    }
}

/// Sentences as they may be shown.
pub fn clean(sentences: &[String]) -> Vec<String> {
    let sentences = sentences.iter();
    sentences
        .map(|sentence| one_line(sentence).into_owned())
        .collect()
}
