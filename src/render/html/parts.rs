//! What chapters of the report are made of: pages of other reports, and drawings.

use crate::model::RoleIx;
use crate::query::Exchange;
use crate::render::drawing::{Drawing, Lines, Pixels, Weight};
use crate::render::page::{Columns, Page, Table};
use crate::render::reader::Reader;
use crate::render::visible::one_line;

/// A wider drawing does not fit on a small screen, and is scrolled there.
const NARROW: Pixels = 284;
/// A higher drawing does not fit on a sheet of paper, and is split there.
const HIGH: Pixels = 880;

/// A page of another report as a part of this one, with a drawing before its tables.
#[derive(Default)]
pub struct Part {
    pub title: Option<String>,
    pub page: Page,
    pub figure: Option<Figure>,
}

pub struct Figure {
    pub caption: String,
    /// The drawing, which escapes its own texts.
    pub element: String,
    /// Another drawing for small screens.
    pub narrow: Option<String>,
    pub is_wide: bool,
    pub is_tall: bool,
}

impl Figure {
    pub fn new(caption: &str, drawing: &Drawing) -> Self {
        let caption = one_line(caption).into_owned();
        Self {
            element: drawing.element(&caption),
            caption,
            narrow: None,
            is_wide: drawing.width > NARROW,
            is_tall: drawing.height > HIGH,
        }
    }
}

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
const PADDING: Pixels = 8;
/// Between two arrows.
const GAP: Pixels = 16;

/// Handoffs as a drawing, if it can be followed: a line for each role, and an arrow from line to line for each handoff.
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
        let x = lane(number);
        drawing.line("lane", &[(x, head.height), (x, y)]);
    }
    drawing.reach(0, y);
    drawing.append(head);
    drawing.append(arrows);
    Some(drawing)
}

fn lane(number: usize) -> Pixels {
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
        let x = lane(number);
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
    let (from, to) = (lane(place(exchange.from.role)), lane(place(exchange.to.role)));
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
