//! What chapters of the report are made of: cards of roles, tables with the sentences around them, drawings, sources.

use super::page::HtmlText;
use super::table::HtmlTable;
use crate::model::{Classification, Focus, Role};
use crate::query::RoleRow;
use crate::render::drawing::{Drawing, Pixels};
use crate::render::page::{Page, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;

/// A wider drawing does not fit on a small screen, where it is moved to and fro.
const NARROW: Pixels = 284;
/// A higher drawing does not fit on a sheet of paper, and is parted there.
const HIGH: Pixels = 880;

/// Tables and a drawing, with the sentences around them.
#[derive(Default)]
pub struct Part {
    pub title: Option<HtmlText>,
    pub lead: Vec<HtmlText>,
    pub figure: Option<Figure>,
    pub tables: Vec<TitledTable>,
    pub notes: Vec<HtmlText>,
}

/// A table with what it is about, where the title above it does not say so.
pub struct TitledTable {
    pub title: Option<HtmlText>,
    pub table: HtmlTable,
}

/// A drawing with what it shows.
pub struct Figure {
    /// As the value of an attribute.
    pub caption: String,
    pub shown: HtmlText,
    /// It escapes its own texts.
    pub element: String,
    /// The same for a small screen.
    pub narrow: Option<String>,
    /// Whether it is wider than a small screen.
    pub is_wide: bool,
    /// Whether it is higher than a sheet of paper.
    pub is_tall: bool,
}

/// Who says it.
pub struct SourceItem {
    pub title: HtmlText,
    pub url: Option<String>,
    /// The tags of the languages that it is written in.
    pub languages: String,
}

impl Part {
    /// A page of another report as a part of this one.
    pub fn of(page: &Page, reader: &Reader) -> Self {
        let (lead, notes) = (plain_texts(&page.lead), plain_texts(&page.notes));
        let mut part = Self { lead, notes, ..Self::default() };
        for table in page.tables() {
            part.add(table, &page.title, reader);
        }
        part
    }

    /// The same with a title.
    #[must_use]
    pub fn titled(self, title: impl AsRef<str>) -> Self {
        Self { title: Some(HtmlText::plain(title)), ..self }
    }

    /// Adds a table, if there is something in it.
    pub fn add(&mut self, table: &Table, caption: &str, reader: &Reader) {
        let title = table.title.as_ref();
        let shown = HtmlTable::new(table, title.map_or(caption, String::as_str), reader);
        let title = title.map(HtmlText::plain);
        self.tables.extend(shown.map(|table| TitledTable { title, table }));
    }
}

impl Figure {
    pub fn new(caption: &str, drawing: &Drawing) -> Self {
        Self {
            caption: one_line(caption).into_owned(),
            shown: HtmlText::plain(caption),
            element: drawing.element(caption),
            narrow: None,
            is_wide: drawing.width > NARROW,
            is_tall: drawing.height > HIGH,
        }
    }

    /// The same with another drawing for small screens, where this one does not fit.
    #[must_use]
    pub fn or_where_narrow(mut self, narrow: impl FnOnce() -> Drawing) -> Self {
        self.narrow = self.is_wide.then(|| narrow().element(&self.caption));
        self
    }
}

/// Sentences in the page's language.
pub fn plain_texts(sentences: &[String]) -> Vec<HtmlText> {
    sentences.iter().map(HtmlText::plain).collect()
}

/// A role on its card.
pub struct Card {
    pub name: HtmlText,
    pub focus: Option<String>,
    /// Its focus as the stylesheet calls it.
    pub class: &'static str,
    pub purpose: Option<HtmlText>,
    /// What else is known, in words.
    pub facts: Vec<(String, HtmlText)>,
}

impl Card {
    pub fn new(row: &RoleRow, reader: &Reader) -> Self {
        let role = reader.registry.role(row.role);
        Self {
            name: HtmlText::new(&role.name, reader),
            focus: role.focus.map(|focus| reader.focus(focus)),
            class: role.focus.map_or("", Focus::as_str),
            purpose: role.purpose.as_ref().map(|purpose| HtmlText::new(purpose, reader)),
            facts: facts(row, role, reader),
        }
    }
}

fn facts(row: &RoleRow, role: &Role, reader: &Reader) -> Vec<(String, HtmlText)> {
    let above = match role.reports_to {
        Some(above) => HtmlText::new(&reader.registry.role(above).name, reader),
        None => HtmlText::plain(reader.word("nobody-above")),
    };
    let codes: Vec<String> = role.classification.iter().map(Classification::to_string).collect();
    let mut facts = vec![(reader.word("reports-to"), above)];
    for (id, text) in [
        ("also-called", reader.series(&reader.words_of(&role.also_called))),
        ("skills", reader.series(&reader.words_of(&role.skills))),
        ("measures", reader.series(&reader.words_of(&role.measures))),
        ("classification", reader.series(&codes)),
        ("tasks", reader.load(&row.load, None)),
    ] {
        if !text.is_empty() {
            facts.push((reader.word(id), HtmlText::plain(text)));
        }
    }
    facts
}
