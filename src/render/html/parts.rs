//! What chapters of the report are made of: cards of roles, tables with the sentences around them, drawings, sources.

use super::page::HtmlText;
use super::table::HtmlTable;
use crate::model::{Classification, Focus, RoleIx};
use crate::query::{Exchange, RoleRow};
use crate::render::drawing::{Drawing, Lines, Pixels, Weight};
use crate::render::page::{Columns, Page, Table};
use crate::render::reader::Reader;

/// A wider drawing does not fit on a small screen, and is scrolled there.
const NARROW: Pixels = 284;
/// A higher drawing does not fit on a sheet of paper, and is split there.
const HIGH: Pixels = 880;

/// Tables and a drawing, with the sentences around them.
#[derive(Default)]
pub struct Part {
    pub title: Option<HtmlText>,
    pub lead: Vec<HtmlText>,
    pub figure: Option<Figure>,
    pub tables: Vec<HtmlTable>,
    pub notes: Vec<HtmlText>,
    /// Whether it is all of its page.
    pub is_page: bool,
}

impl Part {
    /// Takes the page of another report as a part of this one.
    pub fn of(page: &Page, reader: &Reader) -> Self {
        let tables = page.tables().filter_map(|table| HtmlTable::new(table, &page.title, reader));
        Self {
            lead: plain_texts(&page.lead),
            tables: tables.collect(),
            notes: plain_texts(&page.notes),
            ..Self::default()
        }
    }

    /// Gives the part a title.
    pub fn titled(self, title: impl AsRef<str>) -> Self {
        Self { title: Some(HtmlText::plain(title)), ..self }
    }
}

/// Sentences in the page's language.
pub fn plain_texts(sentences: &[String]) -> Vec<HtmlText> {
    sentences.iter().map(HtmlText::plain).collect()
}

/// A drawing with what it shows.
pub struct Figure {
    pub caption: HtmlText,
    /// The drawing, which escapes its own texts.
    pub element: String,
    /// Another drawing for small screens.
    pub narrow: Option<String>,
    /// Whether it is wider than a small screen.
    pub is_wide: bool,
    /// Whether it is higher than a sheet of paper.
    pub is_tall: bool,
}

impl Figure {
    pub fn new(caption: &str, drawing: &Drawing) -> Self {
        Self {
            caption: HtmlText::plain(caption),
            element: drawing.element(caption),
            narrow: None,
            is_wide: drawing.width > NARROW,
            is_tall: drawing.height > HIGH,
        }
    }

    /// Adds another drawing for small screens if this one does not fit there.
    pub fn or_where_narrow(mut self, narrow: impl FnOnce() -> Drawing) -> Self {
        self.narrow = self.is_wide.then(|| narrow().element(&self.caption.text));
        self
    }
}

/// Who says it.
pub struct SourceItem {
    pub title: HtmlText,
    pub url: Option<String>,
    /// The tags of the languages that it is written in.
    pub languages: String,
}

/// A role on its card.
pub struct Card {
    pub name: HtmlText,
    pub focus: Option<String>,
    /// The name of its focus in the stylesheet.
    pub class: &'static str,
    pub purpose: Option<HtmlText>,
    /// What else is known of it, with labels.
    pub facts: Vec<(String, HtmlText)>,
}

impl Card {
    pub fn new(row: &RoleRow, reader: &Reader) -> Self {
        let role = reader.registry.role(row.role);
        let above = match role.reports_to {
            Some(above) => HtmlText::new(&reader.registry.role(above).name, reader),
            None => HtmlText::plain(reader.word("nobody-above")),
        };
        let codes: Vec<String> =
            role.classification.iter().map(Classification::to_string).collect();
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
        Self {
            name: HtmlText::new(&role.name, reader),
            focus: role.focus.map(|focus| reader.focus(focus)),
            class: role.focus.map_or("", Focus::as_str),
            purpose: role.purpose.as_ref().map(|purpose| HtmlText::new(purpose, reader)),
            facts,
        }
    }
}

/// What roles hand to one another, with the tasks on both sides.
pub fn handoffs_listed(handoffs: &[Exchange], reader: &Reader) -> Table {
    let columns = Columns::new()
        .with(reader.column("handed-over"), |exchange: &Exchange| reader.handed(exchange))
        .with(reader.column("handed-from"), |exchange| reader.task_of_role(exchange.from))
        .with(reader.column("handed-to"), |exchange| reader.task_of_role(exchange.to));
    columns.table(handoffs)
}

/// With more roles or arrows than these, nobody could follow the lines of a drawing.
const MOST_ROLES: usize = 5;
const MOST_ARROWS: usize = 40;

/// The width of the box with a role's name.
const BOX: Pixels = 130;
/// From one role's line to the next.
const APART: Pixels = 190;
/// Around a text.
const PADDING: Pixels = 8;
/// Between two arrows.
const GAP: Pixels = 16;

/// The same as a drawing, if it can be followed: a line for each role, and an arrow from line to line for each handoff.
pub fn handoffs_drawn(handoffs: &[Exchange], reader: &Reader) -> Option<Drawing> {
    if handoffs.len() > MOST_ARROWS {
        return None;
    }
    // The roles that give or get something, in the registry's order.
    let mut roles: Vec<RoleIx> = reader.registry.roles().collect();
    roles.retain(|&role| {
        handoffs.iter().any(|exchange| [exchange.from.role, exchange.to.role].contains(&role))
    });
    if roles.len() > MOST_ROLES {
        return None;
    }
    let head = heads(&roles, reader);
    let mut arrows = Drawing::default();
    let mut y = head.height + GAP;
    for exchange in handoffs {
        y = arrow(&mut arrows, exchange, &roles, y, reader);
    }
    let mut drawing = Drawing::default();
    for number in 0..roles.len() {
        let x = middle(number);
        drawing.line("lane", &[(x, head.height), (x, y)]);
    }
    drawing.reach(0, y);
    drawing.append(head);
    drawing.append(arrows);
    Some(drawing)
}

/// Where the line of a role stands.
fn middle(number: usize) -> Pixels {
    1 + BOX / 2 + APART * Pixels::try_from(number).unwrap_or_default()
}

/// The names of the roles, in boxes of one height.
fn heads(roles: &[RoleIx], reader: &Reader) -> Drawing {
    let mut names = vec![Lines::default(); roles.len()];
    for (lines, &role) in names.iter_mut().zip(roles) {
        lines.add(reader.role(role), Weight::Strong, BOX - 2 * PADDING);
    }
    let height = names.iter().map(Lines::height).max().unwrap_or_default() + 2 * PADDING;
    let mut drawing = Drawing::default();
    for (number, lines) in names.iter().enumerate() {
        let x = middle(number);
        drawing.frame("box", [x - BOX / 2, 1, BOX, height]);
        drawing.text(lines, (x, 1 + (height - lines.height()) / 2), true);
    }
    drawing
}

/// Draws a handoff from this height on, and says where the next one begins.
fn arrow(
    drawing: &mut Drawing,
    exchange: &Exchange,
    roles: &[RoleIx],
    top: Pixels,
    reader: &Reader,
) -> Pixels {
    let place = |role: RoleIx| roles.iter().position(|&other| other == role).unwrap_or_default();
    let (from, to) = (middle(place(exchange.from.role)), middle(place(exchange.to.role)));
    let mut lines = Lines::default();
    lines.add(reader.handed(exchange), Weight::Plain, APART - 3 * PADDING);
    drawing.text(&lines, (from.midpoint(to), top), true);
    let y = top + lines.height() + PADDING / 2;
    let is_to_the_right = from < to;
    // The line ends behind the arrow's head.
    let end = if is_to_the_right { to - 6 } else { to + 6 };
    drawing.line("link", &[(from, y), (end, y)]);
    drawing.arrow_head((to, y), is_to_the_right);
    y + GAP
}
